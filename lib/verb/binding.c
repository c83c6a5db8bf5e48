/* Knows whether what a sentence tells of bodies binds them: a duty, and no description, no payment, nothing past. */
#include "verb/binding.h"

#include "verb/asked.h"
#include "verb/mood.h"
#include "verb/onward.h"
#include "verb/slots.h"
#include "verb/trace.h"
#include "zh/calendar.h"
#include "zh/period.h"

enum { SHORTEST_TASK = 5 /* characters of one that ends in a word of being done */ };

/* 卫生室实施药物制度每村每年补助5000元 */
bool binding_tells_sum(const struct deed *x)
{
	for (size_t i = x->tail.first; i < x->tail.last; i++)
		if (x->m->items[i].kind == M_QUANTITY && x->m->items[i].from >= x->byte && x->m->items[i].quantity->kind == QUANTITY_MONEY)
			return clause_first_word(x->m, &x->tail, W_FUND, x->byte, x->m->items[i].from) >= 0;
	return false;
}

/* A short name of a staff or committee, not of a company. */
static bool is_office(const struct doc *d, const struct body *alias)
{
	struct str none = STR("");

	return words_tail(body_full(&d->context, alias, &none), W_BODY) != NULL;
}

struct str binding_bodies(const struct deed *x)
{
	return str_sub(x->m->s, x->m->items[x->a.first].from, x->m->items[x->a.last].to);
}

bool binding_against(const struct deed *x, const char *why)
{
	TRACE(x->d, binding_bodies(x), "duty", "none in the sentence, %s", why);
	return false;
}

/* 由A交由B办理 is B's; 委托第三方机构评审 is A's, who looks for one. */
static bool hands_on(const struct deed *x)
{
	const struct word *by = words_of(x->m->s, x->byte, W_BY);

	if (!by || !words_of(x->m->s, x->byte, W_ASK))
		return by;
	for (size_t i = x->tail.first; i < x->tail.last; i++)
		if (x->m->items[i].from == x->byte + by->text.n)
			return x->m->items[i].kind == M_BODY && x->m->items[i].body.kind != BODY_CLASS;
	return false;
}

/* 2024年4月16日下午，市政府召开会议: whether the sentence opens with one day that the document looks back at. */
static bool has_happened(const struct deed *x)
{
	const struct mention *day = x->s->first < x->s->last ? &x->m->items[x->s->first] : NULL;
	struct ymd issued = x->d->head.date;

	if (!day || day->kind != M_PERIOD || !issued.year || !day->period->start.day || !actors_open(x->m->s, x->s->from, day->from))
		return false;
	return calendar_cmp(day->period->start, day->period->end) == 0 && calendar_cmp(day->period->end, issued) <= 0;
}

/* A在出让前征求意见；B负责…；C负责…: whether the next of a list of bodies answers for something. */
static bool beside_answering(const struct deed *x)
{
	size_t k = x->s->last;
	const struct mention *stop = k + 2 < x->m->n ? &x->m->items[k] : NULL;

	if (!stop || stop->kind != M_STOP || str_ends(mention_text(x->m, stop), STR("。")) || stop[1].kind != M_BODY || stop[1].from != stop->to || stop[2].from != stop[1].to)
		return false;
	const struct word *role = mention_word(&stop[2], W_ROLE);

	return role && str_eq(role->arg, STR("responsible"));
}

/* What makes it a duty: 由…, a modal word, a role word, in plans a plain verb. Companies have one only where they are
 * told (fixtures: plan-elderly-care.txt, reply-rural-water.txt). */
