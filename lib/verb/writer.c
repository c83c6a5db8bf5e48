/* Knows how findings become lines of JSON: which members a record has, and which it shares with the record before. */
#include "io/jsonl.h"
#include "verb/finding.h"

/* What records of every type have, which the schema has first and in this order, and what tells of other records. With DOC stands all that is told of
 * the document, with QUOTE all that tells where it stands. */
enum member { TYPE, ID, DOC, SECTION, QUOTE, SPANS, RULE, NOTES, PART_OF, CAP_OF, MEMBERS };

#define KEY(name) STR(",\"" name "\":")

static size_t part_of_places[RECORD_TYPES], cap_of_places[RECORD_TYPES];

void findings_load(void)
{
	for (int t = 0; t < RECORD_TYPES; t++) {
		part_of_places[t] = schema_place((enum record_type)t, STR("part_of"));
		cap_of_places[t] = schema_place((enum record_type)t, STR("cap_of"));
	}
}

/* Records take several times the room of their text, which is taken at once but where the text is large. */
enum { RECORD_ROOM = 1024, LARGE = 1024 * 1024 };

/* A member or a field of the record at hand. */
struct part {
	const struct buf *json; /* the member with its name; NULL: it is `field` */
	const struct finding_field *field;
};

/* Names of fields are literals: that the place of one is known is told by its address. */
enum { KNOWN = 256 };

struct known {
	const char *name;
	enum record_type type;
	uint32_t place;
};

_Static_assert(SCHEMA_MOST <= 64, "places are bits of a word");

/* Most members of a record are those of the record before: their JSON is kept, and what changes is made anew. */
struct writer {
	struct buf json[MEMBERS]; /* with a comma and the name before the value; empty: the record has it not */
	struct known known[KNOWN];
	const struct finding *last; /* whose members these are */
	uint64_t placed;            /* a bit for each part among these */
	struct part parts[SCHEMA_MOST]; /* in the order of the schema */
	struct part *others;            /* what it does not know */
	size_t n, cap;
};

static struct buf *begin_member(struct writer *w, enum member m, struct str key)
{
	struct buf *b = &w->json[m];

	buf_clear(b);
	buf_add(b, key);
	return b;
}

/* Letters and figures, which JSON writes as they are. */
static void put_bare(struct buf *b, struct str s)
{
	buf_byte(b, '"');
	buf_add(b, s);
	buf_byte(b, '"');
}

/* Kinds, roles and states are words of small letters. */
static bool is_bare(struct str s)
{
	size_t i = 0;

	while (i < s.n && s.p[i] >= 'a' && s.p[i] <= 'z')
		i++;
	return i == s.n;
}

/* The text is UTF-8, and so is what it has between two characters. */
static void put_cell(const struct doc *d, struct buf *b, struct str s)
{
	if (is_bare(s)) {
		put_bare(b, s);
		return;
	}
	size_t to = str_within(d->text.s, s) ? (size_t)(s.p - d->text.s.p) + s.n : 0;

	if (to && str_is_start(s.p[0]) && (to == d->text.s.n || str_is_start(d->text.s.p[to])))
		jsonl_put_text(b, s);
	else
		jsonl_put_string(b, s);
}

/* Ids, types and rules. An empty one leaves the member out. */
static void put_plain(struct writer *w, enum member m, struct str key, struct str s)
{
	if (s.n)
		put_bare(begin_member(w, m, key), s);
	else
		buf_clear(&w->json[m]);
}

static void put_id(struct writer *w, enum member m, struct str key, const struct finding *f)
{
	put_plain(w, m, key, str_of(f ? f->id : NULL));
}

/* No items leave the member out. */
static void put_strings(struct writer *w, const struct doc *d, enum member m, struct str key, const struct str *items, size_t n)
{
	struct buf *b = &w->json[m];

	buf_clear(b);
	for (size_t i = 0; i < n; i++) {
		buf_byte(i ? b : begin_member(w, m, key), i ? ',' : '[');
		put_cell(d, b, items[i]);
	}
	if (n)
		buf_byte(b, ']');
}

static void add_number(struct buf *b, struct str key, size_t n)
{
	buf_add(b, key);
	b->n += str_put_number(n, buf_room(b, STR_FIGURES));
}

static void put_section(struct writer *w, const struct doc *d, int section)
{
	struct arena_mark mark = arena_mark(d->arena);
	size_t n;
	struct str *titles = finding_sections(d, section, d->arena, &n);

	put_strings(w, d, SECTION, KEY("section"), titles, n);
	arena_release(d->arena, mark);
}

static void put_evidence(struct writer *w, const struct doc *d, const struct finding *f)
{
	struct buf *b = begin_member(w, QUOTE, KEY("quote"));

	put_cell(d, b, str_sub(d->text.s, f->from, f->to));
	add_number(b, KEY("start"), text_point(&d->text, f->from));
	add_number(b, KEY("end"), text_point(&d->text, f->to));
	add_number(b, KEY("line"), text_line(&d->text, f->from));
	if (d->text.pages > 1)
		add_number(b, KEY("page"), text_page(&d->text, f->from));
}

