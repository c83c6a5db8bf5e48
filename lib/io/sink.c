/* Knows how records leave: in which order fields stand, and how a table gets its columns. */
#include <stdlib.h>

#include "base/diag.h"
#include "io/aligned.h"
#include "io/csv.h"
#include "io/jsonl.h"
#include "io/out.h"
#include "io/schema.h"
#include "io/spool.h"
#include "io/stream.h"
#include "io/tsv.h"

struct sink {
	struct sink_options o;
	struct out *out;
	struct arena own;
	struct str *columns;
	size_t n, cap;
	size_t next;               /* where the column of the next field is looked for first */
	bool fixed;                /* the columns were given */
	bool contract;             /* the columns are those of contract records */
	bool headed;               /* the header row is written */
	bool seen[RECORD_TYPES];   /* contract types among the records */
	struct spool *spool;
	struct buf line, cell, formatted;
};

static enum record_type type_of(const struct record *r, bool plain)
{
	return plain ? RECORD_UNKNOWN : schema_type(record_text(r, "type"));
}

/* An empty array counts as null: a table could not tell the two apart. */
static bool is_null(const struct value *v)
{
	return v->kind == VALUE_NULL || (v->kind == VALUE_ARRAY && v->n == 0);
}

/* `key`: the name as JSON has it, with its colon; NULL: it is none of the schema's. */
static void put_member(struct buf *b, const struct field *f, const struct str *key)
{
	if (is_null(&f->v))
		return;
	if (b->p[b->n - 1] != '{')
		buf_byte(b, ',');
	if (key) {
		buf_add(b, *key);
	} else {
		jsonl_put_string(b, f->name);
		buf_byte(b, ':');
	}
	jsonl_put_value(b, &f->v);
}

/* Index of the field of that name; the search begins where the one before was found, since records
 * mostly come in schema order. */
static size_t find_field(const struct record *r, struct str name, size_t from)
{
	for (size_t k = 0; k < r->n; k++) {
		size_t i = from + k < r->n ? from + k : from + k - r->n;

		if (str_eq(r->fields[i].name, name))
			return i;
	}
	return r->n;
}

/* Finds the places of a record's fields in the schema: at[field] is their index + 1. False where two fields have one name. */
static bool place_fields(const struct record *r, enum record_type type, size_t n, size_t *at)
{
	for (size_t i = 0; i < r->n; i++) {
		size_t place = schema_place(type, r->fields[i].name);

		if (place < n && at[place])
			return false;
		if (place < n)
			at[place] = i + 1;
	}
	return true;
}

static void put_placed(const struct record *r, const struct schema_field *fields, const size_t *at, size_t n, bool *done, struct buf *b)
{
	for (size_t i = 0; i < n; i++)
		if (at[i]) {
			put_member(b, &r->fields[at[i] - 1], &fields[i].key);
			done[at[i] - 1] = true;
		}
}

static void put_known(const struct record *r, const struct schema_field *fields, size_t n, bool *done, struct buf *b)
{
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		size_t at = find_field(r, fields[i].name, from);

		if (at == r->n)
			continue;
		put_member(b, &r->fields[at], &fields[i].key);
		done[at] = true;
		from = at + 1 < r->n ? at + 1 : 0;
	}
}

static void put_json(const struct record *r, bool plain, struct buf *b)
{
	struct arena_mark mark = arena_mark(r->arena);
	bool *done = ARENA_ARRAY(r->arena, bool, r->n + 1);
	size_t n;
	enum record_type type = type_of(r, plain);
	const struct schema_field *fields = schema_fields(type, &n);
	size_t *at = ARENA_ARRAY(r->arena, size_t, n + 1);

	buf_byte(b, '{');
	if (place_fields(r, type, n, at))
		put_placed(r, fields, at, n, done, b);
	else
		put_known(r, fields, n, done, b);
	for (size_t i = 0; i < r->n; i++)
		if (!done[i])
			put_member(b, &r->fields[i], NULL);
	buf_add(b, STR("}\n"));
	arena_release(r->arena, mark);
}

