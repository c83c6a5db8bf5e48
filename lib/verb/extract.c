/* Knows where documents come from and how several are read at once, and written in their order. */
#include "verb/extract.h"

#include <stdlib.h>
#include <strings.h>

#include "base/diag.h"
#include "base/pool.h"
#include "io/charset.h"
#include "io/csv.h"
#include "io/input.h"
#include "io/jsonl.h"
#include "io/out.h"
#include "io/stream.h"
#include "verb/document.h"
#include "verb/explain.h"
#include "verb/run.h"
#include "verb/unclaimed.h"

/* A document on its way. */
struct slot {
	struct buf name, raw;        /* a file's name; or the text of a JSON line's document */
	bool is_file;
	struct buf encoding, sha256, source, published;
	struct buf out, unclaimed;
};

struct extract {
	const struct extract_options *o;
	unsigned types;
	struct pool *pool;
	struct slot *slots; /* as many as the pool has room for, used in turn */
	size_t slot_count;
	struct sink *sink, *unclaimed;
	bool unclaimed_json;
	size_t explained; /* the place, where one is asked for */
	struct out *rejects;
	size_t documents, bytes, unread, left;
};

/* ---- one document ---- */

static void tell_damage(const char *file, const struct charset_result *r)
{
	if (r->bad)
		diag_note(file, 0, "%zu byte%s cannot be decoded as %s, the first at offset %zu", r->bad, r->bad == 1 ? "" : "s",
		          r->encoding, r->bad_at[0]);
}

static bool has_suffix(struct str s, const char *suffix)
{
	struct str t = str_of(suffix);

	return s.n > t.n && strncasecmp(s.p + s.n - t.n, suffix, t.n) == 0;
}

static char delimiter_of(const struct extract_options *o, struct str name)
{
	bool csv = o->input && strcmp(o->input, "csv") == 0, tsv = o->input && strcmp(o->input, "tsv") == 0;

	if (o->delimiter && (csv || tsv))
		return o->delimiter;
	if (csv || (!o->input && has_suffix(name, ".csv")))
		return o->delimiter ? o->delimiter : ',';
	return tsv || (!o->input && has_suffix(name, ".tsv")) ? '\t' : 0;
}

/* libcsv says whether a table document is one; where its cells stand is found apart. */
static bool is_wellformed(const char *file, struct str text, char delimiter)
{
	struct csv_reader *c = csv_reader_open(delimiter);
	struct arena a = {NULL, 0};
	struct cells row = {NULL, 0, 0};
	struct str line;
	size_t at = 0;
	long number = 0;
	bool good = true;

	while (at < text.n) {
		size_t end = str_find(text, STR("\n"), at);

		end = end < text.n ? end + 1 : text.n;
		line = str_sub(text, at, end);
		at = end;
		number++;
		enum csv_got got = csv_reader_line(c, &a, line, &row);

		if (got == CSV_GOT_BAD) {
			diag_input(file, number, "a quotation mark stands where none may: expected a delimiter or the line's end after a quoted cell");
			good = false;
		}
		if (got != CSV_GOT_MORE) {
			row.n = 0;
			arena_release(&a, (struct arena_mark){NULL, 0});
			row = (struct cells){NULL, 0, 0};
		}
	}
	if (csv_reader_end(c, &a, &row) == CSV_GOT_BAD) {
		diag_input(file, number - csv_reader_open_quote(c), "a quoted cell is not closed before the end of the file");
		good = false;
	}
	csv_reader_close(c);
	arena_free(&a);
	return good;
}

static void write_text(const struct extract_options *o, struct str name, struct str text)
{
	struct buf path = {NULL, 0, 0};
	const char *slash = memrchr(name.p, '/', name.n);
	struct str base = slash ? str_from(name, (size_t)(slash - name.p) + 1) : name;

	buf_printf(&path, "%s/%.*s", o->text_dir, STR_ARGS(str_eq(base, STR("-")) || !base.n ? STR("stdin.txt") : base));
	buf_byte(&path, '\0');
	struct out *f = out_open(path.p);

	out_add(f, text);
	out_close(f);
	buf_free(&path);
}

