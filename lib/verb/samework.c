/* Knows in which forms the text below a heading names the work that the heading does. */
#include "verb/samework.h"

#include "doc/coded.h"
#include "verb/clause.h"
#include "verb/profile.h"

enum {
	SHORTEST = 4, /* characters that two forms share at the end */
	BYTES = 3     /* of a Chinese character */
};

/* 填土工程项目, 供水工程建设: without the words that end any name of a work, and the bracket before them. */
static struct str core_of(struct str name)
{
	for (size_t before = name.n + 1; name.n < before;) {
		const struct word *work = words_tail(name, W_WORK), *build = words_tail(name, W_BUILD);
		size_t tail = work && str_eq(work->arg, STR("work")) ? work->text.n : build && str_eq(build->arg, STR("bare")) ? build->text.n : 0;

		before = name.n;
		name = clause_bare(str_sub(name, 0, name.n - (tail < name.n ? tail : 0)));
	}
	return name;
}

/* How many bytes a and b share at their ends. */
static size_t shared_end(struct str a, struct str b)
{
	size_t n = 0, len;

	while (n < a.n && n < b.n) {
		size_t at = str_before(b, b.n - n);

		len = b.n - n - at;
		if (n + len > a.n || !str_same(a.p + a.n - n - len, b.p + at, len))
			break;
		n += len;
	}
	return n;
}

/* Whether b is what is left of a where some of its characters are left out. */
static bool is_left_of(struct str a, struct str b)
{
	size_t at = 0, i = 0, len, width;

	while (i < a.n && at < b.n) {
		uint32_t c = str_char(a, i, &len);

		at += c == str_char(b, at, &width) ? width : 0;
		i += len;
	}
	return at == b.n;
}

/* 白石集镇供水工程青山水库工程 over 青山水库项目于…: whether `name` is another form of `over`. */
static bool is_same(struct str over, struct str name)
{
	struct str a = core_of(over), b = core_of(name);
	size_t end = shared_end(a, b), open = str_find(over, STR("("), 0), close = str_find(over, STR(")"), open);

	/* 城东道路（科创园3、5号路）项目: the bracket of the heading tells the other name. */
	struct str inset = str_sub(over, open < over.n ? open + 1 : open, close);

	if (str_reaches(inset, SHORTEST) && str_ends(b, core_of(inset)))
		return true;
	if (a.n < b.n || end < SHORTEST * BYTES)
		return false;
	struct str lead = str_sub(a, 0, a.n - end);

	/* 道路及排水管网工程 over 排水管网工程: a part of what the heading names. */
	if (end == b.n)
		return !lead.n || (!words_tail(lead, W_JOIN) && !str_ends(lead, STR("、")));
	return b.n * 3 >= a.n * 2 && is_left_of(a, b);
}

/* 东湖大道北延段工程总投资… under 东湖大道北延段: whether the text begins with the name of the heading, which goes on to byte `to` or farther. */
static bool begins_with(struct str over, struct str text, size_t to)
{
	struct str core = core_of(over);

	return str_reaches(core, SHORTEST - 1) && core.n >= to && str_starts(text, core);
}

bool samework_headed(const struct doc *d, size_t index, struct str name)
{
	const struct para *p = &d->outline.paras[index];
	const struct finding *over = p->level || p->kind != PARA_TEXT || !str_within(p->s, name) ? NULL : profile_project(d, index);

	if (!over || !over->name.n)
		return false;
	struct str all = str_sub(p->s, 0, (size_t)(name.p - p->s.p) + name.n);

	if (str_has(all, STR(",")) || str_has(all, STR("。")) || str_has(all, STR(":")))
		return false;
	return is_same(over->name, all) || begins_with(over->name, p->s, all.n) || (coded_at(finding_value(over, "seq")) && words_of(p->s, all.n, W_TOTALINVEST));
}
