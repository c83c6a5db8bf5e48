/* Those who get the money of a funding clause. */
#ifndef PT_VERB_WHOM_H
#define PT_VERB_WHOM_H

#include "verb/slots.h"

/* One more of those who get it, without what is no part of the name; none where r names nobody. */
void whom_add(struct slots *s, struct str r);

/* Adds the regions that stand one behind the other from byte `at` on. */
bool whom_regions(struct slots *s, size_t at);

/* The end of a class of recipients named right behind `from`, or 0. */
size_t whom_class_end(const struct slots *s, size_t from);

/* 经认定的高新技术企业，依法…: adds the class that is alone in the first clause. */
bool whom_headed_class(struct slots *s);

#endif
