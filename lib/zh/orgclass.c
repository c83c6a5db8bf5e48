/* Knows which words of running text may be a body, and which names are those of classes of bodies. */
#include "base/diag.h"
#include "base/table.h"
#include "zh/opening.h"
#include "zh/org.h"
#include "zh/orgwords.h"
#include "zh/phrases.h"

enum place { PLACE_START = 1, PLACE_END = 2, PLACE_ANY = 4, PLACE_WHOLE = 8 };

/* The words of a cell, which it has by `|`. */
struct list {
	struct str *words;
	size_t n, cap;
};

struct class_word {
	struct str word;
	struct list except; /* what does not follow it */
	enum place place;
};

struct boundary {
	struct str ending;
	struct list not_before, unless; /* the words behind it */
};

static struct arena run;
static struct class_word *classes;
static size_t class_count;
static struct boundary *boundaries;
static size_t boundary_count;
static struct lexicon class_heads; /* values: class words */

/* Whether a word is a body, without a region before it or behind one. */
enum stem_kind { STEM_NONE, STEM_BEHIND, STEM_ALONE };

static uint8_t *stem_kinds; /* of the first entry of each word of orgwords_all */
static struct phrase_filter stem_ends; /* the last characters of stems */

static struct str present(struct str cell)
{
	return str_eq(cell, STR("-")) ? STR("") : cell;
}

static enum place read_place(const struct table *t, size_t row, struct str cell)
{
	static const struct {
		const char *word;
		enum place place;
	} places[] = {{"start", PLACE_START}, {"end", PLACE_END}, {"any", PLACE_ANY}, {"whole", PLACE_WHOLE}};

	for (size_t i = 0; i < 4; i++)
		if (str_eq(cell, str_of(places[i].word)))
			return places[i].place;
	table_bad(t, row, "where is none of start, end, any, whole");
	return PLACE_ANY;
}

static struct list read_list(struct str cell)
{
	struct list list = {.n = 0};
	struct str word;

	for (size_t at = 0; str_split(cell, '|', &at, &word);)
		*ARENA_PUSH(&run, list.words, list.n, list.cap) = word;
	return list;
}

static void read_classes(const struct table *t)
{
	size_t where = table_column(t, "where"), except = table_column(t, "except");

	classes = ARENA_ARRAY(&run, struct class_word, t->rows + 1);
	for (class_count = 0; class_count < t->rows; class_count++) {
		struct class_word *c = &classes[class_count];

		c->word = table_cell(t, class_count, 0);
		c->place = read_place(t, class_count, table_cell(t, class_count, where));
		c->except = read_list(present(table_cell(t, class_count, except)));
		if (c->place != PLACE_END)
			lexicon_add(&class_heads, &run, c->word, (uint32_t)class_count);
	}
}

static void read_boundaries(const struct table *t)
{
	size_t ending = table_column(t, "ending"), not_before = table_column(t, "not_before"), unless = table_column(t, "unless");

	boundaries = ARENA_ARRAY(&run, struct boundary, t->rows + 1);
	for (boundary_count = 0; boundary_count < t->rows; boundary_count++) {
		struct boundary *b = &boundaries[boundary_count];

		b->ending = table_cell(t, boundary_count, ending);
		b->not_before = read_list(present(table_cell(t, boundary_count, not_before)));
		b->unless = read_list(present(table_cell(t, boundary_count, unless)));
	}
}

static enum stem_kind stem_of(const struct lexicon_entry *e, size_t n)
{
	enum stem_kind kind = STEM_NONE;

	for (size_t i = n; i-- > 0;) { /* central bodies come last */
		const struct form *f = orgwords_form(&e[i]);

		if (!f || f->bare)
			return STEM_ALONE;
		if (f->direct && !f->head.n && !(f->stem->ranks.any & LEVEL_PLACE))
			kind = STEM_BEHIND;
	}
	return kind;
}

static void find_stems(const struct lexicon *all)
{
	stem_kinds = ARENA_ARRAY(&run, uint8_t, all->n + 1);
	for (size_t i = 0, n; i < all->n; i += n) {
		n = lexicon_run(all, &all->entries[i]);
		stem_kinds[i] = (uint8_t)stem_of(&all->entries[i], n);
		if (stem_kinds[i] != STEM_NONE)
			phrase_filter_add(&stem_ends, str_last_char(all->entries[i].word));
		if (stem_kinds[i] != STEM_NONE)
			opening_add(all->entries[i].word, OPENS_OFFICE | (stem_kinds[i] == STEM_ALONE ? OPENS_STEM : 0u));
	}
}

void orgclass_load(void)
{
	if (classes)
		return;
	read_classes(table_get("org-generic"));
	read_boundaries(table_get("org-boundary"));
	lexicon_build(&class_heads, &run);
	find_stems(orgwords_all());
}

static bool begins(struct str s, const struct list *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_starts(s, list->words[i]))
			return true;
	return false;
}

bool orgclass_runs_on(struct str body, struct str rest)
{
	if (rest.n)
		for (size_t i = 0; i < boundary_count; i++)
			if (str_ends(body, boundaries[i].ending))
				return begins(rest, &boundaries[i].not_before) && !begins(rest, &boundaries[i].unless);
	return false;
}

size_t org_stems(struct str s, size_t *behind)
{
	const struct lexicon *all = orgwords_all();

	*behind = 0;
	for (const struct lexicon_entry *e = lexicon_longest(all, s); e; e = lexicon_shorter(all, e)) {
		enum stem_kind kind = (enum stem_kind)stem_kinds[e - all->entries];

		if (kind == STEM_NONE || orgclass_runs_on(e->word, str_from(s, e->word.n)))
			continue;
		if (!*behind)
			*behind = e->word.n;
		if (kind == STEM_ALONE)
			return e->word.n;
	}
	return 0;
}

size_t org_stem_match(struct str s)
{
	size_t behind;

	return org_stems(s, &behind);
}

bool org_stem_may_end(struct str s)
{
	return s.n && phrase_filter_has(&stem_ends, str_last_char(s));
}

static bool class_at(struct str name, size_t from)
{
	for (const struct lexicon_entry *e = lexicon_longest(&class_heads, str_from(name, from)); e; e = lexicon_shorter(&class_heads, e))
		for (size_t i = 0, n = lexicon_run(&class_heads, e); i < n; i++) {
			const struct class_word *c = &classes[e[i].value];
			bool right = c->place == PLACE_ANY || (from == 0 && (c->place == PLACE_START || c->word.n == name.n));

			if (right && !begins(str_from(name, from + e->word.n), &c->except))
				return true;
		}
	return false;
}

bool org_generic(struct str name)
{
	size_t len;

	name = str_trim(name);
	for (size_t i = 0; i < name.n; i += len) {
		str_char(name, i, &len);
		if (class_at(name, i))
			return true;
	}
	for (size_t i = 0; i < class_count; i++)
		if (classes[i].place == PLACE_END && str_ends(name, classes[i].word))
			return true;
	return false;
}
