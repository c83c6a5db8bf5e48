/* Words of a table looked for at a place in folded text, also when a scanner has put blanks between
 * their characters; what a lexicon (lexicon.h) does for names, for short lists of words. */
#ifndef PT_ZH_PHRASES_H
#define PT_ZH_PHRASES_H

#include "base/str.h"

struct phrase {
	struct str text;
	uint32_t row; /* what the owner of the set knows the phrase by */
};

struct phrase_head; /* a first character and the phrases that it begins */

struct phrases {
	struct phrase *items; /* in byte order once sealed */
	size_t n, cap;
	struct phrase_head *heads; /* by a hash of the character; free places have none */
	uint32_t mask;
	uint64_t bit; /* of the set in phrase_starts */
};

/* Which sets have a phrase that begins with a character, and one that is this character alone; by code point, those above FFFF together
 * with the lower ones. */
struct phrase_start {
	uint64_t any, alone;
};

extern struct phrase_start phrase_starts[65536];

/* Which sets have a phrase that begins with two characters, by a hash of them. Most questions for a phrase are answered here: a place
 * is asked for those of many sets. */
enum { PHRASE_PAIRS = 16384 };

extern uint64_t phrase_pairs[PHRASE_PAIRS];

static inline uint32_t phrase_pair_of(uint32_t c, uint32_t d)
{
	return ((c << 12 ^ d) * 2654435761u) >> 18;
}

/* Which characters something may start with: the first look at each place of a document. */
struct phrase_filter {
	uint64_t bits[1024]; /* by code point, those above FFFF together with the lower ones */
};

struct phrase_hit {
	size_t length; /* bytes of s, blanks between characters included */
	uint32_t row;
};

enum { PHRASES_MOST = 8 };

/* Phrases live as long as the program; `text` must do so too. */
void phrases_add(struct phrases *set, struct str text, uint32_t row);
void phrases_seal(struct phrases *set);

/* Those of the sets (bits) of which a phrase of several characters may start here: all that have one, and seldom others. `c` is the
 * first character of s, `len` its length. */
static inline uint64_t phrases_longer(uint64_t sets, struct str s, uint32_t c, size_t len)
{
	size_t next;

	sets &= phrase_starts[c & 0xFFFF].any;
	if (!sets || len == s.n)
		return 0;
	/* Behind blanks a phrase may go on. */
	return (unsigned char)s.p[len] <= ' ' ? sets : sets & phrase_pairs[phrase_pair_of(c, str_char(s, len, &next))];
}

/* The same of phrases of any length. */
static inline uint64_t phrases_among(uint64_t sets, struct str s)
{
	size_t len;

	if (!s.n)
		return 0;
	uint32_t c = str_char(s, 0, &len);

	return (sets & phrase_starts[c & 0xFFFF].alone) | phrases_longer(sets, s, c, len);
}

/* Whether a phrase may start here, by the first character: never false when one does. */
static inline bool phrases_may_start(const struct phrases *set, struct str s)
{
	size_t len;

	return s.n && (phrase_starts[str_char(s, 0, &len) & 0xFFFF].any & set->bit);
}

/* Has the opening characters of the set known as those of a kind (opening.h). */
void phrases_open(const struct phrases *set, unsigned kind);

/* Adds the last characters of the set. */
void phrases_fill_ends(const struct phrases *set, struct phrase_filter *filter);

static inline void phrase_filter_add(struct phrase_filter *filter, uint32_t c)
{
	filter->bits[c >> 6 & 1023] |= UINT64_C(1) << (c & 63);
}

static inline bool phrase_filter_has(const struct phrase_filter *filter, uint32_t c)
{
	return filter->bits[c >> 6 & 1023] >> (c & 63) & 1;
}

static inline bool phrase_filter_passes(const struct phrase_filter *filter, struct str s)
{
	size_t len;

	return s.n && phrase_filter_has(filter, str_char(s, 0, &len));
}

size_t phrases_behind(const struct phrases *set, struct str s, struct phrase_hit hits[PHRASES_MOST]);

/* The phrases at the start of s, the longest first; how many. */
static inline size_t phrases_at(const struct phrases *set, struct str s, struct phrase_hit hits[PHRASES_MOST])
{
	return phrases_may_start(set, s) ? phrases_behind(set, s, hits) : 0;
}

bool phrases_in_cell(struct str cell, struct str s);

/* Whether the character at the start of s is one of those in `cell`: "*" holds every Chinese character, "-" none. */
static inline bool phrases_blocked(struct str cell, struct str s)
{
	return s.n && !(cell.n == 1 && cell.p[0] == '-') && phrases_in_cell(cell, s);
}

size_t phrases_blanks_end(struct str s, size_t at);

/* The place after the blanks at `at` that a layout or a scanner puts between characters: space, CR,
 * LF. A tab parts cells and is none. Mostly there are none. */
static inline size_t phrases_blanks(struct str s, size_t at)
{
	return at < s.n && (unsigned char)s.p[at] <= ' ' ? phrases_blanks_end(s, at) : at;
}

/* A Chinese character. */
bool phrases_is_han(uint32_t c);

#endif
