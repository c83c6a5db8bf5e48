/* Knows for each what an amount is paid and of what a rate is a share. */
#include "verb/slots.h"
#include "zh/numeral.h"
#include "zh/period.h"

enum {
	LONGEST_BASIS = 6, /* characters */
	LONGEST_SHARED = 20,
	NEAR = 72          /* bytes: how far before the amount its 每家 may stand */
};

static void add_basis(struct slots *s, struct str b)
{
	for (size_t i = 0; i < s->basis_count; i++)
		if (str_eq(s->basis[i], b))
			return;
	if (b.n && s->basis_count < 3)
		s->basis[s->basis_count++] = b;
}

/* Bytes of the word 每 at `at`, or 0. */
static size_t each_at(struct str s, size_t at)
{
	const struct word *w = words_own(s, at, W_EACH);

	return w ? w->text.n : 0;
}

/* 20万元/家, 600元/平方米·年 */
static void read_basis_behind(struct slots *s)
{
	struct str rest = str_from(s->m->s, slots_amount(s)->to);
	size_t len;

	if (!rest.n || rest.p[0] != '/')
		return;
	for (size_t i = 1, from = 1; i <= rest.n; i += len) {
		uint32_t c = i < rest.n ? str_char(rest, i, &len) : 0;
		const struct word *w = i < rest.n && i > from ? words_at(rest, i) : NULL;
		bool given = w && (words_of(rest, i, W_FUND) || words_of(rest, i, W_ONCE) || words_of(rest, i, W_GIVE) || words_of(rest, i, W_LUMP) || words_of(rest, i, W_MORE) ||
		             words_of(rest, i, W_VERB) || words_of(rest, i, W_CAP));
		bool stop = !c || c < 0x3400 || c > 0x9FFF || given || str_longer(str_sub(rest, from, i), LONGEST_BASIS) || words_of(rest, i, W_OF);

		if (i == rest.n)
			len = 1;
		if (!stop && !(i < rest.n && words_of(rest, i, W_JOIN)))
			continue;
		add_basis(s, str_sub(rest, from + each_at(rest, from), i));
		if (c != '/' && c != 0xB7)
			return;
		from = i + len;
	}
}

static size_t next_each(struct str s, size_t from, size_t to)
{
	static const struct word_set each = {{WORD_BIT(W_EACH, 0), WORD_BIT(W_EACH, 1)}};

	for (size_t i = words_may_hold(str_sub(s, from, to), &each) ? from : to, len; i < to; i += len) {
		if (each_at(s, i))
			return i;
		str_char(s, i, &len);
	}
	return to;
}

/* Bytes of 每 and its unit at `at`, or of a unit that says each by itself (单户); 0: none. */
static size_t each_bytes(struct str s, size_t at)
{
	const struct word *each = words_own(s, at, W_EACH);
	size_t unit = each ? at + each->text.n : 0;
	const struct word *counted = each ? words_of(s, unit, W_COUNTED) : NULL, *measure = counted || !each ? counted : words_of(s, unit, W_MEASURE);

	if (measure)
		return unit + measure->text.n - at;
	return each && str_eq(each->arg, STR("unit")) ? each->text.n : 0;
}

struct str slots_before_each(struct str s)
{
	const struct word *mean = words_tail(s, W_PERUNIT);

	/* 居民医保人均 */
	if (mean && !words_own(mean->text, 0, W_EACH) && mean->text.n < s.n) {
		s = clause_strip(str_sub(s, 0, s.n - mean->text.n));
		/* 农村低保月人均 */
		const struct word *time = words_tail(s, W_NOCOUNT);

		if (time && words_is(time->text, W_MEASURE) && time->text.n < s.n)
			s = clause_strip(str_sub(s, 0, s.n - time->text.n));
	}
	for (size_t at = next_each(s, 0, s.n); at < s.n; at = next_each(s, at + each_at(s, at), s.n)) {
		size_t end = at;

		for (size_t n; end < s.n && (n = each_bytes(s, end)) > 0;)
			end += n;
		/* 本科生每人每年申请 */
		const struct word *act = end > at ? words_of(s, end, W_SEEK) : NULL;

		act = act || end == at ? act : words_of(s, end, W_PLANNED);
		if (end + (act ? act->text.n : 0) == s.n)
			return clause_strip(str_sub(s, 0, at));
	}
	return s;
}

