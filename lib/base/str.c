/* Knows how to look at bytes of UTF-8 text without owning them. */
#include "base/str.h"

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	if (c)
		return c;
	return (a.n > b.n) - (a.n < b.n);
}

/* memmem prepares a table for each search, which is dear where a word or a name is looked for in a sentence. */
enum { SHORT = 64 };

/* The first byte of a character tells little of it in Chinese, so that the last byte is what is looked for. */
static const char *find_short(const char *p, const char *end, struct str needle)
{
	size_t before = needle.n - 1;

	for (p += before; p < end && (p = memchr(p, needle.p[before], (size_t)(end - p))); p++)
		if (str_same(p - before, needle.p, before))
			return p - before;
	return NULL;
}

size_t str_find_any(struct str s, struct str needle, size_t from)
{
	if (from > s.n || needle.n > s.n - from)
		return s.n;
	if (needle.n == 0)
		return from;
	const char *at = needle.n <= SHORT ? find_short(s.p + from, s.p + s.n, needle) : memmem(s.p + from, s.n - from, needle.p, needle.n);

	return at ? (size_t)(at - s.p) : s.n;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0x3000 || c == 0xA0;
}

struct str str_trim_any(struct str s)
{
	size_t len;

	while (s.n && is_blank(str_char(s, 0, &len)))
		s = str_from(s, len);
	while (s.n) {
		size_t at = str_before(s, s.n);

		if (!is_blank(str_char(s, at, &len)))
			break;
		s.n = at;
	}
	return s;
}

size_t str_which(struct str s, const char *const words[], size_t n)
{
	size_t i = 0;

	while (i < n && !(s.n && s.p[0] == words[i][0] && str_eq(s, str_of(words[i]))))
		i++;
	return i;
}

bool str_split(struct str s, char sep, size_t *at, struct str *part)
{
	if (*at > s.n || s.n == 0)
		return false;
	const char *end = *at < s.n ? memchr(s.p + *at, sep, s.n - *at) : NULL;
	size_t stop = end ? (size_t)(end - s.p) : s.n;

	*part = str_sub(s, *at, stop);
	*at = stop + 1;
	return true;
}

uint32_t str_char_any(struct str s, size_t i, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.p + i;
	size_t left = s.n - i;
	uint32_t c = p[0];

	*len = 1;
	if (c < 0x80)
		return c;
	if (c >= 0xC2 && c < 0xE0 && left > 1 && (p[1] & 0xC0) == 0x80) {
		*len = 2;
		return (c & 0x1F) << 6 | (p[1] & 0x3Fu);
	}
	if (c >= 0xE0 && c < 0xF0 && left > 2 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
		uint32_t v = (c & 0x0F) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);

		if (v >= 0x800 && (v < 0xD800 || v > 0xDFFF)) {
			*len = 3;
			return v;
		}
		return 0xFFFD;
	}
	if (c >= 0xF0 && c < 0xF5 && left > 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 &&
	    (p[3] & 0xC0) == 0x80) {
		uint32_t v = (c & 0x07) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);

		if (v >= 0x10000 && v <= 0x10FFFF) {
			*len = 4;
			return v;
		}
	}
	return 0xFFFD;
}

size_t str_before_any(struct str s, size_t i)
{
	size_t j = i - 1;

	for (int k = 0; k < 3 && j > 0 && ((unsigned char)s.p[j] & 0xC0) == 0x80; k++)
		j--;
	size_t len;

	str_char(s, j, &len);
	return j + len == i ? j : i - 1;
}

/* A slice that is cut within characters has bytes at its ends that are none: they count one each. What lies between is counted by
 * the word. */
size_t str_chars(struct str s)
{
	size_t n = 0, i = 0, last = s.n, len;
	uint64_t w;

	for (; i < s.n && !str_is_start(s.p[i]); i++)
		n++;
	while (last > i && !str_is_start(s.p[--last]))
		;
	if (last - i >= sizeof w) {
		size_t odd = (last - i) % sizeof w;

		n += str_starts_among(s.p + i, odd);
		i += odd;
	}
	for (; last - i >= sizeof w; i += sizeof w) {
		memcpy(&w, s.p + i, sizeof w);
		n += str_starts_in(w);
	}
	for (; i < last; i++)
		n += str_is_start(s.p[i]);
	for (; i < s.n; i += len, n++)
		str_char(s, i, &len);
	return n;
}

size_t str_put_char(uint32_t c, char out[4])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t str_put_number(size_t n, char out[STR_FIGURES])
{
	static const char pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960"
				    "616263646566676869707172737475767778798081828384858687888990919293949596979899";
	/* Few numbers are longer: the branches of a loop would not be foreseen. */
	size_t len = (size_t)1 + (n > 9) + (n > 99) + (n > 999) + (n > 9999) + (n > 99999), i;

	for (size_t least = 1000000; len < STR_FIGURES && n >= least; least *= 10)
		len++;
	for (i = len; i > 1; i -= 2, n /= 100)
		memcpy(out + i - 2, pairs + n % 100 * 2, 2);
	if (i)
		out[0] = (char)('0' + n);
	return len;
}
