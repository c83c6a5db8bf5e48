/* Knows what the titles and headings over sums say they are out of and for. */
#include "verb/titled.h"

#include "doc/heading.h"
#include "verb/clause.h"
#include "zh/period.h"
#include "zh/region.h"

enum { SHORTEST = 3 /* characters of what a fund is for */ };

/* (第二批) at the end */
static struct str without_bracket(struct str s)
{
	size_t open = s.n;

	if (!str_ends(s, STR(")")))
		return s;
	while (open > 0 && s.p[open - 1] != '(')
		open--;
	return open > 1 ? str_trim(str_sub(s, 0, open - 1)) : s;
}

/* The words that name a list; of 资金分配表 and 计划表 the fund or the plan is no part of them. */
static struct str without_list(struct str title)
{
	struct str s = without_bracket(title);
	const struct word *list = words_tail(s, W_TITLE);

	if (!list || !str_eq(list->arg, STR("list")) || list->text.n >= s.n)
		return title;
	size_t end = s.n;

	while (end > s.n - list->text.n && !words_is(str_sub(s, s.n - list->text.n, end), W_PROGRAM) && !words_is(str_sub(s, s.n - list->text.n, end), W_WORK))
		end = str_before(s, end);
	s = clause_strip(str_sub(s, 0, end));
	/* 投资计划调整|的|公示 */
	const struct word *of = words_tail(s, W_OF);

	return of && of->text.n < s.n ? str_sub(s, 0, s.n - of->text.n) : s;
}

/* The end of the last name of a fund in s, where words that no plan begins with go on behind it: 衔接资金绩效目标, 重点研发计划拟立项项目. */
static size_t fund_end(struct str s)
{
	size_t end = 0;

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_of(s, i, W_PROGRAM);

		str_char(s, i, &len);
		if (!w)
			continue;
		len = w->text.n;
		if (!words_of(s, i + len, W_BUILD) && !words_of(s, i + len, W_VERB) && str_reaches(str_sub(s, 0, i), SHORTEST))
			end = i + len;
	}
	return end;
}

/* 市发展改革委关于…的公示: who tells of it is no part of what a table is of. */
static struct str without_teller(struct str s)
{
	enum { LONGEST = 90 }; /* bytes */

	for (size_t i = 0, len; i < s.n && i < LONGEST; i += len) {
		struct str before = str_sub(s, 0, i);

		str_char(s, i, &len);
		if (words_of(s, i, W_ABOUT))
			return words_tail(before, W_DEPARTMENT) || words_tail(before, W_BODY) ? str_from(s, i) : s;
	}
	return s;
}

struct str titled_program(struct str title)
{
	struct str s = without_teller(without_list(title));
	const struct word *w;

	while (((w = words_of(s, 0, W_ABOUT)) || (w = words_of(s, 0, W_ISSUE)) || (w = words_of(s, 0, W_HANDDOWN))) && w->text.n < s.n)
		s = str_from(s, w->text.n);
	size_t end = s.n < title.n ? fund_end(s) : 0;
	const struct word *of = words_tail(s, W_OF);

	return end ? str_sub(s, 0, end) : str_sub(s, 0, s.n - (of ? of->text.n : 0));
}

/* 第二批 */
static size_t part_at(struct str s)
{
	const struct word *nth = words_own(s, 0, W_ORDINAL);
	struct quantity q;
	size_t n = nth ? quantity_match(str_from(s, nth->text.n), STR(""), &q) : 0;

	return n && q.kind == QUANTITY_COUNT ? nth->text.n + n : 0;
}

/* The years, places and purses that the name of a fund begins with: 2024年第二批省级 */
static struct str without_opening(struct str s)
{
	for (size_t n = 1, used; n && n < s.n;) {
		struct period when;
		const struct word *w;

		if (!(n = period_match(s, (struct ymd){0, 0, 0}, &when)) && !(n = part_at(s))) {
			w = words_of(s, 0, W_PURSE);
			/* 省级, but not the 市 of 市政 */
			w = w && str_eq(w->arg, STR("level")) ? w : NULL;
			if (w || (w = words_own(s, 0, W_TREASURY)) || (w = words_of(s, 0, W_ISSUE)))
				n = w->text.n;
			else if (region_chain(s, &used))
				n = used;
		}
		if (n && n < s.n)
			s = clause_strip(str_from(s, n));
	}
	return s;
}

