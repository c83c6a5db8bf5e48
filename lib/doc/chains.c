/* Knows how words that share characters at one end lie side by side, and what tells most of them apart without a look at the words. */
#include "doc/chains.h"

enum { TOLD = sizeof(uint64_t) };

static const struct chain *find_chain(const struct chains *c, uint32_t key)
{
	uint32_t i = (key * 2654435761u) >> 15 & c->mask;

	while (c->places[i].first && c->places[i].key != key)
		i = (i + 1) & c->mask;
	return &c->places[i];
}

static uint64_t told_of(const char *bytes)
{
	uint64_t w;

	memcpy(&w, bytes, sizeof w);
	return w;
}

static struct chains_link link_of(const struct chains_member *m, struct str s, bool tail)
{
	char bytes[TOLD] = {0}, mask[TOLD] = {0};
	size_t n = s.n - m->shared, told = n < TOLD ? n : TOLD, at = tail ? TOLD - told : 0, from = tail ? n - told : m->shared;

	for (size_t i = 0; i < told; i++) {
		bytes[at + i] = s.p[from + i];
		mask[at + i] = -1;
	}
	return (struct chains_link){told_of(bytes), told_of(mask), m->word, (uint16_t)(s.n < UINT16_MAX ? s.n : UINT16_MAX)};
}

/* The bit of the next character's last byte, which is the third behind what is shared or that before it; all bits where it has no third. */
static uint32_t next_of(struct str s, size_t shared, bool tail)
{
	if (tail)
		return s.n > shared ? 1u << (s.p[s.n - shared - 1] & 31) : UINT32_MAX;
	return s.n > shared + 2 ? 1u << (s.p[shared + 2] & 31) : UINT32_MAX;
}

static void add_link(struct chains_link *to, struct chains_link one)
{
	while (to->word && to->n >= one.n)
		to++;
	for (struct chains_link moved; one.word; to++) {
		moved = *to;
		*to = one;
		one = moved;
	}
}

/* Each place first counts its words, then knows where they stand. */
static struct chain *make_places(struct chains *c, struct chains_member *members, size_t n, struct arena *a)
{
	uint32_t end = 1;

	for (c->mask = 1023; c->mask < n * 5 / 4;)
		c->mask = c->mask * 2 + 1;
	struct chain *places = ARENA_ARRAY(a, struct chain, c->mask + (size_t)1);

	c->places = places;
	for (size_t i = 0; i < n; i++) {
		struct chain *chain = &places[find_chain(c, members[i].key) - places];

		chain->key = members[i].key;
		chain->first++;
		members[i].key = (uint32_t)(chain - places);
	}
	for (size_t i = 0; i <= c->mask; i++) {
		uint32_t many = places[i].first;

		places[i].first = many ? end : 0;
		end += many ? many + 1 : 0;
	}
	c->link_count = end;
	return places;
}

void chains_make(struct chains *c, const struct word *words, struct chains_member *members, size_t n, bool tail, struct arena *a)
{
	struct chain *places = make_places(c, members, n, a);
	struct chains_link *links = ARENA_ARRAY(a, struct chains_link, c->link_count);

	for (size_t i = 0; i < n; i++) {
		struct chain *chain = &places[members[i].key];
		struct str text = words[members[i].word - 1].text;

		if (text.n > members[i].shared)
			chain->nexts |= next_of(text, members[i].shared, tail);
		else if (!chain->whole)
			chain->whole = members[i].word;
		add_link(&links[chain->first], link_of(&members[i], text, tail));
	}
	c->words = words;
	c->links = links;
}

/* From link l on, by the words themselves. Seldom asked, so that what is asked often needs no room for it. */
static __attribute__((noinline)) uint16_t find_slowly(const struct chains *c, const struct chains_link *l, struct str s, bool tail)
{
	while (l->word && !(tail ? str_ends(s, c->words[l->word - 1].text) : str_starts(s, c->words[l->word - 1].text)))
		l++;
	return l->word;
}

/* From link l on in a text that has fewer bytes next to what is shared than a link tells: no word that fits has more. */
static __attribute__((noinline)) uint16_t find_short(const struct chains_link *l, struct str s, size_t shared, bool tail)
{
	size_t n = s.n - shared;
	uint64_t told = 0;

	for (size_t i = 0; i < n; i++)
		((char *)&told)[tail ? TOLD - n + i : i] = s.p[tail ? i : shared + i];
	while (l->word && (l->n > s.n || (told ^ l->bytes) & l->mask))
		l++;
	return l->word;
}

static inline uint16_t find(const struct chains *c, uint32_t key, struct str s, size_t shared, bool tail)
{
	const struct chain *chain = find_chain(c, key);

	/* None that is longer begins or ends so: most places are told here. */
	if (!(chain->nexts & next_of(s, shared, tail)))
		return chain->whole;
	const struct chains_link *l = &c->links[chain->first];

	if (s.n < shared + TOLD)
		return find_short(l, s, shared, tail);
	uint64_t told = told_of(tail ? s.p + s.n - shared - TOLD : s.p + shared);

	while (l->word && ((told ^ l->bytes) & l->mask))
		l++;
	return l->n <= shared + TOLD ? l->word : find_slowly(c, l, s, tail);
}

uint16_t chains_head(const struct chains *c, uint32_t key, struct str s, size_t shared)
{
	return find(c, key, s, shared, false);
}

uint16_t chains_tail(const struct chains *c, uint32_t key, struct str s, size_t shared)
{
	return find(c, key, s, shared, true);
}
