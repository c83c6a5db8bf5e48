/* Knows what every tool does at its start and with what it cannot read. */
#include "verb/run.h"

#include <signal.h>

#include "base/diag.h"
#include "io/jsonl.h"

void tool_start(const char *name)
{
	diag_init(name);
	signal(SIGPIPE, SIG_IGN);
}

char tool_delimiter(const char *arg)
{
	if (strcmp(arg, "\\t") == 0)
		return '\t';
	if (strlen(arg) != 1 || strchr("\"\n\r", *arg))
		diag_die("a delimiter is one ASCII character, not %s", arg);
	return *arg;
}

int tool_jobs(const char *arg)
{
	int n = 0;

	for (const char *p = arg; *p; p++)
		n = *p >= '0' && *p <= '9' && n < 100 ? n * 10 + (*p - '0') : 100;
	if (n < 1 || n > 64)
		diag_die("-j wants a number from 1 to 64, not %s", arg);
	return n;
}

enum format tool_format(const char *name, enum format first)
{
	int format = format_of_name(name);

	if (format < (int)first)
		diag_die("no format is named %s: %scsv, tsv, jsonl", name, first == FORMAT_TEXT ? "text, " : "");
	return (enum format)format;
}

void tool_reject(struct out *rejects, const char *file, long line, const char *reason, struct str raw)
{
	struct buf b = {NULL, 0, 0};

	diag_status(STATUS_INPUT);
	if (!rejects) {
		diag_input(file, line, "%s", reason);
		return;
	}
	buf_add(&b, STR("{\"file\":"));
	jsonl_put_string(&b, str_of(file));
	buf_printf(&b, ",\"line\":%ld,\"reason\":", line);
	jsonl_put_string(&b, str_of(reason));
	buf_add(&b, STR(",\"raw\":"));
	jsonl_put_string(&b, raw);
	buf_add(&b, STR("}\n"));
	out_add(rejects, buf_str(&b));
	buf_free(&b);
}
