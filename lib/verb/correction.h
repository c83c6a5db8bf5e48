/* A person's corrections (--corrections) laid over the records of a run. */
#ifndef PT_VERB_CORRECTION_H
#define PT_VERB_CORRECTION_H

#include "io/record.h"

/* Another file of corrections; call before correction_load. */
void correction_file(const char *file);

/* Reads the files; call once, before threads start, when the schema is loaded. Ends with status 2 when one is faulty or when two rows
 * contradict each other. */
void correction_load(void);
bool correction_any(void);

/* The corrections of a contract record, for the functions below; 0: none. Safe for several threads, as they are. */
size_t correction_find(const struct record *r);

/* Lays those of fields as written over the record, before anything is read in it. Fields that are made of one that becomes null go with it. */
void correction_lay_written(struct record *r, size_t found);
/* Lays those of normalized fields over it, but for doc_date. Bounds go with their number. */
void correction_lay_made(struct record *r, size_t found);
/* Lays that of doc_date over it; false when there is none. */
bool correction_lay_date(struct record *r, size_t found);

/* Drops notes on corrections of normalized fields that are not so any more, as a run without the file leaves them. */
void correction_settle_notes(struct record *r);

/* Whether one of them is of that field, so that nothing else may change its text. */
bool correction_holds(size_t found, const char *field);

/* What became of them. */
struct correction_counts {
	long applied, unchanged; /* fields of records */
	long not_found;          /* corrections whose document came without such a record or field */
	long elsewhere;          /* corrections of documents that did not come */
};

/* Counts, and tells those that do not apply any more on standard error; call when all records are done. */
struct correction_counts correction_finish(void);

#endif
