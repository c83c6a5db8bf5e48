/* Knows which amounts are no money given but say who qualifies: thresholds, sizes, steps, what a share is of. */
#include "verb/threshold.h"

enum { LONG_CONDITION = 90 /* bytes of a condition with several amounts */ };

/* 给予最高200万元的支持: what is given, a verb of giving before the sum at x and a word of money, though a weak one, behind the 的 at byte `of`. */
static bool is_given(const struct judge *j, const struct mention *x, size_t of)
{
	const struct word *w = words_of(j->m->s, of, W_OF), *fund = w ? words_of(j->m->s, of + w->text.n, W_FUND) : NULL;

	if (!fund || of + w->text.n + fund->text.n < j->clause.to)
		return false;
	for (size_t k = j->clause.first; k < j->clause.last && j->m->items[k].from < x->from; k++) {
		const struct word *give = mention_word(&j->m->items[k], W_GIVE);

		if (give && !str_eq(give->arg, STR("how")))
			return true;
	}
	return false;
}

/* 5000万元以上、亩均税收不低于25万元的新建项目: the first of two conditions. */
static bool is_joint_threshold(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	bool noun = false;

	if (x->quantity->has_min == x->quantity->has_max || (!x->quantity->has_min && !(i + 1 < j->sentence.last && x[1].kind == M_PAUSE && x[1].from == x->to && !x->quantity->number_at)))
		return false;
	for (size_t k = i + 1; k < j->sentence.last && j->m->items[k].from < x->to + LONG_CONDITION; k++) {
		const struct mention *y = &j->m->items[k];

		if (y->kind == M_COMMA || mention_word(y, W_GIVE) || mention_word(y, W_FUND))
			break;
		if (is_given(j, x, y->from))
			return false;
		noun |= mention_word(y, W_OF) && !(words_of(j->m->s, y->to, W_SHARE) && words_of(j->m->s, y->to, W_HEADEND));
	}
	return noun;
}

/* 投资亿元以上重点项目: a bound right before what it is the size of. */
static bool sizes_noun(const struct mention *x, struct str rest)
{
	if (x->quantity->has_min == x->quantity->has_max)
		return false;
	for (const struct word *w; (w = words_of(rest, 0, W_VAGUE)) && !words_of(rest, 0, W_WORK);)
		rest = str_from(rest, w->text.n);
	return words_of(rest, 0, W_WORK) || words_of(rest, 0, W_CLASS);
}

/* 5亿元的2/3: what a share is of. */
bool threshold_share_base(const struct judge *j, size_t i)
{
	const struct word *of = words_of(j->m->s, j->m->items[i].to, W_OF);
	const struct mention *next = i + 1 < j->sentence.last ? &j->m->items[i + 1] : NULL;

	if (next && mention_word(next, W_OF) && i + 2 < j->sentence.last)
		next++;
	return of && next && next->kind == M_QUANTITY && judge_is_rate(next) && next->from == j->m->items[i].to + of->text.n;
}

static bool sum_behind(const struct judge *j, size_t i)
{
	for (size_t k = i + 1; k < j->sentence.last; k++)
		if (j->m->items[k].kind == M_QUANTITY && j->m->items[k].quantity->kind == QUANTITY_MONEY)
			return true;
	return false;
}

/* A share that is a statistic: 增长12%, 占…的30%, 率达到95%. */
bool threshold_statistic(const struct judge *j, size_t i)
{
	size_t from = j->m->items[i].from;
	struct str before = str_sub(j->m->s, from > 60 ? from - 60 : 0, from);

	while (before.n && ((unsigned char)before.p[0] & 0xC0) == 0x80)
		before = str_from(before, 1);
	/* 根据贷款发生额和基准利率给予30%的贴息 */
	if (words_tail(before, W_GIVE))
		return false;
	for (const struct word *w; (w = words_tail(before, W_ONCE));)
		before = str_sub(before, 0, before.n - w->text.n);
	if (words_tail(before, W_GROWTH))
		return true;
	/* 占规划中央补助的70% */
	const struct word *share = j->clause.from < from ? words_of(j->m->s, j->clause.from, W_GROWTH) : NULL;

	return share && words_of(j->m->s, j->clause.from, W_REACH) && words_tail(before, W_OF) && clause_first_word(j->m, &j->clause, W_GIVE, j->clause.from, j->clause.to) < 0;
}

/* 每公里每年不低于3000元的标准: a sum for each of something, though it has one bound. */
static bool is_for_each(const struct judge *j, const struct mention *x)
{
	return x->quantity->kind == QUANTITY_MONEY && (clause_last_word(j->m, &j->clause, W_EACH, j->clause.from, x->from) >= 0 || clause_last_word(j->m, &j->clause, W_PERUNIT, j->clause.from, x->from) >= 0);
}

