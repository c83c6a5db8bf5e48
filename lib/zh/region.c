/* Knows the names of regions and which of several regions of one name is meant. */
#include "zh/region.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/table.h"
#include "zh/lexicon.h"

/* Form of a listed name; a value of the lexicon is form << 24 | index of the region. */
enum form { FORM_FULL, FORM_MIDDLE /* 恩施州 */, FORM_SHORT };

static struct arena run;
static struct region *regions; /* today's before former ones, by level, by code */
static size_t count;
static struct lexicon names;

struct columns {
	size_t code, name, short_name, suffix, level, municipality, parent, until, common;
};

static struct columns find_columns(const struct table *t)
{
	return (struct columns){
	        .code = table_column(t, "code"),
	        .name = table_column(t, "name"),
	        .short_name = table_column(t, "short"),
	        .suffix = table_column(t, "suffix"),
	        .level = table_column(t, "level"),
	        .municipality = table_column(t, "municipality"),
	        .parent = table_column(t, "parent"),
	        .until = table_column(t, "until"),
	        .common = table_column(t, "common"),
	};
}

static void bad(const struct table *t, size_t row, const char *what)
{
	diag_note(t->files[row], t->lines[row], "%s", what);
	diag_die("a table cannot be used");
}

static enum region_level read_level(const struct table *t, size_t row, struct str cell)
{
	if (str_eq(cell, STR("province")))
		return REGION_PROVINCE;
	if (str_eq(cell, STR("city")))
		return REGION_CITY;
	if (!str_eq(cell, STR("county")))
		bad(t, row, "level is none of province, city, county");
	return REGION_COUNTY;
}

static enum region_word read_word(struct str cell)
{
	return str_eq(cell, STR("name")) ? REGION_WORD_NAME : str_eq(cell, STR("short")) ? REGION_WORD_SHORT : REGION_WORD_NO;
}

static int read_year(struct str cell)
{
	int year = 0;

	for (size_t i = 0; i < cell.n && i < 4 && cell.p[i] >= '0' && cell.p[i] <= '9'; i++)
		year = year * 10 + (cell.p[i] - '0');
	return year;
}

/* A row on its way: the parent is a code until all rows are read and in order. */
struct draft {
	struct region region;
	struct str parent;
	size_t row;
};

static void read_row(const struct table *t, size_t row, const struct columns *c, struct draft *d)
{
	d->row = row;
	d->parent = table_cell(t, row, c->parent);
	d->region.code = table_cell(t, row, c->code);
	d->region.name = table_cell(t, row, c->name);
	d->region.short_name = table_cell(t, row, c->short_name);
	d->region.suffix = table_cell(t, row, c->suffix);
	d->region.level = read_level(t, row, table_cell(t, row, c->level));
	d->region.municipality = str_eq(table_cell(t, row, c->municipality), STR("yes"));
	d->region.until = read_year(table_cell(t, row, c->until));
	d->region.word = read_word(table_cell(t, row, c->common));
	if (!str_ends(d->region.name, d->region.suffix))
		bad(t, row, "the name does not end with its suffix");
}

static int by_rank(const void *x, const void *y)
{
	const struct region *a = x, *b = y; /* the first member of a draft as well */

	if (!a->until != !b->until)
		return a->until ? 1 : -1;
	if (a->level != b->level)
		return a->level < b->level ? -1 : 1;
	return str_cmp(a->code, b->code);
}

/* First region of a level, of today or former, with that code. */
static const struct region *find_code(struct str code, enum region_level level, int until)
{
	struct region key = {.code = code, .level = level, .until = until};

	return bsearch(&key, regions, count, sizeof key, by_rank);
}

static const struct region *find_parent(struct str code)
{
	for (enum region_level level = REGION_CITY; level >= REGION_PROVINCE; level--)
		for (int until = 0; until < 2; until++) {
			const struct region *r = find_code(code, level, until);

			if (r)
				return r;
		}
	return NULL;
}

static void link_parents(const struct table *t, const struct draft *drafts)
{
	const struct region *last = NULL;

	for (size_t i = 0; i < count; i++) {
		if (regions[i].level == REGION_PROVINCE)
			continue;
		if (!last || !str_eq(last->code, drafts[i].parent)) /* neighbours mostly share their parent */
			last = find_parent(drafts[i].parent);
		if (!last)
			bad(t, drafts[i].row, "no region has the parent's code");
		regions[i].parent = last;
	}
}

static void add_names(void)
{
	for (size_t i = 0; i < count; i++) {
		const struct region *r = &regions[i];

		lexicon_add(&names, &run, r->name, (uint32_t)i);
		if (str_eq(r->name, r->short_name))
			continue;
		lexicon_add(&names, &run, r->short_name, FORM_SHORT << 24 | (uint32_t)i);
		if (r->short_name.n + r->suffix.n < r->name.n)
			lexicon_add(&names, &run, arena_join(&run, r->short_name, r->suffix), FORM_MIDDLE << 24 | (uint32_t)i);
	}
	lexicon_build(&names, &run);
}

static enum form form_of(const struct lexicon_entry *e)
{
	return (enum form)(e->value >> 24);
}

static struct region *region_of(const struct lexicon_entry *e)
{
	return &regions[e->value & 0xFFFFFF];
}

