/* Knows when a sentence lays a duty on a body. */
#include "verb/deed.h"

#include "doc/outline.h"
#include "verb/actors.h"
#include "verb/asked.h"
#include "verb/beside.h"
#include "verb/binding.h"
#include "verb/errand.h"
#include "verb/mood.h"
#include "verb/onward.h"
#include "verb/slots.h"
#include "verb/trace.h"
#include "verb/unnamed.h"

enum {
	LONGEST_WHICH = 45    /* bytes between 由 and the bodies */
};

/* A牵头、B和C配合: B opens what it does though only a pause stands before it. */
static bool follows_role(const struct deed *x)
{
	size_t i = x->a.first;

	return i >= x->s->first + 2 && x->m->items[i - 1].kind == M_PAUSE && mention_word(&x->m->items[i - 2], W_ROLE) &&
	       x->m->items[i - 2].to == x->m->items[i - 1].from;
}

/* 由查处案件的粮食部门: 由, where only which of the bodies is meant stands between it and them; else NULL. */
static const struct mention *by_which(const struct deed *x, size_t from)
{
	if (!words_tail(str_sub(x->m->s, x->clause.from, from), W_OF))
		return NULL;
	for (size_t k = x->a.first; k-- > x->s->first && x->m->items[k].from >= x->clause.from && from - x->m->items[k].from <= LONGEST_WHICH;) {
		if (x->m->items[k].kind == M_BODY || x->m->items[k].kind == M_PAUSE)
			return NULL;
		if (mention_word(&x->m->items[k], W_BY))
			return &x->m->items[k];
	}
	return NULL;
}

static bool names_body_before(const struct mentions *m, const struct range *s, size_t i)
{
	while (i-- > s->first)
		if (m->items[i].kind == M_BODY)
			return true;
	return false;
}

/* A负责甲、B负责乙、C组织施工: whether mention i is the mark behind which another body has a role or verb of its own. */
static bool parts_roles(const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i];

	if (x->kind != M_PAUSE || i <= s->first || i + 2 >= s->last || x[1].kind != M_BODY || x[1].from != x->to || x[2].from != x[1].to || x[-1].kind == M_BODY)
		return false;
	bool role = mention_word(&x[2], W_ROLE) != NULL;
	struct str before = str_sub(m->s, s->from, x->from);

	/* 县农业局要组织种粮大户、县农技中心开展培训: a body in a list of those whom another's deed is about has none; 各地、各部门要… begins with who acts. */
	if (!role && names_body_before(m, s, i) && (words_tail(before, W_PERSON) || words_tail(before, W_FIRM) || words_tail(before, W_CLASS) || words_tail(before, W_BODY)))
		return false;
	return role != (mention_word(&x[2], W_VERB) != NULL);
}

/* 二是|督促A: nothing but its number stands before byte `at` of the sentence. */
static bool opens_sentence(const struct deed *x, size_t at)
{
	size_t from = x->s->from, len;
	long value;
	struct str s = str_sub(x->m->s, from, at);

	if (outline_marker(s, &len, &value))
		s = str_from(s, len);
	for (const struct word *w; (w = words_of(s, 0, W_NTH)) || (w = words_of(s, 0, W_ADVERB)) || (w = words_of(s, 0, W_FUTURE));)
		s = clause_strip(str_from(s, w->text.n));
	return !clause_strip(s).n;
}

/* Whether the sentence tells what is to be done: it has a day, or stands where the text looks ahead. */
static bool tells_ahead(const struct deed *x)
{
	enum { OPENING = 300 }; /* bytes of a paragraph in which it says that it looks ahead */
	size_t to = x->s->from < OPENING ? x->s->from : OPENING;

	while (to && to < x->m->s.n && ((unsigned char)x->m->s.p[to] & 0xC0) == 0x80)
		to--;
	return onward_lasting(x->d) || actors_deadline(x->m, x->s, x->s->from, x->s->to).n || words_within(str_sub(x->m->s, 0, to), W_LOOKAHEAD) ||
	       mood_of(x->d, x->index) == MOOD_AIMED;
}

