#!/bin/bash
# Knows how libFuzzer is run: what it starts from, which words it puts in, and how long it may take.
# usage: fuzz.sh needs CLANG                             fails with one sentence where that is no clang with libFuzzer
#        fuzz.sh run BUILD SECONDS SHARED TARGET...      each program of BUILD/tests in turn; a finding is status 1
# A finding is left in BUILD/findings/TARGET; `BUILD/tests/TARGET FILE` shows it again.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)

needs() {
	local program='int LLVMFuzzerTestOneInput(const char *, long); int LLVMFuzzerTestOneInput(const char *p, long n) { return !p && n; }'
	"$1" -fsanitize=fuzzer,address,undefined -x c -o /dev/null - <<<"$program" >/dev/null 2>&1 && return 0
	echo "make fuzz needs clang with libFuzzer; as root: apt-get install clang (or name another with CLANG=)" >&2
	return 1
}

# The documents in pieces, since short inputs are tried often, cut at line ends where there are any; for decoding, those in other
# encodings too.
make_seeds() {
	local build=$1 file encoding
	shift
	rm -rf "$build/seeds" "$build/seeds-decoding"
	mkdir -p "$build/seeds" "$build/seeds-decoding"
	for file; do
		split -C 2000 - "$build/seeds/${file##*/}." <"$file"
		for encoding in GB18030 UTF-16 BIG5; do
			head -c 2000 "$file" | iconv -c -f UTF-8 -t "$encoding" >"$build/seeds-decoding/${file##*/}.$encoding" 2>/dev/null || true
		done
	done
}

# The first cell of each row of the tables: "word", every byte as \xNN. libFuzzer takes words of up to 64 bytes.
make_dictionary() {
	awk -F '\t' 'FNR == 1 { headed = 0 } /^# / { next } !headed { headed = 1; next }
		length($1) <= 64 && !seen[$1]++ { print $1 }' "$@" | od -An -v -tx1 | awk '
		{ for (i = 1; i <= NF; i++) if ($i != "0a") word = word "\\x" $i; else { print "\"" word "\""; word = "" } }'
}

run() {
	local build=$1 seconds=$2 shared=$3 target status=0 documents=() from=()
	shift 3
	mapfile -t documents < <(find fixtures "$shared/seeds" -maxdepth 1 -type f \( -name '*.txt' -o -name '*.csv' -o -name '*.md' \) 2>/dev/null | LC_ALL=C sort)
	make_seeds "$build" "${documents[@]}"
	LC_ALL=C make_dictionary lib/data/*.tsv >"$build/words.dict"
	export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1
	for target; do
		mkdir -p "$build/corpus/$target" "$build/findings/$target"
		from=("$build/corpus/$target" "$build/seeds" "$build/seeds-$target")
		[ -d "${from[2]}" ] || unset 'from[2]'
		echo "$target: $seconds seconds"
		# Its entropic schedule walks all rare features for each input, which is nine tenths of the time of programs this branchy.
		if ! nice "$build/tests/$target" -entropic=0 -max_len=8192 -timeout=10 -max_total_time="$seconds" -dict="$build/words.dict" \
			-artifact_prefix="$build/findings/$target/" "${from[@]}" >"$build/$target.log" 2>&1; then
			grep -A 25 -m 1 'ERROR: \|runtime error' "$build/$target.log" || true
			status=1
		fi
		grep -o '^Done .*\|Test unit written to .*' "$build/$target.log" || true
	done
	return $status
}

cd "$root"
"$@"
