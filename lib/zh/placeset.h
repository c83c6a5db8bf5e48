/* Regions that a name may mean, and which of them it does. For the files place*.c alone. */
#ifndef PT_ZH_PLACESET_H
#define PT_ZH_PLACESET_H

#include "zh/place.h"

struct placeset {
	const struct region *r[PLACE_MOST];
	enum region_form form[PLACE_MOST];
	size_t n;
};

/* Nothing is added to a full set. */
void placeset_add(struct placeset *s, const struct region *r, enum region_form form);

/* Whether a was ever a part of b: a district whose city has had another name (襄樊市樊城区) has today's as its parent, and the code tells. */
bool placeset_lies_in(const struct region *a, const struct region *b);

bool placeset_any_above(const struct placeset *s, const struct region *r);
bool placeset_any_same(const struct placeset *s, const struct region *r);
/* Adds those that lie in r to out; whether there are any. */
bool placeset_any_below(const struct placeset *s, const struct region *r, struct placeset *out);

/* Leaves those that have the best claim to be meant in that year (0: unknown) by an issuer of the region `home` (NULL: unknown). */
void placeset_narrow(struct placeset *s, int year, const struct region *home);

/* Leaves one for each place that has or had the name, as good a claim as any. */
void placeset_namesakes(struct placeset *s);

/* Whether a was ever a part of h, or what it became is. */
bool placeset_is_home(const struct region *r, const struct region *h);

#endif
