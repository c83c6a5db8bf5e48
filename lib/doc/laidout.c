/* Knows which words of a page stand below each other, and how tables laid out so go back into rows. */
#include "doc/laidout.h"

#include "doc/centred.h"
#include "doc/heading.h"
#include "doc/pieces.h"
#include "doc/words.h"

enum {
	FEWEST_COLUMNS = 3,
	FEWEST_ROWS = 2,
	WIDEST_GROUP = 48,  /* of a line that names the rows below it */
	LONGEST_FIRST = 60, /* bytes of the first heading */
	LINES_OF_HEAD = 12,
	MOST_VAIN = 8,      /* times that all lines may be gathered for tables that they are none of */
	FIRST_LINES = 64    /* that are gathered first from then on */
};

/* Whether line i may be the first of a head: nearly all lines are dismissed here. */
static bool may_begin(struct laidout *t, size_t i)
{
	const struct line *l = &t->ls->items[i];
	struct str s = str_sub(t->ls->text, l->from, l->to);
	const char *blank = l->kind == LINE_TEXT && s.n ? memchr(s.p, ' ', s.n) : NULL;
	size_t first = blank ? (size_t)(blank - s.p) : 0;

	if (!first || first > LONGEST_FIRST || first + 2 > s.n || blank[1] != ' ' || !str_has(str_from(s, first + 2), STR("  ")))
		return false;
	struct str word = heading_fold(str_sub(s, 0, first), &t->b);

	return heading_like(word) && !heading_is_figure(word) && (grid_heading(word) != COLUMN_UNKNOWN || pieces_seq_broken(t, i));
}

/* A line at the margin that is wider than the name of a group: the text behind the table. */
static bool is_prose(const struct laidout *t, size_t line)
{
	const struct piece *p = pieces_at(t, line, 0);

	return pieces_count(t, line) == 1 && p->left < t->pieces[0].left + PIECES_GAP && p->right - p->left > WIDEST_GROUP;
}

/* Whether wide gaps part the words of line i, as in a row. */
static bool is_wide(const struct laidout *t, size_t i)
{
	const struct line *l = i < t->ls->n ? &t->ls->items[i] : NULL;
	struct str s = l ? str_sub(t->ls->text, l->from, l->to) : STR(""), gap = STR("   ");
	size_t at = str_find(s, gap, 0);

	return l && l->kind == LINE_TEXT && l->blanks < 2 && at + gap.n < s.n && str_find(str_trim(str_from(s, at)), gap, 0) < str_trim(str_from(s, at)).n;
}

/* The lines from `first` on that may be those of one table, `most` at most. */
static void gather(struct laidout *t, size_t first, size_t most)
{
	size_t cap = 0, n = 0;
	struct str head = str_sub(t->ls->text, t->ls->items[first].from, t->ls->items[first].to);

	t->n = t->cap = 0;
	t->pieces = NULL;
	t->at = NULL;
	t->begins = NULL;
	t->first = t->end = first;
	*ARENA_PUSH(t->a, t->at, n, cap) = 0;
	for (size_t i = first; i < t->ls->n && i - first < most; i++) {
		const struct line *l = &t->ls->items[i];
		bool near = i == first || l->blanks < 2;

		/* The head again, on the next page. */
		if (i > first && str_eq(str_sub(t->ls->text, l->from, l->to), head))
			break;
		/* The number of a page, where the table goes on below it, has no words of the table. */
		if (l->kind == LINE_FURNITURE && l->blanks && i > first && is_wide(t, i + 1)) {
			*ARENA_PUSH(t->a, t->at, n, cap) = t->n;
			continue;
		}
		/* 2023 alone below 2021— is taken for the number of a page. */
		if (!near || l->kind == LINE_ROW || (l->kind == LINE_FURNITURE && l->blanks) || !pieces_add(t, i))
			break;
		*ARENA_PUSH(t->a, t->at, n, cap) = t->n;
		if (is_prose(t, i))
			break;
		t->end = i + 1;
	}
	t->gathered += n - 1;
	t->n = t->at[t->end - t->first];
}

