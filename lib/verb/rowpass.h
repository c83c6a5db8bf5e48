/* Plain rows of a table on their way through pt-normalize: they go out as they stand, with typed cells put in. */
#ifndef PT_VERB_ROWPASS_H
#define PT_VERB_ROWPASS_H

#include "verb/columns.h"

/* What becomes of rows that cannot go out as they stand. */
struct rowpass_odd {
	/* There is something to be noted or replaced; the record and its fields are the callee's. */
	void (*record)(void *ctx, struct record *r, long line);
	/* The row has another number of cells than the table has columns. */
	void (*ragged)(void *ctx, size_t found, long line, struct str row);
	void *ctx;
};

struct rowpass;

/* For the rows of one table with these columns, which last as long as the result; both in `a`. */
struct rowpass *rowpass_new(struct arena *a, struct columns *c, const struct str *names, size_t n, char delimiter);

/* Appends what becomes of whole lines without quotes, of which the first has that number; `a` is for what odd rows are made of. Returns how
 * many rows there were, ragged ones included. */
long rowpass_put(struct rowpass *p, struct str rows, long line, struct arena *a, const struct rowpass_odd *odd, struct buf *out);

#endif
