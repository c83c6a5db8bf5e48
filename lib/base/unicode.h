/* What Unicode says of characters: how wide they are and which differ only in case. The only user
 * of utf8proc. */
#ifndef PT_BASE_UNICODE_H
#define PT_BASE_UNICODE_H

#include "base/buf.h"

/* Columns that s takes on a terminal: two for a wide character (UAX 11), none for one that combines. */
size_t unicode_width(struct str s);

/* Appends s in lower case, character by character. */
void unicode_lower(struct str s, struct buf *out);

/* The everyday character that stands for c: U+91D1 for the U+F90A of old code pages and the radical U+2FA6 that PDF files have in its
 * place; c where there is none, or more than one. */
uint32_t unicode_compatible(uint32_t c);

#endif
