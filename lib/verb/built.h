/* Works that a list beside a word of building names. */
#ifndef PT_VERB_BUILT_H
#define PT_VERB_BUILT_H

#include "verb/clause.h"
#include "verb/finding.h"

enum { BUILT_MOST = 16 /* members of a list that are read */ };

/* Members between mention i of the sentence (a word of building) and the end of its clause, or the next verb. `strict`: the word tells no building
 * (推进, 完成), so that each member must end as works do and have a name. */
void built_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i, bool strict);

/* A水库、B水库和C灌区: whether mention k parts the member from `from` on from the next. */
bool built_parts(const struct mentions *m, size_t k, size_t from);

/* 建成投用, 开工: not only that something is built. */
bool built_opens(const struct mention *x);

/* A list that begins with a body is none of works, unless the body is the house that is built. */
bool built_begins_with_body(const struct doc *d, const struct str *members, size_t n);

/* Adds a project for each of n members of a list. */
void built_add(struct doc *d, size_t index, const struct str *members, size_t n);

#endif
