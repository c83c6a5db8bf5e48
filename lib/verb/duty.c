/* Knows how a task finds the bodies that must do it. */
#include "verb/duty.h"

#include "verb/clause.h"
#include "verb/note.h"
#include "verb/slots.h"

enum {
	LONGEST_TASK = 40,  /* characters of a list item that is its own task; a longer one gives its first clause */
	MOST_LISTED = 24,
	LONGEST_UNKNOWN = 45, /* bytes of a body that only 由 tells */
	RUN_IN = 30,
	LONGEST_CLASS_NAME = 16
};

static bool is_lasting(const struct doc *d)
{
	struct str g = d->head.genre;

	return str_eq(g, STR("plan")) || str_eq(g, STR("measures")) || str_eq(g, STR("notice")) || str_eq(g, STR("list"));
}

struct finding *duty_add(struct doc *d, const char *rule, struct str evidence, struct str task, const struct body *b,
                         struct str role, struct str *carried)
{
	struct finding *f = finding_new(d, RECORD_RESPONSIBILITY, rule, evidence);
	struct str full = body_full(&d->context, b, carried);

	f->key = view_from(&d->outline.view, b->s);
	finding_cell(d, f, "task", task);
	finding_cell(d, f, "org", b->s);
	if (!str_eq(full, b->s))
		finding_word(d, f, "org_full", full);
	finding_word(d, f, "role", role);
	return f;
}

/* ---- tasks ---- */

/* A list item in its shortest form: its run-in heading, all of it when short, else its first clause. */
static struct str short_task(struct str s)
{
	size_t len;
	long value;

	s = clause_strip(s);
	if (outline_marker(s, &len, &value))
		s = clause_strip(str_from(s, len));
	const struct word *w = words_of(s, 0, W_NTH);

	if (w)
		s = clause_strip(str_from(s, w->text.n));
	size_t stop = str_find(s, STR("。"), 0);

	if (stop < s.n && str_chars(str_sub(s, 0, stop)) <= RUN_IN)
		return str_sub(s, 0, stop);
	s = str_sub(s, 0, stop);
	if (str_chars(s) <= LONGEST_TASK)
		return s;
	for (size_t i = 0; i < s.n; i += len) {
		uint32_t c = str_char(s, i, &len);

		if ((c == ',' || c == ';' || c == 0xFF1B || c == ':') && str_chars(str_sub(s, 0, i)) >= 4)
			return str_sub(s, 0, i);
	}
	return s;
}

static struct str section_task(const struct doc *d, int section)
{
	while (section >= 0 && !d->outline.sections[section].title.n)
		section = d->outline.sections[section].parent;
	return section >= 0 ? d->outline.sections[section].title : STR("");
}

/* What the note that starts at byte `at` closes. The paragraph's own run-in heading when it has one
 * and no other note stood in it before; a sentence of its own when the paragraph holds several notes;
 * the paragraph or heading before a note that stands alone. */
static struct str noted_task(const struct doc *d, size_t index, struct str text, size_t from, size_t at, bool only)
{
	const struct para *p = &d->outline.paras[index];
	struct str before = clause_strip(str_sub(text, from, at));

	if (only && p->head.n)
		return p->head;
	if (!before.n && index > 0 && !p->head.n) {
		const struct para *q = &d->outline.paras[index - 1];

		for (size_t k = index; k-- > 0 && index - k < 4; q = &d->outline.paras[k]) {
			q = &d->outline.paras[k];
			if (q->kind != PARA_TEXT || !words_of(q->s, 0, W_LABEL))
				break;
		}
		if (q->kind == PARA_ROW)
			return section_task(d, p->section);
		return q->head.n ? q->head : short_task(q->s);
	}
	if (only && !p->level && !p->head.n && index > 0 && d->outline.paras[index - 1].kind == PARA_HEADING)
		return section_task(d, p->section);
	return short_task(before);
}

/* ---- notes ---- */

static void add_note(struct doc *d, const char *rule, struct str evidence, struct str task, const struct note *n)
{
	struct str carried = STR("");

	for (size_t i = 0; i < n->n; i++) {
		struct finding *f =
			duty_add(d, rule, evidence, task, &n->members[i].body, n->members[i].role, &carried);

		finding_cell(d, f, "deadline_text", n->deadline);
	}
}

