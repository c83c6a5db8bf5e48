/* Knows whether money has been given, is to be, or will be to whoever qualifies. */
#include "verb/status.h"

#include "verb/mood.h"

/* What stands before the clause of the amount in its sentence. */
static struct str before_clause(const struct judge *j, const struct slots *s)
{
	return s->clause.from > j->sentence.from ? clause_strip(str_sub(j->m->s, j->sentence.from, s->clause.from)) : STR("");
}

/* 销售额达到6亿元以上的，给予30万元奖励: a clause before it says of what kind those are who are given it. */
static bool is_conditioned(const struct judge *j, const struct slots *s)
{
	size_t at = j->m->items[s->amount].from;

	/* …的，一次性奖励6万元 */
	const struct word *fund = words_of(j->m->s, s->clause.from, W_FUND);

	if (clause_last_word(j->m, &s->clause, W_GIVE, s->clause.from, at) < 0 && !(fund && !str_starts(fund->arg, STR("weak:")) && !str_eq(fund->arg, STR("investment"))))
		return false;
	struct str before = before_clause(j, s);

	/* 销售额6亿元以上、9亿元以下，且增幅达到15%，给予20万元奖励 */
	for (size_t i = s->clause.first; i-- > j->sentence.first && before.n;) {
		const struct mention *x = &j->m->items[i];

		/* 低保标准提高到每人每月650元，全年发放低保金1.2亿元: what is given before is no condition. */
		if (i == j->last_amount)
			continue;
		if (x->kind == M_QUANTITY && x->to == (size_t)(before.p + before.n - j->m->s.p) &&
		    (x->quantity->has_min != x->quantity->has_max || clause_last_word(j->m, &j->sentence, W_REACH, s->floor < x->from ? s->floor : j->sentence.from, x->from) >= 0))
			return true;
	}
	return words_tail(before, W_OF) != NULL;
}

/* 设立专项资金2000万元, 共安排财政资金2.1亿元, 每年安排专项资金300万元: how much there is to give. */
static bool fills_fund(const struct judge *j, const struct slots *s)
{
	size_t from = s->clause.from, at = j->m->items[s->amount].from;
	const struct quantity *q = j->m->items[s->amount].quantity;

	/* 设立总规模不低于1亿元的产业引导资金 */
	bool sized = q->has_min == q->has_max || (words_of(j->m->s, j->m->items[s->amount].to, W_OF) && judge_has(j, W_HOLD, from, at));

	if (q->kind != QUANTITY_MONEY || !sized || s->basis_count > 1 || (s->basis_count && !words_is(s->basis[0], W_NOCOUNT)))
		return false;
	bool set = judge_has(j, W_PAY, from, at) || judge_has(j, W_HOLD, from, at);
	/* 设立2000万元的产业引导资金 */
	const struct word *of = words_of(j->m->s, j->m->items[s->amount].to, W_OF);
	bool fund = judge_has(j, W_PROGRAM, from, at) || (s->clause.to > at && judge_has(j, W_PROGRAM, of ? j->m->items[s->amount].to + of->text.n : j->m->items[s->amount].to, s->clause.to));

	return set && fund && !judge_has(j, W_GIVE, from, at) && !judge_has(j, W_LUMP, from, at) &&
	       !judge_has(j, W_TOWHOM, j->sentence.from, at) && !judge_has(j, W_PERUNIT, from, at);
}

/* 市财政列支300万元对新建基地予以奖补: what a purse lays out is how much there is to give. */
static bool is_laid_out(const struct judge *j, const struct slots *s)
{
	const struct mention *x = slots_amount(s), *pays = s->amount > s->clause.first ? x - 1 : x;
	bool sum = x->quantity->kind == QUANTITY_MONEY && x->quantity->has_min == x->quantity->has_max && !s->basis_count;

	return sum && s->funder.kind == BODY_TREASURY && pays->to == x->from && mention_word(pays, W_PAY) && !mention_word(pays, W_GIVE) && !judge_has(j, W_TOWHOM, j->sentence.from, x->from) && !judge_has(j, W_OF, j->sentence.from, x->from);
}

