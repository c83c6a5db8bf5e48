/* The purpose and the project of a funding record. */
#ifndef PT_VERB_FUNDPURPOSE_H
#define PT_VERB_FUNDPURPOSE_H

#include "verb/judge.h"

enum { FUNDPURPOSE_FUND = 5 }; /* characters: longer ones name a fund that is handed down */

/* Fills both cells of f, the record of the amount of s, whose word of money is `cue`. */
void fundpurpose_set(struct judge *j, struct finding *f, struct slots *s, const struct cue *cue);

#endif
