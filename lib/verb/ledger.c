/* Knows which words are lines of a budget: money of nobody else, and what it is for. */
#include "verb/ledger.h"

/* Whether w, of class share or NULL, is a line in this document. */
static bool is_line(const struct doc *d, const struct word *w)
{
	return w && (str_eq(w->arg, STR("line")) || (d->head.ledger.n && str_eq(w->arg, STR("office"))));
}

bool ledger_line(const struct doc *d, const struct mention *x)
{
	return is_line(d, mention_word(x, W_SHARE));
}

/* 其中:货物40万元、|工程12万元: the few characters that a part of a budget has for itself; n 0: it has more or none. */
static struct str short_part(const struct slots *s)
{
	enum { SHORTEST = 2, LONGEST = 3 };

	for (size_t k = s->amount; k-- > s->sentence.first;) {
		const struct mention *y = &s->m->items[k];

		if (y->kind != M_PAUSE && y->kind != M_COMMA && !mention_word(y, W_PART))
			continue;
		struct str name = slots_between(s, y->to, slots_amount(s)->from);

		return str_sized(name, SHORTEST, LONGEST) && !words_is(name, W_SHARE) && !words_tail(name, W_REACH) ? name : STR("");
	}
	return STR("");
}

struct str ledger_name(const struct doc *d, const struct slots *s)
{
	struct str own = str_sub(s->m->s, s->clause.from, slots_amount(s)->from);
	const struct word *line = words_tail(own, W_SHARE), *total;

	if (!is_line(d, line))
		return d->head.ledger.n && clause_has(&s->sentence, W_PART) ? short_part(s) : STR("");
	struct str name = str_from(own, own.n - line->text.n);

	while ((total = words_tail(name, W_TOTAL)) && total->text.n < name.n)
		name.n -= total->text.n;
	return name;
}
