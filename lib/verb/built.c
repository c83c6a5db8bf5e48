/* Knows which lists behind a word of building name works: 建成A、B, 开工建设C、D. */
#include "verb/built.h"

#include "verb/alike.h"
#include "verb/builtname.h"
#include "verb/clause.h"
#include "verb/founded.h"
#include "verb/landscape.h"
#include "verb/linked.h"
#include "verb/members.h"
#include "verb/slots.h"
#include "verb/workname.h"
#include "zh/figures.h"
#include "zh/numeral.h"

enum {
	SHORTEST_BUILT = 5, /* characters of a work that stands alone */
	COINED = 6          /* bytes of the begin of a name that is called by no common word */
};

/* A水库、B水库和C灌区: whether mention k parts the member from `from` on from the next. */
bool built_parts(const struct mentions *m, size_t k, size_t from)
{
	const struct mention *x = &m->items[k];

	if (x->depth || (x->kind != M_PAUSE && !mention_word(x, W_JOIN)) || linked_joins(m->s, x->from))
		return false;
	struct str before = x->from > from ? str_sub(m->s, from, x->from) : STR("");

	/* 配置工程(某县段)及灌区工程 */
	if (str_ends(before, STR(")")) && members_inset(before))
		before = str_sub(before, 0, members_inset(before));
	/* 长宁路12、15弄: the numbers of one address. */
	size_t digits = 0;

	while (digits < before.n && figures_is_digit(before, before.n - digits - 1))
		digits++;
	if (digits && figures_is_digit(m->s, x->to) && words_tail(str_sub(before, 0, before.n - digits), W_NAMED))
		return false;
	/* 甲县和乙县的水厂 */
	if (mention_word(x, W_JOIN) && region_is(clause_strip(before)) && region_match(str_from(m->s, x->to), 2, NULL))
		return true;
	/* 黄江和苏河堤防改造 */
	const struct word *land = words_tail(before, W_NAMED);

	if (mention_word(x, W_JOIN) && land && str_eq(land->arg, STR("geo")) && landscape_at(str_from(m->s, x->to)))
		return true;
	/* G109提质改造和G214松桥段 */
	bool numbered = words_tail(before, W_ENDING) && workname_numbered(str_from(m->s, x->to));

	return x->kind == M_PAUSE || (mention_word(x, W_JOIN) && (numbered || words_tail(before, W_WORK) || words_tail(before, W_PHASE)));
}

/* Adds a member, or two: 电厂二期以及水库; and counts those whose cost is told. */
static size_t add_members(struct str *members, size_t n, struct str one, size_t *priced)
{
	for (size_t i = words_next(one, 0, W_JOIN), len; i < one.n && n + 1 < BUILT_MOST; i = words_next(one, i + len, W_JOIN)) {
		const struct word *join = words_of(one, i, W_JOIN);
		struct str before = str_sub(one, 0, i);

		str_char(one, i, &len);
		if (join->text.n > len && (words_tail(before, W_WORK) || words_tail(before, W_PHASE))) {
			members[n++] = clause_strip(before);
			one = str_from(one, i + join->text.n);
			break;
		}
	}
	one = clause_strip(one);
	/* 图书馆(东馆)扩建|及街道文化中心: the bracket hid the word. */
	const struct word *lead = words_of(one, 0, W_JOIN);

	one = lead && !region_match(one, 2, NULL) ? clause_strip(str_from(one, lead->text.n)) : one;
	struct str name = members_without_cost(one);

	*priced += name.n && name.n < one.n;
	if (name.n)
		members[n++] = members_without_end(name);
	return n;
}

/* 市林业局、财政局关心林场建设: a list that begins with a body is none of works, unless the body is the house that is built (宜昌市图书馆). */
bool built_begins_with_body(const struct doc *d, const struct str *members, size_t n)
{
	struct body b;

	return n && !words_tail(members[0], W_WORK) && body_at(&d->context, members[0], 0, &b) && b.s.n == members[0].n;
}

void built_add(struct doc *d, size_t index, const struct str *members, size_t n)
{
	const char *end = members[n - 1].p + members[n - 1].n;

	for (size_t k = 0; k < n; k++) {
		struct str name = members_without_cost(members[k]);
		struct finding *f = workname_add(d, index, name, name, "built-list");

		if (f && n > 1)
			f->list = (struct str){members[0].p, (size_t)(end - members[0].p)};
	}
}

