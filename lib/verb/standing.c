/* Knows who gets it by standing at the head of the sentence or of the amount's own words, with no word of giving before. */
#include "verb/standing.h"

#include "doc/outline.h"
#include "verb/getter.h"
#include "verb/whom.h"
#include "verb/whomverb.h"

enum {
	LONGEST_TOWN = 12, /* characters */
	LONGEST_OWN = 24   /* characters of a class at the head of a clause */
};

/* 威宁县6120万元, 昭通市安排1420套，下达…: the region at the head of the amount's own words gets it, else the one at the head of its clause. */
static bool read_own_region(struct slots *s)
{
	size_t starts[2] = {s->floor, s->clause.from};

	/* 甲县1200万元、乙县860万元: the sum before it is not its own. */
	for (size_t k = s->clause.first; k < s->amount; k++)
		if (s->m->items[k].kind == M_QUANTITY && s->m->items[k].to > starts[0])
			starts[0] = s->m->items[k].to;
	for (size_t k = 0; k < 2 && (!k || starts[0] != starts[1]); k++) {
		size_t at = starts[k];

		for (const struct word *w; (w = words_of(s->m->s, at, W_PART)) || (w = words_of(s->m->s, at, W_JOIN)) || (w = words_of(s->m->s, at, W_DONE));)
			at += w->text.n;
		while (at < s->m->s.n && (s->m->s.p[at] == ',' || s->m->s.p[at] == ' '))
			at++;
		/* 某市排水提升工程0.8亿元 names what the money is for. */
		if (at < slots_amount(s)->from && words_opens(s->m->s, at) & OPENS_REGION &&
		    !words_tail(slots_between(s, at, slots_amount(s)->from), W_WORK) && whomverb_regions(s, at))
			return true;
	}
	return false;
}

/* 东湖镇50万元、西湖镇柳树村35万元: a town or village right before the amount. */
static bool read_own_town(struct slots *s)
{
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor;

	for (size_t k = s->clause.first; k < s->amount; k++)
		if (s->m->items[k].kind == M_PAUSE || s->m->items[k].kind == M_COMMA || mention_word(&s->m->items[k], W_PART))
			from = s->m->items[k].to > from ? s->m->items[k].to : from;
	struct str who = slots_between(s, from, slots_amount(s)->from);
	const struct word *named = words_tail(who, W_NAMED);

	if (!named || str_eq(named->arg, STR("geo")) || !str_sized(who, 3, LONGEST_TOWN) || words_tail(who, W_WORK) || words_of(who, 0, W_VERB) || words_of(who, 0, W_FUND))
		return false;
	whom_add(s, who);
	return true;
}

/* 我乡收到扶贫资金120万元, 某县已获得补助500万元: who stands right before a word of getting. */
static bool read_receiver(struct slots *s)
{
	for (size_t i = s->clause.first; clause_has(&s->clause, W_SEEK) && i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		const struct word *seek = x->from >= s->floor && !x->depth ? mention_word(x, W_SEEK) : NULL;
		size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, used;

		if (!seek || !str_eq(seek->arg, STR("got")))
			continue;
		struct str who = slots_between(s, from, x->from);
		struct period when;

		for (size_t n; (n = period_match(who, (struct ymd){0, 0, 0}, &when)) && n < who.n;)
			who = clause_strip(str_from(who, n));
		for (const struct word *w; ((w = words_tail(who, W_DONE)) || (w = words_tail(who, W_TOTAL)) || (w = words_tail(who, W_ADVERB))) && w->text.n < who.n;)
			who = clause_strip(str_sub(who, 0, who.n - w->text.n));
		static const struct context none;
		struct body b;
		bool region = region_chain(who, &used) && used == who.n, body = body_at(&none, who, 0, &b) && b.s.n == who.n;

		if (!region && !body && !words_is(who, W_SELF))
			return false;
		whom_add(s, who);
		return s->recipient_count > 0;
	}
	return false;
}

