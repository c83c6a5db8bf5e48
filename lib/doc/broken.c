/* Knows the rows of a numbered table whose long cells are broken over lines, a cell a line else. */
#include "doc/wrapped.h"

#include "doc/fitting.h"
#include "doc/heading.h"
#include "doc/words.h"

enum {
	ROWS_ASKED = 12,    /* for the width that their lines are broken at */
	FEWEST_ROWS = 2,
	WIDEST_JUMP = 3,    /* from the number of a row to that of the next */
	WIDTHS_TRIED = 6,
	NARROWEST = 8,      /* places of a line that goes on in the next, two for a Chinese character */
	LONGEST_NAME = 3    /* lines of the name of a group */
};

static struct str line_of(const struct upright *t, size_t i)
{
	return str_sub(t->ls->text, t->ls->items[i].from, t->ls->items[i].to);
}

/* Whether the line before i has no room for what line i begins with. */
static bool goes_on(const struct upright *t, size_t i, size_t page)
{
	size_t width = wrapped_width(line_of(t, i - 1));

	if (t->ls->items[i].blanks > t->blanks || width < NARROWEST)
		return false;
	/* Columns are not equally wide: what ends a name goes on in any (市科技, 局). */
	if (width + wrapped_first(line_of(t, i)) <= page && !fitting_rest(upright_line(t, i)) && !(t->ls->items[i].chars == 1 && words_is(upright_line(t, i), W_DEPARTMENT)))
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
	for (size_t k = i + 1; k < i + WRAPPED_LINES && !ends(t, k); k++)
		if (begins(t, k, number) && !wrapped_counts(t, i, k))
			return k;
	*last = true;
	return i + 1;
}

/* The lines of the row at line i, up to line `end` or, where it is the last, as many as make a cell for each column: those that were broken at the width of the page may go
 * on in the next. Empty cells may have left blank lines. The line behind them. */
static size_t read_row(const struct upright *t, size_t i, size_t end, bool last, size_t page, struct wrapped_row *r)
{
	size_t k = i, cells = 0, gap = 0;

	for (r->n = 0; last ? k < i + WRAPPED_LINES && !ends(t, k) : k < end; k++) {
		const struct line *l = &t->ls->items[k];
		/* The number of the row goes on nowhere. */
		bool open = k > i + 1 && goes_on(t, k, page);

		gap = k > i && l->blanks > t->blanks ? (l->blanks - t->blanks) / (t->blanks + 1) : 0;
		cells += gap + !open;
		if (r->n + gap + 1 > UPRIGHT_CELLS || (last && cells > t->columns))
			return k;
		for (; gap; gap--, r->n++) {
			r->lines[r->n] = (struct cell){l->from, l->from};
			r->open[r->n] = false;
		}
		r->lines[r->n] = (struct cell){l->from, l->to};
		r->open[r->n++] = open;
	}
	/* Blank lines behind a row stand for its last cells where they fill it. */
	gap = k < t->ls->n ? t->ls->items[k].blanks / (t->blanks + 1) : 0;
	for (bool fills = cells < t->columns && cells + gap >= t->columns; fills && cells < t->columns && r->n < UPRIGHT_CELLS; cells++, r->n++) {
		r->lines[r->n] = (struct cell){t->ls->items[k - 1].to, t->ls->items[k - 1].to};
		r->open[r->n] = false;
	}
	return k;
}

static size_t count_cells(const struct wrapped_row *r)
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
		struct wrapped_row r;
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

static size_t commonest(const size_t seen[WRAPPED_WIDEST + 1])
{
	size_t best = NARROWEST;

	for (size_t w = NARROWEST; w < WRAPPED_WIDEST; w++)
		best = seen[w] > seen[best] ? w : best;
	return best;
}

/* The width that makes the most rows whole; 0: none makes enough of them that are not whole already, or no row has more lines than there are columns. */
static size_t page_width(const struct upright *t)
{
	size_t seen[WRAPPED_WIDEST + 1] = {0}, best = 0, over, most = whole_rows(t, WRAPPED_WIDEST, &over) + FEWEST_ROWS * ROWS_ASKED - 1;

	for (size_t i = t->body; i < t->body + (size_t)ROWS_ASKED * t->columns && !ends(t, i); i++)
		if (wrapped_width(line_of(t, i)) <= WRAPPED_WIDEST)
			seen[wrapped_width(line_of(t, i))]++;
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

/* The cells of a row with one for each column. */
static void join(const struct wrapped_row *r, struct wrapped_span *out)
{
	for (size_t k = 0, n = 0; k < r->n; k++)
		if (r->open[k])
			out[n - 1].to = k + 1;
		else
			out[n++] = (struct wrapped_span){k, k + 1};
}

/* Lines may be broken at other widths too: any of words may go on with the one before it, where the cells fit so. */
static void fit_loosely(const struct upright *t, const struct wrapped_row *r, struct wrapped_span *out)
{
	struct wrapped_span loose[UPRIGHT_CELLS];

	if (wrapped_place(t, r, true, loose) > 0 && wrapped_fits(t, r, loose))
		memcpy(out, loose, t->columns * sizeof *loose);
}

size_t broken_rows(struct upright *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t page, i = t->body;
	long number = 0;

	if (t->parted || t->roles[0] != COLUMN_SEQ || ends(t, i) || !begins(t, i, 0) || !(page = page_width(t)))
		return t->first;
	upright_add(t->ls, rows, n, cap, t->heads, t->columns, t->ls->items[t->first].blanks);
	for (bool last = false; !last && !ends(t, i) && begins(t, i, number);) {
		struct wrapped_span out[UPRIGHT_CELLS] = {{0, 0}};
		struct wrapped_row r;
		size_t start = i, end = row_end(t, i, number, &last), name = i + 1;
		bool group = upright_group(upright_line(t, i)) && end - i <= LONGEST_NAME;

		/* What names nothing below it is the text behind the table. */
		if (group && last)
			break;
		/* 一、水利类, 5600: its sums are no part of the name. */
		while (name < end && !heading_is_figure(upright_line(t, name)))
			name++;
		number = number_at(t, i, number);
		i = read_row(t, i, end, last, page, &r);
		if (group)
			out[0] = (struct wrapped_span){0, name - start < r.n ? name - start : r.n};
		else if (count_cells(&r) == t->columns)
			join(&r, out);
		else
			wrapped_place(t, &r, false, out);
		if (!group && (r.n > t->columns || !wrapped_fits(t, &r, out)))
			fit_loosely(t, &r, out);
		i = last ? i : end;
		wrapped_add(t, rows, n, cap, &r, out, t->ls->items[start].blanks);
	}
	return i;
}
