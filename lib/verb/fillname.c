/* Knows which canonical forms document numbers, places and bodies as written become. */
#include "verb/fillname.h"

#include "zh/docno.h"
#include "zh/org.h"
#include "zh/region.h"

void fillname_load(void)
{
	docno_load();
	region_load();
	org_load();
}

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

static const struct region *issuer_region(struct filling *f)
{
	size_t used;

	return region_chain(filling_text(f, "doc_issuer"), &used);
}

/* The place that a chain of full names opens (柳州市鱼峰区 and a street behind it), if nothing behind it names
 * another one. */
static const struct region *region_of_address(struct str s)
{
	size_t used = 0;
	const struct region *found = region_chain(s, &used);
	struct str rest = str_from(s, used);

	if (!found || !str_ends(str_sub(s, 0, used), found->name))
		return NULL;
	return str_has(rest, STR("、")) || str_has(rest, STR(",")) || str_has(rest, STR(";")) || str_has(rest, STR("/")) ? NULL : found;
}

static void note_ambiguous(struct filling *f, const struct region *first)
{
	struct buf b = {NULL, 0, 0};

	buf_add(&b, STR("place: ambiguous: "));
	for (const struct region *g = first; g; g = g->next_same) {
		if (g != first)
			buf_add(&b, STR(", "));
		if (g->parent)
			buf_add(&b, g->parent->name);
		buf_add(&b, g->name);
	}
	record_note(f->r, buf_str(&b));
	buf_free(&b);
}

void fillname_region(struct filling *f)
{
	static const char *const made[] = {"region_code", "region_name", NULL};
	struct str s = filling_text(f, "place");
	const struct region *found, *first;

	if (s.n == 0)
		return;
	found = region_find(s, issuer_region(f));
	if (!found)
		found = region_of_address(s);
	filling_clear(f, made);
	if (found) {
		filling_set(f, "region_code", found->code);
		filling_set(f, "region_name", found->name);
	} else if (region_match(s, 2, &first) == s.n && first->next_same) {
		note_ambiguous(f, first);
		filling_count(f, "region_code", FILL_AMBIGUOUS);
		filling_count(f, "region_name", FILL_AMBIGUOUS);
		f->unread++;
	} else {
		filling_unread(f, "place", "region_code");
	}
}

/* Money comes from a region (全省), duties lie on its government. */
static bool fill_org(struct filling *f, const char *full, const char *as_written, const char *to, bool acts)
{
	struct str s = record_text(f->r, full), issuer = record_text(f->r, "doc_issuer");
	struct org org;

	if (str_trim(s).n == 0)
		s = record_text(f->r, as_written);
	if (str_trim(s).n == 0)
		return false;
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
