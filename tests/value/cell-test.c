/* Knows how the tables cell-*.tsv write what a cell of a named column says, and compares what cell_read reads with it.
 *
 *   cell-test TABLE FILE                           each line of a table; of cell-known-bugs none may hold
 *   cell-test show KIND TEXT [UNIT [AS_OF [find]]] what a line would have to expect
 *
 * A file has "# " comments, a row of column names and rows of kind, input, unit, as_of, find, expected, reason; `\n` in an
 * input is a line feed, `-` an empty cell of another column. The notation:
 *
 *   money    500000 CNY; [1,2] CNY a range; 5 [5,) CNY at least; 5 (,5] CNY at most; ~5 CNY near; rate 0.1 a share of something;
 *            "/ B" the basis
 *   number   30 %; 350 UNIT; 0.75 without a unit; bounds and nearness as of money
 *   date     2020-07-20 day; 2020-07 month; 2020 year
 *   period   2020-01-01..2020-12-31 year; an open end is empty
 *   text     what is left, between bars
 *   region   the code, with the note behind it where there is one; unit is the issuer, as_of the date of the row
 *   org      the name, "generic" or the code of the region behind it; unit and as_of as for region
 *
 * "!" behind it: something was mended. What has no value is the one word of why: empty unread beside no-unit two-units no-day
 * relative recurring open immediate ambiguous. */
#include "rows.h"

#include "base/arena.h"
#include "verb/cell.h"
#include "verb/cellname.h"
#include "verb/unitname.h"

enum { KIND, INPUT, UNIT, AS_OF, FIND, EXPECTED, REASON, COLUMNS };

static struct arena run;
static bool known_bugs; /* no line of the table holds yet; one that does shows that a bug is mended */

static void add(struct buf *b, const char *z)
{
	buf_add(b, str_of(z));
}

/* The three figures of a value: it and its bounds. */
struct figures {
	bool has_value, has_min, has_max;
	struct decimal value, min, max;
};

static bool is_exact(const struct figures *f)
{
	return f->has_value && f->has_min && f->has_max && decimal_cmp(f->min, f->value) == 0 && decimal_cmp(f->max, f->value) == 0;
}

static void add_figures(struct buf *b, const struct figures *f)
{
	if (f->has_value)
		decimal_print(f->value, b);
	if (is_exact(f))
		return;
	add(b, f->has_value ? " " : "");
	add(b, f->has_min ? "[" : "(");
	if (f->has_min)
		decimal_print(f->min, b);
	add(b, ",");
	if (f->has_max)
		decimal_print(f->max, b);
	add(b, f->has_max ? "]" : ")");
}

static void add_unit(struct buf *b, const char *before, struct str unit)
{
	if (unit.n) {
		add(b, before);
		buf_add(b, unit);
	}
}

static void add_money(struct buf *b, const struct cell *cell)
{
	const struct quantity *q = &cell->q;
	struct figures f = {q->has_value, q->has_min, q->has_max, q->value, q->min, q->max};

	add(b, q->kind == QUANTITY_RATE ? "rate " : "");
	add(b, q->approx ? "~" : "");
	add_figures(b, &f);
	if (q->kind != QUANTITY_RATE)
		add_unit(b, " ", str_of(q->currency));
	add_unit(b, " / ", cell->basis);
}

/* A share is told as it was written, a fraction by its value. */
static void add_number(struct buf *b, const struct cell *cell)
{
	const struct quantity *q = &cell->q;
	bool stated = q->kind == QUANTITY_RATE && !q->fraction;
	struct figures f = {q->has_value, q->has_min, q->has_max, q->value, q->min, q->max};

	if (stated) {
		f.value = q->stated;
		f.min = q->stated_min;
		f.max = q->stated_max;
	}
	add(b, q->approx ? "~" : "");
	add_figures(b, &f);
	if (!q->fraction)
		add_unit(b, " ", q->kind == QUANTITY_MONEY ? unitname_money(q->currency) : q->unit);
}

static const char *const precisions[] = {"none", "day", "month", "quarter", "half", "year", "plan"};

static void add_date(struct buf *b, const struct cell *cell)
{
	struct buf day = {NULL, 0, 0};
	enum precision p = cell->p.precision;

	ymd_print(cell->p.start, &day);
	buf_add(b, str_sub(buf_str(&day), 0, p == PRECISION_YEAR ? 4 : p == PRECISION_MONTH ? 7 : 10));
	add_unit(b, " ", str_of(precisions[p]));
	buf_free(&day);
}

static void add_period(struct buf *b, const struct cell *cell)
{
	if (cell->p.start.year)
		ymd_print(cell->p.start, b);
	add(b, "..");
	if (cell->p.end.year)
		ymd_print(cell->p.end, b);
	add_unit(b, " ", str_of(precisions[cell->p.precision]));
}

static const char *const outcomes[] = {
	[CELL_EMPTY] = "empty", [CELL_UNREAD] = "unread", [CELL_SEVERAL] = "several", [CELL_BESIDE] = "beside", [CELL_NO_UNIT] = "no-unit", [CELL_TWO_UNITS] = "two-units", [CELL_NO_DAY] = "no-day",
	[CELL_RELATIVE] = "relative", [CELL_RECURRING] = "recurring", [CELL_OPEN] = "open", [CELL_IMMEDIATE] = "immediate", [CELL_AMBIGUOUS] = "ambiguous",
};

