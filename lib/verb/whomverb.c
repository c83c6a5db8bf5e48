/* Knows who gets a sum by the verbs of giving beside it. */
#include "verb/whomverb.h"

#include "doc/outline.h"
#include "verb/getter.h"
#include "verb/whom.h"

enum {
	LONGEST_REST = 12,      /* bytes behind the first class of a name */
	SHORTEST_CONDITION = 5, /* characters of a condition that names nobody */
	LONGEST_CLASS = 60,     /* bytes */
	SHORT_CLASS = 8,        /* characters of a class right behind the verb */
	LONGEST_OWN = 24        /* characters of a class at the head of a clause */
};

/* 列支300万元对养殖基地予以奖补: 对 right behind the amount. */
bool whomverb_behind(struct slots *s)
{
	const struct mention *whom = s->amount + 1 < s->clause.last ? slots_amount(s) + 1 : NULL;

	if (!whom || whom->from != slots_amount(s)->to || !mention_word(whom, W_TOWHOM))
		return false;
	for (size_t i = s->amount + 2; i < s->clause.last; i++)
		if (!s->m->items[i].depth && (mention_word(&s->m->items[i], W_GIVE) || mention_word(&s->m->items[i], W_FUND))) {
			whom_add(s, str_sub(s->m->s, whom->to, s->m->items[i].from));
			return s->recipient_count > 0;
		}
	return false;
}

/* 拿出500万元，奖励创业大户: a class alone behind a verb of rewarding that the next clause begins with. */
static bool read_rewarded(struct slots *s)
{
	const struct word *fund = s->clause.to == slots_amount(s)->to && s->clause.to + 1 < s->sentence.to ? words_of(s->m->s, s->clause.to + 1, W_FUND) : NULL;
	const struct word *help = fund && !str_starts(fund->arg, STR("weak:")) ? words_of(s->m->s, s->clause.to + 1, W_HELP) : NULL;

	if (!help || s->m->s.p[s->clause.to] != ',' || s->invested || s->lent)
		return false;
	struct range c = clause_around(s->m, &s->sentence, s->clause.to + 1);
	struct str who = slots_between(s, c.from + help->text.n, c.to);

	if (!getter_doer(who) || getter_builds(who) || str_longer(who, LONGEST_OWN) || str_has_digit(who))
		return false;
	whom_add(s, who);
	return s->recipient_count > 0;
}

/* 按照每吨80元的标准补助承储企业, 按不超过30%的比例补助服务组织: a class alone behind the word of aid that a measure leads to. */
static bool read_measured(struct slots *s)
{
	size_t at = slots_amount(s)->to;
	const struct word *of = words_of(s->m->s, at, W_OF), *lump = of ? words_own(s->m->s, at + of->text.n, W_LUMP) : NULL;
	const struct word *ratio = of && !lump ? words_own(s->m->s, at + of->text.n, W_VAGUE) : NULL, *measure = lump ? lump : ratio;

	if (!measure || (ratio && !str_eq(ratio->arg, STR("ratio"))) || clause_first_word(s->m, &s->clause, W_BYSHARE, s->clause.from, slots_amount(s)->from) < 0)
		return false;
	at += of->text.n + measure->text.n;
	const struct word *fund = words_own(s->m->s, at, W_FUND);
	struct str who = fund && !str_starts(fund->arg, STR("weak:")) ? slots_between(s, at + fund->text.n, s->clause.to) : STR("");

	if (!getter_doer(who) || getter_builds(who) || str_longer(who, LONGEST_OWN) || str_has_digit(who) || words_within(who, W_FUND))
		return false;
	whom_add(s, who);
	return s->recipient_count > 0;
}

/* 安排300万元资金支持报关企业做大做强: a class right behind the verb, and then what it does. */
bool whomverb_helped(struct slots *s)
{
	if (read_rewarded(s) || read_measured(s))
		return true;
	size_t k = s->amount + 1, at = slots_amount(s)->to;

	if (k < s->clause.last && s->m->items[k].from == at && mention_word(&s->m->items[k], W_PROGRAM))
		at = s->m->items[k++].to;
	const struct mention *x = k < s->clause.last ? &s->m->items[k] : NULL;
	/* 300万元资金支持X: one word. */
	const struct word *help = x && x->from == at ? words_tail(mention_text(s->m, x), W_HELP) : NULL;
	struct str told = help && str_eq(help->arg, STR("person")) ? slots_between(s, x->to, s->clause.to) : STR(""), who = getter_class(told);

	if (who.n >= told.n || !getter_doer(who) || getter_builds(who) || !words_of(told, who.n, W_VERB))
		return false;
	whom_add(s, who);
	return true;
}

