/* Public purses: 中央财政, 省级, 厦门市 where it pays. */
#ifndef PT_DOC_PURSE_H
#define PT_DOC_PURSE_H

#include "doc/body.h"

/* The purse that the folded text begins with; false when there is none. `r` and `used`: what region_chain says of s. */
bool purse_at(struct str s, const struct region *r, size_t used, struct body *out);

/* 脱贫, 革命老区, 重点帮扶 before 县: whether text ends in words that tell which ones, so that a bare level behind it is no purse. */
bool purse_tells_which(struct str before);

#endif
