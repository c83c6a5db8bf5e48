/* The parts of a funding clause: who, whom, what for, for each what. */
#ifndef PT_VERB_SLOTS_H
#define PT_VERB_SLOTS_H

#include "verb/clause.h"

enum { SLOT_RECIPIENTS = 32 };

struct slots {
	const struct mentions *m;
	struct range sentence, clause;
	size_t amount;      /* mention */
	size_t floor;       /* byte from which the words are this amount's own */
	size_t head;        /* byte where the sentence begins, behind its numbering */
	bool invested;      /* an investment has no recipient */
	bool lent;
	bool handed;        /* the document hands money down: a region that a sentence begins with gets it */
	struct body funder; /* kind BODY_NONE: none */
	struct str recipients[SLOT_RECIPIENTS];
	size_t recipient_count;
	bool condition;     /* the purpose is the condition of the gift */
	bool of_field;      /* the purpose is a field, whatever project was told of before (水利投资300亿元) */
	struct str purpose, program, basis[3], count_text, count_unit, counted, period, cost; /* cost: what those who get it spend;
	                        counted: what the count counts */
	size_t basis_count;
	bool beside;        /* nothing but words of money stands between what is counted and the sum: 项目3个，经费4万元 */
};

/* Fills what the sentence tells of the amount; slots not told stay empty. `rate`: the amount is a share. */
void slots_read(struct slots *s, bool rate);

static inline const struct mention *slots_amount(const struct slots *s)
{
	return &s->m->items[s->amount];
}

static inline struct str slots_between(const struct slots *s, size_t from, size_t to)
{
	return clause_strip(str_sub(s->m->s, from, to));
}

/* Who gives (payer.c); who gets (whom.c); for each what, a share of what (basis.c); out of which fund (slotprogram.c); for how many (slotcount.c). */
void slots_funder(struct slots *s);
void slots_parties(struct slots *s);
void slots_basis(struct slots *s, bool rate);
void slots_program(struct slots *s);
void slots_count(struct slots *s);

/* 由省级财政负担60%, 市级10%: whose share the amount at mention i is, where a purse stands right before it; `pays`: whether a word of paying
 * stands between. */
bool slots_bearer(const struct mentions *m, size_t i, struct body *bearer, bool *pays);

/* …，所需资金由省、市两级财政按5:5比例承担: who bears all of what a sentence gives, told in a clause of it from byte `from` on. */
bool slots_bears_all(const struct mentions *m, const struct range *sentence, size_t from, struct body *bearer);

/* s without the words 的比例 that it ends in. */
struct str slots_without_ratio(struct str s);

/* s without the words for each what that it ends in: 低保对象每人每月. */
struct str slots_before_each(struct str s);

/* s without the words of handing down that it begins with: 本次下达水利工程投资, 拨付保费补贴资金. */
struct str slots_behind_handing(struct str s);

/* 松江县投资…, 石桥镇今年出资…: the bytes of a region or town at the head of s that a word of paying follows, behind when at most, *pay: its byte; 0: none does. */
size_t slots_place_pays(struct str s, size_t *pay);

/* 新建桥梁|所需资金由县财政承担50%: what the money is needed for, `end` (or NULL) the byte behind its word of money; n 0: no such words, or they name
 * nothing (项目所需资金). */
struct str slots_needed(const struct slots *s, size_t *end);

/* The byte behind the last recipient that ends in [from, to), else `from`. */
size_t slots_behind_recipients(const struct slots *s, size_t from, size_t to);

/* Whether the word at bytes [at, to) is the second character of the name of a region: the 都 of 武都, the 和 of 西和. */
bool slots_in_place(struct str s, size_t at, size_t to);

/* The name that ends at byte `end` (a fund, a programme): from the last word that cannot be in it. */
struct str slots_name_before(const struct mentions *m, size_t floor, size_t end);

/* Whether what bodies behind 由 do is only to pay: 由某公司贷款解决, 由乡镇自行承担. */
bool slots_only_pays(struct str task);

/* 其中上级补助182万元, 争取资金3000万元: the money comes from above or is sought, so that none who acts before gives it. */
bool slots_from_above(const struct slots *s);

#endif
