/* Knows how the tables of departments and central bodies are laid out. */
#include "zh/orgwords.h"

#include "base/diag.h"
#include "base/table.h"

/* What a region is beside its level: 南宁市 a capital. */
struct rank {
	struct str name; /* of the region, or its suffix */
	unsigned level;
	bool suffix;
};

/* A row of org-host.tsv. */
struct host {
	char letter;
	struct str name, forms;
	unsigned levels, except;
};

static struct arena run;
static struct form *forms;
static size_t form_count, form_cap;
static struct central *centrals;
static struct str *heads;
static size_t head_count, head_cap;
static struct level_word *levels;
static size_t level_count;
static struct rank *ranks;
static size_t rank_count;
static struct str *zones;
static size_t zone_count;
static struct host *hosts;
static size_t host_count;
static struct form government;
static struct ending *endings;
static size_t ending_count;
static struct str not_behind_level;
/* Values: of tails a form, of central_names a central body; of bodies 0. */
static struct lexicon tails, central_names, bodies;

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

/* Letters of levels; those behind `-` are left out again. */
static unsigned read_levels(const struct table *t, size_t row, struct str cell, unsigned *except)
{
	static const char letters[] = "pmcxtakdu";
	unsigned set[2] = {0, 0}, side = 0;

	for (size_t i = 0; i < cell.n; i++) {
		const char *at = strchr(letters, cell.p[i]);

		if (cell.p[i] == '-' && !side)
			side = 1;
		else if (!at || !*at)
			bad(t, row, "levels are letters of p m c x t a k d u, and behind - those left out");
		else
			set[side] |= 1u << (at - letters);
	}
	*except = set[1];
	return set[0];
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

static void add_form(const struct stem *stem, struct str text, unsigned bare)
{
	struct form f = {.stem = stem};
	struct str head;

	cut_template(text, &head, &f.tail);
	f.head = keep_head(head);
	f.bare = head.n == 0 ? bare : 0;
	lexicon_add(&tails, &run, f.tail, (uint32_t)form_count);
	if (f.bare)
		lexicon_add(&bodies, &run, f.tail, 0);
	*ARENA_PUSH(&run, forms, form_count, form_cap) = f;
}

/* A row of org-local.tsv on its way. */
struct local {
	const struct table *t;
	size_t row;
	struct str canonical, others;
	unsigned levels, except, bare;
};

static void add_stem(const struct local *l, struct str canonical)
{
	struct stem *s = ARENA_NEW(&run, struct stem);

	s->mark = cut_template(canonical, &s->before, &s->behind);
	if (!s->mark || !strchr("RSMW", s->mark))
		bad(l->t, l->row, "the canonical name has none of {R}, {S}, {M}, {W}");
	s->levels = l->levels;
	s->except = l->except;
	s->span = read_span(l->t, l->row);
	add_form(s, canonical, l->bare);
}

static void add_forms(const struct local *l)
{
	struct str form;

	for (size_t at = 0; str_split(l->others, '|', &at, &form);)
		add_form(forms[form_count - 1].stem, form, l->bare);
}

/* A part of the host: behind each of its names, and where it is enough without a region, behind the region alone. */
static void add_hosted(const struct local *part, const struct host *h, struct str own)
{
	struct local l = *part;
	struct str name, form;
	struct str shorts = l.others.n ? arena_printf(&run, "%.*s|%.*s", STR_ARGS(own), STR_ARGS(l.others)) : own;

	if (h->levels == LEVEL_AUTONOMOUS)
		l.levels = l.levels & (LEVEL_PROVINCE | LEVEL_MUNICIPALITY) ? LEVEL_AUTONOMOUS : 0;
	else
		l.levels &= h->levels;
	l.except |= h->except;
	if (!l.levels)
		return;
	add_stem(&l, arena_join(&run, h->name, own));
	for (size_t at = 0; str_split(shorts, '|', &at, &form);) {
		const struct stem *s = forms[form_count - 1].stem;

		if (str_has(form, STR("{"))) {
			add_form(s, form, 0);
			continue;
		}
		for (size_t k = 0; str_split(h->forms, '|', &k, &name);)
			add_form(s, arena_join(&run, name, form), 0);
		add_form(s, arena_join(&run, h->name, form), 0);
		if (l.bare)
			add_form(s, form, l.bare);
	}
}

static void read_local_row(struct local *l)
{
	bool hosted = false;

	for (size_t i = 0; i < host_count; i++) {
		const char mark[] = {'{', hosts[i].letter, '}', 0};

		if (!str_starts(l->canonical, str_of(mark)))
			continue;
		hosted = true;
		add_hosted(l, &hosts[i], str_from(l->canonical, 3));
	}
	if (hosted)
		return;
	add_stem(l, l->canonical);
	add_forms(l);
}

static void read_local(const struct table *t)
{
	size_t others = table_column(t, "forms"), level = table_column(t, "levels"), bare = table_column(t, "bare");

	keep_head(STR(""));
	for (size_t row = 0; row < t->rows; row++) {
		struct local l = {.t = t, .row = row, .canonical = table_cell(t, row, 0), .others = present(table_cell(t, row, others))};
		struct str cell = table_cell(t, row, bare);
		unsigned unused;

		l.levels = read_levels(t, row, table_cell(t, row, level), &l.except);
		if (str_eq(cell, STR("yes")))
			l.bare = l.levels;
		else if (!str_eq(cell, STR("no")))
			l.bare = read_levels(t, row, cell, &unused);
		read_local_row(&l);
	}
}

static void read_hosts(const struct table *t)
{
	hosts = ARENA_ARRAY(&run, struct host, t->rows + 1);
	for (host_count = 0; host_count < t->rows; host_count++) {
		struct host *h = &hosts[host_count];
		struct str letter = table_cell(t, host_count, 0);

		h->letter = letter.p[0];
		if (letter.n != 1 || strchr("RSMW", h->letter))
			bad(t, host_count, "a host is one letter, and none of R S M W");
		h->name = table_cell(t, host_count, table_column(t, "name"));
		h->forms = present(table_cell(t, host_count, table_column(t, "forms")));
		h->levels = read_levels(t, host_count, table_cell(t, host_count, table_column(t, "levels")), &h->except);
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

static void read_level_row(const struct table *t, size_t row)
{
	struct str word = table_cell(t, row, 0), suffix = table_cell(t, row, table_column(t, "suffix"));
	struct str what = table_cell(t, row, table_column(t, "forms"));

	if (str_eq(what, STR("capital")))
		ranks[rank_count++] = (struct rank){word, LEVEL_CAPITAL, false};
	else if (str_eq(what, STR("planned")))
		ranks[rank_count++] = (struct rank){word, LEVEL_PLANNED, false};
	else if (str_eq(what, STR("party")))
		ranks[rank_count++] = (struct rank){suffix, LEVEL_AUTONOMOUS, true};
	else if (str_eq(what, STR("district")))
		ranks[rank_count++] = (struct rank){suffix, LEVEL_DISTRICT, true};
	else if (str_eq(what, STR("zone")))
		zones[zone_count++] = word;
	else
		levels[level_count++] = (struct level_word){word, suffix, str_eq(what, STR("upper"))};
}

static void read_levels_table(const struct table *t)
{
	levels = ARENA_ARRAY(&run, struct level_word, t->rows + 1);
	ranks = ARENA_ARRAY(&run, struct rank, t->rows + 1);
	zones = ARENA_ARRAY(&run, struct str, t->rows + 1);
	for (size_t row = 0; row < t->rows; row++)
		read_level_row(t, row);
}

static void read_endings(const struct table *t)
{
	size_t where = table_column(t, "where");

	endings = ARENA_ARRAY(&run, struct ending, t->rows + 1);
	for (size_t row = 0; row < t->rows; row++) {
		struct str word = table_cell(t, row, 0), place = table_cell(t, row, where);

		if (str_eq(place, STR("never")))
			not_behind_level = not_behind_level.n ? arena_printf(&run, "%.*s|%.*s", STR_ARGS(not_behind_level), STR_ARGS(word)) : word;
		else
			endings[ending_count++] = (struct ending){word, !str_eq(place, STR("level")), str_eq(place, STR("part"))};
	}
}

/* The first host G, as what a region alone is taken for. */
static void find_government(void)
{
	struct stem *s = ARENA_NEW(&run, struct stem);

	for (size_t i = host_count; i-- > 0;)
		if (hosts[i].letter == 'G') {
			s->mark = cut_template(hosts[i].name, &s->before, &s->behind);
			s->levels = hosts[i].levels;
			s->except = hosts[i].except;
		}
	government = (struct form){.stem = s};
}

void orgwords_load(void)
{
	if (forms)
		return;
	read_hosts(table_get("org-host"));
	find_government();
	read_local(table_get("org-local"));
	read_central(table_get("org-central"));
	read_levels_table(table_get("org-level"));
	read_endings(table_get("org-ending"));
	lexicon_build(&tails, &run);
	lexicon_build(&central_names, &run);
	lexicon_build(&bodies, &run);
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

unsigned orgwords_rank(const struct region *r)
{
	unsigned rank = r->level == REGION_COUNTY ? LEVEL_COUNTY
	                : r->level == REGION_CITY ? LEVEL_CITY
	                : r->municipality         ? LEVEL_MUNICIPALITY
	                                          : LEVEL_PROVINCE;

	for (size_t i = 0; i < rank_count; i++)
		if (str_eq(ranks[i].name, ranks[i].suffix ? r->suffix : r->name))
			rank |= ranks[i].level;
	return rank;
}

size_t orgwords_level_at(struct str s)
{
	size_t found = 0;

	for (size_t i = 0; i < level_count; i++)
		if (str_starts(s, levels[i].word) && levels[i].word.n > found)
			found = levels[i].word.n;
	return found && !orgwords_begins(s, not_behind_level) ? found : 0;
}

bool orgwords_is_zone(struct str s)
{
	for (size_t i = 0; i < zone_count; i++)
		if (str_ends(s, zones[i]))
			return true;
	return false;
}

const struct ending *orgwords_ending(struct str s)
{
	const struct ending *best = NULL;

	for (size_t i = 0; i < ending_count; i++)
		if (str_ends(s, endings[i].word) && s.n > endings[i].word.n && (!best || endings[i].word.n > best->word.n))
			best = &endings[i];
	return best;
}

struct str orgwords_without_government(struct str s)
{
	struct str form, head, tail;

	for (size_t i = 0; i < host_count; i++) {
		if (hosts[i].letter != 'G')
			continue;
		cut_template(hosts[i].name, &head, &tail);
		if (s.n > tail.n && str_ends(s, tail))
			return str_sub(s, 0, s.n - tail.n);
		for (size_t at = 0; str_split(hosts[i].forms, '|', &at, &form);) {
			cut_template(form, &head, &tail);
			if (s.n > tail.n && str_ends(s, tail))
				return str_sub(s, 0, s.n - tail.n);
		}
	}
	return s;
}

const struct form *orgwords_government(void)
{
	return &government;
}

struct lexicon_walk orgwords_bodies(struct str s)
{
	return lexicon_walk(&bodies, s);
}

bool orgwords_begins(struct str s, struct str list)
{
	struct str part;

	for (size_t at = 0; str_split(list, '|', &at, &part);)
		if (str_starts(s, part))
			return true;
	return false;
}
