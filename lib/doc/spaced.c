/* Knows how cells that blanks alone part go back into rows, under a line of headings. */
#include "doc/spaced.h"

#include "base/buf.h"
#include "doc/fitting.h"
#include "doc/heading.h"
#include "doc/spacedhead.h"
#include "doc/words.h"
#include "zh/numeral.h"

enum {
	LONGEST_SHARE = 40,  /* characters of a name and a figure */
	FEWEST_SHARES = 3,   /* lines of those */
	LONGEST_GROUP = 20,  /* characters of a line that names the rows below it */
	MOST_BETWEEN = 10,   /* lines between two rows, with those that part pages */
	LINES_BETWEEN = 2,   /* two rows of one table: what a cell has more than fits its line */
	WIDEST_JUMP = 100    /* from the number of a row to that of the next */
};

/* ---- rows ---- */

/* What a word of digits counts; 0: it is none. */
static long integer(struct str s)
{
	long value = 0;

	if (str_ends(s, STR(".")))
		s.n--;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || i > 4)
			return 0;
		value = value * 10 + (s.p[i] - '0');
	}
	return value;
}

/* Whether figures stand wherever the columns hold them. */
static bool suits(const struct spaced *t, const struct cell *cells)
{
	for (size_t k = 0; k < t->columns; k++) {
		struct str s = spacedhead_fold(t, &cells[k]);

		if (t->roles[k] == COLUMN_SEQ ? s.n && !integer(s) && !heading_is_figure(s) && !heading_is_code(s) : (t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT) && s.n && !heading_is_figure(s))
			return false;
	}
	return true;
}

/* Puts words, not as many as there are columns, where they fit. */
static void place(const struct spaced *t, struct cell *cells, size_t n)
{
	struct str texts[MOST_WORDS];
	struct cell words[MOST_WORDS];
	size_t columns[MOST_WORDS];
	struct arena_mark mark = arena_mark(t->a);

	memcpy(words, cells, n * sizeof *cells);
	for (size_t k = 0; k < n; k++)
		texts[k] = arena_copy(t->a, spacedhead_fold(t, &words[k]));
	fitting_place(texts, n, t->roles, t->columns, true, columns);
	fitting_spare(columns, n, t->roles, t->spent, t->columns);
	for (size_t k = 0; k < t->columns; k++)
		cells[k] = (struct cell){words[0].from, words[0].from};
	for (size_t k = 0; k < n; k++) {
		struct cell *c = &cells[columns[k]];

		*c = (struct cell){c->to > c->from ? c->from : words[k].from, words[k].to};
	}
	arena_release(t->a, mark);
}

/* The number of a row of n words; 0: it has none. */
static long number_of(const struct spaced *t, const struct cell *words, size_t n)
{
	long value = n ? integer(spacedhead_fold(t, &words[0])) : 0;

	return value || !t->seq || n < 2 ? value : integer(spacedhead_fold(t, &words[1]));
}

/* Whether the line that begins with this word may lack cells: its number is higher than that of the row above, it is a total or a group's, or
 * it begins with a name where rows have no numbers. */
static bool may_lack(const struct spaced *t, const struct cell *words, size_t count)
{
	struct numeral n;
	long value = number_of(t, words, count);
	struct str first = spacedhead_fold(t, &words[0]);

	if (words_of(first, 0, W_NOTE))
		return false;
	if (words_of(first, 0, W_SUM) || (t->numbered && !t->number && heading_is_code(first)))
		return true;
	if (!t->numbered)
		return !heading_is_figure(first);
	if (str_ends(first, STR("、")))
		first.n -= strlen("、");
	/* Numbers are left out where a project was struck from the list, or where the table goes on from another page. */
	return value ? value > t->number && (!t->number || value <= t->number + WIDEST_JUMP) : first.n && numeral_match(first, &n) == first.n;
}

/* Whether nearly all columns of sums hold one, two of them at least: a row whose cells have blanks in them, and no text. */
static bool has_sums(const struct spaced *t, const struct cell *cells)
{
	size_t sums = 0, held = 0;

	for (size_t k = 0; k < t->columns; k++) {
		bool sum = t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT;

		sums += sum;
		held += sum && cells[k].to > cells[k].from;
	}
	return held >= 2 && held + 1 >= sums;
}

