/* Knows what a page tells of its document behind labels: 文号：, 发布日期：, 【成文日期】. */
#include "doc/claim.h"

#include "doc/body.h"
#include "doc/genre.h"
#include "doc/words.h"

/* The byte behind the mark that makes word w at byte `at` of s a label, or 0: a colon, which may be part of the word, or the bracket that closes it. */
static size_t behind_mark(struct str s, size_t at, const struct word *w)
{
	const struct str bracket = STR("】");
	size_t end = at + w->text.n;

	if (str_ends(w->text, STR(":")))
		return end;
	if (end < s.n && s.p[end] == ':')
		return end + 1;
	return str_starts(str_from(s, end), bracket) ? end + bracket.n : 0;
}

/* What stands behind a label of the page in s. */
static struct str in_line(struct str s, const char *kind)
{
	for (size_t at = words_next(s, 0, W_CLAIM), len; at < s.n && at < 600; at = words_next(s, at + len, W_CLAIM)) {
		const struct word *w = words_of(s, at, W_CLAIM);
		size_t behind = behind_mark(s, at, w);

		str_char(s, at, &len);
		if (behind && str_eq(w->arg, str_of(kind)))
			return str_trim(str_from(s, behind));
	}
	return STR("");
}

/* 发文字号： | 某政〔2022〕3号: the cell behind the label. */
static struct str in_row(const struct para *p, const char *kind)
{
	for (size_t k = 0; k < p->cell_count; k++) {
		struct str cell = p->cells[k], behind = in_line(cell, kind);
		const struct word *w = words_of(cell, 0, W_CLAIM);

		if (behind.n)
			return behind;
		if (w && str_eq(w->arg, str_of(kind)) && (cell.n == w->text.n || cell.n == behind_mark(cell, 0, w)) && k + 1 < p->cell_count)
			return p->cells[k + 1];
	}
	return STR("");
}

struct str claim_of(const struct para *p, const char *kind)
{
	return p->kind == PARA_ROW ? in_row(p, kind) : in_line(p->s, kind);
}

struct str claim_first(const struct outline *o, size_t n, const char *kind)
{
	struct str s = STR("");

	for (size_t i = 0; i < n && !s.n; i++)
		s = claim_of(&o->paras[i], kind);
	return s;
}

/* Bytes of the dot that an item of a list begins with. */
static size_t dot_end(struct str s)
{
	size_t len;
	uint32_t c = s.n ? str_char(s, 0, &len) : 0;

	return c == 0x2022 || c == 0xB7 || c == 0x25CF || c == 0x25A0 ? len : 0;
}

/* Bytes of the label of a few Chinese characters that s begins with, perhaps behind a dot, and a colon closes, before what it tells; 0: none. */
static size_t label_end(struct str s)
{
	enum { LONGEST_LABEL = 6, LONGEST_LINE = 120 /* characters */ };
	size_t end = str_find(s, STR(":"), 0), from = dot_end(s), len;

	if (end <= from || end + 1 >= s.n || str_chars(str_sub(s, from, end)) > LONGEST_LABEL || str_longer(s, LONGEST_LINE) || str_has(s, STR("。")))
		return 0;
	for (size_t i = from; i < end; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (c < 0x3400 && c != ' ')
			return 0;
	}
	return end;
}

/* A line that begins with a label, which is none of a body's name: 各局:现将… */
static bool is_labelled(const struct para *p)
{
	struct context none = {0};
	struct body b;
	size_t end = p->kind == PARA_ROW ? 0 : label_end(p->s);

	return end && !body_at(&none, p->s, 0, &b) && !words_tail(str_sub(p->s, 0, end), W_POST) && !words_of(p->s, 0, W_ABOUT);
}

bool claim_in_run(const struct outline *o, size_t i)
{
	const struct para *p = &o->paras[i];

	if (!is_labelled(p))
		return false;
	/* 来源:某局 索引号:0012 浏览次数:35 */
	bool several = words_within(str_from(p->s, label_end(p->s)), W_LABEL) && str_find(p->s, STR(":"), label_end(p->s) + 1) < p->s.n;

	return several || (i && is_labelled(p - 1)) || (i + 1 < o->count && is_labelled(p + 1));
}

bool claim_tells(const struct outline *o, size_t i)
{
	return is_labelled(&o->paras[i]) && (!genre_word(o->paras[i].s) || claim_in_run(o, i));
}
