/* Lines of decoded text from a file or pipe, without holding all of it. */
#ifndef PT_IO_READER_H
#define PT_IO_READER_H

#include "base/str.h"

struct reader;

/* `file` "-": standard input; `encoding` NULL: detected. NULL and a message (status 1) when the
 * file cannot be opened; an encoding that iconv does not know ends with status 2. */
struct reader *reader_open(const char *file, const char *encoding);

/* The next line with its LF (the last one may have none), lines since reader_mark kept in front of
 * it in one piece; false at the end. A read error ends the text with a message (status 1). The slice
 * lasts until the next call. */
bool reader_line(struct reader *r, struct str *line);

/* The next lines together, each with its LF and without the byte `without`: as many as stand ready, `most` bytes at most; a new piece
 * starts with them. False where there are none: the next line has that byte or no LF, or is longer. The slice lasts until the next call. */
bool reader_lines(struct reader *r, size_t most, char without, struct str *lines);

/* Starts a new piece with the next line. */
void reader_mark(struct reader *r);
/* The bytes handed out since reader_mark. */
struct str reader_marked(const struct reader *r);

/* True when reading ended with an error (the message has been given). */
bool reader_failed(const struct reader *r);

/* 1-based number of the line last handed out. */
long reader_number(const struct reader *r);

/* Hands out the last line once more. */
void reader_back(struct reader *r);

void reader_close(struct reader *r);

#endif
