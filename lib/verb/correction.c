/* Knows which fields of which records a person has corrected, and what goes with a corrected field. */
#include "verb/correction.h"

#include <stdatomic.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/names.h"
#include "base/number.h"
#include "io/csv.h"
#include "io/jsonl.h"
#include "io/schema.h"
#include "verb/userfile.h"

enum { DOC, ID, FIELD, VALUE };
enum { MOST_FILES = 64, MOST_MADE = 8 };

struct correction {
	struct str field;
	struct value value;
	const char *file;
	long line;
	size_t doc, id;          /* numbers of names */
	size_t next;             /* another of the same record: its place + 1 */
	const struct schema_field *known; /* NULL: no type has the field */
	atomic_long applied, unchanged;
	atomic_bool misfit;      /* the record is of a type without the field */
};

static const char *const columns[] = {"doc", "id", "field", "value", NULL};
/* For the person who keeps the file. */
static const char *const passed[] = {"type", "before", "by", "date", "note", NULL};
static const struct userfile form = {"--corrections", columns, 4, passed};

/* What tells where a record is from is not for correcting. */
static const char *const evidence[] = {"type", "id",   "doc",  "quote", "start",    "end",    "line",
                                       "page", "spans", "rule", "notes", "encoding", "sha256", NULL};

/* What is made of a field as written, and has no ground without it. */
static const struct made {
	const char *written, *other; /* other: another field that the same is made of */
	const char *fields[MOST_MADE + 1];
} made[] = {
	{"doc_date_text", NULL, {"doc_date"}},
	{"number", NULL, {"number_norm"}},
	{"date_text", NULL, {"date"}},
	{"refs", NULL, {"refs_norm"}},
	{"name", NULL, {"name_norm"}},
	{"place", NULL, {"region_code", "region_name"}},
	{"period_text", NULL, {"start_date", "end_date"}},
	{"funder", "funder_full", {"funder_name"}},
	{"funder_full", "funder", {"funder_name"}},
	{"amount_text", NULL, {"amount", "amount_min", "amount_max", "approx", "currency", "rate", "rate_min", "rate_max"}},
	{"count_text", NULL, {"count"}},
	{"org", "org_full", {"org_name", "org_generic"}},
	{"org_full", "org", {"org_name", "org_generic"}},
	{"deadline_text", NULL, {"deadline"}},
	{"value_text", NULL, {"value", "value_min", "value_max", "approx", "unit"}},
};

/* A number and its bounds, which are corrected with it. */
static const char *const bounded[][3] = {
	{"amount", "amount_min", "amount_max"}, {"rate", "rate_min", "rate_max"}, {"value", "value_min", "value_max"},
};

/* Notes on how a text was read, which say nothing of another text. */
static const char *const reading[] = {"unread", "ambiguous", "digits", "form", "recurring", "open", "immediate", "alias", NULL};

static struct arena run;
static const char *files[MOST_FILES];
static size_t file_count;
static struct names docs, records; /* a record: its document, NUL, its id */
static size_t *heads;              /* by record: the first correction + 1 */
static size_t heads_cap;
static struct correction **corrections;
static size_t count, cap;
static atomic_bool *came;          /* by document */

void correction_file(const char *file)
{
	if (file_count == MOST_FILES)
		diag_die("more than %d --corrections", MOST_FILES);
	files[file_count++] = file;
}

bool correction_any(void)
{
	return count > 0 || file_count > 0;
}

static bool is_one_of(const char *const *words, struct str s)
{
	for (; *words; words++)
		if (str_eq(str_of(*words), s))
			return true;
	return false;
}

/* Reading the file. */

static void print_value(struct buf *b, const struct value *v)
{
	if (!v || v->kind == VALUE_NULL)
		buf_add(b, STR("null"));
	else if (v->kind == VALUE_ARRAY)
		csv_join(b, v->items, v->n);
	else if (v->kind == VALUE_BOOLEAN)
		buf_add(b, v->b ? STR("true") : STR("false"));
	else
		buf_add(b, v->s);
}

static bool same_value(const struct value *a, const struct value *b)
{
	if (!a || a->kind == VALUE_NULL)
		return b->kind == VALUE_NULL;
	if (a->kind != b->kind)
		return false;
	if (a->kind == VALUE_BOOLEAN)
		return a->b == b->b;
	if (a->kind != VALUE_ARRAY)
		return str_eq(a->s, b->s);
	for (size_t i = 0; i < a->n && a->n == b->n; i++)
		if (!str_eq(a->items[i], b->items[i]))
			return false;
	return a->n == b->n;
}

