#!/bin/bash
# Knows all that is to be tested, and counts. Nothing is registered: value tables, case folders, manuals and
# bats files are found by their place. The last line is "N passed, N failed", with ", N skipped" when some were.
# usage: run.sh BUILD TOOL...     FILTER=REGEX in the environment: only the tests whose name matches
set -u

PT_ROOT=$(cd "$(dirname "$0")/.." && pwd)
PT_BUILD=$(cd "$1" && pwd)
shift
PT_TOOLS=$*
export PT_ROOT PT_BUILD PT_TOOLS
export PATH=$PT_BUILD/bin:$PATH
# Neither the user's locale nor what make was told for this build is for the tests to see.
unset NO_COLOR LC_ALL LANG LANGUAGE POSIXLY_CORRECT MAKEFLAGS MFLAGS MAKELEVEL B CFLAGS SAN
cd "$PT_ROOT" || exit 2

made=$PT_BUILD/tests/made       # bats files made here
results=$PT_BUILD/tests/results # one file a job
reports=$PT_BUILD/tests/reports # what a sanitizer found, whoever asked
rm -rf "$made" "$results" "$reports"
mkdir -p "$made" "$results" "$reports"
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}log_path=$reports/asan"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}log_path=$reports/ubsan"

# bats 1.8 cannot register tests in a loop: a file is written with one @test a folder or example.
make_case_tests() {
	local tool folder sentence
	for tool in $PT_TOOLS; do
		[ -d "tests/cases/$tool" ] || continue
		for folder in tests/cases/"$tool"/*/; do
			[ -d "$folder" ] || continue
			sentence=$(basename "$folder")
			printf '@test "%s: %s" {\n\t"$PT_ROOT/tests/case.sh" check "$PT_BUILD" %s\n}\n' \
				"$tool" "${sentence//-/ }" "$tool/$sentence"
		done >"$made/cases-$tool.bats"
	done
}

make_example_tests() {
	local manual name session
	for manual in cmd/*.[15] README*.md lib/README.md; do
		[ -e "$manual" ] || continue
		name=${manual//\//-}
		awk -v out="$made/$name" -f tests/examples.awk "$manual" >"$made/sessions"
		while IFS= read -r session; do
			printf '@test "example %s" {\n\t"$PT_ROOT/tests/session.sh" "$PT_BUILD" "%s"\n}\n' "${session##*/}" "$session"
		done <"$made/sessions"
	done >"$made/examples.bats"
}

# A job a line: name, program, argument, tool. Value drivers are told their kind by the table's name.
list_jobs() {
	local file kind tool
	for file in tests/value/*.tsv; do
		[ -e "$file" ] || continue
		kind=$(basename "$file" .tsv)
		case $kind in
		region | org | stem) echo "value-$kind names-test $file $kind" ;;
		confusion | simplify | likename) echo "value-$kind words-test $file $kind" ;;
		org-*) echo "value-$kind names-test $file org" ;;
		cell-* | region-*) echo "value-$kind cell-test $file $kind" ;;
		*) echo "value-$kind value-test $file $kind" ;;
		esac
	done
	[ -x "$PT_BUILD/tests/value-test" ] && echo "value-fuzz value-test 3000 fuzz"
	[ -x "$PT_BUILD/tests/plain-test" ] && echo "plain-fuzz plain-test 300000 fuzz"
	[ -x "$PT_BUILD/tests/lookup-test" ] && echo "lookup-fuzz lookup-test 300 fuzz"
	for file in "$made"/*.bats tests/*.bats; do
		[ -s "$file" ] || continue
		kind=$(basename "$file" .bats)
		if [ "$kind" = contract ]; then
			for tool in $PT_TOOLS; do
				[ -d "tests/contract/$tool" ] || continue
				echo "contract-$tool bats $file $tool"
			done
		else
			echo "$kind bats $file -"
		fi
	done
}

# Several jobs run at a time, so the output of each is kept apart.
run_job() {
	local out=$results/$1
	if [ "$2" = bats ]; then
		TOOL=$4 bats --tap ${FILTER:+--filter "$FILTER"} "$3" >"$out" 2>&1
	elif [ -n "${FILTER:-}" ] && ! grep -qE "$FILTER" <<<"$1"; then
		:
	elif [ "$4" = fuzz ]; then
		# Texts made up at random are one test together.
		if "$PT_BUILD/tests/$2" fuzz 1 "$3" >"$out" 2>&1; then
			echo "1 passed, 0 failed" >"$out"
		else
			sed -i '/ passed, /d' "$out"
		fi
	else
		"$PT_BUILD/tests/$2" "$4" "$3" >"$out" 2>&1 || echo "status $?" >>"$out"
	fi
}

# Reads one result: TAP where there is a plan, else what a value driver wrote.
count_job() {
	awk '
	/^1\.\.[0-9]+$/ { tap = 1; planned = substr($0, 4) + 0; next }
	tap && /^ok .* # skip/ { skipped++; told = told $0 "\n"; bad = 0; next }
	tap && /^ok / { passed++; bad = 0; next }
	tap && /^not ok / { failed++; bad = 1 }
	tap && bad { told = told $0 "\n" }
	!tap && /^[0-9]+ passed, [0-9]+ failed$/ { passed = $1; failed = $3; summed = 1; next }
	!tap { told = told $0 "\n"; if ($0 ~ /^status [0-9]+$/) crashed = 1 }
	END {
		if (tap && planned > passed + failed + skipped) {
			failed = planned - passed - skipped
			told = told "some tests did not come to an end\n"
		}
		if (!tap && (!summed || (crashed && !failed))) {
			failed++
			told = told "the run did not come to an end\n"
		}
		printf "%d %d %d\n%s", passed, failed, skipped, told
	}' "$1"
}

export -f run_job
export results
make_case_tests
make_example_tests
list_jobs >"$made/jobs"
xargs -r <"$made/jobs" -P "$(nproc 2>/dev/null || echo 2)" -L 1 bash -c 'run_job "$@"' run

passed=0 failed=0 skipped=0
for result in "$results"/*; do
	[ -e "$result" ] || continue
	{
		read -r p f s
		told=$(cat)
	} < <(count_job "$result")
	# In CI a test is passed over only for want of the shared documents.
	if [ -n "${CI:-}" ]; then
		unasked=$(grep -c '^ok .* # skip' <<<"$told") || true
		excused=$(grep -c '^ok .* # skip no \.\./shared' <<<"$told") || true
		f=$((f + unasked - excused)) s=$excused
	fi
	[ $((p + f + s)) -eq 0 ] && continue
	printf '%-24s %4d passed, %d failed%s\n' "${result##*/}" "$p" "$f" "$([ "$s" -gt 0 ] && echo ", $s skipped")"
	[ -n "$told" ] && head -n "${LINES_TOLD:-60}" <<<"$told" | sed 's/^/    /'
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done
for report in "$reports"/*; do
	[ -e "$report" ] || continue
	echo "a sanitizer reports:"
	head -40 "$report" | sed 's/^/    /'
	failed=$((failed + 1))
done

echo "$passed passed, $failed failed$([ $skipped -gt 0 ] && echo ", $skipped skipped")"
[ $failed -eq 0 ] && [ $((passed + skipped)) -gt 0 ]
