/* pt-diff: two tables in, what changed out; and the other way: a table and changes in, the new table out. */
#ifndef PT_VERB_DIFF_H
#define PT_VERB_DIFF_H

#include "verb/pairing.h"
#include "verb/report.h"

struct diff_options {
	enum format input, to; /* FORMAT_AUTO: by content; text, or of apply the table's */
	const char *encoding;
	char delimiter;
	const char *output, *stats; /* NULL: none */
	bool bom, no_header, verbose;
	enum report_color color;
	struct arena arena;         /* holds what was asked for */
	struct pair_options pair;
};

/* Writes what changed; the status becomes 1 when anything did. */
void diff_run(struct diff_options *o, const char *old, const char *new);

/* Writes the table that the changes make of `old`. */
void apply_run(struct diff_options *o, const char *changes, const char *old);

#endif
