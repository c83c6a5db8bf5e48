/* Forms: tables without a head, whose rows are labels and what they hold (绩效目标表). */
#ifndef PT_DOC_FORM_H
#define PT_DOC_FORM_H

#include "doc/grid.h"

/* What the rows of a form above this one tell. Begins as zeros. */
struct form {
	struct str name; /* behind 项目名称; n 0: not told */
	struct str unit; /* of the last label that names a unit of money: 项目资金(万元) */
	bool whole;      /* a sum of the form that others are parts of was read */
};

/* Whether the rows from paragraph `first` on are those of a form. */
bool form_begins(const struct outline *o, size_t first);

/* Reads cell k of a row as a label. True when the cell behind it is a sum; *c is then its column, with the unit. */
bool form_sum(struct form *f, const struct para *p, size_t k, struct column *c);

#endif
