/* Departments that are named by what they are in charge of, not by what they are called. */
#ifndef PT_DOC_BUREAU_H
#define PT_DOC_BUREAU_H

#include "doc/body.h"

/* A field at byte `at` of s, alone or in a list that 部门 closes: a BODY_CLASS, with what others of the list say for it. */
bool bureau_at(struct str s, size_t at, struct body *out);

/* Whether a name of a body can end before byte `at` of a sentence: punctuation, a role, a modal word, a verb follow. */
bool bureau_name_ends(struct str s, size_t at);

/* Whether nothing of a name that is read on can stand at byte `at` of s: a character c that is no Chinese one, a verb, a word that joins, gives,
 * wills, tells a role. */
bool bureau_name_stops(struct str s, size_t at, uint32_t c);

/* Bytes of a name at the start of s that no table has and that ends as departments do (绩效办, 纪检监察部门), with nothing behind it that would
 * go on with the word, anything else where a body of its list stands before it (`listed`); 0: none. A body only beside others: the caller
 * sees to that. */
size_t bureau_unlisted(struct str s, bool listed);

#endif
