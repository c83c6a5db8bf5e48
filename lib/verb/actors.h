/* The bodies of a sentence that act, and the words between them and what they do. */
#ifndef PT_VERB_ACTORS_H
#define PT_VERB_ACTORS_H

#include "verb/clause.h"
#include "verb/finding.h"

enum { ACTORS_MOST = 24 };

struct actor {
	size_t n;
	size_t first, last; /* mentions */
	struct str task;    /* what was laid on them last; n 0: nothing yet */
	bool answer;        /* a role word laid it */
	bool own;           /* that word is 负责 before what they answer for */
	bool founds;        /* they lead a body of several that is made: 建立A牵头、B参与的机制 */
	struct body bodies[ACTORS_MOST];
};

/* Room is for many, few are there: only those are copied. */
static inline void actors_copy(struct actor *to, const struct actor *from)
{
	memcpy(to, from, offsetof(struct actor, bodies) + from->n * sizeof *from->bodies);
}

/* Bodies joined by 、 和 与 starting at mention i; the mention after them. n is 0 when there is none. */
size_t actors_read(const struct mentions *m, const struct range *r, size_t i, struct actor *out);

/* Whether bytes [from, to) tell a deed of the past. */
bool actors_past(const struct mentions *m, size_t from, size_t to);

/* Steps from mention i, which starts at *byte, over adverbs, periods, modal words and words of the future; *modal:
 * one of the last two was among them. */
size_t actors_skip_modals(const struct mentions *m, const struct range *r, size_t i, size_t *byte, bool *modal);

/* 联系电话于4月15日前|报送: whether what stands from byte `from` of clause c on is a thing that must be handed in or done by a day. */
bool actors_hand_in(const struct mentions *m, const struct range *c, size_t from);

/* Nothing but numbering, adverbs and joining words stands in bytes [from, to): what follows opens the clause. */
bool actors_open(struct str s, size_t from, size_t to);

/* The name before the first modal or role word of clause c (职工 of 职工应当主动提供材料); n = 0: nothing, or no name. */
struct str actors_subject(const struct mentions *m, const struct range *c);

/* A verb phrase without the adverbs that open it. */
struct str actors_phrase(struct str s);

/* s, which stands in clause c, without the day by which it is to be done where it begins with it. */
struct str actors_behind_day(const struct mentions *m, const struct range *c, struct str s);

/* Bytes of the places at the start of s with a 、 behind each: 成都、绵阳、|宜宾市政府. */
size_t actors_places(struct str s);

/* Nothing but role words and adverbs: 负责落实. */
bool actors_idle(struct str s);

/* One responsibility for each body. */
void actors_add(struct doc *d, const char *rule, struct str evidence, struct str task, const struct actor *a, struct str role,
                struct str deadline);

/* By when: the first period in bytes [from, to) that ends on a day (…前, 到…, …底) or recurs; n = 0: none. */
struct str actors_deadline(const struct mentions *m, const struct range *s, size_t from, size_t to);

/* What stands behind the bodies up to byte `to`, without the word that closes their list (等部门). */
struct str actors_behind(const struct mentions *m, const struct actor *a, size_t to);

#endif
