/* Knows what a body's name as written is called in full: which region its prefix means and which department
 * or central body its form means. */
#include "zh/org.h"

#include "zh/orgfind.h"

void org_load(void)
{
	region_load();
	orglevel_load();
	orgwords_load();
	orgclass_load();
}

/* Which forms are looked at. */
enum choice { ALL_FORMS, FULL_FORMS, FORMS_OF_THE_YEAR };

/* Whether a day, month or year lies before another as far as both are known. */
static bool is_before(struct ymd a, struct ymd b)
{
	return a.year < b.year || (a.year == b.year && a.month && b.month && a.month < b.month);
}

/* A year or month of change belongs to both bodies. */
static bool in_span(struct span s, struct ymd when)
{
	return (!s.from.year || !is_before(when, s.from)) && (!s.until.year || !is_before(s.until, when));
}

static bool is_chosen(const struct form *f, enum choice choice, struct ymd when)
{
	if (choice == FULL_FORMS)
		return f->own;
	return choice == ALL_FORMS || in_span(f->stem->span, when);
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
	*a = (struct answer){.arena = a->arena, .when = a->when};
}

static bool is_settled(const struct answer *a)
{
	return a->found && !a->split;
}

static struct str wrap(struct arena *a, struct str head, struct str place, struct str tail)
{
	return arena_printf(a, "%.*s%.*s%.*s", STR_ARGS(head), STR_ARGS(place), STR_ARGS(tail));
}

/* Whether the department is called one of the government: 柳州市人民政府法制办公室. */
static struct str govern(struct arena *a, const struct stem *s, const struct region *r, struct str place)
{
	const struct host *government = orglevel_host(GOVERNMENT, orglevel_rank(r));

	if (!government || s->mark != 'R' || s->host || s->before.n || str_starts(s->behind, government->name.tail))
		return place;
	return wrap(a, government->name.head, place, government->name.tail);
}

static struct str compose(struct arena *a, const struct sought *s, const struct region *r, struct str place)
{
	const struct stem *stem = s->form->stem;
	const struct host *host = stem->host ? orglevel_host(stem->host, orglevel_rank(r)) : NULL;

	if (host)
		return arena_join(a, wrap(a, host->name.head, place, host->name.tail), stem->behind);
	return wrap(a, stem->before, s->governed ? govern(a, stem, r, place) : place, stem->behind);
}

/* A short form that meant this department in other years: what it means in this one, or in a year that is not known, is not known. */
static bool is_outdated(const struct form *f, struct ymd when)
{
	return !f->own && (when.year ? !in_span(f->stem->span, when) : f->stem->span.until.year > 0);
}

/* `written` is empty where the region was not named but told by a level word or the issuer. */
static void offer_region(struct answer *a, const struct sought *s, const struct region *r, struct str written)
{
	struct str place = org_place_name(a->arena, s->form->stem->mark, r, written);
	struct str plain = s->form->stem->mark == 'R' ? r->name : place;
	struct str brief = wrap(a->arena, s->written.head, org_full_name(a->arena, r), s->written.tail);

	if (is_outdated(s->form, a->when))
		offer(a, r, brief, brief, brief);
	else
		offer(a, r, compose(a->arena, s, r, place), compose(a->arena, s, r, plain), brief);
}

/* All regions of that name which have the department: those nearest to the issuer, and of these neither counties that
 * share their city's short name nor anything beside a province. */
static bool offer_named(struct answer *a, const struct sought *s, struct str written, const struct home *h)
{
	enum { MOST = 64 };
	const struct region *all[MOST], *best = NULL;
	size_t n = region_all(written, all, MOST), kept = 0;
	const struct region *first = n ? all[0] : NULL;
	int near = -1;

	for (size_t i = 0; i < n; i++)
		if (org_has(all[i], s) && org_sensible(all[i], written, first, h))
			all[kept++] = all[i];
	for (size_t i = 0; i < kept; i++)
		if (org_nearness(all[i], h) > near) {
			best = all[i];
			near = org_nearness(best, h);
		}
	/* 资源规划局 is in charge of resources, unless its document is of that county's city. */
	if (best && kept == 1 && best->level == REGION_COUNTY && best->word != REGION_WORD_NO && !str_eq(written, best->name) && near < REGION_CITY &&
	    !(h->own && best->parent == h->own))
		return false;
	for (size_t i = 0; best && i < kept; i++)
		if (all[i] == best || (org_nearness(all[i], h) == near && best->level != REGION_PROVINCE && !region_under(all[i], best)))
			offer_region(a, s, all[i], written);
	return best != NULL;
}

