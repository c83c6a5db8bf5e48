/* Knows which words of a sentence tell the task that it lays on a body, and which the day. */
#include "verb/errand.h"

#include "verb/asked.h"
#include "verb/duty.h"
#include "verb/onward.h"
#include "verb/overhead.h"
#include "verb/profile.h"

enum {
	LATEST = 60,      /* findings in which the project that a builder builds is looked for */
	LONGEST_PART = 12 /* characters of a clause that says only who takes a part */
};

/* Whether a clause begins with a body, known by itself or found in its place (磨子桥镇政府), or with a place beside one: 青岛、烟台市财政局. */
static bool opens_with_body(const struct doc *d, const struct mentions *m, struct str text)
{
	struct body b;
	long k = text.n ? clause_last(m, (size_t)(text.p - m->s.p) + 1) : -1;

	size_t places = actors_places(text);

	if (places && body_at(&d->context, text, places, &b))
		return true;
	return body_at(&d->context, text, 0, &b) || (k >= 0 && m->items[k].kind == M_BODY && m->items[k].from == (size_t)(text.p - m->s.p));
}

static struct finding *project_since(const struct deed *x, struct str begin)
{
	const struct doc *d = x->d;
	size_t from = view_from(&d->outline.view, begin), to = view_from(&d->outline.view, str_from(x->m->s, x->m->items[x->a.first].from));

	for (size_t k = d->count; k-- > 0 && k + LATEST > d->count;) {
		struct finding *f = d->findings[k];

		if (f->type == RECORD_PROJECT && f->key >= from && f->key < to)
			return f;
	}
	return NULL;
}

struct finding *errand_project(const struct deed *x)
{
	struct finding *f = project_since(x, x->d->outline.paras[x->index].s);

	return f ? f : x->d->named;
}

/* …，负责综合协调 */
static struct str without_role(struct str what)
{
	const struct word *role = words_of(what, 0, W_ROLE);

	return role && !words_of(what, 0, W_VERB) && str_chars(what) >= str_chars(role->text) + ERRAND_SHORTEST ? actors_phrase(clause_strip(str_from(what, role->text.n))) : what;
}

/* Whether a verb stands in s that is no part of names: 省内主要媒体 has none. */
static bool acts_within(struct str s)
{
	for (size_t i = words_next(s, 0, W_VERB); i < s.n; i = words_next(s, i + 1, W_VERB))
		if (!str_eq(words_of(s, i, W_VERB)->arg, STR("noun")))
			return true;
	return false;
}

/* 组织实施, 按职责分工推进, 启动并持续推进: that something is done, not what. In a plan so does 全部完工, 投入使用. */
static bool is_carried(bool plan, struct str s)
{
	for (const struct word *w; (w = words_own(s, 0, W_ADVERB)) || (w = words_own(s, 0, W_JOIN)) || (w = words_own(s, 0, W_LIGHT)) || (w = words_own(s, 0, W_ROLE)) || ((w = words_own(s, 0, W_BUILD)) && (plan || str_eq(w->arg, STR("-"))));)
		s = clause_strip(str_from(s, w->text.n));
	return !s.n;
}

/* What clause c tells beside a role: without those who act in company (会同A、B编制…) and the day that opens it; n 0: nothing, or the deed
 * of another body. */
static struct str clause_deed(const struct deed *x, const struct range *c)
{
	const struct mentions *m = x->m;
	struct str text = clause_strip(str_sub(m->s, c->from, c->to));
	long k = clause_after(m, c, c->from);
	const struct word *with = k >= 0 && m->items[k].from == (size_t)(text.p - m->s.p) ? mention_word(&m->items[k], W_WITH) : NULL;
	struct actor company;

