/* Knows which line of words that blanks part is one of headings. */
#include "doc/spacedhead.h"

#include "base/buf.h"
#include "doc/fitting.h"
#include "doc/heading.h"
#include "doc/words.h"

enum {
	FEWEST_COLUMNS = 3,  /* but for a pair of who and how much */
	LONGEST_FIRST = 60   /* bytes of the first word of a head */
};

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0;
}

size_t spacedhead_split(const struct lines *ls, size_t i, size_t gap, struct cell words[MOST_WORDS])
{
	size_t n = 0, len, from = ls->items[i].from, blanks = gap;

	for (size_t at = ls->items[i].from; at < ls->items[i].to; at += len) {
		uint32_t c = str_char(ls->text, at, &len);

		if (is_blank(c)) {
			blanks += c == ' ' ? 1 : 2;
			continue;
		}
		if (blanks >= gap) {
			if (n++ == MOST_WORDS)
				return n;
			from = at;
		}
		words[n - 1] = (struct cell){from, at + len};
		blanks = 0;
	}
	return n;
}

static bool is_single(const struct lines *ls, const struct cell *word)
{
	size_t len;

	str_char(ls->text, word->from, &len);
	return word->from + len == word->to;
}

/* The widest gap between characters that may be those of one word: 地  区          金  额 are two words of a line whose characters are set apart. */
static size_t widest_inside(const struct lines *ls, const struct cell *words, size_t n)
{
	size_t least = SIZE_MAX / 2;

	for (size_t k = 1; k < n; k++)
		if (is_single(ls, &words[k - 1]) && is_single(ls, &words[k]) && words[k].from - words[k - 1].to < least)
			least = words[k].from - words[k - 1].to;
	return 2 * least;
}

size_t spacedhead_join(const struct lines *ls, struct cell *words, size_t n)
{
	size_t out = 0, len, inside = widest_inside(ls, words, n);
	bool before = false;

	for (size_t k = 0; k < n; k++) {
		struct str word = str_sub(ls->text, words[k].from, words[k].to);
		uint32_t first = str_char(word, 0, &len);
		bool single = len == word.n;

		if (out && ((single && before && words[k].from - words[out - 1].to <= inside) || first == '(' || first == 0xFF08))
			words[out - 1].to = words[k].to;
		else
			words[out++] = words[k];
		before = single;
	}
	return out;
}

struct str spacedhead_fold(const struct spaced *t, const struct cell *c)
{
	return heading_fold(str_sub(t->ls->text, c->from, c->to), t->b);
}

/* Whether the first word is a heading: nearly all lines are dismissed here. */
static bool begins_with_heading(const struct spaced *t, size_t i)
{
	const struct line *l = &t->ls->items[i];
	size_t at = l->from, len;

	while (at < l->to && at - l->from <= LONGEST_FIRST && !is_blank(str_char(t->ls->text, at, &len)))
		at += len;
	if (at >= l->to || at - l->from > LONGEST_FIRST)
		return false;
	if (grid_heading(spacedhead_fold(t, &(struct cell){l->from, at})) != COLUMN_UNKNOWN)
		return true;
	/* 地  区 */
	struct cell words[MOST_WORDS];
	size_t n = is_single(t->ls, &(struct cell){l->from, at}) ? spacedhead_split(t->ls, i, 1, words) : 0;

	return n && n <= MOST_WORDS && spacedhead_join(t->ls, words, n) < n && grid_heading(spacedhead_fold(t, &words[0])) != COLUMN_UNKNOWN;
}

/* Characters of the longest line of some behind line i. */
static size_t longest_line(const struct lines *ls, size_t i)
{
	enum { LOOKED_AT = 100 };
	size_t full = 0;

	for (size_t k = i + 1; k < ls->n && k <= i + LOOKED_AT && ls->items[k].chars <= LONGEST_HEAD; k++)
		full = ls->items[k].chars > full ? ls->items[k].chars : full;
	return full;
}

