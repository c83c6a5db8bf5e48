/* Knows which words beside an amount tell that it is funding, and which that it is not. */
#include "verb/judge.h"

#include "verb/asked.h"
#include "verb/granted.h"
#include "verb/ledger.h"
#include "verb/priced.h"
#include "verb/share.h"
#include "verb/threshold.h"
#include "verb/trace.h"

enum {
	BEHIND = 45,  /* bytes behind an amount in which a word of money may follow */
	LIST_GAP = 24 /* bytes between the amounts of a list */
};

/* 30万元、|投资额的5%给予补助: the share of something that ends the list which the pause at mention k goes on with, or k. */
static size_t share_behind(const struct judge *j, size_t k)
{
	enum { LONGEST = 45 }; /* bytes of what it is a share of */

	for (size_t i = k + 1; i < j->sentence.last && j->m->items[i].from <= j->m->items[k].to + LONGEST; i++) {
		const struct mention *y = &j->m->items[i];

		if (y->kind == M_PAUSE || y->kind == M_COMMA || y->kind == M_STOP)
			break;
		if (y->kind == M_QUANTITY)
			return judge_is_rate(y) && words_tail(str_sub(j->m->s, 0, y->from), W_OF) ? i : k;
	}
	return k;
}

/* A word of money behind the amount: 20万元/家的奖励, 400万元资助. */
static struct cue cue_behind(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	struct cue c = {.kind = STR("")};
	size_t end = x->to;
	bool given = false;

	for (size_t k = i + 1; k < j->sentence.last; k++) {
		const struct mention *y = &j->m->items[k];

		if (y->from > end + BEHIND || y->kind == M_COMMA || y->kind == M_STOP || y->depth < x->depth)
			break;
		/* What stands in a bracket behind the amount is said of its parts. */
		if (y->depth > x->depth)
			continue;
		if (y->kind == M_PAUSE && y->from == end && !judge_is_rate(x) && share_behind(j, k) > k) {
			k = share_behind(j, k);
			end = j->m->items[k].to;
			continue;
		}
		/* 分别给予3万元/家和1万元/家的奖励: the word behind the list is for all of it. */
		if (y->kind == M_QUANTITY) {
			/* 前三年按租金的100%、后两年按50%给予补贴: a time parts no list. */
			if (y->quantity->kind == QUANTITY_COUNT && judge_is_rate(x) && words_is(y->quantity->unit, W_NOCOUNT) && y->from <= end + LIST_GAP)
				continue;
			if (!given && (y->quantity->kind != x->quantity->kind || y->from > end + LIST_GAP))
				break;
			end = y->to;
			continue;
		}
		/* 按费用的20%给予最高300万元的补助: the word behind both is for the share too. */
		given |= mention_word(y, W_GIVE) != NULL;
		const struct word *w = mention_word(y, W_FUND);

		/* 5元的租金补助: what the money is for. */
		if (mention_word(y, W_STAT) && !w && words_of(j->m->s, y->to, W_FUND))
			continue;
		if (mention_word(y, W_STAT) && !w)
			break;
		/* 按成交额的0.5%给予支持 */
		bool supports = w && judge_is_rate(x) && mention_word(&y[-1], W_GIVE) && y[-1].from == x->to && y[-1].to == y->from;

		if (supports && str_starts(w->arg, STR("weak:")))
			return (struct cue){.kind = str_from(w->arg, strlen("weak:")), .word = w->text, .at = k, .behind = true};
		if (w && !str_starts(w->arg, STR("weak:"))) {
			c.kind = w->arg;
			c.word = w->text;
			c.at = k;
			c.behind = true;
			/* 总规模不低于1亿元的产业引导资金 */
			c.fund = mention_word(y, W_PROGRAM) && words_of(j->m->s, x->to, W_OF);
			return c;
		}
	}
	return c;
}

bool judge_is_changed(const struct judge *j, const struct mention *x)
{
	enum { LONGEST_BASIS = 24 }; /* bytes */
	size_t at, len;
	const struct mention *end = j->m->items + j->sentence.last;

	/* 从每人每月209元、280元提高到217元、290元: all of a list grow. */
	while (x + 2 < end && x[1].kind == M_PAUSE && x[1].from == x->to && x[2].kind == M_QUANTITY && x[2].from == x[1].to && x[2].quantity->kind == x->quantity->kind)
		x += 2;
	at = x->to;
	if (at < j->m->s.n && j->m->s.p[at] == '/')
		while (at < j->m->s.n && at <= x->to + LONGEST_BASIS && !words_of(j->m->s, at, W_MORE)) {
			str_char(j->m->s, at, &len);
			at += len;
		}
	return words_of(j->m->s, at, W_MORE);
}

