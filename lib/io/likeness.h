/* How much a text looks like Chinese official writing: what tells a right reading of raw bytes from
 * mojibake. */
#ifndef PT_IO_LIKENESS_H
#define PT_IO_LIKENESS_H

#include "base/str.h"

/* Reads common-characters.tsv, once; while other tables may be read, only before threads start. */
void likeness_load(void);

/* Points for one character: positive for what such texts are made of, negative for what is seldom
 * or never in them. */
int likeness_char(uint32_t c);

/* What an undecodable byte costs, in the same points. */
enum { LIKENESS_BAD_BYTE = -5 };

/* Sum over a text; U+FFFD counts as an undecodable byte. */
long likeness_text(struct str utf8);

#endif
