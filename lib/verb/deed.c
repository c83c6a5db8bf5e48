/* Knows when a sentence lays a duty on a body, and what the deed is. */
#include "verb/deed.h"

#include "verb/actors.h"
#include "verb/beside.h"
#include "verb/duty.h"
#include "verb/onward.h"
#include "verb/profile.h"
#include "verb/slots.h"
#include "verb/trace.h"

enum {
	LONGEST_UNKNOWN = 45, /* bytes of a body that only 由 tells */
	LONGEST_CLASS_NAME = 16,
	LATEST = 60,          /* findings in which the project that a builder builds is looked for */
	SHORTEST_DEED = 3     /* characters of a verb and what it is about */
};

/* A sentence with a body that may have a duty. */
struct deed {
	struct doc *d;
	size_t index; /* paragraph */
	const struct mentions *m;
	const struct range *s;
	const struct actor *a;      /* those who act */
	struct actor *with;         /* those who act with them */
	struct range clause, tail;  /* that of the first body, that of the verb */
	size_t next, byte;          /* the mention behind the modal words, where it should start */
	size_t evidence;            /* byte from which the evidence stands */
	bool by, modal, opens;
	const struct word *role;    /* the verb is a role word: 牵头, 负责 */
	bool plain;                 /* it is any other verb */
};

/* Whether a clause begins with a body, known by itself or found in its place (磨子桥镇政府). */
static bool opens_with_body(const struct doc *d, const struct mentions *m, struct str text)
{
	struct body b;
	long k = text.n ? clause_last(m, (size_t)(text.p - m->s.p) + 1) : -1;

	return body_at(&d->context, text, 0, &b) || (k >= 0 && m->items[k].kind == M_BODY && m->items[k].from == (size_t)(text.p - m->s.p));
}

/* A role that closes its clause (由A牵头，B配合，…; …，由A负责): the task stands in the first clause behind that is no
 * other body's, else at the head of the sentence, else in the heading. */
static struct str task_beside(const struct doc *d, const struct mentions *m, const struct range *s, size_t index, size_t from, size_t to)
{
	for (size_t at = to; at < s->to;) {
		struct range c = clause_around(m, s, at + 1 < s->to ? at + 1 : at);
		struct str text = clause_strip(str_sub(m->s, c.from, c.to));

		if (c.from < at)
			break;
		if (text.n && !opens_with_body(d, m, text) && !words_of(text, 0, W_BY))
			return actors_phrase(text);
		if (c.to <= at)
			break;
		at = c.to;
	}
	struct range first = clause_around(m, s, s->from);
	struct str head = clause_strip(str_sub(m->s, first.from, first.to < from ? first.to : from));

	const struct word *by = words_of(head, 0, W_BY);
	struct str who = str_from(head, by ? by->text.n : 0);

	/* A牵头，B按职责分工负责: the first clause is itself a role. */
	if (str_chars(head) >= 4 && !(opens_with_body(d, m, who) && words_tail(head, W_ROLE)))
		return duty_short_task(head);
	return d->outline.paras[index].head.n ? d->outline.paras[index].head : duty_section_task(d, d->outline.paras[index].section);
}

/* A牵头、B和C配合: B opens what it does though only a pause stands before it. */
static bool follows_role(const struct deed *x)
{
	size_t i = x->a->first;

	return i >= x->s->first + 2 && x->m->items[i - 1].kind == M_PAUSE && mention_word(&x->m->items[i - 2], W_ROLE) &&
	       x->m->items[i - 2].to == x->m->items[i - 1].from;
}

static void read_opening(struct deed *x)
{
	const struct mentions *m = x->m;
	size_t from = m->items[x->a->first].from;
	const struct mention *before = x->a->first > x->s->first ? &m->items[x->a->first - 1] : NULL;
	bool beside = before && before->to == from;

	x->clause = clause_around(m, x->s, from);
	/* 由所涉及的A、B牵头 */
	while (beside && mention_word(before, W_ADVERB) && before > &m->items[x->s->first] && before[-1].to == before->from)
		before--;
	/* 此项工作县财政局牵头 */
	bool told = beside && mention_word(before, W_THIS) && before->from == x->clause.from;

	x->by = beside && (mention_word(before, W_ASK) || mention_word(before, W_BY));
	x->opens = x->by || told || actors_open(m->s, x->clause.from, from) || (beside && (before->kind == M_PERIOD || before->kind == M_COMMA || follows_role(x)));
	x->evidence = x->by ? before->from : from;
}

