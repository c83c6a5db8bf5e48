/* Knows the forms of single dates, months, quarters, years and plans. */
#include "zh/moment.h"

#include "zh/anchor.h"
#include "zh/calendar.h"
#include "zh/century.h"
#include "zh/figures.h"
#include "zh/numeral.h"
#include "zh/phrases.h"
#include "zh/timeword.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2199, FIRST_CELL_YEAR = 1980, LAST_CELL_YEAR = 2060, FIRST_CELL_DAY = 1900, LAST_CELL_DAY = 2099 };

static bool is_year(int v)
{
	return v >= FIRST_YEAR && v <= LAST_YEAR;
}

static void set_months(struct moment *m, int from, int to, enum precision precision)
{
	m->precision = precision;
	m->point_end = from == 0;
	if (m->year == 0)
		return;
	m->start = calendar_first(m->year, from ? from : to);
	m->end = calendar_last(m->year, to);
}

static void set_days(struct moment *m, int from, int to, enum precision precision)
{
	int last = m->year ? calendar_days(m->year, m->month) : 31;

	m->precision = precision;
	m->point_end = from == 0;
	if (to > last)
		to = last;
	if (m->year == 0)
		return;
	m->start = (struct ymd){m->year, m->month, from ? from : to};
	m->end = (struct ymd){m->year, m->month, to};
}

static enum precision precision_of(const struct timeword *w)
{
	return w->meaning == TIME_HALF      ? PRECISION_HALF
	       : w->meaning == TIME_QUARTER || w->meaning == TIME_SEASON ? PRECISION_QUARTER
	       : w->meaning == TIME_YEAR || w->meaning == TIME_ALONE_YEAR ? PRECISION_YEAR
	                                    : PRECISION_MONTH;
}

/* The day after a month, or a part of the month; without either the whole month. */
static bool read_day(struct str s, struct moment *m)
{
	size_t end;
	struct date_number n;
	const struct timeword *part = timeword_at(s, m->end_at, TIME_MONTH_PART, &end);

	if (part) {
		set_days(m, part->from, part->to, PRECISION_MONTH);
		m->end_at = end;
		return true;
	}
	set_days(m, 1, 31, PRECISION_MONTH);
	if (!moment_counted(s, phrases_blanks(s, m->end_at), &n))
		return true;
	if (n.unit && n.unit->meaning == TIME_DAY) {
		if (n.value < 1 || n.value > calendar_days(m->year ? m->year : 2000, m->month))
			return false;
		m->day = n.value;
		m->repaired |= n.repaired;
		m->end_at = n.unit_end;
		set_days(m, m->day, m->day, PRECISION_DAY);
	} else if (!n.unit && n.value >= 1 && n.value <= 31) {
		m->bare = BARE_DAY;
		m->number = n.value;
		m->bare_end = n.end;
	}
	return true;
}

/* 前5个月 */
static bool read_first_months(struct str s, struct moment *m)
{
	size_t at, end;
	struct date_number n;

	if (!timeword_at(s, m->end_at, TIME_FIRST, &at))
		return false;
	bool some = moment_number(s, at, &n);
	const struct timeword *unit = some ? timeword_at(s, n.end, TIME_DURATION, &end) : NULL;

	m->repaired |= n.repaired;
	if (!unit || unit->meaning != TIME_MONTH || n.value < 1 || n.value > 12)
		return false;
	set_months(m, 1, n.value, PRECISION_MONTH);
	m->end_at = end;
	return true;
}

/* The month of a number with its unit: 0 when the unit is another, -1 when it is impossible. */
static int month_of(const struct date_number *n)
{
	if (n->digits > 2 || !n->unit || n->unit->meaning != TIME_MONTH)
		return 0;
	return n->value >= 1 && n->value <= 12 ? n->value : -1;
}

/* A number of one or two digits without a unit. */
static bool is_bare(const struct date_number *n)
{
	return !n->unit && n->digits <= 2 && n->value >= 1 && n->value <= 12;
}

/* 国庆节: those that are the same day each year. */
static bool read_holiday(struct str s, struct moment *m)
{
	size_t end;
	const struct timeword *w = timeword_at(s, m->end_at, TIME_HOLIDAY, &end);

	if (!w)
		return false;
	m->month = w->from / 100;
	m->day = w->from % 100;
	m->end_at = end;
	set_days(m, m->day, m->day, PRECISION_DAY);
	return true;
}

