/* The programmes that works are put into. */
#ifndef PT_VERB_ENROLLED_H
#define PT_VERB_ENROLLED_H

#include "verb/finding.h"

/* 甲、乙2座水库已列入2023年中央水利发展资金除险加固项目: gives the works of a paragraph, the findings from `since` on, the programme that a clause behind
 * their names puts them into. */
void enrolled_find(struct doc *d, const struct mentions *m, size_t since);

/* 列入|2023年|中央水利发展资金除险加固项目: whether the name is that of what something is put into. */
bool enrolled_into(const struct mentions *m, struct str name);

#endif
