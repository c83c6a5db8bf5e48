/* Knows whether a figure is aimed at, or was reached. */
#include "verb/aim.h"

#include "verb/mood.h"

static bool is_after(struct ymd day, struct ymd other)
{
	if (day.year != other.year)
		return day.year > other.year;
	return day.month != other.month ? day.month > other.month : day.day > other.day;
}

/* 到2025年, 2025年底前: a day by which something is to be done; 截至2025年 tells what is. */
static bool is_ahead(struct str period, const struct period *p)
{
	return words_of(period, 0, W_FUTURE) || (p->end.year && !p->start.year && !words_of(period, 0, W_DONE));
}

/* Whether the period has an end, which is then told in a->read. */
static bool has_end(struct aim *a, struct str period)
{
	if (period.p == a->dated.p && period.n == a->dated.n)
		return a->has_end;
	a->dated = period;
	return a->has_end = period.n && period_parse(period, a->d->head.date, &a->read) && a->read.end.year;
}

/* 某市2023年民生实事项目计划: the first year that a title tells; 0: it tells none. */
static int title_year(struct str title)
{
	for (size_t i = 0; i < title.n; i++) {
		struct period p;
		bool begins = title.p[i] >= '0' && title.p[i] <= '9' && !(i && title.p[i - 1] >= '0' && title.p[i - 1] <= '9');

		if (begins && period_match(str_from(title, i), (struct ymd){0, 0, 0}, &p) && p.start.year)
			return p.start.year;
	}
	return 0;
}

/* 5年内培训15万名: within so many years, counted from none that is told. */
static bool is_within_years(const struct aim *a, size_t i)
{
	for (size_t k = a->sentence.first; clause_holds(&a->sentence, M_PERIOD) && k < i; k++) {
		const struct mention *x = &a->m->items[k];
		const struct word *within = x->kind == M_PERIOD && !x->period->start.year && !x->period->end.year ? words_tail(mention_text(a->m, x), W_SETTING) : NULL;

		if (within && str_eq(within->arg, STR("date")))
			return true;
	}
	return false;
}

/* 责任单位:民政局: whether a label at byte `at` tells who answers for a task, or by when. */
static bool answers_at(struct str s, size_t at)
{
	const struct word *label = words_of(s, at, W_LABEL);
	bool answers = label && (str_eq(label->arg, STR("responsible")) || str_eq(label->arg, STR("lead")) || str_eq(label->arg, STR("support")) || str_eq(label->arg, STR("deadline")));

	return answers && str_starts(str_from(s, at + label->text.n), STR(":"));
}

/* 建设20个养老驿站。责任部门:民政局, also on the next line: what a body answers for is a task, and still to be done, where its part looks not back. */
static bool is_task(struct aim *a)
{
	const struct outline *o = &a->d->outline;
	const struct para *p = o->paras + a->index;

	if (a->asked)
		return a->task;
	a->asked = true;
	a->task = a->index + 1 < o->count && p[1].kind == PARA_TEXT && answers_at(p[1].body, 0);
	for (size_t at = words_next(a->m->s, a->m->start, W_LABEL); p->kind != PARA_ROW && !a->task && at < a->m->s.n; at = words_next(a->m->s, at + 1, W_LABEL))
		a->task = answers_at(a->m->s, at);
	a->task = a->task && mood_of(a->d, a->index) != MOOD_REACHED;
	return a->task;
}

bool aim_is(struct aim *a, size_t i, struct str period)
{
	const struct mention *x = &a->m->items[i];
	struct str g = a->d->head.genre;
	bool plan = str_eq(g, STR("plan")) || str_eq(g, STR("notice")) || str_eq(g, STR("measures")) || str_eq(g, STR("list")) || a->d->approved.n || (!str_eq(g, STR("report")) && is_task(a));

	if (mood_plans(a->m, &a->sentence, x->from))
		return true;
	if (clause_first_word(a->m, &a->sentence, W_PAST, a->sentence.from, a->sentence.to) >= 0)
		return false;
	bool dated = has_end(a, period);
	const struct period *p = &a->read;

	/* A day after that of the document is still to come, one of a year before it is past. */
	if (dated && a->d->head.date.year && is_after(p->end, a->d->head.date))
		return true;
	int year = a->d->head.year ? a->d->head.year : title_year(a->d->head.title);

	if (dated && p->end.year < year)
		return false;
	if (dated && !a->d->head.year && is_ahead(period, p))
		return true;
	/* 2026年6月，全国新增项目32个, of a notice in July */
	if (dated && a->d->head.date.year && p->start.year && is_after(a->d->head.date, p->end))
		return false;
	/* 完成投资800亿元 may be called for as well. */
	enum mood mood = plan ? MOOD_UNKNOWN : mood_of(a->d, a->index);

	if (mood == MOOD_AIMED)
		return true;
	struct range c = clause_around(a->m, &a->sentence, x->from);

	/* 全市现有用户92.6万户, but not 有: it stands in too many words. */
	for (size_t k = c.first; k < i; k++) {
		const struct word *hold = mention_word(&a->m->items[k], W_HOLD);

		if (hold && str_eq(hold->arg, STR("have")) && str_reaches(hold->text, 2) && a->m->items[k].from >= c.from)
			return false;
	}
	if (!plan && clause_first_word(a->m, &c, W_DONE, c.from, x->from) >= 0)
		return false;
	return plan || is_within_years(a, i);
}
