/* Knows how bodies are listed before a verb and what may stand between them and it. */
#include "verb/actors.h"

#include "verb/duty.h"
#include "verb/slots.h"

/* Whether what stands before a body makes it one that something is done to: 报, 提交. */
static bool is_told(struct str before)
{
	return (words_tail(before, W_VERB) || words_tail(before, W_STOP)) && !words_tail(before, W_BY) && !words_tail(before, W_ASK) && !words_tail(before, W_JOIN);
}

/* 市场监管总局（标准委）、工业和信息化部: the mention behind a second name in brackets where the list of bodies goes on there, else i. */
static size_t behind_inset(const struct mentions *m, const struct range *r, size_t i)
{
	enum { LONGEST = 45 };
	size_t k = i, to = m->items[i].to;

	if (i == r->first || m->items[i].kind != M_BRACKET || to - m->items[i].from > LONGEST || m->items[i - 1].kind != M_BODY || m->items[i - 1].to != m->items[i].from)
		return i;
	while (k < r->last && m->items[k].from < to)
		k++;
	return k + 1 < r->last && m->items[k].from == to && m->items[k].kind == M_PAUSE && m->items[k + 1].kind == M_BODY && m->items[k + 1].from == m->items[k].to ? k : i;
}

/* 市人民政府所在地|青山区人民政府: whose seat it is only tells which is meant. The mention of the body behind, or i. */
static size_t behind_seat(const struct mentions *m, const struct range *r, size_t i)
{
	const struct word *seat = words_of(m->s, m->items[i].to, W_GOESON);
	size_t k = i + 1;

	if (!seat || !str_eq(seat->arg, STR("site")))
		return i;
	while (k < r->last && m->items[k].from < m->items[i].to + seat->text.n)
		k++;
	return k < r->last && m->items[k].kind == M_BODY && m->items[k].from == m->items[i].to + seat->text.n ? k : i;
}

/* 某银行临江分行|及其分支机构: the last mention of what belongs to the body at mention i and acts with it, or i. */
static size_t behind_branches(const struct mentions *m, const struct range *r, size_t i)
{
	enum { LONGEST = 24 /* bytes */ };
	size_t from = m->items[i].to, at = from;
	const struct word *join = words_own(m->s, from, W_JOIN), *its = join ? words_own(m->s, from + join->text.n, W_ITS) : NULL;

	at += its ? join->text.n + its->text.n : 0;
	for (size_t k = i + 1; its && k < r->last && m->items[k].to <= at + LONGEST; k++) {
		const struct word *class = m->items[k].from >= at ? mention_word(&m->items[k], W_CLASS) : NULL;

		if (class && str_eq(class->arg, STR("close")))
			return k;
		if (m->items[k].from >= at && m->items[k].kind != M_WORD)
			break;
	}
	return i;
}

/* Bodies joined by 、 和 与 starting at mention i. */
size_t actors_read(const struct mentions *m, const struct range *r, size_t i, struct actor *out)
{
	out->n = 0;
	out->first = i;
	out->task = STR("");
	out->answer = out->own = out->founds = false;
	/* 要建立专班，县政府办公室要…: what a verb is done to ends with its clause. */
	bool object = i > r->first && i < r->last && m->items[i - 1].to == m->items[i].from && mention_word(&m->items[i - 1], W_VERB);

	for (; i < r->last; i++) {
		const struct mention *x = &m->items[i];

		if (x->kind == M_BODY && x->body.kind != BODY_TREASURY && out->n < ACTORS_MOST) {
			i = behind_seat(m, r, i);
			x = &m->items[i];
			out->bodies[out->n++] = x->body;
			out->last = i = behind_branches(m, r, i);
			continue;
		}
		size_t behind = out->n ? behind_inset(m, r, i) : i;

		if (behind > i) {
			i = behind;
			continue;
		}
		/* 有关企业、科研院所: a class behind a class. */
		const struct word *class = out->n && out->n < ACTORS_MOST && m->items[i - 1].kind == M_PAUSE && m->items[i - 1].to == x->from ? mention_word(x, W_CLASS) : NULL;

		if (class && str_eq(class->arg, STR("close")) && out->bodies[out->n - 1].kind == BODY_CLASS) {
			out->bodies[out->n++] = body_of(BODY_CLASS, mention_text(m, x), STR(""));
			out->last = i;
			continue;
		}
		/* 材料报县财政局，县财政局应…: whom something is done to is in no list with who acts next. */
		bool told = x->kind == M_COMMA && out->n && is_told(str_sub(m->s, r->from, m->items[out->first].from));
		bool joins = x->kind == M_PAUSE || mention_word(x, W_JOIN) || (!object && x->kind == M_COMMA && !told && i + 1 < r->last && m->items[i + 1].kind == M_BODY);

		if (!joins || (i > out->first && m->items[i - 1].to != x->from && m->items[i - 1].kind != M_BODY))
			break;
	}
	out->n = body_spread(out->bodies, out->n, ACTORS_MOST);
	/* 协调A、B等金融机构给予支持: what they are closes the list. */
	if (out->n && i + 1 < r->last && m->items[i].from == m->items[out->last].to && m->items[i + 1].from == m->items[i].to && mention_word(&m->items[i], W_ETC)) {
		const struct word *sort = mention_word(&m->items[i + 1], W_CLASS);

		if (sort && str_eq(sort->arg, STR("close")))
			out->last = i + 1;
	}
	return out->n ? out->last + 1 : i;
}

