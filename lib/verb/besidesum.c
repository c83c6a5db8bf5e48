/* Knows which of the words beside a sum say what it is for. */
#include "verb/besidesum.h"

#include "verb/granted.h"
#include "verb/object.h"
#include "verb/spent.h"
#include "verb/titled.h"
#include "verb/workname.h"

/* Also one whose name others have, and what is called one: 西部地区. */
bool besidesum_region(struct str s)
{
	size_t used = 0;

	region_chain(s, &used);
	return s.n && (used == s.n || (words_tail(s, W_PLAIN) && words_tail(s, W_NAMED) && words_tail(s, W_CLASS) && !words_of(s, 0, W_VERB) && !words_within(s, W_OF)));
}

/* 乙省各, 丁州等地: a region without the words that tell of several. */
struct str besidesum_without_each(struct str s)
{
	const struct word *each = words_tail(s, W_ONCE), *etc = words_tail(s, W_ETC);

	return clause_strip(str_sub(s, 0, s.n - (etc ? etc->text.n : each ? each->text.n : 0)));
}

bool besidesum_in_recipient(const struct slots *s, const char *at)
{
	for (size_t k = 0; k < s->recipient_count; k++)
		if (str_within(s->recipients[k], (struct str){at, 1}))
			return true;
	return false;
}

/* 续建项目投资30亿元, 某市水利建设将投资50亿元: all that stands before the word of money and is no more than a name. */
static struct str subject_before(const struct judge *j, const struct slots *s, size_t to)
{
	enum { LONGEST = 16 };
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor;

	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &j->m->items[i];

		if (x->from > from && x->to <= to && (mention_word(x, W_FUTURE) || mention_word(x, W_PLANNED) || mention_word(x, W_TOTALINVEST)))
			to = x->from;
		if (x->kind == M_PAUSE && x->to <= to)
			from = x->to;
	}
	struct str own = spent_opening(j, s, slots_between(s, slots_behind_recipients(s, from, to), to));

	for (size_t i = 0, len; i < own.n; i += len) {
		const struct word *w = words_at(own, i), *verb = words_of(own, i, W_VERB);

		str_char(own, i, &len);
		if (w && (words_of(own, i, W_GIVE) || words_of(own, i, W_TOWHOM) || words_of(own, i, W_BY) || words_of(own, i, W_OF) || words_of(own, i, W_DONE) ||
		          words_of(own, i, W_PERUNIT) || words_of(own, i, W_STAT) || words_of(own, i, W_TREASURY) || (verb && !i && !str_eq(verb->arg, STR("noun")) && !words_of(own, 0, W_BUILD))))
			return STR("");
		len = w ? w->text.n : len;
	}
	if (!str_sized(own, 4, LONGEST) || besidesum_region(own) || words_tail(own, W_FUND))
		return STR("");
	return own;
}

/* 首期到位, 拟申请, 第一年: how and when money comes, not what for. */
static bool is_idle(struct str s)
{
#define IDLE(h) \
	(WORD_BIT(W_DONE, h) | WORD_BIT(W_SEEK, h) | WORD_BIT(W_FUTURE, h) | WORD_BIT(W_PLANNED, h) | WORD_BIT(W_NTH, h) | WORD_BIT(W_SELF, h) | \
	 WORD_BIT(W_LUMP, h) | WORD_BIT(W_PAY, h) | WORD_BIT(W_BY, h) | WORD_BIT(W_REACH, h) | WORD_BIT(W_GROWTH, h) | WORD_BIT(W_STAT, h) | \
	 WORD_BIT(W_PART, h) | WORD_BIT(W_FORWHAT, h) | WORD_BIT(W_HANDDOWN, h))
	static const struct word_set idle = {{IDLE(0), IDLE(1)}};
#undef IDLE
	bool vague = true;

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_at(s, i);

		str_char(s, i, &len);
		vague &= words_of(s, i, W_VAGUE) || words_of(s, i, W_PLAINAID) || words_of(s, i, W_ADVERB);
		/* |标准|大棚 */
		bool kind = w && words_of(s, i, W_LUMP) && words_of(s, i, W_ONCE) && i + w->text.n < s.n;

		if (w && !kind && words_set_meet(&w->classes, &idle))
			return true;
		len = w ? w->text.n : len;
	}
	return vague;
}