/* 国道318线松麦至105道班段: a number in figures, which counts nothing, and behind which the name goes on. */
static bool is_in_name(const struct mentions *m, const struct mention *x)
{
	size_t len;
	bool figures = m->s.p[x->from] >= '0' && m->s.p[x->from] <= '9';

	/* 公铁|两用|大桥 */
	if (words_of(m->s, x->from, W_INNAME))
		return true;

	/* 长宁路|12项目 */
	const struct word *work = figures && words_tail(str_sub(m->s, 0, x->from), W_NAMED) ? words_of(m->s, x->to - x->quantity->unit.n, W_WORK) : NULL;

	if (work && work->text.n > x->quantity->unit.n)
		return true;
	/* 电厂|一|、二期: the number of a phase. */
	const struct word *join = x->quantity->kind == QUANTITY_BARE ? words_of(m->s, x->to, W_JOIN) : NULL;

	if (join && words_of(m->s, x->to + join->text.n, W_PHASE))
		return true;
	return figures && (x->quantity->kind == QUANTITY_BARE || x->quantity->kind == QUANTITY_COUNT) && !words_is(x->quantity->unit, W_COUNTED) &&
	       x->to < m->s.n && str_char(m->s, x->to, &len) >= 0x3400;
}

/* 等4条重点公路: the byte behind mention k, the number that follows it, and what any work may be called. */
static size_t behind_count(const struct mentions *m, size_t k)
{
	size_t at = m->items[k].to;

	if (k + 1 < m->n && m->items[k + 1].kind == M_QUANTITY && m->items[k + 1].from == at)
		at = m->items[k + 1].to;
	for (const struct word *w; (w = words_of(m->s, at, W_VAGUE)) && !words_of(m->s, at, W_WORK);)
		at += w->text.n;
	return at;
}

/* 新建院士工作站、博士后工作站，每个给予30万元: in rules what anyone may build, where the next clause tells what each gets. */
static bool is_anyones(const struct doc *d, const struct mentions *m, const struct range *c)
{
	const struct word *per = d->head.measures && c->to < m->s.n ? words_own(m->s, c->to + 1, W_EACH) : NULL;

	return per && m->s.p[c->to] == ',';
}

/* 开工建设陇电入川工程, 建成平凉机场: one work alone, behind a word that tells that its building begins or ends. */
static bool is_raised(const struct mentions *m, size_t i, struct str name)
{
	const struct word *build = mention_word(&m->items[i], W_BUILD), *work = words_tail(name, W_WORK);
	bool told = build && (str_eq(build->arg, STR("open")) || str_eq(build->arg, STR("close")));

	/* 启动化工园区二期 */
	if (build && builtname_phase(name))
		return true;
	if (!told || !work || words_of(name, 0, W_JOIN) || words_of(name, 0, W_VAGUE))
		return false;
	/* 建成集中供水工程12处 */
	size_t end = (size_t)(name.p - m->s.p) + name.n;
	long k = clause_last(m, end + 1);

	return !(k >= 0 && m->items[k].from == end && m->items[k].kind == M_QUANTITY) && (workname_of_place(name) || (str_reaches(name, SHORTEST_BUILT) && workname_coined(str_sub(name, 0, COINED))));
}

/* 建成投用, 开工: not only that something is built. */
bool built_opens(const struct mention *x)
{
	const struct word *build = mention_word(x, W_BUILD);

	return build && (str_eq(build->arg, STR("open")) || str_eq(build->arg, STR("close")));
}

/* 珠江高铁、深江城际、广江五六线、南港五期: of so many members that most are works the others are, where they are no kinds of works. */
static bool vouched(const struct str *members, size_t n, size_t good)
{
	enum { FEWEST = 4, SHORTEST = 4, LONGEST = 14 };

	if (n < FEWEST || good * 3 < n * 2)
		return false;
	for (size_t k = 0; k < n; k++) {
		struct str s = members[k];

		if (!str_sized(s, SHORTEST, LONGEST) || words_tail(s, W_FIELD) || words_tail(s, W_CLASS) || words_tail(s, W_INNAME) || words_tail(s, W_PLAIN) || members_tell_deed(s))
			return false;
	}
	return true;
}

