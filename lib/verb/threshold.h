/* Amounts that say who or what qualifies. */
#ifndef PT_VERB_THRESHOLD_H
#define PT_VERB_THRESHOLD_H

#include "verb/judge.h"

/* 总投资500万元以上的项目, 达到1亿元的企业: whether the amount at mention i qualifies a noun. `worded`: a word of money stands behind it. */
bool threshold_of(const struct judge *j, size_t i, bool worded);

/* Whether it is the size of what is invested by those who qualify, in rules and behind 对. c: the word before or behind it. */
bool threshold_size(const struct judge *j, size_t i, const struct cue *c);

/* 每增加1万美元，补助200元: whether it is what the next sum is paid for each of. */
bool threshold_step(const struct judge *j, size_t i);

/* 5亿元的2/3: whether it is what a share is of. */
bool threshold_share_base(const struct judge *j, size_t i);

/* 增长12%: whether a share is a statistic. */
bool threshold_statistic(const struct judge *j, size_t i);

/* Whether money is given, in words that are more than weak, in bytes [from, to) of the sentence. */
bool threshold_gives(const struct judge *j, size_t from, size_t to);

#endif
