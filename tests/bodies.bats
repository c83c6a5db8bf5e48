# Knows that every row of the tables of bodies is found in each of its forms, in regions of every kind and in several years.
# shellcheck disable=SC2154 # lines is set by run

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
}

@test "each department has its full name in provinces, cities and counties, and each central body in its years" {
	mkdir data
	pt-normalize --dump-data data
	run -0 python3 "$PT_ROOT/tests/bodies.py" data
	[[ ${lines[-1]} =~ ^[0-9]{6,}' names, 0 faults'$ ]]
}
