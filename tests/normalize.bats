# Knows what pt-normalize promises of a whole stream of records.
# shellcheck disable=SC2154 # stderr is set by run

setup() {
	load helper
	cd "$PT_ROOT/fixtures" || return 1
	mapfile -t documents < <(fixture_documents)
	out=$BATS_TEST_TMPDIR
	pt-extract "${documents[@]}" >"$out/extracted"
}

@test "every record comes out, in order, and keeps the contract" {
	pt-normalize "$out/extracted" >"$out/records"
	[ -s "$out/records" ]
	same <(sed -E 's/^\{"type":"[a-z]*","id":"([^"]*)".*/\1/' "$out/extracted") \
		<(sed -E 's/^\{"type":"[a-z]*","id":"([^"]*)".*/\1/' "$out/records")
	python3 "$PT_ROOT/tests/records.py" "$PT_ROOT/lib/data/schema.tsv" "$out/records"
}

@test "a second run changes nothing" {
	pt-normalize "$out/extracted" >"$out/once"
	pt-normalize "$out/once" >"$out/twice"
	same "$out/once" "$out/twice"
}

@test "evidence is not touched" {
	evidence='import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    r = json.loads(line)
    print([r.get(k) for k in ("quote", "start", "end", "line", "page", "spans", "rule")])'
	pt-normalize "$out/extracted" >"$out/records"
	same <(python3 -c "$evidence" "$out/extracted") <(python3 -c "$evidence" "$out/records")
}

@test "order and other records do not matter" {
	pt-normalize "$out/extracted" | LC_ALL=C sort >"$out/want"
	tac "$out/extracted" | pt-normalize | LC_ALL=C sort >"$out/got"
	same "$out/want" "$out/got"
}

@test "records survive CSV and TSV and back, and a second run there changes nothing" {
	pt-normalize "$out/extracted" >"$out/want"
	for format in csv tsv; do
		pt-normalize -o $format "$out/want" >"$out/table"
		pt-normalize -o jsonl "$out/table" >"$out/got"
		same "$out/want" "$out/got"
		pt-normalize "$out/table" >"$out/again"
		same "$out/table" "$out/again"
	done
}

@test "awkward text survives CSV and back" {
	printf '%s\n' '{"type":"project","id":"00000000000000a1","doc":"a\"b,c.txt","quote":"一\r\n二\"三\",四\\五","start":0,"end":9,"orgs":["甲;乙","丙\\丁",""],"name":" 前后 "}' \
		'{"type":"target","id":"00000000000000a2","doc":"-","quote":"","unit_text":"","x":"未知 字段"}' >"$out/in"
	pt-normalize "$out/in" >"$out/want"
	pt-normalize -o csv "$out/want" | pt-normalize -o jsonl >"$out/got"
	same "$out/want" "$out/got"
}

@test "numbers pass as they were written" {
	echo '{"type":"target","id":"00000000000000a2","start":0,"a":0.10,"b":9223372036854775808,"c":12345678901234567.8900,"d":-0.0}' >"$out/in"
	run -0 pt-normalize "$out/in"
	[[ $output == *'"a":0.10,"b":9223372036854775808,"c":12345678901234567.8900,"d":-0.0'* ]]
}

@test "a line that is no record is reported with its place and goes to --rejects" {
	printf '%s\n' '{"type":"project","name":"甲"}' '{"a":1,"a":2}' 'no json' '[1]' '{"type":"project","name":"乙"}' >"$out/in"
	run -1 --separate-stderr pt-normalize "$out/in"
	[ "${#lines[@]}" -eq 2 ]
	for line in 2 3 4; do
		[[ $stderr == *"in:$line: "* ]]
	done
	run -1 --separate-stderr pt-normalize --rejects "$out/rejects" "$out/in"
	[ "$(wc -l <"$out/rejects")" -eq 3 ]
	python3 -c 'import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    assert list(json.loads(line)) == ["file", "line", "reason", "raw"], line' "$out/rejects"
}

@test "--split writes six tables and a data package that names their columns" {
	pt-normalize "$out/extracted" >"$out/records"
	pt-normalize --split "$out/split" "$out/extracted"
	python3 - "$PT_ROOT/lib/data/schema.tsv" "$out/records" "$out/split" <<-'END'
		import csv, json, os, sys
		schema = [l.rstrip("\n").split("\t") for l in open(sys.argv[1], encoding="utf-8") if not l.startswith("# ")][1:]
		records = [json.loads(l) for l in open(sys.argv[2], encoding="utf-8")]
		package = json.load(open(sys.argv[3] + "/datapackage.json", encoding="utf-8"))
		files = {"document": "documents", "project": "projects", "funding": "funding",
		         "responsibility": "responsibilities", "target": "targets", "organization": "organizations"}
		assert sorted(os.listdir(sys.argv[3])) == sorted([f + ".csv" for f in files.values()] + ["datapackage.json"])
		resources = {r["path"]: r for r in package["resources"]}
		for kind, name in files.items():
		    with open(f"{sys.argv[3]}/{name}.csv", encoding="utf-8", newline="") as f:
		        rows = list(csv.reader(f))
		    want = [r[1] for r in schema if r[0] in ("every", kind)]
		    assert rows[0] == want, (name, rows[0], want)
		    assert len(rows) - 1 == sum(r["type"] == kind for r in records), name
		    described = [f["name"] for f in resources[name + ".csv"]["schema"]["fields"]]
		    assert described == want, (name, described)
	END
}
