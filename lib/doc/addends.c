/* Knows which figures a row lacks, whose empty cells have left no line: those without which the others make the sum that they make in full rows. */
#include "doc/upright.h"

#include "doc/heading.h"
#include "zh/quantity.h"

enum { MOST_FIGURES = 7, ROWS_ASKED = 64 };

/* Columns next to each other that hold figures: the first is the sum of the `parts` behind it, others may follow. */
struct run {
	size_t first, parts, n;
};

static bool is_empty(const struct cell *c)
{
	return c->to == c->from;
}

static bool figure_of(const struct upright *t, const struct cell *c, struct decimal *value)
{
	struct quantity q;

	if (is_empty(c) || !quantity_parse(upright_fold(t, c->from, c->to), STR(""), &q) || q.kind != QUANTITY_BARE || !q.has_value)
		return false;
	*value = q.value;
	return true;
}

/* Whether the cells of the run add up: nothing of those that hold nothing. */
static bool adds_up(const struct upright *t, const struct run *r, const struct cell *cells)
{
	struct decimal total, sum = decimal_of(0), part;
	bool any = false;

	if (!figure_of(t, &cells[r->first], &total))
		return false;
	for (size_t k = r->first + 1; k <= r->first + r->parts; k++) {
		if (is_empty(&cells[k]))
			continue;
		if (!figure_of(t, &cells[k], &part) || !decimal_add(sum, part, &sum))
			return false;
		any = true;
	}
	return any && decimal_cmp(sum, total) == 0;
}

static bool is_full(const struct run *r, const struct cell *cells)
{
	for (size_t k = 0; k < r->n; k++)
		if (is_empty(&cells[r->first + k]))
			return false;
	return true;
}

/* Whether the run adds up in all full rows, of which there is one at least. */
static bool holds(const struct upright *t, const struct run *r, const struct line *rows, size_t n)
{
	size_t full = 0;

	for (size_t i = 0; i < n && i < ROWS_ASKED; i++) {
		if (!is_full(r, rows[i].cells))
			continue;
		if (!adds_up(t, r, rows[i].cells))
			return false;
		full++;
	}
	return full > 0;
}

static bool holds_figures(const struct upright *t, size_t k)
{
	return t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT;
}

/* The first sum with the most parts; false: no column is one of two others at least. */
static bool find_run(const struct upright *t, const struct line *rows, size_t n, struct run *r)
{
	for (r->first = 1; r->first + 2 < t->columns; r->first++) {
		size_t money = 0;

		for (r->n = 0; r->first + r->n < t->columns && holds_figures(t, r->first + r->n); r->n++)
			money += money == r->n && t->roles[r->first + r->n] == COLUMN_MONEY;
		if (r->n > MOST_FIGURES)
			return false;
		for (r->parts = money ? money - 1 : 0; r->parts >= 2; r->parts--)
			if (holds(t, r, rows, n))
				return true;
	}
	return false;
}

/* Puts the figures of a row that does not add up where they do; those that fit as well further left stand there. */
static void replace(const struct upright *t, const struct run *r, struct cell *cells)
{
	struct cell figures[MOST_FIGURES], tried[UPRIGHT_CELLS];
	size_t n = 0;
	struct decimal value;

	for (size_t k = r->first; k < r->first + r->n; k++) {
		if (is_empty(&cells[k]))
			continue;
		if (!figure_of(t, &cells[k], &value))
			return;
		figures[n++] = cells[k];
	}
	if (n < 2 || n == r->n || adds_up(t, r, cells))
		return;
	for (unsigned set = 1; set < 1u << r->n; set++) {
		size_t used = 0;

		if ((size_t)__builtin_popcount(set) != n)
			continue;
		for (size_t k = 0; k < r->n; k++)
			tried[r->first + k] = set >> k & 1 ? figures[used++] : (struct cell){figures[0].from, figures[0].from};
		if (!adds_up(t, r, tried))
			continue;
		for (size_t k = r->first; k < r->first + r->n; k++)
			cells[k] = tried[k];
		return;
	}
}

void addends_place(const struct upright *t, struct line *rows, size_t n)
{
	struct run r;

	if (!find_run(t, rows, n, &r))
		return;
	for (size_t i = 0; i < n; i++) {
		struct arena_mark m = arena_mark(t->a);

		replace(t, &r, rows[i].cells);
		arena_release(t->a, m);
	}
}
