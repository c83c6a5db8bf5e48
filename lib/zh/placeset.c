/* Knows which of several regions of a name is meant: by the year, by what became of them, by their rank, by the issuer. */
#include "zh/placeset.h"

static bool is_same_code(const struct region *a, const struct region *b, size_t digits)
{
	return memcmp(a->code.p, b->code.p, digits) == 0;
}

/* Whether a was ever a part of b: a district whose city has had another name (襄樊市樊城区) has today's as its parent, and the code tells. */
bool placeset_lies_in(const struct region *a, const struct region *b)
{
	if (a == b || a->level <= b->level)
		return false;
	if (region_under(a, b))
		return true;
	int from = a->from > b->from ? a->from : b->from, a_end = a->until ? a->until : REGION_TODAY, b_end = b->until ? b->until : REGION_TODAY;

	return is_same_code(a, b, b->level == REGION_PROVINCE ? 2 : 4) && from <= (a_end < b_end ? a_end : b_end);
}

/* Today's codes of a region; its own where it has not ended. */
static struct str codes_now(const struct region *r)
{
	return r->until ? r->now : r->code;
}

/* Whether b is what became of a. */
static bool follows(const struct region *b, const struct region *a)
{
	int b_end = b->until ? b->until : REGION_TODAY;

	return a->until && a->until < b_end && codes_now(a).n && str_starts(codes_now(a), str_sub(codes_now(b), 0, 6)) && codes_now(b).n;
}

static void keep(struct placeset *s, size_t *n, size_t i)
{
	s->r[*n] = s->r[i];
	s->form[(*n)++] = s->form[i];
}

/* How well a region suits the year: 0 it was there then, 1 it is today's, 2 it has ended. */
static int time_class(const struct region *r, int year)
{
	return year && region_in(r, year) ? 0 : r->until ? 2 : 1;
}

static void keep_best_time(struct placeset *s, int year)
{
	int best = 3;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (time_class(s->r[i], year) < best)
			best = time_class(s->r[i], year);
	for (size_t i = 0; i < s->n; i++)
		if (time_class(s->r[i], year) == best)
			keep(s, &n, i);
	s->n = n;
}

/* Of what a place was in turn the last counts. */
static void drop_followed(struct placeset *s)
{
	struct placeset all = *s;
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++) {
		bool followed = false;

		for (size_t k = 0; k < all.n; k++)
			followed = followed || (k != i && (follows(all.r[k], all.r[i]) || (k < i && all.r[k] == all.r[i])));
		if (!followed)
			keep(s, &n, i);
	}
	s->n = n;
}

/* How good a claim to its name a region has: the province before all (吉林); a full name before a short one; a city before the counties
 * that share its short name with it (西安), unless that is an everyday word. */
static int claim(const struct placeset *s, size_t i)
{
	const struct region *r = s->r[i];

	if (r->level == REGION_PROVINCE)
		return 0;
	if (s->form[i] == REGION_FULL)
		return 1;
	if (s->form[i] == REGION_MIDDLE)
		return 2;
	return r->level == REGION_CITY && r->word == REGION_WORD_NO ? 3 : 4;
}

static void keep_best_claim(struct placeset *s)
{
	int best = 5;
	size_t n = 0;
	struct placeset all;

	for (size_t i = 0; i < s->n; i++)
		if (claim(s, i) < best)
			best = claim(s, i);
	for (size_t i = 0; i < s->n; i++)
		if (claim(s, i) == best)
			keep(s, &n, i);
	s->n = n;
	all = *s;
	n = 0;
	for (size_t i = 0; i < all.n; i++) {
		bool inside = false;

		for (size_t k = 0; k < all.n; k++)
			inside = inside || placeset_lies_in(all.r[i], all.r[k]);
		if (!inside)
			keep(s, &n, i);
	}
	s->n = n;
}

/* The one region of several that is nearest to the issuer: in its county, its city, its province. */
static void keep_nearest(struct placeset *s, const struct region *home)
{
	for (const struct region *h = home; h; h = h->parent) {
		size_t n = 0, one = 0;

		for (size_t i = 0; i < s->n; i++)
			if (s->r[i] == h || placeset_lies_in(s->r[i], h)) {
				one = i;
				n++;
			}
		if (n == 1) {
			s->n = 0;
			keep(s, &s->n, one);
		}
		if (n)
			return;
	}
}

void placeset_narrow(struct placeset *s, int year, struct str issuer)
{
	keep_best_time(s, year);
	drop_followed(s);
	keep_best_claim(s);
	if (s->n > 1)
		keep_nearest(s, place_of_issuer(issuer));
}

void placeset_add(struct placeset *s, const struct region *r, enum region_form form)
{
	if (s->n == PLACE_MOST)
		return;
	s->r[s->n] = r;
	s->form[s->n++] = form;
}

bool placeset_any_above(const struct placeset *s, const struct region *r)
{
	for (size_t i = 0; i < s->n; i++)
		if (placeset_lies_in(r, s->r[i]))
			return true;
	return false;
}

bool placeset_any_below(const struct placeset *s, const struct region *r, struct placeset *out)
{
	size_t n = out->n;

	for (size_t i = 0; i < s->n; i++)
		if (placeset_lies_in(s->r[i], r))
			placeset_add(out, s->r[i], s->form[i]);
	return out->n > n;
}

bool placeset_any_same(const struct placeset *s, const struct region *r)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->r[i] == r)
			return true;
	return false;
}
