/* Shares that are given, borne or raised: 按投资额的10%, 负担60%, 补助比例提高到70%. */
#ifndef PT_VERB_SHARE_H
#define PT_VERB_SHARE_H

#include "verb/judge.h"

/* 资本金占总投资的25%: whether the share at mention i is what the owners pay of what a project costs. */
bool share_of_capital(const struct judge *j, size_t i);

/* 支出118亿元，为调整预算的97.2%: whether it tells how much of a budget was spent. */
bool share_of_budget(const struct judge *j, size_t i);

/* 由省级财政负担60%: whether a purse bears it. */
bool share_borne(const struct judge *j, size_t i);

/* 衔接资金用于产业发展的比例不低于60%: whether it is the share of money that is destined for something. */
bool share_destined(const struct judge *j, size_t i);

/* Why a share with no word of money behind it is no funding, NULL where nothing speaks against it: those bear it who get the rest (农户承担20%), or it
 * is a measure (40%为缴费基数). */
const char *share_ruled_out(const struct judge *j, size_t i);

/* 不超过实际缴费额的60%，期限最长不超过2年: whether it ends its clause, and no sum or share follows it but a limit. */
bool share_last(const struct judge *j, size_t i);

/* 停车费按收费标准的70%收取: whether it is what is charged of a fee, where nothing else is said to be charged. */
bool share_charged(const struct judge *j, size_t i);

/* 按实际投资额的5%，给予…奖励: whether what is given of the share is told behind it; then *kind is its kind. Words before byte `floor` belong to
 * other amounts. */
bool share_given(const struct judge *j, size_t i, size_t floor, struct str *kind);

/* 补助比例提高到10%: of what kind the share is that is raised; n 0: none is. */
struct str share_raised(const struct judge *j, size_t i);

/* 贴息比例原则上为支付利息的50%: of what kind the share is that the clause begins with; n 0: it begins with none. */
struct str share_headed(const struct judge *j, size_t i);

#endif