/* 下达你市, 安排我县, but not 投入全市: whom a body or a word for one stands for may get money. */
static bool may_get(const struct body *b)
{
	bool own = body_is_self(b, STR("region")) && !words_is(b->s, W_VAGUE);

	return b->kind != BODY_TREASURY && (b->kind != BODY_SELF || own || body_is_self(b, STR("you")));
}

/* 现将补助资金20万元下达甲市、乙市: those right behind the verb that stands right behind the sum. */
bool whomverb_handed(struct slots *s)
{
	size_t k = s->amount + 1;
	const struct mention *verb = k < s->clause.last && s->m->items[k].from == slots_amount(s)->to ? &s->m->items[k] : NULL;
	const struct word *help = verb ? mention_word(verb, W_HELP) : NULL;

	if (!help || !mention_word(verb, W_FUND))
		return false;
	size_t before = s->recipient_count, to = verb->to;

	for (k++; k < s->clause.last; k++) {
		const struct mention *y = &s->m->items[k];

		if (y->from != to)
			break;
		if (y->kind == M_BODY && may_get(&y->body))
			whom_add(s, y->body.s);
		else if (y->kind != M_PAUSE && !mention_word(y, W_JOIN))
			break;
		to = y->to;
	}
	return s->recipient_count > before || whomverb_regions(s, verb->to);
}

static bool clause_has_comma(const struct slots *s, size_t from, size_t to)
{
	return str_has(str_sub(s->m->s, from, to), STR(","));
}

/* The end of a class of recipients named right behind `from` (汽车行业企业, 技术合同登记机构), or 0: no verb, number or
 * punctuation may stand before its last word. */
size_t whomverb_class_end(const struct slots *s, size_t from)
{
	struct str text = s->m->s;
	size_t limit = slots_amount(s)->from < from + LONGEST_CLASS ? slots_amount(s)->from : from + LONGEST_CLASS, end = 0;

	for (size_t i = from, len; i < limit; i += len) {
		const struct word *w = words_at(text, i), *close = words_of(text, i, W_CLASS);
		uint32_t c = str_char(text, i, &len);

		bool alone = i == from && w && w->text.n > 3;

		if (((close && str_eq(close->arg, STR("close"))) || words_of(text, i, W_FIRM) || (w && words_of(text, i, W_PERSON) && !words_of(text, i, W_WORK) && w->text.n > 3)) && (i > from || alone))
			end = i + (w ? w->text.n : len);
		else if (end || (c < 0x3400 && c != 0x201C && c != 0x201D) || (w && (w->class == W_STOP || w->class == W_GIVE || w->class == W_FUND || words_of(text, i, W_TREASURY))))
			break;
		if (w)
			len = w->text.n;
	}
	/* 运营主体或项目单位 */
	const struct word *join = end ? words_of(text, end, W_JOIN) : NULL;
	size_t more = join && str_eq(join->arg, STR("or")) ? whomverb_class_end(s, end + join->text.n) : 0;

	if (more)
		return more;
	/* 企业经营者100万元、50万元: up to the first sum of a list. */
	size_t sum = slots_amount(s)->from;

	for (size_t i = s->amount; end && i-- > s->clause.first && s->m->items[i].from >= end;)
		sum = s->m->items[i].kind == M_QUANTITY ? s->m->items[i].from : sum;
	if (end && sum > end && sum - end <= LONGEST_REST && words_tail(str_sub(text, from, sum), W_PERSON))
		end = sum;
	return end;
}

/* Where the name of those who get something ends that begins at byte `from` of clause c: at the first word of money or of how it is given. */
static size_t getter_end(const struct slots *s, const struct range *c, size_t from)
{
	for (size_t k = c->first; k < c->last; k++) {
		const struct mention *y = &s->m->items[k];

		if (y->from > from && !y->depth && (mention_word(y, W_FUND) || mention_word(y, W_ONCE) || mention_word(y, W_LUMP) || y->kind == M_QUANTITY))
			return y->from;
	}
	return c->to;
}

