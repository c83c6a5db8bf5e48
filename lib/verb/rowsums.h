/* Sums among the words of a cell, for rows.c. */
#ifndef PT_VERB_ROWSUMS_H
#define PT_VERB_ROWSUMS_H

#include "verb/row.h"

/* 专项债券30000万元，自筹11100万元 in column i of sources: a record each, parts of what the row costs. */
void rowsums_sources(struct row *r, size_t i);
/* 含甲县200万元、乙县150万元 in column i of remarks: a record each, parts of the sum of the row. */
void rowsums_remark(struct row *r, size_t i);

#endif
