/* Rows of cells kept until their columns are known: in memory, then in a temporary file under
 * TMPDIR. */
#ifndef PT_IO_SPOOL_H
#define PT_IO_SPOOL_H

#include "base/buf.h"

struct spool;

struct spool *spool_open(void);
/* A row: cells with the number of their column, then spool_end. */
void spool_cell(struct spool *s, uint32_t column, struct str cell);
void spool_end(struct spool *s);
/* Reads the rows back: call spool_rewind, then for each row set `slots` (one a column, p NULL
 * where the row has no such cell); false at the end. spool_rewind
 * begins again. The slices last until the next call. */
void spool_rewind(struct spool *s);
bool spool_next(struct spool *s, struct str *slots, size_t columns);
void spool_close(struct spool *s);

#endif
