/* Knows JSON: jansson judges the form of a line, and number text goes round it, since jansson turns
 * 0.10 into 0.1 or worse and refuses 2^63. */
#include "io/jsonl.h"

#include <jansson.h>

#include "io/utf8.h"

enum { MOST_EXPONENT = 400 };

struct numbers {
	struct str *text;
	size_t n, cap;
};

static size_t digits_at(struct str s, size_t i)
{
	size_t from = i;

	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return i - from;
}

struct number {
	struct str whole, fraction; /* digits before and after the point */
	bool negative, has_exponent, small; /* small: the exponent is negative */
	struct str exponent;
};

/* RFC 8259, 6: all of s. */
static bool split_number(struct str s, struct number *n)
{
	size_t i = 0, len;

	*n = (struct number){.negative = s.n && s.p[0] == '-'};
	i += n->negative;
	len = digits_at(s, i);
	if (len == 0 || (len > 1 && s.p[i] == '0'))
		return false;
	n->whole = str_sub(s, i, i + len);
	i += len;
	if (i < s.n && s.p[i] == '.') {
		len = digits_at(s, ++i);
		if (len == 0)
			return false;
		n->fraction = str_sub(s, i, i + len);
		i += len;
	}
	if (i < s.n && (s.p[i] == 'e' || s.p[i] == 'E')) {
		n->has_exponent = true;
		i++;
		n->small = i < s.n && s.p[i] == '-';
		i += i < s.n && (s.p[i] == '-' || s.p[i] == '+');
		n->exponent = str_from(s, i);
		i += digits_at(s, i);
	}
	return i == s.n && (!n->has_exponent || n->exponent.n > 0);
}

bool jsonl_is_plain_number(struct str s)
{
	struct number n;

	return split_number(s, &n) && !n.has_exponent;
}

/* The exponent, or more than MOST_EXPONENT for any that is larger. */
static size_t read_exponent(struct str s)
{
	size_t e = 0;

	for (size_t i = 0; i < s.n && e <= MOST_EXPONENT; i++)
		e = e * 10 + (size_t)(s.p[i] - '0');
	return e;
}

static void add_zeros(struct buf *b, size_t n)
{
	while (n--)
		buf_byte(b, '0');
}

/* The digits with the point moved: 1.5e3 is 1500, 12e-1 is 1.2, 1.50e1 is 15.0. */
static void move_point(const struct number *n, size_t by, struct buf *out)
{
	struct buf digits = {NULL, 0, 0};
	size_t point = n->whole.n;

	if (n->small && by >= point) {
		add_zeros(&digits, by - point + 1);
		point += by - point + 1;
	}
	buf_add(&digits, n->whole);
	buf_add(&digits, n->fraction);
	point = n->small ? point - by : point + by;
	if (digits.n < point)
		add_zeros(&digits, point - digits.n);
	struct str all = buf_str(&digits);
	size_t from = 0;

	while (from + 1 < point && all.p[from] == '0')
		from++;
	if (n->negative)
		buf_byte(out, '-');
	buf_add(out, str_sub(all, from, point));
	if (point < all.n) {
		buf_byte(out, '.');
		buf_add(out, str_from(all, point));
	}
	buf_free(&digits);
}

/* The text of a number as it shall stand in the record; p NULL: it cannot be used. */
static struct str plain_number(struct str s, struct arena *a, const char **reason)
{
	struct number n;

	if (!split_number(s, &n)) {
		*reason = arena_printf(a, "not a number: %.*s", s.n > 40 ? 40 : (int)s.n, s.p).p;
		return (struct str){NULL, 0};
	}
	if (!n.has_exponent)
		return arena_copy(a, s);
	size_t by = read_exponent(n.exponent);

	if (by > MOST_EXPONENT) {
		*reason = arena_printf(a, "an exponent beyond %d", MOST_EXPONENT).p;
		return (struct str){NULL, 0};
	}
	struct buf out = {NULL, 0, 0};

	move_point(&n, by, &out);
	struct str copy = arena_copy(a, buf_str(&out));

	buf_free(&out);
	return copy;
}

