/* Knows which project an amount belongs to. */
#include "verb/owner.h"

#include "verb/defined.h"
#include "verb/profile.h"

enum { LATEST = 60 /* findings in which the project of an amount is looked for */ };

/* The projects among the latest findings, the last one first. */
struct latest {
	const struct finding *projects[LATEST];
	size_t n;
};

static void find_latest(const struct doc *d, struct latest *out)
{
	out->n = 0;
	for (size_t k = d->projects_end; k-- > 0 && k + LATEST > d->count;)
		if (d->findings[k]->type == RECORD_PROJECT)
			out->projects[out->n++] = d->findings[k];
}

/* Whether another sum of the same bracket stands between bytes [from, to): what is named before it is its own. */
static bool parted_by_sum(const struct judge *j, const struct mention *amount, size_t from)
{
	const struct mention *bracket = NULL;

	for (const struct mention *y = amount; amount->depth && !bracket && y-- > j->m->items + j->sentence.first;)
		if (y->kind == M_BRACKET && y->depth + 1 == amount->depth && y->to >= amount->to)
			bracket = y;
	/* X项目(其中省补80万元、自筹180万元): the name stands before the bracket. */
	if (bracket && from < bracket->from)
		return false;
	for (const struct mention *y = amount; amount->depth && y-- > j->m->items + j->sentence.first && y->from >= from;)
		if (y->depth == amount->depth && y->kind == M_QUANTITY && y->quantity->kind == QUANTITY_MONEY)
			return true;
	return false;
}

/* Whether 的, a word of building (投资3亿元建设X), or who builds it and 的, is all that stands between the amount and the name. */
static bool follows_of(const struct judge *j, const struct mention *amount, struct str name)
{
	const char *from = j->m->s.p + amount->to;

	if (name.p <= from || name.p >= j->m->s.p + j->sentence.to)
		return false;
	struct str between = {from, (size_t)(name.p - from)};
	const struct word *of = words_tail(between, W_OF), *build = words_of(between, 0, W_BUILD);

	if (build && build->text.n == between.n)
		return true;
	return of && (of->text.n == between.n || ((words_of(between, 0, W_BY) || words_of(between, 0, W_BUILD)) && !str_has(between, STR(","))));
}

/* The project whose name ends last in bytes [from, to), the longest of them, also where it was named before; *at: where its name begins. */
static const struct finding *project_in(const struct judge *j, const struct latest *latest, size_t from, size_t to, size_t *at)
{
	const struct finding *found = NULL;
	struct str text = str_sub(j->m->s, from, to);
	size_t begin = 0, end = 0;

	for (size_t k = 0; k < latest->n; k++) {
		const struct finding *f = latest->projects[k];

		if (!f->name.n)
			continue;
		/* One that ends before the one found need not be looked for. */
		for (size_t i = str_find(text, f->name, end > f->name.n ? end - f->name.n : 0), to_byte; i < text.n; i = str_find(text, f->name, i + 1)) {
			to_byte = i + f->name.n;
			if (to_byte < end || (to_byte == end && i >= begin))
				continue;
			found = f;
			begin = i;
			end = to_byte;
		}
	}
	*at = from + begin;
	return found;
}

static bool sum_between(const struct judge *j, size_t from, size_t to)
{
	for (size_t k = j->sentence.first; k < j->sentence.last; k++) {
		const struct mention *x = &j->m->items[k];

		if (x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY && x->from >= from && x->to <= to)
			return true;
	}
	return false;
}

/* A3200万元，B4500万元: whether the name that ends at byte `end` has a sum of its own right behind, of which the amount is no part. */
static bool has_other_sum(const struct judge *j, size_t end, const struct mention *amount)
{
	long k = clause_last(j->m, end + 1);
	const struct mention *x = k >= 0 && j->m->items[k].from == end ? &j->m->items[k] : amount;

	if (x >= amount || x->kind != M_QUANTITY || x->quantity->kind != QUANTITY_MONEY || amount->depth != x->depth)
		return false;
	/* A4亿元，已完成投资3亿元: behind a mark what is told must not be of A. */
	bool next = (x[1].kind == M_PAUSE || x[1].kind == M_COMMA) && x[1].from == x->to;
	struct str own = str_sub(j->m->s, x[1].to, amount->from);

	return next && str_reaches(own, 4) && clause_first_word(j->m, &j->sentence, W_PART, x->to, amount->from) < 0 && !words_within(own, W_FUND) && !words_within(own, W_DONE);
}

