/* Knows how numbers are put together from digits and multipliers, and which sequences are none. */
#include "zh/numeral.h"

#include "zh/figures.h"

/* What has been read of a number so far. `pick` says which end of a span (三五百) or of a vague
 * number (几十) is being worked out. */
struct reading {
	struct str s;
	size_t at;
	int pick;
	struct decimal total, section, pending;
	bool has_pending, has_section, zero, fraction, figures, ended;
	bool pending_figures, joined; /* joined: 零 stands straight behind the last 万 or 亿 */
	int last_small, last_big, top_big; /* powers already used */
	int last_power;                    /* of the token before, 0 when it was no multiplier */
	struct numeral *out;
};

static bool at_start(const struct reading *r)
{
	return !r->has_pending && !r->has_section && r->last_power == 0;
}

static bool set_pending(struct reading *r, long v, size_t len)
{
	r->pending = decimal_of(v);
	r->has_pending = true;
	r->pending_figures = false;
	r->out->tail_power = r->out->tail_big = 0;
	r->at += len;
	return true;
}

/* 三五 and two neighbours stand for either; 十四五 names a plan. */
static bool is_span(const struct reading *r, int a, int b)
{
	if (r->last_power == 1)
		return b == a + 1 && b != 5 && a > 0;
	return a > 0 && (b == a + 1 || (a == 3 && b == 5));
}

enum { MOST_HAN_DIGITS = 30 };

static bool take_digit_string(struct reading *r, size_t count)
{
	struct decimal v = {0, 0};
	size_t len;

	if (!at_start(r) || count > MOST_HAN_DIGITS)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct token *t = figures_han_digit(r->s, r->at, &len);

		if (!decimal_shift(v, 1, &v) || !decimal_add(v, decimal_of(t->value), &v))
			return false;
		r->at += len;
	}
	set_pending(r, 0, 0);
	r->pending = v;
	r->out->digit_string = true;
	return true;
}

static bool take_han_digits(struct reading *r)
{
	size_t at = r->at, len, count = 0;
	int first[2] = {0, 0};
	const struct token *t;

	/* A longer string of digits is no number: it is not read to its end. */
	for (; count <= MOST_HAN_DIGITS && (t = figures_han_digit(r->s, at, &len)) != NULL; at += len, count++)
		if (count < 2)
			first[count] = t->value;
	if (count == 1 && first[0] == 0 && !at_start(r)) {
		r->at = at;
		return false;
	}
	if (count == 2 && is_span(r, first[0], first[1])) {
		r->out->span = true;
		return set_pending(r, first[r->pick], at - r->at);
	}
	/* 一百零二: the zero is spoken, the digit counts. */
	if (count == 2 && first[0] == 0 && !at_start(r)) {
		r->zero = true;
		r->joined |= !r->has_section;
		return set_pending(r, first[1], at - r->at);
	}
	return count == 1 ? set_pending(r, first[0], at - r->at) : take_digit_string(r, count);
}

/* 点五 after Chinese digits. */
static bool take_point(struct reading *r, size_t at)
{
	struct decimal part = {0, 0};
	size_t len;
	int digits = 0;
	const struct token *t;

	for (; (t = figures_han_digit(r->s, at, &len)) != NULL && digits < 20; at += len, digits++)
		if (!decimal_shift(part, 1, &part) || !decimal_add(part, decimal_of(t->value), &part))
			return false;
	struct decimal sum = r->total;

	if (digits == 0 || !decimal_shift(part, -digits, &part) || !decimal_add(sum, part, &sum) ||
	    (r->has_section && !decimal_add(sum, r->section, &sum)) || (r->has_pending && !decimal_add(sum, r->pending, &sum)))
		return false;
	r->total = r->section = decimal_of(0);
	r->has_section = r->zero = false;
	set_pending(r, 0, 0);
	r->pending = sum;
	r->fraction = true;
	r->last_power = 0;
	r->last_small = 4;
	r->last_big = r->top_big = 99;
	r->at = at;
	return true;
}

