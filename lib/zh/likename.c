/* Knows what two writers of one name may do differently. */
#include "zh/likename.h"

#include "base/unicode.h"
#include "zh/fold.h"
#include "zh/tidy.h"

static uint32_t bracket(uint32_t c)
{
	switch (c) {
	case '[': case '{': case 0x3010: case 0x3014: case 0x3016: case 0x3018: case 0xFF3B: case 0xFF5B:
		return '(';
	case ']': case '}': case 0x3011: case 0x3015: case 0x3017: case 0x3019: case 0xFF3D: case 0xFF5D:
		return ')';
	default:
		return c;
	}
}

static bool is_quote(uint32_t c)
{
	return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F) || (c >= 0x300C && c <= 0x300F) || c == 0x301D || c == 0x301E ||
	       c == 0x2032 || c == 0x2033;
}

/* Dots between words: U+00B7 is the one of GB/T 15834. */
static bool is_dot(uint32_t c)
{
	return c == 0x2022 || c == 0x2027 || c == 0x22C5 || c == 0x2219 || c == 0x30FB || c == 0xFF65;
}

static uint32_t like(uint32_t c)
{
	if (c >= 0x2E80 && (c <= 0x2FD5 || c >= 0xF900))
		c = unicode_compatible(c);
	c = bracket(fold_char(c));
	if (c >= 'a' && c <= 'z')
		return c - 32;
	if (c == 0x3008 || c == 0x3009)
		return c + 2;
	if (c == '~' || c == '_')
		return '-';
	return is_dot(c) ? 0xB7 : c;
}

static bool is_letter(uint32_t c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* A blank counts between two words of letters and between two numbers. */
static bool parts(uint32_t a, uint32_t b)
{
	return (is_letter(a) && is_letter(b)) || (is_digit(a) && is_digit(b));
}

/* U+2160 to U+216B and the small ones behind them. */
static const char *roman(uint32_t c)
{
	static const char *const numbers[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};

	if (c >= 0x2170 && c <= 0x217B)
		c -= 0x10;
	return c >= 0x2160 && c <= 0x216B ? numbers[c - 0x2160] : NULL;
}

void likename_put(struct str name, struct buf *out)
{
	uint32_t last = 0;
	bool gap = false;
	size_t len;

	for (size_t i = 0; i < name.n; i += len) {
		uint32_t raw = str_char(name, i, &len), c = like(raw);
		const char *number = roman(raw);

		if (tidy_is_blank(raw)) {
			gap = last != 0;
			continue;
		}
		if (tidy_is_unseen(raw) || is_quote(c) || (c == '-' && last == '-'))
			continue;
		if (number)
			c = (uint32_t)(unsigned char)number[0];
		if (gap && parts(last, c))
			buf_byte(out, ' ');
		gap = false;
		if (number)
			buf_add(out, str_of(number));
		else
			buf_char(out, c);
		last = number ? (uint32_t)(unsigned char)number[strlen(number) - 1] : c;
	}
}
