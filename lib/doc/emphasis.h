/* The marks that Markdown puts into a text and that are no part of its words. */
#ifndef PT_DOC_EMPHASIS_H
#define PT_DOC_EMPHASIS_H

#include "base/arena.h"

/* s with a blank for each asterisk that only makes words bold and each number sign before a heading, and of the same length; s
 * itself where there is none. Asterisks that mask a name or a number stay. */
struct str emphasis_blank(struct str s, struct arena *a);

#endif
