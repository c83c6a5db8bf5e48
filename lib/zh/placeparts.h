/* A place on its way through the files place*.c, for them alone. */
#ifndef PT_ZH_PLACEPARTS_H
#define PT_ZH_PLACEPARTS_H

#include "zh/placeset.h"

/* A chain on its way: the last of its names ends at `at`. */
struct place_chain {
	size_t at;
	int links;
	bool county; /* its last name is that of a county */
	enum region_form form; /* of the last name */
	struct placeset set; /* what it may mean */
};

struct place_reader {
	struct str s;
	size_t start; /* of the chain at hand */
	int links;    /* of that */
	const struct place_context *c;
	bool old;     /* old names count too */
	bool asked;   /* `home` is known */
	const struct region *home; /* the issuer's; ask place_home */
	struct place *out;
};

enum place_verdict {
	PLACE_TAKEN,  /* the outcome is told */
	PLACE_LEFT,   /* this name is part of another one: a shorter chain may be none */
	PLACE_REFUSED /* neither this chain nor a shorter one is a place of its own */
};

/* placejudge.c */

const struct region *place_home(struct place_reader *rd);
enum place_verdict place_tell(struct place_reader *rd, enum place_outcome outcome);
enum place_verdict place_tell_several(struct place_reader *rd, const struct placeset *s);
/* What is known of a chain that no other name follows, by what stands behind it. */
enum place_verdict place_judge(struct place_reader *rd, const struct place_chain *ch);
/* A zone with a name of its own at `at`; within NULL, or what it must lie in. False, with nothing told, where there is none. */
bool place_take_area(struct place_reader *rd, size_t at, const struct placeset *within);

#endif
