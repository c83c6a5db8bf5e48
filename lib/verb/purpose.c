/* Knows what money is for where no word of purpose says so. */
#include "verb/purpose.h"

#include "verb/besidesum.h"
#include "verb/member.h"
#include "verb/overhead.h"
#include "verb/priced.h"
#include "verb/profile.h"
#include "verb/spent.h"
#include "verb/standard.h"
#include "verb/titled.h"
#include "zh/figures.h"

/* 生物医药产业专项资金: the fund's name without its last words. */
static struct str program_purpose(struct str program)
{
	for (const struct word *of; (of = words_of(program, 0, W_OF));)
		program = clause_strip(str_from(program, of->text.n));
	program = titled_bare(titled_dated(program));
	struct body b;
	const struct context none = {0};

	if (body_at(&none, program, 0, &b))
		program = clause_strip(str_from(program, b.s.n));
	return str_reaches(program, 4) && !words_is(program, W_PROGRAM) && !words_is(program, W_FUND) ? program : STR("");
}

/* 购房补贴, 人才津贴: the subsidy's own name, unless words that any money has stand before its last one (财政补贴, 一次性奖励). */
static struct str own_name(struct str s)
{
	enum { BASE = 6, LONGEST = 12, SHORT = 9 };
	struct str first = s.n > BASE ? str_sub(s, 0, s.n - BASE) : STR(""), two = str_sub(s, 0, BASE);
	const struct word *whole = s.n == SHORT ? words_is(s, W_FUND) : NULL;

	/* 安家费, but not 补助费 */
	if (whole && str_eq(whole->arg, STR("grant")) && !words_is(s, W_PROGRAM) && !words_is(two, W_FUND) && !words_is(two, W_PLAINAID) && !words_is(two, W_GIVE) && !words_is(str_from(s, s.n - BASE), W_FUND))
		return s;

	/* 拟支持资金, 拟奖励 */
	if (words_of(s, 0, W_FUTURE) && spent_paying(s))
		return STR("");

	/* 30%的|比例补助 */
	const struct word *ratio = words_tail(first, W_VAGUE);

	if (ratio && str_eq(ratio->arg, STR("ratio")))
		return STR("");
	/* 市级福彩公益金补助: who gives it. */
	const struct word *level = words_of(s, 0, W_PURSE);

	if (level && str_eq(level->arg, STR("level")))
		return STR("");
	/* 第二年奖励, 安排补助 and 上市后奖励 are no names of one. */
	if (!first.n || (words_within(first, W_IS) && words_within(first, W_LUMP)) || words_of(s, 0, W_BY) || words_is(first, W_GRADE) || words_tail(first, W_SETTING) || words_own(first, 0, W_ORDINAL) || words_of(first, 0, W_PAY) || (words_tail(first, W_FIRM) && str_eq(words_tail(s, W_FUND)->arg, STR("reward"))) || words_of(first, 0, W_ADVERB) || !words_is(str_from(s, s.n - BASE), W_FUND) || str_longer(first, LONGEST) || besidesum_region(first))
		return STR("");
#define OTHER(h) \
	(WORD_BIT(W_OF, h) | WORD_BIT(W_GIVE, h) | WORD_BIT(W_DONE, h) | WORD_BIT(W_HANDDOWN, h) | WORD_BIT(W_TREASURY, h) | WORD_BIT(W_JOIN, h) | WORD_BIT(W_PERUNIT, h) | WORD_BIT(W_EACH, h))
#define PLAIN(h) (WORD_BIT(W_PLAINAID, h) | WORD_BIT(W_FUND, h) | WORD_BIT(W_RANK, h))
	static const struct word_set other = {{OTHER(0), OTHER(1)}}, plain = {{PLAIN(0), PLAIN(1)}};
#undef OTHER
#undef PLAIN
	bool own = false;

	for (size_t i = 0, len; i < first.n; i += len) {
		const struct word *w = words_at(first, i);
		uint32_t c = str_char(first, i, &len);

		if (c < 0x3400 || (w && words_set_meet(&w->classes, &other)))
			return STR("");
		if (w && words_set_meet(&w->classes, &plain))
			len = w->text.n;
		else
			own = true;
	}
	return own ? s : STR("");
}

/* The name of the subsidy whose word stands behind the amount (60万元的购房补贴) or right before it (安家补助60万元). */
static struct str named_subsidy(const struct judge *j, const struct slots *s, const struct cue *cue)
{
	const struct mentions *m = j->m;
	const struct mention *x = &m->items[s->amount];

