/* Scanner slips (关千 for 关于) mended in the text fields of a record. */
#ifndef PT_VERB_CONFUSION_H
#define PT_VERB_CONFUSION_H

#include "io/record.h"

/* Reads confusions.tsv; call once, before threads start. */
void confusion_load(void);

/* Mends the fields that hold words; each slip becomes a note `field: confusion: before -> after`. What is
 * evidence, a number, a date or an amount as written is not touched. */
void confusion_mend(struct record *r);

#endif
