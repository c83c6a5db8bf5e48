/* What every tool does at its start. */
#ifndef PT_VERB_RUN_H
#define PT_VERB_RUN_H

/* Names the program for messages; a reader that goes away shows as a write error, not as a signal. */
void tool_start(const char *name);

#endif
