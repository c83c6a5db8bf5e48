/* How the sums of a sentence hang together. */
#ifndef PT_VERB_RELATIONS_H
#define PT_VERB_RELATIONS_H

#include "verb/judge.h"

/* Whether x stands in the bracket right behind the last sum, which holds its parts: 总投资1.25亿元（中央资金7500万元、省级配套2500万元）, 5万元奖励（第一年…）. */
bool relations_inset(const struct judge *j, const struct mention *x);

/* Sets part_of or cap_of of f, the record of the amount that s tells of, and what of j the next amounts ask: the whole that has parts. */
void relations_set(struct judge *j, struct finding *f, const struct slots *s, const struct quantity *q);

#endif