bool binding_is_duty(const struct deed *x)
{
	/* In a report's part of what is to come a deed in company is a duty, as in rules. */
	bool lasting = onward_lasting(x->d), rule = x->d->head.measures || (str_eq(x->d->head.genre, STR("report")) && mood_of(x->d, x->index) == MOOD_AIMED);
	bool told = x->by || x->modal || x->role || (x->with.n && rule);
	enum body_kind kind = x->a.bodies[0].kind;

	if (!x->opens)
		return binding_against(x, "the bodies do not open their clause");
	/* 将对已列入规划的项目给予支持: behind a modal word 已 tells of a thing, not of the deed. */
	struct str lead = str_sub(x->m->s, x->m->items[x->a.last].to, x->byte);
	bool ahead = words_within(lead, W_MODAL) || words_within(lead, W_FUTURE);

	if (actors_past(x->m, x->m->items[x->a.first].from, ahead ? x->byte : x->tail.to))
		return binding_against(x, "a deed of the past");
	if (!told && has_happened(x))
		return binding_against(x, "told of a day that has passed");
	if (hands_on(x))
		return binding_against(x, "they hand it on to others");
	/* 市财政局、市农业农村局会商，…: how what follows came about. */
	if (!told && !x->with.n && str_chars(clause_strip(str_sub(x->m->s, x->m->items[x->a.last].to, x->tail.to))) < ERRAND_SHORTEST)
		return binding_against(x, "the verb alone tells no deed");
	/* A负责…，B定期开展…: what stands beside a duty is one. */
	if (!told && ((x->laid->n && x->laid->answer) || beside_answering(x)) && x->plain && kind == BODY_DEPARTMENT)
		return true;
	if (!told && !(lasting && (x->plain || x->with.n)))
		return binding_against(x, lasting ? "no modal word, role or verb stands behind the bodies" : "no modal word or role stands behind the bodies");
	if (!told && (kind == BODY_FIRM || (kind == BODY_ALIAS && !is_office(x->d, &x->a.bodies[0]))))
		return binding_against(x, "a company has a duty only where a modal word or role tells it");
	return true;
}

/* 由县农商行给予最高300万元的贷款, 省水利厅补助2000万元: a gift, no deed, unless it must be made. */
static bool gives_sum(const struct deed *x, struct str task)
{
	const struct word *fund = words_of(task, 0, W_FUND);
	bool gives = words_of(task, 0, W_GIVE) || words_of(task, 0, W_PAY) || (fund && !str_eq(fund->arg, STR("investment"))), sum = false;

	for (size_t i = x->tail.first; i < x->tail.last; i++) {
		const struct mention *y = &x->m->items[i];

		sum |= y->kind == M_QUANTITY && y->from >= x->byte && (y->quantity->kind == QUANTITY_MONEY || (fund && y->quantity->kind == QUANTITY_RATE));
	}
	/* 对新建项目按照总投资的15%给予补助 */
	for (size_t i = x->tail.first; i < x->tail.last && !gives && words_of(task, 0, W_TOWHOM); i++)
		gives = x->m->items[i].from >= x->byte && mention_word(&x->m->items[i], W_GIVE);
	return gives && sum && clause_first_word(x->m, &x->tail, W_MODAL, x->m->items[x->a.last].to, x->byte) < 0;
}

bool binding_tells_money(const struct deed *x, struct str task)
{
	for (size_t i = x->s->first; i < x->s->last; i++) {
		const struct mention *y = &x->m->items[i];

		if (y->kind == M_QUANTITY && y->quantity->kind == QUANTITY_MONEY && str_within(task, mention_text(x->m, y)))
			return true;
	}
	return false;
}

/* Whether a sum or share stands before 由 in its clause, or closes the clause before. */
bool binding_behind_sum(const struct deed *x)
{
	for (size_t i = x->a.first; i-- > x->s->first;) {
		const struct mention *y = &x->m->items[i];
		bool closes = y->to == x->clause.from || y->to + 1 == x->clause.from;

		if (y->kind == M_QUANTITY && (y->from >= x->clause.from || closes))
			return y->quantity->kind == QUANTITY_MONEY || y->quantity->kind == QUANTITY_RATE;
		if (y->from < x->clause.from && !(y->kind == M_COMMA && closes))
			return false;
	}
	return false;
}

/* Whether the verb that a task begins with only describes what follows 的. What must be done (请A要对涉及的…) is a deed. */
static bool is_attribute(const struct deed *x, struct str task)
{
	enum { LONGEST_VERB = 12 };
	const struct word *verb = words_of(task, 0, W_VERB);

	if (verb && words_of(task, verb->text.n, W_OF))
		return true;
	for (size_t i = 0, len; x->by && !x->modal && i < task.n && i <= LONGEST_VERB; i += len) {
		if (words_of(task, i, W_OF))
			return true;
		str_char(task, i, &len);
	}
	return false;
}

/* 负责实施: whether a word of building or doing begins with one of answering for it. */
static bool answers(struct str role)
{
	for (size_t i = 0, len; i < role.n; i += len) {
		const struct word *w = words_is(str_sub(role, 0, i), W_ROLE);

		if (w && str_eq(w->arg, STR("responsible")))
			return true;
		str_char(role, i, &len);
	}
	return false;
}

