/* Knows the rows of a table without numbers whose empty cells have left no line: words and figures in turn. */
#include "doc/upright.h"

#include "doc/heading.h"
#include "doc/words.h"
#include "zh/region.h"

enum {
	FEWEST_FIGURES = 2,
	FEWEST_ROWS = 3,
	MOST_NAMES = 2,   /* 市, 县 */
	MOST_REMARKS = 2, /* columns of words behind the figures */
	ROWS_ASKED = 8    /* for how many figures a row has */
};

/* The shape of a row: names, figures, remarks. */
struct shape {
	size_t names, figures, remarks;
};

/* The words and the figures of one row, by their first lines. */
struct turn {
	size_t words[MOST_NAMES + MOST_REMARKS], word_count;
	size_t figures[UPRIGHT_CELLS], figure_count;
	size_t end;
};

static bool is_figure(const struct upright *t, size_t i)
{
	return t->ls->items[i].kind != LINE_ROW && heading_is_figure(upright_cell(t, i));
}

/* The words from line i on and the figures behind them; false: too many of either, or none. */
static bool read_turn(const struct upright *t, size_t i, struct turn *r)
{
	r->word_count = r->figure_count = 0;
	for (; i < t->ls->n && !upright_stops(t, i, true) && !is_figure(t, i); i = upright_end(t, i)) {
		if (r->word_count == MOST_NAMES + MOST_REMARKS)
			return false;
		r->words[r->word_count++] = i;
	}
	for (; i < t->ls->n && is_figure(t, i); i = upright_end(t, i)) {
		if (r->figure_count == UPRIGHT_CELLS)
			return false;
		r->figures[r->figure_count++] = i;
	}
	r->end = i;
	return r->word_count && r->figure_count;
}

/* How many figures the fullest of the first rows has; those of the first begin at line i, behind the headings. */
static size_t most_figures(const struct upright *t, size_t i)
{
	struct turn r;
	size_t most = 0;

	for (; i < t->ls->n && is_figure(t, i); i = upright_end(t, i))
		most++;
	for (size_t n = 1; n < ROWS_ASKED && read_turn(t, i, &r); n++, i = r.end)
		most = r.figure_count > most ? r.figure_count : most;
	return most;
}

static bool holds_figures(enum column_role role)
{
	return role == COLUMN_MONEY || role == COLUMN_COUNT || role == COLUMN_UNKNOWN;
}

/* Whether the headings suit rows of this shape. */
static bool suits(const struct upright *t, const struct shape *s)
{
	size_t sums = 0;

	for (size_t k = 0; k < t->columns; k++) {
		bool figures = k >= s->names && k < s->names + s->figures;

		if (figures ? !holds_figures(t->roles[k]) : t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_SEQ)
			return false;
		sums += t->roles[k] == COLUMN_MONEY;
	}
	return sums && t->roles[0] != COLUMN_UNKNOWN && (!s->remarks || t->roles[t->columns - 1] != COLUMN_UNKNOWN);
}

static void move_heads(struct upright *t, const struct upright *from, size_t to, size_t at, size_t n)
{
	memmove(t->heads + to, from->heads + at, n * sizeof *t->heads);
	memmove(t->roles + to, from->roles + at, n * sizeof *t->roles);
}

/* Puts the headings from `from` on in the place of the one that stands over them. Sums of other columns (合计) stand over none, and 其中 says itself that it does. */
static bool nest(struct upright *t, size_t from)
{
	struct upright flat = *t;
	size_t below = t->columns - from, over = 0;

	for (size_t k = 1; k < from; k++) {
		struct str s = upright_fold(t, t->heads[k].from, t->heads[k].to);
		bool part = words_of(s, 0, W_PART) != NULL;

		if (part || (!over && t->roles[k] == COLUMN_MONEY && !words_is(s, W_SUM)))
			over = k;
		if (part)
			break;
	}
	if (!over)
		return false;
	move_heads(t, &flat, over, from, below);
	move_heads(t, &flat, over + below, over + 1, from - over - 1);
	for (size_t k = over; k < over + below; k++)
		t->roles[k] = COLUMN_MONEY;
	t->columns--;
	return true;
}

/* Whether the words before the first figure are headings and the names of the first row, in that shape: some headings perhaps below others, behind a column of remarks
 * or where no table knows them. */
