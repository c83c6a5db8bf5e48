/* Bytes out: standard output or a file, buffered, every write and the final close checked. */
#ifndef PT_IO_OUT_H
#define PT_IO_OUT_H

#include "base/buf.h"

struct out;

/* `file` NULL: standard output. A file is written beside its place under a passing name and renamed
 * by out_close; a device or pipe of that name is written to directly. Ends with status 2 when it
 * cannot be made. */
struct out *out_open(const char *file);
void out_add(struct out *o, struct str s);
/* Hands on what is buffered. */
void out_flush(struct out *o);
/* All of these end with status 2 on a write error; a closed pipe ends the program quietly. */
void out_close(struct out *o);

#endif
