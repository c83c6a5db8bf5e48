/* The two tables of regions as they are read: rows in order of rank, and all their names. For region.c alone. */
#ifndef PT_ZH_REGIONTABLE_H
#define PT_ZH_REGIONTABLE_H

#include "zh/lexicon.h"
#include "zh/region.h"

struct regiontable {
	struct region *rows; /* by code; of one code today's first */
	size_t n;
	struct lexicon names; /* of one name full forms first, today's before former ones, by level, by code (value) */
};

/* `other` holds parents that this table does not have; NULL: there is none. */
void regiontable_load(struct regiontable *t, const char *name, const struct regiontable *other);

/* The region that had the code in that year; REGION_TODAY: today's; 0: the last that had it. NULL when there is none. */
const struct region *regiontable_at(const struct regiontable *t, struct str code, int year);

static inline enum region_form regiontable_form(const struct lexicon_entry *e)
{
	return (enum region_form)(e->value >> 28);
}

static inline struct region *regiontable_row(const struct regiontable *t, const struct lexicon_entry *e)
{
	return &t->rows[e->value & 0xFFFFFF];
}

#endif
