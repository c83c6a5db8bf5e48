/* Knows what a page puts between the rows of a table that stand a cell a line: its number, and the headings again. */
#include "doc/paged.h"

#include "base/buf.h"
#include "doc/grid.h"
#include "doc/heading.h"
#include "doc/words.h"
#include "zh/fold.h"

enum {
	FEWEST_HEADINGS = 3, /* lines of a head that is told again */
	MOST_OVER = 4,       /* lines between it and the rows before: the number of the page, the title, the unit */
	LONGEST_MARK = 60,   /* bytes of the number of a page, of the number of a row */
	NEAR = 64            /* lines of a row */
};

static struct str line(const struct lines *ls, size_t i)
{
	return str_sub(ls->text, ls->items[i].from, ls->items[i].to);
}

static struct str fold_line(const struct lines *ls, size_t i, struct buf *b)
{
	buf_clear(b);
	fold_text(line(ls, i), b);
	return buf_str(b);
}

static bool is_dash(uint32_t c)
{
	return c == '-' || c == 0x2014 || c == 0x2013 || c == 0x2015 || c == 0x2500 || c == 0x4E00;
}

/* — 2 —, 第 2 页, 共 9 页: */
static bool is_page_number(const struct lines *ls, size_t i, struct buf *b)
{
	enum { PAGE = 0x9875 };
	struct str s = line(ls, i);
	size_t len;

	if (ls->items[i].kind == LINE_ROW || s.n < 3 || s.n > LONGEST_MARK || !lines_is_furniture(s, ls->items[i].chars, b))
		return false;
	s = fold_line(ls, i, b);
	bool page = s.n && is_dash(str_char(s, 0, &len)) && is_dash(str_last_char(s));

	for (size_t k = 0; k < s.n && !page; k += len)
		page = str_char(s, k, &len) == PAGE;
	return page && str_has_digit(s);
}

/* The number that the line is, or 0. */
static long number_of(const struct lines *ls, size_t i)
{
	struct str s = line(ls, i);
	long value = 0;

	if (ls->items[i].kind == LINE_ROW || !s.n || s.n > 4)
		return 0;
	for (size_t k = 0; k < s.n; k++) {
		if (s.p[k] < '0' || s.p[k] > '9')
			return 0;
		value = value * 10 + (s.p[k] - '0');
	}
	return value;
}

/* 12 over the headings, where the rows end with no figures: the number of the page. */
static bool is_bare_number(const struct lines *ls, size_t i, size_t last_heading, struct buf *b)
{
	enum column_role role = grid_heading(fold_line(ls, last_heading, b));

	return number_of(ls, i) && role != COLUMN_UNKNOWN && role != COLUMN_MONEY && role != COLUMN_COUNT;
}

/* Whether the rows behind line i count on from those before line `end`, which stand behind line `from`. */
static bool counts_on(const struct lines *ls, size_t from, size_t end, size_t i)
{
	for (size_t k = i; k < ls->n && k < i + NEAR && ls->items[k].kind != LINE_ROW; k++) {
		long value = number_of(ls, k);

		if (value == 1)
			return false;
		for (size_t j = end; value && j > from && j + NEAR > end; j--)
			if (number_of(ls, j - 1) == value - 1)
				return true;
	}
	return false;
}

/* How many lines from i on are those from line `head` on, up to line `end`. */
static size_t told_again(const struct lines *ls, size_t head, size_t end, size_t i)
{
	size_t n = 0;

	while (i + n < ls->n && head + n < end && ls->items[i + n].kind == LINE_TEXT && str_eq(line(ls, head + n), line(ls, i + n)))
		n++;
	return n;
}

/* Whether line i stands over the headings of each page: the page's number, what stands over the first head (青石县重点项目表, 单位：万元), 续表. */
static bool stands_over(const struct lines *ls, size_t head, size_t i, struct buf *b)
{
	if (ls->items[i].kind == LINE_ROW)
		return false;
	if (is_page_number(ls, i, b))
		return true;
	for (size_t k = head; k-- > 0 && k + MOST_OVER > head;)
		if (ls->items[i].to > ls->items[i].from && str_eq(line(ls, i), line(ls, k)))
			return true;
	return ls->items[i].to - ls->items[i].from <= LONGEST_MARK && words_is(fold_line(ls, i, b), W_PAGE);
}

/* Behind the rows before line n that the head of `count` lines stands over, at the end of their page. */
static size_t rows_end(const struct lines *ls, size_t head, size_t count, size_t n, struct buf *b)
{
	size_t end = n;

	while (end > head + count && end + MOST_OVER > n && stands_over(ls, head, end - 1, b))
		end--;
	return end > head + count && is_bare_number(ls, end - 1, head + count - 1, b) ? end - 1 : end;
}

static bool begins_head(const struct lines *ls, size_t i, struct buf *b)
{
	enum { LONGEST = 6 };

	if (ls->items[i].kind != LINE_TEXT || ls->items[i].chars > LONGEST || !heading_may_open(line(ls, i)))
		return false;
	return grid_heading(fold_line(ls, i, b)) == COLUMN_SEQ;
}

void paged_join(struct lines *ls)
{
	struct buf b = {NULL, 0, 0};
	size_t n = 0, head = SIZE_MAX; /* lines that are kept; the last head among them */
	bool cut = false;

	/* The lines kept move up: line n is that behind the last of them, and what is read lies at or behind line i. */
	for (size_t i = 0; i < ls->n; i++) {
		bool begins = begins_head(ls, i, &b);
		size_t again = begins && head < n ? told_again(ls, head, n, i) : 0, end = again >= FEWEST_HEADINGS ? rows_end(ls, head, again, n, &b) : 0;

		if (end && counts_on(ls, head, end, i + again)) {
			n = end;
			i += again - 1;
			cut = true;
			continue;
		}
		if (head < n && is_page_number(ls, i, &b) && counts_on(ls, head, n, i + 1)) {
			cut = true;
			continue;
		}
		ls->items[n] = ls->items[i];
		if (cut)
			ls->items[n].blanks = ls->items[head + 1].blanks;
		if (begins)
			head = n;
		cut = false;
		n++;
	}
	ls->n = n;
	buf_free(&b);
}
