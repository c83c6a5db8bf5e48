/* A document as paragraphs and table rows under a tree of headings. */
#ifndef PT_DOC_OUTLINE_H
#define PT_DOC_OUTLINE_H

#include "doc/view.h"
#include "zh/phrases.h"

enum para_kind {
	PARA_TEXT,    /* running text, perhaps with a run-in heading */
	PARA_HEADING, /* nothing but a heading */
	PARA_ROW      /* a table row */
};

struct para {
	enum para_kind kind;
	struct str s;     /* all of it, folded */
	struct str body;  /* s without numbering */
	struct str head;  /* the heading or run-in heading, without numbering and closing punctuation; n 0: none */
	int level;        /* of the numbering or unnumbered title; 0: none */
	int section;      /* the section it stands in (its own, when it opens one); -1: none */
	size_t blanks;    /* blank lines before it */
	struct str *cells; /* PARA_ROW */
	size_t cell_count;
	size_t from, to;  /* bytes of the text, PARA_ROW: without the line's end */
	bool repaired;    /* joined from several lines */
	bool page;        /* furniture of a page stands right before it */
};

struct section {
	struct str title;
	int level, parent; /* parent -1: outermost */
	size_t para;       /* index of the paragraph that opens it */
};

enum { OUTLINE_LEVELS = 10 };

struct outline {
	struct view view;
	struct para *paras;
	size_t count, cap;
	struct section *sections;
	size_t section_count, section_cap;
	long numbering[OUTLINE_LEVELS]; /* the last number seen at each level, 0 behind one of a higher level */
	long counted[OUTLINE_LEVELS];   /* the last number at each level, for those that are counted through */
	struct str searched[OUTLINE_LEVELS]; /* where no number 2 of the level stands, up to the next one or the end of its paragraph */
	struct arena *arena;
};

/* Reads the table of numberings and that of title words; call once. */
void outline_load(void);

/* Splits a text into paragraphs: lines broken by a scanner or a page are joined, numbering found in the middle
 * of a line starts a new paragraph, tab-separated and Markdown rows become PARA_ROW. */
void outline_text(struct outline *o, const struct text *t, struct arena *a);

/* The same for a text that is one CSV table (delimiter ',' or TAB): only rows. */
void outline_csv(struct outline *o, const struct text *t, char delimiter, struct arena *a);

/* The characters that numbering may begin with, those of all numbers among them. */
extern struct phrase_filter outline_openers;

/* Level of the numbering at the head of s and its length in bytes; 0 when there is none. *value: the
 * number, 0 when missing. */
int outline_marker(struct str s, size_t *len, long *value);

#endif
