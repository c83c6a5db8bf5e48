/* Knows what for and when an amount is given. */
#include "verb/slots.h"

#include "doc/outline.h"
#include "verb/member.h"
#include "zh/numeral.h"

enum {
	LONGEST_PURPOSE = 60, /* characters */
	LONGEST_HELPED = 25,
	LONGEST_BEFORE = 600, /* bytes of a name and of the words before it */
	AT_HEAD = 9,          /* bytes of a clause before a period that opens it */
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

	if (!join || str_starts(join->text, STR("、")) || !str_reaches(left, SHORTEST) || (work && str_eq(work->arg, STR("work"))) || !opens_with_place(left, W_NAMED))
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
		if (!x && w && i == start && str_chars(w->text) > 1 && words_set_has(&w->classes, W_JOIN))
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
		if (stop && w && i > start && words_set_has(&w->classes, W_JOIN) && joined(m->s, start, i) >= end)
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
	return clause_strip(str_sub(m->s, start, end));
}

struct str slots_behind_handing(struct str s)
{
	enum { SHORTEST = 3 }; /* bytes of 为 and 向 */

	for (;;) {
		const struct word *hand = words_of(s, 0, W_HANDDOWN), *help = hand ? hand : words_of(s, 0, W_HELP);

		if (!help || help->text.n >= s.n || (!hand && (help->text.n <= SHORTEST || !str_eq(help->arg, STR("-")))))
			return s;
		s = clause_strip(str_from(s, help->text.n));
	}
}

size_t slots_place_pays(struct str s)
{
	enum { SHORTEST_TOWN = 6, LONGEST_TOWN = 24 /* bytes */ };
	size_t used = 0, len;

	if (!region_chain(s, &used))
		used = 0;
	for (size_t i = SHORTEST_TOWN; !used && i < s.n && i <= LONGEST_TOWN; i += len) {
		const struct word *town = words_of(s, i, W_TOWN);

		used = town ? i + town->text.n : 0;
		str_char(s, i, &len);
	}
	const struct word *fund = words_of(s, used, W_FUND), *pay = words_of(s, used, W_PAY);
	bool pays = (pay && str_eq(pay->arg, STR("own"))) || (fund && str_eq(fund->arg, STR("investment")) && !words_of(s, used, W_TOTALINVEST) && !words_of(s, used, W_DONE));

	return pays ? used : 0;
}

size_t slots_behind_recipients(const struct slots *s, size_t from, size_t to)
{
	for (size_t i = 0; i < s->recipient_count; i++) {
		size_t end = (size_t)(s->recipients[i].p - s->m->s.p) + s->recipients[i].n;

		if (end > from && end <= to)
			from = end;
	}
	return from;
}

/* 安排10亿元|工业发展专项资金，支持X: the mention behind the fund that the clause ends with behind the amount; else the one behind the amount. */
static size_t behind_fund(const struct slots *s)
{
	enum { MOST = 8 /* mentions in the name of a fund */ };
	size_t last = s->clause.last, k = s->amount + 1;

	if (last <= k || last > k + MOST || s->m->items[last - 1].to != s->clause.to || !mention_word(&s->m->items[last - 1], W_PROGRAM))
		return k;
	while (k < last && s->m->items[k].kind != M_QUANTITY && !mention_word(&s->m->items[k], W_HELP) && !mention_word(&s->m->items[k], W_FORWHAT))
		k++;
	return k == last ? last : s->amount + 1;
}

/* 安排600万元支持X, 安排600万元，支持X: the mention of 支持, or -1. */
static long helped_behind(const struct slots *s, size_t limit)
{
	size_t k = behind_fund(s), end = k > s->amount + 1 ? s->clause.to : slots_amount(s)->to;

	if (k < s->sentence.last && s->m->items[k].kind == M_COMMA && s->m->items[k].from == end)
		k++;
	const struct mention *x = k < s->sentence.last ? &s->m->items[k] : NULL;
	const struct word *help = x ? mention_word(x, W_HELP) : NULL;

	const struct word *fund = x ? mention_word(x, W_FUND) : NULL;

	/* 给予50万元奖励 is a gift, 支持 what it is for. */
	if (!help || x->to >= limit || x->from > end + strlen("，") || !str_eq(help->arg, STR("person")) ||
	    (fund && !str_starts(fund->arg, STR("weak:"))))
		return -1;
	/* 安排3000万元，支持科技企业1200万元: what is helped has its own sum. */
	for (size_t i = k + 1; i < s->sentence.last && s->m->items[i].kind != M_COMMA; i++)
		if (s->m->items[i].kind == M_QUANTITY && s->m->items[i].quantity->kind == QUANTITY_MONEY && !s->m->items[i].depth)
			return -1;
	return (long)k;
}

