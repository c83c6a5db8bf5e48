/* Knows how amounts become funding records. */
#include "verb/fund.h"

#include "doc/heading.h"
#include "verb/getter.h"
#include "verb/judge.h"
#include "verb/member.h"
#include "verb/object.h"
#include "verb/owner.h"
#include "verb/parallel.h"
#include "verb/purpose.h"
#include "verb/relations.h"
#include "verb/spent.h"
#include "verb/status.h"
#include "verb/titled.h"
#include "verb/trace.h"

enum {
	SHORTEST_FUND = 5,   /* characters: longer ones name a fund that is handed down */
	LONGEST_MONEY = 5,   /* characters of what only names money: 建设期利息 tells more */
	LONGEST_SOURCE = 45, /* bytes of a clause that tells who says so */
	LONGEST_LEAD = 1200  /* bytes of a clause before and behind a sum: a longer one is a list without an end */
};

static struct str basis_text(struct doc *d, const struct slots *s)
{
	struct str out = STR("");

	for (size_t i = 0; i < s->basis_count; i++) {
		struct str one = view_written(&d->outline.view, s->basis[i], d->arena);

		out = out.n ? arena_join(d->arena, arena_join(d->arena, out, STR("·")), one) : one;
	}
	return out;
}

static struct str amount_text(const struct mentions *m, const struct mention *x)
{
	struct str s = mention_text(m, x);

	for (const struct word *w; (w = words_of(s, 0, W_TOTAL)) && w->text.n < s.n;)
		s = clause_strip(str_from(s, w->text.n));
	return s;
}

/* 对 right before the recipient belongs to the words of the clause. */
static size_t with_towhom(struct str s, size_t at, size_t floor)
{
	const struct word *w = at > floor && at <= s.n ? words_tail(str_sub(s, floor, at), W_TOWHOM) : NULL;

	return w ? at - w->text.n : at;
}

/* 省级补助116元、市级补助58元: where what is told of the sum at mention i ends, when another with words of its own stands behind it. */
static size_t own_end(const struct judge *j, const struct slots *s)
{
	const struct mention *x = &j->m->items[s->amount], *pause = NULL;

	for (size_t i = s->amount + 1; i < s->clause.last; i++) {
		const struct mention *y = &j->m->items[i];

		if (y->depth != x->depth)
			continue;
		if (y->kind == M_QUANTITY && y->quantity->kind == x->quantity->kind)
			return pause && pause->to < y->from ? pause->from : s->clause.to;
		if (y->kind == M_PAUSE && !pause)
			pause = y;
	}
	return s->clause.to;
}

/* Where what is told of the sum begins in its clause: behind the pause that parts it from the sum before. */
static size_t own_head(const struct judge *j, const struct slots *s)
{
	size_t head = s->clause.from, amount = j->m->items[s->amount].from;

	for (size_t i = s->amount; s->clause.from < s->floor && i-- > s->clause.first && j->m->items[i].from >= s->floor;)
		if (j->m->items[i].kind == M_PAUSE && j->m->items[i].depth == j->m->items[s->amount].depth)
			head = j->m->items[i].to;
	return head < s->floor || head > amount || amount - head > LONGEST_LEAD ? amount : head;
}

static struct str evidence_of(const struct judge *j, const struct slots *s)
{
	size_t from = own_head(j, s), to = own_end(j, s);

	if (to > j->m->items[s->amount].to + LONGEST_LEAD)
		to = j->m->items[s->amount].to;
	if (s->funder.kind && (size_t)(s->funder.s.p - j->m->s.p) < from && s->funder.s.p >= j->m->s.p + s->floor)
		from = (size_t)(s->funder.s.p - j->m->s.p);
	for (size_t i = 0; i < s->recipient_count; i++) {
		size_t at = (size_t)(s->recipients[i].p - j->m->s.p);

		if (at < from && at >= s->floor)
			from = with_towhom(j->m->s, at, s->floor);
	}
	if (s->purpose.n && (size_t)(s->purpose.p + s->purpose.n - j->m->s.p) > to)
		to = (size_t)(s->purpose.p + s->purpose.n - j->m->s.p);
	if (s->count_text.n && (size_t)(s->count_text.p - j->m->s.p) < from)
		from = clause_around(j->m, &j->sentence, (size_t)(s->count_text.p - j->m->s.p)).from;
	return clause_strip(str_sub(j->m->s, from, to));
}

/* 不低于每公里每年10000元、5000元: the bound stands before 每 and holds for the whole list; 不超过项目总投资的30%: before what the rate is
 * a share of. */
static struct str bound_before(const struct judge *j, const struct slots *s)
{
	const struct mention *x = &j->m->items[s->amount];

