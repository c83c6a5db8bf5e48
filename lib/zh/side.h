/* One number with its unit, as it stands in an amount or at one end of a range. For quantity.c. */
#ifndef PT_ZH_SIDE_H
#define PT_ZH_SIDE_H

#include "zh/numeral.h"
#include "zh/unit.h"

struct side {
	size_t number_at, number_end, unit_end;
	struct numeral n;
	const struct unit *unit; /* NULL: none */
	const char *currency;    /* of a sign before the number; NULL: none */
	struct decimal extra;    /* 角 and 分 of an amount in 元 */
	bool approx;             /* 多, 余 */
	bool fraction;           /* 三分之二: n already holds percent */
	bool ratio;              /* 1:0.5: so does a fraction that is one */
	int tail_power;          /* of multipliers behind 多 or 个 */
	bool unsure;             /* could be read in two ways */
};


/* The number at byte `at` of s with a sign before it and its unit behind it; false when there is none that
 * can be trusted. */
bool side_read(struct str s, size_t at, struct side *side);

/* Neither either-or nor vague, with digits of its own. */
bool side_is_plain(const struct numeral *n);

#endif