/* 一般县中央补助348元: words that end in who gives tell no purpose. */
static bool ends_in_giver(const struct slots *s, struct str words)
{
	return s->funder.kind && words.p + words.n == s->funder.s.p + s->funder.s.n;
}

/* 每艘: bytes of the unit behind 每. */
size_t besidesum_unit(struct str s, size_t at)
{
	const struct word *counted = words_of(s, at, W_COUNTED), *unit = counted ? counted : words_of(s, at, W_MEASURE);

	return unit ? unit->text.n : 0;
}

bool besidesum_counts_getters(const struct slots *s, struct str name)
{
	const struct word *each = words_own(s->m->s, s->clause.from, W_EACH), *paid = each ? words_tail(name, W_FUND) : NULL;
	size_t from = each ? s->clause.from + each->text.n : 0, unit = each ? besidesum_unit(s->m->s, from) : 0;
	struct str thing = str_sub(name, 0, paid ? name.n - paid->text.n : 0);

	return thing.n && unit && name.p >= s->m->s.p + from && name.p <= s->m->s.p + from + unit && (words_is(thing, W_PERSON) || (s->recipient_count && str_ends(s->recipients[0], thing)));
}

/* 每人每月: nothing but 每 and units. */
static bool is_each(struct str s)
{
	const struct word *each = words_own(s, 0, W_EACH);

	for (size_t unit; each && (unit = besidesum_unit(s, each->text.n)); each = words_own(s, 0, W_EACH)) {
		s = str_from(s, each->text.n + unit);
		if (!s.n)
			return true;
	}
	return false;
}

/* 购买新能源车单台补贴2万元: the name before byte `to` without the words for each what, with the verb that its clause begins with. */
static struct str whole_deed(const struct slots *s, size_t to, struct str name)
{
	enum { SHORTEST = 4 }; /* characters: 水稻 alone says too little */
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor;
	struct str all = slots_between(s, from, to);
	const struct word *each, *verb = words_of(all, 0, W_VERB);
	bool whole = verb && !str_eq(verb->arg, STR("noun")) && all.p + verb->text.n == name.p;
	/* 新建|沼气池每口补助2000元, but not 补助 or 支持 */
	bool done = whole && !words_of(all, 0, W_HELP) && !words_of(all, 0, W_GIVE) && !words_of(all, 0, W_FUND) && !words_of(all, 0, W_LIGHT);

	/* 二级公路每公里补助600万元 */
	for (size_t i = 0, len; i < name.n; i += len) {
		const struct word *per = words_own(name, i, W_EACH);

		str_char(name, i, &len);
		if (per && done && i && is_each(str_from(name, i)))
			return str_sub(all, 0, verb->text.n + i);
		if (per && str_reaches(str_sub(name, 0, i), SHORTEST) && is_each(str_from(name, i)))
			return clause_strip(str_sub(name, 0, i));
	}
	if (!(each = words_tail(name, W_EACH)) || each->text.n >= name.n || all.p + all.n != name.p + name.n)
		return name;
	return clause_strip(str_sub(whole ? all : name, 0, (whole ? all.n : name.n) - each->text.n));
}

/* 人员费用按欧美国家每人1.5万元、亚洲国家每人0.8万元: a name before how its sums are told apart. */
static struct str before_share(struct str name)
{
	enum { SHORTEST = 4 };

	for (size_t i = 0, len; i < name.n; i += len) {
		const struct word *by = words_of(name, i, W_BYSHARE);

		if (by && !words_of(name, i, W_BOUND) && words_of(name, i, W_GIVE) && str_reaches(str_sub(name, 0, i), SHORTEST))
			return str_sub(name, 0, i);
		str_char(name, i, &len);
	}
	return name;
}

/* 森林抚育每亩200元: a name without the words for each what that end it. */
static struct str before_each(const struct judge *j, const struct slots *s, struct str name)
{
	for (size_t k = s->clause.first; k < s->amount; k++) {
		const struct mention *y = &j->m->items[k];
		const char *at = j->m->s.p + y->from;

		if ((mention_word(y, W_EACH) || mention_word(y, W_PERUNIT)) && name.p < at && name.p + name.n > at)
			name = clause_strip((struct str){name.p, (size_t)(at - name.p)});
	}
	return name;
}

/* The words before the word of money in the amount's clause. */
static struct str clause_purpose(const struct judge *j, const struct slots *s)
{
	bool again = false;

	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &j->m->items[i];

