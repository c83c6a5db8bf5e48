/* Sentences and clauses of a paragraph, as ranges of its mentions and of its bytes. */
#ifndef PT_VERB_CLAUSE_H
#define PT_VERB_CLAUSE_H

#include "doc/mention.h"

/* What stands in a sentence or clause, in brackets too: most questions for a word or a mention are answered by there being none. */
struct held {
	struct word_set classes; /* of its words */
	unsigned kinds;          /* a bit for each kind of its mentions */
};

struct range {
	size_t first, last; /* mentions [first, last) */
	size_t from, to;    /* bytes [from, to) of the paragraph, closing mark left out */
	struct held held;   /* at least what stands in it */
	const uint32_t *commas;      /* mentions of it that part it, outside brackets */
	const struct held *clauses;  /* of each of the parts between them, one more than there are commas */
	size_t comma_count;
};

/* Whether a word of class c, or a mention of kind k, may stand in r: never false when one does. */
static inline bool clause_has(const struct range *r, enum word_class c)
{
	return words_set_has(&r->held.classes, c);
}

static inline bool clause_holds(const struct range *r, enum mention_kind k)
{
	return r->held.kinds >> k & 1;
}

/* Finds the sentences of m and their commas, once for all finders; they live in `a`. Brackets are not looked into. */
void clause_sentences(struct mentions *m, struct arena *a);

/* The sentence behind the *n that have been read (0 to start); false when there is none. */
bool clause_sentence(const struct mentions *m, size_t *n, struct range *out);

/* s up to its first full stop. */
struct str clause_first_sentence(struct str s);

/* The clause of sentence `s` that holds byte `at`: between commas outside brackets. */
struct range clause_around(const struct mentions *m, const struct range *s, size_t at);

/* The part of a bracket that holds mention i: between commas, semicolons and pauses behind amounts. c as it is where mention i stands in
 * none. */
struct range clause_inset(const struct mentions *m, const struct range *c, size_t i);

/* The mention that ends just before byte `at`, or starts at or after it, within r; -1 when there is none. */
long clause_before(const struct mentions *m, const struct range *r, size_t at);
long clause_after(const struct mentions *m, const struct range *r, size_t at);

/* As clause_first_word and clause_last_word, where one may stand. */
long clause_first_held(const struct mentions *m, const struct range *r, enum word_class c, size_t from, size_t to);
long clause_last_held(const struct mentions *m, const struct range *r, enum word_class c, size_t from, size_t to);

/* The first or last word of class c in r that lies in bytes [from, to) outside brackets; -1: none. */
static inline long clause_first_word(const struct mentions *m, const struct range *r, enum word_class c, size_t from, size_t to)
{
	return clause_has(r, c) ? clause_first_held(m, r, c, from, to) : -1;
}

static inline long clause_last_word(const struct mentions *m, const struct range *r, enum word_class c, size_t from, size_t to)
{
	return clause_has(r, c) ? clause_last_held(m, r, c, from, to) : -1;
}

/* The last mention that starts before byte `at`; -1 when there is none. */
long clause_last(const struct mentions *m, size_t at);

/* Whether a number of things stands in `name`, which is a part of the paragraph: 某县12个小区改造, but not 10万吨铝材项目. */
bool clause_counts(const struct mentions *m, struct str name);

/* Without blanks, punctuation and the words of class `once` and `join` at the ends. */
struct str clause_strip(struct str s);

/* X（一期总投资12.6亿元）: without the bracket that it ends with. */
struct str clause_bare(struct str s);

/* 任务量权重40%: whether the figure x is how much one factor counts among others. */
bool clause_weighs(const struct mentions *m, const struct mention *x);

/* 1200万元|中央资金: the last mention of the words that tell right behind the sum at mention k whose money it is, before mention `last`; k: none do. */
size_t clause_whose(const struct mentions *m, size_t k, size_t last);

#endif