/* Where the words behind a 每 end: at the next 每, a verb, a number or a bound. */
static size_t each_end(const struct slots *s, size_t from, size_t to)
{
	size_t at = from;

	for (size_t len; at < to; at += len) {
		const struct word *w = words_at(s->m->s, at);
		char c = s->m->s.p[at];

		str_char(s->m->s, at, &len);
		if (each_at(s->m->s, at) || (c >= '0' && c <= '9') || c == ',' || c == '(')
			break;
		for (; w; w = words_also(w))
			if (w->class == W_ONCE || w->class == W_GIVE || w->class == W_FUND || w->class == W_VERB || w->class == W_CAP ||
			    w->class == W_BOUND || w->class == W_OF)
				return at;
	}
	return at;
}

/* 每挂靠一次, 每培育1家示范企业: the unit of the one thing done that it is paid for; n 0: none is told in bytes [from, to). */
static struct str unit_of_one(struct str s, size_t from, size_t to)
{
	enum { NEAR_ONE = 30 }; /* bytes */

	for (size_t i = from, len; i < to && i < from + NEAR_ONE; i += len) {
		struct numeral n;
		size_t digits = numeral_match(str_from(s, i), &n);
		const struct word *counted = digits ? words_of(s, i + digits, W_COUNTED) : NULL, *unit = counted || !digits ? counted : words_of(s, i + digits, W_MEASURE);
		const struct word *whole = digits ? words_at(s, i) : NULL;

		/* 每人一次性补助, 每家一次性奖励 */
		if (words_of(s, i, W_ONCE) || words_of(s, i, W_LUMP) || (unit && whole && whole->text.n > digits + unit->text.n))
			break;
		if (digits)
			return i > from && unit && n.value.digits == 1 && !n.value.scale && !n.span && !n.vague ? str_sub(s, i + digits, i + digits + unit->text.n) : STR("");
		str_char(s, i, &len);
	}
	return STR("");
}

/* 每培育1家示范企业，给予2万元: the clause before one that only gives. */
static void read_basis_over(struct slots *s)
{
	size_t from = s->clause.from;

	if (from <= s->floor || !(words_of(s->m->s, from, W_GIVE) || words_of(s->m->s, from, W_ONCE) || words_of(s->m->s, from, W_FUND)))
		return;
	/* 每推荐1家企业，且该企业经营满1年的，给予5000元: or the one before that. */
	enum { CLAUSES = 2 };

	for (size_t k = 0; k < CLAUSES && from > s->floor && from > s->sentence.from && !s->basis_count; k++) {
		struct range c = clause_around(s->m, &s->sentence, from - 1);
		size_t at = next_each(s->m->s, c.from > s->floor ? c.from : s->floor, c.to);

		if (at < c.to)
			add_basis(s, unit_of_one(s->m->s, at + each_at(s->m->s, at), c.to));
		from = c.from;
	}
}

/* The 年 of 年度; n 0: the word of time begins with no year. */
static struct str year_in(struct str time)
{
	size_t len;

	str_char(time, 0, &len);
	struct str one = str_sub(time, 0, len);

	return len < time.n && words_is(one, W_PROSE) && words_is(one, W_NOCOUNT) && words_is(one, W_MEASURE) ? one : STR("");
}

/* 单个企业年度补助不超过200万元, 年度最高50万元: a limit of a year whose word is no part of a date, in bytes [from, to). */
static void add_year(struct slots *s, size_t from, size_t to)
{
	const struct quantity *q = slots_amount(s)->quantity;

	if (!q->has_max || q->has_min)
		return;
	for (size_t i = from, len; i < to; i += len) {
		const struct word *year = words_own(s->m->s, i, W_PROSE);

		str_char(s->m->s, i, &len);
		if (!year)
			continue;
		struct str time = str_sub(s->m->s, i, i + year->text.n), one = year_in(time);
		/* 年最高补助20万元, 年补贴不超过10万元, but not 3年 */
		bool alone = i + year->text.n == slots_amount(s)->from || words_of(s->m->s, i + year->text.n, W_FUND) || words_of(s->m->s, i + year->text.n, W_TOTAL);
		bool counted = i && s->m->s.p[i - 1] >= '0' && s->m->s.p[i - 1] <= '9';

		if (!one.n && alone && !counted && words_is(time, W_NOCOUNT) && words_is(time, W_MEASURE))
			one = time;
		long k = clause_last(s->m, i + 1);
		bool dated = k >= 0 && s->m->items[k].kind == M_PERIOD && s->m->items[k].to > i;

		len = year->text.n;
		if (!dated && one.n) {
			add_basis(s, one);
			return;
		}
	}
}

