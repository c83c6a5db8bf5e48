/* Knows exact arithmetic on decimals of any length: in 128 bits as long as they hold it, in GMP's
 * integers beyond. */
#include "base/number.h"

#include <gmp.h>
#include <stdlib.h>

#include "base/diag.h"

__extension__ typedef __int128 wide;

/* Eighteen digits fit 64 bits, and so does 10^18. */
enum { SHORT = 18 };

struct large {
	mpz_t digits; /* times 10^-scale */
	uint32_t scale;
};

static const int64_t powers[SHORT + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
	10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
};

static size_t digits_from(struct str s, size_t i)
{
	size_t from = i;

	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return i - from;
}

bool number_read(struct str s, struct number *n)
{
	while (s.n && (s.p[0] == ' ' || s.p[0] == '\t'))
		s = str_from(s, 1);
	while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	bool sign = s.n && (s.p[0] == '-' || s.p[0] == '+');
	size_t i = sign, len = digits_from(s, i);

	n->minus = sign && s.p[0] == '-';
	n->whole = str_sub(s, i, i + len);
	i += len;
	n->fraction = str_sub(s, i, i);
	if (i < s.n && s.p[i] == '.')
		n->fraction = str_sub(s, i + 1, i + 1 + digits_from(s, i + 1));
	i += n->fraction.n + (i < s.n && s.p[i] == '.');
	if (i != s.n || n->whole.n + n->fraction.n == 0)
		return false;
	while (n->whole.n && n->whole.p[0] == '0')
		n->whole = str_from(n->whole, 1);
	return true;
}

static struct str drop_zeros(struct str fraction)
{
	while (fraction.n && fraction.p[fraction.n - 1] == '0')
		fraction.n--;
	return fraction;
}

static bool is_zero(const struct number *n)
{
	return n->whole.n == 0 && drop_zeros(n->fraction).n == 0;
}

static int cmp_size(const struct number *a, const struct number *b)
{
	if (a->whole.n != b->whole.n)
		return a->whole.n < b->whole.n ? -1 : 1;
	int order = str_cmp(a->whole, b->whole);

	if (order == 0)
		order = str_cmp(drop_zeros(a->fraction), drop_zeros(b->fraction));
	return (order > 0) - (order < 0);
}

int number_cmp(const struct number *a, const struct number *b)
{
	bool under = a->minus && !is_zero(a), other = b->minus && !is_zero(b);

	if (under != other)
		return under ? -1 : 1;
	return under ? cmp_size(b, a) : cmp_size(a, b);
}

void number_print(const struct number *n, struct buf *out)
{
	if (n->minus && !is_zero(n))
		buf_byte(out, '-');
	buf_add(out, n->whole.n ? n->whole : STR("0"));
	if (n->fraction.n) {
		buf_byte(out, '.');
		buf_add(out, n->fraction);
	}
}

static int64_t short_value(const struct number *n)
{
	int64_t v = 0;

	for (size_t i = 0; i < n->whole.n; i++)
		v = v * 10 + (n->whole.p[i] - '0');
	for (size_t i = 0; i < n->fraction.n; i++)
		v = v * 10 + (n->fraction.p[i] - '0');
	return v;
}

/* Makes a and b multiples of the same power of ten. */
static void align(mpz_t a, uint32_t *a_scale, mpz_t b, uint32_t *b_scale)
{
	mpz_t power;
	bool raise_a = *a_scale < *b_scale;
	uint32_t by = raise_a ? *b_scale - *a_scale : *a_scale - *b_scale;

	if (by == 0)
		return;
	mpz_init(power);
	mpz_ui_pow_ui(power, 10, by);
	if (raise_a) {
		mpz_mul(a, a, power);
		*a_scale = *b_scale;
	} else {
		mpz_mul(b, b, power);
		*b_scale = *a_scale;
	}
	mpz_clear(power);
}