static void read_opening(struct deed *x)
{
	const struct mentions *m = x->m;
	size_t from = m->items[x->a.first].from;
	const struct mention *before = x->a.first > x->s->first ? &m->items[x->a.first - 1] : NULL;
	bool beside = before && before->to == from;

	x->clause = clause_around(m, x->s, from);
	/* 青岛、烟台市财政局要…: the place before the mark is one of them. */
	size_t places = beside ? actors_places(str_sub(m->s, x->clause.from, from)) : 0;

	if (beside && parts_roles(m, x->s, x->a.first - 1) && x->clause.from + places != from)
		x->clause.from = from;
	/* 由所涉及的A、B牵头 */
	while (beside && mention_word(before, W_ADVERB) && before > &m->items[x->s->first] && before[-1].to == before->from)
		before--;
	/* 此项工作县财政局牵头 */
	bool told = beside && mention_word(before, W_THIS) && before->from == x->clause.from;

	/* 委托省标准化研究院编制标准3项, in what a report tells of the past */
	bool over = beside && mention_word(before, W_ASK) && mention_word(before, W_BY) && str_eq(x->d->head.genre, STR("report")) && mood_of(x->d, x->index) != MOOD_AIMED;

	x->by = beside && !over && (mention_word(before, W_ASK) || mention_word(before, W_BY));
	/* 督促县水务局6月底前完成…: who is urged has the duty, where nobody is told to urge. */
	const struct word *urges = beside && !x->laid->n ? mention_word(before, W_ROLE) : NULL;

	if (urges && str_eq(urges->arg, STR("supervise")) && x->a.bodies[0].kind != BODY_FIRM && opens_sentence(x, before->from) && tells_ahead(x))
		x->by = true;
	const struct mention *by = x->by ? NULL : by_which(x, from);

	if (by) {
		before = by;
		x->by = true;
	}
	/* Ⅲ级响应：市卫健委组织…, but no label */
	struct str named = str_sub(m->s, x->clause.from, from);
	bool headed = str_ends(named, STR(":")) && !words_tail(clause_strip(named), W_LABEL);

	if (headed)
		x->clause.from = from;
	x->opens = x->by || told || headed || actors_open(m->s, x->clause.from, from) || (beside && (before->kind == M_PERIOD || before->kind == M_COMMA || follows_role(x)));
	x->evidence = x->by ? before->from : from;
}

/* 市财政局根据审核意见批复预算, 财政部组织专家评审, 财政部通过竞争性选拔，确定…: what a deed is done by stands before its verb. */
static bool is_means(const struct deed *x, const struct mention *verb)
{
	size_t to = x->tail.to;

	/* 各镇每月25日前向县政府报送进展 */
	/* 节能主管部门向电网企业出具意见: to whom. */
	bool toward = mention_word(verb, W_HELP) && str_chars(mention_word(verb, W_HELP)->text) == 1 && !mention_word(verb, W_IS) && !binding_tells_sum(x);
	bool dated = mention_word(verb, W_HELP) && verb > &x->m->items[x->s->first] && verb[-1].kind == M_PERIOD && verb[-1].to == verb->from && verb[-1].period->note == PERIOD_RECURRING && !binding_tells_sum(x);

	if (!dated && !toward && !mention_word(verb, W_BYSHARE) && !mention_word(verb, W_WITH) && !mention_word(verb, W_MEANS))
		return false;
	if (to + 1 < x->s->to && x->tail.to < x->s->to)
		to = clause_around(x->m, x->s, x->tail.to + 1).to;
	return clause_first_word(x->m, x->s, W_VERB, verb->to, to) >= 0 || clause_first_word(x->m, x->s, W_ROLE, verb->to, to) >= 0;
}

/* 责任单位, 综合协调机构: what a body is said to be. Of its 主管部门 others tell. */
static bool names_sort(struct str s)
{
	return words_is(s, W_LABEL) || (words_tail(s, W_CLASS) && !words_tail(s, W_DUTYHEAD));
}

/* 办公室设在县林业局，负责…: where nothing tells whose office it is, its host acts. */
static void read_host(struct deed *x)
{
	struct actor host;

	if (x->a.n != 1 || !words_is(x->a.bodies[0].s, W_SUBOFFICE) || !actors_read(x->m, x->s, x->next + 1, &host) || !host.n || x->m->items[host.first].from != x->m->items[x->next].to)
		return;
	memcpy(x->a.bodies, host.bodies, host.n * sizeof *host.bodies);
	x->a.n = host.n;
}

