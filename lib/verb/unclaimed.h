/* Figures with units, and brackets that name bodies, that no record claims. */
#ifndef PT_VERB_UNCLAIMED_H
#define PT_VERB_UNCLAIMED_H

#include "verb/finding.h"

/* What was found of one document; a zeroed struct is empty. struct doc has one where --unclaimed asks for it, else NULL. */
struct unclaimed {
	struct claim *claims;
	size_t claim_count, claim_cap;
	struct figure *figures;
	size_t figure_count, figure_cap;
};

/* The mentions of m that a reader has dealt with, though perhaps no record holds them: a sum that is refused. */
void unclaimed_used(struct doc *d, const struct mentions *m, const enum fund_use *used);

/* A cell of a column whose heading has a unit: where it is a bare number, it is a figure all the same. */
void unclaimed_cell(struct doc *d, int section, struct str cell, struct str unit);

/* Appends all that no finding claims, in the order of the text, as JSON lines. The findings are all made, the words of
 * the text still indexed. */
void unclaimed_write(struct doc *d, struct buf *out);

/* The fields of such a line, in their order. */
extern const struct str unclaimed_fields[];
enum { UNCLAIMED_FIELDS = 7 };

#endif
