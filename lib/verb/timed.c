/* Knows when, where and by whom a project of running text is built, by the words beside its name. */
#include "verb/timed.h"

#include "doc/grid.h"
#include "verb/clause.h"
#include "verb/defined.h"
#include "verb/sited.h"
#include "verb/profile.h"
#include "verb/workname.h"
#include "zh/numeral.h"

enum {
	MOST = 64,           /* projects of a paragraph */
	LONGEST_LABEL = 30,  /* bytes: 项目建设期限 */
	LONGEST_DEED = 45    /* bytes between a date and the name of what is done by then */
};

struct timed {
	struct doc *d;
	const struct mentions *m;
	struct finding *works[MOST]; /* whose names stand in m */
	size_t n;
};

static size_t name_from(const struct timed *t, size_t k)
{
	return (size_t)(t->works[k]->name.p - t->m->s.p);
}

static size_t name_to(const struct timed *t, size_t k)
{
	return name_from(t, k) + t->works[k]->name.n;
}

static void collect(struct timed *t, size_t since)
{
	for (size_t k = since; k < t->d->count && t->n < MOST; k++) {
		struct finding *f = t->d->findings[k];

		if (f->type == RECORD_PROJECT && str_within(t->m->s, f->name))
			t->works[t->n++] = f;
	}
}

/* 竣工, 建成通车, 全面开工: where words that tell that building begins or ends stand, and nothing behind them; 0: elsewhere. */
static size_t event_end(const struct mentions *m, const struct range *c, size_t i)
{
	size_t at = m->items[i].to, end = 0;

	for (const struct word *w; at < c->to; at += w->text.n) {
		const struct word *build = words_of(m->s, at, W_BUILD);

		w = build ? build : words_own(m->s, at, W_ADVERB);
		w = w ? w : words_own(m->s, at, W_FUTURE);
		w = w ? w : words_own(m->s, at, W_ONCE);
		if (!w)
			return 0;
		if (build && !str_eq(build->arg, STR("-")))
			end = at + w->text.n;
	}
	return end == at ? end : 0;
}

/* The last project named in the sentence before byte `at`; t->n: none is. */
static size_t named_before(const struct timed *t, const struct range *s, size_t at)
{
	size_t found = t->n;

	for (size_t k = 0; k < t->n; k++)
		if (name_from(t, k) >= s->from && name_to(t, k) <= at && (found == t->n || name_from(t, k) > name_from(t, found)))
			found = k;
	return found;
}

/* 建设期限2020-2023年, 实施期为2024—2026年: whether a label of periods stands right before the date. */
static bool is_labelled(const struct mentions *m, const struct range *c, size_t at)
{
	struct str before = str_sub(m->s, c->from, at);

	for (const struct word *w; (w = words_tail(before, W_IS)) && w->text.n < before.n;)
		before.n -= w->text.n;
	return before.n && before.n <= LONGEST_LABEL && grid_heading(before) == COLUMN_PERIOD;
}

static void set_period(struct timed *t, struct finding *f, size_t from, size_t to)
{
	if (!finding_value(f, "period_text").n)
		finding_cell(t->d, f, "period_text", str_sub(t->m->s, from, to));
}

/* The project, and those of the list that it stands in. */
static void set_all(struct timed *t, size_t k, size_t from, size_t to)
{
	struct str list = t->works[k]->list;

	set_period(t, t->works[k], from, to);
	for (size_t i = 0; list.n && i < t->n; i++)
		if (t->works[i]->list.p == list.p)
			set_period(t, t->works[i], from, to);
}

/* X工程（总投资5亿元，2021-2025年）: whether the date is all of a part of the bracket behind a name. */
static bool stands_inset(const struct timed *t, const struct range *s, const struct range *part, size_t i)
{
	const struct mention *x = &t->m->items[i], *y = x;
	struct str all = clause_strip(str_sub(t->m->s, part->from, part->to));

	if (x->depth != 1 || all.n != x->to - x->from)
		return false;
	while (y > t->m->items + s->first && y->kind != M_BRACKET)
		y--;
	size_t k = y->kind == M_BRACKET ? named_before(t, s, y->from) : t->n;

	return k < t->n && name_to(t, k) == y->from;
}

