/* The figures that a group is given: count, sum, median and the others, each a state that takes values one by one
 * and gives its figure at the end. No figure depends on the order of the rows but first, last and list. */
#ifndef PT_VERB_TALLY_H
#define PT_VERB_TALLY_H

#include "base/names.h"
#include "base/number.h"
#include "io/record.h"

enum tally_needs {
	TALLY_ROW,    /* takes rows, also those without the value */
	TALLY_ANY,    /* takes any value */
	TALLY_NUMBER, /* takes numbers */
	TALLY_ORDER,  /* takes numbers, or dates where there are no numbers */
	TALLY_BOUNDS, /* takes a lower and an upper bound */
};

struct tally;

/* What a state takes. Slices last only for the call. */
struct tally_value {
	const struct value *v; /* NULL: the row has none */
	struct str text;
	struct number number, high; /* TALLY_BOUNDS: number is the lower bound */
	bool has_low, has_high;
	bool date;                  /* TALLY_ORDER: text is a date */
};

/* What states of one figure share. */
struct tally {
	const struct tally_function *function;
	struct arena *arena;  /* of the whole run */
	struct names *seen;   /* values of distinct */
	uint32_t figure;      /* number of the figure among all */
	unsigned digits;      /* of a mean */
	bool numbers;         /* TALLY_ORDER: numbers were among the values, so that dates do not count */
};

struct tally_function {
	const char *name;
	enum tally_needs needs;
	size_t size; /* of a state; zeroed at first */
	void (*take)(const struct tally *t, void *state, uint64_t group, const struct tally_value *v);
	/* The figure, in `a`; VALUE_NULL where nothing was taken. TALLY_BOUNDS gives three. */
	void (*give)(const struct tally *t, const void *state, struct arena *a, struct value *out);
};

/* NULL when there is none of that name. */
const struct tally_function *tally_function(struct str name);
/* All names, for a message. */
void tally_names(struct buf *b);

/* True when s is a date of ISO 8601 (YYYY-MM or YYYY-MM-DD, or a day with a time behind it), which compares as text. */
bool tally_is_date(struct arena *a, struct str s);

#endif
