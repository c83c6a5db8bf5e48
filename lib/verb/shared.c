/* Knows what the members of a list share, which only the first or the last of them says. */
#include "verb/shared.h"

#include "doc/words.h"
#include "verb/clause.h"
#include "zh/numeral.h"
#include "zh/quantity.h"

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

struct str shared_rank_lead(const struct str *parts, size_t n)
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

void shared_words(const struct str *parts, size_t n, struct str *lead, struct str *tail)
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
		*lead = shared_rank_lead(parts, n);
		if (!lead->n)
			shared_getting(parts, n, lead, tail);
		return;
	}
	*lead = str_sub(parts[0], 0, end);
	*tail = str_from(parts[n - 1], begin);
}

size_t shared_ranked(struct str *parts, size_t n, size_t count)
{
	size_t more = n > count && n < SHARED_MOST ? n - count : 0;
	struct numeral number;

	/* 在国家、省大赛中获得一、二、三等奖: the members that end in numerals, with all before them. */
	if (more && count > 1 && parts[more].n && str_before(parts[more], parts[more].n) && numeral_match(parts[more + 1], &number)) {
		struct str first = {parts[0].p, (size_t)(parts[more].p - parts[0].p) + parts[more].n};
		size_t cut = str_before(first, first.n);

		if (numeral_match(str_from(first, cut), &number) == first.n - cut) {
			memmove(parts, parts + more, count * sizeof *parts);
			parts[0] = first;
			return count;
		}
	}
	bool ranked = n > count && n < SHARED_MOST && count > 1 && own_end(parts[0]) < parts[0].n;

	for (size_t k = 1; ranked && k < n; k++) {
		const struct word *rank = rank_at(parts[k]);

		ranked = k + 1 < count ? rank && rank->text.n == parts[k].n : k < count ? rank && rank->text.n < parts[k].n : !rank;
	}
	if (!ranked)
		return n;
	parts[count - 1].n = (size_t)(parts[n - 1].p - parts[count - 1].p) + parts[n - 1].n;
	return count;
}

struct str shared_place(const struct str *parts, size_t n)
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
