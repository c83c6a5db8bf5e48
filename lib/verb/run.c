/* Knows what every tool does at its start. */
#include "verb/run.h"

#include <signal.h>

#include "base/diag.h"

void tool_start(const char *name)
{
	diag_init(name);
	signal(SIGPIPE, SIG_IGN);
}