static size_t count_notes(const struct doc *d, const struct mentions *m)
{
	size_t n = 0;
	struct note note;

	for (size_t i = 0; i < m->n; i++)
		if (m->items[i].kind == M_BRACKET && !m->items[i].depth)
			n += note_read(&d->context, str_sub(m->s, m->items[i].from + 1, m->items[i].to - 1), false, &note) && note.n;
	return n;
}

/* A bracket that names bodies is a note where a sentence or the paragraph ends at it, or where it says
 * what they do. */
static bool closes_sentence(const struct mentions *m, const struct mention *x)
{
	struct str after = str_from(m->s, x->to);
	size_t len;

	if (!after.n)
		return true;
	uint32_t c = str_char(after, 0, &len);

	return c == 0x3002 || c == ';' || c == 0xFF1B || c == '(' || outline_marker(after, &len, &(long){0}) || words_of(after, 0, W_NTH);
}

static struct str inside(struct str s, const struct mention *x)
{
	size_t open, close, to = x->to;

	str_char(s, x->from, &open);
	close = str_before(s, to);
	uint32_t c = str_char(s, close, &open);

	if (c == ')' || c == ']' || c == 0x3011)
		to = close;
	str_char(s, x->from, &open);
	return str_sub(s, x->from + open, to);
}

static size_t find_bracket_notes(struct doc *d, size_t index, const struct mentions *m)
{
	size_t total = count_notes(d, m), found = 0, from = 0;

	for (size_t i = 0; i < m->n; i++) {
		const struct mention *x = &m->items[i];
		struct note n;
		struct str in;

		if (x->kind != M_BRACKET || x->depth)
			continue;
		in = inside(m->s, x);
		bool labelled = words_of(in, 0, W_LABEL);

		if (!note_read(&d->context, in, false, &n) || !n.n || !(labelled || closes_sentence(m, x)))
			continue;
		add_note(d, "note-in-brackets", mention_text(m, x), noted_task(d, index, m->s, from, x->from, total == 1), &n);
		from = x->to;
		found++;
	}
	return found;
}

/* 责任单位：… as a line of its own or at the end of a paragraph. The lines of one item share their deadline. */
static struct str shared_deadline(const struct doc *d, size_t index)
{
	for (int step = -1; step <= 1; step += 2)
		for (size_t k = index, n = 0; n < 4; n++) {
			if ((step < 0 && k == 0) || (step > 0 && k + 1 >= d->outline.count))
				break;
			k += (size_t)step;
			const struct para *p = &d->outline.paras[k];
			const struct word *w = p->kind == PARA_TEXT || p->kind == PARA_HEADING ? words_of(p->body, 0, W_LABEL) : NULL;
			struct note note;

			if (!w)
				break;
			if (str_eq(w->arg, STR("deadline")) && note_read(&d->context, p->body, true, &note))
				return note.deadline;
		}
	return STR("");
}

static size_t label_place(struct str s)
{
	int depth = 0;

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_of(s, i, W_LABEL);
		uint32_t c = str_char(s, i, &len);

		depth += (c == '(' || c == '[' || c == 0x3010) - (depth > 0 && (c == ')' || c == ']' || c == 0x3011));
		if (!w || depth)
			continue;
		size_t end = i + w->text.n;
		bool starts = i == 0 || str_ends(str_sub(s, 0, i), STR("。")) || str_ends(str_sub(s, 0, i), STR(";")) ||
		              str_ends(str_sub(s, 0, i), STR(" ")) || str_ends(str_sub(s, 0, i), STR(")")) || str_ends(str_sub(s, 0, i), STR("】"));

		if (starts && end < s.n && s.p[end] == ':')
			return i;
		len = w->text.n;
	}
	return s.n;
}

static bool find_labelled_line(struct doc *d, size_t index, const struct mentions *m)
{
	size_t at = label_place(m->s);
	struct note n;

	if (at == m->s.n || !note_read(&d->context, str_from(m->s, at), true, &n) || !n.n)
		return false;
	if (!n.deadline.n)
		n.deadline = shared_deadline(d, index);
	add_note(d, "note-in-a-line", str_from(m->s, at), noted_task(d, index, m->s, 0, at, true), &n);
	return true;
}

