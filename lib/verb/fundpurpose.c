/* Knows what a funding record says its sum is for, and which project it belongs to. */
#include "verb/fundpurpose.h"

#include "verb/getter.h"
#include "verb/ledger.h"
#include "verb/overhead.h"
#include "verb/owner.h"
#include "verb/parallel.h"
#include "verb/purpose.h"
#include "verb/spent.h"
#include "verb/titled.h"
#include "verb/workname.h"

enum {
	LONGEST_MONEY = 5 /* characters of what only names money: 建设期利息 tells more */
};

/* 某水厂专项资金6000万元: nothing but words of money between the name of a project and the sum. */
static bool costs(const struct judge *j, struct str name, const struct mention *amount)
{
	size_t from = name.n && name.p >= j->m->s.p ? (size_t)(name.p - j->m->s.p) + name.n : j->m->s.n;

	if (from >= amount->from)
		return false;
	struct str words = str_sub(j->m->s, from, amount->from);

	for (const struct word *w; (w = words_of(words, 0, W_PROGRAM)) || (w = words_of(words, 0, W_FUND));)
		words = str_from(words, w->text.n);
	return !words.n;
}

/* A工程奖补资金20亿元、|海洋生态修复奖补资金12亿元: whether the money has a name of its own behind the sum of the project, and is no part of what that costs. */
static bool is_other_money(const struct judge *j, const struct slots *s, struct str project)
{
	struct str own = s->program.n && str_within(j->m->s, s->program) ? titled_bare(s->program) : STR("");
	size_t end = str_within(j->m->s, project) ? (size_t)(project.p - j->m->s.p) + project.n : j->m->s.n, at = own.n ? (size_t)(s->program.p - j->m->s.p) : 0;
	bool sum = false;

	if (end >= at || end <= j->sentence.from || !j->last || str_eq(finding_value(j->last, "kind"), STR("investment")) || !str_reaches(own, FUNDPURPOSE_FUND) || spent_paying(own) || words_is(s->program, W_PROGRAM))
		return false;
	if (j->parts && j->whole_end + project.n > end)
		return false;
	/* Only a mark or a word of joining parts it from the sum before. */
	long before = clause_last(j->m, at);

	if (before < 1 || j->m->items[before].to != at || !(j->m->items[before].kind == M_PAUSE || j->m->items[before].kind == M_COMMA || mention_word(&j->m->items[before], W_JOIN)) || j->m->items[before - 1].kind != M_QUANTITY || clause_has(&j->sentence, W_TOTALINVEST))
		return false;
	for (size_t k = j->sentence.first; k < s->amount; k++)
		sum |= j->m->items[k].kind == M_QUANTITY && j->m->items[k].quantity->kind == QUANTITY_MONEY && j->m->items[k].from >= end && j->m->items[k].to <= at;
	return sum;
}

/* What an amount of a list is for by its place in the list; n 0: its place tells nothing. `paired`: the work that it is for, or NULL. */
static struct str purpose_by_place(const struct judge *j, const struct slots *s, const struct finding *paired)
{
	if (paired && !s->purpose.n)
		return finding_value(paired, "name");
	/* 中央、省财政每人补助20元、4元: what stands before the list is who gives. */
	if ((s->purpose.n && !str_has(s->purpose, STR("、"))) || s->counted.n || j->giver.n || parallel_regions(j, s))
		return STR("");
	return parallel_purpose(j);
}

/* 以下15家企业, 某公司等15家企业: how many get it is not what for. */
static bool counts_getters(const struct slots *s, struct str purpose)
{
	return s->recipient_count && str_within(purpose, s->count_text) && str_within(purpose, s->recipients[0]) && !words_within(purpose, W_OF) && !words_within(purpose, W_REACH);
}

/* A sum that a notice hands down, of which nothing else is said, is for what the title says is handed down: 关于下达水利发展资金的通知. */
static struct str purpose_of_notice(const struct judge *j, const struct slots *s)
{
	const struct head *h = &j->d->head;
	const struct quantity *q = j->m->items[s->amount].quantity;
	bool handed = h->subject.n && h->subject.n < h->title.n && str_eq(h->genre, STR("notice"));

