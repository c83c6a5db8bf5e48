/* Knows where a name of a work begins and ends in running text, and when it is that of one work. */
#include "verb/named.h"

#include "doc/enclosure.h"
#include "verb/built.h"
#include "verb/clause.h"
#include "verb/enrolled.h"
#include "verb/listed.h"
#include "verb/quoted.h"
#include "verb/slots.h"
#include "verb/trace.h"
#include "verb/workname.h"

enum {
	LONGEST_JOINT = 12, /* bytes between two parts of one name */
	LONGEST_INSET = 40, /* bytes of a bracket inside a name */
	LONGEST_TOLD = 240, /* bytes of what a name is told to be */
	NEAREST = 4         /* mentions before a name among which its sum may be */
};

size_t named_inset(const struct mentions *m, size_t i)
{
	size_t to = m->items[i].from;

	for (size_t k = i; k-- > 0 && to - m->items[k].from < LONGEST_INSET;)
		if (m->items[k].kind == M_BRACKET && m->items[k].to == to && m->s.p[m->items[k].from] == '(')
			return m->items[k].from;
	return 0;
}

/* 城际公路（甲地至乙地段）: the name with the bracket behind it that tells which part of it is meant. */
static struct str with_part(const struct mentions *m, struct str name)
{
	size_t to = (size_t)(name.p - m->s.p) + name.n;
	long k = clause_last(m, to + 1);

	while (k > 0 && m->items[k].from > to)
		k--;
	const struct mention *x = k >= 0 && m->items[k].from == to && m->items[k].kind == M_BRACKET ? &m->items[k] : NULL;
	struct str in = x ? clause_strip(enclosure_inside(m, x)) : STR("");

	return in.n && in.n <= LONGEST_INSET && (workname_stretch(in) || words_is(in, W_PHASE)) ? str_sub(m->s, (size_t)(name.p - m->s.p), x->to) : name;
}

/* 水厂|正在加紧|施工, 水厂|已正式|开工: the byte behind the words that tell how and when something is built; `at`: it is no longer built, or nothing is. */
static size_t behind_manner(struct str s, size_t at)
{
	size_t to = at;
	bool past = false;

	for (const struct word *w; !words_of(s, to, W_BUILD) && ((w = words_of(s, to, W_ADVERB)) || (w = words_of(s, to, W_FUTURE)) || (w = words_of(s, to, W_PAST))); to += w->text.n)
		past |= words_set_has(&w->classes, W_PAST);
	const struct word *build = words_of(s, to, W_BUILD);

	return build && !(past && str_eq(build->arg, STR("close"))) ? to : at;
}

/* 石门水库为新建小(1)型水库, 南坪灌区是规划新建的大型灌区之一: what a clause tells to be one of its kind that is built. */
static bool is_one_built(const struct mentions *m, struct str name)
{
	const struct word *kind = words_tail(name, W_WORK), *is = words_of(m->s, (size_t)(name.p - m->s.p) + name.n, W_IS);
	size_t from = (size_t)(name.p - m->s.p) + name.n + (is ? is->text.n : 0);
	struct str told = str_sub(m->s, from, is && from + LONGEST_TOLD < m->s.n ? from + LONGEST_TOLD : is ? m->s.n : from);
	bool built = false;

	told = str_sub(told, 0, str_find(told, STR(","), 0));
	told = str_sub(told, 0, str_find(told, STR("。"), 0));
	for (size_t i = 0, len; kind && i < told.n; i += len) {
		const struct word *build = words_of(told, i, W_BUILD), *any = built ? words_of(told, i, W_VAGUE) : NULL;

		if (built && str_starts(str_from(told, i), kind->text))
			return true;
		str_char(told, i, &len);
		any = any || !built ? any : words_of(told, i, W_OF);
		built = build ? !str_eq(build->arg, STR("close")) : any != NULL;
		len = build ? build->text.n : any ? any->text.n : len;
	}
	return false;
}

