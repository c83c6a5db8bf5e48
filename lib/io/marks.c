/* Knows where delimiters and line ends stand in a text, many bytes at a time where the machine can do that. */
#include "io/marks.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static size_t find_from(struct str s, size_t from, char delimiter, uint32_t *at)
{
	size_t n = 0;

	for (size_t i = from; i < s.n; i++) {
		at[n] = (uint32_t)i;
		n += s.p[i] == delimiter || s.p[i] == '\n' || s.p[i] == '\r';
	}
	return n;
}

size_t marks_find_bytes(struct str s, char delimiter, uint32_t *at)
{
	return find_from(s, 0, delimiter, at);
}

#ifdef __SSE2__

enum { BLOCK = 64 };

static __m128i load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

/* A bit for each of 16 bytes. */
static uint64_t bits(__m128i mask)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(mask);
}

static uint64_t bits_of(const char *p, __m128i delimiter, __m128i lf, __m128i cr)
{
	__m128i v = load(p);

	return bits(_mm_or_si128(_mm_cmpeq_epi8(v, delimiter), _mm_or_si128(_mm_cmpeq_epi8(v, lf), _mm_cmpeq_epi8(v, cr))));
}

size_t marks_find(struct str s, char delimiter, uint32_t *at)
{
	const __m128i d = _mm_set1_epi8(delimiter), lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r');
	size_t n = 0, i = 0;

	for (; s.n - i >= BLOCK; i += BLOCK) {
		const char *p = s.p + i;
		uint64_t found = bits_of(p, d, lf, cr) | bits_of(p + 16, d, lf, cr) << 16 | bits_of(p + 32, d, lf, cr) << 32 |
		                 bits_of(p + 48, d, lf, cr) << 48;

		for (; found; found &= found - 1)
			at[n++] = (uint32_t)(i + (size_t)__builtin_ctzll(found));
	}
	return n + find_from(s, i, delimiter, at + n);
}

size_t marks_count(struct str s, char c)
{
	const __m128i wanted = _mm_set1_epi8(c);
	size_t n = 0, i = 0;

	for (; s.n - i >= BLOCK; i += BLOCK) {
		__m128i sum = _mm_setzero_si128();

		/* A byte that is equal is -1 in the comparison. */
		for (size_t k = 0; k < BLOCK; k += sizeof sum)
			sum = _mm_sub_epi8(sum, _mm_cmpeq_epi8(load(s.p + i + k), wanted));
		sum = _mm_sad_epu8(sum, _mm_setzero_si128());
		n += (size_t)_mm_cvtsi128_si32(sum) + (size_t)_mm_extract_epi16(sum, 4);
	}
	for (; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}

#else

size_t marks_find(struct str s, char delimiter, uint32_t *at)
{
	return marks_find_bytes(s, delimiter, at);
}

size_t marks_count(struct str s, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}

#endif
