/* What an amount is for, where no word of purpose (用于, 支持) stands beside it. */
#ifndef PT_VERB_PURPOSE_H
#define PT_VERB_PURPOSE_H

#include "verb/judge.h"

/* `project`: the name of the project that the amount is for, n 0: none. */
struct str purpose_implied(const struct judge *j, const struct slots *s, const struct cue *cue, struct str project);

#endif
