/* Projects named behind their number: 竣工项目4个，即A、B、C和D. */
#ifndef PT_VERB_COUNTED_H
#define PT_VERB_COUNTED_H

#include "verb/clause.h"
#include "verb/finding.h"

/* 竣工项目4个，即A、B、C和D; 过亿元项目5个：A8亿元、…: where as many members follow the count at mention i, in sentence s, as it
 * counts, each is a project. */
void counted_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i);

#endif
