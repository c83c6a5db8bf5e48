#!/bin/bash
# Knows what a folder case is: tests/cases/TOOL/a-sentence with
#   args            the command line after the tool's name, as a shell reads it (it may go on with a pipe)
#   input           standard input (absent: empty)
#   expected        standard output, expected.err standard error; what is absent is not compared
#   expected.files/ files that the run must have made, by name
#   status          exit status (absent: 0)
#   known-bug       a sentence; the case must then fail, so that its mending shows
# The run has a copy of the folder as its working directory.
# usage: case.sh check|accept BUILD TOOL/a-sentence...
set -u

mode=$1
build=$(cd "$2" && pwd)
shift 2
cases=$(cd "$(dirname "$0")/cases" && pwd)
PATH=$build/bin:$PATH

# Leaves stdout, stderr and status beside the copy.
run_case() {
	local tool=${1%%/*} input=/dev/null
	cp -R "$cases/$1" "$work/run"
	[ -e "$work/run/input" ] && input=$work/run/input
	(
		cd "$work/run" || exit 99
		eval "$tool $(cat args 2>/dev/null)"
	) <"$input" >"$work/stdout" 2>"$work/stderr"
	echo $? >"$work/status"
}

# Shows a file that is not as expected.
compare() {
	[ ! -e "$2" ] || diff -u --label "$1" --label "the run" "$2" "$3"
}

agrees() {
	local case=$1 bad=0 file
	if [ ! -e "$case/status" ]; then echo 0 >"$work/zero"; fi
	compare status "$case/status" "$work/status" || bad=1
	compare status "$work/zero" "$work/status" || bad=1
	compare expected "$case/expected" "$work/stdout" || bad=1
	compare expected.err "$case/expected.err" "$work/stderr" || bad=1
	if [ -d "$case/expected.files" ]; then
		while IFS= read -r -d '' file; do
			compare "$file" "$case/expected.files/$file" "$work/run/$file" || bad=1
		done < <(cd "$case/expected.files" && find . -type f -print0)
	fi
	if [ $bad -eq 1 ] && [ ! -e "$case/expected.err" ]; then cat "$work/stderr"; fi
	return $bad
}

check() {
	local case=$cases/$1
	if [ ! -e "$case/known-bug" ]; then
		agrees "$case"
	elif agrees "$case" >/dev/null; then
		echo "$1: the known bug is gone: remove the file known-bug"
		return 1
	fi
}

# expected.err and expected.files are rewritten where they are; the first acceptance of a case
# writes what there is to expect.
accept() {
	local case=$cases/$1 status file
	status=$(cat "$work/status")
	if [ -s "$work/stderr" ] || [ -e "$case/expected.err" ]; then cp "$work/stderr" "$case/expected.err"; fi
	cp "$work/stdout" "$case/expected"
	rm -f "$case/status"
	[ "$status" -eq 0 ] || echo "$status" >"$case/status"
	if [ -d "$case/expected.files" ]; then
		while IFS= read -r -d '' file; do
			cp "$work/run/$file" "$case/expected.files/$file"
		done < <(cd "$case/expected.files" && find . -type f -print0)
	fi
	echo "accepted $1 (status $status)"
}

failed=0
# shellcheck disable=SC2068 # a pattern may stand for several cases; their names have no blanks
for name in $(cd "$cases" && printf '%s\n' $@); do
	name=${name%/}
	if [ ! -d "$cases/$name" ]; then
		echo "$name: no such case in tests/cases" >&2
		exit 2
	fi
	work=$(mktemp -d)
	run_case "$name"
	case $mode in
	check) check "$name" || failed=1 ;;
	accept) accept "$name" ;;
	esac
	rm -rf "$work"
done
exit $failed