/* 市财政局根据审核意见批复预算, 财政部组织专家评审, 财政部通过竞争性选拔，确定…: what a deed is done by stands before its verb. */
static bool is_means(const struct deed *x, const struct mention *verb)
{
	size_t to = x->tail.to;

	if (!mention_word(verb, W_BYSHARE) && !mention_word(verb, W_WITH) && !mention_word(verb, W_MEANS))
		return false;
	if (to + 1 < x->s->to && x->tail.to < x->s->to)
		to = clause_around(x->m, x->s, x->tail.to + 1).to;
	return clause_first_word(x->m, x->s, W_VERB, verb->to, to) >= 0 || clause_first_word(x->m, x->s, W_ROLE, verb->to, to) >= 0;
}

/* Bodies, modal words, those they act with, the verb. */
static void read_actors(struct deed *x)
{
	const struct mentions *m = x->m;
	bool modal = false;

	x->byte = m->items[x->a->last].to;
	x->next = actors_skip_modals(m, x->s, x->next, &x->byte, &x->modal);
	/* In a plan 将…纳入 is a duty as well. */
	x->modal |= onward_lasting(x->d) && x->next < x->s->last && m->items[x->next].from == x->byte && mention_word(&m->items[x->next], W_FUTURE) &&
	            !str_starts(str_from(m->s, m->items[x->next].to), STR("《"));
	/* 条件成熟后我厅将…: the issuer speaks for itself anywhere. */
	x->opens |= x->modal && x->a->bodies[0].kind == BODY_SELF;
	/* 由A组织，B…: the next clause is B's own. */
	bool closes = x->next + 1 < x->s->last && m->items[x->next + 1].kind == M_COMMA && m->items[x->next + 1].from == m->items[x->next].to;

	/* 督促B完成X: a role of its own. */
	const struct word *role = x->next < x->s->last ? mention_word(&m->items[x->next], W_ROLE) : NULL;
	bool supervises = role && str_eq(role->arg, STR("supervise"));

	if (x->next < x->s->last && !closes && !supervises && mention_word(&m->items[x->next], W_WITH) && m->items[x->next].from == x->byte) {
		size_t k = actors_read(m, x->s, x->next + 1, x->with);

		if (x->with->n) {
			x->byte = m->items[x->with->last].to;
			x->next = actors_skip_modals(m, x->s, k, &x->byte, &modal);
			x->modal |= modal;
		}
	}
	const struct mention *verb = x->next < x->s->last && m->items[x->next].from == x->byte ? &m->items[x->next] : NULL;

	x->role = verb ? mention_word(verb, W_ROLE) : NULL;
	/* 落实资金 is a deed, …由A落实 a role. */
	if (x->role && str_eq(x->role->arg, STR("responsible")) && mention_word(verb, W_VERB) && clause_strip(str_sub(m->s, verb->to, clause_around(m, x->s, verb->from).to)).n)
		x->role = NULL;
	x->tail = clause_around(m, x->s, x->byte);
	x->plain = verb && ((mention_word(verb, W_VERB) && !mention_word(verb, W_STOP) && !mention_word(verb, W_JOIN)) || is_means(x, verb));
}

/* A short name of a staff or committee, not of a company. */
static bool is_office(const struct doc *d, const struct body *alias)
{
	struct str none = STR("");

	return words_tail(body_full(&d->context, alias, &none), W_BODY) != NULL;
}

static struct str bodies_of(const struct deed *x)
{
	return str_sub(x->m->s, x->m->items[x->a->first].from, x->m->items[x->a->last].to);
}

static bool against(const struct deed *x, const char *why)
{
	TRACE(x->d, bodies_of(x), "duty", "none in the sentence, %s", why);
	return false;
}

/* What makes it a duty: 由…, a modal word, a role word, in plans a plain verb. Companies have one only where they are
 * told (fixtures: plan-elderly-care.txt, reply-rural-water.txt). */