	if (!cue->word.n || (!cue->at && (cue->weak || !mention_word(&m->items[0], W_FUND))) || cue->at >= m->n || str_eq(cue->kind, STR("investment")) || str_eq(cue->kind, STR("tax")))
		return STR("");
	const struct mention *word = &m->items[cue->at];
	size_t from = cue->behind ? x->to : s->clause.from;

	/* Whom it is given to and for each what stands before its name; 妇女培训经费 that nobody is told to get is the whole of it. */
	for (size_t k = cue->at; !cue->behind && k-- > s->clause.first;) {
		const struct mention *y = &m->items[k];

		if (y->kind != M_WORD || mention_word(y, W_GIVE) || mention_word(y, W_ONCE) || mention_word(y, W_TOWHOM) || mention_word(y, W_PERUNIT) ||
		    (mention_word(y, W_PERSON) && besidesum_in_recipient(s, m->s.p + y->from))) {
			from = y->to > from ? y->to : from;
			if (mention_word(y, W_EACH) || mention_word(y, W_PERUNIT))
				from += besidesum_unit(m->s, from);
			break;
		}
	}
	if (!cue->behind)
		from = slots_behind_recipients(s, from, word->from);
	struct str name = clause_strip(str_sub(m->s, from, word->to));
	size_t len;
	long value;

	/* 每立方米补贴150元: for each what is no name. */
	if (words_tail(str_sub(m->s, s->clause.from, from), W_EACH) || besidesum_counts_getters(s, name))
		return STR("");
	/* 7.高龄补贴每人每月50元 */
	if (from == m->start && outline_marker(name, &len, &value))
		name = clause_strip(str_from(name, len));
	for (const struct word *w; (w = words_of(name, 0, W_OF)) || (w = words_of(name, 0, W_ONCE)) || (w = words_of(name, 0, W_PART)) || (w = words_of(name, 0, W_HANDDOWN));)
		name = clause_strip(str_from(name, w->text.n));
	/* 安排|城乡居民医保补助, but not 安排公路养护资金 */
	const struct word *aid = words_tail(name, W_FUND);
	bool named = aid && word->to == x->from && str_eq(aid->arg, STR("grant")) && !words_tail(name, W_PROGRAM) && !words_own(aid->text, 0, W_PROGRAM);
	const struct word *pay = named && str_eq(cue->kind, STR("grant")) ? words_of(name, 0, W_PAY) : NULL;

	if (pay && !str_eq(pay->arg, STR("own")) && pay->text.n < name.n)
		name = clause_strip(str_from(name, pay->text.n));
	/* 将|养老机构运营补贴标准由每月100元提高到150元 */
	const struct word *future = words_of(name, 0, W_FUTURE);

	if (future && !str_longer(future->text, 1) && words_of(name, 0, W_STOP))
		name = clause_strip(str_from(name, future->text.n));
	/* 给予用人单位引才补贴 */
	if (s->recipient_count && s->recipients[0].p == name.p && s->recipients[0].n < name.n)
		name = clause_strip(str_from(name, s->recipients[0].n));
	struct str own = own_name(name);
	long k = own.n ? clause_last(m, (size_t)(own.p - m->s.p)) : -1;

	/* 80|周岁以上高龄津贴 */
	if (k >= 0 && m->items[k].kind == M_QUANTITY && m->items[k].quantity->kind == QUANTITY_BARE && m->s.p + m->items[k].to == own.p && figures_is_digit(m->s, m->items[k].to - 1) && m->items[k].from >= s->clause.from)
		own = str_sub(m->s, m->items[k].from, (size_t)(own.p - m->s.p) + own.n);
	return own;
}

/* The byte behind those whom 对 names, or behind the word that stands for those of the sentence before (对其…); 0: none are told so. */
static size_t behind_whom(const struct judge *j, const struct slots *s)
{
	const struct mention *x = slots_amount(s);
	size_t from = (size_t)(s->recipients[0].p - j->m->s.p), head = j->sentence.from;
	const struct word *whom = words_of(j->m->s, head, W_TOWHOM), *its = whom ? words_of(j->m->s, head + whom->text.n, W_ITS) : NULL;

	if (from < head)
		return its ? head + whom->text.n + its->text.n : 0;
	/* 企业投保科技保险,按… */
	if (from == s->head && j->d->head.measures)
		return from + s->recipients[0].n;
	/* 给予新认定的省级企业20万元, 兑现“专精特新”企业奖励资金640万元 */
	struct str rest = from + s->recipients[0].n <= x->from ? str_sub(j->m->s, from + s->recipients[0].n, x->from) : STR("");

	if (from < x->from && (!rest.n || spent_paying(rest)) && str_reaches(s->recipients[0], 6) && (words_tail(str_sub(j->m->s, 0, from), W_GIVE) || str_ends(str_sub(j->m->s, 0, from), STR("、"))))
		return x->from;
	return !words_of(j->m->s, x->to, W_TOWHOM) && (from > x->from || !words_tail(str_sub(j->m->s, 0, from), W_TOWHOM)) ? 0 : from + s->recipients[0].n;
}

