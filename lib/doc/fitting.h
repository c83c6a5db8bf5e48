/* Which columns the cells of a row stand in that has not as many cells as the head. */
#ifndef PT_DOC_FITTING_H
#define PT_DOC_FITTING_H

#include "doc/grid.h"

/* How well a cell (folded) fits a column of that role: less than 0 where it does not. */
int fitting_cell(struct str cell, enum column_role role);
/* The same of columns of these roles. What the cell is, which is dear to tell, is asked once. */
void fitting_cells(struct str cell, const enum column_role *roles, size_t count, int *fits);

/* Puts n cells (folded) into columns of these roles in their order, so that they fit best: place[i] is the column of cell i. Where `joins`, a column of
 * words may hold several of them; else n is not more than count. */
/* How well they fit then is what it returns. */
int fitting_place(const struct str *cells, size_t n, const enum column_role *roles, size_t count, bool joins, size_t *place);

/* Moves what stands in a column of what was spent before (累计完成投资) to the right, where the next sum has no place taken: works that are new lack
 * the former. `spent`: those columns. */
void fitting_spare(size_t *place, size_t n, const enum column_role *roles, const bool *spent, size_t count);

/* Whether the heading (folded) is one of those. */
bool fitting_spent(struct str heading);

/* Whether the cell (folded) is only the end of a name: 有限公司, 院有限公司, 研究院. */
bool fitting_rest(struct str cell);

/* Whether the cell (folded) ends as bodies do. */
bool fitting_body(struct str cell);

/* The headings from `from` on may be the second row of the head, under one of those before them, so that a row has a cell less than there are headings
 * (n is count - 1). How well the cells fit so, less than 0 where they do not, else with the headings in the order of the cells. */
int fitting_nest(const struct str *cells, size_t n, const enum column_role *roles, size_t count, size_t from, size_t *order);

#endif
