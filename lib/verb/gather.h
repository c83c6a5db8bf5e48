/* What the rows of pt-aggregate add to which group, and what is left out of sums. */
#ifndef PT_VERB_GATHER_H
#define PT_VERB_GATHER_H

#include "verb/groups.h"
#include "verb/pick.h"

struct gather {
	struct arena arena;
	struct pick pick;
	struct groups groups;
	struct money money;
	bool has_money;        /* a figure is one of amounts of funding records */
	bool by_currency;      /* a group field is the currency, so that amounts cannot mix */
	bool skip_totals;
	long explode;          /* the group field whose members count each; NO_FIELD: none */
	bool table;            /* the input at hand is a table of no contract: its arrays are text */
	bool contract;         /* contract records were among the rows */
	long rows;
	struct trouble *bad;   /* a field of pick each: cells that are no numbers */
	struct trouble *dates; /* and those that are dates, which are bad where a figure has numbers too */
	struct trouble *parts; /* a group field each: cells that are no dates */
	struct trouble totals; /* rows of totals */
	struct gather_row *row;
	struct gather_later *later;
	size_t laters, cap;
};

/* Makes ready for rows once groups, figures and fields are laid out. */
void gather_begin(struct gather *g, bool with_total);
/* Every record, also those that conditions leave out: they tell which fields there are and what is part of what. */
void gather_see(struct gather *g, const struct record *r);
/* The record just seen. */
void gather_record(struct gather *g, const struct record *r, const char *file, long line);
/* After the last row: settles which parts count. */
void gather_end(struct gather *g);
/* A group that holds rows of totals, which are left out. */
bool gather_skips(const struct gather *g, size_t group);
/* How many groups are not left out. */
size_t gather_groups(const struct gather *g);
/* How many cells were no numbers or dates where such were needed; told on standard error. */
long gather_tell(const struct gather *g);
void gather_free(struct gather *g);

#endif
