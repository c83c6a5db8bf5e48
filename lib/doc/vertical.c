/* Knows how cells that stand one a line go back into rows. */
#include "doc/vertical.h"

#include "base/buf.h"
#include "doc/fitting.h"
#include "doc/heading.h"
#include "doc/outline.h"
#include "doc/body.h"
#include "doc/words.h"
#include "zh/fold.h"
#include "zh/numeral.h"
#include "zh/period.h"

enum {
	MOST_CELLS = GRID_COLUMNS,
	LONGEST_HEADING = 14, /* characters */
	LONGEST_UNKNOWN = 24, /* of one that need not be known */
	FEWEST_HEADINGS = 3,
	LONGEST_CELL = 160,
	WIDEST_JUMP = 100,     /* from the number of a row to that of the next */
	MOST_UNKNOWN = 4,      /* headings that no table knows */
	FEWEST_ROWS = 2
};

/* What has been read of the lines: they are asked for again as each of those before them may begin a table. */
struct sheet {
	struct lines *ls;
	struct arena kept;
	struct buf b;
	struct str *texts; /* of each line, folded; p NULL: not yet */
	size_t run;        /* the line behind the last run of lines that may each be a heading */
	bool run_figure;   /* whether that line is a figure */
};

struct table {
	struct lines *ls;
	struct sheet *sheet;
	struct arena *a;
	size_t first, body; /* lines: the first heading, the first cell below the head */
	struct cell heads[MOST_CELLS];
	enum column_role roles[MOST_CELLS];
	size_t columns;
	size_t blanks;      /* between two cells */
	bool parted;        /* cells are parted by blank lines, so that lines without one between are one cell */
	bool single;        /* each line of the head is a heading, or the unit of that above */
	long number;        /* of the last row */
	bool whole;         /* the last row had all its cells, so that any higher number may be that of the next */
};

/* Folding drops what only parts lines: the same text as the view will have. */
static struct str fold_bytes(struct sheet *sh, size_t from, size_t to, struct arena *a)
{
	buf_clear(&sh->b);
	fold_text(str_sub(sh->ls->text, from, to), &sh->b);
	struct str s = buf_str(&sh->b);
	char *p = sh->b.p;
	size_t n = 0;

	while (n < s.n && (unsigned char)p[n] > ' ')
		n++;
	for (size_t i = n; i < s.n; i++)
		if (p[i] != '\n' && p[i] != '\r' && p[i] != ' ' && p[i] != '\t')
			p[n++] = p[i];
	return arena_copy(a, str_sub(s, 0, n));
}

static struct str folded(const struct table *t, size_t from, size_t to)
{
	return fold_bytes(t->sheet, from, to, t->a);
}

/* Whether the text has more than `most` Chinese characters, which are all there when it is folded. */
static bool is_long(struct str text, size_t from, size_t to, size_t most)
{
	size_t n = 0;

	if (to - from <= most)
		return false;
	for (size_t i = from; i < to && n <= most; i++)
		n += (unsigned char)text.p[i] >= 0xE4 && (unsigned char)text.p[i] <= 0xE9;
	return n > most;
}

static struct str line_text(const struct table *t, size_t i)
{
	struct str *s = &t->sheet->texts[i];

	if (!s->p)
		*s = fold_bytes(t->sheet, t->ls->items[i].from, t->ls->items[i].to, &t->sheet->kept);
	return *s;
}

/* The line behind the cell that starts at line i. */
static size_t cell_end(const struct table *t, size_t i)
{
	size_t end = i + 1;

	while (t->parted && end < t->ls->n && t->ls->items[end].kind == LINE_TEXT && !t->ls->items[end].blanks)
		end++;
	return end;
}

static struct str cell_text(const struct table *t, size_t i)
{
	size_t last = cell_end(t, i) - 1;

	return last == i ? line_text(t, i) : folded(t, t->ls->items[i].from, t->ls->items[last].to);
}

/* ---- the head ---- */

