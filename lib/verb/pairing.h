/* Which columns and which rows of two tables belong together. */
#ifndef PT_VERB_PAIRING_H
#define PT_VERB_PAIRING_H

#include "verb/ask.h"
#include "verb/held.h"
#include "verb/same.h"

enum pair_role {
	PAIR_CELL,    /* compared */
	PAIR_REMOVED, /* only the old table has the column */
	PAIR_ADDED,   /* only the new one has it */
	PAIR_IGNORED
};

enum { NO_COLUMN = -1 };

struct pair_column {
	struct str name;
	long old, new; /* column in each table, or NO_COLUMN: all its cells are empty */
	enum pair_role role;
	bool key;      /* a part of the key that was asked for: compared by that alone */
	bool numeric;  /* its cells may be numbers: those of the contract's texts are not, whatever they look like */
	const struct number *tolerance;
};

struct pair_options {
	struct ask_list key, ignore, only;
	bool pair_duplicates;
	struct same same;
};

/* What names a row. */
enum pair_key {
	PAIR_BY_FIELDS,   /* the fields asked for */
	PAIR_BY_CONTRACT, /* type, doc and the fields that name a record of its type */
	PAIR_BY_ROW       /* all cells that are compared: no row is changed, rows are added and removed */
};

#define NO_ROW SIZE_MAX

struct pairing {
	struct pair_options *o;
	const struct held *old, *new;
	struct arena arena;
	struct pair_column *columns;
	size_t n;
	bool contract;
	enum pair_key by;
	size_t *mate;      /* for each old row: its new row, or NO_ROW */
	bool *met;         /* for each new row: it has a mate */
	size_t *old_which; /* which row of its key, from 1; of new rows without a mate the count goes on behind the old ones */
	size_t *new_which;
	struct held_cell *old_cells, *new_cells; /* room for a row of each */
};

/* Lays out the columns and finds the pairs; ends with status 2 when a field is in neither table, a key field not in
 * both, or rows share a key that may not. */
void pair_columns(struct pairing *p, struct pair_options *o, const struct held *old, const struct held *new);
void pair_rows(struct pairing *p);

/* The cell of a column in a row of cells as held_cells gives them. */
struct held_cell pair_cell(const struct held_cell *cells, long column);
/* The key of a row as it is written: its parts joined as an array in CSV; p NULL for PAIR_BY_ROW. */
struct str pair_key_text(const struct pairing *p, const struct held *h, const struct held_cell *cells, struct arena *a);

void pair_free(struct pairing *p);

#endif
