/* Names of works that end in a word of work: 青石水库除险加固工程. */
#ifndef PT_VERB_NAMED_H
#define PT_VERB_NAMED_H

#include "verb/work.h"

enum {
	NAMED_LONGEST = 45,    /* characters of a name */
	NAMED_SHORTEST_OWN = 6 /* of one that only its sum makes particular */
};

/* Adds the project whose name mention i of sentence s ends, if it is that of one. */
void named_read(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i);

/* Where the bracket opens that ends right before mention i; 0: none does. */
size_t named_inset(const struct mentions *m, size_t i);

#endif