static bool is_duty(const struct deed *x)
{
	bool lasting = onward_lasting(x->d), told = x->by || x->modal || x->role || (x->with->n && x->d->head.measures);
	enum body_kind kind = x->a->bodies[0].kind;

	if (!x->opens)
		return against(x, "the bodies do not open their clause");
	if (actors_past(x->m, x->m->items[x->a->first].from, x->tail.to))
		return against(x, "a deed of the past");
	/* 由A交由B办理 is B's. */
	if (words_of(x->m->s, x->byte, W_BY))
		return against(x, "they hand it on to others");
	/* 市财政局、市农业农村局会商，…: how what follows came about. */
	if (!told && !x->with->n && str_chars(clause_strip(str_sub(x->m->s, x->m->items[x->a->last].to, x->tail.to))) < SHORTEST_DEED)
		return against(x, "the verb alone tells no deed");
	if (!told && !(lasting && (x->plain || x->with->n)))
		return against(x, lasting ? "no modal word, role or verb stands behind the bodies" : "no modal word or role stands behind the bodies");
	if (!told && (kind == BODY_FIRM || (kind == BODY_ALIAS && !is_office(x->d, &x->a->bodies[0]))))
		return against(x, "a company has a duty only where a modal word or role tells it");
	return true;
}

/* 牵头组织B、C: those that are organised support. */
static struct str read_organised(struct deed *x)
{
	const struct mentions *m = x->m;
	size_t k = x->next + 1;

	while (k < x->s->last && m->items[k].from == m->items[k - 1].to && (mention_word(&m->items[k], W_WITH) || mention_word(&m->items[k], W_ADVERB)))
		k++;
	if (x->next + 1 < x->s->last && m->items[x->next + 1].kind == M_PAUSE && m->items[x->next + 1].from == m->items[x->next].to)
		return STR("");
	/* 牵头组织 is one word as well. */
	bool beside = k < x->s->last && m->items[k].from == m->items[k - 1].to && m->items[k].kind == M_BODY;

	if ((k > x->next + 1 || words_tail(x->role->text, W_WITH)) && beside && !x->with->n && actors_read(m, x->s, k, x->with) && x->with->n)
		return str_sub(m->s, m->items[x->with->last].to, x->tail.to);
	return str_sub(m->s, m->items[x->next].to, x->tail.to);
}

/* 根据审核意见, 收到资金后, 与有关单位一起: when, with whom or on what ground, no deed. */
static bool is_setting(struct str what)
{
	bool ground = words_of(what, 0, W_MEANS) || words_of(what, 0, W_BYSHARE);

	return (ground && !words_of(what, 0, W_TOWHOM)) || words_tail(what, W_SETTING);
}

/* 财政部门收到资金后，应当实行分账核算: the deed stands in a clause behind, unless that is another body's. */
static struct str behind_settings(struct deed *x, struct str what)
{
	for (int n = 0; n < 3 && is_setting(what) && x->tail.to < x->s->to; n++) {
		struct range c = clause_around(x->m, x->s, x->tail.to + 1);
		struct str text = clause_strip(str_sub(x->m->s, c.from, c.to));

		/* …复核后，达标的县…: what follows is no deed of theirs. */
		if (words_of(text, 0, W_CONDITION))
			break;
		for (const struct word *w; (w = words_of(text, 0, W_ADVERB)) || (w = words_of(text, 0, W_MODAL));)
			text = clause_strip(str_from(text, w->text.n));
		if (c.to <= x->tail.to || !text.n || opens_with_body(x->d, x->m, text) || words_of(text, 0, W_BY) || words_of(text, 0, W_JOIN))
			break;
		x->tail = c;
		what = text;
	}
	return what;
}

static struct str read_task(struct deed *x)
{
	struct str what = actors_phrase(clause_strip(x->role ? read_organised(x) : str_sub(x->m->s, x->byte, x->tail.to)));

	if (!x->role)
		what = behind_settings(x, what);

	/* 负责指导服务工作 says more than a role. */
	if (!actors_idle(what) || (str_chars(what) >= 5 && !words_tail(what, W_ROLE)))
		return what;
	/* X由A负责: the task stands before 由. */
	struct str head = clause_strip(str_sub(x->m->s, x->clause.from, x->evidence));

