/* Amounts of money, rates, counts and multiples with their bounds and nearness. Input is folded
 * text (fold.h). The words and units come from the tables units.tsv and bounds.tsv. */
#ifndef PT_ZH_QUANTITY_H
#define PT_ZH_QUANTITY_H

#include "zh/numeral.h"

enum quantity_kind {
	QUANTITY_MONEY, /* value in units of `currency` (万元 folded in: 50万元 is 500000) */
	QUANTITY_RATE,  /* a share: 60% is value 60 unit "%" in `stated`, 0.6 in value; 1‰, 三成, 百分之五, 2/3 written 三分之二 */
	QUANTITY_COUNT, /* a number with a measure word or physical unit: 350万辆 is 3500000, unit 辆 */
	QUANTITY_TIMES, /* 2倍; 翻两番 is 4 with unit 倍, 翻一番 and 倍增 are 2 */
	QUANTITY_BARE   /* a number without unit */
};

struct quantity {
	enum quantity_kind kind;
	bool has_value, has_min, has_max; /* a range or a vague form has no value */
	struct decimal value, min, max;   /* min and max equal value when exact or approx */
	bool approx;
	struct decimal stated;   /* QUANTITY_RATE: the number before the sign, as a table of targets wants it; stated_min/max likewise */
	struct decimal stated_min, stated_max;
	char currency[4];        /* ISO 4217, QUANTITY_MONEY */
	struct str unit;         /* QUANTITY_COUNT, TIMES: the unit as a slice of a table or of the input; RATE: "%" or "‰" ... */
	size_t number_at, number_end; /* bytes in s: the number(s) without qualifiers, up to before the unit */
	size_t unit_end;              /* the end of the unit, before trailing qualifiers */
	bool repaired;
	bool fraction;                /* QUANTITY_RATE: 三分之二, a share that was not written as percent */
};

/* The longest quantity at the start of s, with qualifiers before it (不低于, 最高不超过, 约, 近, 超过, 至少 ...) and
 * behind it (以上, 以内, 左右, 多, 余, （含）...): its length in bytes, or 0. `unit_text` is a unit that
 * stands elsewhere (a heading: "万元", "个", "%"), applied where the text itself has none; n = 0: none.
 * QUANTITY_BARE is only given when s has a number without any unit and unit_text is empty. Most places are refused at
 * their first character, so it may be called everywhere; what stands before s it cannot see: numeral_is_tail tells
 * whether a number is cut off there or an ordinal. unit_text is folded, too. A fraction that is no decimal (三分之二) is given to
 * ten places of percent. 500万 under the heading 万元 is no match: the multiplier may or may not count again. */
size_t quantity_match(struct str s, struct str unit_text, struct quantity *out);

/* 1:0.5, 不超过1比1 at the start of s: what is given for each one that another gives, as a rate; its bytes, or 0. Only its company
 * tells that it is meant so: 1:2 is a scale or a score elsewhere, and no amount. */
size_t quantity_ratio(struct str s, struct quantity *out);

/* As quantity_match where s is to be read whole (a cell): false when anything but blanks stands beside it. */
bool quantity_parse(struct str s, struct str unit_text, struct quantity *out);

/* Reads the tables; call once, before threads start. */
void quantity_load(void);

#endif