/* ---- sentences ---- */

struct actor {
	struct body bodies[MOST_LISTED];
	size_t n;
	size_t first, last; /* mentions */
};

/* Bodies joined by 、 和 与 starting at mention i. */
static size_t read_actors(const struct mentions *m, const struct range *r, size_t i, struct actor *out)
{
	out->n = 0;
	out->first = i;
	for (; i < r->last; i++) {
		const struct mention *x = &m->items[i];

		if (x->kind == M_BODY && x->body.kind != BODY_TREASURY && out->n < MOST_LISTED) {
			out->bodies[out->n++] = x->body;
			out->last = i;
			continue;
		}
		bool joins = x->kind == M_PAUSE || mention_word(x, W_JOIN) || (x->kind == M_COMMA && i + 1 < r->last && m->items[i + 1].kind == M_BODY);

		if (!joins || (i > out->first && m->items[i - 1].to != x->from && m->items[i - 1].kind != M_BODY))
			break;
	}
	return out->n ? out->last + 1 : i;
}

static bool is_past(const struct mentions *m, size_t from, size_t to)
{
	struct str s = str_sub(m->s, from, to);

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_of(s, i, W_PAST);

		if (w)
			return true;
		str_char(s, i, &len);
	}
	return false;
}

static struct str clause_text(const struct mentions *m, const struct range *clause, size_t from)
{
	return clause_strip(str_sub(m->s, from, clause->to));
}

/* The verb phrase from `from`, without the adverbs that open it. */
static struct str verb_phrase(struct str s)
{
	for (const struct word *w; (w = words_of(s, 0, W_ADVERB));)
		s = clause_strip(str_from(s, w->text.n));
	return s;
}

static void add_actors(struct doc *d, const char *rule, struct str evidence, struct str task, const struct actor *a,
                       struct str role, struct str deadline)
{
	struct str carried = STR("");

	for (size_t i = 0; i < a->n; i++)
		finding_cell(d, duty_add(d, rule, evidence, task, &a->bodies[i], role, &carried), "deadline_text", deadline);
}

/* By when: the first period in bytes [from, to) that ends on a day (…前, 到…, …底) or recurs. */
static struct str deadline_in(const struct mentions *m, const struct range *s, size_t from, size_t to)
{
	for (size_t i = s->first; i < s->last; i++) {
		const struct mention *x = &m->items[i];

		if (x->kind != M_PERIOD || x->from < from || x->to > to || x->period->start.year)
			continue;
		if (x->period->end.year || x->period->relative || x->period->note != PERIOD_PLAIN)
			return mention_text(m, x);
	}
	return STR("");
}

/* The adverbs, modal words and future words between the bodies and their verb. */
static size_t skip_modals(const struct mentions *m, const struct range *r, size_t i, size_t *byte, bool *modal)
{
	*modal = false;
	for (; i < r->last && m->items[i].from == *byte; i++) {
		const struct mention *x = &m->items[i];

		/* 将…定为主题 is no future: 将 is, before a verb or where nothing is made of anything. */
		const struct mention *next = i + 1 < r->last && m->items[i + 1].from == x->to ? &m->items[i + 1] : NULL;
		bool acts = next && (mention_word(next, W_VERB) || mention_word(next, W_ADVERB) || mention_word(next, W_ROLE) ||
		                     mention_word(next, W_WITH) || mention_word(next, W_FUTURE) || mention_word(next, W_FUND));
		struct range clause = clause_around(m, r, x->from);

		acts |= clause_first_word(m, &clause, W_BA, x->to, clause.to) < 0;

		if (mention_word(x, W_MODAL) || (mention_word(x, W_FUTURE) && acts))
			*modal = true;
		else if (!mention_word(x, W_ADVERB) && !mention_word(x, W_ETC) && x->kind != M_PERIOD &&
		         !(mention_word(x, W_AT) && next && next->kind == M_PERIOD))
			break;
		*byte = x->to;
	}
	return i;
}