/* 企业(含配套环节)上年购置设备: the deed behind a bracket and the time it was done. */
static struct str deed_behind(struct str s)
{
	size_t close = str_starts(s, STR("(")) ? str_find(s, STR(")"), 0) : s.n;
	struct period p;

	s = clause_strip(str_from(s, close < s.n ? close + 1 : 0));
	for (size_t n; (n = period_match(s, (struct ymd){0, 0, 0}, &p)) > 0 && n < s.n;)
		s = clause_strip(str_from(s, n));
	return s;
}

/* 对企业开展产学研合作,按…: what those do whom 对 names; who they are where it says no more (对示范企业,给予…). */
static struct str recipients_deed(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 3 }; /* characters: 企业 says nothing */
	const struct mention *x = slots_amount(s);
	size_t to = s->recipient_count == 1 && str_within(j->m->s, s->recipients[0]) ? behind_whom(j, s) : 0;

	if (!to)
		return STR("");
	struct range c = clause_around(j->m, &j->sentence, to);
	/* 农户新建沼气池每口补助2000元，改造厕所每户补助1500元: the deed of another sum. */
	long each = clause_first_word(j->m, &c, W_EACH, to, c.to);
	bool other = false;

	for (size_t k = each < 0 ? c.last : (size_t)each; k < c.last; k++)
		other |= j->m->items[k].kind == M_QUANTITY && j->m->items[k].quantity->kind == QUANTITY_MONEY && !j->m->items[k].depth;
	struct str deed = to < c.to && c.to < x->from && !other ? deed_behind(slots_between(s, to, c.to)) : STR("");
	const struct word *of = words_tail(deed, W_OF);

	deed.n -= of ? of->text.n : 0;
	if (str_chars(deed) >= 4 && str_chars(deed) <= SPENT_LONGEST && words_of(deed, 0, W_VERB) && !words_of(deed, 0, W_MAY) && !words_of(deed, 0, W_GIVE) && !words_of(deed, 0, W_FUND) && !words_of(deed, 0, W_BY))
		return deed;
	/* 对甲省安排2亿元 tells who gets it alone. */
	bool told = s->recipients[0].p > j->m->s.p + s->head && !besidesum_region(s->recipients[0]);

	/* 新认定的绿色工厂，每家企业奖励20万元 */
	told |= s->recipients[0].p == j->m->s.p + s->head && to == c.to && c.to < s->clause.from && clause_has(&s->clause, W_EACH) && words_within(s->recipients[0], W_OF);
	struct str who = told ? s->recipients[0] : STR("");

	of = words_tail(who, W_OF);
	who.n -= of ? of->text.n : 0;
	/* 对西部地区补助60%: places get it, and are nothing that it is for. */
	return str_chars(who) >= SHORTEST && !(words_tail(who, W_NAMED) && words_tail(who, W_CLASS)) ? s->recipients[0] : STR("");
}

/* 其中：建筑工程投资6000万元，独立费用1206万元: what a part of a sum is for by the words that parts of its list have before their sums; n 0: they
 * tell who pays, or more than what for. */
