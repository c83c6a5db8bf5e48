/* What a page tells of the document that it shows. */
#ifndef PT_DOC_CLAIM_H
#define PT_DOC_CLAIM_H

#include "doc/outline.h"

/* What stands behind a label of that kind (title, number, issuer, date) in a paragraph or in the cells of a row; n 0: nothing does. */
struct str claim_of(const struct para *p, const char *kind);

/* The same of the first of the n paragraphs that o begins with that has such a label. */
struct str claim_first(const struct outline *o, size_t n, const char *kind);

/* Whether paragraph i is one of several lines in a row that begin with short labels, whatever these are, or has several of them: what a page tells of
 * itself (层级:区级, 来源:某局). */
bool claim_in_run(const struct outline *o, size_t i);

/* The same, or a line of its own that begins so and has no word of a genre. */
bool claim_tells(const struct outline *o, size_t i);

#endif
