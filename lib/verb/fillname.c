/* Knows which canonical forms document numbers, places and bodies as written become. */
#include "verb/fillname.h"

#include "verb/alias.h"
#include "verb/cellname.h"
#include "zh/docno.h"
#include "zh/likename.h"
#include "zh/org.h"
#include "zh/place.h"

/* The standard form of a document number; p NULL when there is none in s. */
static struct str docno_text(struct filling *f, const char *field, struct str written_form)
{
	struct str s = filling_read(f, written_form);
	struct docno d;

	if (!docno_find(s, 0, &d))
		return (struct str){NULL, 0};
	struct buf b = {NULL, 0, 0};

	docno_print(&d, &b);
	struct str form = filling_take(f, &b);

	if (d.repaired)
		record_note(f->r, arena_printf(f->a, "%s: form: %.*s -> %.*s", field, STR_ARGS(str_sub(s, d.at, d.end)), STR_ARGS(form)));
	return form;
}

void fillname_number(struct filling *f)
{
	static const char *const made[] = {"number_norm", NULL};
	struct str s = record_text(f->r, "number");

	if (str_trim(s).n == 0)
		return;
	struct str form = docno_text(f, "number", s);

	filling_clear(f, made);
	if (form.p)
		filling_set(f, "number_norm", form);
	else
		filling_unread(f, "number", "number_norm");
}

void fillname_refs(struct filling *f)
{
	static const char *const made[] = {"refs_norm", NULL};
	const struct value *v = record_get(f->r, "refs");

	if (!v || v->kind != VALUE_ARRAY || v->n == 0)
		return;
	struct value refs = *v;
	struct str *items = ARENA_ARRAY(f->a, struct str, refs.n);
	size_t n = 0;

	for (size_t i = 0; i < refs.n; i++) {
		items[n] = docno_text(f, "refs", refs.items[i]);
		n += items[n].p != NULL;
	}
	filling_clear(f, made);
	if (n)
		record_set(f->r, "refs_norm", value_array(items, n));
	if (n < refs.n)
		filling_unread(f, "refs", "refs_norm");
}

void fillname_project(struct filling *f)
{
	static const char *const made[] = {"name_norm", NULL};
	struct str name = str_trim(record_text(f->r, "name"));
	struct buf b = {NULL, 0, 0};

	if (name.n == 0)
		return;
	likename_put(name, &b);
	filling_clear(f, made);
	name = filling_take(f, &b);
	if (name.n)
		filling_set(f, "name_norm", name);
}

static void set_region(struct filling *f, const struct region *r)
{
	filling_set(f, "region_code", r->code);
	filling_set(f, "region_name", r->name);
}

/* The region that all issuers share which are its offices; several are joined by a mark. */
static const struct region *issuers_region(struct str issuer)
{
	const struct str mark = STR("、");
	const struct region *r = NULL;

	for (size_t at = 0, end; at < issuer.n; at = end + mark.n) {
		end = str_find(issuer, mark, at);
		const struct region *one = place_of_office(str_sub(issuer, at, end));

		if (r && one && r != one)
			return NULL;
		r = one ? one : r;
	}
	return r;
}

/* A record without a place lies where its issuer is. */
static void fill_from_issuer(struct filling *f)
{
	const struct region *r = issuers_region(filling_text(f, "doc_issuer"));

	if (r && !record_get(f->r, "region_code") && !record_get(f->r, "region_name"))
		set_region(f, r);
}

static void note_place(struct filling *f, const struct place *place)
{
	struct buf b = {NULL, 0, 0};

	buf_add(&b, STR("place: "));
	if (place->outcome == PLACE_AMBIGUOUS)
		cellname_several(&b, place->several, place->n);
	else if (!cellname_note(&b, place->region, place->zone))
		b.n = 0;
	if (b.n)
		record_note(f->r, arena_copy(f->a, buf_str(&b)));
	buf_free(&b);
}

/* The user's own name for what a field says, noted; p NULL where there is none. */
static struct str find_alias(struct filling *f, const char *field)
{
	struct str s = str_trim(record_text(f->r, field)), issuer = record_text(f->r, "doc_issuer");
	struct str name = s.n ? alias_find(s, issuer, f->doc_date) : (struct str){NULL, 0};

	if (name.p && !str_eq(name, s))
		record_note(f->r, arena_printf(f->a, "%s: alias: %.*s -> %.*s", field, STR_ARGS(s), STR_ARGS(name)));
	return name;
}

void fillname_region(struct filling *f)
{
	static const char *const made[] = {"region_code", "region_name", NULL};
	const struct place_context context = {filling_text(f, "doc_issuer"), f->doc_date.year, false};
	struct str s = filling_text(f, "place");
	struct place place;

	if (s.n == 0) {
		fill_from_issuer(f);
		return;
	}
	struct str alias = find_alias(f, "place");

	if (alias.p)
		s = alias;
	place_read(s, &context, &place);
	filling_clear(f, made);
	if (place.outcome == PLACE_OK)
		set_region(f, place.region);
	if (place.outcome != PLACE_OK && place.outcome != PLACE_AMBIGUOUS) {
		filling_unread(f, "place", "region_code");
		return;
	}
	note_place(f, &place);
	if (place.outcome == PLACE_OK)
		return;
	filling_count(f, "region_code", FILL_AMBIGUOUS);
	filling_count(f, "region_name", FILL_AMBIGUOUS);
	f->unread++;
}

/* Money comes from a region (全省), duties lie on its government. An alias of the full name counts more than one of the name
 * as written, which others may share. */
static bool fill_org(struct filling *f, const char *full, const char *as_written, const char *to, bool acts)
{
	struct str s = record_text(f->r, full), issuer = record_text(f->r, "doc_issuer"), alias = find_alias(f, full);
	struct org org = {.generic = false};

	if (str_trim(s).n == 0)
		s = record_text(f->r, as_written);
	if (str_trim(s).n == 0)
		return false;
	org.name = alias.p ? alias : find_alias(f, as_written);
	if (!org.name.p)
		org_canonical(f->a, str_trim(s), issuer.p ? issuer : STR(""), f->doc_date, &org);
	filling_set(f, to, arena_copy(f->a, org.seat && !acts ? str_trim(s) : org.name));
	return org.generic;
}

void fillname_funder(struct filling *f)
{
	fill_org(f, "funder_full", "funder", "funder_name", false);
}

void fillname_responsible(struct filling *f)
{
	static const char *const made[] = {"org_generic", NULL};
	bool any = record_text(f->r, "org").n || record_text(f->r, "org_full").n;
	bool generic = fill_org(f, "org_full", "org", "org_name", true);

	if (any)
		filling_clear(f, made);
	if (generic)
		record_set(f->r, "org_generic", value_boolean(true));
}
