/* Knows who gives in a funding clause. */
#include "verb/slots.h"

#include "doc/purse.h"
#include "zh/figures.h"

enum { SHORTEST_PURSE = 2 /* characters: 财政 */ };

static bool gives(const struct body *b)
{
	const struct word *firm = b->kind == BODY_FIRM ? words_tail(b->s, W_FIRM) : NULL;

	/* 全省城市低保标准: the place, no giver. */
	if (b->kind == BODY_SELF && words_is(b->s, W_CLASS))
		return false;
	/* 财政部门, 各级财政部门 */
	if (b->kind == BODY_CLASS && words_within(b->s, W_TREASURY))
		return true;
	return b->kind == BODY_TREASURY || b->kind == BODY_DEPARTMENT || b->kind == BODY_SELF || b->kind == BODY_ALIAS ||
	       (firm && str_eq(firm->arg, STR("bank")));
}

/* 安排中央资金2亿元: the level behind a verb of giving whose money is given. */
static bool owns_fund(const struct slots *s, const struct mention *x, const struct mention *verb)
{
	return mention_word(verb, W_PAY) && words_of(s->m->s, x->to, W_PROGRAM);
}

/* A giver stands at the head of a clause, behind a period or 由, not behind 对 or 向. */
static bool is_subject(const struct slots *s, size_t i)
{
	const struct mention *x = &s->m->items[i], *before = i > s->sentence.first ? &s->m->items[i - 1] : NULL;

	/* 工业园区按…: the last character of another word. */
	if (x->body.kind == BODY_TREASURY && x->to == x->from + 3 && x->from > s->sentence.from && !(before && before->to == x->from && (before->kind != M_WORD || mention_word(before, W_STOP))))
		return false;
	/* 农村公益事业|财政奖补资金: a purse of no level in the name of the money. */
	if (x->body.kind == BODY_TREASURY && words_is(x->body.s, W_TREASURY) && !str_longer(x->body.s, SHORTEST_PURSE) && x->from > s->sentence.from && !(before && before->to == x->from))
		return false;
	/* 按省级资助额的50%配套: theirs is what the share is of. */
	if (x->body.kind == BODY_TREASURY && before && before->to == x->from && mention_word(before, W_BYSHARE) && !words_tail(x->body.s, W_TREASURY))
		return false;
	/* 1200万元|中央资金、300万元省级资金: whose money the sum before it is. */
	if (x->body.kind == BODY_TREASURY && before && before->to == x->from && before->kind == M_QUANTITY && before->quantity->kind == QUANTITY_MONEY && words_of(s->m->s, x->to, W_PROGRAM))
		return false;
	/* 在中央补贴基础上; 补助地方20万元 */
	if (x->body.kind == BODY_TREASURY)
		return !(before && before->to == x->from && (mention_word(before, W_AT) || (mention_word(before, W_FUND) && !words_tail(x->body.s, W_TREASURY) && !owns_fund(s, x, before))));
	if (x->from == s->sentence.from || !before)
		return x->from == s->sentence.from;
	if (before->to != x->from)
		return false;
	/* 同意|市财政局安排资金, 责成|县财政局拨付 */
	return before->kind == M_COMMA || before->kind == M_PERIOD || mention_word(before, W_BY) || mention_word(before, W_PART) || (mention_word(before, W_ASK) && x->body.kind == BODY_DEPARTMENT && x->from >= s->clause.from) ||
	       mention_word(before, W_DONE) || mention_word(before, W_NTH) || mention_word(before, W_JOIN);
}

/* 为企业减税 helps them, 模式为先建后补 tells what it is. */
static bool helps(const struct slots *s, const struct range *c, size_t from)
{
	long help = clause_first_word(s->m, c, W_HELP, from, c->to);

	return help >= 0 && !mention_word(&s->m->items[help], W_IS);
}

