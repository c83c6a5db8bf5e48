/* The headings of columns, for grid.c. */
#ifndef PT_DOC_HEADING_H
#define PT_DOC_HEADING_H

#include "base/buf.h"
#include "doc/grid.h"

enum { HEADING_MOST = 24 /* characters */ };

/* A cell as it is written, without what only lays it out (目 标 任 务), folded, in b. */
struct str heading_fold(struct str raw, struct buf *b);
/* Whether a text that begins as raw does may be a heading of the table of headings (heading_is), by its first two characters: never false when one
 * is. */
bool heading_may_open(struct str raw);
/* The same of a text that is raw, by its last character. */
bool heading_may_close(struct str raw);
/* A number without unit. */
bool heading_is_number(struct str s);

/* 营业收入, 研发费用: whether a heading tells a figure of those who get something, not what works are or aid may be (建设规模, 补贴限额). */
bool heading_is_statistic(struct str head);
/* A number, a share or a dash, which stand below headings. */
bool heading_is_figure(struct str s);
/* A letter, and digits behind it, that number a row: J0006. */
bool heading_is_code(struct str s);
/* Whether a cell may be a heading by its form. */
bool heading_like(struct str s);
/* Whether s is a heading of the table of headings from its first character to its last, its unit apart. */
bool heading_is(struct str s);
/* Whether two headings alone make a table: who or what, and its sum. */
bool heading_is_pair(struct str name, struct str sum);
/* What the column under that heading holds. */
void heading_read(struct column *c, struct str cell);
/* The period that a heading tells (2024年投资): n 0 where it tells none. */
struct str heading_period(struct str head);

/* 2024年工作回顾, 2024年拨付资金: the year that a heading of a column or a part begins with; 0: it begins with none. */
int heading_year(struct str head);
/* The unit in the last bracket: 总投资(万元). A bracket with anything else stays in *rest. */
struct str heading_unit(struct str s, struct str *rest);
/* Whether it is a unit of money. */
bool heading_is_money(struct str unit);

#endif