static struct str part_item(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 3, LONGEST = 24 };
	const struct mentions *m = j->m;
	const struct mention *x = slots_amount(s);
	size_t from = s->clause.from, k = s->amount;
	bool part = j->parts || clause_has(&j->sentence, W_PART);

	if (!part || s->lent || x->quantity->kind != QUANTITY_MONEY || x->quantity->has_min != x->quantity->has_max)
		return STR("");
	for (; k-- > j->sentence.first; ) {
		const struct mention *y = &m->items[k];

		if (y->depth == x->depth && (y->kind == M_COMMA || y->kind == M_PAUSE || y->kind == M_STOP || mention_word(y, W_PART))) {
			from = y->to;
			break;
		}
		if (y->kind == M_BRACKET && y->depth < x->depth && y->to >= x->to) {
			from = y->from + 1;
			break;
		}
#define OTHER(h) \
	(WORD_BIT(W_GIVE, h) | WORD_BIT(W_PAY, h) | WORD_BIT(W_HANDDOWN, h) | WORD_BIT(W_SEEK, h) | WORD_BIT(W_TREASURY, h) | WORD_BIT(W_PURSE, h) | WORD_BIT(W_BY, h) | \
	 WORD_BIT(W_TOWHOM, h) | WORD_BIT(W_FORWHAT, h) | WORD_BIT(W_HELP, h) | WORD_BIT(W_DONE, h) | WORD_BIT(W_REACH, h) | WORD_BIT(W_PROGRAM, h) | WORD_BIT(W_TOTALINVEST, h) | \
	 WORD_BIT(W_SELF, h) | WORD_BIT(W_EACH, h) | WORD_BIT(W_PERUNIT, h) | WORD_BIT(W_OF, h))
		static const struct word_set other = {{OTHER(0), OTHER(1)}};
#undef OTHER
		/* The 设 of 设备 is no word by itself. */
		bool inside = y->kind == M_WORD && y->to == y->from + 3 && !mention_word(y, W_OF) && (k == j->sentence.first || y[-1].to < y->from);

		if (!inside && (y->kind != M_WORD || words_set_meet(&y->word->classes, &other)))
			return STR("");
	}
	/* Only behind 其中 itself the words stand for a part. */
	if (!j->parts && clause_first_word(m, &j->sentence, W_PART, j->sentence.from, from > x->from ? x->from : from + 1) < 0)
		return STR("");
	struct str own = clause_strip(str_sub(m->s, from, x->from));

	for (const struct word *w; (w = words_of(own, 0, W_PART)) && w->text.n < own.n;)
		own = clause_strip(str_from(own, w->text.n));
	const struct word *invest = words_tail(own, W_FUND), *work = invest ? words_own(invest->text, 0, W_WORK) : NULL;

	/* 运营商自筹3亿元, 运营商投资3亿元: who pays. 第一年450元: when. */
	struct str who = invest ? str_sub(own, 0, own.n - invest->text.n) : STR("");

	if (words_tail(own, W_PAY) || words_tail(who, W_CLASS) || words_tail(who, W_PERSON) || words_tail(who, W_FIRM) || words_own(own, 0, W_ORDINAL) || words_of(own, 0, W_NTH))
		return STR("");
	if (invest && str_has(invest->arg, STR("investment")) && !words_own(own, 0, W_FUND))
		own = clause_strip(str_sub(own, 0, own.n - invest->text.n + (work ? work->text.n : 0)));
	for (const struct word *w; (w = words_tail(own, W_IS)) || (w = words_tail(own, W_PLANNED)) || (w = words_tail(own, W_TOTAL));)
		own = clause_strip(str_sub(own, 0, own.n - w->text.n));
	/* 银行贷款 is any money, 建设期利息 is not. */
	return str_sized(own, SHORTEST, LONGEST) && !(words_is(own, W_FUND) && !str_reaches(own, 5)) && !words_is(own, W_VAGUE) && !besidesum_region(besidesum_without_each(own)) ? own : STR("");
}

/* 全县投入各类扶贫资金11亿元, 教育支出26亿元: the words before the amount end in a word of money, and say more than any money is called. */
static struct str money_name(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 16 };
	const struct word *w;
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor;
	const struct mention *word = s->amount > s->clause.first ? slots_amount(s) - 1 : NULL;
	bool touches = word && word->to == slots_amount(s)->from && mention_word(word, W_FUND) && word->from >= from;
	struct str name = touches ? slots_name_before(j->m, from, word->from) : STR(""), first;

	first = touches ? slots_before_each(name) : name;
	/* 特困人员每人每月补助300元 */
	if (first.n < name.n && !s->program.n)
		return str_sized(first, SHORTEST, LONGEST) ? first : STR("");
	name = s->program.n ? s->program : name.n ? str_sub(j->m->s, (size_t)(name.p - j->m->s.p), word->to) : name;
	first = name;
	while ((w = words_of(name, 0, W_TREASURY)) || (w = words_of(name, 0, W_PAY)) || (w = words_of(name, 0, W_GIVE)) || (w = words_of(name, 0, W_DONE)) || ((w = words_of(name, 0, W_VAGUE)) && !words_tail(name, W_PAY)))
		name = first = clause_strip(str_from(name, w->text.n));
	if (!str_sized(name, SHORTEST, LONGEST) || !(words_tail(name, W_FUND) || words_tail(name, W_PROGRAM)) || words_tail(name, W_HANDDOWN) || words_within(name, W_OF) || words_within(name, W_TOTALINVEST))
		return STR("");
	while (first.n && ((w = words_tail(first, W_PROGRAM)) || (w = words_tail(first, W_FUND)) || (w = words_tail(first, W_PLAINAID)) || (w = words_tail(first, W_RANK)) || (w = words_tail(first, W_JOIN))))
		first = str_sub(first, 0, first.n - w->text.n);
	return str_chars(first) < 2 || (words_of(name, 0, W_FUTURE) && spent_paying(name)) || words_of(name, 0, W_HANDDOWN) || words_tail(first, W_FIRM) || besidesum_region(first) || words_within(name, W_EACH) || words_of(name, 0, W_PERUNIT) || besidesum_tells_payer(first) || besidesum_bears(name) || words_within(first, W_DONE) || words_within(first, W_SEEK) || words_within(first, W_FUTURE) ? STR("") : name;
}

