/* Runs of digits that are several figures, for glued.c. */
#ifndef PT_DOC_UNDIVIDED_H
#define PT_DOC_UNDIVIDED_H

#include "base/str.h"

enum { UNDIVIDED_FIGURES = 8, UNDIVIDED_DIGITS = 36 };

/* 2650.0010%265.00: whether a figure in cents ends at byte `at` of the row, which has digits on both sides. */
bool undivided_cents(struct str row, size_t at);

/* The figures that a run of digits is made of, of which the one at `total` is the sum of the others that `parts` tells; where each but the first begins, from
 * the begin of the run. False: no way makes the sum, or several do. */
bool undivided_sums(struct str run, size_t figures, size_t total, const bool parts[UNDIVIDED_FIGURES], size_t begins[UNDIVIDED_FIGURES]);

#endif
