/* The notes that close a task and name who is responsible: （责任单位：A、B；完成时限：…）, （A牵头，B、C按职责分工负责）. */
#ifndef PT_VERB_NOTE_H
#define PT_VERB_NOTE_H

#include "doc/body.h"

enum { NOTE_MOST = 64 };

struct note_member {
	struct body body;
	struct str role; /* lead, responsible ... */
	bool starts;     /* a new list: prefixes are not carried into it */
};

struct note {
	struct note_member members[NOTE_MOST];
	size_t n;
	struct str deadline; /* n 0: none */
	long first_item, last_item; /* 4—6项由…: the items that it is for; 0: the one that it closes */
	long above;                 /* 以上三项由…: for so many items before it; 0: see above */
};

/* Reads the inside of a bracket or the text from a label on. False when it is no such note. `labelled`
 * only: without a label nothing is taken. */
bool note_read(const struct context *c, struct str s, bool labelled, struct note *out);

/* （建设局，双马街道、书院路街道）: the same of a list of short names alone, in a zone or county that writes no place before them. */
bool note_read_short(const struct context *c, struct str s, struct note *out);

#endif
