/* Words that dates and periods are written with, from periods.tsv. */
#ifndef PT_ZH_TIMEWORD_H
#define PT_ZH_TIMEWORD_H

#include "zh/phrases.h"

enum timeword_place {
	TIME_BEFORE, TIME_BEHIND, TIME_UNIT, TIME_YEAR_PART, TIME_MONTH_PART, TIME_ANCHOR, TIME_TILL_NOW, TIME_PLAN, TIME_QUOTE,
	TIME_PLAN_PART, TIME_PLAN_TITLE, TIME_AROUND, TIME_DURATION, TIME_WITHIN, TIME_PAST_TAIL, TIME_FIRST, TIME_RECURRING,
	TIME_OPEN, TIME_BETWEEN, TIME_CLOCK, TIME_WEEKDAY, TIME_WEEKDAY_NAME, TIME_HOLIDAY, TIME_ERA, TIME_CALENDAR, TIME_AGO, TIME_LASTING, TIME_CYCLE, TIME_PLACES
};

/* What a word means at its place; the head of periods.tsv describes them. */
enum timeword_meaning {
	TIME_TO, TIME_UNTIL, TIME_FROM, TIME_FROM_IF, TIME_IN, TIME_CIRCA, TIME_YEAR, TIME_MONTH, TIME_DAY, TIME_HOUR, TIME_FIRST_MONTH, TIME_HALF,
	TIME_QUARTER, TIME_ALONE, TIME_ALONE_YEAR, TIME_DAYS, TIME_NOW, TIME_UNKNOWN, TIME_QUOTED, TIME_PLAIN, TIME_OPENING,
	TIME_CLOSING, TIME_TITLE, TIME_PAST, TIME_FUTURE, TIME_OTHER, TIME_FIRST_MONTHS, TIME_EACH, TIME_CELL, TIME_ENDLESS,
	TIME_AT_ONCE, TIME_RANGE, TIME_LIST, TIME_PART, TIME_MINUTE, TIME_SECOND, TIME_WEEK, TIME_YEARS, TIME_MONTH_PART_ALONE, TIME_SEASON,
	TIME_CENTURY, TIME_DECADE, TIME_SCHOOL_YEAR, TIME_TOLD_YEAR, TIME_TOLD_MONTH, TIME_EVERY, TIME_MEANINGS
};

struct timeword {
	enum timeword_meaning meaning;
	int from, to; /* of the value; from 0: ..N, the end of N */
	bool either; /* a unit that may count or name: 15日 */
	struct str not_before;
};

const struct timeword *timeword_behind(struct str s, size_t from, enum timeword_place place, size_t *end);
extern struct phrases timeword_places[TIME_PLACES];

static inline bool timeword_may_start(struct str s, enum timeword_place place)
{
	return phrases_may_start(&timeword_places[place], s);
}

/* The longest word of that place at byte `at` of s, after blanks if need be; *end is behind it. NULL
 * when there is none. */
static inline const struct timeword *timeword_at(struct str s, size_t at, enum timeword_place place, size_t *end)
{
	size_t from = phrases_blanks(s, at);

	return timeword_may_start(str_from(s, from), place) ? timeword_behind(s, from, place, end) : NULL;
}

void timeword_load(void);

#endif