	/* 已于5月新增客车2辆; 责任单位中排首位的牵头: of the lists of bodies */
	if (words_of(text, 0, W_PAST) || words_of(text, 0, W_LABEL))
		return STR("");
	if (with && str_eq(with->arg, STR("company")) && actors_read(m, c, (size_t)k + 1, &company) && company.n && m->items[company.first].from == m->items[k].to) {
		text = actors_behind(m, &company, c->to);
		if (is_carried(onward_lasting(x->d), text))
			text = STR("");
	} else if (opens_with_body(x->d, m, text) || words_of(text, 0, W_BY)) {
		return STR("");
	}
	/* 江口街道配合: who takes a part, though no table has them. */
	const struct word *part = words_tail(text, W_ROLE);

	struct str who = part ? str_sub(text, 0, text.n - part->text.n) : STR("");
	/* 各团场、石河子镇负责落实 */
	bool names = words_tail(who, W_CLASS) || words_tail(who, W_TOWN) || words_tail(who, W_CREW) || words_tail(who, W_DEPARTMENT) || words_tail(who, W_BODY) || words_tail(who, W_SUBOFFICE);

	if (who.n && !acts_within(who) && (names || (str_eq(part->arg, STR("support")) && str_chars(text) <= LONGEST_PART)))
		return STR("");
	/* 4月底前完成 says by when alone. */
	struct str what = actors_behind_day(m, c, text);

	/* 每年12月底前完成评估: 每年 is no adverb there. */
	what = what.p == text.p ? actors_behind_day(m, c, actors_phrase(text)) : actors_phrase(what);

	if (what.p != text.p && words_is(what, W_DONE))
		return STR("");
	return without_role(actors_phrase(what));
}

/* 确保年底前开工: what shall come of a deed. */
static bool is_outcome(struct str what)
{
	return words_of(what, 0, W_FUTURE) && words_of(what, 0, W_URGE);
}

/* 倒排工期, 高度重视: in which spirit something is done. */
static bool tells_spirit(struct str what)
{
	const struct word *w = words_tail(what, W_SETTING);

	return w && str_eq(w->arg, STR("spirit"));
}

/* 力争9月底前|完成设计: s behind the word of hope and the day that it begins with; all of it where no day follows. */
static struct str behind_hope(const struct mentions *m, const struct range *c, struct str s)
{
	const struct word *hope = is_outcome(s) ? words_of(s, 0, W_FUTURE) : NULL;
	struct str hoped = clause_strip(str_from(s, hope ? hope->text.n : 0)), done = actors_behind_day(m, c, hoped);

	if (!hope || done.p != hoped.p)
		return done;
	/* 力争|一标段8月底前通车: a deed that its day stands within. 确保 says more than that something is hoped for. */
	size_t from = (size_t)(hoped.p - m->s.p);

	return (words_is(hope->text, W_REACH) || words_is(hope->text, W_PLANNED)) && actors_deadline(m, c, from, from + hoped.n).n ? hoped : s;
}

/* 2023年|启动并持续推进 */
static struct str behind_period(const struct mentions *m, const struct range *c, struct str s)
{
	size_t from = (size_t)(s.p - m->s.p);
	long k = s.n ? clause_after(m, c, from) : -1;

	return k >= 0 && m->items[k].kind == M_PERIOD && m->items[k].from == from && m->items[k].to <= from + s.n ? clause_strip(str_from(s, m->items[k].to - from)) : s;
}

/* The run-in heading of the paragraph, else the innermost heading. An item without one tells in its first sentence what it is about: 6.建成公路100公里，
 * 实现通车。由A牵头。 */
static struct str heading_over(const struct deed *x)
{
	const struct para *p = &x->d->outline.paras[x->index];
	struct str first = p->head.n || !p->level || x->s->from == 0 || p->s.p != x->m->s.p ? STR("") : duty_short_task(clause_first_sentence(p->body));

	if (str_chars(first) >= ERRAND_SHORTEST && !words_within(first, W_ROLE))
		return first;
	return p->head.n ? p->head : duty_section_task(x->d, p->section);
}

static bool tells_money(const struct deed *x, size_t from, size_t to)
{
	for (size_t k = x->s->first; k < x->a.first; k++)
		if (x->m->items[k].kind == M_QUANTITY && x->m->items[k].quantity->kind == QUANTITY_MONEY && x->m->items[k].from >= from && x->m->items[k].to <= to)
			return true;
	return false;
}

