/* Knows which words tell what a region's name stands for, from places.tsv. */
#include "zh/placewords.h"

#include <pthread.h>

#include "base/diag.h"
#include "base/table.h"
#include "zh/lexicon.h"

static const char *const kinds[PLACEWORD_KINDS] = {
	"lead", "fill", "tail", "level", "bare", "road", "town", "site", "zone", "body", "road-part", "plain", "stop", "broken", "alias", "area", "unit",
};

static struct arena run;
static struct lexicon words; /* value: kind << 24 | row */
static const struct table *table;
static size_t arg_column;

static uint32_t read_kind(size_t row, struct str cell)
{
	size_t k = str_which(cell, kinds, PLACEWORD_KINDS);

	if (k == PLACEWORD_KINDS)
		table_bad(table, row, "no such kind");
	return (uint32_t)k;
}

static void check_arg(size_t row, enum placeword kind, struct str arg)
{
	if ((kind == PLACEWORD_ALIAS || kind == PLACEWORD_AREA) && !region_of_code(arg))
		table_bad(table, row, "no region has that code");
}

static void read_words(void)
{
	struct arena scratch = {NULL, 0};

	region_load();
	table = table_get("places");
	size_t word = table_column(table, "word"), kind = table_column(table, "kind");

	arg_column = table_column(table, "arg");
	lexicon_reserve(&words, &scratch, table->rows);
	for (size_t row = 0; row < table->rows; row++) {
		uint32_t k = read_kind(row, table_cell(table, row, kind));

		check_arg(row, (enum placeword)k, table_cell(table, row, arg_column));
		lexicon_add(&words, &scratch, table_cell(table, row, word), k << 24 | (uint32_t)row);
	}
	lexicon_build(&words, &run);
	arena_free(&scratch);
}

/* By any thread: bodies want it for few names only, columns of regions at once. */
void placewords_load(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, read_words);
}

struct placeword_hit placewords_at(struct str s, unsigned wanted)
{
	for (const struct lexicon_entry *e = lexicon_longest(&words, s); e; e = lexicon_shorter(&words, e))
		for (size_t i = 0, n = lexicon_run(&words, e); i < n; i++)
			if (wanted & PLACEWORD_BIT(e[i].value >> 24))
				return (struct placeword_hit){e->word.n, (enum placeword)(e[i].value >> 24),
				                              table_cell(table, e[i].value & 0xFFFFFF, arg_column)};
	return (struct placeword_hit){.len = 0};
}
