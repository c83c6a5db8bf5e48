/* Cells that cannot be used, counted, with the first three places. */
#ifndef PT_VERB_TROUBLE_H
#define PT_VERB_TROUBLE_H

#include "base/buf.h"

enum { TROUBLE_PLACES = 3, TROUBLE_TEXT = 60 };

struct trouble {
	long n;
	struct {
		const char *file; /* not copied */
		long line;
		char text[TROUBLE_TEXT]; /* the beginning of the cell */
	} places[TROUBLE_PLACES];
};

void trouble_add(struct trouble *t, const char *file, long line, struct str text);
/* A note on standard error: WHAT: N RESULT: FILE:LINE "text", ...; nothing when there was none. */
void trouble_tell(const struct trouble *t, struct str what, const char *result);

#endif
