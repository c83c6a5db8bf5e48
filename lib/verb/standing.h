/* Those who get money by where they stand. */
#ifndef PT_VERB_STANDING_H
#define PT_VERB_STANDING_H

#include "verb/slots.h"

/* Adds who stands at the head of the sentence or of the amount's own words; false where nobody does. */
bool standing_read(struct slots *s);

#endif
