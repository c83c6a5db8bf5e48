/* What differs between two tables, one thing at a time, and its form as a record. */
#ifndef PT_VERB_CHANGE_H
#define PT_VERB_CHANGE_H

#include "io/stream.h"

enum change_kind { CHANGE_ADDED, CHANGE_REMOVED, CHANGE_CHANGED, CHANGE_COLUMN_ADDED, CHANGE_COLUMN_REMOVED, CHANGE_KINDS };

/* A cell of a changed row, or of one that is only in one table; or a column that is. */
struct change {
	enum change_kind kind;
	struct str key;               /* p NULL: rows have none */
	size_t row;                   /* which row of that key, from 1; 0: of a column */
	struct str field;
	struct value old, new;        /* a column that was added: its cells in the rows that are in both tables */
	long old_line, new_line;      /* 0: none */
	struct str delta;             /* new less old where one of them is a number and the other is or is empty; p NULL */
	struct str old_doc, new_doc;  /* of contract records; p NULL */
	struct str old_start, new_start;
	struct str old_text_line, new_text_line; /* their lines in their documents, for people; no part of the record */
};

struct str change_kind_name(enum change_kind kind);

enum { CHANGE_FIELDS = 13 };

/* The names of the fields in their order. */
const struct str *change_fields(void);

/* The change as a record in `a`, nulls left in place. */
void change_to_record(const struct change *c, struct arena *a, struct record *r);
/* The other way; false with *reason when r is no change. Slices of r are kept. */
bool change_from_record(const struct record *r, struct change *c, const char **reason);

#endif
