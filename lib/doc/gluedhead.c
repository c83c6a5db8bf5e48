/* Knows which line is nothing but headings that nothing parts. */
#include "doc/gluedhead.h"

#include "doc/heading.h"
#include "doc/words.h"

struct str gluedhead_fold(struct glued *t, size_t from, size_t to)
{
	return heading_fold(str_sub(t->ls->text, from, to), &t->b);
}

/* Whether any heading of the table of headings begins at byte `at`. */
static bool has_heading(struct glued *t, size_t at, size_t end)
{
	size_t to = at, len;

	while (to < end && to - at < LONGEST_HEADING) {
		str_char(t->ls->text, to, &len);
		to += len;
	}
	/* Nearly every line is dismissed here: few are folded, and those once. */
	if (!heading_may_open(str_sub(t->ls->text, at, to)))
		return false;
	struct str s = gluedhead_fold(t, at, to);

	for (size_t n = 0; n < s.n;) {
		str_char(s, n, &len);
		n += len;
		if (n > len && heading_is(str_sub(s, 0, n)))
			return true;
	}
	return false;
}

void gluedhead_ways(struct glued *t, size_t start, size_t end, struct glued_way *ways)
{
	enum { NONE = 1000, UNKNOWN = 4 }; /* what a character costs that is none of a heading; a heading costs 1 */
	size_t len;

	for (size_t k = 0; k <= end - start; k++)
		ways[k] = (struct glued_way){k ? (size_t)NONE : 0, 0, false};
	for (size_t at = start; at < end; at += len) {
		const struct glued_way *here = &ways[at - start];

		str_char(t->ls->text, at, &len);
		if (here->cost + UNKNOWN < ways[at + len - start].cost)
			ways[at + len - start] = (struct glued_way){here->cost + UNKNOWN, at - start, false};
		if (!heading_may_open(str_sub(t->ls->text, at, end)))
			continue;
		for (size_t to = at + len, step; to < end && to - at < LONGEST_HEADING; ) {
			str_char(t->ls->text, to, &step);
			to += step;
			if (here->cost + 1 < ways[to - start].cost && heading_may_close(str_sub(t->ls->text, at, to)) && heading_is(gluedhead_fold(t, at, to)))
				ways[to - start] = (struct glued_way){here->cost + 1, at - start, true};
		}
	}
}

bool gluedhead_read(struct glued *t, size_t i)
{
	const struct line *l = &t->ls->items[i];
	struct cell turned[MOST_COLUMNS];
	bool sums = false;
	size_t n = 0, unknown = 0;

	t->number = 0;
	if (!has_heading(t, l->from, l->to))
		return false;
	struct glued_way *ways = arena_room(t->a, l->to - l->from + 1, sizeof *ways);

	gluedhead_ways(t, l->from, l->to, ways);
	for (size_t at = l->to - l->from; at; at = ways[at].from) {
		const struct glued_way *w = &ways[at];

		unknown += w->known ? 0 : at - w->from;
		/* 学校, 名称: what is no heading belongs to the one behind it. */
		if (!w->known && n) {
			turned[n - 1].from = l->from + w->from;
			continue;
		}
		if (!w->known || n == MOST_COLUMNS)
			return false;
		turned[n++] = (struct cell){l->from + w->from, l->from + at};
	}
	t->columns = n;
	for (size_t k = 0; k < n; k++) {
		t->heads[k] = turned[n - 1 - k];
		t->roles[k] = grid_heading(gluedhead_fold(t, t->heads[k].from, t->heads[k].to));
		sums |= t->roles[k] == COLUMN_MONEY;
	}
	t->seq = n > 1 && t->roles[0] == COLUMN_CATEGORY && t->roles[1] == COLUMN_SEQ;
	t->numbered = n > t->seq && t->roles[t->seq] == COLUMN_SEQ;
	return n >= FEWEST_COLUMNS && unknown * 2 <= l->to - l->from && (t->numbered || (sums && t->roles[0] == COLUMN_RECIPIENT));
}
