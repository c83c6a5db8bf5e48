/* Knows what the words around dates make of them: ranges, deadlines, open ends, recurring dates. */
#include "zh/period.h"

#include "zh/calendar.h"
#include "zh/clock.h"
#include "zh/moment.h"
#include "zh/numeral.h"
#include "zh/opening.h"
#include "zh/phrases.h"
#include "zh/timeword.h"

uint64_t period_heads;
static uint64_t word_heads, behinds; /* the sets of what a period begins with beside numbers, and of what stands behind the number of one */
static struct phrase_filter enders; /* the characters that a date may end with */

/* What a period of each form begins with, in the order in which read_period tries them. */
enum { FORMS = 6 };

static struct {
	bool counts;    /* a number may */
	uint64_t heads; /* the sets of phrases of which one may */
} forms[FORMS] = {{true, 0}, {true, 0}, {false, 0}, {false, 0}, {true, 0}, {false, 0}};

/* Where the text stands: among other words, as a field of a record, as a cell of a column of dates. */
enum place { RUNNING, FIELD, COLUMN };

struct scan {
	struct str s;
	struct ymd doc;
	bool cell; /* forms that are dates only as a whole text are read */
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
	if (b->school)
		return sc->cell;
	if (b->cell_only && (!a->cell_only || is_word_at(sc->s, b->end_at) || (a->bare == BARE_YEAR) != (b->bare == BARE_YEAR)))
		return false;
	if (b->cell_only && b->end_at + 1 < sc->s.n && strchr("-./", sc->s.p[b->end_at]) && is_word_at(sc->s, b->end_at + 1))
		return false;
	return true;
}

/* The weekday and the time of day behind a day. */
static void skip_clock(struct str s, struct moment *m)
{
	struct ymd day = m->start;

	if (m->precision != PRECISION_DAY || m->now || m->bare != BARE_NONE || calendar_cmp(m->start, m->end) != 0)
		return;
	m->end_at = clock_stretch(s, clock_weekday(s, m->end_at, day));
}

/* 2020-01-01/2020-12-31, an interval of ISO 8601, around the stroke at `at`. */
static bool is_interval(struct str s, size_t at)
{
	struct ymd unused;

	return at >= 10 && at + 11 <= s.n && s.p[at] == '/' && ymd_parse(str_sub(s, at - 10, at), &unused) && ymd_parse(str_sub(s, at + 1, at + 11), &unused);
}

