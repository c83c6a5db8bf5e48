/* Knows when all of a cell is one amount, and what stands around it there: for each of what it is paid,
 * of what it is a share. */
#include "verb/cellparts.h"

#include "doc/words.h"
#include "verb/unitname.h"
#include "zh/numeral.h"

enum { LONGEST_BASIS = 6, LONGEST_SHARE = 20 }; /* characters */

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
		if (!cell_digit(s.p[i]))
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
	return (c >= 0x3300 && c <= 0x9FFF) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xB2 && c <= 0xB3);
}

/* The end of a run of word characters at `at` that no 每 and no number begins in. */
static size_t basis_end(struct str s, size_t at)
{
	size_t len;

	for (size_t from = at; at < s.n; at += len) {
		size_t unused;

		/* m2, m3 */
		if (at > from && (s.p[at] == '2' || s.p[at] == '3') && cell_letter(s.p[at - 1])) {
			len = 1;
			continue;
		}
		if (!is_word_char(str_char(s, at, &len)) || words_own(s, at, W_EACH) || words_own(s, at, W_GIVE) ||
		    (at > from && (bound_at(str_from(s, at), BOUND_BEFORE, &unused) || words_own(s, at, W_FUND))))
			break;
	}
	return at;
}

/* 家企业 is 企业: a measure word before what it counts. */
static struct str drop_measure(struct str part)
{
	const struct word *w = words_own(part, 0, W_COUNTED);

	return w && part.n >= w->text.n + 6 ? str_from(part, w->text.n) : part;
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
size_t cell_each(struct str s, size_t at, struct buf *basis)
{
	for (;;) {
		const struct word *each = words_own(s, at, W_EACH);
		size_t from = each ? at + each->text.n : at, to = each ? basis_end(s, from) : at;

		if (!each || !is_basis(str_sub(s, from, to)))
			return at;
		add_basis(basis, drop_measure(str_sub(s, from, to)));
		at = to;
	}
}

/* (户·年) behind a slash: the end of the bracket, or `at`. */
static size_t per_bracket(struct str s, size_t at, struct buf *basis)
{
	size_t close = str_find(s, STR(")"), at), len, from = at + 2;

	if (at + 1 >= s.n || s.p[at + 1] != '(' || close == s.n)
		return at;
	for (size_t i = from; i <= close; i += len) {
		bool mark = str_char(s, i, &len) == 0xB7;

		if (i < close && !mark && s.p[i] != '/')
			continue;
		if (!is_basis(str_sub(s, from, i)) || basis_end(s, from) != i)
			return at;
		from = i + len;
	}
	for (size_t i = from = at + 2; i <= close; i += len) {
		bool mark = str_char(s, i, &len) == 0xB7;

		if (i == close || mark || s.p[i] == '/') {
			add_basis(basis, str_sub(s, from, i));
			from = i + len;
		}
	}
	return close + 1;
}

/* Of 家·年 or 人/月 behind a slash: returns where it ends, or `at`. */
size_t cell_per(struct str s, size_t at, struct buf *basis)
{
	size_t start = at, len = 1, bracket = at < s.n && s.p[at] == '/' ? per_bracket(s, at, basis) : at;

	if (bracket > at)
		return bracket;
	while (at < s.n && (s.p[at] == '/' || (at > start && str_char(s, at, &len) == 0xB7))) {
		size_t to = basis_end(s, at + len);

		if (!is_basis(str_sub(s, at + len, to)))
			break;
		add_basis(basis, str_sub(s, at + len, to));
		at = to;
	}
	return at;
}

/* 按, or a bound of the rate that stands before what it is a share of: 按不超过投资额的10%. */
struct str cell_share_head(struct str b, enum bound_meaning *meaning)
{
	const struct word *w;
	const struct bound *bound;
	size_t len;

