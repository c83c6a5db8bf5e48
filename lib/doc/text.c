/* Knows how bytes of the decoded text become code points, lines and pages. */
#include "doc/text.h"

#include "doc/emphasis.h"
#include "zh/simplify.h"

/* A place is looked up for each end of each span: what stands before it is counted once, for every eighth byte. */
enum { STEP = sizeof(uint64_t) };

static const uint64_t ones = 0x0101010101010101;

/* How many bytes of a word are c, which is ASCII. */
static size_t count_in(uint64_t w, char c)
{
	uint64_t other = w ^ ones * (unsigned char)c;

	return 8 - (((other | ((other & ~(ones << 7)) + ~(ones << 7))) >> 7 & ones) * ones >> 56);
}

/* Counts the whole words of s; the others are looked at one by one. */
static void count_words(struct text *t, size_t words)
{
	struct text_count n = {0, 0};
	uint64_t w;

	for (size_t i = 0; i < words; i++) {
		t->before[i] = n;
		memcpy(&w, t->s.p + i * STEP, sizeof w);
		n.points += (uint32_t)str_starts_in(w);
		n.lines += (uint32_t)count_in(w, '\n');
	}
	t->before[words] = n;
}

void text_init(struct text *t, struct str s, struct arena *a)
{
	size_t words = s.n / STEP, feeds = 0;

	t->s = s;
	t->plain = emphasis_blank(simplify_aligned(s, a), a);
	t->before = arena_room(a, words + 1, sizeof *t->before);
	count_words(t, words);
	for (const char *p = s.p, *end = s.p + s.n; p < end && (p = memchr(p, '\f', (size_t)(end - p))); p++)
		feeds++;
	t->pages = feeds + 1;
	t->page_starts = arena_array(a, feeds + 1, sizeof *t->page_starts);
	for (size_t i = 0, k = 0; k < feeds; i++)
		if (s.p[i] == '\f')
			t->page_starts[k++] = (uint32_t)(i + 1);
}

size_t text_point(const struct text *t, size_t byte)
{
	size_t from = byte / STEP * STEP, n = t->before[byte / STEP].points;

	if (t->s.n - from >= STEP)
		return n + str_starts_among(t->s.p + from, byte - from);
	for (size_t i = from; i < byte; i++)
		n += str_is_start(t->s.p[i]);
	return n;
}

size_t text_line(const struct text *t, size_t byte)
{
	size_t n = t->before[byte / STEP].lines + 1;

	for (size_t i = byte / STEP * STEP; i < byte; i++)
		n += t->s.p[i] == '\n';
	return n;
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