	if (!handed || s->basis_count || q->kind != QUANTITY_MONEY || q->has_min != q->has_max)
		return STR("");
	return s->program.n && !j->parts && !words_is(s->program, W_PROGRAM) && !spent_paying(s->program) ? s->program : titled_handed(h->subject);
}

/* 2025年全县共安排|政府投资项目: without when and where it is laid out, up to the word that says so. */
static struct str behind_laying_out(struct str s)
{
	enum { SHORTEST = 4 };
	static const enum word_class lead[] = {W_PLANNED, W_TOTAL, W_PAY, W_FUTURE};
	const struct word *paid = words_of(s, 0, W_ISSUE) ? words_of(s, 0, W_FUND) : NULL;
	/* 拨付困难群众救助资金 */
	size_t at = paid && str_eq(paid->arg, STR("grant")) ? paid->text.n : 0, cut = at;
	/* 累计投入民生资金 */
	const struct word *total = words_of(s, 0, W_TOTAL);

	if (!at && total && words_of(s, total->text.n, W_PAY))
		at = total->text.n;

	for (size_t n = 1; at < s.n && n; at += n) {
		struct period p;
		const struct word *w = NULL, *own = words_of(s, at, W_SELF);

		/* 落实就业政策: no time or place stands before it. */
		for (size_t k = 0; k < sizeof lead / sizeof *lead && at && !w; k++)
			w = words_own(s, at, lead[k]);
		if (w)
			cut = at + w->text.n;
		n = w ? w->text.n : own ? own->text.n : period_match(str_from(s, at), (struct ymd){0, 0, 0}, &p);
	}
	return str_reaches(str_from(s, cut), SHORTEST) ? str_from(s, cut) : s;
}

/* 建设里程5.2公里: whether s ends in a measure, and counts nothing. */
static bool measures_work(const struct judge *j, struct str s)
{
	long k = s.n && str_within(j->m->s, s) ? clause_last(j->m, (size_t)(s.p - j->m->s.p) + s.n) : -1;
	const struct mention *x = k >= 0 ? &j->m->items[k] : NULL;

	return x && x->kind == M_QUANTITY && x->to == (size_t)(s.p - j->m->s.p) + s.n && x->from > (size_t)(s.p - j->m->s.p) && !words_is(x->quantity->unit, W_COUNTED);
}

/* 其中中央预算内投资9亿元，银行贷款6亿元; 拟申请政府专项债券1亿元: words that only name the money tell nothing; what the project or the sum before is
 * for holds then. */
static struct str beyond_money(const struct judge *j, const struct slots *s, struct str purpose, struct str project)
{
	/* 安排你省|中央水利投资 */
	if (s->recipient_count && purpose.p == s->recipients[0].p && purpose.n > s->recipients[0].n && words_of(purpose, 0, W_SELF))
		purpose = str_from(purpose, s->recipients[0].n);
	/* 某高速公路|拟补助 */
	const struct word *aid = words_tail(purpose, W_FUND), *ahead = aid ? words_tail(str_sub(purpose, 0, purpose.n - aid->text.n), W_FUTURE) : NULL;

	if (ahead && str_reaches(str_sub(purpose, 0, purpose.n - aid->text.n - ahead->text.n), FUNDPURPOSE_FUND))
		purpose = str_sub(purpose, 0, purpose.n - aid->text.n - ahead->text.n);
	const struct word *fund = words_is(purpose, W_FUND);
	/* 减免税费 tells what is given up. */
	bool more = fund && (str_reaches(purpose, LONGEST_MONEY) || str_eq(fund->arg, STR("tax")));
	bool only = words_is(purpose, W_PROGRAM) || (!more && (words_is(purpose, W_FUND) || spent_paying(purpose)));

	/* 实施X工程，建设里程5.2公里，其中…: how long it is, no deed. */
	if (project.n && !only && measures_work(j, purpose))
		return project;
	if (!purpose.n || !only || purpose.p == s->purpose.p)
		return purpose;
	return project.n ? project : j->last && j->purpose.n ? j->purpose : purpose;
}