size_t titled_money(struct str s)
{
	enum { MONEY = 6 };
	const struct word *w = words_tail(s, W_FUND);
	struct str what;

	/* 医疗救助: a deed that money may be given for is no word of money. */
	if (w && str_eq(w->arg, STR("weak:grant")) && !words_is(w->text, W_PROGRAM))
		return 0;

	w = w ? w : words_tail(s, W_PROGRAM);
	w = w ? w : words_tail(s, W_SUM);
	if (!w || w->text.n >= s.n)
		return 0;
	what = str_sub(w->text, 0, w->text.n > MONEY ? w->text.n - MONEY : 0);
	const struct word *given = words_is(what, W_FUND);
	bool aid = (given && !str_starts(given->arg, STR("weak:"))) || words_is(what, W_HELP) || words_is(what, W_PROGRAM) || words_is(what, W_TREASURY) || words_is(what, W_PURSE);

	/* 专项, but not 建设 */
	aid |= words_is(what, W_PLAINAID) && !words_is(what, W_VERB) && !words_is(what, W_BUILD);
	return !what.n || aid || !words_is(str_from(w->text, what.n), W_PROGRAM) ? w->text.n : MONEY;
}

/* 安居工程第一批 */
struct str titled_whole(struct str s)
{
	static const struct word_set ordinals = {{WORD_BIT(W_ORDINAL, 0), WORD_BIT(W_ORDINAL, 1)}};

	if (!words_may_hold(s, &ordinals))
		return s;
	for (size_t i = 0, len; i < s.n; i += len) {
		str_char(s, i, &len);
		if (i && part_at(str_from(s, i)) == s.n - i)
			return clause_strip(str_sub(s, 0, i));
	}
	return s;
}

/* 薄弱环节改善省级, 棚户区改造中央财政: whose money it was is told before the word of money, which is gone. */
static struct str without_giver(struct str s)
{
	const struct word *level = words_tail(s, W_PURSE), *w = level && str_eq(level->arg, STR("level")) ? level : words_tail(s, W_TREASURY);
	struct str what = str_sub(s, 0, w ? s.n - w->text.n : s.n);

	return str_reaches(what, SHORTEST) ? clause_strip(what) : s;
}

struct str titled_bare(struct str s)
{
	struct str bare = s;

	/* 贷款贴息及奖补资金: what 及 joins to the rest is no mere word of money. */
	for (size_t n; (n = titled_money(bare)) && !words_tail(str_sub(bare, 0, bare.n - n), W_JOIN);)
		bare = clause_strip(str_sub(bare, 0, bare.n - n));
	return titled_whole(bare.n < s.n ? without_giver(bare) : bare);
}

struct str titled_dated(struct str s)
{
	struct period when;

	for (size_t n; ((n = period_match(s, (struct ymd){0, 0, 0}, &when)) || (n = part_at(s))) && n < s.n;)
		s = clause_strip(str_from(s, n));
	return s;
}

struct str titled_purpose(struct str title)
{
	struct str named = without_opening(without_bracket(titled_program(title))), s = titled_bare(named);

	return str_reaches(s, SHORTEST) ? s : named;
}

struct str titled_handed(struct str subject)
{
	struct str s = without_bracket(titled_program(subject));

	return words_tail(s, W_PROGRAM) || words_tail(s, W_FUND) || words_tail(s, W_WORK) ? titled_purpose(subject) : STR("");
}

struct str titled_benefit(struct str title)
{
	enum { SHORTEST_NAME = 4, LONGEST_NAME = 16, MEASURE = 6 /* bytes of 标准, 限额 */ };
	size_t end = 0, about = 0;

	for (size_t i = 0, len; i < title.n; i += len) {
		const struct word *fund = words_of(title, i, W_FUND), *w = words_of(title, i, W_ABOUT);

		str_char(title, i, &len);
		if (w && !end)
			about = i + w->text.n;
		if (fund && i && str_eq(fund->arg, STR("grant")) && !words_of(title, i, W_PROGRAM))
			end = i + fund->text.n;
	}
	struct str s = str_sub(title, about < end ? about : end, end);

