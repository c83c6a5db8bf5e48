/* Which columns the cells of a row stand in that has not as many cells as the head. */
#ifndef PT_DOC_FITTING_H
#define PT_DOC_FITTING_H

#include "doc/grid.h"

/* Puts n cells (folded) into columns of these roles in their order, so that they fit best: place[i] is the column of cell i. Where `joins`, a column of
 * words may hold several of them; else n is not more than count. */
void fitting_place(const struct str *cells, size_t n, const enum column_role *roles, size_t count, bool joins, size_t *place);

#endif
