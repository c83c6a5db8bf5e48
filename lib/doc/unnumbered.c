/* Knows the rows of a table with a cell a line that no numbers begin: a name, and figures. */
#include "doc/upright.h"

#include "doc/heading.h"
#include "doc/words.h"

/* Whether the lines from the first one on that may be headings, one each, are as many as a head has and end before a figure. Each of
 * them is the first in its turn, and all end at the same line. */
bool unnumbered_may_head(const struct upright *t)
{
	struct sheet *sh = t->sheet;

	if (sh->run <= t->first) {
		sh->run = t->first;
		while (sh->run < t->ls->n && upright_short(t, sh->run))
			sh->run++;
		sh->run_figure = sh->run < t->ls->n && t->ls->items[sh->run].kind != LINE_ROW && heading_is_figure(upright_line(t, sh->run));
	}
	return sh->run_figure && sh->run - t->first >= UPRIGHT_COLUMNS && sh->run - t->first <= UPRIGHT_CELLS;
}

/* The head ends two lines before the first figure, for a row begins with its name: the headings and what they say. */
static bool read_plain_head(struct upright *t)
{
	size_t i = t->first, money = 0, known = 0;

	t->columns = 0;
	if (!t->parted && !unnumbered_may_head(t))
		return false;
	/* 单位：万元 right over the first heading is no part of it. */
	if (upright_end(t, i) > i + 1 && str_has(upright_line(t, i), STR(":")))
		return false;
	for (size_t asked = 0; i < t->ls->n && t->columns < UPRIGHT_CELLS && asked++ < UPRIGHT_ASKED && upright_short(t, i); i = upright_end(t, i)) {
		size_t to = t->ls->items[upright_end(t, i) - 1].to;

		/* 补助资金, （万元） */
		if (t->columns && upright_cell(t, i).p[0] == '(')
			t->heads[t->columns - 1].to = to;
		else
			t->heads[t->columns++] = (struct cell){t->ls->items[i].from, to};
	}
	if (i >= t->ls->n || t->columns < UPRIGHT_COLUMNS || t->ls->items[i].kind == LINE_ROW || !heading_is_figure(upright_cell(t, i)))
		return false;
	for (size_t k = 0; k < t->columns; k++) {
		t->roles[k] = grid_heading(upright_fold(t, t->heads[k].from, t->heads[k].to));
		/* 单位：万元 over 序号: the table begins with what numbers its rows. */
		if (k && t->roles[k] == COLUMN_SEQ)
			return false;
	}
	t->columns--;
	t->body = t->first;
	while (t->ls->items[t->body].from < t->heads[t->columns].from)
		t->body = upright_end(t, t->body);
	for (size_t k = 0; k < t->columns; k++) {
		money += t->roles[k] == COLUMN_MONEY;
		known += t->roles[k] != COLUMN_UNKNOWN;
	}
	if (t->columns == 2)
		return heading_is_pair(upright_fold(t, t->heads[0].from, t->heads[0].to), upright_fold(t, t->heads[1].from, t->heads[1].to));
	return money && known >= 2 && t->roles[0] != COLUMN_MONEY && t->roles[0] != COLUMN_SEQ;
}

static bool holds_words(enum column_role role)
{
	return role == COLUMN_NAME || role == COLUMN_ORG || role == COLUMN_DUTY || role == COLUMN_RECIPIENT || role == COLUMN_PLACE || role == COLUMN_CONTENT;
}

/* Whether from column k on there are only words, which the row lacks: the line is the name of the next, or the table ends there. */
static bool lacks_words(const struct upright *t, size_t at, size_t k)
{
	size_t next = at < t->ls->n ? upright_end(t, at) : at;

	for (; k < t->columns; k++)
		if (t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT)
			return false;
	return at >= t->ls->n || upright_stops(t, at, true) || next >= t->ls->n || t->ls->items[next].kind == LINE_ROW || heading_is_figure(upright_cell(t, next));
}