static bool add_scaled(struct decimal v, int power, struct decimal *to)
{
	return decimal_shift(v, power, &v) && decimal_add(*to, v, to);
}

static bool take_small(struct reading *r, int power)
{
	struct decimal v = r->has_pending ? r->pending : decimal_of(1);

	/* 1亿22千: more than a digit before a small multiplier is none behind a larger one. */
	if (r->last_power && r->pending_figures && r->has_pending && decimal_cmp(v, decimal_of(10)) >= 0)
		return false;

	/* 十 may stand without 一 at the start and after 百, 千, 万, 零; 百 and 千 only at the start. */
	if (!r->has_pending && !(at_start(r) || (power == 1 && r->last_power >= 2)))
		return false;
	if (power >= r->last_small || !add_scaled(v, power, &r->section))
		return false;
	r->last_small = power;
	r->has_section = true;
	return true;
}

static bool take_big(struct reading *r, int power)
{
	struct decimal group = r->section;

	/* 2千2020万: the figures reach above the multiplier that stands before them. */
	if (r->has_pending && r->pending_figures && r->last_power > 0 && r->last_power < 4 &&
	    decimal_cmp(r->pending, decimal_of(r->last_power == 1 ? 10 : r->last_power == 2 ? 100 : 1000)) >= 0)
		return false;
	if (r->has_pending && !decimal_add(group, r->pending, &group))
		return false;
	bool empty = !r->has_pending && !r->has_section;

	if (empty && r->last_power == 0)
		group = decimal_of(1);
	else if (empty && !(r->last_power >= 4 && power > r->last_big))
		return false;
	if (power == r->last_big)
		return false;
	/* 1亿22020万: what stands before 万 would reach into the 亿. */
	struct decimal limit;

	if (r->last_big != 99 && power < r->last_big && decimal_shift(decimal_of(1), r->last_big - power, &limit) && decimal_cmp(group, limit) >= 0)
		return false;
	if (power > r->last_big && r->last_big != 99) {
		/* 3万亿, 3万5千亿: all that was read is multiplied, once. */
		if (power <= r->top_big || !decimal_add(r->total, group, &r->total) || !decimal_shift(r->total, power, &r->total))
			return false;
	} else if (!add_scaled(group, power, &r->total)) {
		return false;
	}
	if (r->top_big == 99 || power > r->top_big)
		r->top_big = power;
	r->last_big = power;
	r->last_small = 4;
	r->section = decimal_of(0);
	r->has_section = r->joined = false;
	return true;
}

static bool take_power(struct reading *r, int power, size_t next)
{
	bool ten_alone = power == 1 && at_start(r);

	r->out->bare |= at_start(r) && power > 1;
	/* 1.5千万 is one number with its multipliers; 1.5亿2千万 is nobody's. */
	if (r->fraction && r->last_power && r->has_pending)
		return false;
	if (r->fraction && power < 4) {
		if (!r->has_pending || !decimal_shift(r->pending, power, &r->section))
			return false;
		r->has_section = true;
		r->last_small = power;
	} else if (!(power < 4 ? take_small(r, power) : take_big(r, power))) {
		return false;
	}
	r->out->tail_power += ten_alone ? 0 : power;
	r->out->tail_big += power >= 4 ? power : 0;
	r->has_pending = r->zero = false;
	r->last_power = power;
	r->at = next;
	return true;
}

/* 几 and 数 alone are no number (几家, 数字): a multiplier follows (几十, 一百几十) or 十 stands before. */
static bool take_vague(struct reading *r, size_t len)
{
	size_t next;
	const struct token *power = figures_power(r->s, r->at + len, &next);
	bool after = r->last_power > 0;

	if (r->has_pending || (after && r->last_power != 1 && !power) || (!after && (!at_start(r) || !power)))
		return false;
	r->out->vague = true;
	return set_pending(r, r->pick ? (after ? 9 : 10) : 1, len);
}

