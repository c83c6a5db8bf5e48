/* Options as a table: parsing, --help and the usage line come from it, and the check that the
 * manual names every option reads the same list. */
#ifndef PT_BASE_OPT_H
#define PT_BASE_OPT_H

#include <stddef.h>

struct opt {
	char letter;      /* 0: long name only */
	const char *name; /* long name, without -- */
	const char *arg;  /* name of the argument for help; NULL: a flag */
	const char *help; /* one sentence, lower case, no full stop */
};

struct opt_tool {
	const char *name;      /* pt-extract */
	const char *summary;   /* one line */
	const char *operands;  /* "[FILE...]" */
	const struct opt *opts; /* ends with a NULL name; --help and --version are added by opt_parse */
};

/* Calls `each` for every option in order with the row's index and its argument (NULL for a flag).
 * Handles --help and --version (print, exit 0); an unknown option or a missing argument ends with
 * status 2 and the usage line. Operands are moved behind the options; the index of the first is
 * returned. */
int opt_parse(const struct opt_tool *tool, int argc, char **argv, void (*each)(void *ctx, int row, const char *arg),
              void *ctx);

#endif
