/* Works that a sentence defines: 三纵指A路、B路和C大道, 其中A路位于…. */
#ifndef PT_VERB_DEFINED_H
#define PT_VERB_DEFINED_H

#include "verb/clause.h"
#include "verb/finding.h"

/* 三纵指A路、B路和C大道三条道路: adds the works that stand behind mention i (指) where a number of them stands before it. */
void defined_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i);

/* 其中|西厂(首期)|位于: what the clause of mention i, a word of place, begins with; n 0: it begins with more than a name. */
struct str defined_subject(const struct mentions *m, const struct range *s, size_t i);

/* Whether a short name is that of one work by its form alone: 城北路, 西厂(首期). */
bool defined_short(struct str name);

#endif
