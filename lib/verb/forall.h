/* What a list of sums is for. */
#ifndef PT_VERB_FORALL_H
#define PT_VERB_FORALL_H

#include "verb/slots.h"

/* 下达A县2000万元、B县1000万元，用于X; …，其中2013年8亿元、2014年10亿元，主要用于X: the mention of the word of purpose that stands behind the list which
 * the amount belongs to and holds for all its sums, or -1. */
long forall_purpose(const struct slots *s);

#endif
