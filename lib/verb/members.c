/* Knows what the members of a list of works are, and what stands behind them. */
#include "verb/members.h"

#include "verb/slots.h"
#include "verb/workname.h"

enum {
	LONGEST_LAST = 120 /* bytes of the last member of a counted list, with what it shares */
};

/* (总投资1.2亿元), (3500万元) */
static bool holds_sum(struct str inset)
{
	struct quantity q;

	for (size_t i = 0, len; i < inset.n; i += len) {
		if (quantity_match(str_from(inset, i), STR(""), &q) && q.kind == QUANTITY_MONEY)
			return true;
		str_char(inset, i, &len);
	}
	return false;
}

/* 总投资8.2亿元的青石物流园, 5亿元的临江电厂: the name behind what it costs. */
static struct str behind_price(struct str s)
{
	const struct word *fund = words_of(s, 0, W_FUND);
	struct quantity q;
	size_t from = fund ? fund->text.n : 0, n = quantity_match(str_from(s, from), STR(""), &q);
	const struct word *of = n && q.kind == QUANTITY_MONEY ? words_of(s, from + n, W_OF) : NULL;

	return of ? str_from(s, from + n + of->text.n) : s;
}

/* 中心城区|白石: a short name behind which part of a place it stands in. */
static struct str behind_area(struct str s)
{
	enum { SHORTEST = 2, LONGEST = 5 };
	const struct word *area = words_of(s, 0, W_PLAIN);
	struct str rest = str_from(s, area ? area->text.n : 0);

	return area && words_tail(area->text, W_ENDING) && str_sized(rest, SHORTEST, LONGEST) && workname_coined(rest) ? rest : s;
}

void members_add(struct list *l, struct str s)
{
	s = behind_area(clause_strip(s));
	struct str unpriced = behind_price(s);

	l->summed += unpriced.n < s.n;
	s = unpriced;
	struct str name = clause_bare(s);

	if (!name.n || l->n == MOST_LISTED)
		return;
	l->summed += name.n < s.n && holds_sum(str_from(s, name.n));
	l->members[l->n++] = name;
}

/* 西和县, 泰和、: a word of joining at bytes [at, to) that stands in the name of a place, or that a mark or another one follows, joins nothing. */
static bool joins_nothing(struct str s, size_t at, size_t to)
{
	return slots_in_place(s, at, to) || (!str_starts(str_from(s, at), STR("、")) && words_of(s, to, W_JOIN));
}

/* Members parted by 、 and 和 outside brackets. */
void members_split(struct list *l, struct str s)
{
	size_t from = 0, len;
	int depth = 0;

	for (size_t at = 0; at < s.n; at += len) {
		const struct word *join = depth == 0 ? words_of(s, at, W_JOIN) : NULL;

		str_char(s, at, &len);
		depth += (s.p[at] == '(') - (s.p[at] == ')');
		/* 、同德、 begins with no 同 that joins: too little would be left. */
		if (!join || joins_nothing(s, at, at + join->text.n) || (at == from && str_find(s, STR("、"), at + join->text.n) - at - join->text.n == len))
			continue;
		/* 灌区续建配套与节水改造: what is done has no name of its own. */
		const struct word *deed = words_tail(str_sub(s, from, at), W_ENDING);

		if (deed && str_eq(deed->arg, STR("deed")) && !str_starts(join->text, STR("、")) && workname_vague(clause_strip(str_sub(s, at + join->text.n, str_find(s, STR("、"), at)))))
			continue;
		members_add(l, str_sub(s, from, at));
		len = join->text.n;
		from = at + len;
	}
	members_add(l, str_from(s, from));
}

/* Where the first 、 or 和 of the list stands: the verb before it ends at the first member. */
static size_t first_join(const struct mentions *m, const struct range *c, size_t i, size_t end)
{
	size_t at = end;

	for (size_t k = i; k-- > c->first;)
		/* 和友碱胺、甲基地: what begins a clause joins nothing. */
		if (!m->items[k].depth && m->items[k].to <= end && m->items[k].from > c->from &&
		    (m->items[k].kind == M_PAUSE || (mention_word(&m->items[k], W_JOIN) && !joins_nothing(m->s, m->items[k].from, m->items[k].to))))
			at = m->items[k].from;
	return at;
}