/* 合 计 is one word. */
static size_t split_row(const struct spaced *t, size_t i, struct cell cells[MOST_WORDS])
{
	size_t n = spacedhead_split(t->ls, i, t->gap, cells);

	if (n > MOST_WORDS || n < 2 || t->listed)
		return n;
	struct cell both = {cells[0].from, cells[1].to};

	if (words_is(spacedhead_fold(t, &both), W_SUM)) {
		cells[0] = both;
		memmove(cells + 1, cells + 2, (--n - 1) * sizeof *cells);
	}
	return n;
}

/* 一 or (二), which number a group of rows. */
static bool is_group_number(struct str s)
{
	struct numeral n;

	if (s.n > 2 && s.p[0] == '(' && str_ends(s, STR(")")))
		s = str_sub(s, 1, s.n - 1);
	else if (str_ends(s, STR("、")))
		s.n -= strlen("、");
	return s.n && (unsigned char)s.p[0] >= 0x80 && numeral_match(s, &n) == s.n;
}

/* The two cells of line i: its number, or that of a group, and a name. */
static bool read_listed(const struct spaced *t, size_t n, struct cell cells[MOST_WORDS])
{
	if (n < 2 || n > MOST_WORDS)
		return false;
	long value = integer(spacedhead_fold(t, &cells[0]));

	if (value ? t->number && value != t->number + 1 : !is_group_number(spacedhead_fold(t, &cells[0])))
		return false;
	cells[1].to = cells[n - 1].to;
	return !str_has(spacedhead_fold(t, &cells[1]), STR("。"));
}

/* The cells of line i. */
static bool read_row(const struct spaced *t, size_t i, struct cell cells[MOST_WORDS])
{
	size_t n = t->ls->items[i].kind == LINE_TEXT ? split_row(t, i, cells) : 0;

	if (t->listed)
		return read_listed(t, n, cells);
	if (n < 2 || n > MOST_WORDS || (n < t->columns && !may_lack(t, cells, n)))
		return false;
	if (n == t->columns && suits(t, cells))
		return true;
	bool numbered = t->numbered && (number_of(t, cells, n) || heading_is_code(spacedhead_fold(t, &cells[0])));

	if (n >= t->columns && !numbered && (t->numbered || t->roles[0] != COLUMN_NAME || heading_is_figure(spacedhead_fold(t, &cells[0]))))
		return false;
	place(t, cells, n);
	return suits(t, cells) && (n < t->columns || numbered || has_sums(t, cells));
}

/* ---- a second line of headings ---- */

/* 及项目责任人: what a heading of the line above has more. */
static bool goes_on(const struct spaced *t, const struct cell *word)
{
	return words_of(spacedhead_fold(t, word), 0, W_JOIN) != NULL;
}

/* The headings of line i, behind those of the head; how many, 0: it holds other words. */
static size_t read_second(struct spaced *t, size_t i)
{
	struct cell words[MOST_WORDS];
	size_t n = i < t->ls->n && t->ls->items[i].kind == LINE_TEXT && t->ls->items[i].chars <= LONGEST_HEAD ? spacedhead_split(t->ls, i, t->gap, words) : 0;

	n = n <= MOST_WORDS ? spacedhead_join(t->ls, words, n) : 0;
	while (n && goes_on(t, &words[n - 1]))
		n--;
	if (n < 2 || t->columns + n > MOST_WORDS)
		return 0;
	for (size_t k = 0; k < n; k++) {
		struct str s = spacedhead_fold(t, &words[k]);

		if (!heading_like(s) || heading_is_figure(s) || grid_heading(s) == COLUMN_SEQ)
			return 0;
		t->heads[t->columns + k] = words[k];
		t->roles[t->columns + k] = heading_is(s) ? grid_heading(s) : COLUMN_MONEY; /* 农村, 城市: that of what stands over them */
	}
	return n;
}

