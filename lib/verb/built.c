/* Knows which lists beside a word of building name works: 建成A、B, 开工建设C、D. */
#include "verb/built.h"

#include "verb/clause.h"
#include "verb/slots.h"
#include "verb/workname.h"

enum {
	LONGEST_NAME = 45,    /* characters */
	LONGEST_INSET = 40,   /* bytes of a bracket inside a name */
	SHORTEST_BUILT = 5,   /* characters of a member */
	SHORTEST_FACILITY = 3
};

/* Without a bracket and a phase (二期) behind it. */
static struct str bare_name(struct str name)
{
	struct str bare = clause_bare(name);
	const struct word *phase = words_tail(bare, W_PHASE);

	return phase ? str_sub(bare, 0, bare.n - phase->text.n) : bare;
}

/* 长屿大桥, 秦云高速二期: a facility with a name of its own. */
static bool is_facility(struct str name)
{
	struct str bare = bare_name(name);
	const struct word *work = words_tail(bare, W_WORK);

	return work && str_eq(work->arg, STR("facility")) && workname_facility(bare, work);
}

static bool looks_built(const struct doc *d, struct str name)
{
	struct str bare = bare_name(name);
	const struct word *work = words_tail(bare, W_WORK);

	/* 引水一期工程 */
	if (!work && bare.n < name.n)
		work = words_tail(name, W_WORK);
	if (is_facility(name))
		return true;
	return workname_particular(d, bare) || (work && !str_eq(work->arg, STR("building"))) || (!work && words_tail(bare, W_ENDING));
}

/* Where the bracket opens that s ends with; 0: it has none. */
static size_t inset_at(struct str s)
{
	size_t open = s.n;

	while (open > 0 && s.n - open < LONGEST_INSET && s.p[open - 1] != '(')
		open--;
	return open > 0 && s.p[open - 1] == '(' ? open - 1 : 0;
}

/* Whether anything in clause c may part members. */
static bool may_part(const struct range *c)
{
	return clause_holds(c, M_PAUSE) || clause_has(c, W_JOIN);
}

/* A水库、B水库和C灌区: whether mention k parts the member from `from` on from the next. */
static bool parts_members(const struct mentions *m, size_t k, size_t from)
{
	const struct mention *x = &m->items[k];

	if (x->depth || (x->kind != M_PAUSE && !mention_word(x, W_JOIN)))
		return false;
	struct str before = x->from > from ? str_sub(m->s, from, x->from) : STR("");

	/* 配置工程(某县段)及灌区工程 */
	if (str_ends(before, STR(")")) && inset_at(before))
		before = str_sub(before, 0, inset_at(before));
	return x->kind == M_PAUSE || words_tail(before, W_WORK) || words_tail(before, W_PHASE);
}

/* 市林业局、财政局关心林场建设: a list that begins with a body is none of works. */
static bool begins_with_body(const struct doc *d, const struct str *members, size_t n)
{
	struct body b;

	return n && body_at(&d->context, members[0], 0, &b) && b.s.n == members[0].n;
}

static bool holds_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

static void add_built(struct doc *d, size_t index, const struct str *members, size_t n)
{
	const char *end = members[n - 1].p + members[n - 1].n;

	for (size_t k = 0; k < n; k++) {
		/* 学生宿舍楼(投资1760万元): what it costs is no part of its name. */
		size_t open = str_ends(members[k], STR(")")) ? inset_at(members[k]) : 0;
		struct str name = open && holds_digit(str_from(members[k], open)) ? clause_strip(str_sub(members[k], 0, open)) : members[k];
		struct finding *f = workname_add(d, index, name, name, "built-list");

		if (f)
			f->list = (struct str){members[0].p, (size_t)(end - members[0].p)};
	}
}

/* Members between mention i (a word of building) and the end of its clause, or the next verb. */
void built_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i, bool strict)
{
	struct range c = clause_around(m, s, m->items[i].from);
	struct str members[BUILT_MOST];
	size_t n = 0, from = m->items[i].to, to = c.to, good = 0;

	if (!may_part(&c))
		return;
	/* 加快推进A、B: the last word of building is the one. */
	if (i + 1 < c.last && m->items[i + 1].from == from && mention_word(&m->items[i + 1], W_BUILD))
		return;
	for (size_t k = i + 1; k <= c.last && n < BUILT_MOST; k++) {
		const struct mention *x = k < c.last ? &m->items[k] : NULL;
		bool ends = !x || (x->depth == 0 && (mention_word(x, W_ETC) || mention_word(x, W_DONE) || mention_word(x, W_PAST) || x->kind == M_QUANTITY ||
		                                     (mention_word(x, W_BUILD) && x->from > from && x->to == c.to)));

		if (x && !ends && !parts_members(m, k, from))
			continue;
		/* A至B、C至D等铁路: what they share stands behind. */
		const struct word *shared = ends && x && mention_word(x, W_ETC) ? words_of(m->s, x->to, W_WORK) : NULL;

		if (shared && str_eq(shared->arg, STR("facility")))
			return;
		struct str one = clause_strip(str_sub(m->s, from, x ? x->from : to));

		if (one.n)
			members[n++] = one;
		if (ends)
			break;
		from = x->to;
	}
	if (n < 2)
		return;
	for (size_t k = 0; k < n; k++) {
		if (!str_sized(members[k], is_facility(members[k]) ? SHORTEST_FACILITY : SHORTEST_BUILT, LONGEST_NAME) || workname_vague(members[k]) || words_within(members[k], W_OF) || words_within(members[k], W_MODAL))
			return;
		/* 推进A扩建、B工程: behind a word that tells no building each must end as works do, and have a name. */
		bool ends = words_tail(members[k], W_WORK) || words_tail(members[k], W_BUILD) || words_tail(members[k], W_PHASE);

		good += looks_built(d, members[k]) && (!strict || (ends && (is_facility(members[k]) || workname_particular(d, members[k]))));
	}
	if (good < n || begins_with_body(d, members, n))
		return;
	add_built(d, index, members, n);
}

/* 力争A、B、C开工: members between the head of the clause and mention i, a word of building that ends it. */
void built_find_before(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	struct range c = clause_around(m, s, m->items[i].from);
	struct str members[BUILT_MOST];
	size_t n = 0, from = c.from;

	if (m->items[i].to != c.to || !may_part(&c))
		return;
	/* Words of building may stand in pairs: 开工建设. */
	while (i > c.first && mention_word(&m->items[i - 1], W_BUILD) && m->items[i - 1].to == m->items[i].from)
		i--;
	for (size_t k = c.first; k < i && n < BUILT_MOST; k++)
		if (parts_members(m, k, from)) {
			members[n] = n ? clause_strip(str_sub(m->s, from, m->items[k].from)) : slots_name_before(m, from, m->items[k].from);
			n++;
			from = m->items[k].to;
		}
	if (!n || n == BUILT_MOST)
		return;
	members[n++] = clause_strip(str_sub(m->s, from, m->items[i].from));
	if (begins_with_body(d, members, n))
		return;
	for (size_t k = 0; k < n; k++)
		if (!str_sized(members[k], is_facility(members[k]) ? SHORTEST_FACILITY : SHORTEST_BUILT, LONGEST_NAME) || workname_vague(members[k]) || !looks_built(d, members[k]) || workname_etc(members[k]) || words_within(members[k], W_OF))
			return;
	add_built(d, index, members, n);
}
