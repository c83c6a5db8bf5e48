/* Brackets and quotations of running text. */
#ifndef PT_DOC_ENCLOSURE_H
#define PT_DOC_ENCLOSURE_H

#include "doc/mention.h"

/* The byte behind the quotation that mark c opens at byte `at`, or 0. Scanners mix the curly marks up. */
size_t enclosure_quote(struct str s, size_t at, uint32_t c);

/* Whether c is the 〔 of a note (〔财政部牵头〕), not of the year of a document number; `behind`: the byte behind it. */
bool enclosure_note(struct str s, uint32_t c, size_t behind);

/* （牵头单位：A。配合单位：B）: whether the next bracket behind byte `at` closes. `note`: that of 〔, which may hold a whole bracket. */
bool enclosure_closes(struct str s, size_t at, bool note);

/* What stands inside a bracket, whatever marks open and close it. */
struct str enclosure_inside(const struct mentions *m, const struct mention *bracket);

#endif
