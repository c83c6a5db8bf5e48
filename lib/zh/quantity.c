/* Knows how numbers, units and the words beside them make amounts: ranges, bounds, nearness. */
#include "zh/quantity.h"

#include "zh/bound.h"
#include "zh/opening.h"
#include "zh/side.h"

struct reader {
	struct str s;
	bool range;
	bool min, max, approx, minus, doubling, pair, only_bare, only_vague;
	bool dash, framed, between, closed; /* the sign is a dash; 介于, 和 and 之间 were seen */
	size_t at; /* what has been matched */
	const struct unit *unit;
	struct decimal factor;
	struct side low, high; /* high only of a range */
	struct unit own; /* an unknown unit of a heading */
};

/* The numbers come whole when they are read. */
static void start(struct reader *r, struct str s)
{
	memset(r, 0, offsetof(struct reader, low));
	r->s = s;
}

static uint64_t quantity_heads; /* the sets of phrases of which one begins each of them */

static size_t skip(struct str s, size_t at)
{
	return phrases_blanks(s, at);
}

static bool is_digit_at(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Whether what stands at `at` can have a sign before it: a number, or the sign of a currency. */
static bool may_be_less(struct str s, size_t at)
{
	size_t len;

	return is_digit_at(s, at) || numeral_may_start(str_from(s, at)) || unit_before(str_from(s, at), &len);
}

/* Qualifiers before the number. */
static bool read_before(struct reader *r)
{
	size_t len;
	const struct bound *b;

	for (int i = 0; i < 4 && (b = bound_at(str_from(r->s, skip(r->s, r->at)), BOUND_BEFORE, &len)); i++) {
		size_t next = skip(r->s, r->at) + len;

		if (b->meaning == BOUND_MINUS && !may_be_less(r->s, next))
			return false;
		r->min |= b->meaning == BOUND_MIN;
		r->max |= b->meaning == BOUND_MAX;
		r->approx |= b->meaning == BOUND_APPROX;
		r->minus |= b->meaning == BOUND_MINUS;
		r->doubling |= b->meaning == BOUND_DOUBLE;
		r->pair = b->pair;
		r->only_bare |= b->bare;
		r->only_vague |= b->vague;
		r->framed |= b->frame;
		r->dash = b->meaning == BOUND_MINUS && r->s.p[next - 1] == '-';
		r->at = next;
		if (b->meaning == BOUND_MINUS)
			break;
	}
	r->at = skip(r->s, r->at);
	return !(r->min && r->max);
}

static bool same_unit(const struct unit *a, const struct unit *b)
{
	return a == b || (a && b && a->kind == b->kind && a->power == b->power && str_eq(a->canonical, b->canonical) &&
	                  memcmp(a->currency, b->currency, 4) == 0);
}

/* The first number times 10^power, where that keeps the range the right way round. */
static bool carry(struct side *low, const struct side *high, int power)
{
	struct decimal scaled;

	if (power == 0 || !decimal_shift(low->n.value, power, &scaled) || decimal_cmp(scaled, high->n.value) >= 0)
		return false;
	low->n.value = low->n.low = low->n.high = scaled;
	return true;
}

/* 5-10万元: the multipliers of the second number count for the first, all of them (八到九百万) or 万 and 亿
 * alone (五百到六百万). Where that would turn the range round (8000-1万元) the first stands as it is; then both must be near
 * each other, or the range was written backwards (10-5万元). */
static bool carry_back(struct side *low, const struct side *high)
{
	bool shared = !low->unit || low->unit->kind == UNIT_SHARE;
	struct decimal scaled;

	if (decimal_cmp(low->n.value, high->n.value) >= 0 && !shared)
		return false;
	if (shared && low->n.tail_power == 0 && carry(low, high, high->n.tail_power))
		return true;
	if (shared && low->n.tail_big == 0 && carry(low, high, high->n.tail_big))
		return true;
	if (shared && low->n.tail_big == 0 && high->n.tail_big > 0 &&
	    (!decimal_shift(low->n.value, 2, &scaled) || decimal_cmp(scaled, high->n.value) < 0))
		return false;
	return decimal_cmp(low->n.value, high->n.value) < 0;
}

/* Whether two numbers can be the ends of one range by their units: the same, or one unit for both,
 * behind the second (5-10万元) or before the first (百分之三十至四十). Two bare years are none. */
static bool units_agree(const struct side *low, const struct side *high)
{
	if (low->unit && high->unit)
		return same_unit(low->unit, high->unit);
	if (low->unit)
		return low->unit->kind == UNIT_SHARE;
	if (high->unit)
		return unit_takes(high->unit, &low->n) && !high->fraction && high->unit->kind != UNIT_SHARE;
	return decimal_cmp(low->n.value, decimal_of(1900)) < 0 || decimal_cmp(high->n.value, decimal_of(2200)) >= 0;
}

static void negate(struct numeral *n)
{
	n->value.digits = -n->value.digits;
	n->low = n->high = n->value;
}

/* -5~5, -5℃至-1℃: both ends have their own sign. A dash between them could be one too, and 零下5到10度 has its sign for both
 * or for one; where one end alone has a multiplier (-5~5万) it may be meant for both. */
static bool is_signed_range(struct reader *r, bool minus, char mark)
{
	struct side low = r->low, high = r->high;

	if (!(r->dash || minus) || mark == '-' || low.extra.digits || high.extra.digits || low.currency || high.currency ||
	    (!low.unit && low.n.tail_power != high.n.tail_power) || (low.unit && !high.unit))
		return false;
	negate(&low.n);
	if (minus)
		negate(&high.n);
	if (!units_agree(&low, &high) || decimal_cmp(low.n.value, high.n.value) >= 0)
		return false;
	r->low = low;
	r->high = high;
	r->minus = false;
	return true;
}

/* The second number of a range behind the first; true when both make one. */
static bool read_range(struct reader *r)
{
	size_t from = skip(r->s, r->low.unit_end), len;
	struct side *low = &r->low, *high = &r->high;
	const struct bound *remark = bound_at(str_from(r->s, from), BOUND_BEHIND, &len);

	/* 100万元（含）至500万元 */
	if (remark && remark->meaning == BOUND_NONE)
		from = skip(r->s, from + len);
	const struct bound *between = bound_at(str_from(r->s, from), BOUND_BETWEEN, &len);

	if (!between || (between->frame && !r->framed))
		return false;
	char mark = r->s.p[from];
	size_t at = skip(r->s, from + len);
	const struct bound *minus = r->minus ? bound_at(str_from(r->s, at), BOUND_BEFORE, &len) : NULL;

	if (minus && minus->meaning != BOUND_MINUS)
		return false;
	if (!side_read(r->s, minus ? skip(r->s, at + len) : at, high))
		return false;
	if (!side_is_plain(&low->n) || !side_is_plain(&high->n) || low->approx || (high->currency && !low->currency))
		return false;
	r->between = between->frame;
	if (r->minus)
		return is_signed_range(r, minus != NULL, mark);
	return units_agree(low, high) && carry_back(low, high);
}

/* A remark in brackets that repeats the number: (含5000万元). */
static size_t read_remark(struct str s, size_t at)
{
	size_t len;
	struct side side;

	if (!bound_at(str_from(s, at), BOUND_PAREN, &len) || !side_read(s, skip(s, at + len), &side))
		return at;
	size_t end = skip(s, side.unit_end);

	return end < s.n && s.p[end] == ')' ? end + 1 : at;
}

static bool may_stand_behind(const struct reader *r, const struct bound *b)
{
	const struct side *last = r->range ? &r->high : &r->low;
	bool counted = r->unit && (r->unit->kind == UNIT_COUNT || r->unit->kind == UNIT_TIMES || r->unit->kind == UNIT_PERCENT);

	return !(b->count && !counted) && !(b->capital && last->n.figures) && !(b->range && !r->range);
}

/* Qualifiers behind the unit. */
static bool read_behind(struct reader *r)
{
	for (int i = 0; i < 4; i++) {
		size_t from = skip(r->s, r->at), len, remark = read_remark(r->s, from);

		if (remark != from) {
			r->at = remark;
			continue;
		}
		const struct bound *b = bound_at(str_from(r->s, from), BOUND_BEHIND, &len);

		if (!b || !may_stand_behind(r, b))
			break;
		r->min |= b->meaning == BOUND_MIN;
		/* 20-30万元以内: the range has its upper bound already. */
		r->max |= b->meaning == BOUND_MAX && !r->range;
		r->approx |= b->meaning == BOUND_APPROX;
		r->pair |= b->pair;
		r->closed |= b->range;
		r->at = from + len;
	}
	return !(r->min && r->max);
}

/* What an amount's number is worth: `value`, and `stated` in the unit that is reported. */
static bool convert(const struct reader *r, struct decimal n, const struct side *side, struct decimal *value, struct decimal *stated)
{
	const struct unit *u = r->unit;

	if (!decimal_mul(n, r->factor, &n))
		return false;
	*stated = n;
	*value = n;
	if (!u)
		return true;
	switch (u->kind) {
	case UNIT_PERCENT:
	case UNIT_SHARE:
		if (str_eq(u->canonical, unit_percent()->canonical) && !decimal_shift(n, u->power + 2, stated))
			return false;
		return decimal_shift(n, u->power, value);
	case UNIT_FOLD:
		/* 八五折 and 85折 are 85 %, 八折 and 8.5折 are tenths. */
		if (decimal_cmp(n, decimal_of(100)) >= 0)
			return false;
		int power = decimal_cmp(n, decimal_of(10)) > 0 ? 0 : 1;

		return decimal_shift(n, power, stated) && decimal_shift(n, power - 2, value);
	case UNIT_DOUBLING:
		if (n.scale || n.digits < 1 || n.digits > 20)
			return false;
		*value = *stated = decimal_of(1L << (int)n.digits);
		return true;
	case UNIT_MONEY:
		if (u->power)
			return decimal_shift(n, u->power, value);
		return side->extra.digits == 0 || decimal_add(n, r->minus ? (struct decimal){-side->extra.digits, side->extra.scale} : side->extra, value);
	default:
		return true;
	}
}

static enum quantity_kind kind_of(const struct reader *r)
{
	if (!r->unit)
		return r->low.currency ? QUANTITY_MONEY : QUANTITY_BARE;
	switch (r->unit->kind) {
	case UNIT_MONEY:
		return QUANTITY_MONEY;
	case UNIT_PERCENT: case UNIT_SHARE: case UNIT_FOLD:
		return QUANTITY_RATE;
	case UNIT_TIMES: case UNIT_DOUBLING:
		return QUANTITY_TIMES;
	default:
		return QUANTITY_COUNT;
	}
}

/* The currency by sign and unit: 港币500万元 is in Hong Kong dollars; 人民币5万美元 contradicts itself. */
static bool set_currency(const struct reader *r, struct quantity *q)
{
	const char *sign = r->low.currency, *unit = r->unit ? r->unit->currency : NULL;

	if (q->kind != QUANTITY_MONEY)
		return !sign;
	if (sign && unit && memcmp(sign, unit, 4) != 0 && memcmp(unit, "CNY", 4) != 0)
		return false;
	memcpy(q->currency, sign ? sign : unit, 4);
	return true;
}

static bool set_values(const struct reader *r, struct quantity *q)
{
	const struct side *low = &r->low, *high = r->range ? &r->high : &r->low;
	struct decimal a = low->n.low, b = high->n.high;

	if (r->minus) {
		a.digits = -a.digits;
		b.digits = -b.digits;
	}
	bool one = !r->range && !low->n.span && !low->n.vague;

	if (!convert(r, a, low, &q->min, &q->stated_min))
		return false;
	q->max = q->min;
	q->stated_max = q->stated_min;
	if (!one && !convert(r, b, high, &q->max, &q->stated_max))
		return false;
	q->has_value = one;
	q->has_min = !r->max;
	q->has_max = !r->min;
	q->value = one ? q->min : decimal_of(0);
	q->stated = one ? q->stated_min : decimal_of(0);
	q->approx = r->approx || low->approx || (r->range && high->approx) || low->n.vague;
	/* 不超过5-10万元 says two things at once. */
	return !(r->range && (r->min || r->max)) && !(r->minus && !one) && decimal_cmp(q->min, q->max) <= 0;
}

static bool finish(const struct reader *r, struct quantity *q)
{
	const struct side *last = r->range ? &r->high : &r->low;

	*q = (struct quantity){.kind = kind_of(r)};
	q->number_at = r->low.number_at;
	q->number_end = last->number_end;
	q->unit_end = last->unit_end;
	q->fraction = r->low.fraction;
	q->repaired = r->low.n.repaired || (r->range && r->high.n.repaired);
	if (r->unit && q->kind != QUANTITY_MONEY)
		q->unit = r->unit->canonical;
	return set_currency(r, q) && set_values(r, q);
}

/* A bare number before these is part of a date, a time, a ratio or a code. */
static bool is_code(struct str s, size_t at)
{
	return at + 1 < s.n && strchr("-/:.,~", s.p[at]) && is_digit_at(s, at + 1);
}

/* Forms of numbers that stand for an amount only in some company. */
static bool is_sound(const struct reader *r)
{
	const struct side *low = &r->low, *last = r->range ? &r->high : low;
	size_t len;

	if (r->doubling != (r->unit && r->unit->kind == UNIT_DOUBLING))
		return false;
	if (low->n.bare && !(r->unit && r->unit->kind == UNIT_SHARE) && !(r->min || r->max || r->approx || low->approx))
		return false;
	if ((r->only_bare && !low->n.bare) || (r->only_vague && !low->n.vague))
		return false;
	if ((r->framed && !r->range) || (r->between && !r->closed))
		return false;
	/* 零部件, not no 部件. */
	if (low->n.value.digits == 0 && !low->n.figures && r->unit)
		return false;
	if (low->n.digit_string && r->unit && r->unit->kind != UNIT_FOLD)
		return false;
	if (!last->unit && is_code(r->s, last->unit_end))
		return false;
	/* 1-2-3个, 5个-6个-7个 */
	const struct bound *more = r->range ? bound_at(str_from(r->s, last->unit_end), BOUND_BETWEEN, &len) : NULL;

	return !(more && !more->frame && is_digit_at(r->s, last->unit_end + len));
}

/* Takes the unit of the text, or that of the heading where the text has none. */
static bool choose_unit(struct reader *r, struct str unit_text)
{
	const struct side *last = r->range ? &r->high : &r->low;

	r->factor = decimal_of(1);
	r->unit = last->unit ? last->unit : r->low.unit;
	if (r->unit || unit_text.n == 0)
		return true;
	if (!unit_heading(unit_text, &r->factor, &r->unit, &r->own))
		return false;
	/* US$500 under 万元: so it is with a currency of the text's own. */
	if (r->low.currency && decimal_cmp(r->factor, decimal_of(1)) != 0)
		return false;
	/* 500万 under 万元: nobody can say whether the heading counts again. */
	return !(last->n.tail_power >= 4 && decimal_cmp(r->factor, decimal_of(1)) > 0);
}

static bool read_fixed(struct reader *r, struct quantity *q)
{
	size_t len;
	const struct bound *b = bound_at(str_from(r->s, r->at), BOUND_FIXED, &len);

	if (!b)
		return false;
	r->low = (struct side){.number_at = r->at, .number_end = r->at + len, .unit_end = r->at + len};
	r->low.n.value = r->low.n.low = r->low.n.high = decimal_of(b->number);
	r->unit = b->meaning == BOUND_PERCENT ? unit_percent() : unit_times();
	r->factor = decimal_of(1);
	r->min |= b->least;
	r->at += len;
	return read_behind(r) && finish(r, q);
}

static size_t read_one(struct str s, struct str unit_text, struct reader *r, struct quantity *q)
{
	start(r, s);
	if (read_fixed(r, q))
		return r->at;
	/* A fixed word that came to nothing has left its traces. */
	if (r->at)
		start(r, s);
	if (!read_before(r))
		return 0;
	if (r->at && !r->doubling && read_fixed(r, q))
		return r->at;
	if (!side_read(s, r->at, &r->low))
		return 0;
	r->range = read_range(r);
	r->at = r->range ? r->high.unit_end : r->low.unit_end;
	if (!choose_unit(r, unit_text) || !read_behind(r) || !is_sound(r) || !finish(r, q))
		return 0;
	return r->at;
}

/* 100万元以上500万元以下, 不低于5万元、不超过10万元: the second bound closes the first. */
static size_t read_pair(struct reader *first, struct str unit_text, struct quantity *q)
{
	size_t from = skip(first->s, first->at), len;
	struct reader second;
	struct quantity p;

	if (bound_at(str_from(first->s, from), BOUND_JOIN, &len))
		from = skip(first->s, from + len);
	size_t used = read_one(str_from(first->s, from), unit_text, &second, &p);

	if (!used || !second.pair || !second.max || p.kind != q->kind || !same_unit(first->unit, second.unit) || !p.has_value ||
	    !q->has_value || p.approx || q->approx || memcmp(p.currency, q->currency, 4) != 0 || decimal_cmp(q->min, p.max) >= 0)
		return first->at;
	q->has_value = false;
	q->has_max = true;
	q->max = p.max;
	q->stated_max = p.stated_max;
	q->number_end = from + p.number_end;
	q->unit_end = from + p.unit_end;
	q->repaired |= p.repaired;
	return from + used;
}

/* As quantity_match, of ratios or of all else. */
static size_t match(struct str s, struct str unit_text, bool ratio, struct quantity *out)
{
	struct reader r;
	struct quantity q;

	if (!phrases_among(quantity_heads, s))
		return 0;
	size_t used = read_one(s, unit_text, &r, &q);

	if (used && r.low.ratio != ratio)
		return 0;
	if (used && r.min && r.pair && used < s.n)
		used = read_pair(&r, unit_text, &q);
	if (used)
		*out = q;
	return used;
}

size_t quantity_match(struct str s, struct str unit_text, struct quantity *out)
{
	return match(s, unit_text, false, out);
}

size_t quantity_ratio(struct str s, struct quantity *out)
{
	return match(s, STR(""), true, out);
}

bool quantity_parse(struct str s, struct str unit_text, struct quantity *out)
{
	struct str cell = str_trim(s);
	size_t shift = (size_t)(cell.p - s.p);

	if (cell.n == 0 || quantity_match(cell, unit_text, out) != cell.n)
		return false;
	out->number_at += shift;
	out->number_end += shift;
	out->unit_end += shift;
	return true;
}

void quantity_load(void)
{
	unit_load();
	bound_load();
	const struct phrases *const heads[] = {&numeral_heads, unit_words_before(), &bound_places[BOUND_BEFORE], &bound_places[BOUND_FIXED]};

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		quantity_heads |= heads[i]->bit;
		phrases_open(heads[i], OPENS_NUMBER);
	}
}
