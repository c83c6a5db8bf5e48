/* Knows which region the prefix of a body means, and how that region is told in the body's name. */
#include "zh/orgfind.h"

static void settle(struct home *h, const struct region *r)
{
	h->own = r;
	for (; r; r = r->parent)
		h->at[r->level] = r;
}

/* The first region named in the issuer counts. One that several have (鼓楼区) is a region of its level, but its parents
 * are not known. */
struct home org_home(struct str issuer)
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

bool org_has(const struct region *r, const struct sought *s)
{
	unsigned rank = orglevel_rank(r);
	const struct stem *stem = s->form->stem;

	return orglevel_fits(stem->ranks, rank) && (s->host ? orglevel_fits(s->host->ranks, rank) : !stem->host || orglevel_host(stem->host, rank));
}

/* A district is told with its city: 柳州市柳南区, 上海市浦东新区. */
static bool is_district(const struct region *r)
{
	if (r->level != REGION_COUNTY || !r->parent || !(orglevel_rank(r) & LEVEL_DISTRICT))
		return false;
	return r->parent->level == REGION_CITY || r->parent->municipality;
}

struct str org_full_name(struct arena *a, const struct region *r)
{
	return is_district(r) ? arena_join(a, r->parent->name, r->name) : r->name;
}

/* Short name and suffix: 恩施州. */
static struct str middle_name(struct arena *a, const struct region *r)
{
	return r->short_name.n + r->suffix.n < r->name.n ? arena_join(a, r->short_name, r->suffix) : r->name;
}

struct str org_place_name(struct arena *a, char mark, const struct region *r, struct str written)
{
	if (mark == 'S')
		return r->short_name;
	if (mark == 'M')
		return middle_name(a, r);
	return mark == 'W' && written.n ? written : org_full_name(a, r);
}

/* The nearest region above the issuer that has the word's suffix and the department. */
static const struct region *by_level_word(struct str word, const struct sought *s, const struct home *h)
{
	unsigned had_by = s->host ? s->host->ranks.any : s->form->stem->ranks.any;
	size_t n;
	const struct level_word *w = orglevel_words(&n);

	for (size_t i = 0; i < n; i++) {
		if (!str_eq(w[i].word, word) || (w[i].upper && (had_by & LEVEL_COUNTY)) || (had_by & LEVEL_NAMED))
			continue;
		for (int level = REGION_COUNTY; level >= REGION_PROVINCE; level--) {
			const struct region *r = h->at[level];

			if (r && str_eq(r->suffix, w[i].suffix) && org_has(r, s))
				return r;
		}
	}
	return NULL;
}

const struct region *org_by_word(struct str word, const struct home *h)
{
	size_t n;
	const struct level_word *w = orglevel_words(&n);

	for (size_t i = 0; i < n; i++) {
		/* 区 alone is a district's: an autonomous region has 自治区 before what it has in common with districts. */
		if (!str_eq(w[i].word, word) || w[i].upper)
			continue;
		for (int level = REGION_COUNTY; level >= REGION_PROVINCE; level--)
			if (h->at[level] && str_eq(h->at[level]->suffix, w[i].suffix))
				return h->at[level];
	}
	return NULL;
}

/* 广西区 for 广西壮族自治区: a short name with a word that means its level only before upper departments. */
static const struct region *by_short_and_word(struct str written)
{
	size_t n;
	const struct level_word *w = orglevel_words(&n);

	for (size_t i = 0; i < n; i++) {
		if (!w[i].upper || !str_ends(written, w[i].word))
			continue;
		const struct region *r = region_find(str_sub(written, 0, written.n - w[i].word.n), NULL);

		if (r && str_eq(r->suffix, w[i].suffix))
			return r;
	}
	return NULL;
}

/* How near a region is to the issuer: in its county, its city, its province, elsewhere. */
int org_nearness(const struct region *r, const struct home *h)
{
	for (int level = REGION_COUNTY; level >= REGION_PROVINCE; level--)
		if (h->at[level] && region_under(r, h->at[level]))
			return level;
	return 0;
}

/* Whether a name that is an everyday word, or that a province has before it, may mean this region after all. */
bool org_sensible(const struct region *r, struct str written, const struct region *first, const struct home *h)
{
	bool in_full = str_eq(written, r->name);

	if (in_full)
		return r->word != REGION_WORD_NAME || org_nearness(r, h) >= REGION_CITY;
	return r == first || first->level != REGION_PROVINCE || r->word == REGION_WORD_NO;
}

/* The one region that `written` means without being its name. */
const struct region *org_told(struct str written, const struct sought *s, const struct home *h)
{
	const struct region *r = by_level_word(written, s, h);
	size_t used;

	if (r)
		return r;
	r = region_chain(written, &used);
	return r && used == written.n ? r : by_short_and_word(written);
}

