/* Knows how the plainest rows and objects are read: cells between delimiters, and flat objects whose
 * strings hold no escape. */
#include "io/plain.h"

bool plain_row(struct str line, char delimiter, struct arena *a, struct cells *row)
{
	if (line.n < 2 || line.p[line.n - 1] != '\n' || memchr(line.p, '"', line.n))
		return false;
	line.n--;
	if (line.p[line.n - 1] == '\r' && --line.n == 0)
		return false;
	if (memchr(line.p, '\r', line.n))
		return false;
	for (size_t at = 0;;) {
		const char *p = line.p + at, *stop = memchr(p, delimiter, line.n - at);
		size_t n = stop ? (size_t)(stop - p) : line.n - at;

		*ARENA_PUSH(a, row->cell, row->n, row->cap) = (struct str){n ? p : NULL, n};
		if (!stop)
			return true;
		at += n + 1;
	}
}

/* What is left of the line. */
struct scan {
	const char *p, *end;
};

static void skip_blanks(struct scan *s)
{
	while (s->p < s->end && (*s->p == ' ' || *s->p == '\t' || *s->p == '\r' || *s->p == '\n'))
		s->p++;
}

static bool take(struct scan *s, char c)
{
	if (s->p == s->end || *s->p != c)
		return false;
	s->p++;
	return true;
}

/* True when one of eight bytes is a quote, a backslash or a control character. (v - 0x01..) & ~v marks bytes that are 0; bytes above
 * 0x7F are never marked wrongly as controls since their own high bit is masked out. */
static bool stops_in(uint64_t v)
{
	const uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;
	uint64_t quote = v ^ ones * '"', back = v ^ ones * '\\';

	return (((quote - ones) & ~quote) | ((back - ones) & ~back) | ((v - ones * 0x20) & ~v)) & high;
}

/* A string without escapes, from its opening quote on. */
static bool take_string(struct scan *s, struct str *text)
{
	uint64_t v;

	if (!take(s, '"'))
		return false;
	const char *from = s->p;

	for (; s->end - s->p >= 8; s->p += 8) {
		memcpy(&v, s->p, sizeof v);
		if (stops_in(v))
			break;
	}
	while (s->p < s->end && *s->p != '"') {
		if (*s->p == '\\' || (unsigned char)*s->p < 0x20)
			return false;
		s->p++;
	}
	*text = (struct str){from, (size_t)(s->p - from)};
	return take(s, '"');
}

static size_t take_digits(struct scan *s)
{
	const char *from = s->p;

	while (s->p < s->end && *s->p >= '0' && *s->p <= '9')
		s->p++;
	return (size_t)(s->p - from);
}

/* RFC 8259, 6, without exponent. */
static bool take_number(struct scan *s, struct value *v)
{
	const char *from = s->p;

	take(s, '-');
	bool zero = s->p < s->end && *s->p == '0';
	size_t n = take_digits(s);

	if (n == 0 || (zero && n > 1) || (take(s, '.') && take_digits(s) == 0))
		return false;
	*v = value_number((struct str){from, (size_t)(s->p - from)});
	return true;
}

static bool take_word(struct scan *s, const char *word, size_t n)
{
	if ((size_t)(s->end - s->p) < n || memcmp(s->p, word, n) != 0)
		return false;
	s->p += n;
	return true;
}

static bool take_array(struct scan *s, struct arena *a, struct value *v)
{
	size_t cap = 0;

	s->p++;
	*v = value_array(NULL, 0);
	skip_blanks(s);
	if (take(s, ']'))
		return true;
	for (;;) {
		struct str item;

		skip_blanks(s);
		if (!take_string(s, &item))
			return false;
		*ARENA_PUSH(a, v->items, v->n, cap) = item;
		skip_blanks(s);
		if (take(s, ']'))
			return true;
		if (!take(s, ','))
			return false;
	}
}

static bool take_value(struct scan *s, struct arena *a, struct value *v)
{
	if (s->p == s->end)
		return false;
	switch (*s->p) {
	case '"':
		*v = value_string((struct str){NULL, 0});
		return take_string(s, &v->s);
	case '[':
		return take_array(s, a, v);
	case 't':
		*v = value_boolean(true);
		return take_word(s, "true", 4);
	case 'f':
		*v = value_boolean(false);
		return take_word(s, "false", 5);
	case 'n':
		*v = (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0};
		return take_word(s, "null", 4);
	default:
		return take_number(s, v);
	}
}

static bool names_differ(const struct record *r)
{
	for (size_t i = 1; i < r->n; i++)
		for (size_t k = 0; k < i; k++)
			if (str_eq(r->fields[i].name, r->fields[k].name))
				return false;
	return true;
}

static bool take_field(struct scan *s, struct arena *a, struct record *r)
{
	struct field f;

	skip_blanks(s);
	if (!take_string(s, &f.name))
		return false;
	skip_blanks(s);
	if (!take(s, ':'))
		return false;
	skip_blanks(s);
	if (!take_value(s, a, &f.v))
		return false;
	skip_blanks(s);
	*ARENA_PUSH(a, r->fields, r->n, r->cap) = f;
	return true;
}

bool plain_object(struct str line, struct arena *a, struct record *r)
{
	struct scan s = {line.p, line.p + line.n};

	*r = (struct record){a, NULL, 0, 0};
	skip_blanks(&s);
	if (!take(&s, '{'))
		return false;
	do {
		if (!take_field(&s, a, r))
			return false;
	} while (take(&s, ','));
	if (!take(&s, '}'))
		return false;
	skip_blanks(&s);
	return s.p == s.end && names_differ(r);
}
