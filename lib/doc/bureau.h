/* Departments that are named by what they are in charge of, not by what they are called. */
#ifndef PT_DOC_BUREAU_H
#define PT_DOC_BUREAU_H

#include "doc/body.h"

/* A field at byte `at` of s, alone or in a list that 部门 closes: a BODY_CLASS, with what others of the list say for it. */
bool bureau_at(struct str s, size_t at, struct body *out);

#endif