static bool take_number(struct value *v)
{
	v->kind = VALUE_NUMBER;
	return jsonl_is_plain_number(v->s);
}

static bool take_boolean(struct value *v)
{
	*v = value_boolean(str_eq(v->s, STR("true")));
	return v->b || str_eq(v->s, STR("false"));
}

static bool take_array(struct value *v)
{
	*v = (struct value){VALUE_ARRAY, false, {NULL, 0}, v->items, v->n};
	return true;
}

/* A value as the schema has it; false where it is none of that kind. */
static bool take_kind(struct value *v, enum value_kind kind)
{
	if (v->kind == VALUE_NULL || v->kind == kind)
		return true;
	if (v->kind == VALUE_NUMBER && kind == VALUE_STRING)
		*v = value_string(v->s);
	else if (v->kind != VALUE_STRING)
		return false;
	else if (kind == VALUE_NUMBER)
		return take_number(v);
	else if (kind == VALUE_BOOLEAN)
		return take_boolean(v);
	else if (kind == VALUE_ARRAY)
		return csv_unjoin(&run, v->s, &v->items, &v->n) && take_array(v);
	return true;
}

static void read_value(const struct userfile_row *row, struct correction *c)
{
	static const char *const kinds[] = {"", "a text", "a number", "true or false", "a text, or several parted by semicolons,"};
	struct buf b = {NULL, 0, 0};

	c->value = row->cells[VALUE];
	if (!c->known)
		return;
	if (!take_kind(&c->value, c->known->kind)) {
		print_value(&b, &row->cells[VALUE]);
		userfile_bad(row, "%.*s: %s is wanted, not \"%.*s\"", STR_ARGS(c->field), kinds[c->known->kind], (int)b.n, b.p);
	}
}

static void put_key(struct buf *b, struct str doc, struct str id)
{
	buf_add(b, doc);
	buf_byte(b, '\0');
	buf_add(b, id);
}

static size_t *add_record(struct correction *c, struct str doc, struct str id)
{
	struct buf key = {NULL, 0, 0};
	size_t before = records.n;

	put_key(&key, doc, id);
	c->doc = names_add(&docs, doc);
	c->id = names_add(&records, buf_str(&key));
	buf_free(&key);
	if (c->id == before)
		*ARENA_PUSH(&run, heads, before, heads_cap) = 0;
	return &heads[c->id];
}

/* True when the same was said before. */
static bool is_repeated(const struct userfile_row *row, const struct correction *c)
{
	for (size_t at = c->next; at; at = corrections[at - 1]->next) {
		const struct correction *other = corrections[at - 1];

		if (!str_eq(other->field, c->field))
			continue;
		if (!same_value(&other->value, &c->value))
			userfile_bad(row, "contradicts %s:%ld, which gives the same field another value", other->file, other->line);
		return true;
	}
	return false;
}

static void add_row(void *ctx, const struct userfile_row *row)
{
	struct correction *c = ARENA_NEW(&run, struct correction);
	struct str doc = userfile_text(row, &form, DOC), id = userfile_text(row, &form, ID);

	(void)ctx;
	c->file = row->file;
	c->line = row->line;
	/* With a NUL behind it, as names of fields are wanted. */
	c->field = arena_copy(&run, userfile_text(row, &form, FIELD));
	if (doc.n == 0 || id.n == 0 || c->field.n == 0)
		userfile_bad(row, "%s is empty", columns[doc.n == 0 ? DOC : id.n == 0 ? ID : FIELD]);
	if (is_one_of(evidence, c->field))
		userfile_bad(row, "%.*s is evidence and cannot be corrected", STR_ARGS(c->field));
	c->known = schema_field(c->field);
	read_value(row, c);
	size_t *head = add_record(c, doc, id);

	c->next = *head;
	if (is_repeated(row, c))
		return;
	*ARENA_PUSH(&run, corrections, count, cap) = c;
	*head = count;
}

void correction_load(void)
{
	for (size_t i = 0; i < file_count; i++)
		userfile_read(&form, files[i], &run, add_row, NULL);
	came = ARENA_ARRAY(&run, atomic_bool, docs.n + 1);
}

/* Laying corrections over a record. */

