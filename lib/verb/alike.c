/* Knows which members of a list without 等 share words: those that the last of them ends in, or the name that the first of them begins with. */
#include "verb/alike.h"

#include "verb/clause.h"
#include "verb/landscape.h"
#include "verb/listed.h"
#include "verb/members.h"
#include "verb/workname.h"
#include "zh/numeral.h"

enum {
	SHORT_MEMBER = 12,   /* bytes of a short name in a list */
	COINED = 6,          /* bytes of the begin of a coined name */
	SHORTEST_SHARING = 2 /* characters of a member, and of what it shares with the next */
};

/* 青石至白河|铁路: the bytes of the stretch from one place to another that s begins with, or 0. */
static size_t stretch(struct str s)
{
	enum { LONGEST = 18 }; /* bytes of the second place */
	const struct word *span;
	size_t at = words_next(s, COINED, W_SPAN), len;

	if (at >= s.n || !(span = words_of(s, at, W_SPAN)) || !workname_coined(str_sub(s, 0, COINED)) || words_within(str_sub(s, 0, at), W_WORK))
		return 0;
	size_t from = at + span->text.n, place = region_match(str_from(s, from), 2, NULL);

	if (place)
		return from + place;
	for (at = from; at < s.n && at <= from + LONGEST; at += len) {
		const struct word *w = words_at(s, at);

		if (w && w->text.n > 3 && at >= from + COINED)
			return at;
		str_char(s, at, &len);
	}
	return at == s.n && at >= from + COINED ? at : 0;
}

/* The bytes of `member` that are its own, as all of `like` is: G109、G219|提质改造, 北段、东段|综合管廊, 松县、白县|水厂, 松桂、松粤|铁路, 上革河道、
 * 小辛河道|治理; 0: they are not alike. */
static size_t own_part(struct str member, struct str like)
{
	const struct word *land = words_tail(like, W_PLAIN), *named = land && words_is(str_sub(land->text, 0, 3), W_NAMED) ? land : words_tail(like, W_NAMED);
	size_t used, digits = workname_numbered(like);

	if (digits)
		return digits == like.n ? workname_numbered(member) : 0;
	if (words_is(like, W_PLAIN) || words_is(like, W_VAGUE) || words_is(like, W_CLASS) || str_chars(like) < SHORTEST_SHARING)
		return 0;
	if (region_is(like) && region_chain(member, &used) && used < member.n)
		return used;
	/* 青石至白河、白河至松岭|铁路 */
	if (stretch(like) == like.n)
		return stretch(member);
	/* 黄江、苏河|堤防改造 */
	if (named && str_eq(named->arg, STR("geo")) && landscape_at(like) == like.n)
		return landscape_at(member);
	for (size_t i = 0, len; named && i < member.n; i += len) {
		str_char(member, i, &len);
		if (i >= like.n / 2 && str_starts(str_from(member, i), named->text))
			return i + named->text.n;
	}
	const struct word *work = words_tail(member, W_WORK);

	return work && str_eq(work->arg, STR("facility")) && str_chars(like) == SHORTEST_SHARING && member.n > like.n && workname_coined(like) && workname_coined(str_sub(member, 0, like.n)) ? like.n : 0;
}

static bool is_whole(struct str member)
{
	const struct word *ending = words_tail(member, W_ENDING);

	/* 二期, but not 北段 */
	return words_tail(member, W_WORK) || (words_tail(member, W_PHASE) && !words_tail(member, W_NAMED)) || (ending && str_eq(ending->arg, STR("deed")));
}

/* 隆化|一期 among 徐水、隆化一期、迁西抽水蓄能电站: a short name without its phase, else all of it. */
static struct str without_phase(struct str member)
{
	enum { LONGEST = 3 }; /* characters */
	const struct word *phase = words_tail(member, W_PHASE);
	struct str own = str_sub(member, 0, member.n - (phase ? phase->text.n : 0));

	return own.n && !str_longer(own, LONGEST) && workname_coined(own) ? own : member;
}