static bool read_shape(struct upright *t, const struct upright *all, size_t names, size_t figures, struct shape *s)
{
	*t = *all;
	t->columns = all->columns - names;
	*s = (struct shape){names, figures, t->columns - names - figures};
	if (t->columns >= names + figures && s->remarks <= MOST_REMARKS && suits(t, s))
		return true;
	size_t from = t->columns;

	while (from > names + 1 && t->roles[from - 1] != COLUMN_IGNORE && (t->roles[from - 1] == COLUMN_UNKNOWN || t->columns - from < 2 || t->roles[from - 2] == COLUMN_IGNORE))
		from--;
	if (t->columns - from < 2 || t->columns - from > figures || !nest(t, from))
		return false;
	s->remarks = t->columns - names - figures;
	return t->columns >= names + figures && s->remarks <= MOST_REMARKS && suits(t, s);
}

/* All words from the first line on, as headings; the line of the first figure, or 0. */
static size_t read_words(struct upright *t)
{
	size_t i = t->first, asked = 0;

	for (t->columns = 0; i < t->ls->n && t->columns < UPRIGHT_CELLS && asked++ < UPRIGHT_ASKED && upright_short(t, i); i = upright_end(t, i)) {
		size_t to = t->ls->items[upright_end(t, i) - 1].to;

		if (t->columns && upright_cell(t, i).p[0] == '(') {
			t->heads[t->columns - 1].to = to;
			continue;
		}
		t->heads[t->columns] = (struct cell){t->ls->items[i].from, to};
		t->roles[t->columns++] = COLUMN_UNKNOWN;
	}
	return i < t->ls->n && is_figure(t, i) ? i : 0;
}

/* Whether a word between two rows is the name of those below it, and no remark on that above. */
static bool is_place(const struct upright *t, size_t i)
{
	return region_is(upright_cell(t, i));
}

static struct cell cell_at(const struct upright *t, size_t i)
{
	return (struct cell){t->ls->items[i].from, t->ls->items[upright_end(t, i) - 1].to};
}

/* The words of a row: those before its names are remarks on the row above, or the name of several rows. */
static void place_words(const struct upright *t, const struct shape *s, const struct turn *r, struct cell *above, struct cell *cells)
{
	size_t names = r->word_count, remark = t->columns - s->remarks, first;

	while (names > 1 && (names > s->names || !is_place(t, r->words[r->word_count - names])))
		names--;
	first = r->word_count - names;
	for (size_t k = 0; k < first && k < s->remarks && above; k++)
		above[remark + k] = cell_at(t, r->words[k]);
	for (size_t k = 0; k < names; k++)
		cells[s->names - names + k] = cell_at(t, r->words[first + k]);
}

static size_t read_rows(struct upright *t, const struct shape *s, struct line **rows, size_t *n, size_t *cap)
{
	size_t i = t->body, before = *n, whole = 0;
	struct turn r;

	upright_add(t->ls, rows, n, cap, t->heads, t->columns, t->ls->items[t->first].blanks);
	while (i < t->ls->n && read_turn(t, i, &r) && r.figure_count <= s->figures && r.word_count <= s->names + s->remarks) {
		struct cell cells[UPRIGHT_CELLS], *above = *n > before + 1 ? (*rows)[*n - 1].cells : NULL;

		for (size_t k = 0; k < t->columns; k++)
			cells[k] = (struct cell){t->ls->items[i].from, t->ls->items[i].from};
		place_words(t, s, &r, above, cells);
		for (size_t k = 0; k < r.figure_count; k++)
			cells[s->names + k] = cell_at(t, r.figures[k]);
		whole += r.figure_count == s->figures;
		upright_add(t->ls, rows, n, cap, cells, t->columns, t->ls->items[i].blanks);
		i = r.end;
	}
	if (*n - before > FEWEST_ROWS && whole * 2 >= *n - before)
		return i;
	*n = before;
	return t->first;
}

size_t ragged_rows(struct upright *t, struct line **rows, size_t *n, size_t *cap)
{
	struct upright all = *t;
	struct shape s;
	size_t figure = grid_heading(upright_cell(t, t->first)) == COLUMN_UNKNOWN ? 0 : read_words(&all), most = figure ? most_figures(&all, figure) : 0;

	if (most < FEWEST_FIGURES || all.columns < UPRIGHT_COLUMNS + 1)
		return t->first;
	for (size_t k = 0; k < all.columns; k++)
		all.roles[k] = grid_heading(upright_fold(t, all.heads[k].from, all.heads[k].to));
	for (size_t names = 1; names <= MOST_NAMES; names++)
		if (read_shape(t, &all, names, most, &s)) {
			for (t->body = t->first; t->ls->items[t->body].from < all.heads[all.columns - names].from;)
				t->body = upright_end(t, t->body);
			return read_rows(t, &s, rows, n, cap);
		}
	return t->first;
}
