/* Knows which lines are splinters of one: figures and marks that stand alone between words. */
#include "doc/shattered.h"

#include "base/buf.h"
#include "doc/grid.h"
#include "doc/words.h"
#include "zh/fold.h"
#include "zh/period.h"
#include "zh/quantity.h"

enum {
	LONGEST_FIGURE = 12, /* bytes of a splinter */
	LONGEST_UNIT = 24,   /* bytes of the next line in which a figure's unit may stand */
	LONGEST_TABLE_HEAD = 40, /* lines */
	FEWEST = 6           /* figures that go on in the next line, before a text is taken for shattered */
};

/* What a line begins with, folded; all of it where it is a splinter. */
static struct str begin_of(const struct lines *ls, const struct line *l, struct buf *b)
{
	struct str s = str_sub(ls->text, l->from, l->to);
	size_t end = 0, len;

	while (end < s.n && end < LONGEST_UNIT) {
		str_char(s, end, &len);
		end += len;
	}
	buf_clear(b);
	fold_text(str_sub(s, 0, end), b);
	return buf_str(b);
}

static uint32_t last_of(const struct lines *ls, const struct line *l)
{
	struct str s = str_sub(ls->text, l->from, l->to);

	return s.n ? fold_char(str_last_char(s)) : 0;
}

static bool is_closing(uint32_t c)
{
	return c == ',' || c == 0x3001 || c == 0x3002 || c == ';' || c == ':' || c == ')' || c == 0x3015 || c == 0x300B || c == 0x201D || c == '%' || c == '/';
}

static bool is_opening(uint32_t c)
{
	return c == '(' || c == 0x3014 || c == 0x300A || c == 0x201C || c == '/' || c == '-' || c == '~' || c == 0x2014;
}

/* 2021, 1.2, （, 〕: no word in it. */
static bool is_splinter(struct str s)
{
	size_t len;

	if (!s.n || s.n > LONGEST_FIGURE)
		return false;
	for (size_t i = 0; i < s.n; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (!(c >= '0' && c <= '9') && c != '.' && c != ' ' && !is_closing(c) && !is_opening(c))
			return false;
	}
	return true;
}

static bool is_figure(struct str s)
{
	return is_splinter(s) && s.p[0] >= '0' && s.p[0] <= '9' && s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9';
}

/* 2021 and 年…, 50 and 万千瓦: together they are a period or a quantity with its unit. */
static bool has_unit(struct str figure, struct str next, struct buf *b)
{
	struct period p;
	struct quantity q;

	/* Cells below each other: 13, 9.46% */
	if (!next.n || (next.p[0] >= '0' && next.p[0] <= '9'))
		return false;
	buf_clear(b);
	buf_add(b, figure);
	buf_add(b, str_sub(next, 0, LONGEST_UNIT));
	size_t n = quantity_match(buf_str(b), STR(""), &q);

	return (n > figure.n && q.kind != QUANTITY_BARE) || period_match(buf_str(b), (struct ymd){0, 0, 0}, &p) > figure.n;
}

struct pair {
	struct buf a, b, both; /* of one line and the next */
};

/* Whether the line goes on in the next because a figure or a mark stands alone. */
static bool goes_on(const struct lines *ls, size_t i, struct pair *w)
{
	const struct line *l = &ls->items[i], *next = i + 1 < ls->n ? l + 1 : NULL;
	size_t len;

	if (!next || next->blanks || l->kind == LINE_ROW || next->kind == LINE_ROW)
		return false;
	struct str s = begin_of(ls, l, &w->a), t = begin_of(ls, next, &w->b);
	bool alone = l->to - l->from <= LONGEST_FIGURE && is_splinter(s);

	if (!s.n || !t.n)
		return false;
	if (is_closing(str_char(t, 0, &len)) || is_opening(last_of(ls, l)))
		return true;
	if (alone && is_figure(s))
		return has_unit(s, t, &w->both);
	if (alone || words_of(t, 0, W_OF))
		return true;
	/* 规模为, 50, 万千瓦 */
	return is_figure(t) && next->to - next->from <= LONGEST_FIGURE && last_of(ls, l) >= 0x3400 && i + 2 < ls->n && !next[1].blanks &&
	       has_unit(t, begin_of(ls, next + 1, &w->a), &w->both);
}

/* Figures that count 1, 2, 3 number the rows of a table whose cells stand below each other: nothing is joined there. */
static bool counts_rows(struct str figure, long *rows)
{
	long value = 0;

	for (size_t i = 0; i < figure.n; i++) {
		if (figure.p[i] < '0' || figure.p[i] > '9')
			return false;
		value = value * 10 + (figure.p[i] - '0');
	}
	if (value != *rows + 1)
		return false;
	*rows = value;
	return true;
}

/* The line behind the head of the first table with numbered rows (序号, …, 2024, 年拨付资金, 1): what comes before it may be shattered though its rows
 * are cells. */
static size_t first_rows(const struct lines *ls, struct pair *w)
{
	for (size_t i = 0; i < ls->n; i++) {
		const struct line *l = &ls->items[i];

		if (l->kind != LINE_TEXT || l->to - l->from > LONGEST_FIGURE || grid_heading(begin_of(ls, l, &w->a)) != COLUMN_SEQ)
			continue;
		for (size_t k = i + 1; k < ls->n && k <= i + LONGEST_TABLE_HEAD; k++)
			if (str_eq(str_sub(ls->text, ls->items[k].from, ls->items[k].to), STR("1")))
				return k;
		return i;
	}
	return ls->n;
}

/* Whether the lines before `end` are shattered. */
static bool is_shattered(const struct lines *ls, size_t end, struct pair *w)
{
	size_t figures = 0, joined = 0;
	long rows = 0;

	for (size_t i = 0; i + 1 < end; i++) {
		const struct line *l = &ls->items[i];

		if (l->kind == LINE_ROW || l->to - l->from > LONGEST_FIGURE || !is_figure(begin_of(ls, l, &w->a)))
			continue;
		figures++;
		joined += !counts_rows(buf_str(&w->a), &rows) && goes_on(ls, i, w);
	}
	return joined >= FEWEST && joined * 3 >= figures * 2;
}

void shattered_join(struct lines *ls)
{
	struct pair w = {{NULL, 0, 0}, {NULL, 0, 0}, {NULL, 0, 0}};
	size_t n = 0, last = is_shattered(ls, ls->n, &w) ? ls->n : first_rows(ls, &w);
	bool shattered = is_shattered(ls, last, &w);

	for (size_t i = 0; shattered && i < ls->n; n++) {
		size_t end = i;
		struct line whole = ls->items[i];

		while (end + 1 < last && goes_on(ls, end, &w)) {
			end++;
			whole.to = ls->items[end].to;
			whole.chars += ls->items[end].chars;
			whole.kind = LINE_TEXT;
		}
		ls->items[n] = whole;
		i = end + 1;
	}
	if (shattered)
		ls->n = n;
	buf_free(&w.a);
	buf_free(&w.b);
	buf_free(&w.both);
}