/* 推进A扩建、B工程: keeps of n members those that end as works do and have a name; how many are left. Of many works the others are so, too. */
static size_t only_named(const struct doc *d, struct str *members, size_t n)
{
	bool named[BUILT_MOST];
	size_t good = 0, kept = 0;

	for (size_t k = 0; k < n; k++) {
		struct str s = members[k];
		bool ends = words_tail(s, W_WORK) || words_tail(s, W_BUILD) || words_tail(s, W_PHASE) || builtname_road(s) || landscape_deed(s, false) || linked_two(s);

		named[k] = ends && !builtname_none(s) && !words_within(s, W_MODAL) && !workname_etc(s) && builtname_looks(d, s) && (builtname_facility(s) || workname_works_on(s) || landscape_deed(s, true) || workname_particular(d, s));
		good += named[k];
	}
	if (vouched(members, n, good))
		return n;
	for (size_t k = 0; k < n; k++)
		if (named[k])
			members[kept++] = members[k];
	return kept;
}

/* What is done stands before the first of n members, or a deed of its own before each. */
static void drop_leading(struct str *members, size_t n)
{
	/* 支持实施了A、B */
	for (const struct word *w; n && ((w = words_of(members[0], 0, W_LIGHT)) || (w = words_of(members[0], 0, W_DONE)) || ((w = words_of(members[0], 0, W_HOLD)) && words_tail(w->text, W_DONE))) && w->text.n < members[0].n;)
		members[0] = clause_strip(str_from(members[0], w->text.n));
	/* 新建|改造白石路、青河路 */
	for (const struct word *w; (w = words_of(members[0], 0, W_ENDING)) && str_eq(w->arg, STR("deed")) && w->text.n + COINED <= members[0].n && workname_coined(str_sub(members[0], w->text.n, w->text.n + COINED));)
		members[0] = clause_strip(str_from(members[0], w->text.n));
	/* 优先考虑A、B */
	for (const struct word *w; (w = words_of(members[0], 0, W_VERB)) && !str_eq(w->arg, STR("noun")) && w->text.n < members[0].n;)
		members[0] = clause_strip(str_from(members[0], w->text.n));
	/* 开工A、建成B */
	for (size_t k = 1; k < n; k++)
		for (const struct word *w; (w = words_of(members[k], 0, W_BUILD)) && (str_eq(w->arg, STR("open")) || str_eq(w->arg, STR("close"))) && w->text.n < members[k].n;)
			members[k] = clause_strip(str_from(members[k], w->text.n));
}

/* 推进城镇污水厂提标改造、雨水治理: what is called for, each by common words alone, is a kind of works. */
static bool are_kinds(const struct doc *d, const struct mentions *m, size_t i, const struct str *members, size_t n)
{
	if (!mention_word(&m->items[i], W_URGE))
		return false;
	for (size_t k = 0; k < n; k++) {
		struct str s = members[k];

		if (builtname_facility(s) || builtname_phase(s) || builtname_ordered(s) || builtname_body_house(s) || workname_works_on(s) || workname_line(s) || workname_of_place(s) || workname_particular(d, s) || (s.n >= COINED && workname_coined(str_sub(s, 0, COINED))))
			return false;
	}
	return true;
}

/* Whether the word of building at mention i is not the one that tells of the works behind it. */
static bool is_read_elsewhere(const struct mentions *m, const struct range *c, size_t i, bool strict)
{
	const struct mention *next = i + 1 < c->last && m->items[i + 1].from == m->items[i].to ? &m->items[i + 1] : NULL;

	/* 加快推进A、B: the last word of building is the one. A建成、B开工: the word belongs to what stands before it. 力争三季度|开工建设A、B */
	if (next && (mention_word(next, W_BUILD) || next->kind == M_PAUSE || (next->kind == M_PERIOD && words_of(m->s, next->to, W_BUILD))))
		return true;
	/* 完成60公里甲江和乙河堤防改造 tells how much is done. */
	return strict && next && next->kind == M_QUANTITY && words_is(next->quantity->unit, W_MEASURE);
}

