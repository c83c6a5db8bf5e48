/* Knows which columns hold what their headings do not say: by the headings beside them, and by what stands below. */
#include "doc/inferred.h"

#include "doc/heading.h"
#include "doc/words.h"
#include "zh/quantity.h"
#include "zh/region.h"

enum { FEWEST_SUMS = 3 /* rows of a table without a head */ };

/* Whether figures stand in the column from that row on, wherever it holds anything. */
bool inferred_holds_figures(const struct grid *g, const struct outline *o, size_t from, size_t column)
{
	size_t figures = 0;

	for (size_t r = from; r < g->last; r++) {
		const struct para *p = &o->paras[r];

		if (column >= p->cell_count || !p->cells[column].n)
			continue;
		if (!heading_is_figure(p->cells[column]))
			return false;
		figures++;
	}
	return figures > 0;
}

/* Whether a column left of this one has its heading, under the same one: two lists side by side. */
static bool is_again(const struct grid *g, size_t column)
{
	for (size_t i = 0; i < column; i++)
		if (str_eq(g->columns[i].head, g->columns[column].head) && str_eq(g->columns[i].over, g->columns[column].over))
			return true;
	return false;
}

/* 投资(万元), 中央, 省, 市县: the purses behind a sum are its parts, in its unit. */
void inferred_purses(struct grid *g)
{
	for (size_t i = 1; i < g->column_count; i++) {
		struct column *c = &g->columns[i], *left = c - 1;

		if (left->role != COLUMN_MONEY || !words_is(c->head, W_PURSE) || is_again(g, i))
			continue;
		if (c->role != COLUMN_MONEY) {
			c->role = COLUMN_MONEY;
			c->arg = STR("budget");
			c->status = STR("planned");
		}
		if (!c->unit.n)
			c->unit = left->unit;
	}
}

/* 补贴额 and 奖励金额, but no 投资: of what kind the money is that the heading says is given; n 0: it does not say so. */
static struct str given_kind(struct str head)
{
	for (size_t i = words_next(head, 0, W_FUND); i < head.n; i = words_next(head, i + 1, W_FUND)) {
		struct str kind = words_of(head, i, W_FUND)->arg;

		if (str_eq(kind, STR("grant")) || str_eq(kind, STR("reward")))
			return kind;
	}
	return STR("");
}

/* 中央财政补贴额 under 单位：元/台: what is given for each of something is a standard, and the rows name what it is given for, no projects. */
void inferred_standards(struct grid *g)
{
	size_t slash = str_find(g->unit, STR("/"), 0);

	for (size_t i = 0; i < g->column_count; i++) {
		struct column *c = &g->columns[i];
		struct str basis = c->basis.n || c->unit.n || slash == g->unit.n ? c->basis : str_from(g->unit, slash + 1), kind = given_kind(c->head);

		if (c->role != COLUMN_MONEY || !basis.n || !kind.n)
			continue;
		c->role = COLUMN_POLICY;
		c->arg = kind;
		c->status = STR("rule");
		c->basis = basis;
	}
}

/* 课题名称, 责任单位: a study is undertaken by whoever answers for it, where no other column tells who does. */
void inferred_undertakers(struct grid *g)
{
	int name = grid_column(g, COLUMN_NAME);

	if (name < 0 || !str_eq(g->columns[name].arg, STR("study")) || grid_column(g, COLUMN_ORG) >= 0)
		return;
	for (size_t i = 0; i < g->column_count; i++)
		if (g->columns[i].role == COLUMN_DUTY && str_eq(g->columns[i].arg, STR("responsible")))
			g->columns[i].role = COLUMN_ORG;
}

/* Beside indicators a column holds the figures of the year that its heading names, and 单位 is what they count in. Figures below 指标 itself are shares
 * of something that is dealt out. */
void inferred_figures(struct grid *g, const struct outline *o)
{
	for (size_t i = 0; i < g->column_count; i++)
		if (g->columns[i].role == COLUMN_INDICATOR && inferred_holds_figures(g, o, g->body, i))
			g->columns[i].role = COLUMN_COUNT;
	if (grid_column(g, COLUMN_INDICATOR) < 0)
		return;
	for (size_t i = 0; i < g->column_count; i++) {
		struct column *c = &g->columns[i];

		if ((c->role == COLUMN_UNKNOWN || c->role == COLUMN_PERIOD) && heading_period(c->head).n)
			c->role = COLUMN_COUNT;
		if (c->role == COLUMN_RECIPIENT && words_is(c->head, W_UNIT))
			c->role = COLUMN_UNIT;
	}
}

