/* The words of places.tsv in a form that place.c can ask. Internal to place.c and placerest.c. */
#ifndef PT_ZH_PLACEWORDS_H
#define PT_ZH_PLACEWORDS_H

#include "zh/region.h"

enum placeword {
	PLACEWORD_LEAD, PLACEWORD_FILL, PLACEWORD_TAIL, PLACEWORD_LEVEL, PLACEWORD_BARE, PLACEWORD_ROAD, PLACEWORD_TOWN, PLACEWORD_SITE, PLACEWORD_ZONE,
	PLACEWORD_BODY, PLACEWORD_ROAD_PART, PLACEWORD_PLAIN, PLACEWORD_STOP, PLACEWORD_BROKEN, PLACEWORD_ALIAS, PLACEWORD_AREA, PLACEWORD_UNIT,
	PLACEWORD_KINDS
};

/* Bits of kinds. */
#define PLACEWORD_BIT(kind) (1u << (kind))

struct placeword_hit {
	size_t len; /* 0: there is none */
	enum placeword kind;
	struct str arg;
};

/* Reads the table, and those of regions; call once, before threads start. */
void placewords_load(void);

/* The longest word of those kinds at the start of s; of one length the kind that stands first above. */
struct placeword_hit placewords_at(struct str s, unsigned kinds);

#endif
