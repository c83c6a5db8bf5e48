/* What a page puts between the rows of a table that stand a cell a line. */
#ifndef PT_DOC_PAGED_H
#define PT_DOC_PAGED_H

#include "doc/lines.h"

/* Drops the numbers of pages within tables of numbered rows, and the headings that the next page tells again (— 2 —, 序号, 项目名称, 总投资 before row 5), with
 * the title and the unit over them. */
void paged_join(struct lines *ls);

#endif
