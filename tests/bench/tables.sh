#!/bin/bash
# Knows how fast tables are grouped and compared: pt-aggregate and pt-diff beside other tools over the same rows in the same run,
# as ratios of time. Every command is run three times, in turn; the middle time counts.
# usage: tables.sh BUILD     ROWS=1000000 in the environment
set -eu -o pipefail

here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
PATH=$build/bin:$PATH
export LC_ALL=C
work=$build/bench/tables
rm -rf "$work"
mkdir -p "$work"
python3 "$here/tables.py" "$work" "${ROWS:-1000000}"
cd "$work"
duck="python3 $here/duck.py"

# race TITLE LABEL COMMAND [LABEL COMMAND]...: the first command is ours. Status 1 is that of a difference; 3 and 127 are those of a
# tool that is not there.
race() {
	local title=$1 i
	shift
	local -a labels=() commands=() times=()
	while [ $# -gt 0 ]; do labels+=("$1") commands+=("$2") times+=("") && shift 2; done
	for _ in 1 2 3; do
		for i in "${!labels[@]}"; do
			times[i]+=" $(python3 "$here/measure.py" "${commands[i]} || [ \$? -eq 1 ]" 2>"$work/err" || echo "- -")"
		done
	done
	echo "== $title"
	for i in "${!labels[@]}"; do
		echo "${times[i]}" | awk -v label="${labels[i]}" -v base="${base:-}" '
		{
			if ($1 == "-") { printf "%-40s not installed\n", label; exit }
			low = $1; high = $1; kb = $2
			for (i = 3; i <= 5; i += 2) {
				if ($i < low) low = $i
				if ($i > high) high = $i
				if ($(i + 1) > kb) kb = $(i + 1)
			}
			middle = $1 + $3 + $5 - low - high
			printf "%-40s %7.2f s %6.2f %9d kB\n", label, middle, base ? middle / base : 1, kb
			print middle > "base"
		}'
		[ "$i" -gt 0 ] || base=$(cat base)
	done
	base=
}

# A start takes about a millisecond, of which most is the system's.
starts() {
	echo "for ((i = 0; i < 500; i++)); do $* >/dev/null; done"
}

echo "times, as multiples of the first of each race, and peak memory of the largest process"
race "sum by 400 regions, $(du -m old.csv | cut -f1) MB of CSV" \
	"pt-aggregate" "pt-aggregate -g region -a count,sum:amount old.csv" \
	"DuckDB, one thread" "$duck 1 group region old.csv" "DuckDB, two threads" "$duck 2 group region old.csv" \
	"mawk, floats, on TSV without quotes" "mawk -F '\t' 'NR > 1 { n[\$2]++; s[\$2] += \$4 } END { for (r in n) print r, n[r], s[r] }' old.tsv" \
	"DuckDB, start alone" "$duck 1 start -"
race "sum by 50000 bodies, CSV" \
	"pt-aggregate" "pt-aggregate -g org -a count,sum:amount old.csv" \
	"DuckDB, one thread" "$duck 1 group org old.csv" "DuckDB, two threads" "$duck 2 group org old.csv"
race "sum by 400 regions, $(du -m old.jsonl | cut -f1) MB of JSON lines" \
	"pt-aggregate" "pt-aggregate -g region -a count,sum:amount old.jsonl" \
	"DuckDB, one thread" "$duck 1 group region old.jsonl" "DuckDB, two threads" "$duck 2 group region old.jsonl"
race "an amount in 万元 and a date of each row" \
	"pt-normalize" "pt-normalize --money amount --unit amount=万元 --date date old.csv" \
	"pt-normalize -j 2" "pt-normalize -j 2 --money amount --unit amount=万元 --date date old.csv" \
	"DuckDB, one thread, cast only" "$duck 1 cast - old.csv" "DuckDB, two threads, cast only" "$duck 2 cast - old.csv" \
	"DuckDB, start alone" "$duck 1 start -"
mkdir start
for type in target project responsibility; do
	echo "{\"type\":\"$type\",\"doc_issuer\":\"柳州市人民政府\",\"doc_date\":\"2020-07-20\",\"place\":\"柳南区\",\"org\":\"市科技局\"}" >start/$type
done
race "500 starts, what tables cost: none, dates and numbers, and those of regions and bodies" \
	"pt-normalize --version" "$(starts pt-normalize --version)" "a target" "$(starts pt-normalize start/target)" \
	"a project, in its region" "$(starts pt-normalize start/project)" "a duty, of its body" "$(starts pt-normalize start/responsibility)"
pt-extract "$here"/../../fixtures/*.txt >records.jsonl
for ((i = 0; i < 6; i++)); do cat records.jsonl records.jsonl >twice && mv twice records.jsonl; done
race "records of documents, $(du -m records.jsonl | cut -f1) MB of JSON lines" \
	"pt-normalize" "pt-normalize records.jsonl" "pt-normalize -j 2" "pt-normalize -j 2 records.jsonl" \
	"jq -c ." "jq -c . records.jsonl" "wc -l" "wc -l records.jsonl"
race "differences by key, rows in order" \
	"pt-diff" "pt-diff -k id -o csv old.csv new.csv" \
	"DuckDB, one thread" "$duck 1 diff id old.csv new.csv" "DuckDB, two threads" "$duck 2 diff id old.csv new.csv" \
	"diff, lines only" "diff old.csv new.csv" \
	"sort and comm, lines only" "comm -3 <(sort old.csv) <(sort new.csv)"
race "differences by key, rows in any order" \
	"pt-diff" "pt-diff -k id -o csv old.csv shuffled.csv" \
	"DuckDB, one thread" "$duck 1 diff id old.csv shuffled.csv" "DuckDB, two threads" "$duck 2 diff id old.csv shuffled.csv" \
	"sort and comm, lines only" "comm -3 <(sort old.csv) <(sort shuffled.csv)"
cd /
rm -rf "$work"