	if (!head.n || words_of(head, 0, W_BY) || actors_open(x->m->s, x->clause.from, x->evidence)) {
		bool alone = x->clause.from == x->s->from && x->tail.to == x->s->to;

		const struct finding *over = profile_project(x->d, x->index);

		/* 由县财政局负责监督 in what a project's heading tells of. */
		if (alone && over && str_chars(what) < 4)
			return over->name;
		/* 县政府办公室将按季跟踪督办。 */
		if (alone && x->modal && x->role && !what.n && str_chars(x->role->text) >= 4)
			return mention_text(x->m, &x->m->items[x->next]);
		/* 县政府办公室负责统筹协调。 says no more; neither does 工作要求 over it. */
		struct str beside = alone && str_chars(what) >= 4 ? what : task_beside(x->d, x->m, x->s, x->index, x->clause.from, x->tail.to);

		/* 联络员负责协调，县水利局负责验收: what stands beside is another's. */
		if (what.n && (words_of(beside, 0, W_BY) || words_within(beside, W_ROLE)))
			return what;
		/* 该工程总投资3亿元，由A负责建设。 */
		if (over && (words_within(beside, W_TOTALINVEST) || words_of(beside, 0, W_FUND)))
			return over->name;
		return str_chars(what) >= 4 && (words_is(beside, W_HEADEND) || (words_tail(beside, W_HEADEND) && str_chars(beside) <= 4)) ? what : beside;
	}
	size_t len;
	long value;

	x->evidence = x->clause.from;
	return outline_marker(head, &len, &value) ? clause_strip(str_from(head, len)) : head;
}

/* 由A负责…，10月底前完成: the clause behind says by when, unless it is another body's. */
static struct str read_deadline(const struct deed *x)
{
	struct str deadline = actors_deadline(x->m, x->s, x->clause.from, x->tail.to);

	if (deadline.n || x->tail.to >= x->s->to)
		return deadline;
	struct range behind = clause_around(x->m, x->s, x->tail.to + 1);

	return opens_with_body(x->d, x->m, clause_strip(str_sub(x->m->s, behind.from, behind.to))) ? STR("") : actors_deadline(x->m, x->s, behind.from, behind.to);
}

/* 由某公司贷款解决, 由乡镇自行承担: who pays, no deed. */
static bool tells_payment(struct str task)
{
	bool pays = false;

	/* 由省级寄宿制学校|建设专项资金解决: a fund whose name began like a body. */
	for (size_t i = 0, len; i < task.n; i += len) {
		const struct word *fund = words_of(task, i, W_FUND);

		str_char(task, i, &len);
		if (words_of(task, i, W_STOP) || task.p[i] == ',')
			break;
		if (fund && i && words_of(task, i + fund->text.n, W_PAY))
			return true;
	}
	for (size_t i = 0; i < task.n;) {
		const struct word *w = words_of(task, i, W_PAY), *other = words_of(task, i, W_FUND);

		pays |= w != NULL;
		w = w ? w : other ? other : words_of(task, i, W_SEEK) ? words_of(task, i, W_SEEK) : words_of(task, i, W_FIRM) ? words_of(task, i, W_FIRM) : words_of(task, i, W_SELF);
		w = w ? w : words_of(task, i, W_ADVERB);
		if (!w)
			return false;
		i += w->text.n;
	}
	return pays;
}

/* Whether the verb that a task begins with only describes what follows 的. */
static bool is_attribute(const struct deed *x, struct str task)
{
	enum { LONGEST_VERB = 12 };
	const struct word *verb = words_of(task, 0, W_VERB);

	if (verb && words_of(task, verb->text.n, W_OF))
		return true;
	for (size_t i = 0, len; x->by && i < task.n && i <= LONGEST_VERB; i += len) {
		if (words_of(task, i, W_OF))
			return true;
		str_char(task, i, &len);
	}
	return false;
}

/* The project of the paragraph that is told of last before byte `at`, or NULL. */
static struct finding *project_before(const struct doc *d, size_t index, const struct mentions *m, size_t at)
{
	const struct view *v = &d->outline.view;
	size_t from = view_from(v, d->outline.paras[index].s), to = view_from(v, str_from(m->s, at));