/* A facility alone is no project: a word of building stands right before its name or right behind it. */
static bool is_built(const struct mentions *m, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p), to = from + name.n;

	/* X公路累计完成投资3亿元 */
	const struct word *sum = words_of(m->s, to, W_DONE);

	/* 大埠至白石公路8亿元 */
	long next = clause_last(m, to + 1);

	if (next >= 0 && m->items[next].from == to && m->items[next].kind == M_QUANTITY && m->items[next].quantity->kind == QUANTITY_MONEY)
		return true;
	if (words_of(m->s, behind_manner(m->s, to), W_BUILD) || (sum && (words_tail(sum->text, W_FUND) || words_of(m->s, to + sum->text.n, W_BUILD))))
		return true;
	if (is_one_built(m, name))
		return true;
	/* 抽水蓄能电站年内开工: by when may stand between. */
	long behind = clause_last(m, to + 1);
	const struct mention *time = behind >= 0 && m->items[behind].from == to && m->items[behind].kind == M_PERIOD ? &m->items[behind] : NULL;

	if (time && words_of(m->s, time->to, W_BUILD))
		return true;
	/* 将甲地至乙地铁路列为新开工项目 */
	const struct word *made = words_of(m->s, to, W_BA);

	if (made && words_of(m->s, to + made->text.n, W_BUILD))
		return true;
	long k = clause_last(m, from);

	/* 由某集团建设的X小学, 投资1亿元的X水库: what is built stands behind 的. */
	if (k > 0 && m->items[k].to == from && mention_word(&m->items[k], W_OF) && m->items[k - 1].to == m->items[k].from &&
	    (mention_word(&m->items[k - 1], W_BUILD) || (m->items[k - 1].kind == M_QUANTITY && m->items[k - 1].quantity->kind == QUANTITY_MONEY)))
		return true;

	/* 推进A水库、B水库、C灌区: the word stands before the first of them. */
	for (int n = 0; n < BUILT_MOST && k >= 0 && m->items[k].to == from && (m->items[k].kind == M_PAUSE || mention_word(&m->items[k], W_JOIN)); n++) {
		long mark = k - 1;

		/* No name goes over the mark before it. */
		while (mark >= 0 && m->items[mark].kind != M_PAUSE)
			mark--;
		struct str before = slots_name_before(m, mark < 0 ? 0 : m->items[mark].to, m->items[k].from);

		if (!before.n || !words_tail(before, W_WORK))
			return false;
		from = (size_t)(before.p - m->s.p);
		k = clause_last(m, from);
	}
	return k >= 0 && m->items[k].to == from && mention_word(&m->items[k], W_BUILD);
}

/* A longer name goes on behind: 水库灌区工程, 机场改扩建工程. */
static bool goes_on(const struct mentions *m, const struct range *s, size_t i)
{
	size_t to = m->items[i].to;

	for (size_t k = i + 1; k < s->last && m->items[k].from <= to + LONGEST_JOINT; k++) {
		if (words_own(m->s, m->items[k].from, W_WORK))
			return true;
		/* 甲公园、乙公园|等|城市公园 */
		if (mention_word(&m->items[k], W_ETC))
			return false;
		/* 长平高速公路平潭连接线工程 */
		if (m->items[k].from > to && m->items[k].kind == M_WORD && mention_word(&m->items[k], W_ENDING) && region_match(str_from(m->s, to), 2, NULL) == m->items[k].from - to) {
			to = m->items[k].to;
			continue;
		}
		if (m->items[k].kind != M_WORD || !(mention_word(&m->items[k], W_INNAME) || mention_word(&m->items[k], W_VAGUE)) || m->items[k].from != to)
			return false;
		to = m->items[k].to;
	}
	return false;
}

/* X项目8亿元, X项目（总投资…）, 总投资4.3亿元的X项目: a sum of its own makes any name that of one project. */
static bool has_own_sum(const struct mentions *m, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p), to = from + name.n;

	long before = clause_last(m, from);

	for (size_t k = before > NEAREST ? (size_t)(before - NEAREST) : 0; k < m->n && m->items[k].from <= to; k++) {
		const struct mention *x = &m->items[k];
		bool money = x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY;

		/* 投资7200万元建设的X项目, 投资3亿元建设X茶博览城 */
		const struct word *build = money && x->to < from ? words_of(m->s, x->to, W_BUILD) : NULL, *of = build ? words_of(m->s, x->to + build->text.n, W_OF) : NULL;
		const struct word *work = build && !of ? words_tail(name, W_WORK) : NULL;

		if ((of || (work && str_eq(work->arg, STR("facility")))) && x->to + build->text.n + (of ? of->text.n : 0) == from)
			return true;
		if (money && (x->from == to || (x->to < from && words_of(m->s, x->to, W_OF) && x->to + words_of(m->s, x->to, W_OF)->text.n == from)))
			return true;
		if (x->kind == M_BRACKET && x->from == to && words_of(m->s, to + 1, W_TOTALINVEST))
			return true;
	}
	return false;
}