/* 会同B提出方案，报市政府批准后，由A组织实施: that it is handed up is no task, what is stands in a clause before, which *c then is. */
static struct str before_handing_up(const struct deed *x, struct range *c, struct str head)
{
	while (words_of(head, 0, W_BA) && c->from > x->s->from) {
		*c = clause_around(x->m, x->s, c->from - 1);
		struct str deed = clause_deed(x, c);

		head = deed.n ? deed : clause_strip(str_sub(x->m->s, c->from, c->to));
	}
	return head;
}

/* 计划2025年3月开工, 2026年8月建成, 倒排工期: when or in which spirit something is done of which the text tells before. */
static bool names_no_deed(const struct deed *x, const struct range *c, struct str what)
{
	const struct word *planned = words_of(what, 0, W_PLANNED), *hope = planned ? planned : words_of(what, 0, W_FUTURE);
	struct str hoped = clause_strip(str_from(what, hope ? hope->text.n : 0)), done = behind_period(x->m, c, hoped);

	return is_carried(onward_lasting(x->d) || done.p != hoped.p, done) || (x->by && tells_spirit(what));
}

/* A role that closes its clause (由A牵头，B配合，…; …，由A负责), or with no more than the verb `own` behind it: the task stands in the first clause behind that is no
 * other body's, else at the head of the sentence, else in the heading. Those who support do so in what was laid on others before them. */
static struct str task_beside(const struct deed *x, struct str own)
{
	const struct mentions *m = x->m;
	const struct range *s = x->s;
	size_t from = x->clause.from;
	bool told = x->laid->n && x->laid->task.n && x->laid->task.p >= m->s.p && x->laid->task.p < m->s.p + from;
	struct str outcome = STR("");

	if (x->laid->n && x->laid->task.n && x->role && str_eq(x->role->arg, STR("support")))
		return x->laid->task;
	/* …，由B负责管理，…: what is done is told, so what it is done to stands before. */
	for (size_t at = own.n ? s->to : x->tail.to; at < s->to;) {
		struct range c = clause_around(m, s, at + 1 < s->to ? at + 1 : at);

		if (c.from < at)
			break;
		struct str what = clause_deed(x, &c), text = clause_strip(str_sub(m->s, c.from, c.to));

		/* 由A组织实施，B要开辟绿色通道，7日内办结手续: from there on it is B's. */
		if (!what.n && words_within(text, W_MODAL) && opens_with_body(x->d, m, text))
			break;

		if (names_no_deed(x, &c, what))
			what = STR("");
		/* 确保一期6月底前交付，二期年底前封顶: what goes on with the outcome is no deed. */
		if (what.n && !is_outcome(what) && (!outcome.n || words_of(what, 0, W_VERB)))
			return what;
		outcome = outcome.n ? outcome : actors_phrase(behind_hope(m, &c, what));
		if (c.to <= at)
			break;
		at = c.to;
	}
	struct range first = clause_around(m, s, s->from), last = clause_around(m, s, from > s->from ? from - 1 : from);

	struct str beside = clause_strip(str_sub(m->s, last.from, last.to));

	/* …，PPP项目的支出责任，由C承担: what stands between is nobody's yet. */
	/* A负责审批，B负责验收，C负责落实: what A and B answer for is theirs alone. */
	if (told && !x->laid->own && !x->modal && ((size_t)(x->laid->task.p - m->s.p) >= last.from || opens_with_body(x->d, m, beside) || words_of(beside, 0, W_BY) || words_of(beside, 0, W_CONDITION)))
		return x->laid->task;
	if (told)
		first = last;
	struct str head = clause_strip(str_sub(m->s, first.from, first.to < from ? first.to : from));

