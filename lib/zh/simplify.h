/* Traditional characters to simplified ones, from simplify.tsv. */
#ifndef PT_ZH_SIMPLIFY_H
#define PT_ZH_SIMPLIFY_H

#include "base/arena.h"
#include "zh/rewrite.h"

/* Reads the table; call once, before threads start. */
void simplify_load(void);

/* Appends s to r, simplified. What simplified writing has too (乾, 徵) is changed only in a word of the table or beside characters that it
 * has not. A second time changes nothing. */
void simplify_text(struct str s, struct rewrite *r);

/* The same for a text whose changes nobody asks for: s itself where there are none. */
struct str simplify_plain(struct str s, struct arena *a);

/* The same for a text whose places count: a copy of the same length if s has characters that simplified writing has not, else s itself. */
struct str simplify_aligned(struct str s, struct arena *a);

#endif
