/* Knows when words name a project and not projects in general. */
#include "verb/work.h"

#include "verb/clause.h"
#include "verb/slots.h"

enum {
	SHORTEST_TITLE = 5,  /* characters of a quoted title */
	LONGEST_NAME = 45,
	BEHIND_TITLES = 60,  /* bytes between the last title and the word that says what they are */
	MOST_LISTED = 16,
	SHORT_MEMBER = 12,   /* bytes of a short name in a list */
	LONGEST_JOINT = 12,  /* bytes between two parts of one name */
	NEAR = 40            /* bytes between a word of investment and its sum */
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

		f->name = name;
		finding_cell(d, f, "name", name);
		finding_cell(d, f, "program", program_behind(m, last + 1, m->items[work].to));
		add_firms(d, f, m, s, i);
		finding_cell(d, f, "period_text", period_before(m, s, i));
		f->section = d->outline.paras[index].section;
	}
	return last;
}

/* ---- names ---- */

/* G312线, S207线: roads are named by letter and number. */
static bool is_numbered(struct str s)
{
	return s.n > 2 && strchr("GSXYJ", s.p[0]) && s.p[1] >= '0' && s.p[1] <= '9';
}

/* What makes a name particular: it begins with a place, a body or a road's number, or with the name of a town or
 * a stretch of something (头寨子镇…, …至…段). */
static bool is_particular(const struct doc *d, struct str name)
{
	size_t used;
	struct body b;
	const struct region *r;

	if (is_numbered(name) || (region_chain(name, &used) && used < name.n))
		return true;
	if (body_at(&d->context, name, 0, &b) && (b.kind == BODY_ALIAS || b.kind == BODY_DEPARTMENT) && b.s.n < name.n)
		return true;
	for (size_t i = 0, len; i < name.n; i += len) {
		const struct word *firm = words_of(name, i, W_FIRM), *named = words_of(name, i, W_NAMED);

		const struct word *plain = words_of(name, i, W_PLAIN);

		str_char(name, i, &len);
		if (plain) {
			len = plain->text.n;
			continue;
		}
		if (i && ((firm && i + firm->text.n < name.n) || (named && i >= 6 && i + named->text.n < name.n)))
			return true;
		if (region_match(str_from(name, i), 2, &r))
			return true;
	}
	return false;
}

/* A name made only of words that any project has is none: 重点项目, 技术改造项目, 柳州市重大科技项目. */
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

static bool is_known(const struct doc *d, size_t since, struct str name)
{
	struct str written = view_written(&d->outline.view, name, d->arena);

	for (size_t i = since; i < d->count; i++)
		if (d->findings[i]->type == RECORD_PROJECT && str_eq(finding_value(d->findings[i], "name"), written))
			return true;
	return false;
}

static struct finding *add_named(struct doc *d, size_t index, struct str name, struct str evidence, const char *rule)
{
	size_t used, since = d->count > 40 ? d->count - 40 : 0;

	if (is_known(d, since, name))
		return NULL;
	struct finding *f = finding_new(d, RECORD_PROJECT, rule, evidence);

	f->key = view_from(&d->outline.view, name);
	f->name = name;
	finding_cell(d, f, "name", name);
	if (region_chain(name, &used))
		finding_cell(d, f, "place", str_sub(name, 0, used));
	f->section = d->outline.paras[index].section;
	return f;
}

/* A facility alone is no project: a word of building stands right before its name or right behind it. */
static bool is_built(const struct mentions *m, size_t i, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p), to = m->items[i].to;

	if (words_of(m->s, to, W_BUILD))
		return true;
	for (long k = clause_last(m, from); k >= 0 && m->items[k].to == from; k--)
		return mention_word(&m->items[k], W_BUILD) != NULL;
	return false;
}

static bool has_etc(struct str name)
{
	for (size_t i = 0, len; i < name.n; i += len) {
		if (words_of(name, i, W_ETC))
			return true;
		str_char(name, i, &len);
	}
	return false;
}