	head = before_handing_up(x, &first, head);
	/* 会议决定，成立工作专班，由A牵头: who decides is no task. */
	if (words_is(head, W_ASK) && first.to + 1 < from) {
		first = clause_around(m, s, first.to + 1);
		head = clause_strip(str_sub(m->s, first.from, first.to < from ? first.to : from));
	}
	const struct finding *project = project_since(x, str_from(m->s, s->from));

	/* 某工程总投资3亿元，由A牵头 */
	if (tells_money(x, s->from, from)) {
		size_t cost = words_next(head, 0, W_TOTALINVEST);

		if (project && project->name.n)
			return project->name;
		head = str_chars(str_sub(head, 0, cost)) >= 4 ? clause_strip(str_sub(head, 0, cost)) : head;
	}
	const struct word *by = words_of(head, 0, W_BY), *ends = words_tail(head, W_ROLE);
	struct str who = str_from(head, by ? by->text.n : 0);

	/* 规划建设环保局牵头负责: whoever that is, it is no task. */
	if (ends && str_eq(ends->arg, STR("lead")) && ends->text.n < head.n)
		head = STR("");

	/* A牵头，B按职责分工负责: the first clause is itself a role. */
	if (str_chars(head) >= 4 && !((by || opens_with_body(x->d, m, who)) && (words_tail(head, W_ROLE) || words_within(head, W_MODAL) || x->laid->own)) && !(x->laid->own && words_of(head, 0, W_MEANS)))
		return overhead_topic(duty_short_task(head));
	if (outcome.n && !x->d->outline.paras[x->index].head.n)
		return outcome;
	struct str over = heading_over(x);

	bool says_nothing = words_is(over, W_HEADEND) || (words_tail(over, W_HEADEND) && str_chars(over) <= 4);

	/* …，各乡镇负责组织实施。 under 工作要求 */
	return says_nothing && x->role && str_longer(x->role->text, 3) ? mention_text(m, &m->items[x->next]) : over;
}

/* 牵头组织B、C, 督促B, 配合B: those that are organised support; those that are urged or helped act themselves. */
static struct str read_organised(struct deed *x)
{
	const struct mentions *m = x->m;
	size_t k = x->next + 1;
	bool helps = str_eq(x->role->arg, STR("support"));
	struct str rest = str_sub(m->s, m->items[x->next].to, x->tail.to);

	while (k < x->s->last && m->items[k].from == m->items[k - 1].to && (mention_word(&m->items[k], W_WITH) || mention_word(&m->items[k], W_ADVERB)))
		k++;
	if (x->next + 1 < x->s->last && m->items[x->next + 1].kind == M_PAUSE && m->items[x->next + 1].from == m->items[x->next].to)
		return STR("");
	/* 牵头组织 is one word as well. */
	bool beside = k < x->s->last && m->items[k].from == m->items[k - 1].to && m->items[k].kind == M_BODY;
	struct actor others;

	if ((k == x->next + 1 && !helps && !words_tail(x->role->text, W_WITH)) || !beside || x->with.n || !actors_read(m, x->s, k, &others) || !others.n)
		return rest;
	struct str what = str_sub(m->s, m->items[others.last].to, x->tail.to);

	/* 配合县水利局。 tells no deed of it; 配合县水利局，完善机制 tells what both do. */
	bool alone = helps && str_chars(clause_strip(what)) < ERRAND_SHORTEST;
	struct range behind = clause_around(m, x->s, x->tail.to + 1 < x->s->to ? x->tail.to + 1 : x->tail.to);

	if (alone && (x->laid->n || behind.from <= x->tail.to || !clause_deed(x, &behind).n))
		return STR("");
	what = alone ? STR("") : what;
	actors_copy(&x->with, &others);
	x->told = helps || str_eq(x->role->arg, STR("supervise"));
	return what;
}

/* 根据资金结算|等情况|确定金额, 根据经费使用|情况: whether the verb that ends at byte `at` of the ground only tells which circumstances are meant: the byte behind
 * them, or 0. */
