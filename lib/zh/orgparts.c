/* Knows bodies that no table holds whole: parts of a known body, places of any name, brackets behind a name, and
 * departments of which only the region can be spelt out. */
#include "zh/orgfind.h"

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
	told = level ? org_by_word(str_sub(written, 0, level), h) : NULL;
	if (region)
		*region = told;
	return told ? arena_join(a, org_full_name(a, told), str_from(written, level)) : written;
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
			place = orgparts_spell(a->arena, place, h, &r);
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

bool orgparts_find(struct answer *a, struct str full, const struct home *h)
{
	return find_before_bracket(a, full, h) || find_part(a, full, h) || find_place(a, full, h);
}

/* 市铁路建设办: which department it is no table tells, but whose. */
bool orgparts_region(struct answer *a, struct str full, const struct home *h)
{
	const struct ending *ending = orglevel_ending(full);
	const struct region *r;
	size_t used = 0;

	if (!ending || str_has(full, STR("、")) || str_has(full, STR("，")) || str_has(full, STR(",")))
		return false;
	if (!ending->any && (region_chain(full, &used) || used))
		return false;
	struct str name = orgparts_spell(a->arena, full, h, &r);

	if (!r || (str_eq(name, full) && !str_starts(full, r->name)))
		return false;
	answer_with(a, r, name);
	return true;
}

