/* Knows the duties of bodies that a heading or the begin of a paragraph names. */
#include "verb/charter.h"

#include "verb/actors.h"
#include "verb/deed.h"
#include "verb/duty.h"
#include "verb/note.h"

enum {
	LONGEST_NAME = 40, /* characters of a body's name */
	LONGEST_LEAD = 6,  /* characters of what stands between a body and the word for its duties: 主要有以下 */
	ITEMS_BEFORE = 60  /* paragraphs in which the head of a list is looked for */
};

/* 联盟任务。一是…。二是…。 and 市科技局主要职责 over a list: the heading names the body, each point is a duty of it. */
static bool charter_body(const struct doc *d, struct str heading, struct body *out)
{
	return words_tail(heading, W_CHARTER) && body_at(&d->context, heading, 0, out) && out->kind != BODY_SELF && words_is(str_from(heading, out->s.n), W_CHARTER);
}

static void find_charter(struct doc *d, size_t index, const struct mentions *m)
{
	const struct para *p = &d->outline.paras[index];
	struct str heading = p->head.n ? p->head : duty_section_task(d, p->section);
	struct str carried = STR("");
	struct range s;
	struct body b;
	size_t at = 0;

	if (p->kind != PARA_TEXT || !charter_body(d, heading, &b))
		return;
	while (clause_sentence(m, &at, &s)) {
		struct str text = clause_strip(str_sub(m->s, s.from, s.to));
		const struct word *nth = words_of(text, 0, W_NTH);
		struct str task = nth ? duty_short_task(text) : STR("");

		if (task.n)
			duty_add(d, "charter", text, task, &b, STR("responsible"), &carried);
	}
}

/* X负责…： and 市财政局主要职责： over a list: who stands before the role or the word for duties in the last sentence. */
static bool lead_body(const struct doc *d, struct str s, struct body *out)
{
	size_t stop = 0, len;
	long value;

	for (size_t at = s.n; at > 0 && !stop;) {
		at = str_before(s, at);
		if (str_char(s, at, &len) == 0x3002)
			stop = at + len;
	}
	s = clause_strip(str_from(s, stop));
	if (outline_marker(s, &len, &value))
		s = clause_strip(str_from(s, len));
	for (size_t i = 0; i < s.n; i += len) {
		const struct word *role = words_of(s, i, W_ROLE), *charter = words_of(s, i, W_CHARTER);

		str_char(s, i, &len);
		if (!(role && str_eq(role->arg, STR("responsible"))) && !charter)
			continue;
		const struct word *of = words_tail(str_sub(s, 0, i), W_OF);
		struct str who = clause_strip(str_sub(s, 0, of && charter ? i - of->text.n : i));
		size_t open = str_find(who, STR("("), 0);

		if (open > 0 && str_ends(who, STR(")")))
			who = clause_strip(str_sub(who, 0, open));
		/* 根据有关规定，市交委主要有以下职责： */
		for (size_t comma = str_find(who, STR(","), 0); charter && comma < who.n; comma = str_find(who, STR(","), 0))
			who = clause_strip(str_from(who, comma + 1));
		bool whole = body_at(&d->context, who, 0, out);

		if (whole && (out->s.n == who.n || (charter && !of && str_chars(str_from(who, out->s.n)) <= LONGEST_LEAD)))
			return out->kind != BODY_SELF;
		*out = (struct body){.kind = BODY_OFFICE, .s = who};
		bool ends = words_tail(who, W_BODY) || words_tail(who, W_TEAM) || (charter && words_tail(who, W_CLASS) && str_chars(who) >= 4);

		return who.n && str_chars(who) <= LONGEST_NAME && ends && !words_of(who, 0, W_VERB);
	}
	return false;
}

/* Where the next clause of bytes [from, to) that opens with a role of its own begins: …，协助地方转移群众. */
static size_t next_role(struct str s, size_t from, size_t to)
{
	size_t len;

	for (size_t i = from; i < to; i += len) {
		const struct word *w;

		if (str_char(s, i, &len) != ',')
			continue;
		w = words_of(s, i + len, W_ROLE);
		if (w && (!words_of(s, i + len, W_VERB) || !str_eq(w->arg, STR("responsible"))))
			return i + len;
	}
	return to;
}

