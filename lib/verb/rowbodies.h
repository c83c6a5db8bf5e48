/* The bodies that a cell of a table names. */
#ifndef PT_VERB_ROWBODIES_H
#define PT_VERB_ROWBODIES_H

#include "verb/finding.h"
#include "verb/note.h"

/* A cell without words: empty, a dash, 0, 无. */
bool rowbodies_void(struct str s);

/* The bodies of a cell with their roles, up to NOTE_MOST: each as the cell says, else in the given role, that of its column. */
size_t rowbodies_read(const struct doc *d, struct str text, struct str role, struct note_member *out);

/* The cell without the person who answers for the body, behind a blank or a stroke: 县水利局 王某, 县水利局/王某. */
struct str rowbodies_unmanned(const struct doc *d, struct str cell);

#endif
