/* Knows which programme works are put into: 已列入2023年中央水利发展资金除险加固项目. */
#include "verb/enrolled.h"

#include "verb/clause.h"
#include "verb/workname.h"

enum {
	SHORTEST = 6, /* characters of a programme's name */
	LONGEST = 45,
	MOST = 64     /* works of a paragraph, and mentions of a programme's name */
};

static const struct word *into_at(const struct word *w)
{
	return w && str_eq(w->arg, STR("into")) ? w : NULL;
}

/* 甲水库|均已|列入: the byte where the words end that the deed at byte `at` is told of. */
static size_t told_end(const struct mentions *m, size_t at)
{
	struct str s = str_sub(m->s, 0, at);

	for (const struct word *w; (w = words_tail(s, W_PAST)) || (w = words_tail(s, W_DONE)) || (w = words_tail(s, W_ADVERB)) || (w = words_tail(s, W_FUTURE));)
		s.n -= w->text.n;
	return s.n;
}

/* The programme's name behind the deed, up to the end of the clause, where it ends as a programme or a list of works does and is more than any such. */
static struct str programme(const struct mentions *m, size_t from, size_t to)
{
	struct str name = clause_strip(str_sub(m->s, from, to));
	const struct word *title = words_tail(name, W_TITLE), *work = words_tail(name, W_WORK);
	bool ends = words_tail(name, W_PROGRAM) || (title && (str_eq(title->arg, STR("plan")) || str_eq(title->arg, STR("list")))) || (work && str_eq(work->arg, STR("work")));

	return ends && str_sized(name, SHORTEST, LONGEST) && !workname_vague(name) && !str_has(name, STR("、")) ? name : STR("");
}

void enrolled_find(struct doc *d, const struct mentions *m, size_t since)
{
	for (size_t i = 0; since < d->count && i < m->n; i++) {
		const struct mention *x = &m->items[i];
		const struct word *into = x->depth ? NULL : into_at(mention_word(x, W_BA));

		if (!into)
			continue;
		size_t end = told_end(m, x->from), next = i + 1;

		while (next < m->n && next < i + MOST && m->items[next].kind != M_COMMA && m->items[next].kind != M_STOP)
			next++;
		size_t to = next < m->n ? m->items[next].from : m->s.n;
		struct str name = programme(m, x->to, to);

		for (size_t k = since; name.n && k < d->count && k < since + MOST; k++) {
			struct finding *f = d->findings[k];
			struct str place = f->list.n ? f->list : f->name;

			if (f->type == RECORD_PROJECT && place.p + place.n == m->s.p + end && !finding_has(f, "program"))
				finding_cell(d, f, "program", name);
		}
	}
}

bool enrolled_into(const struct mentions *m, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p);
	long k = clause_last(m, from);

	if (k >= 0 && m->items[k].kind == M_PERIOD && m->items[k].to == from)
		from = m->items[k].from;
	const struct word *into = into_at(words_tail(str_sub(m->s, 0, from), W_BA));

	return into != NULL;
}
