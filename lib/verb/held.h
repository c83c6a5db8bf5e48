/* A table or a stream of records held in memory. */
#ifndef PT_VERB_HELD_H
#define PT_VERB_HELD_H

#include "base/names.h"
#include "io/stream.h"

/* An empty cell, an empty string and a field that a record does not have are alike: text.n is 0. Arrays are text, as in
 * CSV. */
struct held_cell {
	struct str text;
	enum value_kind kind; /* VALUE_NULL: nothing stands there */
};

struct held {
	const char *file;
	enum format format;
	bool contract;        /* all rows are contract records, and there is one */
	bool table;           /* rows have a cell in every column, also where it is empty */
	struct names columns; /* in the order of the header, or as first seen */
	struct held_row *rows;
	size_t n, cap;
	struct arena arena;
	char *room;
	size_t left;
};

/* Reads all of a file; faults are told and raise the status. */
void held_read(struct held *h, const char *file, const struct source_options *o);

/* The cells of a row, one a column; they last as long as the table. */
void held_cells(const struct held *h, size_t row, struct held_cell *cells);
/* Where the row begins, from 1. */
long held_line(const struct held *h, size_t row);

/* The value that a cell was made of, in `a`. */
struct value held_value(struct arena *a, struct held_cell cell);
struct held_cell held_cell_of(struct arena *a, const struct value *v);

void held_free(struct held *h);

#endif
