/* Whether two names as written may be of one body: what --suggest-aliases finds pairs with. */
#ifndef PT_VERB_SAMEBODY_H
#define PT_VERB_SAMEBODY_H

#include "base/arena.h"
#include "base/buf.h"

/* A name taken apart. */
struct body_parts {
	struct str region;  /* code of the region that the name begins with, or empty */
	struct str stem;    /* the name behind its region */
	struct str bare;    /* and behind a word such as 市 that stands for one; the stem where there is none */
	struct str kind;    /* class of its ending, empty when none is known */
	size_t ending;      /* length of the ending */
	bool bureau;
};

/* Reads the tables; call once, when those of regions and bodies are loaded. */
void samebody_load(void);

void samebody_part(struct str name, struct body_parts *out);

/* Whether `brief` may be a short form of `full`, both without region: its characters stand in that order in the other, the first one at its
 * start, and both have endings of one class. */
bool samebody_is_short(const struct body_parts *brief, struct str brief_stem, const struct body_parts *full);

/* The name with one character put in place of one that a scanner takes for it, for `at` = 0, 1, 2 ...; false when there are no more. */
bool samebody_mended(struct str name, size_t at, struct buf *out);

#endif