void record_to_json(const struct record *r, struct buf *b)
{
	put_json(r, false, b);
}

struct sink *sink_open(const struct sink_options *o)
{
	struct sink *s = calloc(1, sizeof *s);

	if (!s)
		diag_die("out of memory");
	schema_load();
	s->o = *o;
	s->out = out_open(o->output);
	if (!s->o.delimiter || o->format == FORMAT_TSV)
		s->o.delimiter = o->format == FORMAT_TSV ? '\t' : ',';
	return s;
}

static size_t add_column(struct sink *s, struct str name)
{
	*ARENA_PUSH(&s->own, s->columns, s->n, s->cap) = arena_copy(&s->own, name);
	return s->n - 1;
}

static void find_contract(struct sink *s)
{
	s->contract = !s->o.plain && schema_is_contract(s->columns, s->n);
}

void sink_columns(struct sink *s, const struct str *columns, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_column(s, columns[i]);
	s->fixed = true;
	find_contract(s);
	if (s->o.format == FORMAT_TEXT && !s->spool)
		s->spool = spool_open();
}

/* Index of a column; s->n when there is none of that name. */
static size_t find_column(struct sink *s, struct str name)
{
	for (size_t k = 0; k < s->n; k++) {
		size_t i = s->next + k < s->n ? s->next + k : s->next + k - s->n;

		if (str_eq(s->columns[i], name)) {
			s->next = i + 1 < s->n ? i + 1 : 0;
			return i;
		}
	}
	return s->n;
}

static size_t get_column(struct sink *s, struct str name)
{
	size_t column = find_column(s, name);

	return column < s->n ? column : add_column(s, name);
}

/* The text of a value in a table; p NULL for null. An array is joined in `joined`. */
static struct str cell_of(const struct value *v, struct buf *joined)
{
	if (is_null(v))
		return (struct str){NULL, 0};
	if (v->kind == VALUE_BOOLEAN)
		return v->b ? STR("true") : STR("false");
	if (v->kind != VALUE_ARRAY)
		return v->s.n ? v->s : STR("");
	buf_clear(joined);
	csv_join(joined, v->items, v->n);
	return buf_str(joined);
}

static void put_cell(const struct sink *s, struct buf *b, struct str cell)
{
	if (s->o.format == FORMAT_TSV)
		tsv_put_cell(b, cell, s->contract);
	else
		csv_put_cell(b, cell, s->o.delimiter);
}

/* Where nothing is written there is nothing to mark either. */
static void put_out(struct sink *s, struct str bytes)
{
	if (s->o.bom && s->o.format != FORMAT_JSONL && s->o.format != FORMAT_TEXT)
		out_add(s->out, STR("\xEF\xBB\xBF"));
	s->o.bom = false;
	out_add(s->out, bytes);
}

/* A row that would be an empty line, which readers pass over, shows its one cell as "". */
static void end_row(const struct sink *s, struct buf *b, size_t from)
{
	if (b->n == from && s->o.format == FORMAT_CSV)
		buf_add(b, STR("\"\""));
	buf_byte(b, '\n');
}

static void write_slots(struct sink *s, const struct str *slots, const size_t *order, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_byte(&s->line, s->o.delimiter);
		put_cell(s, &s->line, slots[order ? order[i] : i]);
	}
	end_row(s, &s->line, 0);
	put_out(s, buf_str(&s->line));
	buf_clear(&s->line);
}

static void write_header(struct sink *s, const size_t *order)
{
	s->headed = true;
	if (!s->o.no_header && s->n)
		write_slots(s, s->columns, order, s->n);
}

