/* Knows which lines name who signs a document. */
#include "doc/signer.h"

#include "doc/body.h"

enum {
	SHORTEST_OFFICE = 6, /* characters */
	LONGEST_TAIL = 200   /* bytes before the day of a signature */
};

/* 青石|镇水利站, 青石|市财政局: where the department begins, level and all, of a place that no table has; s.n: it is none. */
static size_t department_at(struct str s)
{
	enum { FEWEST = 2 /* characters of a place's name */ };
	static const struct context none;
	struct body b;
	size_t at = 0, len;

	for (size_t n = 0; at < s.n; n++, at += len) {
		if (n >= FEWEST && words_own(s, at, W_LEVEL) && body_at(&none, s, at, &b) && b.kind == BODY_DEPARTMENT && b.prefix.n && b.s.n == s.n - at)
			return at;
		str_char(s, at, &len);
	}
	return s.n;
}

/* 青石经济技术开发区管委会, 青石市财政局: the office or department of a place of any name. */
static bool is_office(struct str s)
{
	const struct word *office = words_tail(s, W_BODY);
	size_t named = department_at(s);

	named = named == s.n && office ? s.n - office->text.n : named;
	if (!named || named == s.n || str_chars(s) < SHORTEST_OFFICE)
		return false;
	for (size_t i = 0, len; i < named; i += len) {
		const struct word *w = words_at(s, i), *verb = words_of(s, i, W_VERB);

		if (str_char(s, i, &len) < 0x3400 || words_of(s, i, W_STOP) || words_of(s, i, W_OF) || words_of(s, i, W_JOIN) || words_of(s, i, W_MODAL) || words_of(s, i, W_ABOUT) ||
		    (verb && !str_eq(verb->arg, STR("noun")) && !words_of(s, i, W_FIELD)))
			return false;
		len = w ? w->text.n : len;
	}
	return true;
}

bool signer_is(struct str s)
{
	struct context none = {0};

	return !str_longer(s, SIGNER_LONGEST) && (body_only(&none, s) || is_office(s));
}

/* 青石师范学院, 青石县造林绿化指挥部办公室: ends as the names of firms, schools and staffs do, and holds nothing that those of one do not. */
static bool may_be_signer(struct str s)
{
	enum { SHORTEST = 4, LONGEST = 24 /* characters */ };
	size_t len;

	if (!str_sized(s, SHORTEST, LONGEST) || !(words_tail(s, W_FIRM) || words_tail(s, W_BODY)))
		return false;
	for (size_t i = 0; i < s.n; i += len)
		if (str_char(s, i, &len) < 0x3400 || words_of(s, i, W_STOP) || words_of(s, i, W_OF) || words_of(s, i, W_MODAL) || words_within_arg(str_sub(s, i, i + len), W_CLASS, STR("open")))
			return false;
	return true;
}

bool signer_closes(struct str s)
{
	struct body items[SIGNER_MOST];
	size_t n = str_longer(s, SIGNER_LONGEST) ? 0 : body_list(s, items, SIGNER_MOST);

	for (size_t i = 0; i < n; i++)
		if (!may_be_signer(items[i].s))
			return false;
	return n > 0;
}

struct str signer_place(struct str s)
{
	size_t at = department_at(s);
	const struct word *level = at < s.n ? words_own(s, at, W_LEVEL) : NULL;

	return level ? str_sub(s, 0, at + level->text.n) : STR("");
}

bool signer_day(struct str s, struct str *date)
{
	struct period p;
	size_t n = period_date_may_end(s) ? period_match(s, (struct ymd){0, 0, 0}, &p) : 0;

	if (!n || p.relative || (p.precision != PRECISION_DAY && p.precision != PRECISION_MONTH))
		return false;
	*date = str_sub(s, 0, n);
	return n == s.n;
}

size_t signer_at(struct str s, bool open, size_t *n)
{
	struct period p;

	if (!open && !period_date_may_end(s))
		return 0;
	for (size_t i = 0, len; i < s.n && i < LONGEST_TAIL; i += len) {
		/* The name of a body ends with no digit: a day does not begin within a number. */
		bool begins = i && !(s.p[i - 1] >= '0' && s.p[i - 1] <= '9');

		*n = begins && words_opens(s, i) & OPENS_NUMBER && body_may_end(str_sub(s, 0, i)) ? period_match(str_from(s, i), (struct ymd){0, 0, 0}, &p) : 0;
		str_char(s, i, &len);
		if (*n && !p.relative && p.precision == PRECISION_DAY && (open || i + *n == s.n) && signer_is(str_trim(str_sub(s, 0, i))))
			return i;
	}
	return 0;
}
