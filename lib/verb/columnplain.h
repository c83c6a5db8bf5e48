/* The plainest cells of named columns: digits, and days in ISO 8601. */
#ifndef PT_VERB_COLUMNPLAIN_H
#define PT_VERB_COLUMNPLAIN_H

#include "verb/columns.h"

/* Whether that can be done at all in the cells of a column. */
bool columnplain_takes(const struct column *column);

/* Appends the typed cells of a plain cell to a row of CSV, with a delimiter before each. False, with nothing appended: the cell is not plain. */
bool columnplain_put(const struct column *column, struct str cell, char delimiter, struct buf *out);

#endif
