/* Knows how a buffer grows. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"

char *buf_room(struct buf *b, size_t more)
{
	if (b->cap - b->n < more) {
		size_t cap = b->cap ? b->cap : 256;

		while (cap - b->n < more) {
			if (cap > SIZE_MAX / 2)
				diag_die("out of memory (%zu bytes wanted)", more);
			cap *= 2;
		}
		char *p = realloc(b->p, cap);

		if (!p)
			diag_die("out of memory (%zu bytes wanted)", cap);
		b->p = p;
		b->cap = cap;
	}
	return b->p + b->n;
}

void buf_char(struct buf *b, uint32_t code_point)
{
	b->n += str_put_char(code_point, buf_room(b, 4));
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	char *p = buf_room(b, (size_t)n + 1);

	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->n += (size_t)n;
}

void buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){NULL, 0, 0};
}
