/* Knows what money is for where no word of purpose says so. */
#include "verb/purpose.h"

#include "verb/member.h"
#include "verb/object.h"
#include "verb/overhead.h"
#include "verb/priced.h"
#include "verb/profile.h"
#include "verb/titled.h"
#include "verb/spent.h"
#include "verb/workname.h"

enum { LONGEST_DEED = 40 }; /* characters of what is done with the money */

/* Also one whose name others have. */
static bool is_region(struct str s)
{
	size_t used = 0;

	region_chain(s, &used);
	return s.n && used == s.n;
}

/* 乙省各, 丁州等地: a region without the words that tell of several. */
static struct str without_each(struct str s)
{
	const struct word *each = words_tail(s, W_ONCE), *etc = words_tail(s, W_ETC);

	return clause_strip(str_sub(s, 0, s.n - (etc ? etc->text.n : each ? each->text.n : 0)));
}

static bool in_recipient(const struct slots *s, const char *at)
{
	for (size_t k = 0; k < s->recipient_count; k++)
		if (str_within(s->recipients[k], (struct str){at, 1}))
			return true;
	return false;
}

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
	if (!str_sized(own, 4, LONGEST) || is_region(own) || words_tail(own, W_FUND))
		return STR("");
	return own;
}

/* 首期到位, 拟申请, 第一年: how and when money comes, not what for. */
static bool is_idle(struct str s)
{
	static const enum word_class idle[] = {W_DONE, W_SEEK, W_FUTURE, W_PLANNED, W_NTH, W_SELF, W_LUMP, W_PAY, W_BY, W_REACH, W_GROWTH, W_STAT, W_PART, W_FORWHAT, W_HANDDOWN};
	bool vague = true;

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_at(s, i);

		str_char(s, i, &len);
		vague &= words_of(s, i, W_VAGUE) || words_of(s, i, W_PLAINAID) || words_of(s, i, W_ADVERB);
		for (; w; w = words_also(w)) {
			for (size_t k = 0; k < sizeof idle / sizeof *idle; k++)
				if (w->class == idle[k])
					return true;
			len = w->text.n;
		}
	}
	return vague;
}

/* 一般县中央补助348元: words that end in who gives tell no purpose. */
static bool ends_in_giver(const struct slots *s, struct str words)
{
	return s->funder.kind && words.p + words.n == s->funder.s.p + s->funder.s.n;
}

/* 每艘: bytes of the unit behind 每. */
static size_t unit_bytes(struct str s, size_t at)
{
	const struct word *counted = words_of(s, at, W_COUNTED), *unit = counted ? counted : words_of(s, at, W_MEASURE);

	return unit ? unit->text.n : 0;
}