/* 一是新建X。|该项目2023年10月开工: the only project that the sentence before s names, where s begins with a word for it; NULL: there is none such. */
static struct finding *pointed_at(const struct timed *t, const struct range *s)
{
	struct finding *f = NULL;
	size_t begin = s->from ? str_before(t->m->s, s->from) : 0;

	if (!words_of(clause_strip(str_sub(t->m->s, s->from, s->to)), 0, W_THIS))
		return NULL;
	while (begin > 0 && !str_ends(str_sub(t->m->s, 0, begin), STR("。")))
		begin = str_before(t->m->s, begin);
	for (size_t k = 0; k < t->n; k++)
		if (name_from(t, k) >= begin && name_to(t, k) <= s->from) {
			if (f)
				return NULL;
			f = t->works[k];
		}
	return f;
}

/* What a sentence of a paragraph is about that names no project: that of the heading, the one that it points at, or the one that the paragraph begins with
 * (X工程。…，工期2年。). */
static struct finding *told_of(const struct timed *t, size_t index, const struct range *s)
{
	struct finding *f = profile_project(t->d, index);

	f = f ? f : pointed_at(t, s);
	if (!f && t->n == 1 && name_from(t, 0) == t->m->start)
		f = t->works[0];
	return f && f->type == RECORD_PROJECT ? f : NULL;
}

/* X，…，2022年9月开工，2024年6月建成投用: what is told of X behind its name; where the next event begins that is none of it. */
static size_t read_behind(struct timed *t, size_t index, const struct range *s, size_t i)
{
	const struct mentions *m = t->m;
	struct range c = clause_around(m, s, m->items[i].from);

	c = clause_inset(m, &c, i);
	bool labelled = is_labelled(m, &c, m->items[i].from);
	bool inset = stands_inset(t, s, &c, i);
	size_t from = m->items[i].from, to = labelled || inset ? m->items[i].to : event_end(m, &c, i), next = i + 1;

	if (!to)
		return next;
	/* The next clause may tell of the next event. */
	for (; !labelled && next < s->last; next++) {
		if (m->items[next].kind == M_PERIOD && m->items[next].depth == m->items[i].depth) {
			struct range other = clause_around(m, s, m->items[next].from);
			size_t end = event_end(m, &other, next);

			if (!end || other.from > to + 3)
				break;
			to = end;
		} else if (m->items[next].kind != M_COMMA && m->items[next].from >= to && !mention_word(&m->items[next], W_FUTURE)) {
			break;
		}
	}
	size_t k = named_before(t, s, from);
	struct finding *told = k < t->n ? NULL : told_of(t, index, s);

	/* A（2024-2025年）、B（2023-2024年）: each bracket is of the name before it. */
	if (k < t->n && inset)
		set_period(t, t->works[k], from, to);
	else if (k < t->n)
		set_all(t, k, from, to);
	else if (told)
		set_period(t, told, from, to);
	return next;
}

