/* Knows which pairs of the bodies that were seen are worth a look, and how much speaks for each. */
#include "verb/suggest.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/names.h"
#include "io/csv.h"
#include "io/out.h"
#include "io/schema.h"
#include "verb/alias.h"
#include "verb/samebody.h"
#include "zh/likename.h"

/* So many bodies of one region, class and first character are compared with each other. */
enum { MOST_ALIKE = 1000 };

/* What speaks for a pair. */
enum {
	SCORE_WRITING = 95, SCORE_SLIP = 80, SCORE_REGION = 75, SCORE_SHORT = 60, SCORE_FORMER = 40,
	MORE_TOGETHER = 15, /* both stand in one document */
	MORE_KNOWN = 5,     /* the tables know the other one */
	LESS_UNSURE = 20,   /* other names fit as well */
	LESS_PLACELESS = 20 /* nothing says where the name holds */
};

struct body {
	struct str text;
	struct str region; /* code of its own, else that of the issuer */
	struct str canonical, doc, id;
	struct body_parts parts;
	bool known;
	size_t count;
	int first, last;   /* years of the documents; 0: unknown */
	size_t *docs;
	size_t docs_n, docs_cap;
};

struct pair {
	const struct body *a, *b;
	const char *reason;
	int score;
};

/* Bodies that have something in common. */
struct shelf {
	struct names keys;
	size_t *heads; /* by key: the first body + 1 */
	size_t cap;
	size_t *next;  /* by body */
};

struct suggest {
	const char *file;
	struct arena arena;
	struct names names, docs, pairs_seen;
	struct names stands; /* which body stands in which document */
	struct body *bodies;
	size_t n, cap;
	struct pair *pairs;
	size_t pairs_n, pairs_cap;
	struct buf key;
};

struct suggest *suggest_open(const char *file)
{
	struct suggest *s = calloc(1, sizeof *s);

	if (!s)
		diag_die("out of memory");
	s->file = file;
	org_load();
	samebody_load();
	return s;
}

/* The texts with NUL between them, until the next call. */
static struct str key_of(struct suggest *s, struct str a, struct str b, struct str c)
{
	buf_clear(&s->key);
	buf_add(&s->key, a);
	buf_byte(&s->key, '\0');
	buf_add(&s->key, b);
	buf_byte(&s->key, '\0');
	buf_add(&s->key, c);
	return buf_str(&s->key);
}

static struct str bytes_of(const size_t *number)
{
	return (struct str){(const char *)number, sizeof *number};
}

/* Seeing. */

static void see_place(struct suggest *s, size_t body, const struct record *r)
{
	struct body *b = &s->bodies[body];
	size_t doc = names_add(&s->docs, record_text(r, "doc")), before = s->stands.n;

	if (names_add(&s->stands, key_of(s, bytes_of(&body), bytes_of(&doc), STR(""))) == before)
		*ARENA_PUSH(&s->arena, b->docs, b->docs_n, b->docs_cap) = doc;
}

static void see_year(struct body *b, int year)
{
	if (!year)
		return;
	b->first = b->first && b->first < year ? b->first : year;
	b->last = b->last > year ? b->last : year;
}

static void add_body(struct suggest *s, struct str text, struct str home, const struct record *r, const struct org *org)
{
	struct body b = {.text = arena_copy(&s->arena, text), .known = org->known};

	samebody_part(b.text, &b.parts);
	b.region = arena_copy(&s->arena, b.parts.region.n ? b.parts.region : home);
	b.canonical = arena_copy(&s->arena, org->name);
	b.doc = arena_copy(&s->arena, record_text(r, "doc"));
	b.id = arena_copy(&s->arena, record_text(r, "id"));
	*ARENA_PUSH(&s->arena, s->bodies, s->n, s->cap) = b;
}

