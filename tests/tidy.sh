#!/bin/bash
# Knows how to ask clang-tidy about many files at a time and to be quiet where it has nothing to say.
# usage: tidy.sh FILE... -- COMPILER-OPTION...     (the checks are in .clang-tidy)
set -u

files=()
while [ "$1" != -- ]; do
	files+=("$1")
	shift
done
shift
if ! command -v clang-tidy >/dev/null; then
	echo "clang-tidy is not installed; cppcheck alone has read the sources"
	exit 0
fi

one() {
	local out
	out=$(clang-tidy --quiet "$@" 2>&1) && ! grep -q ': \(warning\|error\):' <<<"$out" && return 0
	grep -v '^[0-9]* warnings\?\( and .*\)\? generated\|^Suppressed\|^Use -header-filter' <<<"$out"
	return 1
}

export -f one
echo "clang-tidy on ${#files[@]} files"
# shellcheck disable=SC2016 # expanded by the shell that xargs starts
printf '%s\n' "${files[@]}" | xargs -P "$(nproc 2>/dev/null || echo 2)" -I{} bash -c 'one "$@"' tidy {} -- "$@"