/* 电厂二期: the byte behind the phase that stands behind a name. */
static size_t with_phase(struct str s, size_t to)
{
	const struct word *w = words_of(s, to, W_PHASE);

	return w ? to + w->text.n : to;
}

/* 计划投资3.2亿元的移动智能冷库基地项目: between the sum and the word of a project all is its name, verbs too. */
static struct str name_behind_sum(const struct mentions *m, const struct range *c, size_t i)
{
	for (size_t k = i; k-- > c->first;) {
		const struct mention *x = &m->items[k];

		if (x->kind == M_COMMA || x->kind == M_PAUSE)
			break;
		const struct word *of = x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY ? words_of(m->s, x->to, W_OF) : NULL;

		if (of)
			return str_sub(m->s, x->to + of->text.n, with_phase(m->s, m->items[i].to));
	}
	return STR("");
}

/* 甲地至乙地公路|8.4公里|,投资504万元: the byte behind how long it is, which may stand between a name and what else is told of it. */
static size_t behind_length(const struct mentions *m, size_t at)
{
	long k = clause_last(m, at + 1);
	const struct mention *x = k >= 0 && m->items[k].from == at && m->items[k].kind == M_QUANTITY ? &m->items[k] : NULL;

	return x && x->quantity->kind == QUANTITY_COUNT && words_is(x->quantity->unit, W_MEASURE) ? x->to : at;
}

/* 启动了|X工程,总投资3亿元: whether the name at byte `from` stands behind a word of taking it up. */
static bool is_taken_up(const struct mentions *m, size_t from)
{
	const struct word *past = words_tail(str_sub(m->s, 0, from), W_PAST);
	long k = clause_last(m, from - (past ? past->text.n : 0));
	const struct mention *x = k >= 0 ? &m->items[k] : NULL;

	return x && x->to + (past ? past->text.n : 0) == from && !x->depth && (mention_word(x, W_BUILD) || mention_word(x, W_LIGHT));
}

/* X项目是今年最大的一项,计划投资3亿元; X高速公路全长240公里,概算总投资337亿元: what the sentence begins with, and what is invested told behind. */
static bool is_invested_in(const struct mentions *m, const struct range *s, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p), to = from + name.n;
	to = behind_length(m, to);
	bool beside = words_of(m->s, to, W_IS) || words_of(m->s, to, W_DONE) || (to < m->s.n && m->s.p[to] == ',');

	/* 建设A，实施B，总投资4亿元: the sum may be that of both. */
	bool taken = beside && (from <= clause_around(m, s, s->from).to || words_tail(str_sub(m->s, s->from, from), W_PAST)) && is_taken_up(m, from);

	/* 您提到的某高速公路是…，估算总投资9亿元 */
	if (!taken && from != s->from && from != m->start && !(from < clause_around(m, s, s->from).to && words_tail(str_sub(m->s, s->from, from), W_OF)))
		return false;
	for (size_t k = s->first; k + 1 < s->last; k++) {
		const struct word *w = mention_word(&m->items[k], W_FUND);
		bool sum = m->items[k].from >= to && m->items[k + 1].kind == M_QUANTITY && m->items[k + 1].quantity->kind == QUANTITY_MONEY && m->items[k + 1].from == m->items[k].to;

		/* 实施改造项目，总投资500万元以上: any that is as large. */
		sum = sum && !(taken && m->items[k + 1].quantity->has_min != m->items[k + 1].quantity->has_max);
		if (sum && (mention_word(&m->items[k], W_TOTALINVEST) || ((beside || m->items[k].from == to) && w && str_eq(w->arg, STR("investment")))))
			return true;
	}
	return false;
}