/* 落户, 开办: too short for those who get something, unless the whole is a word for them. */
static bool is_short(struct str who)
{
	return !str_reaches(who, 3) && !words_is(who, W_PERSON) && !words_is(who, W_FIRM);
}

/* 按每人800元的标准计算，补助给承训单位; 向承办机构支付; 按照每人3000元标准，给予每名新招募人员补贴: those behind a verb behind the sum, in its clause or the next. */
bool whomverb_later(struct slots *s)
{
	size_t end = s->clause.to;

	if (s->lent || !(clause_has(&s->sentence, W_GIVE) || clause_has(&s->sentence, W_HELP)))
		return false;
	if (end + 1 < s->sentence.to && s->m->s.p[end] == ',')
		end = clause_around(s->m, &s->sentence, end + 1).to;
	for (size_t i = s->amount + 1; i < s->sentence.last && s->m->items[i].from < end; i++) {
		const struct mention *x = &s->m->items[i];
		const struct word *help = mention_word(x, W_HELP), *give = mention_word(x, W_GIVE);
		bool to = help && str_chars(help->text) == 1 && !mention_word(x, W_IS);

		if (x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY)
			return false;
		if (x->depth || x->from <= slots_amount(s)->to || !(to || (give && !str_eq(give->arg, STR("how")))))
			continue;
		struct range c = clause_around(s->m, &s->sentence, x->from);
		size_t behind = getter_end(s, &c, x->to);
		struct str who = slots_between(s, x->to, behind);
		const struct word *each = words_own(who, 0, W_EACH), *unit = each ? words_of(who, each->text.n, W_COUNTED) : NULL;

		who = clause_strip(str_from(who, unit ? each->text.n + unit->text.n : 0));
		/* 为困难群众发放 in the next clause tells of another sum; 发放到户 of nobody. */
		bool own = x->from < s->clause.to || (!to && x->from == c.from);

		if (!own || (to && !words_of(s->m->s, behind, W_PAY)) || !getter_doer(who) || str_longer(who, LONGEST_OWN) || getter_builds(who) || is_short(who) || str_has_digit(who))
			continue;
		whom_add(s, who);
		return s->recipient_count > 0;
	}
	return false;
}

/* Regions one behind the other: 宁德市屏南县、龙岩市长汀县. */
bool whomverb_regions(struct slots *s, size_t at)
{
	size_t used, before = s->recipient_count;

	while (region_chain(str_from(s->m->s, at), &used) && used) {
		/* 洛阳市文物局 and 上海市场 are no regions. */
		struct body b;
		const struct context none = {0};

		if (body_at(&none, s->m->s, at, &b) && b.s.n > used)
			break;
		/* 贵州省省级配套资金: its own purse pays. */
		struct str last = str_sub(s->m->s, str_before(s->m->s, at + used), at + used);

		if (s->funder.kind && s->funder.s.p == s->m->s.p + at + used && str_starts(s->funder.s, last))
			break;
		whom_add(s, str_sub(s->m->s, at, at + used));
		at += used;
		const struct word *join = words_of(s->m->s, at, W_JOIN);

		if (!join)
			break;
		at += join->text.n;
	}
	return s->recipient_count > before;
}

static bool read_bodies(struct slots *s, size_t i)
{
	size_t before = s->recipient_count, to = s->m->items[i].to;

	for (size_t k = i + 1; k < s->amount; k++) {
		const struct mention *y = &s->m->items[k];

		if (y->kind == M_BODY && y->from == to && may_get(&y->body))
			whom_add(s, y->body.s);
		else if (y->kind != M_PAUSE && !mention_word(y, W_JOIN))
			break;
		to = y->to;
	}
	return s->recipient_count > before;
}

/* Whether a word of giving or of money stands between byte `from` and the amount. */
static bool gives_behind(const struct slots *s, size_t from)
{
	size_t to = slots_amount(s)->from;

	return clause_first_word(s->m, &s->sentence, W_GIVE, from, to) >= 0 || clause_first_word(s->m, &s->sentence, W_FUND, from, to) >= 0 ||
	       clause_first_word(s->m, &s->sentence, W_ONCE, from, to) >= 0 || clause_first_word(s->m, &s->sentence, W_CAP, from, to) >= 0;
}