/* 14个 at the start of s: its bytes. */
size_t members_count_at(struct str s)
{
	struct quantity q;
	size_t n = quantity_match(s, STR(""), &q);

	return n && q.kind == QUANTITY_COUNT && words_is(q.unit, W_COUNTED) ? n : 0;
}

/* Where the first 、 of the list stands; `end`: it has none. */
static size_t first_pause(const struct mentions *m, const struct range *c, size_t i, size_t end)
{
	for (size_t k = c->first; k < i; k++)
		if (m->items[k].kind == M_PAUSE && !m->items[k].depth && m->items[k].to <= end)
			return m->items[k].from;
	return end;
}

/* 建成|尖山至贵德: a stretch from one place to another behind the verb that the clause begins with, whatever words the names of the places hold; n 0: none
 * stands there. */
static struct str stretch_before(const struct mentions *m, size_t from, size_t to)
{
	enum { SHORTEST = 4, LONGEST = 14, PLACE = 6 /* bytes of one of them at least */ };
	struct str s = clause_strip(str_sub(m->s, from, to));

	for (const struct word *w; (w = words_of(s, 0, W_BUILD)) || (w = words_of(s, 0, W_LIGHT)) || (w = words_of(s, 0, W_URGE)) || ((w = words_of(s, 0, W_ADVERB)) && str_chars(w->text) > 1);)
		s = clause_strip(str_from(s, w->text.n));
	size_t span = words_next(s, PLACE, W_SPAN);

	return str_sized(s, SHORTEST, LONGEST) && span + PLACE < s.n && !words_within(s, W_OF) && !words_within(s, W_FUND) && !members_tell_deed(s) ? s : STR("");
}

/* 新建、改建|A、B: what is left of clause c behind words of building that a mark parts. */
static struct range behind_deeds(const struct mentions *m, const struct range *c)
{
	struct range part = *c;

	for (size_t k = c->first; k + 2 < c->last && mention_word(&m->items[k], W_BUILD) && m->items[k + 1].kind == M_PAUSE && m->items[k + 1].from == m->items[k].to && mention_word(&m->items[k + 2], W_BUILD) && m->items[k + 2].from == m->items[k + 1].to; k += 2) {
		part.first = k + 2;
		part.from = m->items[k + 2].from;
	}
	return part;
}

/* 保障|雅岭水电: a verb before a name of no common words, though names may hold it as a noun; NULL: there is none. */
static const struct word *verb_before_name(struct str s)
{
	enum { COINED = 6 }; /* bytes of the begin of a coined name */
	const struct word *verb = words_of(s, 0, W_VERB);
	size_t from = verb ? verb->text.n : 0;

	return verb && str_reaches(verb->text, 2) && !words_of(s, 0, W_ENDING) && from + COINED <= s.n && workname_coined(str_sub(s, from, from + COINED)) ? verb : NULL;
}

/* 重点|项目, 河道整治|工程: the tail behind the words that any work may be called; *done: from the word before what is done, n 0: nothing is. */
static struct str behind_vague(struct str tail, struct str *done)
{
	struct str before = STR("");

	*done = STR("");
	for (const struct word *w; (w = words_of(tail, 0, W_VAGUE)) && w->text.n < tail.n && !words_of(tail, 0, W_WORK);) {
		const struct word *deed = words_of(tail, 0, W_ENDING);

		if (before.n && !done->n && deed && str_eq(deed->arg, STR("deed")) && !words_of(tail, 0, W_BUILD))
			*done = before;
		before = tail;
		tail = clause_strip(str_from(tail, w->text.n));
	}
	return tail;
}