/* 加强对…的指导 is guidance whatever its verb. */
static struct str closing_word(struct str what)
{
	const struct word *w = words_tail(what, W_ROLE);

	return w && str_eq(w->arg, STR("supervise")) ? w->arg : STR("responsible");
}

/* Nothing but role words and adverbs: 负责落实. */
static bool says_nothing(struct str s)
{
	while (s.n) {
		const struct word *w = words_of(s, 0, W_ROLE);

		if (!w)
			w = words_of(s, 0, W_ADVERB);
		if (!w)
			return str_chars(s) < 3;
		s = clause_strip(str_from(s, w->text.n));
	}
	return true;
}

/* A role that closes its clause (由A牵头，B配合，…; …，由A负责): the task stands in the first clause behind that is no
 * other body's, else at the head of the sentence, else in the heading. */
static struct str task_beside(const struct doc *d, const struct mentions *m, const struct range *s, size_t index, size_t from, size_t to)
{
	struct body b;

	for (size_t at = to; at < s->to;) {
		struct range c = clause_around(m, s, at + 1 < s->to ? at + 1 : at);
		struct str text = clause_strip(str_sub(m->s, c.from, c.to));

		if (c.from < at)
			break;
		if (text.n && !body_at(&d->context, text, 0, &b) && !words_of(text, 0, W_BY))
			return verb_phrase(text);
		if (c.to <= at)
			break;
		at = c.to;
	}
	struct range first = clause_around(m, s, s->from);
	struct str head = clause_strip(str_sub(m->s, first.from, first.to < from ? first.to : from));

	if (str_chars(head) >= 4)
		return short_task(head);
	return d->outline.paras[index].head.n ? d->outline.paras[index].head : section_task(d, d->outline.paras[index].section);
}

/* A duty in a sentence: bodies, then what makes it a duty (由…, a modal word, a role word, in plans a plain
 * verb), then the deed. fixtures: plan-elderly-care.txt, reply-rural-water.txt. */
/* Nothing but numbering, adverbs and joining words: what follows opens the clause. */
static bool is_lead(struct str s, size_t from, size_t to)
{
	struct str lead = clause_strip(str_sub(s, from, to));
	size_t len;
	long value;

	if (outline_marker(lead, &len, &value) || outline_marker(str_sub(s, from, to), &len, &value))
		lead = clause_strip(str_from(str_sub(s, from, to), len));
	for (const struct word *w; lead.n;) {
		if (!(w = words_of(lead, 0, W_NTH)) && !(w = words_of(lead, 0, W_ADVERB)) && !(w = words_of(lead, 0, W_JOIN)))
			return false;
		lead = clause_strip(str_from(lead, w->text.n));
	}
	return true;
}