/* ---- lists: 恒大、吉利新能源汽车等项目 ---- */

/* X（一期总投资12.6亿元）: without the bracket. */
static struct str without_inset(struct str s)
{
	size_t open = str_find(s, STR("("), 0);

	return open > 0 && str_ends(s, STR(")")) ? clause_strip(str_sub(s, 0, open)) : s;
}

/* Members of a list before 等…项目: companies, or names of one length of which the last carries the common words. Each is
 * a project of its own, composed of its name and the common words. */
static bool read_listed(struct doc *d, size_t index, const struct mentions *m, const struct range *c, size_t i)
{
	const struct mention *x = &m->items[i];
	struct str members[MOST_LISTED], common = STR(""), tail;
	size_t n = 0, etc = 0, start;

	for (size_t k = c->first; k < i; k++)
		if (mention_word(&m->items[k], W_ETC) && !m->items[k].depth)
			etc = k;
	if (!etc)
		return false;
	tail = str_sub(m->s, m->items[etc].to, x->to);
	for (const struct word *w; (w = words_of(tail, 0, W_VAGUE)) && w->text.n < tail.n;)
		tail = clause_strip(str_from(tail, w->text.n));
	struct str list = slots_name_before(m, c->from, m->items[etc].from);

	/* The list starts behind the verb; the words between 、 are its members. */
	start = (size_t)(list.p - m->s.p);
	for (size_t k = i; k-- > c->first;)
		if (m->items[k].depth)
			continue;
		else if (m->items[k].kind == M_PAUSE || (mention_word(&m->items[k], W_JOIN) && m->items[k].to < m->items[etc].from))
			start = m->items[k].from;
	struct str first = slots_name_before(m, c->from, start), rest = str_sub(m->s, start, m->items[etc].from);

	if (!first.n || start >= m->items[etc].from)
		return false;
	members[n++] = first;
	int depth = 0;

	for (size_t at = 0, from = 0; at <= rest.n && n < MOST_LISTED;) {
		size_t len = 1;

		if (at < rest.n)
			str_char(rest, at, &len);
		if (at < rest.n)
			depth += (rest.p[at] == '(') - (rest.p[at] == ')');
		const struct word *w = at < rest.n && depth == 0 ? words_of(rest, at, W_JOIN) : NULL;

		if (w || at == rest.n) {
			struct str one = clause_strip(str_sub(rest, from, at));

			if (one.n)
				members[n++] = one;
			from = at + (w ? w->text.n : 0);
		}
		at += w ? w->text.n : len;
	}
	/* Names that stand by themselves: 福州市社会福利中心康养楼、三明市沙县区失能照护中心等12个项目. */
	bool alone = n >= 2;

	for (size_t k = 0; k < n; k++) {
		members[k] = without_inset(members[k]);
		alone &= str_chars(members[k]) >= 6 && is_particular(d, members[k]) && !words_tail(members[k], W_FIRM);
	}
	if (alone) {
		for (size_t k = 0; k < n; k++)
			add_named(d, index, members[k], members[k], "listed-names");
		return true;
	}
	if (n < 2 || (tail.n > x->to - x->from && is_vague(tail)))
		return false;
	for (size_t k = 0; k + 1 < n; k++)
		if (!words_tail(members[k], W_FIRM) && (members[k].n > SHORT_MEMBER || members[k].n != first.n))
			return false;
	struct str last = members[n - 1];
	const struct word *firm = NULL;
	size_t end = 0;

	for (size_t at = 0, len; at < last.n; at += len) {
		if ((firm = words_of(last, at, W_FIRM)))
			end = at + firm->text.n;
		str_char(last, at, &len);
	}
	if (end && end <= last.n)
		common = str_from(last, end), members[n - 1] = str_sub(last, 0, end);
	else if (last.n > first.n && first.n <= SHORT_MEMBER)
		common = str_from(last, first.n), members[n - 1] = str_sub(last, 0, first.n);
	else if (tail.n == x->to - x->from)
		return false;
	struct str work = mention_text(m, x);

	for (size_t k = 0; k < n; k++) {
		struct str whole = str_sub(m->s, (size_t)(first.p - m->s.p), x->to);
		struct finding *f = finding_new(d, RECORD_PROJECT, "listed-names", whole);
		struct str name = arena_join(d->arena, view_written(&d->outline.view, members[k], d->arena), common.n ? view_written(&d->outline.view, common, d->arena) : STR(""));

		name = arena_join(d->arena, name, view_written(&d->outline.view, common.n ? work : tail, d->arena));
		finding_word(d, f, "name", name);
		finding_note(d, f, STR("name: composed of a member of a list and the words common to all"));
		finding_item(d, f, "orgs", members[k]);
		f->key = view_from(&d->outline.view, members[k]);
		f->section = d->outline.paras[index].section;
	}
	return true;
}