/* 收回|已拨付的资金: what is past there is told of the thing that something is done to. */
static bool tells_object(struct str before, struct str behind, const struct word *past)
{
	const struct word *verb = str_eq(past->arg, STR("first")) ? words_tail(before, W_VERB) : NULL;

	return verb && !str_eq(verb->arg, STR("noun")) && words_of(behind, past->text.n, W_VERB);
}

bool actors_past(const struct mentions *m, size_t from, size_t to)
{
	struct str s = str_sub(m->s, from, to);

	for (size_t i = words_next(s, 0, W_PAST); i < s.n; i = words_next(s, i + 1, W_PAST))
		if (!tells_object(str_sub(s, 0, i), str_from(s, i), words_of(s, i, W_PAST)))
			return true;
	return false;
}

/* 在收到材料后10个工作日内|审核: of mention i, which says that a setting begins, the last mention of the setting where a verb stands behind it; i: none does. */
static size_t setting_end(const struct mentions *m, const struct range *r, size_t i)
{
	enum { LONGEST = 75 };
	struct range clause = clause_around(m, r, m->items[i].from);
	size_t end = i;

	for (size_t k = i + 1; k + 1 < r->last && m->items[k + 1].to <= clause.to && m->items[k].to - m->items[i].to <= LONGEST; k++) {
		const struct mention *x = &m->items[k];
		bool sets = x->kind == M_PERIOD || mention_word(x, W_SETTING) || words_tail(mention_text(m, x), W_SETTING);

		const struct word *verb = mention_word(x + 1, W_VERB);

		if (sets && x[1].from == x->to && ((verb && !mention_word(x + 1, W_FUTURE)) || mention_word(x + 1, W_ROLE) || mention_word(x + 1, W_MEANS)))
			end = k;
	}
	return end;
}

/* 9月底前, 年内: whether a period tells by when, though it has a first day too. 春季 and 当前 tell when alone. */
static bool is_due(const struct mentions *m, const struct mention *x)
{
	const struct word *within = words_tail(mention_text(m, x), W_SETTING);

	if (within && str_eq(within->arg, STR("now")))
		return false;
	return !x->period->start.year || (within && str_eq(within->arg, STR("date")));
}

