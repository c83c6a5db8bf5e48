/* The words of a page that no gap parts, and where they stand on it. */
#ifndef PT_DOC_PIECES_H
#define PT_DOC_PIECES_H

#include "doc/grid.h"
#include "doc/lines.h"

enum { PIECES_GAP = 2 }; /* blanks between two columns, where one stands within a cell */

/* Words that no gap parts. */
struct piece {
	size_t line, from, to;
	size_t left, right; /* places, right behind the last */
	size_t column;
};

struct span {
	size_t left, right;
};

struct laidout {
	struct lines *ls;
	struct buf b;
	struct arena *a;
	struct piece *pieces;
	size_t n, cap;
	size_t first, end, body; /* lines of the table: [first, body) is the head */
	size_t gathered;         /* lines that have been taken for those of tables so far, each time that they were */
	size_t *at;              /* of each line from the first on: its first piece */
	bool *begins;            /* of each line from the first on: whether a row begins there; NULL: its words tell */
	struct span columns[GRID_COLUMNS];
	enum column_role roles[GRID_COLUMNS];
	bool figures[GRID_COLUMNS]; /* nothing but figures stands below the heading */
	size_t column_count;
};

bool pieces_blank(uint32_t c);

/* The places that the character at the head of s takes. */
size_t pieces_width(struct str s, uint32_t c);

/* Adds the pieces of line i; false: the line is too wide for a page. */
bool pieces_add(struct laidout *t, size_t i);

/* The pieces of a line, and one of them. */
size_t pieces_count(const struct laidout *t, size_t line);
struct piece *pieces_at(const struct laidout *t, size_t line, size_t k);

/* Valid until the next call. */
struct str pieces_fold(struct laidout *t, const struct piece *p);

bool pieces_overlap(const struct span *c, const struct piece *p);

/* 12, 一, and what stands for them before a total. */
bool pieces_number(struct laidout *t, const struct piece *p);

/* 序, and 号 at the head of one of the two lines below line i: the heading of the rows' numbers. */
bool pieces_seq_broken(const struct laidout *t, size_t i);

/* 一、交通类: a line of its own. */
bool pieces_name_group(struct laidout *t, size_t line);

#endif
