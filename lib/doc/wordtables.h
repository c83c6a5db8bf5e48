/* The table of words as it is read: the words in order, and what finds them. For words.c alone. */
#ifndef PT_DOC_WORDTABLES_H
#define PT_DOC_WORDTABLES_H

#include "doc/chains.h"

struct word_tables {
	const struct word *words; /* by text, then by class */
	size_t count;
	const struct word_set *may; /* as in words_found: a word is cut short where a text ends within it */
	const uint16_t *alone;      /* the words of one character by its code point: index + 1, or 0 */
	/* The words that begin with two characters, those too that are no more, and those of a class that begin or end with a character: most
	 * questions for a class are answered by there being none. */
	struct chains by_pair, by_head, by_tail;
	size_t edge_count; /* of word_edges */
};

extern struct word_tables word_tables;

/* The key of the chain of a character and a class. */
static inline uint32_t wordtables_chain(uint32_t c, enum word_class class)
{
	return c << 8 | (uint32_t)class;
}

/* The key of two characters. Those that do not fit share one, under which words are told apart by their texts alone. */
static inline uint32_t wordtables_pair(uint32_t c, uint32_t d)
{
	return c <= 0xFFFF && d <= 0xFFFF ? c << 16 | d : 0;
}

#endif
