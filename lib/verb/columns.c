/* Knows which columns of a table are read, in which unit, and where their typed columns stand. */
#include "verb/columns.h"

#include <stdlib.h>

#include "base/diag.h"
#include "io/csv.h"
#include "verb/unitname.h"
#include "zh/simplify.h"

static const char *const suffixes[CELL_KINDS][COLUMNS_MOST_MADE] = {
	[CELL_MONEY] = {"_amount", "_min", "_max", "_approx", "_currency", "_rate", "_rate_min", "_rate_max", "_basis"},
	[CELL_NUMBER] = {"_value", "_min", "_max", "_approx", "_unit"},
	[CELL_DATE] = {"_date", "_precision"},
	[CELL_PERIOD] = {"_start", "_end", "_precision"},
	[CELL_REGION] = {"_code", "_name", "_level", "_province", "_city"},
	[CELL_ORG] = {"_name", "_generic", "_region_code"},
};

void columns_add(struct columns *c, enum cell_kind kind, const char *name)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->items[i].name, str_of(name)))
			diag_die("column %s is named twice", name);
	*ARENA_PUSH(&c->arena, c->items, c->n, c->cap) = (struct column){.kind = kind, .name = str_of(name)};
}

void columns_unit(struct columns *c, const char *arg)
{
	if (!strchr(arg, '='))
		diag_die("--unit: COLUMN=UNIT wanted, not \"%s\"", arg);
	*ARENA_PUSH(&c->arena, c->units, c->units_n, c->units_cap) = str_of(arg);
}

void columns_as_of(struct columns *c, const char *arg)
{
	if (!ymd_parse(str_of(arg), &c->as_of))
		diag_die("--as-of: a day like 2020-07-20 wanted, not \"%s\"", arg);
}

/* Whether bare numbers under that unit are what the column holds. */
static bool suits(const void *ctx, struct str unit)
{
	const struct column *column = ctx;
	struct quantity q;

	return quantity_parse(STR("1"), unit, &q) &&
	       (column->kind == CELL_NUMBER || q.kind == QUANTITY_MONEY || q.kind == QUANTITY_RATE);
}

/* The unit that the user names for a column; else that of its heading. */
static void find_unit(struct columns *c, struct column *column)
{
	column->unit = unitname_in(cell_fold(&c->arena, column->name), suits, column);
	for (size_t i = 0; i < c->units_n; i++) {
		struct str *given = &c->units[i];

		if (!str_starts(*given, column->name) || given->n <= column->name.n || given->p[column->name.n] != '=')
			continue;
		column->unit = cell_fold(&c->arena, str_from(*given, column->name.n + 1));
		if (!suits(column, column->unit))
			diag_die("--unit %.*s: that is no unit of what the column holds", STR_ARGS(*given));
		given->n = 0;
	}
}

/* INT_MAX where d is none. */
static int power_of_ten(struct decimal d)
{
	int power = 0;

	for (; d.digits >= 10 && d.digits % 10 == 0; d.digits /= 10)
		power++;
	return d.digits == 1 && d.scale == 0 ? power : INT_MAX;
}

void columns_begin(struct columns *c)
{
	for (size_t i = 0; i < c->n; i++)
		cell_load(c->items[i].kind);
	if (c->simplify)
		simplify_load();
	for (size_t i = 0; i < c->n; i++) {
		struct column *column = &c->items[i];

		for (; column->n < COLUMNS_MOST_MADE && suffixes[column->kind][column->n]; column->n++)
			column->made[column->n] = arena_printf(&c->arena, "%.*s%s", STR_ARGS(column->name), suffixes[column->kind][column->n]);
		if (column->kind == CELL_MONEY || column->kind == CELL_NUMBER) {
			find_unit(c, column);
			column->plain = quantity_parse(STR("1"), column->unit, &column->one) &&
			                (column->one.kind == QUANTITY_MONEY || column->one.kind == QUANTITY_BARE);
			column->power = power_of_ten(column->one.value);
		}
	}
	for (size_t i = 0; i < c->n; i++)
		if (columns_is_made(c, c->items[i].name))
			diag_die("column %.*s is named, and made of another one", STR_ARGS(c->items[i].name));
	for (size_t i = 0; i < c->units_n; i++)
		if (c->units[i].n)
			diag_die("--unit %.*s: no such column is named by --money or --number", STR_ARGS(c->units[i]));
	c->row = ARENA_ARRAY(&c->arena, struct value, COLUMNS_MOST_MADE);
}

void columns_copy(const struct columns *c, struct columns *copy)
{
	*copy = *c;
	copy->arena = (struct arena){NULL, 0};
	copy->known = (struct names){.n = 0};
	copy->text = (struct buf){NULL, 0, 0};
	copy->plan = NULL;
	copy->items = ARENA_ARRAY(&copy->arena, struct column, c->n);
	copy->row = ARENA_ARRAY(&copy->arena, struct value, COLUMNS_MOST_MADE);
	if (c->n)
		memcpy(copy->items, c->items, c->n * sizeof *c->items);
}

void columns_join(struct columns *c, const struct columns *copy)
{
	for (size_t i = 0; i < c->n; i++)
		for (int o = 0; o < FILL_OUTCOMES; o++)
			c->items[i].count[o] += copy->items[i].count[o];
}

struct column *columns_find(const struct columns *c, struct str name)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->items[i].name, name))
			return &c->items[i];
	return NULL;
}

/* Whether a column of that name is made, so that what stands there is replaced. */
bool columns_is_made(const struct columns *c, struct str name)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_starts(name, c->items[i].name))
			for (size_t k = 0; k < c->items[i].n; k++)
				if (str_eq(c->items[i].made[k], name))
					return true;
	return false;
}

const struct str columns_notes = {"notes", 5};

/* Columns of texts are cleaned in place, without a word but for what is simplified. */
bool columns_make_any(const struct columns *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->items[i].kind != CELL_TEXT || c->simplify)
			return true;
	return false;
}

struct str *columns_lay_out(struct columns *c, const char *file, const struct str *names, size_t n, size_t *made)
{
	struct str *out = NULL;
	size_t cap = 0;
	bool notes = false;

	*made = 0;
	for (size_t i = 0; i < c->n; i++) {
		bool there = false;

		for (size_t k = 0; k < n; k++)
			there = there || str_eq(names[k], c->items[i].name);
		if (!there)
			diag_die("%s: no column is named %.*s", file, STR_ARGS(c->items[i].name));
	}
	for (size_t i = 0; i < n; i++) {
		const struct column *column = columns_find(c, names[i]);

		if (columns_is_made(c, names[i]))
			continue;
		notes |= str_eq(names[i], columns_notes);
		*ARENA_PUSH(&c->arena, out, *made, cap) = arena_copy(&c->arena, names[i]);
		for (size_t k = 0; column && k < column->n; k++)
			*ARENA_PUSH(&c->arena, out, *made, cap) = column->made[k];
	}
	if (!notes && columns_make_any(c))
		*ARENA_PUSH(&c->arena, out, *made, cap) = columns_notes;
	return out;
}
