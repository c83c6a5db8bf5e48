/* What Unicode says of characters: how wide they are and which differ only in case. The only user
 * of utf8proc. */
#ifndef PT_BASE_UNICODE_H
#define PT_BASE_UNICODE_H

#include "base/buf.h"

/* Columns that s takes on a terminal: two for a wide character (UAX 11), none for one that combines. */
size_t unicode_width(struct str s);

/* Appends s in lower case, character by character. */
void unicode_lower(struct str s, struct buf *out);

#endif
