/* The Gregorian calendar: days of months, steps from date to date. Years 1 to 9999. */
#ifndef PT_ZH_CALENDAR_H
#define PT_ZH_CALENDAR_H

#include "zh/period.h"

int calendar_days(int year, int month); /* of a month; 0 for an impossible one */
bool calendar_valid(struct ymd d);
int calendar_cmp(struct ymd a, struct ymd b);
struct ymd calendar_first(int year, int month);
struct ymd calendar_last(int year, int month);
/* n months on (or back); the day is cut to the month's last. Year 0 where that leaves the calendar. */
struct ymd calendar_add_months(struct ymd d, int n);

struct ymd calendar_add_days(struct ymd d, int n); /* a few */
int calendar_weekday(struct ymd d); /* 1 is Monday, 7 Sunday */

#endif
