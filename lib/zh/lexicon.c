/* Knows how to find listed words at a place in running text without looking at most of the list. */
#include "zh/lexicon.h"

#include <stdlib.h>

void lexicon_reserve(struct lexicon *lex, struct arena *a, size_t words)
{
	lex->entries = ARENA_ARRAY(a, struct lexicon_entry, words);
	lex->cap = words;
}

void lexicon_add(struct lexicon *lex, struct arena *a, struct str word, uint32_t value)
{
	if (word.n)
		*ARENA_PUSH(a, lex->entries, lex->n, lex->cap) = (struct lexicon_entry){word, value};
}

static int by_word(const void *x, const void *y)
{
	const struct lexicon_entry *a = x, *b = y;
	int c = str_cmp(a->word, b->word);

	return c ? c : (a->value > b->value) - (a->value < b->value);
}

static struct lexicon_bucket *bucket_of(const struct lexicon *lex, struct lexicon_bucket *buckets, struct str word)
{
	return &buckets[lexicon_key(word) & lex->mask];
}

static void count_words(const struct lexicon *lex, struct lexicon_bucket *buckets)
{
	for (size_t i = 0; i < lex->n; i++) {
		struct str word = lex->entries[i].word;
		struct lexicon_bucket *b = bucket_of(lex, buckets, word);

		b[1].start++;
		b->seconds |= word.n < 6 ? UINT32_MAX : lexicon_second_of(word);
	}
	for (size_t b = 0; b <= lex->mask; b++)
		buckets[b + 1].start += buckets[b].start;
}

/* Most runs are of a few words, for which a call of qsort costs more than the sorting. */
static void sort_run(struct lexicon_entry *e, size_t n)
{
	enum { FEW = 24 };

	if (n > FEW) {
		qsort(e, n, sizeof *e, by_word);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		struct lexicon_entry one = e[i];
		size_t k = i;

		for (; k > 0 && by_word(&one, &e[k - 1]) < 0; k--)
			e[k] = e[k - 1];
		e[k] = one;
	}
}

/* Distributing by the first character first leaves small runs to sort: a quarter of the time of one
 * sort over everything, and the index that lookups need comes with it. */
void lexicon_build(struct lexicon *lex, struct arena *a)
{
	struct lexicon_entry *sorted = ARENA_ARRAY(a, struct lexicon_entry, lex->n + 1);

	for (lex->mask = 255; lex->mask < lex->n && lex->mask < 0x7FFF;)
		lex->mask = lex->mask * 2 + 1;
	struct lexicon_bucket *b = ARENA_ARRAY(a, struct lexicon_bucket, lex->mask + 2u);

	lex->buckets = b;
	count_words(lex, b);
	for (size_t i = lex->n; i-- > 0;) /* counts down: what was the end of a bucket becomes its start */
		sorted[--bucket_of(lex, b, lex->entries[i].word)[1].start] = lex->entries[i];
	for (size_t i = 0; i <= lex->mask; i++)
		b[i].start = b[i + 1].start;
	b[lex->mask + 1].start = (uint32_t)lex->n;
	for (size_t i = 0; i <= lex->mask; i++)
		if (b[i + 1].start - b[i].start > 1)
			sort_run(sorted + b[i].start, b[i + 1].start - b[i].start);
	lex->entries = sorted;
}

/* Order of an entry's bytes from w->depth on against the next `len` bytes of the text; an entry that ends
 * there stands before. */
static int compare(const struct lexicon_walk *w, size_t i, size_t len)
{
	struct str word = w->lex->entries[i].word;
	size_t have = word.n > w->depth ? word.n - w->depth : 0;
	int c = memcmp(word.p + w->depth, w->s.p + w->depth, have < len ? have : len);

	return c || have >= len ? c : -1;
}

/* First entry of [low, high) that stands after (or, with `at`, not before) the next `len` bytes. */
static size_t bound(const struct lexicon_walk *w, size_t len, bool at)
{
	size_t low = w->low, high = w->high;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = compare(w, mid, len);

		if (c < 0 || (c == 0 && !at))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool lexicon_step(struct lexicon_walk *w, const struct lexicon_entry **run, size_t *n)
{
	while (w->low < w->high && w->depth < w->s.n) {
		size_t len;

		str_char(w->s, w->depth, &len);
		w->low = bound(w, len, true);
		w->high = bound(w, len, false);
		w->depth += len;
		*run = w->lex->entries + w->low;
		for (*n = 0; w->low < w->high && w->lex->entries[w->low].word.n == w->depth; w->low++)
			++*n;
		if (*n)
			return true;
	}
	return false;
}

const struct lexicon_entry *lexicon_find(const struct lexicon *lex, struct str s, size_t *n)
{
	struct lexicon_walk w = lexicon_walk(lex, s);
	const struct lexicon_entry *run;

	while (lexicon_next(&w, &run, n))
		if (run->word.n == s.n)
			return run;
	*n = 0;
	return NULL;
}
