/* Knows how a table of tests is read: "# " comments, a row of column names, and rows, of which each is a test. */
#ifndef PT_TESTS_VALUE_ROWS_H
#define PT_TESTS_VALUE_ROWS_H

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"

enum { ROWS_MOST_CELLS = 8 };

/* The exit status: 0 if `row` holds for the cells of each row, which are `columns`; it tells of those for which it does not. */
static inline int rows_run(const char *file, size_t columns, bool (*row)(struct str *cells, const char *file, long at))
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
		struct str text = {line, (size_t)n}, cells[ROWS_MOST_CELLS];
		size_t from = 0, count = 0;

		at++;
		text.n -= n > 0 && line[n - 1] == '\n';
		if (text.n == 0 || str_starts(text, STR("# ")))
			continue;
		while (count < columns && str_split(text, '\t', &from, &cells[count]))
			count++;
		bool ok = count == columns && from > text.n;

		if (!ok)
			printf("%s:%ld: %zu cells are wanted\n", file, at, columns);
		else if (headed)
			ok = row(cells, file, at);
		passed += ok && headed;
		failed += !ok;
		headed = true;
	}
	free(line);
	fclose(f);
	printf("%ld passed, %ld failed\n", passed, failed);
	return failed > 0;
}

#endif
