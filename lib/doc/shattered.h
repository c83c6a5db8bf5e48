/* Texts of which a web page's tags have put every figure on a line of its own. */
#ifndef PT_DOC_SHATTERED_H
#define PT_DOC_SHATTERED_H

#include "doc/lines.h"

/* Puts lines that such a page has broken together again (发布日期为, 2021, 年, 2, 月: one line); does nothing where figures that stand alone are
 * mostly cells or page numbers. To be called before lines are taken for anything else. */
void shattered_join(struct lines *ls);

#endif