/* 支持建设甲校实训楼(6000万元)、…: without a bracket that opens and does not close. */
static struct str without_open(struct str s)
{
	size_t open = str_find(s, STR("("), 0);

	return open && open < s.n && str_find(s, STR(")"), open) == s.n ? clause_strip(str_sub(s, 0, open)) : s;
}

/* 补助8%，其中列入重点项目的，补助比例提高到10%。单个项目最高500万元: what a higher share is for is not what the limits behind it are for. */
static bool is_tier(const struct judge *j, const struct slots *s)
{
	return judge_is_rate(&j->m->items[s->amount]) && j->last_amount < j->m->n && judge_is_rate(&j->m->items[j->last_amount]) && s->purpose.n && str_within(j->m->s, s->purpose) && words_tail(str_sub(j->m->s, 0, (size_t)(s->purpose.p - j->m->s.p)), W_PART);
}

/* What it is for, and which project it belongs to. */
/* Whether text ends in a word that tells how something is given (按照), and not that it is given. */
static bool behind_manner(struct str text)
{
	const struct word *by = words_tail(text, W_BYSHARE), *give = by ? words_is(by->text, W_GIVE) : NULL;

	return give && str_eq(give->arg, STR("how"));
}

/* 农林水支出63亿元, 其中:教育支出67亿元: what a budget spends on, which is all of the clause before the word of spending. */
static struct str outlay(const struct slots *s)
{
	enum { SHORTEST = 2, LONGEST = 20 /* characters */ };
	const struct mention *spent = s->amount > s->clause.first ? slots_amount(s) - 1 : NULL;

	const struct word *fund = spent && spent->to == slots_amount(s)->from ? mention_word(spent, W_FUND) : NULL;

	if (!fund || !str_eq(fund->arg, STR("weak:budget")) || !mention_word(spent, W_SHARE) || !mention_word(spent, W_PAY))
		return STR("");
	size_t from = s->clause.from;

	/* 教育支出9.6亿元、|农林水支出8.8亿元 */
	for (size_t k = s->clause.first; k < s->amount; k++)
		if (s->m->items[k].kind == M_PAUSE && k > s->clause.first && s->m->items[k - 1].kind == M_QUANTITY && s->m->items[k - 1].to == s->m->items[k].from)
			from = s->m->items[k].to;
	struct str name = clause_strip(str_sub(s->m->s, from, spent->from));
	size_t colon = str_find(name, STR(":"), 0);
	struct period when;

	name = clause_strip(str_from(name, colon < name.n ? colon : 0));
	const struct word *part = words_of(name, 0, W_PART);

	name = clause_strip(str_from(name, part ? part->text.n : 0));
	size_t time = period_match(name, (struct ymd){0, 0, 0}, &when);

	name = clause_strip(str_from(name, time));
	/* 合计支出, 基本支出 tell of no field. */
	if (!str_sized(name, SHORTEST, LONGEST) || words_is(name, W_SUM) || words_is(name, W_ADVERB) || words_is(name, W_WORK) || words_of(name, 0, W_DONE) || words_within(name, W_FUND))
		return STR("");
	/* 教育支出, 其他支出: by itself the field says too little. */
	return workname_vague(name) ? (struct str){name.p, (size_t)(s->m->s.p + spent->to - name.p)} : name;
}

/* Without the words of the sum that stand behind what it is for: a total, what is raised, the sum before, who gives. */
static struct str without_beside(const struct judge *j, const struct slots *s, struct str purpose)
{
	/* 资金|共: a total is no part of it. */
	const struct word *total = words_tail(purpose, W_TOTAL);
	struct str money = str_sub(purpose, 0, purpose.n - (total ? total->text.n : 0));

