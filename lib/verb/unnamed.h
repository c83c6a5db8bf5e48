/* Duties of bodies that no table knows: 由X牵头, 党建部、综合科负责…. */
#ifndef PT_VERB_UNNAMED_H
#define PT_VERB_UNNAMED_H

#include "verb/actors.h"

/* The duty of what stands between 由, which is mention i, and a role. */
void unnamed_by(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *laid, size_t i);

/* The duty of the names that open the clause of mention i, a role, modal word or 于. */
void unnamed_opening(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *laid, size_t i);

/* 青山区、柳河区对…予以保障: in rules and plans several places that open the clause of mention i, the mark behind the first of them, stand for those who
 * govern there. */
void unnamed_places(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *laid, size_t i);

/* 市科协学会|学术部|负责: where the name of an office ends that begins at byte `from`, behind a body, and stands before a role; 0: none does. */
size_t unnamed_office(const struct mentions *m, const struct range *s, size_t from);

/* 联席会议由A召集，B、C为成员，负责研究…: what a staff that opens the sentence does, behind who belongs to it. */
void unnamed_staff(struct doc *d, const struct mentions *m, const struct range *s);

#endif
