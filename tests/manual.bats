# Knows that the manual of the record format and the list of fields say the same.

setup() {
	load helper
	schema=$PT_ROOT/lib/data/schema.tsv
	manual=$PT_ROOT/cmd/pt-record.5
}

# The words of the .It lines that look like a field's name.
documented() {
	grep '^\.It ' "$manual" | tr -s ' ,' '\n' | grep -E '^[a-z][a-z0-9_]+$' | LC_ALL=C sort -u
}

@test "pt-record.5 explains every field of schema.tsv and no other" {
	grep -v '^# ' "$schema" | tail -n +2 >"$BATS_TEST_TMPDIR/rows"
	cut -f2 "$BATS_TEST_TMPDIR/rows" | LC_ALL=C sort -u >"$BATS_TEST_TMPDIR/fields"
	cut -f1 "$BATS_TEST_TMPDIR/rows" | LC_ALL=C sort -u >"$BATS_TEST_TMPDIR/types"
	documented >"$BATS_TEST_TMPDIR/documented"
	run -0 comm -23 "$BATS_TEST_TMPDIR/fields" "$BATS_TEST_TMPDIR/documented"
	[ -z "$output" ] || { echo "not explained:" $output && false; }
	run -0 comm -13 <(sort -u "$BATS_TEST_TMPDIR/fields" "$BATS_TEST_TMPDIR/types") "$BATS_TEST_TMPDIR/documented"
	[ -z "$output" ] || { echo "not in schema.tsv:" $output && false; }
}
