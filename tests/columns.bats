# Knows what pt-normalize promises of named columns whatever stands in their cells: values come back, whatever form they were
# written in, and nothing is made up.
# shellcheck disable=SC2154 # lines is set by run

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
}

# random WHAT N: N cells or lines made up at random, with fixed seeds.
random() {
	run -0 python3 "$PT_ROOT/tests/columns.py" "$@"
	[[ ${lines[-1]} == "$2 $1, 0 faults" ]]
}

@test "an amount reads back the same from bank capitals, from 元, 万元 and 亿元, with marks and full-width" {
	random amounts 100000
}

@test "a day reads back the same from six forms" {
	random dates 100000
}

@test "a million random and mutated cells of each kind give plain values whose digits stand in them, or none" {
	# The sanitizers take ten times as long for each.
	case $PT_BUILD in
	*/san) random fuzz 100000 ;;
	*) random fuzz 1000000 ;;
	esac
}

@test "a second run, several threads and any cutting of the input give the same bytes" {
	random again 25000
}

@test "a row that goes out as it stands is the same as one that becomes a record" {
	random rows 50000
}

@test "each line comes out or is rejected, and is counted" {
	random lines 50000
}

@test "an array of JSON lines in a named column is told as such, and an empty one is nothing" {
	printf '{"a":["柳州市"],"b":[]}\n' >arrays.jsonl
	pt-normalize --region a --region b arrays.jsonl >got
	same <(printf '{"a":["柳州市"],"notes":["a: an array where a text is wanted"]}\n') got
	pt-normalize --region a got >again
	same got again
}
