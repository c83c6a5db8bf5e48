/* Named projects in running text. */
#ifndef PT_VERB_WORK_H
#define PT_VERB_WORK_H

#include "verb/finding.h"

void work_find(struct doc *d, size_t index, const struct mentions *m);

#endif