/* A作为项目法人，负责…; A办公室设在B，负责…; A为综合协调机构，负责…: as what or where they do it stands in a clause of its own. */
static void read_standing(struct deed *x)
{
	const struct mentions *m = x->m;
	const struct word *is = x->next < x->s->last && m->items[x->next].from == x->byte ? mention_word(&m->items[x->next], W_IS) : NULL;

	if (!is)
		return;
	struct range as = clause_around(m, x->s, x->byte);
	bool sits = str_eq(is->arg, STR("office"));
	long k = as.to < x->s->to ? clause_after(m, x->s, as.to + 1) : -1;

	if (k < 0 || m->items[k].from != as.to + 1 || words_within(str_sub(m->s, x->byte, as.to), W_ROLE) || !(str_longer(is->text, 1) || names_sort(str_sub(m->s, m->items[x->next].to, as.to))))
		return;
	const struct mention *verb = &m->items[k];

	if (!mention_word(verb, W_ROLE) && (sits || !(mention_word(verb, W_MODAL) || mention_word(verb, W_FUTURE) || mention_word(verb, W_ADVERB) || mention_word(verb, W_VERB))))
		return;
	if (sits)
		read_host(x);
	x->byte = as.to + 1;
	x->next = (size_t)k;
}

/* 成立某县产业工作领导小组，统筹推进…: an office that is set up and ends its clause does what the next one tells. */
static void read_set_up(struct deed *x)
{
	const struct mentions *m = x->m;
	const struct word *office = x->a.n == 1 ? words_tail(x->a.bodies[0].s, W_BODY) : NULL, *set = words_is(clause_strip(str_sub(m->s, x->clause.from, m->items[x->a.first].from)), W_HOLD);
	long k = office && set && x->byte == x->clause.to && x->byte < x->s->to ? clause_after(m, x->s, x->byte + 1) : -1;

	if (k < 0 || m->items[k].from != x->byte + 1 || !str_eq(office->arg, STR("office")) || !words_is(set->text, W_VERB) || !onward_lasting(x->d) || !(mention_word(&m->items[k], W_ROLE) || mention_word(&m->items[k], W_VERB)))
		return;
	x->opens = true;
	x->byte++;
	x->next = (size_t)k;
}

/* A负责、B支持; B要给予支持: the mention of the word where nothing stands behind it in the clause, for those beside a duty that others have; else NULL. */
static const struct mention *closing_support(const struct deed *x)
{
	const struct mentions *m = x->m;
	size_t k = x->next;

	while (x->laid->n && k + 1 < x->s->last && m->items[k].from == (k > x->next ? m->items[k - 1].to : x->byte) && (mention_word(&m->items[k], W_GIVE) || mention_word(&m->items[k], W_ADVERB)))
		k++;
	const struct mention *y = x->laid->n && k < x->s->last && m->items[k].from == (k > x->next ? m->items[k - 1].to : x->byte) ? &m->items[k] : NULL;
	const struct word *help = y ? mention_word(y, W_DUTYHEAD) : NULL;
	bool closes = y && (y->to == x->s->to || clause_around(m, x->s, y->from).to == y->to || (k + 1 < x->s->last && m->items[k + 1].kind == M_PAUSE && m->items[k + 1].from == y->to));

	/* 支持 is a verb as well. */
	return help && mention_word(y, W_VERB) && closes ? y : NULL;
}

/* 农业农村部门收到申请后，应于2日内答复; 在公示完成后5日内，报送材料: the setting ends with its clause, and the next one must be done or is due. */
static bool is_due_behind(const struct deed *x)
{
	const struct mentions *m = x->m;
	struct str setting = clause_strip(str_sub(m->s, x->byte, x->tail.to));
	const struct word *end = words_tail(setting, W_SETTING);

	if (x->tail.to >= x->s->to || m->s.p[x->tail.to] != ',' || !end)
		return false;
	struct range c = clause_around(m, x->s, x->tail.to + 1);
	long last = clause_last(m, x->tail.to);

	/* 市财政局在下达计划前，对拟支持的项目进行公示: a body of government, in a document that lays duties. */
	if (x->a.bodies[0].kind == BODY_DEPARTMENT && onward_lasting(x->d) && words_of(m->s, c.from, W_TOWHOM) && clause_first_word(m, &c, W_VERB, c.from, c.to) >= 0)
		return true;
	return c.first < c.last && ((m->items[c.first].from == c.from && mention_word(&m->items[c.first], W_MODAL)) || (last >= 0 && m->items[last].kind == M_PERIOD && m->items[last].to == x->tail.to));
}