/* 2026年底前，建成X; 2024年重点实施X、Y: a date at the head of the sentence or clause, and nothing but the deed between it and the name. */
static void read_before(struct timed *t, const struct range *s, size_t k)
{
	const struct mentions *m = t->m;
	struct range c = clause_around(m, s, name_from(t, k));
	long first = clause_after(m, &c, c.from);
	const struct mention *x = first >= 0 ? &m->items[first] : NULL, *name = x;

	/* The date may be a clause of its own. */
	if (c.from > s->from && first > 0 && x[-1].kind == M_COMMA && x[-1].to == c.from) {
		struct range before = clause_around(m, s, x[-1].from);
		long only = clause_before(m, &before, x[-1].from);

		if (only >= 0 && m->items[only].kind == M_PERIOD && m->items[only].to == x[-1].from && (m->items[only].from == before.from || m->s.p[m->items[only].from - 1] == ')'))
			x = &m->items[only];
	}
	if (!x || x->kind != M_PERIOD || x->to > name_from(t, k) || name_from(t, k) - x->to > LONGEST_DEED)
		return;
	/* 2022年我局实施了X: who speaks does it, right behind the date. */
	for (; name < m->items + m->n && name->from < name_from(t, k); name++)
		if (name->kind == M_QUANTITY || (name->kind == M_BODY && (name->body.kind != BODY_SELF || name->from > x->to + 1)) || name->kind == M_PAUSE || name->kind == M_BRACKET)
			return;
	struct str deed = clause_strip(str_sub(m->s, x->to > c.from ? x->to : c.from, name_from(t, k)));

	if (deed.n)
		set_all(t, k, x->from, x->to);
}

/* 由某公司|投资建设|, 由某局组织实施, 由某集团作为业主单位: where the words end that say what the body before byte `at` does; 0: it builds nothing. */
static size_t deed_end(const struct mentions *m, const struct range *c, size_t at)
{
	bool built = false;

	for (const struct word *w; at < c->to; at += w->text.n) {
		const struct word *build = words_of(m->s, at, W_BUILD), *label = words_of(m->s, at, W_LABEL);

		/* 由某银行贷款, 由某局审批: the deed must be one of building. */
		built |= (build && !words_of(m->s, at, W_TOTALINVEST) && !words_of(m->s, at, W_FUND)) || (label && str_eq(label->arg, STR("implement")));
		w = build ? build : label ? label : words_of(m->s, at, W_ROLE);
		w = w ? w : words_of(m->s, at, W_IS);
		w = w ? w : words_of(m->s, at, W_VERB);
		w = w ? w : words_of(m->s, at, W_FUND);
		w = w ? w : words_own(m->s, at, W_ADVERB);
		if (!w)
			break;
	}
	return built ? at : 0;
}

/* The first project named from byte `at` to byte `to`; t->n: none is. */
static size_t named_behind(const struct timed *t, size_t at, size_t to)
{
	size_t found = t->n;

	for (size_t k = 0; k < t->n; k++)
		if (name_from(t, k) >= at && name_from(t, k) <= to && (found == t->n || name_from(t, k) < name_from(t, found)))
			found = k;
	return found;
}

/* Whether a company may be called so that no table knows and that does not end as companies do: 宁德时代, 中铁四局; not 社会资本, 我县. */
static bool is_builder(struct str s)
{
	enum { SHORTEST = 3, LONGEST = 16 /* characters */, LONGEST_WAY = 5 };
	const struct word *class = words_tail(s, W_CLASS);
	struct str own = str_sub(s, 0, s.n - (class ? class->text.n : 0));
	struct numeral nth;
	size_t len;

	/* 中铁|四|局 is one of several. */
	if (class && !(own.n && numeral_match(str_from(own, str_before(own, own.n)), &nth)))
		return false;
	if (!str_sized(s, SHORTEST, LONGEST) || workname_vague(s) || words_tail(s, W_PERSON) || words_of(s, 0, W_SELF) || words_of(s, 0, W_LEVEL))
		return false;
	/* 由北|向|南建设, 由西北|向|东南建设 */
	if (words_next(s, 1, W_HELP) < s.n && !str_longer(s, LONGEST_WAY))
		return false;
	for (size_t i = 0; i < s.n; i += len) {
		const struct word *w = words_at(s, i), *verb = words_of(s, i, W_VERB);

		if (str_char(s, i, &len) < 0x3400)
			return false;
		if (w && w->text.n > len && ((verb && !str_eq(verb->arg, STR("noun"))) || words_of(s, i, W_STOP) || words_of(s, i, W_FUND) || words_of(s, i, W_WORK) || words_of(s, i, W_CLASS) || words_of(s, i, W_PERSON) || words_of(s, i, W_PLANNED) || words_of(s, i, W_ADVERB)))
			return false;
	}
	return true;
}

