/* Knows which characters of a document are layout and which are words. */
#include "doc/view.h"

#include "base/diag.h"
#include "doc/markup.h"
#include "zh/fold.h"

void view_init(struct view *v, const struct text *t, struct arena *a)
{
	v->text = t;
	v->n = 0;
	v->scanned = false;
	v->cap = t->s.n + t->s.n / 8 + 64;
	v->p = arena_room(a, v->cap, sizeof *v->p);
	v->src = arena_room(a, v->cap, sizeof *v->src);
	v->starts = arena_alloc(a, v->cap);
}

/* Blanks of every kind, and marks that show nothing: they separate words at most. */
static bool is_layout(uint32_t c)
{
	/* Most characters are told by their size. */
	if ((c > ' ' && c < 0x80) || (c > 0x3000 && c < 0xE000))
		return false;
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v' || c == 0x85 || c == 0xA0 || c == MARKUP_SPANNED ||
	       c == 0xAD || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
	       c == 0x205F || c == 0x2060 || c == 0xFEFF || (c >= 0xE000 && c <= 0xF8FF);
}

/* Letters and digits that a blank may hold apart; beside anything else a blank is layout. */
static bool is_spaced(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000 && c != 0xD7);
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static uint32_t last_char(const struct view *v)
{
	return str_last_char((struct str){v->p, v->n});
}

static void need_room(const struct view *v, size_t n)
{
	if (v->cap - v->n < n)
		diag_die("internal: a view outgrew its text");
}

static void put(struct view *v, uint32_t c, size_t src, bool starts)
{
	need_room(v, 4);
	v->starts[v->n] = starts;
	if (c < 0x80) {
		v->p[v->n] = (char)c;
		v->src[v->n++] = (uint32_t)src;
		return;
	}
	size_t len = str_put_char(c, v->p + v->n);

	for (size_t i = 0; i < len; i++)
		v->src[v->n + i] = (uint32_t)src;
	v->n += len;
}

/* U+4000 to U+9FFF: what no folding changes and no blank stands beside. */
static bool is_plain_han(const unsigned char *p)
{
	return p[0] >= 0xE4 && p[0] <= 0xE9 && (signed char)p[1] < (signed char)0xC0 && (signed char)p[2] < (signed char)0xC0;
}

/* Most characters stay what they are, and no blank before them is kept: adds those from byte `from` on; the byte behind them. */
static size_t add_plain(struct view *v, size_t from, size_t to, bool starts)
{
	const unsigned char *p = (const unsigned char *)v->text->plain.p;
	size_t end = from, room = v->cap - v->n;

	if (to - from < 3 || room < to - from || !is_plain_han(p + from))
		return from;
	v->starts[v->n] = starts;
	for (uint32_t *src = v->src + v->n; to - end >= 3 && is_plain_han(p + end); end += 3, src += 3)
		src[0] = src[1] = src[2] = (uint32_t)end;
	memcpy(v->p + v->n, p + from, end - from);
	v->n += end - from;
	return end;
}

/* A blank stays between two words of letters; between digits it is the scanner's and goes only
 * beside a point ("15 . 59"), which is no letter. */
static bool keeps_blank(const struct view *v, uint32_t before, uint32_t after)
{
	if (is_digit(before) && is_digit(after))
		return !v->scanned;
	return is_spaced(before) && is_spaced(after);
}

/* 1. 235国道改建: between the number of a paragraph, which begins at byte `begin` of the view, and another number. */
static bool parts_numbers(const struct view *v, size_t begin, uint32_t after)
{
	enum { LONGEST = 3 };
	size_t n = v->n - begin;

	if (!is_digit(after) || n < 2 || n > LONGEST || v->p[v->n - 1] != '.' || v->scanned)
		return false;
	for (size_t i = begin; i + 1 < v->n; i++)
		if (!is_digit((unsigned char)v->p[i]))
			return false;
	return true;
}

enum { LONGEST_TAG = 200 /* bytes of one that was left in a text */ };

void view_add(struct view *v, size_t from, size_t to)
{
	struct str s = v->text->plain;
	bool blank = v->n > 0, starts = true;
	size_t len, blank_at = from, begin = v->n;

	for (size_t i = from; i < to; i += len) {
		size_t plain = add_plain(v, i, to, starts);

		if (plain > i)
			blank = starts = false;
		i = plain;
		if (i == to)
			break;
		uint32_t c = str_char(s, i, &len);

		if (c == MARKUP_NOTHING)
			continue;
		if (c >= 0x80)
			c = fold_char(c);
		size_t tag = c == '<' ? markup_tag(str_sub(s, 0, to), i, LONGEST_TAG) : 0;

		if (tag)
			len = tag;
		if (tag || is_layout(c)) {
			if (!blank)
				blank_at = i;
			blank = starts = true;
			continue;
		}
		if (blank && (keeps_blank(v, last_char(v), c) || parts_numbers(v, begin, c)))
			put(v, ' ', blank_at, starts);
		blank = false;
		put(v, c, i, starts);
		starts = c == ')' || view_ends_sentence(c);
	}
}