/* 县财政每年安排50万元用于文物保护: what is laid out each year, for which nobody qualifies. */
static bool is_yearly(const struct judge *j, const struct slots *s)
{
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, at = j->m->items[s->amount].from;
	bool yearly = s->basis_count == 1 && words_is(s->basis[0], W_NOCOUNT) && words_is(s->basis[0], W_MEASURE) && j->m->items[s->amount].quantity->kind == QUANTITY_MONEY;

	return yearly && judge_has(j, W_PAY, from, at) && !judge_has(j, W_GIVE, from, at) && !judge_has(j, W_LUMP, from, at) && !judge_has(j, W_TOWHOM, j->sentence.from, at) && !judge_has(j, W_CAP, from, at);
}

/* 2018年 in a document of 2020, 截至6月底, 2021年以来: the time that is told has passed. */
static bool is_over(const struct judge *j, const struct slots *s)
{
	struct period p;
	struct ymd date = j->d->head.date;

	if (s->period.n && date.year && period_parse(s->period, date, &p) && p.end.year && p.end.year < date.year)
		return true;
	return s->period.n && words_within(s->period, W_DONE);
}

/* 3月份下达资金1000万元, in a letter of June: a month before that of the document in which money was handed down or got. */
static bool is_month_over(const struct judge *j, const struct slots *s)
{
	struct period p;
	struct ymd date = j->d->head.date;
	size_t at = j->m->items[s->amount].from;

	if (!s->period.n || !date.year || !period_parse(s->period, date, &p) || p.precision != PRECISION_MONTH || !p.start.month || !p.end.month)
		return false;
	bool before = p.end.year == date.year && p.end.month < date.month;

	return before && (judge_has(j, W_HANDDOWN, j->sentence.from, at) || judge_has(j, W_PAY, j->sentence.from, at)) && !judge_has(j, W_MODAL, j->sentence.from, at);
}

/* 已下拨救助资金1300万元; 2022年1—5月，共发放补贴11.8亿元; 2018年拨付资金1.2亿元 in a document of 2020: rules, too, may tell what was given. */
static bool tells_given(const struct judge *j, const struct slots *s, const struct quantity *q)
{
	enum { NEAR = 32 }; /* mentions */
	size_t at = j->m->items[s->amount].from;
	bool sum = q->kind == QUANTITY_MONEY && q->has_min == q->has_max && !s->basis_count && !words_of(j->m->s, j->m->items[s->amount].to, W_OF);
	/* 上年度 may be any year. */
	bool over = is_over(j, s) && s->period.p[0] >= '0' && s->period.p[0] <= '9';

	if (!sum || judge_has(j, W_TOWHOM, j->sentence.from, at) || judge_has(j, W_FUTURE, s->clause.from, at) || judge_has(j, W_PLANNED, s->clause.from, at))
		return false;
	for (size_t i = s->amount > s->clause.first + NEAR ? s->amount - NEAR : s->clause.first; i < s->amount; i++) {
		const struct mention *x = &j->m->items[i], *before = i > s->clause.first ? x - 1 : NULL;
		const struct word *give = mention_word(x, W_GIVE);

		if (x->from < s->floor || !((give && !str_eq(give->arg, STR("how"))) || mention_word(x, W_HELP) || mention_word(x, W_FUND) || mention_word(x, W_PAY)))
			continue;
		if (over || (before && before->to == x->from && (mention_word(before, W_PAST) || (s->period.n && mention_word(before, W_TOTAL) && mention_word(before, W_DONE)))))
			return true;
	}
	return false;
}

/* Where only its sentences show that a document holds rules, one that names a condition, a class or an amount for each is a rule. */
static bool is_told_rule(const struct judge *j, const struct slots *s, bool past)
{
	size_t from = s->floor, at = j->m->items[s->amount].from;
	static const enum word_class cues[] = {W_TOWHOM, W_ENCOURAGE, W_LUMP, W_PERUNIT, W_EACH, W_CAP};

	if (past || judge_has(j, W_FUTURE, from, at) || judge_has(j, W_PLANNED, from, at))
		return false;
	for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
		if (judge_has(j, cues[k], from, at))
			return true;
	/* 新获评4A级旅游景区的，分别奖励80万元 */
	bool next = judge_goes_on(j) && s->clause.from == j->sentence.from;
	bool prize = str_eq(j->kind, STR("reward")) && (next || clause_last_word(j->m, &s->clause, W_FUND, from, at) >= 0) && !is_over(j, s);

	const struct quantity *q = slots_amount(s)->quantity;

	return s->basis_count || prize || (q->has_max && !q->has_min) || is_conditioned(j, s);
}

