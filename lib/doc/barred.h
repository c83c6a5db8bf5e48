/* Cells that stand one a line, parted by bars. */
#ifndef PT_DOC_BARRED_H
#define PT_DOC_BARRED_H

#include "doc/lines.h"

/* Puts runs of such lines back into rows (LINE_ROW); other lines stay. Each cell has its bar behind it; or each but the first before it,
 * and a bar alone ends the row; or each behind it, and a bar alone begins the row; or only the headings stand so, over rows between bars. */
void barred_rows(struct lines *ls);

#endif
