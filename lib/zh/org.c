/* Knows what a body's name as written is called in full: which region its prefix means and which department
 * or central body its form means. */
#include "zh/org.h"

#include "zh/orgwords.h"

/* Where a document comes from: its region on each level, or a central body. */
struct home {
	const struct region *at[4]; /* by enum region_level */
	const struct region *own;
	bool central;
};

/* What a body's name was found to mean; two different answers are no answer. */
struct answer {
	struct arena *arena;
	struct str name;
	bool found, split;
	int year;
};

void org_load(void)
{
	region_load();
	orgwords_load();
}

static void settle(struct home *h, const struct region *r)
{
	h->own = r;
	for (; r; r = r->parent)
		h->at[r->level] = r;
}

/* The first region named in the issuer counts. One that several have (鼓楼区) is a region of its level, but its parents
 * are not known. */
static struct home find_home(struct str issuer)
{
	struct home h = {.own = NULL};
	const struct region *r;
	size_t len, used;

	for (size_t i = 0; i < issuer.n; i += len) {
		str_char(issuer, i, &len);
		r = region_chain(str_from(issuer, i), &used);
		if (r) {
			settle(&h, r);
			return h;
		}
		if (used && region_match(str_from(issuer, i), 1, &r)) {
			h.own = h.at[r->level] = r;
			return h;
		}
	}
	h.central = orgwords_central_match(issuer) > 0;
	return h;
}

static unsigned level_of(const struct region *r)
{
	if (r->level == REGION_COUNTY)
		return LEVEL_COUNTY;
	if (r->level == REGION_CITY)
		return LEVEL_CITY;
	return r->municipality ? LEVEL_MUNICIPALITY : LEVEL_PROVINCE;
}

static bool has_stem(const struct region *r, const struct stem *s)
{
	return (s->levels & level_of(r)) != 0;
}

static bool in_span(struct span s, int year)
{
	return (!s.from || year >= s.from) && (!s.until || year <= s.until);
}

static void offer(struct answer *a, struct str name)
{
	if (a->found && !str_eq(a->name, name))
		a->split = true;
	a->found = true;
	a->name = name;
}

static struct str compose(struct arena *a, const struct stem *s, struct str place)
{
	return arena_printf(a, "%.*s%.*s%.*s", STR_ARGS(s->before), STR_ARGS(place), STR_ARGS(s->behind));
}

/* A district whose name others have keeps the city that was written before it. */
static struct str full_name(struct arena *a, const struct region *r, struct str written)
{
	if (r->parent && region_shared(r) && !str_eq(written, r->name) && str_ends(written, r->name))
		return arena_join(a, r->parent->name, r->name);
	return r->name;
}

/* `written` is empty where the region was not named but told by a level word or the issuer. */
static void offer_region(struct answer *a, const struct stem *s, const struct region *r, struct str written)
{
	struct str place = full_name(a->arena, r, written);

	if (s->mark == 'S')
		place = r->short_name;
	if (s->mark == 'W' && written.n)
		place = written;
	offer(a, compose(a->arena, s, place));
}

/* The nearest region above the issuer that has the word's suffix and the department. */
static const struct region *by_level_word(struct str word, const struct stem *s, const struct home *h)
{
	size_t n;
	const struct level_word *w = orgwords_levels(&n);

	for (size_t i = 0; i < n; i++) {
		if (!str_eq(w[i].word, word) || (w[i].upper && (s->levels & LEVEL_COUNTY)))
			continue;
		for (int level = REGION_COUNTY; level >= REGION_PROVINCE; level--) {
			const struct region *r = h->at[level];

			if (r && str_eq(r->suffix, w[i].suffix) && has_stem(r, s))
				return r;
		}
	}
	return NULL;
}

/* 广西区 for 广西壮族自治区: a short name with a word that means its level only before upper departments. */
static const struct region *by_short_and_word(struct str written)
{
	size_t n;
	const struct level_word *w = orgwords_levels(&n);

	for (size_t i = 0; i < n; i++) {
		if (!w[i].upper || !str_ends(written, w[i].word))
			continue;
		const struct region *r = region_find(str_sub(written, 0, written.n - w[i].word.n), NULL);

		if (r && str_eq(r->suffix, w[i].suffix))
			return r;
	}
	return NULL;
}

/* The issuer's own region, or the nearest above it that has the department. */
static const struct region *by_issuer(const struct stem *s, const struct home *h)
{
	if (h->own && has_stem(h->own, s))
		return h->own;
	if (!h->own || h->own->level == REGION_PROVINCE)
		return NULL;
	for (int level = h->own->level - 1; level >= REGION_PROVINCE; level--)
		if (h->at[level] && has_stem(h->at[level], s))
			return h->at[level];
	return NULL;
}

/* How near a region is to the issuer: in its county, its city, its province, elsewhere. */
static int nearness(const struct region *r, const struct home *h)
{
	for (int level = REGION_COUNTY; level >= REGION_PROVINCE; level--)
		if (h->at[level] && region_under(r, h->at[level]))
			return level;
	return 0;
}

