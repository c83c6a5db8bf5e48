/* Those whom a subsidy is for, where a line of its own names them: 补贴对象为…. */
#ifndef PT_VERB_OBJECT_H
#define PT_VERB_OBJECT_H

#include "verb/finding.h"

/* 补贴对象为种地农民: whom words of a sentence name so; n 0: nobody. A slice of s. */
struct str object_of(struct str s);

/* Keeps in the document whom the paragraph names, if any; where it tells of sums itself (`paid`) they get no others. */
void object_read(struct doc *d, size_t index, bool paid);

/* Whom the paragraphs before this one name for the heading that it stands under too; n 0: nobody. */
struct str object_told(const struct doc *d, size_t index);

#endif
