/* Knows how changes are laid over the table that they were found in, so that it becomes the new one:
 * rows in the order of their keys, columns in that of the header. */
#include <stdlib.h>

#include "base/diag.h"
#include "io/charset.h"
#include "io/csv.h"
#include "io/jsonl.h"
#include "io/schema.h"
#include "verb/change.h"
#include "verb/diff.h"

struct row {
	struct held_cell *cells; /* a column each, as many as the table will have */
	struct str key;          /* of a contract record: what names it */
	bool removed;
};

struct apply {
	struct diff_options *o;
	const char *file;        /* of the changes */
	struct held old;
	bool inferred;           /* the key was told from the changes and the lines of the old table */
	struct pairing p;        /* of the old table with itself: it tells keys */
	struct arena arena;
	struct change *changes;
	long *lines;             /* where each change stands */
	size_t n, cap, lines_cap;
	bool typed;              /* the changes tell numbers from texts */
	struct names columns;    /* the old ones, then those that are added */
	bool *dropped;           /* a column each */
	struct row *rows;        /* the old ones, then those that are added */
	size_t rows_n, rows_cap;
	struct names keys;       /* of the old rows: key and which row of it; the number is the row's */
};

static void conflict(const struct apply *a, const struct change *c, const char *what)
{
	diag_die("%s:%ld: does not fit %s: %.*s: %s", a->file, a->lines[c - a->changes], a->old.file, STR_ARGS(c->field), what);
}

/* Reading. */

static void refuse(void *ctx, const char *file, long line, const char *reason, struct str raw)
{
	(void)ctx, (void)raw;
	diag_die("%s:%ld: %s", file, line, reason);
}

static void read_changes(struct apply *a)
{
	const struct diff_options *o = a->o;
	struct source_options from = {FORMAT_AUTO, NULL, o->delimiter, false, true, true};
	struct source *source = source_open(a->file, &from, refuse, a);
	struct record r;
	const char *reason;
	long line;

	if (!source)
		diag_die("not all input could be read: no output");
	a->typed = source_format(source) == FORMAT_JSONL;
	while (source_next(source, &a->arena, &r, &line)) {
		*ARENA_PUSH(&a->arena, a->lines, a->n, a->lines_cap) = line;
		a->n--;
		struct change *c = ARENA_PUSH(&a->arena, a->changes, a->n, a->cap);

		if (!change_from_record(&r, c, &reason))
			refuse(a, a->file, line, reason, STR(""));
	}
	source_close(source);
}

static void read_tables(struct apply *a, const char *old)
{
	struct source_options from = {a->o->input, a->o->encoding, a->o->delimiter, a->o->no_header, false, false};

	if (strcmp(a->file, "-") == 0 && strcmp(old, "-") == 0)
		diag_die("only one of changes and table can be standard input");
	charset_load();
	schema_load();
	held_read(&a->old, old, &from);
	read_changes(a);
	if (diag_exit_status() != STATUS_OK)
		diag_die("not all input could be read: no output");
}

/* The key, where it was not asked for: changes tell its parts, not the fields that they stand in. */

