/* Knows what belongs to one number of an amount: sign, multipliers behind 多, fraction, unit, 角 and 分. */
#include "zh/side.h"

#include "zh/bound.h"
#include "zh/figures.h"
#include "zh/phrases.h"

static size_t skip(struct str s, size_t at)
{
	return phrases_blanks(s, at);
}

static bool is_letter_at(struct str s, size_t at)
{
	return at < s.n && (s.p[at] | 32) >= 'a' && (s.p[at] | 32) <= 'z';
}

bool side_is_plain(const struct numeral *n)
{
	return !n->span && !n->vague && !n->bare && !n->digit_string;
}

/* 2/3, but not 12/31, 1/2/3, 3/4万元, 2/3多: two small figures behind which no number goes on and no unit stands. */
static bool has_bar(struct str s, size_t at, const struct numeral *n)
{
	enum { SMALL = 10 };
	struct numeral under;
	size_t used = at < s.n && s.p[at] == '/' ? numeral_match(str_from(s, at + 1), &under) : 0, end = at + 1 + used, len;

	if (!used || !side_is_plain(n) || n->value.scale || n->value.digits <= 0 || under.value.digits > SMALL || decimal_cmp(n->value, under.value) >= 0)
		return false;
	/* The figures are all of it: no 万, no 02. */
	if (under.value.scale || used != (under.value.digits < SMALL ? 1 : 2) || (end < s.n && strchr("/-:.~", s.p[end])))
		return false;
	return !is_letter_at(s, end) && !unit_after(str_from(s, end), NULL, &len) && !bound_at(str_from(s, end), BOUND_INSIDE, &len);
}

/* 二 of 三分之二, 2 of 2/3: a fraction becomes percent, to ten places. */
static bool read_fraction(struct str s, size_t at, struct side *side)
{
	size_t len = 1;
	bool bar = has_bar(s, at, &side->n);

	if (!bar && !bound_at(str_from(s, at), BOUND_OVER, &len))
		return true;
	struct numeral over = side->n, top;
	size_t from = skip(s, at + len), used = numeral_match(str_from(s, from), &top);
	struct decimal q;

	/* The figure before the bar is the upper one. */
	if (bar) {
		struct numeral first = over;

		over = top;
		top = first;
	}
	if (!used || top.vague || top.span || top.value.scale || over.value.scale || over.value.digits <= 0 ||
	    decimal_cmp(over.value, decimal_of(1000000000)) > 0 || !decimal_shift(top.value, 12, &q) ||
	    decimal_cmp(top.value, over.value) > 0)
		return false;
	q.digits = (q.digits + over.value.digits / 2) / over.value.digits;
	q.scale = 10;
	side->n = top;
	side->n.value = side->n.low = side->n.high = q;
	side->number_end = side->unit_end = from + used;
	side->unit = unit_percent();
	side->fraction = true;
	return true;
}

/* 1:0.5 and 1比1: what is given for each one that another gives, as percent. Scales (1:500), scores and times (1:30) are none. */
static void read_ratio(struct str s, size_t at, struct side *side)
{
	enum { MOST = 10 };
	struct numeral n;
	size_t len = 1;

	if (!side->n.figures || side->n.digit_string || decimal_cmp(side->n.value, decimal_of(1)) != 0 || at != side->number_at + 1 || at >= s.n ||
	    (s.p[at] != ':' && !bound_at(str_from(s, at), BOUND_RATIO, &len)) || !figures_is_digit(s, at + len))
		return;
	size_t used = numeral_match(str_from(s, at + len), &n), end = at + len + used;

	if (!used || !side_is_plain(&n) || n.digit_string || n.value.digits <= 0 || decimal_cmp(n.value, decimal_of(MOST)) > 0 ||
	    (end < s.n && strchr("/-:.~", s.p[end])) || is_letter_at(s, end) || unit_after(str_from(s, end), NULL, &len) ||
	    !decimal_shift(n.value, 2, &n.value))
		return;
	side->n = n;
	side->n.low = side->n.high = n.value;
	side->number_end = side->unit_end = end;
	side->unit = unit_percent();
	side->fraction = side->ratio = true;
}

/* 二分之一 or 1/2 at `at`, with its bytes in *used: a share of less than one, to twelve places. */
static bool read_share(struct str s, size_t at, struct decimal *share, size_t *used)
{
	struct numeral first, second;
	size_t a = numeral_match(str_from(s, at), &first), from = skip(s, at + a), len = 1;
	bool over = a && bound_at(str_from(s, from), BOUND_OVER, &len), slash = a && from < s.n && s.p[from] == '/';

	if (!over && !slash)
		return false;
	from = skip(s, from + len);
	size_t b = numeral_match(str_from(s, from), &second);
	const struct numeral *top = over ? &second : &first, *under = over ? &first : &second;

	if (!b || !side_is_plain(top) || !side_is_plain(under) || top->value.scale || under->value.scale || top->value.digits <= 0 ||
	    decimal_cmp(top->value, under->value) >= 0 || decimal_cmp(under->value, decimal_of(1000000000)) > 0 ||
	    !decimal_shift(top->value, 12, share))
		return false;
	share->digits = (share->digits + under->value.digits / 2) / under->value.digits;
	share->scale = 12;
	*used = from + b - at;
	return true;
}

