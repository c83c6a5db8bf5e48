/* Knows which fields each type of record has, in which order, from schema.tsv. */
#include "io/schema.h"

#include "base/diag.h"
#include "base/table.h"
#include "io/jsonl.h"

enum { PLACES = 256 };

static struct {
	struct str name;
	struct schema_field fields[SCHEMA_MOST];
	size_t n;
	uint8_t places[PLACES]; /* by a hash of the name: index + 1; 0: free */
} types[RECORD_TYPES];

static const char *const type_names[RECORD_TYPES] = {"document",       "project", "funding",
                                                     "responsibility", "target",  "organization"};
static struct arena run;
static bool loaded;

struct columns {
	size_t type, name, kind, by, diff, meaning;
};

static enum value_kind kind_of(const struct table *t, size_t row, struct str word)
{
	static const char *const words[] = {"null", "string", "number", "boolean", "array"};

	for (int k = VALUE_STRING; k <= VALUE_ARRAY; k++)
		if (str_eq(word, str_of(words[k])))
			return (enum value_kind)k;
	struct table_place place = table_place(t, row);

	diag_die("%s:%ld: no kind of value is named %.*s", place.file, place.line, STR_ARGS(word));
}

/* The place of a name in the hash, or the free one where it would be. */
static uint8_t *find_place(enum record_type type, struct str name)
{
	size_t i = name.n * 11;

	if (name.n)
		i += (unsigned char)name.p[0] * 3u + (unsigned char)name.p[name.n / 2] * 29u + (unsigned char)name.p[name.n - 1] * 7u;
	for (;; i++) {
		uint8_t *place = &types[type].places[i % PLACES];

		if (!*place || str_eq(types[type].fields[*place - 1].name, name))
			return place;
	}
}

size_t schema_place(enum record_type t, struct str name)
{
	uint8_t place = t < RECORD_TYPES ? *find_place(t, name) : 0;

	return place ? place - 1u : SCHEMA_MOST;
}

static struct str json_key(struct str name)
{
	struct buf b = {NULL, 0, 0};

	jsonl_put_string(&b, name);
	buf_byte(&b, ':');
	struct str key = arena_copy(&run, buf_str(&b));

	buf_free(&b);
	return key;
}

static void add_field(enum record_type type, const struct table *t, size_t row, const struct columns *c)
{
	if (types[type].n == SCHEMA_MOST) {
		struct table_place place = table_place(t, row);

		diag_die("%s:%ld: more than %d fields of a type", place.file, place.line, SCHEMA_MOST);
	}
	types[type].fields[types[type].n++] = (struct schema_field){
		table_cell(t, row, c->name),
		table_cell(t, row, c->meaning),
		kind_of(t, row, table_cell(t, row, c->kind)),
		str_eq(table_cell(t, row, c->by), STR("normalize")),
		str_eq(table_cell(t, row, c->diff), STR("key")),
		str_eq(table_cell(t, row, c->diff), STR("place")),
		json_key(table_cell(t, row, c->name)),
	};
	*find_place(type, table_cell(t, row, c->name)) = (uint8_t)types[type].n;
}

static void add_row(const struct table *t, size_t row, const struct columns *c)
{
	struct str type = table_cell(t, row, c->type);
	bool every = str_eq(type, STR("every"));

	for (int i = 0; i < RECORD_TYPES; i++)
		if (every || str_eq(type, types[i].name))
			add_field((enum record_type)i, t, row, c);
}

void schema_load(void)
{
	if (loaded)
		return;
	const struct table *t = table_get("schema");
	struct columns c = {table_column(t, "type"), table_column(t, "name"), table_column(t, "kind"),
	                    table_column(t, "by"), table_column(t, "diff"), table_column(t, "meaning")};

	for (int i = 0; i < RECORD_TYPES; i++)
		types[i].name = str_of(type_names[i]);
	for (size_t row = 0; row < t->rows; row++)
		add_row(t, row, &c);
	loaded = true;
}

struct str schema_type_name(enum record_type t)
{
	return t < RECORD_TYPES ? types[t].name : STR("");
}

enum record_type schema_type(struct str name)
{
	for (int i = 0; i < RECORD_TYPES; i++)
		if (str_eq(types[i].name, name))
			return (enum record_type)i;
	return RECORD_UNKNOWN;
}

const struct schema_field *schema_fields(enum record_type t, size_t *n)
{
	*n = t < RECORD_TYPES ? types[t].n : 0;
	return t < RECORD_TYPES ? types[t].fields : NULL;
}

const struct schema_field *schema_field(struct str name)
{
	for (int t = 0; t < RECORD_TYPES; t++)
		for (size_t i = 0; i < types[t].n; i++)
			if (str_eq(types[t].fields[i].name, name))
				return &types[t].fields[i];
	return NULL;
}

bool schema_is_contract(const struct str *columns, size_t n)
{
	size_t known = 0;
	bool typed = false;

	for (size_t i = 0; i < n; i++) {
		known += schema_field(columns[i]) != NULL;
		typed = typed || str_eq(columns[i], STR("type"));
	}
	return typed && known > 1;
}