static bool take_figures(struct reading *r)
{
	bool repaired = false;
	size_t end = figures_read(r->s, r->at, &r->pending, &repaired);

	if (end == 0)
		return false;
	if (r->last_power && r->pending.scale > 0 && r->fraction)
		return false;
	r->out->repaired |= repaired;
	r->out->figures = r->has_pending = r->pending_figures = true;
	r->out->tail_power = r->out->tail_big = 0;
	r->fraction |= r->pending.scale > 0;
	r->at = end;
	return true;
}

enum step { GO_ON, STOP, FAIL };

static enum step take_token(struct reading *r)
{
	size_t len, next;

	if (r->at < r->s.n && !((unsigned char)r->s.p[r->at] & 0x80)) {
		/* After the first number, digits belong to it only straight behind a multiplier. */
		bool digit = figures_is_digit(r->s, r->at) || (at_start(r) && figures_letter(r->s.p[r->at]) >= 0);

		if (digit && !r->has_pending && (at_start(r) || r->last_power))
			return take_figures(r) ? GO_ON : FAIL;
	}
	const struct token *t = figures_token(r->s, r->at, &len);

	if (t && t->kind == T_POWER)
		return take_power(r, t->value, r->at + len) ? GO_ON : FAIL;
	if (!t) {
		size_t behind = phrases_blanks(r->s, r->at);

		t = behind > r->at ? figures_power(r->s, behind, &next) : NULL;
		return !t ? STOP : take_power(r, t->value, next) ? GO_ON : FAIL;
	}
	if (r->has_pending && t->kind != T_POINT)
		return STOP;
	if (t->kind == T_DIGIT) {
		size_t before = r->at;

		if (take_han_digits(r))
			return GO_ON;
		/* A 零 that no digit follows belongs to the next word, unless 十 or so follows. */
		if (r->at != before && (figures_power(r->s, r->at, &next) || figures_is_digit(r->s, r->at))) {
			r->zero = true;
			r->joined |= !r->has_section;
			return GO_ON;
		}
		return r->at == before ? FAIL : (r->at = before, STOP);
	}
	if (t->kind == T_TENS && at_start(r)) {
		r->section = decimal_of(10L * t->value);
		r->has_section = true;
		r->last_small = r->last_power = 1;
		r->at += len;
		return GO_ON;
	}
	if (t->kind == T_VAGUE)
		return r->out->vague ? FAIL : take_vague(r, len) ? GO_ON : STOP;
	if (t->kind == T_POINT && r->has_pending && !r->figures && !r->out->figures && figures_han_digit(r->s, r->at + len, &next))
		return take_point(r, r->at + len) ? GO_ON : STOP;
	return STOP;
}

/* A last digit without multiplier: units after 十, 零 and digits; one place below the multiplier
 * before in Chinese (一百二, 三万四). After figures 3万4 could be either: none. */
static bool close_pending(struct reading *r)
{
	int power = 0;

	/* 两亿五千: 200,005,000 is said with 零, and 250,000,000 is meant as often. */
	if (r->has_section && r->last_big >= 8 && r->last_big != 99 && !r->joined)
		return false;
	if (!r->has_pending)
		return true;
	if (r->pending_figures && r->last_power == 1 && decimal_cmp(r->pending, decimal_of(10)) >= 0)
		return false;
	if (r->last_power >= 2 && !r->zero && !r->fraction) {
		if (!r->pending_figures)
			power = r->out->span || r->out->vague ? -1 : r->last_power - 1;
		else if (decimal_cmp(r->pending, decimal_of(10)) < 0)
			return false;
		struct decimal limit = decimal_of(1);

		if (r->pending_figures && (!decimal_shift(limit, r->last_power, &limit) || decimal_cmp(r->pending, limit) >= 0))
			return false;
	} else if (r->last_power && r->fraction) {
		return false;
	}
	return power >= 0 && add_scaled(r->pending, power, &r->section);
}

