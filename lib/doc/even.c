/* Knows tables of which every cell, an empty one too, takes a line: where a row ends is counted, not read. */
#include "doc/even.h"

#include "base/buf.h"
#include "doc/body.h"
#include "doc/grid.h"
#include "doc/heading.h"
#include "doc/outline.h"
#include "doc/upright.h"
#include "doc/words.h"
#include "zh/numeral.h"
#include "zh/period.h"

enum {
	FEWEST_COLUMNS = 2,
	FEWEST_ROWS = 2,
	LONGEST_HEADING = 24, /* characters */
	LONGEST_NAME = 80,
	WIDEST_FRONT = 2,     /* columns before that of the names */
	LONGEST_SEQ = 12,     /* bytes */
	MOST_BROKEN = 6,      /* lines of a cell, where blank lines part the cells */
	WIDEST_JUMP = 100     /* from the number of a row to that of the next */
};

/* A line of the text, or a blank one. */
struct slot {
	size_t line;     /* the line, or that behind the blank */
	size_t last;     /* the last line of a cell that is broken over several */
	struct str text; /* folded; p NULL: not yet */
	bool empty;
};

struct row {
	size_t from, n; /* slots */
	bool untold;    /* no cell of it tells that it is one */
};

struct even {
	struct lines *ls;
	struct arena *a; /* of one table that is tried */
	struct buf b;
	struct slot *slots; /* from the first heading on, as far as they were asked for */
	size_t n, cap, next; /* next: the line behind them */
	size_t gap;          /* blank lines between two cells */
	size_t columns, step; /* step: slots from row to row, one more where a blank line parts the rows */
	enum column_role roles[GRID_COLUMNS];
	struct str heads[GRID_COLUMNS];
	long number;         /* of the last row */
	size_t barred;       /* the line behind a head that fits no rows: none begins within it */
	size_t tried;        /* rows that were read in vain or not, of all steps */
	struct row *rows;    /* behind the head */
	size_t row_count, row_cap;
};

/* ---- slots ---- */

/* The last line of the cell at line e->next: where blank lines part the cells, a line without one goes on with its cell. */
static size_t broken_end(const struct even *e)
{
	size_t end = e->next;

	while (end + 1 < e->ls->n && end + 1 < e->next + MOST_BROKEN && e->ls->items[end + 1].kind == LINE_TEXT && e->ls->items[end + 1].blanks < e->gap)
		end++;
	return end;
}

/* Takes lines until there is slot k; false behind the last line. */
static bool has_slot(struct even *e, size_t k)
{
	while (e->n <= k) {
		const struct line *l = e->next < e->ls->n ? &e->ls->items[e->next] : NULL;

		if (!l || l->kind == LINE_ROW || (e->n && l->blanks < e->gap))
			return false;
		size_t blanks = e->n ? l->blanks / (e->gap + 1) : 0;

		/* No row has more cells. */
		if (blanks > GRID_COLUMNS)
			return false;
		for (size_t i = 0; i <= blanks; i++)
			*ARENA_PUSH(e->a, e->slots, e->n, e->cap) = (struct slot){.line = e->next, .last = e->next, .empty = i < blanks};
		e->slots[e->n - 1].last = e->next = broken_end(e);
		e->next++;
	}
	return true;
}

static struct str slot_text(struct even *e, size_t k)
{
	struct slot *at = &e->slots[k];
	const struct line *items = e->ls->items;

	if (!at->empty && !at->text.p)
		at->text = arena_copy(e->a, heading_fold(str_sub(e->ls->text, items[at->line].from, items[at->last].to), &e->b));
	return at->text;
}

/* ---- the head ---- */

/* Reads the n headings from the first slot on: most of them must be known. One that stands over several columns has blanks behind it. */
static bool read_head(struct even *e, size_t n)
{
	size_t known = 0, told = 0;

	for (size_t k = e->columns; k < n; k++) {
		struct str s = has_slot(e, k) ? slot_text(e, k) : STR("");

		/* (万元) goes on with the heading above: no even step. */
		if (str_starts(s, STR("(")) || (!s.n && (!k || k + 1 > e->n)) || str_longer(s, LONGEST_HEADING) || str_has(s, STR("。")) || (s.n && heading_is_figure(s)))
			return false;
		e->heads[k] = s;
		e->roles[k] = grid_heading(e->heads[k]);
	}
	e->columns = n;
	/* 城市, 全省合计: a heading and a row's name are no head of two columns. */
	if (n == FEWEST_COLUMNS && !(heading_is(e->heads[0]) && heading_is(e->heads[1])))
		return false;
	for (size_t k = 0; k < n; k++) {
		/* 类别, 序号; 序号, 编号; no title over 序号. */
		if (k && e->roles[k] == COLUMN_SEQ && (k > 1 || (e->roles[0] != COLUMN_CATEGORY && e->roles[0] != COLUMN_SEQ)))
			return false;
		told += e->heads[k].n > 0;
		known += e->roles[k] != COLUMN_UNKNOWN;
	}
	return known >= FEWEST_COLUMNS && known * 2 > told && told * 2 > n && e->heads[n - 1].n;
}

