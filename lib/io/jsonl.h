/* JSON lines in (judged by jansson, whose only user jsonl.c is) and out. */
#ifndef PT_IO_JSONL_H
#define PT_IO_JSONL_H

#include "base/buf.h"
#include "io/record.h"

/* Reads one line into r, in `a`; false with *reason (in `a`) when it is no flat object. */
bool jsonl_parse(struct str line, struct arena *a, struct record *r, const char **reason);

/* A JSON string with its quotes; bytes that are no UTF-8 become U+FFFD. */
void jsonl_put_string(struct buf *b, struct str s);
/* The same of what is known to be UTF-8. */
void jsonl_put_text(struct buf *b, struct str s);
void jsonl_put_value(struct buf *b, const struct value *v);

/* True for a JSON number without exponent: what passes through as it was written. */
bool jsonl_is_plain_number(struct str s);

#endif
