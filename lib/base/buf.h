/* A growing byte buffer that owns its memory. A zeroed struct is an empty buffer. */
#ifndef PT_BASE_BUF_H
#define PT_BASE_BUF_H

#include "base/str.h"

struct buf {
	char *p;
	size_t n, cap;
};

/* Room for `more` bytes after the present ones; returns where they start. */
char *buf_room(struct buf *b, size_t more);
void buf_char(struct buf *b, uint32_t code_point);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_free(struct buf *b);

static inline void buf_add(struct buf *b, struct str s)
{
	if (s.n) {
		memcpy(b->cap - b->n >= s.n ? b->p + b->n : buf_room(b, s.n), s.p, s.n);
		b->n += s.n;
	}
}

static inline void buf_byte(struct buf *b, char c)
{
	*(b->n < b->cap ? b->p + b->n : buf_room(b, 1)) = c;
	b->n++;
}

static inline void buf_clear(struct buf *b)
{
	b->n = 0;
}

static inline struct str buf_str(const struct buf *b)
{
	return (struct str){b->p ? b->p : "", b->n};
}

#endif
