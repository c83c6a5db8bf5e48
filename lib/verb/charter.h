/* Duties of bodies that a heading or the begin of a paragraph names: 市财政局主要职责 over a list, 市水务局：负责…；配合…. */
#ifndef PT_VERB_CHARTER_H
#define PT_VERB_CHARTER_H

#include "verb/clause.h"
#include "verb/finding.h"

/* Whether the paragraph is wholly read: it is headed by bodies and tells their duties. */
bool charter_find(struct doc *d, size_t index, const struct mentions *m);

#endif
