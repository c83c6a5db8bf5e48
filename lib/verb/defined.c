/* Knows how a sentence tells which works a slogan of numbers counts up, and which of them its clauses speak of one by one. */
#include "verb/defined.h"

#include "verb/members.h"
#include "verb/trace.h"
#include "verb/workname.h"
#include "zh/numeral.h"

enum {
	SHORTEST = 3, /* characters of a road */
	LONGEST = 20
};

/* 一环, “三纵”, 两桥: a number and a word or two. */
static bool is_number_of(struct str s)
{
	enum { LONGEST_LABEL = 4 };
	struct numeral n;

	s = str_starts(s, STR("“")) && str_ends(s, STR("”")) ? str_sub(s, strlen("“"), s.n - strlen("”")) : s;
	size_t digits = numeral_match(s, &n);

	return digits && digits < s.n && !str_longer(s, LONGEST_LABEL);
}

/* 城北路, 青石大道, 环湖路(含跨湖大桥): a road or another facility by its name. */
static bool is_facility(struct str name)
{
	struct str bare = clause_bare(name);
	const struct word *work = words_tail(bare, W_WORK), *ending = words_tail(bare, W_ENDING);

	if (!str_sized(bare, SHORTEST, LONGEST) || (words_of(bare, 0, W_JOIN) && !region_match(bare, 2, NULL)) || words_within(bare, W_OF) || str_has_digit(bare))
		return false;
	/* 核心区, 北标段: a part of a place or of a work. */
	const struct word *plain = words_tail(bare, W_PLAIN);

	if (words_tail(bare, W_LEVEL) || (plain && ending && plain->text.n > ending->text.n))
		return false;
	/* 城北路: common words may make the name of a road. */
	if (ending && str_eq(ending->arg, STR("-")) && words_tail(bare, W_NAMED))
		return !words_of(bare, 0, W_CLASS) && !words_is(bare, W_PLAIN) && !words_is(bare, W_VAGUE);
	return work && !str_eq(work->arg, STR("work")) && workname_facility(bare, work);
}

bool defined_short(struct str name)
{
	enum { FEWEST = 2 };
	struct str bare = clause_bare(name), inset = str_sub(name, bare.n < name.n ? bare.n + 1 : name.n, name.n - (bare.n < name.n));
	const struct word *ending = words_tail(bare, W_ENDING);

	return is_facility(name) || (words_is(inset, W_PHASE) && str_reaches(bare, FEWEST) && ((ending && ending->text.n < bare.n) || words_tail(bare, W_WORK)) && !workname_vague(bare));
}

/* 新湖大道|三条纵向道路: the last name without the number of all. */
static struct str without_count(struct str s)
{
	struct quantity q;

	for (size_t i = SHORTEST, len; i < s.n; i += len) {
		if (quantity_match(str_from(s, i), STR(""), &q) && q.kind == QUANTITY_COUNT && q.unit.n)
			return str_sub(s, 0, i);
		str_char(s, i, &len);
	}
	return s;
}

/* 和顺路和新湖大道: the last two of a list, which a word of joining parts that stands in the name of neither; one where it stands in one. */
static void add_last(struct list *l, struct str s)
{
	for (size_t at = words_next(s, 1, W_JOIN); at < s.n; at = words_next(s, at + 1, W_JOIN)) {
		struct str before = str_sub(s, 0, at), behind = str_from(s, at + words_of(s, at, W_JOIN)->text.n);

		if (is_facility(before) && is_facility(behind)) {
			members_add(l, before);
			members_add(l, behind);
			return;
		}
	}
	members_add(l, s);
}

/* Adds the members of s; false where one is no facility. */
static bool add_facilities(struct list *l, struct str s)
{
	const struct str mark = STR("、");

	for (size_t from = 0, to; from < s.n; from = to + mark.n) {
		to = str_find(s, mark, from);
		if (to < s.n)
			members_add(l, str_sub(s, from, to));
		else
			add_last(l, str_from(s, from));
	}
	for (size_t k = 0; k < l->n; k++)
		if (!is_facility(l->members[k]))
			return false;
	return l->n > 0;
}

/* 即:|一环, 实施“五路建设”:|一横: what stands behind the last colon. */
static struct str behind_colon(struct str s)
{
	size_t at = s.n;

	while (at > 0 && s.p[at - 1] != ':')
		at--;
	return clause_strip(str_from(s, at));
}

void defined_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i];
	struct range c = clause_around(m, s, x->from);
	struct list l = {.n = 0};

	/* What stands there already is neither built nor paid. */
	if (!is_number_of(behind_colon(str_sub(m->s, c.from, x->from))) || d->head.measures || !(words_within(m->s, W_TOTALINVEST) || words_within(m->s, W_BUILD)))
		return;
	if (!add_facilities(&l, without_count(clause_strip(str_sub(m->s, x->to, c.to)))))
		return;
	for (size_t k = 0; k < l.n; k++) {
		TRACE(d, l.members[k], "project", "a work that a number of them is told to be");
		workname_add(d, index, l.members[k], l.members[k], "defined");
	}
}

struct str defined_subject(const struct mentions *m, const struct range *s, size_t i)
{
	struct range c = clause_around(m, s, m->items[i].from);
	struct str name = clause_strip(str_sub(m->s, c.from, m->items[i].from));
	const struct word *part = words_of(name, 0, W_PART);

	name = clause_strip(str_from(name, part ? part->text.n : 0));
	return str_longer(name, LONGEST) ? STR("") : name;
}