/* 支持园区建设640万元: what is helped stands between the verb and the sum. */
static void read_helped(struct slots *s)
{
	if (s->purpose.n || s->recipient_count || s->invested || !clause_has(&s->clause, W_HELP))
		return;
	for (size_t i = s->amount; i-- > s->clause.first && s->m->items[i].from >= s->floor;) {
		const struct mention *x = &s->m->items[i];
		const struct word *help = mention_word(x, W_HELP);

		const struct word *fund = mention_word(x, W_FUND);

		if (help && str_eq(help->arg, STR("person")) && (!fund || str_starts(fund->arg, STR("weak:")))) {
			struct str p = slots_between(s, x->to, slots_amount(s)->from);

			if (str_sized(p, 4, LONGEST_HELPED))
				s->purpose = p;
			return;
		}
		if (x->kind == M_COMMA || x->kind == M_QUANTITY || mention_word(x, W_GIVE) || mention_word(x, W_FUND) || mention_word(x, W_PERUNIT))
			return;
	}
}

/* 力争完成水利投资300亿元: nothing but a field stands before the word of investment. */
static void read_field(struct slots *s)
{
	const struct mention *x = slots_amount(s), *invest = s->amount > s->clause.first ? x - 1 : NULL;

	if (!s->invested || s->purpose.n || !invest || invest->to != x->from || !mention_word(invest, W_FUND))
		return;
	struct str field = slots_name_before(s->m, s->clause.from > s->floor ? s->clause.from : s->floor, invest->from);

	if (!words_is(field, W_FIELD))
		return;
	s->purpose = field;
	s->of_field = true;
}

/* 中央资金2000万元、|省级资金1000万元: the mention of the sum that a purse stands before at byte `at`, whose mentions begin at `k`; 0: none does. */
static size_t sum_of_purse(const struct slots *s, size_t k, size_t at)
{
	enum { LONGEST = 36 };

	for (size_t first = k; k < s->sentence.last && s->m->items[k].from <= at + LONGEST; k++) {
		const struct mention *x = &s->m->items[k];
		bool purse = x->kind == M_BODY ? x->body.kind == BODY_TREASURY : mention_word(x, W_PURSE) || mention_word(x, W_TREASURY);

		if (k == first ? x->from != at || !purse : x->kind == M_PAUSE || x->kind == M_COMMA || x->kind == M_BRACKET)
			return 0;
		if (x->kind == M_QUANTITY)
			return x->quantity->kind == QUANTITY_MONEY ? k : 0;
	}
	return 0;
}

/* 安排甲县1000万元、乙县800万元，用于X: the last sum of the list of places, or of purses (中央资金2000万元、省级资金1000万元), that goes on behind the amount; the amount itself where none does. */
static size_t last_of_places(const struct slots *s)
{
	enum { MOST = 24 };
	size_t last = s->amount, used, sum;
	bool paid = s->funder.kind == BODY_TREASURY && s->funder.s.p >= s->m->s.p + s->clause.from && !s->invested;

	for (size_t n = 0; n < MOST && last + 1 < s->sentence.last; n++) {
		const struct mention *pause = &s->m->items[last + 1];
		bool goes_on = (pause->kind == M_PAUSE || pause->kind == M_COMMA) && pause->from == s->m->items[last].to;

		if (goes_on && paid && (sum = sum_of_purse(s, last + 2, pause->to)) > 0) {
			last = sum;
			continue;
		}
		size_t next = last + 2, at = goes_on && region_chain(str_from(s->m->s, pause->to), &used) ? pause->to + used : s->m->n;

		while (next < s->sentence.last && s->m->items[next].from < at)
			next++;
		if (next >= s->sentence.last || s->m->items[next].from != at || s->m->items[next].kind != M_QUANTITY || s->m->items[next].quantity->kind != QUANTITY_MONEY)
			break;
		last = next;
	}
	return last;
}

