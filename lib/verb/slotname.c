/* Knows how far back the name goes that stands before a sum or another word. */
#include "verb/linked.h"
#include "verb/sited.h"
#include "verb/slots.h"

enum {
	LONGEST_BEFORE = 600, /* bytes of a name and of the words before it */
	SHORTEST_BEGUN = 6,   /* bytes of a name before what is done */
	SURE_PLACE = 9,       /* bytes of the short name of a county that is no everyday word */
	BEGUN = 4             /* characters after which a name has begun */
};

/* Words of these classes may end a name: most words of a name are none. */
#define ENDING(h) \
	(WORD_BIT(W_STOP, h) | WORD_BIT(W_VERB, h) | WORD_BIT(W_MODAL, h) | WORD_BIT(W_GIVE, h) | WORD_BIT(W_DONE, h) | WORD_BIT(W_FUTURE, h) | WORD_BIT(W_PART, h) | \
	 WORD_BIT(W_TREASURY, h) | WORD_BIT(W_TOTAL, h) | WORD_BIT(W_ONCE, h) | WORD_BIT(W_ASK, h) | WORD_BIT(W_ABOUT, h) | WORD_BIT(W_FORWHAT, h) | WORD_BIT(W_POST, h) | \
	 WORD_BIT(W_NTH, h) | WORD_BIT(W_BUILD, h) | WORD_BIT(W_HOLD, h) | WORD_BIT(W_FUND, h) | WORD_BIT(W_ROLE, h))
static const struct word_set enders = {{ENDING(0), ENDING(1)}};
#undef ENDING

/* A verb of building inside a name that has begun (黎平机场飞行区扩建工程) ends nothing. */
static bool ends_name(const struct word *x, struct str begun)
{
	switch (x->class) {
	case W_STOP:
	case W_VERB:
		/* 郭城驿至大沟段 */
		if (words_set_has(&x->classes, W_SPAN) && str_reaches(begun, 2))
			return false;
		if (x->class == W_STOP)
			return true;
		return !str_eq(x->arg, STR("noun")) && !(words_set_has(&x->classes, W_INNAME) && str_reaches(begun, BEGUN));
	case W_MODAL:
		/* 中禾汇能: a character may be part of a name; a verb behind it ends one anyway. */
		return !begun.n || str_longer(x->text, 1);
	case W_TOTAL:
		/* 成达万高铁 */
		return !begun.n || str_longer(x->text, 1) || !words_set_has(&x->classes, W_REACH);
	case W_GIVE: case W_DONE: case W_FUTURE: case W_PART: case W_TREASURY: case W_ONCE: case W_ASK:
	case W_ABOUT: case W_FORWHAT: case W_POST:
		return true;
	case W_BUILD: case W_NTH:
		/* 开工建设X: nothing of the name has begun. */
		return !begun.n;
	case W_HOLD:
		/* 建设了, 新增了 */
		return words_tail(x->text, W_DONE) != NULL;
	case W_FUND:
		/* 计划投资X */
		return !begun.n && words_set_has(&x->classes, W_PLANNED);
	case W_ROLE:
		return !words_set_has(&x->classes, W_INNAME) || !str_reaches(begun, BEGUN);
	default:
		return false;
	}
}

bool slots_in_place(struct str s, size_t at, size_t to)
{
	enum { LONGEST = 6 }; /* characters of a place before the word: 鄂伦春|自|治旗 */
	size_t before = at;

	for (int n = 0; before && n < LONGEST; n++) {
		before = str_before(s, before);
		if (words_opens(s, before) & OPENS_REGION && before + region_match(str_from(s, before), 2, NULL) >= to)
			return true;
	}
	return false;
}

