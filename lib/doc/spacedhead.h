/* The headings of tables whose cells blanks alone part; a part of the reader of their rows (spaced.h). */
#ifndef PT_DOC_SPACEDHEAD_H
#define PT_DOC_SPACEDHEAD_H

#include "base/arena.h"
#include "base/buf.h"
#include "doc/grid.h"
#include "doc/lines.h"

enum {
	MOST_WORDS = 24,
	LONGEST_HEAD = 120 /* characters of a line of headings */
};

struct spaced {
	const struct lines *ls;
	struct buf *b;
	struct arena *a; /* of the words of one line */
	struct cell heads[MOST_WORDS];
	enum column_role roles[MOST_WORDS];
	bool spent[MOST_WORDS]; /* columns of what was spent before */
	size_t columns;
	size_t gap;     /* blanks that part two cells: one, where no two part all headings */
	bool numbered;  /* a column numbers the rows: */
	size_t seq;     /* the first, or the second where the first is that of groups */
	bool sums;      /* a column holds money */
	bool listed;    /* a number, and all other words are a name */
	size_t full;    /* listed: characters of its longest line, which others may be broken at */
	struct str head_line;
	long number;    /* of the last row */
};

/* The words of line i that `gap` blanks part at least; how many, more than MOST_WORDS when there are. */
size_t spacedhead_split(const struct lines *ls, size_t i, size_t gap, struct cell words[MOST_WORDS]);

/* 工 作 任 务: words of one character each that stand together are one; so are 总投资 and (万元) behind it. How many there are then. */
size_t spacedhead_join(const struct lines *ls, struct cell *words, size_t n);

/* A word without blanks and in plain forms, in t's buffer: the next call writes it over. */
struct str spacedhead_fold(const struct spaced *t, const struct cell *c);

/* Whether line i is one of headings, nearly all of which the table of headings has; *t tells them then. The first is that of numbers, or of what gets the
 * sums of another. */
bool spacedhead_read(struct spaced *t, size_t i);

#endif
