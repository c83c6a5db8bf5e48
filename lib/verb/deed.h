/* Duties that sentences lay on bodies: 由A牵头组织B…, A会同B…, A要…, 依托A建设…, 在A的指导下…. */
#ifndef PT_VERB_DEED_H
#define PT_VERB_DEED_H

#include "verb/actors.h"

/* Adds the responsibilities of sentence s of paragraph `index`. `last`: who had a duty in the sentence before it in the
 * paragraph (n 0: nobody), and then in this one. `points`: of whom the paragraph has said that they do what its points (一是…) tell. */
void deed_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *last, struct actor *points);

/* The duty that the bodies from mention i on have, if any; the last mention of them, i where it reads none. *laid: those on whom it was laid, *points (or NULL): those whom points behind are of. */
size_t deed_read(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *laid, struct actor *points, size_t i);

#endif
