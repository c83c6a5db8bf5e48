/* Knows which word of simplify.tsv stands at a place and whether a text is written in traditional characters. */
#include "zh/simplify.h"

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
static bool loaded;

void simplify_load(void)
{
	if (loaded)
		return;
	const struct table *t = table_get("simplify");
	size_t simplified = table_column(t, "simplified"), use = table_column(t, "use");

	forms = ARENA_ARRAY(&run, struct form, t->rows + 1);
	for (size_t row = 0; row < t->rows; row++) {
		struct str how = table_cell(t, row, use);

		forms[row] = (struct form){table_cell(t, row, simplified), str_eq(how, STR("beside")) ? BESIDE : str_eq(how, STR("sure")) ? SURE : ALWAYS};
		lexicon_add(&words, &run, table_cell(t, row, 0), (uint32_t)row);
	}
	lexicon_build(&words, &run);
	loaded = true;
}

/* The longest word at the start of s that may be used; its length, or 0. */
static size_t match(struct str s, bool traditional, const struct form **out)
{
	struct lexicon_walk walk = lexicon_walk(&words, s);
	const struct lexicon_entry *e;
	size_t n, found = 0;

	while (lexicon_next(&walk, &e, &n))
		if (traditional || forms[e->value].use != BESIDE) {
			found = walk.depth;
			*out = &forms[e->value];
		}
	return found;
}

/* Whether a character of s is one that simplified writing has not. */
static bool is_traditional(struct str s)
{
	size_t len, n;

	for (size_t i = 0; i < s.n; i += len) {
		str_char(s, i, &len);
		const struct lexicon_entry *e = len > 1 ? lexicon_find(&words, str_sub(s, i, i + len), &n) : NULL;

		if (e && forms[e->value].use == SURE)
			return true;
	}
	return false;
}

void simplify_text(struct str s, struct rewrite *r)
{
	const struct form *form;
	bool traditional = is_traditional(s);
	size_t from = 0, len;

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
	if (r.changes)
		s = arena_copy(a, buf_str(&r.out));
	rewrite_free(&r);
	return s;
}
