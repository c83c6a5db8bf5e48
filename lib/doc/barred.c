/* Knows how cells that stand one a line, with a bar behind or before each, go back into rows. */
#include "doc/barred.h"

#include "base/buf.h"
#include "doc/heading.h"

enum {
	MOST_CELLS = 16,    /* columns */
	FEWEST_CELLS = 6,   /* of a table */
	LONGEST_CELL = 6,   /* lines */
	LONGEST_ROW = 48,   /* lines */
	FEWEST_KNOWN = 2    /* headings that the table of headings has */
};

struct run {
	const struct lines *ls;
	struct cell *cells;
	size_t n, cap;
	size_t end; /* the line behind the last cell */
};

static struct str line_of(const struct lines *ls, size_t i)
{
	return str_sub(ls->text, ls->items[i].from, ls->items[i].to);
}

/* Whether the line ends in the only bar that it has. */
static bool is_barred(const struct lines *ls, size_t i)
{
	struct str s = line_of(ls, i);

	return ls->items[i].kind != LINE_ROW && s.n && s.p[s.n - 1] == '|' && !memchr(s.p, '|', s.n - 1);
}

static void add_cell(struct run *r, struct arena *a, size_t first, size_t last)
{
	size_t from = r->ls->items[first].from, to = r->ls->items[last].to - 1;
	struct str s = str_trim(str_sub(r->ls->text, from, to));

	*ARENA_PUSH(a, r->cells, r->n, r->cap) = (struct cell){(size_t)(s.p - r->ls->text.p), (size_t)(s.p - r->ls->text.p) + s.n};
}

/* The cells from line i on; a cell may take several lines, the first takes one. */
static void read_run(struct run *r, struct arena *a, size_t i)
{
	size_t first = i;

	for (; i < r->ls->n && i - first < LONGEST_CELL && r->ls->items[i].kind != LINE_ROW; i++)
		if (is_barred(r->ls, i)) {
			add_cell(r, a, first, i);
			first = r->end = i + 1;
		}
}

static struct str folded(const struct run *r, size_t k, struct buf *b)
{
	return heading_fold(str_sub(r->ls->text, r->cells[k].from, r->cells[k].to), b);
}

/* Whether the first `columns` cells are headings, and the cells below are such as these name. */
static bool fits(const struct run *r, size_t columns, struct buf *b)
{
	enum column_role roles[MOST_CELLS];
	size_t known = 0;

	for (size_t k = 0; k < columns; k++) {
		struct str s = folded(r, k, b);

		if (!heading_like(s) || heading_is_figure(s))
			return false;
		roles[k] = grid_heading(s);
		known += roles[k] != COLUMN_UNKNOWN;
	}
	if (known < FEWEST_KNOWN || known * 2 < columns || r->n % columns || r->n == columns)
		return false;
	for (size_t k = columns; k < r->n; k++) {
		enum column_role role = roles[k % columns];
		struct str s = folded(r, k, b);

		if (s.n && (role == COLUMN_MONEY || role == COLUMN_COUNT || role == COLUMN_SEQ) && !heading_is_figure(s) && str_chars(s) > 3)
			return false;
		if (role == COLUMN_NAME && heading_is_figure(s))
			return false;
	}
	return true;
}

static size_t count_columns(const struct run *r, struct buf *b)
{
	for (size_t columns = MOST_CELLS; columns >= FEWEST_KNOWN; columns--)
		if (r->n >= columns && fits(r, columns, b))
			return columns;
	return 0;
}

/* Whether all cells are such as headings are, and half of them are known. */
static bool are_headings(const struct run *r, struct buf *b)
{
	size_t known = 0;

	for (size_t k = 0; k < r->n; k++) {
		struct str s = folded(r, k, b);

		if (!heading_like(s) || heading_is_figure(s))
			return false;
		known += grid_heading(s) != COLUMN_UNKNOWN;
	}
	return known >= FEWEST_KNOWN && known * 2 >= r->n;
}

/* Whether the cells are the headings of a table whose rows follow, each in one line between bars. */
static bool heads_rows(const struct run *r, struct buf *b)
{
	return r->n <= MOST_CELLS && r->end < r->ls->n && r->ls->items[r->end].kind == LINE_ROW && are_headings(r, b);
}

