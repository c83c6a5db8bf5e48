/* Words of a table looked for at a place in folded text, also when a scanner has put blanks between
 * their characters; what a lexicon (lexicon.h) does for names, for short lists of words. */
#ifndef PT_ZH_PHRASES_H
#define PT_ZH_PHRASES_H

#include "base/str.h"

struct phrase {
	struct str text;
	uint32_t row; /* what the owner of the set knows the phrase by */
};

struct phrases {
	struct phrase *items; /* in byte order once sealed */
	size_t n, cap;
	uint64_t first[16]; /* which first characters occur, by a hash: most places are refused here */
};

struct phrase_hit {
	size_t length; /* bytes of s, blanks between characters included */
	uint32_t row;
};

enum { PHRASES_MOST = 8 };

/* Phrases live as long as the program; `text` must do so too. */
void phrases_add(struct phrases *set, struct str text, uint32_t row);
void phrases_seal(struct phrases *set);

/* Whether a phrase may start here: never false when one does. */
bool phrases_may_start(const struct phrases *set, struct str s);

/* The phrases at the start of s, the longest first; how many. */
size_t phrases_at(const struct phrases *set, struct str s, struct phrase_hit hits[PHRASES_MOST]);

/* Whether the character at the start of s is one of those in `cell`: "*" holds every Chinese character, "-" none. */
bool phrases_blocked(struct str cell, struct str s);

/* The place after the blanks at `at` that a layout or a scanner puts between characters: space, CR,
 * LF. A tab parts cells and is none. */
size_t phrases_blanks(struct str s, size_t at);

/* A Chinese character. */
bool phrases_is_han(uint32_t c);

#endif
