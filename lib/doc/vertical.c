/* Knows how cells that stand one a line go back into rows. */
#include "doc/vertical.h"

#include "base/buf.h"
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
	MOST_UNKNOWN = 4,      /* headings that no table knows */
	FEWEST_ROWS = 2,
	IMPOSSIBLE = -100
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
	long number;        /* of the last row */
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

	if (to - from <= most * 3)
		return false;
	for (size_t i = from; i < to && n <= most;) {
		bool han = (unsigned char)text.p[i] >= 0xE4 && (unsigned char)text.p[i] <= 0xE9;

		n += han;
		i += han ? 3 : 1;
	}
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

/* The heading that starts at line i, over as many lines as it takes (总投资 / （万元）, 2020年 / 计划投资): its role and how
 * many lines; 0 when there is none. */
static size_t heading_lines(const struct table *t, size_t i, enum column_role *role)
{
	size_t best = 0;

	if (t->parted) {
		struct str s = cell_text(t, i);

		*role = str_chars(s) <= LONGEST_HEADING ? grid_heading(s) : COLUMN_UNKNOWN;
		return *role == COLUMN_UNKNOWN ? 0 : cell_end(t, i) - i;
	}
	for (size_t n = 1; n <= 3 && i + n <= t->ls->n; n++) {
		/* More lines are longer still. */
		if (is_long(t->ls->text, t->ls->items[i].from, t->ls->items[i + n - 1].to, LONGEST_HEADING))
			break;
		struct str s = folded(t, t->ls->items[i].from, t->ls->items[i + n - 1].to);
		enum column_role found = str_chars(s) <= LONGEST_HEADING ? grid_heading(s) : COLUMN_UNKNOWN;

		if (found == COLUMN_UNKNOWN)
			continue;
		struct str last = line_text(t, i + n - 1);

		/* A line is added to a heading that is whole only where it is the unit or remark in brackets. */
		if (best && !(best == n - 1 && last.n && last.p[0] == '('))
			continue;
		/* 单位：万元 before 序号 is no part of it. */
		if (n > 1 && found == COLUMN_SEQ && grid_heading(last) == COLUMN_SEQ)
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
	if (is_integer(s, &value))
		return (value > t->number && value <= t->number + 3) || (!t->number && value > 0 && is_first_number(t, i, value));
	if (words_of(s, 0, W_SUM) && str_chars(s) <= 6)
		return true;
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

static bool read_head(struct table *t)
{
	size_t i = t->first, unknown = 0;

	t->columns = 0;
	while (i < t->ls->n && t->columns < MOST_CELLS && !(t->columns >= FEWEST_HEADINGS && starts_row(t, i))) {
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
	t->body = i;
	/* What no table knows before the first number is a group's name where the rows have one cell less. */
	if (t->columns > FEWEST_HEADINGS && t->roles[t->columns - 1] == COLUMN_UNKNOWN && i < t->ls->n && row_lines(t, i) == t->columns - 1)
		t->body = line_at(t, t->heads[--t->columns].from, i);
	size_t second = cell_end(t, t->first);

	t->blanks = second < t->ls->n ? t->ls->items[second].blanks : 0;
	return t->columns >= FEWEST_HEADINGS && (t->roles[0] == COLUMN_SEQ || t->roles[0] == COLUMN_NAME || t->roles[0] == COLUMN_TASK);
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

/* What a cell is, whatever column it may stand in. */
struct content {
	struct str s;
	bool number, when;
};

static struct content content_of(const struct table *t, struct cell c)
{
	struct str s = folded(t, c.from, c.to);
	struct period p;

	return (struct content){s, heading_is_number(s), period_parse(s, (struct ymd){0, 0, 0}, &p)};
}

/* How well a cell fits a column. */
static int fit(const struct content *c, enum column_role role)
{
	struct str s = c->s;
	bool number = c->number, when = c->when;

	switch (role) {
	case COLUMN_SEQ:
		return number ? 2 : -2;
	case COLUMN_MONEY:
	case COLUMN_COUNT:
		return number && !when ? 3 : number ? 1 : -3;
	case COLUMN_PERIOD:
	case COLUMN_START:
	case COLUMN_DEADLINE:
		return when ? 4 : -1;
	case COLUMN_ORG:
	case COLUMN_DUTY:
	case COLUMN_PARTNER:
		return number ? -3 : words_tail(s, W_CLASS) || words_tail(s, W_FIRM) || words_tail(s, W_BODY) || words_tail(s, W_DEPARTMENT) ? 3 : 0;
	case COLUMN_NAME:
		return number ? -3 : 2;
	case COLUMN_PLACE:
	case COLUMN_RECIPIENT:
		return number ? -3 : words_tail(s, W_NAMED) && str_chars(s) <= 8 ? 3 : 0;
	default:
		return number ? -1 : 1;
	}
}

/* Puts n cells into the columns in their order so that they fit best. */
static void align(const struct table *t, const struct cell *cells, size_t n, struct cell *out)
{
	int best[MOST_CELLS + 1][MOST_CELLS + 1];

	memset(best[0], 0, sizeof best[0]);
	for (size_t i = 1; i <= n; i++) {
		struct content c = content_of(t, cells[i - 1]);

		for (size_t j = 0; j <= t->columns; j++) {
			int skip = j > 0 ? best[i][j - 1] : IMPOSSIBLE;
			int take = j > 0 && j >= i ? best[i - 1][j - 1] + fit(&c, t->roles[j - 1]) : IMPOSSIBLE;

			best[i][j] = take >= skip ? take : skip;
		}
	}
	for (size_t i = n, j = t->columns; i > 0 && j > 0; j--)
		if (best[i][j] != best[i][j - 1] || j == i)
			out[j - 1] = cells[--i];
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

/* The rows of the table at t->first; the line after it, or t->first when it is none. */
static size_t read_table(struct table *t, struct line **rows, size_t *n, size_t *cap)
{
	size_t i = t->body, before = *n;

	if (!starts_row(t, i) && !names_group(t, i))
		return t->first;
	add_row(t->ls, rows, n, cap, t->heads, t->columns, t->ls->items[t->first].blanks);
	while (i < t->ls->n && (starts_row(t, i) || names_group(t, i) || shares_number(t, i))) {
		struct cell cells[MOST_CELLS], placed[MOST_CELLS];
		bool shares = !starts_row(t, i) && !names_group(t, i), group = !starts_row(t, i) && !shares;
		size_t count = 1, gaps = 0, next = cell_end(t, i);
		long value;

		if (is_integer(cell_text(t, i), &value))
			t->number = value;
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
	return sh->run_figure && sh->run - t->first > FEWEST_HEADINGS && sh->run - t->first <= MOST_CELLS;
}

/* The head ends two lines before the first figure, for a row begins with its name: the headings and what they say. */
static bool read_plain_head(struct table *t)
{
	size_t i = t->first, money = 0, known = 0;

	t->columns = 0;
	if (!t->parted && !run_may_head(t))
		return false;
	for (; i < t->ls->n && t->columns < MOST_CELLS && may_head(t, i); i = cell_end(t, i))
		t->heads[t->columns++] = (struct cell){t->ls->items[i].from, t->ls->items[cell_end(t, i) - 1].to};
	if (i >= t->ls->n || t->columns < FEWEST_HEADINGS + 1 || t->ls->items[i].kind == LINE_ROW || !heading_is_figure(cell_text(t, i)))
		return false;
	for (size_t k = 0; k < t->columns; k++) {
		t->roles[k] = grid_heading(folded(t, t->heads[k].from, t->heads[k].to));
		/* 单位：万元 over 序号: the table begins with what numbers its rows. */
		if (k && t->roles[k] == COLUMN_SEQ)
			return false;
	}
	t->columns--;
	t->body = t->first;
	for (size_t k = 0; k < t->columns; k++)
		t->body = cell_end(t, t->body);
	for (size_t k = 0; k < t->columns; k++) {
		money += t->roles[k] == COLUMN_MONEY;
		known += t->roles[k] != COLUMN_UNKNOWN;
	}
	return money && known >= 2 && t->roles[0] != COLUMN_MONEY && t->roles[0] != COLUMN_SEQ;
}

/* As many lines from i as there are columns: a name, figures where the columns hold figures. The line behind them, or i. */
static size_t read_plain_row(const struct table *t, size_t i, struct cell *cells)
{
	size_t at = i;

	for (size_t k = 0; k < t->columns; k++) {
		if (at >= t->ls->n || ends_table(t, at, k > 0))
			return i;
		bool figure = heading_is_figure(cell_text(t, at));

		if (k == 0 ? figure || !may_head(t, at) : !figure && (t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT))
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

	return next == i && read_plain_head(&t) ? read_plain(&t, rows, n, cap) : next;
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
		size_t next = may_begin(ls, i) ? table_at(&sh, &tmp, i, &out, &n, &cap) : i;

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