/* 汝城县各安排: n 0 for what begins with who gets the sum and only says how it is given. */
static struct str more_than_recipient(const struct slots *s, struct str words)
{
	enum { SHORTEST = 4 };

	for (size_t k = 0; k < s->recipient_count; k++) {
		struct str who = s->recipients[k];

		if (!words.n || words.p < who.p || words.p >= who.p + who.n || words.p + words.n <= who.p + who.n)
			continue;
		struct str rest = str_from(words, (size_t)(who.p + who.n - words.p));

		for (const struct word *w; (w = words_of(rest, 0, W_ONCE)) || (w = words_of(rest, 0, W_PAY)) || (w = words_of(rest, 0, W_FUND));)
			rest = clause_strip(str_from(rest, w->text.n));
		return str_reaches(rest, SHORTEST) ? words : STR("");
	}
	return words;
}

/* 设立科创引导基金，总规模100亿元，首期规模30亿元: the fund that the sentence told of before the words of size at the sum; n 0: it told of none. */
static struct str fund_before(const struct judge *j, const struct slots *s)
{
	struct str before = str_sub(j->m->s, j->sentence.from, slots_amount(s)->from);
	const struct word *is = words_tail(before, W_REACH);

	if (!words_tail(str_sub(before, 0, before.n - (is ? is->text.n : 0)), W_STAT))
		return STR("");
	for (size_t k = j->sentence.first; k < s->amount; k++) {
		const struct mention *x = &j->m->items[k];
		const struct word *fund = mention_word(x, W_PROGRAM) ? mention_word(x, W_FUND) : NULL;

		if (fund && !x->depth && str_eq(fund->arg, STR("investment")))
			return slots_name_before(j->m, clause_around(j->m, &j->sentence, x->from).from, x->to);
	}
	return STR("");
}

/* 设立规模10亿元的科创引导基金: the fund that the sum is the size of; n 0: none is told. */
static struct str sized_fund(const struct judge *j, const struct slots *s, const struct cue *cue)
{
	struct str told = s->invested ? fund_before(j, s) : STR("");

	if (told.n)
		return told;
	const struct word *of = cue->fund && cue->at < j->m->n ? words_of(j->m->s, j->m->items[s->amount].to, W_OF) : NULL;
	struct str fund = of ? slots_between(s, j->m->items[s->amount].to + of->text.n, j->m->items[cue->at].to) : STR("");

	/* 每公里40万元的标准安排国债资金 */
	return str_sized(fund, 4, SPENT_LONGEST) && !words_of(fund, 0, W_LUMP) && !words_within(fund, W_PAY) ? fund : STR("");
}

/* What the name of the fund says: 工业发展资金 says more than the heading over it, 财政补助资金 does not. */
static struct str fund_purpose(const struct judge *j, const struct slots *s)
{
	enum { LONGEST_PLAIN = 8 /* characters of a word of money that says nothing: 财政衔接推进乡村振兴补助资金 does */ };
	/* 从省级预备费中安排: what it is paid out of is not what for. */
	bool tapped = s->program.n && str_within(j->m->s, s->program) && words_tail(str_sub(j->m->s, 0, (size_t)(s->program.p - j->m->s.p)), W_SINCE);
	struct str fund = tapped ? STR("") : program_purpose(s->program);

	/* 中央和省补助资金: who gives it is nothing that it is for. */
	bool whose = s->funder.kind && str_starts(s->program, s->funder.s);
	struct str called = whose ? clause_strip(str_from(s->program, s->funder.s.n)) : s->program;