/* Two blanks part cells where they part all headings: a single one stands within a cell. */
static size_t gap_of(const struct lines *ls, size_t i)
{
	enum { WIDE = 2 };
	struct cell words[MOST_WORDS];
	size_t n = spacedhead_split(ls, i, WIDE, words);

	return n >= FEWEST_COLUMNS && n == spacedhead_split(ls, i, 1, words) ? WIDE : 1;
}

/* 地区 合计 天然林管护 退耕还林, and below 江城市 12350 4100 2650: whether the first lines behind line i hold as many words as it has headings, and all
 * but the first are figures. */
static bool figures_below(const struct spaced *t, size_t i)
{
	enum { LOOKED_AT = 4, FEWEST = 2 };
	struct cell words[MOST_WORDS] = {{0, 0}};
	size_t rows = 0;

	for (size_t k = i + 1; k < t->ls->n && k <= i + LOOKED_AT && t->ls->items[k].chars <= LONGEST_HEAD; k++) {
		size_t n = t->ls->items[k].kind == LINE_TEXT ? spacedhead_split(t->ls, k, t->gap, words) : 0, at = 1;

		if (n != t->columns || heading_is_figure(spacedhead_fold(t, &words[0])))
			continue;
		while (at < n && heading_is_figure(spacedhead_fold(t, &words[at])))
			at++;
		rows += at == n;
	}
	return rows >= FEWEST;
}

bool spacedhead_read(struct spaced *t, size_t i)
{
	const struct line *l = &t->ls->items[i];
	size_t known = 0;

	if (l->kind != LINE_TEXT || l->chars > LONGEST_HEAD || !begins_with_heading(t, i))
		return false;
	t->gap = gap_of(t->ls, i);
	t->columns = spacedhead_split(t->ls, i, t->gap, t->heads);
	if (t->columns < 2 || t->columns > MOST_WORDS)
		return false;
	t->columns = spacedhead_join(t->ls, t->heads, t->columns);
	t->sums = false;
	t->number = 0;
	for (size_t k = 0; k < t->columns; k++) {
		struct str s = spacedhead_fold(t, &t->heads[k]);

		if (!heading_like(s) || heading_is_figure(s))
			return false;
		t->roles[k] = grid_heading(s);
		t->spent[k] = t->roles[k] == COLUMN_MONEY && fitting_spent(s);
		known += t->roles[k] != COLUMN_UNKNOWN || heading_period(s).n;
		t->sums |= t->roles[k] == COLUMN_MONEY;
		/* 合计 stands over no others. */
		if (words_is(s, W_SUM))
			t->roles[k] = COLUMN_COUNT;
	}
	/* 类别 序号 项目名称: a row without the name of its group begins with its number. */
	t->seq = t->roles[0] == COLUMN_CATEGORY && t->roles[1] == COLUMN_SEQ;
	t->numbered = t->roles[t->seq] == COLUMN_SEQ;
	/* 序号 项目名称 */
	t->listed = t->columns == 2 && t->numbered && (t->roles[1] == COLUMN_NAME || t->roles[1] == COLUMN_TASK);
	if (t->listed) {
		t->full = longest_line(t->ls, i);
		t->head_line = str_sub(t->ls->text, l->from, l->to);
		return true;
	}
	if (t->columns == 2) {
		struct str name = arena_copy(t->a, spacedhead_fold(t, &t->heads[0]));

		return heading_is_pair(name, spacedhead_fold(t, &t->heads[1]));
	}
	if (t->columns < FEWEST_COLUMNS)
		return false;
	/* 地区 合计 天然林管护 退耕还林: of figures under who gets them two headings are enough. */
	if (!t->numbered && known >= 2 && t->roles[0] != COLUMN_MONEY && t->roles[0] != COLUMN_COUNT && heading_is(spacedhead_fold(t, &t->heads[0])) && figures_below(t, i))
		return true;
	/* 市（州） 合计 危房改造补助 传统村落保护: of who gets the sums half may be known. */
	return t->numbered ? known + 1 >= t->columns : t->sums && t->roles[0] != COLUMN_MONEY && known * (heading_is(spacedhead_fold(t, &t->heads[0])) ? 2 : 1) >= t->columns;
}
