/* Knows which fund or programme an amount is paid out of. */
#include "verb/slots.h"

#include "verb/member.h"

enum { LONGEST_PROGRAM = 40 /* characters */ };

/* 安排街区改造提升资金120万元: all that stands between the verb of giving and the word of the fund is its name. */
static struct str given_program(const struct slots *s, size_t floor, size_t end)
{
	size_t from = 0;

	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		bool gives = mention_word(x, W_PAY) || mention_word(x, W_HANDDOWN) || mention_word(x, W_GIVE);

		if (x->from < floor || x->to >= end)
			continue;
		if (gives || (from && x->from == from && (x->kind == M_BODY || x->kind == M_PERIOD)))
			from = x->to;
		else if (x->kind == M_COMMA || x->kind == M_QUANTITY)
			from = 0;
	}
	return from ? slots_between(s, slots_behind_recipients(s, from, end), end) : STR("");
}

/* 从产业发展专项资金中列支,每年安排5000万元: the fund that the clause before draws on. */
static struct str program_drawn(const struct slots *s)
{
	if (s->clause.from <= s->floor || s->clause.from <= s->sentence.from)
		return STR("");
	struct range c = clause_around(s->m, &s->sentence, s->clause.from - 1);
	/* 由财政从产业发展专项资金中列支 */
	long w = clause_last_word(s->m, &c, W_PROGRAM, c.from, c.to), from = w >= 0 ? clause_last_word(s->m, &c, W_SINCE, c.from, s->m->items[w].from) : -1;
	struct str p = from < 0 ? STR("") : slots_between(s, s->m->items[from].to, s->m->items[w].to);

	return str_sized(p, 4, LONGEST_PROGRAM) && clause_last_word(s->m, &c, W_PAY, c.from, c.to) >= 0 ? p : STR("");
}

/* 从省级预备费中安排500万元, 从中央预算内投资计划渠道下达500万元; 所需经费500万元，从水利建设基金中列支: the fund in clause c out of which it is paid. */
static struct str program_tapped(const struct slots *s, const struct range *c)
{
	size_t from = c->first;

	/* 由市财政局从…: 由 tells who pays. */
	while (from < c->last && (s->m->items[from].from < c->from || !mention_word(&s->m->items[from], W_SINCE) || mention_word(&s->m->items[from], W_BY)))
		from++;
	if (from == c->last)
		return STR("");
	const struct mention *since = &s->m->items[from];

	for (size_t i = from + 1; i < c->last; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->kind == M_COMMA || x->kind == M_QUANTITY || x->kind == M_PERIOD)
			break;
		struct str p = mention_word(x, W_PAY) || mention_word(x, W_HANDDOWN) ? slots_between(s, since->to, x->from) : STR("");
		const struct word *in = words_tail(p, W_NOCOUNT);

		p.n -= in ? in->text.n : 0;
		if (in && str_sized(p, 4, LONGEST_PROGRAM))
			return p;
	}
	return STR("");
}

/* The same in the clause of the amount or right behind it. */
static struct str program_beside(const struct slots *s)
{
	struct str p = clause_has(&s->sentence, W_SINCE) ? program_tapped(s, &s->clause) : STR("");

	if (p.n || !clause_has(&s->sentence, W_SINCE) || s->clause.to + 1 >= s->sentence.to)
		return p;
	struct range next = clause_around(s->m, &s->sentence, s->clause.to + 1);

	return words_of(s->m->s, next.from, W_SINCE) ? program_tapped(s, &next) : p;
}

/* 设立大气污染防治专项资金，2014年安排3亿元: the fund that the clause before ends with, where the amount's own only tells that and when it is paid. */
static struct str program_set_up(const struct slots *s)
{
	if (s->clause.from <= s->floor || s->clause.from <= s->sentence.from || !clause_has(&s->sentence, W_PROGRAM))
		return STR("");
	size_t at = s->clause.from;

	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		bool paying = x->kind == M_PERIOD || mention_word(x, W_PAY) || mention_word(x, W_PLANNED) || mention_word(x, W_FUTURE) || mention_word(x, W_TOTAL) || mention_word(x, W_ADVERB) || mention_word(x, W_EACH);

		if (x->from != at || !paying)
			return STR("");
		at = x->to;
	}
	struct range c = clause_around(s->m, &s->sentence, s->clause.from - 1);
	const struct word *fund = words_tail(str_sub(s->m->s, c.from, c.to), W_PROGRAM);
	struct str p = fund && at == slots_amount(s)->from ? slots_behind_handing(slots_name_before(s->m, c.from, c.to)) : STR("");

	for (const struct word *w; ((w = words_of(p, 0, W_PAY)) || (w = words_of(p, 0, W_HOLD)) || (w = words_of(p, 0, W_ROLE))) && w->text.n < p.n;)
		p = clause_strip(str_from(p, w->text.n));
	return str_sized(p, 6, LONGEST_PROGRAM) && !words_is(p, W_PROGRAM) ? p : STR("");
}

/* 各市县, 桂林市, 你们 */
static bool is_holder(struct str s)
{
	return words_is(s, W_STOP) || words_of(s, 0, W_CLASS) || words_tail(s, W_LEVEL) || region_is(s);
}

