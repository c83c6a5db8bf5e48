/* Knows by which looks a member of a list beside a word of building is the name of a work. */
#include "verb/builtname.h"

#include "verb/clause.h"
#include "verb/workname.h"
#include "zh/numeral.h"

enum {
	LONGEST_NAME = 45,    /* characters */
	SHORTEST_BUILT = 5,   /* characters of a member */
	SHORTEST_FACILITY = 3,
	SHORTEST_COINED = 7,  /* of one that begins with no common word */
	COINED = 6            /* bytes of the begin of such a name */
};

/* Without a bracket and a phase (二期) behind it. */
static struct str bare_name(struct str name)
{
	struct str bare = clause_bare(name);
	const struct word *phase = words_tail(bare, W_PHASE);

	return phase ? str_sub(bare, 0, bare.n - phase->text.n) : bare;
}

/* 行政办公区二期: where more of it is built, it is a place of its own, whatever it is called. */
bool builtname_phase(struct str name)
{
	enum { SHORTEST = 4 };
	struct str bare = bare_name(name);

	return words_tail(clause_bare(name), W_PHASE) && str_chars(bare) >= SHORTEST && !workname_vague(bare);
}

/* 北环路, 青石桥: a name of no common word that ends as roads do. */
bool builtname_road(struct str name)
{
	const struct word *ending = words_tail(name, W_ENDING);

	return ending && str_eq(ending->arg, STR("-")) && words_is(ending->text, W_NAMED) && str_reaches(name, SHORTEST_FACILITY) && workname_coined(name);
}

/* 长屿大桥, 秦云高速二期: a facility with a name of its own. */
bool builtname_facility(struct str name)
{
	struct str bare = bare_name(name);
	const struct word *work = words_tail(bare, W_WORK);

	return (work && str_eq(work->arg, STR("facility")) && workname_facility(bare, work)) || builtname_road(bare);
}

/* 青石中学, 城北小学: the house of a body that is called by no common word. */
bool builtname_body_house(struct str name)
{
	enum { SHORTEST = 2, LONGEST = 4 };
	const struct word *work = words_tail(name, W_WORK);

	return work && str_eq(work->arg, STR("building")) && words_is(work->text, W_FIRM) && str_sized(str_sub(name, 0, name.n - work->text.n), SHORTEST, LONGEST) && workname_coined(str_sub(name, 0, name.n - work->text.n));
}

/* 第五小学, 县城第三幼儿园: one of several in a place has a number for a name. */
bool builtname_ordered(struct str name)
{
	const struct word *work = words_tail(name, W_WORK);
	size_t end = name.n - (work ? work->text.n : 0), from, len;
	struct numeral n;

	for (size_t at = 0; work && at < end; at += len) {
		const struct word *nth = words_of(name, at, W_ORDINAL);

		str_char(name, at, &len);
		from = at + (nth ? nth->text.n : 0);
		if (nth && from < end && numeral_match(str_from(name, from), &n) == end - from)
			return true;
	}
	return false;
}

/* 小米智能手机工厂: a house that is called by a coined name. */
bool builtname_coined_house(struct str name)
{
	const struct word *work = words_tail(name, W_WORK);

	return work && str_eq(work->arg, STR("building")) && str_chars(name) >= SHORTEST_COINED && workname_coined(str_sub(name, 0, COINED));
}

/* 江城|展览馆 */
bool builtname_begins_coined(struct str name)
{
	const struct word *work = words_tail(name, W_WORK);

	return work && name.n >= COINED + work->text.n && workname_coined(str_sub(name, 0, COINED));
}

/* Whether a member of a list is too short, too long or too vague for a name, or what is done about one: 某街管廊工作, 某水库特许经营事宜. */
bool builtname_none(struct str name)
{
	size_t chars = str_chars(name);

	/* 平台建设|工作由甲局、乙局牵头 */
	if (words_tail(name, W_MATTER) || words_tail(name, W_QUESTION) || words_of(name, 0, W_MATTER))
		return true;
	/* 边境经济合作区: a zone is developed, and is no work. */
	const struct word *plain = words_tail(name, W_PLAIN), *end = words_tail(name, W_ENDING);

	if (plain && end && plain->text.n > end->text.n && !words_tail(name, W_WORK))
		return true;
	return (!workname_of_place(name) && !builtname_ordered(name) && !workname_line(name) && (workname_vague(name) || chars < (builtname_facility(name) || builtname_body_house(name) ? SHORTEST_FACILITY : SHORTEST_BUILT))) || chars > LONGEST_NAME || words_within(name, W_OF);
}

bool builtname_looks(const struct doc *d, struct str name)
{
	struct str bare = bare_name(name);
	const struct word *work = words_tail(bare, W_WORK);

	/* 引水一期工程 */
	if (!work && bare.n < name.n)
		work = words_tail(name, W_WORK);
	if (builtname_facility(name) || builtname_phase(name) || builtname_ordered(name) || builtname_body_house(name) || workname_works_on(name))
		return true;
	return workname_particular(d, bare) || (work && !str_eq(work->arg, STR("building"))) || (!work && words_tail(bare, W_ENDING));
}

/* 体育中心, 市民公园: a house by its kind, where others of its list have a name. */
bool builtname_house(struct str s)
{
	const struct word *work = words_tail(s, W_WORK);

	return work && !str_eq(work->arg, STR("work")) && str_sized(s, SHORTEST_FACILITY, LONGEST_NAME) && !words_within(s, W_OF) && !words_within_arg(s, W_CLASS, STR("open")) && !str_has_digit(s);
}
