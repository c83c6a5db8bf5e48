/* Knows how the rows of words.tsv become words, and what is made of them once so that they are found. */
#include "doc/wordtables.h"

#include "base/diag.h"
#include "base/table.h"
#include "doc/wordimage.h"
#include "zh/lexicon.h"
#include "zh/opening.h"

enum { LONGEST_TAIL = 48 };

static struct arena run;
static struct word *words;
static size_t count;

/* Rows of a class mostly stand together: `before` is the class of the row before. */
static enum word_class class_of(const struct table *t, size_t row, enum word_class before)
{
	struct str name = table_cell(t, row, 1);

	for (int i = 0; i < W_CLASSES; i++) {
		int c = ((int)before + i) % W_CLASSES;

		if (str_eq(name, str_of(words_class((enum word_class)c))))
			return (enum word_class)c;
	}
	struct table_place place = table_place(t, row);

	diag_note(place.file, place.line, "no class of words is called %.*s", STR_ARGS(name));
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

/* The words of a row: {主体|主桥}{封顶|合龙} gives each of the one before each of the other. */
static void add_words(struct lexicon *all, struct arena *scratch, struct str word, uint32_t row)
{
	size_t open = str_find(word, STR("{"), 0), close = str_find(word, STR("}"), open), at = 0;
	struct str part;

	if (close >= word.n) {
		lexicon_add(all, scratch, word, row);
		return;
	}
	while (str_split(str_sub(word, open + 1, close), '|', &at, &part))
		add_words(all, scratch, arena_join(&run, arena_join(&run, str_sub(word, 0, open), part), str_from(word, close + 1)), row);
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
		add_words(&all, &scratch, table_cell(t, r, 0), (uint32_t)r);
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

static struct chains_member member_of(size_t i, uint32_t key, size_t shared)
{
	return (struct chains_member){key, (uint16_t)(i + 1), (uint16_t)shared};
}

/* The first word of each text: those of two characters are known by these alone, those of one by theirs. */
static void make_pairs(void)
{
	struct arena scratch = {NULL, 0};
	struct chains_member *members = ARENA_ARRAY(&scratch, struct chains_member, count + 1);
	uint16_t *alone = ARENA_ARRAY(&run, uint16_t, 65536);
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		struct str text = words[i].text;
		size_t len, next = 0;

		if (i && words[i - 1].more)
			continue;
		uint32_t c = str_char(text, 0, &len), key = wordtables_pair(c, len < text.n ? str_char(text, len, &next) : 0);

		if (len == text.n && c <= 0xFFFF)
			alone[c] = (uint16_t)(i + 1);
		else
			members[n++] = member_of(i, key, key ? len + next : 0);
	}
	word_tables.alone = alone;
	chains_make(&word_tables.by_pair, words, members, n, false, &run);
	arena_free(&scratch);
}

/* One whose chain is that of its class and of the character at a place. */
static struct chains_member member_at(size_t i, size_t place)
{
	size_t len;
	uint32_t c = str_char(words[i].text, place, &len);

	return member_of(i, wordtables_chain(c, words[i].class), len);
}

static void make_chains(void)
{
	struct arena scratch = {NULL, 0};
	struct chains_member *heads = ARENA_ARRAY(&scratch, struct chains_member, count + 1), *tails = ARENA_ARRAY(&scratch, struct chains_member, count + 1);
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		heads[i] = member_at(i, 0);
		if (words[i].text.n <= LONGEST_TAIL)
			tails[n++] = member_at(i, str_before(words[i].text, words[i].text.n));
	}
	chains_make(&word_tables.by_head, words, heads, count, false, &run);
	chains_make(&word_tables.by_tail, words, tails, n, true, &run);
	arena_free(&scratch);
}

/* What stands behind the shorter texts that begin another stands behind them: a shorter text has been seen when a longer one is. */
static void make_may(void)
{
	struct word_set *may = ARENA_ARRAY(&run, struct word_set, count + 1);

	word_tables.may = may;
	for (size_t i = 0; i < count; i++) {
		size_t last = str_before(words[i].text, words[i].text.n);
		const struct word *shorter = last ? words_find(str_sub(words[i].text, 0, last), 0) : NULL;

		may[i + 1] = words[i].classes;
		if (shorter)
			words_set_join(&may[i + 1], &may[shorter - words + 1]);
	}
}

