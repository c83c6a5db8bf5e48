/* Words that name those who may get something: 企业, 用人单位, 列入名录的种植大户. Slices of the text are given back, nothing is kept. */
#ifndef PT_VERB_GETTER_H
#define PT_VERB_GETTER_H

#include <stdbool.h>

#include "base/str.h"

/* Whether words name those who get it: 的 stands in them or they end in a class, a company or a place. */
bool getter_whole(struct str s);

/* Whether words end in a person, a class of bodies or a company: in one who acts. */
/* 企业参加展会的展位费: what those spend whom the words begin with, without 的; n 0: they tell of none. */
struct str getter_cost(struct str s);

bool getter_doer(struct str s);

/* The class that a condition begins with (企业 of 企业开展产学研合作); all of it where it begins with none. */
struct str getter_class(struct str r);

/* 龙头企业在我市设立生产基地: those who do what stands behind them, 龙头企业; n 0: nobody does. */
struct str getter_acting(struct str s);

/* Whether a condition names nobody: 开通国际货运班列的. */
bool getter_nobody(struct str s);

/* Whether a verb stands in words: 柔性引进专家. */
bool getter_acts(struct str s);

/* 平台发展情况进行综合评估: whether words tell what something is done about. */
bool getter_dealt_with(struct str told);

/* Whether words begin with a verb, as what is built does: 建设一批创新平台. */
bool getter_builds(struct str s);

/* Who gets a sum, without the words of money and of giving that stand before. */
struct str getter_named(struct str s);

#endif
