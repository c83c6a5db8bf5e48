/* Records in and out, whatever the format. */
#ifndef PT_IO_STREAM_H
#define PT_IO_STREAM_H

#include <stdio.h>

#include "base/buf.h"
#include "io/record.h"

enum format { FORMAT_AUTO, FORMAT_TEXT, FORMAT_CSV, FORMAT_TSV, FORMAT_JSONL };

/* FORMAT_AUTO - 1 (that is -1) when the name is unknown. */
int format_of_name(const char *name);

struct source_options {
	enum format format;   /* FORMAT_AUTO: by content (a first non-blank byte `{` is JSON lines, else CSV; a TAB and no comma in the header: TSV) */
	const char *encoding; /* NULL: detected */
	char delimiter;       /* of CSV; 0: comma */
	bool no_header;       /* columns are then named 1, 2, 3 ... */
	bool as_text;         /* CSV cells stay text even where the header is the contract's */
	bool keep;            /* records hold no slices of the input: all they hold is in their arena */
};

/* What cannot be read as a record. `raw` is the line or row. */
typedef void (*source_reject)(void *ctx, const char *file, long line, const char *reason, struct str raw);

struct source;

/* Opens file ("-": standard input). NULL and a message (status 1) when it cannot be opened. */
struct source *source_open(const char *file, const struct source_options *o, source_reject reject, void *ctx);
enum format source_format(const struct source *s); /* the format found; never FORMAT_AUTO */

/* The columns of a table (header row) or NULL for JSON lines. */
const struct str *source_columns(const struct source *s, size_t *n);

/* The next record, in `a`, with its 1-based first line in *line; it may hold slices of the input, which last until the
 * next call. False at the end or when the rest cannot be read (message given, status 1). Malformed lines go to `reject`
 * and are passed over.
 * In a table, empty cells are null, quoted empty cells are the empty string; where the header names
 * the field `type` and fields of the contract, cells take the kinds of the schema. */
bool source_next(struct source *s, struct arena *a, struct record *r, long *line);
/* Of JSON lines, the line of the last record as it is written, valid until the next; of tables empty. */
struct str source_line(const struct source *s);

/* Of CSV, the rows that come next as they stand, as far as they are lines without quotes, in `a`: whole lines, of which the source knows no
 * more, with the 1-based number of the first. False where the next row is for source_next. */
bool source_rows(struct source *s, struct arena *a, struct str *rows, long *line);

/* Why a row with so many cells is rejected, in `a`. */
const char *source_ragged(struct arena *a, size_t expected, size_t found);

void source_close(struct source *s);

struct sink_options {
	enum format format;    /* FORMAT_CSV, FORMAT_TSV, FORMAT_JSONL, or FORMAT_TEXT: columns aligned for people */
	const char *output;    /* NULL: standard output; else written beside it and renamed by sink_close */
	char delimiter;
	bool bom, no_header;
	bool plain;            /* what is written is no contract records, whatever its columns are named */
};

struct sink;

struct sink *sink_open(const struct sink_options *o);
/* Columns of a table in their order, when known before the first record; else the columns are the
 * union over all records (by schema for contract records, `type` first; first-seen order otherwise)
 * and the records are spooled to a temporary file until sink_close. */
void sink_columns(struct sink *s, const struct str *columns, size_t n);
/* Contract records are written in schema order, unknown fields after the known ones. */
void sink_write(struct sink *s, const struct record *r);
/* Whether the form of a record is known before all records are: JSON lines, or columns that were given. */
bool sink_knows_form(const struct sink *s);
/* Appends a record as sink_write would write it to out; only where its form is known. Safe for several threads. */
void sink_format(const struct sink *s, const struct record *r, struct buf *out);
/* Writes what sink_format or a likeness of it has made. */
void sink_bytes(struct sink *s, struct str bytes);
/* Ends with status 2 on a write error; a closed pipe ends the program quietly. */
void sink_close(struct sink *s);

/* One JSON line with its LF, appended to b. */
void record_to_json(const struct record *r, struct buf *b);

#endif
