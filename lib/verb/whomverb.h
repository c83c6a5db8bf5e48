/* Those who get a sum by the verbs of giving beside it. Each adds them to s and tells whether there are any. */
#ifndef PT_VERB_WHOMVERB_H
#define PT_VERB_WHOMVERB_H

#include "verb/slots.h"

/* 列支300万元对养殖基地予以奖补 */
bool whomverb_behind(struct slots *s);

/* 安排300万元资金支持报关企业做大做强 */
bool whomverb_helped(struct slots *s);

/* 现将补助资金20万元下达甲市、乙市 */
bool whomverb_handed(struct slots *s);

/* 对引进专家的高校,给予用人单位5万元 */
bool whomverb_class(struct slots *s);

/* 给予X 20万元 and 资助、支持A、B开展… */
bool whomverb_after(struct slots *s);

/* 按其报酬的30%给予用人单位补贴 */
bool whomverb_given(struct slots *s);

/* 按每人800元的标准计算，补助给承训单位; 向承办机构支付: a verb that does not stand right behind the sum. */
bool whomverb_later(struct slots *s);

/* 每家企业补助20万元 */
bool whomverb_each(struct slots *s);

/* The end of a class of recipients named right behind `from`, or 0. */
size_t whomverb_class_end(const struct slots *s, size_t from);

/* Adds the regions that stand one behind the other from byte `at` on. */
bool whomverb_regions(struct slots *s, size_t at);

#endif
