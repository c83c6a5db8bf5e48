/* Knows how findings are made, in which order they are told, and what their ids are. */
#include "verb/finding.h"

#include <stdlib.h>

#include "io/input.h"

enum { FIELDS = 8, SPANS = 5 }; /* few records have more */

struct finding *finding_at(struct doc *d, enum record_type type, const char *rule, size_t from, size_t to)
{
	struct {
		struct finding one;
		struct finding_field fields[FIELDS];
		struct finding_span spans[SPANS];
	} *room = arena_room(d->arena, 1, sizeof *room);
	struct finding *f = &room->one;

	*f = (struct finding){.type = type, .rule = rule, .from = from, .to = to, .key = from, .section = -1, .order = d->made++,
	                      .fields = room->fields, .field_cap = FIELDS, .spans = room->spans, .span_cap = SPANS};
	*ARENA_PUSH(d->arena, d->findings, d->count, d->cap) = f;
	if (type == RECORD_PROJECT)
		d->projects_end = d->count;
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

/* The linker makes one of names that are the same; others differ in their first letters more often than not. */
static bool is_named(const char *name, const char *wanted)
{
	return name == wanted || (*name == *wanted && strcmp(name, wanted) == 0);
}

static inline struct finding_field *field_of(const struct finding *f, const char *name)
{
	for (size_t i = 0; i < f->field_count; i++)
		if (is_named(f->fields[i].name, name))
			return &f->fields[i];
	return NULL;
}

static void add_member(struct doc *d, struct finding_field *field, struct str v)
{
	/* A power of two is full. */
	if (!(field->others & (field->others - 1))) {
		struct str *more = ARENA_ARRAY(d->arena, struct str, field->others ? 2 * (size_t)field->others : 1);

		if (field->others)
			memcpy(more, field->more, field->others * sizeof *more);
		field->more = more;
	}
	field->more[field->others++] = v;
}

static void add_value(struct doc *d, struct finding *f, const char *name, struct str v, bool array)
{
	struct finding_field *field = field_of(f, name);

	if (!field) {
		*ARENA_PUSH(d->arena, f->fields, f->field_count, f->field_cap) = (struct finding_field){name, v, NULL, 0, array};
		return;
	}
	field->array = array;
	if (array) {
		add_member(d, field, v);
		return;
	}
	field->value = v;
	field->others = 0;
}

static void add_span(struct doc *d, struct finding *f, const char *name, size_t from, size_t to)
{
	*ARENA_PUSH(d->arena, f->spans, f->span_count, f->span_cap) = (struct finding_span){name, (uint32_t)from, (uint32_t)to};
}

/* What a page has put in several places is in each of them. */
static void add_places(struct doc *d, struct finding *f, const char *name, struct str s)
{
	for (struct str rest; s.n; s = rest) {
		struct str piece = str_trim(view_piece(&d->outline.view, s, &rest));

		if (piece.n)
			add_span(d, f, name, view_from(&d->outline.view, piece), view_to(&d->outline.view, piece));
	}
}

/* Whether the array field has that member. */
static bool has_member(const struct finding *f, const char *name, struct str value)
{
	const struct finding_field *field = field_of(f, name);
	bool has = field && str_eq(field->value, value);

	for (size_t k = 0; field && !has && k < field->others; k++)
		has = str_eq(field->more[k], value);
	return has;
}

bool finding_has(const struct finding *f, const char *field)
{
	return field_of(f, field) != NULL;
}

/* `asks`: nothing is added that the array field has. */
static void add_written(struct doc *d, struct finding *f, const char *field, struct str s, bool array, bool asks)
{
	s = str_trim(s);
	if (!s.n)
		return;
	struct str value = view_written(&d->outline.view, s, d->arena);

	if (asks && has_member(f, field, value))
		return;
	add_value(d, f, field, value, array);
	/* What was not copied is where it stands. */
	if (str_within(d->text.s, value))
		add_span(d, f, field, (size_t)(value.p - d->text.s.p), (size_t)(value.p - d->text.s.p) + value.n);
	else
		add_places(d, f, field, s);
}

void finding_cell(struct doc *d, struct finding *f, const char *field, struct str s)
{
	add_written(d, f, field, s, false, false);
}

void finding_item(struct doc *d, struct finding *f, const char *field, struct str s)
{
	add_written(d, f, field, s, true, true);
}

void finding_another(struct doc *d, struct finding *f, const char *field, struct str s)
{
	add_written(d, f, field, s, true, false);
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
		add_places(d, f, field, place);
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

bool finding_holds(const struct doc *d, const struct finding *f, const char *field, struct str s)
{
	size_t from = view_from(&d->outline.view, s), to = view_to(&d->outline.view, s);

	for (size_t i = 0; i < f->span_count; i++)
		if (is_named(f->spans[i].field, field) && f->spans[i].from <= from && to <= f->spans[i].to)
			return true;
	return false;
}

struct str finding_value(const struct finding *f, const char *field)
{
	const struct finding_field *x = field_of(f, field);

	return x ? x->value : STR("");
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

/* The hash of the text's hash, type, first and last character, and the place among findings of the same ones. */
static void give_id(const struct doc *d, struct finding *f, const struct input_head *text_hash, size_t ordinal)
{
	const size_t figures[] = {(size_t)f->type, text_point(&d->text, f->from), text_point(&d->text, f->to), ordinal};
	char key[4 * (STR_FIGURES + 1)];
	size_t n = 0;

	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
		key[n++] = ' ';
		n += str_put_number(figures[i], key + n);
	}
	input_sha256_id(text_hash, (struct str){key, n}, f->id);
}

void findings_settle(struct doc *d)
{
	char hash[65];
	size_t ordinal = 0;

	if (d->count)
		qsort(d->findings, d->count, sizeof *d->findings, by_place);
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
