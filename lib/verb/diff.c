/* Knows what is told of two tables: every cell that differs, with what it adds to its column, and
 * the account of each column of numbers. */
#include "verb/diff.h"

#include <stdlib.h>

#include "base/diag.h"
#include "io/charset.h"
#include "io/out.h"
#include "io/schema.h"

/* What the numbers of a column add up to. */
struct account {
	struct sum old, new, deltas;
	bool text;    /* a cell is no number */
	bool numbers; /* a cell is one */
};

struct run {
	struct diff_options *o;
	struct held old, new;
	struct pairing p;
	struct sink *sink;     /* one of the two */
	struct report *report;
	bool told;             /* a record was written */
	struct arena arena;    /* of the change at hand */
	struct account *accounts; /* a column each */
	long rows[CHANGE_KINDS], cells[CHANGE_KINDS];
};

static void write_change(struct run *run, const struct change *c)
{
	struct record r;

	run->cells[c->kind]++;
	if (run->report) {
		report_change(run->report, c);
		return;
	}
	/* The same tables have nothing to say, not even the names of columns. */
	if (!run->told)
		sink_columns(run->sink, change_fields(), CHANGE_FIELDS);
	run->told = true;
	change_to_record(c, &run->arena, &r);
	sink_write(run->sink, &r);
}

/* New less old, an empty cell counting as nothing, when one is a number and the other no text. */
static struct str find_delta(struct run *run, const struct pair_column *column, struct str old, struct str new)
{
	struct account *account = &run->accounts[column - run->p.columns];
	struct number x, y;
	bool from = same_number(old, &x), to = same_number(new, &y);

	if (!column->numeric)
		return (struct str){NULL, 0};
	struct sum delta = {.small = 0};
	struct buf b = {NULL, 0, 0};

	if ((!from && old.n) || (!to && new.n) || (!from && !to))
		return (struct str){NULL, 0};
	if (from)
		sum_subtract(&delta, &x);
	if (to)
		sum_add(&delta, &y);
	sum_print(&delta, &b);
	sum_add_sum(&account->deltas, &delta);
	struct str text = arena_copy(&run->arena, buf_str(&b));

	buf_free(&b);
	sum_free(&delta);
	return text;
}

/* What tells the place of a contract record; p NULL where it does not. */
static struct str place_of(const struct run *run, const struct held *h, const struct held_cell *cells, struct str field)
{
	struct str text = pair_cell(cells, names_find(&h->columns, field)).text;

	return run->p.contract && text.n ? text : (struct str){NULL, 0};
}

static void place_change(const struct run *run, struct change *c, size_t old, size_t new)
{
	const struct pairing *p = &run->p;

	if (old != NO_ROW) {
		c->old_line = held_line(p->old, old);
		c->old_doc = place_of(run, p->old, p->old_cells, STR("doc"));
		c->old_start = place_of(run, p->old, p->old_cells, STR("start"));
		c->old_text_line = place_of(run, p->old, p->old_cells, STR("line"));
	}
	if (new != NO_ROW) {
		c->new_line = held_line(p->new, new);
		c->new_doc = place_of(run, p->new, p->new_cells, STR("doc"));
		c->new_start = place_of(run, p->new, p->new_cells, STR("start"));
		c->new_text_line = place_of(run, p->new, p->new_cells, STR("line"));
	}
}

static void tell_cell(struct run *run, struct change *c, const struct pair_column *column)
{
	struct held_cell none = {STR(""), VALUE_NULL};
	struct held_cell old = c->kind == CHANGE_ADDED ? none : pair_cell(run->p.old_cells, column->old);
	struct held_cell new = c->kind == CHANGE_REMOVED ? none : pair_cell(run->p.new_cells, column->new);

	c->field = column->name;
	c->old = held_value(&run->arena, old);
	c->new = held_value(&run->arena, new);
	c->delta = find_delta(run, column, old.text, new.text);
	write_change(run, c);
}

static void tell_changed(struct run *run, size_t old, size_t new)
{
	struct pairing *p = &run->p;
	struct change c = {.kind = CHANGE_CHANGED, .row = p->old_which[old]};
	bool told = false;

	held_cells(p->old, old, p->old_cells);
	held_cells(p->new, new, p->new_cells);
	for (size_t i = 0; i < p->n; i++) {
		const struct pair_column *column = &p->columns[i];
		struct held_cell x = pair_cell(p->old_cells, column->old), y = pair_cell(p->new_cells, column->new);

		if (column->role != PAIR_CELL || same_cells(&p->o->same, x.text, y.text, column->tolerance))
			continue;
		if (!told) {
			c.key = pair_key_text(p, p->old, p->old_cells, &run->arena);
			place_change(run, &c, old, new);
			run->rows[CHANGE_CHANGED]++;
			told = true;
		}
		tell_cell(run, &c, column);
	}
}

