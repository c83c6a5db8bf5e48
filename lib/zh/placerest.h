/* What stands behind the names of a chain of regions. For place.c alone. */
#ifndef PT_ZH_PLACEREST_H
#define PT_ZH_PLACEREST_H

#include "base/str.h"

enum rest_kind {
	REST_NONE,    /* nothing */
	REST_TAIL,    /* a word without meaning of its own: 市区, 境内 */
	REST_CLOSED,  /* punctuation, or a word with which a sentence goes on: the name has ended */
	REST_NAMED,   /* a road that is named after the region: 南京东路 */
	REST_ROAD,    /* an address: a road, a number, a town, a village */
	REST_SITE,    /* a building or place with a name of its own */
	REST_ZONE,    /* a development zone */
	REST_OFFICE,  /* a department or court, without a name of its own */
	REST_BODY,    /* another body */
	REST_UNKNOWN, /* the name of a region, and of none that is known: 虚构区 */
	REST_OTHER    /* other words */
};

struct rest {
	enum rest_kind kind;
	struct str zone; /* of REST_ZONE: its name */
	size_t chars;    /* of the run of characters up to the next mark or blank */
	bool body;       /* the run ends as names of bodies do */
	bool gap;        /* blanks stood before it */
	bool whole;      /* nothing is behind the run */
};

/* `s` is what stands behind the last name, to the end of the text. */
struct rest rest_read(struct str s);

/* Whether what stands behind a region's name makes the name of one of its offices: 科技局, 委办公室; neither 银行 nor 银行党委. */
bool rest_is_office(struct str s);

#endif