static bool is_number(struct laidout *t, const struct piece *p)
{
	return heading_is_figure(pieces_fold(t, p));
}

static bool has_figure(struct laidout *t, size_t line)
{
	for (size_t k = 0; k < pieces_count(t, line); k++)
		if (is_number(t, pieces_at(t, line, k)))
			return true;
	return false;
}

/* The head ends before the first line with a figure, or with the name of a group. */
static bool find_body(struct laidout *t)
{
	for (t->body = t->first; t->body < t->end && t->body < t->first + LINES_OF_HEAD; t->body++)
		if (pieces_name_group(t, t->body) || has_figure(t, t->body))
			return t->body > t->first;
	return false;
}

/* ---- columns ---- */

/* Puts x in front of piece `at` of the head. */
static void insert_piece(struct laidout *t, size_t at, struct piece x)
{
	(void)*ARENA_PUSH(t->a, t->pieces, t->n, t->cap);
	memmove(&t->pieces[at + 1], &t->pieces[at], (t->n - 1 - at) * sizeof *t->pieces);
	t->pieces[at] = x;
	for (size_t i = x.line - t->first + 1; i <= t->end - t->first; i++)
		t->at[i]++;
}

/* 一、交通（4项）  220200  63800: the name of a group at the margin, with its sums, is as wide as it is. */
static bool names_sums(struct laidout *t, size_t line)
{
	struct piece *p = pieces_count(t, line) > 1 ? pieces_at(t, line, 0) : NULL;
	size_t len;
	long value;

	if (!p || p->left >= t->pieces[0].left + PIECES_GAP || !(outline_marker(pieces_fold(t, p), &len, &value) || words_of(pieces_fold(t, p), 0, W_SUM)))
		return false;
	for (size_t k = 1; k < pieces_count(t, line); k++)
		if (!is_number(t, pieces_at(t, line, k)))
			return false;
	return true;
}

/* A line whose only words stand at the margin says nothing of where the columns are. */
static bool tells_columns(const struct laidout *t, size_t line)
{
	return pieces_count(t, line) > 1 || (pieces_count(t, line) && pieces_at(t, line, 0)->left >= t->pieces[0].left + PIECES_GAP);
}

static bool add_column(struct laidout *t, struct span c)
{
	size_t k = t->column_count;

	if (k == GRID_COLUMNS)
		return false;
	for (; k && t->columns[k - 1].left > c.left; k--)
		t->columns[k] = t->columns[k - 1];
	t->columns[k] = c;
	t->column_count++;
	return true;
}

/* Lets a piece of a row widen the column it stands in, or make one; false: it stands in two, or beside another of its line. */
static bool widen(struct laidout *t, const struct piece *p, size_t *last)
{
	size_t found = GRID_COLUMNS, n = 0;

	for (size_t c = 0; c < t->column_count; c++)
		if (pieces_overlap(&t->columns[c], p)) {
			found = c;
			n++;
		}
	if (n > 1 || (n && found == *last))
		return false;
	*last = n ? found : GRID_COLUMNS;
	if (!n)
		return add_column(t, (struct span){p->left, p->right});
	struct span *c = &t->columns[found];

	*c = (struct span){c->left < p->left ? c->left : p->left, c->right > p->right ? c->right : p->right};
	return true;
}

static bool widen_all(struct laidout *t, size_t line)
{
	size_t last = GRID_COLUMNS;

	for (size_t k = names_sums(t, line); tells_columns(t, line) && k < pieces_count(t, line); k++)
		if (!widen(t, pieces_at(t, line, k), &last))
			return false;
	return true;
}

/* Columns are where anything stands in a row, and headings below which nothing does. The table ends before a line that knows no columns; where that
 * would be a row, blanks part the words of the table and no columns are laid out. */
