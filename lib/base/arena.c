/* Knows how memory is taken from the system in blocks and given back by mark. */
#include "base/arena.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"

struct arena_block {
	struct arena_block *below;
	size_t used, size;
	size_t touched; /* bytes behind it are known to be zero */
	_Alignas(16) char bytes[];
};

enum { FIRST_BLOCK = 64 * 1024, LARGEST_STEP = 4 * 1024 * 1024, MOST_KEPT = 4 * 1024 * 1024 };

void arena_keep(void)
{
#ifdef M_TRIM_THRESHOLD
	mallopt(M_TRIM_THRESHOLD, MOST_KEPT);
	mallopt(M_MMAP_THRESHOLD, LARGEST_STEP / 2);
#endif
}

static struct arena_block *add_block(struct arena *a, size_t need)
{
	size_t size = a->top ? a->top->size * 2 : FIRST_BLOCK;

	if (size > LARGEST_STEP)
		size = LARGEST_STEP;
	/* The system gives large arrays clear. Other blocks come and go with each row: only what is used of them is worth clearing. */
	bool clear = size < need;

	if (clear)
		size = need;
	struct arena_block *b = clear ? calloc(1, sizeof *b + size) : malloc(sizeof *b + size);

	if (!b)
		diag_die("out of memory (%zu bytes wanted)", need);
	b->below = a->top;
	b->used = 0;
	b->size = size;
	b->touched = clear ? 0 : size;
	a->top = b;
	a->held += size;
	return b;
}

/* Memory as it comes: only what stands behind the first *used bytes of it is known to be zero. */
static char *take(struct arena *a, size_t size, size_t *used)
{
	if (size > SIZE_MAX / 2)
		diag_die("out of memory (%zu bytes wanted)", size);
	size = (size + 15) & ~(size_t)15;
	struct arena_block *b = a->top;

	if (!b || b->size - b->used < size)
		b = add_block(a, size);
	char *p = b->bytes + b->used;
	size_t touched = b->touched > b->used ? b->touched - b->used : 0;

	*used = touched < size ? touched : size;
	b->used += size;
	if (b->used > b->touched)
		b->touched = b->used;
	return p;
}

/* Fills what nobody may read, so that tests show who does. */
static void *poison(void *p, size_t size)
{
#ifdef PT_POISON
	memset(p, 0x55, size);
#else
	(void)size;
#endif
	return p;
}

void *arena_alloc(struct arena *a, size_t size)
{
	size_t used;
	char *p = take(a, size, &used);

	if (used)
		memset(p, 0, used);
	return p;
}

static size_t array_size(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 4 / size)
		diag_die("out of memory (%zu x %zu bytes wanted)", count, size);
	return count * size;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	return arena_alloc(a, array_size(count, size));
}

void *arena_room(struct arena *a, size_t count, size_t size)
{
	size_t used;

	return poison(take(a, array_size(count, size), &used), count * size);
}

struct arena_mark arena_mark(const struct arena *a)
{
	return (struct arena_mark){a->top, a->top ? a->top->used : 0};
}

void arena_release(struct arena *a, struct arena_mark m)
{
	while (a->top != m.top) {
		struct arena_block *b = a->top;

		a->top = b->below;
		a->held -= b->size;
		poison(b->bytes, b->used);
		free(b);
	}
	if (a->top) {
		poison(a->top->bytes + m.used, a->top->used - m.used);
		a->top->used = m.used;
	}
}

void arena_free(struct arena *a)
{
	arena_release(a, (struct arena_mark){NULL, 0});
}

struct str arena_copy(struct arena *a, struct str s)
{
	return arena_join(a, s, (struct str){"", 0});
}

struct str arena_join(struct arena *a, struct str x, struct str y)
{
	size_t used;
	char *p = take(a, x.n + y.n + 1, &used);

	if (x.n)
		memcpy(p, x.p, x.n);
	if (y.n)
		memcpy(p + x.n, y.p, y.n);
	p[x.n + y.n] = '\0';
	return (struct str){p, x.n + y.n};
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	char *p = arena_alloc(a, (size_t)n + 1);

	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return (struct str){p, (size_t)n};
}

void *arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return items;
	size_t cap2 = *cap ? *cap * 2 : 4, old = n * size, used;
	char *p = take(a, array_size(cap2, size), &used);

	if (n)
		memcpy(p, items, old);
	if (used > old)
		memset(p + old, 0, used - old);
	*cap = cap2;
	return p;
}
