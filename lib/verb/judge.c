/* Knows which words beside an amount tell that it is funding, and which that it is not. */
#include "verb/judge.h"

#include "doc/enclosure.h"
#include "verb/overhead.h"
#include "verb/priced.h"
#include "verb/share.h"
#include "verb/threshold.h"
#include "verb/trace.h"

enum {
	BEHIND = 45,        /* bytes behind an amount in which a word of money may follow */
	LIST_GAP = 24,      /* bytes between the amounts of a list */
	LONGEST_ITEM = 22,  /* characters before an amount of an enumeration */
	LATEST = 60         /* findings in which the project before an amount is looked for */
};

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

		const struct word *paid = k > j->sentence.first && y[-1].to == y->from ? mention_word(&y[-1], W_FUND) : NULL;

		/* 补贴保费30%: the share of a premium that is paid. */
		if (mention_word(y, W_STAT) && !w && !c.kind.n && paid && judge_is_rate(&j->m->items[i]) && !str_starts(paid->arg, STR("weak:")))
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
	for (size_t k = j->last_amount + 1; k < i; k++) {
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

/* 公用经费60万元，比2017年减少25.36万元: how the sum has changed since a time told in bytes from `from` on. */
static bool tells_change(const struct judge *j, size_t i, size_t from)
{
	for (size_t k = j->clause.first; k < i && threshold_statistic(j, i); k++)
		if (j->m->items[k].kind == M_PERIOD && j->m->items[k].from >= from)
			return true;
	return false;
}

/* An item of an enumeration of sums names only what it is for: 专项债券3.5亿元，自筹2.7亿元，威宁县6120万元. It is of the kind
 * of the sum before it. Few words may stand before it, none of them a statistic or a verb of its own. */
static bool is_enumerated(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	size_t from = j->clause.from;

	if (!j->last || x->quantity->kind != QUANTITY_MONEY)
		return false;
	for (size_t k = i; k-- > j->clause.first;)
		if (j->m->items[k].kind == M_PAUSE || j->m->items[k].kind == M_QUANTITY || j->m->items[k].kind == M_BRACKET) {
			from = j->m->items[k].kind == M_BRACKET ? (size_t)(enclosure_inside(j->m, &j->m->items[k]).p - j->m->s.p) : j->m->items[k].to;
			break;
		}
	if (str_longer(str_sub(j->m->s, from, x->from), LONGEST_ITEM) || clause_first_word(j->m, &j->sentence, W_STAT, from, x->from) >= 0)
		return false;
	if (tells_change(j, i, from))
		return false;
	return clause_first_word(j->m, &j->sentence, W_REACH, from, x->from) < 0 || clause_first_word(j->m, &j->sentence, W_PART, j->sentence.from, x->from) >= 0 ||
	       clause_first_word(j->m, &j->sentence, W_MORE, from, x->from) >= 0;
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
	     clause_first_word(j->m, &j->sentence, W_BEG, j->sentence.from, j->m->items[i].from) >= 0))
		return true;
	if (!clause_has(&j->sentence, W_REQUEST))
		return false;
	for (size_t k = j->sentence.first; k < i; k++)
		you |= j->m->items[k].kind == M_BODY && body_is_self(&j->m->items[k].body, STR("you"));

	return you && clause_first_word(j->m, &j->clause, W_REQUEST, j->clause.from, j->clause.to) >= 0;
}

/* 其余860万元由县城投公司向银行融资解决: who pays stands behind 由. */
static bool is_paid_by(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];

	return words_of(j->m->s, x->to, W_BY) && clause_first_word(j->m, &j->clause, W_PAY, x->to, j->clause.to) >= 0;
}

/* 城市低保由每人每月630元提高到680元: a sum for each person that is raised, where nothing tells a statistic. */
static bool raised_for_each(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	long each = clause_first_word(j->m, &j->clause, W_PERUNIT, j->clause.from, x->from);

	/* 人均纯收入 is told by its mean, 每人每月 by the head. */
	return words_tail(str_sub(j->m->s, j->clause.from, x->from), W_MORE) && each >= 0 && words_own(j->m->s, j->m->items[each].from, W_EACH);
}

