/* Knows which words of a sentence may name works: words of work and of building, sums, places and quoted titles. */
#include "verb/work.h"

#include "verb/approved.h"
#include "verb/became.h"
#include "verb/built.h"
#include "verb/clause.h"
#include "verb/counted.h"
#include "verb/defined.h"
#include "verb/enrolled.h"
#include "verb/founded.h"
#include "verb/headed.h"
#include "verb/listed.h"
#include "verb/named.h"
#include "verb/priced.h"
#include "verb/profile.h"
#include "verb/quoted.h"
#include "verb/sited.h"
#include "verb/slots.h"
#include "verb/station.h"
#include "verb/timed.h"
#include "verb/trace.h"
#include "verb/workname.h"

enum {
	SHORTEST_HOUSE = 5, /* characters of a house that has a name */
	CLAUSES_BACK = 3,
	NEAR = 40           /* bytes between a word of investment and its sum */
};

/* The name up to where it says that the work stands: X项目|位于…, whole where the line before is no more than that name (X和Y项目, Y alone would be read
 * of it). */
static struct str before_site(const struct doc *d, size_t index, const struct mentions *m, size_t from, struct str name)
{
	enum { MORE = 6 }; /* bytes that the line leaves away: 项目 */
	size_t site = words_next(name, 0, W_AT);

	while (site < name.n && !str_eq(words_of(name, site, W_AT)->arg, STR("site")))
		site = words_next(name, site + 1, W_AT);
	name = str_sub(name, 0, site);
	struct str all = clause_strip(str_sub(m->s, from, (size_t)(name.p - m->s.p) + name.n)), line = index ? clause_strip(d->outline.paras[index - 1].s) : STR("");

	return line.n && str_starts(all, line) && all.n - line.n <= MORE ? all : name;
}

/* ---- what money is invested in ---- */

/* 在油石乡建设油石万头猪场: the place before the word of building makes a name particular as well. */
static bool is_particular(const struct doc *d, const struct mentions *m, struct str name)
{
	struct str place = str_within(m->s, name) ? sited_place(m, (size_t)(name.p - m->s.p)) : STR("");

	return workname_particular(d, name) || (place.n && workname_particular(d, (struct str){place.p, (size_t)(name.p - place.p) + name.n}));
}

/* 加快建设X，总投资2.4亿元: the nearest clause before byte `at` that a verb of doing opens and a name closes. */
static void read_invested_before(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t at)
{
	for (int back = 0; back < CLAUSES_BACK && at > s->from; back++) {
		struct range c = clause_around(m, s, at - 1);
		struct str text = clause_strip(str_sub(m->s, c.from, c.to)), name = slots_name_before(m, c.from, c.to);
		struct str builder = STR("");

		name = workname_built(d, clause_bare(name.n ? before_site(d, index, m, c.from, name) : name), &builder);
		if (c.from >= at)
			return;
		at = c.from;
		/* 县文化中心二期，总投资5.5亿元: no verb opens what a sentence begins with. */
		bool alone = name.n == text.n && !(c.from == s->from && words_tail(name, W_PHASE));

		if (alone || str_chars(name) < 5 || str_chars(name) > NAMED_LONGEST || words_within(name, W_FUND) || clause_counts(m, name))
			continue;
		if (!workname_vague(name) && is_particular(d, m, name) && (words_tail(name, W_WORK) || words_tail(name, W_ENDING)) && !workname_etc(name) && !words_tail(name, W_THIS)) {
			workname_add(d, index, name, name, "invested-in");
			return;
		}
	}
}

