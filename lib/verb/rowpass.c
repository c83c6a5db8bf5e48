/* Knows which plain rows go out as they stand, and how typed cells are put into them. */
#include "verb/rowpass.h"

#include "io/marks.h"
#include "verb/columnplain.h"

struct spot {
	size_t at;              /* the cell of the row that it reads */
	struct column *column;
	bool plain;             /* its plain cells are put out without a look at their value */
	enum fill_outcome outcome; /* of the row at hand */
};

struct rowpass {
	struct columns *columns;
	const struct str *names;
	size_t n;
	char delimiter;
	bool passes;            /* rows can go out as they stand: no column is dropped, cleaned or noted before */
	struct spot *spots;   /* of the named columns, in the order of the table */
	size_t spots_n;
	size_t told[COLUMNS_CONTEXTS]; /* the columns that tell how cells are meant; n: there is none */
	struct arena *arena;
	uint32_t *marks;
	size_t room;
};

struct rowpass *rowpass_new(struct arena *a, struct columns *c, const struct str *names, size_t n, char delimiter)
{
	struct rowpass *p = ARENA_NEW(a, struct rowpass);

	*p = (struct rowpass){.columns = c, .names = names, .n = n, .delimiter = delimiter, .passes = true, .arena = a};
	p->spots = ARENA_ARRAY(a, struct spot, n);
	for (int t = 0; t < COLUMNS_CONTEXTS; t++)
		p->told[t] = n;
	for (size_t i = 0; i < n; i++) {
		struct column *column = columns_find(c, names[i]);

		if (columns_is_made(c, names[i]) || str_eq(names[i], columns_notes) || (column && column->kind == CELL_TEXT))
			p->passes = false;
		for (int t = 0; t < COLUMNS_CONTEXTS; t++)
			if (str_eq(names[i], columns_context_names[t]))
				p->told[t] = i;
		if (column)
			p->spots[p->spots_n++] = (struct spot){i, column, columnplain_takes(column), FILL_EMPTY};
	}
	return p;
}

/* A row as its place in the rows tells it: cell i lies between mark i - 1 and mark i. */
struct row {
	const char *p;
	const uint32_t *marks;
	size_t start, end; /* in p; the end without CR and LF */
	size_t cells;
};

static struct str cell_of(const struct row *row, size_t i)
{
	size_t from = i ? row->marks[i - 1] + 1 : row->start, to = i + 1 < row->cells ? row->marks[i] : row->end;

	return (struct str){to > from ? row->p + from : NULL, to - from};
}

static struct str told_by(const struct rowpass *p, const struct row *row, const struct spot *spot, int t)
{
	size_t at = p->told[t];

	return at == p->n || at == spot->at ? (struct str){NULL, 0} : cell_of(row, at);
}

/* Any cell by its value; false where there is something to note. */
static bool put_read(struct rowpass *p, const struct row *row, struct spot *spot, struct str cell, struct arena *a, struct buf *out)
{
	struct str told[COLUMNS_CONTEXTS];

	for (int t = 0; t < COLUMNS_CONTEXTS; t++)
		told[t] = told_by(p, row, spot, t);
	return columns_put(p->columns, spot->column, cell, told, p->delimiter, a, out, &spot->outcome);
}

static bool put_row(struct rowpass *p, const struct row *row, struct arena *a, struct buf *out)
{
	size_t written = row->start, before = out->n;

	for (size_t i = 0; i < p->spots_n; i++) {
		struct spot *spot = &p->spots[i];
		struct str cell = cell_of(row, spot->at);
		size_t end = spot->at + 1 < row->cells ? row->marks[spot->at] : row->end;

		buf_add(out, (struct str){row->p + written, end - written});
		written = end;
		spot->outcome = FILL_OK;
		if (spot->plain && columnplain_put(spot->column, cell, p->delimiter, out))
			continue;
		if (!put_read(p, row, spot, cell, a, out)) {
			out->n = before;
			return false;
		}
	}
	buf_add(out, (struct str){row->p + written, row->end - written});
	if (p->spots_n)
		buf_byte(out, p->delimiter);
	buf_byte(out, '\n');
	for (size_t i = 0; i < p->spots_n; i++)
		p->spots[i].column->count[p->spots[i].outcome]++;
	return true;
}

static void give_record(const struct rowpass *p, const struct row *row, long line, struct arena *a, const struct rowpass_odd *odd)
{
	struct record r = {a, ARENA_ARRAY(a, struct field, p->n), p->n, p->n};

	for (size_t i = 0; i < p->n; i++) {
		struct value v = value_string(cell_of(row, i));

		if (!v.s.p)
			v.kind = VALUE_NULL;
		r.fields[i] = (struct field){p->names[i], v};
	}
	odd->record(odd->ctx, &r, line);
}

/* The marks of the row that begins at `start`: delimiters up to its LF. A CR before the LF is no part of the row; one elsewhere is data, so
 * that it is dropped from the marks, and the row is not for passing on. */
static size_t find_row(struct str rows, uint32_t *marks, struct row *row, bool *odd)
{
	size_t n = 0, kept = 0;

	*odd = false;
	for (; rows.p[marks[n]] != '\n'; n++) {
		if (rows.p[marks[n]] != '\r')
			marks[kept++] = marks[n];
		else if (rows.p[marks[n] + 1] != '\n')
			*odd = true;
	}
	row->p = rows.p;
	row->marks = marks;
	row->end = marks[n];
	if (row->end > row->start && rows.p[row->end - 1] == '\r')
		row->end--;
	row->cells = kept + 1;
	return n + 1;
}

static uint32_t *room_for(struct rowpass *p, size_t n)
{
	if (n > p->room) {
		p->room = 2 * n;
		p->marks = ARENA_ARRAY(p->arena, uint32_t, p->room);
	}
	return p->marks;
}

long rowpass_put(struct rowpass *p, struct str rows, long line, struct arena *a, const struct rowpass_odd *odd, struct buf *out)
{
	uint32_t *marks = room_for(p, rows.n);
	size_t n = marks_find(rows, p->delimiter, marks), start = 0;
	long count = 0;

	for (size_t i = 0; i < n; line++) {
		struct row row = {.start = start};
		bool carriage;

		i += find_row(rows, marks + i, &row, &carriage);
		start = marks[i - 1] + 1;
		if (row.end == row.start)
			continue;
		count++;
		if (row.cells != p->n)
			odd->ragged(odd->ctx, row.cells, line, (struct str){rows.p + row.start, row.end - row.start});
		else if (carriage || !p->passes || !put_row(p, &row, a, out))
			give_record(p, &row, line, a, odd);
	}
	return count;
}
