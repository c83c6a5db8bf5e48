/* Knows how to write the tables of regions, read and sorted, as the C source that zh/regionimage.h tells of. The build runs it. */
#include <stdio.h>

#include "base/buf.h"
#include "base/table.h"
#include "zh/regionimage.h"

/* The program itself reads the text. */
const struct regionimage regionimages[] = {{.name = NULL}};

struct writer {
	const struct regiontable *table, *other;
	struct str text;
	struct buf words;
};

/* Where s stands in the text; an empty text stands nowhere. */
static unsigned place(const struct writer *w, struct str s)
{
	return s.n ? (unsigned)(s.p - w->text.p) : 0;
}

static unsigned name_place(struct writer *w, struct str s)
{
	if (s.p >= w->text.p && s.p < w->text.p + w->text.n)
		return place(w, s);
	buf_add(&w->words, s);
	return (unsigned)(w->words.n - s.n) | REGIONIMAGE_ELSE;
}

static unsigned number(const struct regiontable *t, const struct region *r)
{
	return r ? (unsigned)(r - t->rows) + 1 : 0;
}

static bool is_here(const struct regiontable *t, const struct region *r)
{
	return !r || (r >= t->rows && r < t->rows + t->n);
}

static void put_rows(struct writer *w, const char *id)
{
	const struct regiontable *t = w->table;

	printf("static const struct regionimage_row %s_rows[] = {\n", id);
	for (size_t i = 0; i < t->n; i++) {
		const struct region *r = &t->rows[i];
		const struct regiontable *home = w->other && !is_here(t, r->parent) ? w->other : t;

		printf("{%u, %u, %u, %u, %u, ", place(w, r->code), place(w, r->name), place(w, r->short_name), place(w, r->suffix), place(w, r->now));
		printf("%uu, %u, %u, %d, %d, ", number(home, r->parent) | (home == t ? 0 : REGIONIMAGE_ELSE), number(t, r->next_same), number(t, r->next_short),
		       r->from, r->until);
		printf("%zu, %zu, %zu, %zu, %d, %d, %d},\n", r->name.n, r->short_name.n, r->suffix.n, r->now.n, (int)r->level, r->municipality,
		       (int)r->word);
	}
	puts("};");
}

static void put_names(struct writer *w, const char *id)
{
	const struct lexicon *names = &w->table->names;

	printf("static const struct regionimage_name %s_names[] = {\n", id);
	for (size_t i = 0; i < names->n; i++) {
		const struct lexicon_entry *e = &names->entries[i];

		printf("{%uu, %zu, %uu, %u, %u},\n", name_place(w, e->word), e->word.n, (unsigned)e->value, (unsigned)e->again, (unsigned)e->shorter);
	}
	printf("};\nstatic const struct lexicon_bucket %s_buckets[] = {\n", id);
	for (size_t i = 0; i <= names->mask + 1; i++)
		printf("{%u, %u, %u, %uu},\n", (unsigned)names->buckets[i].start, (unsigned)names->buckets[i].one, (unsigned)names->buckets[i].odd,
		       (unsigned)names->buckets[i].seconds);
	printf("};\nstatic const struct lexicon_pair %s_pairs[] = {\n", id);
	for (size_t i = 0; i <= names->pair_mask; i++)
		printf("{%llu, %u, %u, %uu, %u},\n", (unsigned long long)names->pairs[i].key, (unsigned)names->pairs[i].low, (unsigned)names->pairs[i].high,
		       (unsigned)names->pairs[i].thirds, (unsigned)names->pairs[i].whole);
	puts("};");
}

static void put_words(const struct writer *w, const char *id)
{
	printf("static const char %s_words[] = {", id);
	for (size_t i = 0; i < w->words.n; i++)
		printf("%d,", (signed char)w->words.p[i]);
	puts("0};");
}

static void put_table(const char *name, const char *id, const struct regiontable *t, const struct regiontable *other)
{
	struct writer w = {.table = t, .other = other, .text = table_text(name)};

	put_rows(&w, id);
	put_names(&w, id);
	put_words(&w, id);
	buf_free(&w.words);
}

static void put_entry(const char *name, const char *id, const struct regiontable *t)
{
	printf("\t{\"%s\", %s_rows, %s_names, %s_buckets, %s_pairs, %s_words, %u, %u, %u, %u},\n", name, id, id, id, id, id, (unsigned)t->n,
	       (unsigned)t->names.n, (unsigned)t->names.mask, (unsigned)t->names.pair_mask);
}

int main(void)
{
	struct regiontable today = {.n = 0}, old = {.n = 0};

	regiontable_load(&today, "regions", NULL);
	regiontable_load(&old, "regions-old", &today);
	puts("/* Made by lib/data/tools/regions-image.c. */\n#include \"zh/regionimage.h\"\n");
	put_table("regions", "today", &today, NULL);
	put_table("regions-old", "old", &old, &today);
	puts("\nconst struct regionimage regionimages[] = {");
	put_entry("regions", "today", &today);
	put_entry("regions-old", "old", &old);
	puts("\t{.name = NULL},\n};");
	return fflush(stdout) || ferror(stdout);
}