static void add_large(struct sum *s, mpz_t digits, uint32_t scale)
{
	if (!s->large) {
		s->large = malloc(sizeof *s->large);
		if (!s->large)
			diag_die("out of memory");
		mpz_init(s->large->digits);
		s->large->scale = scale;
	}
	align(s->large->digits, &s->large->scale, digits, &scale);
	mpz_add(s->large->digits, s->large->digits, digits);
}

static void set_wide(mpz_t digits, wide v)
{
	__extension__ unsigned __int128 size = v < 0 ? -(unsigned __int128)v : (unsigned __int128)v;

	mpz_set_ui(digits, (unsigned long)(size >> 64));
	mpz_mul_2exp(digits, digits, 64);
	mpz_add_ui(digits, digits, (unsigned long)size);
	if (v < 0)
		mpz_neg(digits, digits);
}

static void spill(struct sum *s)
{
	mpz_t digits;

	mpz_init(digits);
	set_wide(digits, s->small);
	add_large(s, digits, s->scale);
	mpz_clear(digits);
	s->small = 0;
	s->scale = 0;
}

/* Adds v * 10^-scale in 128 bits; false when they cannot hold it, with the sum unchanged. */
static bool add_small(struct sum *s, wide v, uint32_t scale)
{
	wide sum = s->small;

	if (scale > s->scale) {
		if (sum && (scale - s->scale > SHORT || __builtin_mul_overflow(sum, (wide)powers[scale - s->scale], &sum)))
			return false;
	} else if (scale < s->scale) {
		if (s->scale - scale > SHORT || __builtin_mul_overflow(v, (wide)powers[s->scale - scale], &v))
			return false;
		scale = s->scale;
	}
	if (__builtin_add_overflow(sum, v, &sum))
		return false;
	s->small = sum;
	s->scale = scale;
	return true;
}

static void add_long(struct sum *s, const struct number *n, bool minus)
{
	struct buf text = {NULL, 0, 0};
	mpz_t digits;

	if (n->fraction.n > UINT32_MAX / 2)
		diag_die("a number has %zu decimals", n->fraction.n);
	buf_add(&text, n->whole);
	buf_add(&text, n->fraction);
	buf_byte(&text, '\0');
	mpz_init(digits);
	mpz_set_str(digits, text.p, 10);
	if (minus)
		mpz_neg(digits, digits);
	add_large(s, digits, (uint32_t)n->fraction.n);
	mpz_clear(digits);
	buf_free(&text);
}

static void add(struct sum *s, const struct number *n, bool minus)
{
	size_t len = n->whole.n + n->fraction.n;

	if (n->fraction.n > s->decimals)
		s->decimals = (uint32_t)n->fraction.n;
	if (len > SHORT) {
		add_long(s, n, minus);
		return;
	}
	int64_t v = minus ? -short_value(n) : short_value(n);

	if (add_small(s, v, (uint32_t)n->fraction.n))
		return;
	spill(s);
	add_small(s, v, (uint32_t)n->fraction.n);
}

void sum_add(struct sum *s, const struct number *n)
{
	add(s, n, n->minus);
}

void sum_subtract(struct sum *s, const struct number *n)
{
	add(s, n, !n->minus);
}

static void join(struct sum *to, const struct sum *from, bool minus)
{
	wide small = minus ? -from->small : from->small;

	if (from->decimals > to->decimals)
		to->decimals = from->decimals;
	if (!add_small(to, small, from->scale)) {
		spill(to);
		to->small = small;
		to->scale = from->scale;
	}
	if (from->large) {
		mpz_t copy;

		mpz_init_set(copy, from->large->digits);
		if (minus)
			mpz_neg(copy, copy);
		add_large(to, copy, from->large->scale);
		mpz_clear(copy);
	}
}

void sum_add_sum(struct sum *to, const struct sum *from)
{
	join(to, from, false);
}

void sum_subtract_sum(struct sum *from, const struct sum *what)
{
	join(from, what, true);
}

