/* Decimal numbers of any length, read from text, and exact sums of them. No binary float, no
 * rounding but where a function says so. The only user of GMP. */
#ifndef PT_BASE_NUMBER_H
#define PT_BASE_NUMBER_H

#include "base/buf.h"

/* A number as slices of the text that it was read from. */
struct number {
	bool minus;
	struct str whole;    /* digits before the point, without leading zeros; empty for none */
	struct str fraction; /* digits behind it, as many as were written */
};

/* [+-]digits[.digits], also .5 and 5. ; blanks at both ends are passed over. False when s is
 * anything else: no exponent, no marks of thousands, no full-width digits. */
bool number_read(struct str s, struct number *n);

/* -1, 0 or 1, by value: 1.50 and 1.5 are equal, and so are 0 and -0. */
int number_cmp(const struct number *a, const struct number *b);

/* Without sign of zero, plus sign and leading zeros; decimals as written. */
void number_print(const struct number *n, struct buf *out);

struct large;

/* A zeroed struct is the sum of nothing. */
struct sum {
	__extension__ __int128 small; /* times 10^-scale */
	uint32_t scale;
	uint32_t decimals;   /* the most of any term */
	struct large *large; /* what did not fit into small; owned */
};

void sum_add(struct sum *s, const struct number *n);
void sum_subtract(struct sum *s, const struct number *n);
void sum_add_sum(struct sum *to, const struct sum *from);
void sum_subtract_sum(struct sum *from, const struct sum *what);

/* -1, 0 or 1. */
int sum_sign(const struct sum *s);

/* With the decimals of the term that has most: 1.50 + 2 is 3.50. */
void sum_print(const struct sum *s, struct buf *out);

/* The sum divided by count (> 0), rounded half to even at `digits` decimals, trailing zeros dropped. */
void sum_print_mean(const struct sum *s, unsigned long count, unsigned digits, struct buf *out);

void sum_free(struct sum *s);

#endif
