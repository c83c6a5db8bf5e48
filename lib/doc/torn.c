/* Knows which rows between tabs a line break within a cell has torn: the cells of the pieces make those of a row. */
#include "doc/torn.h"

#include "doc/outline.h"
#include "doc/words.h"

enum { MOST_PIECES = 6, FEWEST_COLUMNS = 3, LONGEST_NUMBER = 8 /* bytes */ };

static bool is_number(const struct lines *ls, const struct cell *c)
{
	if (c->to == c->from || c->to - c->from > LONGEST_NUMBER)
		return false;
	for (size_t i = c->from; i < c->to; i++)
		if (ls->text.p[i] < '0' || ls->text.p[i] > '9')
			return false;
	return true;
}

/* （万元） */
static bool begins_bracket(const struct lines *ls, size_t i)
{
	struct str s = str_sub(ls->text, ls->items[i].from, ls->items[i].to);

	return ls->items[i].kind != LINE_FURNITURE && (str_starts(s, STR("（")) || str_starts(s, STR("(")));
}

/* Whether line i may be a piece of the row above: it follows at once and begins with no number of its own. */
static bool is_piece(const struct lines *ls, size_t i)
{
	const struct line *l = &ls->items[i];
	struct str s = str_sub(ls->text, l->from, l->to);
	size_t len;
	long value;

	/* （万 is no number of a heading. */
	if (l->blanks || l->kind == LINE_FURNITURE || (outline_marker(s, &len, &value) && !(l->kind == LINE_ROW && begins_bracket(ls, i))))
		return false;
	if (words_of(s, 0, W_SUM))
		return false;
	return l->kind == LINE_TEXT || (l->cell_count && l->cells[0].to > l->cells[0].from && !is_number(ls, &l->cells[0]));
}

/* 州发展改革委、 */
static bool ends_open(const struct lines *ls, const struct line *l)
{
	struct str s = str_sub(ls->text, l->from, l->to);

	return str_ends(s, STR("、")) || str_ends(s, STR("，"));
}

/* 总投资 over （万元）, 责任单位: how many cells a head has with the pieces that begin with what a bracket tells of the heading above; 0: it has none. */
static size_t head_columns(const struct lines *ls, size_t i)
{
	size_t k = i + 1, cells = ls->items[i].cell_count;

	for (; k < ls->n && k < i + MOST_PIECES && !ls->items[k].blanks && begins_bracket(ls, k); k++)
		cells += ls->items[k].kind == LINE_ROW ? ls->items[k].cell_count - 1 : 0;
	return k > i + 1 && k < ls->n && ls->items[k].kind == LINE_ROW && is_number(ls, &ls->items[k].cells[0]) ? cells : 0;
}

/* The line behind the pieces of the row at line i that together have so many cells; i + 1: it is whole, or they never have. */
static size_t pieces_end(const struct lines *ls, size_t i, size_t columns)
{
	size_t cells = ls->items[i].cell_count, end = i + 1;

	while (cells == columns && end < ls->n && end < i + MOST_PIECES && ends_open(ls, &ls->items[end - 1]) && ls->items[end].kind == LINE_TEXT && is_piece(ls, end))
		end++;
	for (size_t k = i + 1; cells < columns && k < ls->n && k < i + MOST_PIECES && is_piece(ls, k); k++) {
		cells += ls->items[k].kind == LINE_ROW ? ls->items[k].cell_count - 1 : 0;
		if (cells == columns)
			return k + 1;
	}
	return end;
}

/* Gives the row at line i the cells of its pieces: the first of each goes on with the last before it. */
static struct line join(struct lines *ls, size_t i, size_t end, size_t columns)
{
	struct line row = ls->items[i];
	struct cell *cells = ARENA_ARRAY(ls->arena, struct cell, columns);
	size_t n = row.cell_count;

	memcpy(cells, row.cells, n * sizeof *cells);
	for (size_t k = i + 1; k < end; k++) {
		const struct line *l = &ls->items[k];

		cells[n - 1].to = l->kind == LINE_ROW ? l->cells[0].to : l->to;
		for (size_t c = 1; l->kind == LINE_ROW && c < l->cell_count; c++)
			cells[n++] = l->cells[c];
		row.to = l->to;
	}
	row.cells = cells;
	row.cell_count = (uint32_t)columns;
	return row;
}

void torn_rows(struct lines *ls)
{
	size_t columns = 0, n = 0;

	for (size_t i = 0, end; i < ls->n; i = end) {
		const struct line *l = &ls->items[i];
		bool row = l->kind == LINE_ROW, open = row && l->cell_count >= 2 && l->cells[l->cell_count - 1].to > l->cells[l->cell_count - 1].from;

		size_t told = open && !columns && !is_number(ls, &l->cells[0]) ? head_columns(ls, i) : 0;

		/* As many as the widest row of the table has, which the head is. */
		columns = !row ? (l->blanks ? 0 : columns) : l->cell_count > columns ? l->cell_count : columns;
		columns = told ? told : columns;
		end = open && columns >= FEWEST_COLUMNS && !l->rest_count && (told || is_number(ls, &l->cells[0])) ? pieces_end(ls, i, columns) : i + 1;
		ls->items[n++] = end > i + 1 ? join(ls, i, end, columns) : *l;
	}
	ls->n = n;
}
