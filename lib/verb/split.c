/* Knows the tables that records are parted into and how a data package describes them. */
#include "verb/split.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "io/jsonl.h"
#include "io/out.h"
#include "io/schema.h"
#include "io/stream.h"

static const char *const table_names[RECORD_TYPES] = {"documents",        "projects", "funding",
                                                      "responsibilities", "targets",  "organizations"};

struct split {
	const char *dir;
	struct arena arena;
	struct sink *sinks[RECORD_TYPES];
	bool told[RECORD_TYPES]; /* that a field has no column */
};

static void open_table(struct split *s, enum record_type type)
{
	struct sink_options o = {.format = FORMAT_CSV,
	                         .output = arena_printf(&s->arena, "%s/%s.csv", s->dir, table_names[type]).p};
	size_t n;
	const struct schema_field *fields = schema_fields(type, &n);
	struct str *columns = ARENA_ARRAY(&s->arena, struct str, n);

	for (size_t i = 0; i < n; i++)
		columns[i] = fields[i].name;
	s->sinks[type] = sink_open(&o);
	sink_columns(s->sinks[type], columns, n);
}

struct split *split_open(const char *dir)
{
	if (mkdir(dir, 0777) && errno != EEXIST)
		diag_die("%s: %s", dir, strerror(errno));
	struct split *s = calloc(1, sizeof *s);

	if (!s)
		diag_die("out of memory");
	s->dir = dir;
	schema_load();
	for (int t = 0; t < RECORD_TYPES; t++)
		open_table(s, (enum record_type)t);
	return s;
}

static bool has_column(enum record_type type, struct str name)
{
	size_t n;
	const struct schema_field *fields = schema_fields(type, &n);

	for (size_t i = 0; i < n; i++)
		if (str_eq(fields[i].name, name))
			return true;
	return false;
}

/* The tables have the columns of the contract and no others, so that they are the same for every
 * run; what falls out is told once a table. */
static void tell_left_out(struct split *s, enum record_type type, const struct record *r)
{
	for (size_t i = 0; i < r->n && !s->told[type]; i++) {
		if (has_column(type, r->fields[i].name))
			continue;
		diag_note(NULL, 0, "%s/%s.csv has no column for the field %.*s, which is left out", s->dir, table_names[type],
		          STR_ARGS(r->fields[i].name));
		s->told[type] = true;
	}
}

bool split_write(struct split *s, const struct record *r)
{
	enum record_type type = schema_type(record_text(r, "type"));

	if (type == RECORD_UNKNOWN)
		return false;
	tell_left_out(s, type, r);
	sink_write(s->sinks[type], r);
	return true;
}

/* Places in a text are counted; other numbers may have a fraction. */
static bool is_place(struct str name)
{
	return str_eq(name, STR("start")) || str_eq(name, STR("end")) || str_eq(name, STR("line")) || str_eq(name, STR("page"));
}

static const char *table_schema_type(const struct schema_field *f)
{
	switch (f->kind) {
	case VALUE_NUMBER:
		return is_place(f->name) ? "integer" : "number";
	case VALUE_BOOLEAN:
		return "boolean";
	case VALUE_STRING:
		if (f->normalized && (str_ends(f->name, STR("date")) || str_eq(f->name, STR("deadline"))))
			return "date";
		return "string";
	default:
		return "string";
	}
}

static void put_field(struct buf *b, const struct schema_field *f)
{
	struct buf meaning = {NULL, 0, 0};

	buf_add(&meaning, f->meaning);
	if (f->kind == VALUE_ARRAY)
		buf_add(&meaning, STR("; several joined by ; with \\ before ; and \\ in them"));
	buf_add(b, STR("          {\"name\": "));
	jsonl_put_string(b, f->name);
	buf_printf(b, ", \"type\": \"%s\", \"description\": ", table_schema_type(f));
	jsonl_put_string(b, buf_str(&meaning));
	buf_byte(b, '}');
	buf_free(&meaning);
}

static void put_fields(struct buf *b, enum record_type type)
{
	size_t n;
	const struct schema_field *fields = schema_fields(type, &n);

	buf_add(b, STR("        \"fields\": [\n"));
	for (size_t i = 0; i < n; i++) {
		put_field(b, &fields[i]);
		buf_add(b, i + 1 < n ? STR(",\n") : STR("\n"));
	}
	buf_add(b, STR("        ],\n"));
}

static void put_resource(struct buf *b, enum record_type type)
{
	const char *name = table_names[type];

	buf_printf(b, "    {\n      \"profile\": \"tabular-data-resource\",\n      \"name\": \"%s\",\n      \"path\": \"%s.csv\",\n", name, name);
	buf_add(b, STR("      \"format\": \"csv\",\n      \"mediatype\": \"text/csv\",\n      \"encoding\": \"utf-8\",\n"
	               "      \"dialect\": {\"delimiter\": \",\", \"lineTerminator\": \"\\n\", \"quoteChar\": \"\\\"\", "
	               "\"doubleQuote\": true, \"header\": true},\n      \"schema\": {\n"));
	put_fields(b, type);
	buf_add(b, STR("        \"missingValues\": [\"\"],\n        \"primaryKey\": [\"doc\", \"id\"]\n      }\n    }"));
}

/* Frictionless Data Package v1 with Table Schemas (specs.frictionlessdata.io). */
static void write_package(struct split *s)
{
	struct out *out = out_open(arena_printf(&s->arena, "%s/datapackage.json", s->dir).p);
	struct buf b = {NULL, 0, 0};

	buf_add(&b, STR("{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"policy-tables\",\n  \"resources\": [\n"));
	for (int t = 0; t < RECORD_TYPES; t++) {
		put_resource(&b, (enum record_type)t);
		buf_add(&b, t + 1 < RECORD_TYPES ? STR(",\n") : STR("\n"));
	}
	buf_add(&b, STR("  ]\n}\n"));
	out_add(out, buf_str(&b));
	out_close(out);
	buf_free(&b);
}

void split_close(struct split *s)
{
	for (int t = 0; t < RECORD_TYPES; t++)
		sink_close(s->sinks[t]);
	write_package(s);
	arena_free(&s->arena);
	free(s);
}
