/* Knows how the bare places of a list share the last words of the body behind them: 济宁、枣庄市政府. */
#include "doc/body.h"
#include "doc/words.h"
#include "zh/region.h"

void body_spread(struct body *items, size_t n)
{
	enum { SHORTEST = 3 }; /* characters of a place with its level */

	for (size_t last = 1; last < n; last++) {
		const struct body *b = &items[last];
		size_t used;

		if (items[last - 1].kind == BODY_DEPARTMENT || b->kind != BODY_DEPARTMENT || !region_is(items[last - 1].s) || !region_chain(b->s, &used) || used >= b->s.n)
			continue;
		const struct word *level = words_tail(str_sub(b->s, 0, used), W_LEVEL);

		for (size_t i = last; level && i-- > 0 && items[i].kind != BODY_DEPARTMENT && region_is(items[i].s);) {
			bool whole = words_tail(items[i].s, W_LEVEL) && str_chars(items[i].s) >= SHORTEST;

			items[i] = body_of(BODY_DEPARTMENT, items[i].s, items[i].s);
			items[i].tail = str_from(b->s, used - (whole ? 0 : level->text.n));
		}
	}
}
