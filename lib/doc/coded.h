/* Lines of a list whose items a code numbers: J0013 北区填土工程, XM-02 城南小学改扩建项目. */
#ifndef PT_DOC_CODED_H
#define PT_DOC_CODED_H

#include "doc/outline.h"

/* The bytes of the code that s begins with: capitals and digits, which hyphens may part; 0: none. That of a road (G109, S207) is none. */
size_t coded_at(struct str s);

/* What paragraph i names behind its code, where lines near it have codes of the same form and most of them name works; n 0: it is none of those.
 * *code is set then. */
struct str coded_name(const struct outline *o, size_t i, struct str *code);

#endif
