/* Knows how to tell whether bytes were seen before: open addressing over a hash of them. */
#include "base/names.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/diag.h"

enum { FIRST = 1024, PIECE = 64 * 1024 };

struct names_entry {
	const char *p;
	uint32_t n;
	uint32_t hash;
};

static void *grown(void *p, size_t size)
{
	p = realloc(p, size);
	if (!p)
		diag_die("out of memory (%zu bytes wanted)", size);
	return p;
}

/* The table is kept at most half full. */
static void make_room(struct names *set)
{
	if (set->n < set->cap)
		return;
	if (set->n >= UINT32_MAX / 4)
		diag_die("more than %zu different names", set->n);
	set->cap = set->cap ? set->cap * 2 : FIRST;
	set->entries = grown(set->entries, set->cap * sizeof *set->entries);
	set->mask = set->cap * 2 - 1;
	set->table = grown(set->table, (set->mask + 1) * sizeof *set->table);
	memset(set->table, 0, (set->mask + 1) * sizeof *set->table);
	for (size_t i = 0; i < set->n; i++) {
		size_t at = set->entries[i].hash & set->mask;

		while (set->table[at])
			at = (at + 1) & set->mask;
		set->table[at] = (uint32_t)i + 1;
	}
}

static const char *keep(struct names *set, struct str s)
{
	if (s.n > PIECE / 8)
		return arena_copy(&set->arena, s).p;
	if (s.n > set->left) {
		set->room = arena_room(&set->arena, PIECE, 1);
		set->left = PIECE;
	}
	char *p = set->room;

	if (s.n)
		memcpy(p, s.p, s.n);
	set->room += s.n;
	set->left -= s.n;
	return p;
}

/* Where s stands in the table, or the free place where it belongs. */
static size_t look(const struct names *set, struct str s, uint32_t hash)
{
	size_t at = hash & set->mask;

	while (set->table[at]) {
		const struct names_entry *e = &set->entries[set->table[at] - 1];

		if (e->hash == hash && str_eq((struct str){e->p, e->n}, s))
			break;
		at = (at + 1) & set->mask;
	}
	return at;
}

static uint32_t hash_of(struct str s)
{
	return (uint32_t)XXH3_64bits(s.p, s.n);
}

size_t names_add(struct names *set, struct str s)
{
	uint32_t hash = hash_of(s);

	if (s.n > UINT32_MAX)
		diag_die("a name of %zu bytes", s.n);
	make_room(set);
	size_t at = look(set, s, hash);

	if (!set->table[at]) {
		set->entries[set->n] = (struct names_entry){keep(set, s), (uint32_t)s.n, hash};
		set->table[at] = (uint32_t)++set->n;
	}
	return set->table[at] - 1;
}

long names_find(const struct names *set, struct str s)
{
	return set->n ? (long)set->table[look(set, s, hash_of(s))] - 1 : NAMES_NONE;
}

struct str names_get(const struct names *set, size_t number)
{
	return (struct str){set->entries[number].p, set->entries[number].n};
}

void names_free(struct names *set)
{
	arena_free(&set->arena);
	free(set->entries);
	free(set->table);
	*set = (struct names){.n = 0};
}
