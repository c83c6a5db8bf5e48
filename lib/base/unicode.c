/* Knows utf8proc, the tables of Unicode. */
#include "base/unicode.h"

#include <utf8proc.h>

size_t unicode_width(struct str s)
{
	size_t width = 0, len;

	for (size_t i = 0; i < s.n; i += len)
		width += (size_t)utf8proc_charwidth((utf8proc_int32_t)str_char(s, i, &len));
	return width;
}

void unicode_lower(struct str s, struct buf *out)
{
	size_t len;

	for (size_t i = 0; i < s.n; i += len)
		buf_char(out, (uint32_t)utf8proc_tolower((utf8proc_int32_t)str_char(s, i, &len)));
}

uint32_t unicode_compatible(uint32_t c)
{
	utf8proc_int32_t to[4];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, to, 4, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);

	return n == 1 ? (uint32_t)to[0] : c;
}