/* X总投资5亿元, X（总投资3850万元，…）: what the investment is of is a project, if it is a name. */
static void read_invested(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i, bool strict)
{
	const struct mention *x = &m->items[i];
	struct range c = clause_around(m, s, x->from);
	size_t floor = c.from, end = x->from;
	struct str builder = STR("");

	if (i + 1 >= s->last)
		return;
	/* An amount must follow in the clause. */
	bool paid = false;

	for (size_t k = i + 1; k < s->last && m->items[k].from < c.to && m->items[k].from < x->to + NEAR; k++)
		paid |= m->items[k].kind == M_QUANTITY && m->items[k].quantity->kind == QUANTITY_MONEY;
	if (!paid)
		return;
	for (size_t k = c.first; k < i; k++)
		if (m->items[k].kind == M_BRACKET && m->items[k].to > x->from)
			end = m->items[k].from;
	/* 实施X，估算投资4.1亿元: the name ends a clause before. */
	if (x->from == floor || slots_name_before(m, floor, end).n == 0) {
		read_invested_before(d, index, m, s, floor);
		return;
	}
	/* X工程总投资: 工程 is the end of the name. */
	const struct word *work = end == x->from && x->from > floor ? words_own(m->s, x->from, W_WORK) : NULL;
	size_t open = work ? named_inset(m, i) : 0;
	struct str name = slots_name_before(m, floor, open > floor ? open : work ? end + work->text.n : end);

	if (open > floor && name.n && name.p + name.n == m->s.p + open)
		name = (struct str){name.p, (size_t)(m->s.p + end + work->text.n - name.p)};
	name = workname_behind_self(d, before_site(d, index, m, floor, name));
	if (!str_sized(name, 5, NAMED_LONGEST) || workname_vague(name) || words_of(name, 0, W_DONE) || words_tail(name, W_CLASS) || (words_tail(name, W_PERSON) && !words_tail(name, W_WORK) && !words_tail(name, W_ENDING)))
		return;
	name = workname_built(d, name, &builder);
	/* A plain 投资 names its project only at the head of the clause. */
	if (strict && name.p != m->s.p + c.from)
		return;
	bool particular = is_particular(d, m, name);

	if (!particular && (strict || !words_tail(name, W_WORK)))
		return;
	if (workname_etc(name) || words_tail(name, W_THIS) || words_of(name, 0, W_SELF))
		return;
	struct body b;

	/* “X”项目总投资 is read with its title. */
	if (str_starts(name, STR("“")) || clause_counts(m, name) || (body_at(&d->context, name, 0, &b) && b.s.n == name.n))
		return;
	workname_add(d, index, name, str_sub(m->s, (size_t)(name.p - m->s.p), c.to), "invested-in");
}

/* （种植示范带项目120.5万元；农机购置项目2.04万元）: names in a bracket, each with its sum right behind. */
static void read_inset(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i], *sum = i + 1 < s->last ? x + 1 : NULL;
	struct range c = clause_around(m, s, x->from);

	if (!sum || sum->from != x->to || sum->kind != M_QUANTITY || sum->quantity->kind != QUANTITY_MONEY)
		return;
	c = clause_inset(m, &c, i);
	struct str name = clause_strip(str_sub(m->s, c.from, x->to));
	const struct word *verb = words_of(name, 0, W_VERB);

	if (!str_sized(name, NAMED_SHORTEST_OWN, NAMED_LONGEST) || workname_vague(name) || workname_etc(name) || words_of(name, 0, W_PART) ||
	    words_of(name, 0, W_TOTAL) || (verb && !str_eq(verb->arg, STR("noun"))))
		return;
	TRACE(d, name, "project", "a name in a bracket with its sum behind");
	workname_add(d, index, name, name, "named-project");
}

/* 完成|城北小学|扩建, 推进|实验中学|改扩建: the byte behind what is done to a body's house, which words that tell no building stand before; 0: nothing is. */
static size_t worked_on(const struct mentions *m, const struct mention *before, const struct mention *x)
{
	struct str name = mention_text(m, x);
	const struct word *work = words_tail(name, W_WORK);
	const struct word *build = words_of(m->s, x->to, W_BUILD), *raised = build ? words_of(m->s, x->to, W_ENDING) : NULL;
	bool light = mention_word(before, W_LIGHT) || mention_word(before, W_URGE) || mention_word(before, W_BUILD);
	size_t deed = work && light ? workname_deed(m->s, x->to) : 0;

	/* 扩建, 迁建, but not 建设, which any house has */
	if (work && light && raised && raised->text.n == build->text.n && str_eq(raised->arg, STR("deed")) && !str_eq(build->arg, STR("bare")))
		deed = raised->text.n;
	return deed && !str_eq(work->arg, STR("work")) && workname_facility(name, work) ? x->to + deed : 0;
}

