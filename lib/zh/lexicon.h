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
	uint32_t start : 30;
	uint32_t one : 1; /* a word may be this character alone, of three bytes */
	uint32_t odd : 1; /* other words may be shorter than six bytes */
	uint32_t seconds;
};

/* The words that begin with the same six bytes, or the word that has only the first three of them: entries [low, high). */
struct lexicon_pair {
	uint64_t key; /* 0: a free place */
	uint32_t low, high;
};

struct lexicon {
	struct lexicon_entry *entries; /* by bucket of the first character, then by bytes, then as added */
	size_t n, cap;
	const struct lexicon_bucket *buckets; /* a power of two and one more that ends the last */
	const struct lexicon_pair *pairs;     /* a power of two, by a hash of the key */
	uint32_t mask, pair_mask;
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
	size_t next, end; /* the entries that begin with six bytes of s, after those of three */
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

/* The first six bytes of s, or the first three. */
static inline uint64_t lexicon_six(const char *p)
{
	uint32_t four;
	uint16_t two;

	memcpy(&four, p, sizeof four);
	memcpy(&two, p + 4, sizeof two);
	return four | (uint64_t)two << 32;
}

static inline uint64_t lexicon_three(const char *p)
{
	uint16_t two;

	memcpy(&two, p, sizeof two);
	return two | (uint64_t)(unsigned char)p[2] << 16;
}

/* The place of a key, or the free one where it would be. */
static inline const struct lexicon_pair *lexicon_pair_of(const struct lexicon_pair *pairs, uint32_t mask, uint64_t key)
{
	uint32_t i = (uint32_t)(key * 0x9E3779B97F4A7C15u >> 40) & mask;

	while (pairs[i].key && pairs[i].key != key)
		i = (i + 1) & mask;
	return &pairs[i];
}

static inline __attribute__((always_inline)) struct lexicon_walk lexicon_walk(const struct lexicon *lex, struct str s)
{
	struct lexicon_walk w = {lex, s, 0, 0, 0, 0, 0};
	const struct lexicon_bucket *b = &lex->buckets[lexicon_key(s) & lex->mask];

	if (s.n < 6 || b->odd) {
		w.low = b->start;
		w.high = s.n ? b[1].start : b->start;
		return w;
	}
	if (b->seconds & lexicon_second_of(s)) {
		const struct lexicon_pair *six = lexicon_pair_of(lex->pairs, lex->pair_mask, lexicon_six(s.p));

		w.low = six->low;
		w.high = six->high;
		w.depth = 6;
	}
	if (b->one) {
		const struct lexicon_pair *one = lexicon_pair_of(lex->pairs, lex->pair_mask, lexicon_three(s.p));

		w.next = w.low;
		w.end = w.high;
		w.low = one->low;
		w.high = one->high;
		w.depth = 3;
	}
	return w;
}

/* Whether a word may head the text; never false when one does. */
static inline bool lexicon_may_begin(const struct lexicon *lex, struct str s)
{
	const struct lexicon_bucket *b = &lex->buckets[lexicon_key(s) & lex->mask];

	if (s.n < 6 || b->odd)
		return s.n && b->start < b[1].start;
	if (b->one && lexicon_pair_of(lex->pairs, lex->pair_mask, lexicon_three(s.p))->key)
		return true;
	return (b->seconds & lexicon_second_of(s)) && lexicon_pair_of(lex->pairs, lex->pair_mask, lexicon_six(s.p))->key;
}

static inline bool lexicon_ended(const struct lexicon_walk *w)
{
	return w->low == w->high && w->next == w->end;
}

bool lexicon_step(struct lexicon_walk *w, const struct lexicon_entry **run, size_t *n);

/* The next word that heads the text: its entries in *run (at least one, *n of them), w->depth is its length; false when there is
 * none, mostly without a call. */
static inline bool lexicon_next(struct lexicon_walk *w, const struct lexicon_entry **run, size_t *n)
{
	return !lexicon_ended(w) && lexicon_step(w, run, n);
}

/* The first entry of the longest word that heads the text, or NULL. */
const struct lexicon_entry *lexicon_longest(const struct lexicon *lex, struct str s);

/* The entries of the word that is all of s; NULL when there is none. */
const struct lexicon_entry *lexicon_find(const struct lexicon *lex, struct str s, size_t *n);

#endif
