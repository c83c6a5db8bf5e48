/* Those who get the money of a funding clause. */
#ifndef PT_VERB_WHOM_H
#define PT_VERB_WHOM_H

#include "verb/slots.h"

/* One more of those who get it, without what is no part of the name; none where r names nobody. */
void whom_add(struct slots *s, struct str r);

/* 对X(,)给予…: adds X, the last one before the amount. */
bool whom_read_towhom(struct slots *s);

/* 经认定的高新技术企业，依法…: adds the class that is alone in the first clause. */
bool whom_headed_class(struct slots *s);

#endif