		if (!mention_word(x, W_FUND) || x->from < s->floor || (again && !words_tail(mention_text(j->m, x), W_PROGRAM)))
			continue;
		size_t payer = s->funder.kind && s->funder.s.p >= j->m->s.p + s->clause.from && s->funder.s.p < j->m->s.p + x->from ? (size_t)(s->funder.s.p - j->m->s.p) + s->funder.s.n : s->clause.from;
		/* 争取中央和省级水利资金: who gives it is no part. */
		struct str before = whole_deed(s, x->from, slots_name_before(j->m, slots_behind_recipients(s, payer < x->from ? payer : s->clause.from, x->from), x->from));
		struct body b;

		/* 甲县、乙县各配套200万元 */
		for (const struct word *w; (w = words_tail(before, W_ONCE)) && w->text.n == 3 && w->text.n < before.n;)
			before = clause_strip(str_sub(before, 0, before.n - w->text.n));
		/* 其中补助地方20万元 */
		if (words_of(before, 0, W_PART))
			before = str_from(before, words_of(before, 0, W_PART)->text.n);
		for (const struct word *w; again && ((w = words_of(before, 0, W_FUND)) || (w = words_of(before, 0, W_PAY))) && w->text.n < before.n;)
			before = clause_strip(str_from(before, w->text.n));
		for (const struct word *w; again && (w = words_tail(before, W_FUND)) && w->text.n < before.n;)
			before = clause_strip(str_sub(before, 0, before.n - w->text.n));
		if (again && (words_of(before, 0, W_PURSE) || words_of(before, 0, W_LEVEL) || words_of(before, 0, W_TREASURY) || spent_paying(before)))
			break;
		/* 某项目利用|某银行贷款 */
		if (ends_in_giver(s, before))
			before = clause_strip(str_sub(before, 0, before.n - s->funder.s.n));
		before = before_each(j, s, before);
		/* 监测能力建设资金 */
		struct str whole = str_sub(j->m->s, 0, x->to);
		size_t more = before.n && before.p + before.n == j->m->s.p + x->from ? titled_money(whole) : 0;

		if (more && more < x->to - x->from && !s->invested && !besidesum_region(before))
			before.n += x->to - x->from - more;
		/* 续建项目投资 */
		const struct word *work = words_own(j->m->s, x->from, W_WORK);

		if (!str_reaches(before, 4) && s->invested)
			before = subject_before(j, s, x->from + (work ? work->text.n : 0));
		if (str_reaches(before, 4) && !words_tail(before, W_JOIN) && !ends_in_giver(s, before) && !words_of(before, 0, W_MAY) && !words_tail(before, W_SEEK) && !(body_at(&j->d->context, before, 0, &b) && b.s.n == before.n))
			return before;
		/* 省财政已预算|安排乡村振兴试点资金: the next word of money may have what it is for before it. */
		if (s->invested || s->recipient_count > 1 || !(spent_paying(spent_opening(j, s, slots_between(s, s->clause.from, x->to))) || words_tail(mention_text(j->m, x), W_PAY)))
			break;
		again = true;
	}
	return STR("");
}

/* 新建的原种猪场，每场一次性补助20万元: in rules the clause before one that only gives. */
static struct str clause_over(const struct judge *j, const struct slots *s)
{
#define GIVES(h) (WORD_BIT(W_EACH, h) | WORD_BIT(W_PERUNIT, h) | WORD_BIT(W_LUMP, h) | WORD_BIT(W_GIVE, h) | WORD_BIT(W_ONCE, h))
	static const struct word_set gives = {{GIVES(0), GIVES(1)}};
#undef GIVES
	const struct quantity *q = j->m->items[s->amount].quantity;
	const struct word *first = words_at(j->m->s, s->clause.from);
	size_t len;
	long value;

	/* A limit is for what was given before. */
	if (!j->d->head.measures || !first || !words_set_meet(&first->classes, &gives) || s->clause.from <= s->floor || (q->has_max && !q->has_min))
		return STR("");
	struct range before = clause_around(j->m, &j->sentence, s->clause.from - 1);
	struct str over = slots_between(s, before.from > s->floor ? before.from : s->floor, before.to);

	if (outline_marker(over, &len, &value))
		over = clause_strip(str_from(over, len));
	const struct word *part = words_of(over, 0, W_PART);

