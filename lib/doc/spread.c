/* Knows how bodies of a list share the last words of the one behind them: 各市、州、县人民政府 is three of them, 各省、自治区、直辖市人民政府 one;
 * 济宁、枣庄市政府 is two. */
#include "doc/body.h"
#include "doc/words.h"
#include "zh/org.h"
#include "zh/region.h"

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
static size_t spread_levels(const struct body *b, struct body *out, size_t most)
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

/* 济宁、枣庄市政府: a place that has no more than its name gets the rest of the name as its tail. */
static void spread_places(struct body *items, size_t n)
{
	enum { SHORTEST = 3 }; /* characters of a place with its level */

	for (size_t last = 1; last < n; last++) {
		const struct body *b = &items[last];
		size_t used;

		if (items[last - 1].kind == BODY_DEPARTMENT || b->kind != BODY_DEPARTMENT || !region_is(items[last - 1].s) || !region_chain(b->s, &used) || used >= b->s.n)
			continue;
		const struct word *level = words_tail(str_sub(b->s, 0, used), W_LEVEL);

		for (size_t i = last; level && i-- > 0 && items[i].kind != BODY_DEPARTMENT && region_is(items[i].s);) {
			bool whole = words_tail(items[i].s, W_LEVEL) && str_chars(items[i].s) >= SHORTEST;

			items[i] = body_of(BODY_DEPARTMENT, items[i].s, items[i].s);
			items[i].tail = str_from(b->s, used - (whole ? 0 : level->text.n));
		}
	}
}

size_t body_spread(struct body *items, size_t n, size_t most)
{
	spread_places(items, n);
	for (size_t i = 0; i < n; i++) {
		struct body parts[8];
		size_t k = items[i].kind == BODY_CLASS ? spread_levels(&items[i], parts, most - n + 1 < 8 ? most - n + 1 : 8) : 0;

		if (!k)
			continue;
		memmove(items + i + k, items + i + 1, (n - i - 1) * sizeof *items);
		memcpy(items + i, parts, k * sizeof *items);
		n += k - 1;
		i += k - 1;
	}
	return n;
}