/* Whether the cell that starts at line i is short and no figure. */
static bool may_head(const struct table *t, size_t i)
{
	if (t->ls->items[i].kind != LINE_TEXT || is_long(t->ls->text, t->ls->items[i].from, t->ls->items[cell_end(t, i) - 1].to, LONGEST_UNKNOWN))
		return false;
	struct str s = cell_text(t, i);

	return s.n && str_chars(s) <= LONGEST_UNKNOWN && !str_has(s, STR("。")) && !heading_is_figure(s);
}

/* 单位：万元 before 序号 is no part of it, as 序 before 号 is: whether of the lines first to last the last one is the heading. */
static bool is_joined_seq(const struct table *t, size_t first, size_t last)
{
	return last > first && str_chars(line_text(t, first)) > 1 && grid_heading(line_text(t, last)) == COLUMN_SEQ;
}

/* The heading that starts at line i, over as many lines as it takes (总投资 / （万元）, 2020年 / 计划投资), or on one: its role
 * and how many lines; 0 when there is none. */
static size_t heading_lines(const struct table *t, size_t i, enum column_role *role)
{
	size_t best = 0;

	if (t->parted) {
		struct str s = cell_text(t, i);
		size_t end = cell_end(t, i);

		*role = str_chars(s) <= LONGEST_HEADING ? grid_heading(s) : COLUMN_UNKNOWN;
		return *role == COLUMN_UNKNOWN || is_joined_seq(t, i, end - 1) ? 0 : end - i;
	}
	for (size_t n = 1; n <= 3 && i + n <= t->ls->n; n++) {
		/* More lines are longer still. */
		if (is_long(t->ls->text, t->ls->items[i].from, t->ls->items[i + n - 1].to, LONGEST_UNKNOWN))
			break;
		struct str s = folded(t, t->ls->items[i].from, t->ls->items[i + n - 1].to), last = line_text(t, i + n - 1);
		bool unit = n > 1 && last.n && last.p[0] == '(';
		enum column_role found = str_chars(s) <= (unit ? LONGEST_UNKNOWN : LONGEST_HEADING) ? grid_heading(s) : COLUMN_UNKNOWN;

		if (found == COLUMN_UNKNOWN)
			continue;
		/* A line is added to a heading that is whole only where it is the unit or remark in brackets. */
		if ((best || t->single) && n > 1 && !(best == n - 1 && unit))
			continue;
		if (is_joined_seq(t, i, i + n - 1))
			continue;
		best = n;
		*role = found;
	}
	return best;
}

static bool is_integer(struct str s, long *value)
{
	*value = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || i > 4)
			return false;
		*value = *value * 10 + (s.p[i] - '0');
	}
	return s.n > 0;
}

/* 一、交通水利 */
static bool is_group(struct str s)
{
	enum { LONGEST_GROUP = 20, FIRST = 5, LAST = 6 };
	size_t len;
	long value;
	int level = outline_marker(s, &len, &value);

	return level >= FIRST && level <= LAST && len < s.n && str_chars(s) <= LONGEST_GROUP && !str_has(s, STR("。")) && !str_has(s, STR(":"));
}

/* The numbers of a part of a list may begin with any (1081): one that its next row goes on from. */
static bool is_first_number(const struct table *t, size_t i, long value)
{
	enum { NEAR = 24 };
	long other;

	for (size_t k = i + 2; k < t->ls->n && k < i + NEAR; k++)
		if (t->ls->items[k].kind != LINE_ROW && is_integer(line_text(t, k), &other) && other == value + 1)
			return true;
	return false;
}

/* A row begins with the next number, a total or a group's number. */
static bool starts_row(const struct table *t, size_t i)
{
	struct str s = cell_text(t, i);
	struct numeral n;
	long value;

	if (t->roles[0] != COLUMN_SEQ)
		return false;
	if (is_group(s))
		return true;
	if (is_integer(s, &value) && t->whole && value >= t->number && value <= t->number + WIDEST_JUMP)
		return true;
	if (is_integer(s, &value))
		return (value > t->number && value <= t->number + 3) || (!t->number && value > 0 && is_first_number(t, i, value));
	if (words_of(s, 0, W_SUM) && str_chars(s) <= 6)
		return true;
	if (str_ends(s, STR("、")))
		s.n -= strlen("、");
	return s.n && s.n <= 9 && !(s.p[0] >= '0' && s.p[0] <= '9') && numeral_match(s, &n) == s.n;
}