/* 拨付两县800万元，每县400万元: what each gets of the sum before. */
static bool shared_out(const struct judge *j, size_t i)
{
	return j->last && j->last_amount < j->m->n && !judge_is_rate(&j->m->items[j->last_amount]) && words_own(j->m->s, j->clause.from, W_EACH) && j->clause.to == j->m->items[i].to;
}

/* In rules of subsidies an amount for each of something is given, where nothing is charged: 隧道每延米每年200元; n 0: none is. */
static struct str kind_of_each(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];

	/* 关于提高救助标准的通知, but not 关于调整收费标准的通知 */
	bool standard = words_within(j->d->head.title, W_LUMP) && !words_within(j->d->head.title, W_STAT);

	if (x->quantity->kind != QUANTITY_MONEY || clause_first_word(j->m, &j->sentence, W_STAT, j->sentence.from, j->sentence.to) >= 0)
		return STR("");
	if (clause_last_word(j->m, &j->clause, W_PERUNIT, j->clause.from, x->from) < 0 && (x->to >= j->m->s.n || j->m->s.p[x->to] != '/'))
		return STR("");
	/* A plan or a report may have a heading of its own for a subsidy. */
	if (!j->d->head.measures && !standard)
		return raised_for_each(j, i) ? STR("grant") : overhead_near(j);
	struct str kind = j->kind.n ? j->kind : overhead_kind(j);

	return kind.n || !standard ? kind : STR("grant");
}

/* In a notice that hands down money, a sum beside the name of a purpose is that money. */
static struct str kind_of_title(const struct judge *j)
{
	struct str t = j->d->head.title, kind = STR("");

	if (!str_eq(j->d->head.genre, STR("notice")))
		return kind;
	for (size_t i = 0, len; i < t.n; i += len) {
		const struct word *w = words_of(t, i, W_FUND);

		str_char(t, i, &len);
		if (w && !str_starts(w->arg, STR("weak:")))
			kind = w->arg, len = w->text.n;
	}
	return kind;
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

/* X项目8亿元, X项目(8亿元): a sum right behind the name of a project is what it costs. */
static bool follows_project(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	const char *at = j->m->s.p + x->from;

	if (x->depth && i && x[-1].kind == M_BRACKET && x[-1].from + 1 == x->from && x->to + 1 == x[-1].to)
		at--;
	for (size_t k = j->d->projects_end; k-- > 0 && k + LATEST > j->d->count;)
		if (j->d->findings[k]->type == RECORD_PROJECT && j->d->findings[k]->name.n && j->d->findings[k]->name.p + j->d->findings[k]->name.n == at)
			return true;
	return false;
}

/* Whether a pause parts the amount from mention `at` behind it. */
static bool pause_before(const struct judge *j, size_t i, size_t at)
{
	for (size_t k = i + 1; k < at; k++)
		if (j->m->items[k].kind == M_PAUSE)
			return true;
	return false;
}

/* Of what kind the money was that the document told of last; n 0: it was of none, or no sentence told it. */
static struct str kind_before(const struct doc *d)
{
	for (size_t k = d->count; k-- > 0 && k + LATEST > d->count;)
		if (d->findings[k]->type == RECORD_FUNDING)
			return strcmp(d->findings[k]->rule, "table-row") == 0 ? STR("") : finding_value(d->findings[k], "kind");
	return STR("");
}

bool judge_is_item(const struct judge *j, size_t i, struct str *name)
{
	const struct para *p = &j->d->outline.paras[j->index];
	const struct mention *x = &j->m->items[i], *next = i + 1 < j->sentence.last ? x + 1 : NULL;
	size_t len;
	long value;

	if (!p->level || p->kind == PARA_ROW || x->depth || x->quantity->has_min != x->quantity->has_max || j->sentence.from != j->m->start)
		return false;
	if (next && next->from == x->to && next->kind != M_COMMA && next->kind != M_BRACKET)
		return false;
	for (size_t k = j->sentence.first; k < i; k++)
		if (j->m->items[k].kind == M_COMMA || j->m->items[k].kind == M_QUANTITY || j->m->items[k].kind == M_PERIOD)
			return false;
	*name = clause_strip(str_sub(j->m->s, j->sentence.from, x->from));
	if (outline_marker(*name, &len, &value))
		*name = clause_strip(str_from(*name, len));
	return name->n > 0;
}

/* Behind a sum, such lines tell how it is spent, unless they are statistics. */
static struct str kind_of_item(const struct judge *j, size_t i)
{
	size_t from = j->sentence.from, to = j->m->items[i].from;
	struct str name;