static void add_rows(struct lines *ls, const struct run *r, size_t columns, struct line **out, size_t *n, size_t *cap)
{
	for (size_t k = 0; k < r->n; k += columns) {
		struct line *l = ARENA_PUSH(ls->arena, *out, *n, *cap);

		*l = (struct line){.kind = LINE_ROW, .cell_count = columns, .from = r->cells[k].from, .to = r->cells[k + columns - 1].to};
		l->cells = ARENA_ARRAY(ls->arena, struct cell, columns);
		memcpy(l->cells, r->cells + k, columns * sizeof *l->cells);
	}
}

/* ---- a bar before each cell but the first, and one alone behind the row ---- */

static bool is_bar(const struct lines *ls, size_t i)
{
	return ls->items[i].to == ls->items[i].from + 1 && ls->text.p[ls->items[i].from] == '|';
}

static bool opens_cell(const struct lines *ls, size_t i)
{
	return ls->items[i].kind != LINE_ROW && ls->text.p[ls->items[i].from] == '|' && ls->items[i].to > ls->items[i].from + 1;
}

/* The cells of the row that begins at line i; the line behind its bar, or i when it has none. */
static size_t read_open_row(struct run *r, struct arena *a, size_t i)
{
	const struct lines *ls = r->ls;
	size_t first = i, from = ls->items[i].from;

	r->n = 0;
	for (; i < ls->n && i - first < LONGEST_ROW && r->n < MOST_CELLS && ls->items[i].kind != LINE_ROW; i++) {
		bool bar = is_bar(ls, i), opens = opens_cell(ls, i);

		if ((bar || opens) && i > first) {
			struct str s = str_trim(str_sub(ls->text, from, ls->items[i - 1].to));

			*ARENA_PUSH(a, r->cells, r->n, r->cap) = (struct cell){(size_t)(s.p - ls->text.p), (size_t)(s.p - ls->text.p) + s.n};
		}
		if (bar)
			return i + 1;
		if (opens)
			from = ls->items[i].from + 1;
	}
	return first;
}

/* Cells that a row above spans are missing at the head of a row; of a row of one cell, behind its task too. */
static void add_open_row(struct lines *ls, const struct run *r, size_t columns, struct line **out, size_t *n, size_t *cap)
{
	struct line *l = ARENA_PUSH(ls->arena, *out, *n, *cap);
	const struct line *above = *n > 1 && l[-1].cell_count == columns ? &l[-1] : NULL;
	size_t missing = columns - r->n, first = above && r->n == 1 && columns > 2 ? 1 : missing;

	*l = (struct line){.kind = LINE_ROW, .cell_count = columns, .from = r->cells[0].from, .to = r->cells[r->n - 1].to};
	l->cells = ARENA_ARRAY(ls->arena, struct cell, columns);
	for (size_t k = 0; k < columns; k++) {
		if (k >= first && k < first + r->n)
			l->cells[k] = r->cells[k - first];
		else
			l->cells[k] = lines_spanning(above, k, l->from);
	}
}

/* ---- a bar behind each cell, and one alone before the row ---- */

static bool has_bars_only(const struct lines *ls, size_t i)
{
	struct str s = line_of(ls, i);

	for (size_t k = 0; k < s.n; k++)
		if (s.p[k] != '|')
			return false;
	return s.n > 1;
}

static bool opens_closed_row(const struct lines *ls, size_t i)
{
	return is_bar(ls, i) && i + 1 < ls->n && is_barred(ls, i + 1) && !is_bar(ls, i + 1);
}

/* The cells of the row behind the bar of line i; several bars together are cells without words. The line behind the row, or i when it has none. */
static size_t read_closed_row(struct run *r, struct arena *a, size_t i)
{
	const struct lines *ls = r->ls;
	size_t first = i + 1;

	r->n = 0;
	for (size_t k = first; k < ls->n && k - first < LONGEST_CELL && r->n < MOST_CELLS && !is_bar(ls, k) && ls->items[k].kind != LINE_ROW; k++) {
		if (is_barred(ls, k))
			add_cell(r, a, first, k);
		for (size_t bars = has_bars_only(ls, k) ? ls->items[k].to - ls->items[k].from : 0; bars && r->n < MOST_CELLS; bars--)
			*ARENA_PUSH(a, r->cells, r->n, r->cap) = (struct cell){ls->items[k].from, ls->items[k].from};
		if (is_barred(ls, k) || has_bars_only(ls, k))
			first = k + 1;
	}
	return r->n ? first : i;
}