/* 建成县老年人综合服务中心, 启动青山县第二小学建设: a body that is named as the house that is built for it. A word that only urges stands
 * before what goes on to a word of building; what is no house by its last word (东山县综合物流中心) behind 新建 or 建成 alone. */
static void read_house(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i], *before = i > s->first ? x - 1 : NULL;

	if (!before || before->to != x->from || str_within(d->built, mention_text(m, x)))
		return;
	struct str name = mention_text(m, x);
	size_t done = worked_on(m, before, x);

	if (done) {
		TRACE(d, name, "project", "a body's house that something is done to");
		workname_add(d, index, str_sub(m->s, x->from, done), str_sub(m->s, x->from, done), "named-facility");
		return;
	}
	if (!mention_word(before, W_BUILD))
		return;
	const struct word *work = words_tail(name, W_WORK);
	const struct word *verb = mention_word(before, W_BUILD), *deed = words_of(mention_text(m, before), 0, W_ENDING);
	bool laid = str_eq(verb->arg, STR("close")) || (deed && str_eq(deed->arg, STR("deed"))), named = laid && words_tail(name, W_ENDING) && workname_particular(d, name);
	bool building = work ? str_eq(work->arg, STR("building")) || str_eq(work->arg, STR("facility")) : named;

	/* 建成太山博物馆 */
	if (!building || !str_sized(name, work && workname_facility(name, work) ? SHORTEST_HOUSE : NAMED_SHORTEST_OWN, NAMED_LONGEST) ||
	    (words_of(mention_text(m, before), 0, W_URGE) && !words_of(m->s, x->to, W_BUILD)))
		return;
	struct numeral count;

	/* 新建12所山区学校, 新建普惠性幼儿园100所 */
	if (numeral_match(name, &count) || (numeral_match(str_from(m->s, x->to), &count) && !(count.value.digits == 1 && !count.value.scale)))
		return;
	TRACE(d, name, "project", "a body's house that is built");
	workname_add(d, index, name, name, "named-facility");
}

/* 某市文化艺术中心位于滨江新城，总投资6.8亿元: the house that a sentence begins with, and tells the place and the cost of. */
static void read_sited(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	struct range c = clause_around(m, s, m->items[i].from);
	struct str name = clause_has(s, W_TOTALINVEST) && clause_holds(s, M_QUANTITY) ? slots_name_before(m, c.from, m->items[i].from) : STR("");

	name = name.n ? before_site(d, index, m, c.from, name) : name;
	bool begins = name.n && name.p == m->s.p + c.from, ends = words_tail(name, W_WORK) || words_tail(name, W_ENDING) || words_tail(name, W_PHASE);
	struct str own = clause_has(s, W_TOTALINVEST) && clause_holds(s, M_QUANTITY) ? defined_subject(m, s, i) : STR("");

	/* 该项目…，其中隧道位于…: under the heading of a project a part of it. */
	if (defined_short(own) && !profile_project(d, index))
		name = own;
	else if (!begins || !ends || !str_sized(name, NAMED_SHORTEST_OWN, NAMED_LONGEST))
		return;
	if (words_tail(name, W_LEVEL) || workname_vague(name) || workname_etc(name) || words_of(name, 0, W_SELF))
		return;
	struct finding *f = workname_add(d, index, name, name, "sited");

	if (own.n && (f || (f = workname_told(d, own))))
		profile_sizes(d, f, str_sub(m->s, clause_around(m, s, m->items[i].from).to, s->to));
}

