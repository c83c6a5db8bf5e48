/* Works of a list that share their last words: 南岭大道北段、环山路东段综合管廊. */
#ifndef PT_VERB_ALIKE_H
#define PT_VERB_ALIKE_H

#include "verb/finding.h"

/* A工程、闵河、金洲原水支线工程: adds the members that lack the words which a later one ends in, and that one, each as a project with these words, and takes
 * them out. How many of the n are left. */
size_t alike_take(struct doc *d, size_t index, struct str *members, size_t n);

#endif