	for (size_t k = d->count; k-- > 0 && k + LATEST > d->count;) {
		struct finding *f = d->findings[k];

		if (f->type == RECORD_PROJECT && f->key >= from && f->key < to)
			return f;
	}
	return d->named;
}

/* 项目由某某公司投资建设: who builds a project that is told of is its own, no duty. */
static bool give_builder(const struct deed *x, struct str task)
{
	const struct body *b = &x->a->bodies[0];
	struct finding *project;

	if (!x->by || x->role || !(b->kind == BODY_FIRM || b->kind == BODY_ALIAS || words_tail(b->s, W_FIRM)) || words_of(task, 0, W_OF))
		return false;
	for (struct str s = task; s.n;) {
		const struct word *w = words_of(s, 0, W_BUILD);
		struct quantity q;
		size_t sum = w ? 0 : quantity_match(s, STR(""), &q);

		/* 由某公司投资2.8亿元建设 */
		if (sum && q.kind == QUANTITY_MONEY) {
			s = clause_strip(str_from(s, sum));
			continue;
		}
		w = w ? w : words_of(s, 0, W_FUND) ? words_of(s, 0, W_FUND) : words_of(s, 0, W_ROLE) ? words_of(s, 0, W_ROLE) : words_of(s, 0, W_VERB);
		if (!w)
			return false;
		s = clause_strip(str_from(s, w->text.n));
	}
	project = project_before(x->d, x->index, x->m, x->m->items[x->a->first].from);
	for (size_t i = 0; project && i < x->a->n; i++)
		finding_item(x->d, project, "orgs", x->a->bodies[i].s);
	return project != NULL;
}

/* 要为企业提供服务 lays a duty, 应为企业法人 tells a condition. */
static bool serves(const struct deed *x, struct str task)
{
	return words_of(task, 0, W_BA) && clause_first_word(x->m, &x->tail, W_GIVE, x->byte, x->tail.to) >= 0;
}

/* 负责监督: the second role says what they answer for. */
static struct str role_of(const struct deed *x)
{
	size_t at = x->m->items[x->next].to;
	const struct word *more = words_of(x->m->s, at, W_ROLE);
	bool alone = more && !clause_strip(str_sub(x->m->s, at + more->text.n, x->tail.to)).n;

	return str_eq(x->role->arg, STR("responsible")) && alone ? more->arg : x->role->arg;
}

/* 于2013年底由省发展改革委立项, in a report of 2016. */
static bool is_over(const struct doc *d, struct str deadline)
{
	struct period p;
	struct ymd date = d->head.date;

	return deadline.n && date.year && period_parse(deadline, date, &p) && p.end.year && p.end.year < date.year;
}

