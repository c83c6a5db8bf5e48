/* Knows the cue words: which class each has and how the longest one at a place is found. */
#include "doc/words.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/table.h"
#include "doc/chains.h"
#include "zh/lexicon.h"
#include "zh/opening.h"

static const char *const class_names[W_CLASSES] = {
#define X(class, name) name,
	WORD_CLASSES(X)
#undef X
};

enum { LONGEST_TAIL = 48 };

static struct arena run;
static struct word *words; /* by text, then by class */
static size_t count;

static struct word_set *may; /* as in words_found: a word is cut short where a text ends within it */
/* The words that begin with two characters, those too that are no more, and those of a class that begin or end with a character: most questions for a
 * class are answered by there being none. */
static struct chains by_pair, by_head, by_tail;
static uint16_t alone[65536]; /* the words of one character by its code point: index + 1, or 0 */
struct word_edge word_edges[65536];
struct word_ends words_ends[W_CLASSES];

/* The longest word at each character of one text, found once: the finders look there again and again. */
_Thread_local struct words_found words_found;

const char *words_class(enum word_class c)
{
	return class_names[c];
}

/* Rows of a class mostly stand together: `before` is the class of the row before. */
static enum word_class class_of(const struct table *t, size_t row, enum word_class before)
{
	struct str name = table_cell(t, row, 1);

	for (int i = 0; i < W_CLASSES; i++) {
		int c = ((int)before + i) % W_CLASSES;

		if (str_eq(name, str_of(class_names[c])))
			return (enum word_class)c;
	}
	diag_note(t->files[row], t->lines[row], "no class of words is called %.*s", STR_ARGS(name));
	diag_die("a table cannot be used");
}

static bool is_before(const struct word *a, const struct word *b)
{
	return a->class != b->class ? a->class < b->class : str_cmp(a->arg, b->arg) < 0;
}

/* Words of the same text by class: they are few. */
static void sort_classes(struct word *w, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct word one = w[i];
		size_t k = i;

		for (; k > 0 && is_before(&one, &w[k - 1]); k--)
			w[k] = w[k - 1];
		w[k] = one;
	}
}

static void take_text(size_t first, size_t n)
{
	struct word *w = words + first;
	struct word_set classes = {{0, 0}};

	sort_classes(w, n);
	for (size_t i = 0; i < n; i++)
		words_set_add(&classes, w[i].class);
	for (size_t i = 0; i < n; i++) {
		w[i].more = i + 1 < n;
		w[i].classes = classes;
	}
}

/* Rows in the order of their texts. */
static void read_rows(const struct table *t)
{
	struct arena scratch = {NULL, 0};
	struct lexicon all = {.n = 0};
	enum word_class *classes = ARENA_ARRAY(&scratch, enum word_class, t->rows + 1);

	lexicon_reserve(&all, &scratch, t->rows + 1);
	for (size_t r = 0; r < t->rows; r++) {
		classes[r] = class_of(t, r, r ? classes[r - 1] : (enum word_class)0);
		lexicon_add(&all, &scratch, table_cell(t, r, 0), (uint32_t)r);
	}
	lexicon_build(&all, &scratch);
	count = all.n;
	words = ARENA_ARRAY(&run, struct word, count + 1);
	for (size_t i = 0; i < count; i++) {
		size_t r = all.entries[i].value;

		words[i] = (struct word){.text = all.entries[i].word, .class = classes[r], .arg = table_cell(t, r, 2)};
	}
	arena_free(&scratch);
}

static uint32_t chain_key(struct str s, size_t at, enum word_class c)
{
	size_t len;

	return str_char(s, at, &len) << 8 | (uint32_t)c;
}

/* Characters that do not fit share a key, under which words are told apart by their texts alone. */
static uint32_t pair_key(uint32_t c, uint32_t d)
{
	return c <= 0xFFFF && d <= 0xFFFF ? c << 16 | d : 0;
}

static struct chains_member member_of(size_t i, uint32_t key, size_t shared)
{
	return (struct chains_member){key, (uint16_t)(i + 1), (uint16_t)shared};
}

