/* Knows what the words behind a figure make of it. */
#include "doc/figure.h"

#include "zh/phrases.h"

size_t figure_opens_total(struct str rest, size_t n)
{
	const struct word *above = words_tail(str_sub(rest, 0, n), W_ABOVE), *total = words_of(rest, n, W_TOTAL);
	size_t behind = total ? n + total->text.n : 0;

	return above && total && behind < rest.n && rest.p[behind] >= '0' && rest.p[behind] <= '9' ? above->text.n : 0;
}

bool figure_matches(struct str behind)
{
	enum { FAR = 30 };
	size_t end = words_next(str_sub(behind, 0, behind.n < FAR ? behind.n : FAR), 0, W_FUND), len;

	for (size_t i = 0; i < end; i += len) {
		uint32_t c = str_char(behind, i, &len);

		if (!phrases_is_han(c))
			return false;
	}
	const struct word *fund = words_of(behind, end, W_FUND);

	return end < FAR && fund && !str_ends(fund->arg, STR("investment"));
}

size_t figure_small(struct str s, size_t *number)
{
	size_t n = 0;

	for (*number = 0; n < s.n && s.p[n] >= '0' && s.p[n] <= '9'; n++) {
		if (n == 2)
			return 0;
		*number = *number * 10 + (size_t)(s.p[n] - '0');
	}
	return n < s.n && s.p[n] == '.' ? 0 : n;
}

void figure_share_unit(struct arena *a, struct mentions *m)
{
	struct mention *items = m->items;
	size_t k = m->n - 1;
	const struct quantity *q = items[k].quantity;
	size_t at = items[k].from + q->number_at, end = items[k].from + q->unit_end;

	while (at < end && ((m->s.p[at] >= '0' && m->s.p[at] <= '9') || m->s.p[at] == '.' || m->s.p[at] == ','))
		at++;
	/* 万元: 万 is a part of the number. */
	struct str unit = str_sub(m->s, at, end);

	if (q->kind != QUANTITY_MONEY || !unit.n || !q->has_value)
		return;
	while (k >= 2 && items[k - 1].kind == M_PAUSE && items[k - 1].to == items[k].from && items[k - 2].kind == M_QUANTITY && items[k - 2].to == items[k - 1].from && items[k - 2].quantity->kind == QUANTITY_BARE)
		k -= 2;
	const struct mention *lead = k && k < m->n - 1 && items[k - 1].to == items[k].from ? &items[k - 1] : NULL;

	if (!lead || !(mention_word(lead, W_ONCE) || mention_word(lead, W_GIVE) || mention_word(lead, W_FUND)))
		return;
	for (struct quantity one; k + 1 < m->n; k += 2)
		if (quantity_parse(str_sub(m->s, items[k].from, items[k].to), unit, &one)) {
			struct quantity *copy = ARENA_ROOM(a, struct quantity, 1);

			*copy = one;
			items[k].quantity = copy;
		}
}