	if (total && (words_tail(money, W_PROGRAM) || words_tail(money, W_FUND)))
		purpose = money;
	/* 城乡低保标准|提高到 */
	for (const struct word *more; (more = words_tail(purpose, W_MORE)) && more->text.n < purpose.n;) {
		purpose = clause_strip(str_sub(purpose, 0, purpose.n - more->text.n));
		const struct word *lump = words_tail(purpose, W_LUMP);

		purpose = str_sub(purpose, 0, purpose.n - (lump && lump->text.n < purpose.n ? lump->text.n : 0));
		purpose = str_reaches(purpose, 2) ? purpose : STR("");
	}
	/* 城乡居民医保补助|2.3亿元: the sum before is no part of it. */
	if (j->last && j->last_amount < j->m->n && str_within(j->m->s, purpose) && purpose.n && purpose.p + purpose.n == j->m->s.p + j->m->items[j->last_amount].to && purpose.p < j->m->s.p + j->m->items[j->last_amount].from)
		purpose = clause_strip(str_sub(purpose, 0, (size_t)(j->m->s.p + j->m->items[j->last_amount].from - purpose.p)));
	/* 东湖水库除险加固|中央补助4500万元 */
	if (s->funder.kind == BODY_TREASURY && purpose.n > s->funder.s.n && str_ends(purpose, s->funder.s))
		purpose = clause_strip(str_sub(purpose, 0, purpose.n - s->funder.s.n));
	return purpose;
}

/* 引进科技企业到我区投资，再给予20万元: in rules the deed that the sentence begins with, where the next clause tells no more than that and when something is
 * given; n 0: it begins with none. */
static struct str deed_before(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 30 };
	size_t head = s->head > s->floor ? s->head : s->floor;
	struct range first = clause_around(j->m, &j->sentence, head);
	struct str deed = first.to + 1 == s->clause.from ? slots_between(s, head, first.to) : STR("");
	const struct word *verb = words_of(deed, 0, W_VERB), *fund = words_tail(deed, W_FUND);
	long give = clause_first_word(j->m, &s->clause, W_GIVE, s->clause.from, j->m->items[s->amount].from);
	struct str lead = give >= 0 ? slots_between(s, s->clause.from, j->m->items[give].from) : STR("");
	bool given = give >= 0 && (!lead.n || words_is(lead, W_ADVERB) || (words_of(lead, 0, W_AT) && words_tail(lead, W_SETTING)));

	if (!j->d->head.measures || s->invested || !verb || str_eq(verb->arg, STR("noun")) || !given)
		return STR("");
	return str_sized(deed, SHORTEST, LONGEST) && !(fund && !str_eq(fund->arg, STR("investment"))) ? deed : STR("");
}

/* The purpose, but not 在协议期内, which tells when; where there is none and nobody gets it, the deed before it. */
static struct str or_deed_before(const struct judge *j, const struct slots *s, struct str purpose)
{
	if (words_of(purpose, 0, W_AT) && words_tail(purpose, W_SETTING))
		purpose = STR("");
	return purpose.n || s->recipient_count ? purpose : deed_before(j, s);
}

/* 年销售额在5000万元及以上: whether s ends in a figure with a bound. */
static bool ends_in_bound(const struct judge *j, struct str s)
{
	long k = s.n && str_within(j->m->s, s) ? clause_last(j->m, (size_t)(s.p - j->m->s.p) + s.n) : -1;
	const struct mention *x = k >= 0 ? &j->m->items[k] : NULL;

	return x && x->kind == M_QUANTITY && x->to == (size_t)(s.p - j->m->s.p) + s.n && (x->quantity->has_min != x->quantity->has_max || clause_last_word(j->m, &j->sentence, W_REACH, (size_t)(s.p - j->m->s.p), x->from) >= 0);
}

