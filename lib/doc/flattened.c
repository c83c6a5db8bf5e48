/* Knows how a table that came in one line goes back into rows. */
#include "doc/flattened.h"

#include "base/buf.h"
#include "doc/heading.h"
#include "doc/vertical.h"
#include "doc/words.h"

enum {
	SHORTEST = 30,       /* characters of a line that holds a table */
	LONGEST_FURNITURE = 40,
	SHORTEST_TITLE = 8,  /* characters */
	FEWEST_HEADINGS = 3, /* known ones, one behind the other */
	LONGEST_HEADING = 72 /* bytes */
};

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0;
}

/* The words of a line as lines of their own; a bracket behind a word is a part of it. */
static void split_words(struct lines *words, const struct lines *ls, const struct line *l)
{
	bool blank = true;

	*words = (struct lines){.text = ls->text, .arena = ls->arena};
	for (size_t at = l->from, len; at < l->to; at += len) {
		uint32_t c = str_char(ls->text, at, &len);
		bool now = is_blank(c), bracket = words->n && (c == '(' || c == 0xFF08);

		if (blank && !now && !bracket)
			*ARENA_PUSH(ls->arena, words->items, words->n, words->cap) = (struct line){.kind = LINE_TEXT, .from = at};
		if (!now) {
			words->items[words->n - 1].to = at + len;
			words->items[words->n - 1].chars++;
		}
		blank = now;
	}
}

/* Whether a word goes on with a run of headings: one that the table has, then such as end or hold one. */
static bool is_heading(struct str word, size_t run, struct buf *b)
{
	if (word.n > LONGEST_HEADING || (!run && !heading_may_open(word)))
		return false;
	struct str s = heading_fold(word, b);

	return heading_is(s) || (run && heading_like(s) && grid_heading(s) != COLUMN_UNKNOWN);
}

/* Whether blanks part enough words of line l for several headings: those of most lines are few. */
static bool has_blanks(const struct lines *ls, const struct line *l)
{
	enum { FIRST_HAN = 0xE4, HAN = 3 }; /* most characters begin with such a byte or a higher one, and no blank does */
	struct str s = str_sub(ls->text, l->from, l->to);
	size_t n = 0;

	if (!str_has(s, STR(" ")) && !str_has(s, STR("　")) && !str_has(s, STR("\t")) && !str_has(s, STR("\xC2\xA0")))
		return false;
	for (size_t at = l->from, len; at < l->to && n < FEWEST_HEADINGS - 1; at += len) {
		len = HAN;
		if ((unsigned char)ls->text.p[at] < FIRST_HAN)
			n += is_blank(str_char(ls->text, at, &len));
	}
	return n >= FEWEST_HEADINGS - 1;
}

/* Whether several words behind each other are headings. */
static bool has_head(const struct lines *ls, const struct line *l, struct buf *b)
{
	size_t run = 0, from = l->from;

	for (size_t at = l->from, len; at < l->to && run < FEWEST_HEADINGS; at += len) {
		bool blank = is_blank(str_char(ls->text, at, &len)), ends = blank || at + len == l->to;
		struct str word = str_sub(ls->text, from, blank ? at : at + len);

		if (ends && word.n)
			run = is_heading(word, run, b) ? run + 1 : 0;
		if (blank)
			from = at + len;
	}
	return run == FEWEST_HEADINGS;
}

static bool has_rows(const struct lines *ls)
{
	for (size_t i = 0; i < ls->n; i++)
		if (ls->items[i].kind == LINE_ROW)
			return true;
	return false;
}

/* A title and 单位：万元 stood on lines of their own. */
static bool is_line(const struct lines *words, const struct line *w, struct buf *b)
{
	struct str s = heading_fold(str_sub(words->text, w->from, w->to), b);
	const struct word *unit = words_of(s, 0, W_UNIT);

	return (words_tail(s, W_TITLE) && str_longer(s, SHORTEST_TITLE)) || (unit && unit->text.n < s.n && s.p[unit->text.n] == ':');
}

/* Adds what the words of line l have become: rows, and the text between them as it stood. */
static void add_pieces(struct lines *ls, const struct lines *words, const struct line *l, struct buf *b, struct line **out, size_t *n, size_t *cap)
{
	bool open = false;

	for (size_t i = 0; i < words->n; i++) {
		const struct line *w = &words->items[i];
		bool whole = w->kind == LINE_ROW || is_line(words, w, b);
		struct line *piece = whole || !open ? ARENA_PUSH(ls->arena, *out, *n, *cap) : &(*out)[*n - 1];

		if (whole || !open) {
			*piece = *w;
			piece->blanks = i ? 0 : l->blanks;
			piece->indented = !i && l->indented;
		} else {
			piece->to = w->to;
			piece->chars += w->chars + 1;
		}
		open = !whole;
		if (open)
			piece->kind = piece->chars <= LONGEST_FURNITURE && lines_is_furniture(str_sub(ls->text, piece->from, piece->to), piece->chars, b) ? LINE_FURNITURE : LINE_TEXT;
	}
}

void flattened_rows(struct lines *ls)
{
	struct buf b = {NULL, 0, 0};
	struct line *out = NULL;
	size_t n = 0, cap = 0;
	bool any = false;

	for (size_t i = 0; i < ls->n; i++) {
		const struct line *l = &ls->items[i];
		struct lines words = {.n = 0};

		if (l->kind == LINE_TEXT && l->chars >= SHORTEST && has_blanks(ls, l) && has_head(ls, l, &b)) {
			split_words(&words, ls, l);
			vertical_rows(&words);
		}
		if (has_rows(&words)) {
			/* The lines so far are copied with the first table: most texts have none. */
			if (!any) {
				cap = ls->n;
				out = arena_room(ls->arena, cap, sizeof *out);
				memcpy(out, ls->items, i * sizeof *out);
				n = i;
				any = true;
			}
			add_pieces(ls, &words, l, &b, &out, &n, &cap);
		} else if (any) {
			*ARENA_PUSH(ls->arena, out, n, cap) = *l;
		}
	}
	buf_free(&b);
	if (!any)
		return;
	ls->items = out;
	ls->n = n;
	ls->cap = cap;
}