/* 国家级奖励100万元,省级奖励30万元: a level beside a rank that is no purse is a rank too, where the same word of money stands behind both. */
static bool is_rank(const struct slots *s, const struct body *b)
{
	size_t end = (size_t)(b->s.p - s->m->s.p) + b->s.n;
	enum { NEAR_RANK = 16 /* mentions before the sentence */ };
	const struct word *fund = words_of(s->m->s, end, W_FUND);
	bool sum = end == slots_amount(s)->from; /* 按国家级100万元、市级50万元予以奖励 */

	if ((!fund && !sum) || !words_is(b->s, W_GRADE))
		return false;
	/* 对获得国家级认定的企业，给予200万元奖励；省级100万元 */
	size_t head = s->sentence.from, first = sum && head > s->m->start && b->s.p == s->m->s.p + head && s->m->s.p[head - 1] == ';' ? s->sentence.first - (s->sentence.first < NEAR_RANK ? s->sentence.first : NEAR_RANK) : s->sentence.first;

	for (size_t i = first; i < s->sentence.last; i++) {
		const struct mention *x = &s->m->items[i];

		if (!mention_word(x, W_GRADE) || mention_word(x, W_PURSE))
			continue;
		if (i < s->sentence.first)
			return true;
		if (sum ? i + 1 < s->sentence.last && x[1].from == x->to && x[1].kind == M_QUANTITY && x[1].quantity->kind == QUANTITY_MONEY : str_starts(str_from(s->m->s, x->to), fund->text))
			return true;
	}
	return false;
}

/* Whether a word of getting money stands in bytes [from, to) of the clause; the 获 of 获评单位 is none. */
static bool seeks(const struct slots *s, size_t from, size_t to)
{
	for (size_t i = s->clause.first; clause_has(&s->clause, W_SEEK) && i < s->clause.last; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->from >= from && x->to <= to && mention_word(x, W_SEEK) && str_longer(mention_text(s->m, x), 1))
			return true;
	}
	return false;
}

bool slots_from_above(const struct slots *s)
{
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, at = slots_amount(s)->from;
	const struct word *part = words_of(s->m->s, from, W_PART);

	from += part ? part->text.n : 0;
	const struct word *rank = words_own(s->m->s, from, W_RANK);

	if (rank && str_eq(rank->arg, STR("above")))
		return true;
	return from < at && seeks(s, from, at);
}

/* 县福利中心|改扩建项目总投资1.2亿元: whether a work is named between a body and what is invested, and nothing tells that it is given to it. */
static bool owns_work(const struct slots *s, const struct mention *x)
{
	size_t to = slots_amount(s)->from;

	return s->invested && x->body.kind == BODY_DEPARTMENT && x->from >= s->clause.from && clause_first_word(s->m, &s->clause, W_WORK, x->to, to) >= 0 &&
	       clause_first_word(s->m, &s->clause, W_TOWHOM, x->to, to) < 0 && clause_first_word(s->m, &s->clause, W_HELP, x->to, to) < 0 && clause_first_word(s->m, &s->clause, W_PAY, x->to, to) < 0;
}

/* 地方政府专项债券|3亿元: whether bonds are named right before the sum. */
static bool borrows(const struct slots *s)
{
	const struct mention *x = s->amount > s->clause.first ? slots_amount(s) - 1 : NULL;

	return x && x->to == slots_amount(s)->from && mention_word(x, W_FUND) && words_tail(mention_text(s->m, x), W_GOESON);
}

/* Only a body in whose clause something is given (or the amount stands) gives. */
static bool gives_here(const struct slots *s, const struct mention *x)
{
	struct range c = clause_around(s->m, &s->sentence, x->from);

	/* 争取中央水利资金8亿元，整合专项债券3亿元: what is borrowed is not of those who gave before. */
	if (s->lent && c.to < s->clause.from && (x->body.kind == BODY_TREASURY || x->body.kind == BODY_SELF) && borrows(s))
		return false;
	/* 根据省级预算安排，现下达… tells the ground, not who gives. */
	if (c.to < slots_amount(s)->from && words_of(slots_between(s, c.from, c.to), 0, W_MEANS))
		return false;
	/* 我局争取资金3000万元, 县交通局投资286万元，其中上级补助182万元: who seeks money does not give it, nor who acts in another clause. */
	if (x->from < s->clause.from ? slots_from_above(s) : seeks(s, x->to, slots_amount(s)->from))
		return false;
	/* 你省某工程总投资5亿元 tells whose it is. */
	if (owns_work(s, x))
		return false;
	if (s->invested && x->from >= s->clause.from && body_is_self(&x->body, STR("you")) && clause_first_word(s->m, &s->clause, W_TOTALINVEST, x->to, slots_amount(s)->from) >= 0)
		return false;
	/* 省发展改革委批复了可研报告，核定总投资9亿元: who approves it pays none of it. */
	if (s->invested && x->from < s->clause.from && clause_first_word(s->m, &s->clause, W_TOTALINVEST, s->clause.from, slots_amount(s)->from) >= 0)
		return clause_first_word(s->m, &c, W_PAY, x->to, c.to) >= 0 || (x->body.kind == BODY_FIRM && clause_first_word(s->m, &c, W_FUND, x->to, c.to) >= 0);
	return (c.from <= slots_amount(s)->from && slots_amount(s)->from < c.to) || clause_first_word(s->m, &c, W_GIVE, x->to, c.to) >= 0 ||
	       clause_first_word(s->m, &c, W_FUND, x->to, c.to) >= 0 || helps(s, &c, x->to);
}

