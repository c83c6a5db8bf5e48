/* The text as rules see it: widths folded, layout blanks dropped, broken lines joined, with the way
 * back to the evidence. Every slice of a view can be traced to its place in the decoded text. */
#ifndef PT_DOC_VIEW_H
#define PT_DOC_VIEW_H

#include "doc/text.h"

enum {
	VIEW_STARTS = 1,
	VIEW_ELSEWHERE = 2 /* what stands before the character in the text belongs to something else */
};

struct view {
	const struct text *text;
	char *p;       /* folded UTF-8 */
	uint32_t *src; /* for each byte of p: the byte of the text where its character starts */
	char *starts;  /* VIEW_STARTS where a character stands behind the end of a sentence, a closing bracket or a gap, VIEW_ELSEWHERE; else 0 */
	size_t n, cap;
	bool scanned; /* a text broken at a width: its blanks between digits are the scanner's */
};

void view_init(struct view *v, const struct text *t, struct arena *a);

/* Adds bytes [from, to) of the text, folded; call repeatedly to join pieces. Blanks beside Chinese
 * characters and punctuation go; between others a run of blanks is one space, also where two pieces join. */
void view_add(struct view *v, size_t from, size_t to);

/* The same for what goes on elsewhere in the text. */
void view_add_piece(struct view *v, size_t from, size_t to);

/* Cuts s behind what stands together in the text: the first piece of it, and *rest. */
struct str view_piece(const struct view *v, struct str s, struct str *rest);

/* The slice added since v->n was `mark`, without blanks at its ends. */
struct str view_since(const struct view *v, size_t mark);

/* Bytes of the text that slice s of the view stands for; s.n > 0. */
size_t view_from(const struct view *v, struct str s);
size_t view_to(const struct view *v, struct str s);

/* How many bytes of layout were dropped before byte `at` of the view. */
size_t view_gap_behind(const struct view *v, size_t at);

static inline size_t view_gap(const struct view *v, size_t at)
{
	if (at == 0 || at >= v->n)
		return 0;
	size_t before = v->src[at - 1], step = v->src[at] - before;

	/* Most often a character of three bytes follows another. */
	return step == 1 || (step == 3 && ((unsigned char)v->text->s.p[before] & 0xF0) == 0xE0) ? 0 : view_gap_behind(v, at);
}

static inline size_t view_at(const struct view *v, struct str s)
{
	return (size_t)(s.p - v->p);
}

/* Whether a sentence, or what introduces a list, ends with the character. */
static inline bool view_ends_sentence(uint32_t c)
{
	switch (c) {
	case 0x3002: case ';': case '!': case 0xFF01: case '?': case 0xFF1F: case 0xFF1B: case ':':
		return true;
	default:
		return false;
	}
}

/* The first byte of slice s from `from` on where a character stands behind the end of a sentence, a closing bracket or a gap, or s.n. Only there
 * may an item of a list begin in the middle of a line: they are few. */
static inline size_t view_next_start(const struct view *v, struct str s, size_t from)
{
	const char *begin = v->starts + view_at(v, s), *found = from < s.n ? memchr(begin + from, 1, s.n - from) : NULL;

	return found ? (size_t)(found - begin) : s.n;
}

/* The slice as written: characters of the text, without the layout. A slice of the text, or a copy in `a`. */
struct str view_written(const struct view *v, struct str s, struct arena *a);

/* The text between the two, as it stands. */
struct str view_quote(const struct view *v, struct str s);

#endif
