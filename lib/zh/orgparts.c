/* Knows bodies that no table holds whole: parts of a known body, places of any name, brackets behind a name, and
 * departments of which only the region can be spelt out. */
#include "zh/org.h"
#include "zh/orgfind.h"
#include "zh/place.h"

static void answer_with(struct answer *a, const struct region *r, struct str name)
{
	a->found = true;
	a->name = name;
	a->region = r;
}

struct str orgparts_spell(struct arena *a, struct str written, const struct home *h, const struct region **region)
{
	size_t used = 0, level;
	const struct region *r = region_chain(written, &used), *told;

	if (region)
		*region = r;
	/* A short name may be a part of a proper name: 柳州铁路局. */
	if (r && str_ends(str_sub(written, 0, used), r->suffix) && !str_eq(str_sub(written, 0, used), r->short_name))
		return arena_join(a, org_full_name(a, r), str_from(written, used));
	level = used ? 0 : orglevel_at(written);
	/* The 市 of 市桥街道 is no level. */
	if (str_chars(str_from(written, level)) < 2)
		level = 0;
	told = level ? org_by_word(str_sub(written, 0, level), h) : NULL;
	if (region)
		*region = told;
	return told ? arena_join(a, org_full_name(a, told), str_from(written, level)) : written;
}

/* The city whose zone one without a name of its own is; in a county's document it may be the county's or its city's. */
static const struct region *zone_home(const struct home *h)
{
	const struct region *r = h->own;

	return r && (r->level == REGION_CITY || r->municipality) ? r : NULL;
}

/* Whether the zone of that name is known, and lies in the region or holds it. */
static bool is_zone_of(struct str zone, const struct region *r)
{
	const struct place_context context = {.year = 0};
	struct place place;

	place_load();
	place_read(zone, &context, &place);
	return place.outcome == PLACE_OK && place.zone.n == zone.n && (region_under(place.region, r) || region_under(r, place.region));
}

struct str orgparts_zone(struct arena *a, struct str written, const struct home *h, const struct region **region)
{
	const struct region *r;
	size_t used = 0, level;
	struct str zone = written;

	r = region_chain(written, &used);
	level = used ? 0 : orglevel_at(written);
	if (level)
		r = org_by_word(str_sub(written, 0, level), h);
	if (r)
		zone = str_from(written, used + level);
	else if (orglevel_is_zone_word(written))
		r = zone_home(h);
	else if (h->at[REGION_CITY] && orglevel_is_zone(zone) && is_zone_of(zone, h->at[REGION_CITY]))
		r = h->at[REGION_CITY];
	if (!r || !orglevel_is_zone(zone) || !(orglevel_is_zone_word(zone) || is_zone_of(zone, r)))
		return orgparts_spell(a, written, h, region);
	if (region)
		*region = r;
	/* 南京江北新区, with its city, as it is called everywhere else. */
	return arena_join(a, r->short_name, zone);
}

bool org_is_zone(struct str name)
{
	return orglevel_is_zone(name) && !orglevel_is_zone_word(name);
}

size_t org_zone_match(struct str name)
{
	size_t len, found = 0;

	for (size_t i = 0; i < name.n; i += len) {
		str_char(name, i, &len);
		if (org_is_zone(str_sub(name, 0, i + len)))
			found = i + len;
	}
	return found;
}

/* The county, or the city without counties, whose towns and streets a document names by themselves. */
static const struct region *town_home(const struct home *h)
{
	const struct region *r = h->own;

	return r && r->level > REGION_PROVINCE && !region_has_parts(r) ? r : NULL;
}

/* The name of a place before its administration, with the region that it lies in. */
static struct str place_name(struct answer *a, const struct stem *s, struct str place, const struct home *h, const struct region **region)
{
	const struct region *town = s->ranks.any & LEVEL_COUNTY ? town_home(h) : NULL;

	if (orglevel_is_zone(place))
		return orgparts_zone(a->arena, place, h, region);
	place = orgparts_spell(a->arena, place, h, region);
	if (*region || !town)
		return place;
	*region = town;
	return arena_join(a->arena, org_full_name(a->arena, town), place);
}

