/* Knows how bytes of the decoded text become code points, lines and pages. */
#include "doc/text.h"

#include "zh/simplify.h"

enum { STEP = 64 };

static bool starts_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

void text_init(struct text *t, struct str s, struct arena *a)
{
	size_t marks = s.n / STEP + 1, points = 0, lines = 0, feeds = 0;

	t->s = s;
	t->plain = simplify_aligned(s, a);
	t->points_at = arena_array(a, marks, sizeof *t->points_at);
	t->lines_at = arena_array(a, marks, sizeof *t->lines_at);
	for (size_t i = 0; i < s.n; i++) {
		if (i % STEP == 0) {
			t->points_at[i / STEP] = (uint32_t)points;
			t->lines_at[i / STEP] = (uint32_t)lines;
		}
		points += starts_character(s.p[i]);
		lines += s.p[i] == '\n';
		feeds += s.p[i] == '\f';
	}
	if (s.n % STEP == 0) {
		t->points_at[s.n / STEP] = (uint32_t)points;
		t->lines_at[s.n / STEP] = (uint32_t)lines;
	}
	t->pages = feeds + 1;
	t->page_starts = arena_array(a, feeds + 1, sizeof *t->page_starts);
	for (size_t i = 0, k = 0; i < s.n; i++)
		if (s.p[i] == '\f')
			t->page_starts[k++] = (uint32_t)(i + 1);
}

size_t text_point(const struct text *t, size_t byte)
{
	size_t n = t->points_at[byte / STEP];

	for (size_t i = byte / STEP * STEP; i < byte; i++)
		n += starts_character(t->s.p[i]);
	return n;
}

size_t text_line(const struct text *t, size_t byte)
{
	size_t n = t->lines_at[byte / STEP];

	for (size_t i = byte / STEP * STEP; i < byte; i++)
		n += t->s.p[i] == '\n';
	return n + 1;
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
