/* Works that a list beside a word of building names. */
#ifndef PT_VERB_BUILT_H
#define PT_VERB_BUILT_H

#include "verb/clause.h"
#include "verb/finding.h"

enum { BUILT_MOST = 16 /* members of a list that are read */ };

/* Members between mention i of the sentence (a word of building) and the end of its clause, or the next verb. `strict`: the word tells no building
 * (推进, 完成), so that each member must end as works do and have a name. */
void built_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i, bool strict);

/* 力争A、B、C开工: members between the head of the clause and mention i, a word of building that ends it. */
void built_find_before(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i);

#endif