/* 在村任职的高校毕业生每人每月补贴1500元, 小微企业最高300万元: a class at the head of the amount's clause. */
static bool read_own_class(struct slots *s)
{
	size_t end = slots_amount(s)->from, len, from = s->clause.from;
	long value;

	/* 城市低保对象每人每月650元、|农村低保对象每人每月500元 */
	for (size_t k = s->clause.first; k + 1 < s->amount; k++)
		if (s->m->items[k].kind == M_QUANTITY && s->m->items[k].quantity->kind == QUANTITY_MONEY && s->m->items[k + 1].kind == M_PAUSE && s->m->items[k + 1].from == s->m->items[k].to)
			from = s->m->items[k + 1].to;
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		bool recurs = x->kind == M_PERIOD && words_own(s->m->s, x->from, W_EACH);

		/* 市人才专项资金按30%补助: what it comes from. */
		if (x->from < from)
			continue;
		if (x->from > s->clause.from && mention_word(x, W_PROGRAM) && words_of(s->m->s, x->to, W_GIVE))
			return false;
		if (x->from > from && (recurs || mention_word(x, W_PERUNIT) || mention_word(x, W_CAP) || mention_word(x, W_GIVE) || mention_word(x, W_FUND) || words_of(s->m->s, x->from, W_MAY))) {
			end = x->from;
			break;
		}
	}
	struct str who = slots_between(s, from, end);

	if (!words_tail(who, W_PERSON))
		return false;
	if (outline_marker(who, &len, &value))
		who = clause_strip(str_from(who, len));
	/* 其中:一类对象每人每月补助300元 */
	for (const struct word *w; (w = words_of(who, 0, W_PART)) && w->text.n < who.n;)
		who = clause_strip(str_from(who, w->text.n));
	/* 某村道路项目30万元 is given for it. */
	if (end == slots_amount(s)->from && words_tail(who, W_WORK))
		return false;
	/* 省财政厅直接向我市安排…: who gives it stands there. */
	if (s->funder.kind && s->funder.s.p >= who.p && s->funder.s.p < who.p + who.n)
		return false;
	bool told = words_within(who, W_OF) && !words_within(who, W_BY);

	if (!str_sized(who, 3, LONGEST_OWN) || !words_tail(who, W_PERSON) || (words_of(who, 0, W_VERB) && !told) || words_of(who, 0, W_PERUNIT) ||
	    words_of(who, 0, W_PART) || words_of(who, 0, W_FUND) || words_of(who, 0, W_ONCE) || words_of(who, 0, W_LUMP))
		return false;
	whom_add(s, who);
	return true;
}

/* 上云企业费用达1万元以上的，给予…: in rules the class that the condition at the head of the sentence begins with. */
static bool read_conditioned(struct slots *s)
{
	size_t head = s->head > s->floor ? s->head : s->floor;

	for (const struct word *w; (w = words_of(s->m->s, head, W_PART));)
		head += w->text.n;
	for (size_t i = s->sentence.first; clause_has(&s->sentence, W_OF) && i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		const struct word *of = x->depth || x->from < head ? NULL : mention_word(x, W_OF);
		bool closes = of && (words_of(s->m->s, x->to, W_GIVE) || words_of(s->m->s, x->to, W_BYSHARE) || words_of(s->m->s, x->to, W_EACH) || words_of(s->m->s, x->to, W_PERUNIT) || words_of(s->m->s, x->to, W_ONCE) || words_of(s->m->s, x->to, W_LUMP) || (x->to < s->m->s.n && s->m->s.p[x->to] == ','));
		struct str all = closes ? slots_between(s, head, x->to) : STR(""), who = all.n ? getter_class(all) : all;

		if (!closes)
			continue;
		const struct word *verb = words_of(who, 0, W_VERB);

		/* 参保职工 is no deed. */
		if (who.n == all.n || (verb && !str_eq(verb->arg, STR("noun"))) || words_of(who, 0, W_BUILD) || words_of(who, 0, W_TOWHOM))
			return false;
		whom_add(s, who);
		return true;
	}
	return false;
}

