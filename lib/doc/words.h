/* Cue words: what single words tell the reader of a document, from words.tsv (the classes are
 * described at its head). Matching is by the longest word at a place. */
#ifndef PT_DOC_WORDS_H
#define PT_DOC_WORDS_H

#include "base/arena.h"

/* The classes and their names in the table, whose head says what each means. */
#define WORD_CLASSES(X) \
	X(ABOUT, "about") X(ABOVE, "above") X(ADVERB, "adverb") X(ALIAS, "alias") X(ASK, "ask") X(AT, "at") X(BA, "ba") X(BEG, "beg") X(BODY, "body") \
	X(BOUND, "bound") X(BRANCH, "branch") X(BUILD, "build") X(BUREAU, "bureau") X(BY, "by") X(BYSHARE, "byshare") X(CAP, "cap") X(CHARGED, "charged") X(CHARTER, "charter") \
	X(CLAIM, "claim") X(CLASS, "class") X(CONDITION, "condition") X(COUNTED, "counted") \
	X(DEPARTMENT, "department") X(DONE, "done") X(DUTYHEAD, "dutyhead") X(EACH, "each") X(ENCOURAGE, "encourage") X(ENDING, "ending") \
	X(ETC, "etc") X(FIELD, "field") X(FIRM, "firm") X(FOLLOWS, "follows") X(FORWHAT, "forwhat") X(FUND, "fund") X(FUTURE, "future") X(GENRE, "genre") \
	X(GIVE, "give") X(GOESON, "goeson") X(GRADE, "grade") X(GROWTH, "growth") X(HANDDOWN, "handdown") X(HEADEND, "headend") X(HELP, "help") \
	X(HOLD, "hold") X(INNAME, "inname") X(IS, "is") X(ISSUE, "issue") X(ITEM, "item") X(JOIN, "join") \
	X(LABEL, "label") X(LEVEL, "level") X(LIGHT, "light") X(LOOKAHEAD, "lookahead") X(LOOKBACK, "lookback") X(LUMP, "lump") X(MEANS, "means") X(MODAL, "modal") X(MORE, "more") X(NAMED, "named") X(NOCOUNT, "nocount") X(NOTE, "note") \
	X(NTH, "nth") X(OF, "of") X(ONCE, "once") X(ONE, "one") X(ORDINAL, "ordinal") X(PAGE, "page") X(PART, "part") \
	X(PARTY, "party") X(PAST, "past") X(PAY, "pay") X(PERSON, "person") X(PERUNIT, "perunit") X(PHASE, "phase") X(PLAIN, "plain") X(PLAINAID, "plainaid") \
	X(PLANNED, "planned") X(POST, "post") X(PRINTED, "printed") X(PROGRAM, "program") X(PROSE, "prose") X(PURSE, "purse") \
	X(QUESTION, "question") X(RANK, "rank") X(REACH, "reach") X(REFUSE, "refuse") X(RELIEF, "relief") X(RELY, "rely") X(REQUEST, "request") \
	X(ROLE, "role") X(SEEK, "seek") X(SELF, "self") X(SHARE, "share") X(SINCE, "since") X(SPAN, "span") X(STAT, "stat") \
	X(STATE, "state") X(STOP, "stop") X(SUBOFFICE, "suboffice") X(SUM, "sum") X(SUMROW, "sumrow") X(THIS, "this") X(TIER, "tier") \
	X(TEAM, "team") X(TITLE, "title") X(TOTAL, "total") X(TOTALINVEST, "totalinvest") X(TOWHOM, "towhom") X(TOWN, "town") \
	X(TREASURY, "treasury") X(UNDER, "under") X(UNIT, "unit") X(URGE, "urge") X(VAGUE, "vague") X(VERB, "verb") X(WITH, "with") \
	X(WORK, "work") X(YIELD, "yield")

enum word_class {
#define X(class, name) W_##class,
	WORD_CLASSES(X)
#undef X
	W_CLASSES
};

struct word {
	struct str text;
	enum word_class class;
	struct str arg; /* "-" when there is none */
	bool more;      /* the next row has the same text */
	uint64_t classes[2]; /* all that its text has, a bit each */
};

_Static_assert(W_CLASSES <= 128, "classes are bits of two words");

void words_load(void);

/* The name of a class, as the table writes it. */
const char *words_class(enum word_class c);

/* Finds the words of a text once, for this thread, until words_forget; slices of it are then looked up at no
 * cost. Other slices are read as ever. */
void words_index(struct str text, struct arena *a);
void words_forget(void);

/* The longest word at byte `at` of s; NULL when none. Further classes of the same text follow in
 * the array: words_also steps to the next one or gives NULL. */
const struct word *words_at(struct str s, size_t at);

static inline const struct word *words_also(const struct word *w)
{
	return w->more ? w + 1 : NULL;
}

/* The row of class c among those of w, the first of its text; NULL when there is none. */
static inline const struct word *words_in(const struct word *w, enum word_class c)
{
	if (!(w->classes[c >> 6] >> (c & 63) & 1))
		return NULL;
	while (w && w->class != c)
		w = words_also(w);
	return w;
}

/* The row of class c for the longest word at `at`, or NULL. */
const struct word *words_of(struct str s, size_t at, enum word_class c);

/* Whether a word of class c begins anywhere in s. */
bool words_within(struct str s, enum word_class c);

/* The longest word of class c at `at`, whatever longer word of another class begins there (市 in 市民政局). */
const struct word *words_own(struct str s, size_t at, enum word_class c);

/* Whether all of s is a word of class c. */
const struct word *words_is(struct str s, enum word_class c);

/* The longest word of class c that ends s, or NULL. */
const struct word *words_tail(struct str s, enum word_class c);

#endif
