/* Knows how columns are aligned when characters differ in width. */
#include "io/aligned.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/number.h"
#include "base/unicode.h"

struct column {
	size_t width;
	bool text; /* a cell is no number */
};

struct aligned {
	struct out *out;
	struct column *columns;
	size_t n;
	struct buf line, cell;
};

void aligned_cell(struct buf *b, struct str cell)
{
	for (size_t i = 0; i < cell.n; i++)
		buf_byte(b, (unsigned char)cell.p[i] < 0x20 || cell.p[i] == 0x7F ? ' ' : cell.p[i]);
}

static struct str shown(struct aligned *a, struct str cell)
{
	buf_clear(&a->cell);
	aligned_cell(&a->cell, cell);
	return buf_str(&a->cell);
}

static void measure(struct aligned *a, const struct str *cells, bool head)
{
	struct number unused;

	for (size_t i = 0; i < a->n; i++) {
		size_t width = unicode_width(shown(a, cells[i]));

		if (width > a->columns[i].width)
			a->columns[i].width = width;
		if (!head && cells[i].n && !number_read(cells[i], &unused))
			a->columns[i].text = true;
	}
}

static void add_blanks(struct buf *b, size_t n)
{
	while (n--)
		buf_byte(b, ' ');
}

static void write_row(struct aligned *a, const struct str *cells)
{
	for (size_t i = 0; i < a->n; i++) {
		struct str cell = shown(a, cells[i]);
		size_t blanks = a->columns[i].width - unicode_width(cell);

		if (i)
			buf_add(&a->line, STR("  "));
		if (!a->columns[i].text)
			add_blanks(&a->line, blanks);
		buf_add(&a->line, cell);
		if (a->columns[i].text)
			add_blanks(&a->line, blanks);
	}
	while (a->line.n && a->line.p[a->line.n - 1] == ' ')
		a->line.n--;
	buf_byte(&a->line, '\n');
	out_add(a->out, buf_str(&a->line));
	buf_clear(&a->line);
}

static void *zeroed(size_t n, size_t size)
{
	void *p = calloc(n + 1, size);

	if (!p)
		diag_die("out of memory");
	return p;
}

void aligned_write(struct out *o, const struct str *heads, size_t n, struct spool *rows)
{
	struct aligned a = {.out = o, .columns = zeroed(n, sizeof *a.columns), .n = n};
	struct str *cells = zeroed(n, sizeof *cells);

	if (heads)
		measure(&a, heads, true);
	spool_rewind(rows);
	while (spool_next(rows, cells, n))
		measure(&a, cells, false);
	if (heads)
		write_row(&a, heads);
	spool_rewind(rows);
	while (spool_next(rows, cells, n))
		write_row(&a, cells);
	buf_free(&a.line);
	buf_free(&a.cell);
	free(a.columns);
	free(cells);
}
