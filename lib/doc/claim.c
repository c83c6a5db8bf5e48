/* Knows what a page tells of its document behind labels: 文号：, 发布日期：, 【成文日期】. */
#include "doc/claim.h"

#include "doc/words.h"

/* The length of the mark that makes the words before byte `at` of s a label: a colon or the bracket that closes it. */
static size_t mark_at(struct str s, size_t at)
{
	const struct str bracket = STR("】");

	if (at < s.n && s.p[at] == ':')
		return 1;
	return str_starts(str_from(s, at), bracket) ? bracket.n : 0;
}

/* What stands behind a label of the page in s. */
static struct str in_line(struct str s, const char *kind)
{
	for (size_t at = words_next(s, 0, W_CLAIM), len; at < s.n && at < 600; at = words_next(s, at + len, W_CLAIM)) {
		const struct word *w = words_of(s, at, W_CLAIM);
		size_t mark = mark_at(s, at + w->text.n);

		str_char(s, at, &len);
		if (mark && str_eq(w->arg, str_of(kind)))
			return str_trim(str_from(s, at + w->text.n + mark));
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
		if (w && str_eq(w->arg, str_of(kind)) && cell.n == w->text.n + mark_at(cell, w->text.n) && k + 1 < p->cell_count)
			return p->cells[k + 1];
	}
	return STR("");
}

struct str claim_of(const struct para *p, const char *kind)
{
	return p->kind == PARA_ROW ? in_row(p, kind) : in_line(p->s, kind);
}