/* All of the sum as an integer times 10^-result. */
static uint32_t whole_of(const struct sum *s, mpz_t digits)
{
	uint32_t scale = s->scale;

	set_wide(digits, s->small);
	if (s->large) {
		mpz_t copy;
		uint32_t other = s->large->scale;

		mpz_init_set(copy, s->large->digits);
		align(digits, &scale, copy, &other);
		mpz_add(digits, digits, copy);
		mpz_clear(copy);
	}
	return scale;
}

int sum_sign(const struct sum *s)
{
	mpz_t digits;

	mpz_init(digits);
	whole_of(s, digits);
	int sign = mpz_sgn(digits);

	mpz_clear(digits);
	return sign;
}

/* digits * 10^-scale as text. */
static void print_digits(mpz_t digits, uint32_t scale, struct buf *out)
{
	if (mpz_sgn(digits) < 0)
		buf_byte(out, '-');
	mpz_abs(digits, digits);
	size_t most = mpz_sizeinbase(digits, 10) + 2;
	struct buf text = {NULL, 0, 0};

	mpz_get_str(buf_room(&text, most), 10, digits);
	struct str all = str_of(text.p);
	size_t point = all.n > scale ? all.n - scale : 0;

	buf_add(out, point ? str_sub(all, 0, point) : STR("0"));
	if (scale)
		buf_byte(out, '.');
	for (size_t i = all.n; i < scale; i++)
		buf_byte(out, '0');
	buf_add(out, str_from(all, point));
	buf_free(&text);
}

/* The integer with another number of decimals; more of them only. */
static void raise(mpz_t digits, uint32_t by)
{
	mpz_t power;

	mpz_init(power);
	mpz_ui_pow_ui(power, 10, by);
	mpz_mul(digits, digits, power);
	mpz_clear(power);
}

/* Zeros that calculating has put behind the decimals of the terms are taken off again. */
static uint32_t lower(mpz_t digits, uint32_t scale, uint32_t wanted)
{
	while (scale > wanted && mpz_divisible_ui_p(digits, 10)) {
		mpz_divexact_ui(digits, digits, 10);
		scale--;
	}
	return scale;
}

void sum_print(const struct sum *s, struct buf *out)
{
	mpz_t digits;

	mpz_init(digits);
	uint32_t scale = whole_of(s, digits);

	if (scale < s->decimals) {
		raise(digits, s->decimals - scale);
		scale = s->decimals;
	}
	print_digits(digits, lower(digits, scale, s->decimals), out);
	mpz_clear(digits);
}

/* Rounds half to even: *digits becomes digits / by. */
static void divide(mpz_t digits, mpz_t by)
{
	mpz_t rest;

	mpz_init(rest);
	mpz_tdiv_qr(digits, rest, digits, by);
	int sign = mpz_sgn(rest);

	mpz_abs(rest, rest);
	mpz_mul_2exp(rest, rest, 1);
	int half = mpz_cmp(rest, by);

	/* Between -1 and 1 the quotient has lost its sign; the rest has it. */
	if (half > 0 || (half == 0 && mpz_odd_p(digits))) {
		if (sign < 0)
			mpz_sub_ui(digits, digits, 1);
		else
			mpz_add_ui(digits, digits, 1);
	}
	mpz_clear(rest);
}

void sum_print_mean(const struct sum *s, unsigned long count, unsigned digits, struct buf *out)
{
	mpz_t top, by, power;

	mpz_inits(top, by, power, NULL);
	uint32_t scale = whole_of(s, top);

	raise(top, digits);
	mpz_ui_pow_ui(power, 10, scale);
	mpz_mul_ui(by, power, count);
	divide(top, by);
	print_digits(top, lower(top, digits, 0), out);
	mpz_clears(top, by, power, NULL);
}

void sum_free(struct sum *s)
{
	if (s->large) {
		mpz_clear(s->large->digits);
		free(s->large);
	}
	*s = (struct sum){.small = 0};
}
