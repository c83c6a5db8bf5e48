/* The fields that pt-normalize adds to one record: a function of the record and the tables. */
#ifndef PT_VERB_FILL_H
#define PT_VERB_FILL_H

#include "io/record.h"
#include "io/schema.h"
#include "zh/period.h"

enum { FILL_MOST_FIELDS = 64 };

/* What became of a field that is filled here. */
enum fill_outcome {
	FILL_OK,
	FILL_REPAIRED,  /* read after letters or slips were mended */
	FILL_AMBIGUOUS, /* its text may mean several things */
	FILL_UNREAD,    /* its text is there, and means nothing that is known */
	FILL_EMPTY,     /* there is no text */
	FILL_OUTCOMES
};

const char *fill_outcome_name(enum fill_outcome o);

/* How often each field had each outcome. */
struct fill_tally {
	const char *name[FILL_MOST_FIELDS]; /* as schema.tsv has them */
	unsigned char types[FILL_MOST_FIELDS]; /* bit t: records of type t have it */
	long count[FILL_MOST_FIELDS][FILL_OUTCOMES];
	enum fill_outcome now[FILL_MOST_FIELDS]; /* of the record at hand, where it is told before the end */
	size_t n;
	bool simplify;    /* traditional characters are made simplified */
	struct ymd as_of; /* what relative dates refer to where the record has no date; year 0: unknown */
};

/* Call once, before threads start. */
void fill_load(struct fill_tally *tally);
/* Reads the tables that records of this type need; call before the first of them, and while no thread fills others. */
void fill_load_type(enum record_type type, bool simplify);

/* Mends scanner slips and fills the fields that schema.tsv gives to pt-normalize. A field is made anew from its
 * as-written text; where that is absent, what stands there is kept. A record of unknown type is left
 * as it is. A second time changes nothing. Returns how many texts could not be read. */
long fill_record(struct record *r, struct fill_tally *tally);

#endif
