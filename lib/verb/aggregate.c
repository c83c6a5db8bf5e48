/* Knows how pt-aggregate goes from files to a table of groups: what it reads, in which order rows
 * and columns stand, and what it tells. */
#include "verb/aggregate.h"

#include <stdlib.h>

#include "base/diag.h"
#include "io/charset.h"
#include "io/jsonl.h"
#include "io/out.h"
#include "io/schema.h"
#include "verb/gather.h"
#include "verb/where.h"

enum { MOST_TOLD = 10 };

struct run {
	struct aggregate_options *o;
	struct gather g;
	struct where where;
	enum format format; /* of the first input */
	long rows, matched, faults;
	struct str *columns;
	size_t n;           /* columns: group fields, figures, level */
};

/* What is asked for becomes columns. */

static struct str derived_name(struct arena *a, struct str name, const char *end)
{
	return arena_printf(a, "%.*s%s", STR_ARGS(name), end);
}

static void plan_bounds(struct run *run, struct figure *f, const struct ask_figure *asked)
{
	struct arena *a = &run->o->arena;
	struct str base = asked->name.p ? asked->name : asked->field;

	f->field = pick_field(&run->g.pick, asked->field, true);
	f->low = pick_field(&run->g.pick, derived_name(a, asked->field, "_min"), false);
	f->high = pick_field(&run->g.pick, derived_name(a, asked->field, "_max"), false);
	pick_either(&run->g.pick, f->field, f->low);
	pick_either(&run->g.pick, f->low, f->high);
	f->columns = 3;
	f->name[0] = derived_name(a, base, "_low");
	f->name[1] = derived_name(a, base, "_high");
	f->name[2] = derived_name(a, base, "_open");
}

static void plan_figure(struct run *run, struct figure *f, const struct ask_figure *asked)
{
	struct buf names = {NULL, 0, 0};

	f->t.function = tally_function(asked->function);
	f->t.digits = run->o->digits;
	f->field = f->low = f->high = (size_t)NO_FIELD;
	f->columns = 1;
	if (!f->t.function) {
		tally_names(&names);
		diag_die("-a: no function is named %.*s: %.*s", STR_ARGS(asked->function), STR_ARGS(buf_str(&names)));
	}
	if (!asked->field.p && f->t.function->needs != TALLY_ROW)
		diag_die("-a: %s needs a field: %s:FIELD", f->t.function->name, f->t.function->name);
	f->money = asked->field.p && f->t.function->needs != TALLY_ANY && money_is_amount(asked->field);
	run->g.has_money |= f->money;
	if (f->t.function->needs == TALLY_BOUNDS) {
		plan_bounds(run, f, asked);
		return;
	}
	if (asked->field.p)
		f->field = pick_field(&run->g.pick, asked->field, true);
	f->name[0] = asked->name.p ? asked->name : asked->function;
	if (asked->field.p && !asked->name.p)
		f->name[0] = arena_printf(&run->o->arena, "%.*s_%.*s", STR_ARGS(asked->function), STR_ARGS(asked->field));
}

static void plan_figures(struct run *run)
{
	static struct ask_figure rows = {{"count", 5}, {NULL, 0}, {NULL, 0}};
	struct ask_figures asked = run->o->figures;

	if (asked.n == 0)
		asked = (struct ask_figures){&rows, 1, 1};
	run->g.groups.n = asked.n;
	run->g.groups.figures = ARENA_ARRAY(&run->g.arena, struct figure, asked.n);
	for (size_t i = 0; i < asked.n; i++)
		plan_figure(run, &run->g.groups.figures[i], &asked.items[i]);
}

/* A field that is exploded is a group field, whether it was named among them or not. */
static void plan_groups(struct run *run)
{
	struct ask_groups *by = &run->o->groups;
	struct str explode = run->o->explode ? str_of(run->o->explode) : STR("");

	run->g.explode = NO_FIELD;
	for (size_t i = 0; explode.n && i < by->n; i++)
		if (by->items[i].part == ASK_WHOLE && str_eq(by->items[i].field, explode))
			run->g.explode = (long)i;
	if (explode.n && run->g.explode == NO_FIELD) {
		*ARENA_PUSH(&run->o->arena, by->items, by->n, by->cap) = (struct ask_group){explode, explode, ASK_WHOLE};
		run->g.explode = (long)by->n - 1;
	}
	run->g.groups.by = *by;
	run->g.groups.fields = ARENA_ARRAY(&run->g.arena, size_t, by->n);
	for (size_t i = 0; i < by->n; i++) {
		run->g.groups.fields[i] = pick_field(&run->g.pick, by->items[i].field, true);
		run->g.by_currency |= str_eq(by->items[i].field, STR("currency"));
	}
}

