/* Knows how the tables of departments and central bodies are laid out. */
#include "zh/orgwords.h"

#include "base/diag.h"

/* Values of the words: a form's number, or a central body's with this bit. */
#define CENTRAL 0x80000000u

static struct arena run, scratch; /* scratch: while the tables are read */
static struct form *forms;
static size_t form_count, form_cap;
static struct central *centrals;
static struct str *heads;
static size_t head_count, head_cap;
static struct lexicon words;

static int read_digits(struct str s)
{
	int n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		n = n * 10 + (s.p[i] - '0');
	}
	return n;
}

/* 2018 or 2018-03. */
static struct ymd read_when(const struct table *t, size_t row, size_t column)
{
	struct str cell = table_cell(t, row, column);
	struct ymd when = {0, 0, 0};

	if (str_eq(cell, STR("-")))
		return when;
	when.year = read_digits(str_sub(cell, 0, cell.n < 4 ? cell.n : 4));
	when.month = cell.n == 7 && cell.p[4] == '-' ? read_digits(str_from(cell, 5)) : 0;
	if ((cell.n != 4 && !when.month) || when.year < 1000 || when.month < 0 || when.month > 12)
		table_bad(t, row, "from and until are years like 2018, months like 2018-03, or -");
	return when;
}

static struct span read_span(const struct table *t, size_t row, size_t from, size_t until)
{
	return (struct span){read_when(t, row, from), read_when(t, row, until)};
}

/* The head as one of the few that all forms share, so that forms are told apart by pointer. */
static struct str keep_head(struct str head)
{
	for (size_t i = 0; i < head_count; i++)
		if (str_eq(heads[i], head))
			return heads[i];
	return *ARENA_PUSH(&run, heads, head_count, head_cap) = head;
}

/* A row of org-local.tsv. */
struct local {
	const struct table *t;
	size_t canonical, forms, levels, bare, from, until; /* columns */
	size_t row;
};

static void add_form(const struct stem *stem, struct str text, unsigned bare)
{
	struct form *f = ARENA_PUSH(&run, forms, form_count, form_cap);
	struct around cut;
	bool direct = orglevel_cut(text, &cut) || !stem->host || bare;

	*f = (struct form){.head = keep_head(cut.head), .tail = cut.tail, .stem = stem, .bare = cut.head.n == 0 ? bare : 0, .direct = direct};
	lexicon_add(&words, &scratch, f->tail, (uint32_t)form_count - 1);
}

static bool is_host(char letter)
{
	size_t n;
	const struct host *h = orglevel_hosts(&n);

	for (size_t i = 0; i < n; i++)
		if (h[i].letter == letter)
			return true;
	return false;
}

/* "{P}组织部" is a part of the host P, "{R}科学技术厅" a department of its own. */
static void read_canonical(const struct local *l, struct stem *s)
{
	struct str canonical = table_cell(l->t, l->row, l->canonical);
	struct around cut;

	s->mark = orglevel_cut(canonical, &cut);
	s->before = cut.head;
	s->behind = cut.tail;
	if (s->mark && is_host(s->mark) && !cut.head.n) {
		s->host = s->mark;
		s->mark = 'R';
	}
	if (!s->mark || !strchr("RSMW", s->mark))
		table_bad(l->t, l->row, "the canonical name has none of {R}, {S}, {M}, {W} and no host");
}

static unsigned read_bare(const struct local *l, const struct stem *s)
{
	struct str cell = table_cell(l->t, l->row, l->bare);

	if (str_eq(cell, STR("yes")))
		return s->ranks.any;
	return str_eq(cell, STR("no")) ? 0 : orglevel_read(l->t, l->row, cell).any;
}

static void read_local_row(const struct local *l, struct stem *s)
{
	struct str list = table_cell(l->t, l->row, l->forms), form;

	read_canonical(l, s);
	s->ranks = orglevel_read(l->t, l->row, table_cell(l->t, l->row, l->levels));
	s->span = read_span(l->t, l->row, l->from, l->until);
	unsigned bare = read_bare(l, s);

	/* {P}组织部 is written in full behind its host only. */
	add_form(s, s->host ? s->behind : table_cell(l->t, l->row, l->canonical), s->host ? 0 : bare);
	forms[form_count - 1].own = true;
	if (s->host && bare)
		add_form(s, s->behind, bare);
	if (!str_eq(list, STR("-")))
		for (size_t at = 0; str_split(list, '|', &at, &form);)
			add_form(s, form, bare);
}

static void read_local(const struct table *t)
{
	struct stem *stems = ARENA_ARRAY(&run, struct stem, t->rows + 1);
	struct local l = {t, table_column(t, "canonical"), table_column(t, "forms"), table_column(t, "levels"),
	                  table_column(t, "bare"), table_column(t, "from"), table_column(t, "until"), 0};

	keep_head(STR(""));
	for (; l.row < t->rows; l.row++)
		read_local_row(&l, &stems[l.row]);
}

static void read_central(const struct table *t)
{
	size_t also = table_column(t, "also"), from = table_column(t, "from"), until = table_column(t, "until");

	centrals = ARENA_ARRAY(&run, struct central, t->rows + 1);
	for (size_t row = 0; row < t->rows; row++) {
		struct str list = table_cell(t, row, also), name = table_cell(t, row, 0);

		centrals[row] = (struct central){name, read_span(t, row, from, until)};
		lexicon_add(&words, &scratch, name, (uint32_t)row | CENTRAL);
		if (!str_eq(list, STR("-")))
			for (size_t at = 0; str_split(list, '|', &at, &name);)
				lexicon_add(&words, &scratch, name, (uint32_t)row | CENTRAL);
	}
}

/* Room for what tables of this size mostly need, so that nothing is copied while they are read. */
static void make_room(size_t local_rows, size_t central_rows)
{
	form_cap = local_rows * 3 + 1;
	forms = ARENA_ROOM(&run, struct form, form_cap);
	lexicon_reserve(&words, &scratch, form_cap + central_rows * 3);
}

void orgwords_load(void)
{
	if (forms)
		return;
	const struct table *local = table_get("org-local"), *central = table_get("org-central");

	make_room(local->rows, central->rows);
	read_local(local);
	read_central(central);
	lexicon_build(&words, &run);
	arena_free(&scratch);
}

const struct str *orgwords_heads(size_t *n)
{
	*n = head_count;
	return heads;
}

const struct lexicon_entry *orgwords_find(struct str s, size_t *n)
{
	return lexicon_find(&words, s, n);
}

const struct form *orgwords_form(const struct lexicon_entry *e)
{
	return e->value & CENTRAL ? NULL : &forms[e->value];
}

const struct central *orgwords_central(const struct lexicon_entry *e)
{
	return e->value & CENTRAL ? &centrals[e->value & ~CENTRAL] : NULL;
}

size_t orgwords_central_match(struct str s)
{
	for (const struct lexicon_entry *e = lexicon_longest(&words, s); e; e = lexicon_shorter(&words, e))
		if (orgwords_central(&e[lexicon_run(&words, e) - 1])) /* the highest values come last */
			return e->word.n;
	return 0;
}

const struct lexicon *orgwords_all(void)
{
	return &words;
}
