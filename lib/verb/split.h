/* Records as six tables in a folder, with a Frictionless Data Package that describes them. */
#ifndef PT_VERB_SPLIT_H
#define PT_VERB_SPLIT_H

#include "io/record.h"

struct split;

/* Makes the folder if it is not there; ends with status 2 when that fails. */
struct split *split_open(const char *dir);
/* False when the record's type is none of the contract's; it is then in no table. */
bool split_write(struct split *s, const struct record *r);
/* Writes what is left and datapackage.json. */
void split_close(struct split *s);

#endif
