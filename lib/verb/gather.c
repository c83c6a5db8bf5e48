/* Knows what a row adds to which group: values to figures, amounts only where they are terms of a
 * sum, each member of an array to a group of its own. */
#include "verb/gather.h"

#include "base/diag.h"
#include "doc/words.h"
#include "io/csv.h"
#include "io/schema.h"
#include "zh/fold.h"

/* In place of a group's number: the row of totals. */
#define TOTAL UINT64_MAX

/* A part of an amount, whose whole may come after it. */
struct gather_later {
	size_t record;
	uint64_t group;
	uint32_t currency;
	const char *file;
	long line;
	struct figure_cells *cells; /* a figure each; those that are not of money stay empty */
};

/* The row at hand. */
struct gather_row {
	const struct record *r;
	const char *file;
	long line;
	struct figure_cells *cells; /* a figure each */
	struct tally_value *values;
	bool *ready;                /* the figure takes its value */
	struct value *key;          /* a group field each */
	long *last_bad, *last_date; /* a field of pick each: the row in which a cell of it was last entered as bad */
	bool quiet;                 /* its bad cells are entered already */
	bool contract;              /* a contract record */
	bool funding;               /* a funding record, and there are figures of amounts */
	bool part;                  /* of another amount */
	enum money_kind kind;       /* for which it is left out; MONEY_KINDS for none */
	size_t record;              /* of money */
	uint32_t currency;
};

/* The cells that a figure looks at. A bound that the record does not have is that of its one number. */
static struct figure_cells pick_cells(struct gather *g, const struct figure *f, const struct record *r)
{
	struct figure_cells c = {.v = NULL};

	if (f->field != (size_t)NO_FIELD)
		c.v = pick_value(&g->pick, r, f->field);
	if (c.v)
		c.text = value_text(r->arena, c.v);
	if (f->t.function->needs != TALLY_BOUNDS)
		return c;
	c.low = pick_text(&g->pick, r, f->low);
	c.high = pick_text(&g->pick, r, f->high);
	if (!c.low.p && !c.high.p)
		c.low = c.high = c.text;
	return c;
}

/* A cell is entered once, however many figures look at it. */
static void add_bad(struct trouble *troubles, long *last, size_t field, long number, const struct gather_row *row, struct str text)
{
	if (row->quiet || last[field] == number)
		return;
	last[field] = number;
	trouble_add(&troubles[field], row->file, row->line, text);
}

static bool read_bound(struct gather *g, struct str text, size_t field, const struct gather_row *row, struct number *n)
{
	if (text.p && text.n && !number_read(text, n)) {
		add_bad(g->bad, row->last_bad, field, g->rows, row, text);
		return false;
	}
	return text.n > 0;
}

/* Whether a figure takes what stands in its cells; what it cannot read is entered as bad. */
static bool read_value(struct gather *g, struct figure *f, const struct figure_cells *c, const struct gather_row *row,
                       struct tally_value *v)
{
	*v = (struct tally_value){.v = c->v, .text = c->text};
	switch (f->t.function->needs) {
	case TALLY_ROW:
		return f->field == (size_t)NO_FIELD || c->text.p;
	case TALLY_ANY:
		return c->text.p;
	case TALLY_BOUNDS:
		v->has_low = read_bound(g, c->low, c->low.p == c->text.p ? f->field : f->low, row, &v->number);
		v->has_high = read_bound(g, c->high, c->high.p == c->text.p ? f->field : f->high, row, &v->high);
		return v->has_low || v->has_high;
	default:
		break;
	}
	if (c->text.n == 0)
		return false;
	if (number_read(c->text, &v->number)) {
		f->numbers = true;
		return true;
	}
	v->date = f->t.function->needs == TALLY_ORDER && tally_is_date(row->r->arena, c->text);
	add_bad(v->date ? g->dates : g->bad, v->date ? row->last_date : row->last_bad, f->field, g->rows, row, c->text);
	return v->date;
}