/* 各单位|联系电话于4月15日前报送, 各镇的方案务于5月底前上报: the thing stands before the day; no company's. */
static void read_handed_in(struct deed *x)
{
	const struct word *of = words_of(x->m->s, x->byte, W_OF);
	enum body_kind kind = x->a.bodies[0].kind;

	if (x->modal || x->role || x->plain || (kind != BODY_CLASS && kind != BODY_DEPARTMENT) || !actors_hand_in(x->m, &x->tail, x->byte))
		return;
	x->modal = true;
	x->byte += of ? of->text.n : 0;
	while (x->next < x->s->last && x->m->items[x->next].from < x->byte)
		x->next++;
}

/* 统筹、|协调、推进: whether a mark parts the verb from another. */
static bool lists_verbs(const struct deed *x)
{
	const struct mention *y = &x->m->items[x->next];

	return x->next + 2 < x->s->last && y[1].kind == M_PAUSE && y[1].from == y->to && y[2].from == y[1].to && mention_word(y + 2, W_VERB);
}

/* Bodies, modal words, those they act with, the verb. */
static void read_actors(struct deed *x)
{
	const struct mentions *m = x->m;
	bool modal = false;

	x->byte = m->items[x->a.last].to;
	/* A（以下简称B）为综合协调机构 */
	while (x->next < x->s->last && m->items[x->next].kind == M_BRACKET && m->items[x->next].from == x->byte && words_of(m->s, m->items[x->next].to, W_IS)) {
		x->byte = m->items[x->next].to;
		while (x->next < x->s->last && m->items[x->next].from < x->byte)
			x->next++;
	}
	read_standing(x);
	read_set_up(x);
	x->next = actors_skip_modals(m, x->s, x->next, &x->byte, &x->modal);
	/* In a plan 将…纳入 is a duty as well. */
	x->modal |= onward_lasting(x->d) && x->next < x->s->last && m->items[x->next].from == x->byte && mention_word(&m->items[x->next], W_FUTURE) &&
	            !str_starts(str_from(m->s, m->items[x->next].to), STR("《"));
	/* 条件成熟后我厅将…: the issuer speaks for itself anywhere. */
	x->opens |= x->modal && x->a.bodies[0].kind == BODY_SELF;
	/* 由A组织，B…: the next clause is B's own. */
	bool closes = x->next + 1 < x->s->last && m->items[x->next + 1].kind == M_COMMA && m->items[x->next + 1].from == m->items[x->next].to;

	/* 督促B完成X: a role of its own. */
	const struct word *role = x->next < x->s->last ? mention_word(&m->items[x->next], W_ROLE) : NULL;
	bool supervises = role && str_eq(role->arg, STR("supervise"));

	if (x->next < x->s->last && !closes && !supervises && mention_word(&m->items[x->next], W_WITH) && m->items[x->next].from == x->byte) {
		size_t k = actors_read(m, x->s, x->next + 1, &x->with);

		/* 定期组织演练，各村要…: those behind the comma act by themselves. */
		if (x->with.n && m->items[x->with.first].from != m->items[x->next].to)
			x->with.n = 0;
		if (x->with.n) {
			x->byte = m->items[x->with.last].to;
			x->next = actors_skip_modals(m, x->s, k, &x->byte, &modal);
			x->modal |= modal;
		}
	}
	const struct mention *verb = x->next < x->s->last && m->items[x->next].from == x->byte ? &m->items[x->next] : NULL;

	x->role = verb ? mention_word(verb, W_ROLE) : NULL;
	/* 落实资金 is a deed, …由A落实 a role. */
	if (x->role && str_eq(x->role->arg, STR("responsible")) && mention_word(verb, W_VERB) && clause_strip(str_sub(m->s, verb->to, clause_around(m, x->s, verb->from).to)).n)
		x->role = NULL;
	/* 统筹、协调、推进工业发展: the list of verbs is the task. */
	if (x->role && str_eq(x->role->arg, STR("lead")) && mention_word(verb, W_VERB) && lists_verbs(x)) {
		x->first = x->role;
		x->role = NULL;
	}
	/* 市财政局要密切配合，加强监管: the spirit of what follows, where nobody else has a duty that they could help with. */
	if (x->role && !x->laid->n && !x->by && x->modal && words_is(x->role->text, W_SETTING) && verb->to == clause_around(m, x->s, verb->from).to)
		x->role = NULL;
	const struct mention *helps = x->role ? NULL : closing_support(x);

	if (helps) {
		x->role = mention_word(helps, W_DUTYHEAD);
		x->next = (size_t)(helps - m->items);
		x->byte = helps->from;
		verb = helps;
	}
	x->tail = clause_around(m, x->s, x->byte);
	for (size_t k = x->next + 1; k < x->s->last && m->items[k].from < x->tail.to; k++)
		if (parts_roles(m, x->s, k))
			x->tail.to = m->items[k].from;
	x->modal |= !x->modal && !x->role && is_due_behind(x);
	/* 市市场监管局推动标准编制: with such verbs much is told of whom no duty binds, but not of a body of government that the sentence begins with. */
	bool urges = verb && mention_word(verb, W_URGE) && x->a.bodies[0].kind == BODY_DEPARTMENT && m->items[x->a.first].from == x->s->from;

	x->plain = verb && ((mention_word(verb, W_VERB) && (urges || !mention_word(verb, W_STOP) || mention_word(verb, W_ASK) || mention_word(verb, W_WITH)) && !mention_word(verb, W_JOIN)) || is_means(x, verb));
	read_handed_in(x);
}