/* 每家, 每人每月, 每延米每年: each 每 with the words behind it. */
static void read_basis_before(struct slots *s)
{
	size_t end = slots_amount(s)->from, from = end > NEAR ? end - NEAR : 0;

	if (from < s->clause.from)
		from = s->clause.from;
	/* 甲每亩1600元、乙每亩1000元: each sum has its own; 每平方米60元、总额不超过200万元: so has the total. */
	bool total = words_of(s->m->s, end, W_TOTAL);

	for (size_t i = s->amount; i-- > s->clause.first;)
		if (s->m->items[i].kind == M_QUANTITY && s->m->items[i].quantity->kind == QUANTITY_MONEY) {
			/* 按每座1000元的标准兑现260万元: the standard is not paid for each. */
			if ((total || next_each(s->m->s, s->m->items[i].to, end) < end || words_of(s->m->s, s->m->items[i].to, W_OF)) && s->m->items[i].to > from)
				from = s->m->items[i].to;
			break;
		}
	while (from < end && ((unsigned char)s->m->s.p[from] & 0xC0) == 0x80)
		from++;
	for (size_t at = next_each(s->m->s, from, end); at < end;) {
		size_t start = at + each_at(s->m->s, at), stop = each_end(s, start, end);

		/* 每家企业, 每艘渔船转产 are paid for each 家, 艘. */
		const struct word *counted = words_of(s->m->s, start, W_COUNTED), *unit = counted ? counted : words_of(s->m->s, start, W_MEASURE);

		/* 每个学期 */
		if (unit && words_is(unit->text, W_NOCOUNT) && words_of(s->m->s, start + unit->text.n, W_MEASURE)) {
			start += unit->text.n;
			unit = words_of(s->m->s, start, W_MEASURE);
		}
		size_t last = stop;
		struct str one = unit_of_one(s->m->s, start, end);

		if (one.n) {
			add_basis(s, one);
			at = next_each(s->m->s, (size_t)(one.p - s->m->s.p), end);
			continue;
		}
		if (unit && start + unit->text.n < stop)
			stop = start + unit->text.n;
		/* 单家企业, 单品种: the unit is in the word itself. */
		const struct word *each = words_own(s->m->s, at, W_EACH);

		if (str_eq(each->arg, STR("unit"))) {
			size_t single;

			stop = start;
			str_char(s->m->s, at, &single);
			start = at + single;
		}
		/* 单个项目年度补贴 */
		const struct word *time = str_eq(each->arg, STR("unit")) ? NULL : words_tail(str_sub(s->m->s, start, stop), W_PROSE);

		/* 同一年度 */
		bool year = time && time->text.n == stop - start && year_in(time->text).n;

		bool timed = time && time->text.n < stop - start && !(unit && unit->text.n == stop - start);

		if (timed)
			stop -= time->text.n;
		/* 每增长1亿元奖励10万元 */
		long k = stop > start && words_is(str_sub(s->m->s, start, stop), W_GROWTH) ? clause_last(s->m, stop + 1) : -1;

		if (k >= 0 && s->m->items[k].from == stop && s->m->items[k].kind == M_QUANTITY && (size_t)k < s->amount)
			start = stop, stop = s->m->items[k].to;
		if (stop > start && !year && !str_longer(str_sub(s->m->s, start, stop), LONGEST_BASIS))
			add_basis(s, str_sub(s->m->s, start, stop));
		/* 每吨公里, 每户年 */
		const struct word *more = stop < last ? words_of(s->m->s, stop, W_MEASURE) : NULL;

		if (more && stop + more->text.n <= last && !words_is(more->text, W_COUNTED))
			add_basis(s, str_sub(s->m->s, stop, stop + more->text.n));
		/* 单个旅行社|全年 */
		else if (timed && words_is(str_from(time->text, str_before(time->text, time->text.n)), W_MEASURE))
			add_basis(s, str_sub(s->m->s, str_before(str_sub(s->m->s, 0, stop + time->text.n), stop + time->text.n), stop + time->text.n));
		at = next_each(s->m->s, stop > at ? stop : start, end);
	}
	add_year(s, from, end);
}

