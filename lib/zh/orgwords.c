/* Knows how the tables of bodies are laid out and which words of running text may be a body. */
#include "zh/orgwords.h"

#include "base/diag.h"
#include "base/table.h"
#include "zh/org.h"

enum place { PLACE_START = 1, PLACE_END = 2, PLACE_ANY = 4, PLACE_WHOLE = 8 };

struct class_word {
	struct str word, except;
	enum place place;
};

struct boundary {
	struct str ending, not_before, unless;
};

static struct arena run;
static struct form *forms;
static size_t form_count, form_cap;
static struct central *centrals;
static struct str *heads;
static size_t head_count, head_cap;
static struct level_word *levels;
static size_t level_count;
static struct class_word *classes;
static size_t class_count;
static struct boundary *boundaries;
static size_t boundary_count;
/* Values: of tails a form, of central_names a central body, of class_heads a class word; of bodies 0. */
static struct lexicon tails, central_names, bodies, class_heads;

static void bad(const struct table *t, size_t row, const char *what)
{
	diag_note(t->files[row], t->lines[row], "%s", what);
	diag_die("a table cannot be used");
}

static struct str present(struct str cell)
{
	return str_eq(cell, STR("-")) ? STR("") : cell;
}

static int read_year(struct str cell)
{
	int year = 0;

	for (size_t i = 0; i < cell.n && i < 4 && cell.p[i] >= '0' && cell.p[i] <= '9'; i++)
		year = year * 10 + (cell.p[i] - '0');
	return year;
}

static struct span read_span(const struct table *t, size_t row)
{
	return (struct span){read_year(table_cell(t, row, table_column(t, "from"))),
	                     read_year(table_cell(t, row, table_column(t, "until")))};
}

static unsigned read_levels(const struct table *t, size_t row, struct str cell)
{
	static const char letters[] = "pmcxt";
	unsigned set = 0;

	for (size_t i = 0; i < cell.n; i++) {
		const char *at = strchr(letters, cell.p[i]);

		if (!at || !*at)
			bad(t, row, "levels are letters of p m c x t");
		set |= 1u << (at - letters);
	}
	return set;
}

/* The head as one of the few that all forms share, so that forms are told apart by pointer. */
static struct str keep_head(struct str head)
{
	for (size_t i = 0; i < head_count; i++)
		if (str_eq(heads[i], head))
			return heads[i];
	return *ARENA_PUSH(&run, heads, head_count, head_cap) = head;
}

/* "head{X}tail", or "tail" alone; the letter X, or 0. */
static char cut_template(struct str text, struct str *head, struct str *tail)
{
	size_t at = str_find(text, STR("{"), 0);

	*head = STR("");
	*tail = text;
	if (at + 3 > text.n || text.p[at + 2] != '}')
		return 0;
	*head = str_sub(text, 0, at);
	*tail = str_from(text, at + 3);
	return text.p[at + 1];
}

static void add_form(const struct stem *stem, struct str text, bool bare)
{
	struct form f = {.stem = stem};
	struct str head;

	cut_template(text, &head, &f.tail);
	f.head = keep_head(head);
	f.bare = bare && head.n == 0;
	lexicon_add(&tails, &run, f.tail, (uint32_t)form_count);
	if (f.bare)
		lexicon_add(&bodies, &run, f.tail, 0);
	*ARENA_PUSH(&run, forms, form_count, form_cap) = f;
}

static void read_local(const struct table *t)
{
	struct stem *stems = ARENA_ARRAY(&run, struct stem, t->rows + 1);
	size_t canonical = table_column(t, "canonical"), others = table_column(t, "forms");
	size_t level = table_column(t, "levels"), bare_column = table_column(t, "bare");

	keep_head(STR(""));
	for (size_t row = 0; row < t->rows; row++) {
		struct stem *s = &stems[row];
		struct str list = present(table_cell(t, row, others)), form;
		bool bare = str_eq(table_cell(t, row, bare_column), STR("yes"));

		s->mark = cut_template(table_cell(t, row, canonical), &s->before, &s->behind);
		if (!s->mark || !strchr("RSW", s->mark))
			bad(t, row, "the canonical name has none of {R}, {S}, {W}");
		s->levels = read_levels(t, row, table_cell(t, row, level));
		s->span = read_span(t, row);
		add_form(s, table_cell(t, row, canonical), bare);
		for (size_t at = 0; str_split(list, '|', &at, &form);)
			add_form(s, form, bare);
	}
}

static void read_central(const struct table *t)
{
	size_t also = table_column(t, "also");

	centrals = ARENA_ARRAY(&run, struct central, t->rows + 1);
	for (size_t row = 0; row < t->rows; row++) {
		struct str list = present(table_cell(t, row, also)), name = table_cell(t, row, 0);

		centrals[row] = (struct central){name, read_span(t, row)};
		for (size_t at = 0; name.n;) {
			lexicon_add(&central_names, &run, name, (uint32_t)row);
			lexicon_add(&bodies, &run, name, 0);
			if (!str_split(list, '|', &at, &name))
				break;
		}
	}
}

