/* One document, from its decoded text to its findings. */
#ifndef PT_VERB_DOCUMENT_H
#define PT_VERB_DOCUMENT_H

#include "verb/finding.h"

struct document_input {
	struct str name, text;              /* text: decoded, UTF-8 */
	struct str encoding, sha256, source; /* n 0: not told */
	struct str text_sha256;             /* of `text`; n 0: not known */
	struct str published;               /* date that JSON input gave; n 0: none */
	char delimiter;                     /* of a CSV table; 0: a text */
	struct buf *unclaimed;              /* for what no record claims; NULL: not asked for */
	struct trace *trace;                /* of a place that is to be explained; NULL: none */
};

/* Loads every table that reading needs; call once, before threads start. */
void document_load(void);

/* Appends the records of the document as JSON lines, or the explanation of a place of it. `a` is used and left to the
 * caller to release. */
void document_read(const struct document_input *in, unsigned types, struct arena *a, struct buf *out);

/* How much of a long text is read at once: bytes of s up to a full stop, else a comma. */
size_t document_window(struct str s);

#endif
