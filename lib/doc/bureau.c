/* Knows departments by what they are in charge of: 省级财政、水利部门. */
#include "doc/bureau.h"

#include "doc/words.h"
#include "zh/org.h"
#include "zh/region.h"

/* Bytes of a 、 or 和 between two of them, or 0. */
static size_t field_joint(struct str s, size_t at)
{
	const struct word *w = words_of(s, at, W_JOIN);

	return w ? w->text.n : 0;
}

/* 省级, 市、县, 地方各级: bytes of the levels at the start of s; there are not many. */
static size_t rank_at(struct str s)
{
	enum { LONGEST = 60 };
	size_t n = 0;

	for (const struct word *w; n < LONGEST && (w = words_own(s, n, W_RANK));) {
		n += w->text.n;
		if (str_starts(str_from(s, n), STR("、")) && words_own(s, n + strlen("、"), W_RANK))
			n += strlen("、");
	}
	return n;
}

/* The levels or the region before the list that a field at `at` stands in. */
static struct str rank_of_list(struct str s, size_t at)
{
	enum { LONGEST_LIST = 120, LONGEST_RANK = 24 };
	size_t first = at;

	while (at - first < LONGEST_LIST) {
		size_t before = first;

		/* The joint and the field before it. */
		for (size_t i = first > LONGEST_RANK * 2 ? first - LONGEST_RANK * 2 : 0; i < first && before == first; i++) {
			const struct word *w = ((unsigned char)s.p[i] & 0xC0) == 0x80 ? NULL : words_own(s, i, W_FIELD);
			size_t joint = w ? field_joint(s, i + w->text.n) : 0;

			if (joint && i + w->text.n + joint == first)
				before = i;
		}
		if (before == first)
			break;
		first = before;
	}
	for (size_t i = first > LONGEST_RANK ? first - LONGEST_RANK : 0, used; i < first; i++)
		if (((unsigned char)s.p[i] & 0xC0) != 0x80 && (i + rank_at(str_from(s, i)) == first || (region_chain(str_from(s, i), &used) && i + used == first)))
			return str_sub(s, i, first);
	return STR("");
}

bool bureau_at(struct str s, size_t at, struct body *out)
{
	size_t rank = rank_at(str_from(s, at)), end;
	const struct word *w = words_own(s, at + rank, W_FIELD), *bureau = NULL;

	/* 市场监管部门 begins with no 市. */
	if (!w && rank) {
		rank = 0;
		w = words_own(s, at, W_FIELD);
	}
	if (!w)
		return false;
	*out = (struct body){.kind = BODY_CLASS};
	end = at + rank + w->text.n;
	out->s = str_sub(s, at, end);
	for (size_t joint; !(bureau = words_own(s, end, W_BUREAU));) {
		joint = field_joint(s, end);
		w = joint ? words_own(s, end + joint, W_FIELD) : NULL;
		/* 国土、住建、金融办等部门 */
		size_t member = w ? w->text.n : 0, stem = joint ? org_stem_match(str_from(s, end + joint)) : 0;

		member = stem > member ? stem : member;
		if (!member)
			return false;
		end += joint + member;
	}
	bool etc = words_of(bureau->text, 0, W_ETC) != NULL;

	if (at + out->s.n == end && !etc)
		out->s = str_sub(s, at, end + bureau->text.n);
	else
		out->tail = etc && words_tail(bureau->text, W_CLASS) ? words_tail(bureau->text, W_CLASS)->text : bureau->text;
	if (!rank)
		out->head = rank_of_list(s, at);
	return true;
}

bool bureau_name_ends(struct str s, size_t at)
{
#define ENDS(h) \
	(WORD_BIT(W_ROLE, h) | WORD_BIT(W_MODAL, h) | WORD_BIT(W_WITH, h) | WORD_BIT(W_ETC, h) | WORD_BIT(W_JOIN, h) | WORD_BIT(W_VERB, h) | WORD_BIT(W_ADVERB, h))
	static const struct word_set ends = {{ENDS(0), ENDS(1)}};
#undef ENDS
	size_t len;
	uint32_t c = at < s.n ? str_char(s, at, &len) : 0;
	const struct word *w = words_at(s, at);

	return !c || c == 0x3001 || c == ',' || c == ')' || c == '(' || (w && words_set_meet(&w->classes, &ends));
}

bool bureau_name_stops(struct str s, size_t at, uint32_t c)
{
#define STOPS(h) \
	(WORD_BIT(W_STOP, h) | WORD_BIT(W_JOIN, h) | WORD_BIT(W_GIVE, h) | WORD_BIT(W_MODAL, h) | WORD_BIT(W_ROLE, h) | WORD_BIT(W_OF, h) | WORD_BIT(W_BY, h))
	static const struct word_set stops = {{STOPS(0), STOPS(1)}};
#undef STOPS
	const struct word *w = words_at(s, at), *verb = w ? words_in(w, W_VERB) : NULL;

	return c < 0x4E00 || c > 0x9FFF || (verb && !str_eq(verb->arg, STR("noun"))) || (w && words_set_meet(&w->classes, &stops));
}

/* 规划建设环保局: bytes of a department at the start of s that is called by two or more things that it is in charge of, though some of them are
 * deeds elsewhere; 0: none. */
static size_t fields_office(struct str s)
{
	size_t n = 0, fields = 0;

	for (const struct word *w; n < s.n && (w = words_own(s, n, W_FIELD)); fields++)
		n += w->text.n;
	const struct word *end = fields > 1 ? words_of(s, n, W_DEPARTMENT) : NULL;

	return end && !words_of(s, n + end->text.n, W_GOESON) ? n + end->text.n : 0;
}

size_t bureau_unlisted(struct str s, bool listed)
{
	enum { SHORTEST = 6, LONGEST = 36 };
	/* 某某管委会、薛家镇: towns stand beside bodies. */
#define ENDS(h) (WORD_BIT(W_BUREAU, h) | WORD_BIT(W_DEPARTMENT, h) | WORD_BIT(W_TOWN, h))
	static const struct word_set ends = {{ENDS(0), ENDS(1)}};
#undef ENDS
	size_t len;

	/* Near most places no name of a body ends. */
	if (!words_may_hold(str_sub(s, 0, LONGEST + 1), &ends))
		return 0;
	size_t office = fields_office(str_sub(s, 0, LONGEST + 1));

	if (office)
		return office;
	for (size_t i = 0; i < s.n && i <= LONGEST; i += len) {
		const struct word *w = words_at(s, i);
		uint32_t c = str_char(s, i, &len);

		if (w && i >= SHORTEST && words_set_meet(&w->classes, &ends) &&
		    (bureau_name_ends(s, i + w->text.n) || (listed && !words_of(str_from(s, i + w->text.n), 0, W_GOESON))))
			return i + w->text.n;
		/* 审计处, 综合监督科: what an office beside bodies does may end its name. */
		bool does = listed && w && words_in(w, W_VERB) && words_of(s, i + w->text.n, W_SUBOFFICE);

		if ((!does && bureau_name_stops(s, i, c)) || words_of(s, i, W_FUND))
			return 0;
		/* 人才|办: a word holds characters that by themselves would end the name. */
		if (w && words_in(w, W_PERSON))
			len = w->text.n;
	}
	return 0;
}
