/* Knows the form of a record of what has changed. */
#include "verb/change.h"

#include "base/number.h"

static const char *const kinds[CHANGE_KINDS] = {"added", "removed", "changed", "column-added", "column-removed"};

enum { CHANGE, KEY, ROW, FIELD, OLD, NEW, OLD_LINE, NEW_LINE, DELTA, OLD_DOC, OLD_START, NEW_DOC, NEW_START };

static const struct str fields[CHANGE_FIELDS] = {
	[CHANGE] = {"change", 6},      [KEY] = {"key", 3},           [ROW] = {"row", 3},
	[FIELD] = {"field", 5},        [OLD] = {"old", 3},           [NEW] = {"new", 3},
	[OLD_LINE] = {"old_line", 8},  [NEW_LINE] = {"new_line", 8}, [DELTA] = {"delta", 5},
	[OLD_DOC] = {"old_doc", 7},    [OLD_START] = {"old_start", 9},
	[NEW_DOC] = {"new_doc", 7},    [NEW_START] = {"new_start", 9},
};

struct str change_kind_name(enum change_kind kind)
{
	return str_of(kinds[kind]);
}

const struct str *change_fields(void)
{
	return fields;
}

static struct value text_or_null(struct str s)
{
	struct value v = value_string(s);

	if (!s.p)
		v.kind = VALUE_NULL;
	return v;
}

static struct value number_or_null(struct str s)
{
	struct value v = text_or_null(s);

	if (v.kind)
		v.kind = VALUE_NUMBER;
	return v;
}

static struct value count_or_null(struct arena *a, long n)
{
	return number_or_null(n ? arena_printf(a, "%ld", n) : (struct str){NULL, 0});
}

void change_to_record(const struct change *c, struct arena *a, struct record *r)
{
	const struct value values[CHANGE_FIELDS] = {
		[CHANGE] = value_string(change_kind_name(c->kind)),
		[KEY] = text_or_null(c->key),
		[ROW] = count_or_null(a, (long)c->row),
		[FIELD] = value_string(c->field),
		[OLD] = c->old,
		[NEW] = c->new,
		[OLD_LINE] = count_or_null(a, c->old_line),
		[NEW_LINE] = count_or_null(a, c->new_line),
		[DELTA] = number_or_null(c->delta),
		[OLD_DOC] = text_or_null(c->old_doc),
		[OLD_START] = number_or_null(c->old_start),
		[NEW_DOC] = text_or_null(c->new_doc),
		[NEW_START] = number_or_null(c->new_start),
	};

	*r = (struct record){a, ARENA_ARRAY(a, struct field, CHANGE_FIELDS), CHANGE_FIELDS, CHANGE_FIELDS};
	for (int i = 0; i < CHANGE_FIELDS; i++)
		r->fields[i] = (struct field){fields[i], values[i]};
}

static struct value value_or_null(const struct record *r, int field)
{
	const struct value *v = record_get(r, fields[field].p);

	return v ? *v : (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0};
}

/* A count as text; 0 when there is none. */
static long read_count(struct str s)
{
	long n = 0;

	for (size_t i = 0; i < s.n && n < 1000000000000000; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return 0;
		n = n * 10 + (s.p[i] - '0');
	}
	return n;
}

bool change_from_record(const struct record *r, struct change *c, const char **reason)
{
	struct str kind = record_text(r, "change");
	int k = 0;

	while (k < CHANGE_KINDS && !str_eq(kind, str_of(kinds[k])))
		k++;
	*c = (struct change){.kind = (enum change_kind)k, .field = record_text(r, "field")};
	*reason = k == CHANGE_KINDS ? "no change: the field change must say what it is" : "no change: it names no field";
	if (k == CHANGE_KINDS || !c->field.p)
		return false;
	c->key = record_text(r, "key");
	c->row = (size_t)read_count(record_text(r, "row"));
	c->old = value_or_null(r, OLD);
	c->new = value_or_null(r, NEW);
	c->old_line = read_count(record_text(r, "old_line"));
	c->new_line = read_count(record_text(r, "new_line"));
	*reason = "no change: a cell has no row";
	return c->row > 0 || c->kind >= CHANGE_COLUMN_ADDED;
}
