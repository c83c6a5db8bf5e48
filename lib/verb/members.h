/* The members of a list of works, and what stands behind them. */
#ifndef PT_VERB_MEMBERS_H
#define PT_VERB_MEMBERS_H

#include "verb/clause.h"

enum { MOST_LISTED = 64 };

struct list {
	struct str members[MOST_LISTED];
	size_t n, summed;  /* how many, and how many have a sum of their own in brackets */
	struct str common; /* what the last member shares with all */
	struct str tail;   /* from behind 等 to the end of 项目 */
	struct str done;   /* the tail with what is done, which words of any work hide: 等12条|河道整治工程; n 0: nothing is */
	struct str work;   /* 项目 */
	struct str deed;   /* 除险加固: what is done to them, behind what they are */
	bool counted;      /* a number stands behind 等 */
	bool great;        /* 三大工程: the number of what is made much of */
	bool exact;        /* it is that of the members */
	bool built;        /* a word of building stands behind 项目 */
	bool reached;      /* one that tells that it begins or ends */
	bool begun;        /* such a word stands before the first: 开工建设A、B */
	struct str whole;  /* from the first member to the end of 项目 */
};

/* Adds a member without blanks, marks and the bracket that it ends with; none where the list is full. */
void members_add(struct list *l, struct str s);

/* Adds the members that 、 and 和 part outside brackets. */
void members_split(struct list *l, struct str s);

/* A、B等14个重点项目: the list that ends at mention i (项目), in clause c. False when there is none. *l is empty before. */
bool members_read(struct list *l, const struct mentions *m, const struct range *c, size_t i);

/* 南山、北洼、德岭3个抽水蓄能电站: the same where a number stands behind the last, and is that of the members. *l is written over. */
bool members_read_counted(struct list *l, const struct mentions *m, const struct range *c, size_t i);

/* 14个 at the start of s: its bytes, or 0. */
size_t members_count_at(struct str s);

/* 转运站实施改造提升: it tells what is done, and is no name. */
bool members_tell_deed(struct str s);

/* 四海集扩能: the name before what is built of it. */
struct str members_without_building(struct str s);

/* 青岭水库|下闸蓄水: the name of a work before what has become of it. */
struct str members_without_end(struct str s);

/* 城北养老院和各县（区）养老机构: those of a class have no names; how many members are left of n. */
size_t members_without_classes(struct str *members, size_t n);

/* Where the bracket opens that s ends with; 0: it has none. */
size_t members_inset(struct str s);

/* 学生宿舍楼(投资1760万元): what it costs is no part of its name. */
struct str members_without_cost(struct str name);

#endif