	for (;;) {
		bound = bound_at(b, BOUND_BEFORE, &len);
		w = bound ? NULL : words_own(b, 0, W_BYSHARE);
		if (bound)
			*meaning = bound->meaning;
		else if (w)
			len = w->text.n;
		else
			return b;
		b = str_from(b, len);
	}
}

/* What a rate at the end of b is a share of: 投资额的 in 按投资额的10%. Without 的 it is a sum by its name (设备投资额15%). */
struct str cell_share_of(struct str b)
{
	const struct word *of = words_tail(b, W_OF);

	if (of)
		b.n -= of->text.n;
	for (size_t i = 0, len; i < b.n; i += len)
		if (!is_word_char(str_char(b, i, &len)))
			return STR("");
	return str_chars(b) <= LONGEST_SHARE && (of || words_tail(b, W_SHARE)) ? b : STR("");
}

struct str cell_take(struct arena *a, struct buf *b)
{
	struct str s = arena_copy(a, buf_str(b));

	buf_free(b);
	return s;
}

static size_t skip_blanks(struct str s, size_t at)
{
	while (at < s.n && s.p[at] == ' ')
		at++;
	return at;
}

static bool is_blank(struct str s)
{
	return str_trim(s).n == 0;
}

/* 以50万元为限, 从5万元到10万元, 在5万元以上: an amount in a frame, whose other half is the range or the bound. */
static size_t match_framed(struct str s, struct str unit, struct quantity *q)
{
	size_t len, used;

	if (!bound_at(s, BOUND_FRAME, &len))
		return 0;
	used = quantity_match(str_from(s, len), unit, q);
	if (!used || (q->has_value && q->has_min && q->has_max) || q->approx)
		return 0;
	q->number_at += len;
	q->number_end += len;
	q->unit_end += len;
	return len + used;
}

/* Quantity at `at` with what it is for each of; true when nothing else is in s. */
static bool read_amount(struct str s, size_t at, struct str unit, struct cell *cell, struct arena *a)
{
	struct buf basis = {NULL, 0, 0};
	size_t from = skip_blanks(s, cell_each(s, at, &basis)), used = quantity_match(str_from(s, from), unit, &cell->q);

	if (!used)
		used = match_framed(str_from(s, from), unit, &cell->q);
	size_t end = from + used;

	if (used)
		end = cell_per(s, end, &basis);
	if (used && basis.n == 0)
		end = cell_each(s, end, &basis);
	cell->basis = cell_take(a, &basis);
	cell->repaired = used && cell->q.repaired;
	cell->was = str_sub(str_from(s, from), cell->q.number_at, cell->q.number_end);
	return used && is_blank(str_from(s, end));
}

bool cell_set_bound(struct quantity *q, enum bound_meaning meaning)
{
	bool both = q->has_min && q->has_max;

	q->approx |= meaning == BOUND_APPROX;
	if (meaning == BOUND_MIN && both)
		q->has_max = false;
	else if (meaning == BOUND_MAX && both)
		q->has_min = false;
	else
		return meaning != BOUND_MIN && meaning != BOUND_MAX;
	return q->has_value;
}

/* 10%, or 2/3, which is a share where it is one of something. */
static bool read_rate(struct str s, struct quantity *q)
{
	if (quantity_match(s, STR(""), q) == s.n && q->kind == QUANTITY_RATE)
		return true;
	if (!cell_read_ratio(s, q))
		return false;
	q->kind = QUANTITY_RATE;
	return true;
}

/* 投资额的10%: the rate ends the cell. */
static bool read_share(struct str s, struct cell *cell)
{
	enum bound_meaning meaning = BOUND_NONE;
	struct str rest = cell_share_head(s, &meaning);
	size_t len;

	for (size_t i = 0; i < rest.n; i += len) {
		struct str rate = str_from(rest, i);

		str_char(rest, i, &len);
		if (i == 0 || !read_rate(rate, &cell->q))
			continue;
		cell->basis = cell_share_of(str_sub(rest, 0, i));
		return cell->basis.n > 0 && cell_set_bound(&cell->q, meaning);
	}
	return false;
}

static struct decimal negated(struct decimal d)
{
	d.digits = -d.digits;
	return d;
}

/* What is less turns its bounds round. */
void cell_negate(struct quantity *q)
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

static bool read_signed(struct str s, struct str unit, struct cell *cell, struct arena *a)
{
	bool minus;
	size_t sign = read_sign(s, &minus), unused;
	struct str rest = str_from(s, sign);
	const struct bound *b = bound_at(rest, BOUND_BEFORE, &unused);

	/* 减少-5% says it twice, or the opposite. */
	if (sign == 0 || (minus && b && b->meaning == BOUND_MINUS) || !read_amount(rest, 0, unit, cell, a))
		return false;
	if (minus)
		cell_negate(&cell->q);
	return true;
}

static bool read_number(struct str s, struct str unit, struct cell *cell, struct arena *a)
{
	return (read_amount(s, 0, unit, cell, a) && cell->basis.n == 0) || (read_signed(s, unit, cell, a) && cell->basis.n == 0) ||
	       cell_read_ratio(s, &cell->q) || cell_read_between(s, unit, &cell->q) || cell_read_tolerance(s, unit, &cell->q);
}

static bool read_money(struct str s, struct str unit, struct cell *cell, struct arena *a)
{
	struct quantity q;

	/* 5块 is five pieces elsewhere. */
	if (read_amount(s, 0, unit, cell, a) && (cell->q.kind != QUANTITY_COUNT || cell_coins_counted(&cell->q)))
		return true;
	if (cell_read_coins(s, &q) || cell_read_twice(s, &q) || cell_read_bracketed(s, &q) || cell_read_between(s, unit, &q) ||
	    cell_read_tolerance(s, unit, &q)) {
		cell->q = q;
		cell->repaired = false;
		return true;
	}
	return read_signed(s, unit, cell, a);
}

bool cell_is_kind(enum cell_kind kind, const struct quantity *q)
{
	return kind == CELL_NUMBER || q->kind == QUANTITY_MONEY || q->kind == QUANTITY_RATE;
}

/* 50万 in a column of money that has no unit of its own: it has its multiplier, so that it can be in nothing but 元. */
static bool read_yuan(struct str s, struct cell *cell, struct arena *a)
{
	struct str number = str_sub(s, cell->q.number_at, cell->q.number_end);

	return numeral_has_large(number) && read_money(s, unitname_money("CNY"), cell, a);
}

/* 500万 under 万元: the text has a value by itself, and the unit makes another one of it. */
static bool is_twofold(struct str s, struct str unit)
{
	struct quantity q;

	return unit.n && quantity_parse(s, STR(""), &q) && q.kind == QUANTITY_BARE && numeral_has_large(str_sub(s, q.number_at, q.number_end));
}

void cell_read_amount(enum cell_kind kind, struct str s, const struct cell_context *c, struct cell *cell, struct arena *a)
{
	if (read_plain(s, c->one, &cell->q) && cell_is_kind(kind, &cell->q))
		return;
	bool all = kind == CELL_NUMBER ? read_number(s, c->unit, cell, a) : read_money(s, c->unit, cell, a);

	if (all && (cell_is_kind(kind, &cell->q) || (cell->q.kind == QUANTITY_BARE && !c->unit.n && read_yuan(s, cell, a))))
		return;
	if (kind == CELL_MONEY && read_share(s, cell))
		return;
	bool bare = all && cell->q.kind == QUANTITY_BARE, twofold = !all && is_twofold(s, c->unit);
	bool there = !twofold && (cell_find_amount(kind, s, STR(""), cell, a) || (c->unit.n && cell_find_amount(kind, s, c->unit, cell, a)));

	if (there && c->find)
		return;
	cell->outcome = bare ? CELL_NO_UNIT : twofold ? CELL_TWO_UNITS : there ? CELL_BESIDE : CELL_UNREAD;
}