size_t correction_find(const struct record *r)
{
	struct str doc = record_text(r, "doc"), id = record_text(r, "id");
	long number = count && doc.n ? names_find(&docs, doc) : NAMES_NONE;
	struct buf key = {NULL, 0, 0};

	if (number == NAMES_NONE)
		return 0;
	if (!atomic_load_explicit(&came[number], memory_order_relaxed))
		atomic_store_explicit(&came[number], true, memory_order_relaxed);
	put_key(&key, doc, id);
	number = names_find(&records, buf_str(&key));
	buf_free(&key);
	return number == NAMES_NONE ? 0 : heads[number];
}

static const struct schema_field *field_of(const struct record *r, struct str name)
{
	size_t n;
	const struct schema_field *fields = schema_fields(schema_type(record_text(r, "type")), &n);

	for (size_t i = 0; i < n; i++)
		if (str_eq(fields[i].name, name))
			return &fields[i];
	return NULL;
}

static bool is_of_reading(const struct record *r, struct str note, struct str field)
{
	(void)r;
	struct str rest = str_from(note, field.n + 2);

	if (!str_starts(note, field) || !str_starts(str_from(note, field.n), STR(": ")))
		return false;
	return is_one_of(reading, str_sub(rest, 0, str_find(rest, STR(":"), 0)));
}

static void drop_notes(struct record *r, bool (*drops)(const struct record *r, struct str note, struct str field), struct str field)
{
	const struct value *v = record_get(r, "notes");
	size_t n = 0;

	if (!v || v->kind != VALUE_ARRAY)
		return;
	struct value notes = value_array(ARENA_ARRAY(r->arena, struct str, v->n), 0);

	for (size_t i = 0; i < v->n; i++)
		if (!drops(r, v->items[i], field))
			notes.items[n++] = v->items[i];
	if (n == v->n)
		return;
	notes.n = n;
	notes.kind = n ? VALUE_ARRAY : VALUE_NULL;
	record_set(r, "notes", notes);
}

static void drop_made(struct record *r, struct str field)
{
	for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
		if (!str_eq(field, str_of(made[i].written)) || (made[i].other && record_get(r, made[i].other)))
			continue;
		for (const char *const *name = made[i].fields; *name; name++)
			record_set(r, *name, (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0});
	}
}

static const char told[] = ": correction: ", arrow[] = " -> ";

static void note_change(struct record *r, struct str field, const struct value *before, const struct value *after)
{
	struct buf b = {NULL, 0, 0};

	buf_add(&b, field);
	buf_add(&b, str_of(told));
	print_value(&b, before);
	buf_add(&b, str_of(arrow));
	print_value(&b, after);
	record_note(r, buf_str(&b));
	buf_free(&b);
}

/* Whether a note tells of a correction of a value that is not what it says any more, as after a run without the file: the value was made
 * anew from its text. */
static bool is_outdated(const struct record *r, struct str note, struct str unused)
{
	size_t at = str_find(note, str_of(told), 0);
	const struct schema_field *field = at < note.n ? field_of(r, str_sub(note, 0, at)) : NULL;
	struct buf b = {NULL, 0, 0};

	(void)unused;
	if (!field || !field->normalized)
		return false;
	buf_add(&b, str_of(arrow));
	print_value(&b, record_get(r, arena_copy(r->arena, field->name).p));
	bool outdated = !str_ends(note, buf_str(&b));

	buf_free(&b);
	return outdated;
}

void correction_settle_notes(struct record *r)
{
	drop_notes(r, is_outdated, STR(""));
}

/* The order of two values if both are numbers, else `otherwise`. */
static int order_of(const struct value *a, const struct value *b, int otherwise)
{
	struct number x, y;

	if (!a || !b || !a->s.n || !b->s.n || !number_read(a->s, &x) || !number_read(b->s, &y))
		return otherwise;
	return number_cmp(&x, &y);
}

/* Whether the number is outside a bound that was not the number before. */
static bool is_outside(const struct record *r, const char *const *fields, const struct value *before, const struct value *after)
{
	const struct value *least = record_get(r, fields[1]), *most = record_get(r, fields[2]);

	return (order_of(least, before, 1) != 0 && order_of(after, least, 0) < 0) || (order_of(most, before, 1) != 0 && order_of(after, most, 0) > 0);
}

