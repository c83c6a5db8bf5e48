/* Knows the options of pt-extract. */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/opt.h"
#include "base/table.h"
#include "verb/extract.h"
#include "verb/run.h"

enum { INPUT, OUTPUT_FORMAT, ENCODING, DELIMITER, TYPE, JOBS, FILES0, TEXT_DIR, OUTPUT, BOM, NO_HEADER, REJECTS, UNCLAIMED, EXPLAIN, STATS, DATA, DUMP, VERBOSE };

static const struct opt options[] = {
	[INPUT] = {'i', "input-format", "FORMAT", "read text, csv, tsv, or jsonl with a document a line"},
	[OUTPUT_FORMAT] = {'o', "output-format", "FORMAT", "write jsonl (the default), csv or tsv"},
	[ENCODING] = {'e', "encoding", "ENCODING", "read this encoding instead of recognising it"},
	[DELIMITER] = {'d', "delimiter", "CHAR", "what parts the cells of CSV, in and out"},
	[TYPE] = {0, "type", "TYPE,...", "write only records of these types"},
	[JOBS] = {'j', "jobs", "JOBS", "read as many documents at once (1)"},
	[FILES0] = {0, "files0-from", "FILE", "read the names of documents from FILE, each ended by NUL"},
	[TEXT_DIR] = {0, "text-dir", "DIR", "write the decoded text of each document to DIR"},
	[OUTPUT] = {0, "output", "FILE", "write to FILE, complete or not at all"},
	[BOM] = {0, "bom", NULL, "begin tables with a byte order mark"},
	[NO_HEADER] = {0, "no-header", NULL, "write tables without a row of names"},
	[REJECTS] = {0, "rejects", "FILE", "write JSON lines that are no document to FILE"},
	[UNCLAIMED] = {0, "unclaimed", "FILE", "write the figures and brackets of bodies that no record claims to FILE"},
	[EXPLAIN] = {0, "explain", "OFFSET", "tell what stands at character OFFSET of one document, and why it is a record or none"},
	[STATS] = {0, "stats", "FILE", "write counts to FILE as JSON"},
	[DATA] = {0, "data", "DIR", "lay the tables in DIR over the built-in ones"},
	[DUMP] = {0, "dump-data", "DIR", "write the built-in tables to DIR and end"},
	[VERBOSE] = {'v', "verbose", NULL, "tell how many documents were read"},
	{0, NULL, NULL, NULL},
};

static const struct opt_tool tool = {"pt-extract", "Find projects, funding and responsibilities in Chinese government documents.", "[FILE...]", options};

struct arguments {
	struct extract_options o;
	const char *dump;
};

static const char *read_input(const char *arg)
{
	if (strcmp(arg, "text") && strcmp(arg, "csv") && strcmp(arg, "tsv") && strcmp(arg, "jsonl"))
		diag_die("no input format is called %s: expected text, csv, tsv or jsonl", arg);
	return arg;
}

static void take_option(void *ctx, int row, const char *arg)
{
	struct arguments *a = ctx;

	switch (row) {
	case INPUT: a->o.input = read_input(arg); break;
	case OUTPUT_FORMAT: a->o.format = arg; break;
	case ENCODING: a->o.encoding = arg; break;
	case DELIMITER: a->o.delimiter = tool_delimiter(arg); break;
	case TYPE: a->o.types = arg; break;
	case JOBS: a->o.jobs = tool_jobs(arg); break;
	case FILES0: a->o.files0_from = arg; break;
	case TEXT_DIR: a->o.text_dir = arg; break;
	case OUTPUT: a->o.output = arg; break;
	case BOM: a->o.bom = true; break;
	case NO_HEADER: a->o.no_header = true; break;
	case REJECTS: a->o.rejects = arg; break;
	case UNCLAIMED: a->o.unclaimed = arg; break;
	case EXPLAIN: a->o.explain = arg; break;
	case STATS: a->o.stats = arg; break;
	case DATA: table_overlay(arg); break;
	case DUMP: a->dump = arg; break;
	case VERBOSE: a->o.verbose = true; break;
	}
}

int main(int argc, char **argv)
{
	struct arguments a = {.o = {.jobs = 1}};

	tool_start(tool.name);
	int first = opt_parse(&tool, argc, argv, take_option, &a);

	if (a.dump) {
		table_dump(a.dump);
		return diag_exit_status();
	}
	a.o.files = argv + first;
	a.o.file_count = (size_t)(argc - first);
	extract_run(&a.o);
	return diag_exit_status();
}
