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

@test "funding-by-funder.sh: every sum is that of the records" {
	run -0 --separate-stderr pipelines/funding-by-funder.sh "${documents[@]}"
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/shown"
	pt-extract --type funding "${documents[@]}" | pt-normalize >"$BATS_TEST_TMPDIR/records"
	python3 - "$BATS_TEST_TMPDIR/records" "$BATS_TEST_TMPDIR/shown" "$stderr" <<-'END'
		import collections, decimal, json, re, sys
		records = [json.loads(line, parse_float=decimal.Decimal) for line in open(sys.argv[1], encoding="utf-8")]
		records = [r for r in records if "amount" in r]
		group = {(r["doc"], r["id"]): (r.get("funder_name", ""), r["kind"], r["currency"]) for r in records}
		whole = {(r["doc"], r["id"]): (r["doc"], r["part_of"]) for r in records if "part_of" in r}
		def inside(key, place):
		    while key in whole:
		        key = whole[key]
		        if key in group and place in (None, group[key]):
		            return True
		    return False
		sums, total = collections.Counter(), 0
		for r in records:
		    key = (r["doc"], r["id"])
		    if r["status"] == "rule" or "cap_of" in r or "basis" in r:
		        continue
		    if not inside(key, group[key]):
		        sums[group[key]] += r["amount"]
		    if not inside(key, None):
		        total += r["amount"]
		rows = [line for line in open(sys.argv[2], encoding="utf-8").read().split("\n")[1:] if line]
		shown = [re.match(r"(\S*)\s+(\S+)\s+([A-Z]{3})\s+\d+\s+(\d+)\s+group$", line) for line in rows]
		got = {m.group(1, 2, 3): int(m.group(4)) for m in shown if m}
		assert got == {k: v for k, v in sums.items() if v}, set(got.items()) ^ set(sums.items())
		values = [int(m.group(4)) for m in shown if m]
		assert values == sorted(values, reverse=True)
		# What is in several currencies has no total.
		several = len({place[2] for place in sums}) > 1
		assert rows[-1].split()[1:] == ([] if several else [str(total)]) + ["total"], (rows[-1], total)
		assert "left out" in sys.argv[3], sys.argv[3]
	END
}

@test "who-does-what.sh: every number is that of the tasks" {
	run -0 --separate-stderr pipelines/who-does-what.sh "${documents[@]}"
	[ -z "$stderr" ]
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/shown"
	pt-extract --type responsibility "${documents[@]}" | pt-normalize >"$BATS_TEST_TMPDIR/records"
	python3 - "$BATS_TEST_TMPDIR/records" "$BATS_TEST_TMPDIR/shown" <<-'END'
		import collections, json, sys, unicodedata
		tasks = collections.defaultdict(set)
		for r in map(json.loads, open(sys.argv[1], encoding="utf-8")):
		    tasks[r.get("org_name", ""), r["role"]].add(r["task"])
		head, *rows = open(sys.argv[2], encoding="utf-8").read().strip("\n").split("\n")
		roles = head.split()[1:-1]
		assert roles == ["lead", "responsible", "support", "implement", "supervise"], head
		# The columns end where their names do, in columns of a terminal.
		ends = [head.index(role) + len(role) for role in roles]
		width = lambda c: 2 if unicodedata.east_asian_width(c) in "WF" else 1
		for row in rows:
		    body, cells, at = row.split("  ")[0], set(), 0
		    for i, c in enumerate(row):
		        at += width(c)
		        if i >= len(body) and c.isdigit():
		            cells.add(min(e for e in ends + [len(head)] if e >= at))
		    numbers = [int(x) for x in row[len(body):].split()]
		    want = [len(tasks[body, role]) for role in roles]
		    assert numbers == [n for n in want if n] + [sum(want)], (row, want)
		    assert [e for e in ends if e in cells] == [e for e, n in zip(ends, want) if n], row
		assert len(rows) == len({body for body, _ in tasks}), len(rows)
	END
}

@test "what-changed.sh: an amount that was changed, and nothing else" {
	old=fixtures/plan-waste-sorting.txt new=$BATS_TEST_TMPDIR/new.txt
	sed 's/总投资1.06亿元/总投资1.2亿元/' $old >"$new"
	run -1 --separate-stderr pipelines/what-changed.sh $old "$new" -o csv
	[ -z "$stderr" ]
	[ "$(cut -d , -f 1,4-6,9 <<<"$output")" = "change,field,old,new,delta
changed,amount_text,1.06亿元,1.2亿元,
changed,amount,106000000,120000000,14000000
changed,amount_min,106000000,120000000,14000000
changed,amount_max,106000000,120000000,14000000" ]
	run -0 --separate-stderr pipelines/what-changed.sh $old $old
	[ -z "$output$stderr" ]
	run -2 pipelines/what-changed.sh $old no-such-file
}
