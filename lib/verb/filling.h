/* One record while its normalized fields are made, and what all makers of fields share. */
#ifndef PT_VERB_FILLING_H
#define PT_VERB_FILLING_H

#include "base/buf.h"
#include "io/record.h"
#include "verb/fill.h"
#include "zh/period.h"

struct filling {
	struct record *r;
	struct arena *a;
	struct fill_tally *tally;
	struct ymd doc_date; /* year 0: unknown */
	long unread;
};

/* Text as written, made ready for the parsers of lib/zh: line ends, which only the layout put there, dropped, folded,
 * trimmed. Empty when there is nothing to read. */
struct str filling_read(struct filling *f, struct str s);
struct str filling_text(struct filling *f, const char *field);

/* Removes the fields, of which the last is NULL. */
void filling_clear(struct filling *f, const char *const *fields);
void filling_set(struct filling *f, const char *field, struct str text);
/* The outcome of a field that is not told by whether it is there. */
void filling_count(struct filling *f, const char *field, enum fill_outcome outcome);

/* `from` could not be read, so that `to` stays null. */
void filling_unread(struct filling *f, const char *from, const char *to);

/* The bytes of b as a slice in the record's arena; b is freed. */
struct str filling_take(struct filling *f, struct buf *b);

#endif
