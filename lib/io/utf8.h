/* Which bytes are text in UTF-8 (RFC 3629). */
#ifndef PT_IO_UTF8_H
#define PT_IO_UTF8_H

#include "base/str.h"

/* Where the first NUL or byte that is no UTF-8 stands at or after `from`, which is where a character may begin; s.n: nowhere. */
size_t utf8_good(struct str s, size_t from);

/* The same a character at a time, as it is done on machines without SSSE3; the measure of the other in tests. */
size_t utf8_good_chars(struct str s, size_t from);

/* Three bytes that can only be one character: nearly all of Chinese text. E0 and ED, of which not
 * all continuations are allowed, are left to str_char. */
static inline bool utf8_is_plain_triple(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80;
}

#endif
