/* Cue words that share characters at one end, side by side in memory, so that the longest of them at a place is found without a look at the others. */
#ifndef PT_DOC_CHAINS_H
#define PT_DOC_CHAINS_H

#include "doc/words.h"

/* The words of one key. */
struct chain {
	uint32_t key;
	uint32_t first; /* in links; 0: a free place */
	uint32_t nexts; /* a bit for each last byte that the next character of the longer words may have, in Chinese the third */
	uint16_t whole; /* the word that is nothing but what all share: index + 1; 0: there is none */
};

/* One of them. What stands in a word next to the characters that all of its chain share tells it from most others. */
struct chains_link {
	uint64_t bytes, mask; /* eight bytes, and those of them that the word has */
	uint16_t word, n;     /* index + 1, 0 behind the last of the chain; bytes of the whole word, as many as can be told */
};

struct chains {
	const struct word *words;
	const struct chain *places; /* by a hash of the key */
	uint32_t mask, link_count;
	const struct chains_link *links; /* those of one chain side by side, the longest first */
};

/* A word that is to be in a chain, of which all words share so many bytes at one end. */
struct chains_member {
	uint32_t key;  /* chains_make puts the place of the chain there */
	uint16_t word; /* index + 1 */
	uint16_t shared;
};

/* Chains of words that share what they begin with, or, with `tail`, what they end with. Words of one key and length stay in their order. The
 * words must outlive the chains, which are in `a`. */
void chains_make(struct chains *c, const struct word *words, struct chains_member *members, size_t n, bool tail, struct arena *a);

/* The longest word of a key that begins s, or ends it, of which s has the `shared` bytes: index + 1; 0: there is none. */
uint16_t chains_head(const struct chains *c, uint32_t key, struct str s, size_t shared);
uint16_t chains_tail(const struct chains *c, uint32_t key, struct str s, size_t shared);

#endif
