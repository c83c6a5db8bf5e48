/* The task of a duty that a sentence lays on a body. */
#ifndef PT_VERB_ERRAND_H
#define PT_VERB_ERRAND_H

#include "verb/actors.h"

enum { ERRAND_SHORTEST = 3 /* characters of a verb and what it is about */ };

/* A sentence with a body that may have a duty. */
struct deed {
	struct doc *d;
	size_t index; /* paragraph */
	const struct mentions *m;
	const struct range *s;
	const struct actor *laid;   /* those of the deed before in the sentence */
	struct actor a, with;       /* those who act, those who act with them */
	struct range clause, tail;  /* that of the first body, that of the verb */
	size_t next, byte;          /* the mention behind the modal words, where it should start */
	size_t evidence;            /* byte from which the evidence stands */
	bool by, modal, opens;
	bool told;                  /* those in `with` are told to act: A督促B…, A配合B… */
	const struct word *role;    /* the verb is a role word: 牵头, 负责 */
	const struct word *first;   /* a role word that is the first of a list of verbs (统筹、协调、推进), which is none of `role`; NULL: there is none */
	bool plain;                 /* it is any other verb */
	bool makes;                 /* they lead what the verb before them makes: 建立A牵头、B参与的机制 */
};

/* What the bodies have to do; n 0: nothing is told. It moves the evidence, the clause of the verb and those who act with them to where the
 * sentence tells of them. */
struct str errand_read(struct deed *x);

/* By when; n 0: nothing is told. */
struct str errand_deadline(const struct deed *x);

/* The project of the paragraph that is told of last before the bodies, else that of the document, or NULL. */
struct finding *errand_project(const struct deed *x);

#endif
