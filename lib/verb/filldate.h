/* Dates of a record: from doc_date_text, date_text, period_text, deadline_text. */
#ifndef PT_VERB_FILLDATE_H
#define PT_VERB_FILLDATE_H

#include "verb/filling.h"

/* Reads the tables of dates; call once, before threads start. */
void filldate_load(void);

/* A day; a month or a year alone is told in a note and makes no date. Returns the day that stands in `to`, year 0 for none. */
struct ymd filldate_day(struct filling *f, const char *from, const char *to);
void filldate_period(struct filling *f);
void filldate_deadline(struct filling *f);

#endif
