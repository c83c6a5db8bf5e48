/* Words beside an amount that say how it is meant, from bounds.tsv. */
#ifndef PT_ZH_BOUND_H
#define PT_ZH_BOUND_H

#include "zh/phrases.h"

enum bound_place { BOUND_BEFORE, BOUND_INSIDE, BOUND_BEHIND, BOUND_BETWEEN, BOUND_OVER, BOUND_PAREN, BOUND_JOIN, BOUND_FIXED, BOUND_SIGN, BOUND_TAIL, BOUND_FRAME, BOUND_RATIO, BOUND_PLACES };
enum bound_meaning { BOUND_MIN, BOUND_MAX, BOUND_APPROX, BOUND_NONE, BOUND_DOUBLE, BOUND_MINUS, BOUND_PERCENT, BOUND_TIMES };

struct bound {
	enum bound_meaning meaning;
	int number;   /* of BOUND_PERCENT and BOUND_TIMES: the amount that a fixed word stands for */
	bool pair;    /* joins with its opposite to a range: 100以上1000以下 */
	bool bare;    /* only before a multiplier alone: 上百 */
	bool count;   /* only after measure words */
	bool capital; /* only after bank capitals */
	bool least;   /* a fixed word that is a lower bound: 过半 */
	bool vague;   /* only before a vague number: 好几万 */
	bool range;   /* only behind a range: 之间 */
	bool frame;   /* 介于, and 和 between its two numbers */
	struct str not_before;
};

extern struct phrases bound_places[BOUND_PLACES];
const struct bound *bound_longest(struct str s, enum bound_place place, size_t *length);

/* The longest word of that place at the start of s; NULL when there is none, mostly without a call. */
static inline const struct bound *bound_at(struct str s, enum bound_place place, size_t *length)
{
	return phrases_may_start(&bound_places[place], s) ? bound_longest(s, place, length) : NULL;
}

void bound_load(void);

#endif