	over = clause_strip(str_from(over, part ? part->text.n : 0));
	/* 资金从旅游发展专项资金中列支，总额2000万元 */
	bool drawn = s->program.n && str_within(over, s->program);
	const struct word *help = words_of(over, 0, W_HELP);
	/* 奖励特别优秀的学生，每人每年8000元; 资助对象为在校学生，每人每年2000元: who gets it. */
	const struct word *fund = words_of(over, 0, W_FUND);
	bool aid = fund && !str_starts(fund->arg, STR("weak:"));
	bool whom = (aid && help && str_eq(help->arg, STR("person"))) || (aid && (words_within(over, W_IS) || words_within(over, W_PERSON)));
	bool other = drawn || whom || object_of(over).n || words_within(over, W_BY) || words_of(over, 0, W_BYSHARE) || words_of(over, 0, W_MEANS) || words_of(over, 0, W_WITH) || words_of(over, 0, W_BY) || words_of(over, 0, W_TOWHOM) ||
	             words_tail(over, W_OF) || words_tail(over, W_HELP);

	return other || before.to + 1 < s->clause.from || !str_sized(over, 4, SPENT_LONGEST) ? STR("") : over;
}

/* 实施改造工程7项，投资2600万元: what is counted may stand before the count. */
struct str besidesum_counted(const struct judge *j, const struct slots *s)
{
	if (!s->count_text.n || s->counted.n)
		return STR("");
	size_t at = (size_t)(s->count_text.p - j->m->s.p);
	struct range c = clause_around(j->m, &j->sentence, at);
	struct str name = slots_name_before(j->m, c.from, at), all = clause_strip(str_sub(j->m->s, c.from, at));

	for (const struct word *w; (w = words_of(all, 0, W_PART)) && w->text.n < all.n;)
		all = clause_strip(str_from(all, w->text.n));
	/* 全市共实施|技改项目76项 */
	for (const struct word *w; s->beside && ((w = words_of(all, 0, W_SELF)) || (w = words_of(all, 0, W_TOTAL)) || (w = words_of(all, 0, W_LIGHT))) && w->text.n < all.n;)
		all = clause_strip(str_from(all, w->text.n));
	/* 营销公共平台项目3个，安排资金450万元 */
	if (s->beside && !words_of(all, 0, W_VERB) && !words_of(all, 0, W_PAY) && !words_of(all, 0, W_HOLD) && str_sized(all, 4, SPENT_LONGEST) && words_tail(all, W_WORK))
		name = all;
	/* 发放高龄津贴3560人，金额213万元; 研发投入补助18家，共1256万元 */
	struct str aid = all;

	for (const struct word *w; (w = words_of(aid, 0, W_GIVE)) && w->text.n < aid.n;)
		aid = clause_strip(str_from(aid, w->text.n));
	if (words_tail(aid, W_FUND) && !words_tail(aid, W_PAY) && !words_of(aid, 0, W_PAY) && !words_within(aid, W_OF) && !words_within(aid, W_TOWHOM) && str_sized(aid, 4, SPENT_LONGEST))
		name = aid;
	/* 其中续建项目27个 */
	if (words_of(all, 0, W_BUILD) && !words_of(all, 0, W_URGE) && words_tail(all, W_WORK) && !str_longer(all, SPENT_LONGEST))
		name = all;
	return name.p + name.n == s->count_text.p && str_reaches(name, 4) ? name : STR("");
}

/* 防洪工程426亿元、水资源工程820亿元: the words of an item of a list of sums, where it has no other words. */
static struct str item_purpose(const struct judge *j, const struct slots *s)
{
	enum { LONGEST_GIVEN = 10 }; /* characters */
	const struct mention *x = &j->m->items[s->amount];
	bool given = false, listed = false, laid = false;
	size_t from = s->clause.from;

