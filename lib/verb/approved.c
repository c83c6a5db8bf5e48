/* Knows which project an approval is about, and where the approval tells of it. */
#include "verb/approved.h"

#include "doc/grid.h"
#include "verb/clause.h"
#include "verb/workname.h"

enum {
	SHORTEST_NAME = 5, /* characters */
	LONGEST_NAME = 60
};

/* 新建某铁路, 核准某项目, 同意建设某工程: without the verbs before the name. What is done to a thing may be its name (改扩建). */
static struct str behind_verbs(struct str s)
{
	for (;;) {
		const struct word *verb = words_of(s, 0, W_VERB), *w = words_of(s, 0, W_BUILD);

		w = w ? w : words_of(s, 0, W_ISSUE);
		w = w ? w : verb && !str_eq(verb->arg, STR("noun")) ? verb : NULL;
		if (!w || !str_reaches(str_from(s, w->text.n), SHORTEST_NAME))
			return s;
		s = clause_strip(str_from(s, w->text.n));
	}
}

/* The paper of a project that is approved (可行性研究报告, 初步设计) at byte i of a title, or NULL. */
static const struct word *paper_at(struct str s, size_t i)
{
	const struct word *w = words_of(s, i, W_ISSUE);

	return w && str_eq(w->arg, STR("paper")) ? w : NULL;
}

/* 关于X可行性研究报告的批复, 关于核准X项目的批复: X; n 0: the title names no paper of a project. */
static struct str name_in(struct str title)
{
	size_t from = words_next(title, 0, W_ABOUT), end = title.n, last = 0, len;
	const struct word *about = from < title.n ? words_of(title, from, W_ABOUT) : NULL, *ends = words_tail(title, W_TITLE);
	bool paper = false;

	if (!about || !ends || str_eq(ends->arg, STR("list")) || str_eq(ends->arg, STR("plan")))
		return STR("");
	for (size_t i = from = from + about->text.n; i < title.n; i += len) {
		const struct word *work = words_of(title, i, W_WORK), *stage = paper_at(title, i);

		str_char(title, i, &len);
		if (stage && i > from) {
			end = i;
			paper = true;
			break;
		}
		paper |= stage != NULL;
		if (work)
			last = i + work->text.n;
	}
	/* 关于核准X项目的批复: nothing but 的 behind the name. */
	if (end == title.n && (!last || !words_of(title, last, W_OF)))
		return STR("");
	struct str name = behind_verbs(str_sub(title, from, end == title.n ? last : end)), quote = STR("《");

	/* 关于《X可行性研究报告》的批复 */
	if (str_starts(name, quote) && !str_has(name, STR("》")))
		name = str_from(name, quote.n);

	return paper ? clause_strip(name) : STR("");
}

/* 某村稻虾种养|项目建议书: with 项目, which the paper's name begins with, where the text names it so. */
static struct str with_work(const struct doc *d, struct str name)
{
	struct str title = d->head.title, text = {d->outline.view.p, d->outline.view.n};
	size_t end = (size_t)(name.p - title.p) + name.n;
	const struct word *paper = paper_at(title, end), *work = paper ? words_own(title, end, W_WORK) : NULL;

	if (!work || words_tail(name, W_WORK))
		return name;
	struct str longer = {name.p, name.n + work->text.n};

	for (size_t i = str_find(text, longer, 0); i < text.n; i = str_find(text, longer, i + 1))
		if (!paper_at(text, i + name.n))
			return longer;
	return name;
}

void approved_open(struct doc *d)
{
	struct str name = str_eq(d->head.genre, STR("reply")) ? name_in(d->head.title) : STR("");

	name = name.n ? with_work(d, name) : name;

	if (str_sized(name, SHORTEST_NAME, LONGEST_NAME) && !workname_vague(name) && !workname_etc(name) && !words_within(name, W_OF))
		d->approved = name;
}

/* Where the paragraph names the project outside titles; m->s.n: nowhere. */
static size_t named_at(const struct mentions *m, struct str name)
{
	size_t at = str_find(m->s, name, 0);

	for (size_t i = 0; i < m->n && at < m->s.n; i++) {
		const struct mention *x = &m->items[i];

		if (x->kind == M_QUOTE && x->from <= at && at < x->to)
			at = str_find(m->s, name, x->to);
	}
	return at;
}

/* Whether the paragraph tells what something costs. */
static bool tells_cost(const struct mentions *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->items[i].kind == M_QUANTITY && m->items[i].quantity->kind == QUANTITY_MONEY)
			return true;
	return false;
}

/* 一、建设内容及规模。…: whether the paragraph tells below its heading what is built. */
static bool tells_content(const struct para *p)
{
	return p->level && p->head.n && grid_heading(clause_strip(p->head)) == COLUMN_CONTENT;
}

/* The name as the paragraph has it, also without the province that only the title tells; the title's own where the paragraph tells what it
 * costs or what is built and does not name it. */
static struct str name_here(const struct doc *d, const struct para *p, const struct mentions *m)
{
	struct str name = d->approved;
	size_t used, at = named_at(m, name);

	if (at == m->s.n && region_chain(name, &used) && str_reaches(str_from(name, used), SHORTEST_NAME)) {
		struct str own = str_from(name, used);

		at = named_at(m, own);
		name = at < m->s.n ? own : name;
	}
	return at < m->s.n ? str_sub(m->s, at, at + name.n) : tells_cost(m) || tells_content(p) || words_within(p->s, W_THIS) ? d->approved : STR("");
}

/* 项目法人为X, X为项目法人, 由X作为项目业主: who builds it. */
static void read_builder(struct doc *d, const struct mentions *m, size_t i)
{
	const struct mention *x = &m->items[i], *who = NULL;
	const struct word *label = mention_word(x, W_LABEL);

	if (!label || !str_eq(label->arg, STR("implement")) || x->depth)
		return;
	if (i + 2 < m->n && mention_word(x + 1, W_IS) && x[1].from == x->to && x[2].from == x[1].to)
		who = x + 2;
	else if (i > 1 && mention_word(x - 1, W_IS) && x[-1].to == x->from && x[-2].to == x[-1].from)
		who = x - 2;
	if (who && who->kind == M_BODY && who->body.kind != BODY_SELF && !words_of(who->body.s, 0, W_WORK))
		finding_item(d, d->approval, "orgs", who->body.s);
}

void approved_find(struct doc *d, size_t index, const struct mentions *m)
{
	if (!d->approved.n || index < d->head.first_body)
		return;
	struct str name = d->approval ? STR("") : name_here(d, &d->outline.paras[index], m);

	if (name.n)
		d->approval = workname_add(d, index, name, name, "approved");
	for (size_t i = 0; d->approval && i < m->n; i++)
		read_builder(d, m, i);
}
