/* Knows which words name those whose money it is: treasuries, levels of government, regions that pay. */
#include "doc/purse.h"

#include "doc/words.h"
#include "zh/quantity.h"

enum {
	LONGEST_TOWHOM = 40, /* characters from 对 to the word of giving */
	LONGEST_FUND = 16    /* characters of a fund's name before its last word */
};

static size_t skip_adverbs(struct str s, size_t at)
{
	for (const struct word *x; (x = words_of(s, at, W_DONE)) || (x = words_of(s, at, W_FUTURE)) || (x = words_of(s, at, W_ADVERB));)
		at += x->text.n;
	/* 甲县、乙县各配套200万元 */
	const struct word *once = words_of(s, at, W_ONCE), *pay = once ? words_of(s, at + once->text.n, W_PAY) : NULL;

	return pay && str_eq(pay->arg, STR("own")) && !words_of(s, at, W_PAY) ? at + once->text.n : at;
}

/* 自行筹措…, 对…给予…: who stands before pays from its own purse. */
static bool pays_own(struct str s, size_t at)
{
	const struct word *pay = words_of(s, at, W_PAY);
	size_t len;

	if (pay && str_eq(pay->arg, STR("own")))
		return true;
	if (!words_of(s, at, W_TOWHOM))
		return false;
	for (size_t i = at, n = 0; i < s.n && n < LONGEST_TOWHOM; i += len, n++) {
		pay = words_of(s, i, W_PAY);
		if (pay && str_eq(pay->arg, STR("own")))
			return true;
		uint32_t c = str_char(s, i, &len);

		if (c == 0x3002 || c == ';' || c == ':')
			return false;
	}
	return false;
}

/* 含中央1.85亿元 */
static bool is_sum(struct str s, size_t at)
{
	struct quantity q;

	return at < s.n && quantity_match(str_from(s, at), STR(""), &q) > 0 && q.kind == QUANTITY_MONEY;
}

/* 省级水库安全运行补助资金, 中央水利发展资金: whose a fund is stands before its name. */
static bool heads_fund(struct str s, size_t at)
{
	size_t len;

	for (size_t i = at, n = 0; i < s.n && n < LONGEST_FUND; i += len, n++) {
		const struct word *w = words_at(s, i), *fund = words_of(s, i, W_PROGRAM), *verb = words_of(s, i, W_VERB);

		/* 得到省级育种资金的企业 */
		if (fund && i > at)
			return (words_of(s, i, W_FUND) || words_tail(fund->text, W_FUND)) && !words_of(s, i + fund->text.n, W_OF);
		if (str_char(s, i, &len) < 0x3400)
			return false;
		if (w && (words_of(s, i, W_STOP) || words_of(s, i, W_OF) || words_of(s, i, W_JOIN) || words_of(s, i, W_WORK) || words_of(s, i, W_CLASS) ||
		    words_of(s, i, W_FIRM) || words_of(s, i, W_GIVE) || words_of(s, i, W_DONE) || (verb && !str_eq(verb->arg, STR("noun")) && !words_of(s, i, W_BUILD))))
			return false;
		len = w ? w->text.n : len;
	}
	return false;
}

/* Bytes of (市、区) at byte `at`, what a level is called elsewhere, or 0. */
static size_t level_bracket(struct str s, size_t at)
{
	enum { LONGEST = 30 }; /* bytes */
	size_t close = at < s.n && s.p[at] == '(' ? str_find(str_sub(s, 0, at + LONGEST < s.n ? at + LONGEST : s.n), STR(")"), at) : s.n;

	return close < s.n && close < at + LONGEST && words_own(s, at + 1, W_LEVEL) ? close + 1 - at : 0;
}

/* 省、市(州)、县(市、区)三级财政: bytes of levels that share the word of a treasury behind the last, or 0. */
static size_t joint_treasury(struct str s)
{
	enum { MOST_LEVELS = 6 };
	size_t at = 0, levels = 0;

	for (const struct word *w; levels++ < MOST_LEVELS && (w = words_own(s, at, W_PURSE));) {
		at += w->text.n;
		at += level_bracket(s, at);
		const struct word *treasury = words_own(s, at, W_TREASURY), *join = words_own(s, at, W_JOIN);

		if (treasury)
			return at + treasury->text.n;
		at += join ? join->text.n : 0;
	}
	return 0;
}

/* 中央补助…, 省级专项…, 中央已累计安排…, 市级按担保额的1%: a level that pays, where a word of money follows. */
static bool level_at(struct str rest, struct body *out)
{
	const struct word *w = words_of(rest, 0, W_PURSE);

	if (!w)
		return false;
	size_t joint = joint_treasury(rest), i = skip_adverbs(rest, w->text.n);

	if (joint) {
		*out = body_of(BODY_TREASURY, str_sub(rest, 0, joint), STR(""));
		return true;
	}

	if (!words_of(rest, i, W_FUND) && !words_of(rest, i, W_PROGRAM) && !words_of(rest, i, W_GIVE) && !(words_of(rest, i, W_BYSHARE) && !words_of(rest, i, W_BOUND)) && !pays_own(rest, i) && !is_sum(rest, i) && !(str_eq(w->arg, STR("level")) && heads_fund(rest, w->text.n)))
		return false;
	*out = body_of(BODY_TREASURY, str_sub(rest, 0, w->text.n), STR(""));
	return true;
}

bool purse_at(struct str rest, const struct region *r, size_t used, struct body *out)
{
	size_t n = used; /* also of a name that several regions have */
	const struct word *w = words_of(rest, n, W_TREASURY);

	/* 安排陕西省中央财政资金: the region gets what the state gives. */
	if (w && n && str_eq(w->arg, STR("state")))
		return false;
	if (!w && !n)
		return words_of(rest, 0, W_PURSE) && level_at(rest, out);
	/* 柳州市本级配套资金: the last character of the region is that of its level, too. */
	size_t last = n ? str_before(rest, n) : 0;
	const struct word *level = w || !n ? NULL : words_own(rest, last, W_PURSE);

	if (level && last + level->text.n > n && str_eq(level->arg, STR("level")) && level_at(str_from(rest, last), out)) {
		*out = body_of(BODY_TREASURY, str_sub(rest, 0, last + out->s.n), str_sub(rest, 0, n));
		return true;
	}
	if (!w && ((r && !str_ends(str_sub(rest, 0, n), r->suffix)) || !pays_own(rest, skip_adverbs(rest, n))))
		return false;
	*out = body_of(BODY_TREASURY, str_sub(rest, 0, n + (w ? w->text.n : 0)), str_sub(rest, 0, n));
	return true;
}

bool purse_tells_which(struct str before)
{
	static const enum word_class ends[] = {W_JOIN, W_BY, W_SINCE, W_HELP, W_TOWHOM, W_ONCE, W_PART, W_PAY, W_SEEK, W_HANDDOWN, W_OF, W_ADVERB, W_DONE, W_TREASURY, W_PURSE, W_FUND, W_TOTAL, W_IS, W_REACH, W_PLANNED, W_FUTURE, W_GIVE, W_AT};
	size_t len;

	if (!before.n || str_last(before, &len) < 0x3400)
		return false;
	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (words_tail(before, ends[k]))
			return false;
	const struct word *class = words_tail(before, W_CLASS), *region = words_tail(before, W_LEVEL);

	return !class && !region;
}
