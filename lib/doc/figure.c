/* Knows what the words behind a figure make of it. */
#include "doc/figure.h"

#include "doc/words.h"
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
