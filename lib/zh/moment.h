/* One point or stretch of time as written: a day, month, quarter, year, plan, or a word that refers to
 * the document's date. Ranges and function words are period.c's. */
#ifndef PT_ZH_MOMENT_H
#define PT_ZH_MOMENT_H

#include "zh/period.h"

struct timeword;

/* A number of a date, and the unit behind it where that was looked for. */
struct date_number {
	int value;
	size_t digits; /* ASCII ones, or Chinese ones in a row; 0: a numeral */
	size_t end;    /* behind the number; 0: there is none */
	bool repaired;
	const struct timeword *unit; /* NULL: none */
	size_t unit_end;
};

struct moment {
	struct ymd start, end;    /* year 0 where unknown */
	enum precision precision;
	bool relative;            /* refers to the document's date or to the context */
	bool assumed;             /* has no year of its own: that of the document's date was taken */
	bool point_end;           /* 年底, 月末: the end alone is meant */
	bool now;                 /* 目前 */
	bool cell_only;           /* 2020-07, 2020, 202007: dates only where the whole cell is one */
	bool repaired;
	bool school;              /* 2019-2020学年: from September to August */
	char mark;                /* of a day: 2020.7.20 has its points */
	int plan;                 /* the first year of the plan that a part of is meant, 0: none */
	int year, month, day;     /* as written or inherited, 0: none */
	int part_from, part_to;   /* months of a part of a year that is not told: 第三季度 */
	enum { BARE_NONE, BARE_YEAR, BARE_MONTH, BARE_DAY } bare; /* the last number lacks its unit: 2017年8 of 8-11月 */
	int number;               /* that number */
	size_t bare_end;          /* where it ends; end_at is before it, where the text has a meaning without it */
	size_t end_at;            /* where the text ends */
};

/* The moment at byte `at` of s. `number` is the number there with its unit, or NULL: not read yet. `before` (or NULL) is the first
 * end of a range, from which the second takes the year and month that it lacks. False when there is none, or an impossible one
 * (2月30日). */
bool moment_read(struct str s, size_t at, const struct date_number *number, const struct moment *before, struct ymd doc_date, struct moment *out);

/* 第三季度 gets the year of the document's date, which only a column of dates is sure to mean; 全年 may be each year. */
void moment_assume(struct moment *m, struct ymd doc_date);

/* A bare number gets the unit that the second end of the range shows: 2017年8 and 11月. */
bool moment_settle(struct moment *first, const struct moment *second, struct ymd doc_date);

/* The number at byte `at`: ASCII digits (letters mended) or a Chinese numeral; false when there is none. */
bool moment_number(struct str s, size_t at, struct date_number *n);
/* The same, with its unit (of place TIME_UNIT). */
bool moment_counted(struct str s, size_t at, struct date_number *n);
/* ASCII digits alone; their length, or 0. */
size_t moment_figures(struct str s, size_t at, int *value, bool *repaired);

#endif
