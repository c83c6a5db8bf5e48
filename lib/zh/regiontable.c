/* Knows how rows of the tables of regions become regions: their order, their parents and the forms of their names. */
#include "zh/regiontable.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/table.h"
#include "zh/regionimage.h"

static struct arena run;

struct columns {
	size_t code, name, short_name, suffix, level, municipality, parent, from, until, now, common, also;
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
	        .also = table_column(t, "also"),
	};
}

static enum region_level read_level(const struct table *t, size_t row, struct str cell)
{
	if (str_eq(cell, STR("county")))
		return REGION_COUNTY;
	if (str_eq(cell, STR("city")))
		return REGION_CITY;
	if (!str_eq(cell, STR("province")))
		table_bad(t, row, "level is none of province, city, county");
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

/* An absent cell is empty. */
static struct str present(struct str cell)
{
	return str_sub(cell, 0, cell.n > 1 ? cell.n : 0);
}

static bool is_code(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n == 6;
}

/* A row as it is read, with what is asked for no more when it has been. */
struct reading {
	struct region region;
	struct str parent, also; /* the parent's code; other names that end with the suffix, joined by blanks */
};

static struct reading read_row(const struct table *t, size_t row, const struct columns *c)
{
	struct reading reading = {.parent = table_cell(t, row, c->parent), .also = present(table_cell(t, row, c->also))};
	struct region *r = &reading.region;

	r->code = table_cell(t, row, c->code);
	r->name = table_cell(t, row, c->name);
	r->short_name = table_cell(t, row, c->short_name);
	r->suffix = table_cell(t, row, c->suffix);
	r->level = read_level(t, row, table_cell(t, row, c->level));
	r->municipality = table_cell(t, row, c->municipality).n > 1;
	r->from = read_year(table_cell(t, row, c->from));
	r->until = read_year(table_cell(t, row, c->until));
	r->now = present(table_cell(t, row, c->now));
	r->word = read_word(table_cell(t, row, c->common));
	if (!is_code(r->code))
		table_bad(t, row, "the code is not of six digits");
	if (!str_ends(r->name, r->suffix))
		table_bad(t, row, "the name does not end with its suffix");
	if (r->until && r->from >= r->until)
		table_bad(t, row, "the name ended before it began");
	return reading;
}

/* By code; of one code today's first, then as they ended, the last first. */
static int by_code(const void *x, const void *y)
{
	const struct region *a = &((const struct reading *)x)->region, *b = &((const struct reading *)y)->region;
	int c = memcmp(a->code.p, b->code.p, 6), a_end = a->until ? a->until : REGION_TODAY, b_end = b->until ? b->until : REGION_TODAY;

	return c ? c : b_end - a_end;
}

/* The built-in rows stand in order. Those of an overlay stand behind. */
static struct reading *read_rows(const struct table *table, struct regiontable *t, struct arena *a)
{
	const struct columns c = find_columns(table);
	struct reading *readings = ARENA_ARRAY(a, struct reading, table->rows);
	bool in_order = true;

