/* The words of a record put right before anything is read in them: width and punctuation, traditional characters, scanner slips. */
#ifndef PT_VERB_WORDING_H
#define PT_VERB_WORDING_H

#include "io/record.h"

/* Reads the tables; call once, before threads start. */
void wording_load(bool simplify);

/* Mends the fields that hold words of the document, but for those that a person has corrected (see correction.h). What was changed is noted, once
 * a field: `field: text: 7,甲 -> 7，甲`, `field: simplify: 計劃 -> 计划`, `field: confusion: 关千 -> 关于`. What is evidence, a number, a date or an amount
 * as written is not touched. A second time changes nothing. */
void wording_mend(struct record *r, bool simplify, size_t corrections);

#endif