/* Whoever qualifies gets it: a class of recipients behind 对, an amount for each, a cap or a share. */
static bool is_rule(const struct judge *j, const struct slots *s, const struct quantity *q, bool past)
{
	/* A name with 的 in it describes a class. */
	bool region = s->recipient_count && region_is(s->recipients[0]);
	bool named = region || (s->recipient_count && (words_tail(s->recipients[0], W_FIRM) || words_within(s->recipients[0], W_ETC)) && !words_within(s->recipients[0], W_OF));
	/* 对6家企业给予补助，共拨付1860万元; 拟对以下6家企业给予补助，总金额1860万元: a total is told of what was or will be given, where no other document of rules tells it. */
	bool summed = !j->d->head.measures && !s->basis_count && judge_has(j, W_TOTAL, s->clause.from, j->m->items[s->amount].from) &&
	              (s->count_text.n || judge_has(j, W_PAY, s->clause.from, j->m->items[s->amount].from));
	/* 上级对我市转移支付168亿元: a sum that one treasury has for another. */
	summed |= str_eq(j->kind, STR("budget")) && !j->d->head.measures && !s->basis_count && q->kind == QUANTITY_MONEY && q->has_min == q->has_max;
	bool whoever = judge_has(j, W_TOWHOM, s->floor, j->m->items[s->amount].from) && !named && !summed;

	if (str_eq(j->kind, STR("investment")))
		return false;
	if (j->d->head.measures && !j->d->head.measures_told)
		return !str_eq(j->kind, STR("budget")) && !fills_fund(j, s) && !is_laid_out(j, s);
	if (j->d->head.measures_told && !str_eq(j->kind, STR("budget")) && is_told_rule(j, s, past))
		return true;
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, at = j->m->items[s->amount].from;
	/* 拨付育儿补贴2亿元 in what a report looks back on has been paid. */
	bool paid = !s->basis_count && judge_has(j, W_PAY, from, at) && mood_of(j->d, j->index) == MOOD_REACHED;
	bool lump = !paid && judge_has(j, W_LUMP, from, at) && !past && !judge_has(j, W_FUTURE, s->floor, at) && !judge_has(j, W_PLANNED, s->floor, at);

	if (whoever || lump || (s->basis_count && !past) || (!past && is_conditioned(j, s)))
		return true;
	return q->kind == QUANTITY_RATE && !past;
}

/* 投资312万元，2012年8月底前竣工, in a document of June: whether its sentence tells by when what is paid for will be built. */
static bool is_to_come(const struct judge *j)
{
	struct ymd date = j->d->head.date;

	for (size_t k = j->sentence.first; date.year && clause_holds(&j->sentence, M_PERIOD) && k < j->sentence.last; k++) {
		const struct mention *x = &j->m->items[k];
		struct period p;

		if (x->kind != M_PERIOD || !words_of(j->m->s, x->to, W_BUILD) || !period_parse(mention_text(j->m, x), date, &p) || !p.end.year || p.start.year)
			continue;
		if (p.end.year > date.year || (p.end.year == date.year && p.end.month > date.month))
			return true;
	}
	return false;
}

/* What the headings over the amount tell, and in a report its sentences: the title of a report may end in the plan that stands behind it. */
static enum mood mood_told(const struct judge *j)
{
	return str_eq(j->d->head.genre, STR("report")) ? mood_of(j->d, j->index) : mood_of_heading(j->d, j->d->outline.paras[j->index].section);
}

/* Whether the part of a plan or report lays down what is to be done. */
static bool aims(const struct judge *j)
{
	struct str g = j->d->head.genre;

	return mood_told(j) == MOOD_AIMED || ((str_eq(g, STR("plan")) || str_eq(g, STR("list")) || str_eq(g, STR("notice"))) && mood_of(j->d, j->index) != MOOD_REACHED);
}

/* Whether every word of class c in bytes [from, to) is one of class `also` as well. */
static bool only_ends(const struct judge *j, enum word_class c, enum word_class also, size_t from, size_t to)
{
	for (size_t k = j->sentence.first; k < j->sentence.last; k++) {
		const struct mention *x = &j->m->items[k];

		if (x->from >= from && x->from < to && mention_word(x, c) && !mention_word(x, also))
			return false;
	}
	return true;
}

