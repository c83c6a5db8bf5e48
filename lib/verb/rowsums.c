/* Knows which sums stand among the words of a cell: where the money of a row comes from, and which part of it a place gets. */
#include "verb/rowsums.h"

#include "doc/heading.h"
#include "verb/clause.h"

enum { MOST_PAIRS = 40, LONGEST_LABEL = 24 /* characters */ };

/* 专项债券|30000万元 */
struct pair {
	struct str label, sum;
};

/* The next sum of cell from byte *at on, and what stands before it; *at is then behind it. A bare number has the unit of the heading. */
static bool next_pair(struct str cell, struct str unit, size_t *at, struct pair *out)
{
	for (size_t i = *at, len; i < cell.n; i += len) {
		struct quantity q;
		size_t n = quantity_match(str_from(cell, i), unit, &q);

		str_char(cell, i, &len);
		if (!n || q.kind != QUANTITY_MONEY) {
			len = n ? n : len;
			continue;
		}
		*out = (struct pair){clause_strip(str_sub(cell, *at, i)), str_sub(cell, i, i + n)};
		*at = i + n;
		return true;
	}
	return false;
}

/* Without 其中, 含, 资金来源 before it. */
static struct str behind_part(struct str s)
{
	for (const struct word *w; (w = words_of(s, 0, W_PART));)
		s = clause_strip(str_from(s, w->text.n));
	return s;
}

/* The sum that those of a cell are parts of: the only one of the row that is itself no part; NULL: there are several. */
static struct finding *whole_of(const struct row *r, struct str kind, size_t *column)
{
	struct finding *found = NULL;

	for (size_t i = 0; i < r->g->column_count; i++) {
		struct finding *f = r->sums[i];

		if (!f || r->g->columns[i].whole || (kind.n && !str_eq(finding_value(f, "kind"), kind)))
			continue;
		if (found)
			return NULL;
		found = f;
		*column = i;
	}
	return found;
}

/* A sum of the row as if it stood under the heading `c` in column i, with `to` for who gets it, where that is told. */
static struct finding *add_sum(const struct row *r, size_t i, const struct column *c, struct str sum, struct str to)
{
	struct grid g = *r->g;
	struct titled titled = *r->titled;
	struct str cells[GRID_COLUMNS] = {{NULL, 0}};
	struct para p = *r->p;
	struct row one = *r;
	int getter = grid_column(&g, COLUMN_RECIPIENT);

	for (size_t k = 0; k < p.cell_count && k < GRID_COLUMNS; k++)
		cells[k] = p.cells[k];
	g.unit = STR("");
	g.columns[i] = *c;
	titled.columns[i].known = false;
	cells[i] = sum;
	if (to.n && getter >= 0)
		cells[getter] = to;
	p.cells = cells;
	one.g = &g;
	one.titled = &titled;
	one.p = &p;
	one.listed = STR("");
	return row_money(&one, i);
}

bool rowsums_has(struct str cell)
{
	struct pair pair;
	size_t at = 0;

	return next_pair(cell, STR(""), &at, &pair);
}

void rowsums_sources(struct row *r, size_t i)
{
	struct str cell = row_cell(r, (int)i), unit = rowsums_has(cell) ? STR("") : r->g->columns[i].unit;
	struct pair pair;
	size_t at = 0, whole_at;
	struct finding *whole = whole_of(r, STR("investment"), &whole_at);

	for (size_t n = 0; n < MOST_PAIRS && next_pair(cell, unit, &at, &pair); n++) {
		struct column c;
		struct str label = behind_part(pair.label);

		/* 总投资5000万元，其中…: the sum of them all stands in a column of its own. */
		if (!label.n || str_longer(label, LONGEST_LABEL) || words_is(label, W_SUM) || words_is(label, W_TOTALINVEST))
			continue;
		heading_read(&c, label);
		if (c.role != COLUMN_MONEY)
			c = (struct column){.role = COLUMN_MONEY, .arg = STR("investment"), .status = STR("planned"), .head = label};
		c.unit = unit;
		struct finding *f = add_sum(r, i, &c, pair.sum, STR(""));

		if (f)
			f->part_of = whole;
	}
}

void rowsums_remark(struct row *r, size_t i)
{
	struct str cell = row_cell(r, (int)i);
	struct pair pair;
	size_t at = 0, column;
	struct finding *whole = words_of(cell, 0, W_PART) && grid_column(r->g, COLUMN_RECIPIENT) >= 0 ? whole_of(r, STR(""), &column) : NULL;

	for (size_t n = 0; whole && n < MOST_PAIRS && next_pair(cell, STR(""), &at, &pair); n++) {
		struct str to = behind_part(pair.label);

		if (!row_is_place(to) && !words_tail(to, W_FIRM))
			return;
		struct finding *f = add_sum(r, column, &r->g->columns[column], pair.sum, to);

		if (f)
			f->part_of = whole;
	}
}
