/* Columns of sums that are parts of another column, for rows.c. */
#ifndef PT_DOC_TALLIED_H
#define PT_DOC_TALLIED_H

#include "doc/grid.h"

/* Finds for each column of money the one that it is a part of. */
void tallied_read(struct grid *g, const struct outline *o);

#endif