/* An amount that qualifies a noun is a condition: 总投资500万元以上的项目, 达到1亿元的企业. */
bool threshold_of(const struct judge *j, size_t i, bool worded)
{
	const struct mention *x = &j->m->items[i];
	struct str rest = str_from(j->m->s, x->to);
	const struct word *of = words_of(rest, 0, W_OF);

	if (!of)
		return is_joint_threshold(j, i) || sizes_noun(x, rest);
	const struct quantity *q = x->quantity;
	struct str noun = str_from(rest, of->text.n);

	if (is_given(j, x, x->to))
		return false;
	/* 村道2000元的标准: what it is measured by. */
	if (words_of(noun, 0, W_SHARE) && words_of(noun, 0, W_HEADEND) && (q->has_min == q->has_max || is_for_each(j, x)))
		return false;
	const struct word *first = words_at(noun, 0);

	/* 连续三年增长10%以上的再奖励 */
	if (judge_is_rate(x) && q->has_min && !q->has_max) {
		/* 给予检测费用不低于15%的资金补助 */
		return !words_of(noun, 0, W_FUND) || clause_last_word(j->m, &j->clause, W_GIVE, j->clause.from, x->from) < 0;
	}
	/* 销售增长达到8%的再奖励6万元: a share reached, and a sum behind. */
	if (judge_is_rate(x) && sum_behind(j, i) && (threshold_statistic(j, i) || words_tail(str_sub(j->m->s, 0, x->from), W_REACH)))
		return true;
	/* 100万元以下的项目一次性拨付: a bounded sum before a noun is a condition whatever follows. */
	if (q->has_min != q->has_max && !(first && (first->class == W_FUND || first->class == W_ONCE || words_of(noun, 0, W_FUND))) &&
	    (words_of(noun, 0, W_PERSON) || words_of(noun, 0, W_WORK) || words_of(noun, 0, W_CLASS)))
		return true;
	/* 费用达20万元以上的分别给予奖励5000元: nothing is given before it, and another sum behind. */
	if (q->has_min && !q->has_max && clause_last_word(j->m, &j->sentence, W_GIVE, j->sentence.from, x->from) < 0 && sum_behind(j, i))
		return true;
	if (worded)
		return false;
	/* 投资4600万元的繁育中心项目: an exact sum that is said to be invested is no condition. */
	if (q->has_min == q->has_max && q->has_value && words_tail(str_sub(j->m->s, 0, x->from), W_FUND) &&
	    clause_first_word(j->m, &j->sentence, W_TOWHOM, j->sentence.from, x->from) < 0)
		return false;
	struct str after = str_from(rest, of->text.n);
	const struct word *w = words_at(after, 0);

	return !w || (w->class != W_FUND && w->class != W_ONCE);
}

/* Whether money is given, in words that are more than weak, in bytes [from, to) of the sentence. */
bool threshold_gives(const struct judge *j, size_t from, size_t to)
{
	for (size_t k = j->sentence.first; k < j->sentence.last; k++) {
		const struct mention *x = &j->m->items[k];
		const struct word *w = x->from >= from && x->to <= to ? mention_word(x, W_FUND) : NULL;

		if (w && !str_starts(w->arg, STR("weak:")) && !str_eq(w->arg, STR("investment")))
			return true;
	}
	return false;
}

/* 对固定资产投资1000万元以上且…的，给予…; 投资5000万元以上，奖励…: in rules and behind 对 the size of what is invested is who
 * qualifies, where it is said afterwards what is given. */
bool threshold_size(const struct judge *j, size_t i, const struct cue *c)
{
	const struct mention *x = &j->m->items[i];
	const struct quantity *q = x->quantity;
	bool invested = str_eq(c->kind, STR("investment")) && c->kind.n, ranged = q->has_min && !(q->has_max && q->has_value);
	bool whoever = clause_first_word(j->m, &j->sentence, W_TOWHOM, j->sentence.from, x->from) >= 0;

	/* 支持企业…，给予30万元补助; 按投资额的5%，最高给予100万元: what is given or limited qualifies nobody. */
	if ((!invested && !c->weak) || c->given || words_of(mention_text(j->m, x), 0, W_CAP) || str_eq(c->kind, STR("budget")))
		return false;
	/* 某厂扩容，总投资1.3亿元，拟申请…, in opinions that hold rules too: what a thing costs. */
	if (!ranged && !whoever && words_is(c->word, W_TOTALINVEST))
		return false;
	/* 市财政出资2000万元，…设立担保基金 */
	const struct word *pay = !ranged && i > j->sentence.first && x[-1].to == x->from ? mention_word(&x[-1], W_PAY) : NULL;

	if (pay && str_eq(pay->arg, STR("own")) && i > j->sentence.first + 1 && clause_first_word(j->m, &j->sentence, W_OF, x->to, clause_around(j->m, &j->sentence, x->to).to) < 0 && x[-2].kind == M_BODY && x[-2].body.kind == BODY_TREASURY)
		return false;
	if (invested && j->d->head.measures && (ranged || clause_last_word(j->m, &j->sentence, W_EACH, j->sentence.from, x->from) >= 0))
		return true;
	return (j->d->head.measures || (invested && whoever && ranged)) && threshold_gives(j, x->to, j->sentence.to);
}

/* 每增加1万美元，补助200元: what the next sum is paid for each of. */
bool threshold_step(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	long each = clause_last_word(j->m, &j->clause, W_EACH, j->clause.from, x->from);

	/* 每1美元补助0.1元 */
	if (each >= 0 && j->m->items[each].to == x->from && x->quantity->has_min == x->quantity->has_max && sum_behind(j, i))
		return true;
	/* 每增长1亿元奖励10万元 */
	const struct word *grows = each >= 0 ? words_at(j->m->s, j->m->items[each].to) : NULL;

	if (grows && j->m->items[each].to + grows->text.n == x->from && words_of(j->m->s, j->m->items[each].to, W_GROWTH) && words_of(j->m->s, x->to, W_FUND) && sum_behind(j, i))
		return true;
	/* 每增加100辆增加3万元，…; 器材每校5万元，… */
	if (each < 0 || !words_of(j->m->s, j->m->items[each].to, W_VERB))
		return false;
	for (size_t k = (size_t)each; k < i; k++)
		if (j->m->items[k].kind == M_QUANTITY)
			return false;
	return x->quantity->has_min == x->quantity->has_max && x->to == j->clause.to && j->clause.to < j->sentence.to && sum_behind(j, i) &&
	       clause_first_word(j->m, &j->clause, W_GIVE, j->clause.from, x->from) < 0 && clause_first_word(j->m, &j->clause, W_FUND, j->clause.from, x->from) < 0;
}