/* Works out one end of the number. */
static size_t read_number(struct str s, int pick, struct decimal *value, struct numeral *out)
{
	struct reading r = {.s = s, .pick = pick, .last_small = 4, .last_big = 99, .top_big = 99, .out = out};
	enum step step;

	while ((step = take_token(&r)) == GO_ON)
		;
	if (step == FAIL || r.at == 0 || !close_pending(&r) || !decimal_add(r.total, r.section, value))
		return 0;
	return r.at;
}

/* ASCII digits from byte i on, behind the number *value; where they end. */
static size_t take_plain(struct str s, size_t i, size_t most, long *value)
{
	for (size_t end = i + most; i < end && figures_is_digit(s, i); i++)
		*value = *value * 10 + (s.p[i] - '0');
	return i;
}

/* ASCII digits, those behind a point too where the last is no 0, or one Chinese digit at the start of s, not 0; how many bytes. */
static size_t read_digits(struct str s, struct decimal *value)
{
	enum { MOST = 9 };
	size_t n, len;
	long v = 0;

	if ((unsigned char)s.p[0] & 0x80) {
		const struct token *t = figures_han_digit(s, 0, &len);

		*value = decimal_of(t ? t->value : 0);
		return t && t->value ? len : 0;
	}
	size_t whole = n = take_plain(s, 0, MOST, &v);

	if (n < s.n && s.p[n] == '.')
		n = take_plain(s, n + 1, MOST, &v);
	size_t behind = n > whole ? n - whole - 1 : 0; /* the point */

	*value = (struct decimal){v, (int)behind};
	if (!whole || (s.p[0] == '0' && !(whole == 1 && behind)) || (n > whole && (!behind || s.p[n - 1] == '0')))
		return 0;
	return n;
}

/* Whether a number may go on with the byte. */
static inline bool goes_on_with(char c)
{
	return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ' ' || c == '\r' || c == '\n' || figures_letter(c) >= 0;
}

/* What most numbers are: such digits, with one 万 or 亿 at most, or it alone, and nothing behind them by which a number could go on. */
static size_t read_plain(struct str s, struct numeral *out)
{
	struct decimal value;
	size_t end = read_digits(s, &value), len;
	const struct token *t = figures_token(s, end, &len);
	int power = t && t->kind == T_POWER && t->value >= 4 ? t->value : 0;
	bool bare = !end;

	if (bare)
		value = decimal_of(1);
	if (power && decimal_shift(value, power, &value)) {
		end += len;
		t = figures_token(s, end, &len);
	}
	if (!end || t || (end < s.n && goes_on_with(s.p[end])))
		return 0;
	*out = (struct numeral){.value = value, .low = value, .high = value, .tail_power = power, .tail_big = power, .bare = bare, .figures = !((unsigned char)s.p[0] & 0x80)};
	return end;
}

size_t numeral_match(struct str s, struct numeral *out)
{
	if (!numeral_may_start(s))
		return 0;
	size_t end = read_plain(s, out);

	if (end)
		return end;
	struct numeral n = {.bare = false};

	end = read_number(s, 0, &n.low, &n);

	if (end == 0 || (n.span && n.vague))
		return 0;
	n.high = n.value = n.low;
	if (n.span || n.vague) {
		struct numeral other = {.bare = false};

		if (read_number(s, 1, &n.high, &other) != end || decimal_cmp(n.low, n.high) >= 0)
			return 0;
	}
	*out = n;
	return end;
}

bool numeral_has_large(struct str s)
{
	struct numeral n = {.bare = false};
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		str_char(s, i, &len);
		if (numeral_match(str_sub(s, i, i + len), &n) == len && n.bare && n.tail_big >= 4)
			return true;
	}
	return false;
}
