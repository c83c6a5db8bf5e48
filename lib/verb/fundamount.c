/* Knows what a funding record says of its amount: its text, its bound, its basis and its evidence. */
#include "verb/fundamount.h"

enum { LONGEST_LEAD = 1200 }; /* bytes of a clause before and behind a sum: a longer one is a list without an end */

struct str fundamount_basis(struct doc *d, const struct slots *s)
{
	struct str out = STR("");

	for (size_t i = 0; i < s->basis_count; i++) {
		struct str one = view_written(&d->outline.view, s->basis[i], d->arena);

		out = out.n ? arena_join(d->arena, arena_join(d->arena, out, STR("·")), one) : one;
	}
	return out;
}

struct str fundamount_text(const struct mentions *m, const struct mention *x)
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

	/* 购置旋耕机的|每台补贴800元: who qualifies belongs to it where no comma parts them. */
	if (head > j->sentence.from && head > s->floor && words_tail(str_sub(j->m->s, j->sentence.from, head), W_OF))
		head = clause_around(j->m, &j->sentence, head - 1).from;
	for (size_t i = s->amount; s->clause.from < s->floor && i-- > s->clause.first && j->m->items[i].from >= s->floor;)
		if (j->m->items[i].kind == M_PAUSE && j->m->items[i].depth == j->m->items[s->amount].depth)
			head = j->m->items[i].to;
	return head < s->floor || head > amount || amount - head > LONGEST_LEAD ? amount : head;
}

struct str fundamount_evidence(const struct judge *j, const struct slots *s)
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

/* 最高|资助限额80万元, 最高|可申请20万元, 最高|额度由15万元提高至20万元: the limit that words of the same gift stand behind; n 0: none does. */
static struct str far_limit(const struct judge *j, const struct slots *s)
{
	enum { LONGEST = 12 /* characters between */ };
	const struct mention *x = &j->m->items[s->amount], *was = NULL;

	for (size_t k = s->amount; k-- > s->clause.first && !judge_is_rate(x);) {
		const struct mention *y = &j->m->items[k];
		const struct word *cap = words_own(j->m->s, y->from, W_CAP);

		if (y->depth != x->depth || y->from < s->floor)
			continue;
		if (y->kind == M_PAUSE || y->kind == M_COMMA || y->kind == M_BRACKET || (y->kind == M_QUANTITY && !judge_is_changed(j, y)))
			break;
		was = y->kind == M_QUANTITY ? y : was;
		if (cap && !str_longer(str_sub(j->m->s, y->from + cap->text.n, was ? was->from : x->from), LONGEST))
			return str_sub(j->m->s, y->from, y->from + cap->text.n);
	}
	return STR("");
}

/* 不低于|乡道|每年每公里5000元: whether 每 stands at byte `at`, or right behind a short name of what the sum is for. */
static bool for_each(const struct str s, size_t at, size_t to)
{
	enum { LONGEST = 12 }; /* bytes of a name */

	for (size_t i = at, len; i < to && i <= at + LONGEST; i += len) {
		if (words_own(s, i, W_EACH))
			return true;
		if (str_char(s, i, &len) < 0x4E00)
			return false;
	}
	return false;
}

/* 不低于每公里每年10000元、5000元: the bound stands before 每 and holds for the whole list; 不超过项目总投资的30%: before what the rate is
 * a share of. */
struct str fundamount_bound(const struct judge *j, const struct slots *s)
{
	static const struct word_set bounds = {{WORD_BIT(W_BOUND, 0) | WORD_BIT(W_CAP, 0), WORD_BIT(W_BOUND, 1) | WORD_BIT(W_CAP, 1)}};
	const struct mention *x = &j->m->items[s->amount];

	if (x->quantity->has_min != x->quantity->has_max)
		return STR("");
	if (j->bound.n)
		return j->bound;
	for (size_t k = words_may_hold(str_sub(j->m->s, s->clause.from, x->from), &bounds) ? s->clause.first : s->amount; k < s->amount; k++) {
		const struct mention *y = &j->m->items[k];
		const struct word *bound = words_own(j->m->s, y->from, W_BOUND), *w = bound ? bound : words_own(j->m->s, y->from, W_CAP);

		if (y->depth != x->depth || !w)
			continue;
		size_t end = y->from + w->text.n;

		/* 最高分别为300万元 */
		size_t at = end;

		for (const struct word *part; at < x->from && ((part = words_own(j->m->s, at, W_PART)) || (part = words_own(j->m->s, at, W_ONCE)) || (part = words_own(j->m->s, at, W_GIVE)));)
			at += part->text.n;
		/* 不超过|其|实际缴费额的2/3 */
		const struct word *its = words_own(j->m->s, end, W_ITS);
		size_t base = end + (its ? its->text.n : 0);
		/* 不超过|项目|设备购置费的60% */
		const struct word *whose = words_own(j->m->s, base, W_WORK) ? words_own(j->m->s, base, W_WORK) : words_own(j->m->s, base, W_CLASS);
		size_t owned = base + (whose ? whose->text.n : 0);
		size_t of = judge_is_rate(x) && s->basis_count && str_within(j->m->s, s->basis[0]) ? (size_t)(s->basis[0].p - j->m->s.p) : 0;

		if ((at > end && at == x->from) || for_each(j->m->s, end, x->from) || (of && (of == base || of == owned)))
			return str_sub(j->m->s, y->from, end);
	}
	return far_limit(j, s);
}

/* 奖励30、20万元: the unit of a sum that has none of its own, behind the last of its list. */
static struct str shared_unit(const struct mentions *m, size_t i)
{
	const struct mention *x = &m->items[i], *end = m->items + m->n;

	/* 50万 has the unit that it needs. */
	bool figures = x->quantity->number_end > 0 && m->s.p[x->from + x->quantity->number_end - 1] >= '0' && m->s.p[x->from + x->quantity->number_end - 1] <= '9';

	if (x->quantity->kind != QUANTITY_MONEY || x->quantity->unit_end > x->quantity->number_end || !figures)
		return STR("");
	while (x->quantity->unit_end == x->quantity->number_end && x + 2 < end && x[1].kind == M_PAUSE && x[2].kind == M_QUANTITY)
		x += 2;
	/* 万 is a part of the number, and of the unit that the others lack. */
	size_t at = x->from + x->quantity->number_at;

	while (at < x->to && ((m->s.p[at] >= '0' && m->s.p[at] <= '9') || m->s.p[at] == '.' || m->s.p[at] == ','))
		at++;
	return str_sub(m->s, at, x->from + x->quantity->unit_end);
}

void fundamount_set(struct judge *j, struct finding *f, const struct slots *s, struct str text)
{
	const struct mention *x = &j->m->items[s->amount];
	struct str bound = fundamount_bound(j, s);

	finding_cell(j->d, f, "amount_text", text);
	finding_cell(j->d, f, "unit_text", shared_unit(j->m, s->amount));
	/* 不超过5000元、8000元: the bound of the first is that of all. */
	if (x->quantity->has_min != x->quantity->has_max && x->quantity->number_at > 0)
		j->bound = str_sub(j->m->s, x->from, x->from + x->quantity->number_at);
	if (!bound.n)
		return;
	j->bound = bound;
	finding_word(j->d, f, "amount_text", arena_join(j->d->arena, view_written(&j->d->outline.view, bound, j->d->arena), finding_value(f, "amount_text")));
	finding_note(j->d, f, STR("amount_text: the bound stands before the words or the list that it is for"));
}
