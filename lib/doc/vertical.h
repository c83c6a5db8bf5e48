/* Tables whose cells came one a line, as web pages are copied. */
#ifndef PT_DOC_VERTICAL_H
#define PT_DOC_VERTICAL_H

#include "doc/lines.h"

/* Replaces the lines of each such table by rows (LINE_ROW). A table is told by its heading cells: three or more
 * known headings on lines of their own, the number or the name first. Extra blank lines stand for empty cells;
 * where empty cells left no trace, cells go to the columns that they fit. */
void vertical_rows(struct lines *ls);

#endif
