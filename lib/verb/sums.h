/* Which sums of a document are the parts of another, by their adding up to it. */
#ifndef PT_VERB_SUMS_H
#define PT_VERB_SUMS_H

#include "verb/finding.h"

/* When all findings stand: sets part_of where the sums behind a sum make exactly that. */
void sums_find(struct doc *d);

#endif
