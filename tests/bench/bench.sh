#!/bin/bash
# Knows how fast the main job is and how much memory it takes: 10 and 100 MB of small documents, against
# iconv over the same bytes in the same run; then one large document. Fails where memory is over its bound.
# usage: bench.sh BUILD     SIZES="10 100" in the environment
set -eu -o pipefail

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
build=$(cd "$1" && pwd)
PATH=$build/bin:$PATH
work=$build/bench
mkdir -p "$work/texts"
mapfile -t documents < <(printf '%s\n' fixtures/*.txt fixtures/*.md | grep -v '/SOURCES\|\*')
pt-extract --text-dir "$work/texts" "${documents[@]}" >/dev/null

over=0
# measure LABEL JOBS COMMAND: a line of the report. Memory is that of the largest process.
measure() {
	local seconds kilobytes rate share=
	read -r seconds kilobytes < <(python3 "$here/measure.py" "$3" || echo "0 0")
	if [ "$seconds" = 0 ]; then
		echo "failed: $3" >&2
		exit 1
	fi
	rate=$(awk "BEGIN { printf \"%.1f\", $bytes / 1e6 / $seconds }")
	if [ "$2" = 0 ]; then
		base=$rate first_base=${first_base:-$rate}
		printf '%-32s %8s MB/s\n' "$1" "$rate"
		return
	fi
	share=$(awk "BEGIN { printf \"%.1f\", 100 * $rate / $base }")
	bound=$((64 * 1024 + 40 * largest * $2 / 1024))
	printf '%-32s %8s MB/s %6s %% of iconv %8d kB of %d\n' "$1" "$rate" "$share" "$kilobytes" "$bound"
	if [ "$kilobytes" -gt "$bound" ]; then
		echo "over the bound of memory"
		over=1
	fi
}

for size in ${SIZES:-10 100}; do
	corpus=$work/$size
	rm -rf "$corpus"
	mkdir -p "$corpus"
	read -r bytes largest count < <(python3 "$here/corpus.py" "$corpus" "$size" "$work"/texts/*)
	echo "== $size MB: $count documents, $bytes bytes, the largest of $largest"
	names=$corpus/names
	# Once unmeasured, so that all runs read from the page cache.
	xargs -0 cat <"$names" >/dev/null
	measure "iconv -f UTF-8 -t UTF-8" 0 "xargs -0 -s 2000000 iconv -f UTF-8 -t UTF-8 <'$names'"
	measure "pt-extract -j 1" 1 "pt-extract -j 1 --files0-from '$names'"
	measure "pt-extract -j 2" 2 "pt-extract -j 2 --files0-from '$names'"
	measure "pt-extract -j 2 | pt-normalize" 2 "pt-extract -j 2 --files0-from '$names' | pt-normalize"
	rm -rf "$corpus"
done

# One large document: time must grow with its length, not with the square of it.
cat "$work"/texts/* >"$work/one.txt"
for copies in 10 100; do
	for ((i = 0; i < copies; i++)); do cat "$work/one.txt"; done >"$work/large.txt"
	bytes=$(wc -c <"$work/large.txt") largest=$bytes base=$first_base
	echo "== one document of $bytes bytes"
	measure "pt-extract" 1 "pt-extract '$work/large.txt'"
done
rm -f "$work/large.txt"
exit $over
