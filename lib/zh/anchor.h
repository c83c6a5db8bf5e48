/* Words that count from a known day and have a stretch of their own: 本周五, 上季度, 今明两年, 月底. For moment.c. */
#ifndef PT_ZH_ANCHOR_H
#define PT_ZH_ANCHOR_H

#include "zh/moment.h"
#include "zh/timeword.h"

/* What w (of place TIME_ANCHOR, its end in m->end_at) and a weekday behind it mean on the day `doc`; without a day m is relative and
 * has none. False when w is another kind of word. */
bool anchor_read(struct str s, const struct timeword *w, struct ymd doc, struct moment *m);

#endif
