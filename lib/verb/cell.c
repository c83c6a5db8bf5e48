/* Knows how a cell is made ready to be read, and how its text is cleaned. */
#include "verb/cell.h"

#include "base/table.h"
#include "doc/words.h"
#include "verb/cellparts.h"
#include "verb/unitname.h"
#include "zh/fold.h"
#include "zh/simplify.h"
#include "zh/tidy.h"

static void load_values(void)
{
	words_load();
	quantity_load();
	unitname_load();
}

void cell_load(enum cell_kind kind)
{
	/* The numerals come with it, and the dates that names are as of. */
	period_load();
	switch (kind) {
	case CELL_TEXT: break;
	case CELL_REGION:
		place_load();
		/* What is read when it is needed; faults of the user's tables are told at once. */
		if (table_overlaid())
			simplify_load();
		break;
	case CELL_ORG: org_load(); break;
	default: load_values(); break;
	}
}

/* A cell of dashes says that there is nothing; marks at the end of a sentence say nothing either. */
static struct str drop_marks(struct str s)
{
	static const char *const ends[] = {"。", ";", ",", "；", "，"};
	size_t dashes = 0;

	for (size_t i = 0; i < 5; i++)
		while (s.n && str_ends(s, str_of(ends[i])))
			s = str_trim(str_sub(s, 0, s.n - strlen(ends[i])));
	while (dashes < s.n && strchr("-/*", s.p[dashes]))
		dashes++;
	return dashes == s.n || str_eq(s, STR("—")) || str_eq(s, STR("——")) ? STR("") : s;
}

void cell_read(enum cell_kind kind, struct str text, const struct cell_context *c, struct arena *a, struct cell *out)
{
	text = drop_marks(text);
	out->outcome = text.n ? CELL_OK : CELL_EMPTY;
	out->repaired = false;
	out->basis = (struct str){NULL, 0};
	if (text.n == 0)
		return;
	if (kind == CELL_MONEY || kind == CELL_NUMBER)
		cell_read_amount(kind, text, c, out, a);
	else if (kind == CELL_PERIOD)
		cell_read_period(text, c, out);
	else if (kind == CELL_DATE)
		cell_read_date(text, c, out);
	else if (kind == CELL_REGION)
		cell_read_region(text, c, out, a);
	else if (kind == CELL_ORG)
		cell_read_org(text, c, out, a);
}

/* Text. */

static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return true;
}

struct str cell_fold(struct arena *a, struct str s)
{
	struct buf b = {NULL, 0, 0};
	struct str part;

	if (is_plain(s))
		return str_trim(s);
	/* Digits on two lines are two numbers. */
	for (size_t at = 0; str_split(s, '\n', &at, &part);) {
		part = str_trim(part);
		if (b.n && part.n && part.p[0] >= '0' && part.p[0] <= '9' && b.p[b.n - 1] >= '0' && b.p[b.n - 1] <= '9')
			buf_byte(&b, ';');
		fold_text(part, &b);
	}
	struct str text = arena_copy(a, str_trim(buf_str(&b)));

	buf_free(&b);
	return text;
}

struct str cell_clean(struct str text, struct arena *a)
{
	struct rewrite r = {.changes = 0};

	tidy_text(text, &r);
	return rewrite_take(&r, text, a);
}
