/* Knows which figures an analyst would tabulate and what each of them counts. */
#include "verb/goal.h"

#include "doc/enclosure.h"
#include "verb/aim.h"
#include "verb/clause.h"
#include "verb/trace.h"
#include "verb/workname.h"
#include "zh/numeral.h"

enum { LONGEST_INDICATOR = 60, SHORTEST_INDICATOR = 2, FEW = 20 };

struct reader {
	struct doc *d;
	const struct mentions *m;
	size_t index;
	struct range sentence;
	struct str period;  /* at the head of the paragraph or sentence */
	struct str before;  /* the indicator of the figure before it in the sentence */
	size_t spent;       /* the mention behind the last sum before it in the sentence that is funding; 0: there is none */
	struct aim aim;
};

static bool is_unit_of_prose(struct str unit)
{
	return words_is(unit, W_PROSE) != NULL;
}

static bool has_figure(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

/* s without the number of a few digits that it ends in. */
static struct str without_number(struct str s)
{
	enum { LONGEST = 3 /* characters */ };
	struct numeral number;
	size_t from = s.n;

	for (size_t k = 0, at = s.n; k < LONGEST && at; k++) {
		at = str_before(s, at);
		if (numeral_match(str_from(s, at), &number) == s.n - at)
			from = at;
	}
	return str_sub(s, 0, from);
}

/* 第2、|3条, 第四、五和|六款: whether s, what stands before a number, ends in a list of numbers that only order. */
static bool goes_on_ordinals(struct str s)
{
	const struct str pause = STR("、");

	for (;;) {
		const struct word *join = words_tail(s, W_JOIN);
		size_t mark = str_ends(s, pause) ? pause.n : join ? join->text.n : 0;
		struct str list = str_sub(s, 0, s.n - mark);

		s = mark ? without_number(list) : STR("");
		if (!s.n || s.n == list.n)
			return false;
		if (words_tail(s, W_ORDINAL))
			return true;
	}
}

/* 第3, 一个, 5G: numbers that count nothing. */
bool goal_is_idle(const struct mentions *m, const struct mention *x)
{
	const struct quantity *q = x->quantity;
	struct str before = str_sub(m->s, 0, x->from), text = mention_text(m, x), rest = str_from(m->s, x->to);

	if (q->kind == QUANTITY_BARE || words_tail(before, W_ORDINAL) || goes_on_ordinals(before))
		return true;
	/* 缩短至20天, 控制在3个工作日以内: how long something takes is aimed at. */
	if (is_unit_of_prose(q->unit))
		return !words_tail(before, W_MORE) && !words_of(text, 0, W_REACH);
	if (q->kind == QUANTITY_COUNT && words_of(text, 0, W_ONE))
		return true;
	struct numeral n;

	/* 六个特点, 新一轮: small counts in words only carry the prose, but not 不少于一名. */
	if (q->kind == QUANTITY_COUNT && (signed char)text.p[0] < 0 && numeral_match(text, &n) && q->has_value && decimal_cmp(q->value, decimal_of(FEW)) <= 0 && !has_figure(text))
		return true;
	/* 4—6项由…, 4—6项责任单位: the items of a note. */
	if (words_is(q->unit, W_ITEM) && (words_of(rest, 0, W_BY) || words_of(rest, 0, W_LABEL)))
		return true;
	const struct word *next = words_of(rest, 0, W_PROSE);

	return next && !str_eq(next->arg, STR("fine"));
}

/* 每25—30公里|道路配备…: whether x tells for how many of what something else is told. */
static bool is_each(const struct mentions *m, const struct mention *x)
{
	const struct word *each = x->quantity->kind == QUANTITY_COUNT ? words_tail(str_sub(m->s, 0, x->from), W_EACH) : NULL;

	return each && !str_longer(each->text, 1);
}

/* Rules: what stands before the sum that is given says who qualifies (100亩以上的，…给予). */
static bool qualifies(const struct reader *r, size_t i, const enum fund_use *used)
{
	if (!r->d->head.measures)
		return false;
	for (size_t k = i + 1; k < r->sentence.last; k++)
		if (r->m->items[k].kind == M_QUANTITY && used[k] == FUND_DEALT)
			return true;
	return false;
}

/* 年产40万件羊绒衫加工项目: how large a project is that is named behind. */
static bool is_capacity(const struct reader *r, size_t i)
{
	const struct mention *x = &r->m->items[i];

	if (x->quantity->kind != QUANTITY_COUNT || (words_is(x->quantity->unit, W_COUNTED) && !words_tail(str_sub(r->m->s, 0, x->from), W_YIELD)))
		return false;
	for (size_t k = i + 1; k < r->sentence.last; k++) {
		const struct mention *y = &r->m->items[k];
		const struct word *work = mention_word(y, W_WORK);

		if (y->kind == M_COMMA || y->kind == M_PAUSE || y->kind == M_QUANTITY || y->kind == M_STOP || mention_word(y, W_OF))
			return false;
		if (work && str_eq(work->arg, STR("work")))
			return true;
	}
	return false;
}

static bool is_condition(const struct reader *r, const struct mention *x)
{
	struct str rest = str_from(r->m->s, x->to);
	const struct word *of = words_of(rest, 0, W_OF);

	return of && (x->quantity->kind == QUANTITY_MONEY || x->quantity->has_min != x->quantity->has_max);
}

/* 由18%提高到30%, 由每人每月143元提高到163元: what it was. */
static bool is_former(const struct reader *r, size_t i)
{
	const struct mention *x = &r->m->items[i];
	struct str before = str_sub(r->m->s, r->sentence.from, x->from);

	if (!words_of(r->m->s, x->to, W_MORE))
		return false;
	for (size_t k = i; k-- > r->sentence.first && !words_tail(before, W_SINCE);)
		if ((mention_word(&r->m->items[k], W_EACH) || mention_word(&r->m->items[k], W_PERUNIT)) && !words_within(str_sub(r->m->s, r->m->items[k].to, x->from), W_OF))
			before = str_sub(r->m->s, r->sentence.from, r->m->items[k].from);
		else if (r->m->items[k].kind != M_WORD)
			break;
	return words_tail(before, W_SINCE);
}

/* 启动条件:预报24小时内有5个以上县降雨100毫米以上: a paragraph that tells when, or who qualifies. */
static bool tells_conditions(const struct reader *r)
{
	enum { LONGEST = 64 /* bytes of a label: this is asked for each figure of the paragraph */ };
	struct str s = r->d->outline.paras[r->index].body, front = str_sub(s, 0, s.n > LONGEST ? LONGEST : s.n), label = str_sub(s, 0, str_find(front, STR(":"), 0));

	return label.n < front.n && words_is(label, W_CONDITION) && str_reaches(label, 4);
}

/* 甲、乙2座水厂: a number that says again how many are named right before it. */
static bool counts_named(const struct reader *r, size_t i)
{
	const struct mention *x = &r->m->items[i];
	struct range c = clause_around(r->m, &r->sentence, x->from);
	const struct mention *first = NULL;
	size_t len;
	long named = 1;

	if (x->quantity->kind != QUANTITY_COUNT || !x->quantity->has_value || x->to >= c.to || str_char(r->m->s, x->to, &len) < 0x3400)
		return false;
	for (size_t k = c.first; k < i; k++)
		if (r->m->items[k].kind == M_PAUSE && r->m->items[k].depth == x->depth) {
			first = first ? first : &r->m->items[k];
			named++;
		} else if (r->m->items[k].kind == M_QUANTITY) {
			return false;
		}
	return first && words_tail(str_sub(r->m->s, c.from, x->from), W_JOIN) == NULL && decimal_cmp(x->quantity->value, decimal_of(named)) == 0;
}

/* 淘汰|10蒸吨及以下|燃煤锅炉1200台: a bound that tells which things the next figure of the clause counts. */
static bool bounds_counted(const struct reader *r, size_t i)
{
	const struct mention *x = &r->m->items[i];

	if (x->quantity->has_min == x->quantity->has_max)
		return false;
	for (size_t k = i + 1; k < r->sentence.last; k++) {
		const struct mention *y = &r->m->items[k];

		if (y->kind == M_COMMA || y->kind == M_PAUSE || y->kind == M_STOP || y->kind == M_BRACKET || mention_word(y, W_REACH) || mention_word(y, W_JOIN))
			return false;
		if (y->kind == M_QUANTITY)
			return y->quantity->kind == QUANTITY_COUNT && y->from > x->to && x->quantity->kind == QUANTITY_COUNT;
	}
	return false;
}

/* 每3小时报告1次: how often, and no figure. */
static bool is_frequency(const struct reader *r, size_t i)
{
	const struct mention *x = &r->m->items[i];
	struct range c = clause_around(r->m, &r->sentence, x->from);

	return x->quantity->kind == QUANTITY_COUNT && x->quantity->has_value && decimal_cmp(x->quantity->value, decimal_of(1)) == 0 && x->quantity->has_min && x->quantity->has_max &&
	       clause_first_word(r->m, &c, W_EACH, c.from, x->from) >= 0;
}

/* Whether the figure stands in what a project of a place or owner is told to be made of: sizes stay there. Those of 公办学位扩增行动 are aims. */
static bool is_size(const struct reader *r, size_t i)
{
	enum { LATEST = 40 }; /* findings among which a project is looked for */
	const struct doc *d = r->d;

	for (size_t k = d->projects_end; k-- > 0 && k + LATEST > d->count;)
		if (d->findings[k]->type == RECORD_PROJECT && finding_holds(d, d->findings[k], "content", mention_text(r->m, &r->m->items[i])))
			return workname_particular(d, d->findings[k]->name);
	return false;
}

/* Why the figure at mention i is no target; NULL: it may be one. */
static const char *reason_against(const struct reader *r, size_t i, const enum fund_use *used)
{
	const struct mention *x = &r->m->items[i];

	if (used[i] == FUND_CONDITION)
		return "a condition on what stands behind it";
	if (used[i])
		return "the reader of funding has dealt with it";
	/* 建设内容：新建冷库3万立方米 */
	if (str_within(r->d->built, mention_text(r->m, x)))
		return "a size within what is built";
	if (goal_is_idle(r->m, x))
		return "an idle number: it has no unit, or only carries the prose";
	if (is_each(r->m, x))
		return "it tells for how many of them something else is";
	if (clause_weighs(r->m, x))
		return "how much a factor counts";
	if (is_condition(r, x))
		return "a condition on what stands behind it";
	if (is_former(r, i))
		return "what it was before it was raised";
	if (words_of(r->m->s, x->to, W_PROSE))
		return "a fine";
	if (tells_conditions(r))
		return "its paragraph tells conditions";
	if (counts_named(r, i))
		return "it counts again what is named before it";
	if (bounds_counted(r, i))
		return "it tells which things the next figure counts";
	if (is_frequency(r, i))
		return "it tells how often something is done";
	if (is_size(r, i))
		return "it stands in what a project is made of";
	if (qualifies(r, i, used))
		return "a condition of the sum that is given behind it";
	return is_capacity(r, i) ? "the size of a project that is named behind it" : NULL;
}

/* Words that only carry the figure, at the end of what stands before it. */
static struct str drop_reach(struct str s)
{
#define CARRIES(h) (WORD_BIT(W_REACH, h) | WORD_BIT(W_MORE, h) | WORD_BIT(W_TOTAL, h) | WORD_BIT(W_ONCE, h))
	static const struct word_set carries = {{CARRIES(0), CARRIES(1)}};
#undef CARRIES

	for (const struct word *w; words_may_close(s, &carries) && ((w = words_tail(s, W_REACH)) || (w = words_tail(s, W_MORE)) || (w = words_tail(s, W_TOTAL)) || (w = words_tail(s, W_ONCE)));)
		s = clause_strip(str_sub(s, 0, s.n - w->text.n));
	return s;
}

/* 区环卫局今年要|新建公厕, 某公司负责|完成管网改造: without who must do it, where a list of bodies begins s and a modal word or role follows. */
static struct str behind_duty(const struct mentions *m, struct str s)
{
	size_t from = (size_t)(s.p - m->s.p), at = from;
	long i = clause_last(m, from + 1);

	/* 全县需重建农房612户: whose it is, and nobody's duty. */
	if (i < 0 || m->items[i].from != from || m->items[i].kind != M_BODY || body_is_self(&m->items[i].body, STR("region")))
		return s;
	for (size_t k = (size_t)i + 1; k < m->n && m->items[k].to <= from + s.n; k++) {
		const struct mention *x = &m->items[k];
		const struct word *role = mention_word(x, W_ROLE);

		if (x->kind == M_BODY || x->kind == M_PERIOD || x->kind == M_PAUSE)
			continue;
		if (!mention_word(x, W_MODAL) && !(role && str_eq(role->arg, STR("responsible"))))
			break;
		at = x->to;
	}
	return at > from ? clause_strip(str_from(s, at - from)) : s;
}

static struct str drop_head(const struct mentions *m, struct str s)
{
	for (bool again = true; again && s.n;) {
		again = false;
		size_t at = (size_t)(s.p - m->s.p);

		long i = clause_last(m, at + 1);
		const struct mention *x = i >= 0 ? &m->items[i] : NULL;

		if (x && x->from == at && x->to <= at + s.n) {
			if (x->kind == M_PERIOD || mention_word(x, W_PART) || mention_word(x, W_FUTURE) || mention_word(x, W_NTH) ||
			    mention_word(x, W_DONE) || mention_word(x, W_JOIN) || mention_word(x, W_TOTAL)) {
				s = clause_strip(str_from(s, x->to - at));
				again = true;
			}
		}
	}
	return s;
}

/* What stands before the figure: since the comma, pause, bracket or figure before it. */
static struct str words_before(const struct reader *r, size_t i)
{
	const struct mention *x = &r->m->items[i];
	size_t from = r->sentence.from;

	for (size_t k = i; k-- > r->sentence.first;) {
		const struct mention *y = &r->m->items[k];

		if (y->kind == M_COMMA || y->kind == M_QUANTITY || y->kind == M_STOP) {
			from = y->to;
			break;
		}
		if (y->kind == M_BRACKET && y->to > x->from) {
			from = (size_t)(enclosure_inside(r->m, y).p - r->m->s.p);
			break;
		}
		/* 、 or 和 right before the figure starts a new one of a list. */
		if ((y->kind == M_PAUSE || mention_word(y, W_JOIN)) && y->to == x->from) {
			from = y->to;
			break;
		}
		/* A pause between figures parts them; inside a name it does not. */
		if (y->kind == M_PAUSE && k > r->sentence.first && r->m->items[k - 1].kind == M_QUANTITY && r->m->items[k - 1].to == y->from) {
			from = y->to;
			break;
		}
	}
	return clause_strip(str_sub(r->m->s, from, x->from));
}

/* 具有博士、硕士学位的|人才: whether the pause at mention k stands in the clause that begins at byte `from` with what those counted do or have, and ends in
 * 的 before them. */
static bool pause_in_clause(const struct reader *r, size_t from, size_t k)
{
	const struct word *verb = words_of(r->m->s, from, W_VERB);

	if (!((verb && !str_eq(verb->arg, STR("noun"))) || words_of(r->m->s, from, W_CONDITION) || words_of(r->m->s, from, W_MODAL)))
		return false;
	/* 10家带动农民增收的企业、一批… */
	for (size_t i = words_next(str_sub(r->m->s, 0, r->m->items[k].from), from, W_OF); i < r->m->items[k].from; i = words_next(str_sub(r->m->s, 0, r->m->items[k].from), i + 1, W_OF))
		return false;
	for (size_t i = k + 1; i < r->sentence.last; i++) {
		const struct mention *y = &r->m->items[i];

		if (y->kind == M_COMMA || y->kind == M_STOP || y->kind == M_QUANTITY || y->kind == M_BRACKET)
			return false;
		if (mention_word(y, W_OF) && i + 1 < r->m->n && y->to < r->sentence.to)
			return true;
	}
	return false;
}

static struct str words_behind(const struct reader *r, size_t i)
{
	const struct mention *x = &r->m->items[i];
	size_t to = r->sentence.to;

	for (size_t k = i + 1; k < r->m->n; k++) {
		const struct mention *y = &r->m->items[k];

		if (y->from < x->to)
			continue;
		if (y->from >= r->sentence.to)
			break;
		if (y->kind == M_PAUSE && pause_in_clause(r, x->to, k))
			continue;
		if (y->kind == M_COMMA || y->kind == M_PAUSE || y->kind == M_BRACKET || y->kind == M_QUANTITY || y->kind == M_STOP || y->depth < x->depth) {
			to = y->from;
			break;
		}
	}
	struct str s = str_sub(r->m->s, x->to, to);
	const struct word *of = words_of(s, 0, W_OF);

	/* The bracket that closes around the figure. */
	size_t close = str_find(s, STR(")"), 0);

	s = clause_strip(of ? str_from(str_sub(s, 0, close), of->text.n) : str_sub(s, 0, close));
	for (const struct word *w; (w = words_tail(s, W_JOIN)) && w->text.n < s.n;)
		s = clause_strip(str_sub(s, 0, s.n - w->text.n));
	return s;
}

/* 全县|54个重点项目, 助力|7个贫困县摘帽, 对全县|1.2万亩低产茶园: whose it is, or what is done, says nothing of what is counted behind it. */
static bool tells_nothing(struct str s)
{
	const struct word *to = words_of(s, 0, W_TOWHOM) ? words_of(s, 0, W_TOWHOM) : words_of(s, 0, W_BA);
	struct str bare = str_from(s, to ? to->text.n : 0);
	const struct word *verb = words_is(bare, W_VERB), *self = words_is(bare, W_SELF);

	return (verb && !str_eq(verb->arg, STR("noun"))) || (self && str_eq(self->arg, STR("region")));
}

/* 审批时间|由30个工作日: what it was is no part of what is counted. */
static struct str without_former(struct str s)
{
	for (size_t at = words_next(s, 0, W_SINCE); at < s.n; at = words_next(s, at + 1, W_SINCE)) {
		size_t from = at + words_of(s, at, W_SINCE)->text.n;

		if (at && words_opens(s, from) & OPENS_NUMBER)
			return clause_strip(str_sub(s, 0, at));
	}
	return s;
}

/* 规模|较2023年, 企业|由目前的, 占年度计划|的: what it is compared with or part of is told, what is counted ends before. */
static struct str without_comparison(struct str s)
{
	const struct word *of = words_tail(s, W_OF);
	struct period p;

	s = of && of->text.n < s.n ? str_sub(s, 0, s.n - of->text.n) : s;
	const struct word *last = words_tail(s, W_LOOKBACK);

	/* 较上年 */
	if (last && last->text.n < s.n && words_own(last->text, 0, W_SINCE))
		return clause_strip(str_sub(s, 0, s.n - last->text.n));
	for (size_t at = words_next(s, 0, W_SINCE); at < s.n; at = words_next(s, at + 1, W_SINCE)) {
		struct str base = str_from(s, at + words_of(s, at, W_SINCE)->text.n);
		bool time = words_is(base, W_DONE) || words_is(base, W_LOOKBACK) || (base.n && period_match(base, (struct ymd){0, 0, 0}, &p) == base.n);

		if (time && str_reaches(str_sub(s, 0, at), SHORTEST_INDICATOR))
			return clause_strip(str_sub(s, 0, at));
	}
	return s;
}

/* 实现“|高层次人才达到2000名，…”: a quotation mark that opens what goes on behind the figure. */
static struct str without_open(struct str s)
{
	const struct str open = STR("“");

	return str_starts(s, open) && !str_has(s, STR("”")) ? clause_strip(str_from(s, open.n)) : s;
}

static struct str choose_indicator(struct reader *r, size_t i, struct str *place)
{
	struct str before = without_open(drop_head(r->m, behind_duty(r->m, words_before(r, i)))), behind = words_behind(r, i);
	struct str stripped = drop_reach(before);
	const struct word *hold = words_tail(before, W_HOLD);
	bool by_verb = hold != NULL || !stripped.n || tells_nothing(stripped);

	*place = stripped;
	if (r->m->items[i].kind == M_PERIOD)
		return *place = stripped.n ? without_former(stripped) : r->before;
	if (behind.n && str_reaches(behind, SHORTEST_INDICATOR) && by_verb && r->m->items[i].quantity->kind == QUANTITY_COUNT) {
		*place = behind;
		return behind;
	}
	if (hold && stripped.n > hold->text.n && str_ends(stripped, hold->text) && str_reaches(str_sub(stripped, 0, stripped.n - hold->text.n), 3))
		return stripped;
	if (str_reaches(stripped, SHORTEST_INDICATOR))
		return stripped;
	if (behind.n && str_reaches(behind, SHORTEST_INDICATOR))
		return *place = behind;
	*place = STR("");
	/* 教育支出|1284亿元，增长6.2%: of what the sum before it is told. */
	bool spent = r->spent && !r->before.n && r->m->items[i].quantity->kind == QUANTITY_RATE && words_tail(before, W_REACH);

	return spent ? drop_reach(drop_head(r->m, words_before(r, r->spent - 1))) : r->before;
}

/* What stands before 由18%提高到30%. */
static struct str former_indicator(const struct reader *r, size_t i)
{
	struct str s = drop_head(r->m, words_before(r, i));
	const struct word *since = words_tail(s, W_SINCE);

	return since ? clause_strip(str_sub(s, 0, s.n - since->text.n)) : s;
}

/* 能耗较|2023年|下降13%: whether the time at mention k, within its clause, is what a growth right behind it is compared with. */
static bool is_base(const struct reader *r, size_t k)
{
	const struct mention *x = &r->m->items[k];

	return k + 1 < r->sentence.last && x[1].from == x->to && mention_word(&x[1], W_GROWTH) && !mention_word(&x[1], W_DONE) && x->from > clause_around(r->m, &r->sentence, x->from).from;
}

static struct str nearest_period(const struct reader *r, size_t i)
{
	struct str base = STR("");

	for (size_t k = i; k-- > r->sentence.first;) {
		const struct mention *x = &r->m->items[k];

		if (x->kind != M_PERIOD || !(x->period->start.year || x->period->end.year))
			continue;
		if (base.n || !is_base(r, k))
			return mention_text(r->m, x);
		base = mention_text(r->m, x);
	}
	return r->period.n ? r->period : base;
}

static void add_target(struct reader *r, size_t i)
{
	const struct mention *x = &r->m->items[i];
	struct str place, indicator = without_comparison(choose_indicator(r, i, &place)), text = mention_text(r->m, x);

	if (str_longer(indicator, LONGEST_INDICATOR) || !indicator.n) {
		TRACE(r->d, text, "target", "none, %s", indicator.n ? "what it counts is too long" : "no words say what it counts");
		return;
	}
	TRACE(r->d, text, "target", "taken, it counts %.*s", STR_ARGS(indicator));
	struct finding *f = finding_new(r->d, RECORD_TARGET, "figure", text);

	if (place.n)
		finding_cover(r->d, f, place);
	f->key = view_from(&r->d->outline.view, text);
	finding_cell(r->d, f, "indicator", indicator);
	finding_cell(r->d, f, "value_text", text);
	struct str period = nearest_period(r, i);

	finding_word(r->d, f, "status", aim_is(&r->aim, i, period) ? STR("target") : STR("actual"));
	finding_cell(r->d, f, "period_text", period);
	f->section = r->d->outline.paras[r->index].section;
	if (place.n)
		r->before = place;
}

/* 审批时间压缩至|15个工作日以内: a length of time that something is to take no more than. */
static bool is_time_taken(const struct reader *r, size_t i)
{
	const struct mention *x = &r->m->items[i];

	return x->kind == M_PERIOD && !x->period->start.year && !x->period->end.year && i > r->sentence.first && x[-1].to == x->from && mention_word(&x[-1], W_MORE) &&
	       has_figure(mention_text(r->m, x));
}

void goal_find(struct doc *d, size_t index, const struct mentions *m, const enum fund_use *used)
{
	struct reader r = {.d = d, .m = m, .index = index, .aim = {.d = d, .m = m, .index = index}};
	size_t at = 0;

	while ((mentions_hold(m, M_QUANTITY) || mentions_hold(m, M_PERIOD)) && clause_sentence(m, &at, &r.sentence)) {
		r.aim.sentence = r.sentence;
		r.before = STR("");
		r.spent = 0;
		if (!clause_holds(&r.sentence, M_QUANTITY) && !clause_holds(&r.sentence, M_PERIOD))
			continue;
		for (size_t i = r.sentence.first; i < r.sentence.last; i++) {
			const struct mention *x = &m->items[i];

			if (x->kind == M_PERIOD && x->from == r.sentence.from)
				r.period = mention_text(m, x);
			if (is_time_taken(&r, i))
				add_target(&r, i);
			if (x->kind != M_QUANTITY)
				continue;
			const char *why = reason_against(&r, i, used);

			/* What was counted is counted still. */
			if (is_former(&r, i))
				r.before = former_indicator(&r, i);
			if (why && used[i] == FUND_DEALT && x->quantity->kind == QUANTITY_MONEY)
				r.spent = i + 1;
			if (why)
				TRACE(d, mention_text(m, x), "target", "none, %s", why);
			else
				add_target(&r, i);
		}
	}
}
