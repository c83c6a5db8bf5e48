/* The amount of a funding record, and the words that are its evidence. */
#ifndef PT_VERB_FUNDAMOUNT_H
#define PT_VERB_FUNDAMOUNT_H

#include "verb/judge.h"

/* The amount without words of total. */
struct str fundamount_text(const struct mentions *m, const struct mention *x);

/* What it is paid for or a share of, joined by ·; owned by the arena. */
struct str fundamount_basis(struct doc *d, const struct slots *s);

/* The shortest words that hold what the record says; n 0: there are none. */
struct str fundamount_evidence(const struct judge *j, const struct slots *s);

/* The bound that stands before the words or the list that it is for; n 0: there is none. */
struct str fundamount_bound(const struct judge *j, const struct slots *s);

/* Fills amount_text of f from `text` and its bound. */
void fundamount_set(struct judge *j, struct finding *f, const struct slots *s, struct str text);

#endif