/* 其中： says itself that the second line stands under it, whatever the rows below lack: one of them at least has more words than the first line. */
static bool nest_parts(const struct spaced *t, size_t i, size_t count, size_t order[MOST_WORDS])
{
	struct cell words[MOST_WORDS];
	size_t over = 1, at = 0;
	bool row = false;

	while (over < t->columns && !words_is(spacedhead_fold(t, &t->heads[over]), W_PART))
		over++;
	for (size_t k = i + 2; k < t->ls->n && k <= i + 2 + LINES_BETWEEN && over < t->columns && !row; k++) {
		size_t n = split_row(t, k, words);

		row = n >= t->columns && n < count && may_lack(t, words, n);
	}
	if (!row)
		return false;
	for (size_t k = 0; k < over; k++)
		order[at++] = k;
	for (size_t k = t->columns; k < count; k++)
		order[at++] = k;
	for (size_t k = over + 1; k < t->columns; k++)
		order[at++] = k;
	return true;
}

/* 总投资 累计下达投资 2021年投资计划: of several sums what costs all, or was spent before, stands over no others. */
static void tell_spans(const struct spaced *t, enum column_role roles[MOST_WORDS])
{
	bool total[MOST_WORDS] = {false}, other = false;

	for (size_t k = 0; k < t->columns; k++) {
		struct str s = spacedhead_fold(t, &t->heads[k]);

		total[k] = t->roles[k] == COLUMN_MONEY && (t->spent[k] || words_is(s, W_TOTALINVEST) || words_of(s, 0, W_TOTAL));
		other |= t->roles[k] == COLUMN_MONEY && !total[k];
	}
	for (size_t k = 0; k < t->columns; k++)
		roles[k] = total[k] && other ? COLUMN_COUNT : t->roles[k];
}

/* 资金来源 and, in the line below, 合计 中央资金: they take its place, as a row with as many words as there are headings then shows. The second line's row. */
static bool nest_second(struct spaced *t, size_t i, struct cell below[MOST_WORDS])
{
	struct cell words[MOST_WORDS], heads[MOST_WORDS];
	enum column_role roles[MOST_WORDS];
	struct str texts[MOST_WORDS];
	size_t count = t->columns + read_second(t, i + 1), order[MOST_WORDS] = {0};
	int fit = -1;

	memcpy(roles, t->roles, sizeof roles);
	tell_spans(t, roles);
	for (size_t k = i + 2; count > t->columns && fit < 0 && k < t->ls->n && k <= i + 2 + LINES_BETWEEN; k++) {
		struct arena_mark mark = arena_mark(t->a);

		if (t->ls->items[k].kind != LINE_TEXT || spacedhead_split(t->ls, k, t->gap, words) + 1 != count)
			continue;
		for (size_t j = 0; j + 1 < count; j++)
			texts[j] = arena_copy(t->a, spacedhead_fold(t, &words[j]));
		fit = fitting_nest(texts, count - 1, roles, count, t->columns, order);
		arena_release(t->a, mark);
	}
	if (fit < 0 && (count == t->columns || !nest_parts(t, i, count, order)))
		return false;
	size_t first = t->columns, over = 0;

	bool spent[MOST_WORDS];

	memcpy(heads, t->heads, sizeof heads);
	memcpy(roles, t->roles, sizeof roles);
	memcpy(spent, t->spent, sizeof spent);
	while (order[over] == over)
		over++;
	t->columns = count - 1;
	for (size_t k = 0; k < t->columns; k++) {
		bool nested = order[k] >= first;

		t->heads[k] = k == over ? heads[over] : nested ? (struct cell){heads[over].to, heads[over].to} : heads[order[k]];
		below[k] = nested ? heads[order[k]] : (struct cell){heads[first].from, heads[first].from};
		t->roles[k] = roles[order[k]];
		t->spent[k] = !nested && spent[order[k]];
		t->sums |= t->roles[k] == COLUMN_MONEY;
	}
	return true;
}

static bool holds_figures(const struct spaced *t, size_t k)
{
	return t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT || t->roles[k] == COLUMN_POLICY;
}