/* 又二分之一 behind a whole number; false when something else follows 又. */
static bool read_mixed(struct str s, struct side *side)
{
	size_t len, used;
	const struct bound *b = bound_at(str_from(s, side->unit_end), BOUND_TAIL, &len);
	struct decimal share;

	if (!b || b->number)
		return true;
	if (!side_is_plain(&side->n) || side->n.value.scale || !read_share(s, skip(s, side->unit_end + len), &share, &used) ||
	    !decimal_add(side->n.value, share, &share))
		return false;
	side->n.value = side->n.low = side->n.high = share;
	side->n.tail_power = side->n.tail_big = 0;
	side->number_end = side->unit_end = skip(s, side->unit_end + len) + used;
	return true;
}

/* The unit that 半 stands within: 个小时 of 三个半小时, its bytes behind 半 in *used. 两个半场 are two halves, since no 个场 is counted. */
static const struct unit *unit_around(struct str s, size_t from, size_t to, size_t behind, const struct numeral *n, size_t *used)
{
	char text[64];
	struct str rest = str_from(s, behind);
	size_t len, head = to - from;

	if (head > sizeof text / 2)
		return NULL;
	rest.n = rest.n < sizeof text / 2 ? rest.n : sizeof text / 2;
	memcpy(text, s.p + from, head);
	memcpy(text + head, rest.p, rest.n);
	const struct unit *u = unit_after((struct str){text, head + rest.n}, n, &len);

	if (!u || u->kind != UNIT_COUNT || len <= head)
		return NULL;
	*used = len - head;
	return u;
}

/* 半 of 三个半, 两倍半, 三个半小时: half of one more. */
static bool read_half(struct str s, size_t unit_at, struct side *side)
{
	size_t len, next;
	const struct bound *b = bound_at(str_from(s, side->unit_end), BOUND_TAIL, &len);
	struct decimal half = {5, 1};

	if (!b || !b->number)
		return true;
	size_t end = side->unit_end + len;
	const struct unit *u = unit_around(s, unit_at, side->unit_end, end, &side->n, &next);

	if (u) {
		side->unit = u;
		end += next;
	} else if (end < s.n && phrases_is_han(str_char(s, end, &next))) {
		return false;
	}
	if (!side_is_plain(&side->n) || side->n.value.scale || !decimal_add(side->n.value, half, &side->n.value))
		return false;
	side->n.low = side->n.high = side->n.value;
	side->unit_end = end;
	return true;
}

/* 万 of 20余万元: multipliers behind the word of nearness. */
static size_t read_tail(struct str s, size_t at, struct numeral *n)
{
	struct numeral tail;
	size_t from = skip(s, at), used = numeral_match(str_from(s, from), &tail);

	struct decimal power = decimal_of(1);

	if (!used || !tail.bare || !decimal_shift(power, tail.tail_power, &power) || decimal_cmp(power, tail.value) != 0)
		return at;
	if (!decimal_mul(n->value, tail.value, &n->value) || !decimal_mul(n->low, tail.value, &n->low) ||
	    !decimal_mul(n->high, tail.value, &n->high))
		return at;
	n->tail_power += tail.tail_power;
	n->tail_big += tail.tail_big;
	return from + used;
}

/* 亿 of 3个亿 and 3个多亿: of spoken language, only where nothing else can be meant. In 5个亿元村 and 5个百亿产业 the
 * multiplier is the next word's, 3个亿的 is left unread. */
static size_t read_hundred_millions(struct str s, size_t at, size_t from, size_t end, bool more, struct side *side)
{
	size_t len;
	const struct unit *u = unit_after(str_from(s, end), &side->n, &len);

	if (end == from || side->tail_power != 8 || (!more && u && u->kind == UNIT_MONEY))
		return at;
	side->unsure = !more && end < s.n && phrases_is_han(str_char(s, end, &len));
	side->approx |= more;
	return end;
}

