/* Knows what a body's name as written is called in full: which region its prefix means and which department
 * or central body its form means. */
#include "zh/org.h"

#include "zh/orgfind.h"

void org_load(void)
{
	region_load();
	orgwords_load();
	orgclass_load();
}

static bool in_span(struct span s, int year)
{
	return (!s.from || year >= s.from) && (!s.until || year <= s.until);
}

static void offer(struct answer *a, const struct region *r, struct str name, struct str plain, struct str brief)
{
	if (!a->found) {
		a->name = name;
		a->plain = plain;
		a->brief = brief;
		a->region = r;
	}
	if (a->region != r)
		a->region = NULL;
	a->offers++;
	a->split |= !str_eq(a->name, name);
	a->split_plain |= !str_eq(a->plain, plain);
	a->split_brief |= !str_eq(a->brief, brief);
	a->found = true;
}

static void forget(struct answer *a)
{
	*a = (struct answer){.arena = a->arena, .year = a->year};
}

static bool is_settled(const struct answer *a)
{
	return a->found && !a->split;
}

static struct str compose(struct arena *a, const struct stem *s, struct str place)
{
	return arena_printf(a, "%.*s%.*s%.*s", STR_ARGS(s->before), STR_ARGS(place), STR_ARGS(s->behind));
}

/* Whether the department is called one of the government: 柳州市人民政府法制办公室. */
static struct str govern(struct arena *a, const struct stem *s, struct str place)
{
	const struct stem *government = orgwords_government()->stem;

	if (s->mark != 'R' || s->before.n || str_starts(s->behind, government->behind))
		return place;
	return compose(a, government, place);
}

/* `written` is empty where the region was not named but told by a level word or the issuer. */
static void offer_region(struct answer *a, const struct form *f, const struct region *r, struct str written)
{
	struct str place = org_place_name(a->arena, f->stem->mark, r, written);
	struct str plain = f->stem->mark == 'R' ? r->name : place;

	if (a->governed) {
		place = govern(a->arena, f->stem, place);
		plain = govern(a->arena, f->stem, plain);
	}
	struct str brief = arena_printf(a->arena, "%.*s%.*s%.*s", STR_ARGS(f->head), STR_ARGS(org_full_name(a->arena, r)), STR_ARGS(f->tail));

	offer(a, r, compose(a->arena, f->stem, place), compose(a->arena, f->stem, plain), brief);
}

static bool has_bare(const struct region *r, const struct form *f)
{
	return r && org_has_stem(r, f->stem) && (f->bare & orgwords_rank(r));
}

/* The nearest region above the issuer's own that has the department. */
static const struct region *above_issuer(const struct form *f, const struct home *h)
{
	for (int level = h->own ? (int)h->own->level - 1 : 0; level >= REGION_PROVINCE; level--)
		if (has_bare(h->at[level], f))
			return h->at[level];
	return NULL;
}

/* All regions of that name which have the department: those nearest to the issuer, and of these neither counties that
 * share their city's short name nor anything beside a province. */
static bool offer_named(struct answer *a, const struct form *f, struct str written, const struct home *h)
{
	enum { MOST = 64 };
	const struct region *all[MOST], *best = NULL;
	size_t n = region_all(written, all, MOST), kept = 0;
	const struct region *first = n ? all[0] : NULL;
	int near = -1;

	for (size_t i = 0; i < n; i++)
		if (org_has_stem(all[i], f->stem) && org_sensible(all[i], written, first, h))
			all[kept++] = all[i];
	for (size_t i = 0; i < kept; i++)
		if (org_nearness(all[i], h) > near) {
			best = all[i];
			near = org_nearness(best, h);
		}
	for (size_t i = 0; i < kept; i++)
		if (all[i] == best || (org_nearness(all[i], h) == near && best->level != REGION_PROVINCE && !region_under(all[i], best)))
			offer_region(a, f, all[i], written);
	return best != NULL;
}

/* 柳东新区科技局, 市高新区财政局: a zone has the departments of a county. */
static void offer_zone(struct answer *a, const struct form *f, struct str written, const struct home *h)
{
	if (!(f->stem->levels & LEVEL_COUNTY) || !orgwords_is_zone(written))
		return;
	struct str place = orgparts_spell(a->arena, written, h, NULL);
	struct str name = compose(a->arena, f->stem, place);

	offer(a, NULL, name, name, arena_printf(a->arena, "%.*s%.*s%.*s", STR_ARGS(f->head), STR_ARGS(place), STR_ARGS(f->tail)));
}

static void offer_form(struct answer *a, const struct form *f, struct str written, const struct home *h)
{
	const struct stem *s = f->stem;
	const struct region *r;

	if (s->levels & LEVEL_PLACE)
		return;
	struct str place = orgwords_without_government(written);

	a->governed = place.n < written.n;
	written = place;
	if (offer_named(a, f, written, h))
		return;
	r = org_told(written, s, h);
	if (r && org_has_stem(r, s))
		offer_region(a, f, r, str_ends(written, r->name) ? written : STR(""));
	else if (!r)
		offer_zone(a, f, written, h);
}

