/* Names of projects. */
#ifndef PT_VERB_WORKNAME_H
#define PT_VERB_WORKNAME_H

#include "verb/clause.h"
#include "verb/finding.h"

/* G312线, S207线: the bytes of the letter and number that a road is named by; 0: s begins with none. */
size_t workname_numbered(struct str s);

/* 轨道交通10号线二期, M101线, 6号线东站延伸段: a line of a city's railway by its number. */
bool workname_line(struct str name);

/* It begins with a place, a body or a road's number, or holds the name of a town or a stretch. */
bool workname_particular(const struct doc *d, struct str name);

/* Whether a name that ends in a facility (水库) has a name of its own before it: a few characters that are no common words. */
bool workname_facility(struct str name, const struct word *facility);

/* Whether no common word is in it: 海晨微, 岭芯; or it is a place: 永安. */
bool workname_coined(struct str s);

/* 白石机场改扩建工程: what is done to such a facility, or the facility alone. */
bool workname_works_on(struct str name);

/* 红星水库除险加固: the bytes at byte `at` that tell what is done to the facility named before them and end its name; 0: none do, or they only
 * tell that it is built. */
size_t workname_deed(struct str s, size_t at);

/* 双山公路|大埠至红崖段, 青白高速|松县段: the bytes at byte `at`, behind a facility, that tell which stretch of it is meant; 0: none do. */
size_t workname_section(struct str s, size_t at);

/* 国道318线松麦至白石段: it tells from where to where, and ends as stretches do. */
bool workname_stretch(struct str name);

/* It is made only of words that any project has: 重点项目, 技术改造项目. */
bool workname_vague(struct str name);

/* 阜新电厂, 宜昌市图书馆 among others: the facility or the building of a place. */
bool workname_of_place(struct str name);

/* 某公司投资建设黔北物流园, 利用厂房建设福清产业园: the name behind the words of building, where a company or what is used stands before
 * them and a place or a name behind; else the name as it is. *builder: the company. */
struct str workname_built(const struct doc *d, struct str name, struct str *builder);

/* 国家重点工程青白高铁: the name behind what any project may be called. */
struct str workname_own(struct str name);

/* It holds 等 or 各项: more than one is meant. */
bool workname_etc(struct str name);

/* 铁河小学维修改造工程, and 项目 behind it: whether a work is called `as` by its name and one more word of work. */
bool workname_called(struct str name, struct str as);

/* Whether one of the last projects has this name, as it is written. */
struct finding *workname_told(const struct doc *d, struct str written);

/* 对新建的电商产业园,给予…; 投资额1亿元以上的制造业项目,…: in rules what stands behind a condition is any that meets it, unless a place
 * names it. c: the clause of the name. */
bool workname_any(const struct doc *d, const struct mentions *m, const struct range *c, struct str name);

/* 你省长江治理工程, 我县东湖水库工程: the name without the word that tells whose the work is for who writes; 全市信息平台 is a name as it stands. */
struct str workname_behind_self(const struct doc *d, struct str name);
/* A project of that name with its place; NULL when one of the last few has the same name, or when it is torn out of something else. */
struct finding *workname_add(struct doc *d, size_t index, struct str name, struct str evidence, const char *rule);

#endif
