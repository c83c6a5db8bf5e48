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

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
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
	return (c >= 0x3300 && c <= 0x9FFF) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xB2 && c <= 0xB3);
}

/* The end of a run of word characters at `at` that no 每 and no number begins in. */
static size_t basis_end(struct str s, size_t at)
{
	size_t len;

	for (size_t from = at; at < s.n; at += len) {
		size_t unused;

		/* m2, m3 */
		if (at > from && (s.p[at] == '2' || s.p[at] == '3') && is_letter(s.p[at - 1])) {
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
static size_t read_each(struct str s, size_t at, struct buf *basis)
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

/* 按, or a bound of the rate that stands before what it is a share of: 按不超过投资额的10%. */
static struct str drop_share_head(struct str b, enum bound_meaning *meaning)
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
static struct str share_of(struct str b)
{
	const struct word *of = words_tail(b, W_OF);

	if (of)
		b.n -= of->text.n;
	for (size_t i = 0, len; i < b.n; i += len)
		if (!is_word_char(str_char(b, i, &len)))
			return STR("");
	return str_chars(b) <= LONGEST_SHARE && (of || words_tail(b, W_SHARE)) ? b : STR("");
}

static struct str take(struct arena *a, struct buf *b)
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

/* Quantity at `at` with what it is for each of; true when nothing else is in s. */
static bool read_amount(struct str s, size_t at, struct str unit, struct cell *cell, struct arena *a)
{
	struct buf basis = {NULL, 0, 0};
	size_t from = skip_blanks(s, read_each(s, at, &basis)), used = quantity_match(str_from(s, from), unit, &cell->q);
	size_t end = from + used;

	if (used)
		end = read_per(s, end, &basis);
	if (used && basis.n == 0)
		end = read_each(s, end, &basis);
	cell->basis = take(a, &basis);
	cell->repaired = used && cell->q.repaired;
	cell->was = str_sub(str_from(s, from), cell->q.number_at, cell->q.number_end);
	return used && is_blank(str_from(s, end));
}

static bool set_bound(struct quantity *q, enum bound_meaning meaning)
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

/* 投资额的10%: the rate ends the cell. */
static bool read_share(struct str s, struct cell *cell)
{
	enum bound_meaning meaning = BOUND_NONE;
	struct str rest = drop_share_head(s, &meaning);
	size_t len;

	for (size_t i = 0; i < rest.n; i += len) {
		struct str rate = str_from(rest, i);

		str_char(rest, i, &len);
		if (i == 0 || quantity_match(rate, STR(""), &cell->q) != rate.n || cell->q.kind != QUANTITY_RATE)
			continue;
		cell->basis = share_of(str_sub(rest, 0, i));
		return cell->basis.n > 0 && set_bound(&cell->q, meaning);
	}
	return false;
}

/* 2/3, which elsewhere may be a date, in a cell of numbers. 20/7 is rather one. */
static bool read_ratio(struct str s, struct quantity *q)
{
	size_t slash = str_find(s, STR("/"), 0);
	struct decimal top, under, digits;

	if (slash == s.n || !decimal_parse(str_trim(str_sub(s, 0, slash)), &top) || !decimal_parse(str_trim(str_from(s, slash + 1)), &under) ||
	    top.scale || under.scale || under.digits <= 0 || decimal_cmp(top, under) > 0 || under.digits > 1000000000 || !decimal_shift(top, 12, &digits))
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
		negate(&cell->q);
	return true;
}

static bool read_number(struct str s, struct str unit, struct cell *cell, struct arena *a)
{
	return (read_amount(s, 0, unit, cell, a) && cell->basis.n == 0) || (read_signed(s, unit, cell, a) && cell->basis.n == 0) ||
	       read_ratio(s, &cell->q);
}

static bool read_money(struct str s, struct str unit, struct cell *cell, struct arena *a)
{
	return read_amount(s, 0, unit, cell, a) || read_signed(s, unit, cell, a);
}

static bool is_kind(enum cell_kind kind, const struct quantity *q)
{
	return kind == CELL_NUMBER || q->kind == QUANTITY_MONEY || q->kind == QUANTITY_RATE;
}

static size_t blanks_before(struct str s, size_t at)
{
	while (at && s.p[at - 1] == ' ')
		at--;
	return at;
}

/* Whether a number ends at byte `end`. */
static bool number_ends(struct str s, size_t end)
{
	struct numeral n;
	size_t len;

	for (size_t i = 0; i < end; i += len) {
		if (numeral_match(str_from(s, i), &n) == end - i)
			return true;
		str_char(s, i, &len);
	}
	return false;
}

static bool bound_ends(struct str s, enum bound_place place, size_t end)
{
	size_t len, used;

	for (size_t i = 0; i < end; i += len) {
		if (bound_at(str_from(s, i), place, &used) && i + used == end)
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* Whether what stands before byte `at` leaves a number there its own: no digit, letter, decimal point or dash of a longer number, no
 * part of a fraction or list of numbers, no bound that the number was read without. `unit`: it has a unit of its own. */
static bool begins_there(struct str s, size_t at, bool unit)
{
	size_t end = blanks_before(s, at), before, len;
	char c = end ? s.p[end - 1] : ' ';

	if (end == 0)
		return true;
	if (is_digit(c) || is_letter(c) || c == '/' || c == '-' || c == '.')
		return false;
	before = blanks_before(s, end - 1);
	if ((c == '~' || c == '+' || (!unit && (c == ',' || c == ':'))) && before && is_digit(s.p[before - 1]))
		return false;
	before = str_before(s, end);
	/* 〔2020〕; 30万、20万、10万元 */
	uint32_t mark = str_char(s, before, &len);

	return mark != 0x3014 && !(mark == 0x3001 && number_ends(s, before)) && !bound_ends(s, BOUND_OVER, end) &&
	       !bound_ends(s, BOUND_BEFORE, end) && !bound_ends(s, BOUND_TAIL, end);
}

/* Whether a number that ends at `end` is not the head of a date, a time, a ratio, a longer number or a fraction. */
static bool ends_there(struct str s, size_t end, bool unit)
{
	size_t at = end, unused;

	while (at < s.n && s.p[at] == ' ')
		at++;
	if (at == s.n)
		return true;
	if (is_digit(s.p[at]) || bound_at(str_from(s, at), BOUND_OVER, &unused) || bound_at(str_from(s, at), BOUND_TAIL, &unused) ||
	    timeword_at(s, at, TIME_UNIT, &unused))
		return false;
	return !(strchr(unit ? "-~" : "-/:.,~", s.p[at]) && at + 1 < s.n && is_digit(s.p[at + 1]));
}

/* The sign word that ends at byte `at`: true for one that makes less. */
static bool minus_before(struct str s, size_t at)
{
	size_t end = blanks_before(s, at), len;

	for (size_t i = 0; i < end; i += len) {
		size_t used;
		const struct bound *b = bound_at(str_from(s, i), BOUND_SIGN, &used);

		str_char(s, i, &len);
		if (b && i + used == end)
			return b->meaning == BOUND_MINUS;
	}
	return false;
}

/* Where the clause that byte `at` stands in begins. */
static size_t clause_start(struct str s, size_t at)
{
	size_t start = 0, len;

	for (size_t i = 0; i < at; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (c == ',' || c == ';' || c == ':' || c == '(' || c == 0x3001 || c == 0x3002)
			start = i + len;
	}
	return start;
}

/* 不超过投资额的 before a rate in running text: its bound and what it is a share of. */
static void read_share_before(struct str s, size_t at, struct cell *cell)
{
	size_t len;

	for (size_t i = clause_start(s, at); i < at; i += len) {
		enum bound_meaning meaning = BOUND_NONE;
		struct str head = str_sub(s, i, at), rest = drop_share_head(head, &meaning);

		str_char(s, i, &len);
		if (rest.n == head.n || !share_of(rest).n)
			continue;
		cell->basis = share_of(rest);
		set_bound(&cell->q, meaning);
		return;
	}
}

/* A number at the head of a text is its numbering (2.3新建, 一、, (2)新增), and one in Chinese without a unit is a word or a part
 * of one (一是, 五五开). */
static bool is_numbering(struct str s, size_t from, const struct quantity *q)
{
	return q->kind == QUANTITY_BARE && (!is_digit(s.p[from + q->number_at]) || blanks_before(s, from) == 0 || s.p[blanks_before(s, from) - 1] == '(');
}

/* An amount that begins at byte `at`, with what it is for each of before it; false when it does not stand on its own. */
static bool amount_at(enum cell_kind kind, struct str s, size_t at, struct str unit, struct cell *cell, struct arena *a)
{
	struct buf basis = {NULL, 0, 0};
	size_t from = read_each(s, at, &basis), used = 0;

	cell->basis = take(a, &basis);
	/* A dash within a text is no sign. */
	if (!numeral_is_tail(s, from) && !(at > 0 && s.p[from] == '-'))
		used = quantity_match(str_from(s, from), unit, &cell->q);
	if (!used || !is_kind(kind, &cell->q) || is_numbering(s, from, &cell->q))
		return false;
	bool united = cell->q.kind != QUANTITY_BARE;

	if (!begins_there(s, from, united) || !begins_there(s, at, united) || !ends_there(s, from + used, united))
		return false;
	if (cell->basis.n == 0) {
		read_per(s, from + used, &basis);
		cell->basis = take(a, &basis);
	}
	if (cell->basis.n == 0 && cell->q.kind == QUANTITY_RATE && kind == CELL_MONEY)
		read_share_before(s, from, cell);
	cell->repaired = cell->q.repaired;
	cell->was = str_sub(str_from(s, from), cell->q.number_at, cell->q.number_end);
	if (minus_before(s, at))
		negate(&cell->q);
	return true;
}

/* The first amount in s that stands on its own: one with a unit, else a bare number. */
static bool find_amount(enum cell_kind kind, struct str s, struct str unit, struct cell *cell, struct arena *a)
{
	size_t bare = s.n, len;

	for (size_t i = 0; i < s.n; i += len) {
		str_char(s, i, &len);
		if (!amount_at(kind, s, i, unit, cell, a))
			continue;
		if (cell->q.kind != QUANTITY_BARE)
			return true;
		bare = bare == s.n ? i : bare;
	}
	return bare < s.n && amount_at(kind, s, bare, unit, cell, a);
}

/* 500万 under 万元: the text has a value by itself, and the unit makes another one of it. */
static bool is_twofold(struct str s, struct str unit)
{
	struct quantity q;

	return unit.n && quantity_parse(s, STR(""), &q) && q.kind == QUANTITY_BARE;
}

static void read_money_or_number(enum cell_kind kind, struct str s, const struct cell_context *c, struct cell *cell, struct arena *a)
{
	if (read_plain(s, c->one, &cell->q) && is_kind(kind, &cell->q))
		return;
	bool all = kind == CELL_NUMBER ? read_number(s, c->unit, cell, a) : read_money(s, c->unit, cell, a);

	if (all && is_kind(kind, &cell->q))
		return;
	if (kind == CELL_MONEY && read_share(s, cell))
		return;
	bool bare = all && cell->q.kind == QUANTITY_BARE, twofold = !all && is_twofold(s, c->unit);
	bool there = !twofold && (find_amount(kind, s, STR(""), cell, a) || (c->unit.n && find_amount(kind, s, c->unit, cell, a)));

	if (there && c->find)
		return;
	cell->outcome = bare ? CELL_NO_UNIT : twofold ? CELL_TWO_UNITS : there ? CELL_BESIDE : CELL_UNREAD;
}

/* Dates. */

static bool unit_ends(struct str s, size_t at)
{
	size_t len, end;

	for (size_t i = 0; i < at; i += len) {
		if (timeword_at(s, i, TIME_UNIT, &end) && end == at)
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* The second end of a range whose first one was not read: 二〇一八至二〇二〇年. */
static bool ends_range(struct str s, size_t at)
{
	size_t len, end;

	for (size_t i = 0; i < at; i += len) {
		const struct timeword *w = timeword_at(s, i, TIME_BETWEEN, &end);

		if (w && w->meaning == TIME_RANGE && end == at && (number_ends(s, i) || unit_ends(s, i)))
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* A time that is part of a longer run of digits or letters is none. */
static bool cut_off(struct str s, size_t at)
{
	size_t end = blanks_before(s, at);
	char c = at ? s.p[at - 1] : ' ';

	return numeral_is_tail(s, at) || is_digit(c) || c == '.' || c == '-' || c == '/' || (end && is_letter(s.p[end - 1])) || ends_range(s, at);
}

/* 2018-2020%, 20200720号 */
static bool goes_on(struct str s, size_t at)
{
	size_t end;

	return at < s.n && (is_digit(s.p[at]) || is_letter(s.p[at]) || s.p[at] == '%' || timeword_at(s, at, TIME_UNIT, &end));
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

/* Whether another time follows that was to be the end of a range: together they are none, or they would have been read. */
static bool breaks_off(struct str s, size_t at, struct ymd as_of)
{
	size_t end;
	struct period p;

	const struct timeword *w = timeword_at(s, at, TIME_BETWEEN, &end);

	return w && w->meaning == TIME_RANGE && period_match(str_from(s, end), as_of, &p);
}

/* The first period in s. What begins like a date and is none (2019年2月29日) is passed over whole: its tail is none either, and
 * neither is what it would have been the first day of. */
static bool find_period(struct str s, struct ymd as_of, struct period *p)
{
	size_t len, bad = s.n;

	for (size_t i = 0; i < s.n; i += len) {
		size_t used = cut_off(s, i) || i == bad ? 0 : period_match(str_from(s, i), as_of, p);

		if (used && !goes_on(s, i + used))
			return !breaks_off(s, i + used, as_of);
		size_t end = run_end(s, i);

		str_char(s, i, &len);
		if (end > i + len) {
			len = end - i;
			bad = end;
		}
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

/* 前后, 左右: near that day, not on it. */
static bool is_near(struct str s)
{
	size_t len, end;

	for (size_t i = 0; i < s.n; i += len) {
		const struct timeword *w = timeword_at(s, i, TIME_BEHIND, &end);

		if (w && w->meaning == TIME_CIRCA && end == s.n && s.p[s.n - 1] != ')')
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* A letter that was read as a digit. */
static bool has_letters(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("OolI", s.p[i]))
			return true;
	return false;
}

static void read_date(struct str s, const struct cell_context *c, struct cell *cell)
{
	enum precision precision;

	if ((ymd_parse(s, &cell->p.start) && cell->p.start.year >= 1800 && cell->p.start.year < 2200) ||
	    date_parse(s, &cell->p.start, &precision)) {
		cell->p.end = cell->p.start;
		cell->p.precision = PRECISION_DAY;
		cell->repaired = has_letters(s);
		cell->was = s;
		return;
	}
	read_period(s, c, cell);
	if (cell->outcome == CELL_OK && (!is_single(&cell->p) || is_near(s)))
		cell->outcome = CELL_NO_DAY;
}

/* A cell of dashes says that there is nothing; marks at the end of a sentence say nothing either. */
static struct str drop_marks(struct str s)
{
	static const char *const ends[] = {"。", ";", ",", "；", "，"};
	size_t dashes = 0;

	for (size_t i = 0; i < 5; i++)
		while (s.n && str_ends(s, str_of(ends[i])))
			s = str_trim(str_sub(s, 0, s.n - strlen(ends[i])));
	while (dashes < s.n && strchr("-/*", s.p[dashes]))
		dashes++;
	return dashes == s.n || str_eq(s, STR("—")) || str_eq(s, STR("——")) ? STR("") : s;
}

void cell_read(enum cell_kind kind, struct str text, const struct cell_context *c, struct arena *a, struct cell *out)
{
	text = drop_marks(text);
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

static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return true;
}

struct str cell_fold(struct arena *a, struct str s)
{
	struct buf b = {NULL, 0, 0};
	struct str part;

	if (is_plain(s))
		return str_trim(s);
	/* Digits on two lines are two numbers. */
	for (size_t at = 0; str_split(s, '\n', &at, &part);) {
		part = str_trim(part);
		if (b.n && part.n && part.p[0] >= '0' && part.p[0] <= '9' && b.p[b.n - 1] >= '0' && b.p[b.n - 1] <= '9')
			buf_byte(&b, ';');
		fold_text(part, &b);
	}
	struct str text = arena_copy(a, str_trim(buf_str(&b)));

	buf_free(&b);
	return text;
}


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