/* What may follow a year: a part of it, a month with its day, or nothing. */
static bool read_in_year(struct str s, struct moment *m)
{
	size_t end;
	struct date_number n;
	const struct timeword *part = timeword_at(s, m->end_at, TIME_YEAR_PART, &end);

	if (part) {
		set_months(m, part->from, part->to, precision_of(part));
		m->end_at = end;
		return true;
	}
	if (read_first_months(s, m) || read_holiday(s, m))
		return true;
	set_months(m, 1, 12, PRECISION_YEAR);
	const struct timeword *first = timeword_at(s, m->end_at, TIME_UNIT, &end);

	if (first && first->meaning == TIME_FIRST_MONTH) {
		m->month = 1;
		m->end_at = end;
		return read_day(s, m);
	}
	if (!moment_counted(s, phrases_blanks(s, m->end_at), &n))
		return true;
	int month = month_of(&n);

	if (month > 0) {
		m->month = month;
		m->repaired |= n.repaired;
		m->end_at = n.unit_end;
		return read_day(s, m);
	}
	if (month == 0 && is_bare(&n)) {
		m->bare = BARE_MONTH;
		m->number = n.value;
		m->bare_end = n.end;
	}
	return month == 0;
}

/* The same mark and more digits behind a date make a version or a code of it; a year may follow, as
 * the other end of a range. */
static bool goes_on(struct str s, size_t at, char mark)
{
	size_t digits = 0;

	if (at >= s.n || s.p[at] != mark)
		return false;
	while (figures_is_digit(s, at + 1 + digits))
		digits++;
	return digits > 0 && digits != 4;
}

/* 2020-07-20, 2020.7.20, 2020/7: the same mark twice. */
static bool read_marked(struct str s, size_t at, struct moment *m)
{
	char mark = at < s.n ? s.p[at] : 0;
	int month, day;
	bool repaired = false;

	if (mark != '-' && mark != '.' && mark != '/')
		return false;
	size_t used = moment_figures(s, at + 1, &month, &repaired), end = at + 1 + used;

	if (used == 0 || used > 2 || month < 1 || month > 12)
		return false;
	used = end < s.n && s.p[end] == mark ? moment_figures(s, end + 1, &day, &repaired) : 0;
	m->day = used == 1 || used == 2 ? day : 0;
	m->month = month;
	m->end_at = m->day ? end + 1 + used : end;
	if (goes_on(s, m->end_at, mark) || m->day > calendar_days(m->year, month))
		return false;
	m->repaired |= repaired;
	m->mark = mark;
	m->cell_only = m->day == 0;
	set_days(m, m->day ? m->day : 1, m->day ? m->day : 31, m->day ? PRECISION_DAY : PRECISION_MONTH);
	return true;
}

/* 20200720, and in a cell 202007. */
static bool read_compact(int v, size_t digits, struct moment *m)
{
	struct ymd d = digits == 8 ? (struct ymd){v / 10000, v / 100 % 100, v % 100} : (struct ymd){v / 100, v % 100, 1};

	/* Eight digits that make a day of these centuries are one; six may be many things. */
	if (!calendar_valid(d) || d.year < (digits == 8 ? FIRST_CELL_DAY : FIRST_CELL_YEAR) || d.year > (digits == 8 ? LAST_CELL_DAY : LAST_CELL_YEAR))
		return false;
	m->year = d.year;
	m->month = d.month;
	m->day = digits == 8 ? d.day : 0;
	m->cell_only = digits == 6;
	set_days(m, digits == 8 ? d.day : 1, digits == 8 ? d.day : 31, digits == 8 ? PRECISION_DAY : PRECISION_MONTH);
	return true;
}

/* 2020Q1, 2020 H1, 2020上半年: a quarter or a half behind a year without its 年. */
static bool read_part_behind(struct str s, size_t at, struct moment *m)
{
	size_t from = phrases_blanks(s, at), end;
	const struct timeword *part = figures_is_digit(s, from) ? NULL : timeword_at(s, from, TIME_YEAR_PART, &end);

	if (!part || (part->meaning != TIME_QUARTER && part->meaning != TIME_HALF))
		return false;
	set_months(m, part->from, part->to, precision_of(part));
	m->end_at = end;
	/* 2020H1 may be a model among other words. */
	m->cell_only = s.p[from] == 'H';
	return true;
}

