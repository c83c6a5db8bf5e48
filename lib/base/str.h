/* Slices of bytes: a pointer and a length, never owned, never NUL-terminated by promise.
 * Text in a slice is UTF-8 unless a header says otherwise. */
#ifndef PT_BASE_STR_H
#define PT_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

#define STR(lit) ((struct str){(lit), sizeof(lit) - 1})
#define STR_ARGS(s) (int)(s).n, (s).p /* for "%.*s" */

static inline struct str str_of(const char *z)
{
	return (struct str){z, z ? strlen(z) : 0};
}

/* Whether n bytes are the same. Those that are not mostly differ in the last: in Chinese the first ones are of few kinds. */
static inline bool str_same(const char *a, const char *b, size_t n)
{
	return n == 0 || (a[n - 1] == b[n - 1] && memcmp(a, b, n - 1) == 0);
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && str_same(a.p, b.p, a.n);
}

/* Which of n words s is; n when it is none. Mostly the first bytes differ. */
size_t str_which(struct str s, const char *const words[], size_t n);

static inline bool str_starts(struct str s, struct str head)
{
	return s.n >= head.n && str_same(s.p, head.p, head.n);
}

static inline bool str_ends(struct str s, struct str tail)
{
	return s.n >= tail.n && (tail.n == 0 || str_same(s.p + s.n - tail.n, tail.p, tail.n));
}

/* Bytes [from, to) of s; both are cut to the length of s. */
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	/* An empty slice may point nowhere, and C11 adds not even 0 to that. */
	return (struct str){from ? s.p + from : s.p, to - from};
}

static inline struct str str_from(struct str s, size_t from)
{
	return str_sub(s, from, s.n);
}

/* Byte order; a shorter slice stands before a longer one that it heads. */
int str_cmp(struct str a, struct str b);

/* As str_find, whatever is looked for. */
size_t str_find_any(struct str s, struct str needle, size_t from);

/* Place of the first `needle` in s at or after `from`, or s.n when there is none. A mark of one byte, as most are, needs no more than memchr. */
static inline size_t str_find(struct str s, struct str needle, size_t from)
{
	if (!__builtin_constant_p(needle.n) || needle.n != 1)
		return str_find_any(s, needle, from);
	const char *at = from < s.n ? memchr(s.p + from, needle.p[0], s.n - from) : NULL;

	return at ? (size_t)(at - s.p) : s.n;
}

/* Whether part is a slice of s, not empty. The pointers are compared as integers: they may be of different texts. */
static inline bool str_within(struct str s, struct str part)
{
	return part.n && (uintptr_t)part.p >= (uintptr_t)s.p && (uintptr_t)part.p + part.n <= (uintptr_t)s.p + s.n;
}

static inline bool str_has(struct str s, struct str needle)
{
	return str_find(s, needle, 0) < s.n;
}

/* Whether an ASCII digit stands in s. */
static inline bool str_has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

/* Most of Chinese is told by its first or last byte not to be blank: no blank begins or ends with them. All is asked at once, as no answer can
 * be foreseen. */
static inline bool str_is_trim(struct str s)
{
	unsigned char first = (unsigned char)s.p[0], last = (unsigned char)s.p[s.n - 1];

	return (first > ' ') & (first != 0xC2) & (first != 0xE3) & (last > ' ') & (last != 0xA0) & (last != 0x80);
}

struct str str_trim_any(struct str s);

/* s without ASCII blanks, CR, LF and U+3000 at both ends: mostly there are none. */
static inline struct str str_trim(struct str s)
{
	return !s.n || str_is_trim(s) ? s : str_trim_any(s);
}

/* Takes the part of *rest before the next `sep` and steps over it; false when *rest is used up.
 * "a;;b" gives a, "", b; an empty slice gives nothing. Start with at = 0. */
bool str_split(struct str s, char sep, size_t *at, struct str *part);

/* Unicode code point at byte i of s (i < s.n) and its length in *len; a byte that is no UTF-8
 * gives U+FFFD with length 1. */
