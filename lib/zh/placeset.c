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

/* Whether a was ever a part of the region h of today, or what it became is. */
bool placeset_is_home(const struct region *r, const struct region *h)
{
	size_t at = 0;
	struct str code;

	if (r == h || placeset_lies_in(r, h))
		return true;
	while (str_split(r->now, ' ', &at, &code)) {
		const struct region *now = region_of_code(code);

		if (now && region_under(now, h))
			return true;
	}
	return false;
}

/* Ended counties are hardly called by their short names any more. */
static bool is_faded(const struct placeset *s, size_t i, int year)
{
	return s->form[i] == REGION_SHORT && s->r[i]->level == REGION_COUNTY && time_class(s->r[i], year) == 2;
}

/* A name for which the issuer's own county is not enough: that of a province, or of a city elsewhere where the county's is a word too. */
static bool outshines(const struct placeset *s, size_t i, const struct region *own, enum region_form form)
{
	const struct region *r = s->r[i];

	if (form != REGION_SHORT || own->level <= r->level || placeset_is_home(own, r) || r->until)
		return false;
	return r->level == REGION_PROVINCE || (own->word != REGION_WORD_NO && claim(s, i) == 3);
}

static void keep_best(struct placeset *s, int year)
{
	keep_best_time(s, year);
	drop_followed(s);
	keep_best_claim(s);
}

/* Those that were parts of h, or else those that became such. */
static void add_home(struct placeset *own, const struct placeset *s, const struct region *h, bool became, int year)
{
	for (size_t i = 0; i < s->n; i++)
		if ((became ? placeset_is_home(s->r[i], h) : s->r[i] == h || placeset_lies_in(s->r[i], h)) && !is_faded(s, i, year))
			placeset_add(own, s->r[i], s->form[i]);
}

/* The issuer's own go before all others: those of its county, else of its city, else of its province. False: it has none. */
static bool keep_home(struct placeset *s, int year, const struct region *home)
{
	struct placeset own = {.n = 0}, all = *s;

	for (const struct region *h = home; h && own.n == 0; h = h->parent)
		for (int became = 0; became < 2 && own.n == 0; became++)
			add_home(&own, s, h, became, year);
	if (own.n == 0)
		return false;
	keep_best(&own, year);
	*s = own;
	for (size_t i = 0; i < all.n; i++)
		if (outshines(&all, i, own.r[0], own.form[0]))
			placeset_add(s, all.r[i], all.form[i]);
	return true;
}

static bool has_province_of(const struct placeset *s, const struct region *home)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->r[i]->level == REGION_PROVINCE && region_under(home, s->r[i]))
			return true;
	return false;
}

void placeset_narrow(struct placeset *s, int year, const struct region *home)
{
	if (s->n < 2 || has_province_of(s, home) || !keep_home(s, year, home))
		keep_best(s, year);
}

void placeset_namesakes(struct placeset *s)
{
	drop_followed(s);
	keep_best_claim(s);
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