/* 月人均补助水平提高35元，达到530元: the unit in a word that says of how much it is the mean, in the clause or before one that only goes on. */
static void read_basis_mean(struct slots *s)
{
	struct range c = s->clause;

	if ((words_of(s->m->s, c.from, W_REACH) || words_of(s->m->s, c.from, W_MORE)) && c.from > s->sentence.from)
		c = clause_around(s->m, &s->sentence, c.from - 1);
	for (size_t i = c.last; i-- > c.first;) {
		if (s->m->items[i].from >= slots_amount(s)->from)
			continue;
		/* 按人均75元补助共需480万元 */
		/* 亩均补助标准由1500元提高到1950元: what it was before has the same. */
		if (s->m->items[i].kind == M_QUANTITY && s->m->items[i].quantity->kind == QUANTITY_MONEY && c.from == s->clause.from && !words_of(s->m->s, s->m->items[i].to, W_MORE))
			return;
		const struct word *mean = mention_word(&s->m->items[i], W_PERUNIT);
		size_t at = s->m->items[i].from, len;

		if (!mean || words_own(mean->text, 0, W_EACH))
			continue;
		str_char(mean->text, 0, &len);
		struct str unit = str_sub(s->m->s, at, at + len);
		size_t before = at > c.from ? str_before(s->m->s, at) : at;
		struct str time = str_sub(s->m->s, before, at);

		if (!words_is(unit, W_COUNTED) && !words_is(unit, W_MEASURE))
			continue;
		add_basis(s, unit);
		if (words_is(time, W_MEASURE) && words_is(time, W_NOCOUNT))
			add_basis(s, time);
		return;
	}
}

/* b without the words around what a share is of. */
static struct str bare_share(struct str b)
{
	/* 东、中、西部地区分别不超过总投资 */
	for (size_t i = 0, len; i < b.n; i += len) {
		const struct word *bound = words_of(b, i, W_BOUND);

		str_char(b, i, &len);
		if (bound && i + bound->text.n < b.n)
			b = str_from(b, i + bound->text.n), i = 0, len = 0;
	}
	/* 回收金额 keeps its last word. */
	for (const struct word *w; ((w = words_tail(b, W_ONCE)) && !words_tail(b, W_SHARE)) || (w = words_tail(b, W_OF)) || (w = words_tail(b, W_CAP)) || (w = words_tail(b, W_GIVE));)
		b = clause_strip(str_sub(b, 0, b.n - w->text.n));
	/* 资本金占总投资的25%: what stands before the word of a share is the share itself. */
	for (size_t i = 0, len; i < b.n; i += len) {
		const struct word *w = words_of(b, i, W_GROWTH);

		str_char(b, i, &len);
		if (w && words_of(b, i, W_REACH) && i + w->text.n < b.n) {
			b = clause_strip(str_from(b, i + w->text.n));
			i = len = 0;
		}
	}
	/* 岗位补贴标准为当地最低工资, 贴息比例原则上为支付利息 */
	for (size_t i = 0, len; i < b.n; i += len) {
		const struct word *is = i ? words_of(b, i, W_IS) : NULL;

		str_char(b, i, &len);
		if (is && i + is->text.n < b.n && (words_tail(str_sub(b, 0, i), W_LUMP) || words_of(b, 0, W_FUND)))
			b = clause_strip(str_from(b, i + is->text.n)), i = len = 0;
	}
	/* 每家企业展位费 */
	if (each_at(b, 0)) {
		const struct word *unit = words_of(b, each_at(b, 0), W_COUNTED);

		b = clause_strip(str_from(b, each_at(b, 0) + (unit ? unit->text.n : 0)));
	}
	/* 其贷款利息, 其中低保提标资金 */
	for (const struct word *its; ((its = words_of(b, 0, W_ITS)) || (its = words_of(b, 0, W_PART))) && its->text.n < b.n;)
		b = clause_strip(str_from(b, its->text.n));
	return b;
}

