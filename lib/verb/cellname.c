/* Knows what a cell of regions or of bodies says, and what is told of a region beside its code. */
#include "verb/cellname.h"

#include "verb/alias.h"
#include "verb/cellparts.h"

static struct str text_of(struct str s)
{
	return s.p ? s : STR("");
}

void cell_read_region(struct str s, const struct cell_context *c, struct cell *cell, struct arena *a)
{
	static const enum cell_outcome outcomes[] = {
		[PLACE_OK] = CELL_OK, [PLACE_NONE] = CELL_UNREAD, [PLACE_BESIDE] = CELL_BESIDE, [PLACE_AMBIGUOUS] = CELL_AMBIGUOUS,
		[PLACE_RELATIVE] = CELL_RELATIVE,
	};
	const struct place_context context = {c->issuer, c->as_of.year, c->find};
	struct place place;

	cell->alias = alias_find(s, text_of(c->issuer), c->as_of);
	place_read(cell->alias.p ? cell->alias : s, &context, &place);
	cell->was = s;
	cell->outcome = outcomes[place.outcome];
	cell->region = place.region;
	cell->zone = place.zone;
	if (place.outcome != PLACE_AMBIGUOUS)
		return;
	const struct region **several = ARENA_ARRAY(a, const struct region *, place.n);

	memcpy(several, place.several, place.n * sizeof *several);
	cell->several = several;
	cell->several_n = place.n;
}

/* The region that a body's name begins with, in full; of a body that the tables know anywhere in it, since some begin with other words
 * (国家税务总局柳州市税务局). */
static const struct region *region_of_body(const struct org *org)
{
	size_t used, len;

	if (org->generic)
		return NULL;
	for (size_t i = 0; i < org->name.n; i += len) {
		const struct region *r = region_chain(str_from(org->name, i), &used);

		if (r && (org->known || str_ends(str_sub(org->name, i, i + used), r->suffix)))
			return r;
		if (!org->known)
			return NULL;
		str_char(org->name, i, &len);
	}
	return NULL;
}

void cell_read_org(struct str s, const struct cell_context *c, struct cell *cell, struct arena *a)
{
	cell->alias = alias_org(a, s, text_of(c->issuer), c->as_of, &cell->org) ? cell->org.name : (struct str){NULL, 0};
	cell->was = s;
	const struct region *r = region_of_body(&cell->org);

	cell->org_code = r ? r->code : STR("");
}

struct str cellname_level(const struct region *r)
{
	static const char *const names[] = {[REGION_NONE] = "", [REGION_PROVINCE] = "province", [REGION_CITY] = "prefecture", [REGION_COUNTY] = "county"};

	return str_of(names[r->level]);
}

const struct region *cellname_at(const struct region *r, enum region_level level)
{
	while (r && r->level > level)
		r = r->parent;
	if (!r || r->level == level)
		return r;
	/* The corps, whose suffix is of two characters, is no city, though its departments are named like those of one. */
	return r->municipality && str_chars(r->suffix) == 1 ? r : NULL;
}

static void add_name(struct buf *b, const struct region *r)
{
	if (r->parent)
		buf_add(b, r->parent->name);
	buf_add(b, r->name);
}

void cellname_several(struct buf *b, const struct region *const *several, size_t n)
{
	buf_add(b, STR("ambiguous: "));
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_add(b, STR(", "));
		add_name(b, several[i]);
	}
}

/* 420600 襄樊市 -> 420600 襄阳市; where it is not known what it became, the year of its end. */
static void add_former(struct buf *b, const struct region *r)
{
	struct str code;
	size_t at = 0;
	bool first = true;

	buf_printf(b, "former: %.*s %.*s ->", STR_ARGS(r->code), STR_ARGS(r->name));
	while (str_split(r->now, ' ', &at, &code)) {
		const struct region *now = region_of_code(code);

		buf_printf(b, "%s %.*s %.*s", first ? "" : ",", STR_ARGS(code), STR_ARGS(now ? now->name : STR("")));
		first = false;
	}
	if (first)
		buf_printf(b, " ended %d", r->until);
}

bool cellname_note(struct buf *b, const struct region *r, struct str zone)
{
	if (zone.n) {
		buf_printf(b, "zone: %.*s -> %.*s", STR_ARGS(zone), STR_ARGS(r->name));
		return true;
	}
	if (r->until)
		add_former(b, r);
	return r->until > 0;
}
