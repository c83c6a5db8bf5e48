/* Places that a sentence tells before what is built there. */
#ifndef PT_VERB_SITED_H
#define PT_VERB_SITED_H

#include "verb/clause.h"

/* 在青石镇工业园建设X: where a word of place ends at byte `at`, the byte behind the words of building that follow the place, which goes to *place; 0: none
 * follow it before the next mark. */
size_t sited_deed(const struct mentions *m, size_t at, struct str *place);

/* 在青石镇工业园建设|X: the place before the words of building that end right before byte `at`; n 0: none is told. */
struct str sited_place(const struct mentions *m, size_t at);

#endif