/* 投资1200万元|实施|农村饮水安全巩固提升工程: the sum that is put into it stands before the word of doing it. */
static bool is_put_into(const struct mentions *m, const struct range *s, struct str name)
{
	long k = clause_last(m, (size_t)(name.p - m->s.p));

	if (k < (long)s->first + 2 || m->s.p + m->items[k].to != name.p || !(mention_word(&m->items[k], W_LIGHT) || mention_word(&m->items[k], W_BUILD)))
		return false;
	const struct mention *sum = &m->items[k - 1], *fund = &m->items[k - 2];
	const struct word *w = mention_word(fund, W_FUND);

	return sum->kind == M_QUANTITY && sum->quantity->kind == QUANTITY_MONEY && sum->to == m->items[k].from && w && str_eq(w->arg, STR("investment")) && fund->to == sum->from;
}

/* 一是高效节水项目。该项目…, 二是水库工程。工程总投资…: a sentence of its own names what the next is about. */
static bool is_introduced(const struct mentions *m, const struct range *s, struct str name)
{
	size_t from = s->from, to = (size_t)(name.p - m->s.p) + name.n;
	const struct word *nth;

	while (from < to && (nth = words_of(m->s, from, W_NTH)))
		from += nth->text.n;
	if (from == s->from || m->s.p + from != name.p || to < s->to || !str_starts(str_from(m->s, to), STR("。")))
		return false;
	struct str next = str_trim(str_from(m->s, to + strlen("。")));

	return words_of(next, 0, W_THIS) || words_of(next, 0, W_WORK) || str_starts(next, str_sub(name, 0, name.n / 2));
}

/* 大丰港二期码头工程, 海晨甲醇汽车二期项目: what has a phase is one. */
static bool has_phase(struct str name)
{
	const struct word *work = words_tail(name, W_WORK);
	struct str own = str_sub(name, 0, name.n - (work ? work->text.n : 0));

	size_t used;

	/* 我县一期项目, 全市危房改造二期工程: those of anybody. */
	if (words_of(own, 0, W_SELF) || words_of(own, 0, W_LEVEL) || words_of(own, 0, W_CLASS))
		return false;
	region_chain(own, &used);
	own = str_from(own, used);
	return work && str_reaches(own, NAMED_SHORTEST_OWN) && words_within(own, W_PHASE) && !words_of(own, 0, W_PHASE);
}

/* 瑞格金属轮毂项目9月底前投产: what is built by a time of its own is one. */
static bool ends_in_time(const struct mentions *m, struct str name)
{
	size_t to = (size_t)(name.p - m->s.p) + name.n;
	long k = clause_last(m, to + 1);
	const struct mention *x = k >= 0 && m->items[k].from == to ? &m->items[k] : NULL;

	/* 所有在建项目, 各项民生工程 */
	if (words_of(name, 0, W_CLASS) || words_of(name, 0, W_VAGUE))
		return false;
	return x && x->kind == M_PERIOD && words_of(m->s, x->to, W_BUILD);
}

/* 农村饮水工程355处: the number of things that ends a name at byte `at`; one may be built as well (水库1座). */
static bool is_counted_behind(const struct mentions *m, size_t at)
{
	struct quantity q;
	size_t n = quantity_match(str_from(m->s, at), STR(""), &q);

	return n && q.kind == QUANTITY_COUNT && words_is(q.unit, W_COUNTED) && q.has_value && decimal_cmp(q.value, decimal_of(1)) > 0;
}

static bool counts_several(const struct mention *x)
{
	return x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_COUNT && words_is(x->quantity->unit, W_COUNTED) && x->quantity->has_value && decimal_cmp(x->quantity->value, decimal_of(1)) > 0;
}

/* 我市12个风光项目, 144个“15分钟”生活圈项目: more than one is counted where what looks like a name begins, or right before it. */
static bool is_counted_before(const struct mentions *m, struct str name)
{
	const struct word *self = words_of(name, 0, W_SELF);
	size_t from = (size_t)(name.p - m->s.p), begin = from + (self ? self->text.n : 0);
	long k = clause_last(m, begin + 1);

	/* 约|30万户: a word of nearness stands in the number. */
	if (k >= 0 && m->items[k].from <= begin && m->items[k].to > begin && counts_several(&m->items[k]))
		return true;
	/* 上述4件主要支流项目, 全州4件治理项目: such units count nothing but what the word of work says. */
	for (long at = clause_last(m, from + name.n); at >= 0 && m->items[at].from >= from; at--)
		if (counts_several(&m->items[at]) && words_tail(name, W_WORK) && words_is(m->items[at].quantity->unit, W_ITEM))
			return true;
	k = clause_last(m, from);
	return k >= 0 && m->items[k].to == from && counts_several(&m->items[k]);
}