static void add_region(struct buf *b, const struct cell *cell)
{
	struct buf note = {NULL, 0, 0};

	buf_add(b, cell->region->code);
	if (cellname_note(&note, cell->region, cell->zone))
		add_unit(b, " ", buf_str(&note));
	buf_free(&note);
}

static void add_org(struct buf *b, const struct cell *cell)
{
	buf_add(b, cell->org.name);
	add_unit(b, " ", cell->org.generic ? STR("generic") : cell->org_code);
}

static void add_cell(struct buf *b, enum cell_kind kind, const struct cell *cell)
{
	if (cell->outcome != CELL_OK)
		add(b, outcomes[cell->outcome]);
	else if (kind == CELL_MONEY)
		add_money(b, cell);
	else if (kind == CELL_NUMBER)
		add_number(b, cell);
	else if (kind == CELL_DATE)
		add_date(b, cell);
	else if (kind == CELL_PERIOD)
		add_period(b, cell);
	else if (kind == CELL_REGION)
		add_region(b, cell);
	else
		add_org(b, cell);
	if (cell->outcome == CELL_AMBIGUOUS) {
		add(b, ":");
		for (size_t i = 0; i < cell->several_n; i++)
			add_unit(b, " ", cell->several[i]->code);
	}
	add(b, cell->outcome == CELL_OK && cell->repaired ? " !" : "");
}

static const char *const kinds[] = {"money", "number", "date", "period", "text", "region", "org"};

static enum cell_kind find_kind(struct str name)
{
	for (enum cell_kind k = 0; k < CELL_KINDS; k++)
		if (str_eq(name, str_of(kinds[k])))
			return k;
	fprintf(stderr, "cell-test: no kind %.*s\n", STR_ARGS(name));
	exit(2);
}

/* What a table's cell stands for: \n is a line feed. */
static struct str unescaped(struct str s)
{
	struct buf b = {NULL, 0, 0};

	for (size_t i = 0; i < s.n; i++) {
		bool escape = s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == 'n';

		buf_byte(&b, escape ? '\n' : s.p[i]);
		i += escape;
	}
	s = arena_copy(&run, buf_str(&b));
	buf_free(&b);
	return s;
}

/* Read from memory of just its size, so that a sanitizer sees a look past its end. */
static void read_cell(const struct str *row, struct buf *out)
{
	enum cell_kind kind = find_kind(row[KIND]);
	struct cell_context c = {.unit = cell_fold(&run, row[UNIT]), .find = row[FIND].n > 0};
	struct str text = unescaped(row[INPUT]);

	ymd_parse(row[AS_OF], &c.as_of);
	c.issuer = c.unit;
	if (kind == CELL_TEXT) {
		struct str clean = cell_clean(text, &run);

		add(out, "|");
		buf_add(out, clean);
		add(out, str_eq(cell_clean(clean, &run), clean) ? "|" : "| (a second time changes it)");
		return;
	}
	text = cell_fold(&run, text);
	char *exact = malloc(text.n ? text.n : 1);

	if (text.n)
		memcpy(exact, text.p, text.n);
	struct cell cell;

	cell_read(kind, (struct str){exact, text.n}, &c, &run, &cell);
	add_cell(out, kind, &cell);
	free(exact);
}

static bool run_row(struct str *row, const char *file, long at)
{
	struct buf got = {NULL, 0, 0};

	for (int i = 0; i < COLUMNS; i++)
		if (i != INPUT && str_eq(row[i], STR("-")))
			row[i].n = 0;
	read_cell(row, &got);
	bool ok = str_eq(buf_str(&got), row[EXPECTED]) != known_bugs;

	if (!ok && known_bugs)
		printf("%s:%ld: %.*s: the known bug is gone: move the line to its table\n", file, at, STR_ARGS(row[INPUT]));
	else if (!ok)
		printf("%s:%ld: %.*s: expected %.*s, got %.*s\n", file, at, STR_ARGS(row[INPUT]), STR_ARGS(row[EXPECTED]), (int)got.n, got.p);
	buf_free(&got);
	return ok;
}

int main(int argc, char **argv)
{
	for (enum cell_kind k = 0; k < CELL_KINDS; k++)
		cell_load(k);
	unitname_load();
	if (argc > 3 && strcmp(argv[1], "show") == 0) {
		struct str row[COLUMNS] = {str_of(argv[2]), str_of(argv[3]), str_of(argc > 4 ? argv[4] : ""),
		                           str_of(argc > 5 ? argv[5] : ""), str_of(argc > 6 ? argv[6] : "")};
		struct buf got = {NULL, 0, 0};

		read_cell(row, &got);
		printf("%s\t%.*s\n", argv[3], (int)got.n, got.p);
		buf_free(&got);
		return 0;
	}
	known_bugs = argc == 3 && strcmp(argv[1], "cell-known-bugs") == 0;
	if (argc == 3)
		return rows_run(argv[2], COLUMNS, run_row);
	fputs("usage: cell-test TABLE FILE | show KIND TEXT [UNIT [AS_OF [find]]]\n", stderr);
	return 2;
}
