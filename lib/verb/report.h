/* Changes for people: grouped by row, old above new. */
#ifndef PT_VERB_REPORT_H
#define PT_VERB_REPORT_H

#include "io/out.h"
#include "verb/change.h"

enum report_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct report;

/* `old` and `new` are the names of the tables. */
struct report *report_open(const char *output, enum report_color color, const char *old, const char *new);
/* Changes of one row come one behind the other. */
void report_change(struct report *r, const struct change *c);
/* A line behind all rows. */
void report_line(struct report *r, struct str line);
/* Writes nothing when nothing was reported. */
void report_close(struct report *r);

#endif