/* Whether a name that is an everyday word, or that a province has before it, may mean this region after all. */
static bool sensible(const struct region *r, struct str written, const struct region *first, const struct home *h)
{
	bool in_full = str_eq(written, r->name);

	if (in_full)
		return r->word != REGION_WORD_NAME || nearness(r, h) >= REGION_CITY;
	return r == first || first->level != REGION_PROVINCE || r->word == REGION_WORD_NO;
}

/* All regions of that name which have the department: those nearest to the issuer, and of these neither counties that
 * share their city's short name nor anything beside a province. */
static bool offer_named(struct answer *a, const struct stem *s, struct str written, const struct home *h)
{
	enum { MOST = 64 };
	const struct region *all[MOST], *best = NULL;
	size_t n = region_all(written, all, MOST), kept = 0;
	const struct region *first = n ? all[0] : NULL;
	int near = -1;

	for (size_t i = 0; i < n; i++)
		if (has_stem(all[i], s) && sensible(all[i], written, first, h))
			all[kept++] = all[i];
	for (size_t i = 0; i < kept; i++)
		if (nearness(all[i], h) > near) {
			best = all[i];
			near = nearness(best, h);
		}
	for (size_t i = 0; i < kept; i++)
		if (all[i] == best || (nearness(all[i], h) == near && best->level != REGION_PROVINCE && !region_under(all[i], best)))
			offer_region(a, s, all[i], written);
	return best != NULL;
}

/* The one region that `written` means without being its name. */
static const struct region *find_told(struct str written, const struct stem *s, const struct home *h)
{
	const struct region *r = by_level_word(written, s, h);
	size_t used;

	if (r)
		return r;
	r = region_chain(written, &used);
	return r && used == written.n ? r : by_short_and_word(written);
}

static void offer_form(struct answer *a, const struct form *f, struct str written, const struct home *h)
{
	const struct stem *s = f->stem;
	const struct region *r;

	if (written.n == 0) {
		r = f->bare ? by_issuer(s, h) : NULL;
		if (r)
			offer_region(a, s, r, written);
		return;
	}
	if ((s->levels & LEVEL_PLACE) || offer_named(a, s, written, h))
		return;
	r = find_told(written, s, h);
	if (r && has_stem(r, s))
		offer_region(a, s, r, str_ends(written, r->name) ? written : STR(""));
}

/* Tries every form that ends the name and begins with `head`. `dated`: forms out of their years are passed over. */
static void try_head(struct answer *a, struct str full, struct str head, const struct home *h, bool dated)
{
	struct str rest = str_from(full, head.n);
	size_t len, n;

	for (size_t i = 0; i < rest.n; i += len) {
		const struct lexicon_entry *e = orgwords_tails(str_from(rest, i), &n);

		str_char(rest, i, &len);
		for (size_t k = 0; e && k < n; k++) {
			const struct form *f = orgwords_form(e[k].value);

			if (str_eq(f->head, head) && (!dated || in_span(f->stem->span, a->year)))
				offer_form(a, f, str_sub(rest, 0, i), h);
		}
	}
}

static bool find_local(struct answer *a, struct str full, const struct home *h, bool dated)
{
	size_t n;
	const struct str *heads = orgwords_heads(&n);

	a->found = a->split = false;
	for (size_t i = 0; i < n; i++)
		if (str_starts(full, heads[i]))
			try_head(a, full, heads[i], h, dated);
	return a->found && !a->split;
}

static bool find_central(struct answer *a, struct str full)
{
	size_t n;
	const struct lexicon_entry *e = orgwords_centrals(full, &n);

	a->found = a->split = false;
	for (size_t i = 0; e && i < n; i++)
		if (n == 1 || (a->year && in_span(orgwords_central(e[i].value)->span, a->year)))
			offer(a, orgwords_central(e[i].value)->name);
	return a->found && !a->split;
}

/* A place of any name keeps it: 柳东新区管委会 is 柳东新区管理委员会. */
static bool find_place(struct answer *a, struct str full)
{
	size_t len, n;

	a->found = a->split = false;
	for (size_t i = 0; i < full.n && !a->found; i += len) {
		const struct lexicon_entry *e = orgwords_tails(str_from(full, i), &n);

		str_char(full, i, &len);
		for (size_t k = 0; e && i > 0 && k < n; k++)
			if (orgwords_form(e[k].value)->stem->levels & LEVEL_PLACE)
				offer(a, compose(a->arena, orgwords_form(e[k].value)->stem, str_sub(full, 0, i)));
	}
	return a->found && !a->split;
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

static bool find_name(struct answer *a, struct str full, const struct home *h)
{
	if (find_central(a, full))
		return !is_bare_local(full) || h->central || find_local(a, full, h, false);
	if (find_local(a, full, h, false))
		return true;
	/* Several departments share the form: the document's year may settle which. */
	return a->split && a->year && find_local(a, full, h, true);
}

void org_canonical(struct arena *a, struct str full, struct str issuer, struct ymd when, struct org *out)
{
	struct answer found = {.arena = a, .year = when.year};
	struct home h = find_home(issuer);

	full = str_trim(full);
	*out = (struct org){.name = full};
	if (find_name(&found, full, &h))
		out->known = true;
	else if (org_generic(full))
		out->generic = true;
	else
		out->known = find_place(&found, full);
	if (out->known)
		out->name = str_eq(found.name, full) ? full : found.name;
}
