/* Who must do what by when: notes in brackets, labelled lines, sentences. */
#ifndef PT_VERB_DUTY_H
#define PT_VERB_DUTY_H

#include "verb/finding.h"

/* Adds the responsibilities of paragraph `index`, whose mentions are m. */
void duty_find(struct doc *d, size_t index, const struct mentions *m);

/* Adds one responsibility; `full` n 0: resolved from b. Returns it. */
struct finding *duty_add(struct doc *d, const char *rule, struct str evidence, struct str task, const struct body *b,
                         struct str role, struct str *carried);

/* A list item in its shortest form: its run-in heading, all of it when short, else its first clause. */
struct str duty_short_task(struct str s);

/* The innermost heading with words over a section, or n = 0. */
struct str duty_section_task(const struct doc *d, int section);

#endif
