/* What the user says that bodies and places are called (--aliases): it goes before the tables. */
#ifndef PT_VERB_ALIAS_H
#define PT_VERB_ALIAS_H

#include "zh/org.h"

/* Another file of aliases; call before alias_load. */
void alias_file(const char *file);

/* Reads the files; call before threads start. Ends with status 2 when one is faulty or when two rows
 * contradict each other. */
void alias_load(void);

/* The canonical name of what is written, compared without regard to width, blanks, brackets and quotation marks: that of the narrowest region which
 * the issuer lies in. Rows with years hold only where `when` is known. p NULL: no alias. */
struct str alias_find(struct str written, struct str issuer, struct ymd when);

/* As org_canonical, but an alias goes before; true when one did. */
bool alias_org(struct arena *a, struct str full, struct str issuer, struct ymd when, struct org *out);

/* The code of the region that a document's issuer names, or an empty text. */
struct str alias_issuer_region(struct str issuer);

#endif
