/* What a web page that was saved as it is has beside its words: tags, remarks, scripts and the names of characters (HTML Living
 * Standard, sections 13.1 and 13.5). */
#ifndef PT_DOC_MARKUP_H
#define PT_DOC_MARKUP_H

#include "base/arena.h"

/* Alone in a cell: it is the cell of the row above, which spans both. */
enum { MARKUP_SPANNED = 0x1E };

/* s as its page shows it, and of the same length: each tag is blank, but a line begins at a block and a tab parts the cells of a row;
 * a cell that spans columns leaves empty cells, one that spans rows MARKUP_SPANNED, or
 * empty cells in the head of a table. What a page does not show (scripts, styles, remarks) is blank. Named
 * characters are themselves (&ldquo;), and blanks where they show nothing. s itself where there is no such thing; a text that only holds
 * some tags, and no block that ends, keeps them. */
struct str markup_blank(struct str s, struct arena *a);

#endif
