/* Knows which place stands before what is built there: 在青石镇工业园建设第三水厂. */
#include "verb/sited.h"

enum {
	LONGEST = 90, /* bytes of a place */
	SHORTEST = 4  /* characters of what is built */
};

/* A mark that ends what is told of a place; a pause stands between two of them. */
static bool is_mark(uint32_t c)
{
	return c == ',' || c == ';' || c == ':' || c == '(' || c == 0x3002;
}

/* Whether a body's name goes over byte `at`: 城市建设局. */
static bool in_body(const struct mentions *m, size_t at)
{
	long k = clause_last(m, at + 1);

	for (int n = 0; k >= 0 && n < 3; k--, n++)
		if (m->items[k].kind == M_BODY && m->items[k].from < at && m->items[k].to > at)
			return true;
	return false;
}

/* Whether something is built by the words of building that end at byte `end`: what follows is no part of a name (建设项目, 建设的, 建设中). */
static bool is_deed(struct str s, size_t end)
{
	struct str rest = str_from(s, end);
	size_t n = 0, len;

	while (n < rest.n && !is_mark(str_char(rest, n, &len)))
		n += len;
	const struct word *work = words_of(rest, 0, W_WORK);

	return !n || (str_reaches(str_sub(rest, 0, n), SHORTEST) && !words_of(rest, 0, W_OF) && !(work && str_eq(work->arg, STR("work"))) && !words_of(rest, 0, W_JOIN));
}

size_t sited_deed(const struct mentions *m, size_t at, struct str *place)
{
	const struct word *w = words_tail(str_sub(m->s, 0, at), W_AT);

	*place = STR("");
	if (!w || !str_eq(w->arg, STR("in")))
		return 0;
	for (size_t i = at, len; i < m->s.n && i < at + LONGEST; i += len) {
		const struct word *any = words_at(m->s, i), *build = i > at ? words_of(m->s, i, W_BUILD) : NULL;

		if (is_mark(str_char(m->s, i, &len)))
			break;
		len = any ? any->text.n : len;
		if (!build || str_chars(build->text) < 2 || in_body(m, i))
			continue;
		size_t end = i + build->text.n;

		for (const struct word *more; (more = words_of(m->s, end, W_BUILD)) && str_chars(more->text) > 1;)
			end += more->text.n;
		len = end - i;
		if (!is_deed(m->s, end))
			continue;
		*place = clause_strip(str_sub(m->s, at, i));
		return end;
	}
	return 0;
}

struct str sited_place(const struct mentions *m, size_t at)
{
	struct str place;
	size_t least = at > 2 * LONGEST ? at - 2 * LONGEST : 0;

	for (size_t i = at; i > least;) {
		size_t len;

		i = str_before(m->s, i);
		if (is_mark(str_char(m->s, i, &len)))
			break;
		if (words_of(m->s, i, W_AT) && sited_deed(m, i + words_of(m->s, i, W_AT)->text.n, &place) == at)
			return place;
	}
	return STR("");
}
