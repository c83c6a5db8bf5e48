/* Knows what is valid in UTF-8, sixteen bytes at a time where the machine can do that. */
#include "io/utf8.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define BY_SIXTEEN
#include <tmmintrin.h>
#endif

static bool is_plain_word(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	return !((w | (w - 0x0101010101010101)) & 0x8080808080808080);
}

size_t utf8_good_chars(struct str s, size_t from)
{
	size_t i = from, len = 0;

	while (i < s.n) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0x80) {
			if (c == 0)
				return i;
			i++;
			while (s.n - i >= 8 && is_plain_word(s.p + i))
				i += 8;
		} else if (s.n - i >= 3 && utf8_is_plain_triple(s.p + i)) {
			i += 3;
		} else {
			str_char(s, i, &len);
			if (len == 1)
				return i;
			i += len;
		}
	}
	return i;
}

#ifdef BY_SIXTEEN

/* What two bytes in a row cannot be, a bit each. A pair is bad when both halves of its first byte and the upper half of its second
 * allow the same fault (Keiser and Lemire, Validating UTF-8 in less than one instruction per byte, 2020). */
enum {
	SHORT = 1,      /* a character that is not finished, and no continuation */
	LONG = 2,       /* ASCII and a continuation */
	OVERLONG_3 = 4, /* E0 and 80 to 9F */
	LARGE = 8,      /* F4 and 90 to BF, F5 to FF and any */
	SURROGATE = 16, /* ED and A0 to BF */
	OVERLONG_2 = 32, /* C0, C1 and any */
	OVERLONG_4 = 64, /* F0 and 80 to 8F; F5 to FF and 80 to 8F */
	TWO = 128       /* two continuations: a fault but in characters of three and four bytes */
};

enum { CARRY = SHORT | LONG | TWO }; /* faults that the lower half of the first byte does not tell */

#define SSSE3 __attribute__((target("ssse3")))

SSSE3 static __m128i upper_half(__m128i v)
{
	return _mm_and_si128(_mm_srli_epi16(v, 4), _mm_set1_epi8(15));
}

/* The faults of each byte of v with the one before it; `before` are the sixteen bytes before v. */
SSSE3 static __m128i faults_in(__m128i v, __m128i before)
{
	const __m128i first_upper = _mm_setr_epi8(LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, (char)TWO, (char)TWO, (char)TWO, (char)TWO,
	                                          SHORT | OVERLONG_2, SHORT, SHORT | OVERLONG_3 | SURROGATE, SHORT | LARGE | OVERLONG_4);
	const char large = (char)(CARRY | LARGE | OVERLONG_4);
	const __m128i first_lower = _mm_setr_epi8((char)(CARRY | OVERLONG_2 | OVERLONG_3 | OVERLONG_4), (char)(CARRY | OVERLONG_2), (char)CARRY,
	                                          (char)CARRY, (char)(CARRY | LARGE), large, large, large, large, large, large, large, large,
	                                          (char)(large | SURROGATE), large, large);
	const char low = (char)(LONG | OVERLONG_2 | TWO);
	const __m128i second_upper = _mm_setr_epi8(SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, (char)(low | OVERLONG_3 | OVERLONG_4),
	                                           (char)(low | OVERLONG_3 | LARGE), (char)(low | SURROGATE | LARGE), (char)(low | SURROGATE | LARGE),
	                                           SHORT, SHORT, SHORT, SHORT);
	__m128i one = _mm_alignr_epi8(v, before, 15), two = _mm_alignr_epi8(v, before, 14), three = _mm_alignr_epi8(v, before, 13);
	__m128i pair = _mm_and_si128(_mm_and_si128(_mm_shuffle_epi8(first_upper, upper_half(one)),
	                                           _mm_shuffle_epi8(first_lower, _mm_and_si128(one, _mm_set1_epi8(15)))),
	                             _mm_shuffle_epi8(second_upper, upper_half(v)));
	/* The third byte behind E0 to FF and the fourth behind F0 to FF must be continuations whose own pair is TWO. */
	__m128i must = _mm_or_si128(_mm_subs_epu8(two, _mm_set1_epi8(0xE0 - 0x80)), _mm_subs_epu8(three, _mm_set1_epi8(0xF0 - 0x80)));

	return _mm_xor_si128(pair, _mm_and_si128(must, _mm_set1_epi8((char)0x80)));
}

enum { BLOCK = 64 };

SSSE3 static __m128i load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

/* How many bytes of s from `from` on are good for sure, in whole characters. */
SSSE3 static size_t good_blocks(struct str s, size_t from)
{
	__m128i before = _mm_setzero_si128();
	size_t i = from;

	for (; s.n - i >= BLOCK; i += BLOCK) {
		__m128i bad = _mm_setzero_si128(), nul = bad;

		for (size_t k = 0; k < BLOCK; k += sizeof bad) {
			__m128i v = load(s.p + i + k);

			nul = _mm_or_si128(nul, _mm_cmpeq_epi8(v, _mm_setzero_si128()));
			bad = _mm_or_si128(bad, faults_in(v, before));
			before = v;
		}
		bad = _mm_or_si128(nul, _mm_cmpeq_epi8(bad, _mm_setzero_si128()));
		if (_mm_movemask_epi8(nul) || _mm_movemask_epi8(bad) != 0xFFFF)
			break;
	}
	/* The last character may go on behind the block. */
	while (i > from && (s.p[i - 1] & 0xC0) == 0x80)
		i--;
	return i > from && (unsigned char)s.p[i - 1] >= 0xC0 ? i - 1 : i;
}

size_t utf8_good(struct str s, size_t from)
{
	return utf8_good_chars(s, s.n - from >= BLOCK && __builtin_cpu_supports("ssse3") ? good_blocks(s, from) : from);
}

#else

size_t utf8_good(struct str s, size_t from)
{
	return utf8_good_chars(s, from);
}

#endif