static void start_trace(const struct extract *e, const char *file, struct str text, struct trace *t)
{
	size_t length;

	if (!trace_start(t, text, e->explained, &length))
		diag_die("%s: no character is at %s: the text has %zu", file, e->o->explain, length);
}

static void read_slot(struct extract *e, struct slot *s, struct arena *a)
{
	struct document_input in = {.name = buf_str(&s->name), .source = buf_str(&s->source), .published = buf_str(&s->published),
	                            .encoding = buf_str(&s->encoding), .sha256 = buf_str(&s->sha256)};
	struct buf raw = {NULL, 0, 0}, text = {NULL, 0, 0};
	struct charset_result r = {.encoding = "UTF-8"};
	struct trace trace = {0};
	char sha[65];

	buf_byte(&s->name, '\0');
	const char *file = s->name.p;

	in.name = (struct str){file, s->name.n - 1};
	if (s->is_file) {
		if (!input_read(file, &raw)) {
			buf_free(&raw);
			return;
		}
		input_sha256(buf_str(&raw), sha);
		if (!charset_decode(buf_str(&raw), e->o->encoding, &text, &r))
			diag_die("no encoding %s is known", e->o->encoding);
		tell_damage(file, &r);
		in.encoding = str_of(r.encoding);
		in.sha256 = str_of(sha);
		in.text = buf_str(&text);
		in.text_sha256 = str_eq(in.text, buf_str(&raw)) ? in.sha256 : STR("");
		in.delimiter = delimiter_of(e->o, in.name);
		buf_free(&raw);
	} else {
		in.text = buf_str(&s->raw);
	}
	in.unclaimed = e->unclaimed ? &s->unclaimed : NULL;
	if (e->o->explain) {
		start_trace(e, file, in.text, &trace);
		in.trace = &trace;
	}
	if (e->o->text_dir)
		write_text(e->o, in.name, in.text);
	if (in.text.n > UINT32_MAX / 2)
		diag_input(file, 0, "a document of more than 2 GiB is not read");
	else if (!in.delimiter || is_wellformed(file, in.text, in.delimiter))
		document_read(&in, e->types, a, &s->out);
	trace_free(&trace);
	buf_free(&text);
}

/* ---- workers ---- */

static void work(void *ctx, void *item, int thread)
{
	struct arena a = {NULL, 0};

	(void)thread;
	read_slot(ctx, item, &a);
	arena_free(&a);
}

/* JSON lines, `as_is` or as the rows of a table. */
static void write_lines(struct sink *sink, bool as_is, struct str bytes)
{
	if (as_is) {
		sink_bytes(sink, bytes);
		return;
	}
	struct arena a = {NULL, 0};
	struct str line;
	size_t at = 0;

	while (at < bytes.n) {
		size_t end = str_find(bytes, STR("\n"), at);
		struct arena_mark m = arena_mark(&a);
		struct record r = {.arena = &a};
		const char *reason;

		line = str_sub(bytes, at, end);
		at = end + 1;
		if (!jsonl_parse(line, &a, &r, &reason))
			diag_die("internal: a record was not read back: %s", reason);
		sink_write(sink, &r);
		arena_release(&a, m);
	}
	arena_free(&a);
}

static void write_unclaimed(struct extract *e, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++)
		e->left += bytes.p[i] == '\n';
	write_lines(e->unclaimed, e->unclaimed_json, bytes);
}

static void write_slot(struct extract *e, struct slot *s)
{
	write_lines(e->sink, e->o->explain || !e->o->format || strcmp(e->o->format, "jsonl") == 0, buf_str(&s->out));
	buf_free(&s->out);
	if (e->unclaimed)
		write_unclaimed(e, buf_str(&s->unclaimed));
	buf_free(&s->unclaimed);
}

/* Hands on what is done, in order; waits for the next one when `wait`. */
static void flush_done(struct extract *e, bool wait)
{
	for (struct slot *s; (s = pool_take(e->pool, wait)); wait = false) {
		write_slot(e, s);
	}
}

static void flush_all(struct extract *e)
{
	while (pool_room(e->pool) < e->slot_count)
		flush_done(e, true);
}