/* 安排10亿元工业发展专项资金: the fund whose name stands right behind the amount. */
static struct str program_behind(const struct slots *s)
{
	const struct mention *x = slots_amount(s);
	struct str name = STR("");
	size_t from = x->to;

	if (x->quantity->kind != QUANTITY_MONEY || !clause_has(&s->clause, W_PROGRAM))
		return name;
	for (size_t i = s->amount + 1; i < s->clause.last; i++) {
		const struct mention *y = &s->m->items[i];

		/* 1亿元中央救灾资金 */
		if (y->kind == M_BODY && y->body.kind == BODY_TREASURY && y->from == x->to)
			continue;
		/* 设立总规模1亿元的产业引导资金 */
		if (mention_word(y, W_OF) && y->from == x->to && clause_last_word(s->m, &s->clause, W_HOLD, s->clause.from, x->from) >= 0) {
			from = y->to;
			continue;
		}
		if (y->kind != M_WORD || mention_word(y, W_OF) || mention_word(y, W_FORWHAT) || (mention_word(y, W_FUND) && !mention_word(y, W_PROGRAM) && !words_tail(mention_text(s->m, y), W_PLAINAID)) || mention_word(y, W_ETC) || mention_word(y, W_BY))
			break;
		/* 5亿元设立产业引导基金, 按5亿元规模设立产业引导基金 */
		if (mention_word(y, W_HOLD) && mention_word(y, W_VERB) && !mention_word(y, W_INNAME))
			from = y->to;
		if (mention_word(y, W_PROGRAM))
			name = slots_between(s, from, y->to);
	}
	return str_sized(name, 4, LONGEST_PROGRAM) && !words_of(name, 0, W_OF) && !words_of(name, 0, W_FORWHAT) && !words_is(name, W_PROGRAM) ? name : STR("");
}

void slots_program(struct slots *s)
{
	size_t end = 0, floor = s->clause.from > s->floor ? s->clause.from : s->floor;

	if ((s->program = program_beside(s)).n)
		return;
	for (size_t i = s->clause.first; clause_has(&s->clause, W_PROGRAM) && i < s->amount; i++)
		if (mention_word(&s->m->items[i], W_PROGRAM) && s->m->items[i].from >= floor)
			end = s->m->items[i].to;
	if (!end) {
		s->program = program_drawn(s);
		s->program = s->program.n ? s->program : program_behind(s);
		s->program = s->program.n ? s->program : program_set_up(s);
		return;
	}
	struct str p = slots_name_before(s->m, slots_behind_recipients(s, floor, end), end), given = given_program(s, floor, end);

	if (given.n > p.n)
		p = given;
	/* 其中：贷款贴息及奖补资金9万元 */
	struct str member = end == slots_amount(s)->from ? member_fund(s) : STR("");

	if (member.n > p.n && member_purpose(s).n)
		p = member;
	/* 财政|部紧急预拨救灾资金: a name does not begin inside that of a body. */
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		size_t at = (size_t)(p.p - s->m->s.p);

		if (x->kind == M_BODY && x->from < at && x->to > at && x->to < at + p.n)
			p = clause_strip(str_sub(s->m->s, x->to, at + p.n));
	}
	p = slots_behind_handing(p);
	/* 各市县2023年水利资金: whose it is and of when stand before its name. */
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		size_t at = (size_t)(p.p - s->m->s.p);

		if (x->kind == M_PERIOD && x->from > at && x->to < at + p.n && is_holder(str_sub(s->m->s, at, x->from)))
			p = clause_strip(str_sub(s->m->s, x->to, at + p.n));
	}
	/* 全市累计投入财政资金: nor is who gave it. */
	for (size_t i = 0, len; i < p.n; i += len) {
		const struct word *pay = words_of(p, i, W_PAY);

		str_char(p, i, &len);
		if (pay && i && words_tail(str_sub(p, 0, i), W_TOTAL) && i + pay->text.n < p.n) {
			p = clause_strip(str_from(p, i + pay->text.n));
			i = len = 0;
		}
	}
	/* 申请中央预算内投资: how it is to be got is no part of its name. */
	for (const struct word *w; ((w = words_of(p, 0, W_OF)) || (w = words_of(p, 0, W_PLANNED)) || (w = words_of(p, 0, W_SEEK)) || (w = words_of(p, 0, W_PAY)) || (w = words_of(p, 0, W_ADVERB))) && w->text.n < p.n;)
		p = clause_strip(str_from(p, w->text.n));
	/* 中央预算内投资(含国债资金: a name holds a bracket whole or not at all. */
	size_t open = str_find(p, STR("("), 0);

	if (open && open < p.n && !str_has(str_from(p, open), STR(")")))
		p = clause_strip(str_sub(p, 0, open));
	/* 该项奖励资金, 单家企业奖励资金 */
	if (str_chars(p) >= 4 && str_chars(p) <= LONGEST_PROGRAM && !words_of(p, 0, W_THIS) && !words_of(p, 0, W_EACH) && !words_of(p, 0, W_PERUNIT))
		s->program = p;
}
