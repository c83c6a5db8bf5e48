/* The characters of numbers, from numerals.tsv, and numbers in ASCII digits. For numeral.c; others use
 * numeral.h. */
#ifndef PT_ZH_FIGURES_H
#define PT_ZH_FIGURES_H

#include "zh/decimal.h"

enum token_kind { T_NONE, T_DIGIT, T_TENS, T_POWER, T_VAGUE, T_POINT, T_ORDINAL };

struct token {
	uint32_t c;
	enum token_kind kind;
	int value;
	struct str not_before;
};

/* The numeral character at byte i that is not part of another word, its length in *len; NULL when there is none. */
const struct token *figures_token(struct str s, size_t i, size_t *len);
/* The Chinese digit there. */
const struct token *figures_han_digit(struct str s, size_t i, size_t *len);
/* The multiplier there, after a blank also; *next is behind it. */
const struct token *figures_power(struct str s, size_t i, size_t *next);

static inline bool figures_is_digit(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

/* What a letter stands for where it was put for a digit; -1: nothing. */
int figures_letter(char c);

/* The end of the number in ASCII digits at `at`, thousands marks, point and mended letters included; 0
 * when there is none that can be trusted. */
size_t figures_read(struct str s, size_t at, struct decimal *d, bool *repaired);

#endif
