/* The lines of the budgets and accounts of offices. */
#ifndef PT_VERB_LEDGER_H
#define PT_VERB_LEDGER_H

#include "verb/finding.h"
#include "verb/slots.h"

/* 财政拨款收入, in the budget of an office also 基本支出: whether mention x is a line of a budget. */
bool ledger_line(const struct doc *d, const struct mention *x);

/* The line right before the sum, without words of total, or, of a part of one, the few characters that stand for one; n 0: none does. */
struct str ledger_name(const struct doc *d, const struct slots *s);

#endif
