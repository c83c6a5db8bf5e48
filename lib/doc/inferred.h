/* Columns of a table that tell what they hold otherwise than by their headings, for grid.c. */
#ifndef PT_DOC_INFERRED_H
#define PT_DOC_INFERRED_H

#include "doc/grid.h"

/* Whether figures stand in the column from that row on, wherever it holds anything. */
bool inferred_holds_figures(const struct grid *g, const struct outline *o, size_t from, size_t column);
/* Purses behind a sum are its parts. */
void inferred_purses(struct grid *g);
/* Sums for each of something are what is given to whoever qualifies. */
void inferred_standards(struct grid *g);
/* Who answers for a study undertakes it. */
void inferred_undertakers(struct grid *g);
/* Columns of figures under a unit of money hold money. */
void inferred_money(struct grid *g, const struct outline *o);
/* Sums without a unit have that of the other sums. */
void inferred_units(struct grid *g, const struct outline *o);
/* Columns beside indicators hold their units and figures. */
void inferred_figures(struct grid *g, const struct outline *o);
/* The columns of a table without headings: names, and sums under a title of money. */
void inferred_headless(struct grid *g, const struct outline *o);

#endif
