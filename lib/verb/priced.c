/* Knows which names the sum of an investment makes those of works: 投资3200万元的青石公园、投资4600万元的青石大街南延全部完工. */
#include "verb/priced.h"

#include "verb/workname.h"

enum {
	SHORTEST = 4, /* characters of a name */
	LONGEST = 45,
	MOST_SUMS = 32 /* looked back over in one sentence */
};

/* What becomes of a work, when and how, is no part of its name, unless names hold the word as well: 建成, 主体完工, 已, 即将, but not 扩建. */
static bool ends_name(struct str s, size_t at, const struct word *w)
{
#define ENDS(h) (WORD_BIT(W_DONE, h) | WORD_BIT(W_PAST, h) | WORD_BIT(W_FUTURE, h) | WORD_BIT(W_ADVERB, h) | WORD_BIT(W_URGE, h) | WORD_BIT(W_BUILD, h) | WORD_BIT(W_LIGHT, h))
#define HOLDS(h) (WORD_BIT(W_ENDING, h) | WORD_BIT(W_INNAME, h) | WORD_BIT(W_WORK, h))
	static const struct word_set ends = {{ENDS(0), ENDS(1)}}, holds = {{HOLDS(0), HOLDS(1)}};
#undef ENDS
#undef HOLDS
	const struct word *join = words_of(s, at, W_JOIN);
	const struct word *fund = join ? words_of(s, at + join->text.n, W_FUND) : NULL;

	/* A和投资2300万元的B */
	if (join)
		return fund && str_eq(fund->arg, STR("investment"));
	/* X项目建设稳步推进: 建设 behind a name that has ended. */
	if (words_of(s, at, W_BUILD) && words_tail(str_sub(s, 0, at), W_WORK) && !words_of(s, at + w->text.n, W_WORK))
		return true;
	/* 要完成 */
	if (words_of(s, at, W_PAST) || words_of(s, at, W_ETC) || (words_of(s, at, W_MODAL) && (words_of(s, at + w->text.n, W_DONE) || words_of(s, at + w->text.n, W_BUILD))))
		return true;
	return str_chars(w->text) > 1 && words_set_meet(&w->classes, &ends) && !words_set_meet(&w->classes, &holds);
}

/* The name that s begins with: up to a mark, to the next sum of a list, or to what is told of it. Nothing where what is done about it may be a part of it. */
static struct str name_of(struct str s)
{
	int depth = 0;

	for (size_t at = 0, len; at < s.n; at += len) {
		const struct word *w = words_at(s, at), *verb = words_of(s, at, W_VERB);
		uint32_t c = str_char(s, at, &len);

		depth += (c == '(') - (c == ')');
		if (depth < 0 || (!depth && (c == ',' || c == ';' || c == ':' || c == 0x3001 || c == 0x3002)))
			return str_sub(s, 0, at);
		/* X项目进入收尾阶段 */
		const struct word *work = w || depth ? NULL : words_tail(str_sub(s, 0, at), W_WORK);

		if (work && work->text.n < at && str_eq(work->arg, STR("work")))
			return str_sub(s, 0, at);
		if (!w || depth)
			continue;
		if (at && ends_name(s, at, w))
			return str_sub(s, 0, at);
		if (words_of(s, at, W_OF) || (verb && str_chars(w->text) > 1 && !str_eq(verb->arg, STR("noun")) && !words_of(s, at, W_INNAME) && !words_of(s, at, W_ENDING) && !words_of(s, at, W_WORK)))
			return STR("");
		len = w->text.n;
	}
	return s;
}

/* 产业引导基金, 3个项目, 企业技术改造: money, what is counted, and whatever costs as much. */
static bool is_any(struct str name)
{
	return !str_sized(name, SHORTEST, LONGEST) || workname_vague(name) || workname_etc(name) || words_tail(name, W_FUND) || words_tail(name, W_PROGRAM) ||
	       words_tail(name, W_FIRM) || words_tail(name, W_CLASS) || words_of(name, 0, W_CLASS) || words_of(name, 0, W_PERSON) || words_of(name, 0, W_BY) || words_of(name, 0, W_BUILD);
}

/* An exact sum with 的 behind it; 投资5000万元以上的项目 is any that costs as much. */
static bool is_price(const struct mentions *m, const struct mention *x)
{
	return x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY && x->quantity->has_min == x->quantity->has_max && words_of(m->s, x->to, W_OF);
}

/* Whether the sum at mention i stands right behind a word of investment. */
static bool is_invested(const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i];
	const struct word *fund = i > s->first && x[-1].to == x->from ? mention_word(&x[-1], W_FUND) : NULL;

	return fund && (str_eq(fund->arg, STR("investment")) || words_set_has(&fund->classes, W_TOTALINVEST));
}

