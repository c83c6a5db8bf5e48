/* Knows which time a cell says, and which of those among other words stands on its own. */
#include "verb/cellparts.h"

#include "zh/numeral.h"
#include "zh/timeword.h"

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

		if (w && w->meaning == TIME_RANGE && end == at && (cell_number_ends(s, i) || unit_ends(s, i)))
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* 农历 before a date: it is one of another calendar. */
static bool other_calendar(struct str s, size_t at)
{
	size_t len, end;

	for (size_t i = 0; i < at; i += len) {
		if (timeword_at(s, i, TIME_CALENDAR, &end) && end == at)
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* A time that is part of a longer run of digits or letters is none. */
static bool cut_off(struct str s, size_t at)
{
	size_t end = cell_blanks_before(s, at);
	char c = at ? s.p[at - 1] : ' ';

	return numeral_is_tail(s, at) || cell_digit(c) || (c && strchr(".-/|", c)) || other_calendar(s, cell_blanks_before(s, at)) || (end && cell_letter(s.p[end - 1])) || ends_range(s, at);
}

/* 5.5万吨 behind 2018年: a count of its own. */
static bool is_count(struct str s, size_t at)
{
	struct quantity q;
	size_t used = (unsigned char)s.p[at - 1] & 0x80 ? quantity_match(str_from(s, at), STR(""), &q) : 0;

	return used && q.kind != QUANTITY_BARE;
}

/* 2018-2020%, 20200720号, 2020年七月初一, 2020年|2月 of a scanner's stroke. */
static bool goes_on(struct str s, size_t at)
{
	size_t end;

	if (at < s.n && (timeword_at(s, at, TIME_CALENDAR, &end) || (s.p[at] == '|' && at + 1 < s.n && cell_digit(s.p[at + 1]))))
		return true;
	return at < s.n && ((cell_digit(s.p[at]) && !is_count(s, at)) || cell_letter(s.p[at]) || s.p[at] == '%' || timeword_at(s, at, TIME_UNIT, &end));
}

/* Where a run of numbers and what joins them to a date ends. */
static size_t run_end(struct str s, size_t at)
{
	struct numeral n;
	size_t end, used;

	for (;;) {
		if (timeword_at(s, at, TIME_UNIT, &end))
			at = end;
		else if ((used = numeral_match(str_from(s, at), &n)) > 0)
			at += used;
		else if (at < s.n && (cell_digit(s.p[at]) || strchr("-./", s.p[at])))
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

static struct str strip(struct str s)
{
	s = str_trim(s);
	while (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ';'))
		s = str_trim(str_sub(s, 0, s.n - 1));
	return s;
}

/* Whether s says p again: 2021-2025年(“十四五”). */
static bool says_again(struct str s, struct ymd as_of, const struct period *p)
{
	struct period again;

	return period_parse_cell(s, as_of, &again) && p->start.year && p->end.year && again.start.year && again.end.year &&
	       memcmp(&p->start, &again.start, sizeof p->start) == 0 && memcmp(&p->end, &again.end, sizeof p->end) == 0;
}

/* 2018-2020年(三年), 3年(2018-2020年), 2018-2020年,为期3年: a stretch and how long it lasts, which is just what it does. */
static bool read_lasting(struct str s, struct ymd as_of, struct period *p)
{
	bool bracket = s.n && s.p[s.n - 1] == ')';
	size_t open = bracket ? str_find(s, STR("("), 0) : s.n, end, len;

	if (open < s.n) {
		struct str head = strip(str_sub(s, 0, open)), tail = str_trim(str_sub(s, open + 1, s.n - 1));

		return (period_parse_cell(head, as_of, p) && (period_lasts(tail, p) || says_again(tail, as_of, p))) || (period_parse_cell(tail, as_of, p) && period_lasts(head, p));
	}
	for (size_t i = 0; i < s.n; i += len) {
		str_char(s, i, &len);
		if (i && s.p[i] != ' ' && timeword_at(s, i, TIME_LASTING, &end) && period_parse_cell(strip(str_sub(s, 0, i)), as_of, p))
			return period_lasts(str_from(s, i), p);
	}
	return false;
}

void cell_read_period(struct str s, const struct cell_context *c, struct cell *cell)
{
	bool all = period_parse_cell(s, c->as_of, &cell->p) || read_lasting(s, c->as_of, &cell->p);

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
	const struct timeword *before = timeword_at(s, 0, TIME_BEFORE, &end);

	if (before && before->meaning == TIME_CIRCA)
		return true;
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

void cell_read_date(struct str s, const struct cell_context *c, struct cell *cell)
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
	cell_read_period(s, c, cell);
	if (cell->outcome == CELL_OK && (!is_single(&cell->p) || is_near(s)))
		cell->outcome = CELL_NO_DAY;
}
