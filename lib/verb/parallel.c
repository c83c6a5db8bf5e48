/* Knows how a list of things and the list of amounts beside it belong together, one to one. */
#include "verb/parallel.h"

#include "verb/getter.h"

enum { MOST_PARALLEL = 12, LATEST = 60 /* findings among which the works are */, LONGEST_PARALLEL = 30 /* characters */, LONGEST_PURSE = 12 };

/* Whether only a pause, 和 or 每家 stands between the amounts at mentions a and b; 2亿元、乙省1亿元 names who gets the next. */
static bool goes_on(const struct mentions *m, size_t a, size_t b)
{
	size_t used;

	if (a + 1 < b && (region_chain(str_from(m->s, m->items[b - 1].to), &used) || used))
		return false;
	for (size_t k = a + 1; k < b; k++)
		if (m->items[k].kind != M_PAUSE && !mention_word(&m->items[k], W_JOIN) && !mention_word(&m->items[k], W_PERUNIT))
			return false;
	return m->items[b].from - m->items[a].to <= LONGEST_PARALLEL;
}

static bool same_kind(const struct mention *a, const struct mention *b)
{
	return a->kind == M_QUANTITY && b->kind == M_QUANTITY && a->quantity->kind == b->quantity->kind;
}

struct place parallel_place(const struct judge *j, size_t i)
{
	const struct mentions *m = j->m;
	struct place p = {.at = 0, .first = i};
	size_t last = i;

	for (size_t k = i; k-- > j->sentence.first;)
		if (same_kind(&m->items[k], &m->items[i])) {
			if (!goes_on(m, k, p.first))
				break;
			p.first = k;
			p.at++;
		}
	p.count = p.at + 1;
	for (size_t k = i + 1; k < j->sentence.last; k++)
		if (same_kind(&m->items[k], &m->items[i])) {
			if (!goes_on(m, last, k))
				break;
			last = k;
			p.count++;
		}
	return p;
}

/* Parts of s between 、 和 及 outside brackets; how many, at most one more than fit. */
static size_t split_parallel(struct str s, struct str parts[MOST_PARALLEL])
{
	size_t n = 0, from = 0, len;
	int depth = 0;

	for (size_t i = 0; i < s.n; i += len) {
		const struct word *join = depth ? NULL : words_of(s, i, W_JOIN);

		str_char(s, i, &len);
		depth += (s.p[i] == '(') - (s.p[i] == ')');
		if (!join && !str_starts(str_from(s, i), STR("、")))
			continue;
		if (n + 1 < MOST_PARALLEL)
			parts[n] = clause_strip(str_sub(s, from, i));
		n++;
		len = join ? join->text.n : strlen("、");
		from = i + len;
	}
	if (n < MOST_PARALLEL)
		parts[n] = clause_strip(str_from(s, from));
	return n + 1;
}

/* Bytes of the figure or rank that a part begins with, 0: none. */
static size_t own_begin(struct str s)
{
	const struct word *grade = words_of(s, 0, W_GRADE);
	struct quantity q;

	return grade ? grade->text.n : quantity_match(s, STR(""), &q);
}

/* Where the figure or rank begins that ends a part; s.n: none does. */
static size_t own_end(struct str s)
{
	const struct word *grade = words_tail(s, W_GRADE);
	struct quantity q;
	size_t len;

	if (grade)
		return s.n - grade->text.n;
	for (size_t i = 0; i < s.n; i += len) {
		/* 突破1亿元: the bound is for all. */
		if (quantity_match(str_from(s, i), STR(""), &q) == s.n - i)
			return i + q.number_at;
		str_char(s, i, &len);
	}
	return s.n;
}

/* 认定为国家级示范企业、省级示范企业: ranks with a noun each share only what stands before the first rank. */
static struct str lead_before_rank(const struct str *parts, size_t n)
{
	size_t len;

	for (size_t k = 1; k < n; k++)
		if (!words_of(parts[k], 0, W_GRADE))
			return STR("");
	for (size_t i = 0; i < parts[0].n; i += len) {
		if (words_of(parts[0], i, W_GRADE))
			return str_sub(parts[0], 0, i);
		str_char(parts[0], i, &len);
	}
	return STR("");
}