/* Whether it was laid on a, behind whom mention `next` stands; then they are the last to have a duty. */
static bool read_deed(struct doc *d, size_t index, const struct mentions *m, const struct range *s, const struct actor *a, size_t next, struct actor *last)
{
	struct actor with;
	struct deed x = {.d = d, .index = index, .m = m, .s = s, .a = a, .with = &with, .next = next};

	with.n = 0;
	if (!a->n)
		return false;
	read_opening(&x);
	read_actors(&x);
	if (!is_duty(&x))
		return false;
	struct str task = read_task(&x), evidence = clause_strip(str_sub(m->s, x.evidence, x.tail.to)), deadline = read_deadline(&x);

	/* 由A牵头，B配合，6月底前完善…: the day stands with the task. */
	if (!deadline.n && task.p >= m->s.p && task.p < m->s.p + m->s.n) {
		struct range c = clause_around(m, s, (size_t)(task.p - m->s.p));

		deadline = actors_deadline(m, s, c.from, c.to);
	}

	struct quantity q;

	if (task.n && quantity_match(task, STR(""), &q) == task.n)
		return against(&x, "they bear a share");
	if (is_over(d, deadline))
		return against(&x, "its day is past");
	/* 由商务部门认可的协会, 有关部门采取的措施, 市商务局牵头的工作: no deed, but what a thing is. */
	if (words_of(task, 0, W_OF) || (!x.role && is_attribute(&x, task)))
		return against(&x, "the verb only describes what follows");
	/* 由区政府主要领导任组长: a person's post. */
	if (words_of(str_sub(m->s, m->items[a->last].to, x.tail.to), 0, W_POST))
		return against(&x, "a person of the body is named");
	/* 应具有…, 应符合…, 企业将注册地迁入本市的，… are conditions, no deeds; a line of the printing office is none either, nor is 以下工作. */
	if (!task.n || !evidence.n || words_tail(evidence, W_OF) || (words_of(task, 0, W_CONDITION) && !serves(&x, task)) || words_of(task, 0, W_FOLLOWS) || str_eq(task, evidence) || (!x.by && words_tail(evidence, W_PRINTED)))
		return against(&x, "what follows is a condition, a list, a line of the printing office, or nothing");
	if (x.by && !x.role && tells_payment(task))
		return against(&x, "they only pay");
	if (give_builder(&x, task))
		return against(&x, "they build the project that the text is about");
	TRACE(d, bodies_of(&x), "duty", "laid on the bodies by %s", x.role ? "a role" : x.by ? "the word before them" : x.modal ? "a modal word" : "a verb, in a document that lays duties");
	actors_add(d, "duty-in-a-sentence", evidence, task, a, x.role ? role_of(&x) : onward_role(task), deadline);
	actors_add(d, "duty-in-a-sentence", evidence, task, &with, STR("support"), deadline);
	/* What stands behind those who support is the lead's. */
	if (!x.role || !str_eq(x.role->arg, STR("support")))
		onward_clauses(d, m, s, x.tail.to, a, x.role != NULL);
	*last = *a;
	return true;
}

/* The commas of sentence s where one mention takes the place of those from `at` to i, among which there are none. */
static const uint32_t *moved_commas(const struct range *s, size_t at, size_t i, struct arena *a)
{
	uint32_t *commas = ARENA_ARRAY(a, uint32_t, s->comma_count + 1);

	for (size_t k = 0; k < s->comma_count; k++)
		commas[k] = (uint32_t)(s->commas[k] < i ? s->commas[k] : s->commas[k] + 1 - (i - at));
	return commas;
}

static bool read_injected(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *last, size_t i, struct body b)
{
	struct mentions copy = *m;
	struct arena tmp = {NULL, 0};
	struct range r = *s;
	size_t from = (size_t)(b.s.p - m->s.p), at = i;

	/* The body takes the place of the mentions inside it. */
	while (at > s->first && m->items[at - 1].from >= from)
		at--;
	copy.items = ARENA_ARRAY(&tmp, struct mention, m->n + 1);
	memcpy(copy.items, m->items, at * sizeof *m->items);
	memcpy(copy.items + at + 1, m->items + i, (m->n - i) * sizeof *m->items);
	copy.items[at] = (struct mention){.kind = M_BODY, .from = from, .to = from + b.s.n};
	copy.items[at].body = b;
	copy.n = m->n + 1 - (i - at);
	r.last = r.last + 1 - (i - at);
	r.commas = moved_commas(s, at, i, &tmp);
	struct actor a;
	size_t next = actors_read(&copy, &r, at, &a);
	bool laid = read_deed(d, index, &copy, &r, &a, next, last);

	arena_free(&tmp);
	return laid;
}

/* 推荐单位于9月20日前完成…: a class of bodies without 各 at the head of a clause. */
static bool read_bare_class(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *last, size_t i)
{
	/* 在推荐单位办理 is where, no deed: behind 于 stands by when. */
	if (mention_word(&m->items[i], W_AT) && !(i + 1 < s->last && m->items[i + 1].kind == M_PERIOD))
		return false;
	struct range c = clause_around(m, s, m->items[i].from);
	struct str who = clause_strip(str_sub(m->s, c.from, m->items[i].from));
	const struct word *close = words_tail(who, W_CLASS);
	size_t len, used;
	long value;

	if (outline_marker(who, &len, &value))
		who = clause_strip(str_from(who, len));
	bool place = (region_chain(who, &used) && used == who.n) || (words_tail(who, W_TOWN) && str_chars(who) >= 3 && str_chars(who) <= 6);
	bool class = close && str_eq(close->arg, STR("close")) && str_chars(who) <= LONGEST_CLASS_NAME && str_chars(who) >= 4 && !words_is(who, W_ADVERB);

	if ((!place && !class) || slots_name_before(m, (size_t)(who.p - m->s.p), (size_t)(who.p + who.n - m->s.p)).n != who.n)
		return false;
	if (place)
		return read_injected(d, index, m, s, last, i, body_of(BODY_FIRM, who, who));
	for (size_t k = c.first; k < i; k++)
		if (m->items[k].kind == M_BODY)
			return false;
	return read_injected(d, index, m, s, last, i, body_of(BODY_CLASS, who, STR("")));
}

