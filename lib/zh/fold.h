/* Width and shape folding for matching: the evidence is never folded, only the copy that rules
 * and parsers look at. */
#ifndef PT_ZH_FOLD_H
#define PT_ZH_FOLD_H

#include "base/buf.h"

/* Full-width ASCII (U+FF01-FF5E) and U+3000 to ASCII; the brackets 〔〕［］【】 stay; ○ and Ｏ-like
 * zeros in Chinese numerals to 〇 (U+3007); dash forms (U+2010-2015, U+2212, U+FF0D) to '-', but
 * U+2014 doubled (——) stays for the caller to see as two; ﹒ and ． to '.'; ︰ to ':'; ％ to '%'; radicals and characters of old code
 * pages to everyday ones. One code point
 * to one code point, so that offsets map. */
uint32_t fold_char(uint32_t c);
void fold_text(struct str s, struct buf *out);

#endif
