/* Knows how streams of records go through pt-normalize: what is read, written, rejected and
 * counted. */
#include "verb/normalize.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/pool.h"
#include "base/table.h"
#include "io/charset.h"
#include "io/jsonl.h"
#include "io/out.h"
#include "io/schema.h"
#include "verb/batch.h"
#include "verb/correction.h"
#include "verb/fill.h"
#include "verb/rowpass.h"
#include "verb/run.h"
#include "verb/split.h"
#include "verb/suggest.h"

/* Bytes of rejected rows that are kept until their turn. */
enum { MOST_REJECTED = 1024 * 1024 };

/* What a thread has of its own. */
struct worker {
	long source; /* of the last batch */
	struct arena arena;
	struct rowpass *rows; /* of the table that it belongs to */
	struct fill_tally tally;
	struct columns columns;
};

struct run {
	struct normalize_options *o;
	struct arena arena;
	struct sink *sink; /* NULL: no input was opened yet, or only tables of --split are wanted */
	struct split *split;
	struct suggest *suggest;
	struct correction_counts corrections;
	struct out *rejects;
	struct fill_tally tally;
	struct worker *workers;
	struct pool *pool;   /* NULL: one thread does it all */
	struct batch *idle;
	struct batch *reading; /* the one that is being filled */
	const struct str *names; /* of the columns of the table at hand */
	size_t names_n;
	struct str *columns; /* of the first input, for a table without rows */
	size_t n;
	long in, out, rejected, unread, sources;
	bool foreign; /* all input was tables that are none of records */
	unsigned types; /* bits of the types of records that tables were read for */
	bool fixed;  /* the columns of the output are known before its rows */
	enum format to;
	char delimiter;
};

/* The columns that go out: those that came in, with the typed ones behind those that are named. */
static void keep_columns(struct run *run, const char *file, const struct str *columns, size_t n)
{
	if (run->o->columns.n) {
		run->columns = columns_lay_out(&run->o->columns, file, columns, n, &run->n);
		return;
	}
	run->columns = ARENA_ARRAY(&run->arena, struct str, n);
	run->n = n;
	for (size_t i = 0; i < n; i++)
		run->columns[i] = arena_copy(&run->arena, columns[i]);
}

/* A single table that is not of contract records goes out with the columns it came in with, row by
 * row; in all other cases the columns show only at the end. */
static void open_sink(struct run *run, struct source *source, const char *file, bool only)
{
	const struct normalize_options *o = run->o;
	struct sink_options to = {o->to, o->output, o->delimiter, o->bom, o->no_header, false};
	size_t n;
	const struct str *columns = source_columns(source, &n);

	if (o->check || (o->split && o->to == FORMAT_AUTO && !o->output))
		return;
	if (to.format == FORMAT_AUTO)
		to.format = source_format(source);
	run->sink = sink_open(&to);
	run->to = to.format;
	run->delimiter = o->delimiter ? o->delimiter : ',';
	if (columns)
		keep_columns(run, file, columns, n);
	run->fixed = only && columns && !schema_is_contract(columns, n);
	if (run->fixed)
		sink_columns(run->sink, run->columns, run->n);
}

static void write_record(struct run *run, const struct record *r, const char *file, long line)
{
	if (run->sink)
		sink_write(run->sink, r);
	if (run->split && !split_write(run->split, r) && !run->sink)
		diag_input(file, line, "a record of unknown type is in none of the tables");
}

/* What was not read of a contract record stands in its notes. */
static void tell_notes(const struct record *r, const char *file, long line)
{
	const struct value *notes = record_get(r, "notes");

	if (schema_type(record_text(r, "type")) == RECORD_UNKNOWN || !notes || notes->kind != VALUE_ARRAY)
		return;
	for (size_t i = 0; i < notes->n; i++)
		if (str_ends(notes->items[i], STR(": unread")) || str_has(notes->items[i], STR(": ambiguous: ")))
			diag_note(file, line, "%.*s", STR_ARGS(notes->items[i]));
}