/* A short line between rows names those that follow: 高等教育 before a number. */
static bool names_group(const struct table *t, size_t i)
{
	size_t next = cell_end(t, i);
	long value;

	return t->roles[0] == COLUMN_SEQ && may_head(t, i) && str_chars(cell_text(t, i)) <= LONGEST_HEADING && next < t->ls->n &&
	       is_integer(cell_text(t, next), &value) && starts_row(t, next);
}

/* Whether most of the next lines have a blank line before them: then those without belong to the line above. */
static bool is_parted(const struct table *t)
{
	enum { LINES = 24 };
	size_t blank = 0, n = 0;

	for (size_t i = t->first + 1; i < t->ls->n && n < LINES && t->ls->items[i].kind == LINE_TEXT; i++, n++)
		blank += t->ls->items[i].blanks > 0;
	return n > 2 && blank * 2 >= n;
}

/* How many cells the first row has, up to the number of the next. */
static size_t row_lines(struct table *t, size_t i)
{
	size_t n = 0;
	long first, value;

	if (!is_integer(cell_text(t, i), &first))
		return 0;
	for (; i < t->ls->n && t->ls->items[i].kind != LINE_ROW && n <= MOST_CELLS; i = cell_end(t, i), n++)
		if (n && is_integer(cell_text(t, i), &value) && value == first + 1)
			return n;
	return 0;
}

/* The line before `i` that begins at byte `from`. */
static size_t line_at(const struct table *t, size_t from, size_t i)
{
	while (i > t->first && t->ls->items[i].from != from)
		i--;
	return i;
}

/* Whether the head ends before line i. 合计 ends none before another heading: 合计, 中央资金. */
static bool ends_head(const struct table *t, size_t i)
{
	size_t next = cell_end(t, i);

	if (t->columns < FEWEST_HEADINGS || !starts_row(t, i))
		return false;
	return !(words_of(cell_text(t, i), 0, W_SUM) && next < t->ls->n && may_head(t, next) && grid_heading(cell_text(t, next)) == COLUMN_MONEY);
}

static bool read_headings(struct table *t)
{
	size_t i = t->first, unknown = 0;

	t->columns = 0;
	while (i < t->ls->n && t->columns < MOST_CELLS && !ends_head(t, i)) {
		enum column_role role = COLUMN_UNKNOWN;
		size_t n = t->ls->items[i].kind == LINE_ROW ? 0 : heading_lines(t, i, &role);

		/* 中央, 省, 市县: purses behind a sum hold sums, one a line. */
		if (n && t->columns && t->roles[t->columns - 1] == COLUMN_MONEY && words_is(line_text(t, i), W_PURSE)) {
			n = cell_end(t, i) - i;
			role = COLUMN_MONEY;
		}

		/* A heading that says nothing to us stands between others, before the first number. */
		if (!n && t->columns && t->roles[0] == COLUMN_SEQ && unknown < MOST_UNKNOWN && may_head(t, i)) {
			n = cell_end(t, i) - i;
			unknown++;
		}
		if (!n)
			break;
		t->roles[t->columns] = role;
		t->heads[t->columns++] = (struct cell){t->ls->items[i].from, t->ls->items[i + n - 1].to};
		i += n;
	}
	/* 全国 before its figure is no heading. */
	bool lead = t->columns > FEWEST_HEADINGS && t->roles[t->columns - 1] == COLUMN_UNKNOWN && i < t->ls->n && t->ls->items[i].kind != LINE_ROW && !starts_row(t, i) &&
	            heading_is_figure(cell_text(t, i));

	t->body = lead ? line_at(t, t->heads[--t->columns].from, i) : i;
	/* What no table knows before the first number is a group's name where the rows have one cell less. */
	if (!lead && t->columns > FEWEST_HEADINGS && t->roles[t->columns - 1] == COLUMN_UNKNOWN && i < t->ls->n && row_lines(t, i) == t->columns - 1)
		t->body = line_at(t, t->heads[--t->columns].from, i);
	size_t second = cell_end(t, t->first);

	t->blanks = second < t->ls->n ? t->ls->items[second].blanks : 0;
	return t->columns >= FEWEST_HEADINGS && (t->roles[0] == COLUMN_SEQ || t->roles[0] == COLUMN_NAME || t->roles[0] == COLUMN_TASK);
}

