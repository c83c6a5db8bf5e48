/* Knows the forms of amounts that are read in a cell of their own alone, since among other words they may be something else:
 * 2/3, three coins and a half as people say them, an amount that is written twice. */
#include "verb/cellparts.h"

#include "zh/side.h"

/* Nominator and denominator of 2/3. 20/7 is rather a date. */
static bool read_quotient(struct str s, struct decimal *digits)
{
	size_t slash = str_find(s, STR("/"), 0);
	struct decimal top, under;

	if (slash == s.n || !decimal_parse(str_trim(str_sub(s, 0, slash)), &top) || !decimal_parse(str_trim(str_from(s, slash + 1)), &under) ||
	    top.scale || under.scale || under.digits <= 0 || decimal_cmp(top, under) > 0 || under.digits > 1000000000 || !decimal_shift(top, 12, digits))
		return false;
	bool minus = digits->digits < 0;

	digits->digits = ((minus ? -digits->digits : digits->digits) + under.digits / 2) / under.digits;
	digits->digits = minus ? -digits->digits : digits->digits;
	digits->scale = 12;
	return true;
}

static void set_exact(struct quantity *q, enum quantity_kind kind, struct decimal value)
{
	*q = (struct quantity){.kind = kind, .has_value = true, .has_min = true, .has_max = true};
	q->value = q->min = q->max = q->stated = q->stated_min = q->stated_max = value;
}

/* The bound behind 2/3 in s, which is cut off there. */
static const struct bound *bound_behind(struct str *s)
{
	size_t len, used;

	for (size_t i = 0; i < s->n; i += len) {
		const struct bound *b = bound_at(str_from(*s, i), BOUND_BEHIND, &used);

		if (b && i + used == s->n) {
			s->n = i;
			return b;
		}
		str_char(*s, i, &len);
	}
	return NULL;
}

bool cell_read_ratio(struct str s, struct quantity *q)
{
	struct decimal value;
	size_t len;

	if (str_find(s, STR("/"), 0) == s.n)
		return false;
	const struct bound *before = bound_at(s, BOUND_BEFORE, &len);

	if (before && before->meaning != BOUND_MINUS && !before->bare && !before->vague && !before->frame)
		s = str_from(s, len);
	else
		before = NULL;
	const struct bound *behind = bound_behind(&s);

	if (!read_quotient(s, &value) || (behind && (behind->count || behind->capital || behind->range)))
		return false;
	set_exact(q, QUANTITY_BARE, value);
	return (!before || cell_set_bound(q, before->meaning)) && (!behind || cell_set_bound(q, behind->meaning));
}

/* One more coin's worth; false when it does not fit behind those of `last`, the power of the coin before. */
static bool add_coins(struct decimal *sum, const struct numeral *n, int power, int last)
{
	struct decimal v;
	bool first = last > 0;

	return side_is_plain(n) && (first || (power < last && n->value.scale == 0 && decimal_cmp(n->value, decimal_of(10)) < 0)) &&
	       decimal_shift(n->value, power, &v) && decimal_add(*sum, v, sum);
}

/* 三块五, 两毛, 5块3毛: amounts as people say them. A last digit without a coin is a tenth of the coin before. Coins of other
 * countries (500欧) stand alone. */
bool cell_read_coins(struct str s, struct quantity *q)
{
	struct decimal sum = decimal_of(0);
	int last = 1;
	bool large = false;
	const char *currency = "CNY";

	for (size_t at = 0; at < s.n;) {
		struct numeral n;
		size_t used = numeral_match(str_from(s, at), &n), len = 0;
		const struct unit *coin = used ? unit_coin(str_from(s, at + used), &len) : NULL;

		/* Decimals come from coins below 元 alone: nothing stands behind 1.5块. Nor is 5万元六 said. */
		if (at > 0 && (sum.scale > 0) != (last < 0))
			return false;
		large |= used && n.tail_big > 0;
		if (!used || (!coin && (last > 0 || large || at + used < s.n)) || !add_coins(&sum, &n, coin ? coin->power : last - 1, last))
			return false;
		if (coin && memcmp(coin->currency, currency, 3) != 0) {
			if (at > 0 || used + len < s.n)
				return false;
			currency = coin->currency;
		}
		last = coin ? coin->power : last - 1;
		at += used + len;
	}
	set_exact(q, QUANTITY_MONEY, sum);
	memcpy(q->currency, currency, 4);
	q->number_end = q->unit_end = s.n;
	return last <= 0;
}

