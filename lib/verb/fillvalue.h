/* Amounts, figures and counts of a record: from amount_text, value_text, count_text. */
#ifndef PT_VERB_FILLVALUE_H
#define PT_VERB_FILLVALUE_H

#include "verb/filling.h"

/* Reads the tables of units; call once, before threads start. */
void fillvalue_load(void);
void fillvalue_amount(struct filling *f);
void fillvalue_figure(struct filling *f);
void fillvalue_count(struct filling *f);

#endif