static bool tells_sum(const struct mentions *m, const struct range *part)
{
	for (size_t i = part->first; i < part->last; i++)
		if (m->items[i].kind == M_QUANTITY && (m->items[i].quantity->kind == QUANTITY_MONEY || m->items[i].quantity->kind == QUANTITY_RATE) && m->items[i].from >= part->from && m->items[i].to <= part->to)
			return true;
	return false;
}

/* The duty that bytes [from, to) of a sentence tell. */
static void add_headed(struct doc *d, const struct mentions *m, const struct range *s, struct range part, const struct body *items, size_t n)
{
	struct str text = clause_strip(str_sub(m->s, part.from, part.to)), carried = STR("");
	size_t mark;
	long value;

	/* 市财政局：（1）负责筹措资金；（2）… */
	if (outline_marker(text, &mark, &value))
		text = clause_strip(str_from(text, mark));
	struct str phrase = actors_phrase(text);
	size_t comma = words_of(phrase, 0, W_MEANS) ? str_find(phrase, STR(","), 0) : phrase.n;

	/* 按照分级负责的原则，指导…: the deed stands behind. */
	if (comma < phrase.n)
		phrase = actors_phrase(clause_strip(str_from(phrase, comma + 1)));
	struct str task = duty_short_task(phrase), deadline = actors_deadline(m, s, part.from, part.to);
	const struct word *role = words_of(phrase, 0, W_ROLE);
	struct body other;

	/* 县交通局：张家村桥梁工程150万元 is a sum, no deed. */
	if (!role && (!(words_of(phrase, 0, W_VERB) || words_of(phrase, 0, W_MODAL)) || words_of(phrase, 0, W_GIVE)) && tells_sum(m, &part))
		return;
	if (role && !words_of(phrase, 0, W_VERB) && str_chars(clause_strip(str_from(task, role->text.n))) >= 2)
		task = clause_strip(str_from(task, role->text.n));
	/* 由A、B组成; a body of its own is told of elsewhere. */
	if (str_chars(task) < 3 || words_of(text, 0, W_BY) || (body_at(&d->context, text, 0, &other) && other.kind != BODY_CLASS))
		return;
	for (size_t i = 0; i < n; i++)
		finding_cell(d, duty_add(d, "charter", text, task, &items[i], role ? role->arg : STR("responsible"), &carried), "deadline_text", deadline);
}

/* Each sentence from byte `begin` on, and each clause with a role of its own, is a duty of them. */
static void add_sentences(struct doc *d, size_t index, const struct mentions *m, size_t begin, const struct body *items, size_t n)
{
	struct range s;
	size_t at = 0;

	while (clause_sentence(m, &at, &s)) {
		struct actor nobody;

		nobody.n = 0;
		if (s.from < begin)
			s.from = begin;
		for (size_t from = s.from, to; from < s.to; from = to) {
			struct range part = s;

			part.from = from;
			part.to = to = next_role(m->s, from, s.to);
			add_headed(d, m, &s, part, items, n);
		}
		deed_find(d, index, m, &s, &nobody, &nobody);
	}
}

/* Whether the innermost heading over a paragraph is of duties. An item that is one line is a heading itself. */
static bool under_charter(const struct doc *d, const struct para *p)
{
	int section = p->section;

	while (section >= 0 && &d->outline.paras[d->outline.sections[section].para] == p)
		section = d->outline.sections[section].parent;
	return words_within(duty_section_task(d, section), W_CHARTER);
}

/* Paragraph q over the list that p is an item of names those whose duties the items are; how many. 市城管局： alone does so under a heading of duties
 * or where the items tell a role. */