bool members_read(struct list *l, const struct mentions *m, const struct range *c, size_t i)
{
	const struct mention *x = &m->items[i], *etc = NULL;
	struct range part = behind_deeds(m, c);

	for (size_t k = c->first; k < i; k++) {
		if (mention_word(&m->items[k], W_ETC) && !m->items[k].depth)
			etc = &m->items[k];
		/* A等14个公路项目和B等4个铁路项目: a list of its own begins. */
		else if (etc && (m->items[k].kind == M_PAUSE || mention_word(&m->items[k], W_JOIN)) && mention_word(&m->items[k - 1], W_WORK) && m->items[k - 1].to == m->items[k].from) {
			part.first = k + 1;
			part.from = m->items[k].to;
			etc = NULL;
		}
	}
	c = &part;
	if (!etc)
		return false;
	/* 将A、B等21个项目调出重点项目: the first 项目 is theirs. */
	for (size_t k = c->first; k < i; k++)
		if (m->items[k].from >= etc->to && !m->items[k].depth && mention_word(&m->items[k], W_WORK))
			return false;
	l->work = mention_text(m, x);
	l->tail = str_sub(m->s, etc->to, x->to);
	/* A、B等28个项目, A、B等项目28个 */
	l->counted = members_count_at(l->tail) > 0 || members_count_at(str_from(m->s, x->to)) > 0;
	size_t behind = x->to;

	/* 等3座加氢站|均已|开工建设 */
	for (const struct word *w; (w = words_of(m->s, behind, W_PAST)) || ((w = words_of(m->s, behind, W_ADVERB)) && !words_of(m->s, behind, W_BUILD));)
		behind += w->text.n;
	const struct word *built = words_of(m->s, behind, W_BUILD);

	l->built = built != NULL;
	l->reached = built && (str_eq(built->arg, STR("open")) || str_eq(built->arg, STR("close")));
	l->tail = str_from(l->tail, members_count_at(l->tail));
	l->tail = behind_vague(l->tail, &l->done);
	size_t join = first_join(m, c, i, etc->from);
	struct str first = slots_name_before(m, c->from, join);

	size_t place;

	/* 支持贵州省|开工建设A、B等水库 */
	if (region_chain(first, &place) && place && words_of(first, place, W_BUILD) && !words_of(first, place, W_ENDING))
		first = str_from(first, place);
	/* 全年开工建设A、B等项目, 我市另有A、B等项目 */
	const struct word *begins = words_of(first, 0, W_BUILD), *before = first.n ? words_tail(str_sub(m->s, c->from, (size_t)(first.p - m->s.p)), W_BUILD) : NULL;

	begins = begins ? begins : before;
	l->begun = begins && (str_eq(begins->arg, STR("open")) || str_eq(begins->arg, STR("close")));
	for (const struct word *w; ((w = words_of(first, 0, W_BUILD)) || (w = words_of(first, 0, W_LIGHT)) || (w = words_of(first, 0, W_SELF)) || (w = verb_before_name(first)) || ((w = words_of(first, 0, W_ADVERB)) && str_chars(w->text) > 1)) && w->text.n < first.n;)
		first = clause_strip(str_from(first, w->text.n));
	/* The 同 of 同德 joins nothing. */
	size_t pause = first_pause(m, c, i, etc->from);
	struct str stretch = stretch_before(m, c->from, pause);

	if (stretch.n > first.n) {
		first = stretch;
		join = pause;
	}
	if (!first.n)
		return false;
	members_add(l, first);
	if (join < etc->from)
		members_split(l, str_sub(m->s, join, etc->from));
	struct quantity q;

	l->exact = quantity_match(str_from(m->s, etc->to), STR(""), &q) && q.kind == QUANTITY_COUNT && q.has_value && decimal_cmp(decimal_of((long)l->n), q.value) == 0;
	l->whole = str_sub(m->s, (size_t)(first.p - m->s.p), x->to);
	return l->n > 0;
}

