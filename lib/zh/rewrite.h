/* A text while parts of it are changed, and what its changes are in few words: `計劃 -> 计划, 萬 -> 万`. */
#ifndef PT_ZH_REWRITE_H
#define PT_ZH_REWRITE_H

#include "base/arena.h"
#include "base/buf.h"

/* A zeroed struct is ready; rewrite_free gives back its memory. */
struct rewrite {
	struct buf out;
	struct buf pairs;     /* `before -> after`, parted by a comma and a blank, each pair once */
	struct buf was, is;   /* the stretch that is being changed */
	bool neighbours;      /* a pair shows the characters beside the change too */
	bool open;
	size_t changes;
};

/* The next part of the text, which stays. */
void rewrite_keep(struct rewrite *r, struct str part);
/* The next part of the text, and what stands in its place. Changes side by side are one. */
void rewrite_put(struct rewrite *r, struct str before, struct str after);
/* Ends the text; call before `pairs` is looked at. */
void rewrite_end(struct rewrite *r);
/* Makes it ready for another text. */
void rewrite_clear(struct rewrite *r);
void rewrite_free(struct rewrite *r);
/* What has become of s, copied into the arena, or s itself where nothing was changed; then rewrite_free. */
struct str rewrite_take(struct rewrite *r, struct str s, struct arena *a);

#endif
