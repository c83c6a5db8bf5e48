/* Knows when a cell says one value and nothing else, and what stands around an amount in a cell: for
 * each of what it is paid, of what it is a share. */
#include "verb/cell.h"

#include "doc/words.h"
#include "zh/bound.h"
#include "zh/fold.h"
#include "zh/numeral.h"
#include "zh/timeword.h"

enum { LONGEST_BASIS = 6, LONGEST_SHARE = 20 }; /* characters */

void cell_load(void)
{
	words_load();
	quantity_load();
	period_load();
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Amounts. */

/* Digits with or without decimals, which are most of what tables hold: read without a look at tables, as quantity_parse would
 * read them. What looks like a code (007) is left to it. */
static bool read_plain(struct str s, const struct quantity *one, struct quantity *q)
{
	int64_t digits = 0;
	int scale = -1;

	if (!one || s.n > 16 || (s.n > 1 && s.p[0] == '0' && s.p[1] != '.'))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '.' && scale < 0 && i > 0 && i + 1 < s.n) {
			scale = 0;
			continue;
		}
		if (!is_digit(s.p[i]))
			return false;
		digits = digits * 10 + (s.p[i] - '0');
		scale += scale >= 0;
	}
	struct decimal d = {digits, scale < 0 ? 0 : scale};

	*q = *one;
	q->number_end = q->unit_end = s.n;
	if (one->kind == QUANTITY_BARE)
		q->value = d;
	else if (!decimal_mul(d, one->value, &q->value))
		return false;
	q->min = q->max = q->value;
	q->stated = q->stated_min = q->stated_max = d;
	return true;
}

static bool is_word_char(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xB2 && c <= 0xB3);
}

/* The end of a run of word characters at `at` that no 每 and no number begins in. */
static size_t basis_end(struct str s, size_t at)
{
	size_t len;

	for (size_t from = at; at < s.n; at += len) {
		if (!is_word_char(str_char(s, at, &len)) || words_own(s, at, W_EACH) || (at > from && bound_at(str_from(s, at), BOUND_BEFORE, &len)) ||
		    words_own(s, at, W_GIVE))
			break;
	}
	return at;
}

static void add_basis(struct buf *b, struct str part)
{
	if (b->n)
		buf_char(b, 0xB7);
	buf_add(b, part);
}

static bool is_basis(struct str part)
{
	return part.n > 0 && str_chars(part) <= LONGEST_BASIS;
}

/* 每人每月: returns where the words end, or `at` when there are none. */
static size_t read_each(struct str s, size_t at, struct buf *basis)
{
	for (;;) {
		const struct word *each = words_own(s, at, W_EACH);
		size_t from = each ? at + each->text.n : at, to = each ? basis_end(s, from) : at;

		if (!each || !is_basis(str_sub(s, from, to)))
			return at;
		add_basis(basis, str_sub(s, from, to));
		at = to;
	}
}

/* Of 家·年 or 人/月 behind a slash: returns where it ends, or `at`. */
static size_t read_per(struct str s, size_t at, struct buf *basis)
{
	size_t start = at, len = 1;

	while (at < s.n && (s.p[at] == '/' || (at > start && str_char(s, at, &len) == 0xB7))) {
		size_t to = basis_end(s, at + len);

		if (!is_basis(str_sub(s, at + len, to)))
			break;
		add_basis(basis, str_sub(s, at + len, to));
		at = to;
	}
	return at;
}

/* 按投资额的 before a rate; `to` is where the rate or its bound begins. */
static struct str share_before(struct str s, size_t to)
{
	struct str b = str_sub(s, 0, to);
	const struct word *w = words_own(b, 0, W_BYSHARE);

	if (w)
		b = str_from(b, w->text.n);
	w = words_tail(b, W_OF);
	if (w)
		b.n -= w->text.n;
	for (size_t i = 0, len; i < b.n; i += len)
		if (!is_word_char(str_char(b, i, &len)))
			return STR("");
	return str_chars(b) <= LONGEST_SHARE ? b : STR("");
}

static struct str take(struct arena *a, struct buf *b)
{
	struct str s = arena_copy(a, buf_str(b));

	buf_free(b);
	return s;
}

static bool is_blank(struct str s)
{
	return str_trim(s).n == 0;
}

/* Quantity at `at` with what it is for each of; true when nothing else is in s. */
static bool read_amount(struct str s, size_t at, struct str unit, struct cell *cell, struct arena *a)
{
	struct buf basis = {NULL, 0, 0};
	size_t from = read_each(s, at, &basis), used = quantity_match(str_from(s, from), unit, &cell->q), end = from + used;

	if (used && basis.n == 0) {
		end = read_per(s, end, &basis);
		end = basis.n ? end : read_each(s, end, &basis);
	}
	cell->basis = take(a, &basis);
	cell->repaired = used && cell->q.repaired;
	cell->was = str_sub(str_from(s, from), cell->q.number_at, cell->q.number_end);
	return used && is_blank(str_from(s, end));
}

