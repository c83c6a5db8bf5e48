/* The headings of tables whose cells nothing parts; a part of the reader of their rows (glued.h). */
#ifndef PT_DOC_GLUEDHEAD_H
#define PT_DOC_GLUEDHEAD_H

#include "base/arena.h"
#include "base/buf.h"
#include "doc/grid.h"
#include "doc/lines.h"
#include "doc/undivided.h"

enum {
	MOST_COLUMNS = 16,
	FEWEST_COLUMNS = 3,
	LONGEST_HEADING = 54  /* bytes of one of them */
};

struct glued {
	struct lines *ls;
	struct arena *a;
	struct buf b;
	struct cell heads[MOST_COLUMNS];
	enum column_role roles[MOST_COLUMNS];
	size_t columns;
	bool numbered;
	size_t seq;  /* numbered: the column of numbers, the first or, where that is of classes, the second */
	long number; /* of the last row */
	struct str place; /* that the words of the row begin with: 雨河镇 */
	size_t begins[UNDIVIDED_FIGURES], begin_count; /* where figures of the row begin that only their sum tells apart */
};

/* How a line of headings is cut up to one of its bytes with the fewest characters that are none. */
struct glued_way {
	size_t cost, from; /* from: the byte of the line where the last piece begins */
	bool known;        /* it is a heading */
};

/* Finds the ways through bytes [start, end) of the text: one for each byte, and one more. */
void gluedhead_ways(struct glued *t, size_t start, size_t end, struct glued_way *ways);

/* Bytes [from, to) of the text without blanks and in plain forms, in t's buffer: the next call writes it over. */
struct str gluedhead_fold(struct glued *t, size_t from, size_t to);

/* Whether line i is nothing but headings one behind the other, of which the first numbers the rows or says who gets something; half of its characters may be of
 * such as no table knows. *t tells them then. */
bool gluedhead_read(struct glued *t, size_t i);

#endif
