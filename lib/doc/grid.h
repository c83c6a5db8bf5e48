/* Tables: which rows belong together, what each column holds, which rows are heads, groups or totals. */
#ifndef PT_DOC_GRID_H
#define PT_DOC_GRID_H

#include "doc/outline.h"

enum column_role {
	COLUMN_UNKNOWN, COLUMN_SEQ, COLUMN_NAME, COLUMN_TASK, COLUMN_ORG, COLUMN_PARTNER, COLUMN_CONTENT, COLUMN_PLACE,
	COLUMN_CATEGORY, COLUMN_STATE, COLUMN_PERIOD, COLUMN_START, COLUMN_DEADLINE, COLUMN_DUTY, COLUMN_MONEY, COLUMN_COUNT,
	COLUMN_RECIPIENT, COLUMN_GOAL, COLUMN_POLICY, COLUMN_INDICATOR, COLUMN_UNIT, COLUMN_IGNORE
};

enum { GRID_COLUMNS = 40 };

struct column {
	enum column_role role;
	struct str arg;   /* duty: role; money and what is given in words: kind */
	struct str status; /* money: planned, actual or rule */
	struct str head;  /* the heading without unit; of the innermost row of the head */
	struct str over;  /* the heading above it where the head has two rows; n 0: none */
	struct str unit;  /* in brackets in the heading; n 0: none */
	struct str basis; /* behind it, what one sum is for: 元/亩; n 0: none */
	struct str period; /* of sums and figures, named in the heading; n 0: none */
	bool part;        /* under or beside 其中: a part of the nearest money column left of it that is none */
	size_t whole;     /* of money: the column that it is a part of, counted from 1; 0: none */
	bool total;       /* 合计, 小计: the sum of columns beside it */
};

enum row_kind { ROW_DATA, ROW_HEAD, ROW_GROUP, ROW_TOTAL, ROW_TEXT };

struct grid {
	size_t first, last;   /* paragraphs [first, last), all rows */
	size_t body;          /* first row behind the head */
	struct column columns[GRID_COLUMNS];
	size_t column_count;
	struct str title;     /* the line over the table; n 0: none */
	struct str unit;      /* 单位：万元 over the table; n 0: none */
	bool mixed;           /* 单位：户、万元: figures of other units stand in it too */
	struct str category;  /* of the group row above, while rows are read */
	bool carried;         /* goes on with the columns of the table before it */
};

void grid_load(void);

/* The role of a column with that heading (folded, unit in brackets), or COLUMN_UNKNOWN. */
enum column_role grid_heading(struct str heading);

/* Reads the table whose first row is paragraph `first`. `before`: the table before it in the document, or NULL. */
void grid_read(struct grid *g, const struct outline *o, size_t first, const struct grid *before);

/* A title without what says that it is that of an annex: 附件2：2023年项目计划表. */
struct str grid_unlabelled(struct str title);

/* How many cells of the row hold anything. */
size_t grid_filled(const struct para *p);

/* What row i is. For a group row *group is its name. */
enum row_kind grid_row(const struct grid *g, const struct outline *o, size_t i, struct str *group);

/* The name of a group without its number and how many are in it: 二、生物医药领域（5项）. */
struct str grid_group(struct str s);

/* The first column of a role, or -1. */
int grid_column(const struct grid *g, enum column_role role);
/* The last one. */
int grid_last(const struct grid *g, enum column_role role);

#endif
