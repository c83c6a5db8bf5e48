/* The fields that a job needs, found in record after record, and whether the input has them. */
#ifndef PT_VERB_PICK_H
#define PT_VERB_PICK_H

#include "io/stream.h"

struct pick {
	struct arena arena;
	struct picked *fields;
	size_t n, cap;
	size_t unseen; /* all fields before this one were seen or not asked for */
};

/* The number of a field; `asked`: the user named it, so that an input that does not have it is a mistake. */
size_t pick_field(struct pick *p, struct str name, bool asked);

/* In the place of a field that was asked for another will do. */
void pick_either(struct pick *p, size_t field, size_t other);

struct str pick_name(const struct pick *p, size_t field);

/* The value of a field; NULL where the record has none or it is null. */
const struct value *pick_value(struct pick *p, const struct record *r, size_t field);
/* Its text; p NULL for none. Members of an array are joined as in CSV, in the record's arena. */
struct str pick_text(struct pick *p, const struct record *r, size_t field);
struct str value_text(struct arena *a, const struct value *v);

/* Looks whether a record has fields that no record had before. */
void pick_see(struct pick *p, const struct record *r);

/* Ends with status 2 when a table has no column for a field that was asked for. Fields of the contract may be
 * missing in its tables. JSON lines show only as they are read: pick_check ends with status 2 when,
 * at the end of all input, no record had a field that was asked for; `contract`: there were records of the contract,
 * whose fields are left out where they are null. */
void pick_columns(struct pick *p, const char *file, const struct source *s);
void pick_check(const struct pick *p, bool contract);
void pick_free(struct pick *p);

#endif
