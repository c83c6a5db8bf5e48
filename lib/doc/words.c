/* Knows the cue words: which class each has and how the longest one at a place is found. */
#include "doc/words.h"

#include "doc/wordtables.h"
#include "zh/opening.h"

static const char *const class_names[W_CLASSES] = {
#define X(class, name) name,
	WORD_CLASSES(X)
#undef X
};

struct word_tables word_tables;
struct word_edges word_edges;
struct word_ends words_ends[W_CLASSES];

/* The longest word at each character of one text, found once: the finders look there again and again. */
_Thread_local struct words_found words_found;

const char *words_class(enum word_class c)
{
	return class_names[c];
}

/* A place of a text where by its first two characters a word may begin; d is 0 at the end. */
struct place {
	uint32_t at, c, d;
	uint8_t len, next; /* their bytes */
};

/* The longest word there: index + 1, or 0. */
static uint16_t find_place(struct str text, const struct place *p)
{
	struct str s = str_from(text, p->at);
	uint32_t key = wordtables_pair(p->c, p->d);
	uint16_t found = p->d && *opening_pair(p->c, p->d) & OPENS_WORD ? chains_head(&word_tables.by_pair, key, s, key ? p->len + p->next : 0) : 0;

	if (found || p->c <= 0xFFFF)
		return found ? found : word_tables.alone[p->c];
	return opening_ones[p->c & 0xFFFF] & OPENS_WORD ? chains_head(&word_tables.by_pair, 0, s, 0) : 0;
}

/* The same of the first character of s, which is not empty. */
static uint16_t find_at(struct str s)
{
	size_t len, next = 0;
	uint32_t c = str_char(s, 0, &len), d = len < s.n ? str_char(s, len, &next) : 0;

	return find_place(s, &(struct place){0, c, d, (uint8_t)len, (uint8_t)next});
}

/* So many places are looked up together: what begins at a place is often not in the nearest cache, and the looks at the tables then overlap. */
enum { TOGETHER = 64 };

/* The words at n places, noted in hits and blocks. */
static void find_places(struct str text, uint16_t *hits, struct words_block *blocks, const struct place *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint16_t hit = find_place(text, &p[i]);
		struct words_block *block = &blocks[p[i].at / WORDS_BLOCK];

		hits[p[i].at] = hit;
		if (!hit)
			continue;
		words_set_join(&block->may, &word_tables.may[hit]);
		block->hits |= UINT64_C(1) << p[i].at % WORDS_BLOCK;
	}
}

void words_index(struct str text, struct arena *a)
{
	struct words_block *blocks = ARENA_ARRAY(a, struct words_block, text.n / WORDS_BLOCK + 1);
	uint16_t *hits = ARENA_ARRAY(a, uint16_t, text.n + 1);
	uint8_t *opens = ARENA_ROOM(a, uint8_t, text.n + 1);
	struct place places[TOGETHER];
	size_t len, next = 0, n = 0;
	uint32_t c, d = text.n ? str_char(text, 0, &next) : 0;

	for (size_t i = 0; i < text.n; i += len) {
		c = d;
		len = next;
		next = 0;
		d = i + len < text.n ? str_char(text, i + len, &next) : 0;
		unsigned kinds = opening_of(c, d);

		opens[i] = (uint8_t)kinds;
		places[n] = (struct place){(uint32_t)i, c, d, (uint8_t)len, (uint8_t)next};
		n += kinds & OPENS_WORD;
		if (n == TOGETHER) {
			find_places(text, hits, blocks, places, n);
			n = 0;
		}
	}
	find_places(text, hits, blocks, places, n);
	words_found = (struct words_found){text, hits, opens, word_tables.words, word_tables.may, blocks};
}

void words_forget(void)
{
	words_found = (struct words_found){.text = {NULL, 0}};
}

static size_t scan(struct str s, size_t from, enum word_class c)
{
	for (size_t i = from, len; i < s.n; i += len) {
		if (words_of(s, i, c))
			return i;
		str_char(s, i, &len);
	}
	return s.n;
}

