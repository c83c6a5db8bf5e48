/* Knows how a list of things and the list of amounts beside it belong together, one to one. */
#include "verb/parallel.h"

#include "verb/getter.h"
#include "verb/shared.h"

enum { MOST_PARALLEL = SHARED_MOST, LATEST = 60 /* findings among which the works are */, LONGEST_PARALLEL = 30 /* characters of a member */, LONGEST_PURSE = 12 };

/* Whether only a pause, 和 or 每家 stands between the amounts at mentions a and b; in 甲县30万元、乙县20万元 each has a name of its own. */
static bool goes_on(const struct mentions *m, size_t a, size_t b)
{
	enum { LONGEST_UNIT = 6 }; /* bytes of a unit behind 每 */
	size_t told = 0;

	for (size_t k = a + 1; k < b; k++) {
		const struct mention *x = &m->items[k];

		if (x->kind != M_PAUSE && !mention_word(x, W_JOIN) && !mention_word(x, W_PERUNIT))
			return false;
		told += x->to - x->from + (mention_word(x, W_PERUNIT) ? LONGEST_UNIT : 0);
	}
	return m->items[b].from - m->items[a].to <= told;
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

/* Parts of s between 、, also of a list in brackets (团队（A类、B类）) but not in those that tell what is in it (设立（含增资、并购）), and 和 及 outside
 * brackets; how many, at most one more than fit. */
static size_t split_parallel(struct str s, struct str parts[MOST_PARALLEL])
{
	size_t n = 0, from = 0, len;
	int depth = 0;
	bool told = false;

	for (size_t i = 0; i < s.n; i += len) {
		const struct word *join = depth ? NULL : words_of(s, i, W_JOIN);

		str_char(s, i, &len);
		depth += (s.p[i] == '(') - (s.p[i] == ')');
		told = s.p[i] == '(' ? words_of(s, i + 1, W_PART) != NULL : told && depth;
		if (!join && (told || !str_starts(str_from(s, i), STR("、"))))
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

/* 下达长沙市620万元、邵阳市785万元(含新邵县210万元、隆回县245万元): whether a sum that is told stands between the two bytes, so that a list there has its own. */
static bool holds_sum(const struct judge *j, size_t from, size_t to)
{
	for (size_t k = j->place.first; k-- > j->sentence.first && j->m->items[k].from >= from;)
		if (j->m->items[k].kind == M_QUANTITY && j->used[k] == FUND_DEALT && j->m->items[k].to <= to)
			return true;
	return false;
}

/* 生活补贴、护理补贴标准分别|从每人每月209元、280元提高到: without what the sums were. */
static struct str without_old(struct str s)
{
	const struct word *more = words_tail(s, W_MORE);
	size_t at = more ? words_next(s, 1, W_SINCE) : s.n;

	return at < s.n && str_has_digit(str_from(s, at)) ? clause_strip(str_sub(s, 0, at)) : s;
}

/* Without the words behind a list that tell how its sums are given. */
static struct str without_rest(struct str s)
{
	static const enum word_class rest[] = {W_ONCE, W_GIVE, W_FUND, W_CAP, W_PERUNIT, W_PART, W_LUMP, W_MORE};
	const struct word *w = NULL;

	do {
		w = NULL;
		for (size_t k = 0; k < sizeof rest / sizeof *rest && !w; k++)
			w = words_tail(s, rest[k]);
		/* 三等奖: the 奖 of a prize is no word of giving. */
		if (w && w->text.n == 3 && words_in(w, W_FUND) && words_tail(s, W_GRADE))
			break;
		s = w ? clause_strip(str_sub(s, 0, s.n - w->text.n)) : s;
	} while (w);
	return s;
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
		text = without_rest(without_old(text));
		const struct word *whom = words_of(text, 0, W_TOWHOM);

		if (whom)
			text = clause_strip(str_from(text, whom->text.n));
		/* 分别按投资的3%、5%补助 tells how; 按县道、乡道每公里10000元、5000元 what for. */
		const struct word *each = words_of(text, 0, W_BYSHARE) ? NULL : words_of(text, 0, W_ONCE);
		size_t lead_in = each ? each->text.n : 0;
		const struct word *by = words_of(text, lead_in, W_BYSHARE);

		if (by && !str_has(text, STR("%")))
			text = clause_strip(str_from(text, lead_in + by->text.n));
		else if (by)
			continue;
		/* 资助比例分别为50%、70%，最高5万元、10万元: shares are not what limits are for. */
		if (!text.n || str_has(text, STR("%")) || shared_ranked(parts, split_parallel(text, parts), count) != count)
			continue;
		/* 中央对东、中、西部地区分别补助 lists who gets it. */
		if (!are_short(parts, count) || words_within(parts[0], W_TOWHOM) || holds_sum(j, c.from, c.to < j->m->items[first].from ? c.to : j->m->items[first].from))
			break;
		shared_words(parts, count, &lead, &tail);
		return compose(j, parts, lead, tail, false);
	}
	return STR("");
}

bool parallel_regions(const struct judge *j, const struct slots *s)
{
	if (j->place.count < 2 || s->recipient_count != j->place.count)
		return false;
	for (size_t k = 0; k < s->recipient_count; k++)
		if (!region_is(s->recipients[k]))
			return false;
	return true;
}

struct str parallel_recipient(const struct judge *j, const struct slots *s)
{
	struct str parts[MOST_PARALLEL], lead, tail;
	size_t count = j->place.count;

	if (s->recipient_count != 1 || count < 2 || count >= MOST_PARALLEL || shared_ranked(parts, split_parallel(s->recipients[0], parts), count) != count || !are_short(parts, count))
		return STR("");
	shared_words(parts, count, &lead, &tail);
	tail = tail.n ? tail : shared_place(parts, count);
	if (tail.n || shared_rank_lead(parts, count).n)
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

struct str parallel_basis(const struct judge *j, const struct slots *s)
{
	struct str parts[MOST_PARALLEL];
	size_t count = j->place.count;

	return s->basis_count == 1 && count > 1 && count < MOST_PARALLEL && split_parallel(s->basis[0], parts) == count && are_short(parts, count) ? parts[j->place.at] : STR("");
}

/* Where the level or region begins that ends at byte `end` behind a pause or 由 (由自治区、固原市、西吉县分别承担); `end`
 * where none does. */
static size_t purse_before(struct str s, size_t floor, size_t end)
{
	for (size_t i = end, n = 0; i > floor && n < LONGEST_PURSE; n++) {
		i = str_before(s, i);
		struct str name = str_sub(s, i, end), over = str_sub(s, floor, i);

		if (!words_is(name, W_PURSE) && !words_is(name, W_TREASURY) && !region_is(name))
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
