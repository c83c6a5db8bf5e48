/* Knows when words name a project and not projects in general. */
#include "verb/work.h"

#include "verb/clause.h"
#include "verb/slots.h"

enum {
	SHORTEST_TITLE = 5,  /* characters of a quoted title */
	LONGEST_NAME = 45,
	BEHIND_TITLES = 60,  /* bytes between the last title and the word that says what they are */
	MOST_LISTED = 16
};

/* ---- quoted titles ---- */

static struct str unquote(const struct mentions *m, const struct mention *x)
{
	struct str s = mention_text(m, x);
	size_t len;

	str_char(s, 0, &len);
	return clause_strip(str_sub(s, len, str_before(s, s.n)));
}

static struct str program_behind(const struct mentions *m, size_t i, size_t to)
{
	const struct mention *x = &m->items[i];
	struct str s = str_sub(m->s, x->from, to);

	if (x->kind == M_QUANTITY)
		s = str_sub(m->s, x->to, to);
	const struct word *etc = words_of(s, 0, W_ETC);

	return clause_strip(etc ? str_from(s, etc->text.n) : s);
}

static struct str period_before(const struct mentions *m, const struct range *s, size_t i)
{
	for (size_t k = i; k-- > s->first;)
		if (m->items[k].kind == M_PERIOD)
			return mention_text(m, &m->items[k]);
	return STR("");
}

static void add_firms(struct doc *d, struct finding *f, const struct mentions *m, const struct range *s, size_t i)
{
	for (size_t k = s->first; k < i; k++)
		if (m->items[k].kind == M_BODY && (m->items[k].body.kind == BODY_FIRM || m->items[k].body.kind == BODY_ALIAS) && !m->items[k].depth)
			finding_item(d, f, "orgs", m->items[k].body.s);
}

/* “A”“B”等10项科技重大专项, “A”项目: titles are projects where the words behind them say so. */
static size_t read_titles(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	size_t last = i, work = 0;

	for (size_t k = i + 1; k < s->last; k++) {
		const struct mention *x = &m->items[k];

		if (x->kind == M_QUOTE)
			last = k;
		else if (x->kind != M_PAUSE && !mention_word(x, W_JOIN))
			break;
	}
	for (size_t k = last + 1; k < s->last && m->items[k].from <= m->items[last].to + BEHIND_TITLES; k++) {
		if (m->items[k].kind == M_COMMA || m->items[k].kind == M_QUOTE)
			break;
		if (mention_word(&m->items[k], W_WORK)) {
			work = k;
			break;
		}
	}
	if (!work)
		return last;
	for (size_t k = i; k <= last; k++) {
		struct str name = m->items[k].kind == M_QUOTE ? unquote(m, &m->items[k]) : STR("");

		struct docno no;

		if (str_chars(name) < SHORTEST_TITLE || docno_find(name, 0, &no))
			continue;
		struct finding *f = finding_new(d, RECORD_PROJECT, "quoted-title", mention_text(m, &m->items[k]));

		finding_cell(d, f, "name", name);
		finding_cell(d, f, "program", program_behind(m, last + 1, m->items[work].to));
		add_firms(d, f, m, s, i);
		finding_cell(d, f, "period_text", period_before(m, s, i));
		f->section = d->outline.paras[index].section;
	}
	return last;
}

/* ---- names that end in 项目, 工程, 水库 ... ---- */

static bool begins_named(const struct doc *d, struct str name)
{
	size_t used;
	struct body b;

	if (region_chain(name, &used) && used < name.n)
		return true;
	if (body_at(&d->context, name, 0, &b) && (b.kind == BODY_ALIAS || b.kind == BODY_DEPARTMENT) && b.s.n < name.n)
		return true;
	for (size_t i = 0, len; i < name.n; i += len) {
		const struct word *w = words_of(name, i, W_FIRM);

		str_char(name, i, &len);
		if (w && i && i + w->text.n < name.n)
			return true;
	}
	return false;
}

static bool has_region(struct str name)
{
	for (size_t i = 0, len; i < name.n; i += len) {
		const struct region *r;

		str_char(name, i, &len);
		if (region_match(str_from(name, i), 1, &r))
			return true;
	}
	return false;
}

/* A name made only of words that any project has is none: 重点项目, 技术改造项目. */
static bool is_vague(struct str name)
{
	size_t used = 0;

	if (region_chain(name, &used) || used)
		name = str_from(name, used);
	/* 广西投资建设补链项目: two verbs behind the place are no name. */
	const struct word *v = words_of(name, 0, W_VERB);

	if (v && words_of(name, v->text.n, W_VERB))
		return true;
	for (size_t i = 0; i < name.n;) {
		const struct word *w = words_of(name, i, W_VAGUE);

		if (!w)
			w = words_of(name, i, W_WORK);
		if (!w)
			return false;
		i += w->text.n;
	}
	return true;
}

static void add_named(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct str name, struct str evidence, const char *rule)
{
	struct finding *f = finding_new(d, RECORD_PROJECT, rule, evidence);
	size_t used;

	finding_cell(d, f, "name", name);
	if (region_chain(name, &used))
		finding_cell(d, f, "place", str_sub(name, 0, used));
	f->section = d->outline.paras[index].section;
	(void)m;
	(void)s;
}

/* Whether a word that builds stands in the clause: a facility alone is no project. */
static bool is_built(const struct mentions *m, const struct range *c)
{
	return clause_first_word(m, c, W_BUILD, c->from, c->to) >= 0;
}

static void read_named(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i];
	const struct word *w = mention_word(x, W_WORK);
	struct range c = clause_around(m, s, x->from);
	struct str name = slots_name_before(m, c.from, x->to);
	bool facility = str_eq(w->arg, STR("facility"));

	/* “X”项目 is read with its title. */
	if (i > s->first && m->items[i - 1].kind == M_QUOTE && m->items[i - 1].to == x->from)
		return;
	if (str_chars(name) < 4 || str_chars(name) > LONGEST_NAME || is_vague(name) || name.n == w->text.n)
		return;
	if (!(begins_named(d, name) || (!facility && has_region(name))) || (facility && !is_built(m, &c)))
		return;
	add_named(d, index, m, s, name, name, facility ? "named-facility" : "named-project");
}

void work_find(struct doc *d, size_t index, const struct mentions *m)
{
	size_t at = 0, byte = 0;
	struct range s;

	while (clause_sentence(m, &at, &byte, &s))
		for (size_t i = s.first; i < s.last; i++) {
			const struct mention *x = &m->items[i];

			if (x->kind == M_QUOTE && !x->depth)
				i = read_titles(d, index, m, &s, i);
			else if (mention_word(x, W_WORK) && !x->depth)
				read_named(d, index, m, &s, i);
		}
}