static bool adds_up(const struct figure *f)
{
	return f->t.function->needs != TALLY_ROW;
}

static void cannot_mix(struct gather *g, uint32_t one, uint32_t other, const char *file, long line)
{
	diag_die("%s:%ld: amounts in %.*s and in %.*s are in one group: add currency to -g, or choose one with --where",
	         file, line, STR_ARGS(money_currency_name(&g->money, one)), STR_ARGS(money_currency_name(&g->money, other)));
}

/* The row of totals has no figures of amounts when groups differ in their currency. */
static void check_currency(struct gather *g, struct group *group, uint32_t currency, const char *file, long line)
{
	if (group->currency == 0)
		group->currency = currency;
	if (group->currency == currency)
		return;
	if (group != g->groups.total || !g->by_currency)
		cannot_mix(g, group->currency, currency, file, line);
	group->mixed = true;
}

static void take(struct figure *f, struct group *group, uint64_t number, const struct tally_value *v)
{
	f->t.function->take(&f->t, group->states + f->at, number, v);
}

static struct group *group_of(struct gather *g, uint64_t number)
{
	return number == TOTAL ? g->groups.total : &g->groups.items[number];
}

static struct figure_cells copy_cells(struct arena *a, const struct figure_cells *c)
{
	struct figure_cells copy = {.v = NULL};

	if (c->text.p)
		copy.text = arena_copy(a, c->text);
	if (c->low.p)
		copy.low = arena_copy(a, c->low);
	if (c->high.p)
		copy.high = arena_copy(a, c->high);
	return copy;
}

/* Whether the row is a term of a group is not known before all rows are: its amounts wait. */
static void put_off(struct gather *g, const struct gather_row *row, uint64_t number)
{
	struct gather_later l = {row->record, number, row->currency, row->file, row->line, NULL};

	l.cells = ARENA_ARRAY(&g->arena, struct figure_cells, g->groups.n);
	for (size_t i = 0; i < g->groups.n; i++)
		if (g->groups.figures[i].money)
			l.cells[i] = copy_cells(&g->arena, &row->cells[i]);
	*ARENA_PUSH(&g->arena, g->later, g->laters, g->cap) = l;
}

static void take_row(struct gather *g, const struct gather_row *row, uint64_t number)
{
	struct group *group = group_of(g, number);
	bool waits = row->funding && row->part && row->kind == MONEY_KINDS && !g->money.include[MONEY_PARTS];

	if (row->funding)
		money_hold(&g->money, row->record, number);
	if (waits)
		put_off(g, row, number);
	for (size_t i = 0; i < g->groups.n; i++) {
		struct figure *f = &g->groups.figures[i];
		bool money = f->money && row->funding;

		if (!row->ready[i] || (money && (waits || row->kind < MONEY_KINDS)))
			continue;
		if (money && adds_up(f))
			check_currency(g, group, row->currency, row->file, row->line);
		take(f, group, number, &row->values[i]);
	}
}

/* What is known of a row before its groups are. */
static void look_at(struct gather *g, struct gather_row *row)
{
	bool amounts = false;

	for (size_t i = 0; i < g->groups.n; i++) {
		struct figure *f = &g->groups.figures[i];

		row->cells[i] = pick_cells(g, f, row->r);
		row->ready[i] = read_value(g, f, &row->cells[i], row, &row->values[i]);
		amounts |= f->money && row->ready[i];
	}
	row->kind = MONEY_KINDS;
	if (!row->funding)
		return;
	row->currency = money_currency(&g->money, &g->pick, row->r);
	row->kind = money_kind(&g->money, &g->pick, row->r);
	if (amounts && row->kind < MONEY_KINDS)
		g->money.left_out[row->kind]++;
	row->part &= amounts;
}

