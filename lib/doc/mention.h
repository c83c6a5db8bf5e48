/* Mentions: bodies, quantities, periods, document numbers, quoted titles, brackets and cue words of one
 * paragraph, in the order in which they stand. */
#ifndef PT_DOC_MENTION_H
#define PT_DOC_MENTION_H

#include "doc/body.h"
#include "doc/words.h"
#include "zh/docno.h"
#include "zh/period.h"
#include "zh/quantity.h"

enum mention_kind {
	M_BODY,
	M_QUANTITY,
	M_PERIOD,
	M_DOCNO,
	M_QUOTE,   /* a title or term in quotation marks, marks included */
	M_BRACKET, /* ( ... ), marks included; what stands inside has mentions of its own after it */
	M_WORD,
	M_STOP,    /* 。 ； ! ?: the end of a sentence */
	M_COMMA,   /* ， : */
	M_PAUSE    /* 、 */
};

struct mention {
	enum mention_kind kind;
	int depth;         /* brackets around it */
	size_t from, to;   /* bytes of the paragraph */
	union {
		struct body body;
		const struct quantity *quantity;
		const struct period *period;
		const struct docno *docno;
		const struct word *word; /* the first class of its text */
	};
};

struct range;

struct mentions {
	struct str s;
	size_t start; /* behind the number of an item (1.) that s begins with */
	struct mention *items;
	size_t n, cap;
	unsigned kinds; /* a bit for each kind that they may be of */
	struct range *sentences; /* where verb/clause.h has found them */
	size_t sentence_count;
};

/* Finds the mentions of s; they live in `a`. `when` is the document's date for relative dates. */
void mentions_find(struct mentions *m, const struct context *c, struct str s, struct ymd when, struct arena *a);

/* Whether a mention of kind k may be among them: never false when one is. */
static inline bool mentions_hold(const struct mentions *m, enum mention_kind k)
{
	return m->kinds >> k & 1;
}

/* The row of class c among the classes of a word mention, or NULL. */
static inline const struct word *mention_word(const struct mention *m, enum word_class c)
{
	return m->kind == M_WORD ? words_in(m->word, c) : NULL;
}

/* The brackets of notes, in the characters of the view. */
static inline bool mention_opens(uint32_t c)
{
	return c == '(' || c == 0x3010 || c == '[' || c == 0xFF3B;
}

static inline bool mention_closes(uint32_t c)
{
	return c == ')' || c == 0x3011 || c == ']' || c == 0xFF3D;
}

static inline struct str mention_text(const struct mentions *m, const struct mention *x)
{
	return str_sub(m->s, x->from, x->to);
}

#endif
