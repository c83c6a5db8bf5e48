/* Knows which shares of something are funding, and of what kind. */
#include "verb/share.h"

#include "verb/threshold.h"

/* 资本金占总投资的25%, 资本金5亿元，占总投资25%: the share that the owners pay of what a project costs. */
bool share_of_capital(const struct judge *j, size_t i)
{
	bool capital = false, whole = false;

	for (size_t k = j->sentence.first; judge_is_rate(&j->m->items[i]) && clause_has(&j->sentence, W_SHARE) && k < i; k++) {
		const struct word *share = mention_word(&j->m->items[k], W_SHARE);

		capital |= share && str_eq(share->arg, STR("capital"));
		whole |= j->m->items[k].from >= j->clause.from && (mention_word(&j->m->items[k], W_TOTALINVEST) || (share && !str_eq(share->arg, STR("capital"))));
	}
	return capital && whole;
}

/* 按实际投资额的5%，给予…奖励: what is given of the share is told in the next clause. */
bool share_given(const struct judge *j, size_t i, size_t floor, struct str *kind)
{
	const struct mention *x = &j->m->items[i];

	size_t from = floor > j->clause.from ? floor : j->clause.from;

	if (clause_last_word(j->m, &j->clause, W_BYSHARE, from, x->from) < 0 || threshold_gives(j, from, x->from))
		return false;
	for (size_t k = i + 1; k < j->sentence.last; k++) {
		const struct word *w = mention_word(&j->m->items[k], W_FUND);

		if (j->m->items[k].kind == M_QUANTITY && judge_is_rate(&j->m->items[k]))
			return false;
		if (w && !str_starts(w->arg, STR("weak:")) && !str_eq(w->arg, STR("investment"))) {
			*kind = w->arg;
			return true;
		}
		/* 按项目投入的10%|给予|最高50万 */
		const struct mention *sum = k == i + 1 && k + 1 < j->sentence.last && mention_word(&j->m->items[k], W_GIVE) ? &j->m->items[k + 1] : NULL;

		if (sum && sum->from == sum[-1].to && sum->kind == M_QUANTITY && sum->quantity->kind == QUANTITY_MONEY && sum->to == j->clause.to) {
			*kind = STR("grant");
			return true;
		}
		/* 按实际租金的50%，给予最高200万元的支持 */
		if (!w || !str_starts(w->arg, STR("weak:")))
			continue;
		struct range next = clause_around(j->m, &j->sentence, j->m->items[k].from);

		if (next.from > x->to && words_of(j->m->s, next.from, W_GIVE) && j->m->items[k].to == next.to) {
			*kind = str_from(w->arg, strlen("weak:"));
			return true;
		}
	}
	return false;
}

/* 省财政承担总投资的60%, 有关部门已承诺负担原估算投资5亿元的2/3: a share of what something costs that others than persons pay. */
static bool is_paid_of(const struct judge *j, size_t i)
{
	enum { LONGEST = 24 /* characters of what the share is of */ };
	const struct mention *x = &j->m->items[i];
	const struct word *of = words_tail(str_sub(j->m->s, j->clause.from, x->from), W_OF);
	long k = of ? clause_last_word(j->m, &j->clause, W_PAY, j->clause.from, x->from) : -1;
	const struct word *own = k > (long)j->clause.first ? mention_word(&j->m->items[k], W_PAY) : NULL;

	if (!own || !str_eq(own->arg, STR("own")) || mention_word(&j->m->items[k], W_FUND))
		return false;
	struct str cost = str_sub(j->m->s, j->m->items[k].to, x->from - of->text.n), who = clause_strip(str_sub(j->m->s, j->clause.from, j->m->items[k].from));
	const struct mention *last = &j->m->items[i - 1];
	/* The word 的 may be a mention itself. */
	bool sum = (last->kind == M_QUANTITY ? last : last - 1)->to == x->from - of->text.n && (last->kind == M_QUANTITY ? last : last - 1)->kind == M_QUANTITY;
	bool costs = sum || words_tail(cost, W_SHARE) || words_tail(cost, W_TOTALINVEST) || words_tail(cost, W_FUND);

	return costs && str_sized(cost, 2, LONGEST) && !words_tail(who, W_PERSON) && who.n;
}

bool share_last(const struct judge *j, size_t i)
{
	for (size_t k = i + 1; k < j->m->n; k++) {
		const struct quantity *q = j->m->items[k].kind == M_QUANTITY ? j->m->items[k].quantity : NULL;

		/* 最高不超过1000元 behind it is its limit. */
		if (q && (q->kind == QUANTITY_RATE || (q->kind == QUANTITY_MONEY && (q->has_min || !q->has_max))))
			return false;
	}
	return j->m->items[i].to == j->clause.to;
}

/* 由省级财政负担60%; 省级40%、市级10% behind a sum. */
bool share_borne(const struct judge *j, size_t i)
{
	struct body bearer;
	bool pays, bears = slots_bearer(j->m, i, &bearer, &pays);

	if (!bears && is_paid_of(j, i))
		return true;

	/* 税收占比中央50%、地方50%; 市级20%、县级增长30% */
	return bears && (pays || (j->last && !judge_has(j, W_STAT, j->clause.from, j->clause.to) && !judge_has(j, W_GROWTH, j->clause.from, j->clause.to)));
}

/* 农户承担20%, 个人自付10%: no purse bears it. */
static bool is_own(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i], *pay = i > j->sentence.first ? x - 1 : NULL;
	const struct word *own = pay && pay->to == x->from ? mention_word(pay, W_PAY) : NULL;

	/* 对市级平台给予50%的资金匹配: who is given something bears nothing. */
	if (!own || !str_eq(own->arg, STR("own")) || mention_word(pay, W_GIVE))
		return false;
	struct str who = slots_name_before(j->m, j->clause.from, pay->from);

	return words_tail(who, W_PERSON) && !words_tail(who, W_TREASURY) && !words_tail(who, W_PURSE);
}