static size_t behind_circumstances(struct str what, size_t at)
{
	const struct word *etc = words_of(what, at, W_ETC), *noun = words_of(what, at + (etc ? etc->text.n : 0), W_HEADEND);
	size_t end = at + (etc ? etc->text.n : 0) + (noun ? noun->text.n : 0);

	return noun && (end == what.n || words_of(what, end, W_VERB) || words_of(what, end, W_ADVERB)) ? end : 0;
}

/* 按照先建后补的原则制定方案, 作为业主单位实施工程: the deed stands behind the ground in the same clause. */
static struct str behind_ground(struct str what)
{
	enum { SHORTEST_GROUND = 4 /* characters */ };
	const struct word *ground = words_of(what, 0, W_BYSHARE);

	/* 按 may begin a manner: 按规定. */
	if ((!ground || !str_longer(ground->text, 1)) && (ground || words_of(what, 0, W_IS)))
		ground = words_of(what, 0, W_MEANS);
	if (!ground)
		return what;
	for (size_t i = words_next(what, ground->text.n, W_VERB); i < what.n; i = words_next(what, i + 1, W_VERB)) {
		const struct word *verb = words_of(what, i, W_VERB);
		/* 根据县政府确定的目标制定方案: the verb that 的 ends belongs to the ground. */
		size_t told = behind_circumstances(what, i + verb->text.n);

		if (told) {
			i = told - 1;
			continue;
		}
		bool acts = (!str_eq(verb->arg, STR("noun")) || words_of(what, i, W_ROLE)) && !words_of(what, i + verb->text.n, W_OF);

		/* 按照“先民生后提升”的原则组织改造 */
		bool quoted = str_find(what, STR("“"), 0) < i && str_find(what, STR("”"), i) < what.n;

		if (acts && !quoted && str_chars(verb->text) > 1 && str_chars(str_sub(what, 0, i)) >= SHORTEST_GROUND && str_chars(str_from(what, i)) > str_chars(verb->text) + 1 && !actors_idle(str_from(what, i)) && !words_tail(str_sub(what, 0, i), W_OF))
			return actors_phrase(str_from(what, i));
	}
	return what;
}

/* 根据审核意见, 收到资金后, 与有关单位一起, 吸纳您的建议: when, with whom, on what ground or at whose word, no deed. */
static bool is_setting(struct str what)
{
	bool ground = words_of(what, 0, W_MEANS) || words_of(what, 0, W_BYSHARE);

	return (ground && !words_of(what, 0, W_TOWHOM)) || words_tail(what, W_SETTING) || asked_repeats(what);
}

/* …，会同A、B|建立制度: s of clause c, behind a setting, without those who act in company, whose duty is read by itself. */
static struct str behind_company(const struct deed *x, const struct range *c, struct str s)
{
	const struct word *with = words_of(s, 0, W_WITH);
	size_t at = (size_t)(s.p - x->m->s.p) + (with ? with->text.n : 0);
	long k = with && str_eq(with->arg, STR("company")) && !x->with.n ? clause_after(x->m, c, at) : -1;
	struct actor company;

	if (k < 0 || x->m->items[k].from != at || x->m->items[k].kind != M_BODY || !actors_read(x->m, c, (size_t)k, &company) || !company.n)
		return s;
	struct str what = actors_phrase(actors_behind(x->m, &company, c->to));

	/* 会同A、B等部门 */
	for (const struct word *w; (w = words_of(what, 0, W_CLASS)) && str_eq(w->arg, STR("close"));)
		what = actors_phrase(clause_strip(str_from(what, w->text.n)));
	return str_chars(what) < ERRAND_SHORTEST ? s : what;
}

