/* Knows where in a record the wanted fields stand, and which of them nothing has. */
#include "verb/pick.h"

#include "base/buf.h"
#include "base/diag.h"
#include "io/csv.h"
#include "io/schema.h"

struct picked {
	struct str name;
	size_t at;   /* where the last record had it */
	bool asked, seen;
	size_t other; /* a field that will do in its place; itself: none */
};

size_t pick_field(struct pick *p, struct str name, bool asked)
{
	for (size_t i = 0; i < p->n; i++)
		if (str_eq(p->fields[i].name, name)) {
			p->fields[i].asked |= asked;
			return i;
		}
	struct picked f = {arena_copy(&p->arena, name), 0, asked, false, p->n};

	*ARENA_PUSH(&p->arena, p->fields, p->n, p->cap) = f;
	return p->n - 1;
}

void pick_either(struct pick *p, size_t field, size_t other)
{
	p->fields[field].other = other;
}

struct str pick_name(const struct pick *p, size_t field)
{
	return p->fields[field].name;
}

static bool is_at(const struct record *r, size_t i, struct str name)
{
	return i < r->n && (r->fields[i].name.p == name.p || str_eq(r->fields[i].name, name));
}

const struct value *pick_value(struct pick *p, const struct record *r, size_t field)
{
	struct picked *f = &p->fields[field];

	if (!is_at(r, f->at, f->name)) {
		size_t i = 0;

		while (i < r->n && !is_at(r, i, f->name))
			i++;
		if (i == r->n)
			return NULL;
		f->at = i;
	}
	f->seen = true;
	const struct value *v = &r->fields[f->at].v;

	return v->kind == VALUE_NULL || (v->kind == VALUE_ARRAY && v->n == 0) ? NULL : v;
}

struct str value_text(struct arena *a, const struct value *v)
{
	struct buf b = {NULL, 0, 0};

	if (v->kind == VALUE_BOOLEAN)
		return v->b ? STR("true") : STR("false");
	if (v->kind != VALUE_ARRAY)
		return v->s.p ? v->s : STR("");
	csv_join(&b, v->items, v->n);
	struct str text = arena_copy(a, buf_str(&b));

	buf_free(&b);
	return text;
}

struct str pick_text(struct pick *p, const struct record *r, size_t field)
{
	const struct value *v = pick_value(p, r, field);

	return v ? value_text(r->arena, v) : (struct str){NULL, 0};
}

static bool has(const struct str *columns, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(columns[i], name))
			return true;
	return schema_is_contract(columns, n) && schema_field(name);
}

/* The field itself or what will do in its place. */
static bool has_any(const struct pick *p, const struct picked *f, const struct str *columns, size_t n)
{
	while (!has(columns, n, f->name)) {
		if (&p->fields[f->other] == f)
			return false;
		f = &p->fields[f->other];
	}
	return true;
}

static bool seen_any(const struct pick *p, const struct picked *f)
{
	while (!f->seen) {
		if (&p->fields[f->other] == f)
			return false;
		f = &p->fields[f->other];
	}
	return true;
}

void pick_see(struct pick *p, const struct record *r)
{
	for (; p->unseen < p->n; p->unseen++) {
		struct picked *f = &p->fields[p->unseen];

		if (f->asked && !f->seen)
			pick_value(p, r, p->unseen);
		if (f->asked && !f->seen)
			return;
	}
}

static void refuse_table(const char *file, const struct str *columns, size_t n, struct str name)
{
	struct buf known = {NULL, 0, 0};

	for (size_t i = 0; i < n; i++)
		buf_printf(&known, "%s%.*s", i ? ", " : "", STR_ARGS(columns[i]));
	diag_die("%s: no column is named %.*s; there are %.*s", file, STR_ARGS(name), STR_ARGS(buf_str(&known)));
}

void pick_columns(struct pick *p, const char *file, const struct source *s)
{
	size_t n;
	const struct str *columns = source_columns(s, &n);

	for (size_t i = 0; columns && i < p->n; i++) {
		struct picked *f = &p->fields[i];

		f->seen |= has(columns, n, f->name);
		if (f->asked && !has_any(p, f, columns, n))
			refuse_table(file, columns, n, f->name);
	}
}

void pick_check(const struct pick *p, bool contract)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct picked *f = &p->fields[i];

		if (f->asked && !seen_any(p, f) && !(contract && schema_field(f->name)))
			diag_die("no record has a field named %.*s", STR_ARGS(f->name));
	}
}

void pick_free(struct pick *p)
{
	arena_free(&p->arena);
}
