/* Knows how classes of bodies are named: 各相关设区市人民政府, 有关企业. */
#include "doc/bodyclass.h"

#include "doc/bureau.h"
#include "doc/words.h"
#include "zh/org.h"
#include "zh/region.h"

enum { LONGEST_CLASS = 90 /* bytes of the name of a class of bodies */ };

/* The word of class c that begins s, also where it is part of a longer one that a department's name goes on behind: 县财政局 and
 * 县（市、区）财政局, where 县财政 is a purse. */
static const struct word *before_stem(struct str s, enum word_class c)
{
	const struct word *w = words_of(s, 0, c);

	if (w)
		return w;
	w = words_own(s, 0, c);
	return w && (org_stem_match(str_from(s, w->text.n)) || words_of(s, w->text.n, W_CLASS)) ? w : NULL;
}

/* 县, and 县（市） of 各区、县（市）人民政府, 省直管县. */
static bool begins_level(struct str s)
{
	const struct word *level = words_own(s, 0, W_LEVEL), *class = before_stem(s, W_CLASS);

	return before_stem(s, W_LEVEL) || (class && words_is(class->text, W_RANK)) || (level && class && str_starts(str_from(class->text, level->text.n), STR("(")));
}

/* 有关部门|和县（市、区）人民政府, where 和县 is no county */
static bool joins_level(struct str s)
{
	const struct word *join = words_own(s, 0, W_JOIN);

	return join && begins_level(str_from(s, join->text.n));
}

static size_t class_step(struct str s, bool *closes)
{
	size_t len, used;
	const struct word *w = before_stem(s, W_CLASS);

	*closes = false;
	if (w) {
		*closes = str_eq(w->arg, STR("close"));
		return w->text.n;
	}
	size_t stem = org_stem_match(s);

	if (stem) {
		*closes = true;
		return stem;
	}
	if ((w = before_stem(s, W_LEVEL)))
		return w->text.n;
	if ((w = words_of(s, 0, W_FIRM)) && w->text.n > 3) {
		*closes = true;
		return w->text.n;
	}
	if (!joins_level(s) && (used = region_match(s, 1, &(const struct region *){NULL})))
		return used;
	used = str_char(s, 0, &len);
	/* 各责任（配合）单位 */
	if (used == '(' && (w = words_of(s, 1, W_ROLE)) && w->text.n + 1 < s.n && s.p[w->text.n + 1] == ')')
		return w->text.n + 2;
	return used == 0x3014 || used == 0x3015 || used == '(' || used == ')' || used == '/' || used == 0x7EA7 ? len : 0;
}

/* 县, 市（州）, 设区市: the rank of places at byte i, or NULL. */
static const struct word *rank_at(struct str s, size_t i)
{
	const struct word *class = words_of(s, i, W_CLASS);
	bool rank = class && (words_is(class->text, W_RANK) || (words_own(class->text, 0, W_LEVEL) && str_ends(class->text, STR(")"))));
	const struct word *level = rank ? class : words_own(s, i, W_LEVEL);

	/* 管委会 is a body by itself. */
	return level && !str_eq(level->arg, STR("zone")) ? level : NULL;
}

/* Whether s is nothing but bare levels: 各市, 县、区, 各市（州）、各设区市. */
static bool are_levels(struct str s)
{
	const struct word *open = words_of(s, 0, W_CLASS), *rank;
	size_t i = open && str_eq(open->arg, STR("open")) ? open->text.n : 0;

	while (i < s.n) {
		if (!(rank = rank_at(s, i)))
			return false;
		i += rank->text.n;
		if (str_starts(str_from(s, i), STR("、")) && rank_at(s, i + strlen("、")))
			i += strlen("、");
	}
	return s.n > 0;
}

bool bodyclass_shares(struct str before, struct str s)
{
	if (s.p != before.p + before.n + strlen("、") || !str_starts((struct str){before.p + before.n, strlen("、")}, STR("、")))
		return false;
	const struct word *open = words_of(s, 0, W_CLASS);
	/* 各区、各部门 are two. */
	bool own = open && str_eq(open->arg, STR("open")) && !words_of(s, open->text.n, W_LEVEL) && !words_within(open->text, W_LEVEL);

	const struct word *level = words_own(s, 0, W_LEVEL), *lower = words_tail(before, W_LEVEL);
	/* 各设区市、|省财政厅: what a province has is in no list with what lies in it. */
	bool rises = level && str_eq(level->arg, STR("province")) && !(lower && str_eq(lower->arg, level->arg));

	return !own && !rises && rank_at(s, 0) && are_levels(before);
}

/* 各旗县区|党政办公室, 有关政府|性投资公司: the byte behind the office or firm in whose name the class only tells of whom it is, where what
 * follows ends a name; else `end`. */
static size_t class_goes_on(struct str s, size_t end)
{
	enum { LONGEST = 30, SHORTEST = 6 };
#define ENDS(h) (WORD_BIT(W_FIRM, h) | WORD_BIT(W_SUBOFFICE, h) | WORD_BIT(W_DEPARTMENT, h) | WORD_BIT(W_BODY, h) | WORD_BIT(W_CLASS, h))
	static const struct word_set ends = {{ENDS(0), ENDS(1)}};
#undef ENDS
	size_t len;
	struct body bureau;

	/* 会同有关部门|组织转移群众: who is told to act, not who they are. */
	if (words_of(s, end, W_WITH))
		return end;
	/* 各省、自治区、直辖市|工业和信息化主管部门; 各市财政、水利部门 are several. */
	if (end && bureau_at(s, end, &bureau) && !bureau.tail.n)
		return end + bureau.s.n;
	for (size_t i = end; i < s.n && i - end <= LONGEST; i += len) {
		const struct word *w = words_at(s, i);
		uint32_t c = str_char(s, i, &len);

		if (w && w->text.n >= SHORTEST && words_set_meet(&w->classes, &ends) && bureau_name_ends(s, i + w->text.n))
			return i + w->text.n;
		if (bureau_name_stops(s, i, c) || words_of(s, i, W_ADVERB))
			break;
	}
	return end;
}

