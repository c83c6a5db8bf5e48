/* Knows where sentences and clauses begin and end. */
#include "verb/clause.h"

#include "doc/enclosure.h"

enum { FEW = 8 }; /* sentences of a paragraph: most have no more */

static void hold(struct held *all, struct held more)
{
	words_set_join(&all->classes, &more.classes);
	all->kinds |= more.kinds;
}

/* 企业参加展会的|按展位费的70%补助, 购置旋耕机的|每台补贴800元: whether who qualifies ends with the 的 at mention i, as before a comma, and how much it
 * is follows. */
static bool ends_condition(const struct mentions *m, size_t i)
{
	enum { SHORTEST = 4 }; /* characters: 成功的给予10万元 tells too little */
	const struct mention *x = &m->items[i], *next = i + 1 < m->n ? &x[1] : NULL;
	size_t from = m->start;

	if (!mention_word(x, W_OF) || !next || next->from != x->to || !(mention_word(next, W_EACH) || mention_word(next, W_PERUNIT) || mention_word(next, W_BYSHARE)))
		return false;
	for (size_t k = i; k-- > 0 && from == m->start;)
		if (!m->items[k].depth && (m->items[k].kind == M_COMMA || m->items[k].kind == M_STOP))
			from = m->items[k].to;
	if (!str_reaches(str_sub(m->s, from, x->from), SHORTEST))
		return false;
	/* 5000元的每年补助 */
	if (i && x[-1].kind == M_QUANTITY && x[-1].to == x->from && x[-1].quantity->kind == QUANTITY_MONEY && x[-1].quantity->has_min == x[-1].quantity->has_max)
		return false;
	for (size_t k = i + 2; k < m->n && m->items[k].kind != M_STOP && m->items[k].kind != M_COMMA; k++)
		if (m->items[k].kind == M_QUANTITY && m->items[k].quantity->kind != QUANTITY_COUNT)
			return true;
	return false;
}

/* The sentence from mention *at and byte *byte on, and the places of both behind it. Its commas and clauses have room for all mentions. */
static bool next_sentence(const struct mentions *m, size_t *at, size_t *byte, uint32_t *commas, struct held *clauses, struct range *out)
{
	if (*byte >= m->s.n)
		return false;
	*out = (struct range){.first = *at, .last = m->n, .from = *byte ? *byte : m->start, .to = m->s.n, .commas = commas, .clauses = clauses};
	*byte = m->s.n;
	struct held clause = {.kinds = 0};
	size_t n = 0;

	for (; *at < m->n; ++*at) {
		const struct mention *x = &m->items[*at];

		clause.kinds |= 1u << x->kind;
		if (x->kind == M_WORD) {
			words_set_join(&clause.classes, &x->word->classes);
			if (x->depth || !ends_condition(m, *at))
				continue;
		} else if (x->depth || (x->kind != M_COMMA && x->kind != M_STOP))
			continue;
		if (x->kind == M_STOP) {
			out->last = (*at)++;
			out->to = x->from;
			*byte = x->to;
			break;
		}
		commas[n] = (uint32_t)*at;
		hold(&out->held, clauses[n++] = clause);
		clause = (struct held){.kinds = 0};
	}
	hold(&out->held, clauses[n] = clause);
	out->comma_count = n;
	return true;
}

void clause_sentences(struct mentions *m, struct arena *a)
{
	uint32_t *commas = ARENA_ROOM(a, uint32_t, m->n + 1);
	struct held *clauses = ARENA_ROOM(a, struct held, 2 * m->n + 2);
	size_t at = 0, byte = 0, cap = FEW;

	m->sentences = ARENA_ROOM(a, struct range, cap);
	for (struct range s; next_sentence(m, &at, &byte, commas, clauses, &s); commas += s.comma_count, clauses += s.comma_count + 1)
		*ARENA_PUSH(a, m->sentences, m->sentence_count, cap) = s;
}

bool clause_sentence(const struct mentions *m, size_t *n, struct range *out)
{
	if (*n >= m->sentence_count)
		return false;
	*out = m->sentences[(*n)++];
	return true;
}

/* From the first comma at or behind byte `at` to the one before it; a clause has no commas of its own. */
struct range clause_around(const struct mentions *m, const struct range *s, size_t at)
{
	struct range r = *s;
	size_t low = 0;

	/* How often it is more cannot be foreseen: no branch asks. */
	for (size_t n = s->comma_count, half; n; n -= half) {
		half = (n + 1) / 2;
		low += half * (m->items[s->commas[low + half - 1]].to <= at);
	}
	if (low < s->comma_count) {
		r.last = s->commas[low];
		r.to = m->items[r.last].kind == M_COMMA ? m->items[r.last].from : m->items[r.last].to;
	}
	if (low) {
		r.first = s->commas[low - 1] + 1;
		r.from = m->items[r.first - 1].to;
	}
	if (s->comma_count)
		r.held = s->clauses[low];
	r.comma_count = 0;
	return r;
}

struct str clause_first_sentence(struct str s)
{
	return str_sub(s, 0, str_find(s, STR("。"), 0));
}

struct range clause_inset(const struct mentions *m, const struct range *c, size_t i)
{
	const struct mention *x = &m->items[i], *bracket = NULL;
	struct range r = *c;