/* Whether nothing, or how and for each what it is given, stands between byte `at` and the sum, or the first of several. */
static bool leads_to_sum(const struct slots *s, size_t at)
{
#define LEAD(h) \
	(WORD_BIT(W_ONCE, h) | WORD_BIT(W_CAP, h) | WORD_BIT(W_BOUND, h) | WORD_BIT(W_LUMP, h) | WORD_BIT(W_EACH, h) | WORD_BIT(W_PERUNIT, h) | \
	 WORD_BIT(W_FUND, h))
	static const struct word_set lead = {{LEAD(0), LEAD(1)}};
#undef LEAD
	const struct word *w = words_at(s->m->s, at);

	if (w && words_set_meet(&w->classes, &lead))
		return true;
	for (size_t i = s->amount + 1; i-- > s->clause.first && s->m->items[i].from >= at;)
		if (s->m->items[i].kind == M_QUANTITY && s->m->items[i].from == at)
			return true;
	return false;
}

/* 按 and 按照 stand where a word of giving does and tell how, not whom. */
static bool gives(const struct mention *x)
{
	const struct word *w = mention_word(x, W_GIVE);

	return w && !str_eq(w->arg, STR("how"));
}

/* 给予企业200元/亩: the class between the verb of the amount's own clause and the sum. */
static struct str given_class(const struct slots *s)
{
	for (size_t i = s->amount; (clause_has(&s->clause, W_GIVE) || clause_has(&s->clause, W_HELP)) && i-- > s->clause.first && s->m->items[i].from >= s->floor;) {
		const struct mention *x = &s->m->items[i];

		const struct word *help = mention_word(x, W_HELP), *fund = help && str_eq(help->arg, STR("person")) ? mention_word(x, W_FUND) : NULL;

		if (x->depth || !(gives(x) || (fund && !str_starts(fund->arg, STR("weak:")))))
			continue;
		size_t end = whomverb_class_end(s, x->to);
		struct str class = end ? str_sub(s->m->s, x->to, end) : STR("");

		/* 给予运行成效良好的平台最高5万元 */
		return str_chars(class) <= (words_within(class, W_OF) ? LONGEST_OWN : SHORT_CLASS) && leads_to_sum(s, end) ? class : STR("");
	}
	return STR("");
}

/* 对新建面积在500亩以上的,给予企业200元/亩; 对引进专家的高校,给予用人单位5万元: who gets it where 对 tells only what for. 对限上企业,给予企业
 * 5万元 names the same twice. */
bool whomverb_class(struct slots *s)
{
	struct str class = given_class(s);
	bool told = class.n && whom_read_towhom(s);

	if (!class.n || (told && str_ends(s->recipients[0], class)))
		return told;
	const struct word *of = told ? words_tail(s->recipients[0], W_OF) : NULL;

	if (told && !s->purpose.n)
		s->purpose = str_sub(s->recipients[0], 0, s->recipients[0].n - (of ? of->text.n : 0));
	s->recipient_count = 0;
	whom_add(s, class);
	return true;
}

/* 为中小微企业提供1亿元担保: a class between 为, which the clause begins with, and the verb at mention i, behind which the sum stands. */
static bool read_for(struct slots *s, size_t i)
{
	const struct mention *give = &s->m->items[i], *help = &s->m->items[s->clause.first];
	const struct word *w = i > s->clause.first && help->from == s->clause.from ? mention_word(help, W_HELP) : NULL;

	if (!w || str_chars(w->text) > 1 || !leads_to_sum(s, give->to))
		return false;
	struct str who = slots_between(s, help->to, give->from);

	if (!getter_doer(who) || clause_has_comma(s, help->to, give->from))
		return false;
	whom_add(s, who);
	return s->recipient_count > 0;
}

/* 安排城关镇20万元: the town between the verb, which ends at byte `from`, and the sum. */
static bool read_town(struct slots *s, size_t from)
{
	enum { SHORTEST = 2, LONGEST = 6 /* characters */ };
	struct str who = from < slots_amount(s)->from ? str_sub(s->m->s, from, slots_amount(s)->from) : STR("");

	if (!str_sized(who, SHORTEST, LONGEST) || !words_tail(who, W_TOWN) || words_of(who, 0, W_CLASS) || words_of(who, 0, W_EACH))
		return false;
	whom_add(s, who);
	return s->recipient_count > 0;
}

