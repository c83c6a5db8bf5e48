/* Knows the options of pt-normalize. */
#include <string.h>

#include "base/diag.h"
#include "base/opt.h"
#include "base/table.h"
#include "verb/alias.h"
#include "verb/correction.h"
#include "verb/normalize.h"
#include "verb/run.h"

enum {
	MONEY, NUMBER, DATE, PERIOD, REGION, ORG, TEXT, UNIT, AS_OF, FIND, SIMPLIFY, ALIASES, CORRECTIONS, SUGGEST, CHECK, JOBS, INPUT, OUTPUT_FORMAT, ENCODING, DELIMITER, OUTPUT, BOM, NO_HEADER, SPLIT, REJECTS, STATS, STRICT, DATA, DUMP, VERBOSE
};

static const struct opt options[] = {
	[MONEY] = {0, "money", "COLUMN", "put the amount, bounds, currency, rate and basis of COLUMN behind it"},
	[NUMBER] = {0, "number", "COLUMN", "put the value, bounds and unit of COLUMN behind it"},
	[DATE] = {0, "date", "COLUMN", "put the day, month or year of COLUMN behind it"},
	[PERIOD] = {0, "period", "COLUMN", "put the first and last day of COLUMN behind it"},
	[REGION] = {0, "region", "COLUMN", "put the code, name, level, province and city of COLUMN behind it"},
	[ORG] = {0, "org", "COLUMN", "put the full name of the body in COLUMN and its region behind it"},
	[TEXT] = {0, "text", "COLUMN", "clean COLUMN of what only the layout put there"},
	[UNIT] = {0, "unit", "COLUMN=UNIT", "read bare numbers of COLUMN in UNIT"},
	[AS_OF] = {0, "as-of", "DATE", "let relative dates refer to DATE where the row has no date"},
	[FIND] = {0, "find", NULL, "take the first value of a cell that holds other words too"},
	[SIMPLIFY] = {0, "simplify", NULL, "make traditional characters simplified"},
	[ALIASES] = {0, "aliases", "FILE", "call bodies and places what FILE says"},
	[CORRECTIONS] = {0, "corrections", "FILE", "lay the corrections of FILE over the records"},
	[SUGGEST] = {0, "suggest-aliases", "FILE", "write names that may mean the same to FILE"},
	[CHECK] = {0, "check", NULL, "write no output but tell each cell that cannot be read"},
	[JOBS] = {'j', "jobs", "JOBS", "use as many threads (1)"},
	[INPUT] = {'i', "input-format", "FORMAT", "read csv, tsv or jsonl instead of recognising it"},
	[OUTPUT_FORMAT] = {'o', "output-format", "FORMAT", "write csv, tsv or jsonl instead of the first input's format"},
	[ENCODING] = {'e', "encoding", "ENCODING", "read this encoding instead of recognising it"},
	[DELIMITER] = {'d', "delimiter", "CHAR", "what parts the cells of CSV, in and out"},
	[OUTPUT] = {0, "output", "FILE", "write to FILE, complete or not at all"},
	[BOM] = {0, "bom", NULL, "begin tables with a byte order mark"},
	[NO_HEADER] = {0, "no-header", NULL, "tables have no row of names, in and out"},
	[SPLIT] = {0, "split", "DIR", "write a table a type and datapackage.json to DIR"},
	[REJECTS] = {0, "rejects", "FILE", "write lines that are no record to FILE"},
	[STATS] = {0, "stats", "FILE", "write counts to FILE as JSON"},
	[STRICT] = {0, "strict", NULL, "end with status 1 when a text stayed unread"},
	[DATA] = {0, "data", "DIR", "lay the tables in DIR over the built-in ones"},
	[DUMP] = {0, "dump-data", "DIR", "write the built-in tables to DIR and end"},
	[VERBOSE] = {'v', "verbose", NULL, "tell what stayed unread, and counts"},
	{0, NULL, NULL, NULL},
};

static const struct opt_tool tool = {"pt-normalize", "Fill in typed values and canonical names of records.", "[FILE...]", options};

struct arguments {
	struct normalize_options o;
	const char *dump;
};

static void take_option(void *ctx, int row, const char *arg)
{
	struct arguments *a = ctx;

	switch (row) {
	case MONEY: columns_add(&a->o.columns, CELL_MONEY, arg); break;
	case NUMBER: columns_add(&a->o.columns, CELL_NUMBER, arg); break;
	case DATE: columns_add(&a->o.columns, CELL_DATE, arg); break;
	case PERIOD: columns_add(&a->o.columns, CELL_PERIOD, arg); break;
	case REGION: columns_add(&a->o.columns, CELL_REGION, arg); break;
	case ORG: columns_add(&a->o.columns, CELL_ORG, arg); break;
	case TEXT: columns_add(&a->o.columns, CELL_TEXT, arg); break;
	case UNIT: columns_unit(&a->o.columns, arg); break;
	case AS_OF: columns_as_of(&a->o.columns, arg); break;
	case FIND: a->o.columns.find = true; break;
	case SIMPLIFY: a->o.columns.simplify = true; break;
	case ALIASES: alias_file(arg); break;
	case CORRECTIONS: correction_file(arg); break;
	case SUGGEST: a->o.suggest = arg; break;
	case CHECK: a->o.check = true; break;
	case JOBS: a->o.jobs = tool_jobs(arg); break;
	case INPUT: a->o.input = tool_format(arg, FORMAT_CSV); break;
	case OUTPUT_FORMAT: a->o.to = tool_format(arg, FORMAT_CSV); break;
	case ENCODING: a->o.encoding = arg; break;
	case DELIMITER: a->o.delimiter = tool_delimiter(arg); break;
	case OUTPUT: a->o.output = arg; break;
	case BOM: a->o.bom = true; break;
	case NO_HEADER: a->o.no_header = true; break;
	case SPLIT: a->o.split = arg; break;
	case REJECTS: a->o.rejects = arg; break;
	case STATS: a->o.stats = arg; break;
	case STRICT: a->o.strict = true; break;
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

	if (a.dump)
		table_dump(a.dump);
	else
		normalize_run(&a.o, argv + first, argc - first);
	return diag_exit_status();
}
