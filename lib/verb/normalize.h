/* pt-normalize: records in, records with the normalized fields out. */
#ifndef PT_VERB_NORMALIZE_H
#define PT_VERB_NORMALIZE_H

#include "io/stream.h"
#include "verb/columns.h"

struct normalize_options {
	enum format input, to;  /* FORMAT_AUTO: by content, as the first input */
	const char *encoding;
	char delimiter;
	const char *output, *rejects, *split, *stats, *suggest; /* NULL: none */
	bool bom, no_header, strict, verbose, check;
	int jobs;
	struct columns columns; /* read as money, numbers, dates, periods or text in any table */
};

/* Reads the files ("-": standard input; none: that) and writes what came of them. */
void normalize_run(struct normalize_options *o, char **files, int n);

#endif
