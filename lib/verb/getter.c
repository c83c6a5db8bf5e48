/* Knows which words name those who may get something, and where such a name ends. */
#include "verb/getter.h"

#include "doc/words.h"
#include "verb/clause.h"
#include "zh/quantity.h"
#include "zh/period.h"

/* Whether words name those who get it: 的 stands in them or they end in a class. */
bool getter_whole(struct str s)
{
	return words_tail(s, W_PERSON) || words_tail(s, W_CLASS) || words_tail(s, W_FIRM) || words_tail(s, W_NAMED) || words_within(s, W_OF);
}

bool getter_doer(struct str s)
{
	return words_tail(s, W_PERSON) || words_tail(s, W_CLASS) || words_tail(s, W_FIRM);
}

/* What may stand behind the last class of a list: a bracket, a time or what those do. */
static bool ends_class(struct str rest)
{
	const struct word *verb = words_of(rest, 0, W_VERB);
	struct period p;

	return str_starts(rest, STR("(")) || words_of(rest, 0, W_BUILD) || (verb && !str_eq(verb->arg, STR("noun"))) || period_match(rest, (struct ymd){0, 0, 0}, &p);
}

/* 小微企业和个体工商户|年应纳税所得额不到100万元的部分: where the classes end whose lead figure is told; 0: none is. */
static size_t measured_end(struct str r)
{
	for (size_t i = 0, len; i < r.n; i += len) {
		const struct word *w = words_at(r, i), *who = words_of(r, i, W_PERSON), *firm = who ? who : words_of(r, i, W_FIRM), *class = firm ? firm : words_of(r, i, W_CLASS);
		uint32_t c = str_char(r, i, &len);
		size_t end = class && class->text.n > 3 ? i + class->text.n : 0;
		const struct word *time = end ? words_own(r, end, W_NOCOUNT) : NULL;

		if (end && (words_of(r, end, W_STAT) || (time && words_of(r, end + time->text.n, W_STAT))))
			return end;
		if (c < 0x3000 || words_of(r, i, W_OF))
			return 0;
		len = w ? w->text.n : len;
	}
	return 0;
}

/* The bytes of the class that r begins with, where what it does or what is told of it stands right behind; 0: neither does. `condition`: r without
 * the 的 that it may end in, `doers`: what that tells of is who does it. */
static size_t doing_end(struct str r, struct str condition, bool doers)
{
	bool of = condition.n < r.n;
	const struct word *named = words_of(r, 0, W_PERSON), *kind = named ? NULL : words_of(r, 0, W_CLASS), *first = kind && str_eq(kind->arg, STR("close")) && str_chars(kind->text) > 2 ? kind : named;
	const struct word *act = first && first->text.n > 3 ? words_of(r, first->text.n, W_VERB) : NULL;

	/* 旅行社年组织游客 */
	const struct word *when = first && !act ? words_of(r, first->text.n, W_NOCOUNT) : NULL;

	/* 旅行社年度组织接待游客 */
	const struct word *lead = first && !act && !when && first->text.n > 3 ? words_of(r, first->text.n, W_PROSE) : NULL;

	/* 企业牵头|承担国家项目的 */
	lead = lead || !first || act || when ? lead : words_of(r, first->text.n, W_ROLE);

	if (lead)
		when = lead, act = words_of(r, first->text.n + when->text.n, W_VERB);
	else if (when && first->text.n > 3 && words_is(when->text, W_MEASURE))
		act = words_of(r, first->text.n + when->text.n, W_VERB);
	size_t behind = act ? first->text.n + (when ? when->text.n : 0) : 0;

	/* 旅行社组织游客; 村集体流转土地500亩以上的, but not 企业研发人员的 */
	bool acts = act && (!str_eq(act->arg, STR("noun")) || words_of(r, behind, W_LIGHT) || words_of(r, behind, W_WITH) || (of && !doers));
	/* 个人消费者报废符合条件的旧车的, but not 企业引进的人才入选的 */
	bool own = of && act && !doers && !words_of(r, behind + act->text.n, W_OF);

	if (acts && (own || !words_within(condition, W_OF)))
		return first->text.n;
	/* 企业从银行获得的贷款, 平台为企业提供的服务, 企业上年度用电量增长20%以上的: what stands right behind the class tells of it. */
	struct period p;
	bool told = first && first->text.n > 3 && first->text.n < r.n && !getter_doer(r) &&
	            (words_of(r, first->text.n, W_SINCE) || words_of(r, first->text.n, W_HELP) || (of && period_match(str_from(r, first->text.n), (struct ymd){0, 0, 0}, &p)));

	return told ? first->text.n : 0;
}