/* 项目由某某公司投资建设: who builds a project that is told of is its own, no duty. */
bool binding_builds(const struct deed *x, struct str task)
{
	const struct body *b = &x->a.bodies[0];
	struct finding *project;

	/* 由某公司承建 */
	bool builds = x->role && str_eq(x->role->arg, STR("implement")) && task.n == x->role->text.n;

	if (!x->by || (x->role && !builds) || !task.n || !(b->kind == BODY_FIRM || b->kind == BODY_ALIAS || words_tail(b->s, W_FIRM)) || words_of(task, 0, W_OF))
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
	project = errand_project(x);
	for (size_t i = 0; project && i < x->a.n; i++)
		finding_item(x->d, project, "orgs", x->a.bodies[i].s);
	/* 由某公司负责实施 is a duty as well. */
	return project && !(x->role && answers(x->role->text));
}

/* 要为企业提供服务 lays a duty, 应为企业法人 tells a condition. */
static bool serves(const struct deed *x, struct str task)
{
	struct range c = clause_around(x->m, x->s, (size_t)(task.p - x->m->s.p));

	return words_of(task, 0, W_BA) && clause_first_word(x->m, &c, W_GIVE, c.from, c.to) >= 0;
}

/* 主要领导, 分管副市长任组长 */
static bool names_post(struct str s)
{
	enum { FARTHEST = 24, LONGEST = 60 };
	size_t i = words_next(str_sub(s, 0, LONGEST), 0, W_POST);

	return s.n && (i == 0 || (i <= FARTHEST && i < s.n && words_of(s, i, W_POST) && words_of(s, i + words_of(s, i, W_POST)->text.n, W_IS)));
}

/* 于2013年底由省发展改革委立项, in a report of 2016. */
static bool is_over(const struct doc *d, struct str deadline)
{
	struct period p;
	struct ymd date = d->head.date;

	return deadline.n && date.year && period_parse(deadline, date, &p) && p.end.year && p.end.year < date.year;
}

/* A、B研究制定《某方案》，现印发给你们: under the title of the same name. */
static bool makes_itself(const struct deed *x, struct str task)
{
	struct str open = STR("《"), close = STR("》");
	size_t from = str_find(task, open, 0), to = str_find(task, close, 0);

	return from < to && to < task.n && str_has(x->d->head.title, str_sub(task, from + open.n, to));
}

/* 发布关于…评分结果的公示, 发布《…的通知》 */
static bool publishes(struct str task)
{
	const struct word *issue = words_of(task, 0, W_ISSUE), *printed = words_of(task, 0, W_PRINTED);
	const struct word *verb = issue && printed ? issue : NULL;
	struct str paper = str_from(task, verb ? verb->text.n : 0);

	return verb && words_tail(clause_bare(paper), W_TITLE) && (words_of(paper, 0, W_ABOUT) || str_starts(paper, STR("《")));
}

/* 各地各部门, 各级各有关部门: all of one sort and all of another are nobody in particular. */
static bool is_everyone(struct str s)
{
	size_t len = 0, more;

	if (words_own(s, 0, W_CLASS))
		str_char(s, 0, &len);
	more = len ? str_find(s, str_sub(s, 0, len), len) : s.n;
	return more < s.n && words_own(s, more, W_CLASS);
}

/* 不足部分由本人承担, 运行经费由市区分别负担; but a body that is named and answers for a cost has a duty. */
static bool bears_cost(const struct deed *x, struct str task)
{
	const struct word *bear = x->by && x->role && x->a.bodies[0].kind != BODY_DEPARTMENT && !words_tail(x->a.bodies[0].s, W_BODY) ? words_is(x->role->text, W_PAY) : NULL, *rest = words_tail(task, W_VAGUE);
	bool bears = bear ? str_eq(bear->arg, STR("own")) : x->by && !x->role && slots_only_pays(actors_behind(x->m, &x->a, x->tail.to));

	return bears && (words_tail(task, W_SHARE) || words_tail(task, W_FUND) || (rest && str_eq(rest->arg, STR("rest"))));
}

/* 您的建议收悉，经县政府研究后转交我局办理，现答复如下: how a letter came to those who answer it. */
static bool opens_reply(const struct deed *x)
{
	return str_eq(x->d->head.genre, STR("reply")) && words_within_arg(str_sub(x->m->s, x->s->from, x->s->to), W_GENRE, STR("reply"));
}

