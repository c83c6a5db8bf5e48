/* Regions: provinces, cities, counties by full and short name (GB/T 2260), from regions.tsv. */
#ifndef PT_ZH_REGION_H
#define PT_ZH_REGION_H

#include "base/str.h"

enum region_level { REGION_NONE, REGION_PROVINCE, REGION_CITY, REGION_COUNTY };

/* Whether the name is an everyday word too. */
enum region_word {
	REGION_WORD_NO,
	REGION_WORD_SHORT, /* the short name: 朝阳, 中山, 和平 */
	REGION_WORD_NAME   /* the full name as well: 城区, 矿区 */
};

struct region {
	struct str code;      /* six digits */
	struct str name;      /* 广西壮族自治区 */
	struct str short_name; /* 广西 */
	struct str suffix;    /* 自治区, 省, 市, 州, 盟, 地区, 区, 县, 旗, 特别行政区, 兵团 */
	const struct region *parent; /* NULL for a province */
	const struct region *next_same; /* another region of the same name, or NULL */
	const struct region *next_short; /* another region of the same short name, or NULL */
	struct str now;                  /* today's codes of what has ended, joined by blanks, the largest part first; may be empty */
	int16_t from;                    /* year in which it began, 0: by 1980 */
	int16_t until;                   /* year in which the name ended (襄樊市 2010); 0: it is today's */
	enum region_level level : 8;
	enum region_word word : 8;
	bool municipality; /* of a province: one of the four municipalities or the corps, whose departments are 局 */
};

enum {
	REGION_OLD = 2004,   /* names that ended before it are in the second table */
	REGION_TODAY = 9999 /* a year beyond all */
};

/* Form of a name: 恩施土家族苗族自治州, 恩施州 (恩施自治州, 前郭县), 恩施. */
enum region_form { REGION_FULL, REGION_MIDDLE, REGION_SHORT };

/* Regions of today and those that ended since 2004. */
void region_load(void);

/* The longest region name at the start of s: full (柳州市), with its suffix but without its peoples
 * (恩施州, 融水县, 广西自治区), or, if allow_short, short (柳州); length in bytes or 0. A short name of a
 * county is matched only when allow_short is 2. A short name that is an everyday word is never matched, nor is a full one that is (word). *out (may be
 * NULL) is the first of its name, today's names and higher levels first: follow next_same (after a
 * full name) or next_short for the others. What follows is not looked at: 吉林 is matched in 吉林大学. */
size_t region_match(struct str s, int allow_short, const struct region **out);

/* The region of exactly that name in any form, everyday words included; when several, the one under `within` (may be
 * NULL); NULL when none or still ambiguous. Today's names go before former ones, full forms before short ones; a
 * short name that a province has means the province (吉林), one that a city shares with its own counties the
 * city (恩施). */
const struct region *region_find(struct str name, const struct region *within);

/* The region that text names at its start as a chain (广西柳州市柳南区, 湖北省襄阳市): the last of the chain, or
 * NULL; *used is how many bytes the chain took. NULL with *used > 0: a name that several have (鼓楼区) with nothing
 * before it that settles which. */
const struct region *region_chain(struct str s, size_t *used);

/* Whether all of text is such a chain, which means one region. */
bool region_is(struct str text);

/* Regions of exactly that name in any form, at most `max`, in the order of region_match; how many. */
size_t region_all(struct str name, const struct region **out, size_t max);

/* A name at the start of a text. */
struct region_name {
	const struct region *region;
	size_t len;
	enum region_form form;
};

/* All names, of any form, that stand at the start of s: at most `max`, short ones first; how many. With `old` also those that ended before
 * 2004, from a table that is then read at the first call, by any thread. */
size_t region_names(struct str s, bool old, struct region_name *out, size_t max);

/* Whether any region of today lies in r. */
bool region_has_parts(const struct region *r);

/* Whether the name of a prefecture begins with s: 新 is short for a region, and 新政发 the code of a city's government. */
bool region_begins_city(struct str s);

/* The region that has that code today; else the one that had it last; NULL when there is none. */
const struct region *region_of_code(struct str code);

/* What r was called in that year (0: unknown): the region of its code then, else r. */
const struct region *region_then(const struct region *r, int year);

/* Whether r had its name and code in that year; a year of change belongs to both. */
static inline bool region_in(const struct region *r, int year)
{
	return r->from <= year && (!r->until || year <= r->until);
}

/* Whether r is `within` or lies in it. */
bool region_under(const struct region *r, const struct region *within);

/* Whether another region of today has the same full name: 鼓楼区. */
bool region_shared(const struct region *r);

#endif
