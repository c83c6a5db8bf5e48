/* Tables of a page whose rows have their number in the middle of their lines; a part of the reader of such pages (laidout.h). */
#ifndef PT_DOC_CENTRED_H
#define PT_DOC_CENTRED_H

#include "doc/pieces.h"

/* Tells where the rows of the gathered table begin and its head ends, where their numbers stand beside the middle of the cells that take several lines:
 *           某某机械有限         年产2万吨铸件
 *     1                                              300
 *           公司                 技术改造项目
 * True: `begins`, `body` and `end` are set. */
bool centred_find(struct laidout *t);

#endif
