/* The project that an approval is about: 关于X可行性研究报告的批复. */
#ifndef PT_VERB_APPROVED_H
#define PT_VERB_APPROVED_H

#include "doc/mention.h"
#include "verb/finding.h"

/* Reads the name of the project from the title, once the head is known. */
void approved_open(struct doc *d);

/* Makes the project's record in the first paragraph that names it, and of what its sentences say of it its builder. */
void approved_find(struct doc *d, size_t index, const struct mentions *m);

#endif
