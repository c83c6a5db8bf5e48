/* Files and standard input, whole. */
#ifndef PT_IO_INPUT_H
#define PT_IO_INPUT_H

#include "base/arena.h"
#include "base/buf.h"

/* Appends all of file ("-": standard input) to out; false with a message (status 1) when it
 * cannot be read. */
bool input_read(const char *file, struct buf *out);

/* Reads names separated by NUL from file ("-": standard input) into names; false as above. */
bool input_names(const char *file, struct buf *names);

/* SHA-256 (FIPS 180-4) of bytes, as 64 hexadecimal digits and a NUL. */
void input_sha256(struct str bytes, char hex[65]);

/* Ids of 16 digits: the first of the SHA-256 of one beginning, which is kept in `a`, with one of many ends. */
enum { INPUT_ID = 16 };
struct input_head;
struct input_head *input_sha256_head(struct str bytes, struct arena *a);
void input_sha256_id(const struct input_head *head, struct str bytes, char hex[INPUT_ID + 1]);

#endif
