/* What is done with money, told beside its amount: 改造小区12个，总投资3亿元; 投入2亿元，实施供水工程. */
#ifndef PT_VERB_SPENT_H
#define PT_VERB_SPENT_H

#include "verb/judge.h"

enum { SPENT_LONGEST = 40 }; /* characters of what is done with the money */

/* Words before an amount without the periods and bodies that they begin with. */
struct str spent_opening(const struct judge *j, const struct slots *s, struct str own);

/* Whether words say no more than that money is paid. */
bool spent_paying(struct str s);

/* The deed in the clauses before an amount of which nothing else is told, or behind it; n 0: there is none. */
struct str spent_beside(const struct judge *j, const struct slots *s);

/* The deed in the clause right behind an amount whose own words name no more than a fund; n 0: there is none. */
struct str spent_behind(const struct judge *j, const struct slots *s);

#endif