/* 柳东新区科技局, 市高新区财政局: a zone has the departments of a county. */
static void offer_zone(struct answer *a, const struct sought *s, struct str written, const struct home *h)
{
	const struct stem *stem = s->form->stem;

	if (stem->host || !(stem->ranks.any & LEVEL_COUNTY) || !orglevel_is_zone(written))
		return;
	struct str place = orgparts_zone(a->arena, written, h, NULL), name = wrap(a->arena, stem->before, place, stem->behind);

	offer(a, NULL, name, name, wrap(a->arena, s->written.head, place, s->written.tail));
}

static void offer_written(struct answer *a, struct sought *s, struct str written, const struct home *h)
{
	struct str place = s->host ? written : orglevel_ungoverned(written);
	const struct region *r;

	s->governed = place.n < written.n;
	if (offer_named(a, s, place, h))
		return;
	r = org_told(place, s, h);
	if (r && org_has(r, s))
		offer_region(a, s, r, str_ends(place, r->name) ? place : STR(""));
	else if (!r)
		offer_zone(a, s, place, h);
}

/* 市委组织部, 中共柳州市委员会组织部: the host is written in one of its ways. */
static void offer_hosted(struct answer *a, const struct form *f, struct str written, const struct home *h)
{
	size_t n, offers = a->offers;
	const struct host *hosts = orglevel_hosts(&n);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; hosts[i].letter == f->stem->host && k < hosts[i].way_count && a->offers == offers; k++) {
			struct around way = hosts[i].ways[k];
			struct sought s = {f, {way.head, arena_join(a->arena, way.tail, f->tail)}, &hosts[i], false};

			if (written.n > way.head.n + way.tail.n && str_starts(written, way.head) && str_ends(written, way.tail))
				offer_written(a, &s, str_sub(written, way.head.n, written.n - way.tail.n), h);
		}
}

static void offer_form(struct answer *a, const struct form *f, struct str written, const struct home *h)
{
	struct sought s = {f, {f->head, f->tail}, NULL, false};

	if (f->stem->ranks.any & LEVEL_PLACE)
		return;
	if (f->stem->host && f->head.n == 0)
		offer_hosted(a, f, written, h);
	if (f->direct)
		offer_written(a, &s, written, h);
}

/* Tries the forms that end the name and begin with `head`, the longest that means something: 人民政府办公室 before 办公室.
 */
static void try_head(struct answer *a, struct str full, struct str head, const struct home *h, enum choice choice)
{
	struct str rest = str_from(full, head.n);
	size_t len, n, offers = a->offers;

	for (size_t i = 0; i < rest.n && a->offers == offers; i += len) {
		const struct lexicon_entry *e = orgwords_find(str_from(rest, i), &n);

		str_char(rest, i, &len);
		for (size_t k = 0; e && i > 0 && k < n; k++) {
			const struct form *f = orgwords_form(&e[k]);

			if (f && f->head.p == head.p && f->head.n == head.n && is_chosen(f, choice, a->when))
				offer_form(a, f, str_sub(rest, 0, i), h);
		}
	}
}

static bool has_bare(const struct region *r, const struct sought *s)
{
	return r && org_has(r, s) && (s->form->bare & orglevel_rank(r));
}

/* The nearest region above the issuer's own that has the department. */
static const struct region *above_issuer(const struct sought *s, const struct home *h)
{
	for (int level = h->own ? (int)h->own->level - 1 : 0; level >= REGION_PROVINCE; level--)
		if (has_bare(h->at[level], s))
			return h->at[level];
	return NULL;
}

/* A department without a region is the issuer's own; only where its region has none of that name, the next one above has. */
static void try_bare(struct answer *a, struct str full, const struct home *h, enum choice choice)
{
	size_t n;
	const struct lexicon_entry *e = orgwords_find(full, &n);

	for (int above = 0; above < 2 && e && !a->found; above++)
		for (size_t k = 0; k < n; k++) {
			struct sought s = {.form = orgwords_form(&e[k])};

			if (!s.form || !s.form->bare || !is_chosen(s.form, choice, a->when))
				continue;
			const struct region *r = above ? above_issuer(&s, h) : has_bare(h->own, &s) ? h->own : NULL;

			s.written.tail = s.form->tail;
			if (r)
				offer_region(a, &s, r, STR(""));
		}
}