/* Slots are given back in the order in which they were given out: the next one is free as soon as the pool has room. */
static struct slot *free_slot(struct extract *e)
{
	if (pool_room(e->pool) == 0)
		flush_done(e, true);
	struct slot *s = &e->slots[e->documents % e->slot_count];

	buf_clear(&s->name);
	buf_clear(&s->raw);
	buf_clear(&s->encoding);
	buf_clear(&s->sha256);
	buf_clear(&s->source);
	buf_clear(&s->published);
	return s;
}

static void submit(struct extract *e, struct slot *s)
{
	e->documents++;
	pool_put(e->pool, s);
	flush_done(e, false);
}

/* ---- sources ---- */

static void add_file(struct extract *e, const char *file)
{
	struct slot *s = free_slot(e);

	s->is_file = true;
	buf_add(&s->name, str_of(file));
	submit(e, s);
}

static void reject(void *ctx, const char *file, long line, const char *reason, struct str raw)
{
	struct extract *e = ctx;

	e->unread++;
	tool_reject(e->rejects, file, line, reason, raw);
}

static const char *bad_document(const struct record *r, struct arena *a)
{
	static const char *const known[] = {"doc", "text", "encoding", "sha256", "source", "published"};

	for (size_t i = 0; i < r->n; i++) {
		bool found = false;

		for (size_t k = 0; k < sizeof known / sizeof *known; k++)
			found |= str_eq(r->fields[i].name, str_of(known[k]));
		if (!found)
			return arena_printf(a, "no key \"%.*s\" is known: expected doc text encoding sha256 source published",
			                    STR_ARGS(r->fields[i].name)).p;
		if (r->fields[i].v.kind != VALUE_STRING)
			return arena_printf(a, "\"%.*s\" is no string", STR_ARGS(r->fields[i].name)).p;
	}
	if (!record_get(r, "doc") || !record_get(r, "text"))
		return "the keys doc and text are expected";
	return NULL;
}

static void add_json(struct extract *e, const char *file)
{
	struct source_options so = {.format = FORMAT_JSONL, .encoding = e->o->encoding};
	struct source *src = source_open(file, &so, reject, e);
	struct arena a = {NULL, 0};
	struct record r;
	long line;

	for (; src && source_next(src, &a, &r, &line); arena_free(&a)) {
		const char *why = bad_document(&r, &a);

		if (why) {
			reject(e, file, line, why, source_line(src));
			continue;
		}
		struct slot *s = free_slot(e);

		s->is_file = false;
		buf_add(&s->name, record_text(&r, "doc"));
		buf_add(&s->raw, record_text(&r, "text"));
		buf_add(&s->encoding, record_text(&r, "encoding"));
		buf_add(&s->sha256, record_text(&r, "sha256"));
		buf_add(&s->source, record_text(&r, "source"));
		buf_add(&s->published, record_text(&r, "published"));
		submit(e, s);
	}
	arena_free(&a);
	if (src)
		source_close(src);
}

static void add_any(struct extract *e, const char *file)
{
	if (e->o->input && strcmp(e->o->input, "jsonl") == 0)
		add_json(e, file);
	else
		add_file(e, file);
}

static void add_names(struct extract *e)
{
	struct buf names = {NULL, 0, 0};
	struct str name;
	size_t at = 0;

	if (input_names(e->o->files0_from, &names)) {
		while (str_split(buf_str(&names), '\0', &at, &name))
			if (name.n)
				add_any(e, name.p);
	}
	/* Names are used until their documents are read. */
	flush_all(e);
	buf_free(&names);
}

static unsigned types_of(const char *list)
{
	unsigned types = 0;
	struct str part;
	size_t at = 0;

	if (!list)
		return ~0u;
	while (str_split(str_of(list), ',', &at, &part)) {
		enum record_type t = schema_type(part);

		if (t == RECORD_UNKNOWN)
			diag_die("no record type is called %.*s: expected document, project, funding, responsibility, target or organization",
			         STR_ARGS(part));
		types |= 1u << t;
	}
	return types;
}