static void fill_one(const struct run *run, struct worker *w, struct batch *b, struct record *r, long line)
{
	long unread = fill_record(r, &w->tally) + columns_fill(&w->columns, r, b->file, line);

	b->unread += unread;
	if (run->o->check)
		tell_notes(r, b->file, line);
	if (unread && run->o->verbose && !run->o->check)
		diag_note(b->file, line, "%ld unread", unread);
	if (b->formatted)
		sink_format(run->sink, r, &b->out);
}

/* Plain rows of a table that is none of records go out as they stand but for their typed cells. */
struct rows_at_hand {
	const struct run *run;
	struct worker *w;
	struct batch *b;
};

static void fill_odd_row(void *ctx, struct record *r, long line)
{
	const struct rows_at_hand *h = ctx;

	fill_one(h->run, h->w, h->b, r, line);
}

static void reject_ragged(void *ctx, size_t found, long line, struct str row)
{
	struct rows_at_hand *h = ctx;

	h->b->in--;
	batch_reject(h->b, line, source_ragged(&h->b->arena, h->run->names_n, found), row);
}

static void fill_rows(const struct run *run, struct worker *w, struct batch *b, const struct batch_item *item)
{
	struct rows_at_hand h = {run, w, b};
	const struct rowpass_odd odd = {fill_odd_row, reject_ragged, &h};

	if (!w->rows)
		w->rows = rowpass_new(&w->arena, &w->columns, run->names, run->names_n, run->delimiter);
	b->in += rowpass_put(w->rows, item->rows, item->line, &b->arena, &odd, &b->out);
}

static void fill_batch(void *ctx, void *data, int thread)
{
	struct run *run = ctx;
	struct batch *b = data;
	struct worker *w = &run->workers[thread];

	if (w->source != b->source) {
		columns_forget(&w->columns);
		w->rows = NULL;
	}
	w->source = b->source;
	w->columns.table = b->table;
	for (size_t i = 0; i < b->n; i++) {
		if (b->items[i].rows.p)
			fill_rows(run, w, b, &b->items[i]);
		else
			fill_one(run, w, b, &b->items[i].r, b->items[i].line);
	}
}

static void tell_reject(void *ctx, const struct batch *b, long line, const char *reason, struct str raw)
{
	struct run *run = ctx;

	run->in++;
	run->rejected++;
	tool_reject(run->rejects, b->file, line, reason, raw);
}

static void write_batch(struct run *run, struct batch *b)
{
	run->in += b->in;
	run->out += b->in;
	run->unread += b->unread;
	if (b->formatted && b->out.n)
		sink_bytes(run->sink, buf_str(&b->out));
	for (size_t i = 0; i < b->n && run->suggest; i++)
		if (!b->items[i].rows.p)
			suggest_see(run->suggest, &b->items[i].r);
	for (size_t i = 0; i < b->n && !b->formatted; i++)
		write_record(run, &b->items[i].r, b->file, b->items[i].line);
	batch_take_rejects(b, tell_reject, run);
}

static void end_batch(struct run *run, struct batch *b)
{
	write_batch(run, b);
	batch_free(b, &run->idle);
}

static void finish_batches(struct run *run)
{
	for (struct batch *done; run->pool && (done = pool_take(run->pool, true));)
		end_batch(run, done);
}

static void need_tables(struct run *run, enum record_type type)
{
	if (run->types >> type & 1)
		return;
	run->types |= 1u << type;
	finish_batches(run);
	fill_load_type(type, run->tally.simplify);
}

/* Most runs see records of a few types, and a short run is over before all tables could be read. */
static void need_tables_of(struct run *run, const struct batch *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (!b->items[i].rows.p) {
			enum record_type type = schema_type(record_text(&b->items[i].r, "type"));

			if (type != RECORD_UNKNOWN)
				need_tables(run, type);
		}
}

/* Batches leave in the order in which they came, so that the output does not tell how many threads there were. */
static void give_batch(struct run *run, struct batch *b)
{
	need_tables_of(run, b);
	if (!run->pool) {
		fill_batch(run, b, 0);
		end_batch(run, b);
		return;
	}
	for (struct batch *done; (done = pool_take(run->pool, pool_room(run->pool) == 0));)
		end_batch(run, done);
	pool_put(run->pool, b);
}

