/* Knows how rows of the tables of regions become regions: their order, their parents and the forms of their names. */
#include "zh/regiontable.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/table.h"

static struct arena run;

struct columns {
	size_t code, name, short_name, suffix, level, municipality, parent, from, until, now, common;
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
	        .from = table_column(t, "from"),
	        .until = table_column(t, "until"),
	        .now = table_column(t, "now"),
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
	if (str_eq(cell, STR("county")))
		return REGION_COUNTY;
	if (str_eq(cell, STR("city")))
		return REGION_CITY;
	if (!str_eq(cell, STR("province")))
		bad(t, row, "level is none of province, city, county");
	return REGION_PROVINCE;
}

static enum region_word read_word(struct str cell)
{
	if (cell.n == 1)
		return REGION_WORD_NO;
	return str_eq(cell, STR("name")) ? REGION_WORD_NAME : str_eq(cell, STR("short")) ? REGION_WORD_SHORT : REGION_WORD_NO;
}

static int read_year(struct str cell)
{
	int year = 0;

	for (size_t i = 0; i < cell.n && i < 4 && cell.p[i] >= '0' && cell.p[i] <= '9'; i++)
		year = year * 10 + (cell.p[i] - '0');
	return year;
}

static bool is_code(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n == 6;
}

static void read_row(const struct table *t, size_t row, const struct columns *c, struct region *r)
{
	r->code = table_cell(t, row, c->code);
	r->name = table_cell(t, row, c->name);
	r->short_name = table_cell(t, row, c->short_name);
	r->suffix = table_cell(t, row, c->suffix);
	r->level = read_level(t, row, table_cell(t, row, c->level));
	r->parent_code = table_cell(t, row, c->parent);
	r->municipality = str_eq(table_cell(t, row, c->municipality), STR("yes"));
	r->from = read_year(table_cell(t, row, c->from));
	r->until = read_year(table_cell(t, row, c->until));
	r->now = table_cell(t, row, c->now);
	if (str_eq(r->now, STR("-")))
		r->now.n = 0;
	r->word = read_word(table_cell(t, row, c->common));
	if (!is_code(r->code))
		bad(t, row, "the code is not of six digits");
	if (!str_ends(r->name, r->suffix))
		bad(t, row, "the name does not end with its suffix");
}

/* Today's before former ones, by level. */
static int rank(bool former, enum region_level level)
{
	return (former ? 4 : 0) + (int)level;
}

static int by_rank(const void *x, const void *y)
{
	const struct region *a = x, *b = y;
	int d = rank(a->until, a->level) - rank(b->until, b->level);

	if (!d)
		d = memcmp(a->code.p, b->code.p, a->code.n);
	return d ? d : a->until - b->until;
}

static bool in_order(const struct regiontable *out)
{
	for (size_t i = 1; i < out->n; i++)
		if (by_rank(&out->rows[i - 1], &out->rows[i]) > 0)
			return false;
	return true;
}

/* The built-in rows stand by code, so that dealing them out by rank puts them in order. Those of an overlay stand behind. */
static void read_rows(const struct table *t, struct regiontable *out)
{
	struct columns c = find_columns(t);
	size_t place[10] = {0};

	for (size_t row = 0; row < t->rows; row++)
		place[rank(table_cell(t, row, c.until).n > 1, read_level(t, row, table_cell(t, row, c.level))) + 1]++;
	for (int i = 1; i < 10; i++)
		place[i] += place[i - 1];
	out->n = t->rows;
	out->rows = ARENA_ARRAY(&run, struct region, out->n + 1);
	for (size_t row = 0; row < t->rows; row++) {
		bool former = table_cell(t, row, c.until).n > 1;
		struct region *r = &out->rows[place[rank(former, read_level(t, row, table_cell(t, row, c.level)))]++];

		read_row(t, row, &c, r);
		if (former != (r->until > 0))
			bad(t, row, "until is no year");
	}
	if (!in_order(out))
		qsort(out->rows, out->n, sizeof *out->rows, by_rank);
}