/* 争取A、B|纳入国家规划 */
static bool tells_what_it_is_made(const struct mention *x)
{
	const struct word *made = mention_word(x, W_BA);

	return made && str_reaches(made->text, 2);
}

/* Members between mention i (a word of building) and the end of its clause, or the next verb. */
void built_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i, bool strict)
{
	struct range c = clause_around(m, s, m->items[i].from);
	struct str members[BUILT_MOST];
	size_t n = 0, from = m->items[i].to, to = c.to, good = 0, priced = 0;

	if (is_read_elsewhere(m, &c, i, strict) || is_anyones(d, m, &c))
		return;
	for (size_t k = i + 1; k <= c.last && n < BUILT_MOST; k++) {
		const struct mention *x = k < c.last ? &m->items[k] : NULL;
		bool ends = !x || (x->depth == 0 && (mention_word(x, W_ETC) || tells_what_it_is_made(x) || mention_word(x, W_DONE) || mention_word(x, W_PAST) ||
		                                     (x->kind == M_QUANTITY && !is_in_name(m, x)) ||
		                                     (x->kind == M_PERIOD && x->from > from) || (mention_word(x, W_BUILD) && x->from > from && x->to == c.to)));

		if (x && !ends && !built_parts(m, k, from))
			continue;
		/* A至B、C至D等铁路: what they share stands behind. */
		const struct word *shared = ends && x && mention_word(x, W_ETC) ? words_of(m->s, behind_count(m, k), W_WORK) : NULL;

		if (shared && str_eq(shared->arg, STR("facility")))
			return;
		/* 完成甲小学二期、乙小学改扩建: what is done is a part of the name. */
		const struct word *build = ends && x && x->to == c.to ? mention_word(x, W_BUILD) : NULL, *deed = build ? words_is(build->text, W_ENDING) : NULL;
		bool done = deed && str_eq(deed->arg, STR("deed")) && !str_eq(build->arg, STR("bare"));

		n = add_members(members, n, str_sub(m->s, from, !x ? to : done ? x->to : x->from), &priced);
		/* 支持甲县、乙县实施加固项目36座 names none of them. */
		if (ends && strict && x && x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_COUNT && x->quantity->has_value && decimal_cmp(x->quantity->value, decimal_of((long)n)) > 0)
			return;
		if (ends)
			break;
		from = x->to;
	}
	/* 建设国道318线松麦至白石段: a stretch may stand alone. */
	if (!n || (n == 1 && !linked_two(members[0]) && !landscape_treated(&m->items[i], members[0]) && (strict || !(is_raised(m, i, members[0]) || founded_branch(members[0]) || (workname_stretch(members[0]) && !words_tail(members[0], W_WORK))))))
		return;
	drop_leading(members, n);
	n = members_without_classes(members, alike_take(d, index, members, n));
	if (!n)
		return;
	size_t all = n;

	/* 进行A水电站建设、城镇基础设施建设: behind a word that tells no building those with a name, where they are half of all. */
	if (strict)
		n = only_named(d, members, n);
	size_t houses_too = 0;

	for (size_t k = 0; k < n && !strict; k++) {
		if (builtname_none(members[k]) || words_within(members[k], W_MODAL))
			return;
		/* 建设甲校实训楼(4200万元)、乙校综合楼(3400万元): what each of them costs tells that they are built. */
		bool built = priced == n || builtname_looks(d, members[k]);

		good += built;
		/* 石鼓山公园、空港体育公园 */
		houses_too += !built && builtname_begins_coined(members[k]) && builtname_house(members[k]) && !words_tail(members[k], W_PLAIN);
	}
	good += houses_too <= good ? houses_too : 0;
	/* 改造甲游客中心和停车场: what is done to things alone tells of works where each has a name. */
	bool done = !mention_word(&m->items[i], W_BUILD) && !mention_word(&m->items[i], W_LIGHT) && !mention_word(&m->items[i], W_URGE);

	/* 主要建设甲中心、乙基地 tells what one work holds. */
	if (strict ? n < all && (done || d->head.measures || n * 2 < all) : good < n && !(built_opens(&m->items[i]) && vouched(members, n, good)))
		return;
	if (!n || built_begins_with_body(d, members, n) || (priced < n && are_kinds(d, m, i, members, n)))
		return;
	built_add(d, index, members, n);
}