/* The adverbs, modal words and future words between the bodies and their verb. */
size_t actors_skip_modals(const struct mentions *m, const struct range *r, size_t i, size_t *byte, bool *modal)
{
	*modal = false;
	for (; i < r->last && m->items[i].from == *byte; i++) {
		const struct mention *x = &m->items[i];
		const struct word *with = mention_word(x, W_WITH);

		/* X（以下简称Y）负责… */
		if (x->kind == M_BRACKET) {
			*byte = x->to;
			while (i + 1 < r->last && m->items[i + 1].from < x->to)
				i++;
			continue;
		}
		/* 将…定为主题 is no future: 将 is, before a verb or where nothing is made of anything. */
		const struct mention *next = i + 1 < r->last && m->items[i + 1].from == x->to ? &m->items[i + 1] : NULL;

		/* 将联合县公安局开展…: before a body it tells who acts with them, no manner. */
		if (with && str_eq(with->arg, STR("company")) && next && next->kind == M_BODY)
			break;
		/* 统一规划、建设: one of two deeds. */
		if (mention_word(x, W_FUTURE) && next && next->kind == M_PAUSE)
			break;
		/* 将积极争取国家支持: what is striven for is told by nothing else. */
		if (mention_word(x, W_SEEK) && mention_word(x, W_FUTURE) && !(next && (next->kind == M_PERIOD || mention_word(next, W_VERB) || mention_word(next, W_BUILD) || mention_word(next, W_BA) || mention_word(next, W_AT))))
			break;
		bool acts = next && (mention_word(next, W_VERB) || mention_word(next, W_ADVERB) || mention_word(next, W_ROLE) ||
		                     mention_word(next, W_WITH) || mention_word(next, W_FUTURE) || mention_word(next, W_FUND));
		struct range clause = clause_around(m, r, x->from);

		/* 将《…请示》呈报 */
		acts |= clause_first_word(m, &clause, W_BA, x->to, clause.to) < 0 && !str_starts(str_from(m->s, x->to), STR("《"));
		/* 将制订的方案报送: the verb describes what is handed in. */
		acts &= !(next && mention_word(next, W_VERB) && words_of(m->s, next->to, W_OF));

		/* …于10月10日前完成: a day by which something is done makes a duty too. */
		bool by_day = x->kind == M_PERIOD && x->period->end.year && is_due(m, x);

		if (mention_word(x, W_MODAL) || (mention_word(x, W_FUTURE) && acts) || by_day)
			*modal = true;
		else if (mention_word(x, W_AT) && !(next && next->kind == M_PERIOD)) {
			size_t end = setting_end(m, r, i);

			if (end == i)
				break;
			i = end;
		} else if (!mention_word(x, W_ADVERB) && !mention_word(x, W_ETC) && x->kind != M_PERIOD && !mention_word(x, W_AT))
			break;
		*byte = m->items[i].to;
	}
	return i;
}

bool actors_hand_in(const struct mentions *m, const struct range *c, size_t from)
{
	enum { LONGEST = 90 /* bytes of what is handed in */ };
	/* 各单位|的推进实施方案务于…: behind 的 a verb is part of its name. */
	bool named = words_of(m->s, from, W_OF);

	for (size_t k = c->first; k + 1 < c->last && m->items[k].from <= from + LONGEST; k++) {
		const struct mention *x = &m->items[k];
		const struct word *verb = x->from >= from ? mention_word(x, W_VERB) : NULL;

		if (x->from < from)
			continue;
		if (x->kind == M_PERIOD)
			return x->period->note == PERIOD_PLAIN && is_due(m, x) && words_tail(str_sub(m->s, from, x->from), W_AT) && x[1].from == x->to && mention_word(x + 1, W_VERB);
		if (verb && !named && !str_eq(verb->arg, STR("noun")) && !words_of(m->s, x->to, W_OF))
			return false;
	}
	return false;
}

/* Nothing but numbering, adverbs, joining words and 建议: what follows opens the clause. */
bool actors_open(struct str s, size_t from, size_t to)
{
	struct str lead = clause_strip(str_sub(s, from, to));
	size_t len;
	long value;

	if (outline_marker(lead, &len, &value) || outline_marker(str_sub(s, from, to), &len, &value))
		lead = clause_strip(str_from(str_sub(s, from, to), len));
	for (const struct word *w; lead.n;) {
		if (!(w = words_of(lead, 0, W_NTH)) && !(w = words_of(lead, 0, W_ADVERB)) && !(w = words_of(lead, 0, W_JOIN)) && !(w = words_of(lead, 0, W_REQUEST)) &&
		    !(w = words_of(lead, 0, W_LOOKAHEAD)))
			return false;
		lead = clause_strip(str_from(lead, w->text.n));
	}
	return true;
}

size_t actors_places(struct str s)
{
	size_t n = 0, used;

	while (n < s.n && region_chain(str_from(s, n), &used) && str_starts(str_from(s, n + used), STR("、")))
		n += used + strlen("、");
	return n;
}

/* 适时开展|督查, 对资金使用情况进行|监督, 做好|督导: the verb of which the role's word is the object, no body. */
static bool tells_verb(struct str who)
{
	struct str rest = actors_phrase(who);

	return words_is(rest, W_VERB) || words_tail(rest, W_LIGHT) || words_of(rest, 0, W_TOWHOM);
}

struct str actors_subject(const struct mentions *m, const struct range *c)
{
	long modal = clause_first_word(m, c, W_MODAL, c->from, c->to), role = clause_first_word(m, c, W_ROLE, c->from, c->to);
	long k = modal < 0 || (role >= 0 && role < modal) ? role : modal;
	struct str who = k >= 0 ? clause_strip(str_sub(m->s, c->from, m->items[k].from)) : STR("");

