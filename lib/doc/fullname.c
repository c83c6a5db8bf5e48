/* Knows what a document's own words make of the short name of a body. */
#include "doc/body.h"
#include "doc/words.h"
#include "zh/org.h"

static const struct region *region_of_level(const struct context *c, struct str level)
{
	const struct word *w = words_is(level, W_LEVEL);

	if (!w)
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

static struct stood *place_of(const struct context *c, struct str s)
{
	size_t hash = 0;

	for (size_t i = 0; i < s.n; i++)
		hash = hash * 31 + (unsigned char)s.p[i];
	return &c->stood[hash % STOOD];
}

static bool stands_alone(const struct context *c, struct str s)
{
	if (words_tail(s, W_FIRM))
		return true;
	struct stood *known = place_of(c, s);

	/* The name is copied: what it is a slice of may be gone before the document is. */
	if (!str_eq(known->name, s))
		*known = (struct stood){arena_copy(c->arena, s), is_settled(c->arena, s)};
	return known->alone;
}

struct str body_full(const struct context *c, const struct body *b, struct str *carried)
{
	if (b->kind == BODY_ALIAS || (b->kind == BODY_FIRM && c->alias_count))
		return alias_name(c, b->s);
	if (b->kind == BODY_SELF)
		return self_name(c, b->s);
	if (b->kind == BODY_CLASS && (b->head.n || b->tail.n))
		return arena_join(c->arena, arena_join(c->arena, b->head, b->s), b->tail);
	if (b->kind != BODY_DEPARTMENT && b->kind != BODY_TREASURY)
		return b->s;
	struct str prefix = b->prefix.n ? b->prefix : *carried, rest = str_from(b->s, b->prefix.n);

	if (b->prefix.n)
		*carried = b->prefix;
	else if (stands_alone(c, b->s))
		return b->s;
	const struct region *r = region_of_level(c, prefix);

	if (words_is(prefix, W_SELF))
		r = c->region;
	/* 武警苏州支队 has its place within. */
	if (!b->prefix.n && c->region && str_has(b->s, c->region->short_name))
		return b->s;
	if (!prefix.n && c->region && b->kind == BODY_DEPARTMENT)
		r = words_tail(b->s, W_TIER) ? c->province : c->region;
	if (r)
		return arena_join(c->arena, r->name, rest);
	return b->prefix.n ? b->s : arena_join(c->arena, prefix, rest);
}
