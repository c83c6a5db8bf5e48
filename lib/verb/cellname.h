/* What is told of a region beside its code and name, in columns and in records. */
#ifndef PT_VERB_CELLNAME_H
#define PT_VERB_CELLNAME_H

#include "base/buf.h"
#include "zh/region.h"

/* province, prefecture, county. */
struct str cellname_level(const struct region *r);

/* The region of that level that r is or lies in, or NULL, by the name that it had in that year (0: unknown). A municipality is the city of
 * its districts, and its own. */
const struct region *cellname_at(const struct region *r, enum region_level level, int year);

/* "ambiguous: A, B". */
void cellname_several(struct buf *b, const struct region *const *several, size_t n);

/* "zone: Z -> R" or "former: C R -> C R"; false, with nothing added, where there is nothing to tell. */
bool cellname_note(struct buf *b, const struct region *r, struct str zone);

#endif
