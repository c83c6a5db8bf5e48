/* Knows how fields of a record are found and replaced. */
#include "io/record.h"

static struct field *find(const struct record *r, const char *name)
{
	struct str key = str_of(name);

	for (size_t i = 0; i < r->n; i++)
		if (str_eq(r->fields[i].name, key))
			return &r->fields[i];
	return NULL;
}

const struct value *record_get(const struct record *r, const char *name)
{
	const struct field *f = find(r, name);

	return f && f->v.kind != VALUE_NULL ? &f->v : NULL;
}

struct str record_text(const struct record *r, const char *name)
{
	const struct value *v = record_get(r, name);

	return v && (v->kind == VALUE_STRING || v->kind == VALUE_NUMBER) ? v->s : (struct str){NULL, 0};
}

static void remove_field(struct record *r, struct field *f)
{
	size_t at = (size_t)(f - r->fields);

	memmove(f, f + 1, (r->n - at - 1) * sizeof *f);
	r->n--;
}

void record_set(struct record *r, const char *name, struct value v)
{
	struct field *f = find(r, name);

	if (f && v.kind == VALUE_NULL)
		remove_field(r, f);
	else if (f)
		f->v = v;
	else if (v.kind != VALUE_NULL)
		*ARENA_PUSH(r->arena, r->fields, r->n, r->cap) = (struct field){str_of(name), v};
}

/* Text that stands in `notes` in place of an array (a table that says so) becomes its first member. */
void record_note(struct record *r, struct str note)
{
	const struct value *v = record_get(r, "notes");
	struct str one = v && v->kind != VALUE_ARRAY ? record_text(r, "notes") : (struct str){NULL, 0};
	size_t n = v && v->kind == VALUE_ARRAY ? v->n : one.p != NULL;
	const struct str *old = v && v->kind == VALUE_ARRAY ? v->items : &one;

	for (size_t i = 0; i < n; i++)
		if (str_eq(old[i], note))
			return;
	struct str *items = ARENA_ARRAY(r->arena, struct str, n + 1);

	if (n)
		memcpy(items, old, n * sizeof *items);
	items[n] = arena_copy(r->arena, note);
	record_set(r, "notes", value_array(items, n + 1));
}
