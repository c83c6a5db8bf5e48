/* The fields that pt-normalize adds to one record: a function of the record and the tables. */
#ifndef PT_VERB_FILL_H
#define PT_VERB_FILL_H

#include "io/record.h"

enum { FILL_MOST_FIELDS = 64 };

/* How often each field that is filled here came out, or stayed unread though its text is there. */
struct fill_tally {
	const char *name[FILL_MOST_FIELDS]; /* as schema.tsv has them */
	long ok[FILL_MOST_FIELDS], unread[FILL_MOST_FIELDS];
	size_t n;
	long unread_records;
};

/* Reads all tables that are needed; call once, before threads start. */
void fill_load(struct fill_tally *tally);

/* Mends scanner slips and fills the fields that schema.tsv gives to pt-normalize. A field is made anew from its
 * as-written text; where that is absent, what stands there is kept. A record of unknown type is left
 * as it is. A second time changes nothing. Returns how many texts could not be read. */
long fill_record(struct record *r, struct fill_tally *tally);

#endif
