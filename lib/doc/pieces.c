/* Knows which words of a page no gap parts, and where they stand on it. */
#include "doc/pieces.h"

#include "base/unicode.h"
#include "doc/heading.h"
#include "doc/words.h"
#include "zh/numeral.h"

enum { WIDEST = 640 }; /* places of a line, two for a Chinese character */

bool pieces_blank(uint32_t c)
{
	return c == ' ' || c == 0x3000 || c == 0xA0;
}

/* Chinese fonts write quotation marks, dashes and Roman numbers as wide as their characters. */
size_t pieces_width(struct str s, uint32_t c)
{
	enum { WIDE_MARKS = 0x2010 };

	return c < 0x80 ? 1 : c >= WIDE_MARKS ? 2 * (unicode_width(s) > 0) : unicode_width(s);
}

struct str pieces_fold(struct laidout *t, const struct piece *p)
{
	return heading_fold(str_sub(t->ls->text, p->from, p->to), &t->b);
}

/* 合  计, 小  计: whether the last piece is one character, and one word of a total with that at byte `at`. */
static bool goes_on_spread(const struct laidout *t, size_t line, size_t at)
{
	enum { HAN = 3 };
	const struct piece *last = t->n ? &t->pieces[t->n - 1] : NULL;
	struct str text = t->ls->text;
	char word[2 * HAN];

	if (!last || last->line != line || last->to - last->from != HAN || at + HAN > text.n)
		return false;
	memcpy(word, text.p + last->from, HAN);
	memcpy(word + HAN, text.p + at, HAN);
	return words_is((struct str){word, sizeof word}, W_SUM);
}

bool pieces_add(struct laidout *t, size_t i)
{
	const struct line *l = &t->ls->items[i];
	struct str text = t->ls->text;
	struct piece *last = NULL;
	size_t from = l->from, place = 0, gap = PIECES_GAP, len;

	while (from && text.p[from - 1] != '\n')
		from--;
	for (size_t at = from; at < l->to && place < WIDEST; at += len) {
		uint32_t c = str_char(text, at, &len);
		size_t wide = pieces_width(str_sub(text, at, at + len), c);

		if (pieces_blank(c)) {
			gap += wide;
		} else if (at >= l->from) {
			if (!last || (gap >= PIECES_GAP && !goes_on_spread(t, i, at))) {
				last = ARENA_PUSH(t->a, t->pieces, t->n, t->cap);
				*last = (struct piece){.line = i, .from = at, .left = place};
			}
			last->to = at + len;
			last->right = place + wide;
			gap = 0;
		}
		place += wide;
	}
	return place < WIDEST;
}

size_t pieces_count(const struct laidout *t, size_t line)
{
	return t->at[line - t->first + 1] - t->at[line - t->first];
}

struct piece *pieces_at(const struct laidout *t, size_t line, size_t k)
{
	return &t->pieces[t->at[line - t->first] + k];
}

bool pieces_name_group(struct laidout *t, size_t line)
{
	size_t len;
	long value;

	return pieces_count(t, line) == 1 && pieces_at(t, line, 0)->left < t->pieces[0].left + PIECES_GAP && outline_marker(pieces_fold(t, pieces_at(t, line, 0)), &len, &value);
}

bool pieces_overlap(const struct span *c, const struct piece *p)
{
	return p->left < c->right && c->left < p->right;
}

bool pieces_number(struct laidout *t, const struct piece *p)
{
	struct str s = pieces_fold(t, p);
	struct numeral n;

	return heading_is_number(s) || heading_is_code(s) || (s.n && numeral_match(s, &n) == s.n);
}

/* The first word of line i, without the blanks around it. */
static struct str first_word(const struct laidout *t, size_t i)
{
	struct str s = str_sub(t->ls->text, t->ls->items[i].from, t->ls->items[i].to);
	size_t at = 0, len;

	while (at < s.n && !pieces_blank(str_char(s, at, &len)))
		at += len;
	return str_sub(s, 0, at);
}

bool pieces_seq_broken(const struct laidout *t, size_t i)
{
	enum { HAN = 3, LINES = 2 };
	char word[2 * HAN];
	struct str first = first_word(t, i);

	for (size_t k = i + 1; first.n == HAN && k <= i + LINES && k < t->ls->n && t->ls->items[k].kind == LINE_TEXT; k++) {
		struct str second = first_word(t, k);

		if (second.n != HAN)
			continue;
		memcpy(word, first.p, HAN);
		memcpy(word + HAN, second.p, HAN);
		return grid_heading((struct str){word, sizeof word}) == COLUMN_SEQ;
	}
	return false;
}
