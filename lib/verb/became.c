/* Knows which works a clause tells to have come to something: 力争A、B、C开工, A扩能改造完成、B开工. */
#include "verb/became.h"

#include "verb/alike.h"
#include "verb/built.h"
#include "verb/builtname.h"
#include "verb/members.h"
#include "verb/slots.h"
#include "verb/workname.h"

enum { FARTHEST = 200 /* mentions between a list and the word that tells its end */ };

/* 甲市艺术中心、甲市规划馆建成投用: bodies that are told to be built are houses, for no body is the doer of such a word. */
static bool houses(const struct mentions *m, size_t i, const struct str *members, size_t n)
{
	const struct word *built = mention_word(&m->items[i], W_BUILD);

	for (size_t k = 0; k < n; k++)
		if (!words_tail(members[k], W_ENDING) && !words_tail(members[k], W_WORK))
			return false;
	return built && !str_eq(built->arg, STR("bare")) && !str_eq(built->arg, STR("-"));
}

/* Whether nothing but a number, a time or a call (确保, 实现) stands in `lead`, before the name that a clause begins with; *called: whether a call does. */
static bool is_lead(struct str lead, bool *called)
{
	struct period p;

	lead = clause_strip(lead);
	*called = words_of(lead, 0, W_URGE) || words_of(lead, 0, W_DONE);
	/* 群众期盼已久的|青石大桥 */
	if (words_tail(lead, W_OF) && !words_within(lead, W_CLASS) && !words_within(lead, W_SELF))
		return true;
	for (const struct word *call; (call = words_of(lead, 0, W_URGE)) || (call = words_of(lead, 0, W_DONE));)
		lead = clause_strip(str_from(lead, call->text.n));
	return !lead.n || words_is(lead, W_NTH) || period_match(lead, (struct ymd){0, 0, 0}, &p) == lead.n;
}

/* 格岭铁路白水段扩能改造全面完成: what a clause tells the end of is a work where it ends as works do and has a name. */
static bool is_reached(const struct doc *d, const struct mentions *m, size_t from, struct str name)
{
	/* 试验区获批: a part of a place is none. */
	bool called;
	struct str bare = clause_bare(name);
	bool ends = words_tail(bare, W_WORK) || words_tail(bare, W_PHASE) || (words_tail(bare, W_ENDING) && !words_tail(bare, W_LEVEL)) || workname_line(name);

	/* “X”工程 is read with its title. */
	if (!ends || str_starts(name, STR("“")) || !is_lead(str_sub(m->s, from, (size_t)(name.p - m->s.p)), &called) || words_of(name, 0, W_SELF) || (words_of(name, 0, W_CLASS) && !words_of(name, 0, W_LEVEL)) || words_within_arg(name, W_CLASS, STR("open")))
		return false;
	name = workname_own(name);
	bare = clause_bare(name);
	const struct word *work = words_tail(bare, W_WORK);
	bool own = work && !str_eq(work->arg, STR("building")) && workname_facility(bare, work);

	/* 加快汽车生产基地建设: what is called for is one by its own name only. */
	bool known = workname_line(name) || builtname_phase(name) || (work && !str_eq(work->arg, STR("work")) && builtname_ordered(bare)) || workname_particular(d, name);

	return !clause_counts(m, name) && (known || (!called && (own || builtname_facility(name) || builtname_coined_house(bare) || workname_works_on(name))));
}

static bool tells_end(const struct mention *x)
{
	return mention_word(x, W_BUILD) || mention_word(x, W_DONE);
}

/* 已于6月底基本|建成: what may stand between the name of a work and the word that tells its end. */
static bool leads_to_end(const struct mention *x)
{
	return x->kind == M_PERIOD || mention_word(x, W_BUILD) || mention_word(x, W_ADVERB) || mention_word(x, W_FUTURE) || mention_word(x, W_DONE) || mention_word(x, W_PAST);
}

/* 某市工业园的|集中供热工程: the name with the place before 的 that the clause begins with; n 0: it begins with none. */
static struct str with_owner(const struct doc *d, const struct mentions *m, size_t from, struct str name)
{
	size_t at = (size_t)(name.p - m->s.p);
	struct str lead = str_sub(m->s, from, at);
	const struct word *of = words_tail(lead, W_OF);
	struct str owner = str_sub(lead, 0, lead.n - (of ? of->text.n : 0));

	return of && words_tail(name, W_WORK) && workname_particular(d, owner) && slots_name_before(m, from, from + owner.n).n == owner.n ? str_sub(m->s, from, at + name.n) : STR("");
}

/* 甲大桥列入省规划: what is told behind the word does not matter. */
static bool tells_entry(const struct mention *x)
{
	const struct word *made = mention_word(x, W_BA);

	return made && str_eq(made->arg, STR("into"));
}