/* 宁德时代|投资建设的|电池基地项目, 由中铁四局承建的大桥: who builds the work k by the words right before its name, where they say that he pays or 由 stands before him. */
static void read_builder_before(struct timed *t, const struct range *s, size_t k)
{
	enum { NEAR = 90 }; /* bytes */
	const struct mentions *m = t->m;
	struct range c = clause_around(m, s, name_from(t, k));
	size_t to = name_from(t, k);
	struct str before = clause_strip(str_sub(m->s, c.from, to));
	const struct word *of = before.n <= NEAR ? words_tail(before, W_OF) : NULL, *w;
	bool built = false, pays = false;

	if (!of || finding_has(t->works[k], "orgs"))
		return;
	before.n -= of->text.n;
	while ((w = words_tail(before, W_BUILD)) || (w = words_tail(before, W_FUND))) {
		built |= words_of(w->text, 0, W_BUILD) && !words_of(w->text, 0, W_FUND);
		pays |= words_of(w->text, 0, W_FUND) != NULL;
		before.n -= w->text.n;
	}
	size_t by = words_next(before, 0, W_BY);
	const struct word *is = by < before.n ? words_of(before, by, W_BY) : NULL;
	struct str who = is ? str_from(before, by + is->text.n) : before;

	if (built && (is || pays) && is_builder(who))
		finding_item(t->d, t->works[k], "orgs", who);
}

/* 由|宁德时代|投资建设: the body right behind 由 at mention i, or what may be one before the words of building; empty: neither stands there. */
static struct str builder_behind(const struct mentions *m, const struct range *s, size_t i)
{
	enum { NEAR = 60 }; /* bytes */
	size_t from = m->items[i].to;

	for (size_t k = i + 1; k < s->last && m->items[k].from <= from + NEAR; k++) {
		const struct mention *x = &m->items[k];

		if (x->kind == M_BODY && x->from == from)
			return x->body.kind == BODY_SELF || words_tail(mention_text(m, x), W_CLASS) ? STR("") : x->body.s;
		if (mention_word(x, W_BUILD)) {
			struct str who = str_sub(m->s, from, x->from);

			/* 由某地产|开发建设 */
			for (const struct word *verb; (verb = words_tail(who, W_VERB));)
				who.n -= verb->text.n;
			return is_builder(who) ? who : STR("");
		}
		if (x->kind != M_WORD)
			break;
	}
	return STR("");
}

/* 由X建设Y, Y由X建设, 由X作为业主单位，实施Y: the body behind 由 at mention i builds the work right behind the deed, else the last one before. */
static void read_builder(struct timed *t, size_t index, const struct range *s, size_t i)
{
	enum { NEAR = 30 }; /* bytes */
	const struct mentions *m = t->m;
	struct str who = builder_behind(m, s, i);

	if (!who.n)
		return;
	size_t from = m->items[i].to;
	struct range c = clause_around(m, s, from);
	size_t end = deed_end(m, &c, from + who.n), k = end ? named_behind(t, end, end + NEAR) : t->n;

	if (!end)
		return;
	k = k < t->n ? k : named_before(t, s, from);
	struct finding *f = k < t->n ? t->works[k] : told_of(t, index, s);

	if (f && !finding_has(f, "orgs"))
		finding_item(t->d, f, "orgs", who);
}

