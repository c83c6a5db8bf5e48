/* Knows how cells that stand one a line go back into rows. */
#include "doc/vertical.h"

#include "base/buf.h"
#include "doc/body.h"
#include "doc/fitting.h"
#include "doc/heading.h"
#include "doc/paged.h"
#include "doc/words.h"
#include "doc/wrapped.h"

/* Puts n cells into the columns in their order so that they fit best. */
static void align(const struct upright *t, const struct cell *cells, size_t n, struct cell *out)
{
	struct str texts[UPRIGHT_CELLS] = {{NULL, 0}};
	size_t columns[UPRIGHT_CELLS];

	for (size_t i = 0; i < n; i++)
		texts[i] = upright_fold(t, cells[i].from, cells[i].to);
	fitting_place(texts, n, t->roles, t->columns, false, columns);
	fitting_spare(columns, n, t->roles, t->spent, t->columns);
	for (size_t i = 0; i < n; i++)
		out[columns[i]] = cells[i];
}

/* 县水务局, 县河道指挥部: a cell of the only column of bodies, of which each may have a line of its own. */
static bool is_office(const struct upright *t, struct str s)
{
	static const struct context none;
	size_t columns = 0, used;

	for (size_t k = 0; k < t->columns; k++)
		columns += t->roles[k] == COLUMN_DUTY || t->roles[k] == COLUMN_ORG || t->roles[k] == COLUMN_PARTNER || t->roles[k] == COLUMN_RECIPIENT;
	if (columns != 1 || str_chars(s) > UPRIGHT_SHORT)
		return false;
	return body_only(&none, s) || ((words_of(s, 0, W_LEVEL) || region_chain(s, &used)) && (words_tail(s, W_BODY) || words_tail(s, W_FIRM) || words_tail(s, W_SUBOFFICE)));
}

/* Whether the cell that starts at line i goes on with the bodies of the cell before it. */
static bool joins_offices(const struct upright *t, const struct cell *before, size_t i)
{
	return t->ls->items[i].kind == LINE_TEXT && is_office(t, upright_fold(t, before->from, before->to)) && is_office(t, upright_cell(t, i));
}

/* 一、交通（2项）, 120.3, 28.5: the line behind the sums of a group, the cells from line i on. A number over a name is that of the next row. */
static size_t behind_sums(const struct upright *t, size_t i)
{
	for (size_t n = 1, next; n < t->columns && i < t->ls->n && heading_is_figure(upright_cell(t, i)); i = next, n++) {
		next = upright_end(t, i);
		if (next < t->ls->n && upright_starts_row(t, i) && !heading_is_figure(upright_cell(t, next)) && !upright_group(upright_cell(t, next)))
			break;
	}
	return i;
}

/* 12, 6, 区水务局 behind row 5: what looks like the number of the next row is a sum where a body follows, and not the name of a work, and the row has
 * no body yet. */
static bool is_sum_of_row(const struct upright *t, const struct cell *cells, size_t n, size_t i)
{
	size_t next = upright_end(t, i);
	long value;

	if (t->roles[1] != COLUMN_NAME || n + 1 >= t->columns || next >= t->ls->n || !upright_integer(upright_cell(t, i), &value) || !fitting_body(upright_cell(t, next)))
		return false;
	for (size_t k = 2; k < n; k++)
		if (fitting_body(upright_fold(t, cells[k].from, cells[k].to)))
			return false;
	return t->roles[t->columns - 1] == COLUMN_ORG || t->roles[t->columns - 1] == COLUMN_DUTY;
}

/* 附件2, 附表3: */
static bool begins_annex(struct str s)
{
	const struct word *label = words_of(s, 0, W_LABEL);

	return (label && str_eq(label->arg, STR("other"))) || str_ends(s, STR(":"));
}

