/* Rivers, lakes and hills, which are works where something is done to them. */
#ifndef PT_VERB_LANDSCAPE_H
#define PT_VERB_LANDSCAPE_H

#include "doc/mention.h"

/* 苏河|堤防改造: the bytes of the river, lake or hill of its own name that s begins with, or 0. */
size_t landscape_at(struct str s);

/* 昌江流域综合治理, 上革河道治理: what is done to a river, a lake or a hill of its own name; `small`: whose name is as long as those of small waters are,
 * which is no great one (长江, 黄河). */
bool landscape_deed(struct str name, bool small);

/* 开展|白马湖水系景观带暨水源保护治理, 完成|上革河道治理: whether all that mention x, a word of doing, tells is done to one small water or hill. */
bool landscape_treated(const struct mention *x, struct str name);

#endif