/* 被评为甲级民宿的奖励20万元: where the condition of what is given ends, else `from`. */
static size_t behind_condition(const struct judge *j, const struct slots *s, size_t from)
{
	enum { NEAR = 32 }; /* mentions */
	size_t first = s->amount > j->sentence.first + NEAR ? s->amount - NEAR : j->sentence.first;

	for (size_t k = first; clause_has(&j->sentence, W_OF) && k + 1 < s->amount; k++) {
		const struct mention *x = &j->m->items[k], *next = x + 1;

		if (x->from > from && mention_word(x, W_OF) && next->from == x->to && (mention_word(next, W_FUND) || mention_word(next, W_GIVE)))
			from = x->to;
	}
	return from;
}

/* A word of what is done in bytes [from, to), unless it only tells what a thing is (机构完成的技术合同) or what a share is of (实际完成投资额). */
static bool is_done(const struct judge *j, const struct slots *s, size_t from, size_t to)
{
	for (size_t k = j->sentence.first; k < j->sentence.last; k++) {
		const struct mention *x = &j->m->items[k];

		bool share = s->basis_count && str_within(s->basis[0], (struct str){j->m->s.p + x->from, 1});

		if (x->from >= from && x->from < to && mention_word(x, W_DONE) && !words_of(j->m->s, x->to, W_OF) && !share)
			return true;
	}
	return false;
}

/* 共争取3亿元, 已争取2亿元, 争取到三县入选，争取资金1亿元: what is sought and told as a sum, as done or behind what has been got has been got. */
static bool is_got(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i], *before = i > j->sentence.first ? x - 1 : NULL;
	bool told = before && before->to == x->from && (mention_word(before, W_TOTAL) || mention_word(before, W_DONE) || mention_word(before, W_PAST));

	for (size_t k = j->sentence.first; !told && k < i; k++)
		told = mention_word(&j->m->items[k], W_SEEK) && !mention_word(&j->m->items[k], W_PLANNED) && (mention_word(&j->m->items[k], W_HOLD) || mention_word(&j->m->items[k], W_FUND));
	return told && mention_word(x, W_PLANNED) && mention_word(x, W_PAY);
}

/* 下达规划项目资金, 落实质量提升计划资金: a plan in the name of what is paid looks ahead no more than the name does. */
static bool names_plan(const struct judge *j, const struct mention *x)
{
	bool noun = mention_word(x, W_TITLE) || mention_word(x, W_PROGRAM);

	return noun && !mention_word(x - 1, W_PAY) && !mention_word(x - 1, W_HANDDOWN) && x[-1].to == x->from && (words_of(j->m->s, x->to, W_WORK) || words_of(j->m->s, x->to, W_PROGRAM));
}

/* Whether words in bytes [from, to) look ahead; *got: whether they tell that what is mostly sought has been got. */
static bool looks_ahead(const struct judge *j, size_t from, size_t to, bool *got)
{
	bool ahead = false;

	*got = false;
	for (size_t i = j->sentence.first; i < j->sentence.last && (clause_has(&j->sentence, W_FUTURE) || clause_has(&j->sentence, W_PLANNED)); i++) {
		const struct mention *x = &j->m->items[i];

		if (x->depth || x->from < from || x->to > to || !(mention_word(x, W_FUTURE) || mention_word(x, W_PLANNED)))
			continue;
		if (is_got(j, i))
			*got = true;
		else if (i == j->sentence.first || !names_plan(j, x))
			ahead = true;
	}
	return ahead;
}

/* 8月1日，财政部预拨…: the time that is told, or that opens the sentence, is one day. */
static bool is_of_day(const struct judge *j, const struct slots *s)
{
	/* A date without a year is read by that of the document, whichever it is. */
	const struct ymd any_day = {2000, 12, 31};
	struct period p;
	const struct mention *first = j->sentence.first < j->sentence.last ? &j->m->items[j->sentence.first] : NULL;
	struct str when = s->period.n ? s->period : first && first->kind == M_PERIOD && first->from == j->sentence.from ? mention_text(j->m, first) : STR("");

	return when.n && period_parse(when, any_day, &p) && p.start.day && p.start.day == p.end.day && p.start.month == p.end.month;
}

