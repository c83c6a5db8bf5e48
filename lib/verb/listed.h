/* Projects named in a list that shares its last words: 恒大、吉利新能源汽车等项目. */
#ifndef PT_VERB_LISTED_H
#define PT_VERB_LISTED_H

#include "verb/clause.h"
#include "verb/finding.h"

/* Reads the list that ends at mention i (项目), in clause c. False when there is none. */
bool listed_find(struct doc *d, size_t index, const struct mentions *m, const struct range *c, size_t i, bool facility);

/* 南岭大道北段、环山路东段综合管廊: where the first of the members lack the words that a later one ends in, each of them is a project with these
 * words. How many members that are; 0: they share nothing. */
size_t listed_shared(struct doc *d, size_t index, const struct str *members, size_t n);

#endif
