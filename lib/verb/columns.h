/* Named columns of any table, read as money, numbers, dates or periods: each gets typed columns behind it. */
#ifndef PT_VERB_COLUMNS_H
#define PT_VERB_COLUMNS_H

#include "io/record.h"
#include "verb/cell.h"
#include "verb/fill.h"

enum { COLUMNS_MOST_MADE = 9 };

struct column {
	enum cell_kind kind;
	struct str name, unit;
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
	bool table;            /* the input at hand is a table: members of `notes` are joined in one text */
	bool tell;             /* each cell that cannot be read is told on standard error */
	struct value *row;     /* room for what one column makes */
};

void columns_add(struct columns *c, enum cell_kind kind, const char *name);
void columns_unit(struct columns *c, const char *arg);
void columns_as_of(struct columns *c, const char *arg);

/* Works out names and units; ends with status 2 when a unit belongs to no column. Reads tables. */
void columns_begin(struct columns *c);

/* The columns of a table with the typed ones in place, in c->arena. Ends with status 2 when it lacks a named one. */
struct str *columns_lay_out(struct columns *c, const char *file, const struct str *names, size_t n, size_t *made);

/* Reads the named columns of a record and puts the typed fields behind them, in the place of what stood there; what could not be
 * read is noted. Returns how many cells were not read. */
long columns_fill(struct columns *c, struct record *r, const char *file, long line);

#endif
