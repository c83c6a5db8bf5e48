/* The tables of bodies in a form that org.c can ask: departments by their forms, central bodies by their names,
 * words for levels and classes. Internal to org.c. */
#ifndef PT_ZH_ORGWORDS_H
#define PT_ZH_ORGWORDS_H

#include "zh/lexicon.h"
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
	LEVEL_DISTRICT = 256   /* a county that is a district of a city */
};

/* Years of a body; 0: open. */
struct span {
	int from, until;
};

/* A department: before + region + behind is its canonical name. */
struct stem {
	struct str before, behind;
	char mark; /* R full name of the region, S short name, M short name and suffix, W as written */
	unsigned levels, except;
	struct span span;
};

/* A way to write it: head + region + tail. */
struct form {
	struct str head, tail;
	const struct stem *stem;
	unsigned bare; /* on these levels the tail alone is enough */
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
};

void orgwords_load(void);

/* The texts that may stand before a region (国家税务总局, 共青团); the first is empty. */
const struct str *orgwords_heads(size_t *n);
/* The forms whose tail is all of s; forms[e->value] for each. */
const struct lexicon_entry *orgwords_tails(struct str s, size_t *n);
const struct form *orgwords_form(uint32_t value);
/* The central bodies of which all of s is a name. */
const struct lexicon_entry *orgwords_centrals(struct str s, size_t *n);
const struct central *orgwords_central(uint32_t value);
/* Length of the longest central body's name at the start of s. */
size_t orgwords_central_match(struct str s);
const struct level_word *orgwords_levels(size_t *n);
/* The ranks of a region. */
unsigned orgwords_rank(const struct region *r);
/* The level word at the start of s where what follows does not make another word of both (市场, 区域): its length, or 0. */
size_t orgwords_level_at(struct str s);
/* Whether s is the name of a development zone or its like. */
bool orgwords_is_zone(struct str s);
/* The longest listed ending of s, or NULL. */
const struct ending *orgwords_ending(struct str s);
/* s without the government behind a region: 广西壮族自治区人民政府 before 办公厅. */
struct str orgwords_without_government(struct str s);
/* The government of a region, for a region that acts. */
const struct form *orgwords_government(void);
/* The bodies that stand at the start of running text, by their words. */
struct lexicon_walk orgwords_bodies(struct str s);
/* Whether s begins with a part of the list, parted by `|`. */
bool orgwords_begins(struct str s, struct str list);

/* The tables of classes of bodies, in orgclass.c. */
void orgclass_load(void);
/* Whether what follows a body makes it a part of another word: 财政部 in 财政部门. */
bool orgclass_runs_on(struct str body, struct str rest);

#endif
