/* Knows how the headings of a table with a cell a line are told from its rows, and which of them stand under others. */
#include "doc/fitting.h"
#include "doc/heading.h"
#include "doc/words.h"
#include "doc/wrapped.h"

enum {
	MOST_UNKNOWN = 4, /* headings that no table knows */
	ROWS_ASKED = 6    /* for how many cells they have */
};

/* 单位：万元 before 序号 is no part of it, as 序 before 号 is: whether of the lines first to last the last one is the heading. */
static bool is_joined_seq(const struct upright *t, size_t first, size_t last)
{
	return last > first && str_chars(upright_line(t, first)) > 1 && grid_heading(upright_line(t, last)) == COLUMN_SEQ;
}

/* The heading that starts at line i, over as many lines as it takes (总投资 / （万元）, 2020年 / 计划投资), or on one: its role
 * and how many lines; 0 when there is none. */
static size_t heading_lines(const struct upright *t, size_t i, enum column_role *role)
{
	size_t best = 0;
	bool sure = false; /* 建设规模及主要内 is no heading of the table, though it holds one */

	if (t->parted) {
		struct str s = upright_cell(t, i);
		size_t end = upright_end(t, i);

		*role = str_chars(s) <= UPRIGHT_HEADING ? grid_heading(s) : COLUMN_UNKNOWN;
		return *role == COLUMN_UNKNOWN || is_joined_seq(t, i, end - 1) ? 0 : end - i;
	}
	for (size_t n = 1; n <= 3 && i + n <= t->ls->n; n++) {
		/* More lines are longer still. */
		if (upright_longer(t->ls->text, t->ls->items[i].from, t->ls->items[i + n - 1].to, UPRIGHT_SHORT))
			break;
		struct str s = upright_fold(t, t->ls->items[i].from, t->ls->items[i + n - 1].to), last = upright_line(t, i + n - 1);
		bool unit = n > 1 && last.n && last.p[0] == '(';

		/* 计划投资(, 万元): the bracket is not closed. */
		if (str_has(s, STR("(")) && !str_has(s, STR(")")))
			continue;
		enum column_role found = str_chars(s) <= (unit ? UPRIGHT_SHORT : UPRIGHT_HEADING) ? grid_heading(s) : COLUMN_UNKNOWN;

		if (found == COLUMN_UNKNOWN)
			continue;
		bool whole = heading_is(s);

		/* A line is added to a heading that is whole only where it is the unit or remark in brackets. */
		if ((best || t->single) && n > 1 && !(best == n - 1 && unit) && !(best && whole && !sure))
			continue;
		if (is_joined_seq(t, i, i + n - 1))
			continue;
		best = n;
		sure = whole;
		*role = found;
	}
	return best;
}

/* How many cells the first row has, up to the number of the next or of a group. */
static size_t row_lines(struct upright *t, size_t i)
{
	size_t n = 0, start = i;
	long first, value;

	if (!upright_integer(upright_cell(t, i), &first))
		return 0;
	for (; i < t->ls->n && t->ls->items[i].kind != LINE_ROW && n <= UPRIGHT_CELLS; i = upright_end(t, i), n++)
		if (n && ((upright_integer(upright_cell(t, i), &value) && value == first + 1 && !wrapped_counts(t, start, i)) || upright_part(upright_cell(t, i)) || upright_group(upright_cell(t, i))))
			return n;
	return 0;
}

/* The first row with a number, perhaps behind a total and the name of a group; ls->n: none is near. */
static size_t first_numbered(const struct upright *t)
{
	size_t i = t->body;
	long value;

	for (size_t n = 0; n < UPRIGHT_CELLS && i < t->ls->n && t->ls->items[i].kind != LINE_ROW; n++, i = upright_end(t, i))
		if (upright_integer(upright_cell(t, i), &value) && value == 1)
			return i;
	return t->body < t->ls->n && t->ls->items[t->body].kind != LINE_ROW ? t->body : t->ls->n;
}

/* Of the first rows with a number the one with the most cells: in the others cells may be empty. */
static size_t fullest_row(struct upright *t)
{
	size_t best = first_numbered(t), i = best, most = best < t->ls->n ? row_lines(t, best) : 0;

	for (size_t k = 1, n = most; k < ROWS_ASKED && n; k++) {
		for (; n; n--)
			i = upright_end(t, i);
		n = i < t->ls->n && t->ls->items[i].kind != LINE_ROW ? row_lines(t, i) : 0;
		if (n > most && n <= t->columns)
			best = i, most = n;
	}
	return best;
}

