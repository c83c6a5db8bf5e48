/* Knows how to find listed words at a place in running text without looking at most of the list. */
#include "zh/lexicon.h"

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

static bool is_one(struct str word)
{
	return word.n == 3 && ((unsigned char)word.p[0] & 0xF0) == 0xE0;
}

static void count_words(const struct lexicon *lex, struct lexicon_bucket *buckets)
{
	for (size_t i = 0; i < lex->n; i++) {
		struct str word = lex->entries[i].word;
		struct lexicon_bucket *b = bucket_of(lex, buckets, word);

		b[1].start++;
		b->one |= is_one(word);
		b->odd |= word.n < 6 && !is_one(word);
		b->seconds |= word.n < 6 ? 0 : lexicon_second_of(word);
	}
	for (size_t b = 0; b <= lex->mask; b++)
		buckets[b + 1].start += buckets[b].start;
}

static uint64_t pair_key(struct str word)
{
	return word.n >= 6 ? lexicon_six(word.p) : is_one(word) ? lexicon_three(word.p) : 0;
}

/* Words with the same key stand side by side. */
static void find_pairs(struct lexicon *lex, struct arena *a)
{
	size_t keys = 0;
	uint64_t last = 0;

	for (size_t i = 0; i < lex->n; i++) {
		uint64_t key = pair_key(lex->entries[i].word);

		keys += key && key != last;
		last = key;
	}
	for (lex->pair_mask = 15; lex->pair_mask < keys * 2;)
		lex->pair_mask = lex->pair_mask * 2 + 1;
	struct lexicon_pair *pairs = ARENA_ARRAY(a, struct lexicon_pair, lex->pair_mask + (size_t)1);

	lex->pairs = pairs;
	for (size_t i = 0; i < lex->n; i++) {
		uint64_t key = pair_key(lex->entries[i].word);
		struct lexicon_pair *pair = &pairs[lexicon_pair_of(pairs, lex->pair_mask, key) - pairs];

		if (key)
			*pair = (struct lexicon_pair){key, pair->key ? pair->low : (uint32_t)i, (uint32_t)i + 1};
	}
}

/* A word of a run by the eight bytes behind what all of them begin with, which mostly tell it from the others without a look at the words. */
struct keyed {
	uint64_t key;
	struct lexicon_entry entry;
};

static uint64_t key_of(struct str word, size_t from)
{
	uint64_t key = 0;

	for (size_t i = from; i < from + 8; i++)
		key = key << 8 | (i < word.n ? (unsigned char)word.p[i] : 0);
	return key;
}

static size_t shared_start(const struct lexicon_entry *e, size_t n)
{
	size_t shared = e->word.n;

	for (size_t i = 1; i < n && shared; i++) {
		shared = e[i].word.n < shared ? e[i].word.n : shared;
		while (shared && memcmp(e->word.p, e[i].word.p, shared) != 0)
			shared--;
	}
	return shared;
}

static bool is_lower(const struct keyed *a, const struct keyed *b)
{
	return a->key != b->key ? a->key < b->key : by_word(&a->entry, &b->entry) < 0;
}

/* Shell's sort: runs are of a few dozen words, seldom of a few hundred. */
static void sort_keyed(struct keyed *e, size_t n)
{
	static const size_t gaps[] = {1750, 701, 301, 132, 57, 23, 10, 4, 1};

	for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++)
		for (size_t i = gaps[g]; i < n; i++) {
			struct keyed one = e[i];
			size_t k = i;

			for (; k >= gaps[g] && is_lower(&one, &e[k - gaps[g]]); k -= gaps[g])
				e[k] = e[k - gaps[g]];
			e[k] = one;
		}
}

/* Two or three words are faster sorted as they are. */
static void sort_few(struct lexicon_entry *e, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct lexicon_entry one = e[i];
		size_t k = i;

		for (; k > 0 && by_word(&one, &e[k - 1]) < 0; k--)
			e[k] = e[k - 1];
		e[k] = one;
	}
}