static void write_stats(const struct extract *e)
{
	struct out *f = out_open(e->o->stats);
	struct buf b = {NULL, 0, 0};

	buf_printf(&b, "{\"documents\":%zu,\"rejects\":%zu", e->documents, e->unread);
	if (e->unclaimed)
		buf_printf(&b, ",\"unclaimed\":%zu", e->left);
	buf_add(&b, STR("}\n"));
	out_add(f, buf_str(&b));
	out_close(f);
	buf_free(&b);
}

static void read_all(struct extract *e)
{
	if (e->o->files0_from)
		add_names(e);
	for (size_t i = 0; i < e->o->file_count; i++)
		add_any(e, e->o->files[i]);
	if (!e->o->file_count && !e->o->files0_from)
		add_any(e, "-");
}

/* The name of the file says what it holds: nothing else does for an output beside the records. */
static void open_unclaimed(struct extract *e)
{
	struct str name = str_of(e->o->unclaimed);
	enum format format = has_suffix(name, ".csv") ? FORMAT_CSV : has_suffix(name, ".tsv") ? FORMAT_TSV : FORMAT_JSONL;
	struct sink_options so = {.format = format, .output = e->o->unclaimed, .delimiter = e->o->delimiter, .bom = e->o->bom,
	                          .no_header = e->o->no_header, .plain = true};

	e->unclaimed = sink_open(&so);
	e->unclaimed_json = format == FORMAT_JSONL;
	if (!e->unclaimed_json)
		sink_columns(e->unclaimed, unclaimed_fields, UNCLAIMED_FIELDS);
}

/* One place of one document, which is a file of its own. */
static size_t explained_place(const struct extract_options *o)
{
	size_t place = 0;

	if (!*o->explain || strlen(o->explain) > 9 || o->explain[strspn(o->explain, "0123456789")])
		diag_die("--explain wants the number of a character, counted from 0, not %s", o->explain);
	if (o->file_count > 1 || o->files0_from || (o->input && strcmp(o->input, "jsonl") == 0))
		diag_die("--explain is for one document: expected one FILE and neither --files0-from nor -i jsonl");
	for (const char *p = o->explain; *p; p++)
		place = place * 10 + (size_t)(*p - '0');
	return place;
}

void extract_run(const struct extract_options *o)
{
	struct extract e = {.o = o};
	int format = o->format ? format_of_name(o->format) : FORMAT_JSONL;
	struct sink_options so = {.format = o->explain ? FORMAT_JSONL : (enum format)format, .output = o->output, .delimiter = o->delimiter, .bom = o->bom, .no_header = o->no_header};

	if (format != FORMAT_CSV && format != FORMAT_TSV && format != FORMAT_JSONL)
		diag_die("no output format is called %s: expected csv, tsv or jsonl", o->format);
	arena_keep();
	document_load();
	e.types = types_of(o->types);
	e.explained = o->explain ? explained_place(o) : 0;
	e.pool = pool_open(o->jobs, work, &e);
	e.slot_count = pool_room(e.pool);
	e.slots = calloc(e.slot_count, sizeof *e.slots);
	if (!e.slots)
		diag_die("out of memory");
	e.sink = sink_open(&so);
	if (o->unclaimed)
		open_unclaimed(&e);
	e.rejects = o->rejects ? out_open(o->rejects) : NULL;
	read_all(&e);
	flush_all(&e);
	pool_close(e.pool);
	sink_close(e.sink);
	if (e.unclaimed)
		sink_close(e.unclaimed);
	if (e.rejects)
		out_close(e.rejects);
	if (o->stats)
		write_stats(&e);
	if (o->verbose)
		diag_note(NULL, 0, "%zu documents read", e.documents);
	for (size_t i = 0; i < e.slot_count; i++) {
		struct slot *s = &e.slots[i];
		struct buf *all[] = {&s->name, &s->raw, &s->encoding, &s->sha256, &s->source, &s->published, &s->out, &s->unclaimed};

		for (size_t k = 0; k < sizeof all / sizeof *all; k++)
			buf_free(all[k]);
	}
	free(e.slots);
}
