/* Knows how many works or things share a sum. */
#include "verb/slots.h"

/* 交通项目16项，…: a count right behind projects at the end of its clause; a colon would list them. */
static bool closes_works(const struct slots *s, const struct mention *count)
{
	struct range c = clause_around(s->m, &s->sentence, count->from);
	const struct word *work = words_tail(str_sub(s->m->s, c.from, count->from), W_WORK);

	return work && str_eq(work->arg, STR("work")) && count->to == c.to && c.to < s->m->s.n && s->m->s.p[c.to] == ',';
}

/* 水库86座(其中小型12座): the bracket tells of the count, not of what is counted. */
static size_t behind_count(const struct slots *s, const struct mention *count)
{
	const struct mention *next = count + 1, *end = s->m->items + s->m->n;

	if (next < end && next->kind == M_BRACKET && next->from == count->to)
		return next->to;
	/* 87个、212公里 */
	return next + 1 < end && next->kind == M_PAUSE && next->from == count->to && next[1].kind == M_QUANTITY ? next[1].to : count->to;
}

/* 我县共有水库86座，2016年以来投入8650万元: what stands there already shares no sum of a time of its own. */
static bool is_stock(const struct slots *s, const struct mention *count)
{
	struct range c = clause_around(s->m, &s->sentence, count->from);
	bool have = false, dated = false;

	if (c.to >= slots_amount(s)->from)
		return false;
	for (size_t i = c.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		const struct word *hold = x->from < count->from ? mention_word(x, W_HOLD) : NULL;

		have |= hold && str_eq(hold->arg, STR("have"));
		dated |= x->from >= s->clause.from && x->kind == M_PERIOD;
	}
	return have && dated;
}

/* 安排资金, 资助经费: nothing but words of money. */
static bool is_money_alone(struct str s)
{
#define MONEY(h) \
	(WORD_BIT(W_FUND, h) | WORD_BIT(W_PROGRAM, h) | WORD_BIT(W_PAY, h) | WORD_BIT(W_GIVE, h) | WORD_BIT(W_HANDDOWN, h) | WORD_BIT(W_ONCE, h) | \
	 WORD_BIT(W_TOTAL, h) | WORD_BIT(W_PLANNED, h) | WORD_BIT(W_ADVERB, h) | WORD_BIT(W_SUM, h))
	static const struct word_set money = {{MONEY(0), MONEY(1)}};
#undef MONEY

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_at(s, i);

		if (!w || !words_set_meet(&w->classes, &money))
			return false;
		len = w->text.n;
	}
	return s.n > 0;
}

/* 交通项目:40个, 交通项目共40个: the byte where the name ends whose count begins at byte `at`. */
static size_t behind_name(const struct slots *s, size_t at)
{
	for (const struct word *total; (total = words_tail(str_sub(s->m->s, s->floor, at), W_TOTAL));)
		at -= total->text.n;
	return at > s->floor && s->m->s.p[at - 1] == ':' ? at - 1 : at;
}

/* 重点研发项目260项，经费1.2亿元；基金项目180项，经费3600万元: what is counted right before the words of money has this sum. */
static bool read_count_beside(struct slots *s)
{
	const struct mention *items = s->m->items;
	size_t k = s->amount;

	while (k > s->sentence.first && items[k].kind != M_COMMA && items[k].kind != M_PAUSE && (k == s->amount || items[k].kind != M_QUANTITY))
		k--;
	const struct mention *count = k > s->sentence.first && k < s->amount && items[k].kind != M_QUANTITY ? &items[k - 1] : NULL;
	size_t end = items[k].from;

	/* 技改项目76项(新建48项,续建28项),总投资…: the bracket tells of the count. */
	for (size_t i = k; count && count->depth > items[k].depth && i-- > s->sentence.first + 1;)
		if (items[i].kind == M_BRACKET && items[i].to == end) {
			end = items[i].from;
			count = &items[i - 1];
		}
	if (!count || count->kind != M_QUANTITY || count->quantity->kind != QUANTITY_COUNT || count->to != end || count->depth != items[s->amount].depth || count->from < s->floor ||
	    count->quantity->has_min != count->quantity->has_max || !words_is(count->quantity->unit, W_COUNTED) || !is_money_alone(slots_between(s, items[k].to, items[s->amount].from)))
		return false;
	/* 新建日间照料中心20个，改造敬老院8所，总投资9600万元: several share it. */
	for (size_t i = s->sentence.first; &items[i] < count; i++)
		if (items[i].kind == M_QUANTITY && items[i].from >= s->floor && items[i].depth == count->depth && items[i].quantity->kind == QUANTITY_COUNT && words_is(items[i].quantity->unit, W_COUNTED) && i + 1 < s->m->n && items[i + 1].kind == M_COMMA)
			return false;
	size_t to = behind_name(s, count->from);
	struct str name = slots_name_before(s->m, s->floor, to);
	size_t used = 0;

	/* 高龄津贴3560人，金额213万元; 白石县10个,总投资… in a list by regions */
	if (!(words_tail(name, W_WORK) || words_tail(name, W_FUND) || (region_chain(name, &used) && used == name.n)) || name.p + name.n != s->m->s.p + to)
		return false;
	s->count_text = mention_text(s->m, count);
	s->count_unit = count->quantity->unit;
	s->beside = true;
	return true;
}

