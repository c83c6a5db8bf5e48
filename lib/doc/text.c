/* Knows how bytes of the decoded text become code points, lines and pages. */
#include "doc/text.h"

#include "doc/emphasis.h"
#include "zh/simplify.h"

enum { STEP = 64 };

static const uint64_t ones = 0x0101010101010101;

/* Eight bytes at once: how many of them begin a character. */
static size_t starts_in(uint64_t w)
{
	return 8 - ((w >> 7 & ~(w >> 6) & ones) * ones >> 56);
}

/* How many of eight bytes are c, which is ASCII. */
static size_t count_in(uint64_t w, char c)
{
	uint64_t other = w ^ ones * (unsigned char)c;

	return 8 - (((other | ((other & ~(ones << 7)) + ~(ones << 7))) >> 7 & ones) * ones >> 56);
}

static bool starts_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

static size_t count_starts(struct str s, size_t from, size_t to)
{
	size_t n = 0;
	uint64_t w;

	for (; to - from >= sizeof w; from += sizeof w) {
		memcpy(&w, s.p + from, sizeof w);
		n += starts_in(w);
	}
	for (; from < to; from++)
		n += starts_character(s.p[from]);
	return n;
}

static size_t count_char(struct str s, char c, size_t from, size_t to)
{
	size_t n = 0;
	uint64_t w;

	for (; to - from >= sizeof w; from += sizeof w) {
		memcpy(&w, s.p + from, sizeof w);
		n += count_in(w, c);
	}
	for (; from < to; from++)
		n += s.p[from] == c;
	return n;
}

void text_init(struct text *t, struct str s, struct arena *a)
{
	size_t marks = s.n / STEP + 1, points = 0, lines = 0;

	t->s = s;
	t->plain = emphasis_blank(simplify_aligned(s, a), a);
	t->points_at = arena_array(a, marks, sizeof *t->points_at);
	t->lines_at = arena_array(a, marks, sizeof *t->lines_at);
	for (size_t i = 0; i < marks; i++) {
		size_t from = i * STEP, to = from + STEP < s.n ? from + STEP : s.n;

		t->points_at[i] = (uint32_t)points;
		t->lines_at[i] = (uint32_t)lines;
		points += count_starts(s, from, to);
		lines += count_char(s, '\n', from, to);
	}
	size_t feeds = count_char(s, '\f', 0, s.n);

	t->pages = feeds + 1;
	t->page_starts = arena_array(a, feeds + 1, sizeof *t->page_starts);
	for (size_t i = 0, k = 0; k < feeds; i++)
		if (s.p[i] == '\f')
			t->page_starts[k++] = (uint32_t)(i + 1);
}

size_t text_point(const struct text *t, size_t byte)
{
	return t->points_at[byte / STEP] + count_starts(t->s, byte / STEP * STEP, byte);
}

size_t text_line(const struct text *t, size_t byte)
{
	return t->lines_at[byte / STEP] + count_char(t->s, '\n', byte / STEP * STEP, byte) + 1;
}

size_t text_page(const struct text *t, size_t byte)
{
	size_t low = 0, high = t->pages - 1;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (t->page_starts[mid] <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low + 1;
}
