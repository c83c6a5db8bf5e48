/* Knows what a page tells of its document behind labels: 文号：, 发布日期：, 【成文日期】. */
#include "doc/claim.h"

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
