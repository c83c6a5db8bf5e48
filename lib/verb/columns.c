/* Knows which columns a value is given and how what could not be read is told. */
#include "verb/columns.h"

#include <stdlib.h>

#include "base/diag.h"
#include "io/csv.h"
#include "verb/unitname.h"
#include "zh/fold.h"

static const char *const suffixes[CELL_KINDS][COLUMNS_MOST_MADE] = {
	[CELL_MONEY] = {"_amount", "_min", "_max", "_approx", "_currency", "_rate", "_rate_min", "_rate_max", "_basis"},
	[CELL_NUMBER] = {"_value", "_min", "_max", "_approx", "_unit"},
	[CELL_DATE] = {"_date", "_precision"},
	[CELL_PERIOD] = {"_start", "_end", "_precision"},
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

static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return true;
}

/* Text made ready for the parsers of lib/zh: folded, line ends dropped, trimmed. Most is plain already. */
static struct str folded(struct arena *a, struct str s)
{
	struct buf b = {NULL, 0, 0};
	struct str part;

	if (is_plain(s))
		return str_trim(s);
	for (size_t at = 0; str_split(s, '\n', &at, &part);)
		fold_text(part.n && part.p[part.n - 1] == '\r' ? str_sub(part, 0, part.n - 1) : part, &b);
	struct str text = arena_copy(a, str_trim(buf_str(&b)));

	buf_free(&b);
	return text;
}

/* Whether bare numbers under that unit are what the column holds. */
static bool suits(const struct column *column, struct str unit)
{
	struct quantity q;

	return quantity_parse(STR("1"), unit, &q) &&
	       (column->kind == CELL_NUMBER || q.kind == QUANTITY_MONEY || q.kind == QUANTITY_RATE);
}

/* The unit that the user names for a column; else one in brackets at the end of its heading. */
static void find_unit(struct columns *c, struct column *column)
{
	struct str name = folded(&c->arena, column->name), heading = unitname_heading(name);

	if (heading.n < name.n && suits(column, heading))
		column->unit = heading;
	for (size_t i = 0; i < c->units_n; i++) {
		struct str *given = &c->units[i];

		if (!str_starts(*given, column->name) || given->n <= column->name.n || given->p[column->name.n] != '=')
			continue;
		column->unit = folded(&c->arena, str_from(*given, column->name.n + 1));
		if (!suits(column, column->unit))
			diag_die("--unit %.*s: that is no unit of what the column holds", STR_ARGS(*given));
		given->n = 0;
	}
}

void columns_begin(struct columns *c)
{
	if (c->n) {
		cell_load();
		unitname_load();
	}
	for (size_t i = 0; i < c->n; i++) {
		struct column *column = &c->items[i];

		for (; column->n < COLUMNS_MOST_MADE && suffixes[column->kind][column->n]; column->n++)
			column->made[column->n] = arena_printf(&c->arena, "%.*s%s", STR_ARGS(column->name), suffixes[column->kind][column->n]);
		if (column->kind == CELL_MONEY || column->kind == CELL_NUMBER)
			find_unit(c, column);
	}
	for (size_t i = 0; i < c->units_n; i++)
		if (c->units[i].n)
			diag_die("--unit %.*s: no such column is named by --money or --number", STR_ARGS(c->units[i]));
	c->row = ARENA_ARRAY(&c->arena, struct value, COLUMNS_MOST_MADE);
}

static struct column *find_named(const struct columns *c, struct str name)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->items[i].name, name))
			return &c->items[i];
	return NULL;
}

/* Whether a column of that name is made, so that what stands there is replaced. */
static bool is_made(const struct columns *c, struct str name)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_starts(name, c->items[i].name))
			for (size_t k = 0; k < c->items[i].n; k++)
				if (str_eq(c->items[i].made[k], name))
					return true;
	return false;
}

static const struct str notes_name = {"notes", 5};

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
		const struct column *column = find_named(c, names[i]);

		if (is_made(c, names[i]))
			continue;
		notes |= str_eq(names[i], notes_name);
		*ARENA_PUSH(&c->arena, out, *made, cap) = arena_copy(&c->arena, names[i]);
		for (size_t k = 0; column && k < column->n; k++)
			*ARENA_PUSH(&c->arena, out, *made, cap) = column->made[k];
	}
	if (!notes)
		*ARENA_PUSH(&c->arena, out, *made, cap) = notes_name;
	return out;
}

/* Values. */

static const struct value no_value = {VALUE_NULL, false, {NULL, 0}, NULL, 0};

static struct value decimal_value(struct arena *a, bool has, struct decimal d)
{
	struct buf b = {NULL, 0, 0};

