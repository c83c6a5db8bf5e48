/* When and by whom the projects of running text are built. */
#ifndef PT_VERB_TIMED_H
#define PT_VERB_TIMED_H

#include "verb/finding.h"

/* Gives each project whose name stands in m, found among the findings from `since` on, the period and the builder that the words beside it tell. */
void timed_find(struct doc *d, size_t index, const struct mentions *m, size_t since);

#endif
