/* What a web page that was saved as it is has beside its words: tags, remarks, scripts and the names of characters (HTML Living
 * Standard, sections 13.1 and 13.5). */
#ifndef PT_DOC_MARKUP_H
#define PT_DOC_MARKUP_H

#include "base/arena.h"

enum {
	MARKUP_SPANNED = 0x1E, /* alone in a cell: it is the cell of the row above, which spans both */
	MARKUP_NOTHING = 0x1F  /* a byte that stands for nothing, not even a gap */
};

/* s as its page shows it, and of the same length: a line begins at a block and a tab parts the cells of a row; a cell that spans
 * columns leaves empty cells, one that spans rows MARKUP_SPANNED, or empty cells in the head of a table. Where source is broken within a
 * paragraph or a cell is a blank. Tags and what a page does not show (scripts, styles, remarks) are MARKUP_NOTHING. Named characters are
 * themselves (&ldquo;), those that are gaps blanks. s itself where there is no such thing; a text that holds some tags, and no block that
 * ends, keeps them. */
struct str markup_blank(struct str s, struct arena *a);

/* Bytes of the tag or the remark that begins at byte i of s, which is '<', where it has `most` of them at most; 0: none does. */
size_t markup_tag(struct str s, size_t i, size_t most);

#endif