	if (x->quantity->has_min != x->quantity->has_max)
		return STR("");
	if (j->bound.n)
		return j->bound;
	for (size_t k = s->clause.first; k < s->amount; k++) {
		const struct mention *y = &j->m->items[k];
		const struct word *bound = words_own(j->m->s, y->from, W_BOUND), *w = bound ? bound : words_own(j->m->s, y->from, W_CAP);

		if (y->depth != x->depth || !w)
			continue;
		size_t end = y->from + w->text.n;

		/* 最高分别为300万元 */
		size_t at = end;

		for (const struct word *part; at < x->from && ((part = words_own(j->m->s, at, W_PART)) || (part = words_own(j->m->s, at, W_ONCE)) || (part = words_own(j->m->s, at, W_GIVE)));)
			at += part->text.n;
		if ((at > end && at == x->from) || words_own(j->m->s, end, W_EACH) || (judge_is_rate(x) && s->basis_count && s->basis[0].p == j->m->s.p + end))
			return str_sub(j->m->s, y->from, end);
	}
	return STR("");
}

static void set_amount(struct judge *j, struct finding *f, const struct slots *s, struct str text)
{
	const struct mention *x = &j->m->items[s->amount];
	struct str bound = bound_before(j, s);

	finding_cell(j->d, f, "amount_text", text);
	/* 不超过5000元、8000元: the bound of the first is that of all. */
	if (x->quantity->has_min != x->quantity->has_max && x->quantity->number_at > 0)
		j->bound = str_sub(j->m->s, x->from, x->from + x->quantity->number_at);
	if (!bound.n)
		return;
	j->bound = bound;
	finding_word(j->d, f, "amount_text", arena_join(j->d->arena, view_written(&j->d->outline.view, bound, j->d->arena), finding_value(f, "amount_text")));
	finding_note(j->d, f, STR("amount_text: the bound stands before the words or the list that it is for"));
}

/* 下达, 安排 to a region or a body of government is budget; so is what a notice hands down to those it is addressed to. */
static bool is_handed_down(const struct judge *j, const struct slots *s)
{
	struct body b;
	size_t used;
	bool verb = clause_first_word(j->m, &j->sentence, W_HANDDOWN, j->sentence.from, j->m->items[s->amount].from) >= 0;

	/* 下达你市, 安排我县 */
	const struct word *you = s->recipient_count == 1 ? words_of(s->recipients[0], 0, W_SELF) : NULL;

	bool helped = verb || clause_first_word(j->m, &j->sentence, W_HELP, j->sentence.from, j->m->items[s->amount].from) >= 0;

	if (you && helped && !str_eq(you->arg, STR("issuer")) && (words_tail(s->recipients[0], W_LEVEL) || str_ends(s->recipients[0], STR(")"))))
		return true;
	if (s->recipient_count && helped) {
		if (region_chain(s->recipients[0], &used) && used == s->recipients[0].n)
			return true;
		if (body_at(&j->d->context, s->recipients[0], 0, &b) && b.kind == BODY_DEPARTMENT && !words_tail(s->recipients[0], W_FIRM))
			return true;
	}
	return verb && !s->recipient_count && str_eq(j->d->head.genre, STR("notice"));
}

static void tell_verdict(const struct judge *j, size_t i, const struct cue *cue)
{
	struct str s = mention_text(j->m, &j->m->items[i]);

	if (cue->why)
		TRACE(j->d, s, "funding", "yes, of kind %.*s: %s", STR_ARGS(cue->kind), cue->why);
	else
		TRACE(j->d, s, "funding", "yes, of kind %.*s: the %sword of money %s it is %.*s", STR_ARGS(cue->kind), cue->weak ? "weak " : "",
		      cue->behind ? "behind" : "before", STR_ARGS(cue->word));
}

/* 街区改造提升资金 names what the money is for; 省级环保资金, 果园改良补助资金 and what money is got from (收到X资金, 资金来源：X资金) a
 * fund. */
static bool is_bare_money(const struct judge *j, const struct slots *s)
{
	const struct word *w = words_tail(s->program, W_PROGRAM);
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, at = (size_t)(s->program.p - j->m->s.p);

	/* 下达你市街区改造资金: what is handed down is a fund. */
	if (str_longer(s->program, SHORTEST_FUND) && clause_last_word(j->m, &s->clause, W_HANDDOWN, from, at) >= 0)
		return false;
	return w && str_eq(w->arg, STR("bare")) && !words_of(s->program, 0, W_TREASURY) && !words_of(s->program, 0, W_PURSE) &&
	       clause_last_word(j->m, &s->clause, W_SEEK, from, at) < 0;
}

