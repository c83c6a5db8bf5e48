/* The groups of pt-aggregate and what each has gathered. */
#ifndef PT_VERB_GROUPS_H
#define PT_VERB_GROUPS_H

#include "verb/ask.h"
#include "verb/money.h"
#include "verb/tally.h"
#include "verb/trouble.h"

/* A row as a figure sees it: texts with p NULL where the row has none. */
struct figure_cells {
	const struct value *v;
	struct str text, low, high; /* low, high: of bounds */
};

struct figure {
	struct tally t;
	size_t field, low, high; /* fields of pick; NO_FIELD */
	struct str name[3];      /* of its columns */
	size_t columns;          /* 1, or 3 for bounds */
	bool money;              /* a figure over amounts of funding records */
	bool numbers;            /* numbers were among its values */
	size_t at;               /* of its state among a group's states */
};

enum { NO_FIELD = -1 };

struct groups {
	struct arena arena;
	struct ask_groups by;
	size_t *fields;          /* of pick, a group field each */
	struct figure *figures;
	size_t n;                /* figures */
	size_t state_size;
	struct names keys;
	struct buf key;          /* of the row at hand */
	struct group *items;     /* a key each */
	size_t cap;
	struct group *total;     /* NULL: none is wanted */
	struct names distinct;
};

/* A group has no figures of amounts when they are of several currencies. */
struct group {
	char *states;
	unsigned char *kinds; /* of the values in the key: enum value_kind */
	uint32_t currency;    /* of the amounts; 0: none yet */
	bool mixed;
	bool sum_row;         /* its rows add up others */
};

/* Lays out the states once all figures are known. */
void groups_begin(struct groups *g, bool with_total);

/* The number of the group with these values; *fresh when the row is its first. */
size_t groups_find(struct groups *g, const struct value *values, bool *fresh);
/* The values of a group, in `a`. */
void groups_values(const struct groups *g, size_t group, struct arena *a, struct value *values);

void groups_free(struct groups *g);

#endif
