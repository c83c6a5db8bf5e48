/* Figures aimed at or reached. */
#ifndef PT_VERB_GOAL_H
#define PT_VERB_GOAL_H

#include "verb/finding.h"

/* Adds the targets of paragraph `index`; quantities that are `used` belong to other records. */
void goal_find(struct doc *d, size_t index, const struct mentions *m, const enum fund_use *used);

/* 第3, 一个, 5G: whether the figure at mention x counts nothing, or has no unit. */
bool goal_is_idle(const struct mentions *m, const struct mention *x);

#endif
