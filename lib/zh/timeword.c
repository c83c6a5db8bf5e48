/* Knows the words of periods.tsv and where each may stand. */
#include "zh/timeword.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/table.h"
#include "zh/decimal.h"

static struct arena run;
static struct timeword *timewords;
struct phrases timeword_places[TIME_PLACES];

static int index_of(const char *const names[], int n, struct str name)
{
	size_t i = str_which(name, names, (size_t)n);

	if (i < (size_t)n)
		return (int)i;
	diag_die("periods.tsv: what is %.*s?", STR_ARGS(name));
}

static int number_of(struct str s)
{
	struct decimal d;

	return decimal_parse(s, &d) && d.scale == 0 && d.digits < 10000 && d.digits > -10000 ? (int)d.digits : 0;
}

/* "2021", "-1", "1-6", "..12", "1 either" or "-". */
static void read_value(struct str cell, struct timeword *w)
{
	size_t dash = str_find(cell, STR("-"), 1), blank = str_find(cell, STR(" "), 0);

	w->either = blank < cell.n;
	cell.n = blank;

	if (str_starts(cell, STR(".."))) {
		w->to = number_of(str_from(cell, 2));
	} else if (dash < cell.n) {
		w->from = number_of(str_sub(cell, 0, dash));
		w->to = number_of(str_from(cell, dash + 1));
	} else {
		w->from = w->to = number_of(cell);
	}
}

void timeword_load(void)
{
	static const char *const place_names[] = {"before", "behind", "unit", "year-part", "month-part", "anchor", "till-now", "plan",
		"quote", "plan-part", "plan-title", "around", "duration", "within", "past-tail", "first", "recurring", "open", "between", "clock",
		"weekday", "weekday-name", "holiday", "era", "calendar", "ago", "lasting", "cycle"};
	static const char *const meaning_names[] = {"to", "until", "from", "from-if", "in", "around", "year", "month", "day", "hour", "first-month",
		"half", "quarter", "alone", "alone-year", "days", "now", "unknown", "quoted", "plain", "open", "close", "title", "past",
		"future", "other", "first", "recurring", "cell", "endless", "immediate", "range", "list", "part", "minute", "second", "week", "years",
		"month-part", "season", "century", "decade", "school-year", "told-year", "told-month", "every"};
	const struct table *t = table_get("periods");
	size_t word = table_column(t, "word"), place = table_column(t, "place"), meaning = table_column(t, "meaning"),
	       value = table_column(t, "value"), not_before = table_column(t, "not_before");

	if (timewords)
		return;
	timewords = ARENA_ARRAY(&run, struct timeword, t->rows + 1);
	for (size_t r = 0; r < t->rows; r++) {
		struct timeword *w = &timewords[r];

		w->meaning = (enum timeword_meaning)index_of(meaning_names, TIME_MEANINGS, table_cell(t, r, meaning));
		read_value(table_cell(t, r, value), w);
		w->not_before = table_cell(t, r, not_before);
		phrases_add(&timeword_places[index_of(place_names, TIME_PLACES, table_cell(t, r, place))], table_cell(t, r, word), (uint32_t)r);
	}
	for (int p = 0; p < TIME_PLACES; p++)
		phrases_seal(&timeword_places[p]);
}

const struct timeword *timeword_behind(struct str s, size_t from, enum timeword_place place, size_t *end)
{
	struct phrase_hit hits[PHRASES_MOST];
	size_t count = phrases_at(&timeword_places[place], str_from(s, from), hits);

	for (size_t i = 0; i < count; i++) {
		const struct timeword *w = &timewords[hits[i].row];

		if (!phrases_blocked(w->not_before, str_from(s, from + hits[i].length))) {
			*end = from + hits[i].length;
			return w;
		}
	}
	return NULL;
}
