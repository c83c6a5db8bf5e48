/* Knows which words a sum of a list has for itself: 其中：A资金3万元，B资金2万元. */
#include "verb/member.h"

#include "verb/titled.h"

static bool opens_member(const struct mentions *m, size_t i)
{
	const struct mention *x = &m->items[i];

	if (mention_word(x, W_PART))
		return true;
	return (x->kind == M_PAUSE || x->kind == M_COMMA) && i && m->items[i - 1].kind == M_QUANTITY && m->items[i - 1].quantity->kind == QUANTITY_MONEY;
}

/* Words that tell how the sum came or where it goes, rather than what it is called. */
static bool tells_other(const struct mention *x)
{
	static const enum word_class other[] = {W_GIVE, W_PAY, W_HANDDOWN, W_SEEK, W_FORWHAT, W_TOWHOM, W_TOTAL, W_TOTALINVEST, W_PERUNIT, W_EACH, W_OF, W_BY, W_IS};

	for (size_t k = 0; k < sizeof other / sizeof *other; k++)
		if (mention_word(x, other[k]))
			return true;
	return x->kind == M_QUANTITY || x->kind == M_PERIOD;
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
	struct str words = member_fund(s);

	if (!words.n || s->funder.kind != BODY_TREASURY || s->funder.s.p >= words.p || s->funder.s.p < s->m->s.p + s->sentence.from)
		return false;
	size_t at = (size_t)(s->funder.s.p - s->m->s.p);

	long before = clause_last(s->m, at);
	const struct mention *x = before >= (long)s->sentence.first ? &s->m->items[before] : NULL;

	return x && (x->to == at || (x->to + 1 == at && s->m->s.p[at - 1] == ':')) && opens_member(s->m, (size_t)before);
}

static bool is_region(struct str s)
{
	size_t used;

	return region_chain(s, &used) && used == s.n;
}

/* 安排甲县5万元、乙县3万元; 支持甲县、乙县抗旱，其中甲县5万元、乙县3万元: who gets the next one stands where who gets the first did. */
void member_recipient(struct slots *s)
{
	struct str words = s->recipient_count ? member_words(s) : STR("");

	/* 拨付你县(市、区)8600万元，其中:甲县1200万元、乙县900万元 */
	const struct word *you = words.n && s->recipient_count == 1 ? words_of(s->recipients[0], 0, W_SELF) : NULL;
	bool self = you && str_eq(you->arg, STR("you"));

	if (!words.n || s->recipients[0].p >= words.p || (!self && !is_region(s->recipients[0])) || !is_region(words))
		return;
	s->recipients[0] = words;
	s->recipient_count = 1;
}

/* 2350万元，用于A1200万元、B1150万元: what stands behind the word of purpose has a sum of its own. */
bool member_spent(const struct mentions *m, size_t word, size_t amount)
{
	for (size_t i = word + 1; i < amount; i++)
		if (m->items[i].kind == M_COMMA || m->items[i].kind == M_QUANTITY || mention_word(&m->items[i], W_FUND) || mention_word(&m->items[i], W_EACH) || mention_word(&m->items[i], W_PERUNIT) ||
		    mention_word(&m->items[i], W_BOUND))
			return false;
	return amount < m->n && m->items[amount].kind == M_QUANTITY && m->items[amount].quantity->has_value && m->items[amount].quantity->kind == QUANTITY_MONEY &&
	       m->items[amount].depth == m->items[word].depth;
}
