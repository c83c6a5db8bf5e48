/* The tables of bodies in a form that org.c can ask: departments by their forms, central bodies by their names,
 * words for levels and classes. Internal to org.c. */
#ifndef PT_ZH_ORGWORDS_H
#define PT_ZH_ORGWORDS_H

#include "zh/lexicon.h"
#include "zh/region.h"

enum {
	LEVEL_PROVINCE = 1,
	LEVEL_MUNICIPALITY = 2, /* the four municipalities and the corps: 局 where provinces have 厅 */
	LEVEL_CITY = 4,
	LEVEL_COUNTY = 8,
	LEVEL_PLACE = 16 /* a place of any name: 高新区管委会 */
};

/* Years of a body; 0: open. */
struct span {
	int from, until;
};

/* A department: before + region + behind is its canonical name. */
struct stem {
	struct str before, behind;
	char mark; /* R full name of the region, S short name, W as written */
	unsigned levels;
	struct span span;
};

/* A way to write it: head + region + tail. */
struct form {
	struct str head, tail;
	const struct stem *stem;
	bool bare; /* the tail alone is enough */
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

#endif
