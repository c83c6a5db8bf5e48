/* Who gives and who gets the sum of a funding record, where sentences and lists carry them on. */
#ifndef PT_VERB_FUNDPARTIES_H
#define PT_VERB_FUNDPARTIES_H

#include "verb/judge.h"

/* 农民自筹23万元: whether those who are told of pay themselves. */
bool fundparties_self_raised(const struct judge *j, const struct slots *s);

/* Fills the funder of f; of one sentence to the next where the next names nobody. */
void fundparties_set_funder(struct judge *j, struct finding *f, struct slots *s);

/* Gives s those who got the sum before, where its own words name nobody. */
void fundparties_carry(struct judge *j, struct slots *s);

/* 甲市、乙市分别承担8亿元和4亿元: takes those from s who pay beside others in a list. */
void fundparties_drop_givers(const struct judge *j, struct slots *s);

/* Fills the recipients of f. */
void fundparties_add_recipients(const struct judge *j, struct finding *f, const struct slots *s);

#endif