/* How well the n cells of the first row fit the headings: less than 0 where they do not. */
static int head_fit(const struct table *t, const struct str *cells, size_t n)
{
	size_t place[MOST_CELLS];

	return n <= t->columns ? fitting_place(cells, n, t->roles, t->columns, false, place) : -1;
}

/* 资金来源 over 合计 and 中央, which stand behind all that stands beside it: the sums under one heading go where it is. How well the cells of the first
 * row fit then. */
static int nest_heads(struct table *t, const struct str *cells, size_t n)
{
	struct table flat = *t;
	size_t from = t->columns, order[MOST_CELLS];

	while (from > 2 && (t->roles[from - 1] == COLUMN_MONEY || t->roles[from - 1] == COLUMN_COUNT))
		from--;
	int fit = n + 1 == t->columns && from + 2 <= t->columns ? fitting_nest(cells, n, t->roles, t->columns, from, order) : -1;

	for (size_t k = 0; fit >= 0 && k < n; k++) {
		t->heads[k] = flat.heads[order[k]];
		t->roles[k] = flat.roles[order[k]];
	}
	t->columns = fit >= 0 ? n : t->columns;
	return fit;
}

/* 补贴对象, which no table knows, and 补贴标准 below it may be one heading or two, and some may stand under another: the first row tells by its cells. */
static bool read_head(struct table *t)
{
	if (!read_headings(t))
		return false;
	size_t n = t->roles[0] == COLUMN_SEQ && t->body < t->ls->n ? row_lines(t, t->body) : 0;
	struct str cells[MOST_CELLS];
	struct table single = *t;

	if (!n || n > MOST_CELLS)
		return true;
	for (size_t k = 0, i = t->body; k < n; k++, i = cell_end(t, i))
		cells[k] = cell_text(t, i);
	single.single = true;
	if (t->parted || !read_headings(&single) || single.body != t->body)
		single = *t;
	struct table tries[] = {single, *t, single};
	int best = head_fit(t, cells, n), fits[] = {single.columns == n ? head_fit(&single, cells, n) : -1, nest_heads(&tries[1], cells, n), nest_heads(&tries[2], cells, n)};

	for (size_t k = 0; k < 3; k++)
		if (fits[k] > best) {
			best = fits[k];
			*t = tries[k];
		}
	return true;
}

/* ---- rows ---- */

/* Whether a column of the table holds sentences. */
static bool has_prose(const struct table *t)
{
	for (size_t i = 0; i < t->columns; i++)
		if (t->roles[i] == COLUMN_CONTENT || t->roles[i] == COLUMN_GOAL || t->roles[i] == COLUMN_POLICY || t->roles[i] == COLUMN_STATE ||
		    t->roles[i] == COLUMN_TASK)
			return true;
	return false;
}

/* `inside`: cells of the row are still to come. */
static bool ends_table(const struct table *t, size_t i, bool inside)
{
	struct str s = line_text(t, i);

	return t->ls->items[i].kind == LINE_ROW || str_chars(s) > LONGEST_CELL || (str_has(s, STR("。")) && !(inside && has_prose(t))) ||
	       words_of(s, 0, W_NOTE) || words_of(s, 0, W_PAGE);
}

/* Puts n cells into the columns in their order so that they fit best. */
static void align(const struct table *t, const struct cell *cells, size_t n, struct cell *out)
{
	struct str texts[MOST_CELLS] = {{NULL, 0}};
	size_t columns[MOST_CELLS];

	for (size_t i = 0; i < n; i++)
		texts[i] = folded(t, cells[i].from, cells[i].to);
	fitting_place(texts, n, t->roles, t->columns, false, columns);
	for (size_t i = 0; i < n; i++)
		out[columns[i]] = cells[i];
}

