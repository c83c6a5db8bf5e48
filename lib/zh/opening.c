/* Knows with which characters the words of all tables begin: the one look at each place in front of all others. */
#include "zh/opening.h"

uint8_t opening_ones[65536], opening_pairs[OPENING_PAIRS];

void opening_add(struct str word, unsigned kinds)
{
	size_t len, next;

	if (!word.n)
		return;
	uint32_t c = str_char(word, 0, &len);

	if (len == word.n)
		opening_ones[c & 0xFFFF] |= (uint8_t)kinds;
	else
		*opening_pair(c, str_char(word, len, &next)) |= (uint8_t)kinds;
}
