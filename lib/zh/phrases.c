/* Knows how to find which words of a table stand at a place, also when a scanner has put blanks
 * between their characters. */
#include "zh/phrases.h"

#include <stdlib.h>

#include "base/arena.h"
#include "zh/opening.h"

static struct arena run;
static int sealed;
struct phrase_start phrase_starts[65536];
uint64_t phrase_pairs[PHRASE_PAIRS];

struct phrase_head {
	uint32_t c;
	uint32_t low, high; /* items [low, high); none where both are equal */
};

static struct phrase_head *find_head(const struct phrases *set, uint32_t c)
{
	uint32_t i = (c * 2654435761u) >> 16 & set->mask;

	while (set->heads[i].low < set->heads[i].high && set->heads[i].c != c)
		i = (i + 1) & set->mask;
	return &set->heads[i];
}

void phrases_add(struct phrases *set, struct str text, uint32_t row)
{
	struct phrase *item = ARENA_PUSH(&run, set->items, set->n, set->cap);

	*item = (struct phrase){text, row};
}

static int compare(const void *x, const void *y)
{
	const struct phrase *a = x, *b = y;
	int c = str_cmp(a->text, b->text);

	return c ? c : (a->row > b->row) - (a->row < b->row);
}

static void add_start(const struct phrases *set, struct str text)
{
	size_t len, next;
	uint32_t c = str_char(text, 0, &len);
	struct phrase_start *start = &phrase_starts[c & 0xFFFF];

	start->any |= set->bit;
	if (len == text.n)
		start->alone |= set->bit;
	else
		phrase_pairs[phrase_pair_of(c, str_char(text, len, &next))] |= set->bit;
}

void phrases_seal(struct phrases *set)
{
	size_t slots = 16, len;

	while (slots < set->n * 4)
		slots *= 2;
	set->mask = (uint32_t)slots - 1;
	/* Sets beyond the bits share the last. */
	set->bit = UINT64_C(1) << (sealed < 63 ? sealed++ : 63);
	set->heads = ARENA_ARRAY(&run, struct phrase_head, slots);
	if (set->n)
		qsort(set->items, set->n, sizeof *set->items, compare);
	for (size_t i = 0; i < set->n; i++) {
		uint32_t c = str_char(set->items[i].text, 0, &len);
		struct phrase_head *head = find_head(set, c);

		add_start(set, set->items[i].text);
		if (head->low == head->high)
			*head = (struct phrase_head){c, (uint32_t)i, (uint32_t)i};
		head->high = (uint32_t)i + 1;
	}
}

void phrases_open(const struct phrases *set, unsigned kind)
{
	for (size_t i = 0; i < set->n; i++)
		opening_add(set->items[i].text, kind);
}

void phrases_fill_ends(const struct phrases *set, struct phrase_filter *filter)
{
	size_t len;

	for (size_t i = 0; i < set->n; i++)
		phrase_filter_add(filter, str_char(set->items[i].text, str_before(set->items[i].text, set->items[i].text.n), &len));
}

/* The first of items [a, b), which agree in `depth` bytes, whose next byte is at least c. */
static size_t bound(const struct phrases *set, size_t depth, unsigned c, size_t a, size_t b)
{
	while (a < b) {
		size_t mid = a + (b - a) / 2;

		if ((unsigned char)set->items[mid].text.p[depth] < c)
			a = mid + 1;
		else
			b = mid;
	}
	return a;
}

size_t phrases_blanks_end(struct str s, size_t at)
{
	while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\n' || s.p[at] == '\r'))
		at++;
	return at;
}

/* The place of the next byte to compare: steps over blanks between two Chinese characters. */
static size_t step(struct str s, size_t at)
{
	if (at == 0 || at >= s.n || (unsigned char)s.p[at] > ' ' || !((unsigned char)s.p[at - 1] & 0x80))
		return at;
	size_t next = phrases_blanks(s, at);

	return next < s.n && ((unsigned char)s.p[next] & 0x80) ? next : at;
}

size_t phrases_behind(const struct phrases *set, struct str s, struct phrase_hit hits[PHRASES_MOST])
{
	size_t at = 0, n = 0;
	struct phrase_hit found[PHRASES_MOST];
	uint32_t c = str_char(s, 0, &at);
	bool longer = phrases_longer(set->bit, s, c, at);

	if (!longer && !(phrase_starts[c & 0xFFFF].alone & set->bit))
		return 0;
	const struct phrase_head *head = find_head(set, c);
	size_t lo = head->low, hi = head->high;

	for (size_t depth = at;; depth++) {
		for (; lo < hi && set->items[lo].text.n == depth; lo++)
			if (n < PHRASES_MOST)
				found[n++] = (struct phrase_hit){at, set->items[lo].row};
		size_t next = step(s, at);

		if (lo == hi || next >= s.n || !longer)
			break;
		unsigned byte = (unsigned char)s.p[next];

		lo = bound(set, depth, byte, lo, hi);
		hi = bound(set, depth, byte + 1, lo, hi);
		at = next + 1;
	}
	for (size_t i = 0; i < n; i++)
		hits[i] = found[n - 1 - i];
	return n;
}

bool phrases_is_han(uint32_t c)
{
	return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || (c >= 0x20000 && c <= 0x3134F);
}

bool phrases_in_cell(struct str cell, struct str s)
{
	size_t len;
	uint32_t c = str_char(s, 0, &len);

	if (cell.n == 1 && cell.p[0] == '*')
		return phrases_is_han(c);
	return str_has(cell, str_sub(s, 0, len));
}