/* 每人每月: nothing but 每 and units. */
static bool is_each(struct str s)
{
	const struct word *each = words_own(s, 0, W_EACH);

	for (size_t unit; each && (unit = unit_bytes(s, each->text.n)); each = words_own(s, 0, W_EACH)) {
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

	/* 二级公路每公里补助600万元 */
	for (size_t i = 0, len; i < name.n; i += len) {
		const struct word *per = words_own(name, i, W_EACH);

		str_char(name, i, &len);
		if (per && str_reaches(str_sub(name, 0, i), SHORTEST) && is_each(str_from(name, i)))
			return clause_strip(str_sub(name, 0, i));
	}
	if (!(each = words_tail(name, W_EACH)) || each->text.n >= name.n || all.p + all.n != name.p + name.n)
		return name;
	bool whole = verb && !str_eq(verb->arg, STR("noun")) && all.p + verb->text.n == name.p;

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

		if (more && more < x->to - x->from && !s->invested && !is_region(before))
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
	/* 资金从旅游发展专项资金中列支，总额2000万元 */
	bool drawn = s->program.n && str_within(over, s->program);
	const struct word *help = words_of(over, 0, W_HELP);
	/* 奖励特别优秀的学生，每人每年8000元; 资助对象为在校学生，每人每年2000元: who gets it. */
	const struct word *fund = words_of(over, 0, W_FUND);
	bool aid = fund && !str_starts(fund->arg, STR("weak:"));
	bool whom = (aid && help && str_eq(help->arg, STR("person"))) || (aid && (words_within(over, W_IS) || words_within(over, W_PERSON)));
	bool other = drawn || whom || object_of(over).n || words_within(over, W_BY) || words_of(over, 0, W_BYSHARE) || words_of(over, 0, W_MEANS) || words_of(over, 0, W_WITH) || words_of(over, 0, W_BY) || words_of(over, 0, W_TOWHOM) ||
	             words_tail(over, W_OF) || words_tail(over, W_HELP);

	return other || before.to + 1 < s->clause.from || !str_sized(over, 4, LONGEST_DEED) ? STR("") : over;
}

/* 实施改造工程7项，投资2600万元: what is counted may stand before the count. */
static struct str counted_before(const struct judge *j, const struct slots *s)
{
	if (!s->count_text.n || s->counted.n)
		return STR("");
	size_t at = (size_t)(s->count_text.p - j->m->s.p);
	struct range c = clause_around(j->m, &j->sentence, at);
	struct str name = slots_name_before(j->m, c.from, at), all = clause_strip(str_sub(j->m->s, c.from, at));

	for (const struct word *w; (w = words_of(all, 0, W_PART)) && w->text.n < all.n;)
		all = clause_strip(str_from(all, w->text.n));
	/* 营销公共平台项目3个，安排资金450万元 */
	if (s->beside && !words_of(all, 0, W_VERB) && !words_of(all, 0, W_PAY) && !words_of(all, 0, W_HOLD) && str_sized(all, 4, LONGEST_DEED) && words_tail(all, W_WORK))
		name = all;
	/* 其中续建项目27个 */
	if (words_of(all, 0, W_BUILD) && !words_of(all, 0, W_URGE) && words_tail(all, W_WORK) && !str_longer(all, LONGEST_DEED))
		name = all;
	return name.p + name.n == s->count_text.p && str_reaches(name, 4) ? name : STR("");
}

/* 防洪工程426亿元、水资源工程820亿元: the words of an item of a list of sums, where it has no other words. */
static struct str item_purpose(const struct judge *j, const struct slots *s)
{
	enum { LONGEST_GIVEN = 10 }; /* characters */
	const struct mention *x = &j->m->items[s->amount];
	bool given = false, listed = false;
	size_t from = s->clause.from;

	for (size_t k = s->amount; k-- > s->clause.first;) {
		const struct mention *y = &j->m->items[k];

		listed = y->kind == M_PAUSE;
		/* 为务工群众发放劳务报酬380万元 */
		given = mention_word(y, W_GIVE) && mention_word(y, W_HOLD) && y->from > s->floor;
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

	for (const struct word *w; !words_tail(str_sub(j->m->s, from, end), W_HANDDOWN) && ((w = words_tail(str_sub(j->m->s, from, end), W_LIGHT)) || (w = words_tail(str_sub(j->m->s, from, end), W_REACH)));)
		end -= w->text.n;
	/* An item of a bracket is told in all its words. */
	struct str all = spent_opening(j, s, slots_between(s, from, end)), own = x->depth ? all : slots_name_before(j->m, from, end);

	/* 劳务报酬, 五保供养金: a character that is a word by itself parts no short name. */
	if (own.p != all.p && (given || (listed && j->last)) && !str_longer(all, LONGEST_GIVEN) && !words_within(all, W_OF) && !words_within(all, W_PERUNIT))
		own = all;
	if (own.p == all.p)
		own = all = before_each(j, s, own);
	if (words_own(own, 0, W_EACH) || words_of(own, 0, W_PERUNIT) || words_tail(own, W_PROGRAM) || words_tail(own, W_FUND))
		return STR("");
	/* 给予企业经营者20万元: who gets it. */
	if (in_recipient(s, own.p))
		return STR("");
	return own.p == all.p && str_sized(own, 4, LONGEST_DEED) ? own : STR("");
}

/* （二）资助文艺创作80万元，其中…: all words before the sum of a numbered line. */
static struct str line_purpose(const struct judge *j, const struct slots *s)
{
	struct str name;

	if (j->d->head.measures || s->recipient_count || !judge_is_item(j, s->amount, &name))
		return STR("");
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *y = &j->m->items[i];

		if (y->kind == M_BODY || mention_word(y, W_GIVE) || mention_word(y, W_TOTALINVEST) || mention_word(y, W_PAY))
			return STR("");
	}
	return str_sized(name, 4, LONGEST_DEED) && !words_tail(name, W_FUND) && !words_tail(name, W_PROGRAM) ? name : STR("");
}

/* 小型冷库每座每年补助200元: what stands at the head of the item, before for each what and how it is given. What is shorter (冷库) says
 * too little by itself. */
static struct str lead_purpose(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 16 };
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
	    words_of(own, 0, W_CONDITION) || words_of(own, 0, W_THIS) || (verb && !str_eq(verb->arg, STR("noun"))) || is_region(own) || str_has(own, STR("。")))
		return STR("");
	return own;
}

