/* Knows when sums behind another add up to it, so that they are its parts though no word says so. */
#include "verb/sums.h"

#include "zh/quantity.h"

/* Two sums may make a third one by accident; of longer runs that is not to be expected, the less so where they stand apart. What givers
 * put together for one project is another thing. */
enum { FEWEST_GIVEN = 2, FEWEST_APART = 3, FEWEST_BESIDE = 4, MOST = 100, FARTHEST = 1000 /* findings of any kind */ };

/* A finding that may be a sum or a part of one: its exact amount. */
struct term {
	struct decimal amount;
	bool counts;
	bool roughly; /* 约280万元: only its sources may be parts of it */
};

/* No part, no limit, not for each of something, no rule. */
static void read_term(const struct finding *f, struct term *t)
{
	struct quantity q;

	if (f->type != RECORD_FUNDING || f->part_of || f->cap_of || strcmp(f->rule, "table-row") == 0 || finding_value(f, "basis").n ||
	    str_eq(finding_value(f, "status"), STR("rule")))
		return;
	if (!quantity_parse(finding_value(f, "amount_text"), finding_value(f, "unit_text"), &q) || q.kind != QUANTITY_MONEY || !q.has_value ||
	    !q.has_min || !q.has_max)
		return;
	t->amount = q.value;
	t->counts = !q.approx;
	t->roughly = q.approx;
}

static bool has_line_between(const struct doc *d, size_t from, size_t to)
{
	return from < to && memchr(d->text.s.p + from, '\n', to - from) != NULL;
}

/* 总投资280万元，省教育厅补助150万元，其余130万元由县财政承担: whether the sum tells who gives a part of what the project costs. */
static bool is_source(const struct doc *d, const struct finding *whole, const struct finding *f)
{
	struct str project = finding_value(whole, "project");
	bool given = finding_value(f, "funder").n || !str_eq(finding_value(f, "kind"), STR("investment"));

	return project.n && str_eq(finding_value(whole, "kind"), STR("investment")) && str_eq(finding_value(f, "project"), project) && given &&
	       !has_line_between(d, whole->to, f->from);
}

/* 某水利类项目48亿元, and below it a work with what it costs in all and in this year: sums of one work that is not the whole's are no parts beside
 * each other. */
static bool repeats_work(const struct finding *whole, const struct finding *before, const struct finding *f)
{
	struct str work = finding_value(f, "project");

	return before && work.n && str_eq(work, finding_value(before, "project")) && !str_eq(work, finding_value(whole, "project"));
}

/* The sums behind d->findings[whole] until they make it; how many findings that takes, 0 when they do not. */
static size_t run_behind(const struct doc *d, const struct term *terms, size_t whole)
{
	struct decimal sum = decimal_of(0), total = terms[whole].amount;
	size_t n = 0, given = 0, fewest = FEWEST_BESIDE;
	const struct finding *before = NULL;

	for (size_t i = whole + 1; i < d->count && n < MOST && i < whole + FARTHEST; i++) {
		if (!terms[i].counts)
			continue;
		/* Mostly the next sum is too large. */
		if (!decimal_add(sum, terms[i].amount, &sum) || decimal_cmp(sum, total) > 0 || repeats_work(d->findings[whole], before, d->findings[i]))
			return 0;
		before = d->findings[i];
		if (n++ == 0 && has_line_between(d, d->findings[whole]->to, d->findings[i]->from))
			fewest = FEWEST_APART;
		given += is_source(d, d->findings[whole], d->findings[i]);
		if (decimal_cmp(sum, total) == 0)
			return (n >= fewest && !terms[whole].roughly) || (n >= FEWEST_GIVEN && given == n) ? i - whole : 0;
	}
	return 0;
}

void sums_find(struct doc *d)
{
	struct term *terms = ARENA_ARRAY(d->arena, struct term, d->count + 1);

	for (size_t i = 0; i < d->count; i++)
		read_term(d->findings[i], &terms[i]);
	/* From the last on: what has become a part of a narrower sum is none of a wider one. */
	for (size_t i = d->count; i-- > 0;) {
		size_t n = terms[i].counts || terms[i].roughly ? run_behind(d, terms, i) : 0;

		for (size_t k = i + 1; k <= i + n; k++)
			if (terms[k].counts) {
				d->findings[k]->part_of = d->findings[i];
				terms[k].counts = false;
			}
	}
}
