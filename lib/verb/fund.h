/* Who pays whom how much for what. */
#ifndef PT_VERB_FUND_H
#define PT_VERB_FUND_H

#include "verb/finding.h"

/* Adds the funding records of paragraph `index`, whose mentions are m, and tells what was made of each of them in used[i]. */
void fund_find(struct doc *d, size_t index, const struct mentions *m, enum fund_use *used);

#endif