/* Whether a place begins s: a region, or what is called one by a word of class c (白石镇…, 城南新区…). */
static bool opens_with_place(struct str s, enum word_class c)
{
	enum { LONGEST = 24 }; /* bytes of the name of a town */
	size_t used = 0, len;

	if (region_chain(s, &used) && used < s.n)
		return true;
	for (size_t i = 6; i < s.n && i <= LONGEST; i += len) {
		if (words_of(s, i, c))
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* The byte behind the word of work that ends what is joined to a name, where nothing between parts it from the name: 排水渠|工程; 0: none. */
/* Whether the name of a place's work that begins at byte `start` goes on behind the word at byte `at` that joins (某县道路提升及雨污分流工程): the byte
 * behind its last word, or 0. */
static size_t joined_end(struct str s, size_t from)
{
	enum { LONGEST = 60 };
	size_t limit = from + LONGEST < s.n ? from + LONGEST : s.n;

	for (size_t i = from, len; i < limit; i += len) {
		const struct word *w = words_at(s, i), *work = words_own(s, i, W_WORK);
		uint32_t c = str_char(s, i, &len);

		if (work && str_eq(work->arg, STR("work")))
			return i + work->text.n;
		/* 改造, 扩建 stand in names, verbs of other deeds (推进, 支持) in none. */
		bool verb = w && words_of(s, i, W_VERB) && !words_of(s, i, W_ENDING) && !words_of(s, i, W_BUILD) && !words_of(s, i, W_HOLD) && !words_of(s, i, W_INNAME);

		if (c < 0x3400 || verb || (w && words_set_meet(&w->classes, &enders) && !words_of(s, i, W_VERB) && !words_of(s, i, W_BUILD) && !words_of(s, i, W_HOLD)))
			return 0;
		len = w ? w->text.n : len;
	}
	return 0;
}

/* Whether the name of a place's work that begins at byte `start` goes on behind the word at byte `at` that joins (某县道路提升及雨污分流工程): the byte
 * behind its last word, or 0. */
static size_t joined(struct str s, size_t start, size_t at)
{
	enum { SHORTEST = 4 };
	const struct word *join = words_of(s, at, W_JOIN);
	struct str left = str_sub(s, start, at), right = str_from(s, at + (join ? join->text.n : 0));
	const struct word *work = words_tail(left, W_WORK);
	size_t end = 0;

	if (!join || str_starts(join->text, STR("、")) || !str_reaches(left, SHORTEST) || (work && str_eq(work->arg, STR("work"))))
		return 0;
	/* 第二水厂及配套管网工程, 第三中学及附属设施: what goes with it belongs to it, wherever it stands. */
	bool along = work && (words_of(right, 0, W_VAGUE) || words_of(right, 0, W_PLAIN)) && words_of(right, 0, W_INNAME);

	if (!along && !opens_with_place(left, W_NAMED))
		return 0;
	bool deed = !work && (words_tail(left, W_ENDING) || words_tail(left, W_HOLD) || words_tail(left, W_BUILD));
	/* 某县污水处理厂及配套管网工程, but 某县水厂和白云水库工程 */
	bool beside = work && (words_of(right, 0, W_PLAIN) || words_of(right, 0, W_VAGUE) || words_of(right, 0, W_WORK));

	if ((deed || beside) && !opens_with_place(right, W_TOWN))
		end = joined_end(s, at + join->text.n);
	return end;
}

/* 110kV, 50MW before what is built: what it is made for, which its name tells, unlike how many or how long there are. */
static bool is_rating(const struct quantity *q)
{
	return q->unit.n && !words_is(q->unit, W_COUNTED) && !words_is(q->unit, W_MEASURE);
}

struct str slots_name_before(const struct mentions *m, size_t floor, size_t end)
{
	size_t start = floor > m->start ? floor : m->start;

	/* No name is that long: what stands before it need not be read. */
	if (end > start + LONGEST_BEFORE) {
		start = end - LONGEST_BEFORE;
		while (((unsigned char)m->s.p[start] & 0xC0) == 0x80)
			start++;
	}
	for (size_t i = start, len; i < end; i += len) {
		const struct word *w = words_at(m->s, i);
		uint32_t c = str_char(m->s, i, &len);
		bool stop = c < 0x3400 && (c == ',' || c == 0x3002 || c == ';' || c == ':' || c == 0x3001);

		if (w && i + w->text.n <= end)
			len = w->text.n;
		const struct word *x = w && len == w->text.n && words_set_meet(&w->classes, &enders) ? w : NULL;

		/* 。和平家园改造项目: what begins a clause joins nothing. */
		if (x && i == start && words_set_has(&x->classes, W_JOIN) && (i == m->start || m->s.p[i - 1] == ',' || str_ends(str_sub(m->s, 0, i), STR("。"))))
			x = NULL;
		/* ，以及乙水库工程: a word that can only join is no part of the name. */
		if (!x && w && i == start && words_set_has(&w->classes, W_JOIN) && str_longer(w->text, 1))
			start = i + len;
		if (!stop && !x)
			continue;
		for (; x && !stop; x = words_also(x))
			stop = ends_name(x, str_sub(m->s, start, i));
		/* 县医院迁建, 县医院迁建(一期): what is done may end a name, and none begins with a bracket. */
		if (stop && i >= start + SHORTEST_BEGUN && (i + len == end || m->s.p[i + len] == '(')) {
			const struct word *ending = words_of(m->s, i, W_ENDING);
			bool inset = i + len == end && end < m->s.n && m->s.p[end] == '(' && words_of(m->s, i, W_VERB);

			stop = !inset && (!ending || (i + len == end && !str_eq(ending->arg, STR("deed"))));
		}
		/* 某县道路提升及雨污分流工程: what is joined has one name. */
		if (stop && w && i > start && words_set_has(&w->classes, W_JOIN) && (joined(m->s, start, i) >= end || linked_joins(m->s, i)))
			stop = false;
		/* 泰和、: before a mark it joins nothing. */
		if (stop && w && i > start && i + len == end && words_set_has(&w->classes, W_JOIN) && words_of(m->s, end, W_JOIN))
			stop = false;
		/* 贵阳 is no 贵委: nothing ends inside the name of a place; 都江堰 is long enough for the short name of a county. */
		size_t place = stop && w && words_opens(m->s, i) & OPENS_REGION ? region_match(str_from(m->s, i), 2, NULL) : 0;

		if (place && place < SURE_PLACE)
			place = region_match(str_from(m->s, i), 1, NULL);

		if (stop && w && !place && i > start && slots_in_place(m->s, i, i + len))
			stop = false;

		if (place > len && i + place <= end) {
			len = place;
			stop = false;
		}
		if (stop)
			start = i + len;
	}
	/* A period, a sum or a count before the name is no part of it; a number inside it is (年产30万台…, 两水段). */
	long before = clause_last(m, end);
	int depth = end && m->s.p[end - 1] == ')' ? 0 : before >= 0 ? m->items[before].depth : 0;

	for (long k = before; k >= 0 && m->items[k].from >= floor; k--) {
		const struct mention *x = &m->items[k];

		/* What stands in brackets of the name is its own affair. */
		if (x->depth > depth)
			continue;
		bool count = x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_COUNT && x->from == start && !is_rating(x->quantity);

		if (x->to <= end && x->to > start && (x->kind == M_PERIOD || count || (x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY)))
			start = x->to;
	}
	/* 2025年新开工X */
	for (const struct word *w; (w = words_of(m->s, start, W_BUILD)) && start + w->text.n < end && start > m->start && !words_of(m->s, start, W_ENDING);)
		start += w->text.n;
	/* 在青石镇工业园|建设|第三水厂: where it is built is no part of it, nor a name before a word of building. */
	struct str place;
	size_t deed = sited_deed(m, start, &place);

	return deed > end ? STR("") : clause_strip(str_sub(m->s, deed ? deed : start, end));
}
