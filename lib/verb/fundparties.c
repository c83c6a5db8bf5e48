/* Knows what of who gives and who gets a sum holds for the sums behind it. */
#include "verb/fundparties.h"

#include "verb/fundamount.h"
#include "verb/getter.h"
#include "verb/parallel.h"
#include "verb/relations.h"
#include "zh/numeral.h"

/* 农民自筹23万元: they pay themselves. */
bool fundparties_self_raised(const struct judge *j, const struct slots *s)
{
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct word *w = j->m->items[i].depth == j->m->items[s->amount].depth ? mention_word(&j->m->items[i], W_PAY) : NULL;

		if (w && str_eq(w->arg, STR("own")))
			return true;
	}
	return false;
}

/* 对培训机构给予补贴，其中A每人300元；B每人1200元: behind the one before, for each of the same and to nobody else. */
static bool goes_on_each(const struct judge *j, const struct slots *s)
{
	const struct finding *before = j->d->count > 1 ? j->d->findings[j->d->count - 2] : NULL;
	size_t from = j->sentence.from, end = from + words_next(str_sub(j->m->s, from, slots_amount(s)->from), 0, W_EACH);

	return before && before->type == RECORD_FUNDING && j->tier_count && getter_doer(j->tier[0]) && s->basis_count == 1 && str_eq(finding_value(before, "basis"), s->basis[0]) && !getter_doer(clause_strip(str_sub(j->m->s, from, end)));
}

/* …达到200—500个的，给予20元；501—1000个的，给予30元；对其上年购置设备的，给予…: the next tier of the same, whose words begin with its bounds, with
 * what those before do, or with a word that stands for them. */
static bool is_next_tier(const struct judge *j, const struct slots *s)
{
	size_t from = j->sentence.from;
	const struct mention *first = j->sentence.first < j->sentence.last ? &j->m->items[j->sentence.first] : NULL;
	const struct word *whom = words_of(j->m->s, from, W_TOWHOM), *verb = words_at(j->m->s, from);
	/* 完成投资5000万元以上的…；完成投资1亿元以上的…: the same verb again. */
	const char *tier = j->tier_count ? j->tier[0].p : NULL;
	bool again = verb && verb->text.n > 3 && !whom && tier && !words_tail(j->tier[0], W_WORK) && tier >= j->m->s.p && tier < j->m->s.p + from && str_has(str_sub(j->m->s, (size_t)(tier - j->m->s.p), from), verb->text);
	bool bounds = first && first->kind == M_QUANTITY && first->from == from, theirs = whom && words_of(j->m->s, from + whom->text.n, W_ITS);
	bool behind = judge_goes_on(j);
	/* …；第二年达到标准的，给予…: the next year of the same. */
	const struct word *nth = words_of(j->m->s, from, W_ORDINAL);
	struct numeral which;
	size_t year = nth ? numeral_match(str_from(j->m->s, from + nth->text.n), &which) : 0;

	year = year && words_of(j->m->s, from + nth->text.n + year, W_NOCOUNT) ? year : 0;
	struct str clause = str_sub(j->m->s, from, clause_around(j->m, &j->sentence, from).to);

	return j->d->head.measures && behind && (bounds || theirs || year || (again && words_tail(clause, W_OF)) || goes_on_each(j, s));
}

void fundparties_add_recipients(const struct judge *j, struct finding *f, const struct slots *s)
{
	struct str own = parallel_recipient(j, s);

	if (parallel_regions(j, s)) {
		finding_item(j->d, f, "recipients", s->recipients[j->place.at]);
		return;
	}
	for (size_t k = 0; k < s->recipient_count && !own.n; k++)
		finding_item(j->d, f, "recipients", s->recipients[k]);
	if (!own.n)
		return;
	finding_item_word(j->d, f, "recipients", own, s->recipients[0]);
	finding_note(j->d, f, STR("recipients: the member of a list that the amount's place in its list tells, with the words common to all"));
}

/* 省财政补助5亿元。争取中央预算内投资32亿元: money whose name begins with another purse is not of who gave before. */
static bool of_other_purse(const struct judge *j, const struct slots *s)
{
	const struct word *purse = words_own(s->program, 0, W_PURSE);
	struct str own = purse ? purse->text : STR("");

	return own.n && j->funder.kind == BODY_TREASURY && !str_starts(j->funder.s, own) && !str_starts(own, j->funder.s);
}