/* 补助资金, 奖补资金, 专项资金: what any money is called, no name of a fund; 扶贫资金 is one. */
static bool is_any_money(struct str program)
{
	enum { MONEY = 6 }; /* bytes of 资金 */
	const struct word *fund = words_is(program, W_PROGRAM) ? words_is(program, W_FUND) : NULL;
	bool given = fund && program.n > MONEY && (str_eq(fund->arg, STR("grant")) || str_eq(fund->arg, STR("reward")));
	struct str what = given ? str_sub(program, 0, program.n - MONEY) : STR("");

	return words_is(what, W_FUND) || words_is(what, W_PLAINAID);
}

/* 农民自筹23万元: they pay themselves. */
static bool is_self_raised(const struct judge *j, const struct slots *s)
{
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct word *w = j->m->items[i].depth == j->m->items[s->amount].depth ? mention_word(&j->m->items[i], W_PAY) : NULL;

		if (w && str_eq(w->arg, STR("own")))
			return true;
	}
	return false;
}

/* …达到200—500个的，给予20元；501—1000个的，给予30元；对其上年购置设备的，给予…: the next tier of the same, whose words begin with its bounds, with
 * what those before do, or with a word that stands for them. */
static bool is_next_tier(const struct judge *j)
{
	size_t from = j->sentence.from;
	const struct mention *first = j->sentence.first < j->sentence.last ? &j->m->items[j->sentence.first] : NULL;
	const struct word *whom = words_of(j->m->s, from, W_TOWHOM), *verb = words_at(j->m->s, from);
	/* 完成投资5000万元以上的…；完成投资1亿元以上的…: the same verb again. */
	const char *tier = j->tier_count ? j->tier[0].p : NULL;
	bool again = verb && verb->text.n > 3 && !whom && tier && !words_tail(j->tier[0], W_WORK) && tier >= j->m->s.p && tier < j->m->s.p + from && str_has(str_sub(j->m->s, (size_t)(tier - j->m->s.p), from), verb->text);
	bool bounds = first && first->kind == M_QUANTITY && first->from == from, theirs = whom && words_of(j->m->s, from + whom->text.n, W_ITS);
	bool behind = from > j->m->start && (j->m->s.p[from - 1] == ';' || str_ends(str_sub(j->m->s, 0, from), STR("；")));
	struct str clause = str_sub(j->m->s, from, clause_around(j->m, &j->sentence, from).to);

	return j->d->head.measures && behind && (bounds || theirs || (again && words_tail(clause, W_OF)));
}

static void add_recipients(const struct judge *j, struct finding *f, const struct slots *s)
{
	struct str own = parallel_recipient(j, s);

	if (parallel_regions(j, s)) {
		finding_item(j->d, f, "recipients", s->recipients[j->place.at]);
		return;
	}
	for (size_t k = 0; k < s->recipient_count && !own.n; k++)
		finding_item(j->d, f, "recipients", s->recipients[k]);
	if (!own.n)
		return;
	finding_item_word(j->d, f, "recipients", own, s->recipients[0]);
	finding_note(j->d, f, STR("recipients: the member of a list that the amount's place in its list tells, with the words common to all"));
}

/* 某水厂专项资金6000万元: nothing but words of money between the name of a project and the sum. */
static bool costs(const struct judge *j, struct str name, const struct mention *amount)
{
	size_t from = name.n && name.p >= j->m->s.p ? (size_t)(name.p - j->m->s.p) + name.n : j->m->s.n;

	if (from >= amount->from)
		return false;
	struct str words = str_sub(j->m->s, from, amount->from);

	for (const struct word *w; (w = words_of(words, 0, W_PROGRAM)) || (w = words_of(words, 0, W_FUND));)
		words = str_from(words, w->text.n);
	return !words.n;
}

/* 省财政补助5亿元。争取中央预算内投资32亿元: money whose name begins with another purse is not of who gave before. */
static bool of_other_purse(const struct judge *j, const struct slots *s)
{
	const struct word *purse = words_own(s->program, 0, W_PURSE);
	struct str own = purse ? purse->text : STR("");

	return own.n && j->funder.kind == BODY_TREASURY && !str_starts(j->funder.s, own) && !str_starts(own, j->funder.s);
}

