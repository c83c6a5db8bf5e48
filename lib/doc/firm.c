/* Knows where the name of a company or office begins, of which only the last word is known. */
#include "doc/body.h"
#include "doc/words.h"

enum {
	SHORTEST_NAME = 6,    /* bytes before the last word of a company */
	LONGEST_FIRM = 120,   /* bytes of a company's name before its last word */
	LONGEST_INSET = 24    /* bytes of a bracket inside a name: 车桥（柳州）有限公司 */
};

static bool is_name_char(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	       c == 0xB7 || c == '-' || c == '&';
}

static bool stops_name(struct str s, size_t at, size_t *len)
{
	for (const struct word *w = words_at(s, at); w; w = words_also(w)) {
		*len = w->text.n;
		if (w->class == W_STOP || w->class == W_JOIN || w->class == W_TOWHOM || w->class == W_GIVE ||
		    (w->class == W_VERB && !str_eq(w->arg, STR("noun"))) || w->class == W_MODAL || w->class == W_FORWHAT ||
		    w->class == W_PART || w->class == W_DONE || w->class == W_BY || (w->class == W_ROLE && str_eq(w->arg, STR("responsible"))))
			return true;
	}
	return false;
}

/* Where a bracket inside a name opens: 方盛车桥(柳州)有限公司. */
static size_t inset_open(struct str s, size_t floor, size_t close)
{
	for (size_t i = close; i > floor && close - i < LONGEST_INSET;) {
		i = str_before(s, i);
		if (s.p[i] == '(')
			return i;
		size_t len;

		if (!is_name_char(str_char(s, i, &len)))
			break;
	}
	return close + 1;
}

static size_t leftmost(struct str s, size_t floor, size_t tail)
{
	size_t at = tail;

	while (at > floor && tail - at < LONGEST_FIRM) {
		size_t i = str_before(s, at), len;
		uint32_t c = str_char(s, i, &len);

		if (c == ')' && inset_open(s, floor, i) < i) {
			at = inset_open(s, floor, i);
			continue;
		}
		if (!is_name_char(c))
			break;
		at = i;
	}
	return at;
}

/* 建设临夏学院, 建设下党乡养老服务中心, 新建县城第三幼儿园: a word of building before the place that a name begins with is no part of it. */
static bool builds_name(struct str s, size_t at, size_t tail, size_t *len)
{
	const struct word *w = words_of(s, at, W_BUILD);
	size_t from = at + (w ? w->text.n : 0), used = 0;

	const struct word *level = words_of(s, from, W_LEVEL);

	/* 建设路小学, 建设镇中心学校, 建设银行, 新建区人民医院: the word is the place's own name; 建设县职业中学 builds it. */
	if (!w || (!words_of(s, from, W_PLAIN) && region_chain(str_from(s, at), &used)) || (words_of(s, from, W_NAMED) && !(level && !str_eq(level->arg, STR("-")))) || words_of(s, from, W_FIRM))
		return false;
	/* 开工建设|城北小学: no name begins with what only tells that its building begins or ends. */
	bool told = (str_eq(w->arg, STR("open")) || str_eq(w->arg, STR("close"))) && !words_is(w->text, W_INNAME) && str_reaches(w->text, 4);

	if (!(told || region_chain(str_from(s, from), &used) || words_of(s, from, W_PLAIN) || words_within(str_sub(s, from, tail), W_NAMED) || words_of(s, tail, W_NAMED)))
		return false;
	*len = w->text.n;
	return true;
}

/* 青石师范学院|建设|白石生物资源实验室: the length of a word of building between the name of one body and what it builds, at byte i of a name that begins
 * at `start` and whose last word is at `tail`; 0: none is. 某大学建设工程学院 is one name. */
static size_t parts_names(struct str s, size_t start, size_t i, size_t tail)
{
	enum { SHORTEST = 4 /* characters of the second name before its last word */ };
	const struct word *firm = words_tail(str_sub(s, start, i), W_FIRM), *build = firm && firm->text.n < i - start ? words_of(s, i, W_BUILD) : NULL;
	size_t end = i + (build ? build->text.n : 0);

	if (!build || !words_of(s, i, W_VERB) || end >= tail || !str_reaches(str_sub(s, end, tail), SHORTEST))
		return 0;
	return words_of(s, end, W_WORK) || words_of(s, end, W_VAGUE) || words_of(s, end, W_VERB) ? 0 : build->text.n;
}

/* The name runs left over Chinese characters to the last word that cannot be inside a name. */
static size_t name_start(struct str s, size_t from, size_t tail)
{
	size_t start = from;

	for (size_t i = from; i < tail;) {
		size_t len = 0, used = 0;
		const struct word *w = words_at(s, i);

		if (i == start && builds_name(s, i, tail, &len) && i + len <= tail) {
			start = i += len;
			continue;
		}
		if (region_chain(str_from(s, i), &used) && i + used <= tail) {
			i += used;
			continue;
		}
		size_t built = parts_names(s, start, i, tail);

		if (built) {
			start = i += built;
			continue;
		}
		if (stops_name(s, i, &len) && i + len <= tail) {
			start = i += len;
			continue;
		}
		if (w && i + w->text.n <= tail) {
			i += w->text.n;
			continue;
		}
		str_char(s, i, &len);
		i += len;
	}
	return start;
}

bool body_before(struct str s, size_t floor, size_t tail, size_t end, struct body *out)
{
	size_t left = leftmost(s, floor, tail);
	size_t start = name_start(s, left, tail);

	/* 县林场, 市设计院: a level is name enough. */
	if (tail - start < SHORTEST_NAME && !words_is(str_sub(s, start, tail), W_LEVEL))
		return false;
	size_t used = 0;

	region_chain(str_from(s, start), &used);
	*out = body_of(BODY_FIRM, str_sub(s, start, end), str_sub(s, start, start + used));
	return true;
}
