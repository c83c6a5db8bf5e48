/* Knows libcsv and what must be done so that it changes no data.
 *
 * libcsv trims blanks (a space function that knows none stops that), takes a lone CR for the end of
 * a row (the end function knows only LF while such a byte is fed), tells no lines (a line is fed at a
 * time) and swallows all after a quote that is never closed (strict mode to the end). */
#include "io/csv.h"

#include <csv.h>

#include "base/diag.h"

struct csv_reader {
	struct csv_parser parser;
	char delimiter;
	struct arena *arena;  /* where cells of the row at hand go */
	struct cells *row;
	size_t cells_in_line; /* cells that ended in the line last fed */
	bool row_ended, blank;
	long quote_lines;     /* lines since the open quote */
};

static int no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static int ends_at_lf(unsigned char c)
{
	return c == '\n';
}

static void take_cell(void *text, size_t n, void *ctx)
{
	struct csv_reader *c = ctx;
	struct cells *row = c->row;
	struct str s = {text, n};

	c->cells_in_line++;
	*ARENA_PUSH(c->arena, row->cell, row->n, row->cap) = text ? arena_copy(c->arena, s) : (struct str){NULL, 0};
}

static void end_row(int end, void *ctx)
{
	(void)end;
	((struct csv_reader *)ctx)->row_ended = true;
}

static void start(struct csv_reader *c)
{
	if (csv_init(&c->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL))
		diag_die("the CSV reader cannot be started");
	csv_set_delim(&c->parser, (unsigned char)c->delimiter);
	csv_set_space_func(&c->parser, no_space);
}

static void start_again(struct csv_reader *c)
{
	csv_free(&c->parser);
	start(c);
	c->quote_lines = 0;
}

struct csv_reader *csv_reader_open(char delimiter)
{
	struct csv_reader *c = calloc(1, sizeof *c);

	if (!c)
		diag_die("out of memory");
	c->delimiter = delimiter;
	start(c);
	return c;
}

/* libcsv keeps a byte that it cannot find memory for as an error, too. */
static bool feed(struct csv_reader *c, struct str s)
{
	if (csv_parse(&c->parser, s.p, s.n, take_cell, end_row, c) == s.n)
		return true;
	if (csv_error(&c->parser) != CSV_EPARSE)
		diag_die("CSV: %s", csv_strerror(csv_error(&c->parser)));
	return false;
}

/* Feeds a line; a CR that no LF follows is data. */
static bool feed_line(struct csv_reader *c, struct str line)
{
	size_t at = 0;

	for (;;) {
		const char *cr = at < line.n ? memchr(line.p + at, '\r', line.n - at) : NULL;
		size_t i = cr ? (size_t)(cr - line.p) : line.n;

		if (!cr || (i + 2 == line.n && line.p[i + 1] == '\n'))
			return feed(c, str_from(line, at));
		if (!feed(c, str_sub(line, at, i)))
			return false;
		csv_set_term_func(&c->parser, ends_at_lf);
		bool ok = feed(c, str_sub(line, i, i + 1));

		csv_set_term_func(&c->parser, NULL);
		if (!ok)
			return false;
		at = i + 1;
	}
}

static bool is_blank(struct str line)
{
	return str_eq(line, STR("\n")) || str_eq(line, STR("\r\n"));
}

enum csv_got csv_reader_line(struct csv_reader *c, struct arena *a, struct str line, struct cells *row)
{
	bool fresh = row->n == 0 && c->quote_lines == 0;

	if (fresh && is_blank(line))
		return CSV_GOT_NONE;
	c->arena = a;
	c->row = row;
	c->cells_in_line = 0;
	c->row_ended = false;
	if (!feed_line(c, line)) {
		start_again(c);
		return CSV_GOT_BAD;
	}
	if (c->row_ended) {
		c->quote_lines = 0;
		return CSV_GOT_ROW;
	}
	c->quote_lines = fresh || c->cells_in_line ? 1 : c->quote_lines + 1;
	return CSV_GOT_MORE;
}

enum csv_got csv_reader_end(struct csv_reader *c, struct arena *a, struct cells *row)
{
	c->arena = a;
	c->row = row;
	c->row_ended = false;
	if (csv_fini(&c->parser, take_cell, end_row, c) == 0)
		return c->row_ended ? CSV_GOT_ROW : CSV_GOT_NONE;
	return CSV_GOT_BAD;
}

long csv_reader_open_quote(const struct csv_reader *c)
{
	return c->quote_lines - 1;
}

void csv_reader_close(struct csv_reader *c)
{
	csv_free(&c->parser);
	free(c);
}

/* Whether one of eight bytes is 0; a byte behind such a one may be taken for 0 too. */
static uint64_t zeros_in(uint64_t v)
{
	return (v - 0x0101010101010101) & ~v & 0x8080808080808080;
}

static bool needs_quotes(struct str s, char delimiter)
{
	const uint64_t ones = 0x0101010101010101;
	size_t i = 0;

	for (; s.n - i >= 8; i += 8) {
		uint64_t v;

		memcpy(&v, s.p + i, sizeof v);
		if (zeros_in(v ^ ones * '"') | zeros_in(v ^ ones * '\n') | zeros_in(v ^ ones * '\r') | zeros_in(v ^ ones * (unsigned char)delimiter))
			return true;
	}
	for (; i < s.n; i++)
		if (s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r' || s.p[i] == delimiter)
			return true;
	return s.n == 0;
}

void csv_put_cell(struct buf *b, struct str cell, char delimiter)
{
	if (!cell.p)
		return;
	if (!needs_quotes(cell, delimiter)) {
		buf_add(b, cell);
		return;
	}
	struct str part;
	size_t at = 0;

	buf_byte(b, '"');
	for (bool first = true; str_split(cell, '"', &at, &part); first = false) {
		if (!first)
			buf_add(b, STR("\"\""));
		buf_add(b, part);
	}
	buf_byte(b, '"');
}

void csv_join(struct buf *b, const struct str *items, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_byte(b, ';');
		for (size_t k = 0; k < items[i].n; k++) {
			if (items[i].p[k] == ';' || items[i].p[k] == '\\')
				buf_byte(b, '\\');
			buf_byte(b, items[i].p[k]);
		}
	}
}

bool csv_unjoin(struct arena *a, struct str cell, struct str **items, size_t *n)
{
	size_t cap = 0, len = 0;
	char *p = arena_alloc(a, cell.n + 1);

	*items = NULL;
	*n = 0;
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.p[i] == ';') {
			*ARENA_PUSH(a, *items, *n, cap) = (struct str){p, len};
			p += len;
			len = 0;
			continue;
		}
		if (cell.p[i] == '\\' && (++i == cell.n || (cell.p[i] != ';' && cell.p[i] != '\\')))
			return false;
		p[len++] = cell.p[i];
	}
	*ARENA_PUSH(a, *items, *n, cap) = (struct str){p, len};
	return true;
}