/* 向国家开发银行申请贷款, 利用国家开发银行贷款: a loan comes from the bank that its clause names. */
static bool read_lender(struct slots *s)
{
	for (size_t i = s->clause.first; s->lent && i < s->clause.last; i++) {
		const struct mention *x = &s->m->items[i];
		const struct word *firm = x->kind == M_BODY && !x->depth ? words_tail(x->body.s, W_FIRM) : NULL;

		if (firm && str_eq(firm->arg, STR("bank"))) {
			s->funder = x->body;
			return true;
		}
	}
	return false;
}

/* 安顺市、紫云县|配套: where the regions, levels and pauses begin that stand right before byte `end` and pay together with what stands there. */
static size_t joint_payers(const struct mentions *m, size_t floor, size_t end)
{
	enum { LONGEST = 60 };
	size_t best = end;
	struct str before = str_sub(m->s, 0, end);

	if (!str_ends(before, STR("、")) && !words_tail(before, W_JOIN))
		return end;
	for (size_t at = end, n = 0; at > floor && n < LONGEST; n++) {
		at = str_before(m->s, at);
		struct str over = str_sub(m->s, at, end), gap = STR("、"), first;
		const struct word *join = NULL;

		if (str_ends(over, gap))
			first = str_sub(over, 0, over.n - gap.n);
		else if ((join = words_tail(over, W_JOIN)))
			first = str_sub(over, 0, over.n - join->text.n);
		else
			continue;
		bool opens = at == floor || str_ends(str_sub(m->s, 0, at), STR(",")) || str_ends(str_sub(m->s, 0, at), gap) || words_tail(str_sub(m->s, floor, at), W_BY) || words_tail(str_sub(m->s, floor, at), W_PART) ||
		             words_tail(str_sub(m->s, floor, at), W_SEEK);

		if (opens && (words_is(first, W_PURSE) || (first.n && region_is(first))))
			best = end = at;
	}
	return best;
}

bool slots_bearer(const struct mentions *m, size_t i, struct body *bearer, bool *pays)
{
	const struct mention *items = m->items;
	size_t k = i, at = items[i].from; /* the mention before k is looked at, which ends there */
	const struct word *pay = k && items[k - 1].to == at ? mention_word(&items[k - 1], W_PAY) : NULL;

	*pays = pay && str_eq(pay->arg, STR("own"));
	if (*pays)
		at = items[--k].from;
	/* 省、市财政分别负担60%、40%, 各承担50% */
	if (*pays && k && items[k - 1].to == at && mention_word(&items[k - 1], W_ONCE))
		at = items[--k].from;
	if (!k || items[k - 1].to != at)
		return false;
	const struct mention *before = &items[k - 1];

	/* 补助地方20万元: they get it. */
	if (!*pays && k > 1 && items[k - 2].to == before->from && (mention_word(&items[k - 2], W_FUND) || mention_word(&items[k - 2], W_HELP)))
		return false;
	if (before->kind == M_BODY && before->body.kind == BODY_TREASURY)
		*bearer = before->body;
	else if ((mention_word(before, W_PURSE) || mention_word(before, W_TREASURY)) && !words_tail(str_sub(m->s, 0, before->from), W_EACH) && !(before->to == before->from + 3 && purse_tells_which(str_sub(m->s, 0, before->from))))
		*bearer = body_of(BODY_TREASURY, mention_text(m, before), STR(""));
	else
		return false;
	size_t from = *pays ? joint_payers(m, m->start, before->from) : before->from;

	if (from < before->from)
		*bearer = body_of(BODY_TREASURY, str_sub(m->s, from, before->to), STR(""));
	return true;
}