/* 沿线3座水库, 班竹三所小学: the facilities that a name ends with are counted in it. */
static bool is_counted_within(const struct mentions *m, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p);

	for (long k = clause_last(m, from + name.n); k >= 0 && m->items[k].from >= from; k--)
		if (!m->items[k].depth && counts_several(&m->items[k]))
			return true;
	return false;
}

/* 投资1000万元以上的|供水工程: any that is as large, behind a bound. */
static bool is_any_so_large(const struct mentions *m, size_t begin)
{
	const struct word *of = words_tail(str_sub(m->s, 0, begin), W_OF);
	long k = of ? clause_last(m, begin - of->text.n) : -1;
	const struct mention *x = k >= 0 ? &m->items[k] : NULL;

	return x && x->kind == M_QUANTITY && x->to == begin - of->text.n && x->quantity->has_min != x->quantity->has_max;
}

/* The name that ends with mention i, its phase and a bracket within it included; `paid`: what a sum before it is of. */
static struct str whole_name(const struct mentions *m, const struct range *c, size_t i, struct str paid)
{
	const struct mention *x = &m->items[i];
	struct str name = paid.n ? paid : slots_name_before(m, c->from, with_phase(m->s, x->to));
	size_t open = named_inset(m, i);

	/* 雨污分流改造（二期）项目 */
	if (open > c->from) {
		struct str begun = slots_name_before(m, c->from, open);

		if (begun.n && begun.p + begun.n == m->s.p + open)
			name = (struct str){begun.p, (size_t)(m->s.p + x->to - begun.p)};
	}
	for (const struct word *lead; ((lead = words_of(name, 0, W_OF)) || (lead = words_of(name, 0, W_NTH))) && lead->text.n < name.n;)
		name = clause_strip(str_from(name, lead->text.n));
	/* 市自然资源和规划局要|优先保障重点项目: whose duty it is. */
	for (size_t k = c->first; k + 1 < c->last && m->items[k].from < x->from; k++)
		if (m->items[k].kind == M_BODY && mention_word(&m->items[k + 1], W_MODAL) && m->items[k + 1].from == m->items[k].to && name.p <= m->s.p + m->items[k].from && name.p + name.n > m->s.p + m->items[k + 1].to)
			name = clause_strip(str_from(name, (size_t)(m->s.p + m->items[k + 1].to - name.p)));
	return name;
}

/* 实施了管网改造工程和|城北垃圾处理场: what has ended as works do is no part of the name of the facility that is joined to it. */
static struct str behind_joined(struct str name)
{
	for (size_t at = words_next(name, 1, W_JOIN); at < name.n; at = words_next(name, at + 1, W_JOIN)) {
		const struct word *join = words_of(name, at, W_JOIN), *work = words_tail(str_sub(name, 0, at), W_WORK);

		if (work && str_eq(work->arg, STR("work")) && at + join->text.n < name.n)
			return clause_strip(str_from(name, at + join->text.n));
	}
	return name;
}

/* 甲县、乙县的|垃圾填埋场: whether a name stands behind the last of a list of places; each of them has one. */
static bool is_of_places(const struct mentions *m, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p);
	const struct word *of = words_tail(str_sub(m->s, 0, from), W_OF);
	long k = of ? clause_last(m, from - of->text.n) : -1;

	for (int n = 0; k >= 0 && n < 3 && m->items[k].kind != M_COMMA; k--, n++)
		if (m->items[k].kind == M_PAUSE || mention_word(&m->items[k], W_JOIN))
			return region_is(str_sub(m->s, m->items[k].to, from - of->text.n));
	return false;
}

/* 黄江和|苏河堤防: whether a river or a lake is joined to the one that a name begins with, so that the name is that of none of them. */
static bool is_joined_land(const struct mentions *m, struct str name)
{
	enum { NEAR = 12 }; /* bytes of a river's name */
	size_t from = (size_t)(name.p - m->s.p);
	const struct word *join = words_tail(str_sub(m->s, 0, from), W_JOIN), *land = NULL;
	struct str before = str_sub(m->s, from > NEAR ? from - NEAR : 0, from - (join ? join->text.n : 0));

	for (size_t i = 3; join && !land && i <= NEAR && i < name.n; i += 3)
		land = words_of(name, i, W_NAMED);
	const struct word *other = land && str_eq(land->arg, STR("geo")) && !str_eq(join->text, STR("、")) ? words_tail(before, W_NAMED) : NULL;

	return other && str_eq(other->arg, STR("geo"));
}

