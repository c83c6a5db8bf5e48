/* Times of day and weekdays behind a date: they are read so that the date stands on its own, and change nothing. */
#ifndef PT_ZH_CLOCK_H
#define PT_ZH_CLOCK_H

#include "zh/period.h"

/* The end of the time of day at byte `at` of s (上午9时30分, 8:30, T08:30:00+08:00, 下午3点半), or `at`. */
size_t clock_end(struct str s, size_t at);
/* The same, with a second time of that day (8:00-17:00). */
size_t clock_stretch(struct str s, size_t at);
/* The end of a weekday behind `day`, also in brackets, or `at`; one that is not the day's (year 0: unknown) is not taken. */
size_t clock_weekday(struct str s, size_t at, struct ymd day);

#endif
