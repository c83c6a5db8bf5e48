/* Knows how the rows of a table are kept: packed one behind the other, a number and the text for
 * each cell. */
#include "verb/held.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "io/csv.h"
#include "io/schema.h"
#include "verb/pick.h"

enum { PIECE = 1024 * 1024, MOST_TOLD = 10, KIND_BITS = 3 };

struct held_row {
	const char *cells; /* for each column: length << KIND_BITS | kind, then the text */
	long line;
	size_t n;          /* columns that were known when it was read */
};

struct reading {
	struct held *h;
	long faults;
	size_t next;       /* where the column of the next field is looked for first */
	struct held_cell *cells;
	size_t cap;
	struct buf packed;
};

static void take_reject(void *ctx, const char *file, long line, const char *reason, struct str raw)
{
	struct reading *r = ctx;

	(void)raw;
	if (r->faults++ < MOST_TOLD)
		diag_input(file, line, "%s", reason);
	diag_status(STATUS_INPUT);
}

struct held_cell held_cell_of(struct arena *a, const struct value *v)
{
	if (v->kind == VALUE_NULL || (v->kind == VALUE_ARRAY && v->n == 0))
		return (struct held_cell){STR(""), VALUE_NULL};
	return (struct held_cell){value_text(a, v), v->kind};
}

struct value held_value(struct arena *a, struct held_cell cell)
{
	struct value v = {cell.kind, str_eq(cell.text, STR("true")), cell.text, NULL, 0};

	if (cell.kind == VALUE_ARRAY)
		csv_unjoin(a, cell.text, &v.items, &v.n);
	return v;
}

static size_t find_column(struct reading *r, struct str name)
{
	struct names *columns = &r->h->columns;
	size_t i = r->next < columns->n && str_eq(names_get(columns, r->next), name) ? r->next : names_add(columns, name);

	r->next = i + 1;
	return i;
}

static void make_cells(struct reading *r)
{
	size_t n = r->h->columns.n;

	if (n > r->cap) {
		r->cells = realloc(r->cells, 2 * n * sizeof *r->cells);
		if (!r->cells)
			diag_die("out of memory");
		for (size_t i = r->cap; i < 2 * n; i++)
			r->cells[i] = (struct held_cell){STR(""), VALUE_NULL};
		r->cap = 2 * n;
	}
}

static void pack(struct buf *b, struct held_cell c)
{
	uint32_t head = (uint32_t)c.text.n << KIND_BITS | c.kind;

	if (c.text.n >> (32 - KIND_BITS))
		diag_die("a cell of %zu bytes", c.text.n);
	buf_add(b, (struct str){(const char *)&head, sizeof head});
	buf_add(b, c.text);
}

static const char *keep(struct held *h, struct str s)
{
	if (s.n > h->left) {
		h->left = s.n > PIECE / 16 ? s.n : PIECE;
		h->room = arena_alloc(&h->arena, h->left);
	}
	char *p = h->room;

	if (s.n)
		memcpy(p, s.p, s.n);
	h->room += s.n;
	h->left -= s.n;
	return p;
}

static void add_row(struct reading *r, long line)
{
	struct held *h = r->h;

	buf_clear(&r->packed);
	for (size_t i = 0; i < h->columns.n; i++) {
		pack(&r->packed, r->cells[i]);
		r->cells[i] = (struct held_cell){STR(""), VALUE_NULL};
	}
	if (h->n == h->cap) {
		h->cap = h->cap ? 2 * h->cap : 1024;
		h->rows = realloc(h->rows, h->cap * sizeof *h->rows);
		if (!h->rows)
			diag_die("out of memory");
	}
	h->rows[h->n++] = (struct held_row){keep(h, buf_str(&r->packed)), line, h->columns.n};
}

static void take_record(struct reading *r, const struct record *record, long line)
{
	r->next = 0;
	for (size_t i = 0; i < record->n; i++) {
		size_t column = find_column(r, record->fields[i].name);

		make_cells(r);
		r->cells[column] = held_cell_of(record->arena, &record->fields[i].v);
	}
	make_cells(r);
	add_row(r, line);
	r->h->contract &= schema_type(record_text(record, "type")) != RECORD_UNKNOWN;
}

static void read_rows(struct reading *r, struct source *source)
{
	struct arena arena = {NULL, 0};
	struct arena_mark mark = arena_mark(&arena);
	struct record record;
	long line;

	while (source_next(source, &arena, &record, &line)) {
		take_record(r, &record, line);
		arena_release(&arena, mark);
	}
	arena_free(&arena);
}

static bool is_contract(const struct held *h)
{
	struct arena a = {NULL, 0};
	struct str *names = ARENA_ARRAY(&a, struct str, h->columns.n);

	for (size_t i = 0; i < h->columns.n; i++)
		names[i] = names_get(&h->columns, i);
	bool contract = h->n > 0 && schema_is_contract(names, h->columns.n);

	arena_free(&a);
	return contract;
}

void held_read(struct held *h, const char *file, const struct source_options *o)
{
	struct reading r = {.h = h};
	struct source *source = source_open(file, o, take_reject, &r);
	size_t n;

	*h = (struct held){.file = file, .contract = true};
	if (!source)
		return;
	const struct str *columns = source_columns(source, &n);

	h->format = source_format(source);
	h->table = h->format != FORMAT_JSONL;
	for (size_t i = 0; columns && i < n; i++)
		names_add(&h->columns, columns[i]);
	read_rows(&r, source);
	h->contract = h->contract && is_contract(h);
	source_close(source);
	if (r.faults > MOST_TOLD)
		diag_note(file, 0, "and %ld more", r.faults - MOST_TOLD);
	free(r.cells);
	buf_free(&r.packed);
}

void held_cells(const struct held *h, size_t row, struct held_cell *cells)
{
	const struct held_row *r = &h->rows[row];
	const char *p = r->cells;

	for (size_t i = 0; i < r->n; i++) {
		uint32_t head;

		memcpy(&head, p, sizeof head);
		cells[i] = (struct held_cell){{p + sizeof head, head >> KIND_BITS}, head & ((1 << KIND_BITS) - 1)};
		p += sizeof head + cells[i].text.n;
	}
	for (size_t i = r->n; i < h->columns.n; i++)
		cells[i] = (struct held_cell){STR(""), VALUE_NULL};
}

long held_line(const struct held *h, size_t row)
{
	return h->rows[row].line;
}

void held_free(struct held *h)
{
	names_free(&h->columns);
	arena_free(&h->arena);
	free(h->rows);
}