static void read_levels_table(const struct table *t)
{
	levels = ARENA_ARRAY(&run, struct level_word, t->rows + 1);
	for (level_count = 0; level_count < t->rows; level_count++)
		levels[level_count] = (struct level_word){
		        table_cell(t, level_count, table_column(t, "word")), table_cell(t, level_count, table_column(t, "suffix")),
		        str_eq(table_cell(t, level_count, table_column(t, "forms")), STR("upper"))};
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
	bad(t, row, "where is none of start, end, any, whole");
	return PLACE_ANY;
}

static void read_classes(const struct table *t)
{
	size_t where = table_column(t, "where"), except = table_column(t, "except");

	classes = ARENA_ARRAY(&run, struct class_word, t->rows + 1);
	for (class_count = 0; class_count < t->rows; class_count++) {
		struct class_word *c = &classes[class_count];

		c->word = table_cell(t, class_count, 0);
		c->place = read_place(t, class_count, table_cell(t, class_count, where));
		c->except = present(table_cell(t, class_count, except));
		if (c->place != PLACE_END)
			lexicon_add(&class_heads, &run, c->word, (uint32_t)class_count);
	}
}

static void read_boundaries(const struct table *t)
{
	boundaries = ARENA_ARRAY(&run, struct boundary, t->rows + 1);
	for (boundary_count = 0; boundary_count < t->rows; boundary_count++)
		boundaries[boundary_count] = (struct boundary){
		        table_cell(t, boundary_count, table_column(t, "ending")),
		        present(table_cell(t, boundary_count, table_column(t, "not_before"))),
		        present(table_cell(t, boundary_count, table_column(t, "unless")))};
}

void orgwords_load(void)
{
	if (forms)
		return;
	read_local(table_get("org-local"));
	read_central(table_get("org-central"));
	read_levels_table(table_get("org-level"));
	read_classes(table_get("org-generic"));
	read_boundaries(table_get("org-boundary"));
	lexicon_build(&tails, &run);
	lexicon_build(&central_names, &run);
	lexicon_build(&bodies, &run);
	lexicon_build(&class_heads, &run);
}

const struct str *orgwords_heads(size_t *n)
{
	*n = head_count;
	return heads;
}

const struct lexicon_entry *orgwords_tails(struct str s, size_t *n)
{
	return lexicon_find(&tails, s, n);
}

const struct form *orgwords_form(uint32_t value)
{
	return &forms[value];
}

const struct lexicon_entry *orgwords_centrals(struct str s, size_t *n)
{
	return lexicon_find(&central_names, s, n);
}

const struct central *orgwords_central(uint32_t value)
{
	return &centrals[value];
}

size_t orgwords_central_match(struct str s)
{
	struct lexicon_walk w = lexicon_walk(&central_names, s);
	const struct lexicon_entry *e;
	size_t n, found = 0;

	while (lexicon_next(&w, &e, &n))
		found = w.depth;
	return found;
}

const struct level_word *orgwords_levels(size_t *n)
{
	*n = level_count;
	return levels;
}

static bool begins_with_one(struct str s, struct str list)
{
	struct str part;

	for (size_t at = 0; str_split(list, '|', &at, &part);)
		if (str_starts(s, part))
			return true;
	return false;
}

/* Whether what follows a body makes it a part of another word. */
static bool runs_on(struct str body, struct str rest)
{
	if (rest.n)
		for (size_t i = 0; i < boundary_count; i++)
			if (str_ends(body, boundaries[i].ending))
				return begins_with_one(rest, boundaries[i].not_before) && !begins_with_one(rest, boundaries[i].unless);
	return false;
}

size_t org_stem_match(struct str s)
{
	struct lexicon_walk w = lexicon_walk(&bodies, s);
	const struct lexicon_entry *e;
	size_t n, found = 0;

	while (lexicon_next(&w, &e, &n))
		if (!runs_on(e->word, str_from(s, w.depth)))
			found = w.depth;
	return found;
}

static bool class_at(struct str name, size_t from)
{
	struct lexicon_walk w = lexicon_walk(&class_heads, str_from(name, from));
	const struct lexicon_entry *e;
	size_t n;

	while (lexicon_next(&w, &e, &n))
		for (size_t i = 0; i < n; i++) {
			const struct class_word *c = &classes[e[i].value];
			bool right = c->place == PLACE_ANY || (from == 0 && (c->place == PLACE_START || c->word.n == name.n));

			if (right && !begins_with_one(str_from(name, from + w.depth), c->except))
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
