/* Knows how classes of bodies share their last word: 各市、州、县人民政府 is three of them, 各省、自治区、直辖市人民政府 one. */
#include "doc/body.h"
#include "doc/words.h"
#include "zh/org.h"

static size_t opening(struct str s)
{
	for (const struct word *w = words_of(s, 0, W_CLASS); w; w = words_also(w))
		if (w->class == W_CLASS && str_eq(w->arg, STR("open")))
			return w->text.n;
	return 0;
}

/* A government or a department, to the end of s. */
static bool is_shared(struct str s)
{
	const struct word *w = words_of(s, 0, W_BODY);

	return s.n && ((w && w->text.n == s.n && str_eq(w->arg, STR("gov"))) || org_stem_match(s) == s.n);
}

/* 市、县 are two ranks, 省、自治区 one, and the 市 behind 县 is a city of the rank of counties. */
static bool is_lower(const struct word *level, const struct word *first)
{
	return !str_eq(level->arg, first->arg) && !(str_eq(first->arg, STR("county")) && str_eq(level->arg, STR("city")));
}

/* The levels of the list in parts[], and what stands behind the last of them; 0 where this is no such list: bodies of one rank are one class. */
static size_t read_levels(struct str s, size_t from, struct str *parts, size_t most, struct str *shared)
{
	const struct word *first = words_own(s, from, W_LEVEL);
	size_t n = 0;
	bool ranks = false;

	while (n < most) {
		const struct word *w = words_own(s, from, W_LEVEL);

		if (!w)
			return 0;
		ranks |= is_lower(w, first);
		parts[n++] = str_sub(s, from, from + w->text.n);
		from += w->text.n;
		if (!str_starts(str_from(s, from), STR("、")))
			break;
		from += strlen("、");
	}
	*shared = str_from(s, from);
	return n > 1 && ranks && is_shared(*shared) ? n : 0;
}

/* The first keeps the opening word as written, the last the shared one; body_full spells out the others. */
static size_t spread(const struct body *b, struct body *out, size_t most)
{
	enum { LEVELS = 6 };
	struct str parts[LEVELS], shared;
	size_t open = opening(b->s), n = open ? read_levels(b->s, open, parts, LEVELS, &shared) : 0;

	if (!n || n > most)
		return 0;
	for (size_t i = 0; i < n; i++) {
		out[i] = body_of(BODY_CLASS, parts[i], STR(""));
		out[i].head = str_sub(b->s, 0, open);
		out[i].tail = shared;
	}
	out[0].s = str_sub(b->s, 0, open + parts[0].n);
	out[0].head = STR("");
	out[n - 1].s = (struct str){parts[n - 1].p, parts[n - 1].n + shared.n};
	out[n - 1].tail = STR("");
	return n;
}

size_t body_spread(struct body *items, size_t n, size_t most)
{
	for (size_t i = 0; i < n; i++) {
		struct body parts[8];
		size_t k = items[i].kind == BODY_CLASS ? spread(&items[i], parts, most - n + 1 < 8 ? most - n + 1 : 8) : 0;

		if (!k)
			continue;
		memmove(items + i + k, items + i + 1, (n - i - 1) * sizeof *items);
		memcpy(items + i, parts, k * sizeof *items);
		n += k - 1;
		i += k - 1;
	}
	return n;
}