/* 业主自筹180万元, 农户自筹: a class right before the word of paying from one's own purse. */
static bool read_self_raiser(struct slots *s)
{
	const struct mention *x = slots_amount(s), *pay = s->amount > s->clause.first ? x - 1 : NULL;
	const struct word *own = pay && pay->to == x->from ? mention_word(pay, W_PAY) : NULL, *fund = own ? mention_word(pay, W_FUND) : NULL;
	const struct mention *who = fund && str_eq(own->arg, STR("own")) && str_eq(fund->arg, STR("investment")) && pay > s->m->items ? pay - 1 : NULL;

	/* 乡贤捐资50万元 */
	if (!who && own && fund && str_eq(own->arg, STR("own")) && str_eq(fund->arg, STR("grant")) && pay > s->m->items)
		who = pay - 1;
	/* 甲县、乙县各配套200万元 */
	if (!who || who->to != pay->from || who->to == who->from + 3 || !(mention_word(who, W_CLASS) || mention_word(who, W_PERSON)))
		return false;
	s->funder = body_of(BODY_CLASS, mention_text(s->m, who), STR(""));
	return true;
}

/* The bodies, regions, purses and classes that stand at byte `at`, joined by 、 and 和. */
static struct str payers_at(const struct mentions *m, const struct range *c, size_t at)
{
	size_t from = at, end = at, used;

	for (;;) {
		long k = clause_after(m, c, at);
		const struct mention *x = k >= 0 && m->items[k].from == at ? &m->items[k] : NULL;
		const struct word *join;

		bool body = x && x->kind == M_BODY;

		if (!body && region_chain(str_from(m->s, at), &used) && used)
			at += used;
		else if (body || (x && (mention_word(x, W_PURSE) || mention_word(x, W_TREASURY))))
			at = x->to;
		else
			break;
		end = at;
		if (str_starts(str_from(m->s, at), STR("、")))
			at += strlen("、");
		else if ((join = words_of(m->s, at, W_JOIN)))
			at += join->text.n;
		else
			break;
	}
	return str_sub(m->s, from, end);
}

/* 资本金5亿元，占总投资的20%，由A和B按6:4比例出资: who pays from their own purse is told in a clause behind, before any other sum. */
static bool read_raisers_behind(struct slots *s)
{
	/* 除省级补助1.1亿元外，由各县筹措: it has its own. */
	for (size_t i = s->clause.first; i < s->amount; i++)
		if (mention_word(&s->m->items[i], W_PURSE) || mention_word(&s->m->items[i], W_TREASURY) || (s->m->items[i].kind == M_BODY && s->m->items[i].body.kind == BODY_TREASURY))
			return false;
	for (size_t i = s->amount + 1; clause_has(&s->sentence, W_BY) && i < s->sentence.last; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->depth != slots_amount(s)->depth)
			continue;
		if (x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY)
			return false;
		struct range c = clause_around(s->m, &s->sentence, x->from);

		if (!mention_word(x, W_BY) || (c.from > slots_amount(s)->to && x->from != c.from))
			continue;
		struct str who = payers_at(s->m, &c, x->to);
		struct str deed = who.n ? str_sub(s->m->s, x->to + who.n, c.to) : STR("");

		/* 由市财政局从园区配套资金中列支 */
		const struct word *drawn = words_of(deed, 0, W_SINCE) ? words_tail(deed, W_PAY) : NULL;

		if (drawn) {
			s->funder = body_of(BODY_TREASURY, who, STR(""));
			return true;
		}
		bool begins = words_of(deed, 0, W_PAY) || words_of(deed, 0, W_BYSHARE) || words_of(deed, 0, W_ADVERB) || words_of(deed, 0, W_ONCE);

		if (!begins || !slots_only_pays(clause_strip(deed)))
			return false;
		s->funder = body_of(BODY_TREASURY, who, STR(""));
		return true;
	}
	return false;
}