/* 县水务局, 县河道指挥部: a cell of the only column of bodies, of which each may have a line of its own. */
static bool is_office(const struct table *t, struct str s)
{
	static const struct context none;
	size_t columns = 0, used;

	for (size_t k = 0; k < t->columns; k++)
		columns += t->roles[k] == COLUMN_DUTY || t->roles[k] == COLUMN_ORG || t->roles[k] == COLUMN_PARTNER || t->roles[k] == COLUMN_RECIPIENT;
	if (columns != 1 || str_chars(s) > LONGEST_UNKNOWN)
		return false;
	return body_only(&none, s) || ((words_of(s, 0, W_LEVEL) || region_chain(s, &used)) && (words_tail(s, W_BODY) || words_tail(s, W_FIRM) || words_tail(s, W_SUBOFFICE)));
}

/* Whether the cell that starts at line i goes on with the bodies of the cell before it. */
static bool joins_offices(const struct table *t, const struct cell *before, size_t i)
{
	return t->ls->items[i].kind == LINE_TEXT && is_office(t, folded(t, before->from, before->to)) && is_office(t, cell_text(t, i));
}

/* Cells of the row that starts at line i; the line after it. */
static size_t read_cells(const struct table *t, size_t i, struct cell *cells, size_t *n, size_t *gaps)
{
	size_t start = i;
	bool shares = !starts_row(t, i); /* a number with the row above */

	*n = *gaps = 0;
	for (; i < t->ls->n && *n < MOST_CELLS; i = cell_end(t, i)) {
		const struct line *l = &t->ls->items[i];

		size_t behind = cell_end(t, i);
		/* The figure that ends a row may look like the number of the next. */
		bool last = *n + 1 == t->columns && behind < t->ls->n && starts_row(t, behind);

		if (ends_table(t, i, *n > 0 || shares) || (i > start && is_group(cell_text(t, i))) || (i > start && starts_row(t, i) && *n >= 2 && !last))
			break;
		if (*n > 1 && joins_offices(t, &cells[*n - 1], i)) {
			cells[*n - 1].to = t->ls->items[cell_end(t, i) - 1].to;
			continue;
		}
		size_t extra = i > start && l->blanks > t->blanks ? (l->blanks - t->blanks) / (t->blanks + 1) : 0;

		if (*n + extra >= t->columns)
			break;
		for (size_t k = 0; k < extra; k++)
			cells[(*n)++] = (struct cell){l->from, l->from};
		*gaps += extra;
		cells[(*n)++] = (struct cell){l->from, t->ls->items[cell_end(t, i) - 1].to};
		if (i == start && is_group(cell_text(t, i)))
			return cell_end(t, i);
	}
	return i;
}

static void add_row(struct lines *ls, struct line **rows, size_t *n, size_t *cap, const struct cell *cells, size_t columns, size_t blanks)
{
	struct line *l = ARENA_PUSH(ls->arena, *rows, *n, *cap);

	*l = (struct line){.kind = LINE_ROW, .blanks = blanks, .cell_count = columns};
	l->cells = ARENA_ARRAY(ls->arena, struct cell, columns);
	memcpy(l->cells, cells, columns * sizeof *cells);
	l->from = SIZE_MAX;
	for (size_t k = 0; k < columns; k++)
		if (cells[k].to > cells[k].from) {
			l->from = cells[k].from < l->from ? cells[k].from : l->from;
			l->to = cells[k].to > l->to ? cells[k].to : l->to;
		}
	if (l->from == SIZE_MAX)
		l->from = l->to = cells[0].from;
}