/* A row that tells where each of its cells begins: what is missing at its end is empty. */
static void add_closed_row(struct lines *ls, const struct run *r, size_t columns, struct line **out, size_t *n, size_t *cap)
{
	struct line *l = ARENA_PUSH(ls->arena, *out, *n, *cap);

	*l = (struct line){.kind = LINE_ROW, .cell_count = columns, .from = r->cells[0].from, .to = r->cells[r->n - 1].to};
	l->cells = ARENA_ARRAY(ls->arena, struct cell, columns);
	for (size_t k = 0; k < columns; k++)
		l->cells[k] = k < r->n ? r->cells[k] : (struct cell){l->to, l->to};
}

/* ---- both forms with a bar alone ---- */

static bool opens_row(const struct lines *ls, size_t i)
{
	return opens_closed_row(ls, i) || (i + 1 < ls->n && opens_cell(ls, i + 1));
}

static size_t read_row(struct run *r, struct arena *a, size_t i)
{
	return opens_closed_row(r->ls, i) ? read_closed_row(r, a, i) : read_open_row(r, a, i);
}

/* Whether a table begins at line i: two headings, and more rows. */
static bool opens_table(struct run *r, struct arena *a, struct buf *b, size_t i, size_t *columns)
{
	size_t next = opens_row(r->ls, i) ? read_row(r, a, i) : i;

	*columns = r->n;
	return next > i && are_headings(r, b) && next < r->ls->n && read_row(r, a, next) > next;
}

/* The end of the last cell that has words, at least that of the last column. */
static size_t last_word(const struct run *r, size_t columns)
{
	size_t k = r->n;

	while (k > columns && r->cells[k - 1].to == r->cells[k - 1].from)
		k--;
	return r->cells[k - 1].to;
}

/* Puts the table at line i into rows; the line behind it. */
static size_t add_table(struct lines *ls, struct run *r, struct arena *a, size_t i, size_t columns, struct line **out, size_t *n, size_t *cap)
{
	for (size_t next; i < ls->n && (next = read_row(r, a, i)) > i; i = next) {
		if (!r->n)
			continue;
		/* More cells than headings: the last holds the rest. */
		if (r->n > columns) {
			r->cells[columns - 1].to = last_word(r, columns);
			r->n = columns;
		}
		if (opens_closed_row(ls, i))
			add_closed_row(ls, r, columns, out, n, cap);
		else
			add_open_row(ls, r, columns, out, n, cap);
	}
	return i;
}

void barred_rows(struct lines *ls)
{
	struct arena tmp = {NULL, 0};
	struct line *out = NULL;
	struct buf b = {NULL, 0, 0};
	size_t n = 0, cap = 0;

	for (size_t i = 0; i < ls->n;) {
		struct run r = {.ls = ls, .end = i + 1};
		struct arena_mark mark = arena_mark(&tmp);
		size_t columns;

		if (opens_table(&r, &tmp, &b, i, &columns)) {
			i = add_table(ls, &r, &tmp, i, columns, &out, &n, &cap);
			arena_release(&tmp, mark);
			continue;
		}
		r.n = 0;
		if (is_barred(ls, i))
			read_run(&r, &tmp, i);
		columns = r.n >= FEWEST_CELLS ? count_columns(&r, &b) : 0;
		if (!columns && heads_rows(&r, &b))
			columns = r.n;
		if (columns)
			add_rows(ls, &r, columns, &out, &n, &cap);
		for (; !columns && i < r.end; i++)
			*ARENA_PUSH(ls->arena, out, n, cap) = ls->items[i];
		i = r.end;
		arena_release(&tmp, mark);
	}
	buf_free(&b);
	arena_free(&tmp);
	ls->items = out;
	ls->n = n;
	ls->cap = cap;
}