/* ---- rows ---- */

/* 12, 12., 12、, (12): the number of a row; 0: s is none. */
static long row_number(struct str s)
{
	long value = 0;
	size_t from = s.n && s.p[0] == '(' ? 1 : 0, i = from;

	for (; i < s.n && i < LONGEST_SEQ && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		value = value * 10 + (s.p[i] - '0');
	struct str rest = str_from(s, i);

	return i == from || i >= LONGEST_SEQ || !(rest.n == 0 || str_eq(rest, STR(".")) || str_eq(rest, STR("、")) || str_eq(rest, STR(")"))) ? 0 : value;
}

enum fit { MISFIT, PLAIN, TYPED };

static bool is_period(struct str s)
{
	struct period p;

	return period_match(s, (struct ymd){0, 0, 0}, &p) == s.n;
}

/* J0006, 2013010011, 合计 in the column of numbers. */
static bool is_code(struct str s)
{
	bool plain = true;

	for (size_t i = 0; i < s.n; i++)
		plain &= (unsigned char)s.p[i] < 0x80;
	struct numeral n;

	/* 一, that of a group. */
	return s.n && (plain || words_is(s, W_SUM) || (s.n <= LONGEST_SEQ && numeral_match(s, &n) == s.n));
}

/* Whether a cell fits its column, and whether it tells that it does. */
static enum fit cell_fit(struct even *e, size_t k, struct str s)
{
	long value;

	switch (e->roles[k]) {
	case COLUMN_SEQ:
		value = row_number(s);
		if (k || !value)
			return k || !s.n || is_code(s) ? PLAIN : MISFIT;
		if (e->number && (value < e->number || value > e->number + WIDEST_JUMP))
			return MISFIT;
		e->number = value;
		return TYPED;
	case COLUMN_MONEY: case COLUMN_COUNT:
		return !s.n || str_longer(s, LONGEST_HEADING) || !heading_is_figure(s) ? (s.n ? MISFIT : PLAIN) : TYPED;
	case COLUMN_PERIOD: case COLUMN_START: case COLUMN_DEADLINE:
		/* 三、水利工程: the name of the next group, and the row lacks a cell. */
		return s.n && is_period(s) ? TYPED : upright_group(s) ? MISFIT : PLAIN;
	case COLUMN_NAME: case COLUMN_TASK:
		return k <= WIDEST_FRONT && (!s.n || heading_is_figure(s)) ? MISFIT : PLAIN;
	case COLUMN_ORG: case COLUMN_DUTY: case COLUMN_PARTNER: case COLUMN_RECIPIENT:
		/* A figure for a name: the cells stand in other columns. */
		return s.n && (heading_is_number(s) || (k && upright_group(s))) ? MISFIT : PLAIN;
	default:
		return PLAIN;
	}
}

/* 序号, 项目名称 again at the head of the next page. */
static bool is_head_again(struct even *e, size_t from)
{
	for (size_t k = 0; k < e->columns; k++)
		if (!has_slot(e, from + k) || !str_eq(slot_text(e, from + k), e->heads[k]))
			return false;
	return true;
}

/* 农村, 城市 under 中央财政补助: a second row of the head, with blanks, and words where the first has its blanks. */
static bool is_second_head(struct even *e, size_t from)
{
	size_t told = 0, under = 0;

	for (size_t k = 0; k < e->columns; k++) {
		struct str s = has_slot(e, from + k) ? slot_text(e, from + k) : STR("");

		if (k + from >= e->n || (s.n && (str_longer(s, LONGEST_HEADING) || heading_is_figure(s))))
			return false;
		told += s.n > 0;
		under += s.n && !e->heads[k].n;
	}
	return under && told < e->columns && e->slots[from].empty;
}

/* Whether a cell of the row in a column of bodies is one. */
static bool names_body(struct even *e, size_t from)
{
	static const struct context none;

	for (size_t k = 0; k < e->columns; k++) {
		enum column_role role = e->roles[k];
		struct str s = role == COLUMN_ORG || role == COLUMN_DUTY || role == COLUMN_PARTNER || role == COLUMN_RECIPIENT ? slot_text(e, from + k) : STR("");

		if (s.n && !str_longer(s, LONGEST_NAME) && body_only(&none, s))
			return true;
	}
	return false;
}

/* Whether the cells from a slot on fit as a row; *told: one of them tells that it does. */
static bool is_row(struct even *e, size_t from, bool *told)
{
	long number = e->number;

	*told = false;
	if (!has_slot(e, from + e->columns - 1))
		return false;
	/* Only a total has no number: 合计 stands in the next cell. */
	if (e->slots[from].empty && (e->roles[0] == COLUMN_NAME || (e->roles[0] == COLUMN_SEQ && !words_of(slot_text(e, from + 1), 0, W_SUM))))
		return false;
	bool said = false;

	for (size_t k = 0; k < e->columns; k++) {
		enum fit f = cell_fit(e, k, slot_text(e, from + k));

		if (f == MISFIT) {
			e->number = number;
			return false;
		}
		*told |= f == TYPED;
		said |= !e->slots[from + k].empty;
	}
	return said;
}

/* Totals and groups alone tell of no table whose rows are numbered. */
static bool counts_row(struct even *e, size_t from)
{
	struct str s = slot_text(e, from);
	struct numeral n;

	return e->roles[0] != COLUMN_SEQ || (s.n && !words_of(s, 0, W_SUM) && (row_number(s) || numeral_match(s, &n) != s.n));
}

/* 一、能源项目（4项）: a line that names the rows below it. */
static bool is_group(struct even *e, size_t at)
{
	size_t len;
	long value;
	struct str s = has_slot(e, at) ? slot_text(e, at) : STR("");

	return s.n && !str_longer(s, LONGEST_HEADING) && outline_marker(s, &len, &value) && !str_has(s, STR("。"));
}

/* The same with all the cells of a row, which are empty. */
static bool is_group_row(struct even *e, size_t from)
{
	if (!has_slot(e, from + e->columns - 1) || !is_group(e, from))
		return false;
	for (size_t k = 1; k < e->columns; k++)
		if (!e->slots[from + k].empty)
			return false;
	return true;
}

/* Finds where the rows begin; how many of them fit, where enough tell that they do, else 0. */
static size_t find_rows(struct even *e)
{
	size_t rows = 0, data = 0, headed = 0, typed = 0, from = e->step;
	bool told, parted = e->step > e->columns;

	e->number = 0;
	e->row_count = 0;
	for (;; rows++, e->tried++) {
		bool group = false;
		size_t before = data;

		if (parted && !(has_slot(e, from - 1) && e->slots[from - 1].empty))
			break;
		if ((data > headed && is_head_again(e, from)) || (!data && rows < 2 && is_second_head(e, from)))
			headed = data, told = false;
		else if (is_group_row(e, from))
			told = false;
		else if (is_row(e, from, &told))
			data += counts_row(e, from), told &= data > before;
		else if (is_group(e, from) && is_row(e, from + 1 + parted, &told))
			group = true, told = false;
		else
			break;
		typed += told;
		*ARENA_PUSH(e->a, e->rows, e->row_count, e->row_cap) = (struct row){from, group ? 1 : e->columns, data > before && !told};
		from += group ? (size_t)1 + parted : e->step;
	}
	/* What bodies tell is dear to ask: only where nothing else tells enough. */
	for (size_t r = 0; data >= FEWEST_ROWS && typed * 4 < data * 3 && r < e->row_count; r++)
		typed += e->rows[r].untold && names_body(e, e->rows[r].from);
	return data >= FEWEST_ROWS && typed * 4 >= data * 3 ? rows : 0;
}

static struct line make_row(struct even *e, struct row r)
{
	const struct line *first = &e->ls->items[e->slots[r.from].line];
	struct line l = {.kind = LINE_ROW, .from = first->from, .to = first->from, .blanks = first->blanks, .cell_count = e->columns};

	l.cells = ARENA_ARRAY(e->ls->arena, struct cell, e->columns);
	for (size_t k = 0; k < e->columns; k++) {
		size_t at = r.from + (k < r.n ? k : 0);
		const struct line *of = &e->ls->items[e->slots[at].line];
		bool empty = k >= r.n || e->slots[at].empty;

		l.cells[k] = (struct cell){of->from, empty ? of->from : e->ls->items[e->slots[at].last].to};
		if (!empty)
			l.to = l.cells[k].to;
	}
	return l;
}

/* 序号 and what stands below it up to the first figure is a head, though not one of this kind. */
static void bar_head(struct even *e, size_t first)
{
	size_t i = first + 1;

	if (e->roles[0] != COLUMN_SEQ)
		return;
	while (i < e->ls->n && i < first + GRID_COLUMNS && e->ls->items[i].kind == LINE_TEXT && e->ls->items[i].chars <= LONGEST_HEADING &&
	       !heading_is_figure(heading_fold(str_sub(e->ls->text, e->ls->items[i].from, e->ls->items[i].to), &e->b)))
		i++;
	e->barred = i;
}

/* Whether the number of the next row stands right behind the last one, perhaps under the name of a group: the rows go on, though not evenly. */
static bool goes_on(struct even *e)
{
	enum { NEAR = 3 };
	const struct row *last = &e->rows[e->row_count - 1];

	for (size_t k = last->from + last->n; e->roles[0] == COLUMN_SEQ && e->number && k < last->from + last->n + NEAR && has_slot(e, k); k++)
		if (row_number(slot_text(e, k)) == e->number + 1 && has_slot(e, k + 1) && !heading_is_figure(slot_text(e, k + 1)))
			return true;
	return false;
}

/* The step that reads the most lines of the table at line `first`: its rows with the head, put where n lines are kept: none is written over a line that is still to be
 * read, for a row takes a line at least. The line behind them, or `first`. */
static size_t read_table(struct even *e, size_t first, size_t *n)
{
	size_t best = 0, step = 0, most = 0;

	e->slots = NULL;
	e->rows = NULL;
	e->n = e->cap = e->columns = e->row_cap = 0;
	e->next = first;
	e->gap = first + 1 < e->ls->n ? e->ls->items[first + 1].blanks : 0;
	if (e->gap > 1)
		return first;
	for (size_t columns = FEWEST_COLUMNS; columns <= GRID_COLUMNS; columns++) {
		bool known = read_head(e, columns);

		if (e->columns < columns)
			break;
		for (e->step = columns; known && e->step <= columns + 1; e->step++) {
			size_t found = find_rows(e) ? e->rows[e->row_count - 1].from : 0;

			if (found > most) {
				most = found;
				best = columns;
				step = e->step;
			}
		}
	}
	if (!most) {
		bar_head(e, first);
		return first;
	}
	e->columns = best;
	e->step = step;
	find_rows(e);
	if (goes_on(e))
		return first;
	e->ls->items[(*n)++] = make_row(e, (struct row){0, best, false});
	for (size_t r = 0; r < e->row_count; r++)
		e->ls->items[(*n)++] = make_row(e, e->rows[r]);
	size_t last = e->rows[e->row_count - 1].from + e->rows[e->row_count - 1].n - 1;

	return e->slots[last].last + !e->slots[last].empty;
}

static enum column_role role_at(struct even *e, size_t i)
{
	const struct line *l = &e->ls->items[i];

	return l->kind == LINE_TEXT && l->chars <= LONGEST_HEADING ? grid_heading(heading_fold(str_sub(e->ls->text, l->from, l->to), &e->b)) : COLUMN_UNKNOWN;
}

/* Whether the line may be the second heading of a table, whose first is on the line before it: most lines are longer than any. */
static bool may_be_second(const struct even *e, const struct line *l)
{
	return l->kind != LINE_ROW && l->blanks <= 1 && !upright_longer(e->ls->text, l->from, l->to, LONGEST_HEADING);
}

/* Whether a table may begin at line i: what a row begins with stands there, and no heading before it. */
static bool may_begin(struct even *e, size_t i)
{
	/* Rows a line that are tried in a text, tables and all that looks like them; none goes on to the end of the text below each of its lines. */
	enum { MOST_TRIED = 4, FREE = 4000 };

	if (e->tried > FREE + MOST_TRIED * e->ls->n || i < e->barred || i + FEWEST_COLUMNS * (FEWEST_ROWS + 1) > e->ls->n || !may_be_second(e, &e->ls->items[i + 1]))
		return false;
	enum column_role role = role_at(e, i);

	return role != COLUMN_UNKNOWN && role != COLUMN_MONEY && role != COLUMN_COUNT && (role == COLUMN_SEQ || !i || !( e->ls->items[i].blanks == e->ls->items[i + 1].blanks && role_at(e, i - 1) != COLUMN_UNKNOWN));
}

void even_rows(struct lines *ls)
{
	struct arena tmp = {NULL, 0};
	struct even e = {.ls = ls, .a = &tmp};
	size_t n = 0;

	for (size_t i = 0; i < ls->n;) {
		struct arena_mark m = arena_mark(&tmp);
		size_t next = may_begin(&e, i) ? read_table(&e, i, &n) : i;

		if (next == i)
			ls->items[n++] = ls->items[i++];
		else
			i = next;
		arena_release(&tmp, m);
	}
	arena_free(&tmp);
	buf_free(&e.b);
	ls->n = n;
}
