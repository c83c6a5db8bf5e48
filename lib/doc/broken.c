/* Knows the rows of a numbered table whose long cells are broken over lines, a cell a line else. */
#include "doc/upright.h"

#include "base/unicode.h"
#include "doc/fitting.h"
#include "doc/heading.h"
#include "doc/words.h"

enum {
	MOST_LINES = 64,    /* of a row */
	ROWS_ASKED = 12,    /* for the width that their lines are broken at */
	FEWEST_ROWS = 2,
	WIDEST_JUMP = 3,    /* from the number of a row to that of the next */
	WIDTHS_TRIED = 6,
	NARROWEST = 8,      /* places of a line that goes on in the next, two for a Chinese character */
	WIDEST = 96,
	LONGEST_NAME = 3,   /* lines of the name of a group */
	IMPOSSIBLE = -1000, /* of a cell in a column */
	WHOLE = 3           /* what it costs to leave a column empty where there are lines for all */
};

struct row {
	struct cell cells[UPRIGHT_CELLS];
	bool open[UPRIGHT_CELLS]; /* the cell may be the rest of the one before */
	size_t n;
};

static size_t width(const struct upright *t, size_t i)
{
	const struct line *l = &t->ls->items[i];

	return l->to - l->from > 2 * WIDEST ? WIDEST : unicode_width(str_sub(t->ls->text, l->from, l->to));
}

/* The width of what could not be parted from the first character of line i: a figure, a mark behind it. */
static size_t first_width(const struct upright *t, size_t i)
{
	struct str s = str_sub(t->ls->text, t->ls->items[i].from, t->ls->items[i].to);
	size_t len, at = 0;

	str_char(s, 0, &len);
	while (at < s.n && ((s.p[at] >= '0' && s.p[at] <= '9') || (s.p[at] >= 'A' && s.p[at] <= 'Z') || (s.p[at] >= 'a' && s.p[at] <= 'z') || s.p[at] == '.'))
		at++;
	return at ? at : unicode_width(str_sub(s, 0, len));
}

/* Whether the line before i has no room for what line i begins with. */
static bool goes_on(const struct upright *t, size_t i, size_t page)
{
	if (t->ls->items[i].blanks > t->blanks || width(t, i - 1) < NARROWEST)
		return false;
	/* Columns are not equally wide: what ends a name goes on in any (市科技, 局). */
	if (width(t, i - 1) + first_width(t, i) <= page && !fitting_rest(upright_line(t, i)) && !(t->ls->items[i].chars == 1 && words_is(upright_line(t, i), W_DEPARTMENT)))
		return false;
	return !heading_is_figure(upright_line(t, i - 1)) && !heading_is_figure(upright_line(t, i));
}

/* Whether the next row begins at line i: a higher number over a name, a total, a group. */
static bool begins(const struct upright *t, size_t i, long number)
{
	struct str s = upright_line(t, i);
	long value;

	if (upright_integer(s, &value))
		return value > number && value <= number + WIDEST_JUMP && i + 1 < t->ls->n && !heading_is_figure(upright_line(t, i + 1));
	return upright_part(s) || upright_group(s);
}

static bool ends(const struct upright *t, size_t i)
{
	return i >= t->ls->n || t->ls->items[i].kind == LINE_ROW || words_of(upright_line(t, i), 0, W_NOTE) || words_of(upright_line(t, i), 0, W_PAGE);
}

/* The number of the row at line i, or that of the row before. */
static long number_at(const struct upright *t, size_t i, long before)
{
	long value;

	return upright_integer(upright_line(t, i), &value) ? value : before;
}

/* The line behind the row at line i; *last: no other row follows it. */
static size_t row_end(const struct upright *t, size_t i, long number, bool *last)
{
	*last = false;
	number = number_at(t, i, number);
	for (size_t k = i + 1; k < i + MOST_LINES && !ends(t, k); k++)
		if (begins(t, k, number))
			return k;
	*last = true;
	return i + 1;
}

/* The lines of the row at line i, up to line `end` or, where it is the last, as many as make a cell for each column: those that were broken at the width of the page may go
 * on in the next. Empty cells may have left blank lines. The line behind them. */
