/* Cells that stand for rows below them too (甲县 once, before five projects), as they are left when a table becomes text. */
#ifndef PT_DOC_SPANNED_H
#define PT_DOC_SPANNED_H

#include "doc/grid.h"

struct spanned {
	struct str above[GRID_COLUMNS]; /* what each column holds for the rows below */
	size_t columns;                 /* the first so many may span rows */
};

/* Before the rows of a table are read. A column of tasks that spans rows becomes the class of the one beside it. */
void spanned_begin(struct spanned *s, struct grid *g, const struct outline *o);

/* Gives row i, of that kind, the cells that it shares with those above, which have been given before: where they are empty, and
 * where the row has fewer cells than the head because they are missing; in a table of tasks also who does them. The slices are
 * those of the row that wrote them. */
void spanned_row(struct spanned *s, const struct grid *g, struct outline *o, size_t i, enum row_kind kind);

#endif
