/* Knows what a document's own words make of the short name of a body. */
#include "doc/body.h"
#include "doc/words.h"
#include "zh/org.h"
#include "zh/orgwords.h"

enum { STOOD = 512, LONGEST_STOOD = 46 /* bytes */ };

/* Whether a name stands alone, of those that this thread was asked for last, by a hash of the name: no document tells it, and all name the same few
 * bodies again and again. */
static _Thread_local struct stood {
	char name[LONGEST_STOOD];
	unsigned char n; /* bytes of the name */
	bool alone;
} stood[STOOD];

static const struct region *region_of_level(const struct context *c, struct str level)
{
	const struct word *w = words_is(level, W_LEVEL);

	/* 镇政府, 乡镇政府: no town is a region of the tables, nor is the county meant. */
	if (!w || words_is(level, W_TOWN))
		return NULL;
	if (str_eq(w->arg, STR("province")))
		return c->province;
	/* 市 said by a city of county rank (浏阳市) is that city. */
	if (str_eq(w->arg, STR("city")) && c->county && c->region == c->county && words_tail(c->county->name, W_LEVEL) &&
	    str_eq(words_tail(c->county->name, W_LEVEL)->arg, STR("city")))
		return c->county;
	if (str_eq(w->arg, STR("city")))
		return c->city || !c->province || !c->province->municipality ? c->city : c->province;
	return c->county;
}

static struct str alias_name(const struct context *c, struct str s)
{
	for (size_t i = 0; i < c->alias_count; i++)
		if (str_eq(c->aliases[i].alias, s))
			return c->aliases[i].name;
	return s;
}

static struct str self_name(const struct context *c, struct str s)
{
	const struct word *w = words_is(s, W_SELF);

	if (w && str_eq(w->arg, STR("issuer")))
		return c->issuer.n ? c->issuer : s;
	return c->region ? c->region->name : s;
}

/* Known without any region, a ministry, a party organ; or a name that any body may give to its parts (专家委员会). */
static bool is_settled(struct arena *a, struct str s)
{
	struct org o;

	org_canonical(a, s, STR(""), (struct ymd){0, 0, 0}, &o);
	return o.known || o.generic;
}

static struct stood *place_of(struct str s)
{
	size_t hash = 0;

	for (size_t i = 0; i < s.n; i++)
		hash = hash * 31 + (unsigned char)s.p[i];
	return &stood[hash % STOOD];
}

static bool stands_alone(struct arena *a, struct str s)
{
	if (words_tail(s, W_FIRM))
		return true;
	if (s.n > LONGEST_STOOD)
		return is_settled(a, s);
	struct stood *known = place_of(s);

	if (!str_eq((struct str){known->name, known->n}, s)) {
		memcpy(known->name, s.p, s.n);
		known->n = (unsigned char)s.n;
		known->alone = is_settled(a, s);
	}
	return known->alone;
}

/* 团市委: a body that has its level within. */
static struct str level_within(const struct context *c, struct str s)
{
	size_t first, len;

	if (!s.n || !str_char(s, 0, &first))
		return STR("");
	const struct word *level = words_own(s, first, W_LEVEL);
	struct str rest = level ? str_from(s, first + level->text.n) : STR("");
	const struct region *r = rest.n && str_char(rest, 0, &len) && len == rest.n ? region_of_level(c, level->text) : NULL;

	return r ? arena_join(c->arena, arena_join(c->arena, str_sub(s, 0, first), r->name), rest) : STR("");
}

/* 青县委、县政府: whether the bare level goes on with the region that was carried along. */
static bool repeats_level(struct str level, struct str carried)
{
	return level.n && carried.n > level.n && words_is(level, W_LEVEL) && str_ends(carried, level);
}

/* 市农商银行, 省农业信贷担保公司: a firm behind a bare level is that region's. */
static struct str firm_full(const struct context *c, struct str s)
{
	size_t level = words_tail(s, W_FIRM) && words_own(s, 0, W_LEVEL) ? orglevel_at(s) : 0;
	const struct region *r = level ? region_of_level(c, str_sub(s, 0, level)) : NULL;

	struct str within = r ? STR("") : level_within(c, s);

	if (!r && repeats_level(str_sub(s, 0, level), c->place))
		return arena_join(c->arena, c->place, str_from(s, level));
	return r ? arena_join(c->arena, r->name, str_from(s, level)) : within.n ? within : s;
}

/* 教育厅: no city has one. */
static bool only_province(struct str s)
{
	const struct word *department = words_tail(s, W_DEPARTMENT);

	return department && str_eq(department->arg, STR("province"));
}

struct str body_full(const struct context *c, const struct body *b, struct str *carried)
{
	if (b->kind == BODY_ALIAS || (b->kind == BODY_FIRM && c->alias_count)) {
		struct str name = alias_name(c, b->s);

		return b->kind == BODY_FIRM && name.p == b->s.p ? firm_full(c, name) : name;
	}
	if (b->kind == BODY_FIRM)
		return firm_full(c, b->s);
	if (b->kind == BODY_SELF)
		return self_name(c, b->s);
	if (b->head.n || b->tail.n)
		return arena_join(c->arena, arena_join(c->arena, b->head, b->s), b->tail);
	if (b->kind != BODY_DEPARTMENT && b->kind != BODY_TREASURY)
		return b->s;
	struct str prefix = b->prefix.n ? b->prefix : *carried, rest = str_from(b->s, b->prefix.n);

	if (repeats_level(b->prefix, *carried))
		return arena_join(c->arena, *carried, rest);
	struct str within = b->prefix.n ? STR("") : level_within(c, b->s);

	if (within.n)
		return within; /* it carries nothing along */
	if (b->prefix.n)
		*carried = b->prefix;
	else if (stands_alone(c->arena, b->s))
		return b->s;
	const struct region *r = region_of_level(c, prefix);

	if (words_is(prefix, W_SELF))
		r = c->region;
	/* 武警苏州支队 has its place within. */
	if (!b->prefix.n && c->region && str_has(b->s, c->region->short_name))
		return b->s;
	if (!prefix.n && c->region && b->kind == BODY_DEPARTMENT)
		r = only_province(b->s) ? c->province : c->region;
	if (r)
		return arena_join(c->arena, r->name, rest);
	/* 市财政局, of an issuer whose city no table has */
	if (repeats_level(prefix, c->place))
		return arena_join(c->arena, c->place, rest);
	return b->prefix.n ? b->s : arena_join(c->arena, prefix, rest);
}