static bool find_columns(struct laidout *t)
{
	size_t end = t->end;

	t->column_count = 0;
	for (size_t i = t->body; i < t->end; i++)
		if (!widen_all(t, i))
			t->end = i;
	if (t->end < end && !t->ls->items[t->end].blanks && pieces_count(t, t->end) >= FEWEST_COLUMNS && !may_begin(t, t->end))
		return false;
	t->n = t->at[t->end - t->first];
	for (size_t p = 0; p < t->at[t->body - t->first]; p++) {
		bool under = false;

		for (size_t c = 0; c < t->column_count; c++)
			under |= pieces_overlap(&t->columns[c], &t->pieces[p]);
		if (!under && !add_column(t, (struct span){t->pieces[p].left, t->pieces[p].right}))
			return false;
	}
	return t->end > t->body && t->column_count >= FEWEST_COLUMNS;
}

/* The first of the columns that the piece stands over. */
static size_t column_of(const struct laidout *t, const struct piece *p)
{
	size_t c = 0;

	while (c + 1 < t->column_count && !pieces_overlap(&t->columns[c], p))
		c++;
	return c;
}

/* Whether a heading below piece p stands in column c. */
static bool has_below(const struct laidout *t, size_t p, size_t c)
{
	for (size_t q = p + 1; q < t->at[t->body - t->first]; q++)
		if (t->pieces[q].line > t->pieces[p].line && pieces_overlap(&t->columns[c], &t->pieces[q]))
			return true;
	return false;
}

/* A heading reaches into another column only over headings of its parts: 中央补助 over 农村 and 城市. */
static bool spans_well(const struct laidout *t)
{
	for (size_t p = 0; p < t->at[t->body - t->first]; p++)
		for (size_t c = column_of(t, &t->pieces[p]) + 1; c < t->column_count && pieces_overlap(&t->columns[c], &t->pieces[p]); c++)
			if (!has_below(t, p, c))
				return false;
	return true;
}

/* 2011年底 2012年: parts headings where one blank does. */
static void part_head(struct laidout *t)
{
	for (size_t p = 0; p < t->at[t->body - t->first]; p++) {
		struct piece behind = t->pieces[p];
		size_t place = behind.left, len;

		for (size_t at = behind.from; at < behind.to; at += len) {
			struct str one = str_sub(t->ls->text, at, behind.to);
			uint32_t c = str_char(one, 0, &len);
			size_t wide = pieces_width(one, c);

			if (pieces_blank(c) && at > behind.from) {
				t->pieces[p].to = at;
				t->pieces[p].right = place;
				behind.from = at + len;
				behind.left = place + wide;
				insert_piece(t, p + 1, behind);
				break;
			}
			place += wide;
		}
	}
}

/* The heading of the first line below which x stands, or to which it stands nearest, from heading k on. */
static size_t nearest(const struct span *heads, size_t n, size_t k, const struct piece *x)
{
	size_t best = k, least = SIZE_MAX;

	for (; k < n; k++) {
		size_t middle = heads[k].left + heads[k].right, own = x->left + x->right, far = middle > own ? middle - own : own - middle;

		if (far < least) {
			least = far;
			best = k;
		}
	}
	return best;
}

/* A head whose first line has as many headings as there are columns goes over them in their order, however it is set: what stands in a line below goes with
 * the heading above it. */
static bool order_head(struct laidout *t)
{
	struct span heads[GRID_COLUMNS];
	size_t line = t->first, k = 0;

	part_head(t);
	if (pieces_count(t, t->first) != t->column_count)
		return false;
	for (size_t c = 0; c < t->column_count; c++)
		heads[c] = (struct span){pieces_at(t, t->first, c)->left, pieces_at(t, t->first, c)->right};
	for (size_t p = 0; p < t->at[t->body - t->first]; p++, k++) {
		struct piece *x = &t->pieces[p];

		if (x->line > line) {
			line = x->line;
			k = 0;
		}
		if (line > t->first)
			k = nearest(heads, t->column_count, k, x);
		if (k >= t->column_count)
			return false;
		x->left = t->columns[k].left;
		x->right = t->columns[k].right;
	}
	return true;
}