	if (!judge_is_item(j, i, &name) || !str_sized(name, 2, LONGEST_ITEM + 2) || judge_has(j, W_STAT, from, to) ||
	    judge_has(j, W_REACH, from, to) || judge_has(j, W_GROWTH, from, to))
		return STR("");
	return kind_before(j->d);
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

static void grant(struct cue *c, struct str kind, const char *why)
{
	c->kind = kind;
	c->why = why;
}

/* 单车最高补贴3万元: the word of money between the bound and the number, NULL: there is none. */
static const struct word *bound_word(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	struct str lead = str_sub(j->m->s, x->from, x->from + x->quantity->number_at);

	for (size_t at = 0, len; at < lead.n; at += len) {
		const struct word *w = words_of(lead, at, W_FUND);

		if (w && !str_starts(w->arg, STR("weak:")))
			return w;
		str_char(lead, at, &len);
	}
	return NULL;
}

/* 全职引进的院士给予100万元安家费；特聘专家30万元；博士最高10万元: in rules those who get it and a sum alone, behind what others get. */
static bool is_next_class(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	size_t from = j->sentence.from;

	if (!judge_goes_on(j) || !j->d->head.measures || !j->kind.n || str_eq(j->kind, STR("investment")) || x->quantity->kind != QUANTITY_MONEY || (x->quantity->has_min && !x->quantity->has_max) ||
	    j->clause.to != x->to || str_longer(str_sub(j->m->s, from, x->from), LONGEST_ITEM))
		return false;
	for (size_t k = j->sentence.first; k < i; k++)
		if (j->m->items[k].kind == M_QUANTITY || j->m->items[k].kind == M_COMMA)
			return false;
	struct str who = str_sub(j->m->s, from, x->from);

	return (words_tail(who, W_PERSON) || words_tail(who, W_FIRM) || words_tail(who, W_GRADE)) && !words_tail(who, W_WORK) && !judge_has(j, W_STAT, from, x->from) && !judge_has(j, W_REACH, from, x->from);
}

/* 市级财政在去年2000万元的基础上增加到3000万元: what a purse that begins the clause raises to this. */
static bool purse_raises(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];

