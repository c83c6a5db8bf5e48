/* What the tools share beside their work. */
#ifndef PT_VERB_RUN_H
#define PT_VERB_RUN_H

#include "base/str.h"
#include "io/out.h"
#include "io/stream.h"

/* Names the program for messages; a reader that goes away shows as a write error, not as a signal. */
void tool_start(const char *name);

/* The character that -d names (`\t` for TAB); ends with status 2 when it is none. */
char tool_delimiter(const char *arg);

/* The number of threads that -j names, from 1 to 64; ends with status 2 when it is none. */
int tool_jobs(const char *arg);

/* The format that -i or -o names, from `first` on; ends with status 2 when it is none. */
enum format tool_format(const char *name, enum format first);

/* What could not be read: {"file","line","reason","raw"} on one line of `rejects`, or, where that is NULL, a
 * message. The status becomes 1. */
void tool_reject(struct out *rejects, const char *file, long line, const char *reason, struct str raw);

#endif