void fundpurpose_set(struct judge *j, struct finding *f, struct slots *s, const struct cue *cue)
{
	struct doc *d = j->d;
	const struct mention *x = &j->m->items[s->amount];
	const struct finding *project = owner_project(j, s);

	project = project && is_other_money(j, s, project->name) ? NULL : project;
	struct str list = owner_list(j, x, project), bracketed = owner_bracketed(j, s->amount);

	/* 甲县60万元(含产业发展20万元)、乙县40万元: what a bracket tells ends with it. */
	if (j->last_amount < j->m->n && j->m->items[j->last_amount].depth > x->depth)
		j->purpose = j->topic;

	if (bracketed.n && !s->recipient_count) {
		project = project && str_ends(bracketed, project->name) ? project : NULL;
		s->purpose = project ? project->name : bracketed;
		list = STR("");
	}
	const struct finding *paired = list.n ? parallel_work(j, project) : NULL;

	if (list.n) {
		project = paired;
		/* “A”“B”等10项: the titles of some are not what all is for. */
		s->purpose = s->purpose.n || paired || str_has(list, STR("”")) ? s->purpose : list;
	}
	struct str name = project ? project->name : STR("");

	struct str line = ledger_name(d, s), spent = line.n ? line : outlay(s);

	s->purpose = spent.n ? spent : s->purpose;
	if (costs(j, name, x))
		s->purpose = name;
	struct str purpose = s->purpose.n ? without_open(s->purpose) : without_open(beyond_money(j, s, purpose_implied(j, s, cue, name), name)), own = purpose_by_place(j, s, paired);

	/* 计划投资1300万元,建设X水库 */
	if (!project && !list.n && (project = owner_of_deed(j, s, purpose)))
		purpose = name = project->name;
	/* X工程总投资110万元，使用市级衔接资金110万元: what the money is called is not what for. */
	if (name.n && s->program.n && str_within(s->program, purpose))
		purpose = name;
	if (counts_getters(s, purpose))
		purpose = STR("");
	/* 按照现有房屋面积补贴200元/平方米: by what it is reckoned, not what for. */
	if (purpose.n && !name.n && str_within(j->m->s, purpose) && behind_manner(str_sub(j->m->s, 0, (size_t)(purpose.p - j->m->s.p))))
		purpose = overhead_purpose(j, s);

	/* 拨付甲县、乙县应急资金300万元、100万元: nor is the last of those who get it. */
	if (parallel_regions(j, s) && str_starts(purpose, s->recipients[s->recipient_count - 1]))
		purpose = clause_strip(str_from(purpose, s->recipients[s->recipient_count - 1].n));
	/* （二）一次性创业补贴。返乡农民工创办企业的，给予5000元: who gets it and on what condition tell less than the heading. */
	bool told = s->recipient_count && (str_eq(purpose, s->recipients[0]) || (purpose.n && str_within(s->recipients[0], purpose)));
	struct str benefit = d->head.measures && !s->invested && (told || s->condition) ? overhead_benefit(j, s) : STR("");

	/* 鼓励产值增长。对规上企业年产值增长超过1000万元的，给予…: nor does a figure that those have reached. */
	if (d->head.measures && !s->invested && !benefit.n && ((told && str_eq(purpose, s->recipients[0]) && words_tail(purpose, W_CLASS) && !words_within(purpose, W_OF)) || (s->condition && ends_in_bound(j, purpose))))
		benefit = overhead_encouraged(j, s);
	purpose = or_deed_before(j, s, without_beside(j, s, benefit.n ? benefit : purpose));
	/* 领军人才、博士、硕士分别给予20万元、10万元、5万元购房补贴: the members get it, and the words of money tell what for. */
	bool persons = str_reaches(own, 2) && j->d->head.measures && !s->recipient_count && !s->invested && words_tail(own, W_PERSON) && !words_tail(own, W_WORK) && !getter_builds(own);

	if (persons)
		finding_item_word(d, f, "recipients", own, str_sub(j->m->s, s->clause.from, s->clause.to));
	if (own.n && !(persons && words_tail(purpose, W_FUND))) {
		finding_word(d, f, "purpose", own);
		finding_note(d, f, STR("purpose: the member of a list that the amount's place in its list tells, with the words common to all"));
	} else {
		/* 本次下达中央预算内投资5亿元, 本次下达资金共15600万元 */
		struct str bare = titled_whole(slots_behind_handing(behind_laying_out(purpose)));
		struct str handed = !bare.n || words_is(purpose, W_PROGRAM) || words_is(purpose, W_FUND) || spent_paying(bare) ? purpose_of_notice(j, s) : STR("");

		finding_cell(d, f, "purpose", handed.n ? handed : bare);
	}
	if (!is_tier(j, s))
		j->purpose = purpose;
	if (!x->depth && !j->parts)
		j->topic = purpose;
	if (project && !s->count_text.n && name.n)
		finding_cell(d, f, "project", name);
	else if (project && !s->count_text.n)
		finding_word(d, f, "project", finding_value(project, "name"));
}
