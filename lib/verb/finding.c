/* Knows how a finding becomes a record: spans, order, identity. */
#include "verb/finding.h"

#include <stdlib.h>

#include "io/input.h"
#include "io/stream.h"

struct finding *finding_at(struct doc *d, enum record_type type, const char *rule, size_t from, size_t to)
{
	struct finding *f = ARENA_NEW(d->arena, struct finding);

	f->type = type;
	f->rule = rule;
	f->from = f->key = from;
	f->to = to;
	f->section = -1;
	f->order = d->made++;
	*ARENA_PUSH(d->arena, d->findings, d->count, d->cap) = f;
	return f;
}

struct finding *finding_new(struct doc *d, enum record_type type, const char *rule, struct str s)
{
	return finding_at(d, type, rule, view_from(&d->outline.view, s), view_to(&d->outline.view, s));
}

void finding_cover(struct doc *d, struct finding *f, struct str s)
{
	size_t from = view_from(&d->outline.view, s), to = view_to(&d->outline.view, s);

	if (from < f->from)
		f->from = from;
	if (to > f->to)
		f->to = to;
}

static struct finding_field *field_of(struct doc *d, struct finding *f, const char *name)
{
	for (size_t i = 0; i < f->field_count; i++)
		if (strcmp(f->fields[i].name, name) == 0)
			return &f->fields[i];
	struct finding_field *field = ARENA_PUSH(d->arena, f->fields, f->field_count, f->field_cap);

	*field = (struct finding_field){.name = name};
	return field;
}

static void add_value(struct doc *d, struct finding *f, const char *name, struct str v, bool array)
{
	struct finding_field *field = field_of(d, f, name);

	field->array = array;
	/* Most fields have one value: they keep no room for more. */
	if (!array) {
		if (!field->values)
			field->values = ARENA_NEW(d->arena, struct str);
		field->values[0] = v;
		field->n = field->cap = 1;
		return;
	}
	*ARENA_PUSH(d->arena, field->values, field->n, field->cap) = v;
}

static void add_span(struct doc *d, struct finding *f, const char *name, struct str s)
{
	*ARENA_PUSH(d->arena, f->spans, f->span_count, f->span_cap) =
		(struct finding_span){name, view_from(&d->outline.view, s), view_to(&d->outline.view, s)};
}

void finding_cell(struct doc *d, struct finding *f, const char *field, struct str s)
{
	s = str_trim(s);
	if (!s.n)
		return;
	add_value(d, f, field, view_written(&d->outline.view, s, d->arena), false);
	add_span(d, f, field, s);
}

void finding_item(struct doc *d, struct finding *f, const char *field, struct str s)
{
	s = str_trim(s);
	if (!s.n)
		return;
	add_value(d, f, field, view_written(&d->outline.view, s, d->arena), true);
	add_span(d, f, field, s);
}

void finding_word(struct doc *d, struct finding *f, const char *field, struct str value)
{
	if (value.n)
		add_value(d, f, field, value, false);
}

void finding_item_word(struct doc *d, struct finding *f, const char *field, struct str value, struct str place)
{
	add_value(d, f, field, value, true);
	if (place.n)
		add_span(d, f, field, place);
}

void finding_note(struct doc *d, struct finding *f, struct str note)
{
	*ARENA_PUSH(d->arena, f->notes, f->note_count, f->note_cap) = note;
}

void finding_forget(struct finding *f, const char *field)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->field_count; i++)
		if (strcmp(f->fields[i].name, field) != 0)
			f->fields[kept++] = f->fields[i];
	f->field_count = kept;
	kept = 0;
	for (size_t i = 0; i < f->span_count; i++)
		if (strcmp(f->spans[i].field, field) != 0)
			f->spans[kept++] = f->spans[i];
	f->span_count = kept;
}

struct str finding_value(const struct finding *f, const char *field)
{
	for (size_t i = 0; i < f->field_count; i++)
		if (strcmp(f->fields[i].name, field) == 0 && f->fields[i].n)
			return f->fields[i].values[0];
	return STR("");
}

/* ---- order and identity ---- */

static int by_place(const void *x, const void *y)
{
	const struct finding *a = *(const struct finding *const *)x, *b = *(const struct finding *const *)y;

	if ((a->type == RECORD_DOCUMENT) != (b->type == RECORD_DOCUMENT))
		return a->type == RECORD_DOCUMENT ? -1 : 1;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->to != b->to)
		return a->to < b->to ? -1 : 1;
	if (a->type != b->type)
		return (int)a->type - (int)b->type;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

enum {
	FIGURES = 20,
	MOST_FIELDS = 30 /* of most records */
};

/* The digits of n at `to`, FIGURES at most; how many. */
static size_t put_figures(char *to, size_t n)
{
	char back[FIGURES];
	size_t len = 0;

	do
		back[len++] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	for (size_t i = 0; i < len; i++)
		to[i] = back[len - 1 - i];
	return len;
}

/* The hash of the text's hash, type, first and last character, and the place among findings of the same ones. */
static void give_id(const struct doc *d, struct finding *f, const struct input_head *text_hash, size_t ordinal)
{
	const size_t figures[] = {(size_t)f->type, text_point(&d->text, f->from), text_point(&d->text, f->to), ordinal};
	char key[4 * (FIGURES + 1)], hex[65];
	size_t n = 0;

	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
		key[n++] = ' ';
		n += put_figures(key + n, figures[i]);
	}
	input_sha256_behind(text_hash, (struct str){key, n}, hex);
	memcpy(f->id, hex, 16);
	f->id[16] = '\0';
}