/* 负责监督: the second role says what they answer for. */
static struct str role_of(const struct deed *x)
{
	size_t at = x->m->items[x->next].to;
	const struct word *more = words_of(x->m->s, at, W_ROLE);
	bool alone = more && !clause_strip(str_sub(x->m->s, at + more->text.n, x->tail.to)).n;

	return str_eq(x->role->arg, STR("responsible")) && alone ? more->arg : x->role->arg;
}

/* 我局将做好以下工作：一是…: the points behind are theirs. */
static void read_points(const struct deed *x, struct actor *points)
{
	size_t first = x->tail.to + 1;

	if (!points || !x->modal || first >= x->s->to || x->m->s.p[x->tail.to] != ':' || !words_of(x->m->s, first, W_NTH))
		return;
	actors_copy(points, &x->a);
	onward_point(x->d, x->m, x->s, first, points);
}

/* （一）动员部署阶段（2023年8月底前）: the day in the bracket that closes the heading over the paragraph; n 0: there is none. */
static struct str phase_deadline(const struct deed *x)
{
	int section = x->d->outline.paras[x->index].section;
	struct str title = section < 0 ? STR("") : x->d->outline.sections[section].title;
	size_t open = str_ends(title, STR(")")) ? title.n - 1 : 0;
	struct period by;

	while (open > 0 && title.p[open - 1] != '(')
		open--;
	struct str in = open ? str_sub(title, open, title.n - 1) : STR("");

	return in.n && period_match(in, (struct ymd){0, 0, 0}, &by) == in.n && !by.start.year && by.end.year ? in : STR("");
}

/* What is read of the bodies comes in; of those who act with them there are none yet. */
static void start(struct deed *x, struct doc *d, size_t index, const struct mentions *m, const struct range *s, const struct actor *laid)
{
	x->d = d;
	x->index = index;
	x->m = m;
	x->s = s;
	x->laid = laid;
	x->with.n = 0;
	x->by = x->modal = x->opens = x->told = x->plain = false;
	x->role = x->first = NULL;
}

/* 建立A牵头、B参与的机制: whether who leads a body of several that is made stands between the verb and 的. */
static bool founds(const struct deed *x)
{
	const struct mentions *m = x->m;
	struct str lead = clause_strip(str_sub(m->s, x->clause.from, m->items[x->a.first].from));
	const struct word *by = words_tail(lead, W_BY);

	lead = by ? clause_strip(str_sub(lead, 0, lead.n - by->text.n)) : lead;
	const struct word *verb = words_is(lead, W_VERB);

	return x->role && str_eq(x->role->arg, STR("lead")) && verb && !str_eq(verb->arg, STR("noun")) && !words_is(lead, W_ROLE) && words_within(str_sub(m->s, x->byte, x->s->to), W_OF);
}

/* …、B和C等组成的机制: those who take part in what others lead, behind a verb that 的 ends. */
static bool takes_part(const struct deed *x)
{
	enum { LONGEST = 24 }; /* bytes of the verbs */
	const struct mentions *m = x->m;
	struct str verbs = str_sub(m->s, x->byte, x->byte + LONGEST < x->s->to ? x->byte + LONGEST : x->s->to);

	return x->laid->n && x->laid->founds && x->laid->task.n && (words_of(verbs, 0, W_ROLE) || words_of(verbs, 0, W_VERB)) && words_within(verbs, W_OF);
}