	if (!has)
		return no_value;
	decimal_print(d, &b);
	struct value v = value_number(arena_copy(a, buf_str(&b)));

	buf_free(&b);
	return v;
}

static struct value text_value(struct str s)
{
	return s.n ? value_string(s) : no_value;
}

static struct value true_or_none(bool b)
{
	return b ? value_boolean(true) : no_value;
}

static void put_money(struct arena *a, const struct cell *cell, struct value *out)
{
	const struct quantity *q = &cell->q;
	struct value *at = q->kind == QUANTITY_RATE ? out + 5 : out;

	at[0] = decimal_value(a, q->has_value, q->value);
	at[1] = decimal_value(a, q->has_min, q->min);
	at[2] = decimal_value(a, q->has_max, q->max);
	out[3] = true_or_none(q->approx);
	out[4] = q->kind == QUANTITY_RATE ? no_value : text_value(arena_copy(a, str_of(q->currency)));
	out[8] = text_value(cell->basis);
}

static void put_number(struct arena *a, const struct cell *cell, struct value *out)
{
	const struct quantity *q = &cell->q;
	bool stated = q->kind == QUANTITY_RATE && !q->fraction;

	out[0] = decimal_value(a, q->has_value, stated ? q->stated : q->value);
	out[1] = decimal_value(a, q->has_min, stated ? q->stated_min : q->min);
	out[2] = decimal_value(a, q->has_max, stated ? q->stated_max : q->max);
	out[3] = true_or_none(q->approx);
	out[4] = q->fraction ? no_value : text_value(q->kind == QUANTITY_MONEY ? unitname_money(q->currency) : q->unit);
}

static struct value day_value(struct arena *a, struct ymd d, size_t chars)
{
	struct buf b = {NULL, 0, 0};

	if (!d.year)
		return no_value;
	ymd_print(d, &b);
	struct value v = value_string(arena_copy(a, str_sub(buf_str(&b), 0, chars)));

	buf_free(&b);
	return v;
}

static struct value precision_value(enum precision p)
{
	static const char *const names[] = {"", "day", "month", "quarter", "half", "year", "plan"};

	return text_value(str_of(names[p]));
}

/* A month and a year in the shorter forms of ISO 8601: 2020-07, 2020. */
static void put_date(struct arena *a, const struct cell *cell, struct value *out)
{
	enum precision p = cell->p.precision;

	out[0] = day_value(a, cell->p.start, p == PRECISION_YEAR ? 4 : p == PRECISION_MONTH ? 7 : 10);
	out[1] = precision_value(p);
}

static void put_period(struct arena *a, const struct cell *cell, struct value *out)
{
	out[0] = day_value(a, cell->p.start, 10);
	out[1] = day_value(a, cell->p.end, 10);
	out[2] = precision_value(cell->p.precision);
}

static void put_values(struct arena *a, const struct column *column, const struct cell *cell, struct value *out)
{
	for (size_t i = 0; i < column->n; i++)
		out[i] = no_value;
	if (cell->outcome != CELL_OK)
		return;
	switch (column->kind) {
	case CELL_MONEY: put_money(a, cell, out); break;
	case CELL_NUMBER: put_number(a, cell, out); break;
	case CELL_DATE: put_date(a, cell, out); break;
	case CELL_PERIOD: put_period(a, cell, out); break;
	default: break;
	}
}

/* Notes. */

static const char *note_of(enum cell_outcome outcome)
{
	switch (outcome) {
	case CELL_UNREAD: return "unread";
	case CELL_BESIDE: return "other words beside it";
	case CELL_NO_UNIT: return "ambiguous: no unit";
	case CELL_NO_DAY: return "no single date";
	case CELL_RELATIVE: return "relative";
	case CELL_RECURRING: return "recurring";
	case CELL_OPEN: return "open";
	case CELL_IMMEDIATE: return "immediate";
	default: return NULL;
	}
}

static struct str first_text(const struct column *column, const struct value *made)
{
	for (size_t i = 0; i < column->n; i++)
		if (made[i].s.n)
			return made[i].s;
	return STR("");
}

static void note(struct record *r, const struct column *column, const struct cell *cell, const struct value *made)
{
	const char *word = note_of(cell->outcome);

	if (word)
		record_note(r, arena_printf(r->arena, "%.*s: %s", STR_ARGS(column->name), word));
	else if (cell->outcome == CELL_OK && cell->repaired)
		record_note(r, arena_printf(r->arena, "%.*s: digits: %.*s -> %.*s", STR_ARGS(column->name), STR_ARGS(cell->was),
		                            STR_ARGS(first_text(column, made))));
}

