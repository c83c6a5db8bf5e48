/* Findings in tables. */
#ifndef PT_VERB_ROWS_H
#define PT_VERB_ROWS_H

#include "doc/grid.h"
#include "verb/finding.h"

/* Reads the table that starts at paragraph `first`; returns the paragraph after it. `before` holds the
 * table before it and is replaced by this one. A row that is running text is handed to `prose`. */
size_t rows_find(struct doc *d, size_t first, struct grid *before, bool *has_before,
                 void (*prose)(struct doc *d, size_t index, struct str s));

#endif