static bool is_number_byte(char c)
{
	return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

static size_t string_end(struct str s, size_t i)
{
	for (i++; i < s.n && s.p[i] != '"'; i++)
		if (s.p[i] == '\\')
			i++;
	return i < s.n ? i + 1 : s.n;
}

/* Copies the line with every number replaced by 0 and keeps the numbers' text in their order. */
static bool take_numbers(struct str line, struct arena *a, struct numbers *numbers, struct str *copy, const char **reason)
{
	char *p = arena_alloc(a, line.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < line.n;) {
		char c = line.p[i];
		size_t stop = i + 1;

		if (c == '"') {
			stop = string_end(line, i);
		} else if (c == '-' || (c >= '0' && c <= '9')) {
			while (stop < line.n && is_number_byte(line.p[stop]))
				stop++;
			struct str text = plain_number(str_sub(line, i, stop), a, reason);

			if (!text.p)
				return false;
			*ARENA_PUSH(a, numbers->text, numbers->n, numbers->cap) = text;
			p[n++] = '0';
			i = stop;
			continue;
		}
		memcpy(p + n, line.p + i, stop - i);
		n += stop - i;
		i = stop;
	}
	*copy = (struct str){p, n};
	return true;
}

static struct str copy_string(const json_t *j, struct arena *a)
{
	return arena_copy(a, (struct str){json_string_value(j), json_string_length(j)});
}

static bool take_array(const json_t *j, struct arena *a, struct value *v)
{
	size_t n = json_array_size(j);

	*v = value_array(ARENA_ARRAY(a, struct str, n), n);
	for (size_t i = 0; i < n; i++) {
		const json_t *item = json_array_get(j, i);

		if (!json_is_string(item))
			return false;
		v->items[i] = copy_string(item, a);
	}
	return true;
}

static bool take_value(const json_t *j, struct arena *a, struct str number, struct value *v)
{
	switch (json_typeof(j)) {
	case JSON_STRING:
		*v = value_string(copy_string(j, a));
		return true;
	case JSON_INTEGER:
	case JSON_REAL:
		*v = value_number(number);
		return true;
	case JSON_TRUE:
	case JSON_FALSE:
		*v = value_boolean(json_is_true(j));
		return true;
	case JSON_NULL:
		*v = (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0};
		return true;
	case JSON_ARRAY:
		return take_array(j, a, v);
	default:
		return false;
	}
}

/* jansson keeps the order of keys, so that the numbers come in the order they were taken out. */
static bool take_fields(json_t *object, struct arena *a, const struct numbers *numbers, struct record *r,
                        const char **reason)
{
	const char *key;
	json_t *j;
	size_t next = 0;

	json_object_foreach(object, key, j) {
		struct str name = arena_copy(a, str_of(key));
		struct str number = json_is_number(j) && next < numbers->n ? numbers->text[next++] : (struct str){"0", 1};
		struct value v;

		if (!take_value(j, a, number, &v)) {
			*reason = arena_printf(a, "the value of \"%s\" is neither plain nor an array of strings", name.p).p;
			return false;
		}
		*ARENA_PUSH(a, r->fields, r->n, r->cap) = (struct field){name, v};
	}
	return true;
}

/* jansson's text without the excerpt that it adds, which is of our copy, not of the line, and without
 * its advice to programmers. */
static const char *tell_fault(const json_error_t *e, struct arena *a)
{
	struct str text = str_of(e->text);

	text = str_sub(text, 0, str_find(text, STR(" near '"), 0));
	text = str_sub(text, 0, str_find(text, STR(" without JSON_"), 0));
	return arena_printf(a, "not JSON: %.*s", STR_ARGS(text)).p;
}

bool jsonl_parse(struct str line, struct arena *a, struct record *r, const char **reason)
{
	struct numbers numbers = {NULL, 0, 0};
	struct str copy;
	json_error_t error;

	*r = (struct record){a, NULL, 0, 0};
	if (!take_numbers(line, a, &numbers, &copy, reason))
		return false;
	json_t *j = json_loadb(copy.p, copy.n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);

	if (!j) {
		*reason = tell_fault(&error, a);
		return false;
	}
	bool ok = json_is_object(j);

	if (!ok)
		*reason = "not a JSON object";
	else
		ok = take_fields(j, a, &numbers, r, reason);
	json_decref(j);
	return ok;
}

/* Bytes that JSON writes as they are, where they are UTF-8. */
static bool is_plain(unsigned char c)
{
	return c >= ' ' && c != '"' && c != '\\';
}

/* Whether all of eight bytes are plain. */
static bool is_plain_word(const char *p)
{
	const uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;
	uint64_t v, quote, back;

	memcpy(&v, p, sizeof v);
	quote = v ^ ones * '"';
	back = v ^ ones * '\\';
	return !(((v - ones * ' ') | (quote - ones) | (back - ones)) & ~v & high);
}

/* Where the next byte stands, at or after i, that is not plain. */
static size_t plain_end(struct str s, size_t i)
{
	while (s.n - i >= 8 && is_plain_word(s.p + i))
		i += 8;
	if (s.n >= 8 && s.n - i < 8 && is_plain_word(s.p + s.n - 8))
		return s.n;
	while (i < s.n && is_plain((unsigned char)s.p[i]))
		i++;
	return i;
}

static void put_escape(struct buf *b, char c)
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
	const char *at = c ? strchr(from, c) : NULL;

	if (at) {
		buf_byte(b, '\\');
		buf_byte(b, to[at - from]);
	} else {
		buf_printf(b, "\\u%04X", (unsigned char)c);
	}
}

/* What is known to be UTF-8. */
static void put_good(struct buf *b, struct str s)
{
	for (size_t i = 0, end; i < s.n; i = end + 1) {
		end = plain_end(s, i);
		buf_add(b, str_sub(s, i, end));
		if (end == s.n)
			break;
		put_escape(b, s.p[end]);
	}
}

void jsonl_put_text(struct buf *b, struct str s)
{
	buf_byte(b, '"');
	put_good(b, s);
	buf_byte(b, '"');
}

void jsonl_put_string(struct buf *b, struct str s)
{
	buf_byte(b, '"');
	for (size_t i = 0, end; i < s.n; i = end + 1) {
		end = utf8_good(s, i);
		put_good(b, str_sub(s, i, end));
		if (end == s.n)
			break;
		if (s.p[end])
			buf_char(b, 0xFFFD);
		else
			put_escape(b, s.p[end]);
	}
	buf_byte(b, '"');
}

static void put_array(struct buf *b, const struct value *v)
{
	buf_byte(b, '[');
	for (size_t i = 0; i < v->n; i++) {
		if (i)
			buf_byte(b, ',');
		jsonl_put_string(b, v->items[i]);
	}
	buf_byte(b, ']');
}

void jsonl_put_value(struct buf *b, const struct value *v)
{
	switch (v->kind) {
	case VALUE_NULL:
		buf_add(b, STR("null"));
		break;
	case VALUE_STRING:
		jsonl_put_string(b, v->s);
		break;
	case VALUE_NUMBER:
		buf_add(b, v->s);
		break;
	case VALUE_BOOLEAN:
		buf_add(b, v->b ? STR("true") : STR("false"));
		break;
	case VALUE_ARRAY:
		put_array(b, v);
		break;
	}
}