	if (!words_tail(str_sub(j->m->s, j->clause.from, x->from), W_MORE) || judge_has(j, W_STAT, j->clause.from, x->from))
		return false;
	for (size_t k = j->clause.first; k < i; k++)
		if (j->m->items[k].kind == M_BODY)
			return j->m->items[k].body.kind == BODY_TREASURY;
	return false;
}

/* What else tells that an amount is money given, where no word of money beside it says of what kind. */
static struct cue granted_otherwise(const struct judge *j, size_t i, struct cue before, bool rate)
{
	if (!before.kind.n && bound_word(j, i))
		grant(&before, bound_word(j, i)->arg, "a word of money stands in its bound");
	if (!before.kind.n && before.given)
		grant(&before, STR("grant"), "a verb of giving stands before it");
	if (!before.kind.n && !rate && words_of(j->m->s, j->m->items[i].to, W_FORWHAT))
		grant(&before, j->kind.n ? j->kind : STR("grant"), "what it is for stands behind it");
	/* 按设备投资额的12%补助；机器人项目提高至20% */
	if (!before.kind.n && rate && j->kind.n && j->d->head.measures && words_tail(str_sub(j->m->s, j->sentence.from, j->m->items[i].from), W_MORE))
		grant(&before, j->kind, "the share given before, raised");
	if (!before.kind.n && is_next_class(j, i))
		grant(&before, j->kind, "whoever else gets something, behind what others get");
	if (!before.kind.n && is_enumerated(j, i))
		grant(&before, j->kind, "an item of an enumeration of sums");
	if (!before.kind.n && !rate && purse_raises(j, i))
		grant(&before, STR("grant"), "a purse raises what it gives to it");
	if (!before.kind.n && !rate && is_paid_by(j, i))
		grant(&before, j->kind.n ? j->kind : STR("other"), "who pays stands behind it");
	if (!before.kind.n)
		grant(&before, kind_of_each(j, i), "an amount for each of something, in rules of subsidies");
	if (!before.kind.n && !rate && !tells_change(j, i, j->clause.from))
		grant(&before, kind_of_title(j), "the title of the notice hands down money");
	if (!before.kind.n && (!rate || j->m->items[i].to == j->m->s.n))
		grant(&before, j->d->giving, "its column tells what is given");
	if (!before.kind.n && !rate && follows_project(j, i))
		grant(&before, STR("investment"), "it stands behind the name of a project");
	if (!before.kind.n && !rate)
		grant(&before, kind_of_item(j, i), "a numbered line of a name and a sum, behind a sum");
	return before.kind.n ? before : refuse(j, i, "no word of money beside it, and nothing before it to go on with");
}

/* Behind a word that tells a statistic: still the share that its clause begins with. */
static struct cue beside_statistic(const struct judge *j, size_t i, bool rate)
{
	const struct mention *x = &j->m->items[i];
	struct str head = rate ? share_headed(j, i) : STR("");

	/* 省财政厅下达我市新增债务限额173亿元: a limit is given where it is handed down. */
	if (!rate && i > j->sentence.first && x[-1].to == x->from && mention_word(&x[-1], W_STAT) && clause_last_word(j->m, &j->clause, W_HANDDOWN, j->clause.from, x->from) >= 0)
		return (struct cue){.kind = STR("budget"), .why = "a limit that is handed down"};

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
	return j->parts && str_eq(behind.kind, STR("investment")) && is_enumerated(j, i) ? none : behind;
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
	if (is_further_cap(j, i) && !before.stat) {
		/* 补助不超过总投资的30%，最高50万元: what the share is of is not what is limited. */
		bool own = before.kind.n && !(j->kind.n && str_eq(before.kind, STR("investment")));

		return (struct cue){.kind = own ? before.kind : j->kind.n ? j->kind : STR("grant"), .why = "a limit to what was given before"};
	}
	if (rate && share_charged(j, i))
		return (struct cue){.kind = STR("other"), .why = "a relief: the share of a fee that is still charged"};
	if (rate && words_is(mention_text(j->m, &j->m->items[i]), W_RELIEF))
		return (struct cue){.kind = j->kind.n ? j->kind : STR("other"), .why = "a relief"};
	if (!rate && !before.kind.n && !behind.kind.n && shared_out(j, i))
		return (struct cue){.kind = j->kind, .why = "what each gets of the sum before"};
	if (before.stat && !rate && follows_project(j, i))
		return (struct cue){.kind = STR("investment"), .why = "it stands behind the name of a project"};
	if (before.stat)
		return beside_statistic(j, i, rate);
	if (rate && !before.given && before.weak && clause_first_word(j->m, &j->sentence, W_RELIEF, floor, j->m->s.n) < 0)
		return refuse(j, i, "a share, with none but a weak word of money before it");
	return granted_otherwise(j, i, before, rate);
}

bool judge_goes_on(const struct judge *j)
{
	size_t from = j->sentence.from;

	return from > j->m->start && (j->m->s.p[from - 1] == ';' || str_ends(str_sub(j->m->s, 0, from), STR("；")));
}

bool judge_has(const struct judge *j, enum word_class c, size_t from, size_t to)
{
	return clause_first_word(j->m, &j->sentence, c, from, to) >= 0;
}
