/* Knows the options of pt-aggregate. */
#include "base/diag.h"
#include "base/opt.h"
#include "base/table.h"
#include "verb/aggregate.h"
#include "verb/run.h"

enum {
	GROUPS, FIGURES, WHERE, SORT, TOP, TOTAL, EXPLODE, DIGITS, INCLUDE, SKIP_TOTALS, INPUT, OUTPUT_FORMAT, ENCODING,
	DELIMITER, OUTPUT, BOM, NO_HEADER, STATS, STRICT, DATA, VERBOSE
};

static const struct opt options[] = {
	[GROUPS] = {'g', "group-by", "FIELDS", "put rows together that agree in FIELD,year(FIELD),FIELD=NAME..."},
	[FIGURES] = {'a', "aggregate", "FIGURES", "give each group count,sum:FIELD,mean:FIELD=NAME..."},
	[WHERE] = {0, "where", "CONDITION", "take rows only where FIELD OP VALUE holds; OP is = != < <= > >= or ~"},
	[SORT] = {0, "sort", "FIELDS", "sort the groups by these columns, -FIELD from the last"},
	[TOP] = {0, "top", "N", "write only the N groups that are largest in the first of --sort or -a"},
	[TOTAL] = {0, "total", NULL, "add a row of totals and a column level"},
	[EXPLODE] = {0, "explode", "FIELD", "count each member of the array in a group of its own"},
	[DIGITS] = {0, "digits", "N", "round means to N decimals (6)"},
	[INCLUDE] = {0, "include", "KINDS", "let parts, caps, rules or basis into figures of amounts"},
	[SKIP_TOTALS] = {0, "skip-totals", NULL, "leave out rows of a table that add up others"},
	[INPUT] = {'i', "input-format", "FORMAT", "read csv, tsv or jsonl instead of recognising it"},
	[OUTPUT_FORMAT] = {'o', "output-format", "FORMAT", "write text, csv, tsv or jsonl instead of the first input's format"},
	[ENCODING] = {'e', "encoding", "ENCODING", "read this encoding instead of recognising it"},
	[DELIMITER] = {'d', "delimiter", "CHAR", "what parts the cells of CSV, in and out"},
	[OUTPUT] = {0, "output", "FILE", "write to FILE, complete or not at all"},
	[BOM] = {0, "bom", NULL, "begin tables with a byte order mark"},
	[NO_HEADER] = {0, "no-header", NULL, "tables have no row of names, in and out; columns are named 1, 2, 3 ..."},
	[STATS] = {0, "stats", "FILE", "write counts to FILE as JSON"},
	[STRICT] = {0, "strict", NULL, "end with status 2 when a cell that should be a number is none"},
	[DATA] = {0, "data", "DIR", "lay the tables in DIR over the built-in ones"},
	[VERBOSE] = {'v', "verbose", NULL, "tell counts"},
	{0, NULL, NULL, NULL},
};

static const struct opt_tool tool = {"pt-aggregate", "Group rows and give each group exact figures.", "[FILE...]", options};

static void take_option(void *ctx, int row, const char *arg)
{
	struct aggregate_options *o = ctx;

	switch (row) {
	case GROUPS: ask_groups(&o->arena, &o->groups, arg); break;
	case FIGURES: ask_figures(&o->arena, &o->figures, arg); break;
	case WHERE: ask_condition(&o->arena, &o->where, arg); break;
	case SORT: ask_orders(&o->arena, &o->order, arg); break;
	case TOP: o->top = ask_count("--top", arg, 1); break;
	case TOTAL: o->total = true; break;
	case EXPLODE: o->explode = arg; break;
	case DIGITS: o->digits = ask_count("--digits", arg, 0); break;
	case INCLUDE: money_include(&o->money, arg); break;
	case SKIP_TOTALS: o->skip_totals = true; break;
	case INPUT: o->input = tool_format(arg, FORMAT_CSV); break;
	case OUTPUT_FORMAT: o->to = tool_format(arg, FORMAT_TEXT); break;
	case ENCODING: o->encoding = arg; break;
	case DELIMITER: o->delimiter = tool_delimiter(arg); break;
	case OUTPUT: o->output = arg; break;
	case BOM: o->bom = true; break;
	case NO_HEADER: o->no_header = true; break;
	case STATS: o->stats = arg; break;
	case STRICT: o->strict = true; break;
	case DATA: table_overlay(arg); break;
	case VERBOSE: o->verbose = true; break;
	}
}

int main(int argc, char **argv)
{
	struct aggregate_options o = {.digits = 6};

	tool_start(tool.name);
	int first = opt_parse(&tool, argc, argv, take_option, &o);

	aggregate_run(&o, argv + first, argc - first);
	return diag_exit_status();
}
