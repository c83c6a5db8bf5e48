/* Knows how a list of things and the list of amounts beside it belong together, one to one. */
#include "verb/parallel.h"

#include "verb/getter.h"
#include "zh/numeral.h"

enum { MOST_PARALLEL = 12, LATEST = 60 /* findings among which the works are */, LONGEST_PARALLEL = 30 /* characters of a member */, LONGEST_PURSE = 12 };

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

/* 国家、省|、市: a rank, or a level of government as one. */
static const struct word *rank_at(struct str s)
{
	const struct word *grade = words_of(s, 0, W_GRADE);

	return grade ? grade : words_of(s, 0, W_LEVEL);
}

/* Bytes of the figure or rank that a part begins with, 0: none. */
static size_t own_begin(struct str s)
{
	const struct word *grade = rank_at(s);
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

/* 领军人才(B、C类): where the bracket opens in which the list stands, behind it; 0: the list stands in none. */
static size_t list_inset(const struct str *parts, size_t n)
{
	size_t open = str_find(parts[0], STR("("), 0);

	return open < parts[0].n && !str_has(parts[0], STR(")")) && str_ends(parts[n - 1], STR(")")) && !str_has(parts[n - 1], STR("(")) ? open + 1 : 0;
}

/* 获一、二、三等奖: numerals alone, of which the first has the words before them and the last those behind. */
static bool shared_numerals(const struct str *parts, size_t n, struct str *lead, struct str *tail)
{
	struct numeral number;
	size_t cut = str_before(parts[0], parts[0].n), end = numeral_match(parts[n - 1], &number);

	if (!cut || !end || end == parts[n - 1].n || numeral_match(str_from(parts[0], cut), &number) != parts[0].n - cut || (unsigned char)parts[0].p[cut] < 0x80)
		return false;
	for (size_t k = 1; k + 1 < n; k++)
		if (numeral_match(parts[k], &number) != parts[k].n)
			return false;
	*lead = str_sub(parts[0], 0, cut);
	*tail = str_from(parts[n - 1], end);
	return true;
}

static bool is_letter(struct str s, size_t at)
{
	return at < s.n && ((s.p[at] >= 'A' && s.p[at] <= 'Z') || (s.p[at] >= 'a' && s.p[at] <= 'z'));
}

/* 引进的A、B、C类人才: letters alone, of which the first has the words before them and the last those behind. */
static bool shared_letters(const struct str *parts, size_t n, struct str *lead, struct str *tail)
{
	struct str first = parts[0], last = parts[n - 1];

	if (!is_letter(first, first.n - 1) || (first.n > 1 && (unsigned char)first.p[first.n - 2] < 0x80) || !is_letter(last, 0) || last.n < 2 || (unsigned char)last.p[1] < 0x80)
		return false;
	for (size_t k = 1; k + 1 < n; k++)
		if (parts[k].n != 1 || !is_letter(parts[k], 0))
			return false;
	*lead = str_sub(first, 0, first.n - 1);
	*tail = str_from(last, 1);
	return true;
}

/* 获得|绿色食品, 首次通过|质量体系认证, 新设立的|工作站: bytes of the deed that the first member of a list begins with, which is that of all; 0: it
 * begins with none, or others have their own. */
static size_t shared_deed(const struct str *parts, size_t n)
{
	size_t end = 0;

	for (const struct word *w; end < parts[0].n; end += w->text.n) {
		const struct word *verb = words_of(parts[0], end, W_VERB), *of = end ? words_of(parts[0], end, W_OF) : NULL, *is = end ? words_of(parts[0], end, W_IS) : NULL;

		verb = verb && str_eq(verb->arg, STR("noun")) ? NULL : verb;
		w = of ? of : is ? is : verb ? verb : words_of(parts[0], end, W_ADVERB);
		if (!w || (w == verb && words_of(parts[0], end, W_BUILD) && end))
			break;
	}
	for (size_t k = 1; k < n; k++) {
		const struct word *verb = words_of(parts[k], 0, W_VERB);

		if (words_within(parts[k], W_TOWHOM) || (verb && !str_eq(verb->arg, STR("noun"))))
			return 0;
	}
	return str_reaches(str_from(parts[0], end), 2) ? end : 0;
}

/* 地理标志产品|认证, 实用新型专利|授权: bytes of what is got that ends the last member of a list, and none of the others; `who` is what stands
 * behind it (的企业). */
static size_t shared_award(const struct str *parts, size_t n, size_t who)
{
	struct str last = str_sub(parts[n - 1], 0, who);
	const struct word *award = words_tail(last, W_AWARD);

	for (size_t k = 0; award && k + 1 < n; k++)
		if (words_tail(parts[k], W_AWARD))
			return 0;
	return award && award->text.n < last.n ? award->text.n : 0;
}

/* The words of doing and getting that members without figures and ranks share. */
static void shared_getting(const struct str *parts, size_t n, struct str *lead, struct str *tail)
{
	size_t deed = shared_deed(parts, n), last = parts[n - 1].n, who = 0;

	if (!deed)
		return;
	/* 市长质量奖|的企业 */
	for (who = words_next(parts[n - 1], 0, W_OF); who < last && who && words_next(parts[n - 1], who + 1, W_OF) < last;)
		who = words_next(parts[n - 1], who + 1, W_OF);
	who = who ? who : last;
	*lead = str_sub(parts[0], 0, deed);
	*tail = str_from(parts[n - 1], who - shared_award(parts, n, who));
}

/* What all share before the first (新认定的) and behind the last (企业技术中心), where the parts are figures or ranks. */
static void shared_words(const struct str *parts, size_t n, struct str *lead, struct str *tail)
{
	size_t begin = own_begin(parts[n - 1]), end = own_end(parts[0]);

	*lead = *tail = STR("");
	if (shared_numerals(parts, n, lead, tail) || shared_letters(parts, n, lead, tail))
		return;
	size_t open = list_inset(parts, n), last = str_chars(parts[n - 1]), own = open ? str_chars(str_from(parts[0], open)) : 0;

	/* The last one has the word that all share, unless each has its own: (A类、B类). */
	if (open && own < last) {
		size_t at = 0, len;

		for (size_t k = 0; k < own; k++, at += len)
			str_char(parts[n - 1], at, &len);
		*lead = str_sub(parts[0], 0, open);
		*tail = str_from(parts[n - 1], at);
		return;
	}
	bool ranked = begin > 0;

	for (size_t k = 1; k + 1 < n; k++)
		ranked &= own_begin(parts[k]) == parts[k].n;
	if (!ranked) {
		shared_getting(parts, n, lead, tail);
		return;
	}
	if (end == parts[0].n) {
		*lead = lead_before_rank(parts, n);
		if (!lead->n)
			shared_getting(parts, n, lead, tail);
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

/* 国家级、省级|企业技术中心、工业设计中心: of more members than there are amounts, the first ones are ranks, and all behind the last rank is what has
 * them. How many there are then; n where it is not so. */
static size_t join_ranked(struct str *parts, size_t n, size_t count)
{
	size_t more = n > count && n < MOST_PARALLEL ? n - count : 0;
	struct numeral number;

	/* 在国家、省大赛中获得一、二、三等奖: the members that end in numerals, with all before them. */
	if (more && str_before(parts[more], parts[more].n) && numeral_match(parts[more + 1], &number) && count > 1) {
		struct str first = {parts[0].p, (size_t)(parts[more].p - parts[0].p) + parts[more].n};
		size_t cut = str_before(first, first.n);

		if (numeral_match(str_from(first, cut), &number) == first.n - cut) {
			memmove(parts, parts + more, count * sizeof *parts);
			parts[0] = first;
			return count;
		}
	}
	bool ranked = n > count && n < MOST_PARALLEL && count > 1 && own_end(parts[0]) < parts[0].n;

	for (size_t k = 1; ranked && k < n; k++) {
		const struct word *rank = rank_at(parts[k]);

		ranked = k + 1 < count ? rank && rank->text.n == parts[k].n : k < count ? rank && rank->text.n < parts[k].n : !rank;
	}
	if (!ranked)
		return n;
	parts[count - 1].n = (size_t)(parts[n - 1].p - parts[count - 1].p) + parts[n - 1].n;
	return count;
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
		/* 分别按投资的3%、5%补助 tells how; 按县道、乡道每公里10000元、5000元 what for. */
		const struct word *each = words_of(text, 0, W_BYSHARE) ? NULL : words_of(text, 0, W_ONCE);
		size_t lead_in = each ? each->text.n : 0;
		const struct word *by = words_of(text, lead_in, W_BYSHARE);

		if (by && !str_has(text, STR("%")))
			text = clause_strip(str_from(text, lead_in + by->text.n));
		else if (by)
			continue;
		/* 资助比例分别为50%、70%，最高5万元、10万元: shares are not what limits are for. */
		if (!text.n || str_has(text, STR("%")) || join_ranked(parts, split_parallel(text, parts), count) != count)
			continue;
		/* 中央对东、中、西部地区分别补助 lists who gets it. */
		if (!are_short(parts, count) || words_within(parts[0], W_TOWHOM) || holds_sum(j, c.from, c.to < j->m->items[first].from ? c.to : j->m->items[first].from))
			break;
		shared_words(parts, count, &lead, &tail);
		return compose(j, parts, lead, tail, false);
	}
	return STR("");
}

/* 东、中、西部地区, 一、二、三类县: what the last of members of one length has behind it, where it ends as places do; n 0: nothing. */
static struct str shared_place(const struct str *parts, size_t n)
{
	enum { LONGEST = 2 };
	struct str last = parts[n - 1];
	size_t end = 0, len;

	for (size_t k = 0; k + 1 < n; k++)
		if (str_longer(parts[k], LONGEST) || str_chars(parts[k]) != str_chars(parts[0]))
			return STR("");
	for (size_t k = 0; k < str_chars(parts[0]) && end < last.n; k++) {
		str_char(last, end, &len);
		end += len;
	}
	struct str tail = str_from(last, end);
	const struct word *of = words_tail(tail, W_OF), *place;

	tail.n -= of ? of->text.n : 0;
	place = words_tail(tail, W_CLASS);
	return place && words_tail(tail, W_NAMED) && !words_tail(tail, W_FIRM) ? tail : STR("");
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

	if (s->recipient_count != 1 || count < 2 || count >= MOST_PARALLEL || join_ranked(parts, split_parallel(s->recipients[0], parts), count) != count || !are_short(parts, count))
		return STR("");
	shared_words(parts, count, &lead, &tail);
	tail = tail.n ? tail : shared_place(parts, count);
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