/* Who gives it, and in full; of one sentence to the next where the next names nobody. */
static void set_funder(struct judge *j, struct finding *f, struct slots *s)
{
	struct doc *d = j->d;
	struct str carried = STR("");

	j->giver = parallel_funder(j, s);
	if (j->giver.n) {
		finding_word(d, f, "funder", j->giver);
		finding_note(d, f, STR("funder: the member of a list that the amount's place in its list tells, with the words common to all"));
		return;
	}
	if (s->funder.kind) {
		/* 省级 in 省级专项资金 tells of that money alone, 厦门市给予 of what is given there. */
		if (s->funder.kind != BODY_TREASURY || words_tail(s->funder.s, W_TREASURY))
			j->funder = s->funder;
	} else if (j->funder.kind && j->last && relations_inset(j, &j->m->items[s->amount])) {
		/* 中央安排资金16亿元(含基金2亿元): of the same giver. */
		finding_word(d, f, "funder", finding_value(j->last, "funder"));
		finding_word(d, f, "funder_full", finding_value(j->last, "funder_full"));
		finding_note(d, f, STR("funder: carried over from the sum before the bracket"));
	} else if (j->funder.kind && !s->invested && !s->lent && !is_self_raised(j, s) && !of_other_purse(j, s) && !slots_from_above(s)) {
		s->funder = j->funder;
		finding_note(d, f, STR("funder: carried over from the sentence before"));
	}
	if (s->funder.kind) {
		struct str full = body_full(&d->context, &s->funder, &carried);

		finding_cell(d, f, "funder", s->funder.s);
		if (!str_eq(full, s->funder.s))
			finding_word(d, f, "funder_full", full);
	}
}

/* …按购置额的20%给予补助,最高300万元: a limit of what was given before is for the same. */
static bool is_limit(const struct judge *j, const struct slots *s)
{
	const struct quantity *q = slots_amount(s)->quantity;

	for (size_t k = 0; k < j->tier_count; k++)
		if (words_tail(j->tier[k], W_WORK) || !(words_tail(j->tier[k], W_PERSON) || words_tail(j->tier[k], W_FIRM) || words_tail(j->tier[k], W_CLASS)))
			return false;
	return ((q->has_max && !q->has_min) || words_of(bound_before(j, s), 0, W_CAP)) && j->last && !j->parts;
}

/* 甲市、乙市分别承担8亿元和4亿元: who pays beside others in a list gets nothing. */
static void drop_givers(const struct judge *j, struct slots *s)
{
	size_t end = s->funder.s.p >= j->m->s.p ? (size_t)(s->funder.s.p - j->m->s.p) : 0, kept = 0;

	for (size_t k = 0; k < s->recipient_count; k++) {
		size_t at = (size_t)(s->recipients[k].p - j->m->s.p), to = at + s->recipients[k].n;

		if (at < s->clause.from || to > end || !str_starts(str_from(j->m->s, to), STR("、")))
			s->recipients[kept++] = s->recipients[k];
	}
	s->recipient_count = kept;
}

/* Those who got the sum before, where the words of this one name nobody. */
static void carry_recipients(struct judge *j, struct slots *s)
{
	const struct mention *x = &j->m->items[s->amount];

	/* 给予A住房补贴8万元，每月另付2000元津贴: both are for A. */
	bool inset = j->last && relations_inset(j, x);

	/* 给予A类企业100万元，B类企业、C类企业分别给予80万元、20万元: the members of the list are others. */
	bool later = j->place.at && !j->tier_count, others = j->place.count > 1 && (later ? s->recipient_count > 0 : !s->recipient_count && j->recipient.n) && getter_doer(parallel_purpose(j));

	if (others)
		s->recipient_count = 0;

	if (!s->recipient_count && !others && !s->invested && !s->lent && (inset || (j->parts && j->parts_depth) || (!j->parts && j->last)) && j->recipient.n && words_tail(j->recipient, W_PERSON))
		s->recipients[s->recipient_count++] = j->recipient;
	if (!s->recipient_count && !s->invested && (is_next_tier(j) || is_limit(j, s))) {
		memcpy(s->recipients, j->tier, j->tier_count * sizeof *s->recipients);
		s->recipient_count = j->tier_count;
	}
	memcpy(j->tier, s->recipients, s->recipient_count * sizeof *s->recipients);
	j->tier_count = s->recipient_count;
	j->recipient = s->recipient_count == 1 ? s->recipients[0] : STR("");
}

/* What an amount of a list is for by its place in the list; n 0: its place tells nothing. `paired`: the work that it is for, or NULL. */
static struct str purpose_by_place(const struct judge *j, const struct slots *s, const struct finding *paired)
{
	if (paired && !s->purpose.n)
		return finding_value(paired, "name");
	/* 中央、省财政每人补助20元、4元: what stands before the list is who gives. */
	if ((s->purpose.n && !str_has(s->purpose, STR("、"))) || s->counted.n || j->giver.n || parallel_regions(j, s))
		return STR("");
	return parallel_purpose(j);
}