/* Who gives it, and in full; of one sentence to the next where the next names nobody. */
void fundparties_set_funder(struct judge *j, struct finding *f, struct slots *s)
{
	struct doc *d = j->d;
	struct str carried = STR("");

	j->giver = parallel_funder(j, s);
	if (j->giver.n) {
		finding_word(d, f, "funder", j->giver);
		finding_note(d, f, STR("funder: the member of a list that the amount's place in its list tells, with the words common to all"));
		return;
	}
	if (s->funder.kind) {
		/* 省级 in 省级专项资金 tells of that money alone, 厦门市给予 of what is given there. */
		if (s->funder.kind != BODY_TREASURY || words_tail(s->funder.s, W_TREASURY))
			j->funder = s->funder;
	} else if (j->funder.kind && j->last && relations_inset(j, &j->m->items[s->amount])) {
		/* 中央安排资金16亿元(含基金2亿元): of the same giver. */
		finding_word(d, f, "funder", finding_value(j->last, "funder"));
		finding_word(d, f, "funder_full", finding_value(j->last, "funder_full"));
		finding_note(d, f, STR("funder: carried over from the sum before the bracket"));
	} else if (j->funder.kind && !s->invested && !s->lent && !fundparties_self_raised(j, s) && !of_other_purse(j, s) && !slots_from_above(s)) {
		s->funder = j->funder;
		finding_note(d, f, STR("funder: carried over from the sentence before"));
	}
	if (s->funder.kind) {
		struct str full = body_full(&d->context, &s->funder, &carried);

		finding_cell(d, f, "funder", s->funder.s);
		if (!str_eq(full, s->funder.s))
			finding_word(d, f, "funder_full", full);
	}
}

/* …按购置额的20%给予补助,最高300万元: a limit of what was given before is for the same. */
static bool is_limit(const struct judge *j, const struct slots *s)
{
	const struct quantity *q = slots_amount(s)->quantity;

	for (size_t k = 0; k < j->tier_count; k++)
		if (words_tail(j->tier[k], W_WORK) || !(words_tail(j->tier[k], W_PERSON) || words_tail(j->tier[k], W_FIRM) || words_tail(j->tier[k], W_CLASS)))
			return false;
	return ((q->has_max && !q->has_min) || words_of(fundamount_bound(j, s), 0, W_CAP)) && j->last && !j->parts;
}

/* 下达甲县1200万元中央资金、|300万元省级资金: money of another purse, for those who get the sum before it. */
static bool is_further(const struct judge *j, const struct slots *s)
{
	size_t whose = j->last_amount < s->amount ? clause_whose(j->m, j->last_amount, s->amount) : j->last_amount;
	const struct mention *pause = &j->m->items[whose] + 1;

	return whose > j->last_amount && whose + 2 == s->amount && pause->kind == M_PAUSE && pause->from == pause[-1].to && pause->to == slots_amount(s)->from;
}

/* 甲市、乙市分别承担8亿元和4亿元: who pays beside others in a list gets nothing. */
void fundparties_drop_givers(const struct judge *j, struct slots *s)
{
	size_t end = s->funder.s.p >= j->m->s.p ? (size_t)(s->funder.s.p - j->m->s.p) : 0, kept = 0;

	for (size_t k = 0; k < s->recipient_count; k++) {
		size_t at = (size_t)(s->recipients[k].p - j->m->s.p), to = at + s->recipients[k].n;

		if (at < s->clause.from || to > end || !str_starts(str_from(j->m->s, to), STR("、")))
			s->recipients[kept++] = s->recipients[k];
	}
	s->recipient_count = kept;
}

/* Those who got the sum before, where the words of this one name nobody. */
void fundparties_carry(struct judge *j, struct slots *s)
{
	const struct mention *x = &j->m->items[s->amount];

	/* 给予A住房补贴8万元，每月另付2000元津贴: both are for A. */
	bool inset = j->last && relations_inset(j, x);

	/* 给予A类企业100万元，B类企业、C类企业分别给予80万元、20万元: the members of the list are others. */
	bool later = j->place.at && !j->tier_count, others = j->place.count > 1 && (later ? s->recipient_count > 0 : !s->recipient_count && j->recipient.n) && getter_doer(parallel_purpose(j));

	if (others)
		s->recipient_count = 0;

	if (!s->recipient_count && !others && !s->invested && !s->lent && (inset || (j->parts && j->parts_depth) || (!j->parts && j->last)) && j->recipient.n && words_tail(j->recipient, W_PERSON))
		s->recipients[s->recipient_count++] = j->recipient;
	if (!s->recipient_count && !s->invested && (is_next_tier(j, s) || is_limit(j, s) || is_further(j, s))) {
		memcpy(s->recipients, j->tier, j->tier_count * sizeof *s->recipients);
		s->recipient_count = j->tier_count;
	}
	memcpy(j->tier, s->recipients, s->recipient_count * sizeof *s->recipients);
	j->tier_count = s->recipient_count;
	j->recipient = s->recipient_count == 1 ? s->recipients[0] : STR("");
}