	fund = whose && str_eq(fund, s->funder.s) ? STR("") : fund;
	return !fund.n && !tapped && !j->parts && !j->d->head.measures && str_reaches(called, 4) && (str_reaches(called, LONGEST_PLAIN) || !spent_paying(called)) && !besidesum_region(titled_bare(called)) ? s->program : fund;
}

/* 产值达到1亿元: a figure that is reached; the 设 of 设备 reaches none. */
static bool tells_reached(struct str s)
{
	struct quantity q;

	for (size_t i = words_next(s, 0, W_REACH); i < s.n; i = words_next(s, i + 1, W_REACH)) {
		struct str reach = words_of(s, i, W_REACH)->text;

		if (str_chars(reach) > 1 || quantity_match(str_from(s, i + reach.n), STR(""), &q))
			return true;
	}
	return false;
}

/* What is counted, the part that the sum is, the project it is invested in, what it is given for each of, the name of its own. */
static struct str named_beside(const struct judge *j, const struct slots *s, const struct cue *cue, struct str project)
{
	if (s->counted.n && !str_longer(s->counted, 30) && !words_is(s->counted, W_PERSON))
		return s->counted;
	struct str need = slots_needed(s, NULL);

	if (need.n)
		return need;
	const struct finding *over = profile_project(j->d, j->index);
	struct str item = part_item(j, s);

	/* 其中白石乡100万元 names who gets it. */
	if (item.n && !(s->recipient_count && item.p == s->recipients[0].p && item.n == s->recipients[0].n))
		return item;
	/* 一、某村道路工程 as the heading; 某村道路项目30万元 */
	if (project.n && (s->invested || (over && project.p == over->name.p) || project.p + project.n == j->m->s.p + slots_amount(s)->from))
		return project;
	struct str priced = s->invested && !j->d->head.measures ? priced_words(j->m, &j->sentence, s->amount) : STR("");

	if (str_sized(priced, 4, SPENT_LONGEST))
		return priced;
	struct str inset = standard_inset(j, s), each = inset.n ? inset : standard_deed(j, s);

	if (each.n)
		return each;
	struct str member = s->beside ? besidesum_counted(j, s) : member_purpose(s);

	if (member.n)
		return member;
	struct str sized = sized_fund(j, s, cue);

	if (sized.n)
		return sized;
	struct str named = named_subsidy(j, s, cue);

	return named.n && !besidesum_tells_payer(named) && !besidesum_region(titled_bare(named)) ? named : STR("");
}

/* Whether the sum only limits what the one before it is for. */
static bool limits_before(const struct judge *j, const struct slots *s)
{
	const struct quantity *q = slots_amount(s)->quantity;

	if (!j->last || !j->purpose.n || !q->has_max || q->has_min || tells_reached(j->purpose))
		return false;
	/* 对机构，租赁用房的，按租金的50%，给予最高200万元: a limit to what those got who were told before is for the same, unless that only tells what they
	 * have reached. */
	if (s->recipient_count && s->recipients[0].p < j->m->s.p + s->floor)
		return true;
	/* 购置设备的按15%补助，单台设备不超过100万元: a limit for each is for what it limits. */
	bool each = words_of(j->m->s, s->clause.from, W_EACH) || words_of(j->m->s, s->clause.from, W_PERUNIT);

	return each && !j->parts && j->d->head.measures && q->kind == QUANTITY_MONEY && j->last_amount < j->m->n && judge_is_rate(&j->m->items[j->last_amount]);
}

/* 首次认定为高新技术企业|的单位: in rules what those must have done who get it, which tells more than the heading. */
static struct str qualified_by(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 5 };
	struct str who = s->recipient_count == 1 && j->d->head.measures && str_within(j->m->s, s->recipients[0]) ? s->recipients[0] : STR("");
	size_t of = who.n;

	for (size_t i = words_next(who, 1, W_OF); i < who.n; i = words_next(who, i + 1, W_OF))
		of = i;
	struct str told = of < who.n ? clause_strip(str_sub(who, 0, of)) : STR("");

	return str_sized(told, SHORTEST, SPENT_LONGEST) && !words_of(told, 0, W_CLASS) && !words_within(told, W_OF) ? told : STR("");
}

/* What the sum before it is for, what is done behind it, the fund's name, the heading. */
static struct str carried(const struct judge *j, const struct slots *s, struct str project)
{
	const struct mention *x = slots_amount(s);
	/* X工程42公里,每公里补助4万元 */
	bool told = project.n && project.p >= j->m->s.p + j->sentence.from && project.p < j->m->s.p + x->from;

