/* GB18030 and Big5: decoding by a table of two-byte codes that is filled from iconv, and setting
 * the pairs right again after a damaged byte. */
#ifndef PT_IO_DOUBLEBYTE_H
#define PT_IO_DOUBLEBYTE_H

#include "base/buf.h"

enum doublebyte { DOUBLEBYTE_GB18030, DOUBLEBYTE_BIG5 };

struct charset_result;

/* The one character, above ASCII, that `bytes` stand for; false when they stand for none. */
typedef bool (*doublebyte_ask)(void *converter, struct str bytes, uint32_t *c);
typedef void (*doublebyte_bad)(size_t at, struct buf *out, struct charset_result *result);

/* Appends raw as UTF-8 to out; calls bad for each undecodable byte and NUL, in order, with its
 * offset + base. */
void doublebyte_decode(enum doublebyte which, doublebyte_ask ask, void *converter, struct str raw, size_t base,
                       struct buf *out, doublebyte_bad bad, struct charset_result *result);

#endif
