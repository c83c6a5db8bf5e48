#!/bin/bash
# What changed between two versions of a document: amounts, deadlines, bodies, tasks that came or went.
# usage: what-changed.sh OLD NEW [OPTION OF PT-DIFF]...
# ends as pt-diff does: 0 nothing changed, 1 something did, 2 trouble
# needs pt-extract, pt-normalize and pt-diff in PATH
set -eu -o pipefail
[ $# -ge 2 ] || { echo "usage: ${0##*/} OLD NEW [OPTION]..." >&2; exit 2; }
old=$1 new=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# records FILE SIDE: a document's records in $work/SIDE. Both versions go by the name of the old one, since a record is named by
# its document too.
records() {
	mkdir "$work/text.$2"
	cp "$1" "$work/text.$2/${old##*/}" || exit 2
	(cd "$work/text.$2" && pt-extract "${old##*/}" | pt-normalize) >"$work/$2" || exit 2
}
records "$old" old
records "$new" new
cd "$work"
pt-diff "$@" old new
