/* When two cells say the same. */
#ifndef PT_VERB_SAME_H
#define PT_VERB_SAME_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/number.h"

struct same_tolerance {
	struct str field; /* p NULL: of every field */
	struct number by;
};

struct same {
	bool ignore_case, ignore_space, ignore_width;
	struct same_tolerance *tolerances;
	size_t n, cap;
	struct buf one, other; /* for the cells at hand */
};

/* [FIELD=]X of --abs-tol; ends with status 2 when X is no number from 0 on. */
void same_tolerance(struct same *s, struct arena *a, const char *arg);

/* The tolerance of a field: its own, else that of every field, else NULL. */
const struct number *same_tolerance_of(const struct same *s, struct str field);

/* A number as pt-diff understands it: that of RFC 8259 without exponent, so that 007 is a text. */
bool same_number(struct str text, struct number *n);

/* Equal texts, or numbers equal by value or within `tolerance` (NULL: none). */
bool same_cells(struct same *s, struct str a, struct str b, const struct number *tolerance);

/* Appends what is ignored left out: two cells that are equal without regard to numbers give the same bytes. */
void same_fold(const struct same *s, struct str text, struct buf *out);
/* The same with numbers in one form, so that all equal cells give the same bytes. */
void same_fold_value(const struct same *s, struct str text, struct buf *out);

#endif