/* A row without a number of its own, under a number that it shares with the row above: the next number comes within a row. */
static bool shares_number(const struct table *t, size_t i)
{
	long value;

	if (t->roles[0] != COLUMN_SEQ || !t->number || !has_prose(t))
		return false;
	for (size_t n = 0; n < t->columns && i < t->ls->n && t->ls->items[i].kind != LINE_ROW && !words_of(line_text(t, i), 0, W_PAGE); i = cell_end(t, i), n++)
		if (is_integer(cell_text(t, i), &value))
			return n > 1 && value == t->number + 1;
	return false;
}

/* What stands in the row above in the cells of bodies that this one lacks. */
static void carry_bodies(const struct table *t, const struct line *above, struct cell *cells)
{
	for (size_t k = 0; k < t->columns; k++)
		if ((t->roles[k] == COLUMN_DUTY || t->roles[k] == COLUMN_ORG) && cells[k].to == cells[k].from)
			cells[k] = above->cells[k];
}

/* 全国, 644004 before the first number: a row without one, which has a figure. The line behind it, or i. */
static size_t read_lead(const struct table *t, size_t i, struct line **rows, size_t *n, size_t *cap)
{
	struct cell cells[MOST_CELLS], placed[MOST_CELLS];
	size_t count = 0, figures = 0, at = i;

	for (; at < t->ls->n && count + 1 < t->columns && !ends_table(t, at, true) && !starts_row(t, at); at = cell_end(t, at)) {
		cells[count++] = (struct cell){t->ls->items[at].from, t->ls->items[cell_end(t, at) - 1].to};
		figures += heading_is_figure(cell_text(t, at));
	}
	if (at >= t->ls->n || !starts_row(t, at) || !figures || figures == count)
		return i;
	for (size_t k = 0; k < t->columns; k++)
		placed[k] = (struct cell){cells[0].from, cells[0].from};
	align(t, cells, count, placed);
	add_row(t->ls, rows, n, cap, placed, t->columns, t->ls->items[i].blanks);
	return at;
}

/* The rows of the table at t->first; the line after it, or t->first when it is none. */
static size_t read_table(struct table *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t i = t->body, before = *n;

	add_row(t->ls, rows, n, cap, t->heads, t->columns, t->ls->items[t->first].blanks);
	if (!starts_row(t, i) && !names_group(t, i) && (i = read_lead(t, i, rows, n, cap)) == t->body) {
		*n = before;
		return t->first;
	}
	while (i < t->ls->n && (starts_row(t, i) || names_group(t, i) || shares_number(t, i))) {
		struct cell cells[MOST_CELLS], placed[MOST_CELLS];
		bool shares = !starts_row(t, i) && !names_group(t, i), group = !starts_row(t, i) && !shares;
		size_t count = 1, gaps = 0, next = cell_end(t, i);
		long value;

		if (is_integer(cell_text(t, i), &value))
			t->number = value;
		t->whole = false;
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
		t->whole = count == t->columns && !gaps;
		if (shares)
			carry_bodies(t, &(*rows)[*n - 1], placed);
		if (next == i)
			break;
		add_row(t->ls, rows, n, cap, placed, t->columns, t->ls->items[i].blanks);
		i = next;
	}
	if (*n < before + 3) {
		*n = before;
		return t->first;
	}
	return i;
}

/* ---- tables without a number before each row ---- */

/* Whether the lines from the first one on that may be headings, one each, are as many as a head has and end before a figure. Each of
 * them is the first in its turn, and all end at the same line. */
static bool run_may_head(const struct table *t)
{
	struct sheet *sh = t->sheet;

	if (sh->run <= t->first) {
		sh->run = t->first;
		while (sh->run < t->ls->n && may_head(t, sh->run))
			sh->run++;
		sh->run_figure = sh->run < t->ls->n && t->ls->items[sh->run].kind != LINE_ROW && heading_is_figure(line_text(t, sh->run));
	}
	return sh->run_figure && sh->run - t->first >= FEWEST_HEADINGS && sh->run - t->first <= MOST_CELLS;
}