/* A row that only one table has: each of its cells. What is empty in a record is no cell, unless there is no other; a table
 * has one in every column. */
static void tell_lone(struct run *run, enum change_kind kind, size_t row)
{
	struct pairing *p = &run->p;
	bool added = kind == CHANGE_ADDED;
	const struct held *h = added ? p->new : p->old;
	struct held_cell *cells = added ? p->new_cells : p->old_cells;
	struct change c = {.kind = kind};
	const struct pair_column *any = NULL;
	bool told = false;

	run->rows[kind]++;
	c.row = p->by == PAIR_BY_ROW ? (size_t)run->rows[kind] : added ? p->new_which[row] : p->old_which[row];
	held_cells(h, row, cells);
	c.key = pair_key_text(p, h, cells, &run->arena);
	place_change(run, &c, added ? NO_ROW : row, added ? row : NO_ROW);
	for (size_t i = 0; i < p->n; i++) {
		const struct pair_column *column = &p->columns[i];
		long at = added ? column->new : column->old;

		if (at == NO_COLUMN || (column->role == PAIR_IGNORED && !column->key))
			continue;
		any = any ? any : column;
		if (!cells[at].text.n && (!h->table || p->contract))
			continue;
		told = true;
		tell_cell(run, &c, column);
	}
	if (!told && p->n)
		tell_cell(run, &c, any ? any : &p->columns[0]);
}

/* The cells of a new column in the rows that are in both tables, in the order of the old one: with those of the added
 * rows they are all. */
static struct value column_cells(struct run *run, const struct pair_column *column)
{
	const struct pairing *p = &run->p;
	struct str *items = ARENA_ARRAY(&run->arena, struct str, p->old->n);
	size_t n = 0;
	bool any = false;

	for (size_t i = 0; i < p->old->n; i++) {
		if (p->mate[i] == NO_ROW)
			continue;
		held_cells(p->new, p->mate[i], p->new_cells);
		items[n] = pair_cell(p->new_cells, column->new).text;
		any |= items[n++].n > 0;
	}
	return any ? value_array(items, n) : (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0};
}

static void tell_columns(struct run *run)
{
	for (size_t i = 0; i < run->p.n; i++) {
		const struct pair_column *column = &run->p.columns[i];
		struct change c = {.kind = CHANGE_COLUMN_REMOVED, .field = column->name};

		if (column->role != PAIR_ADDED && column->role != PAIR_REMOVED)
			continue;
		if (column->role == PAIR_ADDED) {
			c.kind = CHANGE_COLUMN_ADDED;
			c.new = column_cells(run, column);
		}
		write_change(run, &c);
	}
}

static void tell_rows(struct run *run)
{
	struct arena_mark mark = arena_mark(&run->arena);

	for (size_t i = 0; i < run->p.old->n; i++) {
		if (run->p.mate[i] == NO_ROW)
			tell_lone(run, CHANGE_REMOVED, i);
		else
			tell_changed(run, i, run->p.mate[i]);
		arena_release(&run->arena, mark);
	}
	for (size_t i = 0; i < run->p.new->n; i++) {
		if (!run->p.met[i])
			tell_lone(run, CHANGE_ADDED, i);
		arena_release(&run->arena, mark);
	}
}

/* The account of each column of numbers; what names rows is not added up. */

static void add_up(struct run *run, const struct held *h, struct held_cell *cells, bool old)
{
	struct number n;

	for (size_t row = 0; row < h->n; row++) {
		held_cells(h, row, cells);
		for (size_t i = 0; i < run->p.n; i++) {
			const struct pair_column *column = &run->p.columns[i];
			struct account *account = &run->accounts[i];
			struct str text = pair_cell(cells, old ? column->old : column->new).text;

			if (column->role != PAIR_CELL || column->key || !column->numeric || text.n == 0 || account->text)
				continue;
			if (!same_number(text, &n)) {
				account->text = true;
				continue;
			}
			account->numbers = true;
			sum_add(old ? &account->old : &account->new, &n);
		}
	}
}

static void put_term(struct buf *b, const struct sum *s, const char *what)
{
	struct buf text = {NULL, 0, 0};

	sum_print(s, &text);
	struct str size = buf_str(&text);
	bool minus = size.p[0] == '-';

	buf_printf(b, " %c %.*s%s", minus ? '-' : '+', STR_ARGS(str_from(size, minus)), what);
	buf_free(&text);
}

