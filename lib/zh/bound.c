/* Knows the words of bounds.tsv and where each may stand. */
#include "zh/bound.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/table.h"
#include "zh/decimal.h"

static struct arena run;
static struct bound *bounds;
struct phrases bound_places[BOUND_PLACES];

static int index_of(const char *const names[], int n, struct str name)
{
	size_t i = str_which(name, names, (size_t)n);

	if (i < (size_t)n)
		return (int)i;
	diag_die("bounds.tsv: what is %.*s?", STR_ARGS(name));
}

/* "min", or "percent 50". */
static void read_meaning(struct bound *b, struct str cell)
{
	static const char *const names[] = {"min", "max", "approx", "none", "double", "minus", "percent", "times"};
	size_t at = 0;
	struct str word, number;
	struct decimal d;

	str_split(cell, ' ', &at, &word);
	b->meaning = (enum bound_meaning)index_of(names, 8, word);
	if (str_split(cell, ' ', &at, &number) && decimal_parse(number, &d))
		b->number = (int)d.digits;
}

static void read_row(const struct table *t, size_t r, struct bound *b)
{
	struct str with = table_cell(t, r, table_column(t, "with"));

	read_meaning(b, table_cell(t, r, table_column(t, "meaning")));
	b->pair = str_eq(with, STR("pair"));
	b->bare = str_eq(with, STR("bare"));
	b->count = str_eq(with, STR("count"));
	b->capital = str_eq(with, STR("capital"));
	b->least = str_eq(with, STR("min"));
	b->vague = str_eq(with, STR("vague"));
	b->range = str_eq(with, STR("range"));
	b->frame = str_eq(with, STR("frame"));
	b->not_before = table_cell(t, r, table_column(t, "not_before"));
}

void bound_load(void)
{
	static const char *const names[] = {"before", "inside", "behind", "between", "over", "paren", "join", "fixed", "sign", "tail", "frame", "ratio"};
	const struct table *t = table_get("bounds");
	size_t word = table_column(t, "word"), place = table_column(t, "place");

	if (bounds)
		return;
	bounds = ARENA_ARRAY(&run, struct bound, t->rows + 1);
	for (size_t r = 0; r < t->rows; r++) {
		read_row(t, r, &bounds[r]);
		phrases_add(&bound_places[index_of(names, BOUND_PLACES, table_cell(t, r, place))], table_cell(t, r, word), (uint32_t)r);
	}
	for (int p = 0; p < BOUND_PLACES; p++)
		phrases_seal(&bound_places[p]);
}

const struct bound *bound_longest(struct str s, enum bound_place place, size_t *length)
{
	struct phrase_hit hits[PHRASES_MOST];
	size_t count = phrases_at(&bound_places[place], s, hits);

	for (size_t i = 0; i < count; i++) {
		const struct bound *b = &bounds[hits[i].row];

		if (!phrases_blocked(b->not_before, str_from(s, hits[i].length))) {
			*length = hits[i].length;
			return b;
		}
	}
	return NULL;
}
