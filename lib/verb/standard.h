/* What standards of aid are for: 每培育1家上市企业，奖励100万元; 将高龄津贴标准由每月50元提高到80元. */
#ifndef PT_VERB_STANDARD_H
#define PT_VERB_STANDARD_H

#include "verb/judge.h"
#include "verb/slots.h"

/* 每成功孵化1家高新技术企业奖励5万元; 每培育1家上市企业，奖励100万元: the deed that a sum is given for each of; n 0: none is told. */
struct str standard_deed(const struct judge *j, const struct slots *s);

/* 将高龄津贴标准由每月50元提高到80元; 提高新农合筹资标准，由每人每年45元提高到50元: the benefit whose sum is raised; n 0: none is. */
struct str standard_raised(const struct judge *j, const struct slots *s);

/* 用于小型水库除险加固（每座补助240万元）: what stands before the bracket that tells the sum for each of it; n 0: none does. */
struct str standard_inset(const struct judge *j, const struct slots *s);

#endif