/* 其中A路位于城北，自甲路至乙路长2公里，总投资4000万元: what the last word of place before the amount tells of, whatever is named behind it. */
static const struct finding *sited_before(const struct judge *j, const struct latest *latest, const struct mention *amount)
{
	struct str name = STR("");

	for (size_t k = j->sentence.last; clause_has(&j->sentence, W_AT) && !name.n && k-- > j->sentence.first;) {
		const struct mention *x = &j->m->items[k];
		const struct word *at = x->from < amount->from && !x->depth ? mention_word(x, W_AT) : NULL;

		name = at && str_eq(at->arg, STR("site")) ? defined_subject(j->m, &j->sentence, k) : name;
	}
	for (size_t i = 0; name.n && i < latest->n; i++)
		if (str_eq(latest->projects[i]->name, name))
			return latest->projects[i];
	return NULL;
}

/* The project named right behind, else last before the amount in its sentence, else the one that heads the paragraph, else the purpose. */
static const struct finding *project_of(const struct judge *j, const struct latest *latest, const struct mention *amount, struct str purpose, bool invested)
{
	const struct view *v = &j->d->outline.view;
	bool of = words_of(j->m->s, amount->to, W_OF) || words_of(j->m->s, amount->to, W_BY) || words_of(j->m->s, amount->to, W_BUILD);
	size_t at = view_from(v, str_from(j->m->s, amount->from)), start = view_from(v, str_from(j->m->s, j->sentence.from)), para = view_from(v, j->d->outline.paras[j->index].s);

	for (size_t k = 0; of && k < latest->n; k++) {
		const struct finding *f = latest->projects[k];

		/* 投资3.2亿元的X项目, 投资7.2亿元由某集团建设的X项目 */
		if (f->name.n && follows_of(j, amount, f->name))
			return f;
	}
	/* 投资1亿元的3个项目: no other is told of. */
	if (invested && words_of(j->m->s, amount->to, W_OF) && !j->d->head.measures)
		return NULL;
	/* 由某集团投资2亿元建设的X项目: its own clause comes first. */
	size_t begin, from = j->clause.from;
	const struct finding *named = project_in(j, latest, from, amount->from, &begin);

	if (named && has_other_sum(j, begin + named->name.n, amount))
		return NULL;
	if (named && !parted_by_sum(j, amount, begin))
		return named;
	const struct finding *sited = sited_before(j, latest, amount);

	if (sited)
		return sited;
	named = from > j->sentence.from ? project_in(j, latest, j->sentence.from, from, &begin) : NULL;
	/* 其中用于某产业园1200万元，用于环境整治680万元: what has its own sum is none of the next. */
	if (named && purpose.n && purpose.p >= j->m->s.p + from && purpose.p < j->m->s.p + amount->from && sum_between(j, begin, from))
		return NULL;
	if (named && has_other_sum(j, begin + named->name.n, amount))
		return NULL;
	if (named && !parted_by_sum(j, amount, begin))
		return named;
	for (size_t k = 0; k < latest->n; k++) {
		const struct finding *f = latest->projects[k];

		if (f->key >= start && f->key < at)
			return f->name.n && parted_by_sum(j, amount, (size_t)(f->name.p - j->m->s.p)) ? NULL : f;
	}
	for (size_t k = 0; k < latest->n; k++) {
		const struct finding *f = latest->projects[k];

		if ((strcmp(f->rule, "headed") == 0 || strcmp(f->rule, "table-row") == 0) && f->key >= para && f->key < at)
			return f;
	}
	if (j->d->named)
		return j->d->named;
	/* 酉水河大桥已列入规划。资金来源为…, 你省酉水河大桥…: what the paragraph begins with. */
	const struct word *self = words_of(j->d->outline.paras[j->index].body, 0, W_SELF);
	struct str body = str_from(j->d->outline.paras[j->index].body, self ? self->text.n : 0);

	for (size_t k = 0; k < latest->n; k++) {
		const struct finding *f = latest->projects[k];

		if (f->name.n && str_starts(body, f->name))
			return f;
	}
	/* …将X工程列入规划。该工程总投资12亿元: the one that the paragraph named last. */
	for (size_t k = 0; k < latest->n && words_own(j->m->s, j->sentence.from, W_THIS); k++)
		if (latest->projects[k]->key >= para && latest->projects[k]->key < at)
			return latest->projects[k];
	if (profile_project(j->d, j->index))
		return profile_project(j->d, j->index);
	/* …600万元支持X工程: the project that it is for stands behind. */
	for (size_t k = 0; purpose.n && k < latest->n; k++) {
		const struct finding *f = latest->projects[k];

		if (str_eq(f->name, purpose) && f->key >= at)
			return f;
	}
	return NULL;
}

/* The bracket that the amount at mention i fills, at byte *from; false: it stands in none, or not alone. */
static bool fills_bracket(const struct judge *j, size_t i, size_t *from, size_t *to)
{
	const struct mention *x = &j->m->items[i], *bracket = i > j->sentence.first && x->depth == 1 ? x - 1 : NULL;
	size_t len, begin = bracket && bracket->kind == M_BRACKET ? bracket->from : x->from;

	if (begin == x->from)
		return false;
	str_char(j->m->s, begin, &len);
	*from = begin;
	*to = bracket->to;
	return begin + len == x->from && x->to + len == bracket->to;
}

