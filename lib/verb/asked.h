/* What a reply repeats of the letter that it answers: who is spoken to, what they have asked for and said. */
#ifndef PT_VERB_ASKED_H
#define PT_VERB_ASKED_H

#include "verb/clause.h"

/* The first mention of r before byte `to` behind which is told what is asked for (恳请…, 您提出将…, 贵局建议由…); -1: there is none. */
long asked_begs(const struct mentions *m, const struct range *r, size_t to);

/* Whether s ends with what those who are spoken to have said: 认真研究您的宝贵意见, 采纳贵单位提出的意见建议. */
bool asked_repeats(struct str s);

#endif