static void add_column(struct run *run, struct str name)
{
	for (size_t i = 0; i < run->n; i++)
		if (str_eq(run->columns[i], name))
			diag_die("two columns would be named %.*s: give one another name with =NAME", STR_ARGS(name));
	run->columns[run->n++] = name;
}

static void plan_columns(struct run *run)
{
	const struct groups *g = &run->g.groups;

	run->columns = ARENA_ARRAY(&run->g.arena, struct str, g->by.n + 3 * g->n + 1);
	for (size_t i = 0; i < g->by.n; i++)
		add_column(run, g->by.items[i].name);
	for (size_t i = 0; i < g->n; i++)
		for (size_t k = 0; k < g->figures[i].columns; k++)
			add_column(run, g->figures[i].name[k]);
	if (run->o->total)
		add_column(run, STR("level"));
}

static size_t find_column(const struct run *run, struct str name)
{
	for (size_t i = 0; i < run->n; i++)
		if (str_eq(run->columns[i], name))
			return i;
	diag_die("--sort: no column of the output is named %.*s", STR_ARGS(name));
}

static void plan(struct run *run)
{
	run->g.money = run->o->money;
	run->g.skip_totals = run->o->skip_totals;
	plan_groups(run);
	plan_figures(run);
	plan_columns(run);
	where_make(&run->where, &run->g.arena, &run->g.pick, &run->o->where);
	money_fields(&run->g.money, &run->g.pick);
	gather_begin(&run->g, run->o->total);
	for (size_t i = 0; i < run->o->order.n; i++)
		find_column(run, run->o->order.items[i].field);
}

/* Input. */

static void take_reject(void *ctx, const char *file, long line, const char *reason, struct str raw)
{
	struct run *run = ctx;

	(void)raw;
	if (run->faults++ < MOST_TOLD)
		diag_input(file, line, "%s", reason);
	diag_status(STATUS_INPUT);
}

static void read_records(struct run *run, struct source *source, const char *file)
{
	struct arena arena = {NULL, 0};
	struct arena_mark mark = arena_mark(&arena);
	struct record r;
	long line;

	while (source_next(source, &arena, &r, &line)) {
		run->rows++;
		gather_see(&run->g, &r);
		if (where_holds(&run->where, &run->g.pick, &r, file, line)) {
			run->matched++;
			gather_record(&run->g, &r, file, line);
		}
		arena_release(&arena, mark);
	}
	arena_free(&arena);
}

static void read_file(struct run *run, const char *file)
{
	const struct aggregate_options *o = run->o;
	struct source_options from = {o->input, o->encoding, o->delimiter, o->no_header, false, false};
	struct source *source = source_open(file, &from, take_reject, run);
	size_t n;

	if (!source)
		return;
	if (run->format == FORMAT_AUTO)
		run->format = source_format(source);
	pick_columns(&run->g.pick, file, source);
	const struct str *columns = source_columns(source, &n);

	run->g.table = source_format(source) != FORMAT_JSONL && !(columns && schema_is_contract(columns, n));
	read_records(run, source, file);
	source_close(source);
}

/* Output. */

/* A row of the output: a value a column. */
static void fill_group(const struct run *run, const struct group *group, struct arena *a, struct value *out)
{
	const struct groups *g = &run->g.groups;

	for (size_t i = 0; i < g->n; i++) {
		const struct figure *f = &g->figures[i];
		bool gives = !(group->mixed && f->money && f->t.function->needs != TALLY_ROW);

		if (gives)
			f->t.function->give(&f->t, group->states + f->at, a, out);
		out += f->columns;
	}
}

static struct value *make_row(const struct run *run, size_t group, struct arena *a)
{
	struct value *row = ARENA_ARRAY(a, struct value, run->n);