/* 2019-2020学年: school years begin in September. */
static bool set_school_year(const struct moment *before, size_t end, struct moment *m)
{
	m->start = calendar_first(before->year, 9);
	m->end = calendar_last(m->year, 8);
	m->precision = PRECISION_YEAR;
	m->end_at = end;
	m->school = m->cell_only = true;
	return m->year == before->year + 1;
}

/* A four-digit number: a year by its unit, by what follows, or bare (2018 of 2018-2020年). */
static bool read_year(struct str s, const struct date_number *n, bool ascii, const struct moment *before, struct moment *m)
{
	int v = n->value;

	if (!is_year(v))
		return false;
	m->year = v;
	if (n->unit && n->unit->meaning == TIME_YEAR) {
		m->end_at = n->unit_end;
		return read_in_year(s, m);
	}
	if (n->unit && n->unit->meaning == TIME_SCHOOL_YEAR)
		return before && before->bare == BARE_YEAR && set_school_year(before, n->unit_end, m);
	if (n->unit)
		return false;
	if (ascii && (read_part_behind(s, n->end, m) || read_marked(s, n->end, m) || century_week(s, n->end, m)))
		return true;
	*m = (struct moment){.year = v, .end_at = n->end, .repaired = m->repaired};
	m->bare = BARE_YEAR;
	m->bare_end = m->end_at;
	m->cell_only = true;
	set_months(m, 1, 12, PRECISION_YEAR);
	return v >= FIRST_CELL_YEAR && v <= LAST_CELL_YEAR;
}

/* The year of the document's date, where the text has none and no range gives one. */
static void assume_year(struct moment *m, struct ymd doc)
{
	m->relative = true;
	m->year = doc.year;
	m->assumed = doc.year != 0;
}

/* 8.15 as the second end of 2020.7.20-8.15. */
static bool read_marked_again(struct str s, size_t at, int v, const struct moment *before, struct moment *m)
{
	int day;
	bool repaired = false;
	size_t used = at < s.n && s.p[at] == before->mark ? moment_figures(s, at + 1, &day, &repaired) : 0;

	if (!used || used > 2 || repaired || day < 1 || day > calendar_days(before->year, v) || strchr(".-/", at + 1 + used < s.n ? s.p[at + 1 + used] : ' '))
		return false;
	m->year = before->year;
	m->month = v;
	m->day = day;
	m->end_at = at + 1 + used;
	set_days(m, day, day, PRECISION_DAY);
	return true;
}

/* 两千零二十年. 两千年 may be so many years. */
static bool read_spelt_year(struct str s, const struct date_number *n, struct moment *m)
{
	if (!is_year(n->value) || n->value % 100 == 0 || !n->unit || n->unit->meaning != TIME_YEAR)
		return false;
	m->year = n->value;
	m->end_at = n->unit_end;
	bool read = read_in_year(s, m);

	m->cell_only = true;
	return read;
}

static bool read_number(struct str s, size_t at, const struct date_number *n, const struct moment *before, struct ymd doc, struct moment *m)
{
	bool ascii = !((unsigned char)s.p[at] & 0x80);
	int v = n->value, month;

	m->repaired = n->repaired;
	if (n->digits == 4)
		return read_year(s, n, ascii, before, m);
	m->end_at = n->end;
	if (!ascii && n->digits == 0 && read_spelt_year(s, n, m))
		return true;
	if (ascii && (n->digits == 8 || n->digits == 6))
		return read_compact(v, n->digits, m);
	if (v < 1 || v > 31 || n->digits > 2)
		return false;
	if (ascii && before && before->mark && before->day && read_marked_again(s, n->end, v, before, m))
		return true;
	if (before && before->year)
		m->year = before->year;
	else
		assume_year(m, doc);
	month = month_of(n);
	if (month > 0) {
		m->month = month;
		m->end_at = n->unit_end;
		return read_day(s, m);
	}
	if (n->unit && n->unit->meaning == TIME_DAY && before && before->month) {
		m->month = before->month;
		m->day = v;
		m->end_at = n->unit_end;
		set_days(m, v, v, PRECISION_DAY);
		return v <= calendar_days(m->year ? m->year : 2000, m->month);
	}
	if (!is_bare(n))
		return false;
	m->bare = BARE_MONTH;
	m->number = v;
	m->bare_end = m->end_at;
	return true;
}

static void set_part_of_plan(int plan, const struct timeword *part, struct moment *m)
{
	int first = part ? part->from : 1, last = part ? part->to : 5;

	m->plan = part ? plan : 0;
	m->precision = first == 1 && last == 5 ? PRECISION_PLAN : PRECISION_YEAR;
	m->point_end = first == 0;
	m->start = calendar_first(plan + (first ? first : last) - 1, 1);
	m->end = calendar_last(plan + last - 1, 12);
	m->year = m->end.year;
}

