/* Knows how centuries, decades, the years of the Republic of China and the weeks of ISO 8601 lie in the Gregorian calendar. */
#include "zh/century.h"

#include "zh/calendar.h"
#include "zh/phrases.h"
#include "zh/timeword.h"

/* A number at `at` with a unit of that meaning; the end, or 0. */
static size_t read_unit(struct str s, size_t at, enum timeword_meaning meaning, int *v)
{
	struct date_number n;

	if (!moment_counted(s, phrases_blanks(s, at), &n) || n.repaired || !n.unit || n.unit->meaning != meaning)
		return 0;
	*v = n.value;
	return n.unit_end;
}

/* 初 of 21世纪初, 末期 of 90年代末期. */
static bool has_part(struct str s, size_t at)
{
	size_t end;

	return timeword_at(s, at, TIME_MONTH_PART, &end) || timeword_at(s, at, TIME_PLAN_PART, &end) || timeword_at(s, at, TIME_YEAR_PART, &end);
}

static bool set_years(int first, int last, struct moment *m)
{
	m->precision = PRECISION_YEAR;
	m->cell_only = true;
	m->year = last;
	m->start = calendar_first(first, 1);
	m->end = calendar_last(last, 12);
	return true;
}

bool century_read(struct str s, size_t at, const struct date_number *n, struct ymd doc, struct moment *m)
{
	int century = 0, decade = n->value;
	size_t end = n->unit_end;
	const struct timeword *w = timeword_at(s, at, TIME_ERA, &end), *unit = w || n->repaired ? NULL : n->unit;

	/* 2010年代 */
	if (unit && unit->meaning == TIME_DECADE)
		return decade >= 1800 && decade < 2200 && decade % 10 == 0 && !has_part(s, m->end_at = end) && set_years(decade, decade + 9, m);
	if (w && w->meaning == TIME_CENTURY) {
		m->relative = true;
		century = doc.year ? (doc.year - 1) / 100 + 1 + w->from : 0;
	} else if (!unit || unit->meaning != TIME_CENTURY || decade < 10 || decade > 21) {
		return false;
	} else {
		century = decade;
	}
	size_t decade_end = read_unit(s, end, TIME_DECADE, &decade);

	m->end_at = decade_end ? decade_end : end;
	if (has_part(s, m->end_at) || (decade_end && (decade % 10 || decade < 10 || decade > 90)))
		return false;
	m->precision = PRECISION_YEAR;
	m->cell_only = true;
	if (!century)
		return true;
	int first = (century - 1) * 100;

	/* The 21st century began with 2001, the eighties with 1980. */
	return decade_end ? set_years(first + decade, first + decade + 9, m) : set_years(first + 1, first + 100, m);
}

bool century_era(struct str s, size_t at, struct moment *m)
{
	size_t end;
	int v;
	const struct timeword *w = timeword_at(s, at, TIME_ERA, &end);

	if (!w || w->meaning != TIME_YEAR)
		return false;
	m->end_at = read_unit(s, end, TIME_YEAR, &v);
	if (!m->end_at)
		return false;
	m->year = v + w->from;
	return v >= 1 && m->year >= 1800 && m->year < 2200;
}

static bool is_word_at(struct str s, size_t at)
{
	return at < s.n && ((s.p[at] >= '0' && s.p[at] <= '9') || ((s.p[at] | 32) >= 'a' && (s.p[at] | 32) <= 'z'));
}

bool century_week(struct str s, size_t at, struct moment *m)
{
	size_t from = at < s.n && s.p[at] == '-' ? at + 1 : at, end = from + 3;

	if (end > s.n || s.p[from] != 'W' || s.p[from + 1] < '0' || s.p[from + 1] > '5' || s.p[from + 2] < '0' || s.p[from + 2] > '9')
		return false;
	int week = (s.p[from + 1] - '0') * 10 + s.p[from + 2] - '0', day = 0;

	if (from > at && end + 1 < s.n && s.p[end] == '-' && s.p[end + 1] >= '1' && s.p[end + 1] <= '7') {
		day = s.p[end + 1] - '0';
		end += 2;
	}
	/* The first week holds January 4. */
	struct ymd first = {m->year, 1, 4};

	first = calendar_add_days(first, 1 - calendar_weekday(first));
	struct ymd monday = calendar_add_days(first, 7 * (week - 1)), thursday = calendar_add_days(monday, 3);

	if (week < 1 || thursday.year != m->year || is_word_at(s, end) || (end < s.n && s.p[end] == '-'))
		return false;
	m->precision = PRECISION_DAY;
	m->cell_only = true;
	m->start = calendar_add_days(monday, day ? day - 1 : 0);
	m->end = calendar_add_days(monday, day ? day - 1 : 6);
	m->end_at = end;
	return true;
}
