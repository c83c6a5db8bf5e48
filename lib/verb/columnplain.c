/* Knows what plain cells make in CSV, without a value in between: the same as columnfill.c makes of them, which a fuzzed test shows. */
#include "verb/columnplain.h"

enum { MOST_DIGITS = 16, MOST_POWER = 16 };

bool columnplain_takes(const struct column *column)
{
	enum quantity_kind wanted = column->kind == CELL_MONEY ? QUANTITY_MONEY : QUANTITY_BARE;

	return column->kind == CELL_DATE || column->kind == CELL_PERIOD ||
	       (column->plain && column->power <= MOST_POWER && column->one.kind == wanted);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits with or without decimals: their number before the point and in all; false for anything else, and for what looks like a code (007). */
static bool split_digits(struct str s, size_t *whole, char digits[MOST_DIGITS], size_t *n)
{
	*whole = s.n;
	*n = 0;
	if (s.n == 0 || s.n > MOST_DIGITS || (s.n > 1 && s.p[0] == '0' && s.p[1] != '.'))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (is_digit(s.p[i]))
			digits[(*n)++] = s.p[i];
		else if (s.p[i] == '.' && *whole == s.n && i > 0 && i + 1 < s.n)
			*whole = i;
		else
			return false;
	}
	return true;
}

/* A plain number times ten to that power, without zeros that say nothing; n: its length, 0 for what is none. */
static struct str scale(struct str cell, size_t power, char text[MOST_DIGITS + MOST_POWER + 2])
{
	char digits[MOST_DIGITS + MOST_POWER];
	size_t whole, n, from = 0, len = 0;

	if (!split_digits(cell, &whole, digits, &n))
		return (struct str){text, 0};
	for (whole += power; n < whole; n++)
		digits[n] = '0';
	while (n > whole && digits[n - 1] == '0')
		n--;
	while (from + 1 < whole && digits[from] == '0')
		from++;
	for (; from < n; from++) {
		if (from == whole)
			text[len++] = '.';
		text[len++] = digits[from];
	}
	return (struct str){text, len};
}

static void put(char **to, struct str s)
{
	memcpy(*to, s.p, s.n);
	*to += s.n;
}

/* value, min, max; for money then no approx, the currency, and four cells of rates; for numbers neither approx nor unit. */
static bool put_number(const struct column *column, struct str cell, char delimiter, struct buf *out)
{
	char text[MOST_DIGITS + MOST_POWER + 2];
	struct str number = scale(cell, (size_t)column->power, text);

	if (number.n == 0)
		return false;
	char *to = buf_room(out, 3 * (number.n + 1) + COLUMNS_MOST_MADE + sizeof column->one.currency), *from = to;

	for (int i = 0; i < 3; i++) {
		*to++ = delimiter;
		put(&to, number);
	}
	*to++ = delimiter;
	*to++ = delimiter;
	if (column->kind == CELL_MONEY) {
		put(&to, str_of(column->one.currency));
		memset(to, delimiter, 4);
		to += 4;
	}
	out->n += (size_t)(to - from);
	return true;
}

/* 2020-07-20: its date, or its start and end, and that it is a day. */
static bool put_day(const struct column *column, struct str cell, char delimiter, struct buf *out)
{
	struct ymd day;

	if (cell.n != 10 || !ymd_parse(cell, &day) || day.year < 1800 || day.year >= 2200)
		return false;
	for (int i = column->kind == CELL_PERIOD ? 2 : 1; i > 0; i--) {
		buf_byte(out, delimiter);
		buf_add(out, cell);
	}
	buf_byte(out, delimiter);
	buf_add(out, STR("day"));
	return true;
}

bool columnplain_put(const struct column *column, struct str cell, char delimiter, struct buf *out)
{
	bool day = column->kind == CELL_DATE || column->kind == CELL_PERIOD;

	return day ? put_day(column, cell, delimiter, out) : put_number(column, cell, delimiter, out);
}
