/* Dates and periods. Input is folded text (fold.h). Never the clock. */
#ifndef PT_ZH_PERIOD_H
#define PT_ZH_PERIOD_H

#include "base/buf.h"

struct ymd {
	int year, month, day; /* year 0: none */
};

enum precision { PRECISION_NONE, PRECISION_DAY, PRECISION_MONTH, PRECISION_QUARTER, PRECISION_HALF, PRECISION_YEAR, PRECISION_PLAN };

enum period_note { PERIOD_PLAIN, PERIOD_RECURRING /* 每年12月 */, PERIOD_OPEN /* 长期坚持 */, PERIOD_IMMEDIATE /* 即时, 立即 */ };

struct period {
	struct ymd start, end;    /* full days, inclusive; year 0 where open: 到2025年 has no start, 2017年以来 no end */
	enum precision precision; /* of what was written */
	enum period_note note;
	bool relative;            /* 今年, 去年, 近三年, 本年度: settled by doc_date, or empty without one */
	bool repaired;
};

/* What the words mean. 到X, 至X, 截至X, X前, X底前, X底, X末: an end, the last day of X, and no start (X前 includes X). X起, 自X, X以来, X后: a
 * start, the first day of X, and no end. X alone, X内, X期间, X前后 and ranges: both. A list (4月和7月) reaches from its first to its last;
 * years in it follow each other. 今年, 去年, 明年, 上月 and dates without a year take doc_date's year, the latter only where that is
 * near (a deadline must not have passed); 近三年 is the three years up to doc_date; 三年内, 未来五年, 当年 and what
 * lacks a doc_date are matched, relative and without dates. 至今 leaves the end open. Open and immediate words
 * (长期坚持, 立即) match before punctuation only. An impossible date (2月30日) is no match. */

/* The longest date or period at the start of s with its function words (到…, 自…起, …以来, 截至…, …底前, …年内, “十四五”期间):
 * its length in bytes, or 0. A bare number, a document number (〔2020〕5号), a version or a code is none. */
size_t period_match(struct str s, struct ymd doc_date, struct period *out);
/* The sets of phrases (phrases.h) of which one begins each of them. */
extern uint64_t period_heads;

/* Whether a known day or month, or a stretch of such, may end with the last character of s: never false when one does. */
bool period_date_may_end(struct str s);
/* All of s, or false. */
bool period_parse(struct str s, struct ymd doc_date, struct period *out);
/* The same for a cell of a column of dates or periods, where 第三季度 is that of as_of's year, and 三天前 counts from as_of. */
bool period_parse_cell(struct str s, struct ymd as_of, struct period *out);

/* Whether all of s is a length of time, as 三年, 共36个月 or 为期3年, and p is just as long. */
bool period_lasts(struct str s, const struct period *p);

/* One day (2020年7月20日, 2020-07-20, 二〇二〇年七月二十日, scanned blanks dropped): all of s. A month or year
 * alone gives false with `precision` told. Impossible dates are false. */
bool date_parse(struct str s, struct ymd *out, enum precision *precision);

void ymd_print(struct ymd d, struct buf *out); /* 2020-07-20 */
bool ymd_parse(struct str iso, struct ymd *out);

void period_load(void);

#endif
