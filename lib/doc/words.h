/* Cue words: what single words tell the reader of a document, from words.tsv (the classes are
 * described at its head). Matching is by the longest word at a place. */
#ifndef PT_DOC_WORDS_H
#define PT_DOC_WORDS_H

#include "base/arena.h"
#include "zh/opening.h"

/* The classes and their names in the table, whose head says what each means. */
#define WORD_CLASSES(X) \
	X(ABOUT, "about") X(ABOVE, "above") X(ADVERB, "adverb") X(ALIAS, "alias") X(ASK, "ask") X(AT, "at") X(AWARD, "award") X(BA, "ba") X(BEG, "beg") X(BELOW, "below") X(BODY, "body") \
	X(BOUND, "bound") X(BRANCH, "branch") X(BUILD, "build") X(BUREAU, "bureau") X(BY, "by") X(BYSHARE, "byshare") X(CAP, "cap") X(CHARGED, "charged") X(CHARTER, "charter") \
	X(CLAIM, "claim") X(CLASS, "class") X(CONDITION, "condition") X(COUNTED, "counted") X(CREW, "crew") \
	X(DEPARTMENT, "department") X(DONE, "done") X(DUTYHEAD, "dutyhead") X(EACH, "each") X(ENCOURAGE, "encourage") X(ENDING, "ending") \
	X(ETC, "etc") X(FIELD, "field") X(FIRM, "firm") X(FOLLOWS, "follows") X(FORWHAT, "forwhat") X(FUND, "fund") X(FUTURE, "future") X(GENRE, "genre") \
	X(GIVE, "give") X(GOESON, "goeson") X(GRADE, "grade") X(GROWTH, "growth") X(HANDDOWN, "handdown") X(HEADEND, "headend") X(HELP, "help") \
	X(HOLD, "hold") X(INNAME, "inname") X(IS, "is") X(ISSUE, "issue") X(ITEM, "item") X(ITS, "its") X(JOIN, "join") \
	X(LABEL, "label") X(LEVEL, "level") X(LIGHT, "light") X(LOOKAHEAD, "lookahead") X(LOOKBACK, "lookback") X(LUMP, "lump") X(MASTHEAD, "masthead") X(MATTER, "matter") X(MAY, "may") X(MEANS, "means") X(MEASURE, "measure") X(MODAL, "modal") X(MORE, "more") X(NAMED, "named") X(NOCOUNT, "nocount") X(NOTE, "note") \
	X(NTH, "nth") X(OF, "of") X(ONCE, "once") X(ONE, "one") X(ORDINAL, "ordinal") X(PAGE, "page") X(PART, "part") \
	X(PARTY, "party") X(PAST, "past") X(PAY, "pay") X(PERSON, "person") X(PERUNIT, "perunit") X(PHASE, "phase") X(PLAIN, "plain") X(PLAINAID, "plainaid") \
	X(PLANNED, "planned") X(POST, "post") X(PRINTED, "printed") X(PROGRAM, "program") X(PROSE, "prose") X(PURSE, "purse") \
	X(QUESTION, "question") X(RANK, "rank") X(REACH, "reach") X(REFUSE, "refuse") X(RELIEF, "relief") X(RELY, "rely") X(REQUEST, "request") \
	X(ROLE, "role") X(SEEK, "seek") X(SELF, "self") X(SETTING, "setting") X(SHARE, "share") X(SINCE, "since") X(SORT, "sort") X(SPAN, "span") X(STAT, "stat") \
	X(STATE, "state") X(STATION, "station") X(STOP, "stop") X(SUBOFFICE, "suboffice") X(SUM, "sum") X(SUMROW, "sumrow") X(THIS, "this") \
	X(TEAM, "team") X(TITLE, "title") X(TOTAL, "total") X(TOTALINVEST, "totalinvest") X(TOWHOM, "towhom") X(TOWN, "town") \
	X(TREASURY, "treasury") X(UNDER, "under") X(UNIT, "unit") X(URGE, "urge") X(VAGUE, "vague") X(VERB, "verb") X(WITH, "with") \
	X(WORK, "work") X(YIELD, "yield")