size_t deed_read(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *laid, struct actor *points, size_t i)
{
	struct deed x;

	start(&x, d, index, m, s, laid);
	x.next = actors_read(m, s, i, &x.a);
	if (!x.a.n)
		return i;
	size_t last = x.a.last;

	read_opening(&x);
	/* 由市科协学会|学术部负责解释: it is read with its office. */
	if (x.by && x.a.n == 1 && unnamed_office(m, s, m->items[last].to))
		return last;
	read_actors(&x);
	x.makes = founds(&x);
	x.opens |= x.makes;
	x.evidence = x.makes ? x.clause.from : x.evidence;
	if (takes_part(&x)) {
		actors_add(d, "duty-in-a-sentence", clause_strip(str_sub(m->s, x.evidence, x.tail.to)), laid->task, &x.a, STR("support"), STR(""));
		laid->founds = false;
		return last;
	}
	if (!binding_is_duty(&x)) {
		bool office = x.a.bodies[0].kind == BODY_DEPARTMENT || x.a.bodies[0].kind == BODY_SELF;

		/* 市教育局高度重视，将加大投入 */
		if (office && !x.by && x.a.first == s->first && actors_open(m->s, s->from, m->items[x.a.first].from) && onward_ahead(d, m, s, x.tail.to, &x.a))
			actors_copy(laid, &x.a);
		return last;
	}
	/* 项目资本金9亿元，由某公司自筹: what stands beside is no deed of theirs. */
	if (x.by && !x.role && !x.modal && binding_behind_sum(&x) && slots_only_pays(clause_strip(str_sub(m->s, m->items[x.a.last].to, x.tail.to)))) {
		binding_against(&x, "they only pay");
		return last;
	}
	/* X水库总投资4亿元，由某公司建设: what stands beside is the project's own. */
	if (!x.modal && binding_builds(&x, clause_strip(str_sub(m->s, m->items[x.a.last].to, x.tail.to)))) {
		binding_against(&x, "they build the project that the text is about");
		return last;
	}
	struct str task = errand_read(&x), evidence = clause_strip(str_sub(m->s, x.evidence, x.tail.to)), deadline = errand_deadline(&x);

	/* A负责…，B安排资金300万元: a gift beside a duty is none. */
	if (!x.by && !x.modal && !x.role && !onward_lasting(d) && binding_tells_money(&x, task)) {
		binding_against(&x, "they only pay");
		return last;
	}
	/* 由A牵头，B配合，6月底前完善…: the day stands with the task. */
	if (!deadline.n && task.p >= m->s.p && task.p < m->s.p + m->s.n) {
		struct range c = clause_around(m, s, (size_t)(task.p - m->s.p));

		deadline = actors_deadline(m, s, c.from, c.to);
	}
	deadline = deadline.n ? deadline : phase_deadline(&x);
	read_points(&x, points);
	if (!binding_is_deed(&x, task, evidence, deadline))
		return last;
	TRACE(d, binding_bodies(&x), "duty", "laid on the bodies by %s", x.role ? "a role" : x.by ? "the word before them" : x.modal ? "a modal word" : "a verb, in a document that lays duties");
	struct str role = x.role ? role_of(&x) : x.first ? x.first->arg : onward_role(task);

	actors_add(d, "duty-in-a-sentence", evidence, task, &x.a, role, deadline);
	actors_add(d, "duty-in-a-sentence", evidence, task, &x.with, x.told ? STR("responsible") : STR("support"), deadline);
	x.a.task = task;
	/* What stands behind those who support is the lead's. */
	if (!x.makes && (!x.role || !str_eq(x.role->arg, STR("support"))))
		onward_clauses(d, m, s, x.tail.to, &x.a, x.role != NULL, role);
	actors_copy(laid, &x.a);
	laid->answer = x.role != NULL;
	laid->founds = x.makes;
	laid->own = x.role && str_eq(x.role->arg, STR("responsible")) && task.p >= m->s.p + x.byte && task.p < m->s.p + x.tail.to;
	return last;
}

