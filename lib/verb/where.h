/* Which records the user's conditions leave. */
#ifndef PT_VERB_WHERE_H
#define PT_VERB_WHERE_H

#include "base/number.h"
#include "verb/ask.h"
#include "verb/pick.h"
#include "verb/trouble.h"

struct where {
	struct where_test *tests;
	size_t n;
};

void where_make(struct where *w, struct arena *a, struct pick *p, const struct ask_conditions *conditions);

/* Whether all conditions hold. A cell that cannot be compared is entered as trouble and does not hold. */
bool where_holds(struct where *w, struct pick *p, const struct record *r, const char *file, long line);

/* Tells of such cells on standard error; returns how many there were. */
long where_tell(const struct where *w);

#endif
