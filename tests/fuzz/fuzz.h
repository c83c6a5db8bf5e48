/* What the targets of libFuzzer share: raw bytes as decoded text, and what ends a run. */
#ifndef PT_TESTS_FUZZ_H
#define PT_TESTS_FUZZ_H

#include <stdlib.h>

#include "io/charset.h"
#include "verb/document.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* A promise that does not hold is a finding, and the stack tells which one. */
static inline void demand(bool holds)
{
	if (!holds)
		abort();
}

static inline struct str fuzz_raw(const uint8_t *data, size_t n)
{
	return (struct str){n ? (const char *)data : "", n};
}

/* The bytes as the decoded text of a document in UTF-8. */
static inline struct str fuzz_text(const uint8_t *data, size_t n, struct buf *out)
{
	struct charset_result r;

	demand(charset_decode(fuzz_raw(data, n), "UTF-8", out, &r));
	return buf_str(out);
}

#endif
