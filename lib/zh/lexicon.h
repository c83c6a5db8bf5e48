/* A sorted list of words that are looked for at the start of running text. Built once, read by any
 * number of threads; the words are slices that must outlive it. */
#ifndef PT_ZH_LEXICON_H
#define PT_ZH_LEXICON_H

#include "base/arena.h"

struct lexicon_entry {
	struct str word;
	uint32_t value;        /* what the owner of the list likes: an index */
	uint32_t again : 1;    /* the entry before has the same word */
	uint32_t shorter : 31; /* index + 1 of the first entry of the longest other word that heads this one; 0: there is none */
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
	uint32_t thirds; /* a bit for each ninth byte of those that go on, which in Chinese ends the third character */
	uint32_t whole;  /* index + 1 of the first entry of the longest that does not go on; 0: there is none */
};

struct lexicon {
	struct lexicon_entry *entries; /* by bucket of the first character, then by bytes, then as added */
	size_t n, cap;
	const struct lexicon_bucket *buckets; /* a power of two and one more that ends the last */
	const struct lexicon_pair *pairs;     /* a power of two, by a hash of the key */
	uint32_t mask, pair_mask;
};

/* Room for as many words, before the first is added. What lexicon_build makes is elsewhere: `a` may end then. */
void lexicon_reserve(struct lexicon *lex, struct arena *a, size_t words);
/* Adds a word (an empty one is passed over); the same word may be added several times. */
void lexicon_add(struct lexicon *lex, struct arena *a, struct str word, uint32_t value);
/* Sorts the words; call once after the last lexicon_add and before any search. */
void lexicon_build(struct lexicon *lex, struct arena *a);

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

static inline uint32_t lexicon_third_of(struct str s)
{
	return 1u << ((unsigned char)s.p[8] & 31);
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

/* The words that begin as s does, which has six bytes or more, in a bucket that is not odd; NULL when there are none. */
static inline const struct lexicon_pair *lexicon_pair_at(const struct lexicon *lex, const struct lexicon_bucket *b, struct str s)
{
	const struct lexicon_pair *pair = NULL;

	if (b->seconds & lexicon_second_of(s))
		pair = lexicon_pair_of(lex->pairs, lex->pair_mask, lexicon_six(s.p));
	if (!(pair && pair->key) && b->one)
		pair = lexicon_pair_of(lex->pairs, lex->pair_mask, lexicon_three(s.p));
	return pair && pair->key ? pair : NULL;
}

const struct lexicon_entry *lexicon_search(const struct lexicon *lex, size_t low, size_t high, struct str s, size_t known);

/* The first entry of the longest word that heads the text, or NULL, mostly without a call. */
static inline const struct lexicon_entry *lexicon_longest(const struct lexicon *lex, struct str s)
{
	const struct lexicon_bucket *b = &lex->buckets[lexicon_key(s) & lex->mask];

	if (s.n < 6 || b->odd)
		return s.n && b->start < b[1].start ? lexicon_search(lex, b->start, b[1].start, s, 0) : NULL;
	const struct lexicon_pair *pair = lexicon_pair_at(lex, b, s);

	if (pair && s.n > 8 && !(pair->thirds & lexicon_third_of(s)))
		return pair->whole ? &lex->entries[pair->whole - 1] : NULL;
	return pair ? lexicon_search(lex, pair->low, pair->high, s, 6) : NULL;
}

/* The first entry of the next shorter word that heads the same text, or NULL. */
static inline const struct lexicon_entry *lexicon_shorter(const struct lexicon *lex, const struct lexicon_entry *e)
{
	return e->shorter ? &lex->entries[e->shorter - 1] : NULL;
}

/* How many entries the word of that first one has; they follow each other. */
static inline size_t lexicon_run(const struct lexicon *lex, const struct lexicon_entry *e)
{
	size_t n = 1;

	while (e + n < lex->entries + lex->n && e[n].again)
		n++;
	return n;
}

/* A walk over the words that stand at the start of a text, from short to long. */
struct lexicon_walk {
	const struct lexicon *lex;
	const struct lexicon_entry *longest;
	size_t depth; /* the length of the last word that was given */
};

static inline struct lexicon_walk lexicon_walk(const struct lexicon *lex, struct str s)
{
	return (struct lexicon_walk){lex, lexicon_longest(lex, s), 0};
}

/* The next word: its entries in *run (at least one, *n of them), w->depth is its length; false when there is none. */
static inline bool lexicon_next(struct lexicon_walk *w, const struct lexicon_entry **run, size_t *n)
{
	const struct lexicon_entry *e = w->longest, *shorter;

	if (!e || e->word.n == w->depth)
		return false;
	while ((shorter = lexicon_shorter(w->lex, e)) && shorter->word.n > w->depth)
		e = shorter;
	*run = e;
	*n = lexicon_run(w->lex, e);
	w->depth = e->word.n;
	return true;
}

/* The entries of the word that is all of s; NULL when there is none. */
const struct lexicon_entry *lexicon_find(const struct lexicon *lex, struct str s, size_t *n);

#endif
