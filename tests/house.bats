# Knows that `make check` refuses what the house does not allow.

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
	mkdir -p lib/{base,io,zh,doc,verb} cmd
}

# refused FILE MESSAGE: a source with the code on standard input is refused with that message.
refused() {
	{ echo '/* Knows. */' && cat; } >"$1"
	run -1 --separate-stderr env LC_ALL=C awk -f "$PT_ROOT/tests/house.awk" lib/*/*.c
	[ "$stderr" = "$1:2: $2" ]
	rm "$1"
}

@test "a layer cannot include one above it" {
	refused lib/io/a.c 'io is below doc and cannot include it' <<<'#include "doc/outline.h"'
	refused lib/base/a.c 'base is below io and cannot include it' <<<'#include "io/input.h"'
}

@test "zh and doc know no files" {
	refused lib/zh/a.c 'zh reads no files and cannot include io' <<<'#include "io/record.h"'
	refused lib/doc/a.c 'doc is pure: no files' <<<'FILE *f;'
}

@test "iconv, libcsv and jansson have one user each" {
	refused lib/verb/a.c 'csv.h is for lib/io alone' <<<'#include <csv.h>'
	printf '/* Knows. */\n#include <iconv.h>\n' >lib/io/a.c
	refused lib/io/b.c 'iconv.h has a user already: lib/io/a.c' <<<'#include <iconv.h>'
}

@test "words, floats, clock and environment stay out of the code" {
	refused lib/doc/a.c 'text that is not ASCII: words live in lib/data' <<<'x = "牵头"; /* 牵头 */'
	refused lib/zh/a.c 'a binary float' <<<'double x;'
	refused lib/io/a.c 'the locale or the clock is read' <<<'t = time(NULL);'
	refused lib/io/a.c 'the environment is read' <<<'getenv("HOME");'
	refused lib/io/a.c 'only base/diag.c ends the program' <<<'exit(1);'
}

@test "punctuation, comments and TMPDIR are allowed" {
	printf '/* Knows 牵头 double. */\nx = "。"; /* 牵头 */ getenv("TMPDIR"); timeout(1);\n' >lib/doc/a.c
	run -0 --separate-stderr env LC_ALL=C awk -f "$PT_ROOT/tests/house.awk" lib/*/*.c
	[ -z "$stderr" ]
}
