/* Text as it should have been typed: width, blanks and punctuation by what stands beside them. No word is changed. */
#ifndef PT_ZH_TIDY_H
#define PT_ZH_TIDY_H

#include "zh/rewrite.h"

/* Appends s to r without what only the layout put there:
 *
 *   blanks at the ends and beside Chinese, line ends and marks without width go; other blanks become one;
 *   full-width letters, digits and signs that Chinese has no use for become ASCII; radicals and characters of old code pages the
 *     characters that they stand for;
 *   , : ? ! ( ) and pairs of " become Chinese marks beside Chinese; a semicolon does not, since it parts the members of lists;
 *   Chinese marks become ASCII in numbers (10:30, 1,234万), round brackets between letters, and in text without any Chinese.
 *
 * A second time changes nothing. */
void tidy_text(struct str s, struct rewrite *r);

/* Whether c is a Chinese character, and no mark. */
bool tidy_is_han(uint32_t c);

/* Whether c is what a layout puts between words, and whether it has a width. */
bool tidy_is_blank(uint32_t c);
bool tidy_is_unseen(uint32_t c);

#endif
