/* Knows how the numbers of dates are written: ASCII digits with mended letters, Chinese digits and numerals. */
#include "zh/moment.h"
#include "zh/numeral.h"
#include "zh/timeword.h"

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
	int v = 0, digit;

	for (; i < s.n && i - at < 9 && (digit = digit_of(s.p[i])) >= 0; i++) {
		letters += s.p[i] > '9';
		v = v * 10 + digit;
	}
	if (i == at || letters * 2 > i - at || i - at > 8)
		return 0;
	bool glued = i < s.n && (s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z';

	/* The T of 2020-07-20T08:30, the Q of 2020Q1, the H of 2020H1 and the W of 2020W05 make no code of it. */
	if (glued && !(strchr("TQHW", s.p[i]) && is_digit_at(s, i + 1)))
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

bool moment_number(struct str s, size_t at, struct date_number *number)
{
	size_t used;
	struct numeral n;

	*number = (struct date_number){.value = 0};
	if (at >= s.n)
		return false;
	if (!((unsigned char)s.p[at] & 0x80)) {
		number->digits = moment_figures(s, at, &number->value, &number->repaired);
		number->end = number->digits ? at + number->digits : 0;
		return number->digits > 0;
	}
	if (!numeral_may_start(str_from(s, at)))
		return false;
	used = mixed_digits(s, at, &number->value);
	if (used) {
		number->digits = 4;
		number->end = at + used;
		return true;
	}
	used = numeral_match(str_from(s, at), &n);
	if (!used || n.span || n.vague || n.bare || n.figures || n.value.scale || decimal_cmp(n.value, decimal_of(9999)) > 0)
		return false;
	number->value = (int)n.value.digits;
	if (n.digit_string)
		number->digits = used / 3;
	number->end = at + used;
	return true;
}

bool moment_counted(struct str s, size_t at, struct date_number *n)
{
	if (!moment_number(s, at, n))
		return false;
	n->unit = timeword_at(s, n->end, TIME_UNIT, &n->unit_end);
	return true;
}
