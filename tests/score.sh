#!/bin/bash
# Knows what is scored: the shared documents and our fixtures, each against gold records made by hand.
# usage: score.sh BUILD SHARED [--errors]
set -eu -o pipefail

build=$(cd "$1" && pwd) shared=$2
shift 2
PATH=$build/bin:$PATH
if [ ! -e "$shared/eval/score.py" ]; then
	echo "no $shared/eval/score.py: nothing is scored"
	exit 0
fi

# score NAME GOLD DOCS FILE...: DOCS holds the texts that the offsets are checked in ("-": as decoded).
score() {
	local name=$1 gold=$2 docs=$3 out=$build/score/$1
	shift 3
	[ "$docs" = - ] && docs=$out/text
	rm -rf "$out"
	mkdir -p "$out/text"
	pt-extract --text-dir "$out/text" "$@" >"$out/extracted.jsonl"
	pt-normalize "$out/extracted.jsonl" >"$out/records.jsonl"
	echo "== $name: $# documents, $(wc -l <"$out/records.jsonl") records in $out/records.jsonl"
	python3 "$shared/eval/score.py" "${options[@]}" --gold "$gold" --docs "$docs" --by-doc "$out/records.jsonl"
	echo "-- typed values and canonical names of the records that were found"
	python3 tests/canonical.py "$shared/eval/score.py" "$gold" "$docs" "$out/records.jsonl" "${options[@]}"
}

options=("$@")
if [ -d "$shared/seeds" ]; then
	score seeds "$shared/eval/gold" "$shared/seeds" "$shared"/seeds/*.txt
fi
if [ -d fixtures/gold ]; then
	mapfile -t documents < <(printf '%s\n' fixtures/*.txt fixtures/*.csv fixtures/*.md | grep -v '/SOURCES\|\*')
	score fixtures fixtures/gold - "${documents[@]}"
fi