/* 以下15家企业, 某公司等15家企业: how many get it is not what for. */
static bool counts_getters(const struct slots *s, struct str purpose)
{
	return s->recipient_count && str_within(purpose, s->count_text) && str_within(purpose, s->recipients[0]) && !words_within(purpose, W_OF) && !words_within(purpose, W_REACH);
}

/* A sum that a notice hands down, of which nothing else is said, is for what the title says is handed down: 关于下达水利发展资金的通知. */
static struct str purpose_of_notice(const struct judge *j, const struct slots *s)
{
	const struct head *h = &j->d->head;
	const struct quantity *q = j->m->items[s->amount].quantity;
	bool handed = h->subject.n && h->subject.n < h->title.n && str_eq(h->genre, STR("notice"));

	if (!handed || s->basis_count || q->kind != QUANTITY_MONEY || q->has_min != q->has_max)
		return STR("");
	return s->program.n && !j->parts && !words_is(s->program, W_PROGRAM) ? s->program : titled_handed(h->subject);
}

/* 2025年全县共安排|政府投资项目: without when and where it is laid out, up to the word that says so. */
static struct str behind_laying_out(struct str s)
{
	enum { SHORTEST = 4 };
	static const enum word_class lead[] = {W_PLANNED, W_TOTAL, W_PAY, W_FUTURE};
	const struct word *paid = words_of(s, 0, W_ISSUE) ? words_of(s, 0, W_FUND) : NULL;
	/* 拨付困难群众救助资金 */
	size_t at = paid && str_eq(paid->arg, STR("grant")) ? paid->text.n : 0, cut = at;

	for (size_t n = 1; at < s.n && n; at += n) {
		struct period p;
		const struct word *w = NULL, *own = words_of(s, at, W_SELF);

		/* 落实就业政策: no time or place stands before it. */
		for (size_t k = 0; k < sizeof lead / sizeof *lead && at && !w; k++)
			w = words_own(s, at, lead[k]);
		if (w)
			cut = at + w->text.n;
		n = w ? w->text.n : own ? own->text.n : period_match(str_from(s, at), (struct ymd){0, 0, 0}, &p);
	}
	return str_reaches(str_from(s, cut), SHORTEST) ? str_from(s, cut) : s;
}

/* 建设里程5.2公里: whether s ends in a measure, and counts nothing. */
static bool measures_work(const struct judge *j, struct str s)
{
	long k = s.n && str_within(j->m->s, s) ? clause_last(j->m, (size_t)(s.p - j->m->s.p) + s.n) : -1;
	const struct mention *x = k >= 0 ? &j->m->items[k] : NULL;

	return x && x->kind == M_QUANTITY && x->to == (size_t)(s.p - j->m->s.p) + s.n && x->from > (size_t)(s.p - j->m->s.p) && !words_is(x->quantity->unit, W_COUNTED);
}

/* 其中中央预算内投资9亿元，银行贷款6亿元; 拟申请政府专项债券1亿元: words that only name the money tell nothing; what the project or the sum before is
 * for holds then. */
static struct str beyond_money(const struct judge *j, const struct slots *s, struct str purpose, struct str project)
{
	/* 安排你省|中央水利投资 */
	if (s->recipient_count && purpose.p == s->recipients[0].p && purpose.n > s->recipients[0].n && words_of(purpose, 0, W_SELF))
		purpose = str_from(purpose, s->recipients[0].n);
	/* 某高速公路|拟补助 */
	const struct word *aid = words_tail(purpose, W_FUND), *ahead = aid ? words_tail(str_sub(purpose, 0, purpose.n - aid->text.n), W_FUTURE) : NULL;

	if (ahead && str_reaches(str_sub(purpose, 0, purpose.n - aid->text.n - ahead->text.n), SHORTEST_FUND))
		purpose = str_sub(purpose, 0, purpose.n - aid->text.n - ahead->text.n);
	bool more = words_is(purpose, W_FUND) && str_reaches(purpose, LONGEST_MONEY);
	bool only = words_is(purpose, W_PROGRAM) || (!more && (words_is(purpose, W_FUND) || spent_paying(purpose)));

	/* 实施X工程，建设里程5.2公里，其中…: how long it is, no deed. */
	if (project.n && !only && measures_work(j, purpose))
		return project;
	if (!purpose.n || !only || purpose.p == s->purpose.p)
		return purpose;
	return project.n ? project : j->last && j->purpose.n ? j->purpose : purpose;
}

/* 支持建设甲校实训楼(6000万元)、…: without a bracket that opens and does not close. */
static struct str without_open(struct str s)
{
	size_t open = str_find(s, STR("("), 0);

