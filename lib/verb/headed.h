/* Projects that headings and lines of their own name; work.c reads the others. */
#ifndef PT_VERB_HEADED_H
#define PT_VERB_HEADED_H

#include "verb/finding.h"

/* Adds the project that a paragraph's heading, or the line before it, names (d->named). True when nothing else is in the paragraph. */
bool headed_find(struct doc *d, size_t index, const struct mentions *m);

/* Gives the project that a numbered item begins with the number. */
void headed_number(struct doc *d, size_t index, struct finding *f);

#endif
