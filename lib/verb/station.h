/* Stations of a railway that something is done to: 新建甲、乙站，改造丙北站. */
#ifndef PT_VERB_STATION_H
#define PT_VERB_STATION_H

#include "verb/clause.h"
#include "verb/finding.h"

/* Adds the stations that alone stand behind mention i, a word of building, up to the end of its clause. False: others stand there. */
bool station_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i);

#endif
