/* Knows how streams of records go through pt-normalize: what is read, written, rejected and
 * counted. */
#include "verb/normalize.h"

#include "base/diag.h"
#include "io/charset.h"
#include "io/jsonl.h"
#include "io/out.h"
#include "io/schema.h"
#include "verb/fill.h"
#include "verb/run.h"
#include "verb/split.h"

struct run {
	struct normalize_options *o;
	struct arena arena;
	struct sink *sink; /* NULL: no input was opened yet, or only tables of --split are wanted */
	struct split *split;
	struct out *rejects;
	struct fill_tally tally;
	struct str *columns; /* of the first input, for a table without rows */
	size_t n;
	long in, out, rejected, unread;
	bool fixed; /* the columns of the output are known before its rows */
	bool passes; /* rows of the input at hand may go out as they stand */
	enum format to;
	char delimiter;
	struct buf row;
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
	run->out++;
}

/* A plain row of a table that is none of records goes out as it stands but for its typed cells. */
static bool pass_row(struct run *run, struct source *source, const struct record *r)
{
	struct str line = source_plain(source);

	if (!run->passes || !line.p)
		return false;
	buf_clear(&run->row);
	if (!columns_pass(&run->o->columns, r, line, run->delimiter, &run->row))
		return false;
	sink_bytes(run->sink, buf_str(&run->row));
	run->in++;
	run->out++;
	return true;
}

static void pass_record(struct run *run, struct record *r, const char *file, long line)
{
	long unread = fill_record(r, &run->tally) + columns_fill(&run->o->columns, r, file, line);

	run->in++;
	run->unread += unread;
	if (unread && run->o->verbose && !run->o->columns.tell)
		diag_note(file, line, "%ld unread", unread);
	write_record(run, r, file, line);
}

static void pass_records(struct run *run, struct source *source, const char *file)
{
	struct arena arena = {NULL, 0};
	struct arena_mark mark = arena_mark(&arena);
	struct record r;
	long line;

	run->passes = run->sink && run->fixed && !run->split && run->to == FORMAT_CSV && source_format(source) == FORMAT_CSV;
	while (source_next(source, &arena, &r, &line)) {
		if (!pass_row(run, source, &r))
			pass_record(run, &r, file, line);
		arena_release(&arena, mark);
	}
	arena_free(&arena);
}

/* Every table must have the columns that are named. */
static void check_columns(struct run *run, struct source *source, const char *file)
{
	size_t n;
	const struct str *columns = source_columns(source, &n);

	run->o->columns.table = columns != NULL;
	if (columns && run->o->columns.n)
		columns_lay_out(&run->o->columns, file, columns, n, &n);
}

static void read_file(struct run *run, const char *file, bool only)
{
	const struct normalize_options *o = run->o;
	struct source_options from = {o->input, o->encoding, o->delimiter, o->no_header, false};
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

	for (size_t i = 0; i < run->tally.n; i++)
		put_count(b, i == 0, str_of(run->tally.name[i]), run->tally.count[i]);
	for (size_t i = 0; i < c->n; i++)
		if (c->items[i].kind != CELL_TEXT)
			put_count(b, false, c->items[i].name, c->items[i].count);
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

static void start(struct run *run)
{
	charset_load();
	fill_load(&run->tally);
	columns_begin(&run->o->columns);
	run->o->columns.tell = run->o->check;
	if (run->o->rejects)
		run->rejects = out_open(run->o->rejects);
	if (run->o->split)
		run->split = split_open(run->o->split);
}

static void finish(struct run *run)
{
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
	buf_free(&run->row);
	arena_free(&run->arena);
}

void normalize_run(struct normalize_options *o, char **files, int n)
{
	struct run run = {.o = o};

	start(&run);
	if (n == 0)
		read_file(&run, "-", true);
	for (int i = 0; i < n; i++)
		read_file(&run, files[i], n == 1);
	finish(&run);
}
