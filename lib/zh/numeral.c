/* Knows how numbers are put together from digits and multipliers, and which sequences are none. */
#include "zh/numeral.h"

#include "base/table.h"
#include "zh/phrases.h"

enum token_kind { T_NONE, T_DIGIT, T_TENS, T_POWER, T_VAGUE, T_POINT, T_ORDINAL };

struct token {
	uint32_t c;
	enum token_kind kind;
	int value;
	struct str not_before;
};

enum { SLOTS = 256, MOST_POWER = 12 };

static struct token tokens[SLOTS];

static unsigned slot_of(uint32_t c)
{
	return (c * 2654435761u) >> 24;
}

static const struct token *find_token(uint32_t c)
{
	for (unsigned i = slot_of(c); tokens[i].kind != T_NONE; i = (i + 1) % SLOTS)
		if (tokens[i].c == c)
			return &tokens[i];
	return NULL;
}

static enum token_kind kind_of(struct str name)
{
	static const char *const names[] = {"", "digit", "tens", "power", "vague", "point", "ordinal"};

	for (int k = T_DIGIT; k <= T_ORDINAL; k++)
		if (str_eq(name, str_of(names[k])))
			return (enum token_kind)k;
	return T_NONE;
}

static void add_token(uint32_t c, enum token_kind kind, struct str value, struct str not_before)
{
	struct decimal v = {0, 0};
	unsigned i = slot_of(c);

	decimal_parse(value, &v);
	while (tokens[i].kind != T_NONE)
		i = (i + 1) % SLOTS;
	tokens[i] = (struct token){c, kind, (int)v.digits, not_before};
}

void numeral_load(void)
{
	const struct table *t = table_get("numerals");
	size_t key = table_column(t, "char"), kind = table_column(t, "kind"), value = table_column(t, "value"),
	       not_before = table_column(t, "not_before"), len;

	memset(tokens, 0, sizeof tokens);
	/* An overlay may add a few; the slots are never more than half full. */
	for (size_t r = 0; r < t->rows && r < SLOTS / 2; r++)
		add_token(str_char(table_cell(t, r, key), 0, &len), kind_of(table_cell(t, r, kind)), table_cell(t, r, value),
		          table_cell(t, r, not_before));
}

