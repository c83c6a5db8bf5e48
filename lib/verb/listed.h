/* Projects named in a list that shares its last words: 恒大、吉利新能源汽车等项目. */
#ifndef PT_VERB_LISTED_H
#define PT_VERB_LISTED_H

#include "verb/clause.h"
#include "verb/finding.h"
#include "verb/members.h"

/* Reads the list that ends at mention i (项目), in clause c. False when there is none. */
bool listed_find(struct doc *d, size_t index, const struct mentions *m, const struct range *c, size_t i, bool facility);

/* Adds member k of the list with the words that all share, unless the text has told of it. */
void listed_compose(struct doc *d, size_t index, const struct list *l, size_t k);

/* Adds what a member of the list `whole` is called with the words that it shares, unless the text has told of it, which is NULL. */
struct finding *listed_add(struct doc *d, size_t index, struct str whole, struct str member, struct str name);

#endif
