/* Knows utf8proc, the tables of Unicode, and radicals.tsv, one that utf8proc has not. */
#include "base/unicode.h"

#include <pthread.h>
#include <utf8proc.h>

#include "base/table.h"

enum { FIRST_RADICAL = 0x2E80, RADICALS = 0x2FE0 - FIRST_RADICAL };

static uint32_t radicals[RADICALS]; /* the everyday characters; 0: what utf8proc says */

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

static void load_radicals(void)
{
	const struct table *t = table_get("radicals");
	size_t character = table_column(t, "character"), len;

	for (size_t row = 0; row < t->rows; row++) {
		uint32_t c = str_char(table_cell(t, row, 0), 0, &len) - FIRST_RADICAL;

		if (c < RADICALS)
			radicals[c] = str_char(table_cell(t, row, character), 0, &len);
	}
}

uint32_t unicode_compatible(uint32_t c)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, load_radicals);
	if (c >= FIRST_RADICAL && c - FIRST_RADICAL < RADICALS && radicals[c - FIRST_RADICAL])
		return radicals[c - FIRST_RADICAL];

	utf8proc_int32_t to[4];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, to, 4, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);

	return n == 1 ? (uint32_t)to[0] : c;
}