/* Cells of the row that starts at line i; the line after it. */
static size_t read_cells(const struct upright *t, size_t i, struct cell *cells, size_t *n, size_t *gaps)
{
	size_t start = i;
	bool shares = !upright_starts_row(t, i); /* a number with the row above */
	bool total = words_of(upright_cell(t, i), 0, W_SUM) && upright_part(upright_cell(t, i));

	*n = *gaps = 0;
	for (; i < t->ls->n && *n < UPRIGHT_CELLS; i = upright_end(t, i)) {
		const struct line *l = &t->ls->items[i];

		size_t behind = upright_end(t, i);
		/* The figure that ends a row may look like the number of the next. */
		bool last = *n + 1 == t->columns && behind < t->ls->n && upright_starts_row(t, behind);

		/* 合计, 12000, 附件2: what begins behind a total is of the next table. */
		if (total && i > start && begins_annex(upright_cell(t, i)))
			break;
		if (upright_stops(t, i, *n > 0 || shares) || (i > start && upright_group(upright_cell(t, i))) ||
		    (i > start && upright_starts_row(t, i) && *n >= 2 && !last && !is_sum_of_row(t, cells, *n, i)))
			break;
		if (*n > 1 && joins_offices(t, &cells[*n - 1], i)) {
			cells[*n - 1].to = t->ls->items[upright_end(t, i) - 1].to;
			continue;
		}
		size_t extra = i > start && l->blanks > t->blanks ? (l->blanks - t->blanks) / (t->blanks + 1) : 0;

		if (*n + extra >= t->columns)
			break;
		for (size_t k = 0; k < extra; k++)
			cells[(*n)++] = (struct cell){l->from, l->from};
		*gaps += extra;
		cells[(*n)++] = (struct cell){l->from, t->ls->items[upright_end(t, i) - 1].to};
		if (i == start && upright_group(upright_cell(t, i)))
			return behind_sums(t, upright_end(t, i));
	}
	return i;
}

/* A row without a number of its own, under a number that it shares with the row above: the next number comes within a row. */
static bool shares_number(const struct upright *t, size_t i)
{
	long value;

	if (t->roles[0] != COLUMN_SEQ || !t->number || !upright_prose(t))
		return false;
	for (size_t n = 0; n < t->columns && i < t->ls->n && t->ls->items[i].kind != LINE_ROW && !words_of(upright_line(t, i), 0, W_PAGE); i = upright_end(t, i), n++)
		if (upright_integer(upright_cell(t, i), &value))
			return n > 1 && value == t->number + 1;
	return false;
}

/* What stands in the row above in the cells of bodies that this one lacks. */
static void carry_bodies(const struct upright *t, const struct line *above, struct cell *cells)
{
	for (size_t k = 0; k < t->columns; k++)
		if ((t->roles[k] == COLUMN_DUTY || t->roles[k] == COLUMN_ORG) && cells[k].to == cells[k].from)
			cells[k] = lines_spanning(above, k, cells[k].from);
}

/* 全国, 644004 before the first number: a row without one, which has a figure. The line behind it, or i. */
static size_t read_lead(const struct upright *t, size_t i, struct line **rows, size_t *n, size_t *cap)
{
	struct cell cells[UPRIGHT_CELLS], placed[UPRIGHT_CELLS];
	size_t count = 0, figures = 0, at = i;

	for (; at < t->ls->n && count + 1 < t->columns && !upright_stops(t, at, true) && !upright_starts_row(t, at); at = upright_end(t, at)) {
		cells[count++] = (struct cell){t->ls->items[at].from, t->ls->items[upright_end(t, at) - 1].to};
		figures += heading_is_figure(upright_cell(t, at));
	}
	if (at >= t->ls->n || !upright_starts_row(t, at) || !figures || figures == count)
		return i;
	for (size_t k = 0; k < t->columns; k++)
		placed[k] = (struct cell){cells[0].from, cells[0].from};
	align(t, cells, count, placed);
	upright_add(t->ls, rows, n, cap, placed, t->columns, t->ls->items[i].blanks);
	return at;
}

