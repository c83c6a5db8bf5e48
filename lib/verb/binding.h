/* Whether the deed that a sentence tells of bodies is laid on them. */
#ifndef PT_VERB_BINDING_H
#define PT_VERB_BINDING_H

#include "verb/errand.h"

/* The words of the text that name the bodies. */
struct str binding_bodies(const struct deed *x);

/* Tells the trace why there is no duty; always false. */
bool binding_against(const struct deed *x, const char *why);

/* Whether the words around the bodies lay something on them. */
bool binding_is_duty(const struct deed *x);

/* Whether the task is a deed that is still to be done: nothing that only describes, pays or names. */
bool binding_is_deed(const struct deed *x, struct str task, struct str evidence, struct str deadline);

/* Whether a sum stands in the task. */
bool binding_tells_money(const struct deed *x, struct str task);

/* Whether a sum or share stands before 由 in its clause, or closes the clause before. */
bool binding_behind_sum(const struct deed *x);

/* Whether a sum stands behind a word of money in the rest of the clause: 卫生室实施药物制度每村每年补助5000元. */
bool binding_tells_sum(const struct deed *x);

/* Whether the bodies build the project that the text is about, which is then told of it. */
bool binding_builds(const struct deed *x, struct str task);

#endif