/* 改造甲地至乙地公路, 投资3亿元建设华中茶博览城: what is done to it is no part of its name. */
static struct str behind_deeds(const struct doc *d, const struct mentions *m, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p);
	long k = clause_last(m, from);
	bool paid = k >= 0 && m->items[k].to == from && m->items[k].kind == M_QUANTITY && m->items[k].quantity->kind == QUANTITY_MONEY;

	for (const struct word *deed; (deed = words_of(name, 0, W_ENDING)) && str_eq(deed->arg, STR("deed")) && (paid || workname_particular(d, str_from(name, deed->text.n)));)
		name = str_from(name, deed->text.n);
	/* 研究|某县供水工程有关问题 */
	const struct word *deals = words_of(name, 0, W_VERB);
	struct str rest = str_from(name, deals && str_eq(deals->arg, STR("noun")) && words_is(deals->text, W_HOLD) ? deals->text.n : 0);

	return rest.n < name.n && (workname_particular(d, rest) || words_of(rest, 0, W_LEVEL) || words_of(rest, 0, W_PLAIN)) ? rest : name;
}

/* 甲地至乙地铁路列为新开工项目 */
static bool tells_change(struct str name)
{
	size_t at = words_next(name, 0, W_BA);
	const struct word *w = at < name.n ? words_of(name, at, W_BA) : NULL;

	return w && str_reaches(w->text, 2);
}

/* Whether the words before mention i, of which the last `kind` bytes say what sort of work it is, are no name by themselves. */
static bool is_ruled_out(struct doc *d, const struct mentions *m, const struct range *s, const struct range *c, size_t i, struct str name, size_t kind)
{
	if (!str_sized(name, 4, NAMED_LONGEST) || workname_vague(name) || name.n == kind) {
		TRACE(d, str_sub(m->s, name.n ? (size_t)(name.p - m->s.p) : m->items[i].from, m->items[i].to), "project", "none, the name is too short, too long or too vague");
		return true;
	}
	/* 向县政府报告工程进展 */
	struct body told;

	if (words_tail(str_sub(m->s, 0, (size_t)(name.p - m->s.p)), W_HELP) && body_at(&d->context, name, 0, &told) && told.kind == BODY_DEPARTMENT) {
		TRACE(d, name, "project", "none, it begins with whom something is told");
		return true;
	}
	if (tells_change(name)) {
		TRACE(d, name, "project", "none, it tells what something is made");
		return true;
	}
	if (enrolled_into(m, name)) {
		TRACE(d, name, "project", "none, it is what something is put into");
		return true;
	}
	if (goes_on(m, s, i)) {
		TRACE(d, name, "project", "not here, the name goes on");
		return true;
	}
	if (workname_any(d, m, c, name)) {
		TRACE(d, name, "project", "none, it is any that meets the condition before it");
		return true;
	}
	return false;
}

/* 关于|60万吨|乙烯项目问题: the size that a name begins with. */
static struct str with_size(const struct mentions *m, struct str name)
{
	size_t begin = (size_t)(name.p - m->s.p);
	long k = clause_last(m, begin);
	const struct mention *x = k >= 0 ? &m->items[k] : NULL;

	if (!x || x->kind != M_QUANTITY || x->to != begin || x->quantity->kind != QUANTITY_COUNT || words_is(x->quantity->unit, W_COUNTED))
		return name;
	return str_sub(m->s, x->from, begin + name.n);
}

/* Whether a name that, with a bracket behind it, ends at byte `end` is that of several works, or of any. */
static bool names_several(const struct doc *d, const struct mentions *m, struct str name, size_t end, bool facility)
{
	size_t begin = (size_t)(name.p - m->s.p);

	/* 一批内河整治项目, 新签约产业项目139个 */
	if (is_any_so_large(m, begin) || words_of(name, 0, W_ONE) || words_of(name, 0, W_ABOVE) || words_tail(name, W_THIS) || workname_etc(name) || is_counted_behind(m, end) || is_counted_before(m, str_sub(m->s, begin, end)))
		return true;
	/* 建设内容：新建日处理2万吨污水处理厂1座; 甲、乙等|长江水源水厂深度处理建设: what is listed is of that kind. */
	return facility && (str_within(d->built, name) || is_of_places(m, name) || is_joined_land(m, name) || is_counted_within(m, name) || words_tail(str_sub(m->s, 0, begin), W_ETC));
}