/* A name without a region of its own is another body in the documents of another region. */
static void see_body(struct suggest *s, struct str text, const struct record *r)
{
	struct str issuer = record_text(r, "doc_issuer"), home = alias_issuer_region(issuer.p ? issuer : STR(""));
	struct ymd when = {0, 0, 0};
	struct arena_mark mark = arena_mark(r->arena);
	struct body_parts parts;
	struct org org;

	ymd_parse(record_text(r, "doc_date"), &when);
	alias_org(r->arena, text, issuer.p ? issuer : STR(""), when, &org);
	samebody_part(text, &parts);
	if (!org.generic) {
		size_t before = s->n, body = names_add(&s->names, key_of(s, text, parts.region.n ? STR("") : home, STR("")));

		if (body == before)
			add_body(s, text, home, r, &org);
		s->bodies[body].count++;
		see_year(&s->bodies[body], when.year);
		see_place(s, body, r);
	}
	arena_release(r->arena, mark);
}

void suggest_see(struct suggest *s, const struct record *r)
{
	static const char *const fields[][2] = {{"org_full", "org"}, {"funder_full", "funder"}};
	enum record_type type = schema_type(record_text(r, "type"));

	if (type != RECORD_RESPONSIBILITY && type != RECORD_FUNDING)
		return;
	const char *const *names = fields[type == RECORD_FUNDING];
	struct str text = str_trim(record_text(r, names[0]));

	if (text.n == 0)
		text = str_trim(record_text(r, names[1]));
	if (text.n)
		see_body(s, text, r);
}

/* Comparing. */

static void put_on_shelf(struct suggest *s, struct shelf *shelf, size_t body, struct str key)
{
	size_t before = shelf->keys.n, at = names_add(&shelf->keys, key);

	if (!shelf->next)
		shelf->next = ARENA_ARRAY(&s->arena, size_t, s->n + 1);
	if (at == before)
		*ARENA_PUSH(&s->arena, shelf->heads, before, shelf->cap) = 0;
	shelf->next[body] = shelf->heads[at];
	shelf->heads[at] = body + 1;
}

static size_t first_on_shelf(const struct shelf *shelf, struct str key)
{
	long at = names_find(&shelf->keys, key);

	return at == NAMES_NONE || !shelf->heads ? 0 : shelf->heads[at];
}

static bool stand_together(struct suggest *s, const struct body *a, const struct body *b)
{
	size_t other = (size_t)(b - s->bodies);

	for (size_t i = 0; i < a->docs_n; i++)
		if (names_find(&s->stands, key_of(s, bytes_of(&other), bytes_of(&a->docs[i]), STR(""))) != NAMES_NONE)
			return true;
	return false;
}

static bool is_placeless(const struct body *a)
{
	return a->region.n == 0;
}

static void add_pair(struct suggest *s, const struct body *a, const struct body *b, const char *reason, int score)
{
	if (str_eq(a->canonical, b->canonical) || str_eq(a->text, b->canonical))
		return;
	score += (stand_together(s, a, b) ? MORE_TOGETHER : 0) + (b->known ? MORE_KNOWN : 0) - (is_placeless(a) ? LESS_PLACELESS : 0);
	if (score > 100)
		score = 100;
	size_t before = s->pairs_n, at = names_add(&s->pairs_seen, key_of(s, a->text, a->region, b->canonical));

	if (at == before)
		*ARENA_PUSH(&s->arena, s->pairs, s->pairs_n, s->pairs_cap) = (struct pair){a, b, reason, score};
	else if (score > s->pairs[at].score)
		s->pairs[at] = (struct pair){a, b, reason, score};
}

/* Whether b is the better known of two: to the tables, then to the documents. */
static bool is_better(const struct body *b, const struct body *a)
{
	if (a->known != b->known)
		return b->known;
	return a->count != b->count ? b->count > a->count : str_cmp(b->text, a->text) < 0;
}

static struct str like_key(struct suggest *s, struct str text)
{
	buf_clear(&s->key);
	likename_put(text, &s->key);
	return buf_str(&s->key);
}

