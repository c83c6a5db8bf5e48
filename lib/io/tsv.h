/* Cells of tab-separated tables. */
#ifndef PT_IO_TSV_H
#define PT_IO_TSV_H

#include "base/arena.h"
#include "base/buf.h"

/* Tab-separated tables have no quoting. Those of contract records (`escaped`) keep every value: TAB, LF, CR
 * and `\` stand as \t \n \r and `\\`, a lone `\` is the empty string, an empty cell null. Other tables are
 * read as they stand; where a value of another origin has a TAB or line end, a blank is written. */
void tsv_put_cell(struct buf *b, struct str cell, bool escaped);
struct str tsv_take_cell(struct arena *a, struct str cell, bool escaped);

#endif
