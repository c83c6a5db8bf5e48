/* Document numbers (发文字号): 桂工信装备〔2020〕5号. Input is folded text (fold.h), where a scanner may have
 * turned the brackets into ( [ { J ] ) and put blanks anywhere. Form: GB/T 9704-2012, 7.2.5. */
#ifndef PT_ZH_DOCNO_H
#define PT_ZH_DOCNO_H

#include "base/buf.h"

struct docno {
	size_t at, end; /* bytes in s, from the first character of the agency's code to after 号 */
	struct str code;   /* may hold a line break, which docno_print drops */
	int year;
	struct str serial; /* digits, no leading zeros dropped */
	bool repaired;     /* brackets or blanks were mended */
};

/* The first number at or after `from`; false when there is none. */
bool docno_find(struct str s, size_t from, struct docno *out);

/* The standard form, appended: code〔year〕serial号. A number that needs letters mended (5O号) is mended in digits only. */
void docno_print(const struct docno *d, struct buf *out);

/* Reads docno.tsv; call once, before threads start. */
void docno_load(void);

#endif
