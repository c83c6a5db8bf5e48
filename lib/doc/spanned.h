/* Cells that stand for rows below them too (甲县 once, before five projects), as they are left when a table becomes text. */
#ifndef PT_DOC_SPANNED_H
#define PT_DOC_SPANNED_H

#include "doc/grid.h"

/* Gives each row of the table the cells that it shares with the row above: where they are empty, and where a row has
 * fewer cells than the head because they are missing; in a table of tasks also who does them. The slices are those of the
 * row that wrote them. A column of tasks that is shared so becomes the class of the next one. */
void spanned_fill(struct grid *g, struct outline *o);

#endif