/* The word of purpose behind a list of places with a sum each, at its comma, or -1. */
static long behind_places(const struct slots *s)
{
	size_t last = clause_has(&s->sentence, W_FORWHAT) ? last_of_places(s) : s->amount, end = s->m->items[last].to;
	long w = last > s->amount ? clause_first_word(s->m, &s->sentence, W_FORWHAT, end, s->sentence.to) : -1;

	return w >= 0 && (s->m->items[w].from == end || (s->m->items[w].from == end + 1 && s->m->s.p[end] == ',')) ? w : -1;
}

/* 下达31亿元，其中2013年8亿元、2014年10亿元，主要用于X: what stands behind the parts is what all are for; the mention of 用于, or -1. */
static long shared_behind(const struct slots *s)
{
	size_t last = s->amount;

	if (!clause_has(&s->sentence, W_PART) || !clause_has(&s->sentence, W_FORWHAT))
		return -1;
	for (size_t i = s->sentence.first; i < s->sentence.last; i++)
		if (s->m->items[i].kind == M_QUANTITY && s->m->items[i].quantity->kind == QUANTITY_MONEY && !s->m->items[i].depth)
			last = i;
	size_t end = s->m->items[last].to;
	bool parts = clause_first_word(s->m, &s->sentence, W_PART, s->sentence.from, end) >= 0;
	long w = parts && clause_first_word(s->m, &s->sentence, W_FORWHAT, s->sentence.from, end) < 0 ? clause_first_word(s->m, &s->sentence, W_FORWHAT, end, s->sentence.to) : -1;

	/* …，其中2亿元用于X: right behind a part it is that part's. */
	return w >= 0 && s->m->items[w].from > end && str_has(str_sub(s->m->s, end, s->m->items[w].from), STR(",")) ? w : -1;
}

/* 支持会宁县、靖远县实施…: regions that are helped to do something get it; the byte behind them, else `from`. */
static size_t behind_regions(struct slots *s, size_t from, size_t to)
{
	struct str got[SLOT_RECIPIENTS];
	size_t n = 0, at = from, used;

	while (n < SLOT_RECIPIENTS && at < to && region_chain(str_from(s->m->s, at), &used) && used) {
		got[n++] = str_sub(s->m->s, at, at + used);
		at += used;
		const struct word *join = words_of(s->m->s, at, W_JOIN);

		if (str_starts(str_from(s->m->s, at), STR("、")))
			at += strlen("、");
		else if (join)
			at += join->text.n;
		else
			break;
	}
	const struct word *etc = n ? words_of(s->m->s, at, W_ETC) : NULL;
	struct quantity q;

	/* 等12个县 */
	if (etc) {
		size_t end = at + etc->text.n, count = quantity_match(str_from(s->m->s, end), STR(""), &q);
		const struct word *level = count ? words_of(s->m->s, end + count, W_LEVEL) : NULL;

		at = level ? end + count + level->text.n : end;
	} else if (n > 1) {
		/* 甲、乙、丙三省市 */
		struct numeral few;
		size_t number = numeral_match(str_from(s->m->s, at), &few), end = at + number;

		for (const struct word *level; number && (level = words_own(s->m->s, end, W_LEVEL));)
			end += level->text.n;
		at = end > at + number ? end : at;
	}
	if (!n || at >= to || !(words_of(s->m->s, at, W_LIGHT) || words_of(s->m->s, at, W_BUILD) || (words_of(s->m->s, at, W_VERB) && !words_of(s->m->s, at, W_STOP))))
		return from;
	memcpy(s->recipients, got, n * sizeof *got);
	s->recipient_count = n;
	const struct word *light = words_of(s->m->s, at, W_LIGHT);

	return light && !words_of(s->m->s, at, W_HOLD) ? at + light->text.n : at;
}