/* The edge of a character, a new one where no word has begun or ended with it. */
static struct word_edge *edge_of(struct word_edge *edges, uint16_t *at, struct str s, size_t place)
{
	size_t len;
	uint16_t *edge = &at[str_char(s, place, &len) & 0xFFFF];

	if (!*edge)
		*edge = (uint16_t)word_tables.edge_count++;
	return &edges[*edge];
}

/* Before a last character of one byte any may stand. */
static void add_end(struct word_ends *ends, struct str text)
{
	bool one = !((unsigned char)text.p[text.n - 1] & 0x80);

	ends->last |= UINT64_C(1) << (text.p[text.n - 1] & 63);
	ends->before |= one ? UINT64_MAX : UINT64_C(1) << (text.p[text.n - 2] & 63);
}

static void make_edges(void)
{
	struct word_edge *edges = ARENA_ARRAY(&run, struct word_edge, count < 32767 ? count * 2 + 1 : 65536);
	uint16_t *at = ARENA_ARRAY(&run, uint16_t, 65536);

	word_tables.edge_count = 1;
	for (size_t i = 0; i < count; i++) {
		struct str text = words[i].text;

		words_set_add(&edge_of(edges, at, text, 0)->head, words[i].class);
		words_set_add(&edge_of(edges, at, text, str_before(text, text.n))->tail, words[i].class);
		add_end(&words_ends[words[i].class], text);
	}
	word_edges = (struct word_edges){edges, at};
}

/* Only these words begin what body_at finds without a region, a department's own name or a name of the document before them. */
static bool begins_body(const struct word *w)
{
#define OPENERS(h) \
	(WORD_BIT(W_TREASURY, h) | WORD_BIT(W_PURSE, h) | WORD_BIT(W_SELF, h) | WORD_BIT(W_BODY, h) | WORD_BIT(W_CLASS, h) | WORD_BIT(W_LEVEL, h) | \
	 WORD_BIT(W_RANK, h) | WORD_BIT(W_FIELD, h) | WORD_BIT(W_PARTY, h))
	static const struct word_set openers = {{OPENERS(0), OPENERS(1)}};
#undef OPENERS
	return words_set_meet(&openers, &w->classes);
}

static void open_words(void)
{
	for (size_t i = 0; i < count; i++)
		if (i == 0 || !words[i - 1].more)
			opening_add(words[i].text, OPENS_WORD | (begins_body(&words[i]) ? OPENS_BODY : 0u));
}

static void read_table(void)
{
	const struct table *t = table_get("words");

	read_rows(t);
	if (count > UINT16_MAX - 1)
		diag_die("words.tsv has more than %d words", UINT16_MAX - 1);
	for (size_t i = 0, n; i < count; i += n) {
		for (n = 1; i + n < count && str_eq(words[i].text, words[i + n].text); n++)
			;
		take_text(i, n);
	}
	make_pairs();
	make_chains();
	make_edges();
}

/* The words of the image, whose texts are those of the built-in table, but for those that its rows only make. */
static void take_image(const struct wordimage *image)
{
	struct str text = table_text("words");

	count = image->count;
	words = ARENA_ROOM(&run, struct word, count);
	for (size_t i = 0; i < count; i++) {
		const struct wordimage_row *r = &image->rows[i];

		const char *p = r->text < text.n ? text.p + r->text : image->made + (r->text - text.n);

		words[i] = (struct word){{p, r->text_n}, (enum word_class)r->class, {text.p + r->arg, r->arg_n}, r->more, r->classes};
	}
	memcpy(words_ends, image->ends, sizeof words_ends);
	word_edges = image->edges;
	word_tables = image->tables;
	word_tables.by_pair.words = word_tables.by_head.words = word_tables.by_tail.words = words;
}

void words_load(void)
{
	if (words)
		return;
	bool imaged = wordimage.count && !table_overlaid();

	if (imaged)
		take_image(&wordimage);
	else
		read_table();
	word_tables.words = words;
	word_tables.count = count;
	open_words();
	if (!imaged)
		make_may();
}
