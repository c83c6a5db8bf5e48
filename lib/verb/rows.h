/* Findings in tables. */
#ifndef PT_VERB_ROWS_H
#define PT_VERB_ROWS_H

#include "doc/grid.h"
#include "verb/finding.h"

/* What reads text inside a table: a row that is a note is prose; the task of a row holds works, sums and figures, while
 * its duties stand in columns of their own. */
struct rows_readers {
	void (*prose)(struct doc *d, size_t index, struct str s);
	void (*task)(struct doc *d, size_t index, struct str s);
};

/* Reads the table that starts at paragraph `first`; returns the paragraph after it. `before` holds the
 * table before it and is replaced by this one. */
size_t rows_find(struct doc *d, size_t first, struct grid *before, bool *has_before, const struct rows_readers *readers);

#endif
