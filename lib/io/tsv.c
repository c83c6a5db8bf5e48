/* Knows how values stand between tabs. */
#include "io/tsv.h"

static void put_escaped(struct buf *b, char c)
{
	char name = c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\\' ? '\\' : c == '\t' ? 't' : '\0';

	if (name)
		buf_byte(b, '\\');
	buf_byte(b, name ? name : c);
}

void tsv_put_cell(struct buf *b, struct str cell, bool escaped)
{
	if (escaped && cell.p && cell.n == 0)
		buf_byte(b, '\\');
	for (size_t i = 0; cell.p && i < cell.n; i++) {
		char c = cell.p[i];

		if (escaped)
			put_escaped(b, c);
		else
			buf_byte(b, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
	}
}

/* `\` before any other byte stands for itself. */
static size_t take_escape(struct str cell, size_t i, char *out)
{
	static const char names[] = "nrt\\", values[] = "\n\r\t\\";
	char next = i + 1 < cell.n ? cell.p[i + 1] : '\0';
	const char *at = next ? strchr(names, next) : NULL;

	*out = at ? values[at - names] : '\\';
	return at ? 2 : 1;
}

struct str tsv_take_cell(struct arena *a, struct str cell, bool escaped)
{
	if (cell.n == 0)
		return (struct str){NULL, 0};
	struct str copy = arena_copy(a, cell);

	if (!escaped || !memchr(cell.p, '\\', cell.n))
		return copy;
	if (cell.n == 1)
		return (struct str){copy.p, 0};
	char *p = arena_alloc(a, cell.n);
	size_t n = 0;

	for (size_t i = 0; i < cell.n; n++) {
		if (cell.p[i] == '\\')
			i += take_escape(cell, i, p + n);
		else
			p[n] = cell.p[i++];
	}
	return (struct str){p, n};
}