/* "field:start-end" of each; names of fields have nothing that JSON would write otherwise. */
static void put_spans(struct writer *w, const struct doc *d, const struct finding *f)
{
	struct buf *b = &w->json[SPANS];

	buf_clear(b);
	for (size_t i = 0; i < f->span_count; i++) {
		struct str field = str_of(f->spans[i].field);

		buf_add(i ? b : begin_member(w, SPANS, KEY("spans")), i ? STR(",\"") : STR("[\""));
		char *start = buf_room(b, field.n + 2 * STR_FIGURES + 3), *p = start;

		memcpy(p, field.p, field.n);
		p += field.n;
		*p++ = ':';
		p += str_put_number(text_point(&d->text, f->spans[i].from), p);
		*p++ = '-';
		p += str_put_number(text_point(&d->text, f->spans[i].to), p);
		*p++ = '"';
		b->n += (size_t)(p - start);
	}
	if (f->span_count)
		buf_byte(b, ']');
}

static void put_members(struct writer *w, const struct doc *d, const struct finding *f)
{
	const struct finding *last = w->last;

	if (!last || last->type != f->type)
		put_plain(w, TYPE, KEY("type"), schema_type_name(f->type));
	put_id(w, ID, KEY("id"), f);
	if (!last || last->section != f->section)
		put_section(w, d, f->section);
	if (!last || last->from != f->from || last->to != f->to)
		put_evidence(w, d, f);
	put_spans(w, d, f);
	if (!last || last->rule != f->rule)
		put_plain(w, RULE, KEY("rule"), str_of(f->rule));
	put_strings(w, d, NOTES, KEY("notes"), f->notes, f->note_count);
	put_id(w, PART_OF, KEY("part_of"), f->part_of);
	put_id(w, CAP_OF, KEY("cap_of"), f->cap_of);
	w->last = f;
}

static void add_other(struct writer *w, struct arena *a, struct part part)
{
	*ARENA_PUSH(a, w->others, w->n, w->cap) = part;
}

static inline void add_part(struct writer *w, struct arena *a, size_t place, struct part part)
{
	if (place == SCHEMA_MOST) {
		add_other(w, a, part);
		return;
	}
	w->parts[place] = part;
	w->placed |= UINT64_C(1) << place;
}

static void add_member(struct writer *w, struct arena *a, enum member m, size_t place)
{
	if (w->json[m].n)
		add_part(w, a, place, (struct part){&w->json[m], NULL});
}

static size_t place_of(struct writer *w, enum record_type type, const char *name)
{
	struct known *k = &w->known[((uintptr_t)name + (uintptr_t)name / KNOWN + 31 * (uintptr_t)type) % KNOWN];

	if (k->name != name || k->type != type)
		*k = (struct known){name, type, (uint32_t)schema_place(type, str_of(name))};
	return k->place;
}

static void put_field(const struct doc *d, const struct finding_field *field, struct str key, struct buf *out)
{
	buf_byte(out, ',');
	if (key.n) {
		buf_add(out, key);
	} else {
		jsonl_put_string(out, str_of(field->name));
		buf_byte(out, ':');
	}
	if (field->array)
		buf_byte(out, '[');
	put_cell(d, out, field->value);
	for (size_t i = 0; i < field->others; i++) {
		buf_byte(out, ',');
		put_cell(d, out, field->more[i]);
	}
	if (field->array)
		buf_byte(out, ']');
}

static inline void put_part(const struct doc *d, const struct part *p, struct str key, struct buf *out)
{
	if (p->json)
		buf_add(out, buf_str(p->json));
	else
		put_field(d, p->field, key, out);
}

/* In the order of the schema; what it does not know comes last. */
static void put_parts(const struct writer *w, const struct doc *d, enum record_type type, struct buf *out)
{
	size_t n;
	const struct schema_field *fields = schema_fields(type, &n);

	for (uint64_t left = w->placed; left; left &= left - 1) {
		size_t place = (size_t)__builtin_ctzll(left);

		put_part(d, &w->parts[place], fields[place].key, out);
	}
	for (size_t i = 0; i < w->n; i++)
		put_part(d, &w->others[i], STR(""), out);
}

static void write_one(struct writer *w, struct doc *d, const struct finding *f, struct buf *out)
{
	size_t start = out->n;

	put_members(w, d, f);
	w->n = 0;
	w->placed = 0;
	for (enum member m = TYPE; m <= NOTES; m++)
		buf_add(out, buf_str(&w->json[m]));
	for (size_t i = 0; i < f->field_count; i++)
		add_part(w, d->arena, place_of(w, f->type, f->fields[i].name), (struct part){NULL, &f->fields[i]});
	add_member(w, d->arena, PART_OF, part_of_places[f->type]);
	add_member(w, d->arena, CAP_OF, cap_of_places[f->type]);
	put_parts(w, d, f->type, out);
	out->p[start] = '{';
	buf_add(out, STR("}\n"));
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

static void put_known(struct buf *b, struct str key, struct str s)
{
	if (!s.n)
		return;
	buf_add(b, key);
	jsonl_put_string(b, s);
}

static void start_writer(struct writer *w, struct doc *d)
{
	struct str issuer = issuer_written(d), date = date_written(d);
	struct buf *b = begin_member(w, DOC, KEY("doc"));

	jsonl_put_string(b, d->name);
	put_known(b, KEY("doc_issuer"), issuer);
	put_known(b, KEY("doc_date_text"), date);
}

void findings_write(struct doc *d, unsigned types, struct buf *out)
{
	struct writer w = {.last = NULL};

	buf_room(out, RECORD_ROOM + (d->text.s.n < LARGE ? 10 * d->text.s.n : 0));
	findings_settle(d);
	start_writer(&w, d);
	for (size_t i = 0; i < d->count; i++)
		if (types & 1u << d->findings[i]->type)
			write_one(&w, d, d->findings[i], out);
	for (int m = 0; m < MEMBERS; m++)
		buf_free(&w.json[m]);
}