/* 各县、区人民政府(管委会), 各县区政府〔管委会〕: a name holds a bracket whole or not at all. */
static size_t with_bracket(struct str s, size_t end)
{
	const struct str open = STR("〔"), close = STR("〕");
	size_t shell = str_find(str_sub(s, 0, end), open, 0), at = end;

	if (shell < end && !str_has(str_sub(s, shell, end), close))
		return str_starts(str_from(s, end), close) ? end + close.n : shell;
	while (at > 0 && s.p[at - 1] != '(' && s.p[at - 1] != ')')
		at--;
	if (!at || s.p[at - 1] == ')')
		return end;
	return end < s.n && s.p[end] == ')' ? end + 1 : at - 1;
}

/* 有关设计、施工等单位: the byte behind the class that closes the list of fields in which s goes on from byte `at`, or 0. */
static size_t fields_close(struct str s, size_t at)
{
	enum { LONGEST = 45 };
	size_t len;

	for (size_t i = at; i < s.n && i - at <= LONGEST; i += len) {
		const struct word *etc = words_of(s, i, W_ETC);
		uint32_t c = str_char(s, i, &len);

		if (etc && words_tail(etc->text, W_CLASS))
			return i + etc->text.n;
		if ((c < 0x4E00 || c > 0x9FFF) && c != 0x3001)
			return 0;
		if (etc || words_of(s, i, W_MODAL) || words_of(s, i, W_ROLE) || words_of(s, i, W_DEPARTMENT))
			return 0;
	}
	return 0;
}

/* An opening word, then words that such names are made of; a few other characters may stand between (相关重点汽车企业), but no verb. */
bool bodyclass_at(struct str rest, struct body *out)
{
	const struct word *w = words_of(rest, 0, W_CLASS);
	size_t end = 0, loose = 0;
	bool whole = false; /* 各地 is a name, and begins others */

	for (; w && !(w->class == W_CLASS && str_eq(w->arg, STR("open"))); w = words_also(w))
		whole |= w->class == W_CLASS && str_eq(w->arg, STR("all"));
	if (!w)
		return false;
	if (whole && bureau_name_ends(rest, w->text.n))
		end = w->text.n;
	for (size_t i = w->text.n; i < rest.n && i < LONGEST_CLASS;) {
		bool closes;
		size_t n = class_step(str_from(rest, i), &closes), len;
		uint32_t c = str_char(rest, i, &len);

		if (n && end && words_of(rest, i, W_WITH))
			break;
		if (n) {
			i += n;
			if (closes)
				end = i;
			continue;
		}
		const struct word *stop = words_at(rest, i);
		bool may = c >= 0x4E00 && c <= 0x9FFF && loose < 8 && !end;

		/* 各市、州、县人民政府: levels share what stands behind the last. */
		bool level = c == 0x3001 && begins_level(str_from(rest, i + len)) && bodyclass_shares(str_sub(rest, 0, i), str_from(rest, i + len));

		if (level) {
			i += strlen("、");
			continue;
		}
		size_t closed = c == 0x3001 && !end && loose ? fields_close(rest, i) : 0;

		if (closed) {
			end = closed;
			break;
		}
		if (!may || words_of(rest, i, W_STOP) || words_of(rest, i, W_JOIN))
			break;
		loose++;
		i += stop && stop->class == W_PLAIN ? stop->text.n : len;
	}
	end = with_bracket(rest, end);
	if (!end)
		return false;
	*out = body_of(BODY_CLASS, str_sub(rest, 0, class_goes_on(rest, end)), STR(""));
	return true;
}

/* 市、县两级|河长制办公室: bytes of the office that s begins with, up to the word that such names end in; 0: it begins with none. */
static size_t office_at(struct str s)
{
	enum { LONGEST = 42 };

	for (size_t i = 0, len; i < s.n && i <= LONGEST; i += len) {
		const struct word *office = words_of(s, i, W_SUBOFFICE);
		uint32_t c = str_char(s, i, &len);

		if (i && office && bureau_name_ends(s, i + office->text.n))
			return i + office->text.n;
		if (c < 0x4E00 || c > 0x9FFF || words_of(s, i, W_OF) || words_of(s, i, W_MODAL) || words_of(s, i, W_JOIN))
			break;
	}
	return 0;
}

bool bodyclass_of_levels(struct str s, struct body *out)
{
	const struct word *purse = words_own(s, 0, W_PURSE), *rank = words_own(s, 0, W_RANK), *levels = purse && !(rank && rank->text.n > purse->text.n) ? purse : rank;
	const struct word *gov = words_of(s, levels ? levels->text.n : 0, W_BODY);
	struct str rest = str_sub(s, 0, levels ? levels->text.n : 0);
	size_t count = 0, n = rest.n;

	for (const struct word *level; (level = words_own(rest, 0, W_LEVEL)); count++) {
		rest = str_from(rest, level->text.n);
		rest = str_from(rest, str_starts(rest, STR("、")) ? strlen("、") : 0);
	}
	if (count < 2 || !rest.n)
		return false;
	size_t end = gov && str_eq(gov->arg, STR("gov")) ? gov->text.n : office_at(str_from(s, n));

	if (!end || !bureau_name_ends(s, n + end))
		return false;
	*out = body_of(BODY_CLASS, str_sub(s, 0, n + end), STR(""));
	return true;
}
