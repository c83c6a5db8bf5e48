/* Memory by lifetime: allocate forward, release all since a mark. Allocation never fails to the
 * caller: without memory the program ends with status 2. Released memory is filled with 0x55 when
 * PT_POISON is defined (test builds), so that a slice kept too long shows. */
#ifndef PT_BASE_ARENA_H
#define PT_BASE_ARENA_H

#include "base/str.h"

struct arena_block;

struct arena {
	struct arena_block *top;
	size_t held; /* bytes taken from the system */
};

struct arena_mark {
	struct arena_block *top;
	size_t used;
};

/* Has the program keep memory that was given back for what comes next: the system wants a tenth of the time of a document to take it and hand it
 * out again. Once, at the start. */
void arena_keep(void);

/* Zeroed memory, aligned for any object. */
void *arena_alloc(struct arena *a, size_t size);
void *arena_array(struct arena *a, size_t count, size_t size);
/* The same without the zeros, for arrays of which nothing is read before it is written. */
void *arena_room(struct arena *a, size_t count, size_t size);
struct arena_mark arena_mark(const struct arena *a);
void arena_release(struct arena *a, struct arena_mark m);
void arena_free(struct arena *a);

/* The one name under which text is copied; the copy is followed by a NUL. */
struct str arena_copy(struct arena *a, struct str s);
struct str arena_join(struct arena *a, struct str x, struct str y);
struct str arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, count) ((type *)arena_array((a), (count), sizeof(type)))
#define ARENA_ROOM(a, type, count) ((type *)arena_room((a), (count), sizeof(type)))

/* A growing array whose storage is in an arena: room for one more at *items[*n]. Mostly there is. */
void *arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size);
#define ARENA_PUSH(a, items, n, cap) \
	((n) < (cap) ? (void)0 : (void)((items) = arena_grow((a), (items), (n), &(cap), sizeof *(items))), &(items)[(n)++])

#endif
