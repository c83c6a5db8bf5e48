/* Duties of bodies that stand beside a deed: 会同A, 依托A建设…, 在A的指导下, A是…的责任主体. */
#ifndef PT_VERB_BESIDE_H
#define PT_VERB_BESIDE_H

#include "verb/actors.h"
#include "verb/finding.h"

/* Adds what the word or body at mention i of sentence s tells of them, where `laid` are those on whom a duty was laid before in the sentence (n 0:
 * nobody). Whether nothing else is to be read there. */
bool beside_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, const struct actor *laid, size_t i);

#endif
