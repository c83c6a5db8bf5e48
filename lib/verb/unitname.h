/* What units are called where they stand apart from their numbers. */
#ifndef PT_VERB_UNITNAME_H
#define PT_VERB_UNITNAME_H

#include "base/str.h"

/* Reads the table of units; call once, before threads start. */
void unitname_load(void);

/* The unit that a heading gives for what stands under it: 总投资(万元) and 单位:万元 are 万元; the whole of s where it has
 * neither brackets at its end nor a colon. s is folded. */
struct str unitname_heading(struct str s);

/* What money of a currency (ISO 4217) is counted in: 元 for CNY. */
struct str unitname_money(const char *currency);

#endif
