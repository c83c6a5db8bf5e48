/* Knows which sums of a sentence are parts or limits of others. */
#include "verb/relations.h"

#include "verb/member.h"
#include "verb/share.h"

bool relations_inset(const struct judge *j, const struct mention *x)
{
	if (j->last_amount >= j->m->n || x->depth <= j->m->items[j->last_amount].depth)
		return false;
	size_t end = j->m->items[j->last_amount].to;

	for (size_t k = j->last_amount + 1; k < j->m->n && j->m->items[k].from < x->from; k++) {
		const struct mention *y = &j->m->items[k];

		if (y->kind == M_BRACKET)
			return y->from == end && y->to >= x->to && !judge_is_rate(x) && x->quantity->has_min == x->quantity->has_max;
		/* 每亩1500元的标准(中央800元、省级700元) */
		if (y->from == end && (mention_word(y, W_FUND) || mention_word(y, W_OF) || mention_word(y, W_LUMP)))
			end = y->to;
	}
	return false;
}

/* …给予8%补助;其中投资超过5000万元的,提高到10%: another tier is no part of the first. */
static bool is_tier(const struct judge *j, const struct slots *s, const struct finding *f)
{
	return judge_is_rate(&j->m->items[s->amount]) && str_eq(finding_value(f, "status"), STR("rule")) &&
	       str_within(str_sub(j->m->s, 0, s->clause.from), s->purpose);
}

/* 其中…: whether parts begin between byte `since` and the amount; 企业(含配套环节) tells of none. */
static bool begins_parts(const struct judge *j, size_t since, const struct mention *amount)
{
	bool told = clause_has(&j->sentence, W_PART) || clause_has(&j->sentence, W_FORWHAT), counted = false;

	for (size_t k = j->sentence.first; told && k < j->sentence.last && j->m->items[k].from < amount->from; k++) {
		const struct mention *x = &j->m->items[k];

		if (x->from < since || x->depth > amount->depth)
			continue;
		/* 三纵指A路、B路和C路，其中A路总投资4000万元 tells one of the works. */
		counted |= mention_word(x, W_FOLLOWS) && str_eq(mention_word(x, W_FOLLOWS)->arg, STR("define"));
		if (counted)
			continue;
		/* 标准分别为每人每月500元、300元 and 最高分别为300万元、100万元 tell of no parts. */
		bool limits = k > j->sentence.first && x[-1].to == x->from && mention_word(&x[-1], W_CAP);

		if (mention_word(x, W_PART) && !(words_own(j->m->s, x->from, W_ONCE) && (limits || words_of(j->m->s, x->to, W_PERUNIT) || words_own(j->m->s, x->to, W_EACH))))
			return true;
		if (j->last && mention_word(x, W_FORWHAT) && member_spent(j->m, k, (size_t)(amount - j->m->items)))
			return true;
	}
	return false;
}

/* 共安排600万元，其中柑橘每亩奖补500元; 平均标准每月617元，其中城区每月不低于685元: what is paid for each of something is no part of a sum, nor of
 * what is paid for each to others. 其中省级每人每月60元 is. */
static bool is_standard(const struct slots *s, const struct finding *whole, const struct quantity *q)
{
	bool giver = s->funder.kind && s->funder.s.p >= s->m->s.p + s->floor && s->funder.s.p < s->m->s.p + slots_amount(s)->from;
	bool each = finding_value(whole, "basis").n > 0, time = s->basis_count == 1 && words_is(s->basis[0], W_NOCOUNT);

	return q->kind == QUANTITY_MONEY && s->basis_count && !giver && (each || !time);
}

static void set_whole(struct judge *j, struct finding *f, const struct slots *s)
{
	j->whole = f;
	j->whole_end = j->m->items[s->amount].to;
	memcpy(j->whole_for, s->recipients, s->recipient_count * sizeof *s->recipients);
	j->whole_count = s->recipient_count;
}

/* 按投资的3%、5%补助，最高50万元、200万元: the share of a list that the sum of a list as long limits; NULL: there is none. */
static struct finding *limited_share(const struct judge *j)
{
	return j->place.count > 1 && j->share_count == j->place.count ? j->d->findings[j->shares + j->place.at] : NULL;
}

/* Whether the amount before is a share: 50%, 三分之二, 1:1. */
static bool follows_share(const struct judge *j)
{
	return str_has(finding_value(j->last, "amount_text"), STR("%")) || (j->last_amount < j->m->n && judge_is_rate(&j->m->items[j->last_amount]));
}

