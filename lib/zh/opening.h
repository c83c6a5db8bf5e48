/* Which kinds of words and names may begin with two characters of a text: one look at each place, in front of the many things that are
 * asked there. */
#ifndef PT_ZH_OPENING_H
#define PT_ZH_OPENING_H

#include "base/str.h"

enum opening {
	OPENS_WORD = 1,   /* a cue word (doc/words.h) */
	OPENS_BODY = 2,   /* one that a body may begin with */
	OPENS_REGION = 4, /* what region_chain reads */
	OPENS_STEM = 8,   /* what org_stem_match reads */
	OPENS_NUMBER = 16, /* what period_match or quantity_match reads */
	OPENS_HEADING = 32, /* a heading of a column (doc/heading.h) */
	OPENS_OFFICE = 64 /* what org_stems reads behind a place */
};

/* By code point, those above FFFF together with the lower ones; by a hash of two. Sparse bytes, so that they stay in the cache. */
enum { OPENING_PAIRS = 65536 };

extern uint8_t opening_ones[65536], opening_pairs[OPENING_PAIRS];

/* A word of those kinds. Called while tables are loaded, before threads start. */
void opening_add(struct str word, unsigned kinds);

static inline uint8_t *opening_pair(uint32_t c, uint32_t d)
{
	return &opening_pairs[((c << 12 ^ d) * 2654435761u) >> 16];
}

/* The kinds of which one may begin with character c before character d (0: the end): all that do, and seldom others. */
static inline unsigned opening_of(uint32_t c, uint32_t d)
{
	/* The words of numbers may go on behind blanks. */
	return opening_ones[c & 0xFFFF] | *opening_pair(c, d) | (d <= ' ' ? OPENS_NUMBER : 0u);
}

#endif
