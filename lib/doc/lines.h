/* Physical lines of a text: what each is, and which ones a scanner, a page or a web dump broke apart. */
#ifndef PT_DOC_LINES_H
#define PT_DOC_LINES_H

#include "base/arena.h"
#include "base/buf.h"

enum line_kind {
	LINE_TEXT,
	LINE_ROW,      /* cells between tabs, pipes or commas */
	LINE_FURNITURE /* page numbers, buttons of a web page, rules */
};

struct cell {
	size_t from, to; /* bytes of the text, without blanks and quotation marks of CSV */
};

/* What a page has put of a cell into the lines below its first. */
struct rest {
	size_t cell, from, to;
};

struct line {
	size_t from, to; /* bytes of the text, without blanks at the ends */
	enum line_kind kind;
	uint32_t blanks; /* blank lines before it */
	uint32_t chars;
	bool indented; /* by an ideographic space, a tab or two blanks */
	bool quoted;   /* CSV: "" in a cell stands for " */
	struct cell *cells;
	struct rest *rest; /* in the order of the text */
	uint32_t cell_count, rest_count;
};

struct lines {
	struct str text;
	struct line *items;
	size_t n, cap;
	size_t full; /* characters of a full line where the text is broken at a width; else 0 */
	bool unpunctuated; /* its lines end without a mark, so that none goes on in the next */
	struct arena *arena;
};

void lines_split(struct lines *ls, struct str text, struct arena *a);
void lines_split_csv(struct lines *ls, struct str text, char delimiter, struct arena *a);

/* Index after the last line of the paragraph that starts with line i (furniture within it included). */
size_t lines_paragraph_end(const struct lines *ls, size_t i);

/* Makes a row of these cells out of line i. */
void lines_make_row(struct lines *ls, size_t i, const struct cell *cells, size_t n);

/* What a row has in column k that the row above spans: that row's cell, or an empty one before byte `at` where there is none or it is as long as
 * no cell is, for all that stands in it would be told again with each row. */
struct cell lines_spanning(const struct line *above, size_t k, size_t at);

/* Whether a line without numbering is the title of a document or of a part of it: short, no sentence, and
 * its last word names a kind of document. */
bool lines_is_title(struct str folded);

/* Whether a line of so many characters is a page number, a button of a web page or a rule. */
bool lines_is_furniture(struct str s, size_t chars, struct buf *b);

#endif
