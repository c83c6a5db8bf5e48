/* Knows which days a date, a period and a deadline as written become. */
#include "verb/filldate.h"

static struct str date_text(struct filling *f, struct ymd d)
{
	struct buf b = {NULL, 0, 0};

	ymd_print(d, &b);
	return filling_take(f, &b);
}

static void set_date(struct filling *f, const char *field, struct ymd d)
{
	if (d.year)
		filling_set(f, field, date_text(f, d));
}

static const char *note_word(enum period_note n)
{
	return n == PERIOD_RECURRING ? "recurring" : n == PERIOD_OPEN ? "open" : n == PERIOD_IMMEDIATE ? "immediate" : NULL;
}

/* True when the text said that there is no date to have. */
static bool note_period(struct filling *f, const char *field, const struct period *p)
{
	const char *word = note_word(p->note);

	if (word)
		record_note(f->r, arena_printf(f->a, "%s: %s", field, word));
	return word != NULL;
}

static void note_dates(struct filling *f, const char *field, struct str s, const struct period *p)
{
	if (!p->repaired)
		return;
	struct str from = p->start.year ? date_text(f, p->start) : STR(""), to = p->end.year ? date_text(f, p->end) : STR("");

	record_note(f->r, arena_printf(f->a, "%s: digits: %.*s -> %.*s%s%.*s", field, STR_ARGS(s), STR_ARGS(from), from.n && to.n ? "/" : "", STR_ARGS(to)));
}

/* What recurs may still have a first day (自2018年起，每年). */
void filldate_period(struct filling *f)
{
	static const char *const made[] = {"start_date", "end_date", NULL};
	struct str s = filling_text(f, "period_text");
	struct period p;

	if (s.n == 0)
		return;
	bool ok = period_parse(s, f->doc_date, &p);

	filling_clear(f, made);
	if (!ok || (!note_period(f, "period_text", &p) && !p.start.year && !p.end.year)) {
		filling_unread(f, "period_text", "start_date");
		filling_count(f, "end_date", false);
		return;
	}
	set_date(f, "start_date", p.start);
	set_date(f, "end_date", p.end);
	note_dates(f, "period_text", s, &p);
}

void filldate_deadline(struct filling *f)
{
	static const char *const made[] = {"deadline", NULL};
	struct str s = filling_text(f, "deadline_text");
	struct period p;

	if (s.n == 0)
		return;
	bool ok = period_parse(s, f->doc_date, &p);

	filling_clear(f, made);
	if (ok && note_period(f, "deadline", &p))
		return;
	if (ok && p.end.year) {
		set_date(f, "deadline", p.end);
		note_dates(f, "deadline_text", s, &p);
	} else if (ok && p.start.year) {
		record_note(f->r, STR("deadline: open"));
	} else {
		filling_unread(f, "deadline_text", "deadline");
	}
}

struct ymd filldate_day(struct filling *f, const char *from, const char *to)
{
	const char *const made[] = {to, NULL};
	struct str s = filling_text(f, from), standing = record_text(f->r, to);
	struct ymd day = {0, 0, 0};
	enum precision precision = PRECISION_NONE;

	if (s.n == 0)
		return standing.n && ymd_parse(standing, &day) ? day : (struct ymd){0, 0, 0};
	bool ok = date_parse(s, &day, &precision);

	filling_clear(f, made);
	if (ok) {
		set_date(f, to, day);
		return day;
	}
	if (precision == PRECISION_MONTH || precision == PRECISION_YEAR)
		record_note(f->r, arena_printf(f->a, "%s: %s only", to, precision == PRECISION_MONTH ? "month" : "year"));
	else
		filling_unread(f, from, to);
	return (struct ymd){0, 0, 0};
}