/* 总投资38亿元，其中中央补助12亿元: a part of what is planned. */
static bool parts_planned(const struct judge *j, const struct slots *s, size_t at)
{
	bool part = j->parts || judge_has(j, W_PART, s->clause.from, at);
	const struct finding *whole = j->parts ? j->whole : j->last;

	return part && whole && str_eq(finding_value(whole, "status"), STR("planned"));
}

/* 于6月底前落实资金1亿元, in a document of May: by when has not passed. */
static bool is_due(const struct judge *j, const struct slots *s)
{
	struct period p;
	struct ymd date = j->d->head.date;

	if (!s->period.n || !date.year || !period_parse(s->period, date, &p) || p.start.year || !p.end.year)
		return false;
	return p.end.year > date.year || (p.end.year == date.year && p.end.month > date.month);
}

/* 累计投资9亿元，其中争取中央资金3亿元: a part of what was given has been given. */
static bool parts_given(const struct judge *j)
{
	return j->parts && j->last && str_eq(finding_value(j->last, "status"), STR("actual"));
}

/* 总投资9亿元，其中中央补助3亿元，银行贷款6亿元: who pays what of a thing that is to cost so much is laid down with it; 完成投资1亿元，发放
 * 劳务报酬300万元 is not. */
static bool shares_plan(const struct judge *j, const struct slots *s)
{
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, at = j->m->items[s->amount].from;

	return j->last && str_eq(finding_value(j->last, "status"), STR("planned")) && !judge_has(j, W_REACH, from, at) && !judge_has(j, W_HOLD, from, at) && !judge_has(j, W_LIGHT, from, at) &&
	       !(s->amount && words_own(j->m->s, j->m->items[s->amount - 1].from, W_LIGHT));
}

/* 完成投资1.2亿元，占年度计划的60%: a share of the plan is told of what has been reached, in a plan too. */
static bool is_measured(const struct judge *j, size_t amount)
{
	enum { NEAR = 18 }; /* bytes: 占全年 */
	const struct mention *x = &j->m->items[amount];

	if (amount + 2 >= j->sentence.last || x[1].kind != M_COMMA || x[1].from != x->to || x[2].from != x[1].to || !mention_word(x + 2, W_GROWTH) || !mention_word(x + 2, W_REACH))
		return false;
	return words_within(str_sub(j->m->s, x[2].to, x[2].to + NEAR), W_PLANNED);
}

/* 关于某规划的批复: 批复, which a work gets as well, is what a reply is called that approves. */
static bool is_approval(const struct doc *d)
{
	const struct word *w = str_eq(d->head.genre, STR("reply")) ? words_tail(d->head.title, W_TITLE) : NULL;

	return w && words_is(w->text, W_BUILD);
}

/* 我局收到资金500万元, 获得省级补助200万元: what has come, where no rule tells of those to whom it comes. */
static bool is_received(const struct judge *j, size_t from, size_t to)
{
	for (size_t k = j->clause.first; clause_has(&j->clause, W_SEEK) && !j->d->head.measures && k < j->clause.last; k++) {
		const struct mention *x = &j->m->items[k];
		const struct word *seek = x->from >= from && x->to <= to ? mention_word(x, W_SEEK) : NULL;

		/* 对获批创建的甲县安排…, 获得金奖的企业给予…: it tells who gets it. */
		if (seek && str_eq(seek->arg, STR("got")) && str_reaches(seek->text, 2) && clause_first_word(j->m, &j->clause, W_TOWHOM, from, x->from) < 0 && clause_first_word(j->m, &j->clause, W_GIVE, x->to, to) < 0)
			return true;
	}
	return false;
}

struct str status_of(const struct judge *j, const struct slots *s, const struct quantity *q)
{
	size_t from = s->floor, at = j->m->items[s->amount].from;
	size_t told = behind_condition(j, s, from);
	/* 新获得证书的，每个品种给予…: what has been done before is the condition. */
	bool done = clause_has(&j->sentence, W_DONE) && is_done(j, s, words_tail(before_clause(j, s), W_OF) && told == from ? s->clause.from : told, at);
	bool past = done || judge_has(j, W_PAST, told, s->clause.to);
	bool got, future = looks_ahead(j, from, at, &got);

