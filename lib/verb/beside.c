/* Knows the duties of bodies that stand beside a deed: 会同A, 依托A建设…, 在A的指导下, A是…的责任主体. */
#include "verb/beside.h"

#include "verb/actors.h"
#include "verb/duty.h"
#include "verb/errand.h"
#include "verb/mood.h"

enum { LOOKED_BACK = 32 /* mentions */ };

/* 会同A、B开展…, with nobody before it: those named support. */
static void read_company(struct doc *d, size_t index, const struct mentions *m, const struct range *s, const struct actor *laid, size_t i)
{
	const struct mention *with = &m->items[i], *before = i > s->first ? &m->items[i - 1] : NULL;
	struct range clause = clause_around(m, s, with->from);
	struct actor a;
	size_t next = actors_read(m, s, i + 1, &a);

	/* 财务处会同审计处: what a body that no table has does in company has been read with it. */
	bool told = laid->n && laid->bodies[laid->n - 1].s.p + laid->bodies[laid->n - 1].s.n == m->s.p + with->from;

	if (told || !a.n || m->items[a.first].from != with->to || (before && before->kind == M_BODY && before->to == with->from))
		return;
	/* Only modal words, periods and joining words may stand before it in its clause. */
	for (size_t k = clause.first; k < i; k++)
		if (m->items[k].kind == M_BODY || mention_word(&m->items[k], W_VERB) != NULL)
			if (!mention_word(&m->items[k], W_FUTURE) && !mention_word(&m->items[k], W_JOIN) && !mention_word(&m->items[k], W_ADVERB))
				return;
	struct range tail = clause_around(m, s, m->items[a.last].to);
	struct str task = actors_phrase(actors_behind_day(m, &tail, actors_phrase(actors_behind(m, &a, tail.to))));

	(void)next;
	/* 会同A、B，在7月15日前完成…: the deed stands in the next clause. */
	if (!task.n && tail.to + 1 < s->to) {
		struct range deed = clause_around(m, s, tail.to + 1);
		struct body other;

		task = actors_phrase(clause_strip(str_sub(m->s, deed.from, deed.to)));
		task = body_at(&d->context, m->s, deed.from, &other) ? STR("") : actors_phrase(actors_behind_day(m, &deed, task));
		tail.to = task.n ? deed.to : tail.to;
	}
	/* 由A牵头，会同B组织实施: what A leads. */
	if (actors_idle(task) && laid->n && laid->answer)
		task = laid->task;
	/* 近年来，我部会同A不断加大支持力度; in a report's part of what was done no word of the past need stand by it. */
	bool reviewed = words_within(str_sub(m->s, s->from, clause_around(m, s, s->from).to), W_LOOKBACK) ||
	                (str_eq(d->head.genre, STR("report")) && mood_of(d, index) != MOOD_AIMED);

	/* A company has a duty where it acts with those who have one: 由甲集团牵头，联合乙大学组建…. */
	if (!actors_idle(task) && !reviewed && (a.bodies[0].kind != BODY_FIRM || (laid->n && laid->answer)) && !actors_past(m, clause.from, tail.to) && str_eq(words_of(m->s, with->from, W_WITH)->text, mention_text(m, with)))
		actors_add(d, "in-company", clause_strip(str_sub(m->s, with->from, tail.to)), task, &a, STR("support"),
		           actors_deadline(m, s, clause.from, tail.to));
}

/* 依托X建设的Y: X builds Y. */
static void read_reliance(struct doc *d, const struct mentions *m, const struct range *s, size_t i)
{
	struct actor a;
	size_t next = actors_read(m, s, i + 1, &a);

	if (!a.n || a.bodies[0].kind == BODY_CLASS || next >= s->last || m->items[a.first].from != m->items[i].to)
		return;
	const struct mention *verb = &m->items[next];
	struct range clause = clause_around(m, s, m->items[i].from);

	/* 依托A、B，统筹…: the deed stands in the next clause. */
	if (verb->kind == M_COMMA && verb->from == m->items[a.last].to) {
		struct range deed = clause_around(m, s, verb->to);
		struct str what = actors_phrase(clause_strip(str_sub(m->s, deed.from, deed.to)));

		if (what.n && !actors_past(m, clause.from, deed.to))
			actors_add(d, "reliance", clause_strip(str_sub(m->s, m->items[i].from, deed.to)), what, &a, STR("implement"), STR(""));
		return;
	}
	if (!mention_word(verb, W_VERB) || verb->from != m->items[a.last].to)
		return;
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
	actors_add(d, "reliance", str_sub(m->s, m->items[i].from, (size_t)(task.p + task.n - m->s.p)), task, &a, STR("implement"), STR(""));
}

/* 在X的指导下: X supervises what follows. */
static void read_guidance(struct doc *d, const struct mentions *m, const struct range *s, size_t i)
{
	static const struct word_set under = {{WORD_BIT(W_UNDER, 0), WORD_BIT(W_UNDER, 1)}};
	struct actor a;

	if (!words_may_hold(str_sub(m->s, m->items[i].from, s->to), &under))
		return;
	size_t next = actors_read(m, s, i, &a);

	if (!a.n || next >= s->last)
		return;
	const struct word *w = words_of(m->s, m->items[a.last].to, W_UNDER);

	if (!w)
		return;
	struct range clause = clause_around(m, s, m->items[a.first].from);
	struct range deed = clause_around(m, s, clause.to + 1 < s->to ? clause.to + 1 : clause.to);
	struct str task = actors_phrase(clause_strip(str_sub(m->s, deed.from > clause.to ? deed.from : m->items[a.last].to + w->text.n, deed.to)));

	if (task.n && !actors_past(m, clause.from, deed.to))
		actors_add(d, "guidance", clause_strip(str_sub(m->s, clause.from, deed.to)), task, &a, STR("supervise"), STR(""));
}