/* No two pieces of a line stand in one column. */
static bool place_pieces(struct laidout *t)
{
	if (!spans_well(t) && !order_head(t))
		return false;
	for (size_t i = t->first; i < t->end; i++)
		for (size_t k = 0; k < pieces_count(t, i); k++) {
			pieces_at(t, i, k)->column = column_of(t, pieces_at(t, i, k));
			if (k && pieces_at(t, i, k)->column <= pieces_at(t, i, k - 1)->column)
				return false;
		}
	return true;
}

/* The whole heading of a column: 项目, 名称 below it. */
static struct str heading_of(struct laidout *t, size_t column)
{
	struct str whole = STR("");

	for (size_t p = 0; p < t->at[t->body - t->first]; p++)
		if (t->pieces[p].column == column)
			whole = arena_join(t->a, whole, pieces_fold(t, &t->pieces[p]));
	return whole;
}

/* Whether the columns have known headings, or figures below them, and one of them numbers the rows or holds sums. */
static bool read_head(struct laidout *t)
{
	size_t known = 0, told = 0, pieces[GRID_COLUMNS] = {0};
	bool figures = false;

	for (size_t c = 0; c < t->column_count; c++) {
		struct str s = heading_of(t, c);

		t->roles[c] = s.n ? grid_heading(s) : COLUMN_UNKNOWN;
		t->figures[c] = t->roles[c] == COLUMN_MONEY || t->roles[c] == COLUMN_COUNT || t->roles[c] == COLUMN_UNKNOWN;
	}
	for (size_t p = t->at[t->body - t->first]; p < t->n; p++) {
		t->figures[t->pieces[p].column] &= is_number(t, &t->pieces[p]);
		pieces[t->pieces[p].column]++;
	}
	for (size_t c = 0; c < t->column_count; c++) {
		t->figures[c] &= pieces[c] >= FEWEST_ROWS;
		known += t->roles[c] != COLUMN_UNKNOWN;
		told += t->roles[c] != COLUMN_UNKNOWN || t->figures[c];
		figures |= t->figures[c] || t->roles[c] == COLUMN_SEQ;
	}
	return figures && (known * 2 >= t->column_count || told + 1 >= t->column_count);
}

/* ---- rows ---- */

/* Whether line i tells itself that a row begins there: its number, or a figure where each row has one. */
static bool has_key(struct laidout *t, size_t line)
{
	for (size_t k = 0; k < pieces_count(t, line); k++) {
		const struct piece *p = pieces_at(t, line, k);

		if (t->figures[p->column] || (t->roles[p->column] == COLUMN_SEQ && pieces_number(t, p)))
			return true;
	}
	return pieces_name_group(t, line);
}

/* Whether a piece stands there with none above it: what goes on stands right below its begin. */
static bool has_begin(const struct laidout *t, size_t line)
{
	size_t above = 0;

	for (size_t k = 0; k < pieces_count(t, line); k++) {
		while (above < pieces_count(t, line - 1) && pieces_at(t, line - 1, above)->column < pieces_at(t, line, k)->column)
			above++;
		if (above == pieces_count(t, line - 1) || pieces_at(t, line - 1, above)->column != pieces_at(t, line, k)->column)
			return true;
	}
	return false;
}

/* Whether a heading of the line stands under one of those above it that reaches over another column too: 中央, 省级 under 资金来源. */
static bool has_over(const struct laidout *t, size_t line)
{
	for (size_t k = 0; k < pieces_count(t, line); k++)
		for (size_t p = 0; p < t->at[line - t->first]; p++) {
			struct span over = {t->pieces[p].left, t->pieces[p].right};
			size_t next = t->pieces[p].column + 1;

			if (next < t->column_count && pieces_overlap(&t->columns[next], &t->pieces[p]) && pieces_overlap(&over, pieces_at(t, line, k)))
				return true;
		}
	return false;
}

