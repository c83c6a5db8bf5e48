/* Knows which column of one table is which of the other, what names a row, and which rows of the two
 * tables bear the same name. */
#include "verb/pairing.h"

#include <stdlib.h>

#include "base/diag.h"
#include "io/csv.h"
#include "io/schema.h"

/* Rows of one key are searched for equal ones only up to so many comparisons. */
enum { MOST_TOLD = 10, MOST_TRIED = 1000000 };

/* Columns. */

static const struct schema_field *contract_field(const struct pairing *p, struct str name)
{
	return p->contract ? schema_field(name) : NULL;
}

static enum pair_role role_of(const struct pairing *p, const struct pair_column *c)
{
	const struct pair_options *o = p->o;
	const struct schema_field *f = contract_field(p, c->name);

	if (ask_listed(&o->ignore, c->name) || (o->only.n && !ask_listed(&o->only, c->name)))
		return PAIR_IGNORED;
	if (f && f->place && !ask_listed(&o->only, c->name))
		return PAIR_IGNORED;
	/* A field of the contract is left out where it is null: it comes and goes as a cell. */
	if (f || (c->old != NO_COLUMN && c->new != NO_COLUMN))
		return PAIR_CELL;
	return c->old == NO_COLUMN ? PAIR_ADDED : PAIR_REMOVED;
}

static void add_column(struct pairing *p, struct str name)
{
	struct pair_column c = {.name = name, .old = names_find(&p->old->columns, name), .new = names_find(&p->new->columns, name)};

	c.role = role_of(p, &c);
	c.numeric = !contract_field(p, name) || contract_field(p, name)->kind == VALUE_NUMBER;
	c.key = ask_listed(&p->o->key, name);
	c.tolerance = same_tolerance_of(&p->o->same, name);
	p->columns[p->n++] = c;
}

/* A table without rows has all columns that are asked for: JSON lines do not name them. */
static bool may_lack(const struct pairing *p, const struct held *h, struct str name)
{
	return contract_field(p, name) || (h->columns.n == 0 && h->n == 0) || names_find(&h->columns, name) != NAMES_NONE;
}

static void check_list(const struct pairing *p, const char *option, const struct ask_list *list, bool both)
{
	for (size_t i = 0; i < list->n; i++) {
		bool old = may_lack(p, p->old, list->items[i]), new = may_lack(p, p->new, list->items[i]);

		if (both && !(old && new))
			diag_die("%s: %s: no field is named %.*s", old ? p->new->file : p->old->file, option, STR_ARGS(list->items[i]));
		if (!old && !new)
			diag_die("%s: no field of either table is named %.*s", option, STR_ARGS(list->items[i]));
	}
}

static void check_fields(const struct pairing *p)
{
	check_list(p, "-k", &p->o->key, true);
	check_list(p, "--ignore", &p->o->ignore, false);
	check_list(p, "--only", &p->o->only, false);
	for (size_t i = 0; i < p->o->same.n; i++) {
		struct ask_list one = {&p->o->same.tolerances[i].field, 1, 1};

		if (one.items->p)
			check_list(p, "--abs-tol", &one, false);
	}
	if (p->by == PAIR_BY_ROW && p->o->same.n)
		diag_die("--abs-tol: without -k rows are the same or not: what is near cannot be told");
}

void pair_columns(struct pairing *p, struct pair_options *o, const struct held *old, const struct held *new)
{
	size_t n = old->columns.n + new->columns.n;

	*p = (struct pairing){.o = o, .old = old, .new = new};
	p->contract = (old->contract || new->contract) && (old->contract || old->n == 0) && (new->contract || new->n == 0);
	p->by = o->key.n ? PAIR_BY_FIELDS : p->contract ? PAIR_BY_CONTRACT : PAIR_BY_ROW;
	check_fields(p);
	p->columns = ARENA_ARRAY(&p->arena, struct pair_column, n);
	for (size_t i = 0; i < old->columns.n; i++)
		add_column(p, names_get(&old->columns, i));
	for (size_t i = 0; i < new->columns.n; i++)
		if (names_find(&old->columns, names_get(&new->columns, i)) == NAMES_NONE)
			add_column(p, names_get(&new->columns, i));
	p->old_cells = ARENA_ARRAY(&p->arena, struct held_cell, old->columns.n);
	p->new_cells = ARENA_ARRAY(&p->arena, struct held_cell, new->columns.n);
}