enum word_class {
#define X(class, name) W_##class,
	WORD_CLASSES(X)
#undef X
	W_CLASSES
};

/* Classes of words, a bit each. */
struct word_set {
	uint64_t bits[2];
};

_Static_assert(W_CLASSES <= 128, "classes are bits of two words");

/* The bit of a class in half h of a set, for sets that are written down. */
#define WORD_BIT(c, h) ((c) >> 6 == (h) ? UINT64_C(1) << ((c) & 63) : 0)

static inline bool words_set_has(const struct word_set *set, enum word_class c)
{
	return set->bits[c >> 6] >> (c & 63) & 1;
}

static inline bool words_set_meet(const struct word_set *a, const struct word_set *b)
{
	return (a->bits[0] & b->bits[0]) || (a->bits[1] & b->bits[1]);
}

static inline void words_set_join(struct word_set *set, const struct word_set *more)
{
	set->bits[0] |= more->bits[0];
	set->bits[1] |= more->bits[1];
}

static inline void words_set_add(struct word_set *set, enum word_class c)
{
	set->bits[c >> 6] |= UINT64_C(1) << (c & 63);
}

/* The classes of the words that begin and end with a character: most questions for a word are answered here. */
struct word_edge {
	struct word_set head, tail;
};

extern struct word_edges {
	const struct word_edge *edges; /* the first is that of characters which begin and end none */
	const uint16_t *at;            /* by code point, those above FFFF together with the lower ones */
} word_edges;

static inline const struct word_edge *words_edge(uint32_t c)
{
	return &word_edges.edges[word_edges.at[c & 0xFFFF]];
}

struct word {
	struct str text;
	enum word_class class;
	struct str arg; /* "-" when there is none */
	bool more;      /* the next row has the same text */
	struct word_set classes; /* all that its text has */
};

void words_load(void);

/* The name of a class, as the table writes it. */
const char *words_class(enum word_class c);

/* Finds the words of a text once, for this thread, until words_forget; slices of it are then looked up at no
 * cost. Other slices are read as ever. */
void words_index(struct str text, struct arena *a);
void words_forget(void);

/* What words_index has found for this thread. */
struct words_found {
	struct str text;
	uint16_t *hits; /* of each byte: index + 1 in words; 0: none begins there */
	uint8_t *opens; /* of the first byte of each character: what may begin there */
	const struct word *words;
	const struct word_set *may; /* of each hit: the classes of the word and of those that it begins with */
	const struct words_block *blocks;
};

enum { WORDS_BLOCK = 64 };

/* So many bytes of the text: the classes of all hits in them, for whole sentences hold no word of most classes, and a bit for each byte where one is. */
struct words_block {
	struct word_set may;
	uint64_t hits;
};

extern _Thread_local struct words_found words_found;

/* As words_at, whatever has been indexed. */
const struct word *words_find(struct str s, size_t at);

/* The longest word at byte `at` of s; NULL when none. Further classes of the same text follow in
 * the array: words_also steps to the next one or gives NULL. */
static inline const struct word *words_at(struct str s, size_t at)
{
	size_t place = (size_t)((uintptr_t)s.p + at - (uintptr_t)words_found.text.p);

	if (at >= s.n)
		return NULL;
	if (place >= words_found.text.n)
		return words_find(s, at);
	const struct word *w = words_found.hits[place] ? &words_found.words[words_found.hits[place] - 1] : NULL;

	/* The word may go on past the end of s: then a shorter one counts. */
	return !w || w->text.n <= s.n - at ? w : words_find(s, at);
}