static void read_duty(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	struct actor a, with = {.n = 0};
	size_t next = read_actors(m, s, i, &a);

	if (!a.n)
		return;
	size_t byte = m->items[a.last].to, from = m->items[a.first].from;
	struct range clause = clause_around(m, s, from);
	const struct mention *before = a.first > s->first ? &m->items[a.first - 1] : NULL;
	bool asked = before && mention_word(before, W_ASK) && before->to == from, modal, modal2;
	bool by = asked || (before && mention_word(before, W_BY) && before->to == from);
	bool opens = by || is_lead(m->s, clause.from, from) || (before && before->to == from && (before->kind == M_PERIOD || before->kind == M_COMMA));

	next = skip_modals(m, s, next, &byte, &modal);
	/* 条件成熟后我厅将…: the issuer speaks for itself anywhere. */
	opens |= modal && a.bodies[0].kind == BODY_SELF;
	if (next < s->last && mention_word(&m->items[next], W_WITH) && m->items[next].from == byte) {
		size_t k = read_actors(m, s, next + 1, &with);

		if (with.n) {
			byte = m->items[with.last].to;
			next = skip_modals(m, s, k, &byte, &modal2);
			modal |= modal2;
		}
	}
	const struct mention *verb = next < s->last && m->items[next].from == byte ? &m->items[next] : NULL;
	const struct word *role = verb ? mention_word(verb, W_ROLE) : NULL;
	bool plain = verb && mention_word(verb, W_VERB) && !mention_word(verb, W_STOP) && !mention_word(verb, W_JOIN);

	if (!opens)
		return;
	struct range tail = clause_around(m, s, byte);

	if (is_past(m, from, tail.to))
		return;
	for (size_t k = 0; k < a.n; k++)
		if (a.bodies[k].kind == BODY_CLASS && !modal && !role && !by && !is_lasting(d))
			return;
	bool company = with.n > 0 && is_lasting(d);

	if (!(by || modal || role || company || (plain && opens && is_lasting(d))))
		return;
	if ((a.bodies[0].kind == BODY_FIRM || a.bodies[0].kind == BODY_ALIAS) && !by && !role && !modal)
		return;
	struct str what = role ? STR("") : verb_phrase(clause_text(m, &tail, byte));
	struct str word = role ? role->arg : closing_word(what);
	size_t evidence_from = by ? before->from : from;

	if (role) {
		what = verb_phrase(clause_text(m, &tail, verb->to));
		/* 牵头组织B、C: those that are organised support. */
		size_t k = next + 1;

		while (k < s->last && m->items[k].from == m->items[k - 1].to && (mention_word(&m->items[k], W_WITH) || mention_word(&m->items[k], W_ADVERB)))
			k++;
		if (k > next + 1 && !with.n && read_actors(m, s, k, &with) && with.n)
			what = verb_phrase(clause_text(m, &tail, m->items[with.last].to));
	}
	/* X由A负责: the task stands before 由. */
	if (says_nothing(what)) {
		struct str head = clause_strip(str_sub(m->s, clause.from, evidence_from));

		if (head.n)
			what = head, evidence_from = clause.from;
		else
			what = task_beside(d, m, s, index, clause.from, tail.to);
	}
	struct str evidence = clause_strip(str_sub(m->s, evidence_from, tail.to));

	/* 应具有…, 应符合… are conditions, no deeds. */
	if (!what.n || !evidence.n || words_of(what, 0, W_CONDITION) || words_tail(evidence, W_PRINTED))
		return;
	struct str deadline = deadline_in(m, s, clause.from, tail.to);

	/* 由A负责…，10月底前完成: the clause behind says by when, unless it is another body's. */
	if (!deadline.n && tail.to < s->to) {
		struct range behind = clause_around(m, s, tail.to + 1);
		struct body other;

		if (!body_at(&d->context, m->s, behind.from, &other))
			deadline = deadline_in(m, s, behind.from, behind.to);
	}
	add_actors(d, "duty-in-a-sentence", evidence, what, &a, word, deadline);
	add_actors(d, "duty-in-a-sentence", evidence, what, &with, STR("support"), deadline);
}

/* 会同A、B开展…, with nobody before it: those named support. */
static void read_company(struct doc *d, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *with = &m->items[i], *before = i > s->first ? &m->items[i - 1] : NULL;
	struct range clause = clause_around(m, s, with->from);
	struct actor a;
	size_t next = read_actors(m, s, i + 1, &a);

	if (!a.n || m->items[a.first].from != with->to || (before && before->kind == M_BODY && before->to == with->from))
		return;
	/* Only modal words, periods and joining words may stand before it in its clause. */
	for (size_t k = clause.first; k < i; k++)
		if (m->items[k].kind == M_BODY || mention_word(&m->items[k], W_VERB) != NULL)
			if (!mention_word(&m->items[k], W_FUTURE) && !mention_word(&m->items[k], W_JOIN) && !mention_word(&m->items[k], W_ADVERB))
				return;
	struct range tail = clause_around(m, s, m->items[a.last].to);
	struct str task = verb_phrase(clause_text(m, &tail, m->items[a.last].to));

	(void)next;
	if (!says_nothing(task) && a.bodies[0].kind != BODY_FIRM && !is_past(m, clause.from, tail.to) && str_eq(words_of(m->s, with->from, W_WITH)->text, mention_text(m, with)))
		add_actors(d, "in-company", clause_strip(str_sub(m->s, with->from, tail.to)), task, &a, STR("support"),
		           deadline_in(m, s, clause.from, tail.to));
}

