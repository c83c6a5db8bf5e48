/* Knows how the image that the build made of a table of regions becomes the table. */
#include "zh/regionimage.h"

#include "base/table.h"

static struct arena run;

static struct region *row(struct region *rows, uint32_t number)
{
	return number ? &rows[number - 1] : NULL;
}

static void take_rows(struct regiontable *t, const struct regionimage *image, const char *text, const struct regiontable *other)
{
	t->n = image->rows_n;
	t->rows = ARENA_ROOM(&run, struct region, t->n);
	for (size_t i = 0; i < t->n; i++) {
		const struct regionimage_row *r = &image->rows[i];
		bool elsewhere = other && (r->parent & REGIONIMAGE_ELSE);

		t->rows[i] = (struct region){
			.code = {text + r->code, 6},
			.name = {text + r->name, r->name_n},
			.short_name = {text + r->short_name, r->short_n},
			.suffix = {text + r->suffix, r->suffix_n},
			.now = {text + r->now, r->now_n},
			.parent = row(elsewhere ? other->rows : t->rows, r->parent & ~REGIONIMAGE_ELSE),
			.next_same = row(t->rows, r->next_same),
			.next_short = row(t->rows, r->next_short),
			.from = (int16_t)r->from,
			.until = (int16_t)r->until,
			.level = (enum region_level)r->level,
			.municipality = r->municipality,
			.word = (enum region_word)r->word,
		};
	}
}

static void take_names(struct regiontable *t, const struct regionimage *image, const char *text)
{
	struct lexicon *names = &t->names;

	names->n = names->cap = image->names_n;
	names->entries = ARENA_ROOM(&run, struct lexicon_entry, names->n);
	names->buckets = image->buckets;
	names->mask = image->mask;
	names->pairs = image->pairs;
	names->pair_mask = image->pair_mask;
	for (size_t i = 0; i < names->n; i++) {
		const struct regionimage_name *name = &image->names[i];
		const char *home = name->at & REGIONIMAGE_ELSE ? image->words : text;

		names->entries[i] = (struct lexicon_entry){{home + (name->at & ~REGIONIMAGE_ELSE), name->n}, name->value, name->again, name->shorter};
	}
}

bool regionimage_load(struct regiontable *t, const char *name, const struct regiontable *other)
{
	const struct regionimage *image = regionimages;
	while (image->name && strcmp(image->name, name) != 0)
		image++;
	if (!image->name || table_overlaid())
		return false;
	const char *text = table_text(name).p;

	take_rows(t, image, text, other);
	take_names(t, image, text);
	return true;
}