/* The word between two dates, also after a word of beginning (1月1日起至); *end is behind it. */
static const struct timeword *read_between(struct str s, size_t at, size_t *end)
{
	const struct timeword *w = timeword_at(s, at, TIME_BETWEEN, end);

	if (w)
		return w;
	if (is_interval(s, at)) {
		*end = at + 1;
		return timeword_at(STR("-"), 0, TIME_BETWEEN, &at);
	}
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
		if (!w || (joined && w->meaning != TIME_LIST) || !moment_read(sc->s, end, NULL, &a, sc->doc, &b) ||
		    !join(sc, &a, &b, w->meaning == TIME_LIST))
			break;
		skip_clock(sc->s, &b);
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

/* 至今, after which the end stays open. */
static bool read_till_now(struct scan *sc)
{
	size_t end, at = sc->at;
	const struct timeword *between = timeword_at(sc->s, at, TIME_BETWEEN, &end);

	if (between && between->meaning == TIME_RANGE)
		at = end;
	const struct timeword *now = timeword_at(sc->s, at, TIME_TILL_NOW, &end);

	/* 2018年-今 */
	if (!now || (now->meaning == TIME_OTHER && at == sc->at))
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
	p->precision = sc->range && !b->now ? finer(a->precision, b->precision) : a->precision;
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

static size_t read_dated(struct str s, const struct date_number *n, struct ymd doc, enum place place, struct period *p)
{
	size_t end = 0;
	const struct timeword *w = timeword_at(s, 0, TIME_BEFORE, &end);
	struct moment first;

	if (!moment_read(s, w ? end : 0, w ? NULL : n, NULL, doc, &first))
		return 0;
	struct scan sc = {.s = s, .doc = doc, .cell = place != RUNNING, .first = first};

	if (w) {
		sc.until = w->meaning == TIME_UNTIL;
		sc.to = sc.until || w->meaning == TIME_TO;
		sc.from = w->meaning == TIME_FROM;
		sc.from_if = w->meaning == TIME_FROM_IF;
	}
	if (place == COLUMN)
		moment_assume(&sc.first, doc);
	skip_clock(s, &sc.first);
	sc.at = sc.first.end_at;
	if (!read_last(&sc)) {
		if (!is_sound_alone(&sc, &sc.first))
			return 0;
	}
	if (!read_behind(&sc))
		return 0;
	settle(&sc, p);
	read_each(&sc, p);
	return sc.at;
}

/* 三年内, 30个工作日内: a length of time from a day that the text does not tell. */
static size_t read_within(struct str s, const struct date_number *n, struct period *p)
{
	size_t end;

	if (!n->end || !timeword_at(s, n->end, TIME_DURATION, &end) || !timeword_at(s, end, TIME_WITHIN, &end))
		return 0;
	*p = (struct period){.relative = true, .repaired = n->repaired};
	return end;
}

/* 三年, 10天, 半年: a length of time, its number in *v; NULL when there is none. */
static const struct timeword *read_length(struct str s, size_t at, int *v, size_t *end, bool *repaired)
{
	struct date_number n;
	size_t from = phrases_blanks(s, at);
	const struct timeword *half = timeword_at(s, from, TIME_DURATION, end);

	*v = 1;
	if (half && half->meaning == TIME_HALF)
		return half;
	half = moment_number(s, from, &n) && n.value > 0 ? timeword_at(s, n.end, TIME_DURATION, end) : NULL;
	*v = n.value;
	*repaired |= n.repaired;
	return half && half->meaning != TIME_HALF ? half : NULL;
}

/* Of a length that is counted in months, years or half years. */
static int months_of(const struct timeword *unit)
{
	return unit->meaning == TIME_YEAR ? 12 : unit->meaning == TIME_HALF ? unit->from : 1;
}

/* 近三年: so many years or months up to the document's date; 未来五年 begins at a day that is not told. */
static size_t read_around(struct str s, struct ymd doc, struct period *p)
{
	int v;
	size_t end, tail;
	bool repaired = false;
	const struct timeword *w = timeword_at(s, 0, TIME_AROUND, &end);

	if (!w)
		return 0;
	const struct timeword *unit = read_length(s, end, &v, &end, &repaired);

	if (!unit || (v > 100 && !(unit->meaning == TIME_OTHER && v <= 1000)))
		return 0;
	*p = (struct period){.relative = true, .repaired = repaired};
	bool days = unit->meaning == TIME_OTHER;

	if (w->meaning == TIME_PAST && doc.year && !(days && unit->from == 0)) {
		p->start = days ? calendar_add_days(doc, -v * unit->from) : calendar_add_months(doc, -v * months_of(unit));
		p->end = doc;
		p->precision = days ? PRECISION_DAY : unit->meaning == TIME_YEAR ? PRECISION_YEAR : PRECISION_MONTH;
	}
	return timeword_at(s, end, TIME_PAST_TAIL, &tail) ? tail : end;
}

/* 三天前, 两个月后, 半年前: the day, week, month or year that lies so far from the document's date. Only in a column of
 * dates is that sure to be meant: elsewhere 三年后 may count from anything. */
static size_t read_ago(struct str s, struct ymd doc, enum place place, struct period *p)
{
	int v;
	size_t end;
	bool repaired = false;
	const struct timeword *unit = place == COLUMN ? read_length(s, 0, &v, &end, &repaired) : NULL;
	const struct timeword *w = unit && v <= 1000 ? timeword_at(s, end, TIME_AGO, &end) : NULL;

	/* 15日前: before the 15th, or fifteen days ago. */
	if (!w || repaired || (unit->meaning == TIME_OTHER && (unit->from == 0 || unit->either)))
		return 0;
	*p = (struct period){.relative = true};
	if (w->meaning == TIME_PAST)
		v = -v;
	if (!doc.year)
		return end;
	if (unit->meaning == TIME_OTHER) {
		p->start = p->end = calendar_add_days(doc, v * unit->from);
		p->precision = PRECISION_DAY;
		if (unit->from == 7) {
			p->start = calendar_add_days(p->start, 1 - calendar_weekday(p->start));
			p->end = calendar_add_days(p->start, 6);
		}
		return end;
	}
	struct ymd there = calendar_add_months(calendar_first(doc.year, doc.month), v * months_of(unit));
	bool year = unit->meaning == TIME_YEAR;

	if (there.year < 1800 || there.year > 2199)
		return 0;
	p->start = calendar_first(there.year, year ? 1 : there.month);
	p->end = calendar_last(there.year, year ? 12 : there.month);
	p->precision = year ? PRECISION_YEAR : PRECISION_MONTH;
	return end;
}

/* 6月和12月, 3-5月 behind 每年: the end, or `at`. */
static size_t recurring_dates(struct str s, size_t at)
{
	struct moment m = {.month = 1}, next;
	size_t from = at, good = at;

	for (int i = 0; i < 6; i++) {
		if ((i && !timeword_at(s, from, TIME_BETWEEN, &from)) || !moment_read(s, from, NULL, &m, (struct ymd){0, 0, 0}, &next) || next.year || next.now)
			break;
		m = next;
		from = next.bare != BARE_NONE ? next.bare_end : next.end_at;
		good = next.bare != BARE_NONE ? good : from;
	}
	return good;
}

/* 一至五 behind 每周; 周 may be said again. */
static size_t recurring_weekdays(struct str s, size_t at)
{
	size_t end;

	for (int i = 0; i < 7; i++) {
		if (i && !timeword_at(s, at, TIME_BETWEEN, &end))
			break;
		if (!timeword_at(s, i ? end : at, TIME_WEEKDAY, &end) && !(i && timeword_at(s, end, TIME_WEEKDAY_NAME, &end)))
			break;
		at = end;
	}
	return at;
}

/* 首月, 的最后一周, 的3月 behind 每季度, 每年: the end of what part of it is meant, or `at`. A 的 that no date follows is none. */
static size_t recurring_part(struct str s, size_t at)
{
	size_t end = at, last = at;

	for (const struct timeword *w; (w = timeword_at(s, end, TIME_CYCLE, &end));)
		last = w->meaning == TIME_PART ? end : last;
	return recurring_dates(s, end) > end ? recurring_dates(s, end) : last;
}

/* 每年12月底前, 每年6月和12月, 每月5日前, 每季度首月10日前, 每周一至周五, 每3年. */
static size_t read_recurring(struct str s, enum place place, struct period *p)
{
	int v;
	bool repaired = false;
	size_t at, end;
	const struct timeword *w = timeword_at(s, 0, TIME_RECURRING, &at);

	if (!w || ((w->meaning == TIME_CELL || w->meaning == TIME_EVERY) && place == RUNNING))
		return 0;
	*p = (struct period){.note = PERIOD_RECURRING};
	if (w->meaning == TIME_EVERY && !read_length(s, at, &v, &at, &repaired))
		return 0;
	at = w->meaning == TIME_WEEK ? recurring_weekdays(s, at) : recurring_part(s, at);
	at = clock_stretch(s, at);
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

/* Whether the number may be a date among other words: most are not, and what stands behind them tells it. */
static bool may_be_date(struct str s, const struct date_number *n)
{
	return n->digits == 8 || phrases_among(behinds, str_from(s, phrases_blanks(s, n->end))) ||
	       (n->digits == 4 && n->end < s.n && strchr("-./W", s.p[n->end]));
}

bool period_date_may_end(struct str s)
{
	return s.n && phrase_filter_has(&enders, str_last_char(s));
}

static size_t read_period(struct str s, struct ymd doc, enum place place, struct period *out)
{
	struct period best = {.precision = PRECISION_NONE}, p;
	size_t longest = 0, used;

	struct date_number n;
	bool some = moment_counted(s, 0, &n);

	uint64_t words = phrases_among(word_heads, s);

	if (!words && (!some || (place == RUNNING && !may_be_date(s, &n))))
		return 0;
	/* The longest form is meant; nothing is longer than all of s. */
	for (int form = 0; form < FORMS && longest < s.n; form++) {
		if (!(words & forms[form].heads) && !(some && forms[form].counts))
			continue;
		used = form == 0   ? read_dated(s, &n, doc, place, &p)
		       : form == 1 ? read_within(s, &n, &p)
		       : form == 2 ? read_around(s, doc, &p)
		       : form == 3 ? read_recurring(s, place, &p)
		       : form == 4 ? read_ago(s, doc, place, &p)
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
	return phrases_among(period_heads, s) ? read_period(s, doc_date, RUNNING, out) : 0;
}

bool period_parse(struct str s, struct ymd doc_date, struct period *out)
{
	struct str cell = str_trim(s);

	return cell.n > 0 && read_period(cell, doc_date, FIELD, out) == cell.n;
}

bool period_parse_cell(struct str s, struct ymd as_of, struct period *out)
{
	struct str cell = str_trim(s);

	return cell.n > 0 && read_period(cell, as_of, COLUMN, out) == cell.n;
}

bool period_lasts(struct str s, const struct period *p)
{
	int v;
	size_t end = 0;
	bool repaired = false;
	const struct timeword *w = timeword_at(s, 0, TIME_LASTING, &end);
	const struct timeword *unit = read_length(s, w ? end : 0, &v, &end, &repaired);

	if (!unit || repaired || end != s.n || v > 1000 || !p->start.year || !p->end.year || (unit->meaning == TIME_OTHER && unit->from == 0))
		return false;
	struct ymd after = unit->meaning == TIME_OTHER ? calendar_add_days(p->start, v * unit->from) : calendar_add_months(p->start, v * months_of(unit));

	return calendar_cmp(after, calendar_add_days(p->end, 1)) == 0;
}

bool date_parse(struct str s, struct ymd *out, enum precision *precision)
{
	struct str cell = str_trim(s);
	struct moment m;

	*precision = PRECISION_NONE;
	if (cell.n == 0 || !moment_read(cell, 0, NULL, NULL, (struct ymd){0, 0, 0}, &m) || m.relative || m.point_end ||
	    (m.bare != BARE_NONE && m.bare != BARE_YEAR))
		return false;
	if (m.end_at != cell.n && !(m.precision == PRECISION_DAY && clock_end(cell, clock_weekday(cell, m.end_at, m.start)) == cell.n))
		return false;
	*precision = m.precision;
	if (m.precision != PRECISION_DAY || calendar_cmp(m.start, m.end) != 0)
		return false;
	*out = m.start;
	return true;
}

void period_load(void)
{
	static const struct {
		enum timeword_place place;
		int form;
	} first[] = {{TIME_BEFORE, 0}, {TIME_YEAR_PART, 0}, {TIME_ANCHOR, 0}, {TIME_PLAN, 0}, {TIME_QUOTE, 0}, {TIME_UNIT, 0}, {TIME_ERA, 0},
	             {TIME_HOLIDAY, 0}, {TIME_AROUND, 2}, {TIME_RECURRING, 3}, {TIME_DURATION, 4}, {TIME_OPEN, 5}};
	static const enum timeword_place second[] = {TIME_UNIT, TIME_YEAR_PART, TIME_DURATION, TIME_BETWEEN, TIME_BEHIND};
	static const enum timeword_place tails[] = {TIME_BEHIND, TIME_UNIT, TIME_YEAR_PART, TIME_MONTH_PART, TIME_ANCHOR, TIME_TILL_NOW, TIME_PLAN,
	                                            TIME_QUOTE, TIME_PLAN_PART, TIME_DURATION, TIME_RECURRING, TIME_CLOCK, TIME_WEEKDAY,
	                                            TIME_WEEKDAY_NAME, TIME_HOLIDAY, TIME_CYCLE};

	numeral_load();
	timeword_load();
	for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
		forms[first[i].form].heads |= timeword_places[first[i].place].bit;
		word_heads |= timeword_places[first[i].place].bit;
		phrases_open(&timeword_places[first[i].place], OPENS_NUMBER);
	}
	period_heads = word_heads | numeral_heads.bit;
	phrases_open(&numeral_heads, OPENS_NUMBER);
	for (size_t i = 0; i < sizeof second / sizeof *second; i++)
		behinds |= timeword_places[second[i]].bit;
	phrases_fill_ends(&numeral_heads, &enders);
	/* A weekday in brackets, a time in UTC. */
	phrase_filter_add(&enders, ')');
	phrase_filter_add(&enders, 'Z');
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
		phrases_fill_ends(&timeword_places[tails[i]], &enders);
}
