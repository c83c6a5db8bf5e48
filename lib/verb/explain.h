/* What stands at one place of a document, and what was made of it, in words. */
#ifndef PT_VERB_EXPLAIN_H
#define PT_VERB_EXPLAIN_H

#include "verb/trace.h"

/* Looks for mentions at the place of d->trace where no reader of sentences has: in cells and titles. The words of the text
 * are still indexed. */
void explain_unread(struct doc *d);

/* Appends the explanation of the place of d->trace, when all has been read and the findings have their ids. */
void explain_place(struct doc *d, struct buf *out);

#endif