/* As many lines from i as there are columns: a name, figures where the columns hold figures; words at the end may be missing. The line behind them, or i. */
static size_t read_plain_row(const struct upright *t, size_t i, struct cell *cells)
{
	size_t at = i;

	for (size_t k = 0; k < t->columns; k++) {
		if (k > 1 && lacks_words(t, at, k)) {
			/* A remark that is a figure: the headings stand otherwise. */
			if (t->roles[k - 1] == COLUMN_IGNORE && heading_is_figure(upright_fold(t, cells[k - 1].from, cells[k - 1].to)))
				return i;
			for (; k < t->columns; k++)
				cells[k] = (struct cell){cells[0].from, cells[0].from};
			break;
		}
		if (at >= t->ls->n || upright_stops(t, at, k > 0))
			return i;
		bool figure = heading_is_figure(upright_cell(t, at)), sums = t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT;

		if (k == 0 ? figure || !upright_short(t, at) : sums ? !figure : figure && holds_words(t->roles[k]))
			return i;
		cells[k] = (struct cell){t->ls->items[at].from, t->ls->items[upright_end(t, at) - 1].to};
		at = upright_end(t, at);
	}
	return at;
}

static size_t read_plain(struct upright *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t i = t->body, before = *n, next;
	struct cell cells[UPRIGHT_CELLS];

	upright_add(t->ls, rows, n, cap, t->heads, t->columns, t->ls->items[t->first].blanks);
	while ((next = read_plain_row(t, i, cells)) > i) {
		upright_add(t->ls, rows, n, cap, cells, t->columns, t->ls->items[i].blanks);
		i = next;
	}
	if (*n >= before + 1 + UPRIGHT_ROWS)
		return i;
	*n = before;
	return t->first;
}

/* Whether line i tells the unit of sums below it: 单位：万元, （万元）. */
static bool tells_unit(const struct upright *t, size_t i)
{
	struct str s = t->ls->items[i].kind == LINE_TEXT && t->ls->items[i].chars <= UPRIGHT_SHORT ? upright_line(t, i) : STR("");

	while (s.n && (s.p[0] == '(' || s.p[s.n - 1] == ')'))
		s = str_sub(s, s.p[0] == '(', s.n - (s.p[s.n - 1] == ')'));
	size_t colon = str_find(s, STR(":"), 0);

	return heading_is_money(colon < s.n ? str_from(s, colon + 1) : s);
}

/* Whether line i is short, and no further from the one before it than the lines of the first pair are. */
static bool is_near(const struct upright *t, size_t i)
{
	return i < t->ls->n && upright_short(t, i) && (i == t->first || t->ls->items[i].blanks <= t->ls->items[t->first + 1].blanks);
}

/* A short line and a figure below it. */
static bool is_pair(const struct upright *t, size_t i)
{
	size_t next = is_near(t, i) ? upright_end(t, i) : t->ls->n;

	return next < t->ls->n && t->ls->items[next].kind != LINE_ROW && heading_is_number(upright_cell(t, next));
}

/* Names and figures in turn under a unit, and between them the names of groups, make rows without headings. The line behind them, or t->first. */
static size_t read_pairs(struct upright *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t i = t->first, before = *n;

	for (bool pair; (pair = is_pair(t, i)) || (i > t->first && is_near(t, i) && is_pair(t, upright_end(t, i)));) {
		size_t next = upright_end(t, i), last = pair ? upright_end(t, next) : next, to = t->ls->items[last - 1].to;
		struct cell cells[2] = {{t->ls->items[i].from, t->ls->items[next - 1].to}, {pair ? t->ls->items[next].from : to, to}};

		upright_add(t->ls, rows, n, cap, cells, 2, t->ls->items[i].blanks);
		i = last;
	}
	if (*n > before + UPRIGHT_ROWS)
		return i;
	*n = before;
	return t->first;
}

size_t unnumbered_rows(struct upright *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t next = read_plain_head(t) ? read_plain(t, rows, n, cap) : t->first;

	if (next == t->first && (t->parted || unnumbered_may_head(t)))
		next = ragged_rows(t, rows, n, cap);
	return next == t->first && next && tells_unit(t, next - 1) ? read_pairs(t, rows, n, cap) : next;
}
