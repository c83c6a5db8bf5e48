# Knows what pt-diff promises of any two tables: the records of a brute-force comparison, changes that
# make NEW of OLD, mirror images, sums that add up.
# shellcheck disable=SC2154 # stderr is set by run

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
}

# random WHAT N: N pairs of tables made up at random, with fixed seeds.
random() {
	run -0 python3 "$PT_ROOT/tests/diff.py" "$@"
	[[ ${lines[-1]} == "$2 pairs, 0 faults" ]]
}

@test "every record is that of a brute-force comparison" {
	random records 600
}

@test "changes laid over OLD give NEW, and the reverse ones laid over NEW give OLD" {
	random apply 2200
}

@test "a table has nothing to tell of itself, and old to new mirrors new to old" {
	random mirror 500
}

@test "numbers are equal by value, and within a tolerance to the last digit" {
	random numbers 20
}

@test "in each column of numbers total old and deltas make total new" {
	random sums 400
}

@test "the key fields are told from the changes also where another column holds the same text" {
	printf 'a,b,v\nx,y,2\nx,x,2\n' >old.csv
	printf 'a,b,v\nx,y,2\nx,x,3\n' >new.csv
	run -1 --separate-stderr pt-diff -k b -o csv --output changes.csv old.csv new.csv
	run -0 --separate-stderr pt-diff --apply changes.csv old.csv
	same <(LC_ALL=C sort new.csv) <(printf '%s\n' "$output" | LC_ALL=C sort)
}

@test "of 200000 rows in another order only the known changes are told, in linear time" {
	python3 - <<-'END'
		import random
		rng = random.Random(1)
		rows = [[f"第{i}号", f"单位{i % 977}", f"{i * 37 % 100003}.{i % 100:02d}", "一般公共预算"] for i in range(200000)]
		def write(name, rows):
		    with open(name, "w", encoding="utf-8") as f:
		        f.write("编号,单位,金额,来源\n" + "".join(",".join(r) + "\n" for r in rows))
		write("old.csv", rows)
		new, known = [list(r) for r in rows], []
		for i in (0, 4711, 123456):
		    known.append((f"第{i}号", "changed", rows[i][2], "7.25"))
		    new[i][2] = "7.25"
		for i in (1, 199999):
		    known.append((f"第{i}号", "removed", rows[i][2], ""))
		    new[i] = None
		new = [r for r in new if r]
		for r in new[:50000]:
		    r[2] += "0" * (r[2] != "7.25")
		rng.shuffle(new)
		new.insert(99, ["第x号", "单位", "1", ""])
		known.append(("第x号", "added", "", "1"))
		write("new.csv", new)
		with open("known", "w", encoding="utf-8") as f:
		    f.writelines(sorted(",".join(k) + "\n" for k in known))
	END
	run -1 --separate-stderr timeout 60 pt-diff -k 编号 -o csv --output changes.csv old.csv new.csv
	[ -z "$stderr" ]
	same known <(awk -F, -v OFS=, '$4 == "金额" { print $2, $1, $5, $6 }' changes.csv | LC_ALL=C sort)
	[ "$(wc -l <changes.csv)" -eq $((1 + 3 + 2 * 4 + 4)) ]
	pt-diff -k 编号 --apply changes.csv old.csv >made.csv
	run -0 --separate-stderr pt-diff -k 编号 made.csv new.csv
	run -1 --separate-stderr pt-diff -o jsonl --output changes.jsonl old.csv new.csv
	run -0 --separate-stderr pt-diff --apply changes.jsonl old.csv
}

@test "of edited copies of records only the edits are told, and can be laid over" {
	(cd "$PT_ROOT/fixtures" && fixture_documents | xargs pt-extract) | pt-normalize >records.jsonl
	random versions 60 records.jsonl
}

@test "changes make a table of an empty file" {
	: >old.csv
	printf 'a,b\n1,2\n' >new.csv
	run -1 --separate-stderr pt-diff -k a -o csv --output changes.csv old.csv new.csv
	run -0 --separate-stderr pt-diff --apply changes.csv old.csv
	printf '%s\n' "$output" >made
	run -0 --separate-stderr pt-diff made new.csv
}

@test "the records of a fixture are the same records, in any order and any form" {
	for document in "$PT_ROOT"/fixtures/*.txt; do
		pt-extract "$document" | pt-normalize >records.jsonl
		tac records.jsonl >turned.jsonl
		pt-normalize -o csv records.jsonl >records.csv
		pt-normalize -o tsv records.jsonl >records.tsv
		for other in records.jsonl turned.jsonl records.csv records.tsv; do
			pt-diff records.jsonl "$other" >out
			[ ! -s out ]
			pt-diff -o jsonl "$other" records.jsonl >out
			[ ! -s out ]
		done
	done
}

@test "one amount of a document changed: that amount is told and nothing else" {
	need_shared seeds
	seed=$PT_ROOT/../shared/seeds/000_6c842ff03de6ff53.txt
	pt-extract <"$seed" | pt-normalize >old.jsonl
	# The text grows by a character: every later quote moves.
	sed 's/合计670万元/合计1670万元/' "$seed" | pt-extract | pt-normalize >new.jsonl
	run -1 --separate-stderr pt-diff -o jsonl old.jsonl new.jsonl
	[ -z "$stderr" ]
	printf '%s\n' "$output" >changes.jsonl
	python3 - <<-'END'
		import json
		find = lambda name, figure: [r for r in map(json.loads, open(name, encoding="utf-8"))
		                             if r["type"] == "funding" and r.get("amount_text") == figure]
		[old], [new] = find("old.jsonl", "670万元"), find("new.jsonl", "1670万元")
		want = [("amount_text", "670万元", "1670万元", None)]
		want += [(f, 6700000, 16700000, 10000000) for f in ("amount", "amount_min", "amount_max")]
		got = [json.loads(line) for line in open("changes.jsonl", encoding="utf-8")]
		assert [(r["field"], r["old"], r["new"], r.get("delta")) for r in got] == want, got
		for r in got:
		    assert r["change"] == "changed" and r["row"] == 1, r
		    assert (r["old_doc"], r["old_start"], r["new_doc"], r["new_start"]) == ("-", old["start"], "-", new["start"]), r
	END
	pt-diff --apply changes.jsonl old.jsonl >made.jsonl
	run -0 --separate-stderr pt-diff made.jsonl new.jsonl
}
