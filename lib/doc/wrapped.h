/* The lines of a row of a table with a cell a line, some of which are cells of several lines. */
#ifndef PT_DOC_WRAPPED_H
#define PT_DOC_WRAPPED_H

#include "doc/upright.h"

enum {
	WRAPPED_LINES = 64, /* most lines of a row */
	WRAPPED_WIDEST = 96 /* places of a line that are counted, two for a Chinese character */
};

struct wrapped_row {
	struct cell lines[UPRIGHT_CELLS]; /* an empty one stands for an empty cell */
	bool open[UPRIGHT_CELLS];         /* the line may be the rest of the one before */
	size_t n;
};

/* Lines [from, to) of a row. */
struct wrapped_span {
	size_t from, to;
};

/* How wide a line is, and what it begins with that could not be parted: a character, a figure. */
size_t wrapped_width(struct str s);
size_t wrapped_first(struct str s);

/* Puts the lines of a row into the columns (out) in their order so that they fit best; those that are open may be cells too, and where `loose` any
 * line of words may go on with the one before. How well they fit; less than 0: they do not, and out may tell nothing. */
int wrapped_place(const struct upright *t, const struct wrapped_row *r, bool loose, struct wrapped_span *out);

/* Whether each cell fits its column. */
bool wrapped_fits(const struct upright *t, const struct wrapped_row *r, const struct wrapped_span *cells);

/* Whether the n lines from i on, cells of a line or more, fill all columns. */
bool wrapped_whole(const struct upright *t, size_t i, size_t n);

/* Whether what looks like the number of the next row at line k is a figure of the row at line i, which fills all columns up to that number, or a
 * lower one, further on. */
bool wrapped_counts(const struct upright *t, size_t i, size_t k);

/* Adds the row to the lines that take the place of those read. */
void wrapped_add(const struct upright *t, struct line **rows, size_t *n, size_t *cap, const struct wrapped_row *r, const struct wrapped_span *cells, size_t blanks);

/* Adds the row with the number t->number at line i, where it has more lines than columns, or its lines fit no columns one by one; the line behind it, or
 * i where it is none of those. */
size_t wrapped_read(struct upright *t, size_t i, struct line **rows, size_t *n, size_t *cap);

#endif
