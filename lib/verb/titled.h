/* What the titles and headings over sums in a table say of them. */
#ifndef PT_VERB_TITLED_H
#define PT_VERB_TITLED_H

#include "doc/grid.h"

/* The fund or plan that a table deals out, by its title: 2023年水利发展资金预算安排表. */
struct str titled_program(struct str title);
/* What that is for: 水利发展. */
struct str titled_purpose(struct str title);
/* The same of what a notice hands down; n 0: that is no money, plan or project. */
struct str titled_handed(struct str subject);
/* What the sums of one column are for by its heading, or by the one over it: 基本公共卫生服务补助资金（万元）. n 0: these say no more than those of any table. */
struct str titled_column(const struct column *c);

#endif
