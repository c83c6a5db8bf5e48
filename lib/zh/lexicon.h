/* A sorted list of words that are looked for at the start of running text. Built once, read by any
 * number of threads; the words are slices that must outlive it. */
#ifndef PT_ZH_LEXICON_H
#define PT_ZH_LEXICON_H

#include "base/arena.h"

struct lexicon_entry {
	struct str word;
	uint32_t value; /* what the owner of the list likes: an index */
};

/* The words of a first character. Most characters of a text begin some word, few begin one together with the character behind
 * them: `seconds` has a bit for each sixth byte, which in Chinese ends the second character. */
struct lexicon_bucket {
	uint32_t start, seconds;
};

struct lexicon {
	struct lexicon_entry *entries; /* by bucket of the first character, then by bytes, then as added */
	size_t n, cap;
	const struct lexicon_bucket *buckets; /* a power of two and one more that ends the last */
	uint32_t mask;
};

/* Room for as many words, before the first is added. */
void lexicon_reserve(struct lexicon *lex, struct arena *a, size_t words);
/* Adds a word (an empty one is passed over); the same word may be added several times. */
void lexicon_add(struct lexicon *lex, struct arena *a, struct str word, uint32_t value);
/* Sorts the words; call once after the last lexicon_add and before any search. */
void lexicon_build(struct lexicon *lex, struct arena *a);

/* A walk over the words that stand at the start of a text, from short to long. */
struct lexicon_walk {
	const struct lexicon *lex;
	struct str s;
	size_t low, high; /* the entries that begin with the bytes of s before `depth` */
	size_t depth;
};

/* The code point that s begins with. */
static inline uint32_t lexicon_key(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t len;

	if (s.n >= 3 && (p[0] & 0xF0) == 0xE0)
		return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	return s.n ? str_char(s, 0, &len) : 0;
}

static inline uint32_t lexicon_second_of(struct str s)
{
	return 1u << ((unsigned char)s.p[5] & 31);
}

static inline struct lexicon_walk lexicon_walk(const struct lexicon *lex, struct str s)
{
	const struct lexicon_bucket *b = &lex->buckets[lexicon_key(s) & lex->mask];
	size_t high = s.n == 0 || (s.n >= 6 && !(b->seconds & lexicon_second_of(s))) ? b->start : b[1].start;

	return (struct lexicon_walk){lex, s, b->start, high, 0};
}

bool lexicon_step(struct lexicon_walk *w, const struct lexicon_entry **run, size_t *n);

/* The next word that heads the text: its entries in *run (at least one, *n of them); false when there is none, mostly
 * without a call. */
static inline bool lexicon_next(struct lexicon_walk *w, const struct lexicon_entry **run, size_t *n)
{
	return w->low < w->high && lexicon_step(w, run, n);
}

/* The entries whose word is all of s; NULL when there is none. */
const struct lexicon_entry *lexicon_find(const struct lexicon *lex, struct str s, size_t *n);

#endif
