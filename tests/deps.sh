#!/bin/bash
# Knows how to find out whether Debian packages are there, and how to get those that are not.
# usage: deps.sh show|install PACKAGE:PROOF...    (PROOF: a header NAME.h or a command)
# show: fails with one sentence when something is missing; install: installs what is missing.
set -u

has() {
	case $1 in
	*.h) "${CC:-cc}" -E -x c - <<<"#include <$1>" >/dev/null 2>&1 ;;
	*) command -v "$1" >/dev/null 2>&1 ;;
	esac
}

missing() {
	local pair
	for pair; do
		has "${pair#*:}" || printf '%s ' "${pair%%:*}"
	done
}

mode=$1
shift
lacking=$(missing "$@")
[ -z "$lacking" ] && exit 0
line="apt-get install -y --no-install-recommends ${lacking% }"
if [ "$mode" = show ]; then
	echo "missing: ${lacking% }; 'make deps' installs it, or as root: $line" >&2
	exit 1
fi

# Root installs at once; another asks sudo, and without a terminal only a sudo that needs no password.
as_root=()
if [ "$(id -u)" -ne 0 ]; then
	as_root=(sudo)
	[ -t 0 ] || as_root=(sudo -n)
fi
if ! command -v apt-get >/dev/null || { [ ${#as_root[@]} -gt 0 ] && ! "${as_root[@]}" true 2>/dev/null; }; then
	echo "missing: ${lacking% }; run as root: $line" >&2
	exit 1
fi
echo "installing ${lacking% }" >&2
"${as_root[@]}" apt-get -qq update </dev/null >&2 || true
# shellcheck disable=SC2086 # the line is words
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $line </dev/null >&2 || exit 1
lacking=$(missing "$@")
[ -z "$lacking" ] && exit 0
echo "still missing after the installation: ${lacking% }" >&2
exit 1
