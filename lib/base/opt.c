/* Knows how a table of options becomes getopt_long, usage and help. */
#include "base/opt.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/version.h"

enum { FIRST_LONG = 256, HELP = 1000, VERSION = 1001, MOST_OPTIONS = 64 };

static void print_usage(const struct opt_tool *tool, FILE *out)
{
	fprintf(out, "usage: %s [OPTION]... %s\n", tool->name, tool->operands);
}

static void print_option(const struct opt *o)
{
	char left[64];
	int n = o->letter ? snprintf(left, sizeof left, "  -%c, --%s", o->letter, o->name)
	                  : snprintf(left, sizeof left, "      --%s", o->name);

	if (o->arg)
		snprintf(left + n, sizeof left - (size_t)n, " %s", o->arg);
	printf("%-28s  %s\n", left, o->help);
}

static void print_help(const struct opt_tool *tool)
{
	print_usage(tool, stdout);
	printf("%s\n\n", tool->summary);
	for (const struct opt *o = tool->opts; o->name; o++)
		print_option(o);
	print_option(&(struct opt){0, "help", NULL, "show this help and exit"});
	print_option(&(struct opt){0, "version", NULL, "show the version and exit"});
	if (fflush(stdout) || ferror(stdout))
		diag_die("write error on standard output");
	exit(0);
}

int opt_parse(const struct opt_tool *tool, int argc, char **argv, void (*each)(void *, int, const char *), void *ctx)
{
	struct option longs[MOST_OPTIONS];
	char letters[2 * MOST_OPTIONS + 2] = ":";
	int n = 0;

	for (const struct opt *o = tool->opts; o->name; o++, n++) {
		longs[n] = (struct option){o->name, o->arg ? required_argument : no_argument, NULL, FIRST_LONG + n};
		if (o->letter) {
			size_t k = strlen(letters);

			letters[k] = o->letter;
			letters[k + 1] = o->arg ? ':' : '\0';
			letters[k + 2] = '\0';
		}
	}
	longs[n] = (struct option){"help", no_argument, NULL, HELP};
	longs[n + 1] = (struct option){"version", no_argument, NULL, VERSION};
	longs[n + 2] = (struct option){NULL, 0, NULL, 0};

	opterr = 0;
	for (int c; (c = getopt_long(argc, argv, letters, longs, NULL)) != -1;) {
		int row = c - FIRST_LONG;

		if (c == HELP)
			print_help(tool);
		if (c == VERSION) {
			printf("%s %s\n", tool->name, PT_VERSION);
			if (fflush(stdout) || ferror(stdout))
				diag_die("write error on standard output");
			exit(0);
		}
		if (c == ':' || c == '?') {
			print_usage(tool, stderr);
			diag_die(c == ':' ? "option %s wants an argument" : "unknown option %s", argv[optind - 1]);
		}
		if (c < FIRST_LONG)
			for (row = 0; tool->opts[row].letter != c;)
				row++;
		each(ctx, row, optarg);
	}
	return optind;
}
