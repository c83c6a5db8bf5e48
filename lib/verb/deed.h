/* Duties that sentences lay on bodies: 由A牵头组织B…, A会同B…, A要…, 依托A建设…, 在A的指导下…. */
#ifndef PT_VERB_DEED_H
#define PT_VERB_DEED_H

#include "verb/clause.h"
#include "verb/finding.h"

/* Adds the responsibilities of sentence s of paragraph `index`. */
void deed_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s);

#endif
