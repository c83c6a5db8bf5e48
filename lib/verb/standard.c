/* Knows what a sum for each of something, or one that is raised, is a standard of. */
#include "verb/standard.h"

#include "verb/spent.h"

/* 80周岁以上高龄津贴标准: the name of a benefit in bytes [from, to), without the words for its measure; n 0: they name none. */
static struct str benefit(const struct judge *j, const struct slots *s, size_t from, size_t to)
{
	enum { SHORTEST = 4, LONGEST = 16, OWN = 5 /* characters of a word of money that says what for: 基础养老金 */ };
	const struct word *verb = words_of(j->m->s, from, W_VERB), *cut;

	from += verb && !str_eq(verb->arg, STR("noun")) ? verb->text.n : 0;
	struct str name = slots_name_before(j->m, from, to);
	struct period when;

	/* 新农合筹资标准, 基础养老金最低标准: a word of money or of a bound within it ends no name. */
	if (!str_reaches(name, SHORTEST) && !period_match(str_from(j->m->s, from), (struct ymd){0, 0, 0}, &when))
		name = slots_between(s, from, to);
	for (size_t k = j->sentence.first; name.n && k < s->amount; k++)
		if (j->m->items[k].kind == M_QUANTITY && j->m->items[k].from >= from && j->m->s.p + j->m->items[k].from < name.p && j->m->s.p + j->m->items[k].to >= name.p)
			name = str_sub(j->m->s, j->m->items[k].from, to);
	while ((cut = words_tail(name, W_HEADEND)) || (cut = words_tail(name, W_LUMP)) || (cut = words_tail(name, W_PERUNIT)) || (cut = words_tail(name, W_ADVERB)) || (cut = words_tail(name, W_CAP)) || (cut = words_tail(name, W_BOUND)))
		name = clause_strip(str_sub(name, 0, name.n - cut->text.n));
	while ((cut = words_of(name, 0, W_FUTURE)) && cut->text.n < name.n)
		name = clause_strip(str_from(name, cut->text.n));
	if (s->recipient_count && s->recipients[0].p == name.p && s->recipients[0].n < name.n)
		name = clause_strip(str_from(name, s->recipients[0].n));
	return str_sized(name, SHORTEST, LONGEST) && !words_tail(name, W_NAMED) && !(words_tail(name, W_PERSON) && !words_tail(name, W_WORK)) && !words_within(name, W_STAT) && !(words_is(name, W_FUND) && !str_reaches(name, OWN)) ? name : STR("");
}

struct str standard_raised(const struct judge *j, const struct slots *s)
{
	size_t from = s->clause.from, end = slots_amount(s)->from;

	if (s->invested || judge_is_rate(slots_amount(s)) || !words_tail(str_sub(j->m->s, from, end), W_MORE))
		return STR("");
	for (size_t k = s->amount; k-- > s->clause.first && j->m->items[k].from >= from;) {
		const struct mention *x = &j->m->items[k];

		if (x->kind == M_COMMA)
			break;
		if (x->kind == M_PAUSE || x->kind == M_BRACKET)
			return STR("");
		if (mention_word(x, W_MORE) || mention_word(x, W_BY) || mention_word(x, W_SINCE) || mention_word(x, W_EACH) || mention_word(x, W_PERUNIT) || mention_word(x, W_ONCE))
			end = x->from;
	}
	if (end > from || from <= j->sentence.from)
		return benefit(j, s, from, end);
	struct range before = clause_around(j->m, &j->sentence, from - 1);

	return benefit(j, s, before.from, before.to);
}

struct str standard_deed(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 4 };
	const struct mention *x = slots_amount(s);
	struct range c = s->clause;
	size_t floor = c.from > s->floor ? c.from : s->floor;
	long each = clause_first_word(j->m, &c, W_EACH, floor, x->from);

	if (!j->d->head.measures || x->quantity->kind != QUANTITY_MONEY || s->invested)
		return STR("");
	/* The clause before one that only gives. */
	if (each < 0 && s->clause.from > s->floor && (words_of(j->m->s, c.from, W_GIVE) || words_of(j->m->s, c.from, W_FUND) || words_of(j->m->s, c.from, W_LUMP))) {
		c = clause_around(j->m, &j->sentence, s->clause.from - 1);
		each = clause_first_word(j->m, &c, W_EACH, c.from > s->floor ? c.from : s->floor, c.to);
	}
	if (each < 0)
		return STR("");
	size_t from = j->m->items[each].to, to = c.to < x->from ? c.to : x->from;
	bool one = false;

	for (size_t k = (size_t)each + 1; k < c.last && j->m->items[k].from < to; k++) {
		const struct mention *y = &j->m->items[k];

		/* 每引进1人 names no object, 每增加100辆 is a step. */
		one |= y->kind == M_QUANTITY && y->quantity->kind == QUANTITY_COUNT && words_is(y->quantity->unit, W_COUNTED) && y->quantity->has_value && decimal_cmp(y->quantity->value, decimal_of(1)) == 0 &&
		       str_reaches(clause_strip(str_sub(j->m->s, y->to, to)), 2) && !words_of(j->m->s, y->to, W_FUND) && !words_of(j->m->s, y->to, W_GIVE);
		if (one && (mention_word(y, W_FUND) || mention_word(y, W_GIVE) || mention_word(y, W_LUMP)))
			to = y->from;
	}
	struct str deed = one ? slots_between(s, from, to) : STR("");
	const struct word *verb = words_of(deed, 0, W_VERB), *last;

	while ((last = words_tail(deed, W_OF)) || (last = words_tail(deed, W_ONCE)) || (last = words_tail(deed, W_MORE)) || (last = words_tail(deed, W_ADVERB)))
		deed = clause_strip(str_sub(deed, 0, deed.n - last->text.n));
	return (verb || words_of(deed, 0, W_ADVERB) || words_of(deed, 0, W_BUILD)) && str_sized(deed, SHORTEST, SPENT_LONGEST) ? deed : STR("");
}

struct str standard_inset(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 24 };
	const struct mention *x = slots_amount(s), *inset = NULL;

	for (size_t i = s->amount; x->depth && !inset && i-- > j->sentence.first;)
		inset = j->m->items[i].kind == M_BRACKET && j->m->items[i].depth < x->depth && j->m->items[i].to >= x->to ? &j->m->items[i] : NULL;
	if (!inset || !words_own(j->m->s, inset->from + 1, W_EACH))
		return STR("");
	struct str name = slots_name_before(j->m, clause_around(j->m, &j->sentence, inset->from).from, inset->from);

	return str_sized(name, SHORTEST, LONGEST) && !words_is(name, W_FUND) && !words_is(name, W_PROGRAM) ? name : STR("");
}
