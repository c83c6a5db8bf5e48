/* Tables whose columns stand below each other on a page. */
#ifndef PT_DOC_LAIDOUT_H
#define PT_DOC_LAIDOUT_H

#include "doc/lines.h"

/* Makes rows of lines whose words stand in the columns of a head above them, a long cell over several lines:
 *   序号  项目名称        总投资
 *   1     某某水库除险加  300
 *         固工程
 * Such a cell has more pieces than one. Cells are allocated in the arena of the lines. */
void laidout_rows(struct lines *ls);

#endif