/* 税收收入拟|安排24.5亿元, but not 财政支出拟|安排: what is planned at mention k is what comes in. */
static bool is_expected(const struct judge *j, size_t k)
{
	size_t first = k;

	while (first > j->sentence.first && j->m->items[first - 1].to == j->m->items[first].from && (mention_word(&j->m->items[first - 1], W_PLANNED) || mention_word(&j->m->items[first - 1], W_FUTURE)))
		first--;
	if (first == k || first == j->sentence.first)
		return false;
	const struct mention *before = &j->m->items[first - 1];
	const struct word *stat = before->to == before[1].from ? mention_word(before, W_STAT) : NULL;

	return stat && !mention_word(before, W_FUND) && !words_tail(stat->text, W_PAY);
}

/* 每亩补贴土地|租金400元: the word at mention k before the sum at mention i is a cost that a subsidy is given towards. */
static bool helps_with(const struct judge *j, size_t k, size_t i)
{
	enum { NEAR = 15 /* bytes */ };
	const struct mention *y = &j->m->items[k];

	while (mention_word(y, W_SHARE) && y->to == j->m->items[i].from && k-- > j->sentence.first && j->m->items[k].kind == M_WORD && y->from <= j->m->items[k].to + NEAR) {
		const struct word *fund = mention_word(&j->m->items[k], W_FUND);

		if (fund)
			return str_eq(fund->arg, STR("grant"));
	}
	return false;
}

/* The nearest word before the amount that says what it is; a strong word before a weak one. */
static struct cue cue_before(const struct judge *j, size_t i, size_t floor)
{
	struct cue c = {.kind = STR("")};

	for (size_t k = i; k-- > j->sentence.first;) {
		const struct mention *y = &j->m->items[k];

		if (y->to <= floor)
			break;
		/* 投资215万元(其中省补120万元): the word of its own bracket is nearer. */
		if (c.kind.n && (y->kind == M_COMMA || y->depth < j->m->items[i].depth))
			break;
		/* 补助标准从450元提高到610元: the first sum is no other amount. */
		if (y->kind == M_QUANTITY && y->quantity->kind == QUANTITY_MONEY && y->depth == j->m->items[i].depth && !judge_is_changed(j, y))
			break;
		const struct word *w = mention_word(y, W_FUND);

		/* 基本支出600万元 in the budget of an office */
		if (!c.kind.n && ledger_line(j->d, y))
			return (struct cue){.kind = STR("budget"), .word = mention_text(j->m, y), .at = k};
		const struct word *paid = k > j->sentence.first && y[-1].to == y->from ? mention_word(&y[-1], W_FUND) : NULL;

		/* 补贴保费30%: the share of a premium that is paid. */
		if (mention_word(y, W_STAT) && !w && !c.kind.n && paid && judge_is_rate(&j->m->items[i]) && !str_starts(paid->arg, STR("weak:")))
			continue;
		if (mention_word(y, W_STAT) && !w && !c.kind.n && helps_with(j, k, i))
			continue;
		/* 产量达80吨以上的，给予30元/吨的补贴: what stands before the giving says who gets it. */
		if (mention_word(y, W_STAT) && c.given)
			break;
		if (mention_word(y, W_STAT) && !w && !c.kind.n) {
			c.stat = true;
			return c;
		}
		if (mention_word(y, W_GIVE) || mention_word(y, W_LUMP))
			c.given = true;
		/* 奖励投资额的5%: what a share is of is not what it is. */
		if (!w || (judge_is_rate(&j->m->items[i]) && str_eq(w->arg, STR("investment"))))
			continue;
		bool weak = str_starts(w->arg, STR("weak:"));

		if (!weak) {
			c.kind = w->arg;
			c.word = w->text;
			c.at = k;
			c.weak = false;
			return c;
		}
		if (!c.kind.n) {
			c.kind = str_from(w->arg, strlen("weak:"));
			c.word = w->text;
			c.weak = true;
			if (is_expected(j, k)) {
				c.kind = STR("");
				c.stat = true;
				return c;
			}
		}
	}
	return c;
}