/* The line before `i` that begins at byte `from`. */
static size_t line_at(const struct upright *t, size_t from, size_t i)
{
	while (i > t->first && t->ls->items[i].from != from)
		i--;
	return i;
}

/* Whether the head ends before line i. 合计 ends none before another heading: 合计, 中央资金. */
static bool ends_head(const struct upright *t, size_t i)
{
	size_t next = upright_end(t, i);

	if (t->columns < UPRIGHT_COLUMNS || !upright_starts_row(t, i))
		return false;
	return !(words_of(upright_cell(t, i), 0, W_SUM) && next < t->ls->n && upright_short(t, next) && grid_heading(upright_cell(t, next)) == COLUMN_MONEY);
}

static bool read_headings(struct upright *t)
{
	size_t i = t->first, unknown = 0;

	t->columns = 0;
	while (i < t->ls->n && t->columns < UPRIGHT_CELLS && !ends_head(t, i)) {
		enum column_role role = COLUMN_UNKNOWN;
		size_t n = t->ls->items[i].kind == LINE_ROW ? 0 : heading_lines(t, i, &role);

		/* 中央, 省, 市县: purses behind a sum hold sums, one a line. */
		if (n && t->columns && t->roles[t->columns - 1] == COLUMN_MONEY && words_is(upright_line(t, i), W_PURSE)) {
			n = upright_end(t, i) - i;
			role = COLUMN_MONEY;
		}

		/* A heading that says nothing to us stands between others, before the first number. */
		if (!n && t->columns && t->roles[0] == COLUMN_SEQ && unknown < MOST_UNKNOWN && upright_short(t, i)) {
			n = upright_end(t, i) - i;
			unknown++;
		}
		if (!n)
			break;
		/* Whatever follows, no such table begins with another. */
		if (!t->columns && role != COLUMN_SEQ && role != COLUMN_NAME && role != COLUMN_TASK)
			return false;
		t->roles[t->columns] = role;
		t->heads[t->columns++] = (struct cell){t->ls->items[i].from, t->ls->items[i + n - 1].to};
		i += n;
	}
	/* 全国 before its figure is no heading. */
	bool lead = t->columns > UPRIGHT_COLUMNS && t->roles[t->columns - 1] == COLUMN_UNKNOWN && i < t->ls->n && t->ls->items[i].kind != LINE_ROW && !upright_starts_row(t, i) &&
	            heading_is_figure(upright_cell(t, i));

	t->body = lead ? line_at(t, t->heads[--t->columns].from, i) : i;
	/* What no table knows before the first number, or knows by its end only (海上风电项目), is a group's name where the rows have one cell less. */
	const struct cell *last = t->columns ? &t->heads[t->columns - 1] : NULL;
	bool known = last && t->roles[t->columns - 1] != COLUMN_UNKNOWN && (t->roles[t->columns - 1] != COLUMN_NAME || heading_is(upright_fold(t, last->from, last->to)));

	if (!lead && t->columns > UPRIGHT_COLUMNS && !known && i < t->ls->n && row_lines(t, i) == t->columns - 1)
		t->body = line_at(t, t->heads[--t->columns].from, i);
	size_t second = upright_end(t, t->first);

	t->blanks = second < t->ls->n ? t->ls->items[second].blanks : 0;
	return t->columns >= UPRIGHT_COLUMNS;
}

/* How well the n cells of the first row fit the headings: less than 0 where they do not. */
static int head_fit(const struct upright *t, const struct str *cells, size_t n)
{
	size_t place[UPRIGHT_CELLS];

	return n <= t->columns ? fitting_place(cells, n, t->roles, t->columns, false, place) : -1;
}

static bool holds_sums(enum column_role role)
{
	return role == COLUMN_MONEY || role == COLUMN_COUNT;
}

/* Whether a heading says that it sums up others (合计, 总投资): it stands over none. */
static bool is_sum(const struct upright *t, size_t k)
{
	struct str s = upright_fold(t, t->heads[k].from, t->heads[k].to);

	return words_of(s, 0, W_SUM) || words_of(s, 0, W_TOTAL);
}