	for (const struct word *w; ((w = words_of(s, 0, W_VERB)) || (w = words_of(s, 0, W_MORE)) || (w = words_of(s, 0, W_ADVERB)) || (w = words_of(s, 0, W_ISSUE)) || (w = words_of(s, 0, W_LIGHT)) || (w = words_of(s, 0, W_REACH))) && w->text.n < s.n;)
		s = str_from(s, w->text.n);
	s = without_opening(s);
	for (const struct word *self; (self = words_of(s, 0, W_SELF)) && self->text.n < s.n;)
		s = str_from(s, self->text.n);
	const struct word *lump = words_tail(s, W_LUMP);

	s = str_sub(s, 0, s.n - (lump ? MEASURE : 0));
	return str_sized(s, SHORTEST_NAME, LONGEST_NAME) && !words_is(s, W_FUND) && !str_has(s, STR("《")) ? s : STR("");
}

/* 提前下达金额, 拟补助资金: headings that any table may have, alone or one behind the other. */
static bool is_plain(struct str s)
{
	struct str rest;
	size_t n, end;

	if (heading_is(s))
		return true;
	for (end = str_before(s, s.n); end > 0; end = str_before(s, end)) {
		struct str first = str_sub(s, 0, end);

		rest = str_from(s, end);
		n = words_is(first, W_PLANNED) || words_is(first, W_FUTURE) || words_is(first, W_HANDDOWN) || words_is(first, W_TREASURY) || words_is(first, W_PURSE) ||
		    (heading_is(first) && grid_heading(first) == COLUMN_MONEY);
		/* 此次下达数 */
		bool number = rest.n == 3 && heading_is(rest) && grid_heading(rest) == COLUMN_COUNT;

		if (n && (number || (heading_is(rest) && grid_heading(rest) == COLUMN_MONEY)))
			return true;
	}
	return false;
}

/* What a heading says beyond that money stands below it. */
static struct str told_by(struct str head)
{
	const struct word *part = words_of(head, 0, W_PART);
	struct period when;
	struct str s = clause_strip(str_from(head, part ? part->text.n : 0));
	size_t year = period_match(s, (struct ymd){0, 0, 0}, &when);

	s = clause_strip(str_from(s, year));
	/* 2022年计划 */
	if (!s.n || is_plain(s) || words_is(s, W_PROGRAM) || words_is(s, W_PLANNED))
		return STR("");
	struct str bare = titled_bare(s);

	/* 公用经费: a word of two characters names nothing without the fund. */
	if (!str_reaches(bare, 2) || words_is(bare, W_PURSE) || words_tail(bare, W_TREASURY))
		return STR("");
	return str_reaches(bare, SHORTEST) ? bare : s;
}

static struct str over_of(const struct column *c)
{
	struct str own = c->total ? STR("") : told_by(c->head);

	return own.n && !str_reaches(own, SHORTEST) ? told_by(c->over) : STR("");
}

static struct str purpose_of(const struct column *c)
{
	struct str s = c->total && c->over.n ? STR("") : told_by(c->head);

	return s.n || !c->over.n ? s : told_by(c->over);
}

/* 资金分配表, 2023年补助资金安排表: a title that any table may have. */
static bool names_any_list(struct str title)
{
	struct str s = titled_dated(without_bracket(title)), rest = s;
	const struct word *list = words_tail(s, W_TITLE);

	rest.n -= list ? list->text.n : 0;
	if (!list || !str_eq(list->arg, STR("list")))
		return false;
	for (const struct word *w; rest.n && ((w = words_of(rest, 0, W_PROGRAM)) || (w = words_of(rest, 0, W_FUND)) || (w = words_of(rest, 0, W_PLAINAID)) || (w = words_of(rest, 0, W_HANDDOWN)));)
		rest = str_from(rest, w->text.n);
	return !rest.n;
}

void titled_ask(struct titled *t, const struct head *h, const struct grid *g, size_t i)
{
	if (!t->known) {
		/* Under such a title the notice tells which fund it is. */
		struct str title = h->subject.n && titled_handed(h->subject).n && names_any_list(g->title) ? h->subject : g->title;

		t->known = true;
		t->program = titled_program(title);
		t->purpose = titled_purpose(title);
	}
	if (!t->columns[i].known)
		t->columns[i] = (struct titled_column){true, purpose_of(&g->columns[i]), over_of(&g->columns[i])};
}