/* 达1万元、5万元、10万元以上的: the list ends in a threshold. */
static size_t last_of_list(const struct judge *j, size_t i)
{
	while (i + 2 < j->sentence.last && j->m->items[i + 1].kind == M_PAUSE && j->m->items[i + 2].kind == M_QUANTITY &&
	       j->m->items[i + 1].from == j->m->items[i].to && j->m->items[i + 2].from == j->m->items[i + 1].to &&
	       j->m->items[i + 2].quantity->kind == j->m->items[i].quantity->kind)
		i += 2;
	return i;
}

bool judge_continues(const struct judge *j, size_t i)
{
	if (j->last_amount >= j->m->n || !j->last)
		return false;
	for (size_t k = clause_whose(j->m, j->last_amount, i) + 1; k < i; k++) {
		const struct mention *y = &j->m->items[k];

		if (y->kind != M_PAUSE && !mention_word(y, W_JOIN) && !(y->kind == M_WORD && mention_word(y, W_PERUNIT)))
			return false;
	}
	size_t from = j->m->items[j->last_amount].to, to = j->m->items[i].from;
	const struct mention *pause = i == j->last_amount + 2 && j->m->items[i - 1].kind == M_PAUSE ? &j->m->items[i - 1] : NULL;

	/* 8900万元、预备费5000万元: a name between them begins another. */
	if (pause && j->parts && pause->to < to)
		return false;
	return to - from <= 30;
}

/* 你省申请国债资金1.9亿元: asked for, not given. */
bool judge_is_requested(const struct judge *j, size_t i)
{
	bool you = false;

	/* 关于给予1.5亿元补助的问题 over the answer; …请求省级补助1.5亿元: in a reply what is asked for is told first. */
	/* 投入2亿元，解决了饮水问题 tells what was done. */
	size_t asked = clause_first_word(j->m, &j->sentence, W_ABOUT, j->sentence.from, j->m->items[i].from) >= 0 ? j->sentence.to : j->clause.to;

	if (str_eq(j->d->head.genre, STR("reply")) && j->m->items[i].quantity->kind == QUANTITY_MONEY &&
	    ((!j->m->items[i].depth && clause_first_word(j->m, &j->sentence, W_QUESTION, j->m->items[i].to, asked) >= 0) ||
	     asked_begs(j->m, &j->sentence, j->m->items[i].from) >= 0))
		return true;
	if (!clause_has(&j->sentence, W_REQUEST))
		return false;
	for (size_t k = j->sentence.first; k < i; k++)
		you |= j->m->items[k].kind == M_BODY && body_is_self(&j->m->items[k].body, STR("you"));

	return you && clause_first_word(j->m, &j->clause, W_REQUEST, j->clause.from, j->clause.to) >= 0;
}

/* 拨付两县800万元，每县400万元: what each gets of the sum before. */
static bool shared_out(const struct judge *j, size_t i)
{
	return j->last && j->last_amount < j->m->n && !judge_is_rate(&j->m->items[j->last_amount]) && words_own(j->m->s, j->clause.from, W_EACH) && j->clause.to == j->m->items[i].to;
}

/* 单个企业每年累计不超过4000万元; 创业团队每年不超过5万元: a limit to what the paragraph gave before. */
static bool is_further_cap(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	bool each = clause_first_word(j->m, &j->sentence, W_PERUNIT, j->clause.from, x->from) >= 0;

	if (!(j->kind.n || j->d->head.measures) || x->quantity->kind != QUANTITY_MONEY || !x->quantity->has_max || x->quantity->has_min)
		return false;
	for (size_t k = j->clause.first; k < i; k++)
		each |= j->kind.n && j->m->items[k].kind == M_PERIOD && words_own(j->m->s, j->m->items[k].from, W_EACH);
	return each || j->last;
}

/* Whether a pause parts the amount from mention `at` behind it. */
static bool pause_before(const struct judge *j, size_t i, size_t at)
{
	for (size_t k = i + 1; k < at; k++)
		if (j->m->items[k].kind == M_PAUSE)
			return true;
	return false;
}

static struct cue refuse(const struct judge *j, size_t i, const char *why)
{
	TRACE(j->d, mention_text(j->m, &j->m->items[i]), "funding", "none, %s", why);
	return (struct cue){.kind = STR("")};
}

static struct cue refuse_condition(const struct judge *j, size_t i, const char *why)
{
	struct cue c = refuse(j, i, why);

	c.condition = true;
	return c;
}

