/* The title of a document. */
#ifndef PT_DOC_TITLELINE_H
#define PT_DOC_TITLELINE_H

#include "doc/head.h"

enum { TITLELINE_SHORTEST = 8 /* characters of a title without the words of one */ };

/* How many of the first paragraphs title, number and addressee are looked for in. */
size_t titleline_top(const struct outline *o);

/* Whether paragraph i may be a line of a title: short, no sentence, no label, no number and no day. */
bool titleline_is(const struct outline *o, size_t i);

/* Fills title and first_body, and year and number where the title holds the number. */
void titleline_find(struct head *h, const struct outline *o);

#endif
