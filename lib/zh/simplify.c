/* Knows which word of simplify.tsv stands at a place and whether a text is written in traditional characters. */
#include "zh/simplify.h"

#include <pthread.h>

#include "base/table.h"
#include "zh/lexicon.h"

enum use {
	ALWAYS,
	SURE,  /* simplified writing has it not */
	BESIDE /* changed only in a text with sure ones */
};

struct form {
	struct str simplified;
	enum use use;
};

static struct arena run;
static struct lexicon words;
static struct form *forms;
static uint64_t sure[0x10000 / 64]; /* a bit for each character that simplified writing has not */
static const struct table *table;

static void note_sure(struct str traditional)
{
	size_t len;
	uint32_t c = str_char(traditional, 0, &len);

	if (len == traditional.n && c < 0x10000)
		sure[c / 64] |= UINT64_C(1) << c % 64;
}

void simplify_load(void)
{
	if (table)
		return;
	table = table_get("simplify");
	for (size_t row = 0, use = table_column(table, "use"); row < table->rows; row++)
		if (str_eq(table_cell(table, row, use), STR("sure")))
			note_sure(table_cell(table, row, 0));
}

static void read_words(void)
{
	struct arena scratch = {NULL, 0};
	size_t simplified = table_column(table, "simplified"), use = table_column(table, "use");

	forms = ARENA_ARRAY(&run, struct form, table->rows + 1);
	lexicon_reserve(&words, &scratch, table->rows);
	for (size_t row = 0; row < table->rows; row++) {
		struct str how = table_cell(table, row, use);

		forms[row] = (struct form){table_cell(table, row, simplified), str_eq(how, STR("beside")) ? BESIDE : str_eq(how, STR("sure")) ? SURE : ALWAYS};
		lexicon_add(&words, &scratch, table_cell(table, row, 0), (uint32_t)row);
	}
	lexicon_build(&words, &run);
	arena_free(&scratch);
}

/* By any thread, where a text is to be changed: most documents are written in simplified characters, and only looked through. */
static void need_words(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, read_words);
}

/* The longest word at the start of s that may be used; its length, or 0. */
static size_t match(struct str s, bool traditional, const struct form **out)
{
	for (const struct lexicon_entry *e = lexicon_longest(&words, s); e; e = lexicon_shorter(&words, e))
		if (traditional || forms[e->value].use != BESIDE) {
			*out = &forms[e->value];
			return e->word.n;
		}
	return 0;
}

/* Whether a character of s is one that simplified writing has not. Whole documents are looked through for it. */
static bool is_traditional(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;

	while (end - p >= 3) {
		if ((*p & 0xF0) != 0xE0) {
			p++;
			continue;
		}
		/* The last byte has the lowest six bits of the character. */
		if (sure[(p[0] & 0x0F) << 6 | (p[1] & 0x3F)] >> (p[2] & 0x3F) & 1)
			return true;
		p += 3;
	}
	return false;
}

void simplify_text(struct str s, struct rewrite *r)
{
	const struct form *form;
	bool traditional = is_traditional(s);
	size_t from = 0, len;

	need_words();
	for (size_t i = 0; i < s.n; i += len) {
		size_t used = match(str_from(s, i), traditional, &form);

		str_char(s, i, &len);
		if (!used)
			continue;
		len = used;
		if (str_eq(str_sub(s, i, i + used), form->simplified))
			continue;
		rewrite_keep(r, str_sub(s, from, i));
		rewrite_put(r, str_sub(s, i, i + used), form->simplified);
		from = i + used;
	}
	rewrite_keep(r, str_from(s, from));
}

struct str simplify_plain(struct str s, struct arena *a)
{
	struct rewrite r = {.changes = 0};

	simplify_text(s, &r);
	return rewrite_take(&r, s, a);
}

struct str simplify_aligned(struct str s, struct arena *a)
{
	const struct form *form;
	size_t len;

	if (!is_traditional(s))
		return s;
	need_words();
	char *p = arena_alloc(a, s.n + 1);

	memcpy(p, s.p, s.n);
	for (size_t i = 0; i < s.n; i += len) {
		size_t used = match(str_from(s, i), true, &form);

		str_char(s, i, &len);
		len = used ? used : len;
		if (used && form->simplified.n == used)
			memcpy(p + i, form->simplified.p, used);
	}
	return (struct str){p, s.n};
}