/* 柳东新区管委会 is 柳东新区管理委员会. */
static bool find_place(struct answer *a, struct str full, const struct home *h)
{
	size_t len, n;

	for (size_t i = 0; i < full.n; i += len) {
		const struct lexicon_entry *e = orgwords_find(str_from(full, i), &n);

		str_char(full, i, &len);
		for (size_t k = 0; e && k < n; k++) {
			const struct form *f = orgwords_form(&e[k]);
			struct str place = str_sub(full, f ? f->head.n : 0, i);
			const struct region *r;

			if (!f || !(f->stem->ranks.any & LEVEL_PLACE) || !str_starts(full, f->head) || str_chars(place) < 2)
				continue;
			place = place_name(a, f->stem, place, h, &r);
			answer_with(a, r, arena_printf(a->arena, "%.*s%.*s%.*s", STR_ARGS(f->stem->before), STR_ARGS(place), STR_ARGS(f->stem->behind)));
			return true;
		}
	}
	return false;
}

/* 市卫健委（市中医药管理局） is 柳州市卫生健康委员会: what stands in the bracket is its second name. */
static bool find_before_bracket(struct answer *a, struct str full, const struct home *h)
{
	static const char *const marks[][2] = {{"（", "）"}, {"(", ")"}};

	for (size_t i = 0; i < 2; i++) {
		size_t open = str_find(full, str_of(marks[i][0]), 0);

		if (open > 0 && str_ends(full, str_of(marks[i][1])))
			return org_find(a, str_trim(str_sub(full, 0, open)), h);
	}
	return false;
}

/* 市公安局交警支队, 市财政局柳南分局: a known body and its part, which keeps its words. */
static bool find_part(struct answer *a, struct str full, const struct home *h)
{
	const struct ending *ending = orglevel_ending(full);

	if (!ending || !ending->part)
		return false;
	for (size_t i = full.n - ending->word.n; i > 0; i = str_before(full, i)) {
		struct str body = str_sub(full, 0, i);

		/* 市政府采购科 is no part of the 市政府. */
		if (orgclass_runs_on(body, str_from(full, i)) || !org_find(a, body, h))
			continue;
		answer_with(a, a->region, arena_join(a->arena, a->name, str_from(full, i)));
		return true;
	}
	return false;
}

/* 市科技局和市财政局 are two bodies; 市发展和改革局 is one. */
static bool is_two(const struct answer *a, struct str left, struct str right, bool loose, const struct home *h)
{
	struct answer found = {.arena = a->arena, .when = a->when};

	if (left.n == 0 || right.n == 0)
		return false;
	return !loose || (org_find(&found, left, h) && (orglevel_ending(right) || org_find(&found, right, h)));
}

bool orgparts_joint(const struct answer *a, struct str full, const struct home *h)
{
	size_t len, joint;
	bool loose;

	for (size_t i = 0; i < full.n; i += len) {
		str_char(full, i, &len);
		if (str_starts(str_from(full, i), STR("（")) || full.p[i] == '(')
			return false;
		joint = orglevel_joint(str_from(full, i), &loose);
		if (joint && is_two(a, str_sub(full, 0, i), str_from(full, i + joint), loose, h))
			return true;
	}
	return false;
}

bool orgparts_find(struct answer *a, struct str full, const struct home *h)
{
	return find_before_bracket(a, full, h) || find_part(a, full, h) || find_place(a, full, h);
}

/* Whether that is a department which the region before it has not, or has only by name: 区教育局 of an autonomous region, 县海关. */
static bool is_department(struct str s)
{
	size_t n;
	const struct lexicon_entry *e = orgwords_find(s, &n);

	for (size_t i = 0; e && i < n; i++)
		if (orgwords_form(&e[i]) && orgwords_form(&e[i])->direct)
			return true;
	return false;
}

/* 市铁路建设办: which department it is no table tells, but whose. */
bool orgparts_region(struct answer *a, struct str full, const struct home *h)
{
	const struct ending *ending = orglevel_ending(full);
	const struct region *r;
	size_t used = 0;

	if (!ending || is_department(str_from(full, orglevel_at(full))))
		return false;
	if (!ending->any && (region_chain(full, &used) || used))
		return false;
	struct str name = orgparts_spell(a->arena, full, h, &r);

	if (!r || (str_eq(name, full) && !str_starts(full, r->name)))
		return false;
	answer_with(a, r, name);
	return true;
}