struct held_cell pair_cell(const struct held_cell *cells, long column)
{
	return column == NO_COLUMN ? (struct held_cell){STR(""), VALUE_NULL} : cells[column];
}

/* Keys. */

static struct str cell_named(const struct held *h, const struct held_cell *cells, struct str name)
{
	return pair_cell(cells, names_find(&h->columns, name)).text;
}

/* The parts of a row's key; room for as many as there are fields of any kind. */
static size_t key_parts(const struct pairing *p, const struct held *h, const struct held_cell *cells, struct str *parts)
{
	size_t n = 0, fields_n;

	if (p->by == PAIR_BY_FIELDS) {
		for (; n < p->o->key.n; n++)
			parts[n] = cell_named(h, cells, p->o->key.items[n]);
		return n;
	}
	const struct schema_field *fields = schema_fields(schema_type(cell_named(h, cells, STR("type"))), &fields_n);

	for (size_t i = 0; i < fields_n; i++)
		if (fields[i].names)
			parts[n++] = cell_named(h, cells, fields[i].name);
	return n;
}

enum { MOST_PARTS = 64 };

struct str pair_key_text(const struct pairing *p, const struct held *h, const struct held_cell *cells, struct arena *a)
{
	struct str *parts = ARENA_ARRAY(a, struct str, p->o->key.n + MOST_PARTS);
	struct buf b = {NULL, 0, 0};

	if (p->by == PAIR_BY_ROW)
		return (struct str){NULL, 0};
	size_t n = key_parts(p, h, cells, parts);

	/* A single part stands as it is. */
	if (n == 1)
		return parts[0];
	csv_join(&b, parts, n);
	struct str text = arena_copy(a, buf_str(&b));

	buf_free(&b);
	return text;
}

/* What rows must agree in to be one another's: bytes, each part behind its length. */
static void put_part(struct buf *key, const struct same *same, struct str text, bool value)
{
	size_t at = key->n;
	uint32_t n = 0;

	buf_add(key, (struct str){(const char *)&n, sizeof n});
	if (value)
		same_fold_value(same, text, key);
	else
		same_fold(same, text, key);
	n = (uint32_t)(key->n - at - sizeof n);
	memcpy(key->p + at, &n, sizeof n);
}

static void put_key(const struct pairing *p, const struct held *h, const struct held_cell *cells, struct str *parts,
                    struct buf *key)
{
	buf_clear(key);
	if (p->by != PAIR_BY_ROW) {
		size_t n = key_parts(p, h, cells, parts);

		for (size_t i = 0; i < n; i++)
			put_part(key, &p->o->same, parts[i], false);
		return;
	}
	for (size_t i = 0; i < p->n; i++)
		if (p->columns[i].role == PAIR_CELL)
			put_part(key, &p->o->same, pair_cell(cells, h == p->old ? p->columns[i].old : p->columns[i].new).text, true);
}

/* The rows of each key, in their order. */
struct chains {
	uint32_t *key;   /* a row each */
	size_t *next;    /* the next row of its key */
	size_t *first, *last; /* a key each */
	size_t *count;
	size_t keys;
};

static size_t *no_rows(struct arena *a, size_t n)
{
	size_t *rows = ARENA_ARRAY(a, size_t, n);

	memset(rows, 0xFF, n * sizeof *rows);
	return rows;
}

static uint32_t *find_keys(const struct pairing *p, const struct held *h, struct held_cell *cells, struct names *keys,
                           struct arena *a)
{
	uint32_t *found = ARENA_ARRAY(a, uint32_t, h->n);
	struct str *parts = ARENA_ARRAY(a, struct str, p->o->key.n + MOST_PARTS);
	struct buf key = {NULL, 0, 0};

	for (size_t i = 0; i < h->n; i++) {
		held_cells(h, i, cells);
		put_key(p, h, cells, parts, &key);
		found[i] = (uint32_t)names_add(keys, buf_str(&key));
	}
	buf_free(&key);
	return found;
}

static struct chains make_chains(uint32_t *key, size_t rows, size_t keys, struct arena *a)
{
	struct chains c = {key, no_rows(a, rows), no_rows(a, keys), no_rows(a, keys), ARENA_ARRAY(a, size_t, keys), keys};

	for (size_t i = 0; i < rows; i++) {
		uint32_t k = key[i];

		if (c.count[k]++)
			c.next[c.last[k]] = i;
		else
			c.first[k] = i;
		c.last[k] = i;
	}
	return c;
}

