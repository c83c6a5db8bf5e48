# Knows what the bats files share: where things are, and how outputs are compared.
# shellcheck shell=bash

bats_require_minimum_version 1.5.0
# Set by run.sh; a bats file of tests/ can be run by hand too.
: "${PT_ROOT:=$(cd "$BATS_TEST_DIRNAME/.." && pwd)}" "${PT_BUILD:=$PT_ROOT/build}"
PATH=$PT_BUILD/bin:$PATH

# The documents among the fixtures, by name within the folder.
fixture_documents() {
	(cd "$PT_ROOT/fixtures" && printf '%s\n' *.txt *.csv *.md | grep -v '^SOURCES\|\*')
}

# Tests that need the shared documents are passed over where there are none.
need_shared() {
	[ -d "$PT_ROOT/../shared/$1" ] || skip "no ../shared/$1"
}

# The contract's samples of a tool: what each contract test gives it to read.
samples() {
	printf '%s\n' "$PT_ROOT/tests/contract/$TOOL"/*
}

# Records without what depends on the bytes of the input rather than on its words.
words_only() {
	sed -E 's/"(id|sha256|encoding|part_of|cap_of|doc|source)":"[^"]*",?//g
		s/"(start|end)":[0-9]+,?//g
		s/"spans":\[[^]]*\],?//g
		s/\\r//g
		s/,\}/}/'
}

# Records without what tells one encoding of a document from another.
any_encoding() {
	sed -E 's/"(encoding|sha256)":"[^"]*",?//g; s/,\}/}/'
}

# same EXPECTED ACTUAL: files; shows the first differences.
same() {
	cmp -s "$1" "$2" && return 0
	diff -u "$1" "$2" | cut -c1-300 | head -12
	return 1
}

# How the long options of a tool's --help look as "-x --name" or "--name".
help_options() {
	"$1" --help | sed -nE 's/^  (-., |    )--([a-z0-9-]+).*/\1--\2/p' | sed -E 's/^(-.), /\1 /; s/^ +//' | LC_ALL=C sort
}

# The same from the .It lines of its manual.
manual_options() {
	sed -nE 's/^\.It .*Fl -([a-z0-9-]+).*/&/p' "$1" |
		sed -E 's/^\.It (Fl (.) , )?Fl -([a-z0-9-]+).*/\2 --\3/; s/^([^ -])/-\1/; s/^ +//' | LC_ALL=C sort
}
