/* Knows which cells of a table stand for the rows below them too. */
#include "doc/spanned.h"

#include "doc/heading.h"
#include "doc/words.h"
#include "zh/period.h"
#include "zh/quantity.h"

enum { LONGEST_SHARED = 60 /* characters of a cell that stands for rows below it: a name, a list of bodies */ };

/* The columns that may span rows: those left of what each row is about. */
static size_t count_spanning(const struct grid *g)
{
	int name = grid_column(g, COLUMN_NAME);
	size_t n = 0;

	if (name < 0)
		name = grid_column(g, COLUMN_TASK);
	if (name < 0)
		name = grid_last(g, COLUMN_INDICATOR);
	if (name >= 0)
		return (size_t)name;
	/* 奖励标准 tells its sums in sentences. */
	while (n < g->column_count && g->columns[n].role != COLUMN_MONEY && g->columns[n].role != COLUMN_COUNT && g->columns[n].role != COLUMN_POLICY)
		n++;
	return n < g->column_count && n > 0 ? n - 1 : 0;
}

static bool spans(const struct column *c)
{
	return c->role != COLUMN_SEQ && c->role != COLUMN_MONEY && c->role != COLUMN_COUNT && c->role != COLUMN_IGNORE;
}

/* Whether the cell is such as its column holds: figures where figures are told, days where days are, words elsewhere. */
static bool suits(const struct column *c, struct str cell)
{
	struct quantity q;
	struct period when;
	/* Beside indicators a figure may have its unit: ≥3200户. */
	bool measured = (c->role == COLUMN_INDICATOR || c->role == COLUMN_COUNT) && quantity_parse(cell, STR(""), &q), figure = measured || heading_is_figure(cell);

	if (!cell.n || c->role == COLUMN_UNKNOWN || c->role == COLUMN_PERIOD || c->role == COLUMN_POLICY || c->role == COLUMN_START || c->role == COLUMN_DEADLINE || c->role == COLUMN_IGNORE)
		return true;
	if ((c->role == COLUMN_NAME || c->role == COLUMN_TASK || c->role == COLUMN_DUTY || c->role == COLUMN_ORG) && period_parse(cell, (struct ymd){0, 0, 0}, &when))
		return false;
	if (c->role == COLUMN_SEQ || c->role == COLUMN_MONEY || c->role == COLUMN_COUNT)
		return figure || cell.p[0] == '(' || (cell.p[0] >= '0' && cell.p[0] <= '9');
	return !figure;
}

/* Whether all cells of the row suit when `missing` of them are left out from column `gap` on. */
static bool fits(const struct grid *g, const struct para *p, size_t gap, size_t missing)
{
	for (size_t i = 0; i < p->cell_count; i++)
		if (!suits(&g->columns[i < gap ? i : i + missing], p->cells[i]))
			return false;
	return true;
}

/* Whether a row is shorter than the head, and not because the last cells are missing in it: by half of its cells at most, for a row of less may be
 * anything, unless the head tells of indicators in several steps. */
static bool lacks_cells(const struct grid *g, const struct para *p)
{
	if (p->cell_count < 2 || p->cell_count >= g->column_count)
		return false;
	bool most = g->column_count - p->cell_count <= p->cell_count || grid_column(g, COLUMN_INDICATOR) >= 0;

	return most && !fits(g, p, p->cell_count, 0);
}

/* 重点任务 once, and 具体措施 in each of its rows: the task is then what each row tells, the other one its class. */
static void class_tasks(struct grid *g, const struct outline *o)
{
	int task = grid_column(g, COLUMN_TASK);
	size_t at = (size_t)task;

	if (task < 0 || at + 1 >= g->column_count || g->columns[at + 1].role != COLUMN_TASK)
		return;
	for (size_t i = g->body; i < g->last; i++) {
		const struct para *p = &o->paras[i];

		if (p->cell_count >= g->column_count ? !p->cells[at].n && p->cells[at + 1].n : lacks_cells(g, p)) {
			g->columns[at].role = COLUMN_CATEGORY;
			return;
		}
	}
}