#define TELLING(h) \
	(WORD_BIT(W_WORK, h) | WORD_BIT(W_PHASE, h) | WORD_BIT(W_BUILD, h) | WORD_BIT(W_DONE, h) | WORD_BIT(W_LIGHT, h) | WORD_BIT(W_URGE, h) | WORD_BIT(W_TOTALINVEST, h) | WORD_BIT(W_FUND, h) | WORD_BIT(W_AT, h) | WORD_BIT(W_ENDING, h) | WORD_BIT(W_HOLD, h) | WORD_BIT(W_FOLLOWS, h) | WORD_BIT(W_BA, h))
static const struct word_set telling = {{TELLING(0), TELLING(1)}};
#undef TELLING

/* Whether anything in the sentence may tell of a project: bodies do behind a word of building. Many sentences hold nothing that does. */
static bool may_tell(const struct range *s)
{
	return words_set_meet(&s->held.classes, &telling) || clause_holds(s, M_QUOTE) || clause_holds(s, M_QUANTITY);
}

/* 改造白石路、青河路: what is done to works stands before the first of them, where the clause begins or behind how it is done. */
static bool opens_with_deed(const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i], *before = i > s->first ? x - 1 : NULL;
	const struct word *deed = mention_word(x, W_ENDING);

	if (!deed || x->depth || !str_eq(deed->arg, STR("deed")))
		return false;
	return !before || before->kind == M_COMMA || before->kind == M_STOP || (before->to == x->from && (mention_word(before, W_ADVERB) || mention_word(before, W_PAST) || before->kind == M_PERIOD));
}

static void read_word(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i];
	const struct word *hold = mention_word(x, W_HOLD);

	if (hold && str_eq(hold->arg, STR("found")) && !x->depth && founded_find(d, index, m, s, i))
		return;
	if (!x->depth && (opens_with_deed(m, s, i) || mention_word(x, W_BUILD)) && !mention_word(x, W_TOTALINVEST) && station_find(d, index, m, s, i))
		return;
	if ((mention_word(x, W_WORK) || (mention_word(x, W_PHASE) && words_tail(mention_text(m, x), W_WORK))) && !x->depth)
		named_read(d, index, m, s, i);
	else if (mention_word(x, W_WORK))
		read_inset(d, index, m, s, i);
	else if (mention_word(x, W_BUILD) && !x->depth && !mention_word(x, W_TOTALINVEST)) {
		built_find(d, index, m, s, i, false);
		became_find(d, index, m, s, i);
	} else if (mention_word(x, W_DONE) && !x->depth) {
		/* A完成, 完成A、B */
		became_find(d, index, m, s, i);
		if (mention_word(x, W_LIGHT))
			built_find(d, index, m, s, i, true);
	} else if (mention_word(x, W_BA) && str_eq(mention_word(x, W_BA)->arg, STR("into")) && !x->depth)
		became_find(d, index, m, s, i);
	else if (((mention_word(x, W_LIGHT) || mention_word(x, W_URGE)) && !x->depth) || opens_with_deed(m, s, i))
		built_find(d, index, m, s, i, true);
	else if (mention_word(x, W_FOLLOWS) && str_eq(mention_word(x, W_FOLLOWS)->arg, STR("define")) && !x->depth)
		defined_find(d, index, m, s, i);
	else if (mention_word(x, W_AT) && str_eq(mention_word(x, W_AT)->arg, STR("site")) && !x->depth)
		read_sited(d, index, m, s, i);
	else if (mention_word(x, W_TOTALINVEST))
		read_invested(d, index, m, s, i, false);
	else if (mention_word(x, W_FUND) && str_eq(mention_word(x, W_FUND)->arg, STR("investment")))
		read_invested(d, index, m, s, i, true);
}