/* 由X牵头: whatever stands between is the body, known or not. */
static bool read_unknown(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *last, size_t i)
{
	const struct mention *by = &m->items[i];
	size_t k = i + 1;
	bool office = false;

	/* Words of names (镇, 江) may stand in it, and of departments, no others. */
	for (; k < s->last; k++) {
		const struct mention *x = &m->items[k];
		const struct word *verb = mention_word(x, W_VERB);
		bool ends = mention_word(x, W_DEPARTMENT) || mention_word(x, W_BODY);

		if (!ends && !mention_word(x, W_NAMED) && !mention_word(x, W_SUBOFFICE) && !mention_word(x, W_PLAIN) && !mention_word(x, W_ENDING) && !(verb && str_eq(verb->arg, STR("noun")) && !mention_word(x, W_ROLE)))
			break;
		office = ends;
		if (ends)
			k++;
		if (ends)
			break;
	}
	const struct mention *next = k < s->last ? &m->items[k] : NULL;

	if (!next || next->kind == M_BODY || next->from <= by->to || next->from > by->to + LONGEST_UNKNOWN)
		return false;
	/* 由白石乡按照规定组织实施 */
	bool town = words_tail(str_sub(m->s, by->to, next->from), W_TOWN) && (mention_word(next, W_MEANS) || mention_word(next, W_BYSHARE));

	if (!town && !mention_word(next, W_ROLE) && !mention_word(next, W_ADVERB) &&
	    !(office && next->from == m->items[k - 1].to && (mention_word(next, W_WITH) || mention_word(next, W_VERB) || mention_word(next, W_MODAL))))
		return false;
	return read_injected(d, index, m, s, last, k, body_of(BODY_FIRM, str_sub(m->s, by->to, next->from), STR("")));
}

/* Whether mention x may tell of a duty: a body, or one of the words that stand beside bodies. Most words are none. */
static bool may_tell(const struct mention *x)
{
#define TELLING(h) (WORD_BIT(W_BY, h) | WORD_BIT(W_MODAL, h) | WORD_BIT(W_AT, h) | WORD_BIT(W_ROLE, h) | WORD_BIT(W_WITH, h) | WORD_BIT(W_RELY, h))
	static const struct word_set telling = {{TELLING(0), TELLING(1)}};
#undef TELLING

	return !x->depth && (x->kind == M_BODY || (x->kind == M_WORD && words_set_meet(&x->word->classes, &telling)));
}

void deed_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *last)
{
	bool any = false, laid = false;

	for (size_t i = s->first; i < s->last; i++) {
		const struct mention *x = &m->items[i];

		if (!may_tell(x))
			continue;
		if (mention_word(x, W_BY))
			laid |= read_unknown(d, index, m, s, last, i);
		if (mention_word(x, W_MODAL) || mention_word(x, W_AT) || mention_word(x, W_ROLE))
			laid |= read_bare_class(d, index, m, s, last, i);
		if (beside_find(d, m, s, i))
			continue;
			/* 全省, 我市 are the place, no body. */
		if (x->kind != M_BODY || x->body.kind == BODY_TREASURY || body_is_self(&x->body, STR("region")))
			continue;
		struct actor a;
		size_t next = actors_read(m, s, i, &a);

		any = true;
		laid |= read_deed(d, index, m, s, &a, next, last);
		if (a.n)
			i = a.last;
	}
	if (!laid && !(last->n && onward_sentence(d, m, s, last)) && any)
		last->n = 0;
}