	for (size_t k = s->amount; k-- > s->clause.first;) {
		const struct mention *y = &j->m->items[k];

		listed = y->kind == M_PAUSE;
		/* 为务工群众发放劳务报酬380万元 */
		given = mention_word(y, W_GIVE) && mention_word(y, W_HOLD) && y->from > s->floor;
		/* 安排国家公园体制试点建设1200万元 */
		laid = mention_word(y, W_PAY) && mention_word(y, W_ISSUE) && mention_word(y, W_VERB) && y->from >= s->floor;
		given |= laid;
		if (listed || given) {
			from = y->to;
			break;
		}
	}
	from = slots_behind_recipients(s, from, x->from);
	/* 发放城乡低保金4326万元、特困供养金1280万元 */
	for (const struct word *w; ((w = words_of(j->m->s, from, W_PART)) || (w = words_of(j->m->s, from, W_GIVE))) && from + w->text.n < x->from;)
		given |= words_of(j->m->s, from, W_GIVE) != NULL, from += w->text.n;
	/* 单个项目最高500万元: a limit is for what was given before. */
	if (x->quantity->has_max != x->quantity->has_min || (!j->last && !given))
		return STR("");
	for (size_t k = s->amount; k-- > s->clause.first && j->m->items[k].from >= from;) {
		const struct mention *before = &j->m->items[k];
		/* 国道213线 */
		bool number = before->kind == M_QUANTITY && (before->quantity->kind == QUANTITY_BARE || words_is(before->quantity->unit, W_NAMED));

		if (mention_word(before, W_FUND) || mention_word(before, W_GIVE) || (before->kind == M_QUANTITY && !number) || before->kind == M_BODY)
			return STR("");
	}
	/* 国省干线完成3.2亿元 */
	size_t end = x->from;

	for (const struct word *w; !laid && !words_tail(str_sub(j->m->s, from, end), W_HANDDOWN) && ((w = words_tail(str_sub(j->m->s, from, end), W_LIGHT)) || (w = words_tail(str_sub(j->m->s, from, end), W_REACH)));)
		end -= w->text.n;
	/* An item of a bracket is told in all its words. */
	struct str all = spent_opening(j, s, slots_between(s, from, end)), own = x->depth ? all : slots_name_before(j->m, from, end);

	/* 劳务报酬, 五保供养金: a character that is a word by itself parts no short name. */
	if (own.p != all.p && (given || (listed && j->last)) && !str_longer(all, laid ? SPENT_LONGEST : LONGEST_GIVEN) && !words_within(all, W_OF) && !words_within(all, W_PERUNIT))
		own = all;
	if (own.p == all.p)
		own = all = before_each(j, s, own);
	if (words_own(own, 0, W_EACH) || words_of(own, 0, W_PERUNIT) || words_tail(own, W_PROGRAM) || words_tail(own, W_FUND))
		return STR("");
	/* 给予企业经营者20万元: who gets it. */
	if (besidesum_in_recipient(s, own.p))
		return STR("");
	return own.p == all.p && str_sized(own, 4, SPENT_LONGEST) ? own : STR("");
}

/* （二）资助文艺创作80万元，其中…: all words before the sum of a numbered line. */
static struct str line_purpose(const struct judge *j, const struct slots *s)
{
	struct str name;

	if (j->d->head.measures || s->recipient_count || !granted_item(j, s->amount, &name))
		return STR("");
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *y = &j->m->items[i];

		if (y->kind == M_BODY || mention_word(y, W_GIVE) || mention_word(y, W_TOTALINVEST) || mention_word(y, W_PAY))
			return STR("");
	}
	return str_sized(name, 4, SPENT_LONGEST) && !words_tail(name, W_FUND) && !words_tail(name, W_PROGRAM) ? name : STR("");
}

/* |标准|大棚每亩奖励1800元: whether the word of a standard at mention k begins a name, as nothing that a standard is told with follows it. */
static bool names_kind(const struct mentions *m, size_t k, size_t amount)
{
#define TOLD(h) \
	(WORD_BIT(W_EACH, h) | WORD_BIT(W_PERUNIT, h) | WORD_BIT(W_IS, h) | WORD_BIT(W_MORE, h) | WORD_BIT(W_GIVE, h) | WORD_BIT(W_FUND, h) | WORD_BIT(W_BY, h) | \
	 WORD_BIT(W_TOTAL, h) | WORD_BIT(W_CAP, h) | WORD_BIT(W_BOUND, h) | WORD_BIT(W_BYSHARE, h) | WORD_BIT(W_SINCE, h) | WORD_BIT(W_LUMP, h) | WORD_BIT(W_OF, h))
	static const struct word_set told = {{TOLD(0), TOLD(1)}};
#undef TOLD
	const struct mention *x = &m->items[k];

	if (!mention_word(x, W_LUMP) || !mention_word(x, W_ONCE) || k + 1 >= amount)
		return false;
	return x[1].from > x->to || (x[1].kind == M_WORD && !words_set_meet(&x[1].word->classes, &told));
}

