/* The two tables of regions as they are read: rows in order of rank, and all their names. For region.c alone. */
#ifndef PT_ZH_REGIONTABLE_H
#define PT_ZH_REGIONTABLE_H

#include "zh/lexicon.h"
#include "zh/region.h"

struct regiontable {
	struct region *rows; /* today's before former ones, by level, by code */
	size_t n;
	struct lexicon names; /* value: form << 24 | index of the row */
};

/* `other` holds parents that this table does not have; NULL: there is none. */
void regiontable_load(struct regiontable *t, const char *name, const struct regiontable *other);

/* The region that had the code in that year; a year beyond all: today's. NULL when there was none. */
const struct region *regiontable_at(const struct regiontable *t, struct str code, int year);

static inline enum region_form regiontable_form(const struct lexicon_entry *e)
{
	return (enum region_form)(e->value >> 24);
}

static inline struct region *regiontable_row(const struct regiontable *t, const struct lexicon_entry *e)
{
	return &t->rows[e->value & 0xFFFFFF];
}

#endif
