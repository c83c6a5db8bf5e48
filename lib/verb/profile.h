/* Fields of a project that the lines below its heading tell: 建设地点：…, 2.建设内容, 实施单位：…. */
#ifndef PT_VERB_PROFILE_H
#define PT_VERB_PROFILE_H

#include "verb/finding.h"

/* Notes that the heading that is paragraph `index` names project f. Nothing where the paragraph opens no section. */
void profile_open(struct doc *d, size_t index, struct finding *f);

/* Notes that the numbered paragraph `index` begins with the name of project f: the lines without numbers behind it tell of it too.
 * f NULL: it does not, and what lines before told of is over. */
void profile_item(struct doc *d, size_t index, struct finding *f);

/* The same for a label (一、项目名称：X): the numbered labels behind it tell of the project as well. f NULL: nothing is known of it. */
void profile_card(struct doc *d, struct finding *f);

/* The project that a heading over paragraph `index` (or the paragraph itself, run in) names, or NULL. */
struct finding *profile_project(const struct doc *d, size_t index);

/* Puts what paragraph `index` tells behind its labels into the project that it stands under. */
void profile_read(struct doc *d, size_t index);

/* Reads what is built from the clauses behind the name of the project that paragraph `index` begins with. */
void profile_content(struct doc *d, size_t index, struct finding *f);

/* Reads how large project f is from the clauses that follow each other in s and tell it. */
void profile_sizes(struct doc *d, struct finding *f, struct str s);

#endif