/* The money before mention i in its sentence, as deep as it in brackets; i: there is none. A comma ends what is looked through, unless `commas`. */
static size_t money_before(const struct mentions *m, const struct range *s, size_t i, bool commas)
{
	for (size_t k = i; k-- > s->first;) {
		const struct mention *y = &m->items[k];

		if (y->depth != m->items[i].depth ? !commas : !commas && (y->kind == M_COMMA || y->kind == M_STOP))
			return i;
		if (y->depth == m->items[i].depth && y->kind == M_QUANTITY && y->quantity->kind == QUANTITY_MONEY)
			return k;
	}
	return i;
}

/* 总投资18亿元的甲大桥、|12亿元的乙枢纽: whether the sum goes on with a list of works that begins with what is invested in one. */
static bool is_next(const struct mentions *m, const struct range *s, size_t i)
{
	for (int n = 0; n < MOST_SUMS; n++) {
		const struct mention *x = &m->items[i];

		if (!is_price(m, x) || i < s->first + 2 || x[-1].kind != M_PAUSE || x[-1].to != x->from)
			return false;
		size_t k = money_before(m, s, i, false);

		if (k == i || is_invested(m, s, k))
			return k < i && priced_words(m, s, k).n;
		i = k;
	}
	return false;
}

/* 总投资1.5亿元,截至2023年底已完成8000万元,2024年计划完成|3000万元: whether the sum is how much of a work's cost before it is, or is to be, spent. */
static bool is_spent_of(const struct mentions *m, const struct range *s, size_t i)
{
	for (int n = 0; n < MOST_SUMS; n++) {
		const struct mention *x = &m->items[i], *done = i > s->first ? x - 1 : x;

		if (x->kind != M_QUANTITY || x->quantity->kind != QUANTITY_MONEY || x->depth || done->to != x->from || !mention_word(done, W_DONE) || !mention_word(done, W_REACH))
			return false;
		size_t k = money_before(m, s, i, true);

		if (k == i || is_invested(m, s, k))
			return k < i;
		i = k;
	}
	return false;
}

/* 年度计划完成|15000万元,完成投资14242万元: what is to be spent of a work's cost, before what has been. */
static bool is_to_spend(const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i], *done = i > s->first ? x - 1 : x;

	if (i + 3 >= s->last || x->kind != M_QUANTITY || x->quantity->kind != QUANTITY_MONEY || x->depth || done->to != x->from || !mention_word(done, W_DONE) || !mention_word(done, W_REACH))
		return false;
	const struct word *plan = words_tail(str_sub(m->s, 0, done->from), W_PLANNED);

	return plan && x[1].kind == M_COMMA && x[3].kind == M_QUANTITY && x[3].quantity->kind == QUANTITY_MONEY && is_invested(m, s, i + 3) && str_starts(mention_text(m, &x[2]), mention_text(m, done));
}

const char *priced_why(const struct mentions *m, const struct range *s, size_t i)
{
	return is_next(m, s, i) ? "what the next of a list of works costs" : is_spent_of(m, s, i) ? "how much of a work's cost is spent" : is_to_spend(m, s, i) ? "how much of a work's cost is to be spent" : NULL;
}

struct str priced_words(const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i];
	const struct word *of = words_of(m->s, x->to, W_OF);

	if (!is_price(m, x) || !(is_invested(m, s, i) || is_next(m, s, i)))
		return STR("");
	size_t from = x->to + of->text.n, to = clause_around(m, s, x->to).to;

	/* X于9月竣工 */
	for (size_t k = i + 1; k < s->last && m->items[k].from < to && m->items[k].from < from + 4 * LONGEST; k++)
		if (m->items[k].kind == M_PERIOD && m->items[k].from > from && m->items[k].depth == x->depth)
			to = m->items[k].from;
	struct str name = clause_strip(name_of(str_sub(m->s, from, to)));

	/* X项目|于|9月竣工 */
	const struct word *when = words_tail(name, W_AT), *how = when ? when : words_tail(name, W_ADVERB);

	return str_sub(name, 0, name.n - (when ? when->text.n : how && str_chars(how->text) > 1 ? how->text.n : 0));
}

void priced_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	struct str name = d->head.measures ? STR("") : priced_words(m, s, i);
	bool ends = words_tail(name, W_WORK) || words_tail(name, W_ENDING) || words_tail(name, W_PHASE) || words_tail(name, W_INNAME);

	/* 投资800万元的推介活动成效明显: all of a clause is a name only where it ends as names do. */
	if (name.n && !ends && (size_t)(name.p - m->s.p) + name.n == clause_around(m, s, m->items[i].to).to)
		return;
	if (!is_any(name) && !clause_counts(m, name))
		workname_add(d, index, name, name, "priced");
}