static size_t row_at_line(const struct apply *a, long line)
{
	size_t low = 0, high = a->old.n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (held_line(&a->old, middle) < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < a->old.n && held_line(&a->old, low) == line ? low : NO_ROW;
}

static size_t split_key(struct arena *arena, struct str key, size_t parts, struct str **items)
{
	size_t n;

	if (parts > 1 && csv_unjoin(arena, key, items, &n) && n > 0)
		return n;
	*items = ARENA_ARRAY(arena, struct str, 1);
	(*items)[0] = key;
	return 1;
}

static bool same_row(const struct change *a, const struct change *b)
{
	return a->kind == b->kind && a->row == b->row && str_cmp(a->key, b->key) == 0 && a->new_line == b->new_line;
}

/* The cells of the row that a change is about, in the columns of the old table: those of an old row by its line, those of an added
 * one by the changes that tell them, which begin at c. */
static void cells_of(struct apply *a, const struct change *c, struct held_cell *cells)
{
	size_t row = c->old_line ? row_at_line(a, c->old_line) : NO_ROW;

	for (size_t i = 0; i < a->old.columns.n; i++)
		cells[i] = (struct held_cell){STR(""), VALUE_NULL};
	if (row != NO_ROW)
		held_cells(&a->old, row, cells);
	for (const struct change *d = c; c->kind == CHANGE_ADDED && d < a->changes + a->n && same_row(c, d); d++) {
		long column = names_find(&a->old.columns, d->field);

		if (column != NAMES_NONE)
			cells[column] = held_cell_of(&a->arena, &d->new);
	}
}

/* Strikes out for each part of the key the columns that do not hold it. */
static void strike_out(struct apply *a, const struct change *c, bool *may, size_t parts, struct held_cell *cells)
{
	size_t n = a->old.columns.n;
	struct str *items;

	if (split_key(&a->arena, c->key, parts, &items) != parts) {
		memset(may, 0, parts * n);
		return;
	}
	cells_of(a, c, cells);
	for (size_t part = 0; part < parts; part++)
		for (size_t i = 0; i < n; i++)
			may[part * n + i] &= str_eq(cells[i].text, items[part]);
}

static void take_first(struct apply *a, const bool *may, size_t parts)
{
	size_t n = a->old.columns.n;
	struct ask_list *key = &a->o->pair.key;

	for (size_t part = 0; part < parts; part++) {
		size_t i = 0;

		while (i < n && !(may[part * n + i] && !ask_listed(key, names_get(&a->old.columns, i))))
			i++;
		if (i == n)
			diag_die("%s: the key fields cannot be told from the changes: name them with -k", a->file);
		*ARENA_PUSH(&a->arena, key->items, key->n, key->cap) = names_get(&a->old.columns, i);
	}
}

static void infer_key(struct apply *a)
{
	const struct change *first = NULL;

	a->inferred = true;
	struct str *items;
	size_t parts;

	for (size_t i = 0; i < a->n && !first; i++)
		first = a->changes[i].key.p ? &a->changes[i] : NULL;
	if (!first)
		return;
	/* A single part stands as it is, with its semicolons: columns of that very text tell. */
	parts = split_key(&a->arena, first->key, 2, &items);
	for (size_t tries = 0; tries < 2; tries++) {
		size_t n = a->old.columns.n, wanted = tries ? 1 : parts;
		bool *may = ARENA_ARRAY(&a->arena, bool, wanted * n + 1);
		struct held_cell *cells = ARENA_ARRAY(&a->arena, struct held_cell, n);
		bool found = wanted > 0;

		memset(may, 1, wanted * n);
		for (size_t i = 0; i < a->n; i++)
			if (a->changes[i].key.p && (i == 0 || !same_row(&a->changes[i - 1], &a->changes[i])))
				strike_out(a, &a->changes[i], may, wanted, cells);
		for (size_t part = 0; part < wanted; part++)
			found = found && memchr(may + part * n, 1, n);
		if (found || tries) {
			take_first(a, may, wanted);
			return;
		}
	}
}

/* The old rows, made ready to be changed. */

/* Parts are folded one by one, as they were when rows were paired: joined, one could end where another begins. */
static struct str fold_key(struct apply *a, struct str key)
{
	struct buf b = {NULL, 0, 0};
	struct str *items;
	size_t n = split_key(&a->arena, key, a->p.by == PAIR_BY_FIELDS ? a->o->pair.key.n : 2, &items);

	for (size_t i = 0; i < n; i++) {
		struct buf part = {NULL, 0, 0};

		same_fold(&a->o->pair.same, items[i], &part);
		buf_printf(&b, "%zu ", part.n);
		buf_add(&b, buf_str(&part));
		buf_free(&part);
	}
	struct str folded = arena_copy(&a->arena, buf_str(&b));

	buf_free(&b);
	return folded;
}

static struct str row_name(struct apply *a, struct str folded, size_t which)
{
	return arena_printf(&a->arena, "%.*s\n%zu", STR_ARGS(folded), which);
}

/* Each row bears its key and which row of that key it is. */
static void name_rows(struct apply *a)
{
	struct names seen = {.n = 0};
	size_t *counts = ARENA_ARRAY(&a->arena, size_t, a->old.n);

	for (size_t i = 0; i < a->old.n; i++) {
		struct str key = fold_key(a, pair_key_text(&a->p, &a->old, a->rows[i].cells, &a->arena));

		names_add(&a->keys, row_name(a, key, ++counts[names_add(&seen, key)]));
	}
	names_free(&seen);
}

static struct row *add_row(struct apply *a)
{
	struct row *row = ARENA_PUSH(&a->arena, a->rows, a->rows_n, a->rows_cap);

	*row = (struct row){ARENA_ARRAY(&a->arena, struct held_cell, a->columns.n), {NULL, 0}, false};
	for (size_t i = 0; i < a->columns.n; i++)
		row->cells[i] = (struct held_cell){STR(""), VALUE_NULL};
	return row;
}

/* Fields of contract records come in with changes and added rows without a word of a new column. Columns that are added are told
 * before all rows. */
static bool may_name(const struct apply *a, struct str field)
{
	return names_find(&a->columns, field) != NAMES_NONE || a->old.columns.n == 0 || (a->p.contract && schema_field(field));
}

static void lay_out_columns(struct apply *a)
{
	for (size_t i = 0; i < a->old.columns.n; i++)
		names_add(&a->columns, names_get(&a->old.columns, i));
	for (size_t i = 0; i < a->n; i++) {
		const struct change *c = &a->changes[i];

		if (c->kind == CHANGE_COLUMN_ADDED && names_find(&a->old.columns, c->field) != NAMES_NONE)
			conflict(a, c, "the table has that column already");
		if (c->kind == CHANGE_COLUMN_REMOVED && names_find(&a->old.columns, c->field) == NAMES_NONE)
			conflict(a, c, "the table has no such column");
		if (c->kind != CHANGE_COLUMN_ADDED && !may_name(a, c->field))
			conflict(a, c, "the table has no such column");
		names_add(&a->columns, c->field);
	}
	a->dropped = ARENA_ARRAY(&a->arena, bool, a->columns.n);
}

static void lay_out_rows(struct apply *a)
{
	for (size_t i = 0; i < a->old.n; i++)
		held_cells(&a->old, i, add_row(a)->cells);
	if (a->p.by != PAIR_BY_ROW)
		name_rows(a);
}

/* Changing. */

static struct row *find_row(struct apply *a, const struct change *c)
{
	long row;

	if (a->p.by == PAIR_BY_ROW || a->inferred || !c->key.p) {
		size_t at = row_at_line(a, c->old_line);

		row = at == NO_ROW ? NAMES_NONE : (long)at;
	} else {
		row = names_find(&a->keys, row_name(a, fold_key(a, c->key), c->row));
	}
	if (row == NAMES_NONE)
		conflict(a, c, "there is no such row");
	return &a->rows[row];
}

/* What the new value is where the changes are a table, whose cells are all texts. */
static struct held_cell type_text(struct apply *a, struct str field, struct held_cell old, struct str text)
{
	const struct schema_field *f = a->p.contract ? schema_field(field) : NULL;
	enum value_kind kind = f ? f->kind : old.kind;
	struct str *items;
	size_t n;

	if (text.n == 0)
		return (struct held_cell){text, VALUE_NULL};
	if ((kind == VALUE_NUMBER && jsonl_is_plain_number(text)) || (kind == VALUE_ARRAY && csv_unjoin(&a->arena, text, &items, &n)) ||
	    (kind == VALUE_BOOLEAN && (str_eq(text, STR("true")) || str_eq(text, STR("false")))))
		return (struct held_cell){text, kind};
	return (struct held_cell){text, VALUE_STRING};
}

static struct held_cell new_cell(struct apply *a, const struct change *c, struct held_cell old)
{
	struct held_cell cell = held_cell_of(&a->arena, &c->new);

	return a->typed ? cell : type_text(a, c->field, old, cell.text);
}

static void check_old(struct apply *a, const struct change *c, struct held_cell cell)
{
	if (!str_eq(cell.text, held_cell_of(&a->arena, &c->old).text))
		conflict(a, c, "the cell is another one by now");
}

static void apply_cells(struct apply *a)
{
	const struct change *last = NULL;
	struct row *added = NULL;

	for (size_t i = 0; i < a->n; i++) {
		const struct change *c = &a->changes[i];
		size_t column = names_add(&a->columns, c->field);

		if (c->kind == CHANGE_COLUMN_ADDED || c->kind == CHANGE_COLUMN_REMOVED)
			continue;
		if (c->kind == CHANGE_ADDED) {
			if (!last || !same_row(last, c))
				added = add_row(a);
			last = c;
			added->cells[column] = new_cell(a, c, added->cells[column]);
			continue;
		}
		struct row *row = find_row(a, c);

		check_old(a, c, row->cells[column]);
		if (c->kind == CHANGE_REMOVED)
			row->removed = true;
		else
			row->cells[column] = new_cell(a, c, row->cells[column]);
	}
}

static void fill_column(struct apply *a, const struct change *c, size_t column)
{
	struct str *items = c->new.items;
	size_t n = c->new.n, at = 0;

	if (c->new.kind == VALUE_STRING && !csv_unjoin(&a->arena, c->new.s, &items, &n))
		conflict(a, c, "its cells cannot be told apart");
	for (size_t i = 0; i < a->old.n && c->new.kind != VALUE_NULL; i++) {
		if (a->rows[i].removed)
			continue;
		if (at == n)
			conflict(a, c, "it has fewer cells than the table rows");
		a->rows[i].cells[column] = (struct held_cell){items[at], items[at].n ? VALUE_STRING : VALUE_NULL};
		at++;
	}
	if (at < n && c->new.kind != VALUE_NULL)
		conflict(a, c, "it has more cells than the table rows");
}

static void apply_columns(struct apply *a)
{
	for (size_t i = 0; i < a->n; i++) {
		const struct change *c = &a->changes[i];
		size_t column = names_add(&a->columns, c->field);

		if (c->kind == CHANGE_COLUMN_REMOVED)
			a->dropped[column] = true;
		else if (c->kind == CHANGE_COLUMN_ADDED)
			fill_column(a, c, column);
	}
}

/* Writing. */

static int compare_rows(const void *x, const void *y, void *ctx)
{
	const struct apply *a = ctx;
	const struct row *r = *(struct row *const *)x, *s = *(struct row *const *)y;
	int order = str_cmp(r->key, s->key);

	for (size_t i = 0; i < a->o->pair.key.n && !order; i++) {
		long column = names_find(&a->columns, a->o->pair.key.items[i]);

		order = str_cmp(pair_cell(r->cells, column).text, pair_cell(s->cells, column).text);
	}
	for (size_t i = 0; i < a->columns.n && !order; i++)
		if (!a->dropped[i])
			order = str_cmp(r->cells[i].text, s->cells[i].text);
	return order;
}

static struct row **sort_rows(struct apply *a, size_t *n)
{
	struct row **rows = ARENA_ARRAY(&a->arena, struct row *, a->rows_n);

	*n = 0;
	for (size_t i = 0; i < a->rows_n; i++) {
		if (a->rows[i].removed)
			continue;
		if (a->p.by == PAIR_BY_CONTRACT)
			a->rows[i].key = pair_key_text(&a->p, &a->old, a->rows[i].cells, &a->arena);
		rows[(*n)++] = &a->rows[i];
	}
	qsort_r(rows, *n, sizeof *rows, compare_rows, a);
	return rows;
}

static void write_row(struct apply *a, struct sink *sink, const struct row *row)
{
	struct arena arena = {NULL, 0};
	struct record r = {.arena = &arena, .fields = ARENA_ARRAY(&arena, struct field, a->columns.n)};

	for (size_t i = 0; i < a->columns.n; i++)
		if (!a->dropped[i])
			r.fields[r.n++] = (struct field){names_get(&a->columns, i), held_value(&arena, row->cells[i])};
	sink_write(sink, &r);
	arena_free(&arena);
}

static void write_table(struct apply *a)
{
	const struct diff_options *o = a->o;
	struct sink_options to = {o->to == FORMAT_AUTO ? a->old.format : o->to, o->output, o->delimiter, o->bom, o->no_header,
	                          !a->p.contract};
	struct sink *sink = sink_open(&to);
	struct str *columns = ARENA_ARRAY(&a->arena, struct str, a->columns.n);
	size_t columns_n = 0, n;
	struct row **rows = sort_rows(a, &n);

	for (size_t i = 0; i < a->columns.n; i++)
		if (!a->dropped[i])
			columns[columns_n++] = names_get(&a->columns, i);
	if (to.format != FORMAT_JSONL)
		sink_columns(sink, columns, columns_n);
	for (size_t i = 0; i < n; i++)
		write_row(a, sink, rows[i]);
	sink_close(sink);
}

void apply_run(struct diff_options *o, const char *changes, const char *old)
{
	struct apply a = {.o = o, .file = changes};

	read_tables(&a, old);
	if (o->pair.key.n == 0 && !a.old.contract && a.old.columns.n)
		infer_key(&a);
	pair_columns(&a.p, &o->pair, &a.old, &a.old);
	lay_out_columns(&a);
	lay_out_rows(&a);
	apply_cells(&a);
	apply_columns(&a);
	write_table(&a);
	names_free(&a.keys);
	names_free(&a.columns);
	pair_free(&a.p);
	held_free(&a.old);
	arena_free(&a.arena);
}