static bool is_digit(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static const struct token *token_at(struct str s, size_t i, size_t *len)
{
	*len = 0;
	if (i >= s.n || !((unsigned char)s.p[i] & 0x80))
		return NULL;
	const struct token *t = find_token(str_char(s, i, len));

	return t && !phrases_blocked(t->not_before, str_from(s, i + *len)) ? t : NULL;
}

static const struct token *digit_at(struct str s, size_t i, size_t *len)
{
	const struct token *t = token_at(s, i, len);

	return t && t->kind == T_DIGIT ? t : NULL;
}

/* A multiplier, after a blank also; *next is behind it. */
static const struct token *power_at(struct str s, size_t i, size_t *next)
{
	size_t at = phrases_blanks(s, i), len;
	const struct token *t = token_at(s, at, &len);

	*next = at + len;
	return t && t->kind == T_POWER ? t : NULL;
}

/* Letters that scanners and typists put for digits. */
static int letter_digit(char c)
{
	return c == 'O' || c == 'o' ? 0 : c == 'l' || c == 'I' ? 1 : -1;
}

/* A letter at the end of a run of digits is one only before what can but follow a number: 5O家, l0%;
 * a litre (5l) needs more, a multiplier or a percent sign. */
static bool run_may_end(struct str s, size_t end)
{
	size_t next;

	if (end >= s.n)
		return false;
	if (s.p[end] == '%' || s.p[end] == '.' || power_at(s, end, &next))
		return true;
	if (s.p[end - 1] == 'l' || s.p[end - 1] == 'I')
		return false;
	return ((unsigned char)s.p[end] & 0x80) != 0;
}

/* The end of the digits at `at`, letters among them taken as digits where that is safe. */
static size_t digits_end(struct str s, size_t at, bool *repaired)
{
	size_t plain = at, mixed = at, digits = 0;

	while (is_digit(s, plain))
		plain++;
	for (mixed = at; mixed < s.n && (is_digit(s, mixed) || letter_digit(s.p[mixed]) >= 0); mixed++)
		digits += is_digit(s, mixed);
	if (mixed == plain || digits == 0)
		return plain;
	bool letter_last = letter_digit(s.p[mixed - 1]) >= 0;
	bool glued = mixed < s.n && ((s.p[mixed] | 32) >= 'a' && (s.p[mixed] | 32) <= 'z');

	if (glued || (letter_last && !run_may_end(s, mixed)) || (letter_digit(s.p[at]) >= 0 && mixed - at < 2))
		return plain;
	*repaired = true;
	return mixed;
}

/* Digits, letters among them, and thousands marks; at most 30. */
static void take_digits(struct str s, size_t from, size_t to, struct decimal *d)
{
	d->scale = 0;
	d->digits = 0;
	for (size_t i = from; i < to; i++)
		if (s.p[i] != ',')
			d->digits = d->digits * 10 + (is_digit(s, i) ? s.p[i] - '0' : letter_digit(s.p[i]));
}

/* Steps over ",ddd" groups; false when digits follow that are no group. */
static bool take_groups(struct str s, size_t start, size_t *end)
{
	size_t i = *end;

	if (i >= s.n || s.p[i] != ',' || i - start > 3 || s.p[start] == '0')
		return true;
	while (i + 3 < s.n && s.p[i] == ',' && is_digit(s, i + 1) && is_digit(s, i + 2) && is_digit(s, i + 3) && !is_digit(s, i + 4))
		i += 4;
	bool grouped = i > *end;

	*end = i;
	return !(grouped && i < s.n && s.p[i] == ',' && is_digit(s, i + 1));
}

/* A blank after the point alone may be the numbering of a list (1. 30家): it is dropped only where
 * what follows needs a fraction, a percent sign or 万 and 亿. */
static bool fraction_follows(struct str s, size_t end)
{
	size_t at = phrases_blanks(s, end), next;
	const struct token *t = power_at(s, end, &next);

	return (t && t->value >= 4) || (at < s.n && s.p[at] == '%');
}

/* The fraction after whole digits that end at *end. */
static bool take_fraction(struct str s, size_t *end, struct decimal *d, bool *repaired)
{
	size_t point = phrases_blanks(s, *end);

	if (point >= s.n || s.p[point] != '.')
		return true;
	size_t from = phrases_blanks(s, point + 1), to = from;
	bool mended = point != *end || from != point + 1;

	if (!is_digit(s, from) && (mended || from >= s.n || letter_digit(s.p[from]) < 0))
		return true;
	bool letters = false;

	to = digits_end(s, from, &letters);
	if (to == from || (from != point + 1 && point == *end && !fraction_follows(s, to)))
		return true;
	if (to < s.n && s.p[to] == '.' && is_digit(s, to + 1))
		return false;
	struct decimal part = {0, 0};

	if (to - from > 30)
		return false;
	take_digits(s, from, to, &part);
	if (!decimal_shift(part, -(int)(to - from), &part) || !decimal_add(*d, part, d))
		return false;
	*repaired |= mended || letters;
	*end = to;
	return true;
}

/* A number in ASCII digits at `at`; 0 when there is none that can be trusted. */
static size_t read_figures(struct str s, size_t at, struct decimal *d, bool *repaired)
{
	bool letters = false;
	size_t end = digits_end(s, at, &letters);

	if (end == at || end - at > 30 || (end - at > 1 && (s.p[at] == '0' || letter_digit(s.p[at]) == 0)))
		return 0;
	if ((!letters && !take_groups(s, at, &end)) || end - at > 36)
		return 0;
	take_digits(s, at, end, d);
	if (!take_fraction(s, &end, d, &letters))
		return 0;
	*repaired |= letters;
	return end;
}

/* What has been read of a number so far. `pick` says which end of a span (三五百) or of a vague
 * number (几十) is being worked out. */
struct reading {
	struct str s;
	size_t at;
	int pick;
	struct decimal total, section, pending;
	bool has_pending, has_section, zero, fraction, figures, ended;
	bool pending_figures;
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

static bool take_digit_string(struct reading *r, size_t count)
{
	struct decimal v = {0, 0};
	size_t len;

	if (!at_start(r) || count > 30)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct token *t = digit_at(r->s, r->at, &len);

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

	for (; (t = digit_at(r->s, at, &len)) != NULL; at += len, count++)
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

	for (; (t = digit_at(r->s, at, &len)) != NULL && digits < 20; at += len, digits++)
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

	if (r->has_pending && !decimal_add(group, r->pending, &group))
		return false;
	bool empty = !r->has_pending && !r->has_section;

	if (empty && r->last_power == 0)
		group = decimal_of(1);
	else if (empty && !(r->last_power >= 4 && power > r->last_big))
		return false;
	if (power == r->last_big)
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
	r->has_section = false;
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
	const struct token *power = power_at(r->s, r->at + len, &next);
	bool after = r->last_power > 0;

	if (r->has_pending || (after && r->last_power != 1 && !power) || (!after && (!at_start(r) || !power)))
		return false;
	r->out->vague = true;
	return set_pending(r, r->pick ? (after ? 9 : 10) : 1, len);
}

static bool take_figures(struct reading *r)
{
	bool repaired = false;
	size_t end = read_figures(r->s, r->at, &r->pending, &repaired);

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
		bool digit = is_digit(r->s, r->at) || (at_start(r) && letter_digit(r->s.p[r->at]) >= 0);

		if (digit && !r->has_pending && (at_start(r) || r->last_power))
			return take_figures(r) ? GO_ON : FAIL;
	}
	const struct token *t = power_at(r->s, r->at, &next);

	if (t)
		return take_power(r, t->value, next) ? GO_ON : FAIL;
	t = token_at(r->s, r->at, &len);
	if (!t || (r->has_pending && t->kind != T_POINT))
		return STOP;
	if (t->kind == T_DIGIT) {
		size_t before = r->at;

		if (take_han_digits(r))
			return GO_ON;
		/* A 零 that no digit follows belongs to the next word, unless 十 or so follows. */
		if (r->at != before && (power_at(r->s, r->at, &next) || is_digit(r->s, r->at))) {
			r->zero = true;
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
	if (t->kind == T_POINT && r->has_pending && !r->figures && !r->out->figures && digit_at(r->s, r->at + len, &next))
		return take_point(r, r->at + len) ? GO_ON : STOP;
	return STOP;
}

/* A last digit without multiplier: units after 十, 零 and digits; one place below the multiplier
 * before in Chinese (一百二, 三万四). After figures 3万4 could be either: none. */
static bool close_pending(struct reading *r)
{
	int power = 0;

	if (!r->has_pending)
		return true;
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

bool numeral_may_start(struct str s)
{
	size_t len;

	if (s.n == 0)
		return false;
	if (!((unsigned char)s.p[0] & 0x80))
		return is_digit(s, 0) || (letter_digit(s.p[0]) >= 0 && s.n > 1);
	const struct token *t = find_token(str_char(s, 0, &len));

	return t && t->kind < T_POINT;
}

/* Digits, a letter, a point or a thousands mark straight before the digits at `at`; a single blank between digits may be
 * a scanner's. */
static bool is_ascii_tail(struct str s, size_t at)
{
	char c = s.p[at - 1];
	bool digits_left = at > 1 && is_digit(s, at - 2);

	if ((c >= '0' && c <= '9') || (c | 32) >= 'a')
		return !((unsigned char)c & 0x80) && (c | 32) <= 'z';
	return (c == '.' || c == ',' || c == ' ') && digits_left && is_digit(s, at);
}

bool numeral_is_tail(struct str s, size_t at)
{
	size_t len;

	if (at == 0 || at >= s.n)
		return false;
	if (!((unsigned char)s.p[at - 1] & 0x80))
		return is_ascii_tail(s, at);
	const struct token *t = find_token(str_char(s, str_before(s, at), &len));

	return t && t->kind != T_POINT;
}

void numeral_fill(struct phrase_filter *filter)
{
	for (int c = 0; c < 128; c++)
		if ((c >= '0' && c <= '9') || letter_digit((char)c) >= 0)
			phrase_filter_add(filter, (uint32_t)c);
	for (int i = 0; i < SLOTS; i++)
		if (tokens[i].kind != T_NONE && tokens[i].kind < T_POINT)
			phrase_filter_add(filter, tokens[i].c);
}

size_t numeral_match(struct str s, struct numeral *out)
{
	struct numeral n = {.bare = false}, other = {.bare = false};

	if (!numeral_may_start(s))
		return 0;
	size_t end = read_number(s, 0, &n.low, &n);

	if (end == 0 || (n.span && n.vague))
		return 0;
	n.high = n.value = n.low;
	if ((n.span || n.vague) && (read_number(s, 1, &n.high, &other) != end || decimal_cmp(n.low, n.high) >= 0))
		return 0;
	*out = n;
	return end;
}
