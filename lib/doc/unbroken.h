/* Texts that came as one line: where their parts begin though no line ends and often no mark stands before them. */
#ifndef PT_DOC_UNBROKEN_H
#define PT_DOC_UNBROKEN_H

#include "doc/outline.h"

/* Whether a paragraph is so long that it holds what others have in several. */
bool unbroken_is(struct str s);

enum { UNBROKEN_CUTS = 16 };

/* Where the title, the number and the addressee of a text that begins with them end, and what stands before the title: byte offsets,
 * ascending; how many. 0: it does not look like that. *page: the bytes at its beginning that are the page's own. */
size_t unbroken_front(const struct view *v, struct str s, size_t *page, size_t cuts[UNBROKEN_CUTS]);

/* Whether the numbering at byte `at` of such a paragraph, with nothing before it that ends a sentence, opens a part: the text goes on
 * counting, and no word around it makes it a mention (第三、四季度, 见（二）项). `len`, `level`, `value`: as outline_marker has them. */
bool unbroken_marker(struct outline *o, struct str s, size_t at, size_t len, int level, long value);

/* The next place behind byte `from` where a signature (body and day) begins or ends, or where the title that the first paragraph
 * announces (关于印发X的通知: X) ends; s.n: there is none. */
size_t unbroken_cut(const struct outline *o, struct str s, size_t from);

/* The heading that opens body without a mark behind it (资金支持2022年…), n 0: none. */
struct str unbroken_heading(struct str body);

#endif
