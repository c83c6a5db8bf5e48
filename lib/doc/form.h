/* Forms: tables without a head, whose rows are labels and what they hold (绩效目标表). */
#ifndef PT_DOC_FORM_H
#define PT_DOC_FORM_H

#include "doc/grid.h"

/* What the rows of a form above this one tell. Begins as zeros. */
struct form {
	struct str name; /* behind 项目名称; n 0: not told */
	struct str unit; /* of the label over the sums: 项目资金(万元) */
	bool whole;      /* a sum that others may be parts of was read */
	bool parts;      /* 其中 was read behind it */
};

/* Whether the rows from paragraph `first` on are those of a form. */
bool form_begins(const struct outline *o, size_t first);

/* Reads cell *k of a row as a label, and steps behind it and what it holds. True when that is a sum; *c is then its column, with the
 * unit, and cell *k - 1 holds it. */
bool form_sum(struct form *f, const struct para *p, size_t *k, struct column *c);

#endif