/* A row that lacks the cells of columns that span rows gets empty ones. */
static void add_missing(const struct grid *g, struct outline *o, struct para *p, size_t spanning)
{
	size_t missing = g->column_count - p->cell_count, gap = 0;

	if (!lacks_cells(g, p))
		return;
	while (gap + missing <= spanning && !fits(g, p, gap, missing))
		gap++;
	if (gap + missing > spanning)
		return;
	struct str *cells = ARENA_ARRAY(o->arena, struct str, g->column_count);

	for (size_t i = 0; i < g->column_count; i++)
		cells[i] = i < gap ? p->cells[i] : i < gap + missing ? STR("") : p->cells[i - missing];
	p->cells = cells;
	p->cell_count = g->column_count;
}

/* 运营奖励 | 日常奖励 | 0.1元/度 under 奖励方式 | 奖励标准: of a row with a cell too many the last holds the figures of the last column. */
static void drop_surplus(const struct grid *g, struct para *p)
{
	size_t last = g->column_count ? g->column_count - 1 : 0;
	enum column_role role = g->columns[last].role;

	if (p->cell_count != g->column_count + 1 || (role != COLUMN_POLICY && role != COLUMN_MONEY) || str_has_digit(p->cells[last]) || !str_has_digit(p->cells[last + 1]))
		return;
	p->cells[last] = p->cells[last + 1];
	p->cell_count = g->column_count;
}

static bool is_sum(struct str s)
{
	return words_of(s, 0, W_SUM) || words_tail(s, W_SUMROW);
}

/* Takes what is empty from above, and keeps what is not for the rows below; what stands right of a new name begins anew. */
static void carry(const struct grid *g, struct para *p, struct str *above, size_t spanning, bool total)
{
	for (size_t i = 0; i < spanning && i < p->cell_count; i++) {
		if (!spans(&g->columns[i]))
			continue;
		if (p->cells[i].n && !str_eq(p->cells[i], above[i])) {
			above[i] = is_sum(p->cells[i]) || str_longer(p->cells[i], LONGEST_SHARED) ? STR("") : p->cells[i];
			for (size_t k = i + 1; k < spanning; k++)
				above[k] = STR("");
		} else if (!p->cells[i].n && !total) {
			p->cells[i] = above[i];
		}
	}
}

static bool holds_bodies(const struct column *c)
{
	return c->role == COLUMN_DUTY || c->role == COLUMN_PARTNER;
}

/* Of a table of tasks, each of which somebody must do: who does those above does a row without a body and a number of its own too, and who takes part in those
 * above as well where the row names nobody. */
static void carry_duty(const struct grid *g, struct para *p, struct str *above)
{
	int task = grid_column(g, COLUMN_TASK), duty = grid_column(g, COLUMN_DUTY), seq = grid_column(g, COLUMN_SEQ);
	size_t at = (size_t)duty;
	bool own = false;

	if (task < 0 || duty < task || grid_column(g, COLUMN_NAME) >= 0 || at >= p->cell_count || !p->cells[task].n)
		return;
	for (size_t i = at; i < p->cell_count && i < g->column_count; i++)
		own |= holds_bodies(&g->columns[i]) && p->cells[i].n;
	for (size_t i = at; i < p->cell_count && i < g->column_count; i++) {
		if (!holds_bodies(&g->columns[i]))
			continue;
		if (p->cells[i].n || (own && i > at))
			above[i] = str_longer(p->cells[i], LONGEST_SHARED) ? STR("") : p->cells[i];
		else if (seq < 0 || (size_t)seq >= p->cell_count || !p->cells[seq].n)
			p->cells[i] = above[i];
	}
}

void spanned_begin(struct spanned *s, struct grid *g, const struct outline *o)
{
	class_tasks(g, o);
	*s = (struct spanned){.columns = count_spanning(g)};
}

void spanned_row(struct spanned *s, const struct grid *g, struct outline *o, size_t i, enum row_kind kind)
{
	struct para *p = &o->paras[i];

	if (kind == ROW_DATA) {
		drop_surplus(g, p);
		add_missing(g, o, p, s->columns);
	}
	if (kind == ROW_DATA || kind == ROW_TOTAL)
		carry(g, p, s->above, s->columns, kind == ROW_TOTAL);
	else
		memset(s->above, 0, sizeof s->above);
	if (kind == ROW_DATA)
		carry_duty(g, p, s->above);
}