static void give_ids(struct doc *d)
{
	char hash[65];
	size_t ordinal = 0;

	/* Text that was decoded without a change has the hash of its file. */
	if (d->text_sha256.n)
		memcpy(hash, d->text_sha256.p, 64);
	else
		input_sha256(d->text.s, hash);
	const struct input_head *head = input_sha256_head((struct str){hash, 64}, d->arena);

	for (size_t i = 0; i < d->count; i++) {
		struct finding *f = d->findings[i], *b = i ? d->findings[i - 1] : NULL;

		ordinal = b && b->type == f->type && b->from == f->from && b->to == f->to ? ordinal + 1 : 0;
		give_id(d, f, head, ordinal);
	}
}

/* ---- records ---- */

static struct value number_of(struct arena *a, size_t n)
{
	char *to = arena_alloc(a, FIGURES);

	return value_number((struct str){to, put_figures(to, n)});
}

/* The fields of a finding are set once each. */
static void set(struct record *r, const char *name, struct value v)
{
	struct field *f = r->n < r->cap ? &r->fields[r->n++] : ARENA_PUSH(r->arena, r->fields, r->n, r->cap);

	*f = (struct field){str_of(name), v};
}

static void set_string(struct record *r, const char *name, struct str s)
{
	if (s.n)
		set(r, name, value_string(s));
}

static struct str date_written(const struct doc *d)
{
	return d->head.date_text.n ? view_written(&d->outline.view, d->head.date_text, d->arena) : STR("");
}

static struct str issuer_written(const struct doc *d)
{
	struct str all = STR("");

	for (size_t i = 0; i < d->head.issuer_count; i++) {
		struct str one = view_written(&d->outline.view, d->head.issuers[i], d->arena);

		all = all.n ? arena_join(d->arena, arena_join(d->arena, all, STR("、")), one) : one;
	}
	return all;
}

struct str *finding_sections(const struct doc *d, int section, struct arena *a, size_t *count)
{
	struct str items[16];
	size_t n = 0;

	for (int s = section; s >= 0 && n < 16; s = d->outline.sections[s].parent)
		if (d->outline.sections[s].title.n)
			items[n++] = d->outline.sections[s].title;
	*count = n;
	struct str *out = n ? ARENA_ARRAY(a, struct str, n) : NULL;

	for (size_t i = 0; i < n; i++)
		out[i] = view_written(&d->outline.view, items[n - 1 - i], a);
	return out;
}

static void set_section(const struct doc *d, struct record *r, int section, struct arena *a)
{
	size_t n;
	struct str *titles = finding_sections(d, section, a, &n);

	if (n)
		set(r, "section", value_array(titles, n));
}

/* field:start-end */
static struct str span_text(const struct doc *d, const struct finding_span *span, struct arena *a)
{
	size_t n = strlen(span->field);
	char *text = arena_alloc(a, n + 2 * FIGURES + 2), *to = text + n;

	memcpy(text, span->field, n);
	*to++ = ':';
	to += put_figures(to, text_point(&d->text, span->from));
	*to++ = '-';
	to += put_figures(to, text_point(&d->text, span->to));
	return (struct str){text, (size_t)(to - text)};
}

static void set_spans(const struct doc *d, struct record *r, const struct finding *f, struct arena *a)
{
	struct str *out = ARENA_ARRAY(a, struct str, f->span_count + 1);

	for (size_t i = 0; i < f->span_count; i++)
		out[i] = span_text(d, &f->spans[i], a);
	if (f->span_count)
		set(r, "spans", value_array(out, f->span_count));
}

static void set_evidence(const struct doc *d, struct record *r, const struct finding *f, struct arena *a)
{
	set(r, "quote", value_string(str_sub(d->text.s, f->from, f->to)));
	set(r, "start", number_of(a, text_point(&d->text, f->from)));
	set(r, "end", number_of(a, text_point(&d->text, f->to)));
	set(r, "line", number_of(a, text_line(&d->text, f->from)));
	if (d->text.pages > 1)
		set(r, "page", number_of(a, text_page(&d->text, f->from)));
	set_spans(d, r, f, a);
	set(r, "rule", value_string(str_of(f->rule)));
	if (f->note_count)
		set(r, "notes", value_array(f->notes, f->note_count));
}

static void set_fields(struct record *r, const struct finding *f)
{
	for (size_t i = 0; i < f->field_count; i++) {
		const struct finding_field *x = &f->fields[i];

		set(r, x->name, x->array ? value_array(x->values, x->n) : value_string(x->values[0]));
	}
	if (f->part_of)
		set(r, "part_of", value_string(str_of(f->part_of->id)));
	if (f->cap_of)
		set(r, "cap_of", value_string(str_of(f->cap_of->id)));
}

static void write_one(struct doc *d, const struct finding *f, struct str issuer, struct str date, struct buf *out)
{
	struct arena_mark m = arena_mark(d->arena);
	struct record r = {.arena = d->arena, .cap = MOST_FIELDS};

	r.fields = ARENA_ARRAY(d->arena, struct field, MOST_FIELDS);
	set(&r, "type", value_string(schema_type_name(f->type)));
	set(&r, "id", value_string(str_of(f->id)));
	set(&r, "doc", value_string(d->name));
	set_string(&r, "doc_issuer", issuer);
	set_string(&r, "doc_date_text", date);
	set_section(d, &r, f->section, d->arena);
	set_evidence(d, &r, f, d->arena);
	set_fields(&r, f);
	record_to_json(&r, out);
	arena_release(d->arena, m);
}

void findings_write(struct doc *d, unsigned types, struct buf *out)
{
	struct str issuer = issuer_written(d), date = date_written(d);

	if (d->count)
		qsort(d->findings, d->count, sizeof *d->findings, by_place);
	give_ids(d);
	for (size_t i = 0; i < d->count; i++)
		if (types & 1u << d->findings[i]->type)
			write_one(d, d->findings[i], issuer, date, out);
}
