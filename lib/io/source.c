/* Knows how a stream of lines becomes records: which format it is in, what its columns are, and
 * what cannot be read as a record. */
#include <stdlib.h>

#include "base/diag.h"
#include "io/csv.h"
#include "io/jsonl.h"
#include "io/plain.h"
#include "io/reader.h"
#include "io/schema.h"
#include "io/stream.h"
#include "io/tsv.h"

/* A row longer than this is taken for the work of a quote that is never closed. */
enum { LONGEST_ROW = 64 * 1024 * 1024 };

/* Bytes of rows that are handed out together. */
enum { MOST_ROWS = 128 * 1024 };

struct source {
	struct source_options o;
	const char *file;
	source_reject reject;
	void *ctx;
	enum format format;
	struct reader *reader;
	struct csv_reader *csv;
	struct arena own;
	struct str *columns;
	size_t n;
	enum value_kind *kinds; /* a column each: what its cells become */
	bool contract;          /* the columns are those of contract records */
	bool ended;
	struct str line;        /* the last one read, of JSON */
};

int format_of_name(const char *name)
{
	static const char *const names[] = {"auto", "text", "csv", "tsv", "jsonl"};

	for (int i = FORMAT_TEXT; i <= FORMAT_JSONL; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return FORMAT_AUTO - 1;
}

static struct str drop_end(struct str line)
{
	if (line.n && line.p[line.n - 1] == '\n')
		line.n--;
	if (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}

static void reject(struct source *s, long line, const char *reason, struct str raw)
{
	s->reject(s->ctx, s->file, line, reason, drop_end(raw));
}

static enum format find_format(struct source *s)
{
	struct str line;

	while (reader_line(s->reader, &line)) {
		struct str text = str_trim(line);

		if (text.n == 0)
			continue;
		reader_back(s->reader);
		if (text.p[0] == '{')
			return FORMAT_JSONL;
		bool tsv = memchr(line.p, '\t', line.n) && !memchr(line.p, ',', line.n);

		return tsv && !s->o.delimiter ? FORMAT_TSV : FORMAT_CSV;
	}
	return FORMAT_JSONL;
}

static bool next_tsv_row(struct source *s, struct arena *a, struct cells *row, long *line)
{
	struct str text, cell;

	do {
		reader_mark(s->reader);
		if (!reader_line(s->reader, &text))
			return false;
		text = drop_end(text);
	} while (text.n == 0);
	*line = reader_number(s->reader);
	for (size_t at = 0; str_split(text, '\t', &at, &cell);)
		*ARENA_PUSH(a, row->cell, row->n, row->cap) = tsv_take_cell(a, cell, s->contract);
	return true;
}

static void reject_open_quote(struct source *s, long line)
{
	reject(s, line, "the quote that is opened in this line is never closed", reader_marked(s->reader));
	s->ended = true;
}

static bool end_csv(struct source *s, struct arena *a, struct cells *row)
{
	enum csv_got got = csv_reader_end(s->csv, a, row);

	s->ended = true;
	if (got == CSV_GOT_BAD)
		reject_open_quote(s, reader_number(s->reader) - csv_reader_open_quote(s->csv));
	return got == CSV_GOT_ROW;
}

static bool next_csv_row(struct source *s, struct arena *a, struct cells *row, long *line)
{
	enum csv_got got = CSV_GOT_NONE;
	struct str text;

	while (!s->ended) {
		if (got != CSV_GOT_MORE)
			reader_mark(s->reader);
		if (!reader_line(s->reader, &text))
			return end_csv(s, a, row);
		if (got != CSV_GOT_MORE)
			*line = reader_number(s->reader);
		if (got != CSV_GOT_MORE && s->o.keep && !memchr(text.p, '"', text.n))
			text = arena_copy(a, text);
		if (got != CSV_GOT_MORE && plain_row(text, s->o.delimiter, a, row))
			return true;
		got = csv_reader_line(s->csv, a, text, row);
		if (got == CSV_GOT_ROW)
			return true;
		if (got == CSV_GOT_MORE && reader_marked(s->reader).n > LONGEST_ROW)
			reject_open_quote(s, reader_number(s->reader) - csv_reader_open_quote(s->csv));
		if (got == CSV_GOT_BAD) {
			reject(s, *line, "a quote inside a cell that does not begin with one, or text behind a closing quote",
			       reader_marked(s->reader));
			row->n = 0;
		}
	}
	return false;
}

static bool next_row(struct source *s, struct arena *a, struct cells *row, long *line)
{
	/* One more than is expected, so that a row that fits never has to grow. */
	*row = (struct cells){ARENA_ARRAY(a, struct str, s->n + 1), 0, s->n + 1};
	return s->format == FORMAT_TSV ? next_tsv_row(s, a, row, line) : next_csv_row(s, a, row, line);
}

static struct str number_name(struct source *s, size_t column)
{
	return arena_printf(&s->own, "%zu", column + 1);
}

/* A row's cells as column names; a column without a name gets its number. False when two are the
 * same, since records could not tell them apart. */
static bool name_columns(struct source *s, const struct cells *row, long line)
{
	s->n = row->n;
	s->columns = ARENA_ARRAY(&s->own, struct str, row->n);
	for (size_t i = 0; i < row->n; i++) {
		s->columns[i] = row->cell[i].n && !s->o.no_header ? arena_copy(&s->own, row->cell[i]) : number_name(s, i);
		for (size_t k = 0; k < i; k++)
			if (str_eq(s->columns[i], s->columns[k])) {
				diag_input(s->file, line, "two columns are named %.*s", STR_ARGS(s->columns[i]));
				return false;
			}
	}
	return true;
}

/* Cells take the kinds of the schema in a table of contract records. */
static void find_kinds(struct source *s)
{
	s->contract = !s->o.as_text && schema_is_contract(s->columns, s->n);
	s->kinds = ARENA_ARRAY(&s->own, enum value_kind, s->n);
	for (size_t i = 0; i < s->n; i++) {
		const struct schema_field *f = s->contract ? schema_field(s->columns[i]) : NULL;

		s->kinds[i] = f ? f->kind : VALUE_STRING;
	}
}

/* False when the header cannot be used (the message has been given); a table without any row has
 * no columns and is empty. */
static bool read_header(struct source *s)
{
	struct cells row;
	long line = 0;

	if (s->o.no_header)
		return true;
	s->ended = !next_row(s, &s->own, &row, &line);
	if (s->ended)
		return true;
	if (!name_columns(s, &row, line))
		return false;
	find_kinds(s);
	return true;
}

static bool open_table(struct source *s)
{
	if (!s->o.delimiter)
		s->o.delimiter = ',';
	if (s->format == FORMAT_CSV)
		s->csv = csv_reader_open(s->o.delimiter);
	return read_header(s);
}

struct source *source_open(const char *file, const struct source_options *o, source_reject on_reject, void *ctx)
{
	struct reader *reader = reader_open(file, o->encoding);

	if (!reader)
		return NULL;
	struct source *s = calloc(1, sizeof *s);

	if (!s)
		diag_die("out of memory");
	*s = (struct source){.o = *o, .file = file, .reject = on_reject, .ctx = ctx, .reader = reader, .format = o->format};
	schema_load();
	if (s->format == FORMAT_AUTO)
		s->format = find_format(s);
	bool ok = s->format == FORMAT_JSONL || open_table(s);

	if (ok && !reader_failed(reader))
		return s;
	source_close(s);
	return NULL;
}

enum format source_format(const struct source *s)
{
	return s->format;
}

const struct str *source_columns(const struct source *s, size_t *n)
{
	*n = s->format == FORMAT_JSONL ? 0 : s->n;
	return s->format == FORMAT_JSONL ? NULL : s->columns;
}

static bool next_json(struct source *s, struct arena *a, struct record *r, long *line)
{
	struct str text;

	for (;;) {
		reader_mark(s->reader);
		if (!reader_line(s->reader, &text))
			return false;
		const char *reason;

		*line = reader_number(s->reader);
		if (str_trim(text).n == 0)
			continue;
		s->line = drop_end(s->o.keep ? arena_copy(a, text) : text);
		if (plain_object(s->line, a, r) || jsonl_parse(s->line, a, r, &reason))
			return true;
		reject(s, *line, reason, text);
	}
}

static bool is_array_text(struct arena *a, struct str cell, struct value *v)
{
	struct str *items;
	size_t n;

	if (!csv_unjoin(a, cell, &items, &n))
		return false;
	*v = value_array(items, n);
	return true;
}

/* A cell that is not of its column's kind stays the text that it is. */
static struct value type_cell(struct arena *a, struct str cell, enum value_kind kind)
{
	struct value v = value_string(cell);

	if (!cell.p)
		v.kind = VALUE_NULL;
	else if (kind == VALUE_NUMBER && jsonl_is_plain_number(cell))
		v.kind = VALUE_NUMBER;
	else if (kind == VALUE_BOOLEAN && (str_eq(cell, STR("true")) || str_eq(cell, STR("false"))))
		v = value_boolean(cell.p[0] == 't');
	else if (kind == VALUE_ARRAY)
		is_array_text(a, cell, &v);
	return v;
}

static void fill_record(struct source *s, struct arena *a, const struct cells *row, struct record *r)
{
	/* Records of the contract will get fields. */
	size_t room = s->n + (s->contract ? 8 : 0);

	*r = (struct record){a, ARENA_ARRAY(a, struct field, room), s->n, room};
	for (size_t i = 0; i < s->n; i++)
		r->fields[i] = (struct field){s->columns[i], type_cell(a, row->cell[i], s->kinds[i])};
}

const char *source_ragged(struct arena *a, size_t expected, size_t found)
{
	return arena_printf(a, "%zu cells expected, %zu found", expected, found).p;
}

static bool next_cells(struct source *s, struct arena *a, struct record *r, long *line)
{
	struct cells row;

	while (!s->ended && next_row(s, a, &row, line)) {
		if (!s->columns) {
			name_columns(s, &row, *line);
			find_kinds(s);
		}
		if (row.n == s->n) {
			fill_record(s, a, &row, r);
			return true;
		}
		reject(s, *line, source_ragged(a, s->n, row.n), reader_marked(s->reader));
	}
	return false;
}

bool source_next(struct source *s, struct arena *a, struct record *r, long *line)
{
	return s->format == FORMAT_JSONL ? next_json(s, a, r, line) : next_cells(s, a, r, line);
}

struct str source_line(const struct source *s)
{
	return s->line;
}

bool source_rows(struct source *s, struct arena *a, struct str *rows, long *line)
{
	if (s->format != FORMAT_CSV || s->ended || !s->columns)
		return false;
	*line = reader_number(s->reader) + 1;
	if (!reader_lines(s->reader, MOST_ROWS, '"', rows))
		return false;
	*rows = arena_copy(a, *rows);
	return true;
}

void source_close(struct source *s)
{
	reader_close(s->reader);
	if (s->csv)
		csv_reader_close(s->csv);
	arena_free(&s->own);
	free(s);
}
