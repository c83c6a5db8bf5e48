/* Tables whose cells nothing parts. */
#ifndef PT_DOC_GLUED_H
#define PT_DOC_GLUED_H

#include "doc/lines.h"

/* Makes rows of lines of which the first is nothing but headings, one behind the other, and the others begin with their numbers or end in figures:
 * 序号工作任务牵头单位完成时限, 1编制灌区规划县水利局2031年6月底. Cells are allocated in the arena of the lines. */
void glued_rows(struct lines *ls);

#endif