/* Names that differ in width, blanks, brackets or marks alone. */
static void find_writings(struct suggest *s)
{
	struct shelf shelf = {.cap = 0};

	for (size_t i = 0; i < s->n; i++) {
		for (size_t at = first_on_shelf(&shelf, like_key(s, s->bodies[i].text)); at; at = shelf.next[at - 1]) {
			const struct body *a = &s->bodies[i], *b = &s->bodies[at - 1];

			if (str_eq(a->region, b->region))
				add_pair(s, is_better(b, a) ? a : b, is_better(b, a) ? b : a, "writing", SCORE_WRITING);
		}
		put_on_shelf(s, &shelf, i, like_key(s, s->bodies[i].text));
	}
	names_free(&shelf.keys);
}

/* One character of a rarer name is one that scanners read for that of the other name. */
static void find_slips(struct suggest *s)
{
	struct shelf shelf = {.cap = 0};
	struct buf mended = {NULL, 0, 0};

	for (size_t i = 0; i < s->n; i++)
		put_on_shelf(s, &shelf, i, s->bodies[i].text);
	for (size_t i = 0; i < s->n; i++)
		for (size_t at = 0; !s->bodies[i].known && samebody_mended(s->bodies[i].text, at, &mended); at++)
			for (size_t k = first_on_shelf(&shelf, buf_str(&mended)); k; k = shelf.next[k - 1])
				if (str_eq(s->bodies[k - 1].region, s->bodies[i].region) && is_better(&s->bodies[k - 1], &s->bodies[i]))
					add_pair(s, &s->bodies[i], &s->bodies[k - 1], "slip", SCORE_SLIP);
	buf_free(&mended);
	names_free(&shelf.keys);
}

static void find_regionless(struct suggest *s, const struct shelf *shelf, const struct body *a, struct str stem)
{
	for (size_t at = first_on_shelf(shelf, key_of(s, a->region, stem, STR(""))); at; at = shelf->next[at - 1]) {
		const struct body *b = &s->bodies[at - 1];

		if (b != a && b->text.n > a->text.n)
			add_pair(s, a, b, "region", SCORE_REGION);
	}
}

/* The same name with and without its region, or with the region written in two ways. */
static void find_regions(struct suggest *s)
{
	struct shelf shelf = {.cap = 0};

	for (size_t i = 0; i < s->n; i++)
		if (s->bodies[i].parts.region.n)
			put_on_shelf(s, &shelf, i, key_of(s, s->bodies[i].region, s->bodies[i].parts.stem, STR("")));
	for (size_t i = 0; i < s->n; i++) {
		const struct body *a = &s->bodies[i];

		if (a->known || is_placeless(a))
			continue;
		find_regionless(s, &shelf, a, a->parts.stem);
		if (a->parts.bare.n < a->parts.stem.n)
			find_regionless(s, &shelf, a, a->parts.bare);
	}
	names_free(&shelf.keys);
}

static struct str short_key(struct suggest *s, const struct body *b, struct str stem)
{
	size_t len = 0;

	if (stem.n)
		str_char(stem, 0, &len);
	return key_of(s, b->region, b->parts.kind, str_sub(stem, 0, len));
}

/* How many bodies of the shelf the name may be short for; with `add` they are put down. */
static size_t match_short(struct suggest *s, const struct shelf *shelf, const struct body *a, struct str stem, const int *add)
{
	size_t found = 0, looked = 0;

	for (size_t at = first_on_shelf(shelf, short_key(s, a, stem)); at && looked < MOST_ALIKE; at = shelf->next[at - 1], looked++) {
		const struct body *b = &s->bodies[at - 1];

		/* A name of which nothing tells the region is no full name. */
		if (b == a || !(b->known || b->parts.region.n) || str_eq(a->canonical, b->canonical) || !samebody_is_short(&a->parts, stem, &b->parts))
			continue;
		found++;
		if (add)
			add_pair(s, a, b, "short", *add);
	}
	return found;
}