/* 财政部门收到资金后，应当实行分账核算; 民政部门对符合条件的家庭，应当办结手续: the deed stands in a clause behind, unless that is another body's. */
static struct str behind_settings(struct deed *x, struct str what)
{
	for (int n = 0; n < 3 && x->tail.to < x->s->to; n++) {
		struct range c = clause_around(x->m, x->s, x->tail.to + 1);
		struct str text = clause_strip(str_sub(x->m->s, c.from, c.to));

		if (!is_setting(what) && !(words_of(what, 0, W_TOWHOM) && words_of(text, 0, W_MODAL)))
			break;
		const struct word *when = words_tail(what, W_SETTING);

		/* …复核后，达标的县…; …作出决定前，有关人员…: what follows is no deed of theirs. */
		if (words_of(text, 0, W_CONDITION) || (when && str_eq(when->arg, STR("until")) && !words_of(text, 0, W_MODAL) && !words_of(text, 0, W_VERB) && !words_of(text, 0, W_TOWHOM)))
			break;
		for (const struct word *w; (w = words_of(text, 0, W_ADVERB)) || (w = words_of(text, 0, W_MODAL));)
			text = clause_strip(str_from(text, w->text.n));
		text = actors_phrase(behind_hope(x->m, &c, text));
		if (c.to <= x->tail.to || !text.n || actors_subject(x->m, &c).n || opens_with_body(x->d, x->m, text) || words_of(text, 0, W_BY) || words_of(text, 0, W_JOIN))
			break;
		x->tail = c;
		what = without_role(behind_company(x, &c, text));
	}
	return what;
}

/* Whether another body is said behind the clause of the deed to answer for something of its own: 由A负责招商，B负责建厂. */
static bool another_answers(const struct deed *x)
{
	long k = clause_after(x->m, x->s, x->tail.to);
	const struct mention *next = k >= 0 && (size_t)k + 2 < x->s->last ? &x->m->items[k] : NULL;

	if (!next || next->from != x->tail.to || next[1].kind != M_BODY || next[1].from != next->to || next[2].from != next[1].to)
		return false;
	const struct word *role = mention_word(&next[2], W_ROLE), *verb = mention_word(&next[2], W_VERB);
	struct range c = clause_around(x->m, x->s, next[1].from);

	return (role ? str_eq(role->arg, STR("responsible")) : verb != NULL) && str_chars(clause_strip(str_sub(x->m->s, next[2].to, c.to))) >= 2;
}

/* 本办法, 该方案: the document itself. */
static bool names_itself(struct str head)
{
	const struct word *own = words_of(head, 0, W_VAGUE), *title = words_tail(head, W_TITLE);

	return own && title && own->text.n + title->text.n == head.n;
}

/* 负责|组织实施: the deed of a role behind the word of answering for it. */
static struct str role_deed(const struct deed *x)
{
	struct str role = x->role ? mention_text(x->m, &x->m->items[x->next]) : STR("");

	for (size_t i = 0, len; i < role.n; i += len) {
		const struct word *answers = words_is(str_sub(role, 0, i), W_ROLE);

		if (answers && str_eq(answers->arg, STR("responsible")))
			return str_from(role, i);
		str_char(role, i, &len);
	}
	return STR("");
}

/* X由A负责: what head, which stands before 由, says is done. */
static struct str before_by(const struct deed *x, struct str head)
{
	/* 本办法由A负责|组织实施: the document is no deed. */
	struct str deed = names_itself(head) ? role_deed(x) : STR("");
	size_t len;
	long value;

	if (deed.n)
		return deed;
	return outline_marker(head, &len, &value) ? clause_strip(str_from(head, len)) : head;
}

struct str errand_read(struct deed *x)
{
	struct str what = actors_phrase(clause_strip(x->role ? read_organised(x) : str_sub(x->m->s, x->byte, x->tail.to))), done = actors_behind_day(x->m, &x->tail, what);

	/* 于10月20日前完成可研批复: when is no part of it, unless it is all that is told. */
	if (str_chars(done) >= ERRAND_SHORTEST)
		what = actors_phrase(done);
	if (!x->role)
		what = behind_settings(x, behind_ground(what));

	/* A负责立项，B负责建设，C负责监管: short as they are, they are told one beside the other. */
	if ((x->laid->own || another_answers(x)) && x->role && str_eq(x->role->arg, STR("responsible")) && str_chars(what) >= 2 && !words_is(what, W_ROLE))
		return what;
	const struct word *verb = words_of(what, 0, W_VERB);

