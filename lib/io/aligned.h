/* Tables for people. */
#ifndef PT_IO_ALIGNED_H
#define PT_IO_ALIGNED_H

#include "io/out.h"
#include "io/spool.h"

/* Writes the rows of the spool with their columns aligned by the width of characters on a terminal, two blanks
 * between them: numbers to the right, all else to the left. heads NULL: no row of names. */
void aligned_write(struct out *o, const struct str *heads, size_t n, struct spool *rows);

/* Appends a cell as it is shown, on one line: line ends, tabs and other control characters become blanks. */
void aligned_cell(struct buf *b, struct str cell);

#endif