/* “十四五”, with what part of it is meant; a plan's title (“十四五”规划) is no period. */
static bool read_plan(struct str s, size_t at, struct moment *m)
{
	size_t end, next;
	const struct timeword *open = timeword_at(s, at, TIME_QUOTE, &end);
	const struct timeword *plan = timeword_at(s, open ? end : at, TIME_PLAN, &end);

	if (!plan)
		return false;
	const struct timeword *close = open ? timeword_at(s, end, TIME_QUOTE, &next) : NULL;

	if (plan->meaning == TIME_QUOTED && !close)
		return false;
	m->end_at = close ? next : end;
	/* Its closing mark may stand before the rest of a title that is read from within. */
	size_t rest = timeword_at(s, m->end_at, TIME_QUOTE, &next) && !open ? next : m->end_at;
	const struct timeword *part = timeword_at(s, m->end_at, TIME_PLAN_PART, &end);

	if (!part && timeword_at(s, rest, TIME_PLAN_TITLE, &next))
		return false;
	m->end_at = part ? end : m->end_at;
	set_part_of_plan(plan->from, part, m);
	return true;
}

/* 第三年 as the second end of “十四五”第一年至第三年. */
static bool read_part_of_plan(struct str s, size_t at, const struct moment *before, struct moment *m)
{
	const struct timeword *part = before && before->plan ? timeword_at(s, at, TIME_PLAN_PART, &m->end_at) : NULL;

	if (!part)
		return false;
	set_part_of_plan(before->plan, part, m);
	return true;
}

/* 次年 and 次月 behind the year that they count from; elsewhere that is not told. */
static bool read_told(struct str s, const struct timeword *w, const struct moment *before, struct moment *m)
{
	if (before && before->year && (w->meaning == TIME_TOLD_YEAR || before->month)) {
		struct ymd d = calendar_add_months(calendar_first(before->year, w->meaning == TIME_TOLD_YEAR ? 1 : before->month),
		                                   w->meaning == TIME_TOLD_YEAR ? 12 * w->from : w->from);

		m->year = d.year;
		m->month = w->meaning == TIME_TOLD_YEAR ? 0 : d.month;
		m->relative = before->relative;
		m->assumed = before->assumed;
	}
	if (w->meaning == TIME_TOLD_YEAR)
		return read_in_year(s, m);
	if (m->month)
		return read_day(s, m);
	return true;
}

/* 今年, 上月, 目前 and what follows them. */
static bool read_anchor(struct str s, size_t at, const struct moment *before, struct ymd doc, struct moment *m)
{
	const struct timeword *w = timeword_at(s, at, TIME_ANCHOR, &m->end_at);

	if (!w)
		return false;
	m->relative = true;
	if (w->meaning == TIME_TOLD_YEAR || w->meaning == TIME_TOLD_MONTH)
		return read_told(s, w, before, m);
	if (anchor_read(s, w, doc, m))
		return true;
	if (w->meaning == TIME_NOW) {
		m->now = true;
		m->end = doc;
		m->precision = PRECISION_DAY;
		return true;
	}
	if (w->meaning == TIME_DAY) {
		if (doc.year)
			m->start = m->end = calendar_add_days(doc, w->from);
		m->precision = PRECISION_DAY;
		return true;
	}
	if (w->meaning == TIME_MONTH) {
		struct ymd d = doc.year ? calendar_add_months(calendar_first(doc.year, doc.month), w->from) : (struct ymd){0, 1, 1};

		m->year = d.year;
		m->month = d.month;
		return read_day(s, m);
	}
	if (w->meaning == TIME_YEAR && doc.year)
		m->year = doc.year + w->from;
	return read_in_year(s, m);
}

/* 年底, 上半年, 第三季度 without a year: that of the range's first end; 年底 and 年内 are those of the
 * document's year; others are told by the context alone. */
static bool read_part_alone(struct str s, size_t at, const struct moment *before, struct ymd doc, struct moment *m)
{
	const struct timeword *w = timeword_at(s, at, TIME_YEAR_PART, &m->end_at);

	if (!w || w->meaning == TIME_MONTH || w->meaning == TIME_SEASON)
		return false;
	if (before && before->year)
		m->year = before->year;
	else if (w->meaning == TIME_ALONE || w->meaning == TIME_ALONE_YEAR)
		assume_year(m, doc);
	else {
		m->relative = true;
		m->part_from = w->from;
		m->part_to = w->to;
	}
	set_months(m, w->from, w->to, precision_of(w));
	return true;
}

