/* What units are called where they stand apart from their numbers. */
#ifndef PT_VERB_UNITNAME_H
#define PT_VERB_UNITNAME_H

#include "base/str.h"

/* Reads the table of units; call once, before threads start. */
void unitname_load(void);

/* The unit that a heading gives for what stands under it: 总投资(万元) and 单位:万元 are 万元; the whole of s where it has
 * neither brackets at its end nor a colon. s is folded. */
struct str unitname_heading(struct str s);

/* Whether a text is a unit that can be meant. */
typedef bool (*unitname_suits)(const void *ctx, struct str unit);

/* The unit in the heading of a column: in the last bracket of any kind that has one that suits (总投资(单位:万元,含税)), or behind a slash
 * or colon; empty for none. name is folded. */
struct str unitname_in(struct str name, unitname_suits suits, const void *ctx);

/* What money of a currency (ISO 4217) is counted in: 元 for CNY. */
struct str unitname_money(const char *currency);

#endif
