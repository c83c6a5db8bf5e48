/* A record: one flat row of named values, as it passes between the filters. Slices live in the
 * record's arena (or outlive it); numbers are kept as the text that was read or made. */
#ifndef PT_IO_RECORD_H
#define PT_IO_RECORD_H

#include "base/arena.h"

enum value_kind { VALUE_NULL, VALUE_STRING, VALUE_NUMBER, VALUE_BOOLEAN, VALUE_ARRAY };

struct value {
	enum value_kind kind;
	bool b;            /* VALUE_BOOLEAN */
	struct str s;      /* VALUE_STRING: text; VALUE_NUMBER: a plain decimal, no exponent */
	struct str *items; /* VALUE_ARRAY */
	size_t n;
};

struct field {
	struct str name;
	struct value v;
};

struct record {
	struct arena *arena;
	struct field *fields;
	size_t n, cap;
};

static inline struct value value_string(struct str s)
{
	return (struct value){VALUE_STRING, false, s, NULL, 0};
}

static inline struct value value_number(struct str s)
{
	return (struct value){VALUE_NUMBER, false, s, NULL, 0};
}

static inline struct value value_boolean(bool b)
{
	return (struct value){VALUE_BOOLEAN, b, {NULL, 0}, NULL, 0};
}

static inline struct value value_array(struct str *items, size_t n)
{
	return (struct value){VALUE_ARRAY, false, {NULL, 0}, items, n};
}

/* The value of a field, or NULL when the record has none of that name or it is null. */
const struct value *record_get(const struct record *r, const char *name);

/* The text of a string or number field; an empty slice with p NULL when absent or of another kind. */
struct str record_text(const struct record *r, const char *name);

/* Replaces the field or adds it at the end. A VALUE_NULL removes it. */
void record_set(struct record *r, const char *name, struct value v);

/* Adds `note` to the array `notes` unless it stands there already. */
void record_note(struct record *r, struct str note);

#endif
