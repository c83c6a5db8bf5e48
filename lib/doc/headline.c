/* Knows when the headings of a table stand beside each other on one line over cells that take a line each. */
#include "doc/headline.h"

#include "base/buf.h"
#include "doc/heading.h"

enum {
	FEWEST_COLUMNS = 3,
	MOST_COLUMNS = 24,
	LONGEST_HEAD = 120, /* characters of the line */
	LONGEST_SEQ = 36,   /* bytes of its first heading */
	NEAR = 80           /* lines up to the number of the second row */
};

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0;
}

/* The words of line l; a bracket behind one is a part of it: 补助金额 （万元）. */
static size_t split(const struct lines *ls, const struct line *l, struct cell words[MOST_COLUMNS])
{
	size_t n = 0, len;
	bool blank = true;

	for (size_t at = l->from; at < l->to; at += len) {
		uint32_t c = str_char(ls->text, at, &len);
		bool now = is_blank(c), bracket = n && (c == '(' || c == 0xFF08);

		if (blank && !now && !bracket) {
			if (n == MOST_COLUMNS)
				return 0;
			words[n++].from = at;
		}
		if (!now)
			words[n - 1].to = at + len;
		blank = now;
	}
	return n;
}

static bool is_integer(const struct lines *ls, size_t i, char digit)
{
	const struct line *l = &ls->items[i];

	return l->kind != LINE_ROW && l->to == l->from + 1 && ls->text.p[l->from] == digit;
}

/* Whether the rows of a table, a cell a line, begin at line i, perhaps behind their total or a group: 1 and, further on, 2. */
static bool has_rows(const struct lines *ls, size_t i)
{
	enum { LEAD = 12 };
	size_t first = i;

	while (first < ls->n && first < i + LEAD && !is_integer(ls, first, '1'))
		first++;
	if (first >= ls->n || first == i + LEAD)
		return false;
	for (size_t k = first + FEWEST_COLUMNS; k < ls->n && k < first + NEAR; k++)
		if (is_integer(ls, k, '2'))
			return true;
	return false;
}

/* How many headings line i is made of, where it stands over such rows: nearly all known, the first of numbers; else 0. */
static size_t read(const struct lines *ls, size_t i, struct cell words[MOST_COLUMNS], struct buf *b)
{
	const struct line *l = &ls->items[i];
	size_t known = 0;

	if (l->kind != LINE_TEXT || l->chars > LONGEST_HEAD || !heading_may_open(str_sub(ls->text, l->from, l->to)))
		return 0;
	size_t n = split(ls, l, words);

	if (n < FEWEST_COLUMNS || words[0].to - words[0].from > LONGEST_SEQ || grid_heading(heading_fold(str_sub(ls->text, words[0].from, words[0].to), b)) != COLUMN_SEQ || !has_rows(ls, i + 1))
		return 0;
	for (size_t k = 0; k < n; k++) {
		struct str s = heading_fold(str_sub(ls->text, words[k].from, words[k].to), b);

		if (!heading_like(s) || heading_is_figure(s))
			return 0;
		known += grid_heading(s) != COLUMN_UNKNOWN;
	}
	return known + 1 >= n ? n : 0;
}

void headline_split(struct lines *ls)
{
	struct buf b = {NULL, 0, 0};
	struct line *out = NULL;
	size_t n = 0, cap = 0, done = 0;

	for (size_t i = 0; i + FEWEST_COLUMNS < ls->n; i++) {
		struct cell words[MOST_COLUMNS];
		size_t count = read(ls, i, words, &b);

		if (!count)
			continue;
		for (; done < i; done++)
			*ARENA_PUSH(ls->arena, out, n, cap) = ls->items[done];
		for (size_t k = 0; k < count; k++) {
			struct line *l = ARENA_PUSH(ls->arena, out, n, cap);

			*l = (struct line){.kind = LINE_TEXT, .from = words[k].from, .to = words[k].to, .blanks = ls->items[k ? i + 2 : i].blanks};
			l->chars = (uint32_t)str_chars(str_sub(ls->text, l->from, l->to));
		}
		done = i + 1;
	}
	buf_free(&b);
	if (!done)
		return;
	for (; done < ls->n; done++)
		*ARENA_PUSH(ls->arena, out, n, cap) = ls->items[done];
	ls->items = out;
	ls->n = n;
	ls->cap = cap;
}
