/* The fields of contract records, from schema.tsv. */
#ifndef PT_IO_SCHEMA_H
#define PT_IO_SCHEMA_H

#include "io/record.h"

enum record_type {
	RECORD_DOCUMENT, RECORD_PROJECT, RECORD_FUNDING, RECORD_RESPONSIBILITY, RECORD_TARGET, RECORD_ORGANIZATION,
	RECORD_TYPES, RECORD_UNKNOWN = RECORD_TYPES
};

enum { SCHEMA_MOST = 64 }; /* fields of a type */

struct schema_field {
	struct str name, meaning;
	enum value_kind kind;
	bool normalized; /* filled by pt-normalize */
	bool names;      /* among what names a record of its type */
	bool place;      /* tells where and how a record was found, not what it says */
	struct str key;  /* "name": as JSON has it */
};

/* Reads the table; call once, before threads start. */
void schema_load(void);

struct str schema_type_name(enum record_type t);
enum record_type schema_type(struct str name); /* RECORD_UNKNOWN when there is none */

/* The fields of a type in output order, those of every record first. */
const struct schema_field *schema_fields(enum record_type t, size_t *n);

/* Index of a field of a type by its name; more than there are when the type has none of that name. */
size_t schema_place(enum record_type t, struct str name);

/* The field of that name among all types (kinds of one name agree across types), or NULL. */
const struct schema_field *schema_field(struct str name);

/* Whether columns of these names hold contract records: `type` and another field are among them. */
bool schema_is_contract(const struct str *columns, size_t n);

#endif
