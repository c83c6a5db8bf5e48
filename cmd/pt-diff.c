/* Knows the options of pt-diff. */
#include <string.h>

#include "base/diag.h"
#include "base/opt.h"
#include "base/table.h"
#include "verb/diff.h"
#include "verb/run.h"

enum {
	KEY, DUPLICATES, ONLY, IGNORE, IGNORE_CASE, IGNORE_SPACE, IGNORE_WIDTH, ABS_TOL, APPLY, COLOR, INPUT, OUTPUT_FORMAT,
	ENCODING, DELIMITER, OUTPUT, BOM, NO_HEADER, STATS, DATA, VERBOSE
};

static const struct opt options[] = {
	[KEY] = {'k', "key", "FIELDS", "rows that agree in FIELD,FIELD... are the same row"},
	[DUPLICATES] = {0, "duplicates", "HOW", "rows of one key: error (the rule), or pair them in order"},
	[ONLY] = {'f', "only", "FIELDS", "compare only these fields"},
	[IGNORE] = {0, "ignore", "FIELDS", "leave these fields out"},
	[IGNORE_CASE] = {0, "ignore-case", NULL, "overlook the case of letters"},
	[IGNORE_SPACE] = {0, "ignore-space", NULL, "overlook blanks of every kind"},
	[IGNORE_WIDTH] = {0, "ignore-width", NULL, "overlook full-width forms"},
	[ABS_TOL] = {0, "abs-tol", "[FIELD=]X", "overlook differences of numbers up to X"},
	[APPLY] = {0, "apply", "CHANGES", "write the table that the changes make of the one operand"},
	[COLOR] = {0, "color", "WHEN", "colour the text: auto (the rule), always or never"},
	[INPUT] = {'i', "input-format", "FORMAT", "read csv, tsv or jsonl instead of recognising it"},
	[OUTPUT_FORMAT] = {'o', "output-format", "FORMAT", "write csv, tsv or jsonl instead of text"},
	[ENCODING] = {'e', "encoding", "ENCODING", "read this encoding instead of recognising it"},
	[DELIMITER] = {'d', "delimiter", "CHAR", "what parts the cells of CSV, in and out"},
	[OUTPUT] = {0, "output", "FILE", "write to FILE, complete or not at all"},
	[BOM] = {0, "bom", NULL, "begin tables with a byte order mark"},
	[NO_HEADER] = {0, "no-header", NULL, "tables have no row of names; columns are named 1, 2, 3 ..."},
	[STATS] = {0, "stats", "FILE", "write counts to FILE as JSON"},
	[DATA] = {0, "data", "DIR", "lay the tables in DIR over the built-in ones"},
	[VERBOSE] = {'v', "verbose", NULL, "tell counts"},
	{0, NULL, NULL, NULL},
};

static const struct opt_tool tool = {"pt-diff", "Tell what changed between two tables, cell by cell.", "OLD NEW", options};

struct arguments {
	struct diff_options o;
	const char *changes;
};

static int choose(const char *option, const char *arg, const char *const *words)
{
	for (int i = 0; words[i]; i++)
		if (strcmp(arg, words[i]) == 0)
			return i;
	diag_die("%s: %s is not one of its words", option, arg);
}

static void take_option(void *ctx, int row, const char *arg)
{
	static const char *const colors[] = {"auto", "always", "never", NULL}, *const duplicates[] = {"error", "pair", NULL};
	struct arguments *a = ctx;
	struct diff_options *o = &a->o;

	switch (row) {
	case KEY: ask_list(&o->arena, &o->pair.key, "-k", arg); break;
	case DUPLICATES: o->pair.pair_duplicates = choose("--duplicates", arg, duplicates); break;
	case ONLY: ask_list(&o->arena, &o->pair.only, "--only", arg); break;
	case IGNORE: ask_list(&o->arena, &o->pair.ignore, "--ignore", arg); break;
	case IGNORE_CASE: o->pair.same.ignore_case = true; break;
	case IGNORE_SPACE: o->pair.same.ignore_space = true; break;
	case IGNORE_WIDTH: o->pair.same.ignore_width = true; break;
	case ABS_TOL: same_tolerance(&o->pair.same, &o->arena, arg); break;
	case APPLY: a->changes = arg; break;
	case COLOR: o->color = (enum report_color)choose("--color", arg, colors); break;
	case INPUT: o->input = tool_format(arg, FORMAT_CSV); break;
	case OUTPUT_FORMAT: o->to = tool_format(arg, FORMAT_TEXT); break;
	case ENCODING: o->encoding = arg; break;
	case DELIMITER: o->delimiter = tool_delimiter(arg); break;
	case OUTPUT: o->output = arg; break;
	case BOM: o->bom = true; break;
	case NO_HEADER: o->no_header = true; break;
	case STATS: o->stats = arg; break;
	case DATA: table_overlay(arg); break;
	case VERBOSE: o->verbose = true; break;
	}
}

int main(int argc, char **argv)
{
	struct arguments a = {.changes = NULL};

	tool_start(tool.name);
	int first = opt_parse(&tool, argc, argv, take_option, &a), wanted = a.changes ? 1 : 2;

	if (argc - first != wanted)
		diag_die("%s; usage: pt-diff [OPTION]... OLD NEW, or pt-diff --apply CHANGES OLD",
		         argc - first < wanted ? "a table is missing" : "too many operands");
	if (a.changes)
		apply_run(&a.o, a.changes, argv[first]);
	else
		diff_run(&a.o, argv[first], argv[first + 1]);
	return diag_exit_status();
}