/* （亩） （元/亩） （元）: units alone in the line below the headings of figures, or of the last columns. */
static bool nest_units(const struct spaced *t, size_t i, struct cell below[MOST_WORDS])
{
	struct cell words[MOST_WORDS];
	size_t n = i < t->ls->n && t->ls->items[i].kind == LINE_TEXT ? spacedhead_split(t->ls, i, 1, words) : 0, figures = 0;

	if (!n || n > t->columns)
		return false;
	for (size_t k = 0; k < n; k++) {
		struct str s = spacedhead_fold(t, &words[k]);

		if (s.n < 3 || s.p[0] != '(' || !str_ends(s, STR(")")))
			return false;
	}
	for (size_t k = 0; k < t->columns; k++)
		figures += holds_figures(t, k);
	for (size_t k = 0, next = 0; k < t->columns; k++) {
		bool own = figures == n ? holds_figures(t, k) : k + n >= t->columns;

		below[k] = own ? words[next++] : (struct cell){words[0].from, words[0].from};
	}
	return true;
}

static bool read_group(const struct spaced *t, size_t i, struct cell cells[MOST_WORDS]);

/* Whether line i + 1 is only what the headings of line i have more than fits it (建设规模, 及内容 below it): words without a figure, and a row below them has a cell
 * for each heading. */
static bool is_wrapped(const struct spaced *t, size_t i)
{
	struct cell words[MOST_WORDS];
	const struct line *l = &t->ls->items[i + 1];
	size_t n = i + 2 < t->ls->n && t->sums && l->kind == LINE_TEXT && l->chars <= LONGEST_HEAD ? spacedhead_split(t->ls, i + 1, t->gap, words) : 0;

	struct cell group[MOST_WORDS];

	if (!n || n >= t->columns || (!goes_on(t, &words[0]) && n == 1 && read_group(t, i + 1, group)))
		return false;
	for (size_t k = 0; k < n; k++)
		if (!heading_like(spacedhead_fold(t, &words[k])) || heading_is_figure(spacedhead_fold(t, &words[k])) || words_of(spacedhead_fold(t, &words[k]), 0, W_SUM))
			return false;
	for (size_t k = i + 2; k < t->ls->n && k <= i + 2 + LINES_BETWEEN; k++)
		if (t->ls->items[k].kind == LINE_TEXT && spacedhead_split(t->ls, k, t->gap, words) == t->columns && suits(t, words))
			return true;
	return false;
}

/* ---- groups, and the table ---- */

/* A line without a blank that names the rows below it: 一、交通类. One with a figure is what the row above has more. */
static bool read_group(const struct spaced *t, size_t i, struct cell cells[MOST_WORDS])
{
	const struct line *l = &t->ls->items[i];
	struct cell below[MOST_WORDS];
	struct str s;

	/* 汕昆高速公路…段 / 改扩建工程: the line before is full, and goes on. */
	if (t->listed && t->ls->items[i - 1].chars * 6 >= t->full * 5)
		return false;
	if (!t->numbered || l->kind != LINE_TEXT || l->chars > LONGEST_GROUP || i + 1 >= t->ls->n || spacedhead_split(t->ls, i, t->gap, cells) != 1 || !read_row(t, i + 1, below))
		return false;
	s = spacedhead_fold(t, &cells[0]);
	/* 三、水利类（5项） */
	size_t len;
	long value;
	bool marked = outline_marker(s, &len, &value) && len < s.n && str_ends(s, STR(")"));

	if ((str_has_digit(s) && !marked) || words_of(s, 0, W_NOTE))
		return false;
	place(t, cells, 1);
	return true;
}

/* The number of a page, the head again, a total: they part rows of a list, no more. */
static bool is_between_pages(const struct spaced *t, size_t i)
{
	const struct line *l = &t->ls->items[i];
	struct cell words[MOST_WORDS];

	return l->kind == LINE_FURNITURE || str_eq(str_sub(t->ls->text, l->from, l->to), t->head_line) ||
	       (spacedhead_split(t->ls, i, t->gap, words) == 1 && words_is(spacedhead_fold(t, &words[0]), W_SUM));
}