/* What may begin at byte `at` of s (opening.h), which begins a character. */
static inline unsigned words_opens(struct str s, size_t at)
{
	size_t place = (size_t)((uintptr_t)s.p + at - (uintptr_t)words_found.text.p), len, next;

	if (at >= s.n)
		return 0;
	if (place < words_found.text.n)
		return words_found.opens[place];
	uint32_t c = str_char(s, at, &len);

	return opening_of(c, at + len < s.n ? str_char(s, at + len, &next) : 0);
}

static inline const struct word *words_also(const struct word *w)
{
	return w->more ? w + 1 : NULL;
}

/* The row of class c among those of w, the first of its text; NULL when there is none. */
static inline const struct word *words_in(const struct word *w, enum word_class c)
{
	if (!words_set_has(&w->classes, c))
		return NULL;
	while (w && w->class != c)
		w = words_also(w);
	return w;
}

/* As words_of, where one may stand. */
const struct word *words_of_any(struct str s, size_t at, enum word_class c);

/* The row of class c for the longest word at `at`, or NULL. Hardly anything else is asked as often, and nearly always there is none: that is
 * told by one branch. */
static inline const struct word *words_of(struct str s, size_t at, enum word_class c)
{
	size_t place = (size_t)((uintptr_t)s.p + at - (uintptr_t)words_found.text.p);

	if (place < words_found.text.n && !words_set_has(&words_found.may[words_found.hits[place]], c))
		return NULL;
	return words_of_any(s, at, c);
}

/* Whether a word of these classes may begin s, by its first character: never false when one does. */
static inline bool words_may_open(struct str s, const struct word_set *classes)
{
	size_t len;

	return s.n && words_set_meet(&words_edge(str_char(s, 0, &len))->head, classes);
}

/* The same of a word that ends s. */
static inline bool words_may_close(struct str s, const struct word_set *classes)
{
	return s.n && words_set_meet(&words_edge(str_last_char(s))->tail, classes);
}

/* The first place from byte `from` of s on where words_of finds a word of class c, or s.n. */
size_t words_next(struct str s, size_t from, enum word_class c);

/* Whether a word of these classes may begin anywhere in s: never false when one does. It costs next to nothing. */
bool words_may_hold(struct str s, const struct word_set *classes);

/* Whether a word of class c begins anywhere in s. */
bool words_within(struct str s, enum word_class c);

/* The same of one whose first row of the class has this arg. */
bool words_within_arg(struct str s, enum word_class c, struct str arg);

/* As words_own, where one may stand. */
const struct word *words_own_chain(struct str s, size_t at, enum word_class c);

/* The longest word of class c at `at`, whatever longer word of another class begins there (市 in 市民政局). All words of a place begin the longest
 * one. */
static inline const struct word *words_own(struct str s, size_t at, enum word_class c)
{
	size_t place = (size_t)((uintptr_t)s.p + at - (uintptr_t)words_found.text.p);

	if (place < words_found.text.n && !words_set_has(&words_found.may[words_found.hits[place]], c))
		return NULL;
	return words_own_chain(s, at, c);
}

/* Whether all of s is a word of class c. */
static inline const struct word *words_is(struct str s, enum word_class c)
{
	const struct word *w = words_own(s, 0, c);

	return w && w->text.n == s.n ? w : NULL;
}

/* Of each class, a bit for each last byte of its words, which in Chinese has the lowest six bits of the character, and for each byte before it, which
 * has the next six. */
struct word_ends {
	uint64_t last, before;
};

extern struct word_ends words_ends[W_CLASSES];

/* As words_tail, where one may end. It is asked at hundreds of places: one body of it stays in the cache of code. */
const struct word *words_tail_chain(struct str s, enum word_class c);

/* The longest word of class c that ends s, or NULL: mostly the last bytes of s tell that there is none. */
static inline const struct word *words_tail(struct str s, enum word_class c)
{
	if (!s.n || !(words_ends[c].last >> (s.p[s.n - 1] & 63) & 1))
		return NULL;
	return s.n == 1 || words_ends[c].before >> (s.p[s.n - 2] & 63) & 1 ? words_tail_chain(s, c) : NULL;
}

#endif