/* 获得国家级绿色工厂称号: what somebody is called, not who gives. */
static bool is_honour(const struct body *b)
{
	const struct word *grade = words_of(b->s, 0, W_GRADE);

	return b->kind == BODY_FIRM && grade && grade->text.n > 3;
}

/* 首获|海关AEO认证企业给予10万元: whether body x only tells who gets it, to whom something is given further on. */
static bool is_of_getter(const struct slots *s, const struct mention *x)
{
	long give = clause_first_word(s->m, &s->clause, W_GIVE, x->to, slots_amount(s)->from);

	return give >= 0 && s->m->items[give].from > x->to;
}

bool slots_bears_all(const struct mentions *m, const struct range *sentence, size_t from, struct body *bearer)
{
	for (size_t i = sentence->first; clause_has(sentence, W_BY) && clause_has(sentence, W_PAY) && i + 1 < sentence->last; i++) {
		const struct mention *x = &m->items[i], *y = x + 1;

		if (x->from < from || !mention_word(x, W_BY) || x->depth || y->kind != M_BODY || y->from != x->to || y->body.kind != BODY_TREASURY)
			continue;
		struct range c = clause_around(m, sentence, x->from);
		struct str before = clause_strip(str_sub(m->s, c.from, x->from)), who = payers_at(m, &c, x->to);
		bool share = false;

		for (size_t k = c.first; k < c.last; k++)
			share |= m->items[k].kind == M_QUANTITY;
		/* 由省级财政承担60% tells of a part, 由市、区财政各承担50% of all. */
		if ((share && !words_within(who, W_JOIN)) || (before.n && !words_tail(before, W_PROGRAM) && !words_tail(before, W_FUND)) || clause_first_word(m, &c, W_PAY, y->to, c.to) < 0)
			continue;
		*bearer = who.n > y->body.s.n ? body_of(BODY_TREASURY, who, STR("")) : y->body;
		return true;
	}
	return false;
}

/* 松江县投资7.8亿元新建医院: a region or town at the head of the clause pays for the deed behind the sum. */
static bool read_paying_place(struct slots *s)
{
	const struct mention *amount = slots_amount(s), *pay = s->amount > s->clause.first ? amount - 1 : NULL;
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, behind = amount->to;

	if (!pay || pay->to != amount->from || pay->kind != M_WORD || amount->depth)
		return false;
	for (size_t i = s->clause.first; i < s->amount; i++)
		if (s->m->items[i].kind == M_PERIOD && s->m->items[i].from == from)
			from = s->m->items[i].to;
	behind += behind < s->m->s.n && s->m->s.p[behind] == ',';
	/* …，大力|实施X工程 */
	for (const struct word *how; (how = words_own(s->m->s, behind, W_ADVERB)) && str_chars(how->text) > 1;)
		behind += how->text.n;
	const struct word *held = words_of(s->m->s, behind, W_HOLD);
	bool deed = words_of(s->m->s, behind, W_BUILD) || words_of(s->m->s, behind, W_VERB) || words_of(s->m->s, behind, W_FORWHAT) || (held && words_tail(held->text, W_DONE));
	size_t at, n = deed && pay->from > from ? slots_place_pays(str_sub(s->m->s, from, pay->to), &at) : 0;

	if (!n || from + at != pay->from)
		return false;
	s->funder = body_of(BODY_TREASURY, str_sub(s->m->s, from, from + n), STR(""));
	return true;
}

/* 宁波市累计向凉山州投入帮扶资金21.4亿元, 宁波市安排援助资金5.2亿元: a region at the head of the clause that pays to another, or pays money by its name. */
static bool read_sender(struct slots *s)
{
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, used;

	for (size_t i = s->clause.first; i < s->amount; i++)
		if (s->m->items[i].kind == M_PERIOD && s->m->items[i].from == from)
			from = s->m->items[i].to + (s->m->s.p[s->m->items[i].to] == ',');
	if (!region_chain(str_from(s->m->s, from), &used) || !used)
		return false;
	size_t at = from + used;

	for (const struct word *w; (w = words_of(s->m->s, at, W_TOTAL)) || (w = words_of(s->m->s, at, W_ADVERB)) || (w = words_of(s->m->s, at, W_DONE));)
		at += w->text.n;
	const struct word *to = words_of(s->m->s, at, W_HELP), *pay = words_of(s->m->s, at, W_PAY);
	static const struct context none;
	struct body body;
	bool sends = to && str_chars(to->text) == 1 && (body_at(&none, s->m->s, at + to->text.n, &body) || words_opens(s->m->s, at + to->text.n) & OPENS_REGION);
	const struct mention *money = s->amount > s->clause.first ? slots_amount(s) - 1 : NULL;
	bool pays = pay && !s->handed && !s->invested && money && money->to == slots_amount(s)->from && money->from >= at + pay->text.n && mention_word(money, W_PROGRAM);

	if (at >= slots_amount(s)->from || !(sends || pays))
		return false;
	s->funder = body_of(BODY_TREASURY, str_sub(s->m->s, from, from + used), STR(""));
	return true;
}