static size_t leads_list(const struct doc *d, const struct para *q, const struct para *p, struct body *items)
{
	if (q->kind == PARA_ROW || !str_ends(q->s, STR(":")))
		return 0;
	if (lead_body(d, q->s, items))
		return 1;
	struct str who = clause_strip(q->body);

	return (words_of(p->body, 0, W_ROLE) || under_charter(d, q)) && str_chars(who) <= LONGEST_NAME && body_only(&d->context, who) ? body_list(who, items, NOTE_MOST) : 0;
}

/* An item of such a list is a duty of that body. */
static bool find_listed_duty(struct doc *d, size_t index, const struct mentions *m)
{
	const struct para *p = &d->outline.paras[index], *q = p;
	struct body items[NOTE_MOST];

	if (!p->level || p->kind == PARA_ROW)
		return false;
	while (q > d->outline.paras && p - q < ITEMS_BEFORE && q->level >= p->level)
		q--;
	/* （二）机构设置 over items numbered 1. is none of them. */
	size_t n = q < p && q->level < p->level && q[1].level <= p->level ? leads_list(d, q, p, items) : 0;

	if (n)
		add_sentences(d, index, m, (size_t)(p->body.p - m->s.p), items, n);
	return n > 0;
}

/* 派出所、卫生院: short names without a verb, none of them a person's post. Under a heading of duties those who are said to answer for something are
 * bodies, whatever they are called. */
static bool may_answer(struct str who)
{
	enum { SHORTEST = 3, LONGEST = 12 }; /* characters */
	struct body items[NOTE_MOST];
	size_t n = body_list(who, items, NOTE_MOST);

	for (size_t i = 0; i < n; i++) {
		struct str s = items[i].s;
		bool office = words_tail(s, W_CREW) || words_tail(s, W_STATION);

		if (!str_sized(s, SHORTEST, LONGEST) || words_tail(s, W_POST) || words_tail(s, W_PERSON) || words_tail(s, W_CHARTER) || words_tail(s, W_HEADEND) || words_within(s, W_ROLE))
			return false;
		if (!office && (words_within(s, W_VERB) || words_within(s, W_OF)))
			return false;
	}
	return n > 0;
}

/* 1.市财政局。筹集资金，…: the same where a full stop ends their names. */
static bool stopped_bodies(const struct doc *d, const struct para *p, struct str *who, struct str *rest)
{
	enum { LONGEST_LIST = 270 /* bytes */ };
	const struct str stop = STR("。");
	size_t at = p->level ? str_find(str_sub(p->body, 0, LONGEST_LIST), stop, 0) : p->body.n;

	if (p->kind == PARA_ROW || at >= p->body.n || at >= LONGEST_LIST)
		return false;
	*who = clause_strip(str_sub(p->body, 0, at));
	*rest = clause_strip(str_from(p->body, at + stop.n));
	return rest->n && body_only(&d->context, *who);
}

/* The bodies that a paragraph begins with, up to the colon behind them; false when it does not. */
static bool headed_by_bodies(const struct doc *d, const struct para *p, struct str *who, struct str *rest)
{
	enum { LONGEST_LIST = 90, LONGEST_TEAM = 12 };

	if (stopped_bodies(d, p, who, rest))
		return true;
	size_t colon = str_find(str_sub(p->body, 0, 3 * LONGEST_LIST), STR(":"), 0);

	if (p->kind == PARA_ROW || colon >= p->body.n || colon > 3 * LONGEST_LIST)
		return false;
	*who = clause_strip(str_sub(p->body, 0, colon));
	*rest = clause_strip(str_from(p->body, colon + 1));
	/* 项目单位：负责… tells what they do, 项目单位：某公司 who they are. */
	if (!rest->n || str_longer(*who, LONGEST_LIST) || (words_tail(*who, W_LABEL) && !words_of(*rest, 0, W_ROLE)))
		return false;
	bool ends = words_tail(*who, W_TEAM) || words_tail(*who, W_DEPARTMENT) || words_tail(*who, W_CLASS) || words_tail(*who, W_BUREAU);

	if (words_of(*rest, 0, W_ROLE) && under_charter(d, p) && may_answer(*who))
		return true;
	return body_only(&d->context, *who) || (ends && str_chars(*who) <= LONGEST_TEAM && !words_of(*who, 0, W_VERB));
}