/* First row that stands not before those of the rank with that code. */
static size_t lower_bound(const struct regiontable *t, struct str code, bool former, enum region_level level)
{
	struct region key = {.code = code, .level = level, .until = former ? 1 : 0};
	size_t low = 0, high = t->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (by_rank(&t->rows[mid], &key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The first row with the code that is of the year, or with year 0 of any: today's first. */
static const struct region *find_code(const struct regiontable *t, struct str code, int year)
{
	if (code.n != 6)
		return NULL;
	for (int former = 0; former < 2; former++)
		for (enum region_level level = REGION_PROVINCE; level <= REGION_COUNTY; level++)
			for (size_t i = lower_bound(t, code, former, level); i < t->n; i++) {
				const struct region *r = &t->rows[i];

				if (!str_eq(r->code, code) || r->level != level || (r->until > 0) != former)
					break;
				if (!year || region_in(r, year))
					return r;
			}
	return NULL;
}

const struct region *regiontable_at(const struct regiontable *t, struct str code, int year)
{
	return find_code(t, code, year);
}

/* The region that had the parent's code in the last year of the row, else one that had it at all. */
static const struct region *find_parent(const struct regiontable *t, const struct regiontable *other, struct str code, int until)
{
	const struct region *found = NULL;

	for (int year = until ? until - 1 : REGION_TODAY;; year = 0) {
		/* The other table has the later rows. */
		found = other ? find_code(other, code, year) : NULL;
		if (!found)
			found = find_code(t, code, year);
		if (found || !year)
			return found;
	}
}

static void bad_parent(const struct table *text, const struct region *r)
{
	size_t code = table_column(text, "code");

	for (size_t row = 0; row < text->rows; row++)
		if (table_cell(text, row, code).p == r->code.p)
			bad(text, row, "no region has the parent's code");
}

static void link_parents(const struct table *text, struct regiontable *t, const struct regiontable *other)
{
	const struct region *last = NULL;
	int last_until = 0;

	for (size_t i = 0; i < t->n; i++) {
		struct region *r = &t->rows[i];

		if (r->level == REGION_PROVINCE)
			continue;
		/* Neighbours mostly share their parent. */
		if (!last || last_until != r->until || !str_eq(last->code, r->parent_code))
			last = find_parent(t, other, r->parent_code, r->until);
		last_until = r->until;
		if (!last)
			bad_parent(text, r);
		r->parent = last;
	}
}

static void add_name(struct regiontable *t, struct str name, enum region_form form, size_t i)
{
	lexicon_add(&t->names, &run, name, (uint32_t)form << 24 | (uint32_t)i);
}

static void add_names(struct regiontable *t)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct region *r = &t->rows[i];

		add_name(t, r->name, REGION_FULL, i);
		if (str_eq(r->name, r->short_name))
			continue;
		add_name(t, r->short_name, REGION_SHORT, i);
		if (r->short_name.n + r->suffix.n < r->name.n)
			add_name(t, arena_join(&run, r->short_name, r->suffix), REGION_MIDDLE, i);
	}
	lexicon_build(&t->names, &run);
}

static void link_same(struct regiontable *t)
{
	for (size_t i = 1; i < t->names.n; i++) {
		const struct lexicon_entry *a = &t->names.entries[i - 1], *b = &t->names.entries[i];
		enum region_form form = regiontable_form(a);

		if (form != regiontable_form(b) || form == REGION_MIDDLE || !str_eq(a->word, b->word))
			continue;
		if (form == REGION_FULL)
			regiontable_row(t, a)->next_same = regiontable_row(t, b);
		else
			regiontable_row(t, a)->next_short = regiontable_row(t, b);
	}
}

void regiontable_load(struct regiontable *t, const char *name, const struct regiontable *other)
{
	const struct table *text = table_get(name);

	read_rows(text, t);
	link_parents(text, t, other);
	add_names(t);
	link_same(t);
}
