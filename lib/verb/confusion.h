/* Scanner slips (关千 for 关于) mended in a text of a record. */
#ifndef PT_VERB_CONFUSION_H
#define PT_VERB_CONFUSION_H

#include "io/record.h"

/* Reads confusions.tsv; call once, before threads start. */
void confusion_load(void);

/* The text of a field mended, or the same slice when there is nothing to mend; each slip becomes a note `field: confusion: before -> after`. */
struct str confusion_mend(struct record *r, const char *field, struct str s);

#endif
