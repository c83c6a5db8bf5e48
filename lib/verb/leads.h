/* Who leads in a list of bodies, where the document says it once for all its lists. */
#ifndef PT_VERB_LEADS_H
#define PT_VERB_LEADS_H

#include "doc/body.h"

/* Reads what s says of it (列逗号之前的为牵头单位，其他单位配合，下同). Where it says so, *from is the byte at which that begins. */
bool leads_told(struct str s, struct leads *out, size_t *from);

/* The role of a member of a list that gives it none, `role` where nothing was said: of the first one, of one before the first comma of the list,
 * of the others. */
struct str leads_role(const struct leads *l, struct str list, struct str member, bool first, struct str role);

#endif