	/* 本办法由A负责解释; 自发布之日起施行，由A负责解释: it is the document's own, whatever stands beside. */
	if (verb && str_eq(verb->arg, STR("text")) && verb->text.n == what.n)
		return what;
	/* 负责指导服务工作 says more than a role. */
	if (!actors_idle(what) || (str_chars(what) >= 5 && !words_tail(what, W_ROLE)))
		return what;
	/* 建立由A牵头、B参与的机制: what the item is about; else what is made. */
	if (x->makes) {
		struct str rest = str_sub(x->m->s, x->byte, clause_around(x->m, x->s, x->tail.to).to), over = heading_over(x);
		size_t of = words_next(rest, 0, W_OF);

		return over.n || of == rest.n ? over : clause_strip(str_from(rest, of + words_of(rest, of, W_OF)->text.n));
	}
	/* X由A负责: the task stands before 由. */
	struct str head = clause_strip(str_sub(x->m->s, x->clause.from, x->evidence));

	/* 申报材料应由A提交, but not the 要 of 会议纪要 */
	long must = head.n ? clause_last(x->m, x->evidence) : -1;

	if (must >= 0 && x->m->items[must].to == x->evidence && x->m->items[must].from >= x->clause.from && mention_word(&x->m->items[must], W_MODAL))
		head = clause_strip(str_sub(x->m->s, x->clause.from, x->m->items[must].from));
	/* A牵头、B配合，开展联合审查: what stands before B is A's role. */
	bool shared = !x->by && x->laid->n && head.p == x->m->s.p + x->m->items[x->laid->first].from && words_tail(head, W_ROLE);

	if (!head.n || shared || (words_is(head, W_THIS) && !words_tail(head, W_WORK)) || words_of(head, 0, W_BY) || actors_open(x->m->s, x->clause.from, x->evidence)) {
		bool alone = x->clause.from == x->s->from && x->tail.to == x->s->to;

		const struct finding *over = profile_project(x->d, x->index);

		/* 由县财政局负责监督 in what a project's heading tells of. */
		if (alone && over && str_chars(what) < 4)
			return over->name;
		/* 县政府办公室将按季跟踪督办。 */
		if (x->modal && x->role && !what.n && !x->with.n && str_chars(x->role->text) >= 4 && !str_eq(x->role->arg, STR("responsible")))
			return mention_text(x->m, &x->m->items[x->next]);
		/* 县政府办公室负责统筹协调。 says no more; neither does 工作要求 over it. */
		struct str beside = alone && str_chars(what) >= 4 ? what : task_beside(x, words_is(what, W_VERB) && !words_is(what, W_ROLE) && x->by && x->clause.from > x->s->from ? what : STR(""));

		/* 对骗取资金的，由A负责追回 */
		if (what.n && words_is(what, W_VERB) && words_tail(beside, W_OF))
			return what;
		/* 实施安全饮水工程，县水利局牵头实施: the deed may begin with a role's word. */
		const struct word *begins = words_of(beside, 0, W_BUILD) ? words_of(beside, 0, W_ROLE) : NULL;

		/* 联络员负责协调，县水利局负责验收: what stands beside is another's. 县发展改革局负责立项，涉及的…: nor need it be asked for. */
		if (what.n && (words_of(beside, 0, W_BY) || words_within(str_from(beside, begins ? begins->text.n : 0), W_ROLE) || (!x->by && !over && ((!words_is(what, W_ROLE) && !str_eq(x->role ? x->role->arg : STR(""), STR("support"))) || (x->clause.from == x->s->from && str_chars(what) >= 4)))))
			return what;
		/* 该工程总投资3亿元，由A负责建设。 */
		if (over && (words_within(beside, W_TOTALINVEST) || words_of(beside, 0, W_FUND)))
			return over->name;
		if (!beside.n)
			return str_chars(what) > 1 ? what : beside;
		return str_chars(what) >= 4 && (words_is(beside, W_HEADEND) || (words_tail(beside, W_HEADEND) && str_chars(beside) <= 4)) ? what : beside;
	}
	/* 建成后由各村管护: when, not what. */
	if (words_tail(head, W_SETTING) && what.n && !tells_money(x, x->clause.from, x->evidence))
		return what;
	x->evidence = x->clause.from;
	return before_by(x, head);
}