/* The next row behind line i, perhaps behind what a cell of the last row has more than fits its line; ls->n: none. */
static size_t next_row(const struct spaced *t, size_t i, struct cell cells[MOST_WORDS])
{
	size_t next = i + 1;

	for (size_t k = next; k < t->ls->n && k <= next + LINES_BETWEEN; k++) {
		/* What stands between two pages is not counted. */
		if (t->listed && k == next && k < i + MOST_BETWEEN && is_between_pages(t, k)) {
			next++;
			continue;
		}
		if (read_row(t, k, cells) ? k == next || t->listed || (t->numbered && number_of(t, cells, t->columns) == t->number + 1) : k == next && read_group(t, k, cells))
			return k;
	}
	return t->ls->n;
}

/* How many rows with all that they must have follow the head at line i, up to two. */
static size_t count_rows(struct spaced *t, size_t i)
{
	struct cell cells[MOST_WORDS];
	size_t n = 0;

	for (size_t k; n < 2 && (k = next_row(t, i, cells)) < t->ls->n; i = k) {
		long value = number_of(t, cells, t->columns);

		n += t->numbered ? value > 0 || heading_is_code(spacedhead_fold(t, &cells[0])) : !words_of(spacedhead_fold(t, &cells[0]), 0, W_SUM);
		t->number = value ? value : t->number;
	}
	t->number = 0;
	return n;
}

/* 某县 320: a name and a figure. */
static bool is_share(const struct spaced *t, size_t i, struct cell words[MOST_WORDS])
{
	const struct line *l = &t->ls->items[i];

	if (l->kind != LINE_TEXT || l->chars > LONGEST_SHARE || spacedhead_split(t->ls, i, 1, words) != 2 || !heading_is_number(spacedhead_fold(t, &words[1])))
		return false;
	return !heading_is_figure(spacedhead_fold(t, &words[0]));
}

/* Lines of names and figures make rows without headings. Gives the line behind them, i where there are none. */
static size_t read_shares(const struct spaced *t, struct lines *ls, size_t i)
{
	struct cell words[MOST_WORDS];
	size_t end = i;

	while (end < ls->n && is_share(t, end, words))
		end++;
	if (end < i + FEWEST_SHARES)
		return i;
	for (size_t k = i; k < end; k++) {
		spacedhead_split(ls, k, 1, words);
		lines_make_row(ls, k, words, 2);
	}
	return end;
}

/* What the row at line i has more, up to line k. In a list that is its name; else it has no place of its own. */
static void join_rest(const struct spaced *t, struct lines *ls, size_t i, size_t k, bool row)
{
	for (size_t j = i + 1; j < k; j++) {
		row &= t->listed && ls->items[j].kind == LINE_TEXT && !is_between_pages(t, j);
		if (row)
			ls->items[i].to = ls->items[i].cells[1].to = ls->items[j].to;
		ls->items[j].kind = LINE_FURNITURE;
	}
}

void spaced_rows(struct lines *ls)
{
	struct buf b = {NULL, 0, 0};
	struct arena a = {NULL, 0};
	struct spaced t = {.ls = ls, .b = &b, .a = &a};
	struct cell cells[MOST_WORDS];

	for (size_t i = 0; i + 1 < ls->n; i++) {
		if (!spacedhead_read(&t, i)) {
			size_t end = read_shares(&t, ls, i);

			i = end > i ? end - 1 : i;
			continue;
		}
		struct cell below[MOST_WORDS];
		bool second = nest_units(&t, i + 1, below) || nest_second(&t, i, below), wrapped = !second && is_wrapped(&t, i);

		if (count_rows(&t, i + (second || wrapped)) < (t.sums && t.numbered ? 1 : 2))
			continue;
		lines_make_row(ls, i, t.heads, t.columns);
		if (second)
			lines_make_row(ls, ++i, below, t.columns);
		else if (wrapped)
			ls->items[++i].kind = LINE_FURNITURE;
		size_t head = i;

		for (size_t k; (k = next_row(&t, i, cells)) < ls->n; i = k) {
			long value = number_of(&t, cells, t.columns);

			t.number = value || t.listed ? value : t.number;
			lines_make_row(ls, k, cells, t.columns);
			join_rest(&t, ls, i, k, i > head);
		}
	}
	arena_free(&a);
	buf_free(&b);
}
