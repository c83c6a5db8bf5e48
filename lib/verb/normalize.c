/* Knows how streams of records go through pt-normalize: what is read, written, rejected and
 * counted. */
#include "verb/normalize.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/pool.h"
#include "io/charset.h"
#include "io/jsonl.h"
#include "io/out.h"
#include "io/schema.h"
#include "verb/fill.h"
#include "verb/run.h"
#include "verb/split.h"

/* Records that are worked on together: read by one thread, filled and formatted by another. */
enum { BATCH = 256, BATCH_BYTES = 512 * 1024 };

struct batch_row {
	struct record r;
	struct str plain; /* the row as it stands, where it may go out so; p NULL */
	long line;
};

struct batch {
	struct arena arena;
	struct arena_mark mark; /* its one block, empty */
	struct batch *next;     /* among those that wait for work */
	struct batch_row rows[BATCH];
	size_t n;
	const char *file;
	long source;     /* which of the inputs, from 1 */
	bool table;      /* the input is a table */
	bool formatted;  /* out has the bytes of all records */
	struct buf out;
	long unread;
};

/* What a thread has of its own. */
struct worker {
	long source; /* of the last batch */
	struct fill_tally tally;
	struct columns columns;
};

struct run {
	struct normalize_options *o;
	struct arena arena;
	struct sink *sink; /* NULL: no input was opened yet, or only tables of --split are wanted */
	struct split *split;
	struct out *rejects;
	struct fill_tally tally;
	struct worker *workers;
	struct pool *pool;   /* NULL: one thread does it all */
	struct batch *idle;
	struct str *columns; /* of the first input, for a table without rows */
	size_t n;
	long in, out, rejected, unread, sources;
	bool foreign; /* all input was tables that are none of records */
	bool fixed;  /* the columns of the output are known before its rows */
	bool passes; /* rows of the input at hand may go out as they stand */
	enum format to;
	char delimiter;
};

static void take_reject(void *ctx, const char *file, long line, const char *reason, struct str raw)
{
	struct run *run = ctx;

	run->in++;
	run->rejected++;
	tool_reject(run->rejects, file, line, reason, raw);
}

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

/* A plain row of a table that is none of records goes out as it stands but for its typed cells. */
static void fill_row(const struct run *run, struct worker *w, struct batch *b, struct batch_row *row)
{
	if (row->plain.p && columns_pass(&w->columns, &row->r, row->plain, run->delimiter, &b->out))
		return;
	long unread = fill_record(&row->r, &w->tally) + columns_fill(&w->columns, &row->r, b->file, row->line);

	b->unread += unread;
	if (run->o->check)
		tell_notes(&row->r, b->file, row->line);
	if (unread && run->o->verbose && !run->o->check)
		diag_note(b->file, row->line, "%ld unread", unread);
	if (b->formatted)
		sink_format(run->sink, &row->r, &b->out);
}

static void fill_batch(void *ctx, void *item, int thread)
{
	struct run *run = ctx;
	struct batch *b = item;
	struct worker *w = &run->workers[thread];

	if (w->source != b->source)
		columns_forget(&w->columns);
	w->source = b->source;
	w->columns.table = b->table;
	for (size_t i = 0; i < b->n; i++)
		fill_row(run, w, b, &b->rows[i]);
}

static void write_batch(struct run *run, struct batch *b)
{
	run->out += (long)b->n;
	run->unread += b->unread;
	if (b->formatted && b->n)
		sink_bytes(run->sink, buf_str(&b->out));
	for (size_t i = 0; i < b->n && !b->formatted; i++)
		write_record(run, &b->rows[i].r, b->file, b->rows[i].line);
	arena_release(&b->arena, b->mark);
	buf_clear(&b->out);
	b->n = 0;
	b->unread = 0;
	b->next = run->idle;
	run->idle = b;
}

/* Batches leave in the order in which they came, so that the output does not tell how many threads there were. */
static void give_batch(struct run *run, struct batch *b)
{
	if (!run->pool) {
		fill_batch(run, b, 0);
		write_batch(run, b);
		return;
	}
	for (struct batch *done; (done = pool_take(run->pool, pool_room(run->pool) == 0));)
		write_batch(run, done);
	pool_put(run->pool, b);
}

static void finish_batches(struct run *run)
{
	for (struct batch *done; run->pool && (done = pool_take(run->pool, true));)
		write_batch(run, done);
}

/* A batch that waits, or a new one whose arena has one block that is kept. */
static struct batch *get_batch(struct run *run)
{
	struct batch *b = run->idle;

	if (b) {
		run->idle = b->next;
		return b;
	}
	b = calloc(1, sizeof *b);
	if (!b)
		diag_die("out of memory");
	arena_alloc(&b->arena, BATCH_BYTES);
	b->mark = (struct arena_mark){b->arena.top, 0};
	arena_release(&b->arena, b->mark);
	return b;
}

static void free_batches(struct run *run)
{
	for (struct batch *b; (b = run->idle);) {
		run->idle = b->next;
		arena_free(&b->arena);
		buf_free(&b->out);
		free(b);
	}
}

static struct batch *new_batch(struct run *run, const struct source *source, const char *file)
{
	struct batch *b = get_batch(run);

	b->file = file;
	b->source = run->sources;
	b->table = source_format(source) != FORMAT_JSONL;
	b->formatted = run->sink && sink_knows_form(run->sink) && !run->split;
	return b;
}

static bool read_batch(struct run *run, struct source *source, struct batch *b)
{
	/* A second block of the arena means that the batch is large enough. */
	while (b->n < BATCH && b->arena.top == b->mark.top) {
		struct batch_row *row = &b->rows[b->n];

		if (!source_next(source, &b->arena, &row->r, &row->line))
			return false;
		row->plain = run->passes ? source_plain(source) : (struct str){NULL, 0};
		b->n++;
		run->in++;
	}
	return true;
}

static void pass_records(struct run *run, struct source *source, const char *file)
{
	bool more = true;

	run->sources++;
	run->passes = run->sink && run->fixed && !run->split && run->to == FORMAT_CSV && source_format(source) == FORMAT_CSV;
	while (more) {
		struct batch *b = new_batch(run, source, file);

		more = read_batch(run, source, b);
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
	struct source *source = source_open(file, &from, take_reject, run);

	if (!source)
		return;
	check_columns(run, source, file);
	if (!run->sink)
		open_sink(run, source, file, only);
	pass_records(run, source, file);
	source_close(source);
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

static void write_stats(struct run *run)
{
	struct out *out = out_open(run->o->stats);
	struct buf b = {NULL, 0, 0};

	buf_printf(&b, "{\n  \"in\": %ld,\n  \"out\": %ld,\n  \"rejects\": %ld,\n  \"unread\": %ld,\n  \"fields\": {", run->in,
	           run->out, run->rejected, run->unread);
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
	free_batches(run);
	for (int i = 0; i < run->o->jobs; i++) {
		for (size_t f = 0; f < run->tally.n; f++)
			for (int o = 0; o < FILL_OUTCOMES; o++)
				run->tally.count[f][o] += run->workers[i].tally.count[f][o];
		columns_join(&run->o->columns, &run->workers[i].columns);
	}
}

static void start(struct run *run)
{
	charset_load();
	fill_load(&run->tally);
	run->tally.as_of = run->o->columns.as_of;
	columns_begin(&run->o->columns);
	run->o->columns.tell = run->o->check;
	start_workers(run);
	if (run->o->rejects)
		run->rejects = out_open(run->o->rejects);
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