/* A longer name goes on behind: 水库灌区工程, 机场改扩建工程. */
static bool goes_on(const struct mentions *m, const struct range *s, size_t i)
{
	size_t to = m->items[i].to;

	for (size_t k = i + 1; k < s->last && m->items[k].from <= to + LONGEST_JOINT; k++) {
		if (mention_word(&m->items[k], W_WORK))
			return true;
		if (m->items[k].kind != M_WORD || !(mention_word(&m->items[k], W_INNAME) || mention_word(&m->items[k], W_VAGUE)) || m->items[k].from != to)
			return false;
		to = m->items[k].to;
	}
	return false;
}

static void read_named(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i];
	const struct word *w = mention_word(x, W_WORK);
	struct range c = clause_around(m, s, x->from);
	bool facility = str_eq(w->arg, STR("facility"));

	/* “X”项目 is read with its title. */
	if (i > s->first && m->items[i - 1].kind == M_QUOTE && m->items[i - 1].to == x->from)
		return;
	if (!facility && read_listed(d, index, m, &c, i))
		return;
	struct str name = slots_name_before(m, c.from, x->to);

	if (str_chars(name) < 4 || str_chars(name) > LONGEST_NAME || is_vague(name) || name.n == w->text.n)
		return;
	if (goes_on(m, s, i))
		return;
	if (words_tail(name, W_THIS) || has_etc(name) || !is_particular(d, name) || (facility && !is_built(m, i, name)))
		return;
	add_named(d, index, name, name, facility ? "named-facility" : "named-project");
}

/* ---- what money is invested in ---- */

/* X总投资5亿元, X（总投资3850万元，…）: what the investment is of is a project, if it is a name. */
static void read_invested(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i, bool strict)
{
	const struct mention *x = &m->items[i];
	struct range c = clause_around(m, s, x->from);
	size_t floor = c.from, end = x->from;

	if (i + 1 >= s->last)
		return;
	/* An amount must follow in the clause. */
	bool paid = false;

	for (size_t k = i + 1; k < s->last && m->items[k].from < c.to && m->items[k].from < x->to + NEAR; k++)
		paid |= m->items[k].kind == M_QUANTITY && m->items[k].quantity->kind == QUANTITY_MONEY;
	if (!paid)
		return;
	for (size_t k = c.first; k < i; k++)
		if (m->items[k].kind == M_BRACKET && m->items[k].to > x->from)
			end = m->items[k].from;
		else if (m->items[k].kind == M_BRACKET && m->items[k].to == x->from)
			end = m->items[k].from;
	struct str name = slots_name_before(m, floor, end);

	if (str_chars(name) < 5 || str_chars(name) > LONGEST_NAME || is_vague(name) || words_of(name, 0, W_DONE) || words_tail(name, W_CLASS))
		return;
	/* A plain 投资 names its project only at the head of the clause. */
	if (strict && (name.p != m->s.p + c.from || !is_particular(d, name)))
		return;
	if ((!is_particular(d, name) && !words_tail(name, W_WORK)) || has_etc(name) || words_tail(name, W_THIS) || words_of(name, 0, W_SELF))
		return;
	struct body b;

	if (body_at(&d->context, name, 0, &b) && b.s.n == name.n)
		return;
	add_named(d, index, name, str_sub(m->s, (size_t)(name.p - m->s.p), c.to), "invested-in");
}