/* The first word of each text: those of two characters are known by these alone, those of one by theirs. */
static void make_pairs(void)
{
	struct arena scratch = {NULL, 0};
	struct chains_member *members = ARENA_ARRAY(&scratch, struct chains_member, count + 1);
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		struct str text = words[i].text;
		size_t len, next = 0;

		if (i && words[i - 1].more)
			continue;
		uint32_t c = str_char(text, 0, &len), key = pair_key(c, len < text.n ? str_char(text, len, &next) : 0);

		if (len == text.n && c <= 0xFFFF)
			alone[c] = (uint16_t)(i + 1);
		else
			members[n++] = member_of(i, key, key ? len + next : 0);
	}
	chains_make(&by_pair, words, members, n, false, &run);
	arena_free(&scratch);
}

static void make_edges(void)
{
	struct arena scratch = {NULL, 0};
	struct chains_member *heads = ARENA_ARRAY(&scratch, struct chains_member, count + 1), *tails = ARENA_ARRAY(&scratch, struct chains_member, count + 1);
	size_t n = 0, len;

	for (size_t i = 0; i < count; i++) {
		struct str text = words[i].text;
		size_t last = str_before(text, text.n);

		str_char(text, 0, &len);
		heads[i] = member_of(i, chain_key(text, 0, words[i].class), len);
		if (text.n <= LONGEST_TAIL)
			tails[n++] = member_of(i, chain_key(text, last, words[i].class), text.n - last);
	}
	chains_make(&by_head, words, heads, count, false, &run);
	chains_make(&by_tail, words, tails, n, true, &run);
	arena_free(&scratch);
}

static struct word_edge *edge_of(struct str s, size_t at)
{
	size_t len;

	return &word_edges[str_char(s, at, &len) & 0xFFFF];
}

/* Only these words begin what body_at finds without a region, a department's own name or a name of the document before them. */
static bool begins_body(const struct word *w)
{
#define OPENERS(h) \
	(WORD_BIT(W_TREASURY, h) | WORD_BIT(W_PURSE, h) | WORD_BIT(W_SELF, h) | WORD_BIT(W_BODY, h) | WORD_BIT(W_CLASS, h) | WORD_BIT(W_LEVEL, h) | \
	 WORD_BIT(W_RANK, h) | WORD_BIT(W_FIELD, h) | WORD_BIT(W_PARTY, h))
	static const struct word_set openers = {{OPENERS(0), OPENERS(1)}};
#undef OPENERS
	return words_set_has(&openers, w->class);
}

/* A shorter text stands before all that begin with it. */
static void add_may(size_t i)
{
	size_t last = str_before(words[i].text, words[i].text.n);
	const struct word *shorter = last ? words_find(str_sub(words[i].text, 0, last), 0) : NULL;

	may[i + 1] = words[i].classes;
	if (shorter)
		words_set_join(&may[i + 1], &may[shorter - words + 1]);
}

/* Before a last character of one byte any may stand. */
static void add_end(struct word_ends *ends, struct str text)
{
	bool one = !((unsigned char)text.p[text.n - 1] & 0x80);

	ends->last |= UINT64_C(1) << (text.p[text.n - 1] & 63);
	ends->before |= one ? UINT64_MAX : UINT64_C(1) << (text.p[text.n - 2] & 63);
}

void words_load(void)
{
	const struct table *t = table_get("words");

	if (words)
		return;
	if (t->rows > UINT16_MAX - 1)
		diag_die("words.tsv has more than %d rows", UINT16_MAX - 1);
	read_rows(t);
	for (size_t i = 0, n; i < count; i += n) {
		for (n = 1; i + n < count && str_eq(words[i].text, words[i + n].text); n++)
			;
		take_text(i, n);
	}
	make_pairs();
	make_edges();
	may = ARENA_ARRAY(&run, struct word_set, count + 1);
	for (size_t i = 0; i < count; i++) {
		size_t last = str_before(words[i].text, words[i].text.n);

		opening_add(words[i].text, OPENS_WORD | (begins_body(&words[i]) ? OPENS_BODY : 0u));
		add_may(i);
		words_set_add(&edge_of(words[i].text, 0)->head, words[i].class);
		words_set_add(&edge_of(words[i].text, last)->tail, words[i].class);
		add_end(&words_ends[words[i].class], words[i].text);
	}
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
	uint32_t key = pair_key(p->c, p->d);
	uint16_t found = p->d && *opening_pair(p->c, p->d) & OPENS_WORD ? chains_head(&by_pair, key, s, key ? p->len + p->next : 0) : 0;

	if (found || p->c <= 0xFFFF)
		return found ? found : alone[p->c];
	return opening_ones[p->c & 0xFFFF] & OPENS_WORD ? chains_head(&by_pair, 0, s, 0) : 0;
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
static void find_places(struct str text, uint16_t *hits, struct word_set *blocks, const struct place *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint16_t hit = find_place(text, &p[i]);

		hits[p[i].at] = hit;
		if (hit)
			words_set_join(&blocks[p[i].at / WORDS_BLOCK], &may[hit]);
	}
}