/* 小型冷库每座每年补助200元: what stands at the head of the item, before for each what and how it is given. What is shorter (冷库) says
 * too little by itself. */
static struct str lead_purpose(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 16, HEAD = 3 /* bytes */ };
	const struct mentions *m = j->m;
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, end = m->items[s->amount].from;

	for (size_t k = s->clause.first; k < s->amount; k++) {
		const struct mention *x = &m->items[k];

		if (x->from < from)
			continue;
		if (x->kind == M_PAUSE || mention_word(x, W_PART)) {
			from = x->to;
			continue;
		}
		if (x->kind == M_PERIOD || x->kind == M_BODY)
			return STR("");
		/* 非标准大棚每亩奖励1000元: at the head of an item no standard of a sum. */
		if (x->from <= from + HEAD && names_kind(m, k, s->amount))
			continue;
		/* The 约 of 节约 is none. */
		if (x->kind == M_WORD && x->to == x->from + 3 && k > s->clause.first && x->to < m->items[s->amount].from)
			continue;
		if (x->kind == M_QUANTITY || mention_word(x, W_PERUNIT) || mention_word(x, W_EACH) || mention_word(x, W_GIVE) || mention_word(x, W_ONCE) ||
		    mention_word(x, W_CAP) || mention_word(x, W_FUND) || mention_word(x, W_BOUND) || mention_word(x, W_BYSHARE) || mention_word(x, W_TOTAL)) {
			end = x->from;
			/* 农村低保月人均保障标准 */
			const struct word *time = mention_word(x, W_PERUNIT) && end > from ? words_tail(str_sub(m->s, from, end), W_NOCOUNT) : NULL;

			end -= time && words_is(time->text, W_MEASURE) ? time->text.n : 0;
			break;
		}
	}
	/* 龙岩市、三明市|转移支付资金 */
	struct str own = slots_between(s, s->recipient_count > 1 ? slots_behind_recipients(s, from, end) : from, end);

	/* 将城乡低保标准由每人每月550元提高到600元 */
	const struct word *ba = words_of(own, 0, W_FUTURE);

	if (ba && clause_first_word(m, &s->clause, W_MORE, from, slots_amount(s)->from) >= 0)
		own = clause_strip(str_from(own, ba->text.n));
	const struct word *verb = words_of(own, 0, W_VERB);

	if (!str_sized(own, SHORTEST, LONGEST) || is_idle(own) || words_of(own, 0, W_TOWHOM) || words_tail(own, W_OF) || words_tail(own, W_PERSON) ||
	    words_of(own, 0, W_CONDITION) || words_of(own, 0, W_THIS) || (verb && !str_eq(verb->arg, STR("noun"))) || besidesum_region(own) || str_has(own, STR("。")))
		return STR("");
	return own;
}

bool besidesum_bears(struct str s)
{
	const struct word *pay = words_tail(s, W_PAY), *fund = pay ? words_is(pay->text, W_FUND) : NULL;

	return fund && str_eq(pay->arg, STR("own")) && str_eq(fund->arg, STR("investment"));
}

/* 由某公司贷款, 为申请省级补助: who pays or how it is got, not what for. */
bool besidesum_tells_payer(struct str s)
{
	return besidesum_bears(s) || words_of(s, 0, W_BY) || words_of(s, 0, W_SINCE) || words_of(s, 0, W_IS) || (words_of(s, 0, W_SEEK) && words_tail(s, W_FUND));
}

static bool tells_number(const struct mentions *m, struct str words)
{
	long k = clause_last(m, (size_t)(words.p - m->s.p) + words.n);

	return k >= 0 && m->items[k].kind == M_DOCNO && m->items[k].from >= (size_t)(words.p - m->s.p);
}

