/* Which columns the cells of a row stand in that has fewer cells than the head. */
#ifndef PT_DOC_FITTING_H
#define PT_DOC_FITTING_H

#include "doc/grid.h"

/* Puts n cells (folded; n is not more than count) into columns of these roles in their order, so that they fit best: place[i] is the column of cell i. */
void fitting_place(const struct str *cells, size_t n, const enum column_role *roles, size_t count, size_t *place);

#endif