/* 块 counts pieces elsewhere; in a cell of money it is 元. */
bool cell_coins_counted(struct quantity *q)
{
	size_t len;
	const struct unit *coin = q->kind == QUANTITY_COUNT ? unit_coin(q->unit, &len) : NULL;

	if (!coin || len != q->unit.n || coin->power != 0)
		return false;
	q->kind = QUANTITY_MONEY;
	memcpy(q->currency, coin->currency, 4);
	q->unit = STR("");
	return true;
}

/* Where the bracket begins that ends s, or s.n. */
static size_t last_bracket(struct str s)
{
	size_t open = s.n;

	if (s.n == 0 || s.p[s.n - 1] != ')')
		return s.n;
	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '(')
			open = i;
	return open;
}

bool cell_read_twice(struct str s, struct quantity *q)
{
	struct quantity again;
	size_t open = last_bracket(s), len = 1;

	if (open == s.n)
		return false;
	bound_at(str_from(s, open), BOUND_PAREN, &len);
	return quantity_parse(str_sub(s, 0, open), STR(""), q) && quantity_parse(str_sub(s, open + len, s.n - 1), STR(""), &again) &&
	       q->kind == QUANTITY_MONEY && again.kind == QUANTITY_MONEY && q->has_value && again.has_value && q->has_min && q->has_max &&
	       again.has_min && again.has_max && decimal_cmp(q->value, again.value) == 0 && memcmp(q->currency, again.currency, 4) == 0;
}

/* Whether < or its like, no word, stands at `at`; *len is its length. */
static bool is_order(struct str s, size_t at, size_t *len)
{
	size_t first;
	const struct bound *b = bound_at(str_from(s, at), BOUND_BEFORE, len);

	return b && b->meaning == BOUND_MAX && !phrases_is_han(str_char(s, at, &first));
}

/* The name of what lies between two bounds: up to six characters without a digit. */
static bool is_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (cell_digit(s.p[i]))
			return false;
	return s.n > 0 && str_chars(s) <= 6;
}

static bool same_money(const struct quantity *a, const struct quantity *b)
{
	return a->kind == b->kind && str_eq(a->unit, b->unit) && memcmp(a->currency, b->currency, 4) == 0;
}

bool cell_read_between(struct str s, struct str unit, struct quantity *q)
{
	struct quantity low;
	size_t first = s.n, second = s.n, gap = 0, len, step;

	for (size_t i = 0; i < s.n; i += step) {
		str_char(s, i, &step);
		if (!is_order(s, i, &len))
			continue;
		if (first < s.n) {
			second = i;
			break;
		}
		first = i;
		gap = step = len;
	}
	if (second == s.n || !is_name(str_trim(str_sub(s, first + gap, second))) || !quantity_parse(str_sub(s, 0, first), unit, &low) ||
	    !quantity_parse(str_from(s, second), unit, q) || !same_money(&low, q) || !low.has_value || !low.has_min || !low.has_max || q->has_min ||
	    decimal_cmp(low.value, q->max) >= 0)
		return false;
	q->has_value = false;
	q->has_min = true;
	q->min = low.min;
	q->stated_min = low.stated_min;
	return true;
}

bool cell_read_bracketed(struct str s, struct quantity *q)
{
	size_t open = last_bracket(s);
	struct quantity bare;

	return open < s.n && quantity_parse(str_sub(s, 0, open), STR(""), &bare) && bare.kind == QUANTITY_BARE &&
	       quantity_parse(str_sub(s, 0, open), str_sub(s, open + 1, s.n - 1), q) && q->kind == QUANTITY_MONEY;
}

static bool is_exact(const struct quantity *q)
{
	return q->has_value && q->has_min && q->has_max && !q->approx && !q->fraction;
}

/* d - t and d + t. */
static bool spread(struct decimal d, struct decimal t, struct decimal *low, struct decimal *high)
{
	struct decimal less = {-t.digits, t.scale};

	return decimal_add(d, less, low) && decimal_add(d, t, high);
}

bool cell_read_tolerance(struct str s, struct str unit, struct quantity *q)
{
	static const char sign[] = {(char)0xC2, (char)0xB1, 0}; /* U+00B1 */
	size_t at = str_find(s, str_of(sign), 0);
	struct quantity t;
	struct str head = str_trim(str_sub(s, 0, at));

	if (at == s.n || !quantity_parse(str_from(s, at + 2), unit, &t) || !is_exact(&t) || t.value.digits <= 0)
		return false;
	if (head.n == 0) {
		*q = t;
		q->value = q->stated = decimal_of(0);
	} else if (!quantity_parse(head, unit, q) || !is_exact(q) || !same_money(q, &t)) {
		return false;
	}
	q->has_value = head.n > 0;
	return spread(q->value, t.value, &q->min, &q->max) && spread(q->stated, t.stated, &q->stated_min, &q->stated_max);
}
