/* What a member of a list beside a word of building looks like when it is the name of a work. */
#ifndef PT_VERB_BUILTNAME_H
#define PT_VERB_BUILTNAME_H

#include "verb/finding.h"

/* 行政办公区二期: where more of it is built, it is a place of its own. */
bool builtname_phase(struct str name);

/* 北环路, 青石桥: no common word before what ends as roads do. */
bool builtname_road(struct str name);

/* 长屿大桥, 秦云高速二期: a facility with a name of its own, or a road. */
bool builtname_facility(struct str name);

/* 青石中学: the house of a body that is called by no common word. */
bool builtname_body_house(struct str name);

/* 第五小学, 县城第三幼儿园: one of several in a place has a number for a name. */
bool builtname_ordered(struct str name);

/* 小米智能手机工厂: a house that is called by a coined name. */
bool builtname_coined_house(struct str name);

/* 江城|展览馆 */
bool builtname_begins_coined(struct str name);

/* 体育中心: a house by its kind, where others of its list have a name. */
bool builtname_house(struct str name);

/* Whether it is too short, too long or too vague for a name, or what is done about one. */
bool builtname_none(struct str name);

/* Whether anything makes it the name of one work. */
bool builtname_looks(const struct doc *d, struct str name);

#endif