/* The byte behind the words of giving, sharing and bounds that stand before what a share is of: 按|设备投资额的10%. */
static size_t behind_manner(const struct slots *s)
{
	size_t end = slots_amount(s)->from, from = s->clause.from;

	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->depth == slots_amount(s)->depth && (mention_word(x, W_GIVE) || mention_word(x, W_BYSHARE)) &&
		    !mention_word(x, W_CAP))
			from = x->to;
		/* 省财政承担|总投资的60% */
		const struct word *pay = x->depth == slots_amount(s)->depth && !mention_word(x, W_FUND) ? mention_word(x, W_PAY) : NULL;

		if (pay && str_eq(pay->arg, STR("own")) && words_tail(str_sub(s->m->s, 0, end), W_OF))
			from = x->to;
		/* 不超过|同期贷款市场报价利率的50% */
		if (x->depth == slots_amount(s)->depth && mention_word(x, W_BOUND) && x->to < end && !words_of(s->m->s, x->to, W_OF) && !words_of(s->m->s, x->to, W_MAY))
			from = x->to;
		/* 30万元、|投资额的5%: the sums of its list */
		if (x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY && x->depth == slots_amount(s)->depth && x[1].kind == M_PAUSE && x[1].from == x->to)
			from = x[1].to;
	}
	return from;
}

/* 企业展位费, 参展企业展位费: without whose it is. `whole`: b is all that stands before the share. */
static struct str without_whose(struct str b, bool whole)
{
	for (size_t i = 0, len; i < b.n; i += len) {
		const struct word *whose = words_of(b, i, W_PERSON);

		str_char(b, i, &len);
		if (!whose || whose->text.n <= 3 || (i && !(whole && (words_of(b, i, W_FIRM) || words_of(b, i, W_CLASS)))))
			continue;
		if (words_tail(str_from(b, i + whose->text.n), W_SHARE) && str_reaches(str_from(b, i + whose->text.n), 3))
			b = str_from(b, i + whose->text.n), i = len = 0;
	}
	return b;
}

/* 按设备投资额的10%, 技术交易额1%: what the share is of is a sum itself. */
static void read_share_of(struct slots *s)
{
	size_t end = slots_amount(s)->from, from, needed;
	struct str need = slots_needed(s, &needed);

	/* 购置图书所需费用由县财政给予50%补助 */
	if (need.n) {
		add_basis(s, str_sub(s->m->s, (size_t)(need.p - s->m->s.p), needed));
		return;
	}
	from = behind_manner(s);
	size_t share = 0;

	for (size_t i = s->clause.from, len; i < end; i += len) {
		const struct word *w = words_of(s->m->s, i, W_SHARE);

		str_char(s->m->s, i, &len);
		/* 购置费|用: the next word may begin within the one that has been found. */
		if (w && i + w->text.n <= end && i + w->text.n > share)
			share = i + w->text.n;
	}
	/* 投资额(租赁费用)的30%: what stands in a bracket is told of the share. */
	size_t open = str_find(str_sub(s->m->s, from < share ? from : share, share), STR("("), 0), inside = (from < share ? from : share) + open;

	if (inside > from && inside < share && str_find(str_sub(s->m->s, 0, share), STR(")"), inside) == share)
		share = inside;
	/* 按购买设备费用的30%: all between 按 and the share. */
	struct str all = str_sub(s->m->s, from, share > from ? share : from);
	bool whole = all.n && from > s->clause.from && !str_longer(all, LONGEST_SHARED) && !words_within(all, W_OF);
	struct str b = !share || whole ? slots_between(s, from, share ? share : end) : slots_name_before(s->m, share > from ? from : s->clause.from, share);

	/* 合同执行额: a word that ends other names may stand in this one. */
	if (share && !str_reaches(b, 3) && from < share)
		b = slots_between(s, from, share);
	struct period when;

	/* 按当年对地方的贡献 */
	for (size_t n; whole && (n = period_match(b, (struct ymd){0, 0, 0}, &when)) && n < b.n;)
		b = clause_strip(str_from(b, n));
	for (const struct word *w; ((w = words_of(b, 0, W_BYSHARE)) || (whole && (w = words_of(b, 0, W_TOWHOM)))) && w->text.n < b.n;)
		b = clause_strip(str_from(b, w->text.n));
	b = bare_share(b);
	/* 分别按50%、60%: the share before it is no sum. */
	if (str_has(b, STR("%")))
		b = STR("");
	b = share ? without_whose(b, whole) : b;
	/* 对企业参加展会的展位费，按70%给予补助 */
	if (!share && s->cost.n && (!b.n || words_within(b, W_BOUND))) {
		b = s->cost;
		for (size_t i = 0, len; i < b.n; i += len) {
			const struct word *of = words_of(b, i, W_OF);

			str_char(b, i, &len);
			if (of)
				b = str_from(b, i + of->text.n), i = 0, len = 0;
		}
		share = 1;
	}
	/* 分别按20%、40%的比例, 中央投资对西部的补助比例: other shares, or who gives. */
	struct quantity q;

	if ((quantity_match(b, STR(""), &q) && q.kind == QUANTITY_RATE) || (share && words_of(s->m->s, share, W_TOWHOM) && (words_of(b, 0, W_PURSE) || words_of(b, 0, W_TREASURY))))
		return;
	if (share || (b.n && !str_longer(b, 16) && from > s->clause.from && !words_tail(b, W_FUND) && !words_tail(b, W_PAY)))
		add_basis(s, b);
}

