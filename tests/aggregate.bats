# Knows what pt-aggregate promises of any table: figures that agree with Python's, in any order and form of the rows.
# shellcheck disable=SC2154 # stderr is set by run

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
}

# What tests/aggregate.py works out once more.
check() {
	python3 "$PT_ROOT/tests/aggregate.py" "check_$1" "$BATS_TEST_TMPDIR"
}

@test "figures of money in 400 groups are those of Python's decimals" {
	check money_in_400_groups
}

@test "figures of numbers of all scales and lengths are those of Python's decimals" {
	check numbers_of_all_scales_and_lengths
}

@test "means are rounded half to even at any digit" {
	check means_of_all_digits
}

@test "the order of the rows changes no figure" {
	check any_order_of_rows
}

@test "several files give what one gives" {
	check several_files_are_as_one
}

@test "CSV, TSV and JSON lines of one table give the same figures" {
	check all_formats_give_the_same
}

@test "parts, caps, rules and amounts for each are left out as a brute force finds them" {
	check money_sense
}

@test "a million groups" {
	awk 'BEGIN { print "g,n"; for (i = 1; i <= 1000000; i++) print "g" i "," i ".25" }' >table
	awk 'BEGIN { print "g,sum_n,level"; for (i = 1; i <= 1000000; i++) print "g" i "," i ".25,group"; print ",500000750000.00,total" }' >want
	pt-aggregate -g g -a sum:n --total table >got
	cmp want got
}

# The funding records of the shared documents.
seed_funding() {
	need_shared seeds
	pt-extract --type funding "$PT_ROOT"/../shared/seeds/*.txt | pt-normalize >funding
}

@test "over the seeds a part is not added to its whole" {
	seed_funding
	run -0 --separate-stderr pt-aggregate --where status=actual -a sum:amount funding
	[ "$output" = '{"sum_amount":195700000}' ]
	[ "$stderr" = "pt-aggregate: records left out of figures of amounts: parts 1 (--include brings them in)" ]
	run -0 --separate-stderr pt-aggregate --where status=actual -a sum:amount --include parts funding
	[ "$output" = '{"sum_amount":207700000}' ]
	[ -z "$stderr" ]
}

@test "over the seeds rules are no sums of money unless asked for" {
	seed_funding
	run -0 --separate-stderr pt-aggregate -a sum:amount funding
	[[ $stderr =~ rules\ [1-9] ]]
	sum=$output
	pt-aggregate --where status!=rule -a sum:amount funding >without 2>/dev/null
	[ "$sum" = "$(cat without)" ]
	run -0 --separate-stderr pt-aggregate -g status -a sum:amount funding
	[[ $output == *'{"status":"rule"}'* ]]
	run -0 --separate-stderr pt-aggregate -a sum:amount --include rules funding
	[ "$output" != "$sum" ]
	[[ $stderr != *rules* ]]
}
