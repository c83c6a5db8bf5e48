/* Knows the cue words: which class each has and how the longest one at a place is found. */
#include "doc/words.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/table.h"

static const char *const class_names[W_CLASSES] = {
#define X(class, name) name,
	WORD_CLASSES(X)
#undef X
};

enum { LONGEST_TAIL = 48 };

static struct word *words;
static size_t count;
static uint32_t first_of[65536]; /* index + 1 of the first word that starts with this BMP character */
static uint32_t *heads;          /* that character of each word */
static uint32_t single_of[65536];  /* index + 1 of the first word that is this character alone */
static uint32_t seconds_of[65536]; /* a bit for each sixth byte of longer words, which in Chinese ends the second character */

/* The longest word at each character of one text, found once: the finders look there again and again. */
struct index {
	struct str text;
	uint16_t *hits; /* index + 1; 0: none */
};
static _Thread_local struct index indexed;

const char *words_class(enum word_class c)
{
	return class_names[c];
}

static enum word_class class_of(const struct table *t, size_t row)
{
	struct str name = table_cell(t, row, 1);

	for (int c = 0; c < W_CLASSES; c++)
		if (str_eq(name, str_of(class_names[c])))
			return (enum word_class)c;
	diag_note(t->files[row], t->lines[row], "no class of words is called %.*s", STR_ARGS(name));
	diag_die("a table cannot be used");
}

static uint32_t head_char(struct str s)
{
	size_t len;

	return s.n ? str_char(s, 0, &len) & 0xFFFF : 0;
}

/* By first character; among those the longest first, so that the first hit is the longest word. */
static int by_head_and_length(const void *x, const void *y)
{
	const struct word *a = x, *b = y;
	uint32_t ca = head_char(a->text), cb = head_char(b->text);

	if (ca != cb)
		return ca < cb ? -1 : 1;
	if (a->text.n != b->text.n)
		return a->text.n > b->text.n ? -1 : 1;
	int c = str_cmp(a->text, b->text);

	if (c || a->class != b->class)
		return c ? c : (int)a->class - (int)b->class;
	return str_cmp(a->arg, b->arg);
}

static uint32_t second_bit(struct str s)
{
	return 1u << ((unsigned char)s.p[5] & 31);
}

void words_load(void)
{
	static struct arena run;
	const struct table *t = table_get("words");

	if (words)
		return;
	count = t->rows;
	words = ARENA_ARRAY(&run, struct word, count + 1);
	for (size_t r = 0; r < count; r++)
		words[r] = (struct word){table_cell(t, r, 0), class_of(t, r), table_cell(t, r, 2), false};
	qsort(words, count, sizeof *words, by_head_and_length);
	for (size_t i = 0; i + 1 < count; i++)
		words[i].more = str_eq(words[i].text, words[i + 1].text);
	if (count > UINT16_MAX - 1)
		diag_die("words.tsv has more than %d rows", UINT16_MAX - 1);
	heads = ARENA_ARRAY(&run, uint32_t, count + 1);
	for (size_t i = count; i-- > 0;) {
		struct str text = words[i].text;
		size_t len;

		heads[i] = head_char(text);
		first_of[heads[i]] = (uint32_t)i + 1;
		str_char(text, 0, &len);
		if (len == text.n)
			single_of[heads[i]] = (uint32_t)i + 1;
		else
			seconds_of[heads[i]] |= text.n < 6 ? UINT32_MAX : second_bit(text);
	}
}

/* Index + 1 of the first word that s may begin with; 0: there is none. Most characters begin some word, few together with the one behind. */
static size_t first_at(struct str s, uint32_t head)
{
	return s.n < 6 || (seconds_of[head] & second_bit(s)) ? first_of[head] : single_of[head];
}

static const struct word *find_at(struct str rest)
{
	uint32_t c = head_char(rest);
	size_t i = first_at(rest, c);

	if (!i)
		return NULL;
	for (i--; i < count && heads[i] == c; i++)
		if (str_starts(rest, words[i].text))
			return &words[i];
	return NULL;
}

void words_index(struct str text, struct arena *a)
{
	struct index *x = &indexed;

	x->text = text;
	x->hits = ARENA_ARRAY(a, uint16_t, text.n + 1);
	for (size_t i = 0, len; i < text.n; i += len) {
		const struct word *w = find_at(str_from(text, i));

		x->hits[i] = w ? (uint16_t)(w - words + 1) : 0;
		str_char(text, i, &len);
	}
}

void words_forget(void)
{
	indexed = (struct index){{NULL, 0}, NULL};
}

const struct word *words_at(struct str s, size_t at)
{
	if (at >= s.n)
		return NULL;
	size_t place = (size_t)(s.p + at - indexed.text.p);

	if (!indexed.hits || s.p < indexed.text.p || place >= indexed.text.n)
		return find_at(str_from(s, at));
	const struct word *w = indexed.hits[place] ? &words[indexed.hits[place] - 1] : NULL;

	/* The word may go on past the end of s: then a shorter one counts. */
	return !w || w->text.n <= s.n - at ? w : find_at(str_from(s, at));
}

const struct word *words_also(const struct word *w)
{
	return w->more ? w + 1 : NULL;
}

const struct word *words_of(struct str s, size_t at, enum word_class c)
{
	for (const struct word *w = words_at(s, at); w; w = words_also(w))
		if (w->class == c)
			return w;
	return NULL;
}

const struct word *words_own(struct str s, size_t at, enum word_class c)
{
	if (at >= s.n)
		return NULL;
	size_t len;
	uint32_t head = str_char(s, at, &len) & 0xFFFF;
	struct str rest = str_from(s, at);

	for (size_t i = first_at(rest, head); i && i <= count && heads[i - 1] == head; i++)
		if (words[i - 1].class == c && str_starts(rest, words[i - 1].text))
			return &words[i - 1];
	return NULL;
}

const struct word *words_is(struct str s, enum word_class c)
{
	const struct word *w = words_of(s, 0, c);

	return w && w->text.n == s.n ? w : NULL;
}

const struct word *words_tail(struct str s, enum word_class c)
{
	size_t from = s.n > LONGEST_TAIL ? s.n - LONGEST_TAIL : 0;

	while (from < s.n && ((unsigned char)s.p[from] & 0xC0) == 0x80)
		from++;
	for (size_t at = from, len; at < s.n; at += len) {
		const struct word *w = words_of(s, at, c);

		str_char(s, at, &len);
		if (w && at + w->text.n == s.n)
			return w;
	}
	return NULL;
}

bool words_within(struct str s, enum word_class c)
{
	for (size_t i = 0, len; i < s.n; i += len) {
		if (words_of(s, i, c))
			return true;
		str_char(s, i, &len);
	}
	return false;
}
