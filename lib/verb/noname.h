/* What stands where the name of a work might and is none. */
#ifndef PT_VERB_NONAME_H
#define PT_VERB_NONAME_H

#include "doc/words.h"

/* Whether `name`, a slice of `paragraph`, names no work for what it says or for what stands behind it. */
bool noname_is(struct str paragraph, struct str name);

/* Whether the name of a work says that something is built, or what it is: 人才公寓项目, but not 企业家培养项目. */
bool noname_builds(struct str name);

#endif
