/* Whether money has been given or is to be. */
#ifndef PT_VERB_STATUS_H
#define PT_VERB_STATUS_H

#include "verb/judge.h"

/* actual, planned or rule, for an amount of kind j->kind with these slots. */
struct str status_of(const struct judge *j, const struct slots *s, const struct quantity *q);

#endif
