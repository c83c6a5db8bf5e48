/* Works of which a clause tells what became of them. */
#ifndef PT_VERB_BECAME_H
#define PT_VERB_BECAME_H

#include "verb/clause.h"
#include "verb/finding.h"

/* 力争A、B、C开工: members between the head of the clause and mention i of the sentence, a word that tells what became of them. */
void became_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i);

#endif