/* 转运站实施改造提升: what is done, no name. */
bool members_tell_deed(struct str s)
{
	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *verb = words_of(s, i, W_VERB);

		if (words_of(s, i, W_ROLE) || (verb && !str_eq(verb->arg, STR("noun"))))
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* 四海集扩能: the name before what is built of it. */
struct str members_without_building(struct str s)
{
	const struct word *built = words_tail(s, W_BUILD);

	return str_sub(s, 0, s.n - (built ? built->text.n : 0));
}

/* 班竹三所小学, 德岭3个电站, 德岭电站三大工程: the number of things in the last member of a list, which ends at byte `to`; false: it holds none. */
static bool count_in_last(struct str s, size_t from, size_t to, struct range *where, struct decimal *value, bool *great)
{
	struct quantity q;

	for (size_t at = to - from > LONGEST_LAST ? to : from, len; at < to; at += len) {
		size_t n = quantity_match(str_from(s, at), STR(""), &q);

		str_char(s, at, &len);
		const struct word *large = n && q.kind == QUANTITY_BARE ? words_of(s, at + n, W_VAGUE) : NULL;

		/* 三大工程, 三大污泥处理工程 */
		if (at > from && n && q.has_value && (words_is(q.unit, W_COUNTED) || (large && at + n + large->text.n <= to))) {
			where->from = at;
			where->to = at + n + (large ? large->text.n : 0);
			*value = q.value;
			*great = large != NULL;
			return true;
		}
	}
	return false;
}

/* 南山、北洼、德岭3个抽水蓄能电站: as many coined names as the count says share what it counts. */
bool members_read_counted(struct list *l, const struct mentions *m, const struct range *c, size_t i)
{
	size_t join = m->items[i].from, last = join;
	struct range count;
	struct decimal value;

	for (size_t k = c->first; k < i; k++)
		if (m->items[k].kind == M_PAUSE && !m->items[k].depth) {
			join = m->items[k].from < join ? m->items[k].from : join;
			last = m->items[k].to;
		}
	bool great;

	if (!count_in_last(m->s, last, m->items[i].from, &count, &value, &great))
		return false;
	struct str first = slots_name_before(m, c->from, join);

	*l = (struct list){.counted = true, .great = great, .work = mention_text(m, &m->items[i]), .tail = str_sub(m->s, count.to, m->items[i].to)};
	/* 4所卫生院改扩建项目: how they are built is no deed. */
	if (!first.n || words_tail(str_sub(m->s, join, count.from), W_ETC) || members_tell_deed(members_without_building(str_sub(l->tail, 0, l->tail.n - l->work.n))))
		return false;
	members_add(l, first);
	members_split(l, str_sub(m->s, join, count.from));
	l->deed = str_sub(m->s, m->items[i].to, m->items[i].to + workname_deed(m->s, m->items[i].to));
	l->whole = str_sub(m->s, (size_t)(first.p - m->s.p), m->items[i].to + l->deed.n);
	return decimal_cmp(decimal_of((long)l->n), value) == 0;
}

size_t members_without_classes(struct str *members, size_t n)
{
	size_t kept = 0;

	for (size_t k = 0; k < n; k++) {
		const struct word *class = words_of(members[k], 0, W_CLASS);

		if (!class || !str_eq(class->arg, STR("open")))
			members[kept++] = members[k];
	}
	return kept;
}

struct str members_without_end(struct str s)
{
	const struct word *built = words_tail(s, W_BUILD);
	struct str name = str_sub(s, 0, s.n - (built ? built->text.n : 0));

	return built && !words_is(built->text, W_ENDING) && words_tail(name, W_WORK) ? name : s;
}

size_t members_inset(struct str s)
{
	enum { LONGEST_INSET = 120 }; /* bytes of a bracket behind a name */
	size_t open = s.n;

	while (open > 0 && s.n - open < LONGEST_INSET && s.p[open - 1] != '(')
		open--;
	return open > 0 && s.p[open - 1] == '(' ? open - 1 : 0;
}

struct str members_without_cost(struct str name)
{
	size_t open = str_ends(name, STR(")")) ? members_inset(name) : 0;

	return open && str_has_digit(str_from(name, open)) ? clause_strip(str_sub(name, 0, open)) : name;
}
