/* Knows which fields hold words of the document, and in which order their words are mended. */
#include "verb/wording.h"

#include "verb/confusion.h"
#include "verb/correction.h"
#include "zh/simplify.h"
#include "zh/tidy.h"

/* The others are evidence, numbers, dates, or words of ours. */
static const char *const fields[] = {
	"doc_issuer", "section", "title", "issuer", "addressee",  "name",    "program",   "category", "orgs",
	"content",    "place",   "state", "funder", "funder_full", "recipients", "purpose", "project",  "basis",
	"task",       "org",     "org_full", "indicator", "alias", NULL,
};

void wording_load(bool simplify)
{
	confusion_load();
	if (simplify)
		simplify_load();
}

/* What is changed in one field: the members of an array have one note together. */
struct mending {
	struct record *r;
	const char *field;
	struct rewrite tidied, simplified;
	bool simplify;
};

/* The text as `r` has rewritten it, whose changes it keeps. */
static struct str take(struct mending *m, struct rewrite *r, struct str s, size_t changes)
{
	rewrite_end(r);
	if (r->changes > changes)
		s = arena_copy(m->r->arena, buf_str(&r->out));
	buf_clear(&r->out);
	return s;
}

static struct str mend_text(struct mending *m, struct str s)
{
	size_t changes = m->tidied.changes;

	tidy_text(s, &m->tidied);
	s = take(m, &m->tidied, s, changes);
	if (m->simplify) {
		changes = m->simplified.changes;
		simplify_text(s, &m->simplified);
		s = take(m, &m->simplified, s, changes);
	}
	return confusion_mend(m->r, m->field, s);
}

static void note(struct mending *m, const char *rule, const struct rewrite *r)
{
	if (r->changes)
		record_note(m->r, arena_printf(m->r->arena, "%s: %s: %.*s", m->field, rule, STR_ARGS(buf_str(&r->pairs))));
}

static void mend_value(struct mending *m, struct value v)
{
	if (v.kind == VALUE_STRING) {
		struct str s = mend_text(m, v.s);

		if (s.p != v.s.p || s.n != v.s.n)
			record_set(m->r, m->field, value_string(s));
	} else if (v.kind == VALUE_ARRAY) {
		for (size_t i = 0; i < v.n; i++)
			v.items[i] = mend_text(m, v.items[i]);
	}
	note(m, "text", &m->tidied);
	note(m, "simplify", &m->simplified);
}

void wording_mend(struct record *r, bool simplify, size_t corrections)
{
	struct mending m = {.r = r, .simplify = simplify, .tidied = {.neighbours = true}};

	for (const char *const *f = fields; *f; f++) {
		const struct value *v = record_get(r, *f);

		if (!v || correction_holds(corrections, *f))
			continue;
		m.field = *f;
		mend_value(&m, *v);
		rewrite_clear(&m.tidied);
		rewrite_clear(&m.simplified);
	}
	rewrite_free(&m.tidied);
	rewrite_free(&m.simplified);
}