/* 依托X建设的Y: X builds Y. */
static void read_reliance(struct doc *d, const struct mentions *m, const struct range *s, size_t i)
{
	struct actor a;
	size_t next = read_actors(m, s, i + 1, &a);

	if (!a.n || a.bodies[0].kind == BODY_CLASS || next >= s->last || m->items[a.first].from != m->items[i].to)
		return;
	const struct mention *verb = &m->items[next];

	if (!mention_word(verb, W_VERB) || verb->from != m->items[a.last].to)
		return;
	struct range clause = clause_around(m, s, m->items[i].from);
	struct str task = str_sub(m->s, verb->to, clause.to);

	/* A list (…和依托…) ends the thing that is built. */
	for (size_t k = next + 1; k < s->last && m->items[k].from < clause.to; k++)
		if (mention_word(&m->items[k], W_RELY)) {
			task = str_sub(m->s, verb->to, m->items[k].from);
			break;
		}
	const struct word *w = words_of(task, 0, W_OF);

	if (w)
		task = str_from(task, w->text.n);
	for (const struct word *j; (j = words_tail(task, W_JOIN));)
		task = str_sub(task, 0, task.n - j->text.n);
	task = clause_strip(task);
	if (!task.n)
		return;
	add_actors(d, "reliance", str_sub(m->s, m->items[i].from, (size_t)(task.p + task.n - m->s.p)), task, &a, STR("implement"), STR(""));
}

/* 在X的指导下: X supervises what follows. */
static void read_guidance(struct doc *d, const struct mentions *m, const struct range *s, size_t i)
{
	struct actor a;
	size_t next = read_actors(m, s, i, &a);

	if (!a.n || next >= s->last)
		return;
	const struct word *w = words_of(m->s, m->items[a.last].to, W_UNDER);

	if (!w)
		return;
	struct range clause = clause_around(m, s, m->items[a.first].from);
	struct range deed = clause_around(m, s, clause.to + 1 < s->to ? clause.to + 1 : clause.to);
	struct str task = verb_phrase(clause_strip(str_sub(m->s, deed.from > clause.to ? deed.from : m->items[a.last].to + w->text.n, deed.to)));

	if (task.n)
		add_actors(d, "guidance", clause_strip(str_sub(m->s, clause.from, deed.to)), task, &a, STR("supervise"), STR(""));
}

static void read_injected(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i, struct body b)
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
	read_duty(d, index, &copy, &r, at);
	arena_free(&tmp);
}

/* 推荐单位于9月20日前完成…: a class of bodies without 各 at the head of a clause. */
static void read_bare_class(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	struct range c = clause_around(m, s, m->items[i].from);
	struct str who = clause_strip(str_sub(m->s, c.from, m->items[i].from));
	const struct word *close = words_tail(who, W_CLASS);
	size_t len;
	long value;

	if (outline_marker(who, &len, &value))
		who = clause_strip(str_from(who, len));
	size_t used;
	bool place = region_chain(who, &used) && used == who.n;

	if (place && slots_name_before(m, c.from, m->items[i].from).n == who.n && mention_word(&m->items[i], W_MODAL)) {
		read_injected(d, index, m, s, i, (struct body){BODY_FIRM, who, who});
		return;
	}
	if (!close || !str_eq(close->arg, STR("close")) || str_chars(who) > LONGEST_CLASS_NAME || str_chars(who) < 4 ||
	    slots_name_before(m, (size_t)(who.p - m->s.p), (size_t)(who.p + who.n - m->s.p)).n != who.n)
		return;
	for (size_t k = c.first; k < i; k++)
		if (m->items[k].kind == M_BODY)
			return;
	if (mention_word(&m->items[i], W_AT) && !(i + 1 < s->last && m->items[i + 1].kind == M_PERIOD))
		return;
	read_injected(d, index, m, s, i, (struct body){BODY_CLASS, who, STR("")});
}