/* X项目位于某县某镇，…; 位于某县的X项目: the place behind the word of site at mention i is that of the work right behind it, else of the last one before. */
static void read_site(struct timed *t, size_t index, const struct range *s, size_t i)
{
	enum { SHORTEST = 2, LONGEST = 30 /* characters */ };
	const struct mentions *m = t->m;
	size_t from = m->items[i].to;
	struct range c = clause_around(m, s, from);
	size_t near = c.to < from + 4 * LONGEST ? c.to : from + 4 * LONGEST, of = from + words_next(str_sub(m->s, from, near), 0, W_OF);
	const struct word *w = of < near ? words_of(m->s, of, W_OF) : NULL;
	size_t k = w ? named_behind(t, of + w->text.n, of + w->text.n) : t->n;

	/* 位于县城北的开发区内 */
	if (k == t->n) {
		w = NULL;
		k = named_before(t, s, m->items[i].from);
	}
	struct str place = clause_strip(str_sub(m->s, from, w ? of : c.to));
	/* A路、B路和C路，其中A路位于…: what the clause begins with, wherever it was named. */
	struct str subject = w ? STR("") : defined_subject(m, s, i);
	struct finding *own = subject.n ? workname_told(t->d, subject) : NULL, *f = own ? own : k < t->n ? t->works[k] : told_of(t, index, s);
	/* 该项目…，其中隧道位于…: a part of what is told of stands there. */
	bool part = !own && k == t->n && defined_short(subject);

	if (!f || part || (k == t->n && finding_has(f, "place")) || !str_sized(place, SHORTEST, LONGEST) || clause_counts(m, place))
		return;
	/* What the name tells of it says less. */
	finding_forget(f, "place");
	finding_cell(t->d, f, "place", place);
}

/* 在青石镇工业园建设X: the place of the work that is named right behind the word of building. */
static void read_place_before(struct timed *t, size_t i)
{
	enum { SHORTEST = 2, LONGEST = 30 /* characters */ };
	struct str place;
	size_t deed = t->m->items[i].depth ? 0 : sited_deed(t->m, t->m->items[i].to, &place), k = deed ? named_behind(t, deed, deed) : t->n;

	if (k < t->n && !finding_has(t->works[k], "place") && str_sized(place, SHORTEST, LONGEST) && workname_particular(t->d, (struct str){place.p, deed - (size_t)(place.p - t->m->s.p)}))
		finding_cell(t->d, t->works[k], "place", place);
}

void timed_find(struct doc *d, size_t index, const struct mentions *m, size_t since)
{
	struct timed t;
	struct range s;
	size_t at = 0;
	bool collected = false;

	t.d = d;
	t.m = m;
	t.n = 0;
	while (clause_sentence(m, &at, &s)) {
		bool times = clause_holds(&s, M_PERIOD), builders = clause_has(&s, W_BY), told = clause_has(&s, W_OF) && clause_has(&s, W_BUILD), sites = clause_has(&s, W_AT);

		if (!times && !builders && !told && !sites)
			continue;
		if (!collected)
			collect(&t, since);
		collected = true;
		if (!t.n && !profile_project(d, index))
			return;
		for (size_t k = 0; times && k < t.n; k++)
			if (name_from(&t, k) >= s.from && name_to(&t, k) <= s.to)
				read_before(&t, &s, k);
		for (size_t i = s.first; times && i < s.last;)
			i = m->items[i].kind == M_PERIOD ? read_behind(&t, index, &s, i) : i + 1;
		for (size_t i = s.first; sites && i < s.last; i++)
			if (mention_word(&m->items[i], W_AT) && str_eq(mention_word(&m->items[i], W_AT)->arg, STR("site")) && !m->items[i].depth)
				read_site(&t, index, &s, i);
			else if (mention_word(&m->items[i], W_AT))
				read_place_before(&t, i);
		for (size_t k = 0; told && k < t.n; k++)
			if (name_from(&t, k) >= s.from && name_to(&t, k) <= s.to)
				read_builder_before(&t, &s, k);
		for (size_t i = s.first; builders && i < s.last; i++)
			if (mention_word(&m->items[i], W_BY) && !m->items[i].depth)
				read_builder(&t, index, &s, i);
	}
}