	past |= got || is_received(j, s->clause.from > from ? s->clause.from : from, at);
	/* What a budget of an office holds is to be spent, what its accounts hold has been. */
	if (j->d->head.ledger.n && !s->basis_count && q->kind == QUANTITY_MONEY)
		return str_eq(j->d->head.ledger, STR("accounts")) || is_over(j, s) ? STR("actual") : STR("planned");
	if (j->d->head.measures && tells_given(j, s, q))
		return STR("actual");
	/* 完成投资80亿元 as the task of a plan; 争取资金3亿元 in what a report looks back on. */
	if (done && aims(j) && only_ends(j, W_DONE, W_LIGHT, from, at))
		past = judge_has(j, W_PAST, from, s->clause.to);
	else if (future && only_ends(j, W_FUTURE, W_SEEK, from, at) && only_ends(j, W_PLANNED, W_SEEK, from, at) && !parts_planned(j, s, at) && (mood_told(j) == MOOD_REACHED || is_over(j, s) || parts_given(j)))
		return STR("actual");
	if (!j->d->head.measures && q->kind == QUANTITY_MONEY && is_month_over(j, s))
		return STR("actual");
	/* What an approval grants is yet to be spent. */
	bool granted = (j->d->approved.n || (str_eq(j->kind, STR("investment")) && is_approval(j->d))) && q->kind == QUANTITY_MONEY && !s->basis_count && !past;

	/* 市财政每年安排1000万元专项资金: nobody qualifies for it, and it is yet to come. */
	if (!past && s->basis_count && !str_eq(j->kind, STR("investment")) && fills_fund(j, s))
		return STR("planned");
	if (is_yearly(j, s) && !j->d->head.measures)
		return past || is_over(j, s) ? STR("actual") : STR("planned");
	if (!granted && is_rule(j, s, q, past))
		return STR("rule");
	/* 总投资 is what a thing is to cost, unless the clause itself says that it is done. */
	if (judge_has(j, W_TOTALINVEST, s->clause.from > from ? s->clause.from : from, at) && !judge_has(j, W_DONE, s->clause.from, at) && !judge_has(j, W_PAST, s->clause.from, s->clause.to))
		return STR("planned");
	/* 截至目前，申报债券项目12个，发行4.6亿元: what other clauses plan is not what this one tells. */
	bool ahead = future && !(s->period.n && words_within(s->period, W_DONE) && s->clause.from > from && !looks_ahead(j, s->clause.from, at, &got));

	/* 积极申报债券，已争取到位资金1.6亿元: nor what other clauses do where this one tells what is done already. */
	size_t own = s->clause.from > from ? s->clause.from : from;

	ahead &= !(own > from && judge_has(j, W_PAST, own, at) && !looks_ahead(j, own, at, &got));
	if (ahead)
		return STR("planned");
	if (past)
		return STR("actual");
	if (granted || is_to_come(j) || is_due(j, s))
		return STR("planned");
	if (is_measured(j, s->amount) || is_over(j, s))
		return STR("actual");
	if (judge_has(j, W_TOTALINVEST, from, s->clause.to) || (shares_plan(j, s) && mood_told(j) != MOOD_REACHED))
		return STR("planned");
	/* 新签约某电路板项目8亿元: what a thing is to cost. */
	bool cost = str_eq(j->kind, STR("investment")) && !judge_has(j, W_FUND, s->clause.from, s->clause.to) && !judge_has(j, W_PAY, s->clause.from, at);

	if (cost || parts_planned(j, s, at))
		return STR("planned");
	/* 全年需投入4.5亿元 */
	if (judge_has(j, W_MODAL, s->clause.from > from ? s->clause.from : from, at))
		return STR("planned");
	enum mood mood = mood_told(j);

	if (mood != MOOD_UNKNOWN)
		return mood == MOOD_REACHED ? STR("actual") : STR("planned");
	/* What is told of a day, or among what has been done, in a text that lays nothing down; rewards are laid down in any. */
	if (str_eq(j->d->head.genre, STR("other")) && !str_eq(j->kind, STR("reward")) && !j->d->head.measures && !j->d->head.minutes && (is_of_day(j, s) || mood_of(j->d, j->index) == MOOD_REACHED))
		return STR("actual");
	if (str_eq(j->d->head.genre, STR("reply")) || str_eq(j->d->head.genre, STR("report")) || j->d->head.brief)
		return STR("actual");
	return STR("planned");
}
