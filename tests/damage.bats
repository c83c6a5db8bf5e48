# Knows that damaged input gives findings or messages, never a crash, a hang or evidence that is not there.
# More of it: tests/fuzz/damage.sh BUILD ROUNDS.

setup() {
	load helper
	cd "$PT_ROOT" || return 1
	out=$BATS_TEST_TMPDIR
	mkdir "$out/in" "$out/text"
}

# A status of 0 or 1; a signal, a timeout (124) or a sanitizer (99) is neither.
ends_well() {
	local status=0
	timeout 120 "$@" 2>"$out/messages" || status=$?
	[ $status -le 1 ] || { echo "status $status: $*" && head -3 "$out/messages" && return 1; }
}

@test "damaged documents: what is found keeps the contract" {
	mapfile -t documents < <(fixture_documents | sed 's,^,fixtures/,')
	python3 tests/fuzz/damage.py "${SEED:-1}" "${COUNT:-120}" "$out/in" "${documents[@]}"
	ends_well pt-extract --text-dir "$out/text" "$out"/in/* >"$out/extracted"
	python3 tests/records.py lib/data/schema.tsv "$out/extracted" "$out/text"
	ends_well pt-normalize "$out/extracted" >"$out/once"
	ends_well pt-normalize "$out/once" >"$out/twice"
	same "$out/once" "$out/twice"
	python3 tests/records.py lib/data/schema.tsv "$out/once"
	ends_well pt-normalize -o csv "$out/once" >"$out/table"
	ends_well pt-normalize -o jsonl "$out/table" >"$out/back"
	same "$out/once" "$out/back"
}

@test "damaged records: JSON lines and tables are read or refused" {
	pt-extract fixtures/*.md fixtures/reply-*.txt | head -60 >"$out/records.jsonl"
	pt-normalize -o csv "$out/records.jsonl" >"$out/records.csv"
	python3 tests/fuzz/damage.py "${SEED:-1}" "${COUNT:-120}" "$out/in" "$out"/records.*
	ends_well pt-normalize -o jsonl "$out"/in/* >"$out/got"
	python3 -c 'import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    json.loads(line)' "$out/got"
}
