/* Knows how a reply speaks to those whom it answers. */
#include "verb/asked.h"

#include "zh/region.h"

/* The byte behind those who are spoken to by word w at byte `at` of s: 您, 你们, 贵单位; 0 where w speaks to nobody, as that of 贵州 does. */
static size_t behind_person(struct str s, size_t at, const struct word *w)
{
	size_t used;

	if (str_eq(w->arg, STR("you")))
		return at + w->text.n;
	if (!str_eq(w->arg, STR("office")) || (region_chain(str_from(s, at), &used) && used))
		return 0;
	at += w->text.n;
	const struct word *class = words_own(s, at, W_CLASS), *firm = class ? class : words_own(s, at, W_FIRM), *office = firm ? firm : words_own(s, at, W_DEPARTMENT);

	return office ? at + office->text.n : 0;
}

/* 您建议|由…, 您提出|将…; not 您提出|的…, 您建议|中…. */
static bool wishes(struct str s, size_t at)
{
	return words_of(s, at, W_FUTURE) || words_of(s, at, W_BY) || words_of(s, at, W_MODAL) || words_of(s, at, W_BUILD) || (words_of(s, at, W_VERB) && !words_of(s, at, W_OF));
}

long asked_begs(const struct mentions *m, const struct range *r, size_t to)
{
	for (size_t from = r->from; from < to;) {
		long k = clause_first_word(m, r, W_BEG, from, to);

		if (k < 0)
			return -1;
		const struct word *beg = mention_word(&m->items[k], W_BEG);
		size_t behind = behind_person(m->s, m->items[k].from, beg);
		const struct word *asks = behind ? words_of(m->s, behind, W_REQUEST) : NULL;

		if (str_eq(beg->arg, STR("-")) || (asks && wishes(m->s, behind + asks->text.n)))
			return k;
		from = m->items[k].to;
	}
	return -1;
}

bool asked_repeats(struct str s)
{
	enum { LONGEST = 8 /* characters: 宝贵的意见和建议 */ };
	const struct word *said = words_tail(s, W_BEG);

	if (!said || !str_eq(said->arg, STR("said")))
		return false;
	for (size_t at = words_next(s, 0, W_BEG); at < s.n; at = words_next(s, at + 1, W_BEG)) {
		size_t behind = behind_person(s, at, words_of(s, at, W_BEG));
		const struct word *asked = behind ? words_of(s, behind, W_REQUEST) : NULL;
		struct str rest = str_from(s, behind + (asked && asked->text.n < s.n - behind ? asked->text.n : 0));
		const struct word *of = words_of(rest, 0, W_OF);

		if (behind && !str_longer(str_from(rest, of ? of->text.n : 0), LONGEST))
			return true;
	}
	return false;
}