/* Whether such a paragraph tells duties: under a heading of duties, or among others of its form. */
static bool tells_duties(const struct doc *d, size_t index)
{
	const struct para *p = &d->outline.paras[index];
	struct str who, rest;

	return under_charter(d, p) || (index && headed_by_bodies(d, p - 1, &who, &rest)) || (index + 1 < d->outline.count && headed_by_bodies(d, p + 1, &who, &rest));
}

/* 市财政局、市农业农村局：落实保费补贴；配合… */
static bool find_headed_duty(struct doc *d, size_t index, const struct mentions *m)
{
	const struct para *p = &d->outline.paras[index];
	struct body items[NOTE_MOST];
	struct str who, rest;

	if (!headed_by_bodies(d, p, &who, &rest) || words_of(rest, 0, W_SELF) || !tells_duties(d, index))
		return false;
	size_t n = body_list(who, items, NOTE_MOST);

	for (size_t i = 0; i < n; i++) {
		size_t open = str_find(items[i].s, STR("("), 0);

		/* 某集团有限公司（简称某集团）: the short name is told of elsewhere. The bracket of 各乡镇（街道） names others of the class. */
		if (open && str_ends(items[i].s, STR(")")) && items[i].kind != BODY_CLASS)
			items[i].s = clause_strip(str_sub(items[i].s, 0, open));
	}
	add_sentences(d, index, m, (size_t)(rest.p - m->s.p), items, n);
	return true;
}

/* 市财政局牵头的工作, 由市商务局负责的事项: bodies and their role in a heading of what they must do; how many bodies. */
static size_t heads_matters(const struct doc *d, struct str title, struct body *items, struct str *role)
{
	const struct word *matter = words_tail(title, W_MATTER), *w;

	if (!matter)
		return 0;
	const struct word *by = words_of(title, 0, W_BY);
	struct str who = str_sub(title, 0, title.n - matter->text.n);

	for (; (w = words_tail(who, W_OF)); )
		who = str_sub(who, 0, who.n - w->text.n);
	const struct word *end = words_tail(who, W_ROLE);

	if (!end || str_chars(title) > LONGEST_NAME)
		return 0;
	*role = end->arg;
	who = clause_strip(str_sub(who, 0, who.n - end->text.n));
	if (by)
		who = clause_strip(str_from(who, by->text.n));
	return body_only(&d->context, who) ? body_list(who, items, NOTE_MOST) : 0;
}

/* Each line under such a heading is a duty of them; the heading itself is none. */
static bool find_matters(struct doc *d, size_t index)
{
	const struct para *p = &d->outline.paras[index];
	struct body items[NOTE_MOST];
	struct str role, carried = STR("");
	size_t n = 0;

	if (p->kind == PARA_ROW || p->section < 0)
		return false;
	/* What stands behind a run-in heading is read as any text. */
	if (heads_matters(d, p->head.n ? p->head : clause_strip(p->body), items, &role))
		return !p->head.n || p->kind == PARA_HEADING;
	for (int s = p->section; s >= 0 && !n; s = d->outline.sections[s].parent)
		n = d->outline.sections[s].para == index ? 0 : heads_matters(d, d->outline.sections[s].title, items, &role);
	if (!n)
		return false;
	struct str task = p->head.n ? p->head : duty_short_task(p->body);

	for (size_t i = 0; i < n && str_chars(task) >= 4 && !words_of(p->body, 0, W_LABEL); i++)
		duty_add(d, "charter", clause_strip(clause_first_sentence(p->body)), task, &items[i], role, &carried);
	return false;
}

bool charter_find(struct doc *d, size_t index, const struct mentions *m)
{
	/* A long paragraph comes in several windows; what it begins with is told once. */
	if (m->s.p == d->outline.paras[index].s.p && find_matters(d, index))
		return true;
	find_charter(d, index, m);
	return find_listed_duty(d, index, m) || find_headed_duty(d, index, m);
}