static void lay_bound(struct record *r, const char *bound, const struct value *after)
{
	const struct value *v = record_get(r, bound);

	if (!v || v->kind == VALUE_NULL)
		return;
	struct value old = *v;

	record_set(r, bound, *after);
	note_change(r, str_of(bound), &old, after);
}

/* A bound that was the number itself stays it. Where the new number is outside the other, they have no ground. */
static void lay_bounds(struct record *r, size_t found, const char *const *fields, const struct value *before, const struct value *after)
{
	static const struct value none = {VALUE_NULL, false, {NULL, 0}, NULL, 0};
	bool outside = is_outside(r, fields, before, after);

	for (int k = 1; k < 3; k++) {
		bool same = order_of(record_get(r, fields[k]), before, 1) == 0;

		if (!correction_holds(found, fields[k]) && (same || outside))
			lay_bound(r, fields[k], same ? after : &none);
	}
}

static void lay_beside(struct record *r, size_t found, const struct correction *c, const struct value *before)
{
	for (size_t i = 0; i < sizeof bounded / sizeof *bounded; i++)
		if (str_eq(c->field, str_of(bounded[i][0])))
			lay_bounds(r, found, bounded[i], before, &c->value);
}

static void lay(struct record *r, size_t found, struct correction *c, bool written)
{
	const struct value *before = record_get(r, c->field.p);

	if (same_value(before, &c->value)) {
		atomic_fetch_add_explicit(&c->unchanged, 1, memory_order_relaxed);
		return;
	}
	atomic_fetch_add_explicit(&c->applied, 1, memory_order_relaxed);
	struct value old = before ? *before : (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0};

	if (written)
		drop_notes(r, is_of_reading, c->field);
	record_set(r, c->field.p, c->value);
	if (written && c->value.kind == VALUE_NULL)
		drop_made(r, c->field);
	note_change(r, c->field, &old, &c->value);
	if (!written)
		lay_beside(r, found, c, &old);
}

static bool is_date(const struct correction *c)
{
	return str_eq(c->field, STR("doc_date"));
}

void correction_lay_written(struct record *r, size_t found)
{
	for (size_t at = found; at; at = corrections[at - 1]->next) {
		struct correction *c = corrections[at - 1];
		const struct schema_field *field = field_of(r, c->field);

		if (!field)
			atomic_store_explicit(&c->misfit, true, memory_order_relaxed);
		else if (!field->normalized)
			lay(r, found, c, true);
	}
}

void correction_lay_made(struct record *r, size_t found)
{
	for (size_t at = found; at; at = corrections[at - 1]->next) {
		struct correction *c = corrections[at - 1];
		const struct schema_field *field = field_of(r, c->field);

		if (field && field->normalized && !is_date(c))
			lay(r, found, c, false);
	}
}

bool correction_lay_date(struct record *r, size_t found)
{
	for (size_t at = found; at; at = corrections[at - 1]->next)
		if (is_date(corrections[at - 1])) {
			lay(r, found, corrections[at - 1], false);
			return true;
		}
	return false;
}

bool correction_holds(size_t found, const char *field)
{
	for (size_t at = found; at; at = corrections[at - 1]->next)
		if (str_eq(corrections[at - 1]->field, str_of(field)))
			return true;
	return false;
}

/* What became of them. */

static struct str id_of(const struct correction *c)
{
	return str_from(names_get(&records, c->id), names_get(&docs, c->doc).n + 1);
}

static void tell_lost(const struct correction *c)
{
	struct str doc = names_get(&docs, c->doc), id = id_of(c);

	if (!c->known)
		diag_note(c->file, c->line, "no record has a field %.*s", STR_ARGS(c->field));
	else if (c->misfit)
		diag_note(c->file, c->line, "record %.*s of %.*s has no field %.*s", STR_ARGS(id), STR_ARGS(doc), STR_ARGS(c->field));
	else
		diag_note(c->file, c->line, "no record %.*s in %.*s", STR_ARGS(id), STR_ARGS(doc));
}

struct correction_counts correction_finish(void)
{
	struct correction_counts n = {0, 0, 0, 0};

	for (size_t i = 0; i < count; i++) {
		const struct correction *c = corrections[i];

		n.applied += c->applied;
		n.unchanged += c->unchanged;
		if (c->applied || c->unchanged)
			continue;
		if (c->known && !came[c->doc]) {
			n.elsewhere++;
			continue;
		}
		n.not_found++;
		tell_lost(c);
	}
	return n;
}
