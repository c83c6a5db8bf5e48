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

struct table_part;

struct table {
	const char *name;
	size_t columns, rows;
	const char *text;      /* of the built-in table and, behind it, of the overlays */
	const uint32_t *heads; /* where the names of the columns begin in the text, and where one more would */
	const uint32_t *at;    /* the same of the cells of each row */
	struct table_part *parts; /* the files that stand in the text */
	size_t part_count;
};

/* Overlay folders in the order given on the command line; call before the first table_get. */
void table_overlay(const char *dir);

/* Whether there is any. Then all tables that may be needed are better read at once, so that their faults are told. */
bool table_overlaid(void);

/* The table NAME (ends with status 2 and file:line when an overlay is malformed). The same pointer
 * at every call, of any thread. */
const struct table *table_get(const char *name);

/* The text of the built-in table NAME, in which its cells stand while there is no overlay. */
struct str table_text(const char *name);

/* Where a row stands, for messages; "NAME.tsv" when built in. */
struct table_place {
	const char *file;
	long line;
};

struct table_place table_place(const struct table *t, size_t row);

/* Tells what is wrong with a row, and ends with status 2. */
void table_bad(const struct table *t, size_t row, const char *what) __attribute__((cold, noreturn));

/* Writes every built-in table to DIR/NAME.tsv. */
void table_dump(const char *dir);

static inline struct str table_cell(const struct table *t, size_t row, size_t column)
{
	const uint32_t *at = &t->at[row * (t->columns + 1) + column];

	return (struct str){t->text + at[0], at[1] - at[0] - 1};
}

static inline struct str table_head(const struct table *t, size_t column)
{
	return (struct str){t->text + t->heads[column], t->heads[column + 1] - t->heads[column] - 1};
}

/* Index of a column by its name; ends with status 2 when the table has none. */
size_t table_column(const struct table *t, const char *head);

#endif
