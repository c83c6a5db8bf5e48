/* Knows which characters Chinese official texts are made of. */
#include "io/likeness.h"

#include <pthread.h>

#include "base/table.h"

/* The points were set so that four characters are enough: a text of common characters has +4 for
 * each, the same bytes in a wrong reading give characters of which one in eight is common by
 * chance, that is less than 0 on average. A damaged byte costs less than two wrong characters, so
 * that the reading with one bad place in good text stands before a reading that is all odd. */
enum { COMMON = 4, SELDOM = -2, FOREIGN = -4, PLAIN = 1, NEUTRAL = 0, BAD_AGAIN = -1 };

/* Bytes of the longest character of UTF-8 that damage to one byte leaves without it. */
enum { LONGEST_RUN = 3 };

static uint32_t common[65536 / 32];

static void load(void)
{
	const struct table *t = table_get("common-characters");
	size_t column = table_column(t, "characters");

	for (size_t r = 0; r < t->rows; r++) {
		struct str s = table_cell(t, r, column);

		for (size_t i = 0, len; i < s.n; i += len) {
			uint32_t c = str_char(s, i, &len) & 0xFFFF;

			common[c / 32] |= 1u << c % 32;
		}
	}
}

void likeness_load(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, load);
}

static int ascii_points(uint32_t c)
{
	if (c >= ' ' && c < 0x7F)
		return PLAIN;
	return c == '\t' || c == '\n' || c == '\r' || c == '\f' ? PLAIN : FOREIGN;
}

/* Ideographic punctuation, general punctuation as Chinese texts use it, full-width forms, numbers
 * in circles and brackets. */
static bool is_chinese_sign(uint32_t c)
{
	return (c >= 0x3000 && c <= 0x3017) || c == 0x2014 || (c >= 0x2018 && c <= 0x201D) || c == 0x2026 ||
	       c == 0xB7 || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2460 && c <= 0x249B);
}

static bool is_symbol(uint32_t c)
{
	return (c >= 0xA0 && c <= 0xFF) || (c >= 0x2010 && c <= 0x22FF) || (c >= 0x2500 && c <= 0x25FF) ||
	       (c >= 0x3200 && c <= 0x33FF);
}

int likeness_char(uint32_t c)
{
	if (c < 0x80)
		return ascii_points(c);
	if (c == 0xFFFD)
		return LIKENESS_BAD_BYTE;
	if (c < 0x10000 && (common[c / 32] >> c % 32 & 1))
		return COMMON;
	if (c >= 0x4E00 && c <= 0x9FFF)
		return SELDOM;
	if (is_chinese_sign(c))
		return COMMON;
	return is_symbol(c) ? NEUTRAL : FOREIGN;
}

/* One damaged byte of UTF-8 makes up to three undecodable ones, which count as one place. */
long likeness_text(struct str utf8)
{
	long points = 0;
	int run = 0;

	for (size_t i = 0, len; i < utf8.n; i += len) {
		uint32_t c = str_char(utf8, i, &len);

		run = c == 0xFFFD && run < LONGEST_RUN ? run + 1 : c == 0xFFFD;
		points += run > 1 ? BAD_AGAIN : likeness_char(c);
	}
	return points;
}
