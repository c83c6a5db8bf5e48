/* Units that stand beside numbers, from units.tsv: money, shares, measure words, physical units. */
#ifndef PT_ZH_UNIT_H
#define PT_ZH_UNIT_H

#include "zh/numeral.h"
#include "zh/phrases.h"

enum unit_kind {
	UNIT_MONEY, UNIT_PART /* 角, 分 after 元 */, UNIT_SIGN /* ￥ before */, UNIT_PERCENT, UNIT_FOLD /* 折 */,
	UNIT_SHARE /* 百分之 before */, UNIT_COUNT, UNIT_TIMES, UNIT_DOUBLING /* 番 */, UNIT_COIN /* 块, 毛 as people say them */, UNIT_NONE /* 号: no quantity */
};

struct unit {
	struct str name, canonical;
	enum unit_kind kind;
	int power;        /* of ten: % is -2 */
	char currency[4]; /* of money, parts and signs */
	bool figures;     /* only after ASCII digits */
	bool approx;      /* 个多月: more than the number says */
	bool not_year;    /* not after what reads as a year: 2020年 */
	int over;         /* only after larger numbers; -1: after any */
	struct str not_before;
};

/* The longest unit at the start of s, of the kinds that follow numbers; NULL when there is none. Where the
 * number n (NULL: any, as in a heading) may not take it, a unit of kind UNIT_NONE. */
const struct unit *unit_after(struct str s, const struct numeral *n, size_t *length);
/* 角 or 分 there. */
const struct unit *unit_part(struct str s, size_t *length);
/* 元, 块, 角, 毛 or 分 there, as in 三块五毛. */
const struct unit *unit_coin(struct str s, size_t *length);
/* A currency sign or 百分之 there. */
const struct unit *unit_before(struct str s, size_t *length);
/* % and 倍. */
const struct unit *unit_percent(void);
const struct unit *unit_times(void);
/* Whether n may take the unit. */
bool unit_takes(const struct unit *u, const struct numeral *n);

/* A unit standing alone in a heading: 万元 gives 10^4 and 元. An unknown name is a measure word, *own then
 * holds it; false when text cannot be a unit. */
bool unit_heading(struct str text, struct decimal *factor, const struct unit **unit, struct unit *own);

/* The set of what stands before a number. */
const struct phrases *unit_words_before(void);

/* Reads units.tsv and what it needs. */
void unit_load(void);

#endif
