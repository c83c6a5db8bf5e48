/* pt-aggregate: records or rows in, a row a group out. */
#ifndef PT_VERB_AGGREGATE_H
#define PT_VERB_AGGREGATE_H

#include "io/stream.h"
#include "verb/ask.h"
#include "verb/money.h"

struct aggregate_options {
	enum format input, to; /* FORMAT_AUTO: by content, as the first input */
	const char *encoding;
	char delimiter;
	const char *output, *stats, *explode; /* NULL: none */
	bool bom, no_header, strict, verbose, total, skip_totals;
	unsigned digits, top; /* top 0: all groups */
	struct arena arena;   /* holds what was asked for */
	struct ask_groups groups;
	struct ask_figures figures;
	struct ask_conditions where;
	struct ask_orders order;
	struct money money;   /* what is brought in */
};

/* Reads the files ("-": standard input; none: that) and writes the groups; nothing when an input cannot be read
 * whole. */
void aggregate_run(struct aggregate_options *o, char **files, int n);

#endif
