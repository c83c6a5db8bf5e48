/* Knows how the numbers of dates are written: ASCII digits with mended letters, Chinese digits and numerals. */
#include "zh/moment.h"
#include "zh/numeral.h"

enum { LONGEST_YEAR = 12 }; /* bytes of four characters */

static bool is_digit_at(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static int digit_of(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c == 'O' || c == 'o' ? 0 : c == 'l' || c == 'I' ? 1 : -1;
}

size_t moment_figures(struct str s, size_t at, int *value, bool *repaired)
{
	size_t i = at, letters = 0;
	int v = 0;

	for (; i < s.n && i - at < 9 && digit_of(s.p[i]) >= 0; i++) {
		letters += !is_digit_at(s, i);
		v = v * 10 + digit_of(s.p[i]);
	}
	bool glued = i < s.n && (s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z';

	/* The T of 2020-07-20T08:30, the Q of 2020Q1, the H of 2020H1 and the W of 2020W05 make no code of it. */
	glued &= i < s.n && !(strchr("TQHW", s.p[i]) && is_digit_at(s, i + 1));
	if (i == at || letters * 2 > i - at || i - at > 8 || glued)
		return 0;
	*repaired |= letters > 0;
	*value = v;
	return i - at;
}

/* 二0二0, as the year of a date is often typed: four Chinese digits, of which some are an ASCII 0. */
static size_t mixed_digits(struct str s, size_t at, int *value)
{
	size_t i = at, len;
	int zeros = 0;

	*value = 0;
	if (!memchr(s.p + at, '0', s.n - at < LONGEST_YEAR ? s.n - at : LONGEST_YEAR))
		return 0;
	for (int k = 0; k < 4; k++, i += len) {
		struct numeral n = {.bare = false};

		if (i >= s.n)
			return 0;
		str_char(s, i, &len);
		if (s.p[i] == '0' && k > 0)
			zeros++;
		else if (len != 3 || numeral_match(str_sub(s, i, i + len), &n) != len || n.value.digits > 9 || n.bare)
			return 0;
		*value = *value * 10 + (s.p[i] == '0' ? 0 : (int)n.value.digits);
	}
	return zeros ? i - at : 0;
}

size_t moment_number(struct str s, size_t at, int *value, size_t *digits, bool *repaired)
{
	size_t used;
	struct numeral n;

	*digits = 0;
	if (at >= s.n)
		return 0;
	if (!((unsigned char)s.p[at] & 0x80))
		return *digits = moment_figures(s, at, value, repaired);
	if (!numeral_may_start(str_from(s, at)))
		return 0;
	used = mixed_digits(s, at, value);
	if (used) {
		*digits = 4;
		return used;
	}
	used = numeral_match(str_from(s, at), &n);
	if (!used || n.span || n.vague || n.bare || n.figures || n.value.scale || decimal_cmp(n.value, decimal_of(9999)) > 0)
		return 0;
	*value = (int)n.value.digits;
	if (n.digit_string)
		*digits = used / 3;
	return used;
}
