/* Tables whose cells came one a line in an even step. */
#ifndef PT_DOC_EVEN_H
#define PT_DOC_EVEN_H

#include "doc/lines.h"

/* Replaces the lines of each table by rows (LINE_ROW) of which every row has as many lines as the head, a blank one for each empty
 * cell. A table is told by known headings, one a line, and by numbers, figures, periods or bodies in the columns that hold them,
 * in every row. */
void even_rows(struct lines *ls);

#endif