/* What all share before the first (新认定的) and behind the last (企业技术中心), where the parts are figures or ranks. */
static void shared_words(const struct str *parts, size_t n, struct str *lead, struct str *tail)
{
	size_t begin = own_begin(parts[n - 1]), end = own_end(parts[0]);

	*lead = *tail = STR("");
	for (size_t k = 1; k + 1 < n; k++)
		if (own_begin(parts[k]) != parts[k].n)
			return;
	if (!begin)
		return;
	if (end == parts[0].n) {
		*lead = lead_before_rank(parts, n);
		return;
	}
	*lead = str_sub(parts[0], 0, end);
	*tail = str_from(parts[n - 1], begin);
}

/* The member that the amount's place tells, with the words common to all; `whole`: also those behind 的. */
static struct str compose(const struct judge *j, const struct str *parts, struct str lead, struct str tail, bool whole)
{
	const struct view *v = &j->d->outline.view;
	struct arena *a = j->d->arena;
	size_t n = j->place.count, at = j->place.at;
	struct str out = parts[at];

	if (at + 1 == n && tail.n)
		out = str_sub(out, 0, (size_t)(tail.p - out.p));
	/* The class of those who get it is no part of what it is for: …的企业. */
	if (words_of(tail, 0, W_OF) && !whole)
		tail = STR("");
	for (const struct word *of; (of = words_tail(tail, W_OF));)
		tail = str_sub(tail, 0, tail.n - of->text.n);
	for (const struct word *of; !tail.n && (of = words_tail(out, W_OF));)
		out = str_sub(out, 0, out.n - of->text.n);
	out = view_written(v, out, a);
	if (at && lead.n)
		out = arena_join(a, view_written(v, lead, a), out);
	return tail.n ? arena_join(a, out, view_written(v, tail, a)) : out;
}

static bool are_short(const struct str *parts, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (!parts[k].n || str_longer(parts[k], LONGEST_PARALLEL))
			return false;
	return true;
}

struct str parallel_purpose(const struct judge *j)
{
	struct str parts[MOST_PARALLEL], lead, tail;
	size_t first = j->place.first, count = j->place.count;

	if (count < 2 || count >= MOST_PARALLEL)
		return STR("");
	/* The nearest clause before the list that lists as many things. */
	for (size_t end = j->m->items[first].from; end > j->sentence.from;) {
		struct range c = clause_around(j->m, &j->sentence, end - 1);
		struct str text = clause_strip(str_sub(j->m->s, c.from, c.to < end ? c.to : end));

		if (c.from >= end)
			break;
		end = c.from;
		for (const struct word *w; (w = words_tail(text, W_ONCE)) || (w = words_tail(text, W_GIVE)) || (w = words_tail(text, W_FUND)) || (w = words_tail(text, W_CAP)) || (w = words_tail(text, W_PERUNIT)) || (w = words_tail(text, W_PART)) || (w = words_tail(text, W_LUMP));)
			text = clause_strip(str_sub(text, 0, text.n - w->text.n));
		const struct word *whom = words_of(text, 0, W_TOWHOM);

		if (whom)
			text = clause_strip(str_from(text, whom->text.n));
		if (!text.n || split_parallel(text, parts) != count)
			continue;
		if (!are_short(parts, count))
			break;
		shared_words(parts, count, &lead, &tail);
		return compose(j, parts, lead, tail, false);
	}
	return STR("");
}

bool parallel_regions(const struct judge *j, const struct slots *s)
{
	size_t used;

	for (size_t k = 0; k < s->recipient_count; k++)
		if (!region_chain(s->recipients[k], &used) || used != s->recipients[k].n)
			return false;
	return j->place.count > 1 && s->recipient_count == j->place.count;
}

struct str parallel_recipient(const struct judge *j, const struct slots *s)
{
	struct str parts[MOST_PARALLEL], lead, tail;
	size_t count = j->place.count;