/* 老旧工业企业设备改造投资300万元以上的: the class that a condition begins with; all of it where none does. */
struct str getter_class(struct str r)
{
	enum { LONGEST = 120 };
	static const struct word_set stat = {{WORD_BIT(W_STAT, 0), WORD_BIT(W_STAT, 1)}};

	if (!r.n)
		return r;
	size_t measured = words_may_hold(r, &stat) ? measured_end(r) : 0;

	if (measured)
		return str_sub(r, 0, measured);
	/* 企业开展产学研合作 */
	const struct word *of = words_tail(r, W_OF);
	struct str condition = str_sub(r, 0, r.n - (of ? of->text.n : 0));
	bool doers = getter_doer(condition) && !words_tail(condition, W_WORK);
	size_t doing = doing_end(r, condition, doers);

	if (doing)
		return str_sub(r, 0, doing);
	if (!words_tail(r, W_OF) && (getter_doer(r) || words_within(r, W_OF)))
		return r;
	int depth = 0;
	bool listed = false;

	for (size_t i = 0, len; i < r.n && i < LONGEST; i += len) {
		const struct word *w = words_at(r, i), *verb = words_of(r, i, W_VERB), *class = words_of(r, i, W_CLASS), *firm = words_of(r, i, W_FIRM);

		/* 企业, 单位, not 地区 */
		/* 企业、高校建设实验室 */
		firm = firm || !class || !(words_of(r, i, W_PERSON) || listed) ? firm : class;
		uint32_t c = str_char(r, i, &len);
		size_t end = firm ? i + firm->text.n : 0;

		/* 芯片、微机电系统(MEMS)、功率器件企业(含材料、设计环节)上年购置设备的 */
		depth += (c == '(') - (c == ')');
		listed |= c == 0x3001 || c == '(';
		if (depth > 0 || c == ')' || c == 0x3001)
			continue;
		/* 家庭农场、农民合作社、农村集体经济组织: the list goes on. */
		if (i && firm && firm->text.n > 3 && str_starts(str_from(r, end), STR("、"))) {
			len = firm->text.n;
			continue;
		}
		if (i && firm && firm->text.n > 3) {
			bool more = words_of(r, end, W_OF) || words_of(r, end, W_JOIN) || words_of(r, end, W_PERSON) || words_of(r, end, W_FIRM) || words_of(r, end, W_WORK);

			return more || end >= r.n || (listed && !ends_class(str_from(r, end))) ? r : str_sub(r, 0, end);
		}
		/* 个人消费者购买手机 */
		const struct word *person = i ? words_of(r, i, W_PERSON) : NULL, *does = person && person->text.n > 3 ? words_of(r, i + person->text.n, W_VERB) : NULL;

		/* 农民合作社、村集体经济组织|新建冷库 */
		does = does || !person || person->text.n <= 3 ? does : words_of(r, i + person->text.n, W_BUILD);

		/* 特困老年人在助餐点就餐 */
		bool place = does && words_of(r, i + person->text.n, W_AT);

		if (does && !firm && (place || !str_eq(does->arg, STR("noun")) || (of && !doers)))
			return str_sub(r, 0, i + person->text.n);
		/* 芯片设计企业 */
		bool noun = verb && (str_eq(verb->arg, STR("noun")) || words_of(r, i + verb->text.n, W_FIRM) || words_of(r, i + verb->text.n, W_CLASS));

		/* 世界500强企业 */
		bool digit = c >= '0' && c <= '9';

		if ((c < 0x3400 && !digit) || words_of(r, i, W_OF) || words_of(r, i, W_JOIN) || (verb && !noun && !words_of(r, i, W_BUILD)))
			return r;
		len = w ? w->text.n : len;
	}
	return r;
}

/* The person or firm that a word at byte i names, or NULL; *len: of the word there, or of the character. */
static const struct word *named_at(struct str s, size_t i, size_t *len)
{
	const struct word *w = words_at(s, i), *who = words_of(s, i, W_PERSON);

	str_char(s, i, len);
	*len = w ? w->text.n : *len;
	return who ? who : words_of(s, i, W_FIRM);
}

struct str getter_acting(struct str s)
{
	if (words_within(s, W_OF) || getter_builds(s))
		return STR("");
	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *who = named_at(s, i, &len);
		const struct word *act = who && who->text.n > 3 ? words_of(s, i + who->text.n, W_VERB) : NULL;

		if (act && (!str_eq(act->arg, STR("noun")) || words_of(s, i + who->text.n, W_AT)))
			return words_of(s, i, W_WORK) || getter_acts(str_sub(s, 0, i)) ? STR("") : str_sub(s, 0, i + who->text.n);
		/* 企业当年人才投入 */
		if (words_of(s, i, W_FIRM) || words_of(s, i, W_CLASS))
			break;
	}
	return STR("");
}