static void format_row(const struct sink *s, const struct record *r, struct buf *out)
{
	struct buf joined = {NULL, 0, 0};
	size_t start = out->n;

	for (size_t i = 0, from = 0; i < s->n; i++) {
		size_t at = find_field(r, s->columns[i], from);

		if (i)
			buf_byte(out, s->o.delimiter);
		if (at < r->n) {
			put_cell(s, out, cell_of(&r->fields[at].v, &joined));
			from = at + 1 < r->n ? at + 1 : 0;
		}
	}
	end_row(s, out, start);
	buf_free(&joined);
}

bool sink_knows_form(const struct sink *s)
{
	return s->o.format == FORMAT_JSONL || (s->fixed && s->o.format != FORMAT_TEXT);
}

void sink_format(const struct sink *s, const struct record *r, struct buf *out)
{
	if (s->o.format == FORMAT_JSONL)
		put_json(r, s->o.plain, out);
	else
		format_row(s, r, out);
}

static void write_spooled(struct sink *s, const struct record *r)
{
	enum record_type type = type_of(r, s->o.plain);

	if (!s->spool)
		s->spool = spool_open();
	if (type != RECORD_UNKNOWN)
		s->seen[type] = true;
	for (size_t i = 0; i < r->n; i++) {
		struct str cell = cell_of(&r->fields[i].v, &s->cell);
		size_t column = get_column(s, r->fields[i].name);

		if (cell.p)
			spool_cell(s->spool, (uint32_t)column, cell);
	}
	spool_end(s->spool);
}

void sink_bytes(struct sink *s, struct str bytes)
{
	if (s->fixed && !s->headed && s->o.format != FORMAT_JSONL)
		write_header(s, NULL);
	put_out(s, bytes);
}

void sink_write(struct sink *s, const struct record *r)
{
	if (!sink_knows_form(s)) {
		write_spooled(s, r);
		return;
	}
	buf_clear(&s->formatted);
	sink_format(s, r, &s->formatted);
	sink_bytes(s, buf_str(&s->formatted));
}

static void take_column(size_t column, size_t *order, size_t *n, bool *done)
{
	if (!done[column])
		order[(*n)++] = column;
	done[column] = true;
}

/* Columns of the types that occurred, in schema order, each once; then the others as first seen. */
static size_t *order_columns(struct sink *s)
{
	size_t most = s->n, fields_n, n = 0;

	for (int t = 0; t < RECORD_TYPES; t++) {
		schema_fields((enum record_type)t, &fields_n);
		most += s->seen[t] ? fields_n : 0;
	}
	size_t *order = ARENA_ARRAY(&s->own, size_t, most + 1);
	bool *done = ARENA_ARRAY(&s->own, bool, most + 1);

	for (int t = 0; t < RECORD_TYPES; t++) {
		const struct schema_field *fields = schema_fields((enum record_type)t, &fields_n);

		for (size_t i = 0; s->seen[t] && i < fields_n; i++)
			take_column(get_column(s, fields[i].name), order, &n, done);
	}
	for (size_t i = 0; i < s->n; i++)
		take_column(i, order, &n, done);
	return order;
}

static void write_spool(struct sink *s)
{
	size_t *order = order_columns(s);
	struct str *slots = ARENA_ARRAY(&s->own, struct str, s->n + 1);

	if (s->o.format == FORMAT_TEXT) {
		aligned_write(s->out, s->o.no_header ? NULL : s->columns, s->n, s->spool);
		spool_close(s->spool);
		return;
	}
	find_contract(s);
	write_header(s, order);
	spool_rewind(s->spool);
	while (spool_next(s->spool, slots, s->n))
		write_slots(s, slots, order, s->n);
	spool_close(s->spool);
}

void sink_close(struct sink *s)
{
	if (s->spool)
		write_spool(s);
	else if (s->fixed && !s->headed && s->o.format != FORMAT_JSONL)
		write_header(s, NULL);
	out_close(s->out);
	buf_free(&s->line);
	buf_free(&s->cell);
	buf_free(&s->formatted);
	arena_free(&s->own);
	free(s);
}
