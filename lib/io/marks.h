/* The bytes that part a text into cells and rows. */
#ifndef PT_IO_MARKS_H
#define PT_IO_MARKS_H

#include "base/str.h"

/* The places of every delimiter, LF and CR in s, in order; `at` has room for s.n places. Returns how many. */
size_t marks_find(struct str s, char delimiter, uint32_t *at);

/* The same, a byte at a time: what marks_find is on machines without SSE2, and its measure in tests. */
size_t marks_find_bytes(struct str s, char delimiter, uint32_t *at);

/* How many of the bytes of s are c. */
size_t marks_count(struct str s, char c);

#endif
