/* Knows the lengths of months and the ISO form of a date. */
#include "zh/calendar.h"

int calendar_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && leap);
}

bool calendar_valid(struct ymd d)
{
	return d.year > 0 && d.year < 10000 && d.day > 0 && d.day <= calendar_days(d.year, d.month);
}

int calendar_cmp(struct ymd a, struct ymd b)
{
	int x = (a.year * 16 + a.month) * 32 + a.day, y = (b.year * 16 + b.month) * 32 + b.day;

	return (x > y) - (x < y);
}

struct ymd calendar_first(int year, int month)
{
	return (struct ymd){year, month, 1};
}

struct ymd calendar_last(int year, int month)
{
	return (struct ymd){year, month, calendar_days(year, month)};
}

struct ymd calendar_add_months(struct ymd d, int n)
{
	int months = d.year * 12 + d.month - 1 + n;
	struct ymd to = {months / 12, months % 12 + 1, d.day};

	if (months < 12 || to.year > 9999)
		return (struct ymd){0, 0, 0};
	if (to.day > calendar_days(to.year, to.month))
		to.day = calendar_days(to.year, to.month);
	return to;
}

struct ymd calendar_add_days(struct ymd d, int n)
{
	for (; n > 0; n--)
		if (++d.day > calendar_days(d.year, d.month)) {
			d.day = 1;
			d = calendar_add_months(d, 1);
		}
	for (; n < 0; n++)
		if (--d.day < 1) {
			d.day = 1;
			d = calendar_add_months(d, -1);
			d.day = calendar_days(d.year, d.month);
		}
	return d;
}

int calendar_weekday(struct ymd d)
{
	/* Days since March 1 of year 0, a Wednesday: a leap day is the last one of such a year. */
	int year = d.month > 2 ? d.year : d.year - 1, month = (d.month + 9) % 12;
	int days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + d.day - 1;

	return (days + 2) % 7 + 1;
}

void ymd_print(struct ymd d, struct buf *out)
{
	char text[10] = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};

	for (int i = 3, year = d.year; i >= 0; i--, year /= 10)
		text[i] = (char)('0' + year % 10);
	text[5] = (char)('0' + d.month / 10);
	text[6] = (char)('0' + d.month % 10);
	text[8] = (char)('0' + d.day / 10);
	text[9] = (char)('0' + d.day % 10);
	buf_add(out, (struct str){text, sizeof text});
}

static bool take_number(struct str s, size_t from, size_t n, int *out)
{
	*out = 0;
	for (size_t i = from; i < from + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*out = *out * 10 + (s.p[i] - '0');
	}
	return true;
}

bool ymd_parse(struct str iso, struct ymd *out)
{
	struct ymd d;

	if (iso.n != 10 || iso.p[4] != '-' || iso.p[7] != '-' || !take_number(iso, 0, 4, &d.year) ||
	    !take_number(iso, 5, 2, &d.month) || !take_number(iso, 8, 2, &d.day) || !calendar_valid(d))
		return false;
	*out = d;
	return true;
}
