/* Knows how amounts become funding records. */
#include "verb/fund.h"

#include "doc/outline.h"
#include "verb/fundamount.h"
#include "verb/fundparties.h"
#include "verb/fundpurpose.h"
#include "verb/judge.h"
#include "verb/member.h"
#include "verb/object.h"
#include "verb/overhead.h"
#include "verb/parallel.h"
#include "verb/relations.h"
#include "verb/status.h"
#include "verb/trace.h"

enum {
	LONGEST_SOURCE = 45 /* bytes of a clause that tells who says so */
};

/* 下达, 安排 to a region or a body of government is budget; so is what a notice hands down to those it is addressed to. */
static bool is_handed_down(const struct judge *j, const struct slots *s)
{
	struct body b;
	bool verb = clause_first_word(j->m, &j->sentence, W_HANDDOWN, j->sentence.from, j->m->items[s->amount].from) >= 0;

	/* 下达你市, 安排我县 */
	const struct word *you = s->recipient_count == 1 ? words_of(s->recipients[0], 0, W_SELF) : NULL;

	bool helped = verb || clause_first_word(j->m, &j->sentence, W_HELP, j->sentence.from, j->m->items[s->amount].from) >= 0;

	if (you && helped && !str_eq(you->arg, STR("issuer")) && (words_tail(s->recipients[0], W_LEVEL) || str_ends(s->recipients[0], STR(")"))))
		return true;
	if (s->recipient_count && helped) {
		if (region_is(s->recipients[0]))
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

	/* 从园区配套资金中列支 */
	if (str_within(j->m->s, s->program) && words_tail(str_sub(j->m->s, 0, at), W_SINCE))
		return false;
	/* 下达你市街区改造资金: what is handed down is a fund. */
	if (str_longer(s->program, FUNDPURPOSE_FUND) && clause_last_word(j->m, &s->clause, W_HANDDOWN, from, at) >= 0)
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

/* 已安排你省中央水利投资68亿元, 下达甘肃省中央投资3亿元: what a place is handed of the money of another level is no investment of its own. */
static bool hands_to_place(const struct judge *j, size_t i, size_t floor)
{
	enum { NEAR = 16 /* mentions */ };
	size_t used;

	for (size_t k = i > j->clause.first + NEAR ? i - NEAR : j->clause.first; k + 1 < i; k++) {
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

/* What the record of a part takes from that of the whole. */
static void take_from_whole(struct judge *j, struct finding *f, const struct slots *s, struct str kind)
{
	struct str status = finding_value(f, "status"), whole = finding_value(f->part_of, "status"), rule = STR("rule");
	bool each = finding_value(f->part_of, "basis").n > 0;

	/* 每人每月100元,其中省级补助60元: what whoever qualifies gets is so in its parts. */
	if (s->basis_count == 0 && each && str_eq(whole, rule))
		finding_word(j->d, f, "status", rule);
	else if (s->basis_count == 0 && str_eq(status, rule) && j->m->items[s->amount].quantity->kind == QUANTITY_MONEY)
		finding_word(j->d, f, "status", whole);
	/* 下达我县资金600万元，其中产业200万元、基建400万元: who gets the whole gets its parts. */
	if (f->part_of != j->whole || !j->whole_count || s->recipient_count || s->invested)
		return;
	for (size_t k = 0; k < j->whole_count; k++)
		finding_item(j->d, f, "recipients", j->whole_for[k]);
	if (str_eq(kind, STR("grant")) && str_eq(finding_value(j->whole, "kind"), STR("budget")))
		finding_word(j->d, f, "kind", STR("budget"));
}

/* 中央财政承担70%，省级财政承担15%; 三星级按60%返还；四星级按80%: of what the share before is, where the words of this one only tell whose it is; n 0: they
 * tell more, or there is none. */
static struct str shared_base(const struct judge *j, const struct slots *s)
{
	enum { LONGEST = 12 /* characters before it */ };
	const struct mention *x = &j->m->items[s->amount];
	bool same = j->last && j->last_amount < j->m->n && judge_is_rate(&j->m->items[j->last_amount]);
	const struct finding *before = same ? j->last : !j->last && judge_goes_on(j) ? j->share : NULL;
	struct str own = slots_between(s, s->clause.from > s->floor ? s->clause.from : s->floor, x->from);

	if (!judge_is_rate(x) || !before || x->quantity->has_min != x->quantity->has_max || str_longer(own, LONGEST))
		return STR("");
	bool whose = s->funder.kind == BODY_TREASURY || words_of(own, 0, W_GRADE) || words_of(own, 0, W_PURSE);

	return whose && !words_within(own, W_SHARE) && !words_within(own, W_MORE) && !words_within(own, W_GROWTH) ? finding_value(before, "basis") : STR("");
}

/* 全年实施重点项目82个，完成投资64.5亿元: whether a clause before that of the sum tells the count, which is then a figure of its own beside what shares
 * the sum. Of rules it says who qualifies. */
static bool tells_count(const struct judge *j, const struct mention *count, const struct slots *s, const struct finding *f)
{
	struct range c = clause_around(j->m, &j->sentence, count->from);

	return c.to < s->clause.from && (count->to == c.to || words_of(j->m->s, count->to, W_WORK)) && !str_eq(finding_value(f, "status"), STR("rule"));
}

static void add_record(struct judge *j, size_t i, struct cue cue, size_t floor)
{
	if (str_eq(cue.kind, STR("investment")) && hands_to_place(j, i, floor))
		cue.kind = STR("budget");

	struct doc *d = j->d;
	const struct mention *x = &j->m->items[i];
	struct slots s = {.m = j->m, .sentence = j->sentence, .clause = j->clause, .amount = i, .floor = floor,
	                  .invested = str_eq(cue.kind, STR("investment")), .lent = str_eq(cue.kind, STR("loan")), .handed = str_eq(d->head.genre, STR("notice"))};

	s.clause = clause_inset(j->m, &s.clause, i);
	slots_read(&s, judge_is_rate(x) && !str_eq(cue.kind, STR("tax")));
	j->kind = cue.kind;
	/* 全县共发放120万元 is paid for no one of those whom each sum is for. */
	if (!s.basis_count && !s.invested && !s.count_text.n && !judge_is_rate(x) && (s.basis[0] = overhead_unit(j)).n)
		s.basis_count = !judge_has(j, W_TOTAL, s.clause.from, x->from) && !judge_has(j, W_PAY, s.clause.from, x->from);
	/* Who paid what stands before pays none of what others raise. */
	if (s.funder.kind && s.funder.s.p < j->m->s.p + s.clause.from && fundparties_self_raised(j, &s))
		s.funder = (struct body){.kind = BODY_NONE};
	if (member_has_other_giver(&s))
		s.funder = j->funder = (struct body){.kind = BODY_NONE};
	member_recipient(&s);
	struct str text = fundamount_text(j->m, x);
	struct str evidence = fundamount_evidence(j, &s);

	if (!text.n || !evidence.n)
		return;
	struct finding *f = finding_new(d, RECORD_FUNDING, cue.behind ? "amount-and-word-behind" : "amount-and-word-before", evidence);

	f->key = view_from(&d->outline.view, text);
	struct body giver = j->funder;

	j->place = parallel_place(j, i);
	fundparties_set_funder(j, f, &s);
	if (j->giver.n)
		fundparties_drop_givers(j, &s);
	fundparties_carry(j, &s);
	fundparties_add_recipients(j, f, &s);
	fundpurpose_set(j, f, &s, &cue);
	if (s.program.n && !is_bare_money(j, &s) && !is_any_money(s.program))
		finding_cell(d, f, "program", s.program);
	if (str_eq(cue.kind, STR("grant")) && is_handed_down(j, &s))
		cue.kind = STR("budget");
	finding_word(d, f, "kind", cue.kind);
	fundamount_set(j, f, &s, text);
	struct str of = judge_is_rate(x) ? parallel_basis(j, &s) : STR("");

	if (of.n)
		s.basis[0] = of;
	finding_word(d, f, "basis", s.basis_count ? fundamount_basis(d, &s) : shared_base(j, &s));
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
	if (f->part_of)
		take_from_whole(j, f, &s, cue.kind);
	/* Who bears a part gives no more than that. */
	if (f->part_of && s.funder.kind)
		j->funder = giver;
	if (!s.recipient_count && !s.invested && str_eq(finding_value(f, "status"), STR("rule")))
		finding_item(d, f, "recipients", object_told(d, j->index));
	f->section = d->outline.paras[j->index].section;
	j->used[i] = FUND_DEALT;
	for (size_t k = 0; s.count_text.n && k < j->m->n; k++)
		if (j->m->items[k].from == (size_t)(s.count_text.p - j->m->s.p) && !tells_count(j, &j->m->items[k], &s, f))
			j->used[k] = FUND_DEALT;
	j->last = f;
	j->last_amount = i;
}

/* 年销售额达到200万元、500万元的，分别奖励…: whether the list of sums that goes on at mention i ends who qualifies. */
static bool qualifies(const struct judge *j, size_t i)
{
	size_t last = i;

	while (last + 2 < j->sentence.last && j->m->items[last + 1].kind == M_PAUSE && j->m->items[last + 2].kind == M_QUANTITY && j->m->items[last + 2].from == j->m->items[last + 1].to)
		last += 2;
	const struct word *of = last > i ? words_of(j->m->s, j->m->items[last].to, W_OF) : NULL;

	return of && j->m->items[last].to + of->text.n == clause_around(j->m, &j->sentence, j->m->items[i].from).to;
}

static void read_sentence(struct judge *j)
{
	size_t floor = j->sentence.from;

	/* 共90万元。其中:东湖镇50万元;西湖镇40万元: the parts go on behind the stop. */
	bool part = words_of(j->m->s, floor, W_PART) || (floor <= j->m->start && j->whole) || (j->parts && !j->parts_depth && judge_goes_on(j));

	j->parts = part && j->whole;
	j->last = j->parts ? j->whole : NULL;
	j->last_amount = j->m->n;
	j->share_count = 0;
	if (!j->share_told)
		j->share = NULL;
	j->share_told = false;
	for (size_t i = j->sentence.first; clause_holds(&j->sentence, M_QUANTITY) && i < j->sentence.last; i++) {
		const struct mention *x = &j->m->items[i];

		if (x->kind != M_QUANTITY || (x->quantity->kind != QUANTITY_MONEY && x->quantity->kind != QUANTITY_RATE))
			continue;
		j->clause = clause_around(j->m, &j->sentence, x->from);
		bool list = judge_continues(j, i);
		struct cue cue = judge_amount(j, i, floor);

		if (!cue.kind.n) {
			/* 百岁老人，由200元提高到300元: the clause before tells of the second sum too. */
			bool raised = words_of(j->m->s, j->clause.from, W_BY) || words_of(j->m->s, j->clause.from, W_SINCE);

			j->used[i] = judge_is_requested(j, i) ? FUND_DEALT : cue.condition ? FUND_CONDITION : j->used[i];
			if (!list && x->quantity->kind == QUANTITY_MONEY && !(raised && judge_is_changed(j, x)) && !((cue.condition || qualifies(j, i)) && !j->last && j->d->head.measures && !j->d->head.measures_told))
				floor = j->clause.from;
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

/* A refused request is no funding: 不宜安排…. The byte from which on the sentence refuses: in rules that first give something (最高100万元，低于5000元的不予
 * 补贴) the clause that does; its end: it refuses nothing. */
static size_t refused_from(const struct judge *j)
{
	long k = clause_first_word(j->m, &j->sentence, W_REFUSE, j->sentence.from, j->sentence.to);
	size_t from = k < 0 ? j->sentence.to : j->sentence.from, given = j->m->n;

	for (size_t i = j->sentence.first; k >= 0 && j->d->head.measures && i < (size_t)k && given == j->m->n; i++)
		if (mention_word(&j->m->items[i], W_FUND) && !str_starts(mention_word(&j->m->items[i], W_FUND)->arg, STR("weak:")))
			given = i;
	if (given == j->m->n)
		return from;
	struct range first = clause_around(j->m, &j->sentence, j->m->items[given].from), c = clause_around(j->m, &j->sentence, j->m->items[k].from);
	bool sum = false;

	for (size_t i = j->sentence.first; i < j->sentence.last && j->m->items[i].from < c.from; i++)
		sum |= j->m->items[i].kind == M_QUANTITY && (j->m->items[i].quantity->kind == QUANTITY_MONEY || judge_is_rate(&j->m->items[i]));
	return sum && first.to < c.from ? c.from : from;
}

static void mark_refused(const struct judge *j, size_t from)
{
	for (size_t i = j->sentence.first; i < j->sentence.last; i++)
		if (j->m->items[i].kind == M_QUANTITY && j->m->items[i].quantity->kind == QUANTITY_MONEY && j->m->items[i].from >= from) {
			j->used[i] = FUND_DEALT;
			TRACE(j->d, mention_text(j->m, &j->m->items[i]), "funding", "none, its sentence refuses what was asked for");
		}
}

/* The sentence up to the clause that begins at byte `to`, behind a comma or 的. */
static void read_until(struct judge *j, size_t to)
{
	struct range all = j->sentence;

	to -= to && j->m->s.p[to - 1] == ',';
	while (j->sentence.last > j->sentence.first && j->m->items[j->sentence.last - 1].from >= to)
		j->sentence.last--;
	j->sentence.to = to;
	read_sentence(j);
	j->sentence = all;
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

/* Whether the time that a sentence begins with lies behind that at the head of its paragraph. */
static bool is_later(const struct doc *d, struct str head, struct str own)
{
	struct period a, b;

	return own.n && period_parse(head, d->head.date, &a) && period_parse(own, d->head.date, &b) && a.end.year && b.start.year > a.end.year;
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

/* 其中，用于…, 二、调整后的总投资中，…: whether the first clause of the paragraph is no more than the word that begins parts. */
static bool opens_parts(const struct mentions *m)
{
	enum { LONGEST = 10 /* characters before it */ };
	struct str head = str_from(m->s, m->start);
	size_t len;
	long value;

	if (outline_marker(head, &len, &value))
		head = str_from(head, len);
	if (words_of(head, 0, W_PART))
		return true;
	struct str first = str_sub(head, 0, str_find(head, STR(","), 0));
	const struct word *part = words_tail(first, W_PART);

	return part && !words_of(part->text, 0, W_FUND) && str_longer(part->text, 3) && !str_longer(str_sub(first, 0, first.n - part->text.n), LONGEST);
}

/* Whether sum f is more than sum g of the same project: 总投资调整为35618万元，较原概算增加4368万元. */
static bool is_more(const struct finding *f, const struct finding *g)
{
	struct quantity a, b;
	struct str project = finding_value(g, "project");

	return project.n && str_eq(finding_value(f, "project"), project) && quantity_parse(finding_value(f, "amount_text"), STR(""), &a) && quantity_parse(finding_value(g, "amount_text"), STR(""), &b) &&
	       a.has_value && b.has_value && decimal_cmp(a.value, b.value) > 0;
}

/* 下达资金12680万元。, and the next paragraph begins 其中，用于…: the last whole sum of the paragraph before; NULL: the paragraph does not begin so. */
static struct finding *whole_above(const struct doc *d, size_t index, const struct mentions *m)
{
	const struct para *above = index ? &d->outline.paras[index - 1] : NULL;
	struct finding *whole = NULL;

	if (!above || above->kind == PARA_ROW || m->s.p != d->outline.paras[index].s.p || !opens_parts(m))
		return NULL;
	size_t from = view_from(&d->outline.view, above->s);

	for (size_t k = d->count; k-- > 0 && d->findings[k]->from >= from;) {
		struct finding *f = d->findings[k];

		if (f->type == RECORD_FUNDING && !f->part_of && !f->cap_of && (!whole || is_more(f, whole)))
			whole = f;
	}
	return whole && str_has(finding_value(whole, "amount_text"), STR("%")) ? NULL : whole;
}

static void read_sentences(struct doc *d, size_t index, const struct mentions *m, enum fund_use *used)
{
	struct finding *whole = whole_above(d, index, m);
	struct judge j = {.d = d, .m = m, .index = index, .used = used, .whole = whole, .kind = whole ? finding_value(whole, "kind") : STR("")};
	size_t at = 0, since = d->count;

	while (clause_sentence(m, &at, &j.sentence)) {
		/* “十三五”期间安排24亿元。2021年下达1.3亿元。: what the head tells of time holds until another sentence tells its own. */
		if (j.sentence.from == m->start)
			j.period = period_at_head(m, &j.sentence);
		else if (j.period.n && is_later(d, j.period, period_at_head(m, &j.sentence)))
			j.period = STR("");
		size_t refused = refused_from(&j);

		if (refused < j.sentence.to)
			mark_refused(&j, refused);
		if (refused >= j.sentence.to)
			read_sentence(&j);
		else if (refused > j.sentence.from)
			read_until(&j, refused);
		if (d->count > since)
			tell_bearer(&j, since);
	}
}

void fund_find(struct doc *d, size_t index, const struct mentions *m, enum fund_use *used)
{
	bool paid = false, figures = mentions_hold(m, M_QUANTITY);

	for (size_t i = 0; figures && i < m->n; i++)
		paid |= m->items[i].kind == M_QUANTITY && m->items[i].quantity->kind == QUANTITY_MONEY;
	/* A long paragraph is read in windows, and this once. */
	if (m->s.p == d->outline.paras[index].s.p)
		object_read(d, index, paid);
	if (figures)
		read_sentences(d, index, m, used);
}
