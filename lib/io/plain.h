/* Rows and objects in their plainest form, read without a copy: what nearly all lines are. Anything else is left to libcsv and
 * jansson, which stay the authority: what is read here is read as they would. */
#ifndef PT_IO_PLAIN_H
#define PT_IO_PLAIN_H

#include "io/csv.h"
#include "io/record.h"

/* A line of CSV that is a row of its own, with its LF: no quote, no CR but before the LF. Cells are slices of the line. False:
 * not so; *row is as it was. */
bool plain_row(struct str line, char delimiter, struct arena *a, struct cells *row);

/* A line that is one flat JSON object: strings without escapes, numbers without exponent, true, false, null, arrays of such
 * strings; no key twice. The line is UTF-8. Names and texts are slices of it. False: not so. */
bool plain_object(struct str line, struct arena *a, struct record *r);

#endif