void relations_set(struct judge *j, struct finding *f, const struct slots *s, const struct quantity *q)
{
	const struct mention *x = &j->m->items[s->amount];
	size_t since = j->last_amount < j->m->n ? j->m->items[j->last_amount].to : j->sentence.from;

	/* 16亿元(含基金2亿元)，已下达…: behind the bracket its parts are told; 其中A市30万元(含B县10万元)、C市20万元: what begins parts before it begins none of it. */
	if (j->parts && j->parts_depth > x->depth) {
		if (j->outer)
			j->whole = j->outer, j->whole_end = 0;
		j->outer = NULL;
		j->parts = begins_parts(j, j->whole_end > j->sentence.from ? j->whole_end : j->sentence.from, x);
	}
	/* 补助4亿元…。其中:改造45个小区，总投资1亿元: what something costs is no part of a grant. */
	bool costs = judge_has(j, W_TOTALINVEST, s->clause.from, x->from) && j->whole && !str_eq(finding_value(j->whole, "kind"), STR("investment"));

	if (costs)
		j->parts = false;
	else if (relations_inset(j, x) || begins_parts(j, since, x)) {
		/* 其中每户补助1500元(省级1000元、县级500元), 其中A市30万元(含B县10万元): what is in the bracket are parts of the sum before it. */
		if (j->last && !j->last->cap_of && relations_inset(j, x)) {
			j->outer = j->whole != j->last && !finding_value(j->last, "basis").n ? j->whole : NULL;
			j->whole = j->last, j->whole_end = 0;
		}
		/* 总投资及资金来源：总投资9亿元，其中…: before the first sum no word begins parts. */
		if (j->whole)
			j->parts = !is_tier(j, s, f), j->parts_depth = x->depth;
	}
	/* The bound of the first of a list is that of all. */
	bool bounded = ((q->has_max && !q->has_min) || words_of(finding_value(f, "amount_text"), 0, W_CAP)) && !(judge_is_rate(x) && share_destined(j, s->amount));
	bool cap = bounded && j->last && j->last != j->whole;

	if (bounded && j->last && (follows_share(j) || finding_value(j->last, "basis").n))
		cap = true;
	/* 按投资额的10%补助，其中小企业最高200万元: a sum limits a share, and is no part of it. */
	bool standard = j->whole && is_standard(s, j->whole, q);
	bool limits = cap && !judge_is_rate(x) && j->whole && ((standard && finding_value(j->last, "basis").n) || str_has(finding_value(j->whole, "amount_text"), STR("%")));

	/* 甲每辆1万元，乙用户每户不超过900元: whoever else is told of has a sum of his own; 按5%给予单位补贴，每人最高20万元 tells of nobody else. */
	size_t behind = j->last_amount < j->m->n ? clause_around(j->m, &j->sentence, since - 1).to : since;
	bool other = s->recipient_count && s->recipients[0].p >= j->m->s.p + (behind < x->from ? behind : since) && s->recipients[0].p < j->m->s.p + x->from && s->basis_count;

	/* 东亚航线每班不超过25万元，中亚航线每班不超过35万元: nor is a limit of the same kind limited. */
	if (cap && j->last_amount < j->m->n && !j->last->cap_of && finding_value(f, "basis").n && str_eq(finding_value(f, "basis"), finding_value(j->last, "basis"))) {
		const struct quantity *last = j->m->items[j->last_amount].quantity;

		other |= last->has_max && !last->has_min;
	}
	struct finding *share = cap && !judge_is_rate(x) ? limited_share(j) : NULL;

	if (judge_is_rate(x) && j->place.count > 1)
		j->shares = j->d->count - 1 - j->place.at, j->share_count = j->place.count;
	/* …给予10%补助。单个项目最高500万元，单家企业最高1000万元: both limit the share of the sentence before. */
	if (bounded && !judge_is_rate(x) && !j->last && j->share && words_of(j->m->s, j->sentence.from, W_PERUNIT))
		share = j->share, j->share_told = true;
	if (judge_is_rate(x) && !bounded && str_eq(finding_value(f, "status"), STR("rule")))
		j->share = f, j->share_told = true;

	if (share)
		f->cap_of = share;
	else if (cap && (!j->parts || limits) && !other)
		f->cap_of = j->last->cap_of ? j->last->cap_of : j->last;
	else if (j->parts && j->whole && !standard)
		f->part_of = j->whole;
	/* 资本金9亿元，占总投资的25%，其中…: the share is no sum that has parts. */
	if (!f->part_of && !f->cap_of && !j->parts && !(j->whole && judge_is_rate(x) && str_eq(j->kind, STR("investment"))))
		set_whole(j, f, s);
}
