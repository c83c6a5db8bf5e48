# Knows that every pipeline runs on the fixtures, and that what it shows is true and aligned.
# shellcheck disable=SC2154 # stderr is set by run

setup() {
	load helper
	cd "$PT_ROOT" || return 1
	mapfile -t documents < <(fixture_documents | sed 's,^,fixtures/,')
	out=$BATS_TEST_TMPDIR/out
}

@test "tables.sh: documents become six tables, a database, and three aligned lists" {
	run -0 --separate-stderr pipelines/tables.sh "$out" "${documents[@]}"
	[ -z "$stderr" ]
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/shown"
	pt-extract "${documents[@]}" | pt-normalize >"$BATS_TEST_TMPDIR/records"
	python3 - "$out" "$BATS_TEST_TMPDIR/records" "$BATS_TEST_TMPDIR/shown" <<-'END'
		import csv, json, sqlite3, sys, unicodedata
		out, records, shown = sys.argv[1:]
		records = [json.loads(line) for line in open(records, encoding="utf-8")]
		db = sqlite3.connect(out + "/policy.db")
		names = {"document": "documents", "project": "projects", "funding": "funding",
		         "responsibility": "responsibilities", "target": "targets", "organization": "organizations"}
		for kind, table in names.items():
		    count = sum(r["type"] == kind for r in records)
		    assert db.execute(f"select count(*) from {table}").fetchone()[0] == count, (table, count)
		    assert not list(db.execute(f"select id from {table} where id is null or id = ''")), table
		yuan = sum(r["amount"] for r in records if r["type"] == "funding" and "amount" in r)
		stored = db.execute("select total(amount) from funding where typeof(amount) in ('integer', 'real')").fetchone()[0]
		assert abs(yuan - stored) <= 1e-6 * yuan, (yuan, stored)
		width = lambda s: sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in s)
		lists = open(shown, encoding="utf-8").read().strip().split("\n\n")
		assert len(lists) == 3, lists
		for text in lists:
		    title, head, *rows = text.split("\n")
		    assert 3 <= len(rows) <= 8, title
		    # The last column starts at the same place in every line.
		    at = {width(line[:line.rindex("  ") + 2]) for line in [head] + rows}
		    assert len(at) == 1, text
		    assert max(map(width, rows)) <= 100, text
	END
}

@test "tables.sh: without operands it says how it is used" {
	run -2 --separate-stderr pipelines/tables.sh "$out"
	[[ $stderr == usage:* ]]
}

@test "every pipeline has a test here" {
	for pipeline in pipelines/*.sh; do
		grep -q "^@test \"$(basename "$pipeline"):" tests/pipelines.bats
	done
}