/* 其中市级财政6万元、昌平区4万元: a region alone before the sum behind one that a purse bears. */
static bool read_next_bearer(struct slots *s)
{
	enum { NEAR = 6 /* mentions in the name of a region */ };
	const struct mention *x = slots_amount(s);
	size_t k = s->amount;
	struct body first;
	bool pays;

	while (k > s->clause.first && k + NEAR > s->amount && s->m->items[k - 1].kind != M_PAUSE)
		k--;
	if (k <= s->clause.first || s->m->items[k - 1].kind != M_PAUSE)
		return false;
	if (k < s->clause.first + 2 || x->depth || s->m->items[k - 2].kind != M_QUANTITY || s->m->items[k - 2].to != s->m->items[k - 1].from)
		return false;
	struct str who = str_sub(s->m->s, s->m->items[k - 1].to, x->from);

	if (!region_is(who) || !slots_bearer(s->m, k - 2, &first, &pays) || !words_tail(first.s, W_TREASURY))
		return false;
	s->funder = body_of(BODY_TREASURY, who, STR(""));
	return true;
}

/* 各县(市、区)按…的50%配套, 各乡镇自筹20万元: a class of places that the clause begins with, where it tells that they pay of their own. */
static bool read_paying_class(struct slots *s)
{
	size_t k = s->clause.first;

	while (k < s->amount && (s->m->items[k].kind == M_PERIOD || mention_word(&s->m->items[k], W_ADVERB)))
		k++;
	const struct mention *x = &s->m->items[k];
	const struct word *class = k < s->amount && x->kind == M_BODY ? words_of(x->body.s, 0, W_CLASS) : NULL;
	bool places = class && str_chars(class->text) == 1 && x->body.kind == BODY_CLASS && (x->from == s->clause.from || (k > s->clause.first && s->m->items[k - 1].to == x->from)) && (words_tail(x->body.s, W_NAMED) || words_tail(x->body.s, W_BODY) || str_ends(x->body.s, STR(")")));

	for (size_t i = k + 1; places && i < s->clause.last; i++) {
		const struct word *pay = mention_word(&s->m->items[i], W_PAY);

		if (pay && str_eq(pay->arg, STR("own"))) {
			s->funder = x->body;
			return true;
		}
	}
	return false;
}

