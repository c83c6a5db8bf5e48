/* Whether an amount of money is funding, and of what kind. */
#ifndef PT_VERB_JUDGE_H
#define PT_VERB_JUDGE_H

#include "verb/finding.h"
#include "verb/slots.h"

/* Which of how many amounts of a list one is, and the mention of the first. */
struct place {
	size_t at, count, first;
};

struct judge {
	struct doc *d;
	const struct mentions *m;
	size_t index;
	enum fund_use *used;
	struct range sentence;
	/* carried through the paragraph */
	struct body funder;
	struct str funder_text;
	struct str period;
	struct finding *whole; /* what 其中 refers to */
	struct str whole_for[SLOT_RECIPIENTS]; /* those who get it */
	size_t whole_count;
	struct finding *outer; /* in a bracket of its parts: what the sum that has them is a part of */
	size_t whole_end;      /* behind its amount; 0: it stands in a sentence before */
	struct finding *share; /* the last share that rules give, in this sentence or the one before, or with limits that go on from it */
	bool share_told;       /* in this sentence, or limited in it */
	size_t shares;         /* the finding of the first share of the last list of them in the sentence */
	size_t share_count;    /* in that list; 0: there is none */
	struct str purpose;    /* of the record before */
	struct str topic;      /* of the last sum that is no part of another and stands in no bracket */
	struct str tier[SLOT_RECIPIENTS]; /* those who get it */
	size_t tier_count;
	/* carried through the sentence */
	struct finding *last;
	size_t last_amount;    /* mention; m->n: none */
	struct str kind;
	struct str bound;      /* of the first amount of a list: 不超过 */
	struct str recipient;  /* the only one of the amount before */
	bool parts;            /* 其中 stood before */
	int parts_depth;
	/* of the amount at hand */
	struct range clause;
	struct place place;
	struct str giver;      /* whose it is by its place; n 0: its place tells nothing */
};

struct cue {
	struct str kind;  /* n 0: no cue */
	bool weak, stat, given, behind;
	bool fund;        /* the word names the fund that the amount is the size of */
	bool condition;   /* no funding: who or what qualifies */
	struct str word;
	size_t at;        /* mention of that word; 0: there is none */
	const char *why;  /* what makes it funding where no word of money does; NULL: the word */
};

/* What the amount at mention i is; kind n = 0: no funding. Words before byte `floor` belong to other amounts. */
struct cue judge_amount(struct judge *j, size_t i, size_t floor);

/* Whether the amount at mention i is one more of a list: 分别给予80万元、30万元. */
bool judge_continues(const struct judge *j, size_t i);

/* Whether the amount at mention i is what the other side asked for: 你县申请的500万元. */
bool judge_is_requested(const struct judge *j, size_t i);

/* 650元提高到, 0.15元/千瓦时调整至: whether the sum grows, or shrinks, to another. */
bool judge_is_changed(const struct judge *j, const struct mention *x);

/* Whether the sentence stands behind a semicolon. */
bool judge_goes_on(const struct judge *j);

/* Whether a word of class c stands in bytes [from, to) of the sentence. */
static inline bool judge_has(const struct judge *j, enum word_class c, size_t from, size_t to)
{
	return clause_first_word(j->m, &j->sentence, c, from, to) >= 0;
}

static inline bool judge_is_rate(const struct mention *x)
{
	return x->quantity->kind == QUANTITY_RATE;
}

#endif
