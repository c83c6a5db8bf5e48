/* Knows where sentences and clauses begin and end. */
#include "verb/clause.h"

bool clause_sentence(const struct mentions *m, size_t *at, size_t *byte, struct range *out)
{
	if (*byte >= m->s.n)
		return false;
	*out = (struct range){.first = *at, .last = m->n, .from = *byte ? *byte : m->start, .to = m->s.n};
	for (size_t i = *at; i < m->n; i++) {
		const struct mention *x = &m->items[i];

		if (x->kind == M_WORD)
			words_set_join(&out->classes, &x->word->classes);
		if (x->kind != M_STOP || x->depth)
			continue;
		out->last = i;
		out->to = x->from;
		*at = i + 1;
		*byte = x->to;
		return true;
	}
	*at = m->n;
	*byte = m->s.n;
	return true;
}

static bool is_comma(const struct mention *x)
{
	return x->kind == M_COMMA && !x->depth;
}

/* From the first mention at or behind byte `at` to the commas on either side. */
struct range clause_around(const struct mentions *m, const struct range *s, size_t at)
{
	struct range r = *s;
	size_t low = s->first, high = s->last;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (m->items[middle].from < at)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low; i < s->last; i++)
		if (is_comma(&m->items[i])) {
			r.last = i;
			r.to = m->items[i].from;
			break;
		}
	for (size_t i = low; i-- > s->first;)
		if (is_comma(&m->items[i])) {
			r.first = i + 1;
			r.from = m->items[i].to;
			break;
		}
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
	struct str in = mention_inside(m, bracket);

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

long clause_first_word(const struct mentions *m, const struct range *r, enum word_class c, size_t from, size_t to)
{
	if (!words_set_has(&r->classes, c))
		return -1;
	for (size_t i = r->first; i < r->last && m->items[i].from < to; i++)
		if (m->items[i].from >= from && m->items[i].to <= to && mention_word(&m->items[i], c))
			return (long)i;
	return -1;
}

long clause_last_word(const struct mentions *m, const struct range *r, enum word_class c, size_t from, size_t to)
{
	long best = -1;

	if (!words_set_has(&r->classes, c))
		return best;
	for (size_t i = r->first; i < r->last && m->items[i].from < to; i++)
		if (m->items[i].from >= from && m->items[i].to <= to && mention_word(&m->items[i], c))
			best = (long)i;
	return best;
}

long clause_last(const struct mentions *m, size_t at)
{
	size_t low = 0, high = m->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (m->items[mid].from < at)
			low = mid + 1;
		else
			high = mid;
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

/* Most of Chinese is told by its first and last byte to be stripped of nothing: no blank or edge begins or ends with them. */
static bool is_stripped(struct str s)
{
	unsigned char first = (unsigned char)s.p[0], last = (unsigned char)s.p[s.n - 1];

	return first > ';' && first != 0xC2 && first != 0xE3 && first != 0xEF && last > ';' && (last < 0x80 || last > 0x82) && last != 0x9B && last != 0xA0;
}

struct str clause_strip(struct str s)
{
	size_t len;

	for (bool again = true; again && s.n && !is_stripped(s);) {
		again = false;
		s = str_trim(s);
		if (s.n && is_edge(str_char(s, 0, &len)))
			s = str_from(s, len), again = true;
		if (s.n && is_edge(str_char(s, str_before(s, s.n), &len)))
			s.n = str_before(s, s.n), again = true;
	}
	return s;
}
