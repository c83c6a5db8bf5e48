/* Knows how cells that blanks alone part go back into rows, under a line of headings. */
#include "doc/spaced.h"

#include "base/buf.h"
#include "doc/heading.h"

enum {
	MOST_WORDS = 24,
	FEWEST_COLUMNS = 3,
	LONGEST_HEAD = 120, /* characters of a line of headings */
	LONGEST_SEQ = 12    /* bytes of 序号 */
};

struct spaced {
	const struct lines *ls;
	struct buf *b;
	struct cell heads[MOST_WORDS];
	enum column_role roles[MOST_WORDS];
	size_t columns;
	size_t wide; /* the column whose cells may hold blanks; columns: none */
};

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0;
}

/* The words of line i; how many, more than MOST_WORDS when there are. */
static size_t split_words(const struct lines *ls, size_t i, struct cell words[MOST_WORDS])
{
	size_t n = 0, len, from = ls->items[i].from;
	bool blank = true;

	for (size_t at = ls->items[i].from; at < ls->items[i].to; at += len) {
		bool now = is_blank(str_char(ls->text, at, &len));

		if (blank && !now) {
			if (n++ == MOST_WORDS)
				return n;
			from = at;
		}
		if (!now)
			words[n - 1] = (struct cell){from, at + len};
		blank = now;
	}
	return n;
}

/* 工 作 任 务: words of one character each that stand together are one. */
static size_t join_spread(const struct lines *ls, struct cell *words, size_t n)
{
	size_t out = 0;
	bool before = false;

	for (size_t k = 0; k < n; k++) {
		bool single = str_chars(str_sub(ls->text, words[k].from, words[k].to)) == 1;

		if (single && before)
			words[out - 1].to = words[k].to;
		else
			words[out++] = words[k];
		before = single;
	}
	return out;
}

static struct str folded(const struct spaced *t, const struct cell *c)
{
	return heading_fold(str_sub(t->ls->text, c->from, c->to), t->b);
}

/* Whether the first word is the heading of numbers: nearly all lines are dismissed here. */
static bool begins_with_number(const struct spaced *t, size_t i)
{
	const struct line *l = &t->ls->items[i];
	size_t at = l->from, len;

	while (at < l->to && at - l->from <= LONGEST_SEQ && !is_blank(str_char(t->ls->text, at, &len)))
		at += len;
	return at < l->to && at - l->from <= LONGEST_SEQ && grid_heading(folded(t, &(struct cell){l->from, at})) == COLUMN_SEQ;
}

/* Whether line i is one of headings, nearly all of which the table of headings has, the first of them that of numbers. */
static bool read_head(struct spaced *t, size_t i)
{
	const struct line *l = &t->ls->items[i];
	size_t known = 0;

	if (l->kind != LINE_TEXT || l->chars > LONGEST_HEAD || !begins_with_number(t, i))
		return false;
	t->columns = split_words(t->ls, i, t->heads);
	if (t->columns < FEWEST_COLUMNS || t->columns > MOST_WORDS)
		return false;
	t->columns = join_spread(t->ls, t->heads, t->columns);
	t->wide = t->columns;
	for (size_t k = 0; k < t->columns; k++) {
		struct str s = folded(t, &t->heads[k]);

		if (!heading_like(s) || heading_is_figure(s))
			return false;
		t->roles[k] = grid_heading(s);
		known += t->roles[k] != COLUMN_UNKNOWN;
		if (t->wide == t->columns && (t->roles[k] == COLUMN_TASK || t->roles[k] == COLUMN_CONTENT))
			t->wide = k;
	}
	return t->columns >= FEWEST_COLUMNS && known + 1 >= t->columns;
}

/* The cells of line i, as many as there are headings. */
static bool read_row(const struct spaced *t, size_t i, struct cell cells[MOST_WORDS])
{
	size_t n = t->ls->items[i].kind == LINE_TEXT ? split_words(t->ls, i, cells) : 0, more = n - t->columns;

	if (n < t->columns || n > MOST_WORDS || (more && t->wide == t->columns))
		return false;
	if (more) {
		cells[t->wide].to = cells[t->wide + more].to;
		memmove(cells + t->wide + 1, cells + t->wide + 1 + more, (t->columns - t->wide - 1) * sizeof *cells);
	}
	for (size_t k = 0; k < t->columns; k++)
		if ((t->roles[k] == COLUMN_SEQ || t->roles[k] == COLUMN_MONEY || t->roles[k] == COLUMN_COUNT) && !heading_is_figure(folded(t, &cells[k])))
			return false;
	return true;
}

static bool has_money(const struct spaced *t)
{
	for (size_t k = 0; k < t->columns; k++)
		if (t->roles[k] == COLUMN_MONEY)
			return true;
	return false;
}

static void make_row(struct lines *ls, size_t i, const struct cell *cells, size_t n)
{
	struct line *l = &ls->items[i];

	l->kind = LINE_ROW;
	l->cell_count = n;
	l->cells = ARENA_ARRAY(ls->arena, struct cell, n);
	memcpy(l->cells, cells, n * sizeof *cells);
}

void spaced_rows(struct lines *ls)
{
	struct buf b = {NULL, 0, 0};
	struct spaced t = {.ls = ls, .b = &b};
	struct cell cells[MOST_WORDS];

	for (size_t i = 0; i + 1 < ls->n; i++) {
		if (!read_head(&t, i) || !read_row(&t, i + 1, cells) || !(has_money(&t) || (i + 2 < ls->n && read_row(&t, i + 2, cells))))
			continue;
		make_row(ls, i, t.heads, t.columns);
		for (; i + 1 < ls->n && read_row(&t, i + 1, cells); i++)
			make_row(ls, i + 1, cells, t.columns);
	}
	buf_free(&b);
}