/* 设立产业引导基金，总规模100亿元，首期规模30亿元: whether the sentence told of a fund before the word of size at the amount. */
static bool sizes_fund(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	struct str before = str_sub(j->m->s, j->sentence.from, x->from);
	const struct word *is = words_tail(before, W_REACH), *size = words_tail(str_sub(before, 0, before.n - (is ? is->text.n : 0)), W_STAT);

	for (size_t k = j->sentence.first; size && k < i; k++) {
		const struct word *fund = mention_word(&j->m->items[k], W_PROGRAM) ? mention_word(&j->m->items[k], W_FUND) : NULL;

		if (fund && str_eq(fund->arg, STR("investment")))
			return true;
	}
	return false;
}

/* Behind a word that tells a statistic: still the share that its clause begins with. */
static struct cue beside_statistic(const struct judge *j, size_t i, bool rate)
{
	const struct mention *x = &j->m->items[i];
	struct str head = rate ? share_headed(j, i) : STR("");

	/* 省财政厅下达我市新增债务限额173亿元: a limit is given where it is handed down. */
	if (!rate && i > j->sentence.first && x[-1].to == x->from && mention_word(&x[-1], W_STAT) && clause_last_word(j->m, &j->clause, W_HANDDOWN, j->clause.from, x->from) >= 0)
		return (struct cue){.kind = STR("budget"), .why = "a limit that is handed down"};

	/* 争取上级专项资金项目43个，到位资金8760万元: what was sought has come. */
	bool come = !rate && i > j->sentence.first && x[-1].to == x->from && mention_word(&x[-1], W_STAT) && words_own(mention_text(j->m, &x[-1]), 0, W_PAY);

	if (come && judge_has(j, W_SEEK, j->sentence.from, j->clause.from))
		return (struct cue){.kind = STR("grant"), .why = "what came of the money that was sought"};
	if (!rate && sizes_fund(j, i))
		return (struct cue){.kind = STR("investment"), .why = "the size of a fund"};
	return head.n ? (struct cue){.kind = head, .why = "the share that the clause begins with"} : refuse(j, i, "a statistic, as a word before it tells");
}

/* The word of money behind an amount, where it is the amount's own. */
static struct cue own_behind(const struct judge *j, size_t i, const struct cue *before, bool rate)
{
	struct cue behind = cue_behind(j, i), none = {.kind = STR("")};

	if (rate || !behind.kind.n || behind.fund || !pause_before(j, i, behind.at))
		return behind;
	/* 省农业厅扶持80万元、业主自筹180万元: the word behind the pause is of the next. */
	const struct mention *word = &j->m->items[behind.at];
	bool next = behind.at + 1 < j->sentence.last && word[1].kind == M_QUANTITY && word[1].from == word->to;

	if ((before->kind.n || (before->given && next)) && last_of_list(j, i) == i)
		return none;
	/* 其中安装费8900万元、预备费5000万元、建设期利息3500万元: a part has its own words before it. */
	return j->parts && str_eq(behind.kind, STR("investment")) && granted_enumerated(j, i) ? none : behind;
}

/* 减半征收个人所得税 */
static struct cue relief(const struct judge *j, size_t i)
{
	bool tax = words_within_arg(str_sub(j->m->s, j->m->items[i].to, j->clause.to), W_VAGUE, STR("tax"));

	return (struct cue){.kind = tax ? STR("tax") : j->kind.n ? j->kind : STR("other"), .why = "a relief"};
}

struct cue judge_amount(struct judge *j, size_t i, size_t floor)
{
	bool rate = judge_is_rate(&j->m->items[i]);
	struct cue before = cue_before(j, i, floor), behind = own_behind(j, i, &before, rate);

	if (judge_continues(j, i)) {
		struct cue c = {.kind = behind.kind.n ? behind.kind : j->kind, .why = "it goes on with the amount before it"};

		return c;
	}
	if (threshold_share_base(j, i))
		return refuse(j, i, "what a share is of");
	const char *none = rate && !behind.kind.n ? share_ruled_out(j, i) : NULL;

	if (none)
		return refuse(j, i, none);
	const char *priced = j->d->head.measures ? NULL : priced_why(j->m, &j->sentence, i);

	if (priced)
		return (struct cue){.kind = STR("investment"), .why = priced};
	size_t last = last_of_list(j, i);
	const struct quantity *q = j->m->items[last].quantity;

