/* Knows the names of regions and which of several regions of one name is meant. */
#include "zh/region.h"

#include <pthread.h>
#include <stdlib.h>

#include "zh/opening.h"
#include "zh/regiontable.h"

static struct regiontable table, old;
static bool loaded;

static void load_old(void)
{
	regiontable_load(&old, "regions-old", &table);
}

static enum region_form form_of(const struct lexicon_entry *e)
{
	return regiontable_form(e);
}

static const struct region *region_of(const struct lexicon_entry *e)
{
	return regiontable_row(&table, e);
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
	const struct lexicon_entry *e = lexicon_find(&table.names, r->name, &n);

	for (size_t i = 0; i < n; i++)
		today += form_of(&e[i]) == REGION_FULL && !region_of(&e[i])->until;
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
	if (form_of(e) != REGION_SHORT)
		return w->words || w->inside || r->word != REGION_WORD_NAME;
	if (!w->words && r->word != REGION_WORD_NO)
		return false;
	return w->shorts > (r->level == REGION_COUNTY);
}

/* What a chain may begin with. */
static const struct wish first_link = {.shorts = 1};

void region_load(void)
{
	if (loaded)
		return;
	regiontable_load(&table, "regions", NULL);
	loaded = true;
	for (size_t i = 0; i < table.names.n; i++)
		if (welcome(&first_link, &table.names.entries[i]))
			opening_add(table.names.entries[i].word, OPENS_REGION);
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
	struct wish wish = {.shorts = allow_short};

	for (const struct lexicon_entry *e = lexicon_longest(&table.names, s); e; e = lexicon_shorter(&table.names, e))
		for (size_t i = 0, n = lexicon_run(&table.names, e); i < n; i++)
			if (welcome(&wish, &e[i])) {
				if (out)
					*out = region_of(&e[i]);
				return e->word.n;
			}
	return 0;
}

const struct region *region_find(struct str name, const struct region *within)
{
	struct wish wish = {.shorts = 2, .words = true};
	bool several;
	size_t n;
	const struct lexicon_entry *e = lexicon_find(&table.names, name, &n);
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
	struct wish wish = first_link;

	wish.inside = inside;
	for (const struct lexicon_entry *e = lexicon_longest(&table.names, s); e; e = lexicon_shorter(&table.names, e)) {
		bool unsure;
		const struct region *r = pick(e, lexicon_run(&table.names, e), &wish, &unsure);

		if (r) {
			*out = r;
			*several = unsure;
			return e->word.n;
		}
	}
	return 0;
}

const struct region *region_chain(struct str s, size_t *used)
{
	const struct region *r = NULL, *next;
	bool several = false;
	size_t len;

	*used = 0;
	for (; (len = next_link(str_from(s, *used), r, &next, &several)) > 0; *used += len)
		r = next;
	return several ? NULL : r;
}

size_t region_all(struct str name, const struct region **out, size_t max)
{
	size_t n, found = 0;
	const struct lexicon_entry *e = lexicon_find(&table.names, name, &n);

	for (size_t i = 0; i < n && found < max; i++)
		out[found++] = region_of(&e[i]);
	return found;
}

static size_t add_names_at(const struct regiontable *t, struct str s, struct region_name *out, size_t n, size_t max)
{
	struct lexicon_walk at = lexicon_walk(&t->names, s);
	const struct lexicon_entry *e;
	size_t some;

	while (lexicon_next(&at, &e, &some))
		for (size_t i = 0; i < some && n < max; i++)
			out[n++] = (struct region_name){regiontable_row(t, &e[i]), at.depth, form_of(&e[i])};
	return n;
}

static int by_length(const void *x, const void *y)
{
	const struct region_name *a = x, *b = y;

	return (a->len > b->len) - (a->len < b->len);
}

/* Reads the table of old names at the first call, by any thread. */
static const struct regiontable *old_table(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, load_old);
	return &old;
}

size_t region_names(struct str s, bool with_old, struct region_name *out, size_t max)
{
	size_t n = add_names_at(&table, s, out, 0, max), both;

	if (!with_old)
		return n;
	both = add_names_at(old_table(), s, out, n, max);
	if (n && both > n)
		qsort(out, both, sizeof *out, by_length);
	return both;
}

const struct region *region_of_code(struct str code)
{
	const struct region *r = regiontable_at(&table, code, REGION_TODAY);

	if (!r)
		r = regiontable_at(&table, code, 0);
	return r ? r : regiontable_at(old_table(), code, 0);
}

const struct region *region_then(const struct region *r, int year)
{
	const struct region *then;

	if (!year || region_in(r, year))
		return r;
	then = regiontable_at(&table, r->code, year);
	if (!then)
		then = regiontable_at(old_table(), r->code, year);
	return then ? then : r;
}

bool region_begins_city(struct str s)
{
	for (size_t i = 0; i < table.n; i++)
		if (table.rows[i].level == REGION_CITY && str_starts(table.rows[i].name, s))
			return true;
	return false;
}

bool region_has_parts(const struct region *r)
{
	for (size_t i = 0; i < table.n; i++)
		if (table.rows[i].parent == r && !table.rows[i].until)
			return true;
	return false;
}

bool region_is(struct str text)
{
	size_t used;

	return region_chain(text, &used) && used == text.n;
}