/* The head ends two lines before the first figure, for a row begins with its name: the headings and what they say. */
static bool read_plain_head(struct table *t)
{
	size_t i = t->first, money = 0, known = 0;

	t->columns = 0;
	if (!t->parted && !run_may_head(t))
		return false;
	/* 单位：万元 right over the first heading is no part of it. */
	if (cell_end(t, i) > i + 1 && str_has(line_text(t, i), STR(":")))
		return false;
	for (; i < t->ls->n && t->columns < MOST_CELLS && may_head(t, i); i = cell_end(t, i)) {
		size_t to = t->ls->items[cell_end(t, i) - 1].to;

		/* 补助资金, （万元） */
		if (t->columns && cell_text(t, i).p[0] == '(')
			t->heads[t->columns - 1].to = to;
		else
			t->heads[t->columns++] = (struct cell){t->ls->items[i].from, to};
	}
	if (i >= t->ls->n || t->columns < FEWEST_HEADINGS || t->ls->items[i].kind == LINE_ROW || !heading_is_figure(cell_text(t, i)))
		return false;
	for (size_t k = 0; k < t->columns; k++) {
		t->roles[k] = grid_heading(folded(t, t->heads[k].from, t->heads[k].to));
		/* 单位：万元 over 序号: the table begins with what numbers its rows. */
		if (k && t->roles[k] == COLUMN_SEQ)
			return false;
	}
	t->columns--;
	t->body = t->first;
	while (t->ls->items[t->body].from < t->heads[t->columns].from)
		t->body = cell_end(t, t->body);
	for (size_t k = 0; k < t->columns; k++) {
		money += t->roles[k] == COLUMN_MONEY;
		known += t->roles[k] != COLUMN_UNKNOWN;
	}
	if (t->columns == 2)
		return heading_is_pair(folded(t, t->heads[0].from, t->heads[0].to), folded(t, t->heads[1].from, t->heads[1].to));
	return money && known >= 2 && t->roles[0] != COLUMN_MONEY && t->roles[0] != COLUMN_SEQ;
}

static bool holds_words(enum column_role role)
{
	return role == COLUMN_IGNORE || role == COLUMN_NAME || role == COLUMN_ORG || role == COLUMN_DUTY || role == COLUMN_RECIPIENT || role == COLUMN_PLACE || role == COLUMN_CONTENT;
}

/* Whether from column k on there are only words, which the row lacks: the line is the name of the next, or the table ends there. */
static bool lacks_words(const struct table *t, size_t at, size_t k)
{
	size_t next = at < t->ls->n ? cell_end(t, at) : at;

	for (; k < t->columns; k++)
		if (t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT)
			return false;
	return at >= t->ls->n || ends_table(t, at, true) || next >= t->ls->n || t->ls->items[next].kind == LINE_ROW || heading_is_figure(cell_text(t, next));
}

/* As many lines from i as there are columns: a name, figures where the columns hold figures; words at the end may be missing. The line behind them, or i. */
static size_t read_plain_row(const struct table *t, size_t i, struct cell *cells)
{
	size_t at = i;

	for (size_t k = 0; k < t->columns; k++) {
		if (k > 1 && lacks_words(t, at, k)) {
			for (; k < t->columns; k++)
				cells[k] = (struct cell){cells[0].from, cells[0].from};
			break;
		}
		if (at >= t->ls->n || ends_table(t, at, k > 0))
			return i;
		bool figure = heading_is_figure(cell_text(t, at)), sums = t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT;

		if (k == 0 ? figure || !may_head(t, at) : sums ? !figure : figure && holds_words(t->roles[k]))
			return i;
		cells[k] = (struct cell){t->ls->items[at].from, t->ls->items[cell_end(t, at) - 1].to};
		at = cell_end(t, at);
	}
	return at;
}

static size_t read_plain(struct table *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t i = t->body, before = *n, next;
	struct cell cells[MOST_CELLS];

	add_row(t->ls, rows, n, cap, t->heads, t->columns, t->ls->items[t->first].blanks);
	while ((next = read_plain_row(t, i, cells)) > i) {
		add_row(t->ls, rows, n, cap, cells, t->columns, t->ls->items[i].blanks);
		i = next;
	}
	if (*n >= before + 1 + FEWEST_ROWS)
		return i;
	*n = before;
	return t->first;
}

