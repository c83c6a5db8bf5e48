/* Knows which words a sum of a list has for itself: 其中：A资金3万元，B资金2万元. */
#include "verb/member.h"

#include "verb/getter.h"
#include "verb/titled.h"

static bool opens_member(const struct mentions *m, size_t i)
{
	const struct mention *x = &m->items[i];

	if (mention_word(x, W_PART))
		return true;
	/* 20万元|奖励、国家级企业50万元奖励 */
	size_t sum = i > 1 && x->kind == M_PAUSE && mention_word(&x[-1], W_FUND) && x[-1].from == x[-2].to ? i - 2 : i ? i - 1 : 0;

	return (x->kind == M_PAUSE || x->kind == M_COMMA) && i && m->items[sum].kind == M_QUANTITY && m->items[sum].quantity->kind == QUANTITY_MONEY;
}

/* Words that tell how the sum came or where it goes, rather than what it is called. */
static bool tells_other(const struct mention *x)
{
#define OTHER(h) \
	(WORD_BIT(W_GIVE, h) | WORD_BIT(W_PAY, h) | WORD_BIT(W_HANDDOWN, h) | WORD_BIT(W_SEEK, h) | WORD_BIT(W_FORWHAT, h) | WORD_BIT(W_TOWHOM, h) | \
	 WORD_BIT(W_TOTAL, h) | WORD_BIT(W_TOTALINVEST, h) | WORD_BIT(W_PERUNIT, h) | WORD_BIT(W_EACH, h) | WORD_BIT(W_OF, h) | WORD_BIT(W_BY, h) | \
	 WORD_BIT(W_IS, h))
	static const struct word_set other = {{OTHER(0), OTHER(1)}};
#undef OTHER

	return x->kind == M_WORD ? words_set_meet(&x->word->classes, &other) : x->kind == M_QUANTITY || x->kind == M_PERIOD;
}

struct str member_words(const struct slots *s)
{
	const struct mention *amount = slots_amount(s);

	for (size_t i = s->amount; i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		if (x->depth != amount->depth)
			continue;
		if (opens_member(s->m, i)) {
			struct str words = slots_between(s, x->to, amount->from);

			while (words.n && words.p[0] == ':')
				words = clause_strip(str_from(words, 1));
			return words;
		}
		if (x->kind == M_PAUSE || x->kind == M_COMMA || tells_other(x))
			break;
	}
	return STR("");
}

struct str member_fund(const struct slots *s)
{
	struct str words = member_words(s);

	return words_tail(words, W_PROGRAM) || words_tail(words, W_FUND) ? words : STR("");
}

struct str member_purpose(const struct slots *s)
{
	enum { SHORTEST = 3, LONGEST = 40 };
	struct str all = member_fund(s), words;

	if (s->invested || s->lent || words_tail(all, W_BODY) || words_of(all, 0, W_ORDINAL) || words_of(all, 0, W_NTH))
		return STR("");
	words = titled_bare(all);
	/* 省级资金, 中央财政补助, 上级补助资金: whose it is, or how any money is called. */
	if (words_is(words, W_PROGRAM) || words_is(words, W_FUND) || words_tail(words, W_TREASURY) || words_is(words, W_PURSE) || (s->funder.kind && str_eq(words, s->funder.s)) || words_is(words, W_PLAINAID) || words_is(words, W_LEVEL) ||
	    words_is(words, W_VAGUE) || words_is(words, W_RANK))
		return STR("");
	const struct word *w = words_of(words, 0, W_PURSE), *treasury = words_of(words, 0, W_TREASURY);

	if (treasury && treasury->text.n < words.n)
		words = clause_strip(str_from(words, treasury->text.n)), w = NULL;
	if (w && str_eq(w->arg, STR("level")) && w->text.n < words.n)
		words = clause_strip(str_from(words, w->text.n));
	return str_sized(words, SHORTEST, LONGEST) ? words : str_sized(all, SHORTEST, LONGEST) ? all : STR("");
}

/* A purse that opens another member of the list gives that alone: 其中市级财政资金12亿元、专项债券10亿元. */
bool member_has_other_giver(const struct slots *s)
{
	struct str words = s->funder.kind == BODY_TREASURY ? member_fund(s) : STR("");

	if (!words.n || s->funder.s.p >= words.p || s->funder.s.p < s->m->s.p + s->sentence.from)
		return false;
	size_t at = (size_t)(s->funder.s.p - s->m->s.p);

	long before = clause_last(s->m, at);
	const struct mention *x = before >= (long)s->sentence.first ? &s->m->items[before] : NULL;

	return x && (x->to == at || (x->to + 1 == at && s->m->s.p[at - 1] == ':')) && opens_member(s->m, (size_t)before);
}

/* Whether words of a region, or 你县, name who gets a sum before byte p. */
static bool region_gets(struct str s, const char *p)
{
	const struct word *you = words_of(s, 0, W_SELF);

	return s.p < p && ((you && str_eq(you->arg, STR("you"))) || region_is(s));
}

