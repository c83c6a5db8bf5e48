/* Knows the rows of a page whose number stands in the middle of their lines, beside cells of several. */
#include "doc/centred.h"

#include "doc/heading.h"
#include "doc/words.h"

enum { FEWEST_ROWS = 2 };

enum kind {
	KIND_EMPTY,
	KIND_REST,   /* words alone */
	KIND_NUMBER, /* the number of a row stands in it */
	KIND_WHOLE   /* a total, or what names the rows below it: a row of one line */
};

static enum kind kind_of(struct laidout *t, size_t line)
{
	const struct piece *p = pieces_count(t, line) ? pieces_at(t, line, 0) : NULL;

	if (!p)
		return KIND_EMPTY;
	if (words_of(pieces_fold(t, p), 0, W_SUM) || pieces_name_group(t, line))
		return KIND_WHOLE;
	/* A number stands before all that stands under the second heading. */
	return p->right <= pieces_at(t, t->first, 1)->left && pieces_number(t, p) ? KIND_NUMBER : KIND_REST;
}

static bool covers(struct laidout *t, size_t line, const struct piece *p)
{
	struct span s = {p->left, p->right};

	for (size_t k = 0; k < pieces_count(t, line); k++)
		if (pieces_overlap(&s, pieces_at(t, line, k)))
			return true;
	return false;
}

/* Whether words stand above and below the line with nothing between them on it: both are of one cell, for no cell has a hole. */
static bool goes_through(struct laidout *t, size_t above, size_t line, size_t below)
{
	for (size_t k = 0; k < pieces_count(t, above); k++) {
		const struct piece *p = pieces_at(t, above, k);

		if (!covers(t, line, p) && covers(t, below, p))
			return true;
	}
	return false;
}

/* As many lines stand above a row's number as below it, from line `from` on; false: they do not, or nothing shows that this is not by chance. */
static bool read_even(struct laidout *t, size_t from)
{
	size_t above = 0, below = 0, begin = from, rows = 0;
	bool through = false;

	memset(t->begins, 0, (from - t->first) * sizeof *t->begins);
	for (size_t i = from; i < t->end; i++) {
		enum kind k = kind_of(t, i);

		t->begins[i - t->first] = false;
		if (k == KIND_REST && below) {
			below--;
		} else if (k == KIND_REST) {
			begin = above++ ? begin : i;
		} else if (k != KIND_EMPTY) {
			if (below || (above && k == KIND_WHOLE))
				return false;
			begin = above ? begin : i;
			t->begins[begin - t->first] = true;
			through |= above && i + 1 < t->end && goes_through(t, i - 1, i, i + 1);
			rows += k == KIND_NUMBER;
			below = above;
			above = 0;
		}
	}
	/* The text behind the table. */
	if (!below && above && t->ls->items[begin].blanks)
		t->end = begin;
	else if (below || above)
		return false;
	return rows >= FEWEST_ROWS && through;
}

/* Blank lines part the rows, each with one number, wherever in it that stands. */
static bool read_blocks(struct laidout *t)
{
	size_t i = t->first + 1, rows = 0, body;
	bool below = false;

	while (i < t->end && !t->ls->items[i].blanks)
		i++;
	for (body = i; i < t->end;) {
		size_t begin = i, numbers = 0, whole = 0;

		do {
			enum kind k = kind_of(t, i);

			t->begins[i - t->first] = i == begin;
			numbers += k == KIND_NUMBER;
			whole += k == KIND_WHOLE;
			below |= k == KIND_NUMBER && i > begin;
		} while (++i < t->end && !t->ls->items[i].blanks);
		rows += numbers;
		if (numbers + whole == 1)
			continue;
		if (numbers + whole)
			return false;
		t->end = begin;
	}
	if (rows < FEWEST_ROWS || !below)
		return false;
	t->body = body;
	return true;
}

/* Whether the line begins as the head of a table whose rows have numbers. */
static bool is_head(struct laidout *t, size_t line)
{
	return pieces_count(t, line) > 1 && (grid_heading(pieces_fold(t, pieces_at(t, line, 0))) == COLUMN_SEQ || pieces_seq_broken(t, line));
}

bool centred_find(struct laidout *t)
{
	size_t whole = t->end, end = t->first + 1;

	if (!is_head(t, t->first))
		return false;
	/* Another table may follow. */
	while (end < whole && !is_head(t, end))
		end++;
	t->begins = ARENA_ARRAY(t->a, bool, end - t->first);
	t->end = end;
	if (read_blocks(t))
		return true;
	for (size_t from = t->first + 1; from <= t->body && from < end; from++) {
		t->end = end;
		if (kind_of(t, from) == KIND_REST && read_even(t, from)) {
			t->body = from;
			return true;
		}
	}
	t->end = whole;
	t->begins = NULL;
	return false;
}