/* 多, 余 between the number and its unit; where no unit follows, the word belongs to what comes. */
static size_t read_inside(struct str s, size_t at, struct side *side)
{
	size_t from = skip(s, at), len;
	const struct bound *b = bound_at(str_from(s, from), BOUND_INSIDE, &len);

	if (!b)
		return at;
	struct numeral before = side->n;
	size_t end = read_tail(s, from + len, &side->n), unit_len;

	side->tail_power = side->n.tail_power - before.tail_power;
	if (b->bare) {
		size_t after = read_hundred_millions(s, at, from + len, end, b->meaning == BOUND_APPROX, side);

		if (after == at)
			side->n = before;
		return after;
	}
	if (end == from + len && skip(s, end) < s.n && !unit_after(str_from(s, skip(s, end)), &side->n, &unit_len))
		return at;
	side->approx = true;
	return end;
}

/* 零 of 100元零5分; before Chinese digits it is part of the number. */
static size_t skip_zero(struct str s, size_t at)
{
	size_t len;
	const struct token *zero = figures_han_digit(s, at, &len);

	return zero && zero->value == 0 && figures_is_digit(s, at + len) ? at + len : at;
}

/* 伍角陆分 behind 元. */
static void read_parts(struct str s, struct side *side)
{
	struct numeral n;
	size_t len;

	side->extra = decimal_of(0);
	int last = 0;

	for (int i = 0; i < 2; i++) {
		size_t from = skip_zero(s, skip(s, side->unit_end)), used = numeral_match(str_from(s, from), &n);
		const struct unit *part = used ? unit_part(str_from(s, skip(s, from + used)), &len) : NULL;
		struct decimal v;

		if (!part || n.bare || n.vague || n.span || n.value.scale || decimal_cmp(n.value, decimal_of(part->power == -1 || i ? 9 : 99)) > 0 || (i && part->power >= last))
			return;
		last = part->power;
		if (!decimal_shift(n.value, part->power, &v) || !decimal_add(side->extra, v, &side->extra))
			return;
		side->unit_end = skip(s, from + used) + len;
	}
}

/* 五 of 三成五. */
static bool read_tenths(struct str s, struct side *side)
{
	struct numeral n;
	size_t used = numeral_match(str_from(s, side->unit_end), &n);

	if (!used || n.figures)
		return true;
	if (!side_is_plain(&n) || n.value.scale || decimal_cmp(n.value, decimal_of(10)) >= 0 || !decimal_shift(n.value, -1, &n.value) ||
	    side->n.value.scale || !decimal_add(side->n.value, n.value, &side->n.value))
		return false;
	side->n.low = side->n.high = side->n.value;
	side->unit_end += used;
	return true;
}

/* 1.2020年: the number of a list, stuck to a year. */
static bool is_listed_year(struct str s, const struct side *side)
{
	struct str tail = str_sub(s, side->number_end - 5, side->number_end);

	return side->number_end - side->number_at > 5 && tail.p[0] == '.' && (tail.p[1] == '1' || tail.p[1] == '2') &&
	       (tail.p[2] == '0' || tail.p[2] == '9');
}

static bool read_unit(struct str s, struct side *side)
{
	size_t from = skip(s, side->unit_end), len = 0;
	const struct unit *u = unit_after(str_from(s, from), &side->n, &len);

	if (!u)
		return true;
	if (u->kind == UNIT_NONE || (u->not_year && is_listed_year(s, side)))
		return false;
	side->unit = u;
	side->unit_end = from + len;
	side->approx |= u->approx;
	if (u->kind == UNIT_MONEY)
		read_parts(s, side);
	if ((u->kind == UNIT_COUNT || u->kind == UNIT_TIMES) && !read_half(s, from, side))
		return false;
	return u->kind != UNIT_PERCENT || u->power != -1 || read_tenths(s, side);
}

/* The sign or 百分之 before a number; false when it has none behind it. */
static bool read_sign(struct str s, size_t *at, struct side *side)
{
	size_t len;
	const struct unit *u = unit_before(str_from(s, *at), &len);

	if (!u)
		return true;
	*at = skip(s, *at + len);
	if (u->kind == UNIT_SHARE)
		side->unit = u;
	else
		side->currency = u->currency;
	return true;
}

bool side_read(struct str s, size_t at, struct side *side)
{
	*side = (struct side){.number_at = at};
	read_sign(s, &at, side);
	size_t used = numeral_match(str_from(s, at), &side->n);

	if (!used)
		return false;
	side->number_at = at;
	side->number_end = side->unit_end = at + used;
	if (side->unit)
		return true;
	if (!read_fraction(s, at + used, side))
		return false;
	if (!side->fraction)
		read_ratio(s, at + used, side);
	if (side->fraction)
		return true;
	if (!read_mixed(s, side))
		return false;
	size_t end = read_inside(s, side->unit_end, side);

	side->number_end = side->unit_end = end;
	if (side->unsure || !read_unit(s, side))
		return false;
	/* 5G and 8.5T are names of things. */
	return side->unit || !is_letter_at(s, side->unit_end);
}
