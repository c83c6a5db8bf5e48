/* Named columns of any table, read as money, numbers, dates, periods, regions or bodies: each gets typed columns behind it. */
#ifndef PT_VERB_COLUMNS_H
#define PT_VERB_COLUMNS_H

#include <limits.h>

#include "base/names.h"
#include "io/record.h"
#include "verb/cell.h"
#include "verb/fill.h"

enum { COLUMNS_MOST_MADE = 9 };

struct column {
	enum cell_kind kind;
	struct str name, unit;
	struct quantity one;   /* 1 in that unit */
	bool plain;            /* bare numbers can be read by that alone */
	int power;             /* of ten that `one` is; INT_MAX: it is none */
	struct str made[COLUMNS_MOST_MADE]; /* the names of its typed columns */
	size_t n;
	long count[FILL_OUTCOMES];
};

struct columns {
	struct arena arena;
	struct column *items;
	size_t n, cap;
	struct str *units;     /* C=UNIT of the command line, still to be given out */
	size_t units_n, units_cap;
	struct ymd as_of;
	bool find;
	bool simplify;         /* cells are read, and texts cleaned, in simplified characters */
	bool table;            /* the input at hand is a table: members of `notes` are joined in one text */
	bool tell;             /* each cell that cannot be read is told on standard error */
	struct value *row;     /* room for what one column makes */
	struct names known;    /* names of fields */
	struct columns_plan *plan; /* of records with the names of the last one */
	struct buf text;       /* room for a number */
};

void columns_add(struct columns *c, enum cell_kind kind, const char *name);
void columns_unit(struct columns *c, const char *arg);
void columns_as_of(struct columns *c, const char *arg);

/* A copy for another thread, with counts of its own; columns_join adds them to those of `c`. */
void columns_copy(const struct columns *c, struct columns *copy);
void columns_join(struct columns *c, const struct columns *copy);

/* Works out names and units; ends with status 2 when a unit belongs to no column. Reads tables. */
void columns_begin(struct columns *c);

/* The columns of a table with the typed ones in place, in c->arena. Ends with status 2 when it lacks a named one. */
struct str *columns_lay_out(struct columns *c, const char *file, const struct str *names, size_t n, size_t *made);

/* Before the records of another input. */
void columns_forget(struct columns *c);

/* Reads the named columns of a record and puts the typed fields behind them, in the place of what stood there; what could not be
 * read is noted. Returns how many cells were not read. */
long columns_fill(struct columns *c, struct record *r, const char *file, long line);

/* The other fields of a row that tell how its cells are meant, the first one that is there first. */
enum columns_context { COLUMNS_DATE, COLUMNS_DATE_ELSE, COLUMNS_ISSUER, COLUMNS_ISSUER_ELSE, COLUMNS_CONTEXTS };
extern const struct str columns_context_names[COLUMNS_CONTEXTS];

/* The same for one cell of a row of CSV (p NULL: empty): appends its typed cells, with a delimiter before each. `told` are the row's cells
 * under columns_context_names, but for the cell itself. False, with nothing appended, where there is something to note. */
bool columns_put(struct columns *c, struct column *column, struct str text, const struct str told[COLUMNS_CONTEXTS], char delimiter,
                 struct arena *a, struct buf *out, enum fill_outcome *outcome);

/* For columnfill.c and rowpass.c. */

/* The name of the field that notes go to. */
extern const struct str columns_notes;

/* The named column of that name, or NULL. */
struct column *columns_find(const struct columns *c, struct str name);
/* Whether a column of that name is made, so that what stands there is replaced. */
bool columns_is_made(const struct columns *c, struct str name);
/* Whether any is: columns of text are cleaned in place. */
bool columns_make_any(const struct columns *c);

#endif