/* 下达500万元，用于甲、乙等4个项目: how many works the words of purpose count. */
static void read_works_behind(struct slots *s)
{
	size_t from = s->purpose.n ? (size_t)(s->purpose.p - s->m->s.p) : 0, to = from + s->purpose.n;
	const struct mention *found = NULL;
	const struct word *light = s->purpose.n ? NULL : words_of(s->m->s, slots_amount(s)->to, W_LIGHT);

	/* 投资6亿元|实施34个重点项目 */
	if (light) {
		from = slots_amount(s)->to + light->text.n;
		to = s->clause.to;
	}
	if ((!light && s->purpose.p < s->m->s.p) || from < slots_amount(s)->to || from >= s->sentence.to)
		return;
	for (size_t i = s->amount + 1; i < s->sentence.last && s->m->items[i].from < to; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->from < from || x->kind != M_QUANTITY)
			continue;
		if (found || x->quantity->kind != QUANTITY_COUNT)
			return;
		found = x;
	}
	/* 实施34个|生态修复重点项目|建设: what kind of works they are may stand between. */
	struct str kind = found ? str_sub(s->m->s, found->to, to) : STR("");
	const struct word *build = words_tail(kind, W_BUILD), *work = found ? words_of(s->m->s, found->to, W_WORK) : NULL;

	work = work ? work : words_within(kind, W_OF) || str_has(kind, STR(",")) ? NULL : words_tail(str_sub(kind, 0, kind.n - (build ? build->text.n : 0)), W_WORK);

	/* 投资3亿元实施甲水厂扩建和6条道路改造工程: only some of the works are counted. */
	if (!work || !str_eq(work->arg, STR("work")) || !words_is(found->quantity->unit, W_COUNTED) || (light && found->from != from))
		return;
	s->count_text = mention_text(s->m, found);
	s->count_unit = found->quantity->unit;
}

/* One count beside a word of total says how many share the sum (10项…共资助7550万元, 共立项11个，资助…). Two counts
 * are each something else. */
static void read_count(struct slots *s)
{
	const struct mention *found = NULL;
	size_t from = s->floor;

	bool total = clause_last_word(s->m, &s->sentence, W_TOTAL, from, slots_amount(s)->from) >= 0;

	/* 86个亿元以上项目…，总投资936亿元; 交通项目16项，计划投资75亿元 */
	if (!total && !s->invested)
		return;
	bool invested = clause_last_word(s->m, &s->sentence, W_TOTALINVEST, from, slots_amount(s)->from) >= 0;

	for (size_t i = s->sentence.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->from < from || x->kind != M_QUANTITY || x->quantity->kind != QUANTITY_COUNT || x->depth)
			continue;
		/* 产量达80吨以上的: who qualifies. */
		if (x->quantity->has_min != x->quantity->has_max)
			continue;
		/* 87个、212公里: how long they are is no second count; 占地35亩 is no count. */
		if ((found && i && x[-1].kind == M_PAUSE && x[-1].from == found->to) || (i && x[-1].to == x->from && mention_word(&x[-1], W_STAT)))
			continue;
		if (found || !words_is(x->quantity->unit, W_COUNTED))
			return;
		found = x;
	}
	bool works = false;

	/* 12个水库加固项目总投资9600万元: the facility in their name is not what they are. */
	for (size_t i = s->sentence.first; found && invested && i < s->amount; i++)
		works |= s->m->items[i].from >= found->to && mention_word(&s->m->items[i], W_WORK) && str_eq(mention_word(&s->m->items[i], W_WORK)->arg, STR("work"));

	if (!found || is_stock(s, found) || (!total && !closes_works(s, found) && !works))
		return;
	s->count_text = mention_text(s->m, found);
	s->count_unit = found->quantity->unit;
	struct range c = clause_around(s->m, &s->sentence, found->from);
	size_t to = c.to < slots_amount(s)->from ? c.to : slots_amount(s)->from;

	for (size_t i = s->sentence.first; i < s->amount; i++)
		if (s->m->items[i].from >= found->to && (mention_word(&s->m->items[i], W_TOTAL) || mention_word(&s->m->items[i], W_FUND) || mention_word(&s->m->items[i], W_GIVE)) && s->m->items[i].from < to)
			to = s->m->items[i].from;
	size_t behind = behind_count(s, found);

	s->counted = behind < to ? slots_between(s, behind, to) : STR("");
	/* 出台十条措施，累计减免1.2亿元: papers share no sum. */
	if (words_is(s->counted, W_TITLE)) {
		s->count_text = s->counted = STR("");
		s->count_unit = STR("");
	}
}

void slots_count(struct slots *s)
{
	if (!read_count_beside(s))
		read_count(s);
	if (!s->count_text.n)
		read_works_behind(s);
}