static size_t read_row(const struct upright *t, size_t i, size_t end, bool last, size_t page, struct row *r)
{
	size_t k = i, cells = 0, gap = 0;

	for (r->n = 0; last ? k < i + MOST_LINES && !ends(t, k) : k < end; k++) {
		const struct line *l = &t->ls->items[k];
		/* The number of the row goes on nowhere. */
		bool open = k > i + 1 && goes_on(t, k, page);

		gap = k > i && l->blanks > t->blanks ? (l->blanks - t->blanks) / (t->blanks + 1) : 0;
		cells += gap + !open;
		if (r->n + gap + 1 > UPRIGHT_CELLS || (last && cells > t->columns))
			return k;
		for (; gap; gap--, r->n++) {
			r->cells[r->n] = (struct cell){l->from, l->from};
			r->open[r->n] = false;
		}
		r->cells[r->n] = (struct cell){l->from, l->to};
		r->open[r->n++] = open;
	}
	/* Blank lines behind a row stand for its last cells where they fill it. */
	gap = k < t->ls->n ? t->ls->items[k].blanks / (t->blanks + 1) : 0;
	for (bool fills = cells < t->columns && cells + gap >= t->columns; fills && cells < t->columns && r->n < UPRIGHT_CELLS; cells++, r->n++) {
		r->cells[r->n] = (struct cell){t->ls->items[k - 1].to, t->ls->items[k - 1].to};
		r->open[r->n] = false;
	}
	return k;
}

static size_t count_cells(const struct row *r)
{
	size_t n = 0;

	for (size_t k = 0; k < r->n; k++)
		n += !r->open[k];
	return n;
}

/* How many of the first rows may have a cell for each column where lines are broken at that width, told more by how many may than by how many have no other; *over: how many have more
 * lines than columns. */
static size_t whole_rows(const struct upright *t, size_t page, size_t *over)
{
	size_t whole = 0, i = t->body;
	long number = 0;

	*over = 0;
	for (size_t n = 0; n < ROWS_ASKED && !ends(t, i) && begins(t, i, number); n++) {
		struct row r;
		bool last;
		size_t end = row_end(t, i, number, &last);

		number = number_at(t, i, number);
		i = read_row(t, i, end, last, page, &r);
		size_t cells = count_cells(&r);

		whole += (cells <= t->columns && r.n >= t->columns) * (size_t)ROWS_ASKED + (cells == t->columns);
		*over += r.n > t->columns;
	}
	return whole;
}

static size_t commonest(const size_t seen[WIDEST + 1])
{
	size_t best = NARROWEST;

	for (size_t w = NARROWEST; w < WIDEST; w++)
		best = seen[w] > seen[best] ? w : best;
	return best;
}

/* The width that makes the most rows whole; 0: none makes enough of them that are not whole already, or no row has more lines than there are columns. */
static size_t page_width(const struct upright *t)
{
	size_t seen[WIDEST + 1] = {0}, best = 0, over, most = whole_rows(t, WIDEST, &over) + FEWEST_ROWS * ROWS_ASKED - 1;

	for (size_t i = t->body; i < t->body + (size_t)ROWS_ASKED * t->columns && !ends(t, i); i++)
		if (width(t, i) <= WIDEST)
			seen[width(t, i)]++;
	for (size_t n = 0; n < WIDTHS_TRIED && over; n++) {
		size_t w = commonest(seen), whole = seen[w] >= FEWEST_ROWS ? whole_rows(t, w, &over) : 0;

		seen[w] = 0;
		if (whole > most) {
			most = whole;
			best = w;
		}
	}
	return best;
}

/* ，新建泵站: no cell begins so. */
static bool begins_with_mark(const struct upright *t, const struct cell *c)
{
	static const uint32_t marks[] = {0xFF0C, 0x3001, 0x3002, 0xFF1B, 0xFF1A, 0xFF09, 0x300B, 0x201D, ',', ';', ':', ')'};
	size_t len;
	uint32_t first = c->to > c->from ? str_char(t->ls->text, c->from, &len) : 0;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (first == marks[i])
			return true;
	return false;
}