/* Whether a name with a sum of its own in a bracket stands beside the one at bytes [from, to) of the sentence. */
static bool stands_in_list(const struct judge *j, size_t i, size_t from, size_t to)
{
	enum { NEAR = 12 /* mentions in a name */ };
	size_t other_from, other_to;
	bool behind = str_starts(str_from(j->m->s, to), STR("、"));

	for (size_t k = i + 1; behind && k < j->sentence.last && k < i + NEAR; k++)
		if (j->m->items[k].depth && fills_bracket(j, k, &other_from, &other_to))
			return true;
	for (size_t k = i; k-- > j->sentence.first && k + NEAR > i;)
		if (j->m->items[k].depth && fills_bracket(j, k, &other_from, &other_to) && other_to <= from)
			return str_starts(str_from(j->m->s, other_to), STR("、"));
	return false;
}

struct str owner_bracketed(const struct judge *j, size_t i)
{
	enum { SHORTEST = 4, LONGEST = 30 };
	size_t from, to, begin;

	if (!fills_bracket(j, i, &from, &to) || !stands_in_list(j, i, from, to))
		return STR("");
	struct range c = clause_around(j->m, &j->sentence, from);

	begin = c.from;
	for (size_t k = i; k-- > c.first && begin == c.from;)
		if (!j->m->items[k].depth && (j->m->items[k].kind == M_PAUSE || (j->m->items[k].kind == M_PERIOD && k == c.first)))
			begin = j->m->items[k].to;
	struct str name = clause_strip(str_sub(j->m->s, begin, from));

	for (const struct word *w; (w = words_of(name, 0, W_PART)) || (w = words_of(name, 0, W_FORWHAT)) || (w = words_of(name, 0, W_HELP)) || (w = words_of(name, 0, W_BUILD));)
		name = clause_strip(str_from(name, w->text.n));
	return str_sized(name, SHORTEST, LONGEST) && !words_within(name, W_OF) ? name : STR("");
}

struct str owner_list(const struct judge *j, const struct mention *amount, const struct finding *project)
{
	struct str list = project ? project->list : STR("");
	const char *from = j->m->s.p + j->sentence.from, *to = j->m->s.p + amount->from;

	if (!list.n || list.p < from || list.p + list.n > to)
		return STR("");
	size_t begin = (size_t)(list.p + list.n - j->m->s.p);
	struct latest one = {.projects = {project}, .n = 1};

	/* A路、B路三条道路，其中A路位于…，总投资4000万元 */
	if (sited_before(j, &one, amount))
		return STR("");
	/* A和B(40套,投资520万元)两个项目: the bracket is of what it stands behind. */
	if (amount->depth && project->name.n && project->name.p + project->name.n == list.p + list.n && str_starts(str_from(j->m->s, begin), STR("(")))
		return STR("");

	/* A、B两个项目,其中A由某公司投资2.8亿元建设 */
	if (project->name.n && str_has(str_sub(j->m->s, begin > j->clause.from ? begin : j->clause.from, amount->from), project->name))
		return STR("");
	return list;
}

const struct finding *owner_of_deed(const struct judge *j, const struct slots *s, struct str purpose)
{
	struct latest latest;
	const struct word *w;

	if (!purpose.n || !str_within(j->m->s, purpose) || purpose.p < j->m->s.p + slots_amount(s)->to)
		return NULL;
	find_latest(j->d, &latest);
	for (struct str name = purpose; name.n; name = str_from(name, w->text.n)) {
		for (size_t k = 0; k < latest.n; k++)
			if (latest.projects[k]->name.p == name.p && latest.projects[k]->name.n == name.n)
				return latest.projects[k];
		w = words_of(name, 0, W_BUILD);
		w = w ? w : words_of(name, 0, W_LIGHT);
		if (!w && !((w = words_of(name, 0, W_ENDING)) && str_eq(w->arg, STR("deed"))))
			break;
	}
	return NULL;
}

const struct finding *owner_project(const struct judge *j, const struct slots *s)
{
	const struct mention *x = &j->m->items[s->amount];
	struct latest latest;
	size_t at;

	find_latest(j->d, &latest);
	if (!s->of_field)
		return project_of(j, &latest, x, s->purpose, s->invested);
	/* 完成水利投资300亿元: what all of a field costs is of no project, unless its sentence begins with one. */
	const struct finding *project = project_in(j, &latest, j->sentence.from, x->from, &at);

	return project && at == j->sentence.from ? project : NULL;
}