size_t words_next(struct str s, size_t from, enum word_class c)
{
	size_t start = (size_t)((uintptr_t)s.p - (uintptr_t)words_found.text.p);

	if (from >= s.n)
		return s.n;
	if (start >= words_found.text.n)
		return scan(s, from, c);
	size_t at = start + from, end = start + s.n;
	uint64_t first = UINT64_MAX << at % WORDS_BLOCK;

	for (size_t k = at / WORDS_BLOCK; k * WORDS_BLOCK < end; k++, first = UINT64_MAX) {
		const struct words_block *block = &words_found.blocks[k];

		if (!words_set_has(&block->may, c))
			continue;
		for (uint64_t left = block->hits & first; left; left &= left - 1) {
			at = k * WORDS_BLOCK + (size_t)__builtin_ctzll(left);
			if (at >= end)
				return s.n;
			if (words_set_has(&word_tables.may[words_found.hits[at]], c) && words_of_any(s, at - start, c))
				return at - start;
		}
	}
	return s.n;
}

bool words_may_hold(struct str s, const struct word_set *classes)
{
	size_t start = (size_t)((uintptr_t)s.p - (uintptr_t)words_found.text.p);
	bool holds = start >= words_found.text.n;

	for (size_t i = start / WORDS_BLOCK; !holds && i * WORDS_BLOCK < start + s.n; i++)
		holds = words_set_meet(&words_found.blocks[i].may, classes);
	return holds;
}

const struct word *words_find(struct str s, size_t at)
{
	uint16_t found = find_at(str_from(s, at));

	return found ? &word_tables.words[found - 1] : NULL;
}

const struct word *words_of_any(struct str s, size_t at, enum word_class c)
{
	/* The longest word is of the class only where a word of it begins so: most others need not be found, where none has been. */
	bool known = (uintptr_t)s.p + at - (uintptr_t)words_found.text.p < words_found.text.n;
	size_t len;
	const struct word *w = known || (at < s.n && words_set_has(&words_edge(str_char(s, at, &len))->head, c)) ? words_at(s, at) : NULL;

	return w ? words_in(w, c) : NULL;
}

/* The longest word that begins there, where the text has been indexed; it may end behind s. */
static const struct word *longest_at(struct str s, size_t at)
{
	size_t place = (size_t)((uintptr_t)s.p + at - (uintptr_t)words_found.text.p);

	return place < words_found.text.n && words_found.hits[place] ? &word_tables.words[words_found.hits[place] - 1] : NULL;
}

const struct word *words_own_chain(struct str s, size_t at, enum word_class c)
{
	struct str rest = str_from(s, at);
	const struct word *w = longest_at(s, at);
	size_t len;

	if (w && words_set_has(&w->classes, c) && w->text.n <= rest.n)
		return words_in(w, c);
	if (!rest.n)
		return NULL;
	uint32_t first = str_char(rest, 0, &len);

	if (!words_set_has(&words_edge(first)->head, c))
		return NULL;
	uint16_t found = chains_head(&word_tables.by_head, wordtables_chain(first, c), rest, len);

	return found ? &word_tables.words[found - 1] : NULL;
}

const struct word *words_tail_chain(struct str s, enum word_class c)
{
	size_t shared;
	uint32_t end = str_last(s, &shared);

	if (!s.n || !words_set_has(&words_edge(end)->tail, c))
		return NULL;
	uint16_t found = chains_tail(&word_tables.by_tail, wordtables_chain(end, c), s, shared);

	return found ? &word_tables.words[found - 1] : NULL;
}

bool words_within(struct str s, enum word_class c)
{
	return words_next(s, 0, c) < s.n;
}

bool words_within_arg(struct str s, enum word_class c, struct str arg)
{
	for (size_t i = 0; (i = words_next(s, i, c)) < s.n; i++)
		if (str_eq(words_of(s, i, c)->arg, arg))
			return true;
	return false;
}