	for (size_t k = i; x->depth && k-- > c->first && !bracket;)
		if (m->items[k].kind == M_BRACKET && m->items[k].depth + 1 == x->depth && m->items[k].to >= x->to)
			bracket = &m->items[k];
	if (!bracket)
		return r;
	r.first = (size_t)(bracket - m->items) + 1;
	struct str in = enclosure_inside(m, bracket);

	r.from = (size_t)(in.p - m->s.p);
	r.to = r.from + in.n;
	for (size_t k = r.first; k < c->last && m->items[k].from < bracket->to; k++) {
		const struct mention *y = &m->items[k];
		bool parts = y->kind == M_COMMA || y->kind == M_STOP || (y->kind == M_PAUSE && k && m->items[k - 1].kind == M_QUANTITY && m->items[k - 1].to == y->from);

		if (y->depth != x->depth || !parts)
			continue;
		if (k > i) {
			r.last = k;
			r.to = y->from;
			return r;
		}
		r.first = k + 1;
		r.from = y->to;
	}
	while (r.last > i + 1 && m->items[r.last - 1].from >= r.to)
		r.last--;
	return r;
}

long clause_before(const struct mentions *m, const struct range *r, size_t at)
{
	long best = -1;

	for (size_t i = r->first; i < r->last && m->items[i].from < at; i++)
		if (m->items[i].to <= at)
			best = (long)i;
	return best;
}

long clause_after(const struct mentions *m, const struct range *r, size_t at)
{
	for (size_t i = r->first; i < r->last; i++)
		if (m->items[i].from >= at)
			return (long)i;
	return -1;
}

long clause_first_held(const struct mentions *m, const struct range *r, enum word_class c, size_t from, size_t to)
{
	for (size_t i = r->first; i < r->last && m->items[i].from < to; i++)
		if (m->items[i].from >= from && m->items[i].to <= to && mention_word(&m->items[i], c))
			return (long)i;
	return -1;
}

long clause_last_held(const struct mentions *m, const struct range *r, enum word_class c, size_t from, size_t to)
{
	long best = -1;

	for (size_t i = r->first; i < r->last && m->items[i].from < to; i++)
		if (m->items[i].from >= from && m->items[i].to <= to && mention_word(&m->items[i], c))
			best = (long)i;
	return best;
}

long clause_last(const struct mentions *m, size_t at)
{
	size_t low = 0;

	for (size_t n = m->n, half; n; n -= half) {
		half = (n + 1) / 2;
		low += half * (m->items[low + half - 1].from < at);
	}
	return (long)low - 1;
}

static bool is_edge(uint32_t c)
{
	return c == ',' || c == ':' || c == ';' || c == ' ' || c == '.' || c == '-' || c == 0x3001 || c == 0x3002 || c == 0xFF1B;
}

struct str clause_bare(struct str s)
{
	size_t open = str_find(s, STR("("), 0);

	return open > 0 && str_ends(s, STR(")")) ? clause_strip(str_sub(s, 0, open)) : s;
}

/* Most of Chinese is told by its first and last byte to be stripped of nothing: no blank or edge begins or ends with them. Which of the
 * questions is answered by no cannot be foreseen: all are asked, and one branch is taken. */
static bool is_stripped(struct str s)
{
	unsigned char first = (unsigned char)s.p[0], last = (unsigned char)s.p[s.n - 1];

	return (first > ';') & (first != 0xC2) & (first != 0xE3) & (first != 0xEF) & (last > ';') & ((last < 0x80) | (last > 0x82)) & (last != 0x9B) & (last != 0xA0);
}

bool clause_counts(const struct mentions *m, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p);

	for (long k = clause_last(m, from + name.n); k >= 0 && m->items[k].from >= from; k--)
		if (m->items[k].kind == M_QUANTITY && words_is(m->items[k].quantity->unit, W_COUNTED))
			return true;
	return false;
}

/* Apart from clause_strip, which mostly has nothing to do and then needs no room. */
static __attribute__((noinline)) struct str strip(struct str s)
{
	size_t len;

	for (bool again = true; again && s.n && !is_stripped(s);) {
		again = false;
		s = str_trim(s);
		if (s.n && is_edge(str_char(s, 0, &len)))
			s = str_from(s, len), again = true;
		if (s.n && is_edge(str_last(s, &len)))
			s.n -= len, again = true;
	}
	return s;
}

struct str clause_strip(struct str s)
{
	return !s.n || is_stripped(s) ? s : strip(s);
}

bool clause_weighs(const struct mentions *m, const struct mention *x)
{
	struct str before = str_sub(m->s, 0, x->from);
	const struct word *is = words_tail(before, W_REACH), *stat;

	before.n -= is || (is = words_tail(before, W_IS)) ? is->text.n : 0;
	stat = words_tail(before, W_STAT);
	return stat && str_eq(stat->arg, STR("weight"));
}

size_t clause_whose(const struct mentions *m, size_t k, size_t last)
{
	for (; k + 1 < last && m->items[k + 1].from == m->items[k].to; k++) {
		const struct mention *x = &m->items[k + 1];
		bool whose = mention_word(x, W_PURSE) || mention_word(x, W_PROGRAM) || (x->kind == M_BODY && x->body.kind == BODY_TREASURY);

		if (!whose)
			break;
	}
	return k;
}