uint32_t str_char_any(struct str s, size_t i, size_t *len) __attribute__((cold));

/* Whether a character of three bytes that is no surrogate begins there: most of Chinese. */
static inline bool str_is_three(const unsigned char *p)
{
	uint16_t behind;

	memcpy(&behind, p + 1, sizeof behind);
	return p[0] > 0xE0 && p[0] < 0xED && (behind & 0xC0C0) == 0x8080;
}

static inline uint32_t str_three(const unsigned char *p)
{
	return ((uint32_t)p[0] << 12) + ((uint32_t)p[1] << 6) + p[2] - ((0xE0u << 12) + (0x80u << 6) + 0x80u);
}

static inline uint32_t str_char(struct str s, size_t i, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.p + i;

	if (s.n - i > 2 && str_is_three(p)) {
		*len = 3;
		return str_three(p);
	}
	if (p[0] < 0x80) {
		*len = 1;
		return p[0];
	}
	/* The caller's length, whose address is handed to nobody, stays in a register. */
	size_t any;
	uint32_t c = str_char_any(s, i, &any);

	*len = any;
	return c;
}

/* Start of the character that ends before byte i (0 < i <= s.n). */
size_t str_before_any(struct str s, size_t i) __attribute__((cold));

static inline size_t str_before(struct str s, size_t i)
{
	const unsigned char *p = (const unsigned char *)s.p + i;

	if (i >= 3 && str_is_three(p - 3))
		return i - 3;
	return p[-1] < 0x80 ? i - 1 : str_before_any(s, i);
}

/* Whether a byte of UTF-8 begins a character. */
static inline bool str_is_start(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

/* How many of eight bytes of UTF-8 begin a character. */
static inline size_t str_starts_in(uint64_t w)
{
	const uint64_t ones = 0x0101010101010101;

	return 8 - ((w >> 7 & ~(w >> 6) & ones) * ones >> 56);
}

/* How many of the first n of eight bytes do: those behind them are made such as begin none. */
static inline size_t str_starts_among(const char *p, size_t n)
{
	static const unsigned char masks[2 * sizeof(uint64_t)] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
	uint64_t w, mask;

	memcpy(&w, p, sizeof w);
	memcpy(&mask, masks + sizeof w - n, sizeof mask);
	return str_starts_in((w & mask) | (0x8080808080808080 & ~mask));
}

/* The last character of s and its length; 0 where s is empty. */
static inline uint32_t str_last(struct str s, size_t *len)
{
	if (s.n >= 3) {
		const unsigned char *last = (const unsigned char *)s.p + s.n - 3;

		if (str_is_three(last)) {
			*len = 3;
			return str_three(last);
		}
	}
	*len = 0;
	return s.n ? str_char(s, str_before(s, s.n), len) : 0;
}

static inline uint32_t str_last_char(struct str s)
{
	size_t len;

	return str_last(s, &len);
}

/* Length in code points of s, a slice of UTF-8. */
size_t str_chars(struct str s);

/* Whether s has more than `most` code points, at least `least`, or from `least` to `most`. Mostly its bytes tell, of which a code point has
 * four at most, and nothing is counted. */
static inline bool str_longer(struct str s, size_t most)
{
	return s.n > most && (s.n / 4 > most || str_chars(s) > most);
}

static inline bool str_reaches(struct str s, size_t least)
{
	return s.n >= least && (s.n / 4 >= least || str_chars(s) >= least);
}

static inline bool str_sized(struct str s, size_t least, size_t most)
{
	if (s.n / 4 > most)
		return false;
	if (s.n / 4 >= least && s.n <= most)
		return true;
	size_t n = str_chars(s);

	return n >= least && n <= most;
}

/* Writes code point c as UTF-8 to out (4 bytes); returns its length. */
size_t str_put_char(uint32_t c, char out[4]);

enum { STR_FIGURES = 20 }; /* of the largest number */

/* Writes n in decimal to out (STR_FIGURES bytes); returns its length. */
size_t str_put_number(size_t n, char out[STR_FIGURES]);

#endif