static void read_purpose(struct slots *s)
{
	size_t amount_end = slots_amount(s)->to, limit = s->sentence.to, next = s->amount + 1;

	/* The words up to the next amount are this one's. */
	while (next < s->sentence.last && !(s->m->items[next].kind == M_QUANTITY && s->m->items[next].quantity->kind == QUANTITY_MONEY))
		next++;
	if (next < s->sentence.last)
		limit = s->m->items[next].from;
	long w = clause_first_word(s->m, &s->sentence, W_FORWHAT, amount_end, limit);

	if (w >= 0 && next < s->sentence.last && member_spent(s->m, (size_t)w, next))
		w = -1;
	if (w < 0)
		w = clause_last_word(s->m, &s->clause, W_FORWHAT, s->floor, slots_amount(s)->from);
	if (w < 0 && ((w = shared_behind(s)) >= 0 || (w = behind_places(s)) >= 0))
		limit = s->sentence.to;
	if (w < 0)
		w = helped_behind(s, limit);
	if (w < 0)
		return;
	struct range c = clause_around(s->m, &s->sentence, s->m->items[w].to);
	size_t to = c.to < limit || s->m->items[w].from < slots_amount(s)->from ? c.to : limit;

	if (s->m->items[w].from < slots_amount(s)->from && to > slots_amount(s)->from)
		to = slots_amount(s)->from;
	const struct mention *who = &s->m->items[w] + 1;
	size_t from = s->m->items[w].to;

	/* 支持某大学开展…: the body gets it. */
	if (mention_word(&s->m->items[w], W_HELP) && who < s->m->items + s->sentence.last && who->kind == M_BODY && who->from == from && who->to < to &&
	    words_of(s->m->s, who->to, W_VERB) && !s->recipient_count) {
		s->recipients[s->recipient_count++] = who->body.s;
		from = who->to;
	}
	if (mention_word(&s->m->items[w], W_HELP) && !s->recipient_count)
		from = behind_regions(s, from, to);
	struct str p = slots_between(s, from, to);

	if (!str_longer(p, LONGEST_PURPOSE))
		s->purpose = p;
}

static size_t head_of(const struct slots *s)
{
	size_t at = s->sentence.from, len;
	long value;

	if (outline_marker(str_from(s->m->s, at), &len, &value))
		at += len;
	/* (省财政厅牵头)对…: a bracket of the sentence before */
	if (at < s->sentence.to && s->m->s.p[at] == '(') {
		size_t close = str_find(str_sub(s->m->s, 0, s->sentence.to), STR(")"), at);

		at = close < slots_amount(s)->from ? close + 1 : at;
	}
	while (at < s->sentence.to && s->m->s.p[at] == ' ')
		at++;
	return at;
}

/* 首次通过一致性评价的，给予…: the condition of a gift is what it is for. */
static void read_condition(struct slots *s)
{
	enum { SHORTEST_DEED = 4 }; /* characters, its 的 included */

	if (s->purpose.n || s->invested)
		return;
	for (size_t head = s->head, at = head; at < slots_amount(s)->from;) {
		struct range c = clause_around(s->m, &s->sentence, at);

		if (c.to >= slots_amount(s)->from || c.to <= at)
			break;
		struct str text = slots_between(s, c.from < head ? head : c.from, c.to);
		const struct word *of = c.from >= s->floor ? words_tail(text, W_OF) : NULL;

		at = c.to + 1;
		if (!of)
			continue;
		for (const struct word *part; (part = words_of(text, 0, W_PART)) && part->text.n < text.n;)
			text = clause_strip(str_from(text, part->text.n));
		/* 经市政府批准的: who must agree, not what for. */
		if (words_tail(clause_strip(str_sub(text, 0, text.n - of->text.n)), W_ISSUE))
			continue;
		const struct word *whom = words_of(text, 0, W_TOWHOM);
		bool named = s->recipient_count && s->recipients[0].p >= text.p && s->recipients[0].p < text.p + text.n;

		/* 对其实施产业化项目的 */
		const struct word *its = whom ? words_of(text, whom->text.n, W_ITS) : NULL;

		/* 船公司进口水果的: who gets it is told by itself. */
		struct str own = !whom && s->recipient_count == 1 && s->recipients[0].p == text.p && s->recipients[0].n < text.n ? str_from(text, s->recipients[0].n) : STR("");

		struct period when;

		/* 企业上年度用电量增长20%以上的: and so is what is told of a time. */
		bool tells = words_of(own, 0, W_VERB) || period_match(own, (struct ymd){0, 0, 0}, &when);

		if (of && c.from >= s->floor && tells && !words_of(own, 0, W_OF) && str_chars(own) > SHORTEST_DEED)
			s->purpose = clause_strip(str_sub(own, 0, own.n - of->text.n));
		else if (of && c.from >= s->floor && !(whom && named))
			s->purpose = clause_strip(str_sub(text, (whom ? whom->text.n : 0) + (its ? its->text.n : 0), text.n - of->text.n));
		at = c.to + 1;
	}
}