/* 投资额的10%: the rate ends the cell. */
static bool read_share(struct str s, struct cell *cell)
{
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		struct str rest = str_from(s, i);

		str_char(s, i, &len);
		if (i == 0 || quantity_match(rest, STR(""), &cell->q) != rest.n || cell->q.kind != QUANTITY_RATE)
			continue;
		cell->basis = share_before(s, i);
		return cell->basis.n > 0;
	}
	return false;
}

/* 2/3, which elsewhere may be a date, in a cell of numbers. */
static bool read_ratio(struct str s, struct quantity *q)
{
	size_t slash = str_find(s, STR("/"), 0);
	struct decimal top, under, digits;

	if (slash == s.n || !decimal_parse(str_trim(str_sub(s, 0, slash)), &top) || !decimal_parse(str_trim(str_from(s, slash + 1)), &under) ||
	    top.scale || under.scale || under.digits <= 0 || under.digits > 1000000000 || !decimal_shift(top, 12, &digits))
		return false;
	bool minus = digits.digits < 0;

	digits.digits = ((minus ? -digits.digits : digits.digits) + under.digits / 2) / under.digits;
	digits.digits = minus ? -digits.digits : digits.digits;
	digits.scale = 12;
	*q = (struct quantity){.kind = QUANTITY_BARE, .has_value = true, .has_min = true, .has_max = true};
	q->value = q->min = q->max = q->stated = q->stated_min = q->stated_max = digits;
	return true;
}

static struct decimal negated(struct decimal d)
{
	d.digits = -d.digits;
	return d;
}

/* What is less turns its bounds round. */
static void negate(struct quantity *q)
{
	struct quantity p = *q;

	q->value = negated(p.value);
	q->stated = negated(p.stated);
	q->min = negated(p.max);
	q->max = negated(p.min);
	q->stated_min = negated(p.stated_max);
	q->stated_max = negated(p.stated_min);
	q->has_min = p.has_max;
	q->has_max = p.has_min;
}

/* 减少5%, 增长8%: what the number does before it. */
static size_t read_sign(struct str s, bool *minus)
{
	size_t len;
	const struct bound *b = bound_at(s, BOUND_SIGN, &len);

	*minus = b && b->meaning == BOUND_MINUS;
	return b ? len : 0;
}

static bool read_number(struct str s, struct str unit, struct cell *cell, struct arena *a)
{
	bool minus;
	size_t sign = read_sign(s, &minus);
	bool all = read_amount(s, sign, unit, cell, a) && cell->basis.n == 0;

	if (!all)
		all = read_ratio(str_from(s, sign), &cell->q);
	if (all && minus)
		negate(&cell->q);
	return all;
}

static bool is_kind(enum cell_kind kind, const struct quantity *q)
{
	return kind == CELL_NUMBER || q->kind == QUANTITY_MONEY || q->kind == QUANTITY_RATE;
}

/* The first amount in s that begins at a place where one may; its unit stands with it unless `unit` is given. */
static bool find_amount(enum cell_kind kind, struct str s, struct str unit, struct cell *cell, struct arena *a)
{
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		str_char(s, i, &len);
		if (numeral_is_tail(s, i))
			continue;
		read_amount(s, i, unit, cell, a);
		struct buf none = {NULL, 0, 0};
		size_t from = read_each(s, i, &none);

		buf_free(&none);
		if (quantity_match(str_from(s, from), unit, &cell->q) && is_kind(kind, &cell->q))
			return true;
	}
	return false;
}

static void read_money_or_number(enum cell_kind kind, struct str s, const struct cell_context *c, struct cell *cell, struct arena *a)
{
	if (read_plain(s, c->one, &cell->q) && is_kind(kind, &cell->q))
		return;
	bool all = kind == CELL_NUMBER ? read_number(s, c->unit, cell, a) : read_amount(s, 0, c->unit, cell, a);

	if (all && is_kind(kind, &cell->q))
		return;
	if (kind == CELL_MONEY && read_share(s, cell))
		return;
	bool bare = all && cell->q.kind == QUANTITY_BARE;
	bool there = find_amount(kind, s, STR(""), cell, a) || (c->unit.n && find_amount(kind, s, c->unit, cell, a));

	if (there && c->find)
		return;
	cell->outcome = bare ? CELL_NO_UNIT : there ? CELL_BESIDE : CELL_UNREAD;
}

/* Dates. */

