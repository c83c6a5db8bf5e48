/* A set of byte strings, each with a number: 0, 1, 2 ... in the order in which they were first
 * seen. */
#ifndef PT_BASE_NAMES_H
#define PT_BASE_NAMES_H

#include "base/arena.h"

/* A zeroed struct is an empty set. */
struct names {
	struct arena arena;
	struct names_entry *entries;
	uint32_t *table; /* entry + 1; 0: free */
	size_t n, cap, mask;
	char *room;      /* what is left of the last piece of the arena */
	size_t left;
};

enum { NAMES_NONE = -1 };

/* The number of s, which is copied when it is new. */
size_t names_add(struct names *set, struct str s);
/* The number of s, or NAMES_NONE. */
long names_find(const struct names *set, struct str s);
/* The string of that number; valid as long as the set. */
struct str names_get(const struct names *set, size_t number);
void names_free(struct names *set);

#endif