/* 为小微企业减税降费5.6亿元, 累计为1286户企业办理缓缴社保费2.35亿元: a class between 为, which the clause begins with, and what is done for it. */
static bool read_served(struct slots *s)
{
	for (size_t i = s->clause.first, from = s->clause.from; i + 1 < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		const struct word *help = x->from == from && x->from >= s->floor ? mention_word(x, W_HELP) : NULL;

		if (!help) {
			bool lead = x->from == from && (x->kind == M_PERIOD || mention_word(x, W_TOTAL) || mention_word(x, W_ADVERB) || mention_word(x, W_DONE));

			if (!lead)
				return false;
			from = x->to;
			continue;
		}
		size_t k = i + 1, at = s->m->items[k].kind == M_QUANTITY && s->m->items[k].from == x->to ? s->m->items[k++].to : x->to;

		while (k < s->amount && !mention_word(&s->m->items[k], W_FUND) && !mention_word(&s->m->items[k], W_RELIEF) && !mention_word(&s->m->items[k], W_HOLD))
			k++;
		struct str who = str_chars(help->text) == 1 && k < s->amount ? slots_between(s, at, s->m->items[k].from) : STR("");

		if (!getter_doer(who) || getter_builds(who) || is_short(who) || str_longer(who, LONGEST_OWN) || words_within(who, W_SEEK))
			return false;
		whom_add(s, who);
		return s->recipient_count > 0;
	}
	return false;
}

/* 被市政府|授予|先进称号的企业: whether what is given is an honour that tells who somebody is. */
static bool gives_honour(const struct slots *s, const struct mention *x)
{
	size_t to = clause_around(s->m, &s->sentence, x->to).to;
	struct str told = str_sub(s->m->s, x->to, to < slots_amount(s)->from ? to : slots_amount(s)->from);

	for (size_t i = words_next(told, 0, W_AWARD); i < told.n; i = words_next(told, i + 1, W_AWARD))
		if (words_of(told, i + words_of(told, i, W_AWARD)->text.n, W_OF))
			return true;
	return false;
}

/* 给予X 20万元 and 资助、支持A、B开展…: bodies, regions or a class right behind the verb. */
bool whomverb_after(struct slots *s)
{
	if (!clause_has(&s->sentence, W_GIVE) && !clause_has(&s->sentence, W_HELP))
		return false;
	if (clause_has(&s->clause, W_HELP) && read_served(s))
		return true;
	for (size_t i = s->amount; i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		if (x->from < s->floor)
			break;
		if (x->depth)
			continue;
		const struct word *help = mention_word(x, W_HELP);
		bool give = gives(x);

		if ((!give && !help) || (give && gives_honour(s, x)))
			continue;
		if (read_bodies(s, i) || whomverb_regions(s, x->to) || (give && read_for(s, i)) || read_town(s, x->to))
			return true;
		struct str told = slots_between(s, x->to, clause_around(s->m, &s->sentence, x->to).to);

		/* 支持一批纳入服务商名录的企业,按… */
		if (!give && words_within(told, W_OF) && !words_of(told, 0, W_OF) && getter_doer(told) && told.p + told.n <= s->m->s.p + slots_amount(s)->from && !getter_builds(told)) {
			whom_add(s, told);
			return true;
		}
		size_t end = give || (str_eq(help->arg, STR("person")) && !getter_builds(str_from(s->m->s, x->to))) ? whomverb_class_end(s, x->to) : 0;

		/* 支持科技企业培育1.2亿元 tells what is supported, no more. */
		if (end && help && !give && end < slots_amount(s)->from && !gives_behind(s, end))
			end = 0;
		if (end && !clause_has_comma(s, x->to, end)) {
			whom_add(s, str_sub(s->m->s, x->to, end));
			return true;
		}
	}
	return false;
}

/* Where the next word of money behind mention i begins in the clause, else mention i itself. */
static size_t next_fund(const struct slots *s, size_t i)
{
	long k = clause_first_word(s->m, &s->clause, W_FUND, s->m->items[i].to, s->clause.to);

	return s->m->items[k < 0 ? (long)i : k].from;
}

