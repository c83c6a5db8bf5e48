/* The cells of a table that stand one a line: where each begins and ends, and what it may be. For vertical.c and its heads. */
#ifndef PT_DOC_UPRIGHT_H
#define PT_DOC_UPRIGHT_H

#include "doc/grid.h"
#include "doc/lines.h"

enum {
	UPRIGHT_CELLS = GRID_COLUMNS,
	UPRIGHT_ASKED = 2 * UPRIGHT_CELLS, /* cells read for a head: brackets go with the heading before them, and any number may follow */
	UPRIGHT_HEADING = 14, /* characters of a heading */
	UPRIGHT_SHORT = 24,   /* of one that need not be known */
	UPRIGHT_COLUMNS = 3,  /* fewest headings */
	UPRIGHT_ROWS = 2      /* fewest rows of a table without numbers */
};

/* What has been read of the lines: they are asked for again as each of those before them may begin a table. */
struct sheet {
	struct lines *ls;
	struct arena kept;
	struct buf b;
	struct str *texts; /* of each line, folded; p NULL: not yet */
	size_t run;        /* the line behind the last run of lines that may each be a heading */
	bool run_figure;   /* whether that line is a figure */
	size_t tried;      /* bytes of lines that have been tried as one cell, each time that they were: wrapped_place */
};

struct upright {
	struct lines *ls;
	struct sheet *sheet;
	struct arena *a;
	size_t first, body; /* lines: the first heading, the first cell below the head */
	struct cell heads[UPRIGHT_CELLS];
	enum column_role roles[UPRIGHT_CELLS];
	bool spent[UPRIGHT_CELLS]; /* columns of what was spent before: fitting_spare */
	size_t columns;
	size_t blanks;      /* between two cells */
	bool parted;        /* cells are parted by blank lines, so that lines without one between are one cell */
	bool single;        /* each line of the head is a heading, or the unit of that above */
	long number;        /* of the last row */
	bool whole;         /* the last row had all its cells, so that any higher number may be that of the next */
};

/* Bytes [from, to) folded, without what parts lines. */
struct str upright_fold(const struct upright *t, size_t from, size_t to);
/* Whether the text has more than `most` Chinese characters. */
bool upright_longer(struct str text, size_t from, size_t to, size_t most);
/* Line i, folded. */
struct str upright_line(const struct upright *t, size_t i);
/* The line behind the cell that starts at line i, and the cell, folded. */
size_t upright_end(const struct upright *t, size_t i);
struct str upright_cell(const struct upright *t, size_t i);
/* Whether the cell that starts at line i is short and no figure, as headings and names are. */
bool upright_short(const struct upright *t, size_t i);
/* Whether s is a number of at most five digits. */
bool upright_integer(struct str s, long *value);
/* Whether s is the numbered name of a group: 一、交通水利. */
bool upright_group(struct str s);
/* Whether s is a total or the number of a group: 合计, 三. */
bool upright_part(struct str s);
/* Whether a row of a table of numbered rows begins at line i, or the name of those below. */
bool upright_starts_row(const struct upright *t, size_t i);
bool upright_names_group(const struct upright *t, size_t i);
/* Whether blank lines part the cells from the first line on. */
bool upright_parted(const struct upright *t);
/* Whether a column holds sentences. */
bool upright_prose(const struct upright *t);
/* Whether the table ends before line i; `inside`: cells of the row are still to come. */
bool upright_stops(const struct upright *t, size_t i, bool inside);
/* Adds a row of these cells to the lines that take the place of those read. */
void upright_add(struct lines *ls, struct line **rows, size_t *n, size_t *cap, const struct cell *cells, size_t columns, size_t blanks);

/* uprighthead.c: the headings from t->first on, where the rows begin; false: it is no head. */
bool uprighthead_read(struct upright *t);

/* unnumbered.c: the rows of a table without numbers that begins at t->first; the line behind it, or t->first. */
size_t unnumbered_rows(struct upright *t, struct line **rows, size_t *n, size_t *cap);

/* Whether the short lines from the first on end before a figure, and are as many as a head may have. */
bool unnumbered_may_head(const struct upright *t);

/* addends.c: puts the figures of rows that lack some into the columns in which they add up, as those of full rows do. */
void addends_place(const struct upright *t, struct line *rows, size_t n);

/* broken.c: the rows of a numbered table with cells of several lines below its head; the line behind it, or t->first. */
size_t broken_rows(struct upright *t, struct line **rows, size_t *n, size_t *cap);

/* ragged.c: the rows of a table without numbers some of whose cells have left no line, that begins at t->first; the line behind it, or t->first. */
size_t ragged_rows(struct upright *t, struct line **rows, size_t *n, size_t *cap);

#endif