/* 购房补贴, 人才津贴: the subsidy's own name, unless words that any money has stand before its last one (财政补贴, 一次性奖励). */
static struct str own_name(struct str s)
{
	enum { BASE = 6, LONGEST = 12 };
	struct str first = s.n > BASE ? str_sub(s, 0, s.n - BASE) : STR("");

	/* 拟支持资金, 拟奖励 */
	if (words_of(s, 0, W_FUTURE) && spent_paying(s))
		return STR("");

	/* 市级福彩公益金补助: who gives it. */
	const struct word *level = words_of(s, 0, W_PURSE);

	if (level && str_eq(level->arg, STR("level")))
		return STR("");
	/* 第二年奖励, 安排补助 and 上市后奖励 are no names of one. */
	if (!first.n || (words_within(first, W_IS) && words_within(first, W_LUMP)) || words_of(s, 0, W_BY) || words_is(first, W_GRADE) || words_tail(first, W_SETTING) || words_own(first, 0, W_ORDINAL) || words_of(first, 0, W_PAY) || words_of(first, 0, W_ADVERB) || !words_is(str_from(s, s.n - BASE), W_FUND) || str_longer(first, LONGEST) || is_region(first))
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
		    (mention_word(y, W_PERSON) && in_recipient(s, m->s.p + y->from))) {
			from = y->to > from ? y->to : from;
			if (mention_word(y, W_EACH) || mention_word(y, W_PERUNIT))
				from += unit_bytes(m->s, from);
			break;
		}
	}
	if (!cue->behind)
		from = slots_behind_recipients(s, from, word->from);
	struct str name = clause_strip(str_sub(m->s, from, word->to));
	size_t len;
	long value;

	/* 每立方米补贴150元: for each what is no name. */
	if (words_tail(str_sub(m->s, s->clause.from, from), W_EACH))
		return STR("");
	/* 7.高龄补贴每人每月50元 */
	if (from == m->start && outline_marker(name, &len, &value))
		name = clause_strip(str_from(name, len));
	for (const struct word *w; (w = words_of(name, 0, W_OF)) || (w = words_of(name, 0, W_ONCE)) || (w = words_of(name, 0, W_PART)) || (w = words_of(name, 0, W_HANDDOWN));)
		name = clause_strip(str_from(name, w->text.n));
	/* 给予用人单位引才补贴 */
	if (s->recipient_count && s->recipients[0].p == name.p && s->recipients[0].n < name.n)
		name = clause_strip(str_from(name, s->recipients[0].n));
	return own_name(name);
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
	struct str deed = to < c.to && c.to < x->from ? deed_behind(slots_between(s, to, c.to)) : STR("");
	const struct word *of = words_tail(deed, W_OF);

	deed.n -= of ? of->text.n : 0;
	if (str_chars(deed) >= 4 && str_chars(deed) <= LONGEST_DEED && words_of(deed, 0, W_VERB) && !words_of(deed, 0, W_MAY) && !words_of(deed, 0, W_GIVE) && !words_of(deed, 0, W_FUND) && !words_of(deed, 0, W_BY))
		return deed;
	/* 对甲省安排2亿元 tells who gets it alone. */
	bool told = s->recipients[0].p > j->m->s.p + s->head && !is_region(s->recipients[0]);

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
	return str_sized(own, SHORTEST, LONGEST) && !(words_is(own, W_FUND) && !str_reaches(own, 5)) && !words_is(own, W_VAGUE) && !is_region(without_each(own)) ? own : STR("");
}