/* What is rejected is told in its turn. Where it grows, all that stands before it is done first. */
static void take_reject(void *ctx, const char *file, long line, const char *reason, struct str raw)
{
	struct run *run = ctx;
	struct batch *b = run->reading;

	(void)file;
	batch_reject(b, line, reason, raw);
	if (b->reject_text.n < MOST_REJECTED)
		return;
	finish_batches(run);
	need_tables_of(run, b);
	fill_batch(run, b, 0);
	write_batch(run, b);
	b->n = 0;
	b->in = b->unread = 0;
	buf_clear(&b->out);
}

static void new_batch(struct run *run, const char *file)
{
	run->reading = batch_get(&run->idle);
	run->reading->file = file;
	run->reading->source = run->sources;
}

static void pass_records(struct run *run, struct source *source, const char *file)
{
	bool rows = run->sink && run->fixed && !run->split && run->to == FORMAT_CSV && source_format(source) == FORMAT_CSV;
	bool formatted = run->sink && sink_knows_form(run->sink) && !run->split;

	run->names = source_columns(source, &run->names_n);
	for (bool more = true; more; new_batch(run, file)) {
		struct batch *b = run->reading;

		b->table = source_format(source) != FORMAT_JSONL;
		b->formatted = formatted;
		more = batch_read(b, source, rows);
		give_batch(run, b);
	}
	finish_batches(run);
}

/* Every table must have the columns that are named. */
static void check_columns(struct run *run, struct source *source, const char *file)
{
	size_t n;
	const struct str *columns = source_columns(source, &n);

	run->foreign &= columns && !schema_is_contract(columns, n);
	if (columns && run->o->columns.n)
		columns_lay_out(&run->o->columns, file, columns, n, &n);
}

static void read_file(struct run *run, const char *file, bool only)
{
	const struct normalize_options *o = run->o;
	struct source_options from = {o->input, o->encoding, o->delimiter, o->no_header, false, true};

	run->sources++;
	new_batch(run, file);
	struct source *source = source_open(file, &from, take_reject, run);

	if (source) {
		check_columns(run, source, file);
		if (!run->sink)
			open_sink(run, source, file, only);
		pass_records(run, source, file);
		source_close(source);
	}
	end_batch(run, run->reading);
}

static void put_count(struct buf *b, bool first, struct str name, const long *count)
{
	buf_printf(b, "%s\n    ", first ? "" : ",");
	jsonl_put_string(b, name);
	for (int o = 0; o < FILL_OUTCOMES; o++)
		buf_printf(b, "%s\"%s\": %ld", o ? ", " : ": {", fill_outcome_name((enum fill_outcome)o), count[o]);
	buf_byte(b, '}');
}

static void put_counts(struct buf *b, const struct run *run)
{
	const struct columns *c = &run->o->columns;

	bool first = true;

	/* A table that is none of records has no fields but those that were named. */
	for (size_t i = 0; i < run->tally.n && !run->foreign; i++, first = false)
		put_count(b, first, str_of(run->tally.name[i]), run->tally.count[i]);
	for (size_t i = 0; i < c->n; i++)
		if (c->items[i].kind != CELL_TEXT) {
			put_count(b, first, c->items[i].name, c->items[i].count);
			first = false;
		}
}

static void put_corrections(struct buf *b, const struct correction_counts *n)
{
	buf_printf(b, "\n  \"corrections\": {\"applied\": %ld, \"unchanged\": %ld, \"not_found\": %ld, \"elsewhere\": %ld},", n->applied, n->unchanged,
	           n->not_found, n->elsewhere);
}

