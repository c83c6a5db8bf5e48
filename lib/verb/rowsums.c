/* Knows which sums stand among the words of a cell: where the money of a row comes from, and which part of it a place gets. */
#include "verb/rowsums.h"

#include "doc/heading.h"
#include "verb/clause.h"

enum { MOST_PAIRS = 40, SHORTEST_LABEL = 3, LONGEST_LABEL = 24 /* characters */ };

/* 专项债券|30000万元 */
struct pair {
	struct str label, sum, both;
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
		struct str label = clause_strip(str_sub(cell, *at, i)), sum = str_sub(cell, i, i + n);

		*out = (struct pair){label, sum, label.n ? str_sub(cell, (size_t)(label.p - cell.p), i + n) : sum};
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

/* A sum of the row as if it stood under the heading `c` in column i, with `to` for who gets it, where that is told; a part of `whole`. */
static struct finding *add_sum(const struct row *r, size_t i, const struct column *c, const struct pair *pair, struct str to, struct finding *whole)
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
	cells[i] = pair->sum;
	if (to.n && getter >= 0)
		cells[getter] = to;
	p.cells = cells;
	one.g = &g;
	one.titled = &titled;
	one.p = &p;
	one.listed = STR("");
	struct finding *f = row_money(&one, i);

	if (!f)
		return NULL;
	f->part_of = whole;
	f->from = view_from(&r->d->outline.view, pair->both);
	f->to = view_to(&r->d->outline.view, pair->both);
	return f;
}

/* Whether a sum of money with its unit stands in the cell. */
static bool has_sum(struct str cell)
{
	struct pair pair;
	size_t at = 0;

	return next_pair(cell, STR(""), &at, &pair);
}

void rowsums_sources(struct row *r, size_t i)
{
	struct str cell = row_cell(r, (int)i), unit = has_sum(cell) ? STR("") : r->g->columns[i].unit;
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
		add_sum(r, i, &c, &pair, STR(""), whole);
	}
}

/* 凤凰县试点: the place that it begins with; n 0: there is none. */
static struct str place_of(struct str s)
{
	size_t used;

	if (row_is_place(s) && words_tail(s, W_NAMED))
		return s;
	return region_chain(s, &used) ? str_sub(s, 0, used) : STR("");
}

/* 其中重特大疾病救助试点300万元: what a part of the row's sum is for. 含上年结余35万元 is none of this year's. */
static bool tells_purpose(struct str s)
{
	return str_reaches(s, SHORTEST_LABEL) && !str_longer(s, LONGEST_LABEL) && !words_of(s, 0, W_DONE) && !words_of(s, 0, W_STAT) && !words_is(s, W_SUM);
}

void rowsums_remark(struct row *r, size_t i)
{
	struct str cell = row_cell(r, (int)i);
	struct pair pair;
	size_t at = 0, column = 0;
	struct finding *whole = words_of(cell, 0, W_PART) && grid_column(r->g, COLUMN_RECIPIENT) >= 0 ? whole_of(r, STR(""), &column) : NULL;

	for (size_t n = 0; whole && n < MOST_PAIRS && next_pair(cell, STR(""), &at, &pair); n++) {
		struct str label = behind_part(pair.label), to = words_tail(label, W_FIRM) ? label : place_of(label);

		if (!to.n && !tells_purpose(label))
			return;
		struct finding *f = add_sum(r, column, &r->g->columns[column], &pair, to, whole);

		if (f && !to.n) {
			finding_forget(f, "purpose");
			finding_cell(r->d, f, "purpose", label);
		}
	}
}
