/* Exact decimals from text to text; no binary float. */
#ifndef PT_ZH_DECIMAL_H
#define PT_ZH_DECIMAL_H

#include "base/buf.h"

/* digits * 10^-scale; 38 digits at most. Operations tell of overflow by returning false and never
 * round. */
struct decimal {
	__extension__ __int128 digits;
	int scale; /* >= 0 */
};

/* "12,345.60" is not read here, only [-]digits[.digits]; all of s or false. */
bool decimal_parse(struct str s, struct decimal *out);
bool decimal_add(struct decimal a, struct decimal b, struct decimal *out);
bool decimal_mul(struct decimal a, struct decimal b, struct decimal *out);
/* a * 10^power, power of either sign. */
bool decimal_shift(struct decimal a, int power, struct decimal *out);
int decimal_cmp(struct decimal a, struct decimal b);
/* Plain digits, no exponent, no trailing zeros after the point, "-0" never. */
void decimal_print(struct decimal d, struct buf *out);
struct decimal decimal_of(long n);

#endif
