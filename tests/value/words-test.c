/* Knows how the tables confusion.tsv, simplify.tsv and likename.tsv write what becomes of a text, and compares what the library makes of it.
 *
 *   words-test KIND FILE        KIND: confusion simplify likename
 *   words-test show KIND TEXT   what a line would have to expect
 *
 * A file has "# " comments, a row of column names and rows of input, expected, reason; `=` is the input itself. A second time must change
 * nothing. */
#include "rows.h"

#include "base/arena.h"
#include "verb/confusion.h"
#include "zh/likename.h"
#include "zh/simplify.h"

static struct arena run;
static const char *kind;

static struct str convert(struct str s)
{
	struct record r = {&run, NULL, 0, 0};
	struct buf b = {NULL, 0, 0};

	if (strcmp(kind, "confusion") == 0)
		return confusion_mend(&r, "task", s);
	if (strcmp(kind, "simplify") == 0)
		return simplify_plain(s, &run);
	likename_put(s, &b);
	s = arena_copy(&run, buf_str(&b));
	buf_free(&b);
	return s;
}

static bool run_row(struct str *row, const char *file, long at)
{
	struct str want = str_eq(row[1], STR("=")) ? row[0] : row[1], got = convert(row[0]);
	bool settled = str_eq(convert(got), got);

	if (!str_eq(got, want))
		printf("%s:%ld: %.*s: expected %.*s, got %.*s\n", file, at, STR_ARGS(row[0]), STR_ARGS(want), STR_ARGS(got));
	else if (!settled)
		printf("%s:%ld: %.*s: a second time changes it\n", file, at, STR_ARGS(row[0]));
	return str_eq(got, want) && settled;
}

int main(int argc, char **argv)
{
	bool show = argc == 4 && strcmp(argv[1], "show") == 0;

	if (!show && argc != 3) {
		fputs("usage: words-test KIND FILE | show KIND TEXT\n", stderr);
		return 2;
	}
	confusion_load();
	simplify_load();
	kind = argv[show ? 2 : 1];
	if (!show)
		return rows_run(argv[2], 3, run_row);
	printf("%.*s\n", STR_ARGS(convert(str_of(argv[3]))));
	return 0;
}