/* Whether what the sentence tells of the bodies is a deed of theirs that is still to be done: nothing that only describes, pays or names. */
bool binding_is_deed(const struct deed *x, struct str task, struct str evidence, struct str deadline)
{
	struct quantity q;

	if (task.n && quantity_match(task, STR(""), &q) == task.n)
		return binding_against(x, "they bear a share");
	const struct word *when = words_tail(task, W_SETTING);

	/* 作出决定前，…; 要高度重视。 */
	if (when && ((!x->role && str_eq(when->arg, STR("until"))) || str_eq(when->arg, STR("spirit"))))
		return binding_against(x, "only what is not yet done is told, or in which spirit");
	/* 认真研究您的意见建议 */
	if (asked_repeats(task))
		return binding_against(x, "what others have said is heeded");
	/* 某新区要贯彻新发展理念，坚持高标准开发: what stands behind is as general. */
	const struct word *first = words_tail(clause_strip(str_sub(x->m->s, x->byte, clause_around(x->m, x->s, x->byte).to)), W_SETTING);

	if (first && str_eq(first->arg, STR("belief")))
		return binding_against(x, "only what they believe in is told");
	/* 各地各部门要高度重视，加强领导 */
	if (first && str_eq(first->arg, STR("spirit")) && !deadline.n && x->a.n == 1 && x->a.bodies[0].kind == BODY_CLASS && is_everyone(x->a.bodies[0].s))
		return binding_against(x, "everyone is called on, and told in which spirit");
	/* A与B必须一致 */
	if (x->modal && !x->role && !str_reaches(task, 3) && !words_of(task, 0, W_VERB) && !words_of(task, 0, W_BUILD))
		return binding_against(x, "no verb tells a deed");
	if (is_over(x->d, deadline))
		return binding_against(x, "its day is past");
	if (opens_reply(x))
		return binding_against(x, "it is told how the letter came to those who answer it");
	/* 省发展改革委研究提出：… */
	const struct word *says = words_tail(task, W_REQUEST);

	if (says && x->tail.to < x->s->to && x->m->s.p[x->tail.to] == ':')
		return binding_against(x, "what they say follows");
	if (publishes(task))
		return binding_against(x, "a paper is published");
	/* 由商务部门认可的协会, 有关部门采取的措施, 市商务局牵头的工作: no deed, but what a thing is. */
	if (words_of(task, 0, W_OF) || (!x->role && is_attribute(x, task)))
		return binding_against(x, "the verb only describes what follows");
	/* 由区政府主要领导任组长, 由A、B等单位负责人组成: a person's post. */
	if (names_post(actors_behind(x->m, &x->a, x->tail.to)))
		return binding_against(x, "a person of the body is named");
	/* 应具有…, 应符合…, 企业将注册地迁入本市的，… are conditions, no deeds; a line of the printing office is none either, nor is 以下工作. */
	if (!task.n || !evidence.n || (words_of(task, 0, W_JOIN) && x->d->outline.paras[x->index].kind == PARA_HEADING) || words_tail(evidence, W_OF) || (words_of(task, 0, W_CONDITION) && !serves(x, task)) || words_of(task, 0, W_FOLLOWS) || words_tail(task, W_FOLLOWS) || str_eq(task, evidence) || (!x->by && words_tail(evidence, W_PRINTED)))
		return binding_against(x, "what follows is a condition, a list, a line of the printing office, or nothing");
	/* 其余由县城投公司通过市场化方式筹集, 市、县两级政府按1:1的比例分担 */
	const struct word *pay = words_tail(task, W_PAY);
	bool pays = pay && words_of(task, 0, W_MEANS) && !words_is(pay->text, W_URGE), bears = pay && str_eq(pay->arg, STR("own")) && !x->modal;

	if (!x->role && ((x->by && pays) || ((x->by || bears) && slots_only_pays(task)) || gives_sum(x, task)))
		return binding_against(x, "they only pay");
	if (bears_cost(x, task))
		return binding_against(x, "they bear what it costs");
	if (x->role && !x->by && !x->modal && str_eq(x->role->arg, STR("implement")) && binding_tells_sum(x))
		return binding_against(x, "what is paid for what they do is told");
	const struct word *end = words_is(str_trim(str_sub(task, 0, str_find(task, STR("("), 0))), W_BUILD);

	/* 先进光源研究中心预计年内竣工, 县疾控中心开工(县卫健局) */
	if (!x->role && !x->by && end && (str_eq(end->arg, STR("close")) || (str_eq(end->arg, STR("open")) && !deadline.n)))
		return binding_against(x, "they are houses that are built");
	/* 9月底前|全部完成 says only that what stands before is done. */
	if (words_tail(task, W_DONE) && !str_reaches(task, SHORTEST_TASK))
		return binding_against(x, "it is told that something is done, and not what");
	if (makes_itself(x, task))
		return binding_against(x, "the document itself is what they have made");
	if (binding_builds(x, task))
		return binding_against(x, "they build the project that the text is about");
	return true;
}
