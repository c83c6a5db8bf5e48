/* Knows which values the cells of named columns are given, where they are put, and how what could not
 * be read is told. */
#include <stdlib.h>

#include "base/diag.h"
#include "io/csv.h"
#include "verb/cellname.h"
#include "verb/columns.h"
#include "verb/unitname.h"
#include "zh/simplify.h"

static const struct value no_value = {VALUE_NULL, false, {NULL, 0}, NULL, 0};

/* The text of a number in the record's arena. */
static struct value number_of(struct columns *c, struct arena *a, struct decimal d)
{
	buf_clear(&c->text);
	decimal_print(d, &c->text);
	return value_number(arena_copy(a, buf_str(&c->text)));
}

static bool is_same(struct decimal a, struct decimal b)
{
	return a.digits == b.digits && a.scale == b.scale;
}

/* A number and its bounds, which mostly are the same. */
static void put_bounds(struct columns *c, struct arena *a, const struct quantity *q, bool stated, struct value *out)
{
	struct decimal value = stated ? q->stated : q->value, min = stated ? q->stated_min : q->min, max = stated ? q->stated_max : q->max;

	out[0] = q->has_value ? number_of(c, a, value) : no_value;
	out[1] = !q->has_min ? no_value : q->has_value && is_same(min, value) ? out[0] : number_of(c, a, min);
	out[2] = !q->has_max ? no_value : q->has_value && is_same(max, value) ? out[0] : number_of(c, a, max);
}

static struct value text_value(struct str s)
{
	return s.n ? value_string(s) : no_value;
}

static struct value true_or_none(bool b)
{
	return b ? value_boolean(true) : no_value;
}

static void put_money(struct columns *c, struct arena *a, const struct cell *cell, struct value *out)
{
	const struct quantity *q = &cell->q;

	put_bounds(c, a, q, false, q->kind == QUANTITY_RATE ? out + 5 : out);
	out[3] = true_or_none(q->approx);
	out[4] = q->kind == QUANTITY_RATE ? no_value : text_value(arena_copy(a, str_of(q->currency)));
	out[8] = text_value(cell->basis);
}

static void put_number(struct columns *c, struct arena *a, const struct cell *cell, struct value *out)
{
	const struct quantity *q = &cell->q;

	put_bounds(c, a, q, q->kind == QUANTITY_RATE && !q->fraction, out);
	out[3] = true_or_none(q->approx);
	out[4] = q->fraction ? no_value : text_value(q->kind == QUANTITY_MONEY ? unitname_money(q->currency) : q->unit);
}

static struct value day_value(struct columns *c, struct arena *a, struct ymd d, size_t chars)
{
	if (!d.year)
		return no_value;
	buf_clear(&c->text);
	ymd_print(d, &c->text);
	return value_string(arena_copy(a, str_sub(buf_str(&c->text), 0, chars)));
}

static struct value precision_value(enum precision p)
{
	static const char *const names[] = {"", "day", "month", "quarter", "half", "year", "plan"};

	return text_value(str_of(names[p]));
}

/* A month and a year in the shorter forms of ISO 8601: 2020-07, 2020. */
static void put_date(struct columns *c, struct arena *a, const struct cell *cell, struct value *out)
{
	enum precision p = cell->p.precision;

	out[0] = day_value(c, a, cell->p.start, p == PRECISION_YEAR ? 4 : p == PRECISION_MONTH ? 7 : 10);
	out[1] = precision_value(p);
}

static void put_period(struct columns *c, struct arena *a, const struct cell *cell, struct value *out)
{
	out[0] = day_value(c, a, cell->p.start, 10);
	out[1] = day_value(c, a, cell->p.end, 10);
	out[2] = precision_value(cell->p.precision);
}

static struct value name_value(const struct region *r)
{
	return r ? text_value(r->name) : no_value;
}

