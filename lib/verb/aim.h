/* Whether a figure is a target or a fact. */
#ifndef PT_VERB_AIM_H
#define PT_VERB_AIM_H

#include "verb/clause.h"
#include "verb/finding.h"

struct aim {
	struct doc *d;
	const struct mentions *m;
	size_t index;
	struct range sentence;
	/* of aim_is alone */
	struct str dated;   /* the period that was read last: many figures share one */
	struct period read;
	bool has_end;
	bool asked;         /* whether is_task is known */
	bool task;
};

/* Whether the figure at mention i of the sentence is aimed at, by the words beside it, its period, the headings and the genre. */
bool aim_is(struct aim *a, size_t i, struct str period);

#endif
