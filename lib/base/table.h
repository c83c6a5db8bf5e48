/* Tables of words and rules: UTF-8 TSV files of lib/data, built into the binary as text and read
 * at start; --data DIR lays DIR/NAME.tsv over the table NAME.
 *
 * File form: lines that start with "# " are comments (the head says what the table is, its source,
 * licence and reader); the first other line names the columns; every other line is a row with as
 * many cells. The first column is the key: in an overlay a row with a known key replaces the built-in rows
 * of that key, "!key" deletes them, other rows are added at the end. Cells are slices that live as
 * long as the program. */
#ifndef PT_BASE_TABLE_H
#define PT_BASE_TABLE_H

#include "base/str.h"

struct table {
	const char *name;
	struct str *heads; /* column names */
	size_t columns;
	struct str *cells; /* rows x columns, row by row */
	size_t rows;
	const char **files; /* a row each: where it stands, for messages; "NAME.tsv" when built in */
	long *lines;
};

/* Overlay folders in the order given on the command line; call before the first table_get. */
void table_overlay(const char *dir);

/* Whether there is any. Then all tables that may be needed are better read at once, so that their faults are told. */
bool table_overlaid(void);

/* The table NAME (ends with status 2 and file:line when an overlay is malformed). The same pointer
 * at every call, of any thread. */
const struct table *table_get(const char *name);

/* A walk over the rows of a table that is not kept: what is read once and put into another form needs no cells of its own. */
struct table_walk {
	struct table head;      /* its name and columns, for table_column; no rows */
	struct str *cells;      /* of the row at hand */
	const char *file;       /* where it stands, for messages */
	long line;
	const struct table *kept; /* the table with overlays laid over it, or NULL */
	struct str text;
	size_t at, row;
	size_t most;            /* no fewer rows than there are */
};

void table_walk(struct table_walk *w, const char *name);
/* The next row; false when there is none. */
bool table_next(struct table_walk *w);

/* Writes every built-in table to DIR/NAME.tsv. */
void table_dump(const char *dir);

static inline struct str table_cell(const struct table *t, size_t row, size_t column)
{
	return t->cells[row * t->columns + column];
}

/* Index of a column by its name; ends with status 2 when the table has none. */
size_t table_column(const struct table *t, const char *head);

#endif