void view_add_piece(struct view *v, size_t from, size_t to)
{
	size_t mark = v->n;

	view_add(v, from, to);
	if (v->n > mark)
		v->starts[mark] = VIEW_ELSEWHERE;
}

struct str view_piece(const struct view *v, struct str s, struct str *rest)
{
	const char *begin = v->starts + view_at(v, s), *next = s.n > 1 ? memchr(begin + 1, VIEW_ELSEWHERE, s.n - 1) : NULL;
	size_t n = next ? (size_t)(next - begin) : s.n;

	*rest = str_from(s, n);
	return str_sub(s, 0, n);
}

struct str view_since(const struct view *v, size_t mark)
{
	return str_trim((struct str){v->p + mark, v->n - mark});
}

size_t view_from(const struct view *v, struct str s)
{
	return v->src[view_at(v, s)];
}

/* Bytes of the text that the character with byte `at` of the view stands for: all of &ldquo; */
static size_t width_at(const struct view *v, size_t at)
{
	enum { LONGEST_NAME = 12 };
	struct str s = str_from(v->text->s, v->src[at]);
	size_t len;

	str_char(s, 0, &len);
	while (s.p[0] == '&' && v->p[at] != '&' && len < s.n && len < LONGEST_NAME && s.p[len - 1] != ';')
		len++;
	return len;
}

size_t view_to(const struct view *v, struct str s)
{
	size_t last = view_at(v, s) + s.n - 1;

	return v->src[last] + width_at(v, last);
}

size_t view_gap_behind(const struct view *v, size_t at)
{
	size_t before = v->src[at - 1] + width_at(v, at - 1);

	return v->src[at] > before ? v->src[at] - before : 0;
}

static bool is_within(const struct view *v, size_t at)
{
	return at < v->n && ((unsigned char)v->p[at] & 0xC0) == 0x80;
}

/* Whether the text has the same bytes as s, one behind the other: nothing was folded or dropped in it. */
static bool is_as_written(const struct view *v, struct str s, size_t at)
{
	size_t from = v->src[at];

	/* A slice that begins or ends within a character stands for the whole of it. */
	if (is_within(v, at) || is_within(v, at + s.n) || v->text->s.n - from < s.n || memcmp(v->text->s.p + from, s.p, s.n) != 0)
		return false;
	/* As many characters lead from the first to the last here as there: where both are in their places, all are. */
	size_t last = str_before(s, s.n);

	return v->src[at + last] == from + last;
}

/* Whether nothing was dropped in s, though something was folded: as many characters stand in the text. A blank may be another there. */
static bool is_whole(const struct view *v, struct str s, size_t at)
{
	return !is_within(v, at) && !is_within(v, at + s.n) && !memchr(s.p, ' ', s.n) && str_chars(s) == str_chars(view_quote(v, s));
}

struct str view_written(const struct view *v, struct str s, struct arena *a)
{
	if (!s.n)
		return s;
	if (is_as_written(v, s, view_at(v, s)))
		return str_sub(v->text->s, v->src[view_at(v, s)], v->src[view_at(v, s)] + s.n);
	if (is_whole(v, s, view_at(v, s)))
		return view_quote(v, s);
	char *p = arena_alloc(a, s.n * 3 + 4);
	size_t n = 0, at = view_at(v, s), len, wide;

	for (size_t i = 0; i < s.n; i += len) {
		size_t src = v->src[at + i];

		str_char(s, i, &len);
		if (s.p[i] == ' ') {
			p[n++] = ' ';
			continue;
		}
		/* A character that the text names is itself. */
		bool named = v->text->s.p[src] == '&' && s.p[i] != '&';

		str_char(v->text->s, src, &wide);
		memcpy(p + n, named ? s.p + i : v->text->s.p + src, named ? len : wide);
		n += named ? len : wide;
	}
	return (struct str){p, n};
}

struct str view_quote(const struct view *v, struct str s)
{
	if (!s.n)
		return s;
	return str_sub(v->text->s, view_from(v, s), view_to(v, s));
}
