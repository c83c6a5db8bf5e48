/* The built-in table of words as the build has read it: to read and sort some 7,000 words at each start would cost half of it.
 * Made by lib/data/tools/words-image.c; what wordtables.c makes of the text is the authority. */
#ifndef PT_DOC_WORDIMAGE_H
#define PT_DOC_WORDIMAGE_H

#include "doc/wordtables.h"

struct wordimage_row {
	uint32_t text, arg; /* where they stand in the table's text; behind its end: in what its rows make */
	uint16_t text_n, arg_n;
	uint8_t class, more;
	struct word_set classes;
};

struct wordimage {
	const struct wordimage_row *rows;
	const char *made; /* texts that stand nowhere in the table */
	size_t count; /* 0: the build made none */
	struct word_edges edges;
	const struct word_ends *ends;
	struct word_tables tables; /* but for the words themselves */
};

extern const struct wordimage wordimage;

#endif
