/* Knows how a code before a name looks, and which lines are a list of works by their codes. */
#include "doc/coded.h"

#include "doc/words.h"

enum {
	SHORTEST_CODE = 3,
	LONGEST_CODE = 16,
	LONGEST_NAME = 45, /* characters */
	FEWEST = 3,        /* lines that make a list */
	NEAR = 12          /* paragraphs between which they stand */
};

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

size_t coded_at(struct str s)
{
	enum { ROAD = 4 /* bytes of the longest number of a road */ };
	size_t n = 0;

	while (n < s.n && (is_capital(s.p[n]) || is_digit(s.p[n]) || (n && s.p[n] == '-')))
		n++;
	bool road = n <= ROAD && n && strchr("GSXYJ", s.p[0]);

	/* X2 is the name of a place, 2025-03 a month. */
	return n < SHORTEST_CODE || n > LONGEST_CODE || !is_capital(s.p[0]) || !is_digit(s.p[n - 1]) || !is_digit(s.p[n - 2]) || road ? 0 : n;
}

/* The code that stands before a gap at the head of a line which is no sentence. */
static size_t line_code(const struct outline *o, size_t i)
{
	const struct para *p = &o->paras[i];
	size_t n = p->kind == PARA_ROW || p->level ? 0 : coded_at(p->s);
	struct str name = str_trim(str_from(p->s, n));
	bool parted = n && n < p->s.n && (p->s.p[n] == ' ' || view_gap(&o->view, view_at(&o->view, p->s) + n) > 0);

	return parted && str_sized(name, 2, LONGEST_NAME) && !str_has(name, STR("。")) && !str_has(name, STR(",")) && !str_has(name, STR(":")) && !str_has(name, STR(";")) ? n : 0;
}

/* J0013, J0016: letters and hyphens are the same, and digits stand at the same places. */
static bool is_alike(struct str a, struct str b)
{
	for (size_t k = 0; k < a.n && a.n == b.n; k++)
		if (is_digit(a.p[k]) ? !is_digit(b.p[k]) : a.p[k] != b.p[k])
			return false;
	return a.n == b.n;
}

struct str coded_name(const struct outline *o, size_t i, struct str *code)
{
	const struct para *p = &o->paras[i];
	size_t n = line_code(o, i), lines = 0, works = 0;

	for (size_t k = i > NEAR ? i - NEAR : 0; n && k < o->count && k <= i + NEAR; k++) {
		size_t other = line_code(o, k);

		if (!other || !is_alike(str_sub(o->paras[k].s, 0, other), str_sub(p->s, 0, n)))
			continue;
		lines++;
		works += words_tail(o->paras[k].s, W_WORK) || words_tail(o->paras[k].s, W_ENDING);
	}
	if (lines < FEWEST || works * 2 < lines)
		return STR("");
	*code = str_sub(p->s, 0, n);
	return str_trim(str_from(p->s, n));
}
