/* The own words of a sum in a list of sums, for fund.c and what it is made of. */
#ifndef PT_VERB_MEMBER_H
#define PT_VERB_MEMBER_H

#include "verb/slots.h"

/* All words between what opens the member of a list and its sum; n 0: the sum stands in no list, or other things are told before it. */
struct str member_words(const struct slots *s);
/* The same where they end in a word of money. */
struct str member_fund(const struct slots *s);
/* What such a member is for: 农村危房改造补助资金; n 0: its words only tell whose money it is. */
struct str member_purpose(const struct slots *s);
/* Whether the funder that was found gives another member of the list alone. */
bool member_has_other_giver(const struct slots *s);
/* A region that stands for the recipient of a further sum takes the place of the one of the first. */
void member_recipient(struct slots *s);
/* Whether what a word of purpose (mention `word`) names is what the next sum (mention `amount`) is for. */
bool member_spent(const struct mentions *m, size_t word, size_t amount);

#endif