/* 按其报酬的30%给予用人单位补贴: the class between the verb behind the amount and the word of money. */
bool whomverb_given(struct slots *s)
{
	const struct mention *give = s->amount + 1 < s->clause.last ? slots_amount(s) + 1 : NULL;

	if (!give || give->from != slots_amount(s)->to || !gives(give))
		return false;
	for (size_t i = s->amount + 2; i < s->clause.last; i++) {
		const struct mention *x = &s->m->items[i];

		/* 给予|担保|机构补助: a word of money begins the name. */
		if (x->depth || !mention_word(x, W_FUND) || (x->from == give->to && !mention_word(x, W_ONCE) && getter_doer(slots_between(s, give->to, next_fund(s, i)))))
			continue;
		struct str who = slots_between(s, give->to, x->from);

		/* 给予用人单位引才补贴 */
		const struct word *class = getter_doer(who) ? NULL : words_of(who, 0, W_PERSON);

		if (class && class->text.n > 3 && !str_longer(str_from(who, class->text.n), SHORTEST_CONDITION))
			who = str_sub(who, 0, class->text.n);
		if (!getter_doer(who) || is_short(who) || str_chars(who) > SHORT_CLASS || getter_builds(who))
			return false;
		whom_add(s, who);
		return true;
	}
	return false;
}

/* 新认定的绿色工厂，每家企业奖励20万元: the class that the clause before is, where `who` only says what each of them is; else who. */
static struct str told_in_full(const struct slots *s, struct str who)
{
	enum { SHORTEST = 5, LONGEST = 40 /* characters */ };

	if (s->clause.from <= s->floor || s->clause.from <= s->sentence.from || words_within(who, W_OF))
		return who;
	struct range c = clause_around(s->m, &s->sentence, s->clause.from - 1);
	struct str full = slots_between(s, c.from > s->floor ? c.from : s->floor, c.to);
	size_t len;
	long value;

	if (outline_marker(full, &len, &value))
		full = clause_strip(str_from(full, len));
	const struct word *part = words_of(full, 0, W_PART);

	full = clause_strip(str_from(full, part ? part->text.n : 0));
	bool names = getter_doer(full) && words_within(full, W_OF) && !words_tail(full, W_OF);
	bool other = words_of(full, 0, W_TOWHOM) || words_of(full, 0, W_BY) || words_within(full, W_FUND) || words_within(full, W_MODAL) || getter_builds(full);

	return names && !other && str_sized(full, SHORTEST, LONGEST) ? full : who;
}

/* 每家企业补助20万元, 每个获得称号的合作社奖励10万元: those of whom each gets it. */
bool whomverb_each(struct slots *s)
{
	const struct quantity *q = slots_amount(s)->quantity;

	/* …，每家企业最高30万元: a limit is for those told of before. */
	if (q->has_max && !q->has_min)
		return false;
	for (size_t i = s->clause.first; (clause_has(&s->clause, W_EACH) || clause_has(&s->clause, W_PERUNIT)) && i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		const struct word *each = x->from >= s->floor && (mention_word(x, W_EACH) || mention_word(x, W_PERUNIT)) ? words_own(s->m->s, x->from, W_EACH) : NULL, *unit = each ? words_of(s->m->s, x->from + each->text.n, W_COUNTED) : NULL;

		if (x->depth || !unit)
			continue;
		size_t from = x->from + each->text.n + unit->text.n, end = slots_amount(s)->from;

		for (size_t k = i + 1; k < s->amount; k++) {
			const struct mention *y = &s->m->items[k];

			if (y->from < from)
				continue;
			if (gives(y) || mention_word(y, W_FUND) || mention_word(y, W_EACH) || mention_word(y, W_PERUNIT) || mention_word(y, W_PAY) || mention_word(y, W_LUMP) || mention_word(y, W_CAP) || mention_word(y, W_BOUND) || y->kind == M_QUANTITY) {
				end = y->from;
				break;
			}
		}
		struct str who = from < end ? slots_between(s, from, end) : STR("");
		bool place = words_tail(who, W_NAMED) && words_tail(who, W_CLASS);

		if (!str_sized(who, 2, LONGEST_OWN) || !(getter_doer(who) || place) || getter_builds(who))
			continue;
		whom_add(s, told_in_full(s, who));
		return s->recipient_count > 0;
	}
	return false;
}