/* Whether a row begins at line i. Where a line number begins rows, nothing else tells as well. */
static bool begins_row(struct laidout *t, size_t line)
{
	if (t->begins)
		return line == t->first || t->begins[line - t->first];
	/* 小区名称 alone between 序 and 号 is a heading like those beside it. */
	if (line > t->first && line < t->body && !t->ls->items[line].blanks && !has_over(t, line))
		return false;
	return line == t->first || line == t->body || t->ls->items[line].blanks || has_begin(t, line) || (line > t->body && has_key(t, line));
}

/* The line behind the row that begins at `line`. */
static size_t row_end(struct laidout *t, size_t line)
{
	size_t end = line + 1;

	while (end < t->end && !begins_row(t, end))
		end++;
	return end;
}

/* Whether nearly all rows are told by a number or a figure; else words stand below each other by chance, or in the middle of their rows. */
static bool has_rows(struct laidout *t)
{
	size_t rows = 0, told = 0;

	for (size_t i = t->body; i < t->end; i = row_end(t, i)) {
		if (!pieces_count(t, i))
			continue;
		rows++;
		told += has_key(t, i) || words_of(pieces_fold(t, pieces_at(t, i, 0)), 0, W_SUM);
	}
	return told >= FEWEST_ROWS && told * 8 >= rows * 7;
}

/* Lines [i, end) become the row at line i. */
static void make_row(struct laidout *t, size_t i, size_t end)
{
	struct line *l = &t->ls->items[i];
	size_t cap = 0;

	l->kind = LINE_ROW;
	l->cell_count = t->column_count;
	l->cells = ARENA_ARRAY(t->ls->arena, struct cell, t->column_count);
	for (size_t c = 0; c < t->column_count; c++)
		l->cells[c] = (struct cell){l->from, l->from};
	for (size_t line = i; line < end; line++)
		for (size_t k = 0; k < pieces_count(t, line); k++) {
			const struct piece *p = pieces_at(t, line, k);
			struct cell *c = &l->cells[p->column];

			if (c->to == c->from)
				*c = (struct cell){p->from, p->to};
			else
				*ARENA_PUSH(t->ls->arena, l->rest, l->rest_count, cap) = (struct rest){p->column, p->from, p->to};
		}
	l->to = t->ls->items[end - 1].to;
	while (++i < end)
		t->ls->items[i].kind = LINE_FURNITURE;
}

/* Whether a table begins at line `first`, of the `most` lines from there on at most. */
static bool find_table(struct laidout *t, size_t first, size_t most)
{
	gather(t, first, most);
	if (!find_body(t))
		return false;
	bool centred = centred_find(t);

	return find_columns(t) && place_pieces(t) && read_head(t) && (centred || has_rows(t));
}

/* The table that begins at line `first`, of which `most` lines are gathered, and twice as many while they are all its own; the line behind it, or `first`. */
static size_t read_table(struct laidout *t, size_t first, size_t most)
{
	if (!find_table(t, first, most))
		return first;
	for (; t->end - first == most && t->end < t->ls->n; most *= 2)
		if (!find_table(t, first, 2 * most)) {
			find_table(t, first, most);
			break;
		}
	for (size_t i = t->first, end; i < t->end; i = end) {
		end = row_end(t, i);
		if (pieces_count(t, i))
			make_row(t, i, end);
	}
	return t->end;
}

void laidout_rows(struct lines *ls)
{
	struct arena tmp = {NULL, 0};
	struct laidout t = {.ls = ls, .a = &tmp};
	size_t read = 0;

	for (size_t i = 0; i < ls->n; i++) {
		struct arena_mark m = arena_mark(&tmp);

		if (may_begin(&t, i)) {
			/* A text of heads, or of short tables one behind the other, would be gathered again to its end for each of them. */
			size_t next = read_table(&t, i, t.gathered > read + ls->n * MOST_VAIN ? FIRST_LINES : ls->n);

			read += next - i;
			i = next > i ? next - 1 : i;
		}
		arena_release(&tmp, m);
	}
	arena_free(&tmp);
	buf_free(&t.b);
}