static void put_region(const struct cell *cell, struct value *out)
{
	const struct region *r = cell->region;

	out[0] = text_value(r->code);
	out[1] = name_value(r);
	out[2] = text_value(cellname_level(r));
	out[3] = name_value(cellname_at(r, REGION_PROVINCE, cell->year));
	out[4] = name_value(cellname_at(r, REGION_CITY, cell->year));
}

static void put_org(struct arena *a, const struct cell *cell, struct value *out)
{
	out[0] = text_value(arena_copy(a, cell->org.name));
	out[1] = true_or_none(cell->org.generic);
	out[2] = text_value(cell->org_code);
}

static void put_values(struct columns *c, struct arena *a, const struct column *column, const struct cell *cell, struct value *out)
{
	for (size_t i = 0; i < column->n; i++)
		out[i] = no_value;
	if (cell->outcome != CELL_OK)
		return;
	switch (column->kind) {
	case CELL_MONEY: put_money(c, a, cell, out); break;
	case CELL_NUMBER: put_number(c, a, cell, out); break;
	case CELL_DATE: put_date(c, a, cell, out); break;
	case CELL_PERIOD: put_period(c, a, cell, out); break;
	case CELL_REGION: put_region(cell, out); break;
	case CELL_ORG: put_org(a, cell, out); break;
	default: break;
	}
}

/* Notes. */

static const char *note_of(enum cell_outcome outcome)
{
	switch (outcome) {
	case CELL_UNREAD: return "unread";
	case CELL_SEVERAL: return "an array where a text is wanted";
	case CELL_BESIDE: return "other words beside it";
	case CELL_NO_UNIT: return "ambiguous: no unit";
	case CELL_TWO_UNITS: return "ambiguous: its own unit and that of the column";
	case CELL_NO_DAY: return "no single date";
	case CELL_RELATIVE: return "relative";
	case CELL_RECURRING: return "recurring";
	case CELL_OPEN: return "open";
	case CELL_IMMEDIATE: return "immediate";
	case CELL_AMBIGUOUS: return "ambiguous";
	default: return NULL;
	}
}

static struct str first_text(const struct column *column, const struct field *made)
{
	for (size_t i = 0; i < column->n; i++)
		if (made[i].v.s.n)
			return made[i].v.s;
	return STR("");
}

static bool is_name(const struct column *column)
{
	return column->kind == CELL_REGION || column->kind == CELL_ORG;
}

static bool is_region(const struct column *column, const struct cell *cell)
{
	return column->kind == CELL_REGION && cell->outcome == CELL_OK;
}

/* Added to b; nothing where there is nothing to tell. */
static void note_text(const struct column *column, const struct cell *cell, struct buf *b)
{
	const char *word = note_of(cell->outcome);

	if (cell->outcome == CELL_AMBIGUOUS)
		cellname_several(b, cell->several, cell->several_n);
	else if (word)
		buf_add(b, str_of(word));
	else if (is_region(column, cell))
		cellname_note(b, cell->region, cell->zone);
}

static bool is_renamed(const struct column *column, const struct cell *cell)
{
	return is_name(column) && cell->outcome != CELL_EMPTY && cell->alias.p && !str_eq(cell->alias, cell->was);
}

static void note_alias(struct record *r, const struct column *column, const struct cell *cell)
{
	if (is_renamed(column, cell))
		record_note(r, arena_printf(r->arena, "%.*s: alias: %.*s -> %.*s", STR_ARGS(column->name), STR_ARGS(cell->was), STR_ARGS(cell->alias)));
}

static void note(struct record *r, const struct column *column, const struct cell *cell, const struct field *made)
{
	struct buf b = {NULL, 0, 0};

	note_alias(r, column, cell);
	if (cell->outcome == CELL_OK && cell->repaired)
		buf_printf(&b, "digits: %.*s -> %.*s", STR_ARGS(cell->was), STR_ARGS(first_text(column, made)));
	else
		note_text(column, cell, &b);
	if (b.n)
		record_note(r, arena_printf(r->arena, "%.*s: %.*s", STR_ARGS(column->name), (int)b.n, b.p));
	buf_free(&b);
}

