/* Tables whose cells blanks alone part. */
#ifndef PT_DOC_SPACED_H
#define PT_DOC_SPACED_H

#include "doc/lines.h"

/* Makes rows of lines that have as many words as a line of headings above them: 序号 项目名称 总投资, 1 某灌区改造 300; one such line is
 * enough where a column holds sums, else two. Cells are allocated in the arena of the lines. */
void spaced_rows(struct lines *ls);

#endif
