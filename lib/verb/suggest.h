/* Pairs of names of bodies that may mean the same, for a person to review (--suggest-aliases). */
#ifndef PT_VERB_SUGGEST_H
#define PT_VERB_SUGGEST_H

#include "io/record.h"

struct suggest;

struct suggest *suggest_open(const char *file);
/* Remembers the bodies of a record that has gone through pt-normalize. */
void suggest_see(struct suggest *s, const struct record *r);
/* Writes the pairs. */
void suggest_close(struct suggest *s);

#endif
