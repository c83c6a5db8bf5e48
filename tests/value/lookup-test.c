/* Knows that words are found by their indexes as they are found by looking at each word of the table, and places counted many bytes at a
 * time as they are one by one: on texts made of the words themselves, cut and joined at random.
 *
 *   lookup-test fuzz SEED N      N texts */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/table.h"
#include "doc/text.h"
#include "doc/words.h"
#include "doc/wordtables.h"
#include "zh/lexicon.h"
#include "zh/simplify.h"

static uint32_t state;
static struct arena run;
static const struct table *table;
static long failed;

static uint32_t chance(uint32_t below)
{
	state = state * 1664525 + 1013904223;
	return (state >> 8) % below;
}

static struct str some_word(void)
{
	return table_cell(table, chance((uint32_t)table->rows), 0);
}

/* A text of words, cut words, characters and bytes that are no characters. */
static struct str make_text(struct buf *b)
{
	static const char *const marks[] = {"", "", "，", "。", " ", "(", "１", "a", "9", "\n", "\xE5", "\xF0\xA0\x80\x80"};

	buf_clear(b);
	for (uint32_t n = chance(8) + 1; n > 0; n--) {
		struct str w = some_word();

		buf_add(b, chance(4) ? w : str_sub(w, 0, chance((uint32_t)w.n + 1)));
		buf_add(b, str_of(marks[chance(sizeof marks / sizeof *marks)]));
	}
	return buf_str(b);
}

/* The longest word at the start (or the end) of s: of class c, or of any. */
static struct str slow(struct str s, int c, bool at_end)
{
	struct str best = STR("");

	for (size_t i = 0; i < word_tables.count; i++) {
		struct str w = word_tables.words[i].text;

		if (w.n > best.n && (c == W_CLASSES || (int)word_tables.words[i].class == c) && (at_end ? str_ends(s, w) : str_starts(s, w)))
			best = w;
	}
	return best;
}

static void expect(const char *what, int c, struct str s, const struct word *got, struct str want)
{
	if (got ? str_eq(got->text, want) && (c == W_CLASSES || (int)got->class == c) : want.n == 0)
		return;
	failed++;
	printf("%s of class %d in \"%.*s\": expected \"%.*s\", got \"%.*s\"\n", what, c, STR_ARGS(s), STR_ARGS(want), STR_ARGS(got ? got->text : STR("")));
}

/* The first place of a word of class c, by looking at each. */
static void try_next(struct str s)
{
	enum word_class c = (enum word_class)chance(W_CLASSES);
	size_t from = chance((uint32_t)s.n + 1), want = from, len;

	while (want < s.n && !words_of(s, want, c)) {
		str_char(s, want, &len);
		want += len;
	}
	if (words_next(s, from, c) == want)
		return;
	failed++;
	printf("class %d from %zu in \"%.*s\": expected %zu, got %zu\n", (int)c, from, STR_ARGS(s), want, words_next(s, from, c));
}

static void try_words(struct str s)
{
	int c = (int)chance(W_CLASSES);
	struct str longest = slow(s, W_CLASSES, false);
	const struct word *w = words_of(s, 0, (enum word_class)c);

	expect("the longest word", W_CLASSES, s, words_at(s, 0), longest);
	expect("a word", c, s, words_own(s, 0, (enum word_class)c), slow(s, c, false));
	expect("the last word", c, s, words_tail(s, (enum word_class)c), slow(s, c, true));
	if (w && !str_eq(w->text, longest))
		expect("the longest word", c, s, w, longest);
}

/* All words of the lexicon that s begins with must be walked over, from short to long. */
static void try_walk(const struct lexicon *lex, struct str s)
{
	struct lexicon_walk w = lexicon_walk(lex, s);
	const struct lexicon_entry *e;
	size_t n, seen = 0, want = 0, last = 0;

	while (lexicon_next(&w, &e, &n)) {
		for (size_t i = 0; i < n; i++)
			failed += !str_starts(s, e[i].word) || e[i].word.n != w.depth || w.depth <= last;
		last = w.depth;
		seen += n;
	}
	for (size_t r = 0; r < table->rows; r++)
		want += str_starts(s, table_cell(table, r, 0));
	if (seen == want)
		return;
	failed++;
	printf("\"%.*s\" begins with %zu words, not %zu\n", STR_ARGS(s), want, seen);
}

static void try_counts(struct str s, struct arena *a)
{
	struct text t;
	size_t points = 0, lines = 0, most = chance((uint32_t)s.n + 1);

	text_init(&t, s, a);
	failed += str_longer(s, most) != (str_chars(s) > most);
	for (size_t i = 0; i <= s.n; i++) {
		if (text_point(&t, i) != points || text_line(&t, i) != lines + 1) {
			failed++;
			printf("byte %zu of \"%.*s\": expected point %zu, got %zu\n", i, STR_ARGS(s), points, text_point(&t, i));
		}
		points += i < s.n && ((unsigned char)s.p[i] & 0xC0) != 0x80;
		lines += i < s.n && s.p[i] == '\n';
	}
}

static void try_text(const struct lexicon *lex, bool indexed)
{
	static struct buf b;
	struct arena scratch = {NULL, 0};
	struct str s = make_text(&b);
	size_t len;

	if (indexed)
		words_index(s, &scratch);
	for (size_t i = 0; i < s.n; i += len) {
		struct str rest = str_sub(s, i, chance(3) ? s.n : i + chance(30));

		str_char(s, i, &len);
		try_words(rest);
		try_next(rest);
		try_walk(lex, rest);
	}
	words_forget();
	try_counts(s, &scratch);
	arena_free(&scratch);
}

int main(int argc, char **argv)
{
	struct lexicon lex = {.n = 0};

	if (argc != 4 || strcmp(argv[1], "fuzz") != 0) {
		fprintf(stderr, "usage: lookup-test fuzz SEED N\n");
		return 2;
	}
	state = (uint32_t)strtoul(argv[2], NULL, 10);
	table = table_get("words");
	words_load();
	simplify_load();

	for (size_t r = 0; r < table->rows; r++)
		lexicon_add(&lex, &run, table_cell(table, r, 0), (uint32_t)r);
	lexicon_build(&lex, &run);
	for (long n = strtol(argv[3], NULL, 10); n > 0; n--)
		try_text(&lex, n % 2);
	printf("%ld failed\n", failed);
	return failed > 0;
}
