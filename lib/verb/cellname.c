/* Knows what a cell of regions or of bodies says, and what is told of a region beside its code. */
#include "verb/cellname.h"

#include <pthread.h>

#include "verb/alias.h"
#include "verb/cellparts.h"
#include "zh/place.h"
#include "zh/simplify.h"
#include "zh/tidy.h"

static struct str text_of(struct str s)
{
	return s.p ? s : STR("");
}

/* Without blanks between Chinese characters (柳 州 市), in `a`. */
static struct str close_up(struct str s, struct arena *a)
{
	struct buf b = {NULL, 0, 0};
	bool han = false;

	for (size_t i = 0, len; i < s.n; i += len) {
		size_t next = i;
		uint32_t c = str_char(s, i, &len);

		while (next < s.n && s.p[next] == ' ')
			next++;
		if (next > i)
			len = next - i;
		if (next == i || !han || next == s.n || !tidy_is_han(str_char(s, next, &(size_t){0})))
			buf_add(&b, str_sub(s, i, i + len));
		han = next == i ? tidy_is_han(c) : han;
	}
	return cell_take(a, &b);
}

/* A text that names no region as it is may do so without what its layout or its writing put there: blanks, traditional characters. */
static void read_place(struct str s, const struct place_context *c, struct place *place, struct arena *a)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct place again;

	place_read(s, c, place);
	for (int i = 0; i < 2 && (place->outcome == PLACE_NONE || place->outcome == PLACE_BESIDE); i++) {
		struct str other;

		if (i)
			pthread_once(&once, simplify_load);
		other = i ? simplify_plain(s, a) : close_up(s, a);
		if (str_eq(other, s))
			continue;
		s = other;
		place_read(s, c, &again);
		if (again.outcome == PLACE_OK || again.outcome == PLACE_RELATIVE)
			*place = again;
	}
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
	read_place(cell->alias.p ? cell->alias : s, &context, &place, a);
	cell->year = c->as_of.year;
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

/* The region that runs the zone whose name a body's name begins with: 柳东新区财政局. */
static const struct region *region_of_zone(const struct org *org, const struct place_context *c)
{
	size_t zone = org->central ? 0 : org_zone_match(org->name);
	struct place place;

	if (!zone)
		return NULL;
	place_load();
	place_read(str_sub(org->name, 0, zone), c, &place);
	return place.outcome == PLACE_OK ? place.region : NULL;
}

/* The region that a body's name begins with, in full; of a body that the tables know anywhere in it, since some begin with other words
 * (国家税务总局柳州市税务局). */
static const struct region *region_of_body(const struct org *org)
{
	size_t used, len;

	if (org->generic || org->central || org->joint)
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
	const struct place_context context = {c->issuer, c->as_of.year, false};
	const struct region *r = region_of_body(&cell->org);

	if (!r && cell->org.known)
		r = cell->org.region ? cell->org.region : region_of_zone(&cell->org, &context);
	cell->org_code = r ? r->code : STR("");
}

struct str cellname_level(const struct region *r)
{
	static const char *const names[] = {[REGION_NONE] = "", [REGION_PROVINCE] = "province", [REGION_CITY] = "prefecture", [REGION_COUNTY] = "county"};

	return str_of(names[r->level]);
}

const struct region *cellname_at(const struct region *r, enum region_level level, int year)
{
	const struct region *of = r;

	while (r && r->level > level)
		r = r->parent;
	if (r && r != of)
		r = region_then(r, year);
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
