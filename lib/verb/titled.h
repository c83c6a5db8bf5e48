/* What the titles and headings over sums in a table say of them. */
#ifndef PT_VERB_TITLED_H
#define PT_VERB_TITLED_H

#include "doc/grid.h"
#include "doc/head.h"

/* How many bytes at the end of s say only that it is money: all of 补助资金, of 发展资金 the last two characters. */
size_t titled_money(struct str s);
/* The name of a fund without the words that say only that it is money: 农业发展 of 农业发展专项资金. */
struct str titled_bare(struct str s);
/* Without the part of the sum that it ends in: 安居工程第一批. */
struct str titled_whole(struct str s);
/* Without the year and the part that it begins with: 2024年第二批. */
struct str titled_dated(struct str s);
/* The fund or plan that a table deals out, by its title: 2023年水利发展资金预算安排表. */
struct str titled_program(struct str title);
/* What that is for: 水利发展. */
struct str titled_purpose(struct str title);
/* The same of what a notice hands down; n 0: that is no money, plan or project. */
struct str titled_handed(struct str subject);
/* The benefit that a title is about, without where and when: 高龄老人生活补贴 of 关于调整全市高龄老人生活补贴标准的通知; n 0: it is about none. */
struct str titled_benefit(struct str title);

/* What the headings of one column say of its sums. */
struct titled_column {
	bool known;
	struct str purpose; /* 基本公共卫生服务补助资金（万元）, or by the heading over it; n 0: these say no more than those of any table */
	struct str over;    /* what the heading over a short one adds to it: 低保 over 城市; n 0: nothing */
};

/* The same of a table with its title. It begins as zeros, and is the same for all rows: each part is read when it is first asked for. */
struct titled {
	bool known;
	struct str program, purpose;
	struct titled_column columns[GRID_COLUMNS];
};

/* Reads what is said of the sums of g, and of those in its column i, where that has not been asked for yet. h: of the document, whose title says what
 * money it is where that of g names any list. */
void titled_ask(struct titled *t, const struct head *h, const struct grid *g, size_t i);

#endif
