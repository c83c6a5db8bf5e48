/* Records, and rows that are not taken apart yet, that are worked on together: read by one thread, filled and formatted by another. */
#ifndef PT_VERB_BATCH_H
#define PT_VERB_BATCH_H

#include "base/buf.h"
#include "io/stream.h"

enum { BATCH_MOST = 256 };

struct batch_item {
	struct str rows; /* plain rows as they stand; p NULL: a record */
	struct record r;
	long line;       /* the first */
};

/* What could not be read; its texts are offsets in reject_text. */
struct batch_reject {
	long line;
	size_t reason, raw, end;
};

struct batch {
	struct arena arena;
	struct arena_mark mark; /* its one block, empty */
	struct batch *next;     /* among those that wait for work */
	struct batch_item items[BATCH_MOST];
	size_t n;
	struct batch_reject *rejects;
	size_t rejects_n, rejects_cap;
	struct buf reject_text;
	const char *file;
	long source;     /* which of the inputs, from 1 */
	bool table;      /* the input is a table */
	bool formatted;  /* out has the bytes of all records */
	struct buf out;
	long in, unread; /* records and rows; cells */
};

/* One of those that wait, or a new one. */
struct batch *batch_get(struct batch **idle);

/* Fills it from a source, with plain rows as they stand where that is wanted; false when the source has ended. */
bool batch_read(struct batch *b, struct source *source, bool rows);

/* Keeps a copy of what could not be read. */
void batch_reject(struct batch *b, long line, const char *reason, struct str raw);
/* Gives out all of those in the order of their lines, and forgets them. */
void batch_take_rejects(struct batch *b, void (*take)(void *ctx, const struct batch *b, long line, const char *reason, struct str raw), void *ctx);

/* Empties it and puts it with those that wait. */
void batch_free(struct batch *b, struct batch **idle);
void batch_free_all(struct batch **idle);

#endif