/* 重新认定通过的给予10万元奖励: a condition that no comma parts from the gift. */
static void read_condition_inside(struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 30 };
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor;

	if (s->purpose.n || s->recipient_count || s->invested || s->lent)
		return;
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		/* 获省科技进步一等奖的奖励20万元 */
		const struct word *fund = mention_word(x, W_OF) ? words_of(s->m->s, x->to, W_FUND) : NULL;
		bool paid = fund && x->to + fund->text.n == slots_amount(s)->from;
		/* 年度考核合格的|再奖励20万元; 给予100万元奖励，考核优秀|再给30万元 */
		const struct word *more = words_of(s->m->s, x->to, W_ADVERB);
		size_t behind = x->to + (more ? more->text.n : 0);
		bool again = s->floor > s->sentence.from && x->from > from && x->to == x->from + 3 && mention_word(x, W_ADVERB) && mention_word(x, W_STOP) && (words_of(s->m->s, x->to, W_GIVE) || words_of(s->m->s, x->to, W_FUND) || x[1].to == slots_amount(s)->from);
		bool gives = again || (mention_word(x, W_OF) && (paid || words_of(s->m->s, behind, W_GIVE) || words_of(s->m->s, behind, W_LUMP) || (more && words_of(s->m->s, behind, W_FUND))));
		struct str told = gives && x->from > from ? slots_between(s, from, x->from) : STR("");

		if (!str_sized(told, SHORTEST, LONGEST) || words_of(told, 0, W_TOWHOM) || (again && (words_own(told, 0, W_EACH) || words_tail(told, W_ONCE))) || words_of(told, 0, W_BYSHARE) || words_of(told, 0, W_GIVE) || words_within(told, W_OF))
			continue;
		for (const struct word *part; (part = words_of(told, 0, W_PART)) && part->text.n < told.n;)
			told = clause_strip(str_from(told, part->text.n));
		s->purpose = told;
		return;
	}
}

static void read_period(struct slots *s)
{
	for (size_t i = s->amount; clause_holds(&s->sentence, M_PERIOD) && i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		if (x->kind != M_PERIOD || x->depth > slots_amount(s)->depth)
			continue;
		if (x->period->note != PERIOD_PLAIN && !x->period->start.year && !x->period->end.year)
			continue;
		/* 由“十二五”的40万元提高到50万元: the time of the sum that it was before. */
		if (x > s->m->items && x[-1].to == x->from && (mention_word(&x[-1], W_BY) || mention_word(&x[-1], W_SINCE)) &&
		    clause_first_word(s->m, &s->sentence, W_MORE, x->to, slots_amount(s)->from) >= 0)
			continue;
		/* In the middle of another clause it tells when something else was done. */
		struct range c = clause_around(s->m, &s->sentence, x->from);

		/* 对上年度新增的企业，给予…: whom it is for; 对2023年10月1日前完成的, by when. */
		bool whom = x > s->m->items && x[-1].to == x->from && mention_word(&x[-1], W_TOWHOM) && !x->period->start.year && !x->period->end.year;

		if (c.to < slots_amount(s)->from && (whom || x->from > c.from + AT_HEAD))
			continue;
		s->period = mention_text(s->m, x);
		return;
	}
}

void slots_read(struct slots *s, bool rate)
{
	s->head = head_of(s);
	slots_parties(s);
	read_condition(s);
	slots_basis(s, rate);
	slots_program(s);
	read_purpose(s);
	read_helped(s);
	read_field(s);
	read_condition_inside(s);
	read_period(s);
	slots_count(s);
}
