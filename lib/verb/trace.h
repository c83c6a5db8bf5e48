/* What the readers say of one place of a document while they read it, for --explain. In a run that explains nothing,
 * struct doc has no trace, and a TRACE is one comparison: its arguments are not looked at. */
#ifndef PT_VERB_TRACE_H
#define PT_VERB_TRACE_H

#include "verb/finding.h"

struct trace {
	size_t point, byte;  /* the place: code points and bytes of the text */
	struct buf mentions; /* a line for each mention that stands there */
	struct buf verdicts; /* a line for each rule that was tried there, in that order */
};

/* Sets the place to code point `point` of `text`; false when the text ends before it, with its length in *length. */
bool trace_start(struct trace *t, struct str text, size_t point, size_t *length);
void trace_free(struct trace *t);

/* TRACE(d, s, "funding", "none: %s", why): what a reader has decided on s, a slice of the view, where the place is in it. */
#define TRACE(d, s, ...) ((d)->trace ? trace_add((d), (s), __VA_ARGS__) : (void)0)
void trace_add(const struct doc *d, struct str s, const char *reader, const char *fmt, ...) __attribute__((cold, format(printf, 4, 5)));

/* Whether the place is in s, a slice of the view. */
bool trace_in(const struct doc *d, struct str s);

/* Tells the mentions of m that stand at the place. Nothing without a trace. */
void trace_mentions(const struct doc *d, const struct mentions *m);

#endif