void words_index(struct str text, struct arena *a)
{
	struct word_set *blocks = ARENA_ARRAY(a, struct word_set, text.n / WORDS_BLOCK + 1);
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
	words_found = (struct words_found){text, hits, opens, words, may, blocks};
}

void words_forget(void)
{
	words_found = (struct words_found){.text = {NULL, 0}};
}

/* The next place from i on where a word begins; `end` when there is none. Most places are none, four at a time. */
static size_t next_hit(const uint16_t *hits, size_t i, size_t end)
{
	uint64_t four;

	for (; end - i >= 4; i += 4) {
		memcpy(&four, &hits[i], sizeof four);
		if (four)
			break;
	}
	while (i < end && !hits[i])
		i++;
	return i;
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
	const uint16_t *hits = words_found.hits + start;

	for (size_t i = from, end; i < s.n; i = end) {
		size_t block = (start + i) / WORDS_BLOCK, behind = (block + 1) * WORDS_BLOCK - start;

		end = behind < s.n ? behind : s.n;
		if (!words_set_has(&words_found.blocks[block], c))
			continue;
		for (i = next_hit(hits, i, end); i < end; i = next_hit(hits, i + 1, end))
			if (words_set_has(&may[hits[i]], c) && words_of_any(s, i, c))
				return i;
	}
	return s.n;
}

bool words_may_hold(struct str s, const struct word_set *classes)
{
	size_t start = (size_t)((uintptr_t)s.p - (uintptr_t)words_found.text.p);
	bool holds = start >= words_found.text.n;

	for (size_t i = start / WORDS_BLOCK; !holds && i * WORDS_BLOCK < start + s.n; i++)
		holds = words_set_meet(&words_found.blocks[i], classes);
	return holds;
}

const struct word *words_find(struct str s, size_t at)
{
	uint16_t found = find_at(str_from(s, at));

	return found ? &words[found - 1] : NULL;
}

const struct word *words_of_any(struct str s, size_t at, enum word_class c)
{
	/* The longest word is of the class only where a word of it begins so: most others need not be found, where none has been. */
	bool known = (uintptr_t)s.p + at - (uintptr_t)words_found.text.p < words_found.text.n;
	const struct word *w = known || (at < s.n && words_set_has(&edge_of(s, at)->head, c)) ? words_at(s, at) : NULL;

	return w ? words_in(w, c) : NULL;
}

/* The longest word that begins there, where the text has been indexed; it may end behind s. */
static const struct word *longest_at(struct str s, size_t at)
{
	size_t place = (size_t)((uintptr_t)s.p + at - (uintptr_t)words_found.text.p);

	return place < words_found.text.n && words_found.hits[place] ? &words[words_found.hits[place] - 1] : NULL;
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

	if (!words_set_has(&word_edges[first & 0xFFFF].head, c))
		return NULL;
	uint16_t found = chains_head(&by_head, first << 8 | (uint32_t)c, rest, len);

	return found ? &words[found - 1] : NULL;
}

const struct word *words_tail_chain(struct str s, enum word_class c)
{
	size_t shared;
	uint32_t end = str_last(s, &shared);

	if (!s.n || !words_set_has(&word_edges[end & 0xFFFF].tail, c))
		return NULL;
	uint16_t found = chains_tail(&by_tail, end << 8 | (uint32_t)c, s, shared);

	return found ? &words[found - 1] : NULL;
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
