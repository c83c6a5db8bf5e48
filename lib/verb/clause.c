/* Knows where sentences and clauses begin and end. */
#include "verb/clause.h"

bool clause_sentence(const struct mentions *m, size_t *at, size_t *byte, struct range *out)
{
	if (*byte >= m->s.n)
		return false;
	*out = (struct range){*at, m->n, *byte ? *byte : m->start, m->s.n};
	for (size_t i = *at; i < m->n; i++) {
		if (m->items[i].kind != M_STOP || m->items[i].depth)
			continue;
		out->last = i;
		out->to = m->items[i].from;
		*at = i + 1;
		*byte = m->items[i].to;
		return true;
	}
	*at = m->n;
	*byte = m->s.n;
	return true;
}

struct range clause_around(const struct mentions *m, const struct range *s, size_t at)
{
	struct range r = *s;

	for (size_t i = s->first; i < s->last; i++) {
		const struct mention *x = &m->items[i];

		if (x->kind != M_COMMA || x->depth)
			continue;
		if (x->from >= at) {
			r.last = i;
			r.to = x->from;
			break;
		}
		r.first = i + 1;
		r.from = x->to;
	}
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
	for (size_t i = r->first; i < r->last && m->items[i].from < to; i++)
		if (m->items[i].from >= from && m->items[i].to <= to && mention_word(&m->items[i], c))
			return (long)i;
	return -1;
}

long clause_last_word(const struct mentions *m, const struct range *r, enum word_class c, size_t from, size_t to)
{
	long best = -1;

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

struct str clause_strip(struct str s)
{
	size_t len;

	for (bool again = true; again && s.n;) {
		again = false;
		s = str_trim(s);
		if (s.n && is_edge(str_char(s, 0, &len)))
			s = str_from(s, len), again = true;
		if (s.n && is_edge(str_char(s, str_before(s, s.n), &len)))
			s.n = str_before(s, s.n), again = true;
	}
	return s;
}
