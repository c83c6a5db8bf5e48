/* The headings over an amount. */
#ifndef PT_VERB_OVERHEAD_H
#define PT_VERB_OVERHEAD_H

#include "verb/judge.h"

/* 关于农村水利建设的问题: what such a heading is about. */
struct str overhead_topic(struct str title);

/* What the amount is for by its paragraph's own heading, the document's subject, a first sentence that stands for a heading, those who get it or
 * the sections it stands in, the innermost first; n 0: none says. A slice of the document. */
struct str overhead_purpose(const struct judge *j, const struct slots *x);

/* 关于建议中提出的甲至乙段，拟安排32亿元: what the paragraph said it is about before the amount; n 0: nothing. */
struct str overhead_about(const struct judge *j, const struct slots *x);

/* （二）一次性创业补贴。…: the benefit that the paragraph's own heading names; n 0: it names none. */
struct str overhead_benefit(const struct judge *j, const struct slots *x);

/* 鼓励产值增长。…: what the paragraph's own heading encourages; n 0: nothing. */
struct str overhead_encouraged(const struct judge *j, const struct slots *x);

/* 人均补助标准：西部地区400元: the unit that the nearest heading says each sum under it is paid for; n 0: it says none. */
struct str overhead_unit(const struct judge *j);

/* 高龄津贴。80至89周岁老年人每人每月25元: of what kind the money is that the paragraph's own heading names, or the one right over it; n 0: neither
 * names any. */
struct str overhead_near(const struct judge *j);

/* The same of all headings over it and the title: of what kind the money is that the nearest heading or the title names; n 0: none names any. */
struct str overhead_kind(const struct judge *j);

#endif