/* Whether nothing is told behind mention i in its clause but how far the work is, or the next of such pairs. */
static bool ends_telling(const struct mentions *m, const struct range *c, size_t i)
{
	const struct mention *x = &m->items[i], *next = i + 1 < c->last ? x + 1 : NULL;

	if (x->to == c->to || tells_entry(x))
		return true;
	if (!next || next->from != x->to)
		return false;
	/* 轨道交通5号线完成投资4.2亿元, 甲大桥完成80% */
	bool paid = words_tail(mention_text(m, x), W_FUND) && next->kind == M_QUANTITY && next->quantity->kind == QUANTITY_MONEY;
	bool far = mention_word(x, W_DONE) && next->kind == M_QUANTITY && next->quantity->kind == QUANTITY_RATE;

	return next->kind == M_PAUSE || ((paid || far) && next->to == c->to);
}

/* 获|省发展改革委|批复: the mention that tells of a body's word begins; i: none does. */
static size_t behind_whom(const struct mentions *m, const struct range *c, size_t i)
{
	const struct mention *body = i > c->first + 1 ? &m->items[i - 1] : NULL;
	const struct word *got = body && body->kind == M_BODY && body->to == m->items[i].from && body[-1].to == body->from ? mention_word(&body[-1], W_SEEK) : NULL;

	return got && str_eq(got->arg, STR("got")) ? i - 2 : i;
}

/* 力争A、B、C开工, A扩能改造完成、B开工: members before mention i, a word that tells what became of them and ends the clause or stands before the
 * next of such pairs. */
void became_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	struct range c = clause_around(m, s, m->items[i].from);
	struct str members[BUILT_MOST];
	size_t n = 0, begin = c.from, from = begin;

	if (!ends_telling(m, &c, i))
		return;
	/* 完成甲小学二期、乙小学改扩建: what is done is a part of the name. */
	const struct word *build = mention_word(&m->items[i], W_BUILD), *deed = build ? words_is(build->text, W_ENDING) : NULL;
	size_t told = i, done = deed && str_eq(deed->arg, STR("deed")) && str_eq(build->arg, STR("-")) ? m->items[i].to : 0;

	i = behind_whom(m, &c, i);
	/* Words of building may stand in pairs, and words that tell how and when before them: 已基本建成投用, 已完成并将投入运行, 将于5月底全线贯通. */
	while (i > c.first && m->items[i - 1].to == m->items[i].from && (leads_to_end(&m->items[i - 1]) || (i > c.first + 1 && mention_word(&m->items[i - 1], W_JOIN) && tells_end(&m->items[i - 2]))))
		i--;
	/* A建成、B开工: the members stand behind the one before. */
	for (size_t k = i; k-- > c.first + 1;) {
		if (i - k > FARTHEST)
			return;
		if (m->items[k].kind == M_PAUSE && tells_end(&m->items[k - 1]) && m->items[k - 1].to == m->items[k].from) {
			c.first = k + 1;
			begin = from = m->items[k].to;
			break;
		}
	}
	for (size_t k = c.first; k < i && n < BUILT_MOST; k++)
		if (built_parts(m, k, from)) {
			members[n] = n ? clause_strip(str_sub(m->s, from, m->items[k].from)) : slots_name_before(m, from, m->items[k].from);
			n++;
			from = m->items[k].to;
		}
	if (n == BUILT_MOST)
		return;
	members[n] = n ? clause_strip(str_sub(m->s, from, done && told == i ? done : m->items[i].from)) : slots_name_before(m, from, m->items[i].from);
	n++;
	/* 甲塘、乙塘2座水库: what is counted is read with its number. */
	if (n > 1 && clause_counts(m, members[n - 1]))
		return;
	/* A、B等建成通车 */
	const struct word *etc = n > 1 ? words_tail(members[n - 1], W_ETC) : NULL;

	members[n - 1].n -= etc ? etc->text.n : 0;
	/* 有序|推进 */
	for (const struct word *how; (how = words_tail(members[n - 1], W_ADVERB)) && str_chars(how->text) > 1 && how->text.n < members[n - 1].n;)
		members[n - 1] = clause_strip(str_sub(members[n - 1], 0, members[n - 1].n - how->text.n));
	struct str owned = n == 1 && built_opens(&m->items[told]) ? with_owner(d, m, begin, members[0]) : STR("");

	if ((built_begins_with_body(d, members, n) && !houses(m, told, members, n)) || (n == 1 && !owned.n && !is_reached(d, m, begin, members[0])) || (n > 1 && !(n = alike_take(d, index, members, n))))
		return;
	members[0] = workname_own(members[0]);
	n = members_without_classes(members, n);
	bool named = n > 1 && built_opens(&m->items[told]) && (workname_particular(d, members[0]) || workname_of_place(members[0]) || builtname_begins_coined(members[0])) && words_tail(members[0], W_WORK);

	for (size_t k = 0; k < n; k++) {
		bool good = !builtname_none(members[k]) && (n == 1 ? !workname_vague(members[k]) || (workname_of_place(members[k]) && built_opens(&m->items[told])) : builtname_looks(d, members[k]));

		if (workname_etc(members[k]) || !(good || (named && builtname_house(members[k]))))
			return;
	}
	members[0] = owned.n ? owned : members[0];
	if (n)
		built_add(d, index, members, n);
}
