/* pt-extract: raw documents to records as written, with evidence. */
#ifndef PT_VERB_EXTRACT_H
#define PT_VERB_EXTRACT_H

#include <stdbool.h>
#include <stddef.h>

struct extract_options {
	char **files; /* "-": standard input */
	size_t file_count;
	const char *files0_from;
	const char *input;    /* "text" (default), "csv", "tsv" or "jsonl" */
	const char *encoding; /* NULL: detected */
	const char *format;   /* "jsonl" (default), "csv", "tsv" */
	const char *output, *types, *text_dir, *stats, *rejects, *unclaimed;
	const char *explain; /* the place that is to be explained, a number; NULL: none */
	char delimiter;
	int jobs;
	bool bom, no_header, verbose;
};

void extract_run(const struct extract_options *o);

#endif
