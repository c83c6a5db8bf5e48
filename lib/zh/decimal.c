/* Knows the exact arithmetic of decimals of up to 38 digits. */
#include "zh/decimal.h"

__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 uwide;

enum { MOST_DIGITS = 38 };

static const int64_t small_powers[] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
	10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
};

/* n from 0 to 38. */
static wide power_of_ten(int n)
{
	wide p = small_powers[n % 19];

	return n < 19 ? p : n < 38 ? p * small_powers[18] * 10 : (wide)small_powers[18] * small_powers[18] * 100;
}

/* 10^38 is the first that has 39 digits; a wide holds up to 1.7 * 10^38. */
static bool fits(wide v)
{
	const wide limit = (wide)1000000000000000000 * 1000000000000000000 * 100;

	return v < limit && v > -limit;
}

static bool times_power(wide v, int n, wide *out)
{
	while (v && n >= 18) {
		if (__builtin_mul_overflow(v, (wide)small_powers[18], &v))
			return false;
		n -= 18;
	}
	if (v && __builtin_mul_overflow(v, power_of_ten(n), &v))
		return false;
	*out = v;
	return fits(v);
}

static void drop_zeros(struct decimal *d)
{
	/* Most numbers fit 64 bits, whose division is ten times as fast. */
	while (d->scale > 0 && d->digits == (int64_t)d->digits && (int64_t)d->digits % 10 == 0) {
		d->digits = (int64_t)d->digits / 10;
		d->scale--;
	}
	if (d->digits == (int64_t)d->digits && d->digits)
		return;
	while (d->scale > 0 && d->digits % 10 == 0) {
		d->digits /= 10;
		d->scale--;
	}
	if (d->digits == 0)
		d->scale = 0;
}

struct decimal decimal_of(long n)
{
	return (struct decimal){n, 0};
}

bool decimal_parse(struct str s, struct decimal *out)
{
	struct decimal d = {0, 0};
	bool minus = s.n && s.p[0] == '-', point = false;
	size_t i = minus, digits = 0;

	for (; i < s.n; i++) {
		char c = s.p[i];

		if (c == '.' && !point && digits && i + 1 < s.n) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9')
			return false;
		if (__builtin_mul_overflow(d.digits, (wide)10, &d.digits))
			return false;
		d.digits += c - '0';
		d.scale += point;
		digits++;
		if (!fits(d.digits) || d.scale > MOST_DIGITS)
			return false;
	}
	if (digits == 0)
		return false;
	if (minus)
		d.digits = -d.digits;
	*out = d;
	return true;
}

/* Whole numbers of 64 bits, which most are: nothing about them needs 128. */
static bool is_small(struct decimal d)
{
	return d.scale == 0 && d.digits == (int64_t)d.digits;
}

bool decimal_add(struct decimal a, struct decimal b, struct decimal *out)
{
	struct decimal sum;

	if (is_small(a) && is_small(b)) {
		*out = (struct decimal){a.digits + b.digits, 0};
		return true;
	}

	drop_zeros(&a);
	drop_zeros(&b);
	sum.scale = a.scale > b.scale ? a.scale : b.scale;
	if (!times_power(a.digits, sum.scale - a.scale, &a.digits) || !times_power(b.digits, sum.scale - b.scale, &b.digits))
		return false;
	if (__builtin_add_overflow(a.digits, b.digits, &sum.digits) || !fits(sum.digits))
		return false;
	*out = sum;
	return true;
}

bool decimal_mul(struct decimal a, struct decimal b, struct decimal *out)
{
	struct decimal product;

	if (is_small(a) && is_small(b)) {
		*out = (struct decimal){a.digits * b.digits, 0};
		return true;
	}
	drop_zeros(&a);
	drop_zeros(&b);
	product.scale = a.scale + b.scale;
	if (__builtin_mul_overflow(a.digits, b.digits, &product.digits) || !fits(product.digits))
		return false;
	drop_zeros(&product);
	if (product.scale > MOST_DIGITS)
		return false;
	*out = product;
	return true;
}

bool decimal_shift(struct decimal a, int power, struct decimal *out)
{
	if (power >= 0 && power <= 18 && is_small(a)) {
		*out = (struct decimal){a.digits * small_powers[power], 0};
		return true;
	}
	drop_zeros(&a);
	if (a.digits == 0) {
		*out = a;
		return true;
	}
	if (power < -2 * MOST_DIGITS || power > 2 * MOST_DIGITS)
		return false;
	int scale = a.scale - power;

	if (scale < 0) {
		if (!times_power(a.digits, -scale, &a.digits))
			return false;
		scale = 0;
	}
	a.scale = scale;
	drop_zeros(&a);
	if (a.scale > MOST_DIGITS)
		return false;
	*out = a;
	return true;
}

/* Whole parts first, then what is left, so that no common scale has to be found. */
int decimal_cmp(struct decimal a, struct decimal b)
{
	if (a.scale == b.scale)
		return (a.digits > b.digits) - (a.digits < b.digits);
	drop_zeros(&a);
	drop_zeros(&b);
	wide pa = power_of_ten(a.scale), pb = power_of_ten(b.scale);
	wide x = a.digits / pa, y = b.digits / pb;

	if (x == y) {
		x = a.digits % pa;
		y = b.digits % pb;
		if (a.scale < b.scale)
			x *= power_of_ten(b.scale - a.scale);
		else
			y *= power_of_ten(a.scale - b.scale);
	}
	return (x > y) - (x < y);
}

void decimal_print(struct decimal d, struct buf *out)
{
	char text[MOST_DIGITS * 2 + 4];
	size_t at = sizeof text;
	bool minus = d.digits < 0;

	drop_zeros(&d);
	uwide v = minus ? -(uwide)d.digits : (uwide)d.digits;

	int i = 0;

	for (; v > UINT64_MAX; i++) {
		if (i == d.scale && i > 0)
			text[--at] = '.';
		text[--at] = (char)('0' + (int)(v % 10));
		v /= 10;
	}
	/* Division of 64 bits is ten times as fast. */
	for (uint64_t w = (uint64_t)v; w || i <= d.scale; i++) {
		if (i == d.scale && i > 0)
			text[--at] = '.';
		text[--at] = (char)('0' + (int)(w % 10));
		w /= 10;
	}
	if (minus)
		text[--at] = '-';
	buf_add(out, (struct str){text + at, sizeof text - at});
}
