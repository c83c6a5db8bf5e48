/* The tables of bodies in a form that org.c can ask: departments by their forms, central bodies by their names,
 * ranks of regions, words for levels and classes. Internal to org*.c. */
#ifndef PT_ZH_ORGWORDS_H
#define PT_ZH_ORGWORDS_H

#include "base/table.h"
#include "zh/lexicon.h"
#include "zh/period.h"
#include "zh/region.h"

/* Ranks of regions; some regions have several: 南宁市 is a city and a capital. */
enum {
	LEVEL_PROVINCE = 1,
	LEVEL_MUNICIPALITY = 2, /* the four municipalities and the corps: 局 where provinces have 厅 */
	LEVEL_CITY = 4,
	LEVEL_COUNTY = 8,
	LEVEL_PLACE = 16,      /* a place of any name: 高新区管委会 */
	LEVEL_AUTONOMOUS = 32, /* an autonomous region or the corps: 党委 where provinces have 省委 */
	LEVEL_CAPITAL = 64,    /* a province's capital */
	LEVEL_PLANNED = 128,   /* a city that the state's plan lists like a province */
	LEVEL_DISTRICT = 256,  /* a county that is a district of a city */
	LEVEL_LEAGUE = 512,    /* a league or prefecture: 行政公署 where cities have 人民政府 */
	LEVEL_NAMED = 1024,    /* of no region: the region must be named, a level word or the issuer is not enough */
	LEVEL_CUSTOMS = 2048,  /* a city with a customs house */
	LEVEL_MARITIME = 4096  /* a region with a maritime bureau */
};

/* Who has a body: regions of one of these ranks that have none of the others. */
struct ranks {
	unsigned any, none;
};

/* First and last year of a body, or month where that is known; year 0: open. */
struct span {
	struct ymd from, until;
};

/* A way to write something around a region. */
struct around {
	struct str head, tail;
};

/* A body that others are parts of: a party committee. */
struct host {
	char letter;
	struct around name; /* in the name of its parts */
	struct around *ways;
	size_t way_count;
	struct ranks ranks;
};

/* A department: before + region + behind is its canonical name, or behind after the name of its host. */
struct stem {
	struct str before, behind;
	char mark; /* R full name of the region, S short name, M short name and suffix, W as written */
	char host; /* letter of the host, or 0 */
	struct ranks ranks;
	struct span span;
};

/* A way to write it: head + region (or host) + tail. */
struct form {
	struct str head, tail;
	const struct stem *stem;
	unsigned bare; /* on these levels the tail alone is enough */
	bool own;      /* the canonical name itself */
	bool direct;   /* the region may stand before the tail; not so where only a host may */
};

struct central {
	struct str name;
	struct span span;
};

/* A word that stands for a region: 市, 自治区. */
struct level_word {
	struct str word, suffix;
	bool upper; /* only before departments that no county has */
};

/* A last word of bodies that no table has. */
struct ending {
	struct str word;
	bool any;  /* behind a named region too, not only behind a level word */
	bool part; /* of parts of a body: 处, 分局 */
	bool none; /* of what is no body: 县委大院 */
};

/* ---- orgwords.c ---- */

void orgwords_load(void);
/* The texts that may stand before a region (国家税务总局, 共青团); the first is empty. */
const struct str *orgwords_heads(size_t *n);
/* The words that are all of s: of each the form whose tail it is, or the central body, or NULL for the other kind. */
const struct lexicon_entry *orgwords_find(struct str s, size_t *n);
const struct form *orgwords_form(const struct lexicon_entry *e);
const struct central *orgwords_central(const struct lexicon_entry *e);
/* Length of the longest central body's name at the start of s. */
size_t orgwords_central_match(struct str s);
/* All of them. */
const struct lexicon *orgwords_all(void);

/* ---- orglevel.c: what regions are, and the words around them ---- */

void orglevel_load(void);
/* Reads the letters of a cell of levels; those behind `-` are left out again. */
struct ranks orglevel_read(const struct table *t, size_t row, struct str cell);
/* "head{X}tail", or "tail" alone; the letter X, or 0. */
char orglevel_cut(struct str text, struct around *out);
/* The ranks of a region. */
unsigned orglevel_rank(const struct region *r);
static inline bool orglevel_fits(struct ranks wanted, unsigned rank)
{
	return (wanted.any & rank) && !(wanted.none & rank);
}
/* The hosts, in the order of the table. */
const struct host *orglevel_hosts(size_t *n);
/* The letter of the host that a region alone stands for. */
enum { GOVERNMENT = 'G' };
/* The host of that letter which a region of this rank has, or NULL. */
const struct host *orglevel_host(char letter, unsigned rank);
const struct level_word *orglevel_words(size_t *n);
/* The level word at the start of s where what follows does not make another word of both (市场, 区域): its length, or 0. */
size_t orglevel_at(struct str s);
/* Whether s is the name of a development zone or its like. */
bool orglevel_is_zone(struct str s);
/* The longest listed ending of s, or NULL. */
const struct ending *orglevel_ending(struct str s);
/* s without the government behind a region: 广西壮族自治区人民政府 before 法制办. */
struct str orglevel_ungoverned(struct str s);
/* The government of a region, for a region that acts. */
const struct form *orglevel_government(void);
/* The word at the start of s that stands between the names of two bodies: its length, or 0. One that is loose stands within names too. */
size_t orglevel_joint(struct str s, bool *loose);
/* Whether s is the last word of zones and no more: 高新区, which every city may have. */
bool orglevel_is_zone_word(struct str s);

/* ---- orgclass.c: classes of bodies, and words that go on ---- */

void orgclass_load(void);
/* Whether what follows a body makes it a part of another word: 财政部 in 财政部门. */
bool orgclass_runs_on(struct str body, struct str rest);

#endif
