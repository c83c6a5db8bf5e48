/* Knows how the tables confusion.tsv, simplify.tsv and likename.tsv write what becomes of a text, and compares what the library makes of it.
 *
 *   words-test KIND FILE        KIND: confusion simplify likename
 *   words-test show KIND TEXT   what a line would have to expect
 *
 * A file has "# " comments, a row of column names and rows of input, expected, reason; `=` is the input itself. A second time must change
 * nothing. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "verb/confusion.h"
#include "zh/likename.h"
#include "zh/simplify.h"

static struct arena run;

static struct str convert(const char *kind, struct str s)
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

static bool run_row(const char *kind, const struct str *row, const char *file, long at)
{
	struct str want = str_eq(row[1], STR("=")) ? row[0] : row[1], got = convert(kind, row[0]);
	bool settled = str_eq(convert(kind, got), got);

	if (!str_eq(got, want))
		printf("%s:%ld: %.*s: expected %.*s, got %.*s\n", file, at, STR_ARGS(row[0]), STR_ARGS(want), STR_ARGS(got));
	else if (!settled)
		printf("%s:%ld: %.*s: a second time changes it\n", file, at, STR_ARGS(row[0]));
	return str_eq(got, want) && settled;
}

static int run_file(const char *kind, const char *file)
{
	FILE *f = fopen(file, "r");
	char *line = NULL;
	size_t cap = 0;
	long at = 0, passed = 0, failed = 0;
	bool headed = false;

	if (!f) {
		perror(file);
		return 2;
	}
	for (ssize_t n; (n = getline(&line, &cap, f)) >= 0;) {
		struct str text = {line, (size_t)n}, row[3];
		size_t from = 0, cells = 0;

		at++;
		text.n -= n > 0 && line[n - 1] == '\n';
		if (text.n == 0 || str_starts(text, STR("# ")))
			continue;
		for (; cells < 3 && str_split(text, '\t', &from, &row[cells]); cells++)
			;
		bool ok = cells == 3 && from > text.n;

		if (!ok)
			printf("%s:%ld: three cells are wanted\n", file, at);
		else if (headed)
			ok = run_row(kind, row, file, at);
		passed += ok && headed;
		failed += !ok;
		headed = true;
	}
	free(line);
	fclose(f);
	printf("%ld passed, %ld failed\n", passed, failed);
	return failed > 0;
}

int main(int argc, char **argv)
{
	confusion_load();
	simplify_load();
	if (argc == 4 && strcmp(argv[1], "show") == 0)
		printf("%.*s\n", STR_ARGS(convert(argv[2], str_of(argv[3]))));
	else if (argc == 3)
		return run_file(argv[1], argv[2]);
	return 0;
}
