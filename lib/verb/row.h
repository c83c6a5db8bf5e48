/* One row of a table, for rows.c and what it is made of. */
#ifndef PT_VERB_ROW_H
#define PT_VERB_ROW_H

#include "doc/grid.h"
#include "verb/finding.h"
#include "verb/titled.h"

enum { ROW_BODIES = 64 };

struct row {
	struct doc *d;
	const struct grid *g;
	struct titled *titled; /* what the headings of g say */
	const struct para *p;
	size_t index;
	struct finding *sums[GRID_COLUMNS]; /* the funding records of its columns */
	struct str listed;                  /* the cell whose bodies were read last: each sum of the row is for the same */
	struct body *bodies;                /* room for ROW_BODIES, which is not cleared for each row */
	size_t body_count;
};

/* The cell of a column; n 0: it is empty, or there is no such column (-1). */
struct str row_cell(const struct row *r, int column);
/* The same of the first column of a role. */
struct str row_told(const struct row *r, enum column_role role);
/* What the row is about: its project, its task, else its first cell that describes anything, its category or the table's title. */
struct str row_subject(const struct row *r);
/* A cell without the number, and the 其中, that it begins with. */
struct str row_bare(struct str s);
/* A record of the whole row. */
struct finding *row_finding(const struct row *r, enum record_type type);
/* The bodies of a cell become members of a field. */
void row_add_bodies(struct row *r, struct finding *f, const char *field, struct str list);
/* The column of those who get something, and the sum in column `money`; -1: none. */
int row_recipient(const struct row *r, size_t money);
/* Whether the table tells what is given for what, rather than projects: 项目, 补助标准. */
bool row_tells_policy(const struct grid *g);
/* The figure of a cell: all of it when it is one, else the first amount in it. */
struct str row_figure(struct str s, struct str unit, struct quantity *q);

/* Whether s is a region, or a part of one that is told behind its name: 肥西县, 新疆（不含兵团）, 合肥市本级. */
bool row_is_place(struct str s);
/* The funding record of the sum in column i; NULL: it holds none. */
struct finding *row_money(struct row *r, size_t i);

#endif