static struct value group_value(struct gather *g, size_t i, const struct gather_row *row)
{
	const struct value *v = pick_value(&g->pick, row->r, g->groups.fields[i]);
	enum ask_part part = g->groups.by.items[i].part;
	struct value none = {VALUE_NULL, false, {NULL, 0}, NULL, 0};

	if (!v || part == ASK_WHOLE)
		return v ? *v : none;
	struct str text = value_text(row->r->arena, v), cut = ask_part_of(row->r->arena, text, part);

	while (part == ASK_YEAR && cut.n > 1 && cut.p[0] == '0')
		cut = str_from(cut, 1);
	if (cut.n)
		return part == ASK_YEAR ? value_number(cut) : value_string(cut);
	if (text.n)
		trouble_add(&g->parts[i], row->file, row->line, text);
	return none;
}

static bool is_sum_row(struct str text, struct arena *a)
{
	struct buf folded = {NULL, 0, 0};
	size_t n = 0;

	fold_text(text, &folded);
	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] != ' ' && folded.p[i] != ':')
			folded.p[n++] = folded.p[i];
	struct str bare = arena_copy(a, str_sub(buf_str(&folded), 0, n));

	buf_free(&folded);
	return bare.n && words_tail(bare, W_SUMROW);
}

/* A table of no contract may have rows that add up others. What its groups are named tells. */
static const struct value *find_sum_row(const struct gather *g, const struct gather_row *row)
{
	if (row->contract)
		return NULL;
	for (size_t i = 0; i < g->groups.by.n; i++)
		if (row->key[i].kind == VALUE_STRING && is_sum_row(row->key[i].s, row->r->arena))
			return &row->key[i];
	return NULL;
}

/* Enters the row into the group of its key; false where it is one of totals and such are left out. */
static bool take_key(struct gather *g, const struct gather_row *row)
{
	bool fresh;
	size_t number = groups_find(&g->groups, row->key, &fresh);
	struct group *group = &g->groups.items[number];

	if (fresh)
		group->sum_row = find_sum_row(g, row) != NULL;
	if (group->sum_row) {
		const struct value *name = find_sum_row(g, row);

		trouble_add(&g->totals, row->file, row->line, name ? name->s : STR(""));
		if (g->skip_totals)
			return false;
	}
	take_row(g, row, number);
	return true;
}

/* The members of a value: those of an array, also where a table has them joined in one cell. */
static size_t members_of(const struct gather *g, const struct value *v, struct arena *a, struct str **items)
{
	size_t n;

	if (v->kind == VALUE_ARRAY) {
		*items = v->items;
		return v->n;
	}
	return g->table && v->kind == VALUE_STRING && csv_unjoin(a, v->s, items, &n) ? n : 0;
}

static bool among(const struct str *items, size_t n, struct str s)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(items[i], s))
			return true;
	return false;
}

/* A member that stands twice in an array counts once. */
static bool take_members(struct gather *g, const struct gather_row *row)
{
	struct value *key = &row->key[g->explode];
	struct str *items = NULL;
	size_t n = members_of(g, key, row->r->arena, &items);
	bool taken = false;

	if (n == 0)
		return take_key(g, row);
	for (size_t i = 0; i < n; i++) {
		if (among(items, i, items[i]))
			continue;
		*key = value_string(items[i]);
		taken |= take_key(g, row);
	}
	return taken;
}

void gather_see(struct gather *g, const struct record *r)
{
	struct gather_row *row = g->row;
	enum record_type type = schema_type(pick_text(&g->pick, r, g->money.type));

	pick_see(&g->pick, r);
	row->contract = type != RECORD_UNKNOWN;
	row->funding = g->has_money && type == RECORD_FUNDING;
	row->part = false;
	g->contract |= row->contract;
	if (row->funding)
		row->record = money_enter(&g->money, &g->pick, r, &row->part);
}

