/* Knows what stands where the name of a work might and is none: who builds or pays, addresses, what is torn or counted. */
#include "verb/noname.h"

#include "verb/besidesum.h"
#include "zh/figures.h"
#include "zh/period.h"
#include "zh/quantity.h"

/* 栏杆工程)488022 488022美丽乡村项目, 研发基地一期……15个项目: what is torn out of a row or a sentence. */
static bool is_torn(struct str name)
{
	int depth = 0;
	size_t len;

	for (size_t i = 0; i < name.n; i += len) {
		uint32_t c = str_char(name, i, &len);

		depth += (c == '(') - (c == ')');
		if (depth < 0 || c == 0x2026)
			return true;
	}
	return depth != 0;
}

/* 长宁路|8号, but 青河大桥570万元: what ends as a road does, and is only where an address begins. */
static bool is_address(struct str paragraph, struct str name)
{
	struct str behind = str_within(paragraph, name) ? str_from(paragraph, (size_t)(name.p - paragraph.p) + name.n) : STR("");
	struct quantity q;
	struct period p;

	return figures_is_digit(behind, 0) && words_tail(name, W_NAMED) && !(quantity_match(behind, STR(""), &q) && q.kind != QUANTITY_BARE) && !period_match(behind, (struct ymd){0, 0, 0}, &p);
}

/* 某县人民政府|共同建设: a body and how it builds, no name; 某县第二中学|建设 is one. */
static bool is_builder(struct str name)
{
	static const enum word_class deeds[] = {W_ADVERB, W_PAY, W_BUILD, W_LIGHT, W_ROLE};
	size_t whole = name.n;
	bool how = false;

	for (size_t k = words_tail(name, W_WORK) ? sizeof deeds / sizeof *deeds : 0; k < sizeof deeds / sizeof *deeds; k++) {
		const struct word *w = words_tail(name, deeds[k]);

		if (!w || w->text.n == name.n || str_chars(w->text) < 2)
			continue;
		name.n -= w->text.n;
		how |= deeds[k] == W_ADVERB || deeds[k] == W_PAY;
		k = (size_t)-1;
	}
	return name.n < whole && (words_tail(name, W_BODY) || words_tail(name, W_DEPARTMENT) || (how && words_tail(name, W_FIRM) && !words_tail(name, W_WORK)));
}

/* 交通基础设施项目:40个, 生态环境项目共28个: several are counted behind what looks like the name of one. */
static bool is_several(struct str paragraph, struct str name)
{
	const struct word *work = words_tail(name, W_WORK), *total;
	struct str behind = work && str_eq(work->arg, STR("work")) && str_within(paragraph, name) ? str_from(paragraph, (size_t)(name.p - paragraph.p) + name.n) : STR("");
	struct quantity q;
	size_t n;

	behind = str_from(behind, str_starts(behind, STR(":")) ? 1 : 0);
	for (; (total = words_of(behind, 0, W_TOTAL)) && total->text.n < behind.n;)
		behind = str_from(behind, total->text.n);
	n = quantity_match(behind, STR(""), &q);
	if (!n || q.kind != QUANTITY_COUNT || !q.has_value || decimal_cmp(q.value, decimal_of(1)) <= 0)
		return false;
	return words_is(q.unit, W_COUNTED) && (words_is(q.unit, W_ITEM) || words_is(q.unit, W_VAGUE)) && (str_starts(str_from(behind, n), STR(",")) || str_starts(str_from(behind, n), STR("(")));
}

bool noname_builds(struct str name)
{
	const struct word *work = words_tail(name, W_WORK);

	name.n -= work ? work->text.n : 0;
	const struct word *ending = words_tail(name, W_ENDING);

	return words_within(name, W_BUILD) || (ending && !str_eq(ending->arg, STR("deed"))) || words_within_arg(name, W_WORK, STR("facility")) || words_within_arg(name, W_WORK, STR("building")) ||
	       words_tail(name, W_NAMED) || words_tail(name, W_FIRM) || words_tail(name, W_BODY);
}

/* 高技能人才培养项目, 大学生创业扶持工程: a programme for people, where nothing is built. 人才公寓项目 is a work. */
static bool is_for_talent(struct str name)
{
	const struct word *work = words_tail(name, W_WORK);

	return work && str_eq(work->arg, STR("work")) && words_within_arg(name, W_PERSON, STR("talent")) && !noname_builds(name);
}

bool noname_is(struct str paragraph, struct str name)
{
	return is_for_talent(name) || is_builder(name) || besidesum_bears(name) || is_several(paragraph, name) || is_torn(name) || is_address(paragraph, name);
}
