/* Knows how lists of bodies are parted, and whether all of a text is bodies. */
#include "doc/bodyclass.h"
#include "doc/words.h"
#include "zh/numeral.h"
#include "zh/org.h"
#include "zh/orgwords.h"

enum { NO_MARK = 1000 /* a list goes on without a mark between two bodies */ };

/* 省教育厅等9部门: the byte of 等, with how many there are behind it, or s.n. */
static size_t counted_end(struct str s)
{
	enum { LONGEST = 24 /* bytes of the number and what is counted */ };

	size_t from = s.n > LONGEST ? s.n - LONGEST : 0;

	while (from && ((unsigned char)s.p[from] & 0xC0) == 0x80)
		from++;
	for (size_t i = words_next(s, from, W_ETC); i > 0 && i < s.n; i = words_next(s, i + 1, W_ETC)) {
		struct numeral count;
		size_t n = i + words_of(s, i, W_ETC)->text.n, len = numeral_match(str_from(s, n), &count);
		const struct word *unit = len ? words_of(s, n + len, W_COUNTED) : NULL;
		struct str what = str_from(s, n + len + (unit ? unit->text.n : 0));

		if (len && (words_is(what, W_CLASS) || (unit && !what.n)))
			return i;
	}
	return s.n;
}

static struct str drop_closing(struct str s)
{
	s = str_trim(s);
	while (s.n && strchr(".;:,", s.p[s.n - 1]))
		s.n--;
	if (str_ends(s, STR("。")))
		s.n -= strlen("。");
	const struct word *w = words_tail(s, W_ETC);

	return str_trim(str_sub(s, 0, w && w->text.n < s.n ? s.n - w->text.n : counted_end(s)));
}

/* 各部门, 各地区: all of a kind, to the end of s. */
static bool is_everyone(struct str s)
{
	const struct word *open = words_is(s, W_CLASS);
	size_t len;

	return open && str_eq(open->arg, STR("open")) && str_char(s, 0, &len) && words_tail(str_from(s, len), W_CLASS);
}

/* 市商务局(李华): whether nothing but a person's name stands in the bracket: a few characters that are no word of the tables. */
static bool is_person(struct str s)
{
	enum { SHORTEST = 2, LONGEST = 3 }; /* characters */
	size_t len;

	if (!str_sized(s, SHORTEST, LONGEST) || body_may_end(s))
		return false;
	for (size_t i = 0; i < s.n; i += len) {
		const struct word *w = words_at(s, i);
		uint32_t c = str_char(s, i, &len);

		if (c < 0x4E00 || c > 0x9FFF || (w && str_longer(w->text, 1)) || words_tail(str_sub(s, 0, i + len), W_NAMED))
			return false;
	}
	return true;
}

static void add_item(struct str part, struct body *items, size_t *n, size_t most)
{
	static const struct context none;
	struct body b;

	part = drop_closing(part);
	/* 水利局〈含潇河水利管理局〉 */
	if (str_ends(part, STR("〉")) && str_find(part, STR("〈"), 0) > 0)
		part = str_trim(str_sub(part, 0, str_find(part, STR("〈"), 0)));
	/* 各区政府(含大鹏新区管委会、深汕特别合作区管委会) */
	size_t inset = str_ends(part, STR(")")) ? str_find(part, STR("("), 0) : 0;

	if (inset > 0 && (words_own(part, inset + 1, W_PART) || is_person(str_trim(str_sub(part, inset + 1, part.n - 1)))))
		part = str_trim(str_sub(part, 0, inset));
	if (!part.n || *n == most)
		return;
	bool found = body_at(&none, part, 0, &b);

	if (!found || b.s.n != part.n) {
		size_t used = 0;

		if (!found)
			b.kind = BODY_NONE;
		if (b.kind == BODY_NONE)
			region_chain(part, &used);
		else
			used = b.prefix.n;
		b = body_of(b.kind == BODY_CLASS ? BODY_CLASS : BODY_FIRM, part, str_sub(part, 0, used));
	}
	/* 各市、县人民政府 is one class. */
	if (*n && items[*n - 1].kind != BODY_NONE && bodyclass_shares(items[*n - 1].s, part)) {
		b.s = (struct str){items[*n - 1].s.p, (size_t)(part.p + part.n - items[*n - 1].s.p)};
		b.kind = BODY_CLASS;
		b.prefix = STR("");
		--*n;
	}
	items[(*n)++] = b;
}

/* 国家发展改革委 财政部, 省财政厅国家税务总局某省税务局: a central body begins at byte i, where the one from byte `start` on ends. */
static bool begins_central(struct str s, size_t i, size_t start)
{
	static const struct context none;
	struct body b;

	return i > start && words_opens(s, i) & OPENS_STEM && orgwords_central_match(str_from(s, i)) && body_at(&none, s, start, &b) &&
	       b.kind == BODY_DEPARTMENT && b.s.n == i - start;
}