void named_read(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i];
	const struct word *own = mention_word(x, W_WORK), *w = own ? own : words_tail(mention_text(m, x), W_WORK);
	struct range c = clause_around(m, s, x->from);
	bool building = str_eq(w->arg, STR("building")), facility = building || str_eq(w->arg, STR("facility"));

	/* “X”项目 is read with its title. */
	if (i > s->first && m->items[i - 1].kind == M_QUOTE && m->items[i - 1].to == x->from) {
		/* A、B等一批“高大上”项目 */
		if (!str_reaches(quoted_unquoted(m, &m->items[i - 1]), QUOTED_SHORTEST))
			listed_find(d, index, m, &c, i, false);
		return;
	}
	if (listed_find(d, index, m, &c, i, facility))
		return;
	struct str paid = name_behind_sum(m, &c, i), name = whole_name(m, &c, i, paid), builder = STR("");

	/* 开展某枢纽工程可研编制 */
	for (const struct word *light; (light = words_of(name, 0, W_LIGHT)) && light->text.n < name.n && !words_of(name, 0, W_ENDING);)
		name = clause_strip(str_from(name, light->text.n));

	name = facility ? behind_joined(name) : name;
	struct str bare = behind_deeds(d, m, name);
	size_t done = name.n - bare.n;

	name = workname_built(d, bare, &builder);
	done = name.p == bare.p ? done : 0;
	if (is_ruled_out(d, m, s, &c, i, name, w->text.n))
		return;
	/* 白石机场改扩建工程, but 白石机场工程 only where it is built. */
	bool done_to = facility || !words_tail(str_sub(name, 0, name.n - w->text.n), W_WORK);
	bool particular = workname_particular(d, name) || (!building && done_to && workname_works_on(name));

	/* 关于亭子口水利枢纽工程问题 over a paragraph is what it is about. */
	bool about = m->items[i].to < m->s.n && words_of(d->outline.paras[index].body, 0, W_ABOUT) && words_of(m->s, m->items[i].to, W_QUESTION);

	name = about ? with_size(m, name) : name;

	size_t begin = (size_t)(name.p - m->s.p);
	bool introduced = is_introduced(m, s, name);

	/* 张吉高铁|凤凰段 */
	size_t section = facility ? workname_section(m->s, begin + name.n) : 0;

	name.n += section;
	particular |= section > 0;
	name = facility ? with_part(m, name) : name;
	size_t end = begin + name.n, deed = facility ? workname_deed(m->s, end) : 0;
	bool told_of = about || introduced;
	const struct word *whole = deed ? words_of(m->s, end + deed, W_WORK) : NULL;

	/* 灌区续建配套与节水改造|项目 */
	deed += whole ? whole->text.n : 0;

	/* 施工临时工程52万元: in an approval of one work a part of what it costs. */
	if (!told_of && !d->approved.n && str_chars(name) >= NAMED_SHORTEST_OWN)
		particular |= paid.n || has_phase(name) || has_own_sum(m, name) || is_put_into(m, s, name) || is_invested_in(m, s, name) || ends_in_time(m, name);
	/* 建成红星水库修复试验站: the name goes on behind the deed. */
	const struct word *more = facility && !deed ? words_of(m->s, end, W_ENDING) : NULL;
	bool onward = more && str_eq(more->arg, STR("deed")) && !words_of(m->s, end, W_BUILD);
	/* 投资3亿元|建设华中茶博览城 */
	bool laid = done && words_of(m->s, begin - done, W_BUILD);
	bool built = !facility || deed || laid || told_of || (!onward && is_built(m, str_sub(m->s, begin - done, end))) || is_invested_in(m, s, name);

	if (names_several(d, m, name, end, facility) || !(particular || told_of) || !built) {
		TRACE(d, name, "project", "none, nothing makes the name that of one project");
		return;
	}
	name.n += deed;
	TRACE(d, name, "project", "a name in the text");
	struct finding *f = workname_add(d, index, name, name, introduced ? "headed" : facility ? "named-facility" : "named-project");

	if (f && builder.n)
		finding_item(d, f, "orgs", builder);
}