/* 按地方贡献额给予奖励，其中前三年给予80%，后两年给予50%: of what the shares are is told before them in the sentence. */
static void read_share_before(struct slots *s)
{
	for (size_t i = s->clause.first; clause_has(&s->sentence, W_BYSHARE) && i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];
		const struct word *gives = mention_word(x, W_GIVE);

		if (x->depth || !mention_word(x, W_BYSHARE) || (gives && !str_eq(gives->arg, STR("how"))))
			continue;
		struct range c = clause_around(s->m, &s->sentence, x->from);
		long give = clause_first_word(s->m, &c, W_GIVE, x->to, c.to);
		struct str b = bare_share(slots_between(s, x->to, give >= 0 ? s->m->items[give].from : c.to));

		if (give >= 0 && words_tail(b, W_SHARE) && !str_has_digit(b) && !str_longer(b, LONGEST_SHARED))
			add_basis(s, b);
		return;
	}
}

/* 每年给予50元/亩: how often it is paid is told before the sum, and for each what behind it. */
static void read_time_before(struct slots *s)
{
	size_t end = slots_amount(s)->from, from = s->clause.from;
	struct str unit = s->basis[0];

	for (size_t i = s->clause.first; i < s->amount; i++)
		if (s->m->items[i].kind == M_QUANTITY && s->m->items[i].quantity->kind == QUANTITY_MONEY)
			from = s->m->items[i].to;
	size_t at = next_each(s->m->s, from, end), start = at + each_at(s->m->s, at);
	const struct word *time = at < end ? words_own(s->m->s, start, W_MEASURE) : NULL;

	if (!time || !words_is(time->text, W_NOCOUNT))
		return;
	s->basis_count = 0;
	add_basis(s, str_sub(s->m->s, start, start + time->text.n));
	add_basis(s, unit);
}

void slots_basis(struct slots *s, bool rate)
{
	read_basis_behind(s);
	if (rate) {
		read_share_of(s);
		if (!s->basis_count)
			read_share_before(s);
	}
	if (!rate && s->basis_count == 1 && words_is(s->basis[0], W_NOCOUNT)) {
		/* 每延米300元/年 */
		struct str time = s->basis[0];

		s->basis_count = 0;
		read_basis_before(s);
		add_basis(s, time);
	} else if (!rate && s->basis_count == 1)
		read_time_before(s);
	else if (!s->basis_count)
		read_basis_before(s);
	if (!rate && !s->basis_count)
		read_basis_over(s);
	if (!rate && !s->basis_count && !s->invested)
		read_basis_mean(s);
}