/* Whether behind the first n bytes of `last` a work goes on (原水支线工程, 污水处理厂扩建): with a word of some length, *worded. */
static bool goes_on(struct str last, size_t n, bool *worded)
{
	const struct word *work = words_tail(last, W_WORK), *next = words_at(last, n);

	*worded = next && str_reaches(next->text, 2);
	return ((work && n + work->text.n < last.n) || words_of(last, n, W_WORK)) && workname_coined(str_sub(last, 0, n));
}

/* 闵河、金洲|原水支线工程, 竹园、白龙港、泰和|污泥处理工程: the bytes of the last of n members that are its own, where short names of no common words stand
 * before it, as many as one of them has; 0: there are others. Where a known word follows, that is its end. */
static size_t own_coined(const struct str *members, size_t n)
{
	size_t own = 0;
	bool known = false;

	for (size_t k = 0; k + 1 < n; k++) {
		struct str s = members[k];
		bool worded;

		if (!s.n || s.n > SHORT_MEMBER || !str_reaches(s, SHORTEST_SHARING) || !workname_coined(s) || words_tail(s, W_FIELD) || words_tail(s, W_SORT) || words_is(s, W_PLAIN) || words_is(s, W_VAGUE) || words_is(s, W_CLASS))
			return 0;
		if (!goes_on(members[n - 1], s.n, &worded) || (own && known && !worded) || (own && known == worded && s.n >= own))
			continue;
		own = s.n;
		known = worded;
	}
	return own;
}

/* 甲县、乙县|的|污水处理厂: what is built in each place that is listed. */
static struct str of_places(const struct list *l, struct str tail)
{
	const struct word *of = region_is(l->members[0]) ? words_of(tail, 0, W_OF) : NULL, *build = of ? words_tail(tail, W_BUILD) : NULL;
	const struct word *work = of ? words_tail(str_sub(tail, 0, tail.n - (build ? build->text.n : 0)), W_WORK) : NULL;

	return work && !str_eq(work->arg, STR("work")) ? str_from(tail, of->text.n) : tail;
}

/* The first of the members lack the words that a later one ends in, each of them is a project with these words: how many members that are; 0: they share
 * nothing. */
static size_t add_shared(struct doc *d, size_t index, const struct str *members, size_t n)
{
	struct list l = {.n = 0};
	size_t last = 0, own;

	while (last < n && (!is_whole(members[last]) || (last + 1 < n && without_phase(members[last]).n < members[last].n)))
		last++;
	if (!last || last == n || last >= MOST_LISTED || d->head.measures || workname_etc(members[last]))
		return 0;
	own = own_part(members[last], without_phase(members[0]));
	for (size_t k = 0; k < last && own; k++)
		own = own_part(members[last], without_phase(members[k])) == own ? own : 0;
	own = own ? own : own_coined(members, last + 1);
	for (size_t k = 0; k < last; k++)
		l.members[l.n++] = members[k];
	/* 徐水、滦平、隆化一期抽水蓄能电站: the phase is the last one's own. */
	const struct word *phase = own ? words_of(members[last], own, W_PHASE) : NULL;

	own += phase && own + phase->text.n < members[last].n ? phase->text.n : 0;
	l.members[l.n++] = str_sub(members[last], 0, own);
	l.tail = l.work = of_places(&l, clause_strip(str_from(members[last], own)));
	/* 3条公路: what is counted is read elsewhere; 12号线、3号线一期 share no more. */
	if (!own || words_is(l.tail, W_PHASE) || members_count_at(l.tail) || str_chars(l.tail) < SHORTEST_SHARING || !is_whole(l.tail) || words_within(l.tail, W_OF))
		return 0;
	l.whole = (struct str){members[0].p, (size_t)(members[last].p + members[last].n - members[0].p)};
	for (size_t k = 0; k < l.n; k++)
		listed_compose(d, index, &l, k);
	return l.n;
}