/* A time that is part of a longer run of digits or letters is none. */
static bool cut_off(struct str s, size_t at)
{
	char c = at ? s.p[at - 1] : ' ';

	return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '.' || c == '-' || c == '/';
}

/* Where a run of numbers and what joins them to a date ends. */
static size_t run_end(struct str s, size_t at)
{
	struct numeral n;
	size_t end, used;

	for (;;) {
		if (timeword_at(s, at, TIME_UNIT, &end))
			at = end;
		else if (at < s.n && strchr("-./", s.p[at]))
			at++;
		else if ((used = numeral_match(str_from(s, at), &n)) > 0)
			at += used;
		else if (at < s.n && is_digit(s.p[at]))
			at++;
		else
			return at;
	}
}

/* The first period in s. What begins like a date and is none (2019年2月29日) is passed over whole: its tail is none either. */
static bool find_period(struct str s, struct ymd as_of, struct period *p)
{
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		if (!cut_off(s, i) && period_match(str_from(s, i), as_of, p))
			return true;
		size_t end = run_end(s, i);

		str_char(s, i, &len);
		if (end > i + len)
			len = end - i;
	}
	return false;
}

static enum cell_outcome outcome_of(const struct period *p)
{
	switch (p->note) {
	case PERIOD_RECURRING: return CELL_RECURRING;
	case PERIOD_OPEN: return CELL_OPEN;
	case PERIOD_IMMEDIATE: return CELL_IMMEDIATE;
	default: return p->start.year || p->end.year ? CELL_OK : p->relative ? CELL_RELATIVE : CELL_UNREAD;
	}
}

static void read_period(struct str s, const struct cell_context *c, struct cell *cell)
{
	bool all = period_parse(s, c->as_of, &cell->p);

	if (!all && !find_period(s, c->as_of, &cell->p))
		cell->outcome = CELL_UNREAD;
	else
		cell->outcome = all || c->find ? outcome_of(&cell->p) : CELL_BESIDE;
	cell->repaired = cell->p.repaired;
	cell->was = s;
}

/* One day, month or year: what has both ends and is no longer than it says. */
static bool is_single(const struct period *p)
{
	struct ymd s = p->start, e = p->end;

	if (!s.year || s.year != e.year)
		return false;
	if (p->precision == PRECISION_DAY)
		return s.month == e.month && s.day == e.day;
	if (p->precision == PRECISION_MONTH)
		return s.month == e.month && s.day == 1 && e.day >= 28;
	return p->precision == PRECISION_YEAR && s.month == 1 && s.day == 1 && e.month == 12 && e.day == 31;
}

static void read_date(struct str s, const struct cell_context *c, struct cell *cell)
{
	enum precision precision;

	if ((ymd_parse(s, &cell->p.start) && cell->p.start.year >= 1800 && cell->p.start.year < 2200) ||
	    date_parse(s, &cell->p.start, &precision)) {
		cell->p.end = cell->p.start;
		cell->p.precision = PRECISION_DAY;
		return;
	}
	read_period(s, c, cell);
	if (cell->outcome == CELL_OK && !is_single(&cell->p))
		cell->outcome = CELL_NO_DAY;
}

void cell_read(enum cell_kind kind, struct str text, const struct cell_context *c, struct arena *a, struct cell *out)
{
	out->outcome = text.n ? CELL_OK : CELL_EMPTY;
	out->repaired = false;
	out->basis = (struct str){NULL, 0};
	if (text.n == 0)
		return;
	if (kind == CELL_MONEY || kind == CELL_NUMBER)
		read_money_or_number(kind, text, c, out, a);
	else if (kind == CELL_PERIOD)
		read_period(text, c, out);
	else if (kind == CELL_DATE)
		read_date(text, c, out);
}

/* Text. */

static bool is_layout(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || c == 0x200B || c == 0xFEFF || (c >= 0x2000 && c <= 0x200A);
}

static bool is_chinese(uint32_t c)
{
	return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

static uint32_t narrow(uint32_t c)
{
	bool letter = (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);

	return letter || (c >= 0xFF10 && c <= 0xFF19) || c == 0xFF05 || c == 0xFF0E ? c - 0xFEE0 : c;
}

struct str cell_clean(struct str text, struct arena *a)
{
	struct buf b = {NULL, 0, 0};
	uint32_t before = 0;
	bool gap = false;
	size_t len;

	for (size_t i = 0; i < text.n; i += len) {
		uint32_t c = narrow(str_char(text, i, &len));

		if (is_layout(c)) {
			gap = b.n > 0;
			continue;
		}
		if (gap && !is_chinese(before) && !is_chinese(c))
			buf_byte(&b, ' ');
		buf_char(&b, c);
		before = c;
		gap = false;
	}
	return take(a, &b);
}
