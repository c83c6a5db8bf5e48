/* Knows which weeks, quarters, years and parts of a month the words that count from a known day mean. */
#include "zh/anchor.h"

#include "zh/calendar.h"

/* 本周, 下周一, 上周末: weeks begin on Monday (GB/T 7408). */
static void read_week(struct str s, const struct timeword *w, struct ymd doc, struct moment *m)
{
	size_t end;
	const struct timeword *day = timeword_at(s, m->end_at, TIME_WEEKDAY, &end);

	m->precision = PRECISION_DAY;
	if (day)
		m->end_at = end;
	if (!doc.year)
		return;
	struct ymd monday = calendar_add_days(doc, 7 * w->from + 1 - calendar_weekday(doc));

	m->start = calendar_add_days(monday, day ? day->from - 1 : 0);
	m->end = calendar_add_days(monday, day ? day->to - 1 : 6);
	m->year = m->start.year;
	m->month = m->start.month;
}

static void set_quarter(const struct timeword *w, struct ymd doc, struct moment *m)
{
	m->precision = PRECISION_QUARTER;
	if (!doc.year)
		return;
	int quarters = doc.year * 4 + (doc.month - 1) / 3 + w->from;

	m->year = quarters / 4;
	m->start = calendar_first(m->year, quarters % 4 * 3 + 1);
	m->end = calendar_last(m->year, quarters % 4 * 3 + 3);
}

static void set_years(const struct timeword *w, struct ymd doc, struct moment *m)
{
	m->precision = PRECISION_YEAR;
	if (!doc.year)
		return;
	m->year = doc.year + w->to;
	m->start = calendar_first(doc.year + w->from, 1);
	m->end = calendar_last(m->year, 12);
}

/* 月底: of the month of that day. Among other words 月底 is mostly the tail of another one. */
static void set_part_of_month(const struct timeword *w, struct ymd doc, struct moment *m)
{
	m->precision = PRECISION_MONTH;
	m->point_end = w->from == 0;
	m->cell_only = true;
	if (!doc.year)
		return;
	int last = calendar_days(doc.year, doc.month), to = w->to > last ? last : w->to;

	m->year = doc.year;
	m->month = doc.month;
	m->start = (struct ymd){doc.year, doc.month, w->from ? w->from : to};
	m->end = (struct ymd){doc.year, doc.month, to};
}

bool anchor_read(struct str s, const struct timeword *w, struct ymd doc, struct moment *m)
{
	switch (w->meaning) {
	case TIME_WEEK:
		read_week(s, w, doc, m);
		return true;
	case TIME_QUARTER:
		set_quarter(w, doc, m);
		return true;
	case TIME_YEARS:
		set_years(w, doc, m);
		return true;
	case TIME_MONTH_PART_ALONE:
		set_part_of_month(w, doc, m);
		return true;
	default:
		return false;
	}
}