/* 资金来源 over 合计 and 中央, which stand behind all that stands beside it: the sums under one heading go where it is, as the cells of the first row
 * fit best. How well they do then. */
static int nest_heads(struct upright *t, const struct str *cells, size_t n)
{
	struct upright flat = *t;
	enum column_role roles[UPRIGHT_CELLS];
	size_t order[UPRIGHT_CELLS];
	int best = -1;

	for (size_t k = 0; n + 1 == flat.columns && k < flat.columns; k++)
		roles[k] = flat.roles[k] == COLUMN_MONEY && is_sum(&flat, k) ? COLUMN_COUNT : flat.roles[k];
	for (size_t from = flat.columns; n + 1 == flat.columns && from-- > 2 && (holds_sums(flat.roles[from]) || flat.roles[from] == COLUMN_UNKNOWN);) {
		roles[from] = flat.roles[from] == COLUMN_UNKNOWN ? COLUMN_MONEY : flat.roles[from];
		int fit = from + 2 <= flat.columns ? fitting_nest(cells, n, roles, flat.columns, from, order) : -1;

		for (size_t k = 0; fit > best && k < n; k++) {
			t->heads[k] = flat.heads[order[k]];
			t->roles[k] = roles[order[k]];
		}
		best = fit > best ? fit : best;
	}
	t->columns = best >= 0 ? n : t->columns;
	return best;
}

static size_t count_unknown(const struct upright *t)
{
	size_t n = 0;

	for (size_t k = 0; k < t->columns; k++)
		n += t->roles[k] == COLUMN_UNKNOWN;
	return n;
}

/* Whether each of the first rows fills all columns, with cells of a line or more; *varied: not all have as many lines. */
static bool rows_wrap(struct upright *t, bool *varied)
{
	size_t i = first_numbered(t), first = i < t->ls->n ? row_lines(t, i) : 0, k = 0;

	*varied = false;
	for (size_t n; k < ROWS_ASKED && i < t->ls->n && (n = row_lines(t, i)) > 0; k++, i += n) {
		if (n > UPRIGHT_CELLS || !wrapped_whole(t, i, n))
			return false;
		*varied |= n != first;
	}
	return k > 0;
}

/* A head over rows of which cells go over several lines: each line of it a heading (`single`), perhaps but for the last, which may name a group, where all rows fill
 * so many columns, else as it has been read: 建设起止 and 年限 below it are one. */
static bool read_wrapped(struct upright *t, struct upright *single)
{
	bool varied;

	if (rows_wrap(single, &varied)) {
		*t = *single;
		return true;
	}
	if (single->columns > UPRIGHT_COLUMNS && single->roles[single->columns - 1] == COLUMN_UNKNOWN) {
		struct upright less = *single;

		less.body = line_at(&less, less.heads[--less.columns].from, less.body);
		if (rows_wrap(&less, &varied)) {
			*t = less;
			return true;
		}
	}
	return count_unknown(single) > count_unknown(t) && rows_wrap(t, &varied) && varied;
}

/* 补贴对象, which no table knows, and 补贴标准 below it may be one heading or two, and some may stand under another: the fullest of the first rows tells by its cells. */
bool uprighthead_read(struct upright *t)
{
	if (!read_headings(t))
		return false;
	size_t row = t->roles[0] == COLUMN_SEQ ? fullest_row(t) : t->ls->n, n = row < t->ls->n ? row_lines(t, row) : 0;
	struct str cells[UPRIGHT_CELLS];
	struct upright single = *t;

	if (!n || n > UPRIGHT_CELLS)
		return true;
	for (size_t k = 0, i = row; k < n; k++, i = upright_end(t, i))
		cells[k] = upright_cell(t, i);
	single.single = true;
	if (t->parted || !read_headings(&single) || single.body != t->body)
		single = *t;
	if (!t->parted && n > t->columns && read_wrapped(t, &single))
		return true;
	struct upright tries[] = {single, *t, single};
	int best = head_fit(t, cells, n), fits[] = {single.columns == n ? head_fit(&single, cells, n) : -1, nest_heads(&tries[1], cells, n), nest_heads(&tries[2], cells, n)};

	for (size_t k = 0; k < 3; k++)
		if (fits[k] > best) {
			best = fits[k];
			*t = tries[k];
		}
	return true;
}