static void sort_run(struct lexicon_entry *e, size_t n, struct arena *a)
{
	if (n < 8) {
		sort_few(e, n);
		return;
	}
	size_t from = shared_start(e, n);
	struct arena_mark mark = arena_mark(a);
	struct keyed *keyed = ARENA_ARRAY(a, struct keyed, n);

	for (size_t i = 0; i < n; i++)
		keyed[i] = (struct keyed){key_of(e[i].word, from), e[i]};
	sort_keyed(keyed, n);
	for (size_t i = 0; i < n; i++)
		e[i] = keyed[i].entry;
	arena_release(a, mark);
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
			sort_run(sorted + b[i].start, b[i + 1].start - b[i].start, a);
	lex->entries = sorted;
	find_pairs(lex, a);
}

/* Order of an entry's bytes from w->depth on against the next `len` bytes of the text, which are few; an entry that ends
 * there stands before. */
static int compare(const struct lexicon_walk *w, size_t i, size_t len)
{
	struct str word = w->lex->entries[i].word;

	for (size_t k = w->depth; k < w->depth + len; k++) {
		if (k >= word.n)
			return -1;
		if (word.p[k] != w->s.p[k])
			return (unsigned char)word.p[k] < (unsigned char)w->s.p[k] ? -1 : 1;
	}
	return 0;
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

enum { FEW = 6 }; /* are faster looked at one by one */

/* Leaves only the words that go on as the text does, in whole characters. */
static void narrow(struct lexicon_walk *w)
{
	size_t len;

	str_char(w->s, w->depth, &len);
	if (w->high - w->low <= FEW) {
		while (w->low < w->high && compare(w, w->low, len) < 0)
			w->low++;
		while (w->low < w->high && compare(w, w->high - 1, len) > 0)
			w->high--;
	} else {
		w->low = bound(w, len, true);
		w->high = bound(w, len, false);
	}
	w->depth += len;
}

bool lexicon_step(struct lexicon_walk *w, const struct lexicon_entry **run, size_t *n)
{
	for (;;) {
		*run = w->lex->entries + w->low;
		/* Most often one word is left. */
		if (w->high - w->low == 1) {
			struct str word = (*run)->word;

			w->low++;
			w->depth = word.n;
			*n = 1;
			if (str_starts(w->s, word))
				return true;
		}
		for (*n = 0; w->low < w->high && w->lex->entries[w->low].word.n == w->depth; w->low++)
			++*n;
		if (*n)
			return true;
		if (w->low < w->high && w->depth < w->s.n) {
			narrow(w);
			continue;
		}
		if (w->next == w->end)
			return false;
		w->low = w->next;
		w->high = w->next = w->end;
		w->depth = 6;
	}
}

static const struct lexicon_entry *longest_odd(const struct lexicon *lex, struct str s)
{
	struct lexicon_walk w = lexicon_walk(lex, s);
	const struct lexicon_entry *run, *found = NULL;
	size_t n;

	while (lexicon_next(&w, &run, &n))
		found = run;
	return found;
}

/* Of the words of a pair that head a text the last is the longest. */
static const struct lexicon_entry *longest_of(const struct lexicon *lex, const struct lexicon_pair *pair, struct str s)
{
	for (size_t i = pair->high; i-- > pair->low;)
		if (str_starts(s, lex->entries[i].word)) {
			while (i > pair->low && str_eq(lex->entries[i - 1].word, lex->entries[i].word))
				i--;
			return &lex->entries[i];
		}
	return NULL;
}

const struct lexicon_entry *lexicon_longest(const struct lexicon *lex, struct str s)
{
	const struct lexicon_bucket *b = &lex->buckets[lexicon_key(s) & lex->mask];

	if (s.n < 6 || b->odd)
		return longest_odd(lex, s);
	const struct lexicon_entry *found = NULL;

	if (b->seconds & lexicon_second_of(s))
		found = longest_of(lex, lexicon_pair_of(lex->pairs, lex->pair_mask, lexicon_six(s.p)), s);
	if (found || !b->one)
		return found;
	const struct lexicon_pair *one = lexicon_pair_of(lex->pairs, lex->pair_mask, lexicon_three(s.p));

	return one->key ? &lex->entries[one->low] : NULL;
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