	return open && open < s.n && str_find(s, STR(")"), open) == s.n ? clause_strip(str_sub(s, 0, open)) : s;
}

/* What it is for, and which project it belongs to. */
static void set_purpose(struct judge *j, struct finding *f, struct slots *s, const struct cue *cue)
{
	struct doc *d = j->d;
	const struct mention *x = &j->m->items[s->amount];
	const struct finding *project = owner_project(j, s);
	struct str list = owner_list(j, x, project), bracketed = owner_bracketed(j, s->amount);

	if (bracketed.n && !s->recipient_count) {
		project = project && str_ends(bracketed, project->name) ? project : NULL;
		s->purpose = project ? project->name : bracketed;
		list = STR("");
	}
	const struct finding *paired = list.n ? parallel_work(j, project) : NULL;

	if (list.n) {
		project = paired;
		s->purpose = s->purpose.n || paired ? s->purpose : list;
	}
	struct str name = project ? project->name : STR("");

	if (costs(j, name, x))
		s->purpose = name;
	struct str purpose = s->purpose.n ? s->purpose : without_open(beyond_money(j, s, purpose_implied(j, s, cue, name), name)), own = purpose_by_place(j, s, paired);

	/* X工程总投资110万元，使用市级衔接资金110万元: what the money is called is not what for. */
	if (name.n && s->program.n && str_within(s->program, purpose))
		purpose = name;
	if (counts_getters(s, purpose))
		purpose = STR("");

	/* 拨付甲县、乙县应急资金300万元、100万元: nor is the last of those who get it. */
	if (parallel_regions(j, s) && str_starts(purpose, s->recipients[s->recipient_count - 1]))
		purpose = clause_strip(str_from(purpose, s->recipients[s->recipient_count - 1].n));
	/* 东湖水库除险加固|中央补助4500万元 */
	if (s->funder.kind == BODY_TREASURY && purpose.n > s->funder.s.n && str_ends(purpose, s->funder.s))
		purpose = clause_strip(str_sub(purpose, 0, purpose.n - s->funder.s.n));
	/* 领军人才、博士、硕士分别给予20万元、10万元、5万元购房补贴: the members get it, and the words of money tell what for. */
	bool persons = str_reaches(own, 2) && j->d->head.measures && !s->recipient_count && !s->invested && words_tail(own, W_PERSON) && !words_tail(own, W_WORK) && !getter_builds(own);

	if (persons)
		finding_item_word(d, f, "recipients", own, str_sub(j->m->s, s->clause.from, s->clause.to));
	if (own.n && !(persons && words_tail(purpose, W_FUND))) {
		finding_word(d, f, "purpose", own);
		finding_note(d, f, STR("purpose: the member of a list that the amount's place in its list tells, with the words common to all"));
	} else {
		/* 本次下达中央预算内投资5亿元 */
		struct str handed = !purpose.n || words_is(purpose, W_PROGRAM) || words_is(purpose, W_FUND) ? purpose_of_notice(j, s) : STR("");

		finding_cell(d, f, "purpose", handed.n ? handed : titled_whole(slots_behind_handing(behind_laying_out(purpose))));
	}
	j->purpose = purpose;
	if (!x->depth && !j->parts)
		j->topic = purpose;
	if (project && !s->count_text.n && name.n)
		finding_cell(d, f, "project", name);
	else if (project && !s->count_text.n)
		finding_word(d, f, "project", finding_value(project, "name"));
}

/* 已安排你省中央水利投资68亿元, 下达甘肃省中央投资3亿元: what a place is handed of the money of another level is no investment of its own. */
static bool hands_to_place(const struct judge *j, size_t i, size_t floor)
{
	enum { NEAR = 16 /* mentions */ };
	struct range c = clause_around(j->m, &j->sentence, j->m->items[i].from);
	size_t used;

	for (size_t k = i > c.first + NEAR ? i - NEAR : c.first; k + 1 < i; k++) {
		const struct mention *x = &j->m->items[k], *who = x + 1;

		if (x->from < floor || !(mention_word(x, W_HANDDOWN) || mention_word(x, W_PAY)))
			continue;
		size_t end = who->kind == M_BODY && who->from == x->to && body_is_self(&who->body, STR("you")) ? who->to
		           : region_chain(str_from(j->m->s, x->to), &used) ? x->to + used : x->to;

		if (end > x->to && words_own(j->m->s, end, W_PURSE))
			return true;
	}
	return false;
}