	groups_values(&run->g.groups, group, a, row);
	fill_group(run, &run->g.groups.items[group], a, row + run->g.groups.by.n);
	if (run->o->total)
		row[run->n - 1] = value_string(STR("group"));
	return row;
}

static struct value *make_total(const struct run *run, struct arena *a)
{
	struct value *row = ARENA_ARRAY(a, struct value, run->n);

	fill_group(run, run->g.groups.total, a, row + run->g.groups.by.n);
	row[run->n - 1] = value_string(STR("total"));
	return row;
}

static void write_row(const struct run *run, struct sink *sink, struct arena *a, const struct value *row)
{
	struct record r = {.arena = a, .fields = ARENA_ARRAY(a, struct field, run->n), .n = run->n};

	for (size_t i = 0; i < run->n; i++)
		r.fields[i] = (struct field){run->columns[i], row[i]};
	sink_write(sink, &r);
}

struct sort_key {
	size_t column;
	bool down;
};

struct sorting {
	const struct sort_key *keys;
	size_t n;
	struct value **rows;
	struct arena *a;
};

/* Numbers by value, then texts in the order of their code points, then nothing, which stays last. */
static int compare_values(struct arena *a, const struct value *x, const struct value *y, bool down)
{
	bool no_x = x->kind == VALUE_NULL, no_y = y->kind == VALUE_NULL;
	struct number m, n;

	if (no_x || no_y)
		return no_x - no_y;
	struct str s = value_text(a, x), t = value_text(a, y);
	bool number_x = number_read(s, &m), number_y = number_read(t, &n);
	int order = number_x && number_y ? number_cmp(&m, &n) : number_x != number_y ? number_y - number_x : str_cmp(s, t);

	return down ? -order : order;
}

static int compare_rows(const void *x, const void *y, void *ctx)
{
	const struct sorting *s = ctx;
	size_t i = *(const size_t *)x, k = *(const size_t *)y;

	for (size_t c = 0; c < s->n; c++) {
		size_t column = s->keys[c].column;
		int order = compare_values(s->a, &s->rows[i][column], &s->rows[k][column], s->keys[c].down);

		if (order)
			return order;
	}
	return (i > k) - (i < k);
}

/* --top alone asks for the largest in the first figure; with --sort, for the largest in what is sorted by. */
static struct sort_key *plan_order(const struct run *run, struct arena *a, size_t *n)
{
	const struct ask_orders *asked = &run->o->order;
	struct sort_key *keys = ARENA_ARRAY(a, struct sort_key, asked->n + 1);

	*n = asked->n;
	for (size_t i = 0; i < asked->n; i++)
		keys[i] = (struct sort_key){find_column(run, asked->items[i].field), asked->items[i].down};
	if (run->o->top && *n == 0)
		keys[(*n)++] = (struct sort_key){run->g.groups.by.n, true};
	if (run->o->top)
		keys[0].down = true;
	return keys;
}

static void write_sorted(const struct run *run, struct sink *sink, struct arena *a)
{
	struct sorting s = {.a = a, .keys = plan_order(run, a, &s.n)};
	size_t n = 0, groups = run->g.groups.keys.n;
	size_t *order = ARENA_ARRAY(a, size_t, groups);

	s.rows = ARENA_ARRAY(a, struct value *, groups);
	for (size_t i = 0; i < groups; i++)
		if (!gather_skips(&run->g, i)) {
			s.rows[i] = make_row(run, i, a);
			order[n++] = i;
		}
	qsort_r(order, n, sizeof *order, compare_rows, &s);
	for (size_t i = 0; i < n && (!run->o->top || i < run->o->top); i++)
		write_row(run, sink, a, s.rows[order[i]]);
}

static void write_groups(const struct run *run, struct sink *sink)
{
	struct arena a = {NULL, 0};
	struct arena_mark mark = arena_mark(&a);

	if (run->o->order.n || run->o->top) {
		write_sorted(run, sink, &a);
	} else {
		for (size_t i = 0; i < run->g.groups.keys.n; i++) {
			if (!gather_skips(&run->g, i))
				write_row(run, sink, &a, make_row(run, i, &a));
			arena_release(&a, mark);
		}
	}
	if (run->o->total)
		write_row(run, sink, &a, make_total(run, &a));
	arena_free(&a);
}