	/* …，到期通过重新认定的单位奖励5万元: who gets it is told right here. */
	bool here = s->recipient_count == 1 && !j->parts && s->recipients[0].p >= j->m->s.p + s->clause.from && s->recipients[0].p < j->m->s.p + x->from;
	struct str own = here ? qualified_by(j, s) : STR("");

	if (own.n)
		return own;
	if (j->purpose.n && (j->parts || j->last))
		return j->purpose;
	/* 博士每人每月发放生活补贴3000元;硕士每人每月1500元 */
	if (j->d->head.measures && words_tail(j->purpose, W_FUND) && clause_last_word(j->m, &s->clause, W_PERUNIT, s->clause.from, x->from) >= 0)
		return j->purpose;
	struct str behind = spent_behind(j, s);

	if (behind.n)
		return behind;
	struct str fund = fund_purpose(j, s);

	if (told)
		return project;
	if (fund.n)
		return fund;
	if (j->purpose.n && x->quantity->has_max && !x->quantity->has_min)
		return j->purpose;
	/* 目前，已到位省级补助资金2100万元: a sentence that only tells that money comes goes on with what the one before it is for; in a report what is
	 * sought (争取上级资金48亿元) is another matter. */
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor;
	bool sought = str_eq(j->d->head.genre, STR("report")) && words_of(j->m->s, from, W_SEEK);

	if (!sought && !j->d->head.measures && !j->d->subject.n && j->topic.n && !s->recipient_count && spent_paying(spent_opening(j, s, slots_between(s, from, x->from))))
		return j->topic;
	struct str money = money_name(j, s);

	/* 本科生国家助学金。资助家庭经济困难的全日制本科生…: the money's own name is over it. */
	struct str over = money.n ? STR("") : overhead_purpose(j, s), who = words_tail(over, W_FUND) ? STR("") : qualified_by(j, s);

	struct str about = money.n || who.n || project.n || judge_is_rate(x) || j->d->head.measures || j->d->subject.n ? STR("") : overhead_about(j, s);

	money = money.n ? money : who.n ? who : about.n ? about : over;
	return money.n ? money : project;
}

/* What the money is for, when no word of purpose says so: what is counted, the project it is invested in, the condition
 * that its recipient meets, the sum that it is a part or a limit of, the words beside it, the fund's name, the heading. */
static struct str implied(const struct judge *j, const struct slots *s, const struct cue *cue, struct str project)
{
	struct str named = named_beside(j, s, cue, project);

	if (named.n)
		return named;
	if (limits_before(j, s))
		return j->purpose;
	struct str raised = standard_raised(j, s), done = raised.n ? raised : recipients_deed(j, s);

	if (done.n)
		return done;
	struct str words = besidesum_purpose(j, s);

	if (words.n)
		return words;
	/* 数字化车间项目按15%补助，智能化改造项目按12%补助: the sort of projects that gets it. */
	const struct word *work = s->recipient_count == 1 && !s->invested && s->recipients[0].p >= j->m->s.p + s->clause.from ? words_tail(s->recipients[0], W_WORK) : NULL;

	return work && str_eq(work->arg, STR("work")) && str_within(j->m->s, s->recipients[0]) ? s->recipients[0] : carried(j, s, project);
}

/* 中央预算内投资, 申请上级: only where money comes from. */
static bool names_source(struct str s)
{
	for (const struct word *w; (w = words_of(s, 0, W_SEEK)) && w->text.n < s.n;)
		s = clause_strip(str_from(s, w->text.n));
	/* 建设期贷款利息 tells more. */
	return ((words_is(s, W_FUND) || (words_tail(s, W_FUND) && spent_paying(s))) && !str_reaches(s, 5)) || words_is(s, W_PROGRAM) || words_is(s, W_RANK) || words_is(s, W_PURSE);
}

/* 累计减税降费5.6亿元, 减免房租1200万元, 新增退税减税及缓税缓费876亿元: relief is for what it is called; n 0: it has no name before the sum. */
static struct str relief_name(const struct judge *j, const struct slots *s, const struct cue *cue)
{
	enum { SHORTEST = 4, LONGEST = 20 };
	const struct mention *x = slots_amount(s), *before = s->amount > s->clause.first ? x - 1 : NULL;