static void add_record(struct judge *j, size_t i, struct cue cue, size_t floor)
{
	if (str_eq(cue.kind, STR("investment")) && hands_to_place(j, i, floor))
		cue.kind = STR("budget");

	struct doc *d = j->d;
	const struct mention *x = &j->m->items[i];
	struct slots s = {.m = j->m, .sentence = j->sentence, .clause = clause_around(j->m, &j->sentence, x->from), .amount = i, .floor = floor,
	                  .invested = str_eq(cue.kind, STR("investment")), .lent = str_eq(cue.kind, STR("loan"))};

	s.clause = clause_inset(j->m, &s.clause, i);
	slots_read(&s, judge_is_rate(x) && !str_eq(cue.kind, STR("tax")));
	j->kind = cue.kind;
	/* Who paid what stands before pays none of what others raise. */
	if (s.funder.kind && s.funder.s.p < j->m->s.p + s.clause.from && is_self_raised(j, &s))
		s.funder = (struct body){.kind = BODY_NONE};
	if (member_has_other_giver(&s))
		s.funder = j->funder = (struct body){.kind = BODY_NONE};
	member_recipient(&s);
	struct str text = amount_text(j->m, x);
	struct str evidence = evidence_of(j, &s);

	if (!text.n || !evidence.n)
		return;
	struct finding *f = finding_new(d, RECORD_FUNDING, cue.behind ? "amount-and-word-behind" : "amount-and-word-before", evidence);

	f->key = view_from(&d->outline.view, text);
	struct body giver = j->funder;

	j->place = parallel_place(j, i);
	set_funder(j, f, &s);
	if (j->giver.n)
		drop_givers(j, &s);
	carry_recipients(j, &s);
	add_recipients(j, f, &s);
	set_purpose(j, f, &s, &cue);
	if (s.program.n && !is_bare_money(j, &s) && !is_any_money(s.program))
		finding_cell(d, f, "program", s.program);
	if (str_eq(cue.kind, STR("grant")) && is_handed_down(j, &s))
		cue.kind = STR("budget");
	finding_word(d, f, "kind", cue.kind);
	set_amount(j, f, &s, text);
	struct str of = judge_is_rate(x) ? parallel_basis(j, &s) : STR("");

	if (of.n)
		s.basis[0] = of;
	finding_word(d, f, "basis", basis_text(d, &s));
	if (s.count_text.n) {
		finding_cell(d, f, "count_text", s.count_text);
		finding_word(d, f, "count_unit", arena_copy(d->arena, s.count_unit));
	}
	if (!s.period.n)
		s.period = j->period;
	finding_cell(d, f, "period_text", s.period);
	finding_word(d, f, "status", status_of(j, &s, x->quantity));
	relations_set(j, f, &s, x->quantity);
	if (f->cap_of)
		finding_word(d, f, "status", finding_value(f->cap_of, "status"));
	/* 每人每月100元,其中省级补助60元: what whoever qualifies gets is so in its parts. */
	if (f->part_of && s.basis_count == 0 && finding_value(f->part_of, "basis").n && str_eq(finding_value(f->part_of, "status"), STR("rule")))
		finding_word(d, f, "status", STR("rule"));
	else if (f->part_of && s.basis_count == 0 && str_eq(finding_value(f, "status"), STR("rule")) && x->quantity->kind == QUANTITY_MONEY)
		finding_word(d, f, "status", finding_value(f->part_of, "status"));
	/* 下达我县资金600万元，其中产业200万元、基建400万元: who gets the whole gets its parts. */
	if (f->part_of && f->part_of == j->whole && j->whole_count && !s.recipient_count && !s.invested) {
		for (size_t k = 0; k < j->whole_count; k++)
			finding_item(d, f, "recipients", j->whole_for[k]);
		if (str_eq(cue.kind, STR("grant")) && str_eq(finding_value(j->whole, "kind"), STR("budget")))
			finding_word(d, f, "kind", STR("budget"));
	}
	/* Who bears a part gives no more than that. */
	if (f->part_of && s.funder.kind)
		j->funder = giver;
	if (!s.recipient_count && !s.invested && str_eq(finding_value(f, "status"), STR("rule")))
		finding_item(d, f, "recipients", object_told(d, j->index));
	f->section = d->outline.paras[j->index].section;
	j->used[i] = FUND_DEALT;
	for (size_t k = 0; s.count_text.n && k < j->m->n; k++)
		if (j->m->items[k].from == (size_t)(s.count_text.p - j->m->s.p))
			j->used[k] = FUND_DEALT;
	j->last = f;
	j->last_amount = i;
}

