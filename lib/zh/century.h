/* Years that are not written as years of the Gregorian calendar alone: 21世纪, 20世纪90年代, 2010年代, 民国38年, 2020-W05. For moment.c. */
#ifndef PT_ZH_CENTURY_H
#define PT_ZH_CENTURY_H

#include "zh/moment.h"

/* A century or a decade at byte `at`, where the number `n` stands if there is one; 上世纪 counts from `doc`. A part of one (21世纪初) is no stretch that has days. */
bool century_read(struct str s, size_t at, const struct date_number *n, struct ymd doc, struct moment *m);
/* The year of 民国38年 or 公元2020年 with its 年, the end of which goes to m->end_at. */
bool century_era(struct str s, size_t at, struct moment *m);
/* W05 or -W05-1 behind the year m->year at byte `at`: a week of ISO 8601 or a day of it. */
bool century_week(struct str s, size_t at, struct moment *m);

#endif