void moment_assume(struct moment *m, struct ymd doc_date)
{
	if (m->part_to == 0 || m->precision == PRECISION_YEAR || m->year || !doc_date.year)
		return;
	assume_year(m, doc_date);
	set_months(m, m->part_from, m->part_to, m->precision);
}

/* 国庆节 without a year: of the year of that day, in a cell of its own. */
static bool read_holiday_alone(struct str s, size_t at, const struct moment *before, struct ymd doc, struct moment *m)
{
	m->end_at = at;
	if (before && before->year)
		m->year = before->year;
	else
		assume_year(m, doc);
	m->cell_only = true;
	return read_holiday(s, m);
}

static bool read_first_month_name(struct str s, size_t at, const struct moment *before, struct ymd doc, struct moment *m)
{
	size_t end;
	const struct timeword *w = timeword_at(s, at, TIME_UNIT, &end);

	if (!w || w->meaning != TIME_FIRST_MONTH)
		return false;
	if (before && before->year)
		m->year = before->year;
	else
		assume_year(m, doc);
	m->month = 1;
	m->end_at = end;
	return read_day(s, m);
}

/* The forms that may begin with a character of which phrases of these sets do, a bit each. */
static unsigned forms_of(uint64_t sets, bool number, const struct moment *before)
{
	bool era = sets & timeword_places[TIME_ERA].bit, plan = sets & (timeword_places[TIME_PLAN].bit | timeword_places[TIME_QUOTE].bit);

	return (plan || (before && before->plan) ? 1u : 0) | (sets & timeword_places[TIME_ANCHOR].bit ? 2u : 0) |
	       (sets & timeword_places[TIME_YEAR_PART].bit ? 4u : 0) | (sets & timeword_places[TIME_UNIT].bit ? 8u : 0) |
	       (sets & timeword_places[TIME_HOLIDAY].bit ? 16u : 0) | (number ? 32u : 0) | (era ? 64u : 0) | (number || era ? 128u : 0);
}

static bool read_form(int form, struct str s, size_t at, const struct date_number *n, const struct moment *before, struct ymd doc, struct moment *m)
{
	switch (form) {
	case 0: return read_plan(s, at, m) || read_part_of_plan(s, at, before, m);
	case 1: return read_anchor(s, at, before, doc, m);
	case 2: return read_part_alone(s, at, before, doc, m);
	case 3: return read_first_month_name(s, at, before, doc, m);
	case 4: return read_holiday_alone(s, at, before, doc, m);
	case 5: return read_number(s, at, n, before, doc, m);
	case 6: return century_era(s, at, m) && read_in_year(s, m);
	default: return century_read(s, at, n, doc, m);
	}
}

bool moment_read(struct str s, size_t at, const struct date_number *number, const struct moment *before, struct ymd doc_date, struct moment *out)
{
	struct date_number own;

	at = phrases_blanks(s, at);
	if (at >= s.n)
		return false;
	if (!number) {
		moment_counted(s, at, &own);
		number = &own;
	}
	unsigned forms = forms_of(phrases_among(~UINT64_C(0), str_from(s, at)), number->end > 0, before);

	for (int form = 0; forms >> form; form++) {
		if (!(forms >> form & 1))
			continue;
		struct moment m = {.end_at = 0};

		if (read_form(form, s, at, number, before, doc_date, &m)) {
			*out = m;
			return true;
		}
	}
	return false;
}

bool moment_settle(struct moment *first, const struct moment *second, struct ymd doc_date)
{
	if (first->bare == BARE_YEAR && second->school)
		first->start = second->start;
	if (first->bare == BARE_YEAR)
		return second->year && !second->relative;
	if (first->bare == BARE_MONTH && second->month) {
		first->month = first->number;
		if (first->year == 0 && first->relative)
			assume_year(first, doc_date);
		set_days(first, 1, 31, PRECISION_MONTH);
	} else if (first->bare == BARE_DAY && second->day && second->month == first->month) {
		first->day = first->number;
		if (first->day > calendar_days(first->year ? first->year : 2000, first->month))
			return false;
		set_days(first, first->day, first->day, PRECISION_DAY);
	} else {
		return false;
	}
	first->bare = BARE_NONE;
	return true;
}
