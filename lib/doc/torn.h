/* Rows between tabs that a line break within a cell has torn. */
#ifndef PT_DOC_TORN_H
#define PT_DOC_TORN_H

#include "doc/lines.h"

/* Joins a numbered row that lacks cells, and what follows it up to the row that has just those: 3, 提高电力水平, 州发展改革委、 over 州财政局, 2021年底. */
void torn_rows(struct lines *ls);

#endif
