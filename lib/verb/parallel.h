/* 对高级、中级滑道分别奖励40万元、20万元: which member of a list of things an amount of a list is for. */
#ifndef PT_VERB_PARALLEL_H
#define PT_VERB_PARALLEL_H

#include "verb/judge.h"

/* The place of the amount at mention i, which the others ask for in j->place. */
struct place parallel_place(const struct judge *j, size_t i);

/* What this amount of a list is for, where the words before the list name as many things; put together in d->arena. n 0: there is
 * no such list. */
struct str parallel_purpose(const struct judge *j);

/* Who gets this amount of a list, where the only recipient is itself a list of as many ranks or figures with common words
 * around them (评为国家级、省级的示范区); n 0: it is not. */
struct str parallel_recipient(const struct judge *j, const struct slots *s);

/* 利息、担保费分别按50%、60%补贴: what this share of a list is of; n 0: as many bases do not stand before the list. */
struct str parallel_basis(const struct judge *j, const struct slots *s);

/* 拨付甲县、乙县、丙县应急资金3000万元、1000万元、500万元: whether those who get it are as many regions as the list has sums. */
bool parallel_regions(const struct judge *j, const struct slots *s);

/* 中央、省、县财政每人补助20元、4元、3元: whose this amount of a list is, where as many purses stand before the list; n 0: they do not. */
struct str parallel_funder(const struct judge *j, const struct slots *s);

/* The work of the list that this amount of a list of as many sums is for; NULL: the lists are not of one length. `one`: any work of the
 * list. */
const struct finding *parallel_work(const struct judge *j, const struct finding *one);

#endif
