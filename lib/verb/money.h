/* Which amounts of funding records are no terms of a sum, and which cannot be added to each other. */
#ifndef PT_VERB_MONEY_H
#define PT_VERB_MONEY_H

#include "base/names.h"
#include "verb/pick.h"

enum money_kind {
	MONEY_PARTS, /* part_of: the whole is in the same group */
	MONEY_CAPS,  /* cap_of: a limit of another amount */
	MONEY_RULES, /* status rule: what whoever qualifies will get */
	MONEY_BASIS, /* paid for each of something */
	MONEY_KINDS
};

struct money {
	size_t type, doc, id, part_of, cap_of, status, basis, currency; /* fields of pick */
	bool include[MONEY_KINDS];
	long left_out[MONEY_KINDS]; /* records */
	struct names records;       /* doc and id of funding records: what part_of can refer to */
	uint32_t *whole;            /* a record each: the record that it is a part of, + 1 */
	size_t cap;
	struct names held;          /* record and group: which group holds which record */
	struct names currencies;
};

/* WORD,WORD... of parts, caps, rules, basis; `rules` brings in what `basis` does. */
void money_include(struct money *m, const char *arg);

void money_fields(struct money *m, struct pick *p);
/* A field whose figures are sums of money: amount and its bounds. */
bool money_is_amount(struct str field);

/* The first kind for which a record is left out of all sums; MONEY_KINDS when it is not. A record of several kinds is
 * brought in only with all of them. Whether a part's whole is in its group shows only at the end. */
enum money_kind money_kind(const struct money *m, struct pick *p, const struct record *r);

/* Enters a funding record with an id and gives its number for the calls below; `part`: it says that it is one. */
size_t money_enter(struct money *m, struct pick *p, const struct record *r, bool *part);
void money_hold(struct money *m, size_t record, uint64_t group);
/* Whether what the record is a part of, at any remove, is in the group. */
bool money_whole_held(const struct money *m, size_t record, uint64_t group);

/* The number of a record's currency, from 1; that of none is a currency of its own. */
uint32_t money_currency(struct money *m, struct pick *p, const struct record *r);
struct str money_currency_name(const struct money *m, uint32_t currency);

const char *money_kind_name(enum money_kind k);
void money_free(struct money *m);

#endif
