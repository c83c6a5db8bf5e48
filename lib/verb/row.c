/* Knows what the cells of a row are for all readers of rows: what it is about, whom it names, which figure a cell holds. */
#include "verb/row.h"

#include "verb/clause.h"
#include "verb/rowbodies.h"

struct str row_cell(const struct row *r, int column)
{
	return column >= 0 && (size_t)column < r->p->cell_count ? r->p->cells[column] : STR("");
}

struct str row_told(const struct row *r, enum column_role role)
{
	return row_cell(r, grid_column(r->g, role));
}

struct finding *row_finding(const struct row *r, enum record_type type)
{
	struct finding *f = finding_at(r->d, type, "table-row", r->p->from, r->p->to);

	f->section = r->p->section;
	return f;
}

struct str row_subject(const struct row *r)
{
	int c = grid_column(r->g, COLUMN_NAME), category = grid_column(r->g, COLUMN_CATEGORY);

	if (c < 0)
		c = grid_column(r->g, COLUMN_TASK);
	if (c >= 0 && row_cell(r, c).n)
		return row_cell(r, c);
	for (size_t i = 0; i < r->g->column_count; i++) {
		enum column_role role = r->g->columns[i].role;

		if (role == COLUMN_SEQ || role == COLUMN_MONEY || role == COLUMN_COUNT || role == COLUMN_IGNORE || !row_cell(r, (int)i).n)
			continue;
		if (role == COLUMN_DUTY || role == COLUMN_ORG || role == COLUMN_DEADLINE || role == COLUMN_RECIPIENT)
			return row_cell(r, category).n ? row_cell(r, category) : r->g->title;
		return row_cell(r, (int)i);
	}
	return r->g->title;
}

struct str row_bare(struct str s)
{
	size_t len;
	long value;
	int level = outline_marker(s, &len, &value);
	const struct word *part = words_of(s, 0, W_PART);

	if (part && part->text.n < s.n && (str_ends(part->text, STR(":")) || s.p[part->text.n] == ' '))
		return clause_strip(str_from(s, part->text.n));
	return level > 4 && len < s.n ? str_trim(str_from(s, len)) : s;
}

void row_add_bodies(struct row *r, struct finding *f, const char *field, struct str list)
{
	if (rowbodies_void(list))
		return;
	list = rowbodies_unmanned(r->d, row_bare(list));
	if (list.p != r->listed.p || list.n != r->listed.n)
		r->body_count = body_list(list, r->bodies, ROW_BODIES);
	r->listed = list;
	for (size_t i = 0; i < r->body_count; i++)
		finding_item(r->d, f, field, r->bodies[i].s);
}

/* Of 市 and 县 the narrower one gets it; the wider one stands in the first of its rows alone. Of two lists side by side each has its own, before the sum. */
int row_recipient(const struct row *r, size_t money)
{
	int found = -1;

	for (size_t i = 0; i < r->g->column_count && (i < money || found < 0); i++)
		if (r->g->columns[i].role == COLUMN_RECIPIENT && !rowbodies_void(row_cell(r, (int)i)))
			found = (int)i;
	return found < 0 ? grid_column(r->g, COLUMN_RECIPIENT) : found;
}

bool row_tells_policy(const struct grid *g)
{
	for (size_t i = 0; i < g->column_count; i++)
		if (g->columns[i].role == COLUMN_MONEY)
			return false;
	return grid_column(g, COLUMN_POLICY) >= 0;
}

struct str row_figure(struct str s, struct str unit, struct quantity *q)
{
	if (quantity_parse(s, unit, q))
		return s;
	for (size_t i = 0, len; i < s.n; i += len) {
		size_t n = quantity_match(str_from(s, i), unit, q);

		if (n)
			return str_sub(s, i, i + n);
		str_char(s, i, &len);
	}
	return STR("");
}