	/* 减半|征收个人所得税 */
	if (str_eq(cue->kind, STR("tax")) && words_is(mention_text(j->m, x), W_RELIEF)) {
		const struct word *levied = words_of(j->m->s, x->to, W_VERB);
		struct str tax = slots_between(s, x->to + (levied ? levied->text.n : 0), s->clause.to);

		return str_sized(tax, SHORTEST, LONGEST) ? tax : STR("");
	}
	/* 为42户企业贷款贴息560万元, but not 银行贷款6亿元 */
	bool lent = str_eq(cue->kind, STR("loan")) && s->recipient_count && x->quantity->has_min == x->quantity->has_max;

	if (!(str_eq(cue->kind, STR("tax")) || str_eq(cue->kind, STR("other")) || lent) || cue->behind || x->quantity->kind != QUANTITY_MONEY || !before || before->to != x->from)
		return STR("");
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor;

	for (size_t k = s->clause.first; k < s->amount; k++) {
		const struct word *fund = mention_word(&j->m->items[k], W_FUND);

		if (j->m->items[k].from < from || !fund || !str_eq(fund->arg, cue->kind) || !(str_eq(fund->arg, STR("tax")) || lent || mention_word(&j->m->items[k], W_RELIEF)))
			continue;
		struct str name = slots_between(s, j->m->items[k].from, x->from);

		for (const struct word *w; (w = words_tail(name, W_PLANNED)) || (w = words_tail(name, W_FUTURE)) || (w = words_tail(name, W_REACH)) || (w = words_tail(name, W_TOTAL));)
			name = str_sub(name, 0, name.n - w->text.n);
		return str_sized(name, SHORTEST, LONGEST) && !str_has(name, STR("%")) && !str_has_digit(name) && (!lent || spent_paying(name)) ? name : STR("");
	}
	return STR("");
}

struct str purpose_implied(const struct judge *j, const struct slots *s, const struct cue *cue, struct str project)
{
	struct str relief = relief_name(j, s, cue), tapped = project.n ? STR("") : besidesum_tapped(s);

	if (tapped.n)
		return tapped;

	if (relief.n)
		return relief;
	struct str words = implied(j, s, cue, project), own = more_than_recipient(s, words);
	const struct word *need = words_tail(words, W_PLAINAID);

	/* 预备费按不低于一般公共预算支出的1%安排4200万元: how it is reckoned stands behind what it is for. */
	if (words.n && words.p[0] >= '0' && words.p[0] <= '9' && str_has(words, STR("%")) && str_within(j->m->s, words)) {
		long by = clause_first_word(j->m, &s->clause, W_BYSHARE, s->clause.from, slots_amount(s)->from);
		struct str lead = by >= 0 ? slots_between(s, s->clause.from > s->head ? s->clause.from : s->head, j->m->items[by].from) : STR("");

		return str_sized(lead, 2, SPENT_LONGEST) ? lead : j->purpose;
	}
	/* 项目所需|资金 */
	if (need && str_eq(need->arg, STR("need")))
		return project.n ? project : overhead_purpose(j, s);

	/* 各县(市、区)配套: who gives it. */
	if (s->funder.kind && words.n && words.p > s->funder.s.p && words.p < s->funder.s.p + s->funder.s.n)
		return project.n ? project : overhead_purpose(j, s);
	/* A part is for what the whole is for. */
	/* 总投资3600万元，其中东西部协作资金1200万元: nor is a fund that pays a part of what a work costs. */
	bool fund = j->whole && str_eq(finding_value(j->whole, "kind"), STR("investment")) && !s->invested && words_tail(member_fund(s), W_PROGRAM) && words.n && str_within(member_fund(s), words);
	bool part = (j->parts && j->whole) || (j->last && clause_first_word(j->m, &s->clause, W_PART, s->clause.from, slots_amount(s)->from) >= 0);

	if (part && (names_source(words) || fund))
		return project.n ? project : j->purpose;
	/* 首年拨付40%, 先预拨50%: when a share of it is paid. */
	if (judge_is_rate(slots_amount(s)) && (words_tail(words, W_ISSUE) || words_tail(words, W_HANDDOWN)))
		return j->purpose.n && !words_tail(j->purpose, W_ISSUE) ? j->purpose : overhead_purpose(j, s);
	if (!own.n && words.n)
		return overhead_purpose(j, s);
	/* 关于调整高龄津贴标准的通知: 80周岁以上老人每人每月50元 says only who gets it. */
	bool persons = s->recipient_count == 1 && s->basis_count && !judge_is_rate(slots_amount(s)) && !words_tail(s->recipients[0], W_WORK) && (!own.n || str_eq(own, s->recipients[0])) && !words_within(own, W_OF);
	struct str benefit = persons ? titled_benefit(j->d->head.title) : STR("");

	return benefit.n ? benefit : own;
}
