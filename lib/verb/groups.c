/* Knows which rows belong together: those whose group fields have the same text. */
#include "verb/groups.h"

#include <stdlib.h>

#include "base/diag.h"
#include "io/csv.h"
#include "verb/pick.h"

static void begin_group(struct groups *g, struct group *group)
{
	*group = (struct group){.states = arena_alloc(&g->arena, g->state_size + g->by.n)};
	group->kinds = (unsigned char *)group->states + g->state_size;
}

void groups_begin(struct groups *g, bool with_total)
{
	for (size_t i = 0; i < g->n; i++) {
		g->figures[i].at = g->state_size;
		g->state_size += (g->figures[i].t.function->size + 15) & ~(size_t)15;
		g->figures[i].t.seen = &g->distinct;
		g->figures[i].t.arena = &g->arena;
		g->figures[i].t.figure = (uint32_t)i;
	}
	if (with_total) {
		g->total = ARENA_NEW(&g->arena, struct group);
		begin_group(g, g->total);
	}
}

/* The key is, for each value, its length + 1 (0: null) and its text. */
static void put_key(struct buf *key, struct arena *a, const struct value *v)
{
	bool null = v->kind == VALUE_NULL;
	struct str text = null ? STR("") : value_text(a, v);
	uint32_t n = null ? 0 : (uint32_t)text.n + 1;

	if (text.n >= UINT32_MAX)
		diag_die("a cell of %zu bytes cannot name a group", text.n);
	buf_add(key, (struct str){(const char *)&n, sizeof n});
	buf_add(key, text);
}

size_t groups_find(struct groups *g, const struct value *values, bool *fresh)
{
	struct arena a = {NULL, 0};
	size_t before = g->keys.n;

	buf_clear(&g->key);
	for (size_t i = 0; i < g->by.n; i++)
		put_key(&g->key, &a, &values[i]);
	size_t group = names_add(&g->keys, buf_str(&g->key));

	arena_free(&a);
	*fresh = group == before;
	if (!*fresh)
		return group;
	if (group >= g->cap) {
		g->cap = g->cap ? g->cap * 2 : 256;
		g->items = realloc(g->items, g->cap * sizeof *g->items);
		if (!g->items)
			diag_die("out of memory");
	}
	begin_group(g, &g->items[group]);
	for (size_t i = 0; i < g->by.n; i++)
		g->items[group].kinds[i] = (unsigned char)values[i].kind;
	return group;
}

void groups_values(const struct groups *g, size_t group, struct arena *a, struct value *values)
{
	struct str key = names_get(&g->keys, group);

	for (size_t i = 0; i < g->by.n; i++) {
		uint32_t n;

		memcpy(&n, key.p, sizeof n);
		struct value v = {g->items[group].kinds[i], false, str_sub(key, sizeof n, sizeof n + n - (n > 0)), NULL, 0};

		v.b = str_eq(v.s, STR("true"));
		if (v.kind == VALUE_ARRAY)
			csv_unjoin(a, v.s, &v.items, &v.n);
		values[i] = v;
		key = str_from(key, sizeof n + v.s.n);
	}
}

void groups_free(struct groups *g)
{
	names_free(&g->keys);
	names_free(&g->distinct);
	arena_free(&g->arena);
	buf_free(&g->key);
	free(g->items);
}