	for (; t->n < table->rows; t->n++) {
		readings[t->n] = read_row(table, t->n, &c);
		in_order = in_order && (t->n == 0 || by_code(&readings[t->n - 1], &readings[t->n]) <= 0);
	}
	if (!in_order)
		qsort(readings, t->n, sizeof *readings, by_code);
	t->rows = ARENA_ARRAY(&run, struct region, t->n);
	for (size_t i = 0; i < t->n; i++)
		t->rows[i] = readings[i].region;
	return readings;
}

const struct region *regiontable_at(const struct regiontable *t, struct str code, int year)
{
	size_t low = 0, high = t->n;

	if (code.n != 6)
		return NULL;
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (memcmp(t->rows[mid].code.p, code.p, 6) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < t->n && memcmp(t->rows[low].code.p, code.p, 6) == 0; low++)
		if (!year || region_in(&t->rows[low], year))
			return &t->rows[low];
	return NULL;
}

/* The region that had the parent's code in the last year of the row, else one that had it at all. */
static const struct region *find_parent(const struct regiontable *t, const struct regiontable *other, struct str code, int until)
{
	const struct region *found = NULL;

	for (int year = until ? until - 1 : REGION_TODAY;; year = 0) {
		/* The other table has the later rows. */
		found = other ? regiontable_at(other, code, year) : NULL;
		if (!found)
			found = regiontable_at(t, code, year);
		if (found || !year)
			return found;
	}
}

static __attribute__((noreturn)) void bad_row(const char *name, const struct region *r, const char *what)
{
	const struct table *table = table_get(name);

	for (size_t row = 0; row < table->rows; row++)
		if (table_cell(table, row, table_column(table, "code")).p == r->code.p)
			table_bad(table, row, what);
	diag_die("%s.tsv: %s", name, what);
}

static void link_parents(const char *name, struct regiontable *t, const struct reading *readings, const struct regiontable *other)
{
	const struct region *last = NULL;
	int last_until = 0;

	for (size_t i = 0; i < t->n; i++) {
		struct region *r = &t->rows[i];

		if (r->level == REGION_PROVINCE)
			continue;
		/* Neighbours mostly share their parent. */
		if (!last || last_until != r->until || !str_eq(last->code, readings[i].parent))
			last = find_parent(t, other, readings[i].parent, r->until);
		last_until = r->until;
		if (!last)
			bad_row(name, r, "no region has the parent's code");
		if (last->level >= r->level)
			bad_row(name, r, "the parent is no larger region");
		r->parent = last;
	}
}

/* Today's regions are in the table that is loaded first. */
static void check_now(const char *name, const struct regiontable *t, const struct regiontable *other)
{
	for (size_t i = 0; i < t->n; i++) {
		size_t at = 0;
		struct str code;

		while (str_split(t->rows[i].now, ' ', &at, &code))
			if (!regiontable_at(other ? other : t, code, REGION_TODAY))
				bad_row(name, &t->rows[i], "no region of today has a code of now");
	}
}

static void add_name(struct regiontable *t, struct arena *a, struct str name, enum region_form form, size_t i)
{
	const struct region *r = &t->rows[i];
	uint32_t rank = (r->until ? 4u : 0u) + (uint32_t)r->level;

	lexicon_add(&t->names, a, name, (uint32_t)form << 28 | rank << 24 | (uint32_t)i);
}

static void add_also(struct regiontable *t, struct arena *a, struct str also, size_t i)
{
	size_t at = 0;
	struct str name;

	while (str_split(also, ' ', &at, &name))
		add_name(t, a, name, REGION_MIDDLE, i);
}

static void add_names(struct regiontable *t, const struct reading *readings, struct arena *scratch)
{
	lexicon_reserve(&t->names, scratch, t->n * 5 / 2);
	for (size_t i = 0; i < t->n; i++) {
		const struct region *r = &t->rows[i];

		add_name(t, scratch, r->name, REGION_FULL, i);
		add_also(t, scratch, readings[i].also, i);
		if (r->name.n == r->short_name.n)
			continue;
		add_name(t, scratch, r->short_name, REGION_SHORT, i);
		if (r->short_name.n + r->suffix.n < r->name.n)
			add_name(t, scratch, arena_join(&run, r->short_name, r->suffix), REGION_MIDDLE, i);
	}
	lexicon_build(&t->names, &run);
}

static void link_same(struct regiontable *t)
{
	for (size_t i = 1; i < t->names.n; i++) {
		const struct lexicon_entry *a = &t->names.entries[i - 1], *b = &t->names.entries[i];
		enum region_form form = regiontable_form(a);

		if (a->word.n != b->word.n || form != regiontable_form(b) || form == REGION_MIDDLE || !str_eq(a->word, b->word))
			continue;
		if (form == REGION_FULL)
			regiontable_row(t, a)->next_same = regiontable_row(t, b);
		else
			regiontable_row(t, a)->next_short = regiontable_row(t, b);
	}
}

void regiontable_load(struct regiontable *t, const char *name, const struct regiontable *other)
{
	if (regionimage_load(t, name, other))
		return;
	struct arena scratch = {NULL, 0};
	const struct reading *readings = read_rows(table_get(name), t, &scratch);

	link_parents(name, t, readings, other);
	check_now(name, t, other);
	add_names(t, readings, &scratch);
	arena_free(&scratch);
	link_same(t);
}