/* What may tell of a duty: a body, or one of the words that stand beside bodies. Most words are none, and many sentences have none. */
#define OPENING(h) (WORD_BIT(W_MODAL, h) | WORD_BIT(W_AT, h) | WORD_BIT(W_ROLE, h) | WORD_BIT(W_WITH, h) | WORD_BIT(W_TOWHOM, h) | WORD_BIT(W_IS, h))
#define TELLING(h) (OPENING(h) | WORD_BIT(W_BY, h) | WORD_BIT(W_RELY, h))
static const struct word_set telling = {{TELLING(0), TELLING(1)}};
/* Those of them before which a body may stand that no table has. */
static const struct word_set opening = {{OPENING(0), OPENING(1)}};
#undef OPENING
#undef TELLING

static bool may_tell(const struct mention *x)
{
	return !x->depth && (x->kind == M_BODY || (x->kind == M_WORD && words_set_meet(&x->word->classes, &telling)));
}

/* 某市请求，由A建设…: from what others have asked for on, the sentence lays nothing on anybody; the mention, s->last: nobody asks. */
static size_t asked_from(const struct mentions *m, const struct range *s)
{
	long k = asked_begs(m, s, s->to);
	struct range c = k >= 0 ? clause_around(m, s, m->items[k].from) : *s;
	struct str clause = clause_strip(str_sub(m->s, c.from, c.to)), who = k >= 0 ? clause_strip(str_sub(m->s, c.from, m->items[k].from)) : STR("");

	/* 对群众的请求，由A办结; 接到请求，由A…; 各县请求支援时，由A…: what is done about it is laid on A. */
	bool answered = words_of(who, 0, W_TOWHOM) || words_of(who, 0, W_VERB) || words_tail(who, W_OF) || words_tail(clause, W_SETTING) || words_tail(clause, W_OF);

	/* 您建议由A建设… names who asks itself. */
	bool said = k >= 0 && !str_eq(mention_word(&m->items[k], W_BEG)->arg, STR("-"));

	return said || (who.n && !answered) ? (size_t)k : s->last;
}

/* 存在的主要问题：一是…: whether another list of points has begun behind that of the bodies. */
static bool other_points(const struct mentions *m, const struct range *s, const struct actor *points)
{
	struct str between = str_sub(m->s, m->items[points->last].to, s->from), colon = STR(":");
	size_t lists = 0;

	for (size_t i = str_find(between, colon, 0); i < between.n && lists < 2; i = str_find(between, colon, i + 1))
		lists += words_of(between, i + 1, W_NTH) != NULL;
	return lists > 1;
}

/* 联系单位：县发展改革局投资科: a label that tells of no duty, as a note may. */
static bool is_labelled(const struct mentions *m, const struct range *s)
{
	const struct word *label = words_of(m->s, s->from, W_LABEL);

	return label && str_eq(label->arg, STR("other")) && !words_of(m->s, s->from, W_NOTE) && str_starts(str_from(m->s, s->from + label->text.n), STR(":"));
}

void deed_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *last, struct actor *points)
{
	struct actor laid;
	bool any = false;

	if (is_labelled(m, s))
		return;
	if (points->n && words_of(m->s, s->from, W_NTH) && other_points(m, s, points))
		points->n = last->n = 0;
	if (points->n)
		onward_point(d, m, s, s->from, points);

	laid.n = 0;
	laid.own = laid.founds = false;
	bool tells = clause_holds(s, M_BODY) || (clause_holds(s, M_PAUSE) && onward_lasting(d)) || words_set_meet(&s->held.classes, &telling);

	size_t end = tells ? asked_from(m, s) : 0;

	if (tells && clause_has(s, W_BY))
		unnamed_staff(d, m, s);

	for (size_t i = s->first; i < end; i++) {
		const struct mention *x = &m->items[i];

		if (x->kind == M_PAUSE && !x->depth)
			unnamed_places(d, index, m, s, &laid, i);
		if (!may_tell(x))
			continue;
		if (mention_word(x, W_BY))
			unnamed_by(d, index, m, s, &laid, i);
		if (x->kind == M_WORD && words_set_meet(&x->word->classes, &opening))
			unnamed_opening(d, index, m, s, &laid, i);
		if (beside_find(d, index, m, s, &laid, i))
			continue;
			/* 全省, 我市 are the place, no body. */
		if (x->kind != M_BODY || x->body.kind == BODY_TREASURY || body_is_self(&x->body, STR("region")))
			continue;
		any = true;
		i = deed_read(d, index, m, s, &laid, points, i);
	}
	if (laid.n)
		actors_copy(last, &laid);
	else if (!(last->n && onward_sentence(d, m, s, last)) && any)
		last->n = 0;
}