static long tell_duplicates(const struct pairing *p, const struct held *h, struct held_cell *cells, const struct chains *c,
                            long told)
{
	struct arena a = {NULL, 0};

	for (size_t i = 0; i < h->n; i++) {
		if (c->count[c->key[i]] < 2 || c->first[c->key[i]] == i)
			continue;
		if (told++ >= MOST_TOLD)
			continue;
		held_cells(h, i, cells);
		diag_note(h->file, held_line(h, i), "the same key as in line %ld: %.*s", held_line(h, c->first[c->key[i]]),
		          STR_ARGS(pair_key_text(p, h, cells, &a)));
	}
	arena_free(&a);
	return told;
}

static void refuse_duplicates(struct pairing *p, const struct chains *old, const struct chains *new)
{
	long told = tell_duplicates(p, p->old, p->old_cells, old, 0);

	told = tell_duplicates(p, p->new, p->new_cells, new, told);
	if (told)
		diag_die("%ld rows have a key that another row of their table has (--duplicates=pair pairs them in order)", told);
}

static bool rows_equal(struct pairing *p, size_t old, size_t new)
{
	held_cells(p->old, old, p->old_cells);
	held_cells(p->new, new, p->new_cells);
	for (size_t i = 0; i < p->n; i++) {
		const struct pair_column *c = &p->columns[i];

		if (c->role == PAIR_CELL && !same_cells(&p->o->same, pair_cell(p->old_cells, c->old).text,
		                                        pair_cell(p->new_cells, c->new).text, c->tolerance))
			return false;
	}
	return true;
}

static void marry(struct pairing *p, size_t old, size_t new)
{
	p->mate[old] = new;
	p->met[new] = true;
}

/* Of several records of one name those that are alike belong together before any others: what names a contract record is
 * not always all that tells it from others. */
static void marry_equal(struct pairing *p, const struct chains *old, const struct chains *new, size_t key)
{
	for (size_t i = old->first[key]; i != NO_ROW; i = old->next[i])
		for (size_t k = new->first[key]; k != NO_ROW; k = new->next[k])
			if (!p->met[k] && rows_equal(p, i, k)) {
				marry(p, i, k);
				break;
			}
}

static void marry_in_order(struct pairing *p, const struct chains *old, const struct chains *new, size_t key)
{
	size_t i = old->first[key], k = new->first[key];

	for (;;) {
		while (i != NO_ROW && p->mate[i] != NO_ROW)
			i = old->next[i];
		while (k != NO_ROW && p->met[k])
			k = new->next[k];
		if (i == NO_ROW || k == NO_ROW)
			return;
		marry(p, i, k);
	}
}

static void number_rows(struct pairing *p, const struct chains *old, const struct chains *new, size_t key)
{
	size_t which = 0;

	for (size_t i = old->first[key]; i != NO_ROW; i = old->next[i])
		p->old_which[i] = ++which;
	for (size_t k = new->first[key]; k != NO_ROW; k = new->next[k])
		if (!p->met[k])
			p->new_which[k] = ++which;
}

void pair_rows(struct pairing *p)
{
	struct names keys = {.n = 0};
	struct arena a = {NULL, 0};
	uint32_t *old_keys = find_keys(p, p->old, p->old_cells, &keys, &a);
	uint32_t *new_keys = find_keys(p, p->new, p->new_cells, &keys, &a);
	struct chains old = make_chains(old_keys, p->old->n, keys.n, &a), new = make_chains(new_keys, p->new->n, keys.n, &a);

	if (p->by == PAIR_BY_FIELDS && !p->o->pair_duplicates)
		refuse_duplicates(p, &old, &new);
	p->mate = no_rows(&p->arena, p->old->n);
	p->met = ARENA_ARRAY(&p->arena, bool, p->new->n);
	p->old_which = ARENA_ARRAY(&p->arena, size_t, p->old->n);
	p->new_which = ARENA_ARRAY(&p->arena, size_t, p->new->n);
	for (size_t k = 0; k < keys.n; k++) {
		if (p->by == PAIR_BY_CONTRACT && old.count[k] + new.count[k] > 2 && old.count[k] * new.count[k] <= MOST_TRIED)
			marry_equal(p, &old, &new, k);
		marry_in_order(p, &old, &new, k);
		number_rows(p, &old, &new, k);
	}
	names_free(&keys);
	arena_free(&a);
}

void pair_free(struct pairing *p)
{
	arena_free(&p->arena);
}
