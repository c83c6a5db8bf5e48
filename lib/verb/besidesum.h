/* What the words beside a sum, or over it in its sentence, say it is for. */
#ifndef PT_VERB_BESIDESUM_H
#define PT_VERB_BESIDESUM_H

#include "verb/judge.h"

/* The words in the text; n 0: none say so. */
struct str besidesum_purpose(const struct judge *j, const struct slots *s);

/* 实施改造工程7项，投资2600万元: what is counted before the sum; n 0: nothing is. */
struct str besidesum_counted(const struct judge *j, const struct slots *s);

/* Whether words are a region, also one whose name others have. */
bool besidesum_region(struct str s);

/* 乙省各, 丁州等地: a region without the words that tell of several. */
struct str besidesum_without_each(struct str s);

/* Whether the byte `at` points to stands in the name of one who gets the sum. */
bool besidesum_in_recipient(const struct slots *s, const char *at);

/* 每艘: bytes of the unit at byte `at`, behind 每; 0: there is none. */
size_t besidesum_unit(struct str s, size_t at);

/* 由某公司贷款, 为申请省级补助: whether words tell who pays or how it is got. */
bool besidesum_tells_payer(struct str s);

/* 对获奖的产品，每个产品奖励3万元: whether a name of money (产品奖励) only tells what each of those is who get it. */
bool besidesum_counts_getters(const struct slots *s, struct str name);

/* 受益区农民自筹, 施工单位垫资: whether words end in that somebody bears a part of the cost. */
bool besidesum_bears(struct str s);

/* 从对口支援资金中下达某村改造资金200万元: what stands between the verb behind the fund that it is paid out of and the sum; n 0: nothing that names a purpose. */
struct str besidesum_tapped(const struct slots *s);

#endif
