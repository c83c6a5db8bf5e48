/* Names in a form in which they can be compared. */
#ifndef PT_ZH_LIKENAME_H
#define PT_ZH_LIKENAME_H

#include "base/buf.h"

/* Appends a name without what one writer does and another does not: width, blanks beside Chinese and beside digits, quotation marks; brackets of all
 * kinds but title marks become round, dashes and tildes one hyphen, Roman numerals letters, letters capital. Line ends go. A form to
 * compare, not to print; a second time changes nothing. */
void likename_put(struct str name, struct buf *out);

#endif