void slots_funder(struct slots *s)
{
	enum { LONGEST_PLACES = 14 };
	bool pays;

	if (read_next_bearer(s) || read_lender(s) || read_self_raiser(s) || read_paying_place(s) || read_sender(s) || read_paying_class(s))
		return;
	if (slots_bearer(s->m, s->amount, &s->funder, &pays)) {
		if (pays || !is_rank(s, &s->funder))
			return;
		s->funder = (struct body){.kind = BODY_NONE};
	}
	/* 860万元由县城投公司…解决, 2145万元将于9月底前由省财政厅下达 */
	for (size_t i = s->amount + 1; clause_has(&s->clause, W_BY) && i + 1 < s->clause.last; i++) {
		const struct mention *x = &s->m->items[i], *y = x + 1;

		if (x->kind == M_QUANTITY || x->depth != slots_amount(s)->depth)
			break;
		if (mention_word(x, W_BY) && y->kind == M_BODY && y->from == x->to) {
			s->funder = y->body;
			return;
		}
		/* 其余36.81亿元由四川省及受益市县筹措解决 */
		long pay = mention_word(x, W_BY) && x->from == slots_amount(s)->to && words_opens(s->m->s, x->to) & OPENS_REGION ? clause_first_word(s->m, &s->clause, W_PAY, x->to, s->clause.to) : -1;
		long how = pay >= 0 ? clause_first_word(s->m, &s->clause, W_BYSHARE, x->to, s->m->items[pay].from) : -1;
		struct str who = pay >= 0 ? slots_between(s, x->to, s->m->items[how >= 0 ? how : pay].from) : STR("");
		size_t used;

		if (str_sized(who, 2, LONGEST_PLACES) && region_chain(who, &used) && used) {
			s->funder = body_of(BODY_TREASURY, who, STR(""));
			return;
		}
	}
	if (slots_bears_all(s->m, &s->sentence, s->clause.to, &s->funder))
		return;
	if (read_raisers_behind(s))
		return;
	/* 争取到国家文物局专项补助: money is got from whom the word of getting names. */
	for (size_t i = s->clause.first; clause_has(&s->clause, W_SEEK) && i + 1 < s->amount; i++)
		if (mention_word(&s->m->items[i], W_SEEK) && s->m->items[i + 1].kind == M_BODY && s->m->items[i + 1].from == s->m->items[i].to && s->m->items[i].from >= s->floor && !is_honour(&s->m->items[i + 1].body) && !is_of_getter(s, &s->m->items[i + 1])) {
			s->funder = s->m->items[i + 1].body;
			return;
		}
	for (size_t i = s->amount; clause_holds(&s->sentence, M_BODY) && i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		/* (其中省农业厅扶持80万元): who stands in the bracket of the sum gives it. */
		bool own = x->depth == slots_amount(s)->depth && (!x->depth || x->from >= s->clause.from);

		if (x->kind != M_BODY || !own || !gives(&x->body) || !is_subject(s, i) || !gives_here(s, x) || is_rank(s, &x->body))
			continue;
		/* 自治区财政厅安排财政衔接资金: a purse of no level only when nobody stands before it. */
		if (!s->funder.kind || x->from >= s->clause.from)
			s->funder = x->body;
		/* 争取中央和省补助资金 */
		size_t joint = x->body.kind == BODY_TREASURY && x->from >= s->clause.from ? joint_payers(s->m, s->clause.from, x->from) : x->from;

		if (joint < x->from)
			s->funder = body_of(BODY_TREASURY, str_sub(s->m->s, joint, x->to), STR(""));
		if (!words_is(x->body.s, W_TREASURY) || str_longer(x->body.s, SHORTEST_PURSE) || x->from < s->clause.from)
			return;
	}
}

bool slots_only_pays(struct str task)
{
	bool pays = false;
	const struct word *own = words_tail(task, W_PAY);

	/* 由A、B按6:4比例出资; 按损失的30%分担 is a duty as well. */
	if (own && str_eq(own->arg, STR("own")) && words_of(task, 0, W_BYSHARE) && !str_has(task, STR(",")) && !str_has(task, STR("%")))
		return true;
	/* 由省级寄宿制学校|建设专项资金解决: a fund whose name began like a body. */
	for (size_t i = 0, len; i < task.n; i += len) {
		const struct word *fund = words_of(task, i, W_FUND);

		str_char(task, i, &len);
		if (words_of(task, i, W_STOP) || task.p[i] == ',')
			break;
		const struct word *pay = fund && i ? words_of(task, i + fund->text.n, W_PAY) : NULL;

		size_t behind = pay ? i + fund->text.n + pay->text.n : 0;

		/* …解决220万元, but 研究确定资金使用规模 is a deed. */
		if (pay && (behind == task.n || figures_is_digit(task, behind)))
			return true;
	}
	for (size_t i = 0; i < task.n;) {
		const struct word *w = words_of(task, i, W_PAY), *other = words_of(task, i, W_FUND);

		pays |= w != NULL;
		w = w ? w : other ? other : words_of(task, i, W_SEEK) ? words_of(task, i, W_SEEK) : words_of(task, i, W_FIRM) ? words_of(task, i, W_FIRM) : words_of(task, i, W_SELF);
		w = w ? w : words_of(task, i, W_ADVERB);
		if (!w)
			return false;
		i += w->text.n;
	}
	return pays;
}