bool share_destined(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	struct str before = slots_without_ratio(str_sub(j->m->s, 0, x->from));

	if (before.n == x->from || clause_last_word(j->m, &j->clause, W_FORWHAT, j->clause.from, before.n) < 0)
		return false;
	for (size_t k = j->sentence.first; k < i; k++)
		if (mention_word(&j->m->items[k], W_FUND) || mention_word(&j->m->items[k], W_PROGRAM))
			return true;
	return false;
}

const char *share_ruled_out(const struct judge *j, size_t i)
{
	size_t to = j->m->items[i].to;

	/* 以职工月平均工资的40%为缴费基数 */
	if (words_of(j->m->s, to, W_IS) && words_of(j->m->s, to, W_BA))
		return "a share that is made a measure of something";
	if (clause_weighs(j->m, &j->m->items[i]))
		return "how much a factor counts";
	return is_own(j, i) ? "the share that those bear who get the rest" : NULL;
}

/* 支出118亿元，为调整预算的97.2%: how much of a budget was spent. */
bool share_of_budget(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	const struct word *of = words_tail(str_sub(j->m->s, 0, x->from), W_OF);
	struct str before = str_sub(j->m->s, j->clause.from, x->from - (of ? of->text.n : 0));
	const struct word *fund = of ? words_tail(before, W_FUND) : NULL;

	return fund && str_eq(fund->arg, STR("budget")) && (words_of(before, 0, W_IS) || words_of(before, 0, W_DONE) || words_of(before, 0, W_GROWTH));
}

/* 按15%给予补贴，1级能效产品再增加5%: whether the share adds to the one that rules gave before it. */
static bool is_added(const struct judge *j, size_t i)
{
	struct str head = str_sub(j->m->s, j->clause.from, j->m->items[i].from);
	const struct word *grows = words_tail(head, W_GROWTH), *again = grows ? words_tail(str_sub(head, 0, head.n - grows->text.n), W_ADVERB) : NULL;

	return again && j->kind.n && j->last_amount < j->m->n && judge_is_rate(&j->m->items[j->last_amount]);
}

/* 补助比例提高到10%, 保费补贴比例由50%提高到60%: of what kind the share is that is raised; n 0: none is. */
struct str share_raised(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	struct str head = str_sub(j->m->s, 0, x->from);

	if (is_added(j, i))
		return j->kind;
	const struct word *more = words_tail(head, W_MORE), *since;

	head.n -= more ? more->text.n : 0;
	for (size_t k = i; more && k-- > j->sentence.first && k + 4 > i;)
		if (j->m->items[k].kind == M_QUANTITY && judge_is_rate(&j->m->items[k]) && j->m->items[k].to == head.n) {
			head.n = j->m->items[k].from;
			head.n -= (since = words_tail(head, W_BY)) || (since = words_tail(head, W_SINCE)) ? since->text.n : 0;
			break;
		}
	const struct word *fund = more ? words_tail(head, W_FUND) : NULL;

	/* 补贴比例不低于30%，对革命老区县提高到35%；补助50%，其中革命老区提高到70% */
	bool others = words_of(j->m->s, j->clause.from, W_TOWHOM) || (words_own(j->m->s, j->clause.from, W_PART) && j->last_amount >= j->sentence.first);

	if (more && !fund && j->last_amount < j->m->n && judge_is_rate(&j->m->items[j->last_amount]) && others && !judge_has(j, W_STAT, j->clause.from, x->from) && !judge_has(j, W_SHARE, j->clause.from, x->from))
		return j->kind;
	return fund && !str_starts(fund->arg, STR("weak:")) && !str_eq(fund->arg, STR("investment")) ? fund->arg : STR("");
}

/* 贴息比例原则上为支付利息的50%, 补贴额测算比例不超过均价的30%: of what kind the share is that the clause begins with; n 0: it begins with none. */
struct str share_headed(const struct judge *j, size_t i)
{
	enum { LONGEST_HEAD = 12 }; /* characters */
	const struct mention *x = &j->m->items[i];

	/* 租金的50%，最高不超过1000元 in a column that tells what is given */
	if (j->d->giving.n && words_tail(str_sub(j->m->s, 0, x->from), W_OF) && share_last(j, i))
		return j->d->giving;
	for (size_t k = j->clause.first; k < i; k++) {
		const struct mention *y = &j->m->items[k];

		if (!mention_word(y, W_IS) && !mention_word(y, W_BOUND) && !mention_word(y, W_CAP))
			continue;
		struct str head = str_sub(j->m->s, j->clause.from, y->from);
		size_t at = words_next(head, 0, W_FUND);
		const struct word *fund = at < head.n ? words_of(head, at, W_FUND) : NULL;
		bool told = fund && y->to < x->from && !str_longer(head, LONGEST_HEAD) && words_tail(str_sub(j->m->s, 0, x->from), W_OF);

		return told && !str_starts(fund->arg, STR("weak:")) && !str_eq(fund->arg, STR("investment")) ? fund->arg : STR("");
	}
	return STR("");
}

/* 停车费按收费标准的70%收取: what is charged of a fee, where nothing else is said to be charged. */
bool share_charged(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	const struct word *w = words_of(j->m->s, x->to, W_CHARGED);

	return w && x->to + w->text.n == j->clause.to && x->from > j->clause.from && clause_last_word(j->m, &j->clause, W_BYSHARE, j->clause.from, x->from) >= 0;
}
