/* Knows what the headings over an amount say it is for. */
#include "verb/overhead.h"

static bool holds(struct str s, const char *at)
{
	return str_within(s, (struct str){at, 1});
}

/* Where the first exact sum of s begins; s.n: it has none. */
static size_t sum_at(struct str s)
{
	struct quantity q;

	for (size_t i = 0, len; i < s.n; i += len) {
		size_t n = quantity_match(str_from(s, i), STR(""), &q);

		if (n && q.kind == QUANTITY_MONEY && q.has_min == q.has_max)
			return i;
		str_char(s, i, &len);
		len = n ? n : len;
	}
	return s.n;
}

/* 竞技体育230万元（其中…） over its parts: they are for that, not for the sum. */
static struct str without_sum(struct str title)
{
	struct str s = str_sub(title, 0, sum_at(title));

	if (str_ends(s, STR("(")))
		s.n--;
	s = clause_strip(s);
	return s.n ? s : title;
}

struct str overhead_topic(struct str title)
{
	const struct word *about = words_of(title, 0, W_ABOUT), *question = words_tail(title, W_QUESTION);
	struct str s = str_sub(title, about ? about->text.n : 0, title.n - (about && question ? question->text.n : 0));

	return s.n ? clause_strip(s) : title;
}

/* 推动企业上云上平台。建立…: in rules a short first sentence that only says what is to be done stands for a heading. */
static struct str lead_sentence(const struct doc *d, const struct para *p, const char *amount)
{
	enum { SHORTEST = 5, LONGEST = 24 /* characters */, MOST_BYTES = 4 * (LONGEST + 1) };
	struct str head = str_sub(p->body, 0, MOST_BYTES), s = str_sub(head, 0, str_find(head, STR("。"), 0));
	bool told = d->head.measures && p->kind == PARA_TEXT && !p->level && s.n < p->body.n && !holds(s, amount);

	if (!told || str_longer(s, LONGEST) || str_chars(s) < SHORTEST || str_has(s, STR(",")) || !(words_of(s, 0, W_VERB) || words_of(s, 0, W_BUILD) || words_of(s, 0, W_URGE)))
		return STR("");
	return words_within(s, W_FUND) || words_within(s, W_MODAL) || words_tail(s, W_OF) ? STR("") : s;
}

/* 2022年工作回顾, 2023年工作安排: a part that looks back or ahead is about everything. 资金安排如下 says that a list comes. */
static bool says_when(struct str title)
{
	return words_tail(title, W_FOLLOWS) || words_tail(title, W_LOOKBACK) || words_tail(title, W_LOOKAHEAD) || words_of(title, 0, W_LOOKAHEAD);
}

/* 目标任务, 总则, 责任分工, 资金保障, 人均补助标准: what any document has says nothing. */
static bool says_nothing(struct str title)
{
	enum { LONGEST = 4 /* characters */ };

	title = overhead_topic(title);
	const struct word *each = words_of(title, 0, W_PERUNIT);

	title = str_from(title, each ? each->text.n : 0);
	const struct word *end = words_tail(title, W_HEADEND);

	return end && (end->text.n == title.n || (!str_eq(end->arg, STR("own")) && !str_longer(title, LONGEST)));
}

/* 项目估算和资金来源, 投资概算及资金筹措方案: how much and whence, as any document of works has it. */
static bool says_costs(struct str title)
{
	static const enum word_class ends[] = {W_TITLE, W_HEADEND, W_TOTALINVEST, W_FUND, W_ISSUE, W_PLANNED, W_JOIN};
	bool costs = false;

	for (size_t k = 0; k < sizeof ends / sizeof *ends && title.n; k++) {
		const struct word *w = words_tail(title, ends[k]), *fund = w ? words_is(w->text, W_FUND) : NULL;

		if (!w || (ends[k] == W_TITLE && costs))
			continue;
		costs |= words_is(w->text, W_TOTALINVEST) || (fund && str_eq(fund->arg, STR("investment")));
		title = clause_strip(str_sub(title, 0, title.n - w->text.n));
		k = (size_t)-1;
	}
	return costs && (!title.n || words_is(title, W_WORK));
}

/* 低保对象每人每月650元: a rule of its own, no heading of the sums behind it. */
static bool gives_each(struct str title)
{
	struct str name = without_sum(title);

	return name.n < title.n && words_tail(name, W_PERUNIT);
}

/* A sentence that is its own heading says of its amount only what the other readers have found. */
struct str overhead_purpose(const struct judge *j, const struct slots *x)
{
	const struct doc *d = j->d;
	const struct para *p = &d->outline.paras[j->index];
	const char *amount = j->m->s.p + slots_amount(x)->from;
	/* 县农业农村局：结余资金… tells whose it is. */
	/* 每艘货船补助2万元。…: what the first sum of a paragraph is for is not what the next is for. */
	bool own = p->head.n && !holds(p->head, amount) && !says_when(p->head) && !says_nothing(p->head) && !says_costs(p->head) && sum_at(p->head) == p->head.n && !body_only(&d->context, p->head);

	if (own || d->subject.n)
		return own ? overhead_topic(p->head) : d->subject;
	struct str lead = lead_sentence(d, p, amount);

	if (lead.n)
		return lead;
	/* 给予成效良好的平台500万元: those who get it tell what for. */
	const struct word *who = x->recipient_count == 1 ? words_tail(x->recipients[0], W_PERSON) : NULL;

	if (who && str_chars(who->text) > 1 && words_within(x->recipients[0], W_OF))
		return x->recipients[0];
	int s = p->section;