/* What is said to have no date has been read. */
static enum fill_outcome outcome_of(const struct cell *cell)
{
	switch (cell->outcome) {
	case CELL_EMPTY:
		return FILL_EMPTY;
	case CELL_NO_UNIT: case CELL_TWO_UNITS: case CELL_AMBIGUOUS:
		return FILL_AMBIGUOUS;
	case CELL_UNREAD: case CELL_SEVERAL: case CELL_BESIDE: case CELL_NO_DAY: case CELL_RELATIVE:
		return FILL_UNREAD;
	default:
		return cell->repaired ? FILL_REPAIRED : FILL_OK;
	}
}

const struct str columns_context_names[COLUMNS_CONTEXTS] = {{"doc_date", 8}, {"date", 4}, {"doc_issuer", 10}, {"issuer", 6}};

/* The day that relative dates refer to, and that names are as of. */
static struct ymd reference(const struct columns *c, const struct str told[COLUMNS_CONTEXTS], struct arena *a)
{
	struct ymd day;
	enum precision precision;

	for (int i = COLUMNS_DATE; i <= COLUMNS_DATE_ELSE; i++)
		if (told[i].n && (ymd_parse(told[i], &day) || date_parse(cell_fold(a, told[i]), &day, &precision)))
			return day;
	return c->as_of;
}

static bool is_time(const struct column *column)
{
	return column->kind == CELL_DATE || column->kind == CELL_PERIOD;
}

/* told: the fields that tell how the text is meant. */
static void read_text(const struct columns *c, const struct column *column, struct str text, const struct str told[COLUMNS_CONTEXTS],
                      struct arena *a, struct cell *cell)
{
	struct cell_context context = {.unit = column->unit, .one = column->plain ? &column->one : NULL, .find = c->find};

	if (is_time(column) || is_name(column))
		context.as_of = reference(c, told, a);
	if (is_name(column))
		context.issuer = cell_fold(a, told[COLUMNS_ISSUER].n ? told[COLUMNS_ISSUER] : told[COLUMNS_ISSUER_ELSE]);
	text = cell_fold(a, text);
	cell_read(column->kind, c->simplify ? simplify_plain(text, a) : text, &context, a, cell);
}

static void read_cell(const struct columns *c, const struct record *r, const struct column *column, const struct value *v,
                      struct cell *cell)
{
	struct str told[COLUMNS_CONTEXTS] = {{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}};

	if (v->kind != VALUE_STRING && v->kind != VALUE_NUMBER) {
		bool empty = v->kind == VALUE_NULL || (v->kind == VALUE_ARRAY && v->n == 0);

		cell->outcome = empty ? CELL_EMPTY : v->kind == VALUE_ARRAY ? CELL_SEVERAL : CELL_UNREAD;
		cell->repaired = false;
		return;
	}
	for (int i = 0; i < COLUMNS_CONTEXTS && (is_time(column) || is_name(column)); i++)
		if (!str_eq(column->name, columns_context_names[i]))
			told[i] = record_text(r, columns_context_names[i].p);
	read_text(c, column, v->s, told, r->arena, cell);
}

/* A text cleaned; where it was simplified, the note that says so is left in cell->was. */
static struct str clean_text(const struct columns *c, const struct column *column, struct str s, struct arena *a, struct cell *cell)
{
	struct rewrite r = {.changes = 0};

	s = cell_clean(s, a);
	cell->was = (struct str){NULL, 0};
	if (!c->simplify)
		return s;
	simplify_text(s, &r);
	rewrite_end(&r);
	if (r.changes)
		cell->was = arena_printf(a, "%.*s: simplify: %.*s", STR_ARGS(column->name), STR_ARGS(buf_str(&r.pairs)));
	return rewrite_take(&r, s, a);
}

