/* Knows which names are the works that a number before them counts. */
#include "verb/counted.h"

#include "verb/members.h"
#include "verb/workname.h"

enum { SHORTEST_COUNTED = 4 /* characters of a member */ };

/* What stands between the count and the first member: 个项目：, 个，即, 个，分别为, 个项目分别是：. The byte behind it, or 0. *named: each
 * member must end as a project's name. */
static size_t counted_opening(const struct mentions *m, const struct range *s, const struct mention *x, bool *named)
{
	struct range c = clause_around(m, s, x->from);
	const struct word *work = words_own(m->s, x->to, W_WORK), *before = words_tail(str_sub(m->s, c.from, x->from), W_WORK);
	size_t at = x->to + (work ? work->text.n : 0);

	*named = false;
	if (!work)
		work = before;
	/* 小型项目新调入3项,分别为: the word stands farther before, so that each must be named by one. */
	for (size_t k = c.first; !work && m->items[k].from < x->from; k++) {
		work = mention_word(&m->items[k], W_WORK);
		*named = true;
	}
	if (!work || !str_eq(work->arg, STR("work")) || at >= s->to)
		return 0;
	bool colon = m->s.p[at] == ':', comma = m->s.p[at] == ',';

	at += colon || comma;
	const struct word *adverb = words_own(m->s, at, W_ADVERB), *part = words_own(m->s, at, W_PART), *is = words_own(m->s, at + (adverb && !part ? adverb->text.n : 0), W_IS);

	if (!is && !part)
		return colon ? at : 0;
	at = is ? (size_t)(is->text.n + at + (adverb && !part ? adverb->text.n : 0)) : at + part->text.n;
	return at < s->to || (at < m->s.n && m->s.p[at] == ':') ? at + (m->s.p[at] == ':') : 0;
}

/* Members that stops part, up to the full stop: 甲水厂6000万元；乙水厂5700万元。 */
static void split_stopped(struct list *l, struct str s)
{
	size_t from = 0, len = 0;
	int depth = 0;

	s = str_sub(s, 0, str_find(s, STR("。"), 0));
	for (size_t at = 0; at <= s.n; at += len) {
		uint32_t c = at < s.n ? str_char(s, at, &len) : ';';

		if (at == s.n)
			len = 1;
		depth += (c == '(') - (c == ')');
		if (depth || (c != ';' && c != 0xFF1B))
			continue;
		members_add(l, str_sub(s, from, from + str_find(str_sub(s, from, at), STR(","), 0)));
		from = at + len;
	}
}

/* X项目8亿元, X项目专项资金8亿元: the sum is no part of the name. */
static struct str without_sum(const struct mentions *m, struct str s)
{
	size_t from = (size_t)(s.p - m->s.p);
	long k = clause_last(m, from + s.n);

	if (k < 0 || m->items[k].kind != M_QUANTITY || m->items[k].from <= from || m->items[k].to != from + s.n)
		return s;
	s = clause_strip(str_sub(m->s, from, m->items[k].from));
	for (const struct word *w; ((w = words_tail(s, W_PROGRAM)) || (w = words_tail(s, W_FUND)) || (w = words_tail(s, W_TOTALINVEST))) && w->text.n < s.n;)
		s = clause_strip(str_sub(s, 0, s.n - w->text.n));
	return s;
}

/* 市场迁建及物流中心项目、小区改造及配套设施项目: members that pauses part, where the joining words belong to their names; *l is written over. */
static void split_pauses(struct list *l, struct str s)
{
	const struct str pause = STR("、");
	size_t from = 0, len;
	int depth = 0;

	l->n = 0;
	for (size_t at = 0; at < s.n; at += len) {
		str_char(s, at, &len);
		depth += (s.p[at] == '(') - (s.p[at] == ')');
		if (depth || !str_starts(str_from(s, at), pause))
			continue;
		members_add(l, str_sub(s, from, at));
		from = at + len;
	}
	members_add(l, str_from(s, from));
}

/* Whether the list has as many members as are counted; a full one may have been cut. */
static bool is_all(const struct list *l, const struct mention *x)
{
	return l->n > 1 && l->n < MOST_LISTED && decimal_cmp(decimal_of((long)l->n), x->quantity->value) == 0;
}

void counted_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i];

	if (x->quantity->kind != QUANTITY_COUNT || !x->quantity->has_value || !words_is(x->quantity->unit, W_COUNTED))
		return;
	bool named;
	size_t from = counted_opening(m, s, x, &named);
	struct list l;

	if (!from)
		return;
	l = (struct list){.n = 0};
	if (str_has(str_sub(m->s, from, s->to), STR(";")) || m->s.p[from - 1] == ':')
		split_stopped(&l, str_from(m->s, from));
	if (l.n < 2) {
		l.n = 0;
		members_split(&l, str_sub(m->s, from, clause_around(m, s, from).to));
	}
	if (!is_all(&l, x)) {
		split_pauses(&l, str_sub(m->s, from, clause_around(m, s, from).to));
		named = true;
	}
	if (!is_all(&l, x))
		return;
	for (size_t k = 0; k < l.n; k++) {
		l.members[k] = without_sum(m, l.members[k]);
		if (str_chars(l.members[k]) < SHORTEST_COUNTED || workname_vague(l.members[k]) || (named && !words_tail(l.members[k], W_WORK)))
			return;
	}
	for (size_t k = 0; k < l.n; k++)
		workname_add(d, index, l.members[k], l.members[k], "counted-list");
}
