/* What the words behind a figure make of it. Input is folded text. */
#ifndef PT_DOC_FIGURE_H
#define PT_DOC_FIGURE_H

#include "doc/mention.h"

/* 80万元\n以上共计768万元: `rest` begins with a quantity of n bytes; those of the 以上 at its end that begins the next sentence, or 0. */
size_t figure_opens_total(struct str rest, size_t n);

/* 1:1|配套, 不超过1:0.5|的资金匹配: whether a ratio before `behind` tells of money, as a word of it closes the phrase. */
bool figure_matches(struct str behind);

/* Bytes of the one or two digits that s begins with, behind which neither a digit nor a point stands; 0: there are none. */
size_t figure_small(struct str s, size_t *number);

/* 分别奖励30、20万元: gives the unit of the last mention, a sum, to the bare numbers of the list it ends behind a word of giving. Allocates in a. */
void figure_share_unit(struct arena *a, struct mentions *m);

#endif
