/* What the files that resolve bodies share: where a document is from, and an answer on its way. Internal to org*.c. */
#ifndef PT_ZH_ORGFIND_H
#define PT_ZH_ORGFIND_H

#include "base/arena.h"
#include "zh/orgwords.h"

/* Where a document comes from: its region on each level, or a central body. */
struct home {
	const struct region *at[4]; /* by enum region_level */
	const struct region *own;
	bool central;
};

/* A form that ends a name, while its region is looked for. */
struct sought {
	const struct form *form;
	struct around written;   /* what stands around the region */
	const struct host *host; /* the host that was written between both, or NULL */
	bool governed;           /* 政府 was */
};

/* What a body's name was found to mean. Two different answers are no answer, unless they differ only in the city before a
 * district (鼓楼区财政局: plain) or only in what the short form stands for (柳州市文广旅局: brief). */
struct answer {
	struct arena *arena;
	struct str name, plain, brief;
	const struct region *region;
	size_t offers;
	bool found, split, split_plain, split_brief;
	bool central; /* a body of the country: a region in its name is not whose it is */
	struct ymd when;
};

/* The body that all of `full` names by the tables of departments and central bodies. */
bool org_find(struct answer *a, struct str full, const struct home *h);
/* The government of the region that all of `full` names. */
bool org_find_region(struct answer *a, struct str full, const struct home *h);

/* Where a document of this issuer is from. The first region named in it counts. */
struct home org_home(struct str issuer);
/* Whether the region is of a level that has the department. */
bool org_has(const struct region *r, const struct sought *s);
/* A district is told with its city: 柳州市柳南区. */
struct str org_full_name(struct arena *a, const struct region *r);
/* The region as the mark of a canonical name says; `written` is empty where only a level word was. */
struct str org_place_name(struct arena *a, char mark, const struct region *r, struct str written);
/* The nearest region at or above the issuer's that a level word (市, 自治区) at the start of a name stands for. */
const struct region *org_by_word(struct str word, const struct home *h);
/* The one region with that department that `written` means without being its name: a level word, a chain, 广西区. */
const struct region *org_told(struct str written, const struct sought *s, const struct home *h);
/* How near a region is to the issuer: in its county (3), its city, its province, elsewhere (0). */
int org_nearness(const struct region *r, const struct home *h);
/* Whether a name that is an everyday word, or that a province has before it, may mean this region after all. */
bool org_sensible(const struct region *r, struct str written, const struct region *first, const struct home *h);


/* Whether the name is those of several bodies: 市科技局和市财政局. */
bool orgparts_joint(const struct answer *a, struct str full, const struct home *h);
/* Bodies that the tables do not hold whole: parts of known bodies, places of any name. */
bool orgparts_find(struct answer *a, struct str full, const struct home *h);
/* A department that is not known, behind a region that is: only the region is spelt out. */
bool orgparts_region(struct answer *a, struct str full, const struct home *h);
/* The zone of that name as all of its names are told: 柳州高新区 for 高新区 and 市高新区 in a document of 柳州市; *region (may be NULL) is
 * whose it is, where that was written or told. */
struct str orgparts_zone(struct arena *a, struct str written, const struct home *h, const struct region **region);
/* `written` with the region or level word at its start spelt out; *region (may be NULL) is what it was. */
struct str orgparts_spell(struct arena *a, struct str written, const struct home *h, const struct region **region);

#endif