/* Where each field of the outcome comes from, for records that have the same names in the same order. */
struct columns_plan {
	struct str *names; /* of the record as it comes */
	const char **places; /* where they stand, of the table at hand; NULL of JSON lines, whose names go with them */
	size_t n, room;
	size_t *from;      /* for each field of the record that stays: its place */
	struct column **column; /* and the column that it is, or NULL */
	struct cell *cells;     /* room for what each field says */
	size_t fields;     /* how many stay */
	size_t most;       /* how many there will be */
};

static bool fits(const struct columns_plan *p, const struct record *r)
{
	if (!p || p->n != r->n)
		return false;
	/* The rows of one table share their names. */
	for (size_t i = 0; i < r->n; i++)
		if (p->places[i] != r->fields[i].name.p && !str_eq(p->names[i], r->fields[i].name))
			return false;
	return true;
}

void columns_forget(struct columns *c)
{
	c->plan = NULL;
}

static void make_plan(struct columns *c, const struct record *r)
{
	struct columns_plan *p = c->plan;

	if (!p || r->n > p->room) {
		p = c->plan = ARENA_NEW(&c->arena, struct columns_plan);
		p->room = 2 * r->n;
		p->places = ARENA_ARRAY(&c->arena, const char *, p->room);
		p->names = ARENA_ARRAY(&c->arena, struct str, p->room);
		p->from = ARENA_ARRAY(&c->arena, size_t, p->room);
		p->column = ARENA_ARRAY(&c->arena, struct column *, p->room);
		p->cells = ARENA_ARRAY(&c->arena, struct cell, p->room);
	}
	p->n = r->n;
	p->fields = 0;
	p->most = 1;
	for (size_t i = 0; i < r->n; i++) {
		struct column *column = columns_find(c, r->fields[i].name);

		p->names[i] = names_get(&c->known, names_add(&c->known, r->fields[i].name));
		p->places[i] = c->table ? r->fields[i].name.p : NULL;
		if (columns_is_made(c, r->fields[i].name))
			continue;
		p->from[p->fields] = i;
		p->column[p->fields++] = column;
		p->most += 1 + (column ? column->n : 0);
	}
}

static bool is_name_note(struct str rest)
{
	return str_starts(rest, STR("ambiguous: ")) || str_starts(rest, STR("former: ")) || str_starts(rest, STR("zone: ")) ||
	       str_starts(rest, STR("alias: "));
}

/* Whether a note is one that an earlier run has made of a named column. */
static bool is_own_note(const struct columns *c, struct str note)
{
	for (size_t i = 0; i < c->n; i++) {
		struct str rest = str_from(note, c->items[i].name.n);

		if (!str_starts(note, c->items[i].name) || !str_starts(rest, STR(": ")))
			continue;
		rest = str_from(rest, 2);
		for (int o = CELL_UNREAD; o <= CELL_AMBIGUOUS; o++)
			if (str_eq(rest, str_of(note_of((enum cell_outcome)o))))
				return true;
		if (str_starts(rest, STR("digits: ")) || (is_name(&c->items[i]) && is_name_note(rest)))
			return true;
	}
	return false;
}

/* Notes that an earlier run has left are made anew, as its columns are. Those of others stay. */
static void part_notes(const struct columns *c, struct record *r, struct field *f)
{
	struct value *v = &f->v;
	struct str *items;
	size_t n = 0, all;

	if (c->table && v->kind == VALUE_STRING && csv_unjoin(r->arena, v->s, &items, &all))
		*v = value_array(items, all);
	for (size_t i = 0; v->kind == VALUE_ARRAY && i < v->n; i++)
		if (!is_own_note(c, v->items[i]))
			v->items[n++] = v->items[i];
	if (v->kind == VALUE_ARRAY)
		v->n = n;
}

/* What was read and what could not be: the notes wait until all fields stand. `old` is the whole record as it came. */
static long read_column(struct columns *c, struct record *r, const struct record *old, struct column *column, const struct value *v,
                        struct cell *cell)
{
	read_cell(c, old, column, v, cell);
	enum fill_outcome outcome = outcome_of(cell);