/* ---- headings that name a project ---- */

/* Whether the document is a list of projects by its title (民生实事项目责任分解表). */
static bool words_of_title(struct str title)
{
	const struct word *w = words_tail(title, W_TITLE);

	if (!w || !str_eq(w->arg, STR("list")))
		return false;
	for (size_t i = 0, len; i < title.n; i += len) {
		const struct word *work = words_of(title, i, W_WORK);

		str_char(title, i, &len);
		if (work && str_eq(work->arg, STR("work")))
			return true;
	}
	return false;
}

/* 七、 and (7) without their marks. */
static struct str number_alone(struct str s)
{
	size_t len;

	s = clause_strip(s);
	if (s.n && s.p[0] == '(')
		s = str_from(s, 1);
	while (s.n) {
		size_t at = str_before(s, s.n);
		uint32_t c = str_char(s, at, &len);

		if (c != ')' && c != '.' && c != 0x3001 && c != ',')
			break;
		s.n = at;
	}
	return s;
}

/* （一）玉龙水库。该项目位于…: a run-in heading is a project where the text says so, or where the document lists projects. */
static void read_headed(struct doc *d, size_t index, const struct mentions *m)
{
	const struct para *p = &d->outline.paras[index];
	struct str title = d->head.title;
	size_t behind = (size_t)(p->head.p + p->head.n - p->s.p);
	bool listed = p->kind == PARA_TEXT && words_of_title(title) && p->level >= 5 && behind < p->s.n && p->s.p[behind] != ':';
	struct str text = str_from(p->s, (size_t)(p->head.p + p->head.n - p->s.p));
	bool said = false;

	if (!p->head.n || str_chars(p->head) > LONGEST_NAME)
		return;
	for (size_t i = 0, len; i < text.n && i < 200; i += len) {
		said |= words_of(text, i, W_THIS) != NULL;
		str_char(text, i, &len);
	}
	said |= words_tail(p->head, W_WORK) && !is_vague(p->head) && p->kind == PARA_TEXT && !words_of(p->head, 0, W_VERB);
	if (!listed && (!said || words_of(p->head, 0, W_ABOUT) || (words_of(p->head, 0, W_VERB) && !str_eq(words_of(p->head, 0, W_VERB)->arg, STR("noun")))))
		return;
	struct str stop = STR("。");
	struct finding *f = add_named(d, index, p->head, listed ? str_sub(m->s, 0, str_find(m->s, stop, (size_t)(p->head.p + p->head.n - p->s.p) + stop.n)) : p->head, "headed");
	size_t len;
	long value;

	if (f && listed && outline_marker(p->s, &len, &value)) {
		finding_cell(d, f, "seq", number_alone(str_sub(p->s, 0, len)));
		finding_cell(d, f, "program", title);
	}
}

void work_find(struct doc *d, size_t index, const struct mentions *m)
{
	size_t at = 0, byte = 0;
	struct range s;

	read_headed(d, index, m);
	while (clause_sentence(m, &at, &byte, &s))
		for (size_t i = s.first; i < s.last; i++) {
			const struct mention *x = &m->items[i];

			if (x->kind == M_QUOTE && !x->depth)
				i = read_titles(d, index, m, &s, i);
			else if (mention_word(x, W_WORK) && !x->depth)
				read_named(d, index, m, &s, i);
			else if (mention_word(x, W_TOTALINVEST))
				read_invested(d, index, m, &s, i, false);
			else if (mention_word(x, W_FUND) && str_eq(mention_word(x, W_FUND)->arg, STR("investment")))
				read_invested(d, index, m, &s, i, true);
		}
}
