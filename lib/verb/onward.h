/* Duties that a body has in the clauses and sentences behind the one that names it. */
#ifndef PT_VERB_ONWARD_H
#define PT_VERB_ONWARD_H

#include "verb/actors.h"

/* Whether the paragraphs are numbered through, as those of a plan or of rules are; struct doc keeps it. */
bool onward_numbered(const struct doc *d);

/* Whether plain verbs lay duties in the document: plans, rules and notices; a reply or report tells deeds with them. */
bool onward_lasting(const struct doc *d);

/* The role that a deed's last word gives (加强对…的指导). */
struct str onward_role(struct str what);

/* The clauses of sentence s from byte `from` on that lay more duties on those who act. `role`: that of the first; `word`: a role word laid it. */
void onward_clauses(struct doc *d, const struct mentions *m, const struct range *s, size_t from, const struct actor *a, bool word, struct str role);

/* 市水利局已将其列入规划，下一步将争取支持: whether a clause of sentence s from byte `from` on, which names nobody else, tells what those will do whom it
 * begins with; the duty is added. */
bool onward_ahead(struct doc *d, const struct mentions *m, const struct range *s, size_t from, const struct actor *a);

/* Whether sentence s names no body and goes on with the duties of those of the sentence before it; they are added. */
bool onward_sentence(struct doc *d, const struct mentions *m, const struct range *s, const struct actor *a);

/* The point of a list (二是…) that begins at byte `from` of sentence s, where it is a duty of `a`, who were told before the list. */
void onward_point(struct doc *d, const struct mentions *m, const struct range *s, size_t from, const struct actor *a);

#endif