	if (threshold_of(j, i, behind.kind.n > 0) || (last > i && q->has_min != q->has_max && threshold_of(j, last, cue_behind(j, last).kind.n > 0)))
		return refuse_condition(j, i, "a threshold: it is a condition on what stands behind it");
	if (threshold_step(j, i))
		return refuse_condition(j, i, "a step: what the sum behind it is paid for each of");
	if (judge_is_requested(j, i))
		return refuse(j, i, "asked for, not given");
	if (rate && !behind.kind.n && share_borne(j, i))
		return (struct cue){.kind = j->kind.n ? j->kind : STR("grant"), .why = "a share that a purse bears"};
	if (rate && share_destined(j, i))
		return (struct cue){.kind = j->kind.n ? j->kind : STR("grant"), .why = "the share of money that is for something"};
	if (share_of_capital(j, i))
		return (struct cue){.kind = STR("investment"), .why = "the share of what a project costs that its owners pay"};
	struct str raised = rate && !behind.kind.n ? share_raised(j, i) : STR("");

	if (raised.n)
		return (struct cue){.kind = raised, .why = "a share that is given, raised"};
	/* 按年利率2%贴息: a word of money right behind makes a share of anything funding; one of the next item of a list does not. */
	if (rate && (!behind.kind.n || pause_before(j, i, behind.at)) && threshold_statistic(j, i))
		return refuse(j, i, "a statistic: a rate of growth or a share");
	/* 由480元提高到650元: the first sum is no more. */
	if (judge_is_changed(j, &j->m->items[i]))
		return refuse(j, i, "what it was before it was raised");
	struct str share = STR("");

	if (rate && !behind.kind.n && share_given(j, i, floor, &share) && before.weak && str_eq(before.kind, STR("investment")))
		return (struct cue){.kind = share, .why = "a share of what is invested, and what is given of it stands behind"};
	if (rate && !behind.kind.n && (str_eq(before.kind, STR("investment")) || (share_of_budget(j, i) && !before.given)))
		return refuse(j, i, "a share of an investment or a budget");
	if (!rate && !behind.fund && (threshold_size(j, i, &before) || (!(before.kind.n && !before.weak) && threshold_size(j, i, &behind))))
		return refuse_condition(j, i, "the size of an investment, which says who qualifies");
	if (behind.kind.n && (rate || behind.fund || !(before.stat && !before.given)))
		return behind;
	/* 按照项目投入的10%给予最高50万: what the share is of is not what is given. */
	if (!rate && before.weak && before.given && str_eq(before.kind, STR("investment")))
		before.kind = STR("");
	if (rate && !behind.kind.n && share_given(j, i, floor, &before.kind))
		return (struct cue){.kind = before.kind, .why = "a share, and what is given of it stands behind"};
	if (is_further_cap(j, i) && (!before.stat || (j->d->giving.n && j->last))) {
		/* 补助不超过总投资的30%，最高50万元: what the share is of is not what is limited. */
		bool own = before.kind.n && !(j->kind.n && str_eq(before.kind, STR("investment")));

		return (struct cue){.kind = own ? before.kind : j->kind.n ? j->kind : STR("grant"), .why = "a limit to what was given before"};
	}
	if (rate && share_charged(j, i))
		return (struct cue){.kind = STR("other"), .why = "a relief: the share of a fee that is still charged"};
	if (rate && words_is(mention_text(j->m, &j->m->items[i]), W_RELIEF))
		return relief(j, i);
	if (!rate && !before.kind.n && !behind.kind.n && shared_out(j, i))
		return (struct cue){.kind = j->kind, .why = "what each gets of the sum before"};
	if (before.stat && !rate && granted_behind_project(j, i))
		return (struct cue){.kind = STR("investment"), .why = "it stands behind the name of a project"};
	if (before.stat)
		return beside_statistic(j, i, rate);
	if (rate && !before.given && before.weak && clause_first_word(j->m, &j->sentence, W_RELIEF, floor, j->m->s.n) < 0)
		return refuse(j, i, "a share, with none but a weak word of money before it");
	before = granted_otherwise(j, i, before, rate);
	return before.kind.n ? before : refuse(j, i, "no word of money beside it, and nothing before it to go on with");
}

bool judge_goes_on(const struct judge *j)
{
	size_t from = j->sentence.from;

	return from > j->m->start && (j->m->s.p[from - 1] == ';' || str_ends(str_sub(j->m->s, 0, from), STR("；")));
}