static void read_sentence(struct judge *j)
{
	size_t floor = j->sentence.from;

	/* 共90万元。其中:东湖镇50万元;西湖镇40万元: the parts go on behind the stop. */
	bool part = words_of(j->m->s, floor, W_PART) || (j->parts && !j->parts_depth && floor > j->m->start && j->m->s.p[floor - 1] == ';');

	j->parts = part && j->whole;
	j->last = j->parts ? j->whole : NULL;
	j->last_amount = j->m->n;
	for (size_t i = j->sentence.first; clause_holds(&j->sentence, M_QUANTITY) && i < j->sentence.last; i++) {
		const struct mention *x = &j->m->items[i];

		if (x->kind != M_QUANTITY || (x->quantity->kind != QUANTITY_MONEY && x->quantity->kind != QUANTITY_RATE))
			continue;
		bool list = judge_continues(j, i);
		struct cue cue = judge_amount(j, i, floor);

		if (!cue.kind.n) {
			j->used[i] = judge_is_requested(j, i) ? FUND_DEALT : cue.condition ? FUND_CONDITION : j->used[i];
			if (!list && x->quantity->kind == QUANTITY_MONEY && !(cue.condition && !j->last && j->d->head.measures && !j->d->head.measures_told))
				floor = clause_around(j->m, &j->sentence, x->from).from;
			continue;
		}
		if (!list)
			j->bound = STR("");
		if (j->last && !list && j->last_amount < j->m->n) {
			struct range before = clause_around(j->m, &j->sentence, j->m->items[j->last_amount].from);

			floor = before.to < x->from ? before.to : j->m->items[j->last_amount].to;
		}
		tell_verdict(j, i, &cue);
		add_record(j, i, cue, list ? j->sentence.from : floor);
	}
}

/* A refused request is no funding: 不宜安排…. */
static bool is_refused(const struct judge *j)
{
	return clause_first_word(j->m, &j->sentence, W_REFUSE, j->sentence.from, j->sentence.to) >= 0;
}

static void mark_refused(const struct judge *j)
{
	for (size_t i = j->sentence.first; i < j->sentence.last; i++)
		if (j->m->items[i].kind == M_QUANTITY && j->m->items[i].quantity->kind == QUANTITY_MONEY) {
			j->used[i] = FUND_DEALT;
			TRACE(j->d, mention_text(j->m, &j->m->items[i]), "funding", "none, its sentence refuses what was asked for");
		}
}

/* A period at the head of the paragraph holds for all of it, behind 据介绍, too. */
static struct str period_at_head(const struct mentions *m, const struct range *s)
{
	size_t from = s->from;

	for (size_t i = s->first; i < s->last && m->items[i].from <= from + LONGEST_SOURCE; i++) {
		const struct mention *x = &m->items[i];

		if (x->kind == M_COMMA && from == s->from && x->from <= from + LONGEST_SOURCE)
			from = x->to;
		if (x->kind == M_PERIOD && x->from == from && x->period->precision != PRECISION_DAY)
			return mention_text(m, x);
		if (x->kind == M_QUANTITY || x->kind == M_PERIOD)
			break;
	}
	return STR("");
}

/* 所需资金由省、市、县三级财政按比例分担。 behind rules: who bears what the sentences before have given. */
static void tell_bearer(struct judge *j, size_t since)
{
	struct body bearer;

	for (size_t i = j->sentence.first; i < j->sentence.last; i++)
		if (j->m->items[i].kind == M_QUANTITY && j->m->items[i].quantity->kind == QUANTITY_MONEY)
			return;
	if (!slots_bears_all(j->m, &j->sentence, j->sentence.from, &bearer))
		return;
	for (size_t k = since; k < j->d->count; k++) {
		struct finding *f = j->d->findings[k];

		if (f->type != RECORD_FUNDING || finding_value(f, "funder").n)
			continue;
		finding_cell(j->d, f, "funder", bearer.s);
		finding_note(j->d, f, STR("funder: a sentence behind tells who bears it"));
	}
}

void fund_find(struct doc *d, size_t index, const struct mentions *m, enum fund_use *used)
{
	struct judge j = {.d = d, .m = m, .index = index, .used = used};
	size_t at = 0, since = d->count;

	bool paid = false;

	for (size_t i = 0; i < m->n; i++)
		paid |= m->items[i].kind == M_QUANTITY && m->items[i].quantity->kind == QUANTITY_MONEY;
	/* A long paragraph is read in windows, and this once. */
	if (m->s.p == d->outline.paras[index].s.p)
		object_read(d, index, paid);
	while (clause_sentence(m, &at, &j.sentence)) {
		if (j.sentence.from == m->start)
			j.period = period_at_head(m, &j.sentence);
		if (is_refused(&j))
			mark_refused(&j);
		else
			read_sentence(&j);
		if (d->count > since)
			tell_bearer(&j, since);
	}
}