/* Numbers that differ by no more than the tolerance are no changes: what they add stands on its own. */
static void tell_account(struct run *run, const struct pair_column *column, const struct account *a)
{
	struct sum within = {.small = 0};
	struct buf b = {NULL, 0, 0};

	sum_add_sum(&within, &a->new);
	sum_subtract_sum(&within, &a->old);
	sum_subtract_sum(&within, &a->deltas);
	buf_printf(&b, "sum of %.*s: ", STR_ARGS(column->name));
	sum_print(&a->old, &b);
	put_term(&b, &a->deltas, "");
	if (sum_sign(&within))
		put_term(&b, &within, " within the tolerance");
	buf_add(&b, STR(" = "));
	sum_print(&a->new, &b);
	report_line(run->report, buf_str(&b));
	sum_free(&within);
	buf_free(&b);
}

static void tell_accounts(struct run *run)
{
	add_up(run, &run->old, run->p.old_cells, true);
	add_up(run, &run->new, run->p.new_cells, false);
	for (size_t i = 0; i < run->p.n; i++)
		if (run->accounts[i].numbers && !run->accounts[i].text)
			tell_account(run, &run->p.columns[i], &run->accounts[i]);
}

/* All in all. */

static bool differs(const struct run *run)
{
	long n = 0;

	for (int k = 0; k < CHANGE_KINDS; k++)
		n += run->cells[k];
	return n > 0 || run->rows[CHANGE_ADDED] || run->rows[CHANGE_REMOVED];
}

static struct str counts_line(struct run *run)
{
	return arena_printf(&run->arena, "rows: %ld changed, %ld removed, %ld added; cells changed: %ld; columns: %ld removed, %ld added",
	                    run->rows[CHANGE_CHANGED], run->rows[CHANGE_REMOVED], run->rows[CHANGE_ADDED],
	                    run->cells[CHANGE_CHANGED], run->cells[CHANGE_COLUMN_REMOVED], run->cells[CHANGE_COLUMN_ADDED]);
}

static void write_stats(const struct run *run)
{
	struct out *out = out_open(run->o->stats);
	struct buf b = {NULL, 0, 0};

	buf_printf(&b, "{\n  \"old_rows\": %zu,\n  \"new_rows\": %zu,\n  \"rows_changed\": %ld,\n  \"rows_removed\": %ld,\n", run->old.n,
	           run->new.n, run->rows[CHANGE_CHANGED], run->rows[CHANGE_REMOVED]);
	buf_printf(&b, "  \"rows_added\": %ld,\n  \"cells_changed\": %ld,\n  \"columns_removed\": %ld,\n  \"columns_added\": %ld\n}\n",
	           run->rows[CHANGE_ADDED], run->cells[CHANGE_CHANGED], run->cells[CHANGE_COLUMN_REMOVED],
	           run->cells[CHANGE_COLUMN_ADDED]);
	out_add(out, buf_str(&b));
	out_close(out);
	buf_free(&b);
}

static void open_output(struct run *run)
{
	const struct diff_options *o = run->o;
	struct sink_options to = {o->to, o->output, o->delimiter, o->bom, false, true};

	if (o->to == FORMAT_AUTO || o->to == FORMAT_TEXT) {
		run->report = report_open(o->output, o->color, run->old.file, run->new.file);
		return;
	}
	run->sink = sink_open(&to);
}

static void close_output(struct run *run)
{
	if (run->report) {
		if (differs(run)) {
			tell_accounts(run);
			report_line(run->report, counts_line(run));
		}
		report_close(run->report);
	} else {
		sink_close(run->sink);
	}
}

static void read_tables(struct run *run, const char *old, const char *new)
{
	const struct diff_options *o = run->o;
	struct source_options from = {o->input, o->encoding, o->delimiter, o->no_header, false, false};

	if (strcmp(old, "-") == 0 && strcmp(new, "-") == 0)
		diag_die("only one of the two tables can be standard input");
	charset_load();
	schema_load();
	held_read(&run->old, old, &from);
	held_read(&run->new, new, &from);
	if (diag_exit_status() != STATUS_OK)
		diag_die("not all input could be read: no output");
}

void diff_run(struct diff_options *o, const char *old, const char *new)
{
	struct run run = {.o = o};

	read_tables(&run, old, new);
	pair_columns(&run.p, &o->pair, &run.old, &run.new);
	pair_rows(&run.p);
	run.accounts = ARENA_ARRAY(&run.p.arena, struct account, run.p.n);
	open_output(&run);
	tell_columns(&run);
	tell_rows(&run);
	close_output(&run);
	if (differs(&run))
		diag_status(STATUS_INPUT);
	if (o->verbose)
		diag_note(NULL, 0, "%.*s", STR_ARGS(counts_line(&run)));
	if (o->stats)
		write_stats(&run);
	pair_free(&run.p);
	held_free(&run.old);
	held_free(&run.new);
	arena_free(&run.arena);
}