/* Under 单位：万元 a column of numbers holds money, whatever its heading: it is of the kind of the one left of it. */
void inferred_money(struct grid *g, const struct outline *o)
{
	if (!heading_is_money(g->unit))
		return;
	const struct column *told = g->columns[0].role == COLUMN_MONEY && heading_is_money(g->columns[0].unit) ? &g->columns[0] : NULL;

	for (size_t i = 1; i < g->column_count; i++) {
		struct column *c = &g->columns[i];
		size_t numbers = 0, others = 0;

		if (told && c->role == COLUMN_MONEY && c->total) {
			c->arg = told->arg;
			c->status = told->status;
		}

		if (c->role != COLUMN_UNKNOWN || !c->head.n || (g->mixed && !words_within(c->head, W_FUND)))
			continue;
		for (size_t r = g->body; r < g->last; r++) {
			const struct para *p = &o->paras[r];

			/* In a shorter row the column may be another. */
			if (p->cell_count < g->column_count || !p->cells[i].n)
				continue;
			if (heading_is_number(p->cells[i]))
				numbers++;
			else
				others++;
		}
		if (!numbers || numbers < 3 * others)
			continue;
		c->role = COLUMN_MONEY;
		c->arg = STR("budget");
		c->status = STR("planned");
		for (size_t k = i; k-- > 0;)
			if (g->columns[k].role == COLUMN_MONEY) {
				c->arg = g->columns[k].arg;
				break;
			}
	}
}

/* 300万元: whether a cell of the column tells its unit itself, so that no other is known. */
static bool has_own_units(const struct grid *g, const struct outline *o, size_t column)
{
	struct quantity q;

	for (size_t r = g->body; r < g->last; r++)
		if (column < o->paras[r].cell_count && quantity_parse(o->paras[r].cells[column], STR(""), &q) && q.kind == QUANTITY_MONEY)
			return true;
	return false;
}

/* 总投资（万元）, 累计完成投资, 2024年计划投资 under no unit: the only one that a sum of the head tells is that of all. */
void inferred_units(struct grid *g, const struct outline *o)
{
	struct str unit = STR("");

	for (size_t i = 0; i < g->column_count && !heading_is_money(g->unit); i++) {
		const struct column *c = &g->columns[i];

		if (c->role != COLUMN_MONEY || !c->unit.n || c->basis.n)
			continue;
		if (unit.n && !str_eq(unit, c->unit))
			return;
		unit = c->unit;
	}
	for (size_t i = 0; unit.n && i < g->column_count; i++)
		if (g->columns[i].role == COLUMN_MONEY && !g->columns[i].unit.n && !has_own_units(g, o, i))
			g->columns[i].unit = unit;
}

/* The word of money that a title tells what is listed by: 专项扶贫资金, 投资计划; NULL: none. */
static const struct word *money_of(struct str title)
{
	const struct word *found = NULL;

	for (size_t i = 0, len; i < title.n; i += len) {
		const struct word *w = words_of(title, i, W_FUND);

		str_char(title, i, &len);
		if (w)
			found = w;
	}
	return found;
}

static bool is_amount(struct str s)
{
	struct quantity q;

	return quantity_parse(s, STR(""), &q) && (q.kind == QUANTITY_BARE || q.kind == QUANTITY_MONEY);
}

/* Names in the first column and sums in the last, without a row that says so, under a title that tells of money in a unit. */
void inferred_headless(struct grid *g, const struct outline *o)
{
	const struct word *money = money_of(g->title);
	size_t cells = o->paras[g->first].cell_count, sums = 0, rows = 0, places = 0;

	if (!money || !heading_is_money(g->unit) || cells < 2 || cells > GRID_COLUMNS)
		return;
	for (size_t r = g->first; r < g->last; r++) {
		const struct para *p = &o->paras[r];

		if (grid_filled(p) < 2)
			continue;
		if (p->cell_count != cells || is_amount(p->cells[0]))
			return;
		rows++;
		sums += is_amount(p->cells[cells - 1]);
		places += region_is(p->cells[0]);
	}
	if (rows < FEWEST_SUMS || sums < rows)
		return;
	g->column_count = cells;
	g->columns[0].role = places * 2 > rows ? COLUMN_RECIPIENT : COLUMN_CATEGORY;
	g->columns[cells - 1].role = COLUMN_MONEY;
	g->columns[cells - 1].arg = str_starts(money->arg, STR("weak:")) ? str_from(money->arg, strlen("weak:")) : money->arg;
	g->columns[cells - 1].status = STR("planned");
}
