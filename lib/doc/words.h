/* Cue words: what single words tell the reader of a document, from words.tsv (the classes are
 * described at its head). Matching is by the longest word at a place. */
#ifndef PT_DOC_WORDS_H
#define PT_DOC_WORDS_H

#include "base/arena.h"

/* The order is that of class_names in words.c. */
enum word_class {
	W_FUND, W_GIVE, W_STAT, W_GATE, W_DONE, W_FUTURE, W_PART, W_TOTAL, W_FORWHAT, W_TOWHOM, W_TREASURY, W_PERUNIT,
	W_CAP, W_RELIEF, W_ROLE, W_MODAL, W_BY, W_WITH, W_RELY, W_URGE, W_SELF, W_LEVEL, W_CLASS, W_BODY, W_FIRM, W_VERB, W_JOIN,
	W_STOP, W_WORK, W_VAGUE, W_REACH, W_HOLD, W_PLAIN, W_REFUSE, W_PROGRAM, W_ALIAS, W_PURPOSE, W_ONCE,
	W_PAGE, W_TITLE, W_LABEL, W_ETC, W_STATE, W_TIER, W_CURE, W_GENRE, W_CLAIM, W_NTH, W_PAST, W_ADVERB, W_OF, W_UNDER, W_UNIT, W_SUM, W_NOTE, W_HELP, W_BYSHARE, W_COUNTED, W_GROWTH,
	W_PLANNED, W_TOTALINVEST, W_PROSE, W_ORDINAL, W_ONE, W_BUILD, W_SHARE, W_DEPARTMENT, W_GOESON, W_AT, W_MORE, W_NAMED, W_THIS, W_INNAME, W_ASK, W_IS, W_DUTYHEAD, W_ABOUT, W_PRINTED, W_CONDITION, W_PERSON, W_SEEK, W_PURSE, W_HANDDOWN, W_ISSUE, W_SUBOFFICE, W_BA, W_SPAN, W_EACH, W_CHARTER,
	W_CLASSES
};

#define W_BIT(c) (UINT64_C(1) << (c))

struct word {
	struct str text;
	enum word_class class;
	struct str arg; /* "-" when there is none */
};

void words_load(void);

/* Finds the words of a text once, for this thread, until words_forget; slices of it are then looked up at no
 * cost. Other slices are read as ever. */
void words_index(struct str text, struct arena *a);
void words_forget(void);

/* The longest word at byte `at` of s; NULL when none. Further classes of the same text follow in
 * the array: words_also steps to the next one or gives NULL. */
const struct word *words_at(struct str s, size_t at);
const struct word *words_also(const struct word *w);

/* The row of class c for the longest word at `at`, or NULL. */
const struct word *words_of(struct str s, size_t at, enum word_class c);

/* The longest word of class c at `at`, whatever longer word of another class begins there (市 in 市民政局). */
const struct word *words_own(struct str s, size_t at, enum word_class c);

/* Whether all of s is a word of class c. */
const struct word *words_is(struct str s, enum word_class c);

/* The longest word of class c that ends s, or NULL. */
const struct word *words_tail(struct str s, enum word_class c);

#endif
