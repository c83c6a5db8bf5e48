/* Who pays whom how much for what. */
#ifndef PT_VERB_FUND_H
#define PT_VERB_FUND_H

#include "doc/grid.h"
#include "verb/finding.h"

/* Adds the funding records of paragraph `index`, whose mentions are m, and tells what was made of each of them in used[i]. */
void fund_find(struct doc *d, size_t index, const struct mentions *m, enum fund_use *used);

/* What a column of amounts is for, by its heading: 基本公共卫生服务补助资金（万元） is for 基本公共卫生服务. */
struct str fund_purpose_of_heading(const struct grid *g, const struct column *c);

#endif
