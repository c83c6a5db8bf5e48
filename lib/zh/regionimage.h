/* The built-in tables of regions as the build has read them: to read some 7,000 rows and sort their names at each start
 * would cost more than all that most runs do. Offsets instead of pointers leave the linker nothing to do at a start either.
 * Made by lib/data/tools/regions-image.c; what regiontable.c makes of the text is the authority. */
#ifndef PT_ZH_REGIONIMAGE_H
#define PT_ZH_REGIONIMAGE_H

#include "zh/regiontable.h"

struct regionimage_row {
	uint32_t code, name, short_name, suffix, now; /* where they stand in the table's text */
	uint32_t parent, next_same, next_short;       /* a row + 1; 0: none; a parent may be of the other table */
	uint16_t from, until;
	uint8_t name_n, short_n, suffix_n, now_n;     /* bytes; a code has six */
	uint8_t level, municipality, word;
};

struct regionimage_name {
	uint32_t at; /* in the text, or in the words beside it */
	uint32_t n, value;
	uint32_t again : 1, shorter : 31; /* as in the lexicon */
};

#define REGIONIMAGE_ELSE 0x80000000u /* a word beside the text; a parent in the other table */

struct regionimage {
	const char *name; /* of the table; NULL ends the list */
	const struct regionimage_row *rows;
	const struct regionimage_name *names;
	const struct lexicon_bucket *buckets;
	const struct lexicon_pair *pairs;
	const char *words;
	uint32_t rows_n, names_n, mask, pair_mask;
};

extern const struct regionimage regionimages[];

/* As regiontable_load; false when the image cannot serve, since a table is overlaid or the build made none. */
bool regionimage_load(struct regiontable *t, const char *name, const struct regiontable *other);

#endif