/* Whether line i tells the unit of sums below it: 单位：万元, （万元）. */
static bool tells_unit(const struct table *t, size_t i)
{
	struct str s = t->ls->items[i].kind == LINE_TEXT && t->ls->items[i].chars <= LONGEST_UNKNOWN ? line_text(t, i) : STR("");
	size_t colon = str_find(s, STR(":"), 0);

	while (s.n && (s.p[0] == '(' || s.p[s.n - 1] == ')'))
		s = str_sub(s, s.p[0] == '(', s.n - (s.p[s.n - 1] == ')'));
	colon = str_find(s, STR(":"), 0);
	return heading_is_money(colon < s.n ? str_from(s, colon + 1) : s);
}

/* Whether line i is short, and no further from the one before it than the lines of the first pair are. */
static bool is_near(const struct table *t, size_t i)
{
	return i < t->ls->n && may_head(t, i) && (i == t->first || t->ls->items[i].blanks <= t->ls->items[t->first + 1].blanks);
}

/* A short line and a figure below it. */
static bool is_pair(const struct table *t, size_t i)
{
	size_t next = is_near(t, i) ? cell_end(t, i) : t->ls->n;

	return next < t->ls->n && t->ls->items[next].kind != LINE_ROW && heading_is_number(cell_text(t, next));
}

/* Names and figures in turn under a unit, and between them the names of groups, make rows without headings. The line behind them, or t->first. */
static size_t read_pairs(struct table *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t i = t->first, before = *n;

	for (bool pair; (pair = is_pair(t, i)) || (i > t->first && is_near(t, i) && is_pair(t, cell_end(t, i)));) {
		size_t next = cell_end(t, i), last = pair ? cell_end(t, next) : next, to = t->ls->items[last - 1].to;
		struct cell cells[2] = {{t->ls->items[i].from, t->ls->items[next - 1].to}, {pair ? t->ls->items[next].from : to, to}};

		add_row(t->ls, rows, n, cap, cells, 2, t->ls->items[i].blanks);
		i = last;
	}
	if (*n > before + FEWEST_ROWS)
		return i;
	*n = before;
	return t->first;
}

/* Whether a table may begin at line i: a heading takes a line at least, and none is long. */
static bool may_begin(const struct lines *ls, size_t i)
{
	if (ls->items[i].kind != LINE_TEXT || ls->items[i].chars > LONGEST_HEADING || i + FEWEST_HEADINGS >= ls->n)
		return false;
	for (size_t k = i + 1; k < i + FEWEST_HEADINGS; k++)
		if (is_long(ls->text, ls->items[k].from, ls->items[k].to, LONGEST_UNKNOWN))
			return false;
	return true;
}

/* The line behind the table that begins at line i, or i. */
static size_t table_at(struct sheet *sh, struct arena *tmp, size_t i, struct line **rows, size_t *n, size_t *cap)
{
	struct table t = {.ls = sh->ls, .sheet = sh, .a = tmp, .first = i};

	t.parted = is_parted(&t);
	size_t next = read_head(&t) && t.body < t.ls->n ? read_table(&t, rows, n, cap) : i;

	if (next == i && read_plain_head(&t))
		next = read_plain(&t, rows, n, cap);
	return next == i && i && tells_unit(&t, i - 1) ? read_pairs(&t, rows, n, cap) : next;
}

void vertical_rows(struct lines *ls)
{
	struct sheet sh = {.ls = ls};
	struct arena tmp = {NULL, 0};
	size_t n = 0, cap = ls->n; /* a row takes a line at least */
	struct line *out = arena_room(ls->arena, cap, sizeof *out);

	sh.texts = ARENA_ARRAY(&sh.kept, struct str, ls->n);
	for (size_t i = 0; i < ls->n;) {
		struct arena_mark m = arena_mark(&tmp);
		size_t next = may_begin(ls, i) || (i && ls->items[i - 1].chars <= LONGEST_UNKNOWN) ? table_at(&sh, &tmp, i, &out, &n, &cap) : i;

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