/* 由X牵头: whatever stands between is the body, known or not. */
static void read_unknown(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *by = &m->items[i], *next = i + 1 < s->last ? &m->items[i + 1] : NULL;

	if (!next || next->kind == M_BODY || next->from <= by->to || next->from > by->to + LONGEST_UNKNOWN)
		return;
	if (!mention_word(next, W_ROLE) && !mention_word(next, W_ADVERB))
		return;
	read_injected(d, index, m, s, i + 1, (struct body){BODY_FIRM, str_sub(m->s, by->to, next->from), STR("")});
}

/* 全省, 我市: the place, no body. */
static bool is_region_self(const struct body *b)
{
	const struct word *w = b->kind == BODY_SELF ? words_is(b->s, W_SELF) : NULL;

	return w && str_eq(w->arg, STR("region"));
}

/* 县级人民政府是项目实施的责任主体 */
static void read_answerable(struct doc *d, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i], *is = i + 1 < s->last ? &m->items[i + 1] : NULL;
	struct range c = clause_around(m, s, x->from);
	const struct word *head = words_tail(str_sub(m->s, c.from, c.to), W_DUTYHEAD);
	struct str carried = STR("");

	if (!is || !head || !words_of(m->s, x->to, W_IS) || is->from != x->to)
		return;
	struct str task = clause_strip(str_sub(m->s, is->to, c.to - head->text.n));
	const struct word *of = words_tail(task, W_OF);

	if (of)
		task = clause_strip(str_sub(task, 0, task.n - of->text.n));
	if (task.n)
		duty_add(d, "answerable", clause_strip(str_sub(m->s, x->from, c.to)), task, &x->body, STR("responsible"), &carried);
}

static void find_in_sentence(struct doc *d, size_t index, const struct mentions *m, const struct range *s)
{
	for (size_t i = s->first; i < s->last; i++) {
		const struct mention *x = &m->items[i];

		if (x->depth)
			continue;
		if (mention_word(x, W_BY))
			read_unknown(d, index, m, s, i);
		if (mention_word(x, W_MODAL) || mention_word(x, W_AT) || mention_word(x, W_ROLE))
			read_bare_class(d, index, m, s, i);
		if (mention_word(x, W_WITH) && str_eq(mention_word(x, W_WITH)->arg, STR("company")))
			read_company(d, m, s, i);
		if (mention_word(x, W_RELY)) {
			read_reliance(d, m, s, i);
			continue;
		}
		if (x->kind != M_BODY || x->body.kind == BODY_TREASURY || is_region_self(&x->body))
			continue;
		struct actor a;

		read_guidance(d, m, s, i);
		read_answerable(d, m, s, i);
		read_duty(d, index, m, s, i);
		read_actors(m, s, i, &a);
		if (a.n)
			i = a.last;
	}
}

/* 联盟任务。一是…。二是…。 and 市科技局主要职责 over a list: the heading names the body, each point is a duty of it. */
static bool charter_body(const struct doc *d, struct str heading, struct body *out)
{
	return body_at(&d->context, heading, 0, out) && out->kind != BODY_SELF && words_is(str_from(heading, out->s.n), W_CHARTER);
}

static void find_charter(struct doc *d, size_t index, const struct mentions *m)
{
	const struct para *p = &d->outline.paras[index];
	struct str heading = p->head.n ? p->head : section_task(d, p->section);
	struct str carried = STR("");
	struct range s;
	struct body b;
	size_t at = 0, byte = 0;

	if (p->kind != PARA_TEXT || !charter_body(d, heading, &b))
		return;
	while (clause_sentence(m, &at, &byte, &s)) {
		struct str text = clause_strip(str_sub(m->s, s.from, s.to));
		const struct word *nth = words_of(text, 0, W_NTH);
		struct str task = nth ? short_task(text) : STR("");

		if (task.n)
			duty_add(d, "charter", text, task, &b, STR("responsible"), &carried);
	}
}

void duty_find(struct doc *d, size_t index, const struct mentions *m)
{
	size_t at = 0, byte = 0;
	struct range s;

	find_charter(d, index, m);

	if (words_of(d->outline.paras[index].body, 0, W_LABEL) && find_labelled_line(d, index, m))
		return;
	find_bracket_notes(d, index, m);
	find_labelled_line(d, index, m);
	while (clause_sentence(m, &at, &byte, &s))
		find_in_sentence(d, index, m, &s);
}
