/* Houses and institutes that are founded. */
#ifndef PT_VERB_FOUNDED_H
#define PT_VERB_FOUNDED_H

#include "verb/clause.h"
#include "verb/finding.h"

/* 新建某县警察训练教育基地, 设立某区社区学院分院: what a word of founding, mention i of sentence s, opens a clause with. Whether it names one. */
bool founded_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i);

/* 国家能源实验室|青岭基地: the branch that a body has in a place that it names. */
bool founded_branch(struct str name);

#endif
