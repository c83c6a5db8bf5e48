/* CSV rows in (by libcsv, whose only user csv.c is) and cells out. */
#ifndef PT_IO_CSV_H
#define PT_IO_CSV_H

#include "base/arena.h"
#include "base/buf.h"

struct cells {
	struct str *cell; /* p NULL: an empty cell without quotes */
	size_t n, cap;
};

enum csv_got {
	CSV_GOT_MORE, /* the row goes on in the next line */
	CSV_GOT_NONE, /* an empty line */
	CSV_GOT_ROW,
	CSV_GOT_BAD   /* a quote where none may stand; the row is lost, the next line begins a new one */
};

struct csv_reader;

struct csv_reader *csv_reader_open(char delimiter);
/* One physical line with its LF; cells are copied to `a` and *row is added to until the row is whole. */
enum csv_got csv_reader_line(struct csv_reader *c, struct arena *a, struct str line, struct cells *row);
/* The end of the text: CSV_GOT_BAD inside a quoted cell, CSV_GOT_ROW when a last line had no LF, else
 * CSV_GOT_NONE. */
enum csv_got csv_reader_end(struct csv_reader *c, struct arena *a, struct cells *row);
/* How many lines ago, the last one being 0, the quote that is open now was opened. */
long csv_reader_open_quote(const struct csv_reader *c);
void csv_reader_close(struct csv_reader *c);

/* Appends one cell, quoted only when it must be; p NULL: nothing, empty with p set: "". */
void csv_put_cell(struct buf *b, struct str cell, char delimiter);

/* Array members joined by `;`, with `\` before `;` and `\` in members. */
void csv_join(struct buf *b, const struct str *items, size_t n);
/* The members again, in `a`; false when no array is written that way (`\` before anything else). */
bool csv_unjoin(struct arena *a, struct str cell, struct str **items, size_t *n);

#endif
