/* The region that a text names: a name, a chain of names, an address; from regions.tsv, regions-old.tsv and places.tsv. */
#ifndef PT_ZH_PLACE_H
#define PT_ZH_PLACE_H

#include "zh/region.h"

enum place_outcome {
	PLACE_OK,
	PLACE_NONE,      /* no region is named, or only within a name of something else: 桂林银行, 南京路 */
	PLACE_BESIDE,    /* one is named, among other words, or several are */
	PLACE_AMBIGUOUS, /* several regions have the name, or the names of a chain contradict each other */
	PLACE_RELATIVE   /* 全市, 我区, and whose is not known */
};

enum { PLACE_MOST = 64 };

struct place {
	enum place_outcome outcome;
	const struct region *region;
	struct str zone; /* a development zone or new area that was written and lies in the region, or empty; in the text */
	const struct region *several[PLACE_MOST]; /* of PLACE_AMBIGUOUS */
	size_t n;
};

struct place_context {
	struct str issuer; /* whose 市, 自治区, 鼓楼区 these are; may be empty */
	int year;          /* of the text; 0: unknown */
	bool find;         /* take the first region among other words */
};

/* Reads tables but that of old names, which is read when it is needed; call before the first place_read, in any thread once regions are loaded. */
void place_load(void);

/* `text` is folded and trimmed. A region that has ended is told as of `year`: as of today where that is 0, so that today's names go before. */
void place_read(struct str text, const struct place_context *c, struct place *out);

/* The province by whose short form the code of a document number begins (渝财综), or NULL; *sure: no city may be meant. */
const struct region *place_of_number(struct str code, bool *sure);

/* The region that the issuer's name names first, or NULL. */
const struct region *place_of_issuer(struct str issuer);

/* The same, where the issuer is the region (柳州市) or an office of it (柳州市科技局), and no firm, school or person that is called after it. */
const struct region *place_of_office(struct str issuer);

#endif
