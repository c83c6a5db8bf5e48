/* Which bytes are text in UTF-8 (RFC 3629). */
#ifndef PT_IO_UTF8_H
#define PT_IO_UTF8_H

#include "base/str.h"

/* Where the first NUL or byte that is no UTF-8 stands at or after `from`, which is where a character may begin; s.n: nowhere. */
size_t utf8_good(struct str s, size_t from);

/* The same a character at a time, as it is done on machines without SSSE3; the measure of the other in tests. */
size_t utf8_good_chars(struct str s, size_t from);

#endif
