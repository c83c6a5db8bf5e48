/* Knows what the words around dates make of them: ranges, deadlines, open ends, recurring dates. */
#include "zh/period.h"

#include "zh/calendar.h"
#include "zh/moment.h"
#include "zh/numeral.h"
#include "zh/phrases.h"
#include "zh/timeword.h"

static struct phrase_filter starters;

struct scan {
	struct str s;
	struct ymd doc;
	bool cell; /* forms that are dates only as a whole cell are read */
	size_t at;
	struct moment first, last;
	bool range, list, till_now;
	bool to, until, from, from_if;
};

static bool is_word_at(struct str s, size_t at)
{
	size_t len;

	if (at >= s.n)
		return false;
	uint32_t c = str_char(s, at, &len);

	return phrases_is_han(c) || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Two whole years or months that are listed follow each other, or the list is no stretch. */
static bool is_stretch(const struct moment *a, const struct moment *b)
{
	if (a->year && b->year && a->month == 0 && b->month == 0 && a->precision == PRECISION_YEAR)
		return b->year == a->year + 1;
	return true;
}

static bool is_sound_alone(const struct scan *sc, const struct moment *m)
{
	return (!m->cell_only || sc->cell) && !(m->bare != BARE_NONE && m->bare_end == m->end_at && !sc->cell) &&
	       !(m->bare == BARE_MONTH && m->bare_end == m->end_at);
}

/* Forms with marks or bare years make a range only between their like, and end where a word does. */
static bool may_close(const struct scan *sc, const struct moment *a, const struct moment *b)
{
	if (b->bare == BARE_MONTH && b->bare_end == b->end_at)
		return false;
	if (b->cell_only && (!a->cell_only || is_word_at(sc->s, b->end_at) || (a->bare == BARE_YEAR) != (b->bare == BARE_YEAR)))
		return false;
	if (b->cell_only && b->end_at + 1 < sc->s.n && strchr("-./", sc->s.p[b->end_at]) && is_word_at(sc->s, b->end_at + 1))
		return false;
	return true;
}

/* The word between two dates, also after a word of beginning (1月1日起至); *end is behind it. */
static const struct timeword *read_between(struct str s, size_t at, size_t *end)
{
	const struct timeword *w = timeword_at(s, at, TIME_BETWEEN, end);

	if (w)
		return w;
	const struct timeword *from = timeword_at(s, at, TIME_BEHIND, end);

	w = from && from->meaning == TIME_FROM ? timeword_at(s, *end, TIME_BETWEEN, end) : NULL;
	return w && w->meaning == TIME_RANGE ? w : NULL;
}

/* Whether two moments can be the ends of one stretch; gives the first the unit and year of the second. */
static bool join(const struct scan *sc, struct moment *a, const struct moment *b, bool list)
{
	if (!may_close(sc, a, b))
		return false;
	if (a->bare != BARE_NONE && !(b->bare == BARE_YEAR && a->bare == BARE_YEAR) && !moment_settle(a, b, sc->doc))
		return false;
	if (a->bare == BARE_NONE && b->cell_only && !a->cell_only)
		return false;
	/* A year that only the second end has is none of the first's: 4月至2020年5月. */
	if (a->assumed && !b->assumed && b->year != a->year)
		return false;
	if (a->start.year && b->end.year && calendar_cmp(a->start, b->end) > 0)
		return false;
	return !list || (is_stretch(a, b) && !a->now && !b->now);
}

/* Joins the moment read with a second one, and with more of a list (2021、2022、2023年); the first keeps its place
 * when that fails. */
static bool read_last(struct scan *sc)
{
	struct moment first = sc->first, a = first, b;
	const struct timeword *w;
	size_t end;
	int joined = 0;

	for (; joined < 12; joined++) {
		w = read_between(sc->s, a.bare != BARE_NONE ? a.bare_end : a.end_at, &end);
		if (!w || (joined && w->meaning != TIME_LIST) || !moment_read(sc->s, end, &a, sc->doc, &b) ||
		    !join(sc, &a, &b, w->meaning == TIME_LIST))
			break;
		if (joined == 0)
			first = a;
		b.relative |= a.relative;
		b.assumed |= a.assumed;
		a = b;
		sc->list = w->meaning == TIME_LIST;
		if (!sc->list) {
			joined++;
			break;
		}
	}
	/* 2020、2021 alone are two numbers. */
	if (joined == 0 || (sc->list && a.cell_only))
		return false;
	sc->first = first;
	sc->last = a;
	sc->range = true;
	sc->at = a.end_at;
	return true;
}

/* The time of day between a day and 前: 24时, 17:30. */
static void read_clock(struct scan *sc)
{
	const struct moment *last = sc->range ? &sc->last : &sc->first;
	size_t digits, at = phrases_blanks(sc->s, sc->at), end;
	int v;
	bool repaired = false;
	size_t used = last->precision == PRECISION_DAY && !last->now ? moment_number(sc->s, at, &v, &digits, &repaired) : 0;

	if (!used || v > 24)
		return;
	const struct timeword *unit = timeword_at(sc->s, at + used, TIME_UNIT, &end);

	if (unit && unit->meaning == TIME_HOUR) {
		sc->at = end;
		return;
	}
	at += used;
	if (at < sc->s.n && sc->s.p[at] == ':' && (used = moment_number(sc->s, at + 1, &v, &digits, &repaired)) == 2 && v < 60)
		sc->at = at + 1 + used;
}

/* 至今, after which the end stays open. */
static bool read_till_now(struct scan *sc)
{
	size_t end;

	if (!timeword_at(sc->s, sc->at, TIME_TILL_NOW, &end))
		return false;
	sc->at = end;
	sc->till_now = true;
	return true;
}

/* Function words behind the date; false when they contradict those before it. */
static bool read_behind(struct scan *sc)
{
	bool to = false, from = false;
	size_t end;

	for (int i = 0; i < 3; i++) {
		const struct timeword *w = timeword_at(sc->s, sc->at, TIME_BEHIND, &end);

		if (!w)
			break;
		to |= w->meaning == TIME_TO;
		from |= w->meaning == TIME_FROM;
		sc->at = end;
	}
	if (!sc->range)
		read_till_now(sc);
	if ((to && from) || (to && sc->from && !sc->range) || (from && sc->to && !sc->till_now) || (from && sc->range))
		return false;
	/* 从2018年的100家: no beginning is told. */
	if (sc->from_if && !from && !sc->range && !sc->till_now)
		return false;
	sc->to |= to;
	sc->from |= from || sc->from_if;
	return !(sc->to && sc->range && !to);
}

static enum precision finer(enum precision a, enum precision b)
{
	return a == PRECISION_NONE || (b != PRECISION_NONE && b < a) ? b : a;
}

/* A year taken from the document's date holds for what is near it only: a deadline that would have
 * passed, or a month of the other end of the year, is left open. */
static bool is_near(const struct scan *sc, const struct period *p)
{
	if (sc->to && !sc->until)
		return calendar_cmp(p->end, sc->doc) >= 0;
	int month = p->start.year ? p->start.month : p->end.month;

	return !(sc->doc.month >= 11 && month <= 2) && !(sc->doc.month <= 2 && month >= 11);
}

static void settle(const struct scan *sc, struct period *p)
{
	const struct moment *a = &sc->first, *b = sc->range ? &sc->last : &sc->first;

	*p = (struct period){.start = a->start, .end = b->end};
	p->precision = sc->range ? finer(a->precision, b->precision) : a->precision;
	p->relative = b->relative;
	p->repaired = a->repaired || b->repaired;
	if (a->point_end)
		p->start = sc->range || sc->from ? a->end : (struct ymd){0, 0, 0};
	/* An end that refers to what is not known is not open: 2018年至次年. */
	if (sc->range && ((b->relative && !b->now && !b->end.year) || (a->relative && !a->now && !a->start.year && !a->end.year)))
		p->start = p->end = (struct ymd){0, 0, 0};
	if (sc->range && b->now)
		p->end = (struct ymd){0, 0, 0};
	if (a->now && !sc->to)
		p->end = p->start = (struct ymd){0, 0, 0};
	if (b->assumed && (p->start.year || p->end.year) && !is_near(sc, p))
		p->start = p->end = (struct ymd){0, 0, 0};
	if (sc->to && !sc->range)
		p->start = (struct ymd){0, 0, 0};
	if (sc->till_now || (sc->from && !sc->range))
		p->end = (struct ymd){0, 0, 0};
}

/* 自2018年起，每年 */
static void read_each(struct scan *sc, struct period *p)
{
	size_t end, at = phrases_blanks(sc->s, sc->at);

	if (sc->from && !sc->range && at < sc->s.n && sc->s.p[at] == ',')
		at++;
	const struct timeword *w = timeword_at(sc->s, at, TIME_RECURRING, &end);

	if (!sc->from || sc->range || !w || w->meaning == TIME_CELL)
		return;
	p->note = PERIOD_RECURRING;
	sc->at = end;
}

static size_t read_dated(struct str s, struct ymd doc, bool cell, struct period *p)
{
	struct scan sc = {.s = s, .doc = doc, .cell = cell};
	size_t end = 0;
	const struct timeword *w = timeword_at(s, 0, TIME_BEFORE, &end);

	if (w) {
		sc.until = w->meaning == TIME_UNTIL;
		sc.to = sc.until || w->meaning == TIME_TO;
		sc.from = w->meaning == TIME_FROM;
		sc.from_if = w->meaning == TIME_FROM_IF;
	}
	if (!moment_read(s, w ? end : 0, NULL, doc, &sc.first))
		return 0;
	sc.at = sc.first.end_at;
	if (!read_last(&sc)) {
		if (!is_sound_alone(&sc, &sc.first))
			return 0;
	}
	read_clock(&sc);
	if (!read_behind(&sc))
		return 0;
	settle(&sc, p);
	read_each(&sc, p);
	return sc.at;
}

/* 三年内, 30个工作日内: a length of time from a day that the text does not tell. */
static size_t read_within(struct str s, struct period *p)
{
	int v;
	size_t digits, at = phrases_blanks(s, 0), end;
	bool repaired = false;
	size_t used = moment_number(s, at, &v, &digits, &repaired);

	if (!used || !timeword_at(s, at + used, TIME_DURATION, &end) || !timeword_at(s, end, TIME_WITHIN, &end))
		return 0;
	*p = (struct period){.relative = true, .repaired = repaired};
	return end;
}

/* 近三年: so many years or months up to the document's date; 未来五年 begins at a day that is not told. */
static size_t read_around(struct str s, struct ymd doc, struct period *p)
{
	int v;
	size_t digits, end, tail;
	bool repaired = false;
	const struct timeword *w = timeword_at(s, 0, TIME_AROUND, &end);

	if (!w)
		return 0;
	end = phrases_blanks(s, end);
	size_t used = moment_number(s, end, &v, &digits, &repaired);
	const struct timeword *unit = used ? timeword_at(s, end + used, TIME_DURATION, &end) : NULL;

	if (!unit || v < 1 || v > 100)
		return 0;
	*p = (struct period){.relative = true, .repaired = repaired};
	if (w->meaning == TIME_PAST && doc.year && unit->meaning != TIME_OTHER) {
		p->start = calendar_add_months(doc, unit->meaning == TIME_YEAR ? -12 * v : -v);
		p->end = doc;
		p->precision = unit->meaning == TIME_YEAR ? PRECISION_YEAR : PRECISION_MONTH;
	}
	return timeword_at(s, end, TIME_PAST_TAIL, &tail) ? tail : end;
}

/* 每年12月底前, 每年6月和12月, 每月5日前. */
static size_t read_recurring(struct str s, bool cell, struct period *p)
{
	size_t at, end;
	const struct timeword *w = timeword_at(s, 0, TIME_RECURRING, &at);
	struct moment m = {.month = 1};

	if (!w || (w->meaning == TIME_CELL && !cell))
		return 0;
	*p = (struct period){.note = PERIOD_RECURRING};
	for (int i = 0; i < 6; i++) {
		struct moment next;
		bool more = i == 0 || timeword_at(s, at, TIME_BETWEEN, &end);

		if (!more || !moment_read(s, i ? end : at, &m, (struct ymd){0, 0, 0}, &next) || next.year || next.now || next.bare != BARE_NONE)
			break;
		m = next;
		at = next.end_at;
	}
	while (timeword_at(s, at, TIME_BEHIND, &end))
		at = end;
	return at;
}

/* 长期坚持, 立即: as an entry of their own, not as adverbs of a sentence. */
static size_t read_endless(struct str s, struct period *p)
{
	size_t end;
	const struct timeword *w = timeword_at(s, 0, TIME_OPEN, &end);

	if (!w || is_word_at(s, end))
		return 0;
	*p = (struct period){.note = w->meaning == TIME_AT_ONCE ? PERIOD_IMMEDIATE : PERIOD_OPEN};
	return end;
}

static size_t read_period(struct str s, struct ymd doc, bool cell, struct period *out)
{
	struct period best = {.precision = PRECISION_NONE}, p;
	size_t longest = 0, used;

	if (s.n == 0 || s.p[0] == ' ' || s.p[0] == '\n' || s.p[0] == '\r' || !phrase_filter_passes(&starters, s))
		return 0;
	for (int form = 0; form < 5; form++) {
		used = form == 0   ? read_dated(s, doc, cell, &p)
		       : form == 1 ? read_within(s, &p)
		       : form == 2 ? read_around(s, doc, &p)
		       : form == 3 ? read_recurring(s, cell, &p)
		                   : read_endless(s, &p);
		if (used > longest) {
			longest = used;
			best = p;
		}
	}
	if (longest)
		*out = best;
	return longest;
}

size_t period_match(struct str s, struct ymd doc_date, struct period *out)
{
	return read_period(s, doc_date, false, out);
}

bool period_parse(struct str s, struct ymd doc_date, struct period *out)
{
	struct str cell = str_trim(s);

	return cell.n > 0 && read_period(cell, doc_date, true, out) == cell.n;
}

/* The time of day that data bases write behind a date: 00:00, T08:30:00Z. */
static bool is_time(struct str s)
{
	size_t i = 0;

	if (s.n && s.p[0] == 'T')
		i++;
	else
		i = phrases_blanks(s, 0);
	size_t start = i;

	/* No hour after 24. */
	if (i + 1 < s.n && s.p[i + 1] != ':' && (s.p[i] > '2' || (s.p[i] == '2' && s.p[i + 1] > '4')))
		return false;
	while (i < s.n && ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == ':' || s.p[i] == '.'))
		i++;
	size_t end = i;

	/* +08:00 */
	if (s.n - i == 6 && (s.p[i] == '+' || s.p[i] == '-') && s.p[i + 3] == ':')
		end = s.n;
	return end - start >= 4 && (end == s.n || (end + 1 == s.n && s.p[end] == 'Z')) && str_has(s, STR(":"));
}

bool date_parse(struct str s, struct ymd *out, enum precision *precision)
{
	struct str cell = str_trim(s);
	struct moment m;

	*precision = PRECISION_NONE;
	if (cell.n == 0 || !moment_read(cell, 0, NULL, (struct ymd){0, 0, 0}, &m) || m.relative || m.point_end ||
	    (m.bare != BARE_NONE && m.bare != BARE_YEAR))
		return false;
	if (m.end_at != cell.n && !(m.precision == PRECISION_DAY && is_time(str_from(cell, m.end_at))))
		return false;
	*precision = m.precision;
	if (m.precision != PRECISION_DAY)
		return false;
	*out = m.start;
	return true;
}

void period_load(void)
{
	static const enum timeword_place heads[] = {TIME_BEFORE, TIME_YEAR_PART, TIME_ANCHOR, TIME_PLAN, TIME_QUOTE, TIME_AROUND,
	                                            TIME_RECURRING, TIME_OPEN, TIME_UNIT};

	numeral_load();
	timeword_load();
	numeral_fill(&starters);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		timeword_fill(heads[i], &starters);
}