/* The rows of the table at t->first; the line after it, or t->first when it is none. */
static size_t read_table(struct upright *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t i = t->body, before = *n, named = t->first;

	upright_add(t->ls, rows, n, cap, t->heads, t->columns, t->ls->items[t->first].blanks);
	if (!upright_starts_row(t, i) && !upright_names_group(t, i) && (i = read_lead(t, i, rows, n, cap)) == t->body) {
		*n = before;
		return t->first;
	}
	while (i < t->ls->n && (upright_starts_row(t, i) || upright_names_group(t, i) || shares_number(t, i))) {
		struct cell cells[UPRIGHT_CELLS], placed[UPRIGHT_CELLS];
		bool shares = !upright_starts_row(t, i) && !upright_names_group(t, i), group = !upright_starts_row(t, i) && !shares;
		size_t count = 1, gaps = 0, next = upright_end(t, i);
		long value;

		named = upright_group(upright_cell(t, i)) ? i : t->first;
		if (upright_integer(upright_cell(t, i), &value)) {
			t->number = value;
			size_t behind = wrapped_read(t, i, rows, n, cap);

			if (behind > i) {
				t->whole = true;
				i = behind;
				continue;
			}
		}
		t->whole &= group;
		if (group)
			cells[0] = (struct cell){t->ls->items[i].from, t->ls->items[next - 1].to};
		else
			next = read_cells(t, i, cells, &count, &gaps);
		for (size_t k = 0; k < t->columns; k++)
			placed[k] = (struct cell){t->ls->items[i].from, t->ls->items[i].from};
		if (count == 1 && !shares)
			placed[0] = cells[0];
		else if (count == t->columns || gaps)
			memcpy(placed, cells, count * sizeof *cells);
		else
			align(t, cells, count, placed);
		t->whole = group ? t->whole : count == t->columns && !gaps;
		if (shares)
			carry_bodies(t, &(*rows)[*n - 1], placed);
		if (next == i)
			break;
		upright_add(t->ls, rows, n, cap, placed, t->columns, t->ls->items[i].blanks);
		i = next;
	}
	/* What names nothing below it is the text behind the table. */
	if (named > t->first) {
		(*n)--;
		i = named;
	}
	if (*n < before + 3) {
		*n = before;
		return t->first;
	}
	return i;
}

/* Whether a table may begin at line i: a heading takes a line at least, and none is long. */
static bool may_begin(const struct lines *ls, size_t i)
{
	if (ls->items[i].kind != LINE_TEXT || ls->items[i].chars > UPRIGHT_HEADING || i + UPRIGHT_COLUMNS >= ls->n)
		return false;
	for (size_t k = i + 1; k < i + UPRIGHT_COLUMNS; k++)
		if (upright_longer(ls->text, ls->items[k].from, ls->items[k].to, UPRIGHT_SHORT))
			return false;
	return true;
}

/* The line behind the table that begins at line i, or i. */
static size_t table_at(struct sheet *sh, struct arena *tmp, size_t i, struct line **rows, size_t *n, size_t *cap)
{
	struct upright t = {.ls = sh->ls, .sheet = sh, .a = tmp, .first = i};

	t.parted = upright_parted(&t);
	size_t next = i, before = *n;

	if (uprighthead_read(&t) && t.body < t.ls->n && (next = broken_rows(&t, rows, n, cap)) == i) {
		for (size_t k = 0; k < t.columns; k++)
			t.spent[k] = fitting_spent(upright_fold(&t, t.heads[k].from, t.heads[k].to));
		next = read_table(&t, rows, n, cap);
	}
	if (next > i)
		addends_place(&t, *rows + before + 1, *n - before - 1);

	return next == i ? unnumbered_rows(&t, rows, n, cap) : next;
}

/* Whether names and sums in turn may begin at line i: short lines, one of them for their unit before the first. */
static bool may_pair(const struct lines *ls, size_t i)
{
	return i && ls->items[i - 1].chars <= UPRIGHT_SHORT && ls->items[i].kind == LINE_TEXT && ls->items[i].chars <= UPRIGHT_SHORT && i + 1 < ls->n &&
	       ls->items[i + 1].chars <= UPRIGHT_SHORT;
}

void vertical_rows(struct lines *ls)
{
	struct sheet sh = {.ls = ls};
	struct arena tmp = {NULL, 0};
	size_t n = 0, cap = ls->n; /* a row takes a line at least */
	struct line *out = arena_room(ls->arena, cap, sizeof *out);

	paged_join(ls);
	sh.texts = ARENA_ARRAY(&sh.kept, struct str, ls->n);
	for (size_t i = 0; i < ls->n;) {
		struct arena_mark m = arena_mark(&tmp);
		size_t next = may_begin(ls, i) || may_pair(ls, i) ? table_at(&sh, &tmp, i, &out, &n, &cap) : i;

		if (next == i)
			*ARENA_PUSH(ls->arena, out, n, cap) = ls->items[i++];
		else
			i = next;
		arena_release(&tmp, m);
	}
	arena_free(&tmp);
	arena_free(&sh.kept);
	buf_free(&sh.b);
	ls->items = out;
	ls->n = n;
	ls->cap = cap;
}
