/* Knows which days a date, a period and a deadline as written become. */
#include "verb/filldate.h"

#include "base/table.h"

enum side { SIDE_NONE, SIDE_START, SIDE_END };

static const struct table *events;
static size_t word_column, side_column;

void filldate_load(void)
{
	events = table_get("date-events");
	word_column = table_column(events, "word");
	side_column = table_column(events, "side");
	period_load();
}

/* What the clause behind a date says is done then, by its first word of the table. */
static enum side event_behind(struct str s, size_t at)
{
	size_t first = s.n, stop = s.n;
	enum side side = SIDE_NONE;

	for (size_t i = at; i < stop; i++)
		if (s.p[i] == ',' || s.p[i] == ';')
			stop = i;
	for (size_t r = 0; r < events->rows; r++) {
		size_t found = str_find(str_sub(s, 0, stop), table_cell(events, r, word_column), at);

		if (found < stop && found < first) {
			first = found;
			side = str_eq(table_cell(events, r, side_column), STR("start")) ? SIDE_START : SIDE_END;
		}
	}
	return side;
}

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

static void note_dates(struct filling *f, const char *field, const char *made, struct str s, const struct period *p)
{
	if (!p->repaired)
		return;
	filling_count(f, made, FILL_REPAIRED);
	struct str from = p->start.year ? date_text(f, p->start) : STR(""), to = p->end.year ? date_text(f, p->end) : STR("");

	record_note(f->r, arena_printf(f->a, "%s: digits: %.*s -> %.*s%s%.*s", field, STR_ARGS(s), STR_ARGS(from), from.n && to.n ? "/" : "", STR_ARGS(to)));
}

static int ymd_cmp(struct ymd a, struct ymd b)
{
	return a.year != b.year ? a.year - b.year : a.month != b.month ? a.month - b.month : a.day - b.day;
}

/* The next period in running text at or after *at, which is set behind it. */
static bool next_period(struct filling *f, struct str s, size_t *at, struct period *p)
{
	for (size_t len; *at < s.n; *at += len) {
		size_t used = period_match(str_from(s, *at), f->doc_date, p);

		if (used) {
			*at += used;
			return true;
		}
		str_char(s, *at, &len);
	}
	return false;
}

/* Periods among other words: from those with the word of an event behind them, what begins first and what
 * ends last. Without such a word it is not known what the date stands for, and nothing is read. */
static bool read_events(struct filling *f, struct str s, struct period *out)
{
	struct period p;
	size_t at = 0;

	*out = (struct period){.note = PERIOD_PLAIN};
	while (next_period(f, s, &at, &p)) {
		enum side side = event_behind(s, at);

		if (side == SIDE_NONE || p.note != PERIOD_PLAIN)
			return false;
		if (side == SIDE_START && p.start.year && (!out->start.year || ymd_cmp(p.start, out->start) < 0))
			out->start = p.start;
		if (side == SIDE_END && p.end.year && ymd_cmp(p.end, out->end) > 0)
			out->end = p.end;
	}
	return out->start.year || out->end.year;
}

/* 截至5月底，已完成… in a document of April: what has been reached by then was reached in the year before. */
static void look_back(struct filling *f, struct str s, struct period *p)
{
	struct period before;
	bool ahead = !p->start.year && p->end.year == f->doc_date.year && p->end.month > f->doc_date.month;

	if (ahead && f->doc_date.year && str_eq(filling_text(f, "status"), STR("actual")) && period_parse(s, (struct ymd){f->doc_date.year - 1, 12, 31}, &before) && before.end.year)
		p->end = before.end;
}

/* What recurs may still have a first day (自2018年起，每年). */
void filldate_period(struct filling *f)
{
	static const char *const made[] = {"start_date", "end_date", NULL};
	struct str s = filling_text(f, "period_text");
	struct period p;

	if (s.n == 0)
		return;
	bool ok = period_parse(s, f->doc_date, &p) || read_events(f, s, &p);

	filling_clear(f, made);
	if (!ok || (!note_period(f, "period_text", &p) && !p.start.year && !p.end.year)) {
		filling_unread(f, "period_text", "start_date");
		filling_count(f, "end_date", FILL_UNREAD);
		return;
	}
	look_back(f, s, &p);
	set_date(f, "start_date", p.start);
	set_date(f, "end_date", p.end);
	note_dates(f, "period_text", p.start.year ? "start_date" : "end_date", s, &p);
}

/* A deadline among other words (6月底前主线贯通; 持续推进，2025年底前完成): the last day of all that are named, else what is
 * said of it. */
static bool read_last_day(struct filling *f, struct str s, struct period *out)
{
	struct period p;
	size_t at = 0;

	*out = (struct period){.note = PERIOD_PLAIN};
	while (next_period(f, s, &at, &p)) {
		if (p.end.year && ymd_cmp(p.end, out->end) > 0)
			out->end = p.end;
		if (p.note != PERIOD_PLAIN)
			out->note = p.note;
	}
	if (out->end.year)
		out->note = PERIOD_PLAIN;
	return out->end.year || out->note != PERIOD_PLAIN;
}

void filldate_deadline(struct filling *f)
{
	static const char *const made[] = {"deadline", NULL};
	struct str s = filling_text(f, "deadline_text");
	struct period p;

	if (s.n == 0)
		return;
	bool ok = period_parse(s, f->doc_date, &p) || read_last_day(f, s, &p);

	filling_clear(f, made);
	if (ok && note_period(f, "deadline", &p))
		return;
	if (ok && p.end.year) {
		set_date(f, "deadline", p.end);
		note_dates(f, "deadline_text", "deadline", s, &p);
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
