/* Projects that quoted titles name: “A”“B”等10项科技重大专项. */
#ifndef PT_VERB_QUOTED_H
#define PT_VERB_QUOTED_H

#include "verb/clause.h"
#include "verb/finding.h"

enum { QUOTED_SHORTEST = 5 /* characters of a quoted title */ };

/* What stands between the marks of quoted title x. */
struct str quoted_unquoted(const struct mentions *m, const struct mention *x);

/* Adds the projects among the titles from mention i of sentence s on; the last of the titles. */
size_t quoted_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i);

#endif
