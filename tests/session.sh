#!/bin/bash
# Knows how to run a session cut out by examples.awk and compare what it writes, standard error included.
# usage: session.sh BUILD SESSION; the working directory is a folder that shows the repository's
# entries, so that files made by the commands do not soil it.
set -u

root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$1" && pwd)
session=$2
PATH=$build/bin:$PATH
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/root"
for entry in "$root"/*; do
	case ${entry##*/} in
	build) ;;
	*) ln -s "$entry" "$stage/root/" ;;
	esac
done
cd "$stage/root" || exit 1

bad=0
: >"$stage/expected"
run() {
	[ -n "$command" ] || return 0
	bash -c "$command" >"$stage/actual" 2>&1 </dev/null
	if [ "$(tail -n 1 "$stage/expected")" = ... ]; then
		sed -i '$d' "$stage/expected"
		head -n "$(wc -l <"$stage/expected")" "$stage/actual" >"$stage/head"
		mv "$stage/head" "$stage/actual"
	fi
	if ! diff -u --label documented --label real "$stage/expected" "$stage/actual" >"$stage/diff"; then
		printf '$ %s\n' "$command"
		cat "$stage/diff"
		bad=1
	fi
}

command='' more=
while IFS= read -r line; do
	if [ -n "$more" ]; then
		command+=$'\n'$line
	elif [[ $line == '$ '* ]]; then
		run
		command=${line#'$ '}
		: >"$stage/expected"
	else
		printf '%s\n' "$line" >>"$stage/expected"
		continue
	fi
	more=
	[[ $line == *\\ ]] && more=1
done <"$session"
run
exit $bad