	if (str_chars(who) < 2 || words_is(who, W_ADVERB) || tells_verb(who) || slots_name_before(m, (size_t)(who.p - m->s.p), (size_t)(who.p + who.n - m->s.p)).n != who.n)
		return STR("");
	return who;
}

/* The verb phrase from `from`, without the adverbs that open it. */
struct str actors_phrase(struct str s)
{
	for (const struct word *w; (w = words_of(s, 0, W_ADVERB));)
		s = clause_strip(str_from(s, w->text.n));
	return s;
}

struct str actors_behind_day(const struct mentions *m, const struct range *c, struct str s)
{
	enum { LONGEST_EVENT = 60 /* bytes of what the days are counted from: 收到本通知之日起30日内 */ };
	size_t from = (size_t)(s.p - m->s.p);
	long k = s.n ? clause_after(m, c, from) : -1;

	/* 每年3月底前 of which 每年 was taken for an adverb. */
	long inside = s.n ? clause_last(m, from) : -1;

	if (inside >= (long)c->first && m->items[inside].kind == M_PERIOD && m->items[inside].to > from)
		k = inside;
	while (k >= 0 && (size_t)k + 1 < c->last && m->items[k].kind != M_PERIOD && m->items[k].from - from <= LONGEST_EVENT)
		k++;
	const struct mention *day = k >= 0 && m->items[k].kind == M_PERIOD ? &m->items[k] : NULL;

	/* 在收到本通知30日内 */
	bool at = words_of(s, 0, W_AT) || words_tail(str_sub(m->s, 0, from), W_AT);

	if (!day || !is_due(m, day) || day->to > from + s.n || (day->from > from && !at && !words_tail(str_sub(m->s, from, day->from), W_SETTING)))
		return s;
	return clause_strip(str_from(s, day->to - from));
}

/* Nothing but role words and adverbs: 负责落实. */
bool actors_idle(struct str s)
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

void actors_add(struct doc *d, const char *rule, struct str evidence, struct str task, const struct actor *a,
                       struct str role, struct str deadline)
{
	/* 将会同有关部门做好以下工作: what they do is told behind it. */
	if (words_tail(task, W_FOLLOWS))
		return;
	struct str carried = STR("");

	/* 你委: the addressee is no body of the record. */
	for (size_t i = 0; i < a->n; i++)
		if (!body_is_self(&a->bodies[i], STR("you")))
			finding_cell(d, duty_add(d, rule, evidence, task, &a->bodies[i], role, &carried), "deadline_text", deadline);
}

/* 细化每月投资额, 做好每季度的监测: what recurs there is the thing that something is done to, no deed. */
static bool tells_thing(const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i], *before = i > s->first ? x - 1 : NULL, *next = i + 1 < s->last ? x + 1 : NULL;
	bool acts = next && next->from == x->to && ((mention_word(next, W_VERB) && !mention_word(next, W_FUND)) || mention_word(next, W_ROLE) || mention_word(next, W_ADVERB));
	const struct word *verb = before && before->to == x->from ? mention_word(before, W_VERB) : NULL;

	if (x->period->note != PERIOD_RECURRING)
		return false;
	return words_of(m->s, x->to, W_OF) || (!acts && verb && !mention_word(before, W_AT) && !mention_word(before, W_MODAL) && !mention_word(before, W_ADVERB));
}

/* By when: the first period in bytes [from, to) that ends on a day (…前, 到…, …底) or recurs. */
struct str actors_deadline(const struct mentions *m, const struct range *s, size_t from, size_t to)
{
	for (size_t i = s->first; i < s->last; i++) {
		const struct mention *x = &m->items[i];

		/* 目前 and 截至6月底 tell what is done. */
		if (x->kind != M_PERIOD || x->from < from || x->to > to || !is_due(m, x) || words_within(mention_text(m, x), W_DONE) || tells_thing(m, s, i))
			continue;
		if (x->period->end.year || x->period->relative || x->period->note != PERIOD_PLAIN)
			return mention_text(m, x);
	}
	return STR("");
}

struct str actors_behind(const struct mentions *m, const struct actor *a, size_t to)
{
	struct str what = clause_strip(str_sub(m->s, m->items[a->last].to, to));

	for (const struct word *w; what.n && (w = words_of(what, 0, W_ETC));)
		what = clause_strip(str_from(what, w->text.n));
	return what;
}
