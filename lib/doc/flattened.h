/* Tables all of whose cells came in one line. */
#ifndef PT_DOC_FLATTENED_H
#define PT_DOC_FLATTENED_H

#include "doc/lines.h"

/* Where a long line holds headings and rows that blanks part, and vertical.h makes rows of its words: the rows take their place, between what stands
 * before them and behind. */
void flattened_rows(struct lines *ls);

#endif
