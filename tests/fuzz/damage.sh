#!/bin/bash
# Knows how to go on damaging input with seed after seed, best on a sanitizer build, until something gives way.
# usage: damage.sh BUILD ROUNDS [FIRST-SEED]
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
PT_BUILD=$(cd "$1" && pwd)
export PT_ROOT=$root PT_BUILD ASAN_OPTIONS=detect_leaks=0:exitcode=99
first=${3:-1}
for ((SEED = first; SEED < first + $2; SEED++)); do
	export SEED
	bats "$root/tests/damage.bats" >"$PT_BUILD/damage.log" 2>&1 || { echo "seed $SEED:" && cat "$PT_BUILD/damage.log" && exit 1; }
done
echo "$2 rounds passed"
