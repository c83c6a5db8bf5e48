/* Amounts that are money given though no word of money beside them says so. */
#ifndef PT_VERB_GRANTED_H
#define PT_VERB_GRANTED_H

#include "verb/judge.h"

/* What tells that the amount at mention i is given, where cue `before` names no kind; it comes back unchanged where nothing does. */
struct cue granted_otherwise(const struct judge *j, size_t i, struct cue before, bool rate);

/* 专项债券3.5亿元，自筹2.7亿元: whether the amount is one more item of an enumeration of sums. */
bool granted_enumerated(const struct judge *j, size_t i);

/* X项目8亿元: whether the amount stands right behind the name of a project. */
bool granted_behind_project(const struct judge *j, size_t i);

/* Whether a numbered line begins with no more than a name and the amount at mention i: （二）赛事活动80万元；（三）其他支出3万元，其中…. */
bool granted_item(const struct judge *j, size_t i, struct str *name);

#endif