/* 东滩|七期: the name before the phase that it ends in, where it is one; n 0: it is none. */
static struct str before_phase(struct str name)
{
	const struct word *w = words_tail(name, W_PHASE);
	struct str stem = str_sub(name, 0, name.n - (w ? w->text.n : 0));

	return w && str_reaches(stem, SHORTEST_SHARING) && !workname_vague(stem) && workname_coined(str_sub(stem, 0, COINED)) ? stem : STR("");
}

/* 电厂|一、二|期: the same where the first has the number alone; *unit: what it leaves to the next. */
static struct str before_number(struct str name, struct str next, struct str *unit)
{
	const struct word *phase = name.n ? words_of(next, 0, W_PHASE) : NULL;
	size_t number = phase ? str_before(name, name.n) : 0, len;
	struct numeral n;

	if (!phase || !numeral_match(str_from(name, number), &n) || !numeral_match(next, &n))
		return STR("");
	str_char(next, 0, &len);
	*unit = str_sub(next, len, phase->text.n);
	name = str_sub(name, 0, number);
	return str_reaches(name, SHORTEST_SHARING) && !workname_vague(name) && workname_coined(str_sub(name, 0, COINED)) ? name : STR("");
}

/* a and b and c as they are written. */
static struct str join_written(struct doc *d, struct str a, struct str b, struct str c)
{
	const struct view *v = &d->outline.view;
	struct str name = arena_join(d->arena, view_written(v, a, d->arena), view_written(v, b, d->arena));

	return c.n ? arena_join(d->arena, name, view_written(v, c, d->arena)) : name;
}

/* 横河东滩七期、八期滩涂整治: phases of one work, of which the last one may tell what is done: how many of the members they are; 0: there are none. */
static size_t add_phases(struct doc *d, size_t index, const struct str *members, size_t n)
{
	struct str unit = STR(""), stem = before_phase(members[0]), tail = STR("");
	size_t last = 0;

	if (!stem.n && n > 1)
		stem = before_number(members[0], members[1], &unit);
	for (const struct word *w; stem.n && !tail.n && last + 1 < n && (w = words_of(members[last + 1], 0, W_PHASE)); last++)
		tail = clause_bare(str_from(members[last + 1], w->text.n));
	if (!last || (tail.n && !is_whole(tail)) || words_within(tail, W_OF))
		return 0;
	struct str whole = {members[0].p, (size_t)(members[last].p + members[last].n - members[0].p)};

	listed_add(d, index, whole, members[0], join_written(d, members[0], unit, tail));
	for (size_t k = 1; k <= last; k++)
		listed_add(d, index, whole, members[k], join_written(d, stem, str_sub(members[k], 0, words_of(members[k], 0, W_PHASE)->text.n), tail));
	return last + 1;
}

/* 南江东滩促淤二期、整治一期工程: the second is what else is done there, told in as many characters as the first: whether it is added. */
static bool add_other_deed(struct doc *d, size_t index, const struct str *members)
{
	struct str stem = before_phase(members[0]);
	const struct word *deed = words_of(members[1], 0, W_ENDING);

	if (!stem.n || !deed || !str_eq(deed->arg, STR("deed")) || !words_of(members[1], deed->text.n, W_PHASE) || stem.n < deed->text.n + COINED)
		return false;
	stem.n -= deed->text.n;
	return listed_add(d, index, members[1], members[1], join_written(d, stem, members[1], STR(""))) != NULL;
}

size_t alike_take(struct doc *d, size_t index, struct str *members, size_t n)
{
	size_t kept = 0;

	for (size_t k = 0, used; k < n; k += used ? used : 1) {
		/* Between two of them none begins. */
		used = k == 0 || is_whole(members[k - 1]) ? add_phases(d, index, members + k, n - k) : 0;
		used = used || (k && !is_whole(members[k - 1])) ? used : add_shared(d, index, members + k, n - k);
		if (!used && !(k && add_other_deed(d, index, members + k - 1)))
			members[kept++] = members[k];
	}
	return kept;
}