/* Tries the forms that end the name and begin with `head`, the longest that means something: 人民政府办公室 before 办公室.
 * `dated`: forms out of their years are passed over. */
static void try_head(struct answer *a, struct str full, struct str head, const struct home *h, bool dated)
{
	struct str rest = str_from(full, head.n);
	size_t len, n, offers = a->offers;

	for (size_t i = 0; i < rest.n && a->offers == offers; i += len) {
		const struct lexicon_entry *e = orgwords_tails(str_from(rest, i), &n);

		str_char(rest, i, &len);
		for (size_t k = 0; e && i > 0 && k < n; k++) {
			const struct form *f = orgwords_form(e[k].value);

			if (str_eq(f->head, head) && (!dated || in_span(f->stem->span, a->year)))
				offer_form(a, f, str_sub(rest, 0, i), h);
		}
	}
}

/* A department without a region is the issuer's own; only where its region has none of that name, the next one above has. */
static void try_bare(struct answer *a, struct str full, const struct home *h, bool dated)
{
	size_t n;
	const struct lexicon_entry *e = orgwords_tails(full, &n);

	for (int above = 0; above < 2 && e && !a->found; above++)
		for (size_t k = 0; k < n; k++) {
			const struct form *f = orgwords_form(e[k].value);
			const struct region *r = above ? above_issuer(f, h) : has_bare(h->own, f) ? h->own : NULL;

			if (r && (!dated || in_span(f->stem->span, a->year)))
				offer_region(a, f, r, STR(""));
		}
}

static bool find_local(struct answer *a, struct str full, const struct home *h, bool dated)
{
	size_t n;
	const struct str *heads = orgwords_heads(&n);

	forget(a);
	try_bare(a, full, h, dated);
	for (size_t i = 0; i < n && !a->found; i++)
		if (str_starts(full, heads[i]))
			try_head(a, full, heads[i], h, dated);
	return is_settled(a);
}

static bool find_central(struct answer *a, struct str full)
{
	size_t n;
	const struct lexicon_entry *e = orgwords_centrals(full, &n);

	forget(a);
	for (size_t i = 0; e && i < n; i++) {
		const struct central *c = orgwords_central(e[i].value);

		if (n == 1 || (a->year && in_span(c->span, a->year)))
			offer(a, NULL, c->name, c->name, c->name);
	}
	return is_settled(a);
}

/* Whether local bodies are called the same without their region. */
static bool is_bare_local(struct str full)
{
	size_t n;
	const struct lexicon_entry *e = orgwords_tails(full, &n);

	for (size_t i = 0; e && i < n; i++)
		if (orgwords_form(e[i].value)->bare)
			return true;
	return false;
}

/* Several departments share the form: the document's year may settle which. If not, all agree on the region perhaps, and the
 * form stays as written behind it. */
static bool settle_split(struct answer *a, struct str full, const struct home *h)
{
	struct answer all = *a;

	if (a->year && find_local(a, full, h, true))
		return true;
	if (!all.split_plain || !all.split_brief) {
		*a = all;
		a->name = all.split_plain ? all.brief : all.plain;
		return true;
	}
	return false;
}

bool org_find(struct answer *a, struct str full, const struct home *h)
{
	if (find_central(a, full))
		return !is_bare_local(full) || h->central || find_local(a, full, h, false);
	return find_local(a, full, h, false) || (a->found && settle_split(a, full, h));
}

/* 由柳南区负责: the region's government, where the region is called by its full name. */
bool org_find_region(struct answer *a, struct str full, const struct home *h)
{
	const struct form *government = orgwords_government();
	size_t used;
	const struct region *r;

	forget(a);
	a->governed = false;
	if (!offer_named(a, government, full, h)) {
		r = region_chain(full, &used);
		if (r && used == full.n)
			offer_region(a, government, r, full);
	}
	if (!is_settled(a) || !a->region || !str_ends(full, a->region->suffix) || str_eq(full, a->region->short_name))
		return false;
	return true;
}

void org_canonical(struct arena *a, struct str full, struct str issuer, struct ymd when, struct org *out)
{
	struct answer found = {.arena = a, .year = when.year};
	struct home h = org_home(issuer);

	full = str_trim(full);
	*out = (struct org){.name = full};
	bool settled = org_find(&found, full, &h), ambiguous = found.split;

	out->seat = !settled && org_find_region(&found, full, &h);
	out->known = settled || out->seat;
	if (!out->known)
		out->generic = org_generic(full);
	if (!out->known && !out->generic)
		out->known = orgparts_find(&found, full, &h);
	if (!out->known && (out->generic || ambiguous || !orgparts_region(&found, full, &h)))
		return;
	out->name = str_eq(found.name, full) ? full : found.name;
	out->region = found.region;
}
