/* Works that link two others: 青河水库与白石水库连通工程, 青河-白河输水工程. */
#ifndef PT_VERB_LINKED_H
#define PT_VERB_LINKED_H

#include "base/str.h"

/* Whether the word of joining at byte `at` of s stands between two works that are linked, so that it parts no names. */
bool linked_joins(struct str s, size_t at);

/* 青河水库与白石水库连通, with 工程 or without: a name of two works and what makes one of them. */
bool linked_two(struct str name);

/* Whether the name tells from what to what it leads. */
bool linked_is(struct str name);

#endif