	column->count[outcome]++;
	put_values(c, r->arena, column, cell, c->row);
	for (size_t k = 0; k < column->n; k++)
		r->fields[r->n++] = (struct field){column->made[k], c->row[k]};
	return outcome == FILL_UNREAD || outcome == FILL_AMBIGUOUS;
}

/* When all fields stand, since notes may stand before or behind them. */
static void note_all(const struct columns_plan *p, struct record *r, const struct cell *cells)
{
	size_t at = 0;

	for (size_t i = 0; i < p->fields; i++) {
		const struct column *column = p->column[i];

		at++;
		if (column && column->kind == CELL_TEXT && cells[i].was.n)
			record_note(r, cells[i].was);
		if (!column || column->kind == CELL_TEXT)
			continue;
		note(r, column, &cells[i], &r->fields[at]);
		at += column->n;
	}
}

static void tell_missed(const struct column *column, const struct cell *cell, struct str text, const char *file, long line)
{
	struct buf b = {NULL, 0, 0};

	note_text(column, cell, &b);
	diag_note(file, line, "%.*s: %.*s: %.*s", STR_ARGS(column->name), (int)b.n, b.p, STR_ARGS(text));
	buf_free(&b);
}

long columns_fill(struct columns *c, struct record *r, const char *file, long line)
{
	struct record old = *r;
	long unread = 0;

	if (c->n == 0)
		return 0;
	if (!fits(c->plan, r))
		make_plan(c, r);
	const struct columns_plan *p = c->plan;
	struct cell *cells = p->cells;

	r->fields = ARENA_ARRAY(r->arena, struct field, p->most);
	r->cap = p->most;
	r->n = 0;
	for (size_t i = 0; i < p->fields; i++) {
		struct column *column = p->column[i];
		const struct field *f = &old.fields[p->from[i]];
		struct field *to = &r->fields[r->n++];

		*to = *f;
		if (str_eq(f->name, columns_notes))
			part_notes(c, r, to);
		if (!column)
			continue;
		cells[i].was = (struct str){NULL, 0};
		if (column->kind == CELL_TEXT && f->v.kind == VALUE_STRING)
			to->v.s = clean_text(c, column, f->v.s, r->arena, &cells[i]);
		if (column->kind == CELL_TEXT)
			continue;
		long missed = read_column(c, r, &old, column, &f->v, &cells[i]);

		if (missed && c->tell)
			tell_missed(column, &cells[i], f->v.s, file, line);
		unread += missed;
	}
	note_all(p, r, cells);
	return unread;
}

static void put_made(const struct column *column, const struct value *made, char delimiter, struct buf *out)
{
	for (size_t k = 0; k < column->n; k++) {
		buf_byte(out, delimiter);
		if (made[k].kind == VALUE_BOOLEAN)
			buf_add(out, STR("true"));
		else if (made[k].kind == VALUE_NUMBER || (made[k].kind == VALUE_STRING && is_time(column)))
			buf_add(out, made[k].s);
		else if (made[k].kind == VALUE_STRING)
			csv_put_cell(out, made[k].s, delimiter);
	}
}

bool columns_put(struct columns *c, struct column *column, struct str text, const struct str told[COLUMNS_CONTEXTS], char delimiter,
                 struct arena *a, struct buf *out, enum fill_outcome *outcome)
{
	struct cell cell = {.outcome = CELL_EMPTY};

	if (text.p)
		read_text(c, column, text, told, a, &cell);
	if ((cell.outcome != CELL_OK && cell.outcome != CELL_EMPTY) || cell.repaired ||
	    is_renamed(column, &cell) || (is_region(column, &cell) && (cell.zone.n || cell.region->until)))
		return false;
	*outcome = outcome_of(&cell);
	put_values(c, a, column, &cell, c->row);
	put_made(column, c->row, delimiter, out);
	return true;
}
