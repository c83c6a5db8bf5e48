/* Which project an amount belongs to. */
#ifndef PT_VERB_OWNER_H
#define PT_VERB_OWNER_H

#include "verb/judge.h"

/* The project named nearest to the amount of s, in its clause, its sentence, its paragraph or the heading over it; NULL: none. */
const struct finding *owner_project(const struct judge *j, const struct slots *s);

/* 石桥、柳林2座水库,概算投资520万元: the words of the list whose works share the amount, where `project` is one of them. n 0: it is none of
 * several. */
struct str owner_list(const struct judge *j, const struct mention *amount, const struct finding *project);

/* 计划投资1300万元,建设A: the project that is all that the deed `purpose` behind the amount of s is done to; NULL: there is none. */
const struct finding *owner_of_deed(const struct judge *j, const struct slots *s, struct str purpose);

/* 支持A工程(6000万元)、B大桥(4200万元): the name before the bracket that the amount at mention i fills, in a list of such; n 0: it fills none. */
struct str owner_bracketed(const struct judge *j, size_t i);

#endif
