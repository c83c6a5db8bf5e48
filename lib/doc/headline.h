/* Headings on one line over cells that take a line each. */
#ifndef PT_DOC_HEADLINE_H
#define PT_DOC_HEADLINE_H

#include "doc/lines.h"

/* Makes a line of each heading. */
void headline_split(struct lines *ls);

#endif
