/* Who signs: lines that name nothing but bodies. */
#ifndef PT_DOC_SIGNER_H
#define PT_DOC_SIGNER_H

#include "doc/words.h"
#include "zh/period.h"

enum {
	SIGNER_LONGEST = 50, /* characters of a line of signers */
	SIGNER_MOST = 8
};

/* Whether s names bodies that may sign and nothing else, wherever it stands: known ones, and departments and offices of places that no table has. */
bool signer_is(struct str s);

/* The same of the line between the end of a letter and its day, where schools, companies and staffs of any name sign as well. */
bool signer_closes(struct str s);

/* 青石镇|水利站, 青石市|财政局: the place that no table has before a department or government; n 0: there is none. */
struct str signer_place(struct str s);

/* Whether s is a day or a month, *date, and nothing behind it. */
bool signer_day(struct str s, struct str *date);

/* 广西壮族自治区科学技术厅2020年7月20日: where the day begins that stands behind a body, or 0; *n is its length. `open`: other words may follow it. */
size_t signer_at(struct str s, bool open, size_t *n);

#endif