/* `placed`: whether a region or level may begin the item at `start`. */
static size_t separator_at(struct str s, size_t i, size_t start, bool placed)
{
	size_t len;

	switch (str_char(s, i, &len)) {
	case 0x3001: case ',': case ';': case 0xFF1B: case '/': case 0xFF0C: case ' ':
		return len;
	default:
		break;
	}
	/* A joining word splits only between what are bodies by themselves. */
	const struct word *w = words_of(s, i, W_JOIN);
	static const struct context none;
	struct body b = {.kind = BODY_NONE};

	/* Bodies stand side by side without a mark: 云南省教育厅 云南省财政厅, 省公安厅省市场监管局. */
	if (placed && i > start && body_prefix(str_from(s, i)) && body_placed_at(str_sub(s, start, i), &b) && b.s.n == i - start && body_placed_at(str_from(s, i), &b))
		return NO_MARK;
	if (begins_central(s, i, start))
		return NO_MARK;

	if (w && i > start && (is_everyone(str_from(s, i + w->text.n)) || body_at(&none, s, i + w->text.n, &b))) {
		struct str before = drop_closing(str_sub(s, start, i));

		if (body_at(&none, before, 0, &b) && b.s.n == before.n)
			return w->text.n;
		/* 统计局和市直各单位 */
		if (words_tail(before, W_FIRM) || words_tail(before, W_CLASS) || (b.kind == BODY_CLASS && words_tail(before, W_DEPARTMENT)))
			return w->text.n;
	}
	return 0;
}

size_t body_list(struct str s, struct body *items, size_t most)
{
	size_t n = 0, start = 0, depth = 0, len;
	bool placed = body_prefix_may_begin(s);

	for (size_t i = 0; i < s.n; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (c == '(' || c == 0x3014 || c == 0x3008)
			depth++;
		else if ((c == ')' || c == 0x3015 || c == 0x3009) && depth)
			depth--;
		size_t sep = depth ? 0 : separator_at(s, i, start, placed);

		if (!sep)
			continue;
		add_item(str_sub(s, start, i), items, &n, most);
		start = sep == NO_MARK ? i : i + sep;
		placed = body_prefix_may_begin(str_from(s, start));
		len = sep == NO_MARK ? len : sep;
	}
	add_item(str_from(s, start), items, &n, most);
	return body_spread(items, n, most);
}

/* 省委组织部(省委党建办): a second name in brackets. */
static struct str without_inset(struct str s)
{
	bool shell = str_ends(s, STR("〕"));
	size_t open = str_find(s, shell ? STR("〔") : STR("("), 0);

	return open > 0 && (shell || str_ends(s, STR(")"))) ? str_trim(str_sub(s, 0, open)) : s;
}

/* Whether all of an item of a list is a body, without a second name in brackets. */
static bool is_whole(const struct context *c, const struct body *item, struct str name)
{
	struct body b;

	/* The list has asked for the same where the document has no name of its own for it; of a class it keeps more than was found. */
	if (!body_may_be_own(c, name) && item->kind != BODY_CLASS && name.n == item->s.n)
		return item->kind == BODY_DEPARTMENT || item->kind == BODY_TREASURY;
	return body_at(c, name, 0, &b) && b.s.n == name.n && b.kind != BODY_SELF;
}

bool body_may_end(struct str s)
{
#define ENDS(h) \
	(WORD_BIT(W_BODY, h) | WORD_BIT(W_BRANCH, h) | WORD_BIT(W_BUREAU, h) | WORD_BIT(W_CLASS, h) | WORD_BIT(W_COUNTED, h) | WORD_BIT(W_DEPARTMENT, h) | \
	 WORD_BIT(W_ETC, h) | WORD_BIT(W_FIRM, h) | WORD_BIT(W_PARTY, h) | WORD_BIT(W_PURSE, h) | WORD_BIT(W_SELF, h) | WORD_BIT(W_STATION, h) | \
	 WORD_BIT(W_SUBOFFICE, h) | WORD_BIT(W_TOWN, h) | WORD_BIT(W_TREASURY, h))
	static const struct word_set ends = {{ENDS(0), ENDS(1)}};
#undef ENDS
	uint32_t c = 0;
	size_t len;

	while (s.n && ((c = str_last(s, &len)) <= '/' || c == ';' || c == ':' || c == 0x3000 || c == 0x3001 || c == 0x3002) && c != ')')
		s.n -= len;
	return s.n && ((c > 0x7F && c < 0x4E00) || c > 0x9FFF || c == ')' || words_may_close(s, &ends) || org_stem_may_end(s));
}

bool body_only(const struct context *c, struct str s)
{
	struct body items[64];

	if (!c->alias_count && !c->zone.n && !body_may_end(s))
		return false;
	return body_all(c, items, body_list(s, items, 64));
}

bool body_all(const struct context *c, const struct body *items, size_t n)
{
	size_t sure = 0;

	for (size_t i = 0; i < n; i++) {
		struct str name = without_inset(items[i].s);

		if (is_everyone(name) || is_whole(c, &items[i], name))
			sure++;
		else if (!words_tail(name, W_FIRM) && !words_tail(name, W_CLASS) && !words_tail(name, W_BODY))
			return false;
	}
	return sure > 0;
}