static void read_sentences(struct doc *d, size_t index, const struct mentions *m)
{
	size_t at = 0;
	struct range s;

	while (clause_sentence(m, &at, &s))
		for (size_t i = may_tell(&s) ? s.first : s.last; i < s.last; i++) {
			const struct mention *x = &m->items[i];

			if (x->kind == M_WORD && words_set_meet(&x->word->classes, &telling))
				read_word(d, index, m, &s, i);
			else if (x->kind == M_QUOTE && !x->depth)
				i = quoted_find(d, index, m, &s, i);
			else if (x->kind == M_BODY && !x->depth)
				read_house(d, index, m, &s, i);
			else if (x->kind == M_QUANTITY && !x->depth) {
				counted_find(d, index, m, &s, i);
				priced_find(d, index, m, &s, i);
			}
		}
}

/* ”“ between “A”“B” is nothing. */
static struct str within_quotes(struct str s)
{
	const struct str close = STR("”"), open = STR("“");

	return str_starts(s, close) && str_ends(s, open) && s.n >= close.n + open.n ? str_sub(s, close.n, s.n - open.n) : s;
}

/* Whether nothing but a pause or 和 stands between the names of two projects that were found one by one. */
static bool stands_beside(const struct mentions *m, const struct finding *a, const struct finding *b)
{
	if (a->type != RECORD_PROJECT || b->type != RECORD_PROJECT || a->list.n || b->list.n || !str_within(m->s, a->name) || !str_within(m->s, b->name) || b->name.p < a->name.p + a->name.n)
		return false;
	struct str between = {a->name.p + a->name.n, (size_t)(b->name.p - a->name.p) - a->name.n};

	between = within_quotes(between);
	return !between.n || str_eq(between, STR("、")) || words_is(between, W_JOIN);
}

/* A项目、B项目，总投资分别为…: they are a list of works as well. */
static void join_neighbours(struct doc *d, const struct mentions *m, size_t since)
{
	for (size_t k = since, last; k < d->count; k = last + 1) {
		for (last = k; last + 1 < d->count && stands_beside(m, d->findings[last], d->findings[last + 1]); last++)
			;
		const struct finding *end = d->findings[last];
		struct str list = {d->findings[k]->name.p, last > k ? (size_t)(end->name.p - d->findings[k]->name.p) + end->name.n : 0};

		for (size_t i = k; i <= last && list.n; i++)
			d->findings[i]->list = list;
	}
}

/* 青石大桥(县城投公司): a company alone in the bracket behind a name builds it. */
static void read_builder(struct doc *d, const struct mentions *m, struct finding *f)
{
	size_t open = (size_t)(f->name.p - m->s.p) + f->name.n, close = open < m->s.n && m->s.p[open] == '(' ? str_find(m->s, STR(")"), open) : m->s.n;
	struct str who = close < m->s.n ? str_sub(m->s, open + 1, close) : STR("");

	const struct word *firm = words_tail(who, W_FIRM);

	if (firm && (str_eq(firm->arg, STR("company")) || body_only(&d->context, who)) && !str_has(who, STR(",")) && !finding_has(f, "orgs"))
		finding_item(d, f, "orgs", who);
}

void work_find(struct doc *d, size_t index, const struct mentions *m)
{
	size_t since = d->count;

	/* What a paragraph begins with and its labels are read with the first of its windows. */
	if (m->s.p == d->outline.paras[index].s.p) {
		approved_find(d, index, m);
		if (headed_find(d, index, m))
			return;
		profile_read(d, index);
	}
	read_sentences(d, index, m);
	join_neighbours(d, m, since);
	for (size_t k = since; k < d->count; k++) {
		struct finding *f = d->findings[k];

		if (f->type != RECORD_PROJECT || !f->name.n)
			continue;
		headed_number(d, index, f);
		/* 3.某零部件项目，建设厂房3万平方米 */
		if (d->outline.paras[index].level && f->name.p == m->s.p + m->start) {
			profile_content(d, index, f);
			read_builder(d, m, f);
		}
	}
	enrolled_find(d, m, since);
	timed_find(d, index, m, since);
}