/* How lines [from, to] of a row do as the cell of a column. */
static int fit_of(const struct upright *t, const struct row *r, size_t from, size_t to, size_t column)
{
	if (begins_with_mark(t, &r->cells[from]))
		return IMPOSSIBLE;
	struct arena_mark m = arena_mark(t->a);
	int fit = r->cells[to].to > r->cells[from].from ? fitting_cell(upright_fold(t, r->cells[from].from, r->cells[to].to), t->roles[column]) : 0;

	arena_release(t->a, m);
	return fit + (int)(to - from);
}

/* Puts the lines of a row into the columns in their order so that they fit best; of those that may go on each may be a cell too. */
static void place(const struct upright *t, const struct row *r, struct cell *out)
{
	int best[UPRIGHT_CELLS + 1][UPRIGHT_CELLS + 1]; /* of the first i lines in the first j columns */
	size_t taken[UPRIGHT_CELLS + 1][UPRIGHT_CELLS + 1];
	/* A row that has lines for all columns leaves none empty. */
	int empty = r->n >= t->columns ? WHOLE : 0;

	for (size_t j = 0; j <= t->columns; j++)
		best[0][j] = -(int)j * empty;
	for (size_t i = 1; i <= r->n; i++) {
		best[i][0] = IMPOSSIBLE;
		for (size_t j = 1; j <= t->columns; j++) {
			best[i][j] = best[i][j - 1] - empty;
			taken[i][j] = 0;
			for (size_t from = i; from-- > 0;) {
				int score = best[from][j - 1] > IMPOSSIBLE ? best[from][j - 1] + fit_of(t, r, from, i - 1, j - 1) : IMPOSSIBLE;

				if (score > best[i][j]) {
					best[i][j] = score;
					taken[i][j] = i - from;
				}
				if (!r->open[from])
					break;
			}
		}
	}
	for (size_t i = r->n, j = t->columns; i && j; j--)
		if (taken[i][j]) {
			out[j - 1] = (struct cell){r->cells[i - taken[i][j]].from, r->cells[i - 1].to};
			i -= taken[i][j];
		}
}

/* A row with more cells than columns is broken at other widths too: each line of words may go on with the one before it. */
static void open_all(const struct upright *t, struct row *r)
{
	bool figure = true;

	for (size_t k = 0; k < r->n; k++) {
		bool before = figure;

		figure = r->cells[k].to == r->cells[k].from || heading_is_figure(upright_fold(t, r->cells[k].from, r->cells[k].to));
		r->open[k] |= !figure && !before;
	}
}

/* The cells of a row with one for each column. */
static void join(const struct row *r, struct cell *out)
{
	for (size_t k = 0, n = 0; k < r->n; k++)
		if (r->open[k])
			out[n - 1].to = r->cells[k].to;
		else
			out[n++] = r->cells[k];
}

size_t broken_rows(struct upright *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t page, i = t->body;
	long number = 0;

	if (t->parted || t->roles[0] != COLUMN_SEQ || ends(t, i) || !begins(t, i, 0) || !(page = page_width(t)))
		return t->first;
	upright_add(t->ls, rows, n, cap, t->heads, t->columns, t->ls->items[t->first].blanks);
	for (bool last = false; !last && !ends(t, i) && begins(t, i, number);) {
		struct cell out[UPRIGHT_CELLS];
		struct row r;
		size_t start = i, end = row_end(t, i, number, &last);
		bool group = upright_group(upright_line(t, i)) && end - i <= LONGEST_NAME;

		/* What names nothing below it is the text behind the table. */
		if (group && last)
			break;
		number = number_at(t, i, number);
		i = read_row(t, i, end, last, page, &r);
		for (size_t k = 0; k < t->columns; k++)
			out[k] = (struct cell){t->ls->items[start].from, t->ls->items[start].from};
		if (group)
			out[0] = (struct cell){t->ls->items[start].from, t->ls->items[end - 1].to};
		else if (count_cells(&r) == t->columns)
			join(&r, out);
		else {
			if (count_cells(&r) > t->columns)
				open_all(t, &r);
			place(t, &r, out);
		}
		i = last ? i : end;
		upright_add(t->ls, rows, n, cap, out, t->columns, t->ls->items[start].blanks);
	}
	return i;
}
