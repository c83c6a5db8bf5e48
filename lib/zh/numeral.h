/* Numbers as people write them: ASCII digits with thousands marks, Chinese numerals, bank capitals,
 * mixed forms (1亿2千万, 10.5亿, 3千万, 三百五十). Input is folded text (fold.h). */
#ifndef PT_ZH_NUMERAL_H
#define PT_ZH_NUMERAL_H

#include "zh/decimal.h"
#include "zh/phrases.h"

struct numeral {
	struct decimal value;     /* the stated number; 几十 and 数百: the unit (10, 100) */
	bool vague;               /* 几十, 数百万: one to ten units, no stated number */
	struct decimal low, high; /* of a vague number or of 三五百, 两三个 (low 300, high 500); else both equal value */
	bool span;                /* low and high differ though not vague: 三五百 */
	bool repaired;            /* a letter was read as a digit (5O万, l0) or scanner's blanks were dropped */
	int tail_power;           /* of the multipliers behind the last digit, for 5-10万: 4; 八到九百万: 6 */
	int tail_big;             /* the part of it that 万, 亿 and 兆 make: 八到九百万: 4 */
	bool bare;                /* multipliers alone: 百, 千万; 十 is a number of its own */
	bool figures;             /* holds ASCII digits */
	bool digit_string;        /* Chinese digits without multipliers: 二〇二〇, 八五 */
};

/* The longest number at the start of s, multipliers (十百千万亿兆) included, units not; its length
 * in bytes, or 0. What looks like a code (007), a version (1.2.3) or a badly grouped number
 * (1,234,56) is none, and so are 十二五 to 十六五. */
size_t numeral_match(struct str s, struct numeral *out);

/* Whether a number may start here; cheap, never false when numeral_match would find one. */
bool numeral_may_start(struct str s);

/* Whether a number that starts at byte `at` of s is only the tail of what stands before it: of digits, letters or
 * a decimal point (1,23 4: the 4; CN180), of a Chinese numeral, or an ordinal (第一). A match that begins
 * there is no amount. */
bool numeral_is_tail(struct str s, size_t at);

/* The characters that a number may start with. */
extern struct phrases numeral_heads;

/* Reads numerals.tsv; quantity_load and period_load call it. */
void numeral_load(void);

/* Whether 万, 亿 or 兆 stands in s. */
bool numeral_has_large(struct str s);

#endif
