/* What only the first or the last member of a list says for all: 新认定的国家级、省级|企业技术中心. The members are parts of one text, in its order. */
#ifndef PT_VERB_SHARED_H
#define PT_VERB_SHARED_H

#include "base/str.h"

enum { SHARED_MOST = 12 /* one more than the members that are looked at */ };

/* What all share before the first (新认定的, 获得) and behind the last (企业技术中心, 认证): *lead lies in the first of the n parts, *tail ends the last. n 0
 * where they share none. */
void shared_words(const struct str *parts, size_t n, struct str *lead, struct str *tail);

/* 认定为国家级示范企业、省级示范企业: ranks with a noun each share only what stands before the first rank; n 0: they are none. */
struct str shared_rank_lead(const struct str *parts, size_t n);

/* 国家级、省级|企业技术中心、工业设计中心: of more parts than there are sums (`count`) the first are ranks, and all behind the last rank is what has them; or
 * the last end in numerals (在国家、省大赛中获得一、二等奖). They are joined then. How many there are; n where it is not so. */
size_t shared_ranked(struct str *parts, size_t n, size_t count);

/* 东、中、西部地区, 一、二、三类县: what the last of members of one length has behind it, where it ends as places do; n 0: nothing. */
struct str shared_place(const struct str *parts, size_t n);

#endif