/* Whether clause c lays what it tells on another body: X由B于5日前办结. */
static bool hands_over(const struct mentions *m, const struct range *c)
{
	for (size_t k = c->first; k + 1 < c->last; k++)
		if (m->items[k].from >= c->from && m->items[k + 1].to <= c->to && mention_word(&m->items[k], W_BY) && m->items[k + 1].kind == M_BODY)
			return true;
	return false;
}

/* 2018年6月底前，由A牵头，…: a sentence may open with the day of all that it tells. */
static struct str day_over(const struct deed *x)
{
	struct range first = clause_around(x->m, x->s, x->s->from);
	struct str day = first.to <= x->clause.from ? actors_deadline(x->m, x->s, first.from, first.to) : STR("");
	size_t from = (size_t)(day.p - x->m->s.p);

	return day.n && actors_open(x->m->s, first.from, from) && !clause_strip(str_sub(x->m->s, from + day.n, first.to)).n ? day : STR("");
}

/* 每月25日前向县水务局报送进度: whether a day that recurs stands before a deed of its own. */
static bool recurs_for_itself(const struct range *c, struct str all, struct str day)
{
	enum { SHORTEST = 6 };
	size_t end = day.n ? (size_t)(day.p - all.p) + day.n : 0;

	return end && words_own(day, 0, W_EACH) && str_reaches(clause_strip(str_sub(all, end, c->to)), SHORTEST);
}

/* …，年底|逐一考核: whether a day that is no bound stands before a deed of its own, and not before the end of what was told (年底建成). */
static bool tells_when(const struct range *c, struct str all, struct str day)
{
	struct str rest = day.n ? clause_strip(str_sub(all, (size_t)(day.p - all.p) + day.n, c->to)) : STR("");

	if (!rest.n || words_tail(day, W_SETTING) || words_own(day, 0, W_EACH) || words_of(rest, 0, W_DONE) || words_of(rest, 0, W_BUILD))
		return false;
	return words_of(rest, 0, W_ADVERB) && !words_of(actors_phrase(rest), 0, W_DONE) && !words_of(actors_phrase(rest), 0, W_BUILD);
}

/* 由A负责…，10月底前完成: the clause behind says by when, unless it is another body's; one further behind that opens with the day as well.
 * Those who only take a part (B配合) stand between. */
struct str errand_deadline(const struct deed *x)
{
	enum { MOST_CLAUSES = 6 };
	const struct mentions *m = x->m;
	struct str deadline = actors_deadline(m, x->s, x->clause.from, x->tail.to);
	size_t at = x->tail.to;

	for (int n = 0, own = 0; !deadline.n && n < MOST_CLAUSES && at < x->s->to; n++) {
		struct range c = clause_around(m, x->s, at + 1);
		struct str text = clause_strip(str_sub(m->s, c.from, c.to));

		if (c.to <= at)
			break;
		at = c.to;
		if (opens_with_body(x->d, m, text)) {
			if (!x->role || !words_tail(text, W_ROLE))
				break;
			continue;
		}
		/* …，施工许可由B于5日前办结; …，承办银行应当按月报送 */
		if (hands_over(m, &c) || actors_subject(m, &c).n)
			break;
		deadline = actors_deadline(m, x->s, c.from, c.to);
		if (recurs_for_itself(&c, m->s, deadline))
			return day_over(x);
		if (tells_when(&c, m->s, deadline))
			deadline = STR("");
		if (own && deadline.n && !actors_open(m->s, c.from, (size_t)(deadline.p - m->s.p)))
			deadline = STR("");
		own += !tells_spirit(text);
	}
	return deadline.n ? deadline : day_over(x);
}
