/* Cells that stand one a line and end in a bar each. */
#ifndef PT_DOC_BARRED_H
#define PT_DOC_BARRED_H

#include "doc/lines.h"

/* Puts runs of such lines back into rows (LINE_ROW); other lines stay. */
void barred_rows(struct lines *ls);

#endif
