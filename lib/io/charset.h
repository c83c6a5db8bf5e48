/* From raw bytes to the decoded text: UTF-8, always valid, no BOM, NUL and undecodable bytes as
 * U+FFFD each. The only user of iconv. */
#ifndef PT_IO_CHARSET_H
#define PT_IO_CHARSET_H

#include "base/buf.h"

enum { CHARSET_KEPT_OFFSETS = 3 };

struct charset_result {
	const char *encoding; /* "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5", or as the caller named it */
	const char *how;      /* "named", "BOM" or "detected" */
	size_t bad;           /* undecodable bytes and NULs */
	size_t bad_at[CHARSET_KEPT_OFFSETS]; /* raw offsets of the first ones */
};

/* Reads the table of common characters; call before threads start. charset_decode does it by itself, which
 * is safe as long as no other thread reads a table at that time. */
void charset_load(void);

/* Decodes all of raw, appending to out. `encoding` NULL: BOM, else the best reading; names are
 * those of RFC 2978's registry, gb2312 and gbk are read as GB18030. False when iconv knows no such
 * encoding. */
bool charset_decode(struct str raw, const char *encoding, struct buf *out, struct charset_result *result);

/* The encoding of raw by its BOM (*how "BOM") or by the best reading ("detected"); `sure` is false
 * when raw is all ASCII, so that more of the input could still show another one. */
const char *charset_detect(struct str raw, const char **how, bool *sure);

/* Whether raw is UTF-8 by name and in truth, without a byte to be replaced: it is the text then, but for a BOM. */
bool charset_is_clean(struct str raw, const char *encoding);

/* True when text in this encoding may be cut after any byte LF and decoded piece by piece. */
bool charset_splits_at_lf(const char *encoding);

/* One piece of a text that is decoded in pieces: `base` is its raw offset, and only the piece at
 * offset 0 loses a BOM. *result is added to. */
bool charset_decode_part(struct str raw, const char *encoding, size_t base, struct buf *out, struct charset_result *result);

#endif
