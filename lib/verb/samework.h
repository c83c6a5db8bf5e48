/* Whether the text below a heading names the work that the heading does. */
#ifndef PT_VERB_SAMEWORK_H
#define PT_VERB_SAMEWORK_H

#include "verb/finding.h"

/* 白石集镇供水工程青山水库工程 over 青山水库项目于…: whether the name ends what paragraph `index` begins with, and the heading or line over it names the same
 * work in another form. Below a line with a code the cost behind the name tells as much. */
bool samework_headed(const struct doc *d, size_t index, struct str name);

#endif
