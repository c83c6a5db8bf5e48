/* What a page tells of the document that it shows. */
#ifndef PT_DOC_CLAIM_H
#define PT_DOC_CLAIM_H

#include "doc/outline.h"

/* What stands behind a label of that kind (title, number, issuer, date) in a paragraph or in the cells of a row; n 0: nothing does. */
struct str claim_of(const struct para *p, const char *kind);

/* The same of the first of the n paragraphs that o begins with that has such a label. */
struct str claim_first(const struct outline *o, size_t n, const char *kind);

#endif
