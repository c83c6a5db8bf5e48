/* Knows which names of a place's own are those of houses and institutes that are founded: 新建某县警察训练教育基地, 设立某区社区学院分院. */
#include "verb/founded.h"

#include "verb/trace.h"
#include "verb/workname.h"

enum {
	SHORTEST_OWN = 4, /* characters of the name behind the place */
	LONGEST_NAME = 30,
	LONGEST_REST = 200 /* bytes behind the deed that are looked at */
};

/* 云岭县, 石岭镇: a level behind a name of no common word, which no table of regions needs to have; its bytes, or 0. */
static size_t coined_place(struct str name)
{
	enum { SHORTEST = 6, LONGEST = 9 };

	for (size_t i = SHORTEST; i <= LONGEST && i < name.n; i += 3) {
		const struct word *end = words_of(name, i, W_NAMED);
		struct str place = str_sub(name, 0, i + (end ? end->text.n : 0));

		if (end && (words_is(end->text, W_LEVEL) || words_is(end->text, W_TOWN)) && !words_tail(place, W_PLAIN) && workname_coined(str_sub(name, 0, i)))
			return place.n;
	}
	return 0;
}

/* 某区|社区学院分院, 县|退役军人创业孵化基地: the bytes of the place that the name begins with, which is no province; 0: it begins with none. A bare level is
 * one where `bare`. */
static size_t place_of(struct str name, bool bare)
{
	size_t used;
	const struct region *r = region_chain(name, &used);
	const struct word *level = words_of(name, 0, W_LEVEL);

	if (r && used)
		return r->level == REGION_PROVINCE ? 0 : used;
	if ((used = coined_place(name)) > 0)
		return used;
	/* 区域, 县级 and 市场 are longer words. */
	return bare && level && str_chars(level->text) == 1 && (str_eq(level->arg, STR("city")) || str_eq(level->arg, STR("county"))) ? level->text.n : 0;
}

/* 建成|X|并投入使用: the words behind the deed up to where the clause goes on with another. */
static struct str founded_name(const struct mentions *m, const struct range *c, size_t from)
{
	bool far = c->to > from + LONGEST_REST;
	struct str rest = str_sub(m->s, from, far ? from + LONGEST_REST : c->to);

	for (size_t at = 0, len; at < rest.n; at += len) {
		const struct word *build = words_of(rest, at, W_BUILD), *join = words_of(rest, at, W_JOIN), *how = words_of(rest, at, W_ADVERB);
		const struct word *lead = join ? join : how;
		size_t next = at + (lead ? lead->text.n : 0);
		bool deed = lead && (words_of(rest, next, W_BUILD) || (join && words_of(rest, next, W_VERB)));

		if (at && (deed || (build && !words_of(rest, at, W_ENDING)) || words_of(rest, at, W_PAST)))
			return clause_strip(str_sub(rest, 0, at));
		str_char(rest, at, &len);
	}
	return far ? STR("") : clause_strip(rest);
}

/* Whether the name ends as a house or an institute does; a 基地 that 建设 stands before may only be developed. */
static bool ends_as_house(struct str name, bool bare)
{
	const struct word *work = words_tail(name, W_WORK), *ending = words_tail(name, W_ENDING);

	return work ? str_eq(work->arg, STR("building")) || str_eq(work->arg, STR("facility")) : ending && (str_eq(ending->arg, STR("house")) || (str_eq(ending->arg, STR("base")) && !bare));
}

/* A verb opens, or a count or a second name stands in what should be a name. 指导中心, 救助中心 tell what it is for. */
static bool is_broken(const struct mentions *m, struct str name, size_t place)
{
	struct str own = str_from(name, place);
	const struct word *verb = words_own(own, 0, W_VERB), *class = words_of(own, 0, W_CLASS);

	for (size_t at = 0, len; at < own.n; at += len) {
		const struct word *w = words_at(own, at);

		if (words_of(own, at, W_JOIN) || words_of(own, at, W_HOLD))
			return true;
		str_char(own, at, &len);
		len = w ? w->text.n : len;
	}
	return (verb && !str_eq(verb->arg, STR("noun"))) || (class && str_eq(class->arg, STR("open"))) || clause_counts(m, name) || words_within(name, W_OF) || workname_etc(name) || words_own(own, 0, W_LEVEL);
}

bool founded_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i], *before = i > s->first ? x - 1 : NULL;
	struct range c = clause_around(m, s, x->from);
	const struct word *build = mention_word(x, W_BUILD);
	bool bare = build && str_eq(build->arg, STR("bare")), opens = x->from == c.from || (before && before->to == x->from && (before->kind == M_PERIOD || mention_word(before, W_ADVERB) || mention_word(before, W_PAST) || mention_word(before, W_DONE)));

	if (!opens || d->head.measures)
		return false;
	struct str name = founded_name(m, &c, x->to);
	size_t place = place_of(name, !bare);
	struct quantity q;
	bool counted = quantity_match(str_from(m->s, (size_t)(name.p - m->s.p) + name.n), STR(""), &q) > 0;
	/* 设立县大数据中心，为县政府直属单位 tells of an office. */
	const struct word *is = c.to < m->s.n && m->s.p[c.to] == ',' ? words_of(m->s, c.to + 1, W_IS) : NULL;

	if (!place || counted || is || !str_reaches(str_from(name, place), SHORTEST_OWN) || str_longer(name, LONGEST_NAME) || !ends_as_house(name, bare) || workname_vague(str_from(name, place)) || is_broken(m, name, place))
		return false;
	TRACE(d, name, "project", "a house or an institute of a place that is founded");
	return workname_add(d, index, name, name, "founded") != NULL;
}

bool founded_branch(struct str name)
{
	enum { SHORTEST = 2, LONGEST = 4 }; /* characters of the place */
	const struct word *ending = words_tail(name, W_ENDING), *body;
	size_t end = name.n - (ending ? ending->text.n : 0), from = end;

	for (int n = 1; ending && from > 0 && n <= LONGEST; n++) {
		from = str_before(name, from);
		struct str head = str_sub(name, 0, from), place = str_sub(name, from, end);

		if (n >= SHORTEST && ((body = words_tail(head, W_FIRM)) || ((body = words_tail(head, W_ENDING)) && str_reaches(body->text, 2))) && body->text.n < head.n)
			return region_is(place) || (words_tail(place, W_NAMED) && workname_coined(place));
	}
	return false;
}
