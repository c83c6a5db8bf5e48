/* Small tables that a user writes to have the last word: --aliases, --corrections. CSV, TSV or JSON lines in any encoding that the filters
 * read. What is wrong in one is told with its file and line and ends the program with status 2. */
#ifndef PT_VERB_USERFILE_H
#define PT_VERB_USERFILE_H

#include "base/arena.h"
#include "io/record.h"

/* One row: the fields are those of the names that were given, in their order; an empty cell and a null are VALUE_NULL. */
struct userfile_row {
	const char *option, *file;
	long line;
	const struct value *cells;
};

struct userfile {
	const char *option;       /* for messages: --aliases */
	const char *const *names; /* of the columns that are read, NULL at the end */
	size_t required;          /* so many of the first must be there */
	const char *const *known; /* of columns that are passed over without a word, NULL at the end; others are told */
};

/* Reads a file; what the rows hold is in `a`. */
void userfile_read(const struct userfile *u, const char *file, struct arena *a, void (*row)(void *ctx, const struct userfile_row *row),
                   void *ctx);

/* Tells what is wrong with a row and ends. */
void userfile_bad(const struct userfile_row *row, const char *fmt, ...) __attribute__((format(printf, 2, 3), noreturn));

/* The text of a cell, a number's too, without blanks at its ends; empty for none. A cell of another kind is told, and ends. */
struct str userfile_text(const struct userfile_row *row, const struct userfile *u, size_t cell);

#endif