	while (s >= 0 && (holds(d->outline.sections[s].title, amount) || says_when(d->outline.sections[s].title) || says_nothing(d->outline.sections[s].title) || says_costs(d->outline.sections[s].title) || gives_each(d->outline.sections[s].title) || body_only(&d->context, d->outline.sections[s].title)))
		s = d->outline.sections[s].parent;
	return s >= 0 ? overhead_topic(without_sum(d->outline.sections[s].title)) : STR("");
}

struct str overhead_about(const struct judge *j, const struct slots *x)
{
	enum { SHORTEST = 4, LONGEST = 40 };
	struct str before = str_sub(j->m->s, 0, slots_amount(x)->from), topic = STR("");
	int quoted = 0;

	for (size_t i = words_within(str_from(before, j->m->start), W_ABOUT) ? j->m->start : before.n, len; i < before.n; i += len) {
		const struct word *about = quoted ? NULL : words_of(before, i, W_ABOUT);
		uint32_t c = str_char(before, i, &len);

		quoted += (c == 0x300A) - (c == 0x300B);
		if (about)
			topic = str_sub(before, i + about->text.n, before.n);
	}
	topic = clause_strip(str_sub(topic, 0, str_find(topic, STR(","), 0)));
	for (const struct word *w; (w = words_tail(topic, W_QUESTION)) || (w = words_tail(topic, W_HEADEND)) || (w = words_tail(topic, W_LOOKBACK)) || (w = words_tail(topic, W_TITLE)) || (w = words_tail(topic, W_VAGUE)) || (w = words_tail(topic, W_OF));)
		topic = clause_strip(str_sub(topic, 0, topic.n - w->text.n));
	/* 建议中提出的|甲至乙段 */
	for (size_t at; (at = words_next(topic, 0, W_OF)) < topic.n;)
		topic = clause_strip(str_from(topic, at + words_of(topic, at, W_OF)->text.n));
	bool told = words_of(topic, 0, W_FUTURE) || (words_of(topic, 0, W_VERB) && !str_eq(words_of(topic, 0, W_VERB)->arg, STR("noun"))) || words_tail(topic, W_PERUNIT) || words_within(topic, W_BYSHARE);

	return str_sized(topic, SHORTEST, LONGEST) && !told && !words_within(topic, W_FUND) && !str_has(topic, STR("。")) && !str_has(topic, STR("》")) && !str_has(topic, STR("”")) ? topic : STR("");
}

struct str overhead_benefit(const struct judge *j, const struct slots *x)
{
	enum { SHORTEST = 4, LONGEST = 16 };
	const struct para *p = &j->d->outline.paras[j->index];
	const struct word *fund = words_tail(p->head, W_FUND);
	bool aid = fund && (str_eq(fund->arg, STR("grant")) || str_eq(fund->arg, STR("reward")));

	if (!aid || words_is(p->head, W_FUND) || words_tail(p->head, W_PROGRAM) || !str_sized(p->head, SHORTEST, LONGEST) || holds(p->head, j->m->s.p + slots_amount(x)->from))
		return STR("");
	return words_of(p->head, 0, W_URGE) || str_has(p->head, STR(",")) || sum_at(p->head) < p->head.n ? STR("") : p->head;
}

struct str overhead_encouraged(const struct judge *j, const struct slots *x)
{
	enum { SHORTEST = 5, LONGEST = 24 };
	struct str head = j->d->outline.paras[j->index].head;
	bool whole = words_of(head, 0, W_ENCOURAGE) && str_sized(head, SHORTEST, LONGEST) && !str_has(head, STR(",")) && sum_at(head) == head.n;

	return whole && !holds(head, j->m->s.p + slots_amount(x)->from) ? head : STR("");
}

/* The kind of the last strong word of money in s that is none of investment; n 0: it has none. */
static struct str kind_in(struct str s)
{
	enum { LONGEST = 60 }; /* characters: what is longer is no heading but a sentence that stands for one */
	struct str kind = STR("");

	for (size_t i = 0, len; i < s.n && !str_longer(s, LONGEST); i += len) {
		const struct word *w = words_own(s, i, W_FUND);

		str_char(s, i, &len);
		if (w && !str_starts(w->arg, STR("weak:")))
			kind = w->arg, len = w->text.n;
	}
	return str_eq(kind, STR("investment")) ? STR("") : kind;
}

struct str overhead_unit(const struct judge *j)
{
	const struct para *p = &j->d->outline.paras[j->index];
	struct str title = p->head.n || p->section < 0 ? p->head : j->d->outline.sections[p->section].title;
	const struct word *mean = words_of(title, 0, W_PERUNIT);
	size_t len;

	if (!mean || words_own(title, 0, W_EACH) || !(words_tail(title, W_LUMP) || words_tail(title, W_FUND)))
		return STR("");
	str_char(title, 0, &len);
	struct str unit = str_sub(title, 0, len);

	return words_is(unit, W_COUNTED) || words_is(unit, W_MEASURE) ? unit : STR("");
}

struct str overhead_near(const struct judge *j)
{
	const struct outline *o = &j->d->outline;
	const struct para *p = &o->paras[j->index];
	struct str kind = kind_in(p->head);

	return kind.n || p->section < 0 ? kind : kind_in(o->sections[p->section].title);
}

struct str overhead_kind(const struct judge *j)
{
	const struct outline *o = &j->d->outline;
	struct str kind = kind_in(o->paras[j->index].head);

	for (int s = o->paras[j->index].section; s >= 0 && !kind.n; s = o->sections[s].parent)
		kind = kind_in(o->sections[s].title);
	return kind.n ? kind : kind_in(j->d->head.title);
}