struct str getter_cost(struct str s)
{
	const struct word *fund = words_tail(s, W_SHARE) ? NULL : words_tail(s, W_FUND);

	if (fund ? !str_eq(fund->arg, STR("loan")) : !words_tail(s, W_SHARE))
		return STR("");
	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *who = named_at(s, i, &len);

		if (words_of(s, i, W_OF))
			return STR("");
		if (!who || who->text.n <= 3)
			continue;
		size_t end = i + who->text.n;
		const struct word *of = words_of(s, end, W_OF);

		/* 企业单位 is one word, 企业职工 another. */
		if (words_of(s, end, W_PERSON) || words_of(s, end, W_FIRM) || words_of(s, end, W_JOIN) || str_starts(str_from(s, end), STR("、")))
			continue;
		struct str cost = clause_strip(str_from(s, end + (of ? of->text.n : 0)));

		/* 企业|按其贡献额: of what a share is given, not what they spend. */
		return str_reaches(cost, 2) && !words_of(cost, 0, W_BYSHARE) ? cost : STR("");
	}
	return STR("");
}

/* 开通国际货运班列的: nothing before the last 的 is one who could get it. */
bool getter_nobody(struct str s)
{
	const struct word *of = words_tail(s, W_OF);
	struct str all = of ? str_sub(s, 0, s.n - of->text.n) : s;

	struct str deed = all;

	for (const struct word *w; ((w = words_of(deed, 0, W_VAGUE)) || (w = words_of(deed, 0, W_PLAINAID)) || (w = words_of(deed, 0, W_ADVERB))) && w->text.n < deed.n;)
		deed = str_from(deed, w->text.n);
	/* 取得技师证书的, 首次通过高新技术企业认定的 */
	if (of && getter_builds(deed) && !words_within(all, W_OF) && !getter_doer(all))
		return true;
	if (!of || words_tail(all, W_CLASS) || words_tail(all, W_NAMED))
		return false;
	for (size_t i = 0, len; i < all.n; i += len) {
		const struct word *w = words_at(all, i), *firm = words_of(all, i, W_FIRM), *person = words_of(all, i, W_PERSON);

		str_char(all, i, &len);
		if ((firm && firm->text.n > 3) || (person && person->text.n > 3))
			return false;
		len = w ? w->text.n : len;
	}
	return true;
}

/* Whether a verb stands in words: 柔性引进专家. */
bool getter_acts(struct str s)
{
	for (size_t i = words_next(s, 0, W_VERB); i < s.n; i = words_next(s, i + 1, W_VERB)) {
		const struct word *verb = words_of(s, i, W_VERB);

		if (!str_eq(verb->arg, STR("noun")) && verb->text.n > 3)
			return true;
	}
	return false;
}

/* 支持建设一批创新平台: what is built, nobody who gets anything. */
bool getter_builds(struct str s)
{
	const struct word *verb = words_of(s, 0, W_VERB);

	return words_of(s, 0, W_BUILD) || (verb && !str_eq(verb->arg, STR("noun")));
}

bool getter_dealt_with(struct str told)
{
	for (size_t i = 0, len; i < told.n; i += len) {
		const struct word *light = words_of(told, i, W_LIGHT);

		if (i && light && !words_within(str_from(told, i), W_OF) && !getter_doer(told))
			return true;
		str_char(told, i, &len);
	}
	return false;
}

/* 补助标准为小学, 补助资金按照每个村: nobody's name goes on over words of money. */
static struct str behind_money(struct str r)
{
	size_t from = 0;
	bool money = false;

	for (size_t i = 0, len; i < r.n; i += len) {
		const struct word *w = words_of(r, i, W_FUND), *is = words_of(r, i, W_IS), *by = words_of(r, i, W_BYSHARE);

		str_char(r, i, &len);
		if (w && !str_starts(w->arg, STR("weak:")))
			money = true, len = w->text.n;
		else if (money && (is || by))
			from = i + (is ? is->text.n : by->text.n), len = is ? is->text.n : by->text.n;
	}
	return from && from < r.n ? clause_strip(str_from(r, from)) : r;
}

/* 共下达40个村: what is done and for how many stand before who gets it. */
static struct str behind_verb(struct str r)
{
	const struct word *w;
	struct str all = r;

	while (((w = words_of(r, 0, W_TOTAL)) || (w = words_of(r, 0, W_DONE)) || (w = words_of(r, 0, W_HANDDOWN))) && w->text.n < r.n)
		r = str_from(r, w->text.n);
	struct quantity q;
	size_t n = r.n < all.n ? quantity_match(r, STR(""), &q) : 0;

	return n && q.kind == QUANTITY_COUNT ? str_from(r, n) : all;
}

struct str getter_named(struct str s)
{
	return behind_money(behind_verb(s));
}
