/* Knows which columns of sums are parts of another: by what their headings say, else because they add up to it. */
#include "doc/tallied.h"

#include "doc/heading.h"
#include "zh/quantity.h"

enum {
	MOST_ROWS = 24,   /* that are asked whether their sums add up */
	MOST_SLIPS = 4    /* one row of so many may be miscounted */
};

/* The sums of some rows, in yuan; those of an empty cell are 0. Of other columns than those of money nothing is told. */
struct sums {
	struct decimal amounts[GRID_COLUMNS][MOST_ROWS];
	size_t rows;
};

static bool is_money(const struct grid *g, size_t i)
{
	return g->columns[i].role == COLUMN_MONEY;
}

static bool is_none(struct decimal d)
{
	return d.digits == 0;
}

/* The sums of row p; false where a cell holds words, or cells are missing at its end. */
static bool read_row(const struct grid *g, const struct para *p, struct sums *s)
{
	bool any = false;

	for (size_t i = 0; i < g->column_count; i++) {
		struct quantity q;

		if (!is_money(g, i))
			continue;
		struct str unit = g->columns[i].unit.n ? g->columns[i].unit : g->unit, cell = i < p->cell_count ? p->cells[i] : STR("");
		bool sum = cell.n && quantity_parse(cell, unit, &q) && q.has_value && (q.kind == QUANTITY_MONEY || q.kind == QUANTITY_BARE);

		if (i >= p->cell_count || (cell.n && !sum && !str_eq(cell, STR("-")) && !str_eq(cell, STR("/"))))
			return false;
		s->amounts[i][s->rows] = sum ? q.value : decimal_of(0);
		any |= sum;
	}
	return any;
}

static void read_sums(const struct grid *g, const struct outline *o, struct sums *s)
{
	s->rows = 0;
	for (size_t r = g->body; r < g->last && s->rows < MOST_ROWS; r++)
		s->rows += read_row(g, &o->paras[r], s);
}

/* Columns that are added up: their sums by row, and in how many of them each row holds one. */
struct run {
	struct decimal sum[MOST_ROWS];
	size_t held[MOST_ROWS], columns[GRID_COLUMNS], n;
};

static void run_add(struct run *run, const struct sums *s, size_t column)
{
	for (size_t r = 0; r < s->rows; r++) {
		run->sum[r] = run->n ? run->sum[r] : decimal_of(0);
		run->held[r] = (run->n ? run->held[r] : 0) + !is_none(s->amounts[column][r]);
		if (!decimal_add(run->sum[r], s->amounts[column][r], &run->sum[r]))
			run->sum[r] = decimal_of(-1);
	}
	run->columns[run->n++] = column;
}

/* Whether they make column `whole` in all rows but few, in one of them out of two sums at least. */
static bool makes(const struct run *run, const struct sums *s, size_t whole)
{
	size_t equal = 0, other = 0;
	bool several = false;

	for (size_t r = 0; r < s->rows && run->n > 1; r++) {
		bool same = decimal_cmp(run->sum[r], s->amounts[whole][r]) == 0;

		if (!run->held[r] && same)
			continue;
		equal += same;
		other += !same;
		several |= same && run->held[r] > 1;
	}
	return several && other * MOST_SLIPS <= equal;
}

static void make_parts(struct grid *g, const struct run *run, size_t whole)
{
	for (size_t k = 0; k < run->n; k++)
		g->columns[run->columns[k]].whole = whole + 1;
}

/* From the last column on: what is a part of a narrower sum is none of a wider one. `tops` are the columns behind the one that is asked
 * for which are parts of none, the nearest last. */
static void find_behind(struct grid *g, const struct sums *s)
{
	size_t tops[GRID_COLUMNS], count = 0;

	for (size_t i = g->column_count; i-- > 0;) {
		struct run run;
		bool found = false;

		if (!is_money(g, i))
			continue;
		run.n = 0;
		while (run.n < count && !found) {
			run_add(&run, s, tops[count - run.n - 1]);
			found = makes(&run, s, i);
		}
		if (found) {
			make_parts(g, &run, i);
			count -= run.n;
		}
		tops[count++] = i;
	}
}

/* 中央, 省级, 合计: a sum may stand behind its parts. */
static void find_before(struct grid *g, const struct sums *s)
{
	for (size_t i = 0; i < g->column_count; i++) {
		struct run run;
		bool found = false;

		if (!is_money(g, i) || !g->columns[i].total)
			continue;
		run.n = 0;
		for (size_t k = i; k-- > 0 && !found;)
			if (is_money(g, k) && !g->columns[k].whole) {
				run_add(&run, s, k);
				found = makes(&run, s, i);
			}
		if (found)
			make_parts(g, &run, i);
	}
}

/* 小计 beside 中央 and 省级 under one heading is their sum, and itself a part of 合计, under which nothing stands. */
static size_t total_before(const struct grid *g, size_t i)
{
	const struct column *c = &g->columns[i];

	for (size_t k = i; k-- > 0 && c->over.n && !c->total;)
		if (is_money(g, k) && g->columns[k].total && str_eq(g->columns[k].over, c->over))
			return k + 1;
	for (size_t k = i; k-- > 0;)
		if (is_money(g, k) && g->columns[k].total && !g->columns[k].over.n && !c->whole)
			return k + 1;
	return 0;
}

/* 其中：X is a part of the nearest sum before it that is none itself. */
static size_t sum_before(const struct grid *g, size_t i)
{
	for (size_t k = i; k-- > 0;)
		if (is_money(g, k) && !g->columns[k].part)
			return k + 1;
	return 0;
}

/* 小计 is of the kind that all its parts are of. */
static void take_kind(struct grid *g, size_t whole)
{
	struct str kind = STR("");

	for (size_t i = 0; i < g->column_count; i++) {
		if (g->columns[i].whole != whole + 1)
			continue;
		if (kind.n && !str_eq(kind, g->columns[i].arg))
			return;
		kind = g->columns[i].arg;
	}
	if (kind.n)
		g->columns[whole].arg = kind;
}

static void read_parts(struct grid *g, const struct outline *o)
{
	struct sums sums;
	bool dealt = grid_column(g, COLUMN_RECIPIENT) >= 0;

	read_sums(g, o, &sums);
	find_behind(g, &sums);
	find_before(g, &sums);
	for (size_t i = 0; i < g->column_count; i++) {
		struct column *c = &g->columns[i];

		if (!is_money(g, i) || c->whole)
			continue;
		if (c->part)
			c->whole = sum_before(g, i);
		else if (dealt)
			c->whole = total_before(g, i);
	}
	for (size_t i = g->column_count; i-- > 0;)
		if (is_money(g, i) && heading_is(g->columns[i].head) && g->columns[i].total)
			take_kind(g, i);
}

void tallied_read(struct grid *g, const struct outline *o)
{
	size_t money = 0;

	for (size_t i = 0; i < g->column_count; i++) {
		g->columns[i].whole = 0;
		money += is_money(g, i);
	}
	/* The sums of many tables stand in a single column, which is no part of another. */
	if (money > 1)
		read_parts(g, o);
}