/* 软件企业开展首轮流片,按…; 企业投保科技保险,给予…: the class that the first clause begins with, and then what it does. */
static bool read_acting(struct slots *s)
{
	size_t head = s->head > s->floor ? s->head : s->floor;
	struct range c = clause_around(s->m, &s->sentence, head);
	struct str all = c.to < s->clause.from ? slots_between(s, head, c.to) : STR(""), who = getter_class(all);
	const struct word *act = who.n < all.n ? words_of(all, who.n, W_VERB) : NULL;

	if (!act || (str_eq(act->arg, STR("noun")) && !words_of(all, who.n, W_LIGHT)) || words_within(all, W_OF) || str_chars(who) < 3 || !getter_doer(who) || words_tail(who, W_WORK) || getter_builds(who) || words_of(who, 0, W_TOWHOM))
		return false;
	whom_add(s, who);
	return true;
}

/* 服务机构每推荐1家企业，给予…; 承建单位可按投资额的30%申请…: who stands at the head of a clause, before 每 or what they may do. */
static bool read_doer(struct slots *s)
{
	static const struct word_set tells = {{WORD_BIT(W_EACH, 0) | WORD_BIT(W_MAY, 0), WORD_BIT(W_EACH, 1) | WORD_BIT(W_MAY, 1)}};

	if (!words_may_hold(str_sub(s->m->s, s->floor, slots_amount(s)->from), &tells))
		return false;
	for (size_t i = s->sentence.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->depth || x->from < s->floor)
			continue;
		bool each = words_of(s->m->s, x->from, W_EACH);

		if (!each && !words_of(s->m->s, x->from, W_MAY))
			continue;
		struct range c = clause_around(s->m, &s->sentence, x->from);

		if (x->from == c.from || !(each || c.from == s->clause.from))
			continue;
		size_t head = s->head;
		/* 服务机构(政府采购的除外)|每推荐1家 */
		struct str who = clause_bare(slots_between(s, c.from < head ? head : c.from, x->from));

		if (c.from > head || (str_chars(who) < 4 && !words_is(who, W_PERSON)) || (words_of(who, 0, W_VERB) && !words_within(who, W_OF)) || words_of(who, 0, W_TOWHOM) || !getter_doer(who))
			return false;
		whom_add(s, who);
		return true;
	}
	return false;
}

/* 其中，A聘任…2名，资助经费达1200万元; A获得…: a company at the head of the amount's own words. */
static bool read_subject(struct slots *s)
{
	const struct mention *first = s->m->items, *open = s->m->n && first->kind == M_BODY && words_tail(first->body.s, W_FIRM) ? first : NULL;
	size_t len;
	long value;

	/* 5.某公司:首次上规模，拟奖励20万元: whom the paragraph is about. */
	if (open && open->to < s->m->s.n && s->m->s.p[open->to] == ':' && (open->from == s->m->start || outline_marker(str_sub(s->m->s, s->m->start, open->from), &len, &value))) {
		whom_add(s, open->body.s);
		return true;
	}
	for (size_t i = s->sentence.first; clause_holds(&s->sentence, M_BODY) && i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->from < s->floor || x->depth)
			continue;
		/* 到外地医院进修: where, not who. */
		if (words_tail(str_sub(s->m->s, s->sentence.from, x->from), W_AT))
			return false;
		/* 子女就读国际学校的 */
		if (getter_acts(clause_strip(str_sub(s->m->s, clause_around(s->m, &s->sentence, x->from).from, x->from))))
			return false;
		if (x->kind == M_BODY && x->body.kind == BODY_FIRM) {
			whom_add(s, x->body.s);
			return true;
		}
		if (x->kind == M_BODY)
			return false;
	}
	return false;
}

