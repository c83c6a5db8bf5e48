/* Canonical names of bodies, from org-central.tsv, org-local.tsv and regions.tsv. */
#ifndef PT_ZH_ORG_H
#define PT_ZH_ORG_H

#include "base/arena.h"
#include "zh/period.h"

struct org {
	struct str name; /* canonical; as given when the body is not known or generic; in the arena or the input */
	bool generic;    /* a class of body: 各…, 有关…, 相关…, 全区各级各部门, 企业 ... */
	bool known;      /* the tables settled it */
};

void org_load(void);

/* `full` is the body as the document's own words resolve it (广西壮族自治区科技厅, 柳州市科技局, 财政部, 自治区科技厅,
 * 市科技局), folded or not; `issuer` (may be empty) is the document's issuer and tells what a bare 自治区, 省, 市,
 * 区, 县 prefix means; `when` (year 0: unknown) picks among former names. Never invents: without a
 * region for a prefix the name stays as written, known = false. */
void org_canonical(struct arena *a, struct str full, struct str issuer, struct ymd when, struct org *out);

#endif