/* 上市奖励2家（甲股份有限公司300万元、乙科技有限公司50万元）: the firm that alone stands before a sum in a bracket; n 0: none does. */
static struct str firm_inset(const struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 30 };
	const struct mention *amount = slots_amount(s);
	const struct mention *inset = NULL;
	size_t from = 0;

	for (size_t i = s->amount; amount->depth && !inset && i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		if (x->kind == M_BRACKET && x->depth < amount->depth && x->to >= amount->to)
			inset = x;
		else if (!from && x->depth == amount->depth && (x->kind == M_PAUSE || x->kind == M_COMMA))
			from = x->to;
	}
	/* (由A公司200万元、B公司100万元分担): who pays it. */
	if (!inset || clause_first_word(s->m, &s->sentence, W_BY, inset->from, amount->from) >= 0 || clause_first_word(s->m, &s->sentence, W_PAY, amount->to, inset->to) >= 0)
		return STR("");
	from = from ? from : inset->from + 1;
	struct str words = slots_between(s, from, amount->from);
	const struct word *firm = words_tail(words, W_FIRM);

	return firm && str_eq(firm->arg, STR("company")) && str_sized(words, SHORTEST, LONGEST) && !words_of(words, 0, W_BY) && !words_within(words, W_PAY) ? words : STR("");
}

/* 给予省级企业20万元奖励、|国家级企业50万元: whether a class that the sentence gives something to stands right before a sum that this one follows. */
static bool beside_given(const struct slots *s)
{
	bool given = false;

	for (size_t i = s->clause.first; !s->invested && !s->lent && i + 1 < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		given |= mention_word(x, W_GIVE) && !str_eq(mention_word(x, W_GIVE)->arg, STR("how"));
		if (given && x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY)
			return getter_doer(str_sub(s->m->s, s->clause.from, x->from));
	}
	return false;
}

/* 按照博士3000元/月、硕士2000元/月、本科及以下1500元/月的标准: the persons, or their degree, that alone stand before one sum of a list; n 0: others do. */
static struct str class_member(const struct slots *s)
{
	enum { LONGEST = 8 };
	const struct mention *x = slots_amount(s);
	size_t from = s->clause.from;
	bool list = false;

	for (size_t k = s->clause.first; k < s->clause.last; k++) {
		const struct mention *y = &s->m->items[k];
		const struct word *by = mention_word(y, W_BYSHARE), *give = mention_word(y, W_GIVE);
		bool parts = y->kind == M_PAUSE && y->depth == x->depth;

		/* 分别给予企业30万元、10万元: all are for the same. */
		if (parts && k + 1 < s->clause.last && y[1].kind == M_QUANTITY && y[1].from == y->to)
			return STR("");
		/* The first of a list stands behind 按照. */
		if (k < s->amount && y->depth == x->depth && (parts || (by && (!give || str_eq(give->arg, STR("how"))))))
			from = y->to;
		for (size_t n = k; parts && n-- > s->clause.first && !list && s->m->items[n].kind != M_PAUSE;)
			list = s->m->items[n].kind == M_QUANTITY && s->m->items[n].quantity->kind == QUANTITY_MONEY;
	}
	struct str who = slots_between(s, from, x->from), rest = who;
	const struct word *degree = words_of(who, 0, W_GRADE);

	/* 本科及以下 */
	if (degree && words_own(who, degree->text.n, W_JOIN))
		rest = degree->text;
	return list && !str_longer(who, LONGEST) && (words_is(rest, W_PERSON) || (rest.n < who.n && words_is(rest, W_GRADE))) ? who : STR("");
}

/* 安排甲县5万元、乙县3万元; 拨付你县(市、区)8600万元，其中:甲县1200万元、乙县900万元: who gets the next one stands where who gets the first did. */
void member_recipient(struct slots *s)
{
	struct str words = s->recipient_count || beside_given(s) ? member_words(s) : STR(""), firm = s->invested || s->lent ? STR("") : firm_inset(s);

	firm = firm.n || s->invested || s->lent ? firm : class_member(s);
	if (firm.n) {
		s->recipients[0] = firm;
		s->recipient_count = 1;
		return;
	}
	/* 给予省级企业20万元奖励、国家级企业50万元奖励: a class beside a class. */
	if (!s->recipient_count && words.n && getter_doer(words) && str_reaches(words, 4)) {
		s->recipients[s->recipient_count++] = words;
		return;
	}
	for (size_t k = 0; words.n && k < s->recipient_count; k++)
		if (!region_gets(s->recipients[k], words.p))
			return;
	if (!words.n || !region_is(words))
		return;
	s->recipients[0] = words;
	s->recipient_count = 1;
}

/* 2350万元，用于A1200万元、B1150万元: what stands behind the word of purpose has a sum of its own, as 医疗补助 in 用于医疗补助500万元. */
bool member_spent(const struct mentions *m, size_t word, size_t amount)
{
	for (size_t i = word + 1; i < amount; i++)
		if (m->items[i].kind == M_COMMA || m->items[i].kind == M_QUANTITY || (mention_word(&m->items[i], W_FUND) && (amount >= m->n || m->items[i].to != m->items[amount].from)) || mention_word(&m->items[i], W_EACH) || mention_word(&m->items[i], W_PERUNIT) ||
		    mention_word(&m->items[i], W_BOUND))
			return false;
	return amount < m->n && m->items[amount].kind == M_QUANTITY && m->items[amount].quantity->has_value && m->items[amount].quantity->kind == QUANTITY_MONEY &&
	       m->items[amount].depth == m->items[word].depth;
}
