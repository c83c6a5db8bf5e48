/* Knows which marks of a text are only Markdown's: emphasis, not the asterisks of a masked name, and what makes a line a heading
 * (CommonMark 0.31, sections 2.4, 6.2 and 4.2). */
#include "doc/emphasis.h"

enum {
	SHORTEST = 2, /* asterisks of bold words */
	LONGEST = 3,  /* of bold italics */
	SHORTEST_INNER = 2,  /* bytes of emphasis behind a letter: a figure */
	LONGEST_INNER = 120, /* bytes */
	DEEPEST = 6          /* number signs of a heading */
};

enum kind { KIND_BLANK, KIND_LETTER, KIND_STOP, KIND_OPEN, KIND_MARK };

static enum kind kind_of(uint32_t c)
{
	if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x3000)
		return KIND_BLANK;
	if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000)
		return KIND_LETTER;
	/* Commas, semicolons and the comma of lists. */
	if (c == ',' || c == ';' || c == 0x3001 || c == 0xFF0C || c == 0xFF1B)
		return KIND_STOP;
	/* Brackets and quotes that open. */
	if (c == '(' || c == '[' || c == 0xFF08 || c == 0x2018 || c == 0x201C || c == 0x3008 || c == 0x300A || c == 0x3010 || c == 0x3014)
		return KIND_OPEN;
	return KIND_MARK;
}

static enum kind kind_before(struct str s, size_t i)
{
	size_t len;

	return i ? kind_of(str_char(s, str_before(s, i), &len)) : KIND_BLANK;
}

static enum kind kind_behind(struct str s, size_t i)
{
	size_t len;

	return i < s.n ? kind_of(str_char(s, i, &len)) : KIND_BLANK;
}

/* Asterisks from byte i on. */
static size_t run_at(struct str s, size_t i)
{
	size_t n = 0;

	while (i + n < s.n && s.p[i + n] == '*')
		n++;
	return n;
}

/* The next run of asterisks of the line at or behind i, or its end. */
static size_t next_run(struct str line, size_t i)
{
	const char *p = i < line.n ? memchr(line.p + i, '*', line.n - i) : NULL;

	return p ? (size_t)(p - line.p) : line.n;
}

static bool opens(struct str line, size_t i, size_t n)
{
	enum kind behind = kind_behind(line, i + n);

	return n >= SHORTEST && n <= LONGEST && (behind == KIND_LETTER || behind == KIND_OPEN);
}

static bool closes(struct str line, size_t i, size_t n)
{
	enum kind before = kind_before(line, i);

	return n >= SHORTEST && n <= LONGEST && (before == KIND_LETTER || before == KIND_MARK);
}

/* The run that ends the emphasis whose words begin at byte i, or the line's end. */
static size_t find_end(struct str line, size_t i)
{
	size_t k = next_run(line, i);

	while (k < line.n && !(k > i && closes(line, k, run_at(line, k))))
		k = next_run(line, k + run_at(line, k));
	return k;
}

/* The same within running text: the emphasis is short and holds nothing that parts words, as the text between two masked names does. */
static size_t find_inner_end(struct str line, size_t i)
{
	size_t end = next_run(line, i), from = i;

	if (end == line.n || end - i < SHORTEST_INNER || end - i > LONGEST_INNER || !closes(line, end, run_at(line, end)))
		return line.n;
	for (size_t len; i < end; i += len) {
		uint32_t c = str_char(line, i, &len);
		enum kind kind = kind_of(c);
		bool thousands = i > from && line.p[i] == ',' && line.p[i - 1] >= '0' && line.p[i - 1] <= '9';

		if (c == 0x3002 || kind == KIND_BLANK || (kind == KIND_STOP && !thousands))
			return line.n;
	}
	return end;
}

static void blank_line(struct str line, char *out)
{
	for (size_t i = next_run(line, 0), n; i < line.n; i = next_run(line, i)) {
		bool inner = kind_before(line, i) == KIND_LETTER;

		n = run_at(line, i);
		if (!opens(line, i, n)) {
			i += n;
			continue;
		}
		size_t end = inner ? find_inner_end(line, i + n) : find_end(line, i + n);

		/* What ends emphasis does not depend on where it begins: there is none further on in this line. */
		if (end == line.n && !inner)
			return;
		if (end == line.n) {
			i += n;
			continue;
		}
		memset(out + i, ' ', n);
		i = end + run_at(line, end);
		memset(out + end, ' ', i - end);
	}
}

/* The number signs before a heading. */
static size_t heading_signs(struct str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == '#')
		n++;
	return n <= DEEPEST && n < line.n && line.p[n] == ' ' ? n : 0;
}

/* 1\. and \[责任单位：…\]: the sign that a mark behind it is none of Markdown's (section 2.4), for marks that texts have. */
static void blank_escapes(struct str line, char *out)
{
	for (const char *p = line.p, *end = line.p + line.n; (p = memchr(p, '\\', (size_t)(end - p))) && p + 1 < end; p++)
		if (strchr("[]().-+_~>#", p[1]))
			out[p - line.p] = ' ';
}

struct str emphasis_blank(struct str s, struct arena *a)
{
	size_t at = 0;
	struct str line;

	if (!s.n || (!memchr(s.p, '*', s.n) && !memchr(s.p, '#', s.n) && !memchr(s.p, '\\', s.n)))
		return s;
	char *p = arena_alloc(a, s.n + 1);

	memcpy(p, s.p, s.n);
	while (str_split(s, '\n', &at, &line)) {
		memset(p + (line.p - s.p), ' ', heading_signs(line));
		blank_line(line, p + (line.p - s.p));
		blank_escapes(line, p + (line.p - s.p));
	}
	return (struct str){p, s.n};
}