/* A duty that says what a body is: A是X的责任主体, B、C为X的配合单位. */
struct answer {
	struct actor who;
	struct str task; /* n 0: told for others before it */
	struct str role;
	size_t to;       /* behind the word that names the role */
};

/* Whether the list of bodies that mention i begins is said to answer for something. */
static bool read_answer(const struct mentions *m, const struct range *s, size_t i, struct answer *out)
{
	static const struct word_set heads = {{WORD_BIT(W_DUTYHEAD, 0), WORD_BIT(W_DUTYHEAD, 1)}};
	const struct mention *x = &m->items[i];
	bool listed = i > s->first + 1 && x[-1].to == x->from && x[-2].to == x[-1].from && x[-2].kind == M_BODY && (x[-1].kind == M_PAUSE || mention_word(&x[-1], W_JOIN));

	if (listed || !words_may_hold(str_sub(m->s, x->from, s->to), &heads) || !actors_read(m, s, i, &out->who) || !out->who.n)
		return false;
	size_t from = m->items[out->who.last].to, to = clause_around(m, s, from ? from - 1 : 0).to;
	const struct word *is = words_of(m->s, from, W_IS), *head = NULL;

	if (!is)
		return false;
	size_t at = from + is->text.n;

	for (from = at; at < to && !(head = words_of(m->s, at, W_DUTYHEAD)); at = words_next(m->s, at + 1, W_DUTYHEAD))
		;
	if (!head || at + head->text.n > to)
		return false;
	out->to = at + head->text.n;
	/* …的责任单位负责人 is a person. */
	if (out->to < to && !str_starts(str_from(m->s, out->to), STR("、")) && !words_of(m->s, out->to, W_JOIN))
		return false;
	out->role = head->arg;
	out->task = clause_strip(str_sub(m->s, from, at));
	for (const struct word *w; (w = words_tail(out->task, W_OF)) || (w = words_tail(out->task, W_ONCE));)
		out->task = clause_strip(str_sub(out->task, 0, out->task.n - w->text.n));
	return true;
}

static void read_answerable(struct doc *d, const struct mentions *m, const struct range *s, size_t i)
{
	struct answer a, before;

	if (!read_answer(m, s, i, &a))
		return;
	/* A为X的牵头单位、B为责任单位: both of X. */
	for (size_t k = i; k-- > s->first && k + LOOKED_BACK > i && !a.task.n;)
		if (m->items[k].kind == M_BODY && read_answer(m, s, k, &before))
			a.task = before.task;
	/* A是X的主管部门，负责Y: what they do is told. */
	struct range next = clause_around(m, s, a.to + 1 < s->to ? a.to + 1 : a.to);
	const struct word *role = next.from > a.to ? words_of(m->s, next.from, W_ROLE) : NULL;

	if (role && str_eq(role->arg, a.role)) {
		a.task = clause_strip(str_sub(m->s, next.from + role->text.n, next.to));
		a.to = next.to;
	}
	if (a.task.n)
		actors_add(d, "answerable", clause_strip(str_sub(m->s, m->items[i].from, a.to)), a.task, &a.who, a.role, STR(""));
}

/* 项目法人为X，负责项目的建设和运营: X, which is named as who builds, answers for what the next clause tells. */
static void read_trustee(struct doc *d, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i], *label = i >= s->first + 2 && mention_word(x - 1, W_IS) && x[-1].to == x->from && x[-2].to == x[-1].from ? x - 2 : NULL;
	const struct word *w = label ? mention_word(label, W_LABEL) : NULL;
	struct actor a;

	if (!w || !str_eq(w->arg, STR("implement")) || x->depth || !actors_read(m, s, i, &a) || !a.n || x->body.kind == BODY_SELF)
		return;
	struct range named = clause_around(m, s, x->from), deed = clause_around(m, s, named.to + 1 < s->to ? named.to + 1 : named.to);
	const struct word *role = deed.from > named.from && m->items[a.last].to == named.to ? words_of(m->s, deed.from, W_ROLE) : NULL;
	struct str task = role ? clause_strip(str_sub(m->s, deed.from + role->text.n, deed.to)) : STR("");

	if (!actors_idle(task) && str_eq(role->arg, STR("responsible")))
		actors_add(d, "trustee", clause_strip(str_sub(m->s, label->from, deed.to)), task, &a, role->arg, actors_deadline(m, s, deed.from, deed.to));
}

bool beside_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, const struct actor *laid, size_t i)
{
	const struct mention *x = &m->items[i];
	const struct word *with = mention_word(x, W_WITH);

	if (with && str_eq(with->arg, STR("company")))
		read_company(d, index, m, s, laid, i);
	if (mention_word(x, W_RELY)) {
		read_reliance(d, m, s, i);
		return true;
	}
	if (x->kind == M_BODY && x->body.kind != BODY_TREASURY && !body_is_self(&x->body, STR("region"))) {
		read_guidance(d, m, s, i);
		read_answerable(d, m, s, i);
		read_trustee(d, m, s, i);
	}
	return false;
}
