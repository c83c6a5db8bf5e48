/* What a document's words mean in it alone: its regions and the names that it shortens. */
#ifndef PT_DOC_NAMING_H
#define PT_DOC_NAMING_H

#include "doc/head.h"

/* Settles what 省, 市, 县 and 我厅 stand for: by the issuer, else the title, else what the text names most. */
void naming_regions(struct head *h, struct context *c, const struct outline *o);

/* Finds each （以下简称X） and adds it to h->namings and c->aliases. */
void naming_aliases(struct head *h, struct context *c, const struct outline *o);

#endif
