/* Knows how to find listed words at a place in running text without looking at most of the list. */
#include "zh/lexicon.h"

void lexicon_reserve(struct lexicon *lex, struct arena *a, size_t words)
{
	lex->entries = ARENA_ROOM(a, struct lexicon_entry, words);
	lex->cap = words;
}

void lexicon_add(struct lexicon *lex, struct arena *a, struct str word, uint32_t value)
{
	if (word.n)
		*ARENA_PUSH(a, lex->entries, lex->n, lex->cap) = (struct lexicon_entry){.word = word, .value = value};
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
		struct str word = lex->entries[i].word;
		uint64_t key = pair_key(word);
		struct lexicon_pair *pair = &pairs[lexicon_pair_of(pairs, lex->pair_mask, key) - pairs];

		if (!key)
			continue;
		if (!pair->key)
			*pair = (struct lexicon_pair){.key = key, .low = (uint32_t)i, .whole = word.n > 6 ? lex->entries[i].shorter : (uint32_t)i + 1};
		pair->high = (uint32_t)i + 1;
		pair->thirds |= word.n <= 6 ? 0 : word.n < 9 ? UINT32_MAX : lexicon_third_of(word);
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
	struct keyed *keyed = ARENA_ROOM(a, struct keyed, n);

	for (size_t i = 0; i < n; i++)
		keyed[i] = (struct keyed){key_of(e[i].word, from), e[i]};
	sort_keyed(keyed, n);
	for (size_t i = 0; i < n; i++)
		e[i] = keyed[i].entry;
	arena_release(a, mark);
}

/* Words that head others stand before them, with nothing but such others in between. */
static void link_words(struct lexicon *lex)
{
	for (size_t i = 1; i < lex->n; i++) {
		struct lexicon_entry *e = &lex->entries[i];
		size_t before = i;

		e->again = str_eq(e->word, e[-1].word);
		if (e->again) {
			e->shorter = e[-1].shorter;
			continue;
		}
		while (lex->entries[before - 1].again)
			before--;
		while (before && !str_starts(e->word, lex->entries[before - 1].word))
			before = lex->entries[before - 1].shorter;
		e->shorter = (uint32_t)before & 0x7FFFFFFF;
	}
}

/* Distributing by the first character first leaves small runs to sort: a quarter of the time of one
 * sort over everything, and the index that lookups need comes with it. */
void lexicon_build(struct lexicon *lex, struct arena *a)
{
	struct lexicon_entry *sorted = ARENA_ROOM(a, struct lexicon_entry, lex->n + 1);

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
	link_words(lex);
	find_pairs(lex, a);
}

/* Whether the word stands behind the text in the order of bytes; the first `known` are the same. */
static bool is_behind(struct str word, struct str s, size_t known)
{
	size_t n = word.n < s.n ? word.n : s.n, i = known;

	while (i < n && word.p[i] == s.p[i])
		i++;
	return i < n ? (unsigned char)word.p[i] > (unsigned char)s.p[i] : word.n > s.n;
}

/* A word that heads the text is the last entry not behind it, or heads that one. */
const struct lexicon_entry *lexicon_search(const struct lexicon *lex, size_t low, size_t high, struct str s, size_t known)
{
	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (is_behind(lex->entries[mid].word, s, known))
			high = mid;
		else
			low = mid;
	}
	const struct lexicon_entry *e = &lex->entries[low];

	while (e && !str_starts(s, e->word))
		e = lexicon_shorter(lex, e);
	while (e && e->again)
		e--;
	return e;
}

const struct lexicon_entry *lexicon_find(const struct lexicon *lex, struct str s, size_t *n)
{
	const struct lexicon_entry *e = lexicon_longest(lex, s);

	if (e && e->word.n != s.n)
		e = NULL;
	*n = e ? lexicon_run(lex, e) : 0;
	return e;
}
