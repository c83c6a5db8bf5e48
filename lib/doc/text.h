/* The decoded text of a document and where things stand in it. */
#ifndef PT_DOC_TEXT_H
#define PT_DOC_TEXT_H

#include "base/arena.h"

/* Code points and LF. */
struct text_count {
	uint32_t points, lines;
};

struct text {
	struct str s;          /* UTF-8; not owned */
	struct str plain;      /* the same, byte for byte, for rules to read: traditional characters are simplified, marks of Markdown blank, those of a web page read */
	struct text_count *before; /* every eighth byte */
	size_t pages;          /* form feeds + 1 */
	uint32_t *page_starts; /* bytes of the first character of each page after the first */
};

/* Needs simplify_load. */
void text_init(struct text *t, struct str s, struct arena *a);

/* Code points before `byte`, a character boundary or the end. */
size_t text_point(const struct text *t, size_t byte);

/* 1-based line and page of the character at `byte`. */
size_t text_line(const struct text *t, size_t byte);
size_t text_page(const struct text *t, size_t byte);

#endif