static void write_output(const struct run *run)
{
	const struct aggregate_options *o = run->o;
	struct sink_options to = {o->to, o->output, o->delimiter, o->bom, o->no_header, true};

	if (to.format == FORMAT_AUTO)
		to.format = run->format == FORMAT_AUTO ? FORMAT_JSONL : run->format;
	struct sink *sink = sink_open(&to);

	sink_columns(sink, run->columns, run->n);
	write_groups(run, sink);
	sink_close(sink);
}

/* What is told. */

static void tell_left_out(const struct run *run)
{
	const struct money *m = &run->g.money;
	struct buf b = {NULL, 0, 0};

	for (int k = 0; k < MONEY_KINDS; k++)
		if (m->left_out[k])
			buf_printf(&b, "%s%s %ld", b.n ? ", " : "", money_kind_name(k), m->left_out[k]);
	if (b.n)
		diag_note(NULL, 0, "records left out of figures of amounts: %.*s (--include brings them in)", STR_ARGS(buf_str(&b)));
	buf_free(&b);
	if (run->g.groups.total && run->g.groups.total->mixed)
		diag_note(NULL, 0, "the row of totals has no figures of amounts: they are in several currencies");
}

static void put_troubles(struct buf *b, const struct run *run)
{
	const char *comma = "";

	for (size_t i = 0; i < run->g.pick.n; i++) {
		if (run->g.bad[i].n == 0)
			continue;
		buf_add(b, str_of(comma));
		buf_add(b, STR("\n    "));
		jsonl_put_string(b, pick_name(&run->g.pick, i));
		buf_printf(b, ": %ld", run->g.bad[i].n);
		comma = ",";
	}
}

static void write_stats(const struct run *run)
{
	struct out *out = out_open(run->o->stats);
	struct buf b = {NULL, 0, 0};
	const struct money *m = &run->g.money;

	buf_printf(&b, "{\n  \"rows\": %ld,\n  \"matched\": %ld,\n  \"groups\": %zu,\n  \"left_out\": {", run->rows, run->matched,
	           gather_groups(&run->g));
	for (int k = 0; k < MONEY_KINDS; k++)
		buf_printf(&b, "%s\"%s\": %ld", k ? ", " : "", money_kind_name(k), m->left_out[k]);
	buf_printf(&b, "},\n  \"rows_of_totals\": %ld,\n  \"not_numbers\": {", run->g.totals.n);
	put_troubles(&b, run);
	buf_add(&b, STR("}\n}\n"));
	out_add(out, buf_str(&b));
	out_close(out);
	buf_free(&b);
}

static void tell(struct run *run)
{
	long bad = gather_tell(&run->g) + where_tell(&run->where);

	tell_left_out(run);
	trouble_tell(&run->g.totals, STR("totals"),
	             run->o->skip_totals ? "rows that add up others are left out" : "rows add up others (--skip-totals leaves them out)");
	if (run->o->verbose)
		diag_note(NULL, 0, "%ld rows, %ld of them taken, %zu groups", run->rows, run->matched, gather_groups(&run->g));
	if (bad && run->o->strict)
		diag_die("%ld cells could not be used, and --strict was asked for: no output", bad);
}

/* A sum over a part of the input looks right: there is none. */
static void stop_at_faults(const struct run *run)
{
	if (run->faults > MOST_TOLD)
		diag_note(NULL, 0, "and %ld more", run->faults - MOST_TOLD);
	if (diag_exit_status() != STATUS_OK)
		diag_die("not all input could be read: no output");
}

void aggregate_run(struct aggregate_options *o, char **files, int n)
{
	struct run run = {.o = o};
	bool one;

	charset_load();
	schema_load();
	plan(&run);
	if (n == 0)
		read_file(&run, "-");
	for (int i = 0; i < n; i++)
		read_file(&run, files[i]);
	stop_at_faults(&run);
	if (run.rows)
		pick_check(&run.g.pick, run.g.contract);
	if (run.g.groups.by.n == 0)
		groups_find(&run.g.groups, NULL, &one);
	gather_end(&run.g);
	tell(&run);
	write_output(&run);
	if (o->stats)
		write_stats(&run);
	gather_free(&run.g);
	arena_free(&o->arena);
}