/* What is said to have no date has been read. */
static enum fill_outcome outcome_of(const struct cell *cell)
{
	switch (cell->outcome) {
	case CELL_EMPTY:
		return FILL_EMPTY;
	case CELL_NO_UNIT:
		return FILL_AMBIGUOUS;
	case CELL_UNREAD: case CELL_BESIDE: case CELL_NO_DAY: case CELL_RELATIVE:
		return FILL_UNREAD;
	default:
		return cell->repaired ? FILL_REPAIRED : FILL_OK;
	}
}

/* The day that a record's relative dates refer to. */
static struct ymd reference(const struct columns *c, const struct record *r, const struct column *column)
{
	static const char *const fields[] = {"doc_date", "date"};
	struct ymd day;

	for (int i = 0; i < 2; i++)
		if (!str_eq(column->name, str_of(fields[i])) && ymd_parse(record_text(r, fields[i]), &day))
			return day;
	return c->as_of;
}

static bool is_time(const struct column *column)
{
	return column->kind == CELL_DATE || column->kind == CELL_PERIOD;
}

static struct cell read_cell(const struct columns *c, const struct record *r, const struct column *column, const struct value *v)
{
	struct cell_context context = {.unit = column->unit, .find = c->find};
	bool readable = v->kind == VALUE_STRING || v->kind == VALUE_NUMBER;

	if (!readable)
		return (struct cell){.outcome = v->kind == VALUE_NULL ? CELL_EMPTY : CELL_UNREAD};
	if (is_time(column))
		context.as_of = reference(c, r, column);
	return cell_read(column->kind, folded(r->arena, v->s), &context, r->arena);
}

/* What is made of nothing stands nowhere. */
static void drop_made(const struct columns *c, struct record *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		if (!is_made(c, r->fields[i].name))
			r->fields[n++] = r->fields[i];
	r->n = n;
}

static size_t find_field(const struct record *r, struct str name)
{
	size_t at = 0;

	while (at < r->n && !str_eq(r->fields[at].name, name))
		at++;
	return at;
}

/* Notes that an earlier run has left are members again, so that none is added twice. */
static void part_notes(const struct columns *c, struct record *r)
{
	size_t at = find_field(r, notes_name), n;
	struct str *items;

	if (c->table && at < r->n && r->fields[at].v.kind == VALUE_STRING && csv_unjoin(r->arena, r->fields[at].v.s, &items, &n))
		r->fields[at].v = value_array(items, n);
}

static void put_behind(struct record *r, size_t at, const struct column *column, const struct value *values)
{
	memmove(&r->fields[at + 1 + column->n], &r->fields[at + 1], (r->n - at - 1) * sizeof *r->fields);
	for (size_t k = 0; k < column->n; k++)
		r->fields[at + 1 + k] = (struct field){column->made[k], values[k]};
	r->n += column->n;
}

static long fill_column(struct columns *c, struct record *r, struct column *column, size_t at, const char *file, long line)
{
	const struct value *v = &r->fields[at].v;
	struct cell cell = read_cell(c, r, column, v);
	enum fill_outcome outcome = outcome_of(&cell);
	bool unread = outcome == FILL_UNREAD || outcome == FILL_AMBIGUOUS;

	if (unread && c->tell)
		diag_note(file, line, "%.*s: %s: %.*s", STR_ARGS(column->name), note_of(cell.outcome), STR_ARGS(v->s));
	column->count[outcome]++;
	put_values(r->arena, column, &cell, c->row);
	put_behind(r, at, column, c->row);
	note(r, column, &cell, c->row);
	return unread;
}

long columns_fill(struct columns *c, struct record *r, const char *file, long line)
{
	struct field *old = r->fields;
	long unread = 0;

	if (c->n == 0)
		return 0;
	r->cap = r->n + c->n * COLUMNS_MOST_MADE + 1;
	r->fields = ARENA_ARRAY(r->arena, struct field, r->cap);
	if (r->n)
		memcpy(r->fields, old, r->n * sizeof *old);
	drop_made(c, r);
	part_notes(c, r);
	for (size_t i = 0; i < c->n; i++) {
		struct column *column = &c->items[i];
		size_t at = find_field(r, column->name);

		if (at == r->n)
			continue;
		if (column->kind != CELL_TEXT)
			unread += fill_column(c, r, column, at, file, line);
		else if (r->fields[at].v.kind == VALUE_STRING)
			r->fields[at].v.s = cell_clean(r->fields[at].v.s, r->arena);
	}
	return unread;
}