void gather_record(struct gather *g, const struct record *r, const char *file, long line)
{
	struct gather_row *row = g->row;

	g->rows++;
	row->r = r;
	row->file = file;
	row->line = line;
	look_at(g, row);
	for (size_t i = 0; i < g->groups.by.n; i++)
		row->key[i] = group_value(g, i, row);
	bool taken = g->explode == NO_FIELD ? take_key(g, row) : take_members(g, row);

	if (taken && g->groups.total)
		take_row(g, row, TOTAL);
}

static void take_later(struct gather *g, const struct gather_later *l)
{
	struct group *group = group_of(g, l->group);
	struct record none = {.arena = &g->arena};
	struct gather_row row = {.r = &none, .file = l->file, .line = l->line, .quiet = true};
	struct tally_value v;

	for (size_t i = 0; i < g->groups.n; i++) {
		struct figure *f = &g->groups.figures[i];

		if (!f->money || !read_value(g, f, &l->cells[i], &row, &v))
			continue;
		if (adds_up(f))
			check_currency(g, group, l->currency, l->file, l->line);
		take(f, group, l->group, &v);
	}
}

/* The amounts of one record that wait for several groups stand side by side; it is counted once. */
void gather_end(struct gather *g)
{
	size_t counted = SIZE_MAX;

	for (size_t i = 0; i < g->laters; i++) {
		const struct gather_later *l = &g->later[i];

		if (!money_whole_held(&g->money, l->record, l->group)) {
			take_later(g, l);
		} else if (l->record != counted) {
			g->money.left_out[MONEY_PARTS]++;
			counted = l->record;
		}
	}
	for (size_t i = 0; i < g->groups.n; i++) {
		struct figure *f = &g->groups.figures[i];

		f->t.numbers = f->field != (size_t)NO_FIELD && f->numbers;
	}
}

long gather_tell(const struct gather *g)
{
	long n = 0;

	for (size_t i = 0; i < g->pick.n; i++) {
		struct str name = pick_name(&g->pick, i);

		trouble_tell(&g->bad[i], name, "cells are no numbers");
		n += g->bad[i].n;
		for (size_t k = 0; k < g->groups.n; k++)
			if (g->groups.figures[k].field == i && g->groups.figures[k].t.numbers) {
				trouble_tell(&g->dates[i], name, "cells are dates where others are numbers");
				n += g->dates[i].n;
				break;
			}
	}
	for (size_t i = 0; i < g->groups.by.n; i++) {
		trouble_tell(&g->parts[i], g->groups.by.items[i].name, "cells are no dates");
		n += g->parts[i].n;
	}
	return n;
}

bool gather_skips(const struct gather *g, size_t group)
{
	return g->skip_totals && g->groups.items[group].sum_row;
}

size_t gather_groups(const struct gather *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->groups.keys.n; i++)
		n += !gather_skips(g, i);
	return n;
}

void gather_begin(struct gather *g, bool with_total)
{
	struct arena *a = &g->arena;

	groups_begin(&g->groups, with_total);
	g->bad = ARENA_ARRAY(a, struct trouble, g->pick.n);
	g->dates = ARENA_ARRAY(a, struct trouble, g->pick.n);
	g->parts = ARENA_ARRAY(a, struct trouble, g->groups.by.n);
	g->row = ARENA_NEW(a, struct gather_row);
	g->row->cells = ARENA_ARRAY(a, struct figure_cells, g->groups.n);
	g->row->values = ARENA_ARRAY(a, struct tally_value, g->groups.n);
	g->row->ready = ARENA_ARRAY(a, bool, g->groups.n);
	g->row->key = ARENA_ARRAY(a, struct value, g->groups.by.n);
	g->row->last_bad = ARENA_ARRAY(a, long, g->pick.n);
	g->row->last_date = ARENA_ARRAY(a, long, g->pick.n);
	words_load();
}

void gather_free(struct gather *g)
{
	groups_free(&g->groups);
	money_free(&g->money);
	pick_free(&g->pick);
	arena_free(&g->arena);
}