static bool find_local(struct answer *a, struct str full, const struct home *h, enum choice choice)
{
	size_t n;
	const struct str *heads = orgwords_heads(&n);

	forget(a);
	try_bare(a, full, h, choice);
	for (size_t i = 0; i < n && !a->found; i++)
		if (str_starts(full, heads[i]))
			try_head(a, full, heads[i], h, choice);
	return is_settled(a);
}

/* A short form cannot mean a body that was not yet there; of one that is gone a document may well tell. */
static bool may_mean(const struct central *c, struct str full, struct ymd when)
{
	return str_eq(full, c->name) || !when.year || !c->span.from.year || !is_before(when, c->span.from);
}

static bool find_central(struct answer *a, struct str full)
{
	size_t n;
	const struct lexicon_entry *e = orgwords_find(full, &n);
	size_t several = 0;

	forget(a);
	for (size_t i = 0; e && i < n; i++)
		several += orgwords_central(&e[i]) != NULL;
	for (size_t i = 0; e && i < n; i++) {
		const struct central *c = orgwords_central(&e[i]);

		if (c && (several == 1 ? may_mean(c, full, a->when) : a->when.year && in_span(c->span, a->when)))
			offer(a, NULL, c->name, c->name, c->name);
	}
	a->central = is_settled(a);
	return a->central;
}

/* The levels whose bodies are called the same without their region. */
static unsigned bare_levels(struct str full)
{
	size_t n;
	const struct lexicon_entry *e = orgwords_find(full, &n);
	unsigned levels = 0;

	for (size_t i = 0; e && i < n; i++)
		if (orgwords_form(&e[i]))
			levels |= orgwords_form(&e[i])->bare;
	return levels;
}

/* Several departments share the form. What is the full name of one of them is that one's; else the document's year may settle which. If not, all agree on the region perhaps, and the
 * form stays as written behind it. */
static bool settle_split(struct answer *a, struct str full, const struct home *h)
{
	struct answer all = *a;

	if (find_local(a, full, h, FULL_FORMS))
		return true;
	if (a->when.year && find_local(a, full, h, FORMS_OF_THE_YEAR))
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
	if (find_central(a, full)) {
		unsigned bare = bare_levels(full);

		/* Where no issuer is told, a form that counties share (发展改革委) may be anyone's, one of provinces alone (供销合作总社) is not likely theirs. */
		if (!bare || h->central || (!h->own && !(bare & LEVEL_COUNTY)))
			return true;
	}
	return find_local(a, full, h, ALL_FORMS) || (a->found && settle_split(a, full, h));
}

/* 由柳南区负责: the region's government, where the region is called by its full name. */
bool org_find_region(struct answer *a, struct str full, const struct home *h)
{
	const struct sought s = {.form = orglevel_government()};
	size_t used;
	const struct region *r;

	forget(a);
	if (!offer_named(a, &s, full, h)) {
		r = region_chain(full, &used);
		if (r && used == full.n)
			offer_region(a, &s, r, full);
	}
	if (!is_settled(a) || !a->region || !str_ends(full, a->region->suffix) || str_eq(full, a->region->short_name))
		return false;
	return true;
}

void org_canonical(struct arena *a, struct str full, struct str issuer, struct ymd when, struct org *out)
{
	struct answer found = {.arena = a, .when = when};
	struct home h = org_home(issuer);

	full = str_trim(full);
	*out = (struct org){.name = full};
	bool settled = org_find(&found, full, &h), ambiguous = found.split;

	out->seat = !settled && org_find_region(&found, full, &h);
	out->known = settled || out->seat;
	if (!out->known)
		out->generic = org_generic(full);
	out->joint = !out->known && !out->generic && orgparts_joint(&found, full, &h);
	if (out->joint)
		return;
	if (!out->known && !out->generic)
		out->known = orgparts_find(&found, full, &h);
	if (!out->known && (out->generic || ambiguous || !orgparts_region(&found, full, &h)))
		return;
	out->name = str_eq(found.name, full) ? full : found.name;
	out->region = found.region;
	out->central = found.central;
}
