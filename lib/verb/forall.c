/* Knows where the purpose is told that holds for all sums of a list. */
#include "verb/forall.h"

static bool is_sum(const struct mention *x, size_t at)
{
	return x->from == at && x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY;
}

/* 中央资金2000万元、|省级资金1000万元: the mention of the sum that a purse stands before at byte `at`, whose mentions begin at `k`; 0: none does. */
static size_t sum_of_purse(const struct slots *s, size_t k, size_t at)
{
	enum { LONGEST = 36 };

	for (size_t first = k; k < s->sentence.last && s->m->items[k].from <= at + LONGEST; k++) {
		const struct mention *x = &s->m->items[k];
		bool purse = x->kind == M_BODY ? x->body.kind == BODY_TREASURY : mention_word(x, W_PURSE) || mention_word(x, W_TREASURY);

		if (k == first ? x->from != at || !purse : x->kind == M_PAUSE || x->kind == M_COMMA || x->kind == M_BRACKET)
			return 0;
		if (x->kind == M_QUANTITY)
			return x->quantity->kind == QUANTITY_MONEY ? k : 0;
	}
	return 0;
}

/* 安排甲县1000万元、乙县800万元，用于X: the last sum of the list of places, or of purses (中央资金2000万元、省级资金1000万元), that goes on
 * behind the amount; the amount itself where none does. */
static size_t last_of_places(const struct slots *s)
{
	enum { MOST = 24 };
	size_t last = s->amount, used, sum;
	bool paid = s->funder.kind == BODY_TREASURY && s->funder.s.p >= s->m->s.p + s->clause.from && !s->invested;

	for (size_t n = 0; n < MOST && last + 1 < s->sentence.last; n++) {
		size_t first = clause_whose(s->m, last, s->sentence.last);

		/* 1200万元中央资金、300万元省级资金 */
		if (first + 2 < s->sentence.last && s->m->items[first + 1].kind == M_PAUSE && s->m->items[first + 1].from == s->m->items[first].to && is_sum(&s->m->items[first + 2], s->m->items[first + 1].to)) {
			last = first + 2;
			continue;
		}
		const struct mention *pause = &s->m->items[last + 1];
		bool goes_on = (pause->kind == M_PAUSE || pause->kind == M_COMMA) && pause->from == s->m->items[last].to;

		if (goes_on && paid && (sum = sum_of_purse(s, last + 2, pause->to)) > 0) {
			last = sum;
			continue;
		}
		size_t next = last + 2, at = goes_on && region_chain(str_from(s->m->s, pause->to), &used) ? pause->to + used : s->m->n;

		while (next < s->sentence.last && s->m->items[next].from < at)
			next++;
		if (next >= s->sentence.last || !is_sum(&s->m->items[next], at))
			break;
		last = next;
	}
	return last;
}

/* The word of purpose behind a list of places with a sum each, at its comma, or -1. */
static long behind_places(const struct slots *s)
{
	size_t last = clause_has(&s->sentence, W_FORWHAT) ? last_of_places(s) : s->amount, end = s->m->items[clause_whose(s->m, last, s->sentence.last)].to;
	long w = last > s->amount ? clause_first_word(s->m, &s->sentence, W_FORWHAT, end, s->sentence.to) : -1;

	return w >= 0 && (s->m->items[w].from == end || (s->m->items[w].from == end + 1 && s->m->s.p[end] == ',')) ? w : -1;
}

/* 下达31亿元，其中2013年8亿元、2014年10亿元，主要用于X: what stands behind the parts is what all are for; the mention of 用于, or -1. */
static long shared_behind(const struct slots *s)
{
	size_t last = s->amount;

	if (!clause_has(&s->sentence, W_PART) || !clause_has(&s->sentence, W_FORWHAT))
		return -1;
	for (size_t i = s->sentence.first; i < s->sentence.last; i++)
		if (s->m->items[i].kind == M_QUANTITY && s->m->items[i].quantity->kind == QUANTITY_MONEY && !s->m->items[i].depth)
			last = i;
	size_t end = s->m->items[last].to;
	bool parts = clause_first_word(s->m, &s->sentence, W_PART, s->sentence.from, end) >= 0;
	long w = parts && clause_first_word(s->m, &s->sentence, W_FORWHAT, s->sentence.from, end) < 0 ? clause_first_word(s->m, &s->sentence, W_FORWHAT, end, s->sentence.to) : -1;

	/* …，其中2亿元用于X: right behind a part it is that part's. */
	return w >= 0 && s->m->items[w].from > end && str_has(str_sub(s->m->s, end, s->m->items[w].from), STR(",")) ? w : -1;
}

long forall_purpose(const struct slots *s)
{
	long w = shared_behind(s);

	return w >= 0 ? w : behind_places(s);
}