static void write_stats(struct run *run)
{
	struct out *out = out_open(run->o->stats);
	struct buf b = {NULL, 0, 0};

	buf_printf(&b, "{\n  \"in\": %ld,\n  \"out\": %ld,\n  \"rejects\": %ld,\n  \"unread\": %ld,", run->in, run->out,
	           run->rejected, run->unread);
	if (correction_any())
		put_corrections(&b, &run->corrections);
	buf_add(&b, STR("\n  \"fields\": {"));
	put_counts(&b, run);
	buf_add(&b, STR("\n  }\n}\n"));
	out_add(out, buf_str(&b));
	out_close(out);
	buf_free(&b);
}

/* What is told of single records is told in their order by one thread. */
static void start_workers(struct run *run)
{
	int jobs = run->o->check || run->o->verbose ? 1 : run->o->jobs;

	run->workers = ARENA_ARRAY(&run->arena, struct worker, (size_t)jobs);
	for (int i = 0; i < jobs; i++) {
		run->workers[i].tally = run->tally;
		columns_copy(&run->o->columns, &run->workers[i].columns);
	}
	run->o->jobs = jobs;
	if (jobs > 1)
		run->pool = pool_open(jobs, fill_batch, run);
}

static void join_workers(struct run *run)
{
	if (run->pool)
		pool_close(run->pool);
	batch_free_all(&run->idle);
	for (int i = 0; i < run->o->jobs; i++) {
		for (size_t f = 0; f < run->tally.n; f++)
			for (int o = 0; o < FILL_OUTCOMES; o++)
				run->tally.count[f][o] += run->workers[i].tally.count[f][o];
		columns_join(&run->o->columns, &run->workers[i].columns);
		arena_free(&run->workers[i].arena);
	}
}

static void start(struct run *run)
{
	charset_load();
	run->tally.simplify = run->o->columns.simplify;
	fill_load(&run->tally);
	for (int t = 0; t < RECORD_TYPES && table_overlaid(); t++)
		need_tables(run, (enum record_type)t);
	run->tally.as_of = run->o->columns.as_of;
	columns_begin(&run->o->columns);
	run->o->columns.tell = run->o->check;
	start_workers(run);
	if (run->o->rejects)
		run->rejects = out_open(run->o->rejects);
	if (run->o->suggest)
		run->suggest = suggest_open(run->o->suggest);
	if (run->o->split && !run->o->check)
		run->split = split_open(run->o->split);
}

/* A table without a named column is refused; JSON lines show only at their end that none of them has the field. */
static void tell_unseen(const struct run *run)
{
	const struct columns *c = &run->o->columns;

	for (size_t i = 0; i < c->n && run->out; i++) {
		long n = 0;

		for (int o = 0; o < FILL_OUTCOMES; o++)
			n += c->items[i].count[o];
		if (n == 0 && c->items[i].kind != CELL_TEXT)
			diag_input(NULL, 0, "no record has a field named %.*s", STR_ARGS(c->items[i].name));
	}
}

static void finish(struct run *run)
{
	join_workers(run);
	tell_unseen(run);
	run->corrections = correction_finish();
	if (run->suggest)
		suggest_close(run->suggest);
	if (run->sink && run->out == 0 && run->columns && !run->fixed)
		sink_columns(run->sink, run->columns, run->n);
	if (run->sink)
		sink_close(run->sink);
	if (run->split)
		split_close(run->split);
	if (run->rejects)
		out_close(run->rejects);
	if (run->o->stats)
		write_stats(run);
	if (run->o->verbose)
		diag_note(NULL, 0, "%ld in, %ld out, %ld rejected, %ld unread", run->in, run->out, run->rejected, run->unread);
	if (run->o->check)
		diag_note(NULL, 0, "%ld in, %ld rejected, %ld cells unread", run->in, run->rejected, run->unread);
	if ((run->o->strict || run->o->check) && run->unread)
		diag_status(STATUS_INPUT);
	if (run->o->strict && run->corrections.not_found)
		diag_status(STATUS_INPUT);
	arena_free(&run->arena);
}

void normalize_run(struct normalize_options *o, char **files, int n)
{
	struct run run = {.o = o, .foreign = true};

	start(&run);
	if (n == 0)
		read_file(&run, "-", true);
	for (int i = 0; i < n; i++)
		read_file(&run, files[i], n == 1);
	finish(&run);
}