static void find_shorts(struct suggest *s)
{
	struct shelf shelf = {.cap = 0};

	for (size_t i = 0; i < s->n; i++)
		put_on_shelf(s, &shelf, i, short_key(s, &s->bodies[i], s->bodies[i].parts.bare));
	for (size_t i = 0; i < s->n; i++) {
		const struct body *a = &s->bodies[i];

		if (a->known || a->parts.kind.n == 0)
			continue;
		int score = match_short(s, &shelf, a, a->parts.bare, NULL) > 1 ? SCORE_SHORT - LESS_UNSURE : SCORE_SHORT;

		match_short(s, &shelf, a, a->parts.bare, &score);
	}
	names_free(&shelf.keys);
}

static struct str core_of(const struct body *b)
{
	return str_sub(b->parts.bare, 0, b->parts.bare.n - b->parts.ending);
}

/* A department whose class changed: the name of earlier documents for the one of later ones. */
static void find_formers(struct suggest *s)
{
	struct shelf shelf = {.cap = 0};

	for (size_t i = 0; i < s->n; i++)
		if (s->bodies[i].parts.bureau && !is_placeless(&s->bodies[i]) && core_of(&s->bodies[i]).n)
			put_on_shelf(s, &shelf, i, key_of(s, s->bodies[i].region, core_of(&s->bodies[i]), STR("")));
	for (size_t i = 0; i < s->n; i++) {
		const struct body *a = &s->bodies[i];
		size_t at = a->parts.bureau ? first_on_shelf(&shelf, key_of(s, a->region, core_of(a), STR(""))) : 0;

		for (; at; at = shelf.next[at - 1]) {
			const struct body *b = &s->bodies[at - 1];

			if (!str_eq(a->parts.kind, b->parts.kind) && a->last && b->first && a->last < b->first)
				add_pair(s, a, b, "former", SCORE_FORMER);
		}
	}
	names_free(&shelf.keys);
}

/* Writing. */

static int by_score(const void *x, const void *y)
{
	const struct pair *p = x, *q = y;
	int order = q->score - p->score;

	if (!order)
		order = str_cmp(p->a->text, q->a->text);
	if (!order)
		order = str_cmp(p->a->region, q->a->region);
	return order ? order : str_cmp(p->b->canonical, q->b->canonical);
}

static void put_number(struct buf *b, long n)
{
	buf_printf(b, ",%ld", n);
}

static void put_cell(struct buf *b, struct str s)
{
	buf_byte(b, ',');
	csv_put_cell(b, s.n ? s : (struct str){NULL, 0}, ',');
}

/* A body that was called otherwise later keeps the name that it had in earlier documents. */
static int since_of(const struct pair *p)
{
	return strcmp(p->reason, "former") == 0 ? p->b->first : 0;
}

/* Where the name says its region itself, the alias holds everywhere. */
static void put_pair(struct buf *b, const struct pair *p)
{
	csv_put_cell(b, p->a->text, ',');
	put_cell(b, p->b->canonical);
	put_cell(b, p->a->parts.region.n ? STR("") : p->a->region);
	buf_byte(b, ',');
	if (since_of(p))
		buf_printf(b, "%d", since_of(p));
	buf_byte(b, ',');
	put_cell(b, str_of(p->reason));
	put_number(b, p->score);
	put_number(b, (long)p->a->count);
	put_cell(b, p->a->doc);
	put_cell(b, p->a->id);
	buf_byte(b, '\n');
}

static void write_pairs(struct suggest *s)
{
	struct out *out = out_open(s->file);
	struct buf b = {NULL, 0, 0};

	if (s->pairs_n)
		qsort(s->pairs, s->pairs_n, sizeof *s->pairs, by_score);
	buf_add(&b, STR("written,canonical,region,from,until,reason,score,count,doc,id\n"));
	for (size_t i = 0; i < s->pairs_n; i++)
		put_pair(&b, &s->pairs[i]);
	out_add(out, buf_str(&b));
	out_close(out);
	buf_free(&b);
}

void suggest_close(struct suggest *s)
{
	find_writings(s);
	find_slips(s);
	find_regions(s);
	find_shorts(s);
	find_formers(s);
	write_pairs(s);
	names_free(&s->names);
	names_free(&s->docs);
	names_free(&s->pairs_seen);
	names_free(&s->stands);
	buf_free(&s->key);
	arena_free(&s->arena);
	free(s);
}