	if (s->recipient_count != 1 || count < 2 || count >= MOST_PARALLEL || split_parallel(s->recipients[0], parts) != count || !are_short(parts, count))
		return STR("");
	shared_words(parts, count, &lead, &tail);
	if (tail.n || lead_before_rank(parts, count).n)
		return compose(j, parts, lead, tail, true);
	/* 新引进的博士、硕士: each is a class by itself. */
	for (size_t k = 0; k < count; k++)
		if (!getter_doer(clause_bare(parts[k])))
			return STR("");
	for (size_t i = 0, len; i < parts[0].n && count > 1; i += len) {
		const struct word *of = words_of(parts[0], i, W_OF);

		str_char(parts[0], i, &len);
		if (of)
			lead = str_sub(parts[0], 0, i + of->text.n);
	}
	return compose(j, parts, words_within(parts[j->place.at], W_OF) ? STR("") : lead, STR(""), true);
}

/* Where the level or region begins that ends at byte `end` behind a pause or 由 (由自治区、固原市、西吉县分别承担); `end`
 * where none does. */
static size_t purse_before(struct str s, size_t floor, size_t end)
{
	for (size_t i = end, n = 0, used; i > floor && n < LONGEST_PURSE; n++) {
		i = str_before(s, i);
		struct str name = str_sub(s, i, end), over = str_sub(s, floor, i);

		if (!words_is(name, W_PURSE) && !words_is(name, W_TREASURY) && !(region_chain(name, &used) && used == name.n))
			continue;
		if (!over.n || words_tail(over, W_BY) || str_ends(over, STR("、")) || str_ends(over, STR(",")))
			return i;
	}
	return end;
}

struct str parallel_funder(const struct judge *j, const struct slots *s)
{
	struct str parts[MOST_PARALLEL];
	const struct mentions *m = j->m;
	size_t count = j->place.count, at = j->place.at, k = j->place.first;

	if (count < 2 || count >= MOST_PARALLEL)
		return STR("");
	while (k > s->clause.first && !(m->items[k - 1].kind == M_BODY && m->items[k - 1].body.kind == BODY_TREASURY))
		k--;
	if (k <= s->clause.first)
		return STR("");
	size_t from = m->items[k - 1].from, to = m->items[k - 1].to;

	/* 省、市 is one word before 财政. */
	if (k - 1 > s->clause.first && m->items[k - 2].to == from && mention_word(&m->items[k - 2], W_PURSE))
		from = m->items[k - 2].from;
	const struct str pause = STR("、");

	for (size_t other; from > s->clause.from + pause.n && str_ends(str_sub(m->s, 0, from), pause); from = other) {
		other = purse_before(m->s, s->clause.from, from - pause.n);
		if (other == from - pause.n)
			break;
	}
	if (split_parallel(str_sub(m->s, from, to), parts) != count)
		return STR("");
	/* The last one has the word that all share: 县财政. */
	const struct word *level = words_own(parts[count - 1], 0, W_PURSE);
	struct str shared = level ? str_from(parts[count - 1], level->text.n) : STR("");
	const struct view *v = &j->d->outline.view;
	struct str own = view_written(v, parts[at], j->d->arena);

	return at + 1 == count || !shared.n || str_ends(parts[at], shared) ? own : arena_join(j->d->arena, own, view_written(v, shared, j->d->arena));
}

const struct finding *parallel_work(const struct judge *j, const struct finding *one)
{
	const struct finding *works[MOST_PARALLEL];
	size_t n = 0, count = j->place.count, at = j->place.at;

	if (count < 2 || count > MOST_PARALLEL)
		return NULL;
	for (size_t k = j->d->count; k-- > 0 && n <= count && k + LATEST > j->d->count;) {
		const struct finding *f = j->d->findings[k];
		bool other = f->type == RECORD_PROJECT && (f->list.p != one->list.p || f->list.n != one->list.n);

		/* The works of the sentences behind were found before the sums of this one. */
		if (other && n)
			break;
		if (other)
			continue;
		if (f->type == RECORD_PROJECT && n < MOST_PARALLEL)
			works[n] = f;
		n += f->type == RECORD_PROJECT;
	}
	return n == count ? works[n - 1 - at] : NULL;
}
