/* Projects that a sum of investment names: 投资3200万元的青石公园. */
#ifndef PT_VERB_PRICED_H
#define PT_VERB_PRICED_H

#include "verb/clause.h"
#include "verb/finding.h"

/* The words behind the sum that is mention i of sentence s, where that is what is invested in what they tell of: 投资8000万元的|12条村道; n 0: it is not. */
struct str priced_words(const struct mentions *m, const struct range *s, size_t i);

/* Why the sum at mention i is one of investment: 总投资18亿元的甲大桥、|12亿元的乙枢纽 goes on with a list of works that begins with what is invested in
 * one, and 总投资1.5亿元，已完成|8000万元 with what one costs; NULL: it is not. The text is static. */
const char *priced_why(const struct mentions *m, const struct range *s, size_t i);

/* Adds the project that such words name. */
void priced_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i);

#endif