/* 标准提高，二级公路由每公里500万元提高到800万元: what is named before the sum that grows. */
static struct str raised_purpose(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 20 };
	const struct mention *was = NULL;

	for (size_t k = s->amount; k-- > s->clause.first;) {
		const struct mention *y = &j->m->items[k];

		if (y->kind == M_QUANTITY && !was && words_of(j->m->s, y->to, W_MORE))
			was = y;
		else if (was && (mention_word(y, W_SINCE) || mention_word(y, W_BY))) {
			struct str name = clause_strip(str_sub(j->m->s, s->clause.from, y->from));

			return str_sized(name, SHORTEST, LONGEST) && !words_within(name, W_FUND) && !words_within(name, W_OF) ? name : STR("");
		}
		if (!was && y->kind == M_QUANTITY)
			break;
	}
	return STR("");
}

/* 第一时间, 应急管理部紧急: how it is given, or by whom. */
static bool tells_manner(struct str s)
{
	const struct context none = {0};
	const struct word *given = words_tail(s, W_HANDDOWN), *how;
	struct body b;

	s.n -= given ? given->text.n : 0;
	how = words_tail(s, W_ADVERB);
	s = how ? clause_strip(str_sub(s, 0, s.n - how->text.n)) : s;
	return how && (!s.n || (body_at(&none, s, 0, &b) && b.s.n == s.n));
}

/* What the words beside the sum or over it say it is for. */
struct str besidesum_purpose(const struct judge *j, const struct slots *s)
{
	struct str (*const beside[])(const struct judge *, const struct slots *) = {besidesum_counted, spent_beside, clause_over, line_purpose, clause_purpose, item_purpose, lead_purpose, raised_purpose};

	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
		struct str told = beside[i](j, s), words = told.n ? before_share(slots_before_each(told)) : told;
		/* 连续三年每亩补贴400元: how long. */
		const struct word *time = words_tail(words, W_MEASURE);

		if (time && words_is(time->text, W_NOCOUNT))
			continue;
		/* 以X财农〔2023〕5号文下达: the paper that hands it down tells nothing of what for. */
		if (!words.n || tells_number(j->m, words))
			continue;
		/* 二级每人每月100元; …前10名的旅行社 is cut behind the count. */
		/* 同一企业年度支持总额不超过200万元 */
		const struct quantity *q = j->m->items[s->amount].quantity;
		bool caps = q->has_max && !q->has_min;

		if (words_of(words, 0, W_PERUNIT) && (j->last || caps) && !words_within(words, W_VERB))
			continue;
		/* 奖励资金分两年拨付，第一年拨付60% */
		if (words_own(words, 0, W_ORDINAL) && judge_is_rate(slots_amount(s)))
			continue;
		/* 本次下达的补助资金总额为566亿元; 孤儿养育标准为2000元 */
		const struct word *is = words_tail(words, W_IS);

		words.n -= is ? is->text.n : 0;
		if (words.p[0] == '(' || tells_manner(words) || words_is(words, W_GRADE) || words_is(words, W_LUMP) || words_of(words, 0, W_OF) || words_tail(words, W_FOLLOWS) || words_tail(words, W_SUM) || besidesum_region(besidesum_without_each(titled_bare(words))))
			continue;
		/* 项目计划投资1.2亿元 */
		if (!besidesum_tells_payer(words) && !words_is(words, W_HANDDOWN) && !(words_tail(words, W_PLANNED) && workname_vague(words)))
			return words;
	}
	return STR("");
}

struct str besidesum_tapped(const struct slots *s)
{
	enum { SHORTEST = 4 };
	const struct mention *x = slots_amount(s);
	size_t from = 0;

	if (!s->program.n || !str_within(s->m->s, s->program) || !words_tail(str_sub(s->m->s, 0, (size_t)(s->program.p - s->m->s.p)), W_SINCE))
		return STR("");
	for (size_t k = s->clause.first; k < s->amount; k++) {
		const struct mention *y = &s->m->items[k];

		if (s->m->s.p + y->from >= s->program.p + s->program.n && (mention_word(y, W_PAY) || mention_word(y, W_HANDDOWN)))
			from = from ? from : y->to;
	}
	struct str name = from ? slots_between(s, slots_behind_recipients(s, from, x->from), x->from) : STR("");

	for (const struct word *w; (w = words_tail(name, W_PROGRAM)) || (w = words_tail(name, W_FUND)) || (w = words_tail(name, W_TOTAL));)
		name = clause_strip(str_sub(name, 0, name.n - w->text.n));
	return str_sized(name, SHORTEST, SPENT_LONGEST) && !besidesum_region(name) && !str_has(name, STR(",")) ? name : STR("");
}