/* 由某公司贷款, 为申请省级补助: who pays or how it is got, not what for. */
static bool tells_payer(struct str s)
{
	return words_of(s, 0, W_BY) || words_of(s, 0, W_SINCE) || words_of(s, 0, W_IS) || (words_of(s, 0, W_SEEK) && words_tail(s, W_FUND));
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
	return str_chars(first) < 2 || (words_of(name, 0, W_FUTURE) && spent_paying(name)) || words_of(name, 0, W_HANDDOWN) || words_tail(first, W_FIRM) || is_region(first) || words_within(name, W_EACH) || words_of(name, 0, W_PERUNIT) || tells_payer(first) || words_within(first, W_DONE) || words_within(first, W_SEEK) || words_within(first, W_FUTURE) ? STR("") : name;
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
static struct str beside_purpose(const struct judge *j, const struct slots *s)
{
	struct str (*const beside[])(const struct judge *, const struct slots *) = {counted_before, spent_beside, clause_over, line_purpose, clause_purpose, item_purpose, lead_purpose, raised_purpose};

	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
		struct str words = before_share(slots_before_each(beside[i](j, s)));
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
		if (words.p[0] == '(' || tells_manner(words) || words_is(words, W_GRADE) || words_is(words, W_LUMP) || words_of(words, 0, W_OF) || words_tail(words, W_FOLLOWS) || words_tail(words, W_SUM) || is_region(without_each(titled_bare(words))))
			continue;
		/* 项目计划投资1.2亿元 */
		if (!tells_payer(words) && !words_is(words, W_HANDDOWN) && !(words_tail(words, W_PLANNED) && workname_vague(words)))
			return words;
	}
	return STR("");
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

/* What the money is for, when no word of purpose says so: what is counted, the project it is invested in, the condition
 * that its recipient meets, the sum that it is a part or a limit of, the words beside it, the fund's name, the heading. */
static struct str implied(const struct judge *j, const struct slots *s, const struct cue *cue, struct str project)
{
	if (s->counted.n && !str_longer(s->counted, 30) && !words_is(s->counted, W_PERSON))
		return s->counted;
	const struct finding *over = profile_project(j->d, j->index);
	struct str item = part_item(j, s);

	/* 其中白石乡100万元 names who gets it. */
	if (item.n && !(s->recipient_count && item.p == s->recipients[0].p && item.n == s->recipients[0].n))
		return item;
	/* 一、某村道路工程 as the heading; 某村道路项目30万元 */
	if (project.n && (s->invested || (over && project.p == over->name.p) || project.p + project.n == j->m->s.p + j->m->items[s->amount].from))
		return project;
	struct str priced = s->invested && !j->d->head.measures ? priced_words(j->m, &j->sentence, s->amount) : STR("");

	if (str_sized(priced, 4, LONGEST_DEED))
		return priced;
	struct str member = s->beside ? counted_before(j, s) : member_purpose(s);
	/* X工程42公里,每公里补助4万元 */
	bool told = project.n && project.p >= j->m->s.p + j->sentence.from && project.p < j->m->s.p + j->m->items[s->amount].from;

	if (member.n)
		return member;
	/* 设立规模10亿元的科创引导基金 */
	if (cue->fund && cue->at < j->m->n) {
		const struct word *of = words_of(j->m->s, j->m->items[s->amount].to, W_OF);
		struct str fund = of ? slots_between(s, j->m->items[s->amount].to + of->text.n, j->m->items[cue->at].to) : STR("");

		/* 每公里40万元的标准安排国债资金 */
		if (str_sized(fund, 4, LONGEST_DEED) && !words_of(fund, 0, W_LUMP) && !words_within(fund, W_PAY))
			return fund;
	}
	struct str named = named_subsidy(j, s, cue);

	if (named.n && !tells_payer(named) && !is_region(titled_bare(named)))
		return named;
	/* 对机构，租赁用房的，按租金的50%，给予最高200万元: a limit to what those got who were told before is for the same, unless that only tells what they
	 * have reached. */
	const struct quantity *q = j->m->items[s->amount].quantity;

	if (j->last && j->purpose.n && !words_within(j->purpose, W_REACH) && q->has_max && !q->has_min && s->recipient_count && s->recipients[0].p < j->m->s.p + s->floor)
		return j->purpose;
	struct str done = recipients_deed(j, s);

	if (done.n)
		return done;
	struct str words = beside_purpose(j, s);

	if (words.n)
		return words;
	if (j->purpose.n && (j->parts || j->last))
		return j->purpose;
	/* 博士每人每月发放生活补贴3000元;硕士每人每月1500元 */
	if (j->d->head.measures && words_tail(j->purpose, W_FUND) && clause_last_word(j->m, &s->clause, W_PERUNIT, s->clause.from, j->m->items[s->amount].from) >= 0)
		return j->purpose;
	struct str behind = spent_behind(j, s);

	if (behind.n)
		return behind;
	/* 从省级预备费中安排: what it is paid out of is not what for. */
	bool tapped = s->program.n && str_within(j->m->s, s->program) && words_tail(str_sub(j->m->s, 0, (size_t)(s->program.p - j->m->s.p)), W_SINCE);
	struct str fund = tapped ? STR("") : program_purpose(s->program);

	/* 中央和省补助资金: who gives it is nothing that it is for. */
	bool whose = s->funder.kind && str_starts(s->program, s->funder.s);
	struct str called = whose ? clause_strip(str_from(s->program, s->funder.s.n)) : s->program;

	fund = whose && str_eq(fund, s->funder.s) ? STR("") : fund;

	/* 工业发展资金 says more than the heading over it, 财政补助资金 does not. */
	if (!fund.n && !tapped && !j->d->head.measures && str_reaches(called, 4) && !spent_paying(called) && !is_region(titled_bare(called)))
		fund = s->program;
	if (told)
		return project;
	if (fund.n)
		return fund;
	if (j->purpose.n && j->m->items[s->amount].quantity->has_max && !j->m->items[s->amount].quantity->has_min)
		return j->purpose;
	/* 目前，已到位省级补助资金2100万元: a sentence that only tells that money comes goes on with what the one before it is for. */
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor;

	if (!j->d->head.measures && !j->d->subject.n && j->topic.n && !s->recipient_count && spent_paying(spent_opening(j, s, slots_between(s, from, j->m->items[s->amount].from))))
		return j->topic;
	struct str money = money_name(j, s);

	money = money.n ? money : overhead_purpose(j, s);
	return money.n ? money : project;
}

struct str purpose_implied(const struct judge *j, const struct slots *s, const struct cue *cue, struct str project)
{
	struct str words = implied(j, s, cue, project), own = more_than_recipient(s, words);

	return own.n || !words.n ? own : overhead_purpose(j, s);
}
