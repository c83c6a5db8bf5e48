/* Knows when a word is a scanner's slip. */
#include "verb/confusion.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/table.h"
#include "zh/lexicon.h"

enum { BEFORE, AFTER, NOT_BEFORE, NOT_AFTER, GATES };

struct slip {
	struct str wrong, right;
	struct str gate[GATES]; /* texts parted by |; "-": none */
};

static struct arena run;
static struct lexicon words;
static struct slip *slips;
static bool loaded;

/* `=NAME` stands for texts of confusion-gates.tsv. */
static struct str read_gate(const struct table *t, size_t row, size_t column)
{
	const struct table *shared = table_get("confusion-gates");
	size_t texts = table_column(shared, "texts");
	struct str gate = table_cell(t, row, column);

	if (!str_starts(gate, STR("=")))
		return gate;
	for (size_t i = 0; i < shared->rows; i++)
		if (str_eq(table_cell(shared, i, 0), str_from(gate, 1)))
			return table_cell(shared, i, texts);
	struct table_place place = table_place(t, row);

	diag_note(place.file, place.line, "confusion-gates has no row for %.*s", STR_ARGS(gate));
	diag_die("table confusions cannot be used");
}

void confusion_load(void)
{
	static const char *const names[GATES] = {"before", "after", "not_before", "not_after"};

	if (loaded)
		return;
	const struct table *t = table_get("confusions");
	size_t wrong = table_column(t, "wrong"), right = table_column(t, "right");

	slips = ARENA_ARRAY(&run, struct slip, t->rows);
	for (size_t i = 0; i < t->rows; i++) {
		slips[i].wrong = table_cell(t, i, wrong);
		slips[i].right = table_cell(t, i, right);
		for (int k = 0; k < GATES; k++)
			slips[i].gate[k] = read_gate(t, i, table_column(t, names[k]));
		lexicon_add(&words, &run, slips[i].wrong, (uint32_t)i);
	}
	lexicon_build(&words, &run);
	loaded = true;
}

static bool ends_with_any(struct str s, struct str texts)
{
	struct str text;

	for (size_t at = 0; str_split(texts, '|', &at, &text);)
		if (str_eq(text, STR("^")) ? s.n == 0 : str_ends(s, text))
			return true;
	return false;
}

static bool starts_with_any(struct str s, struct str texts)
{
	struct str text;

	for (size_t at = 0; str_split(texts, '|', &at, &text);)
		if (str_eq(text, STR("$")) ? s.n == 0 : str_starts(s, text))
			return true;
	return false;
}

static bool is_open(struct str gate)
{
	return str_eq(gate, STR("-"));
}

static bool is_licensed(const struct slip *slip, struct str before, struct str after)
{
	if (!is_open(slip->gate[BEFORE]) && !ends_with_any(before, slip->gate[BEFORE]))
		return false;
	if (!is_open(slip->gate[AFTER]) && !starts_with_any(after, slip->gate[AFTER]))
		return false;
	if (!is_open(slip->gate[NOT_BEFORE]) && ends_with_any(before, slip->gate[NOT_BEFORE]))
		return false;
	return is_open(slip->gate[NOT_AFTER]) || !starts_with_any(after, slip->gate[NOT_AFTER]);
}

/* The longest slip at byte i, or NULL. */
static const struct slip *find_slip(struct str s, size_t i)
{
	struct lexicon_walk walk = lexicon_walk(&words, str_from(s, i));
	const struct lexicon_entry *found;
	const struct slip *best = NULL;
	size_t n;

	while (lexicon_next(&walk, &found, &n))
		for (size_t k = 0; k < n; k++) {
			const struct slip *slip = &slips[found[k].value];

			if (is_licensed(slip, str_sub(s, 0, i), str_from(s, i + slip->wrong.n)))
				best = slip;
		}
	return best;
}

static void add_note(struct record *r, const char *field, const struct slip *slip)
{
	record_note(r, arena_printf(r->arena, "%s: confusion: %.*s -> %.*s", field, STR_ARGS(slip->wrong), STR_ARGS(slip->right)));
}

struct str confusion_mend(struct record *r, const char *field, struct str s)
{
	struct buf out = {NULL, 0, 0};
	size_t from = 0;

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct slip *slip = find_slip(s, i);

		str_char(s, i, &len);
		if (!slip)
			continue;
		buf_add(&out, str_sub(s, from, i));
		buf_add(&out, slip->right);
		add_note(r, field, slip);
		len = slip->wrong.n;
		from = i + len;
	}
	if (from == 0)
		return s;
	buf_add(&out, str_from(s, from));
	s = arena_copy(r->arena, buf_str(&out));
	buf_free(&out);
	return s;
}
