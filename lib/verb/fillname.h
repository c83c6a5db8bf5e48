/* Names and numbers of a record: from number, refs, name, place, org, funder. */
#ifndef PT_VERB_FILLNAME_H
#define PT_VERB_FILLNAME_H

#include "verb/filling.h"

void fillname_number(struct filling *f);
void fillname_refs(struct filling *f);
void fillname_project(struct filling *f);
void fillname_region(struct filling *f);
void fillname_funder(struct filling *f);
void fillname_responsible(struct filling *f);

#endif