static void link_same(void)
{
	for (size_t i = 1; i < names.n; i++) {
		const struct lexicon_entry *a = &names.entries[i - 1], *b = &names.entries[i];

		if (form_of(a) != form_of(b) || !str_eq(a->word, b->word))
			continue;
		if (form_of(a) == FORM_FULL)
			region_of(a)->next_same = region_of(b);
		if (form_of(a) == FORM_SHORT)
			region_of(a)->next_short = region_of(b);
	}
}

void region_load(void)
{
	if (regions)
		return;
	const struct table *t = table_get("regions");
	struct columns c = find_columns(t);

	count = t->rows;
	regions = ARENA_ARRAY(&run, struct region, count + 1);
	struct arena_mark mark = arena_mark(&run);
	struct draft *drafts = ARENA_ARRAY(&run, struct draft, count + 1);

	for (size_t row = 0; row < count; row++)
		read_row(t, row, &c, &drafts[row]);
	qsort(drafts, count, sizeof *drafts, by_rank);
	for (size_t i = 0; i < count; i++)
		regions[i] = drafts[i].region;
	link_parents(t, drafts);
	arena_release(&run, mark);
	add_names();
	link_same();
}

bool region_under(const struct region *r, const struct region *within)
{
	while (r && r != within)
		r = r->parent;
	return r != NULL;
}

bool region_shared(const struct region *r)
{
	size_t n, today = 0;
	const struct lexicon_entry *e = lexicon_find(&names, r->name, &n);

	for (size_t i = 0; i < n; i++)
		today += form_of(&e[i]) == FORM_FULL && !region_of(&e[i])->until;
	return r->until ? today > 0 : today > 1;
}

/* Which names are welcome at a place. */
struct wish {
	int shorts;                  /* 0 none, 1 of provinces and cities, 2 of counties too; everyday words never */
	bool words;                  /* everyday words are welcome */
	const struct region *inside; /* only what lies in it, NULL: anything */
};

static bool welcome(const struct wish *w, const struct lexicon_entry *e)
{
	const struct region *r = region_of(e);

	if (w->inside && (r == w->inside || !region_under(r, w->inside)))
		return false;
	if (form_of(e) != FORM_SHORT)
		return w->words || w->inside || r->word != REGION_WORD_NAME;
	if (!w->words && r->word != REGION_WORD_NO)
		return false;
	return w->shorts > (r->level == REGION_COUNTY);
}

static const struct lexicon_entry *first_welcome(const struct lexicon_entry *e, size_t n, const struct wish *w, bool former)
{
	for (size_t i = 0; i < n; i++)
		if (!region_of(&e[i])->until == !former && welcome(w, &e[i]))
			return &e[i];
	return NULL;
}

/* The welcome region of a run of entries of one name; *several when others of the same form and time have as good a claim. A
 * city has a better claim than the counties in it that share its short name, a province than anything. */
static const struct region *pick(const struct lexicon_entry *e, size_t n, const struct wish *w, bool *several)
{
	bool former = false;
	const struct lexicon_entry *best = first_welcome(e, n, w, former);

	if (!best) {
		former = true;
		best = first_welcome(e, n, w, former);
	}
	*several = false;
	if (!best)
		return NULL;
	for (const struct lexicon_entry *other = best + 1; other < e + n && form_of(other) == form_of(best); other++)
		if (region_of(best)->level != REGION_PROVINCE && !region_of(other)->until == !former && welcome(w, other) &&
		    !region_under(region_of(other), region_of(best)))
			*several = true;
	return region_of(best);
}

size_t region_match(struct str s, int allow_short, const struct region **out)
{
	struct lexicon_walk at = lexicon_walk(&names, s);
	struct wish wish = {.shorts = allow_short};
	const struct lexicon_entry *e;
	size_t n, found = 0;

	while (lexicon_next(&at, &e, &n))
		for (size_t i = 0; i < n; i++)
			if (welcome(&wish, &e[i])) {
				found = at.depth;
				if (out)
					*out = region_of(&e[i]);
				break;
			}
	return found;
}

const struct region *region_find(struct str name, const struct region *within)
{
	struct wish wish = {.shorts = 2, .words = true};
	bool several;
	size_t n;
	const struct lexicon_entry *e = lexicon_find(&names, name, &n);
	const struct region *r = pick(e, n, &wish, &several);

	if (r && several && within) {
		wish.inside = within;
		r = pick(e, n, &wish, &several);
	}
	return several ? NULL : r;
}

/* The next link of a chain; its length in bytes, or 0. */
static size_t next_link(struct str s, const struct region *inside, const struct region **out, bool *several)
{
	struct lexicon_walk at = lexicon_walk(&names, s);
	struct wish wish = {.shorts = 1, .inside = inside};
	const struct lexicon_entry *e;
	size_t n, found = 0;

	while (lexicon_next(&at, &e, &n)) {
		bool unsure;
		const struct region *r = pick(e, n, &wish, &unsure);

		if (!r)
			continue;
		found = at.depth;
		*out = r;
		*several = unsure;
	}
	return found;
}

const struct region *region_chain(struct str s, size_t *used)
{
	const struct region *r = NULL, *next;
	bool several = false;
	size_t len;

	for (*used = 0; (len = next_link(str_from(s, *used), r, &next, &several)) > 0; *used += len)
		r = next;
	return several ? NULL : r;
}

size_t region_all(struct str name, const struct region **out, size_t max)
{
	size_t n, found = 0;
	const struct lexicon_entry *e = lexicon_find(&names, name, &n);

	for (size_t i = 0; i < n && found < max; i++)
		out[found++] = region_of(&e[i]);
	return found;
}