/* 高新技术企业减按15%: who is relieved stands before the word of relief. */
static bool read_relieved(struct slots *s)
{
	long w = clause_last_word(s->m, &s->clause, W_RELIEF, s->clause.from, slots_amount(s)->from);

	if (w < 0)
		return false;
	struct str who = slots_name_before(s->m, s->clause.from, s->m->items[w].from);

	if (!words_tail(who, W_FIRM) && !words_tail(who, W_CLASS))
		return false;
	whom_add(s, who);
	return true;
}

/* 鼓励企业牵头制定标准，…给予: a class that is encouraged at the head of the sentence. */
static bool read_encouraged(struct slots *s)
{
	struct str text = s->m->s;
	size_t at = s->head;
	const struct word *w = words_of(text, at, W_ENCOURAGE);
	size_t end = w && at < slots_amount(s)->from && !getter_builds(str_from(text, at + w->text.n)) ? whomverb_class_end(s, at + w->text.n) : 0;

	if (!end)
		return false;
	whom_add(s, str_sub(text, at + w->text.n, end));
	/* 鼓励科研院所、企业… */
	for (size_t next; str_starts(str_from(text, end), STR("、")) && (next = whomverb_class_end(s, end + strlen("、"))) > end; end = next)
		whom_add(s, str_sub(text, end + strlen("、"), next));
	return true;
}

/* 集中养育孤儿|基本生活费由每人每月1700元提高到1800元: the persons with whom the name of a benefit begins that is told for each of them. */
static bool read_benefit(struct slots *s)
{
	enum { SHORTEST = 3 /* characters of the benefit */ };
	size_t from = s->clause.from > s->head ? s->clause.from : s->head, end = from, len;

	if (from < s->floor || s->invested || !(clause_has(&s->clause, W_PERUNIT) || clause_has(&s->clause, W_EACH)))
		return false;
	for (size_t k = s->clause.first; k < s->amount && end == from; k++) {
		const struct mention *x = &s->m->items[k];

		if (x->from > from && (mention_word(x, W_MORE) || mention_word(x, W_BY) || mention_word(x, W_SINCE) || mention_word(x, W_IS) || mention_word(x, W_PART) || mention_word(x, W_PERUNIT) || mention_word(x, W_EACH)))
			end = x->from;
	}
	struct str all = slots_between(s, from, end), who = STR("");
	const struct word *lump = words_tail(all, W_LUMP);

	all = str_sub(all, 0, all.n - (lump ? lump->text.n : 0));
	if (!all.n || !(words_tail(all, W_FUND) || words_tail(all, W_SHARE)) || words_of(all, 0, W_VERB) || words_within(all, W_OF))
		return false;
	for (size_t i = 0; i < all.n; i += len) {
		const struct word *w = words_at(all, i), *person = words_of(all, i, W_PERSON);

		str_char(all, i, &len);
		len = w ? w->text.n : len;
		if (person && person->text.n > 3 && str_reaches(str_from(all, i + person->text.n), SHORTEST))
			who = str_sub(all, 0, i + person->text.n);
	}
	if (!who.n || str_longer(who, LONGEST_OWN))
		return false;
	whom_add(s, who);
	/* Of a list of sums each tells its own. */
	if (s->recipient_count && !s->purpose.n && clause_has(&s->clause, W_MORE))
		s->purpose = str_from(all, who.n);
	return s->recipient_count > 0;
}

bool standing_read(struct slots *s)
{
	if (read_relieved(s) || read_own_region(s) || read_own_town(s) || read_receiver(s) || read_own_class(s) || read_doer(s) || read_benefit(s) || whom_headed_class(s) || read_encouraged(s) || read_conditioned(s) || read_acting(s))
		return true;
	/* 改造学校食堂所需经费: a name in what the money is needed for. */
	return mentions_hold(s->m, M_BODY) && !slots_needed(s, NULL).n && read_subject(s);
}
