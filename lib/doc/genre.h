/* What kind of document it is, and what its title says of that. */
#ifndef PT_DOC_GENRE_H
#define PT_DOC_GENRE_H

#include "doc/head.h"
#include "doc/words.h"

/* The word that a title ends with and that names what it is (通知, 实施方案); NULL: none. */
const struct word *genre_word(struct str title);

/* Where a title begins to say what or whom it is about (关于…, 对…): behind who issues it; its end where it does not say. */
size_t genre_about(struct str title);

/* Fills genre, minutes, subject, evidence, measures and brief; title, addressee and date are known. */
void genre_find(struct head *h, const struct outline *o);

#endif
