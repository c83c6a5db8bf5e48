/* Knows that lines read as plain are read as libcsv and jansson read them.
 *
 *   plain-test fuzz SEED N      N made-up lines of CSV and N of JSON, many of them damaged
 *
 * A line that plain.c leaves to the others proves nothing, so that their share is bounded too. */
#include <stdio.h>
#include <stdlib.h>

#include "io/jsonl.h"
#include "io/marks.h"
#include "io/plain.h"
#include "io/utf8.h"

static uint64_t state;
static struct arena run;

static unsigned chance(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

static const char *pick(const char *const *words, unsigned n)
{
	return words[chance(n)];
}

#define PICK(words) pick(words, sizeof(words) / sizeof *(words))

static void add(struct buf *b, const char *z)
{
	buf_add(b, str_of(z));
}

static void make_row(struct buf *b)
{
	static const char *const cells[] = {"", "a", "1.50", "甲乙", " b ", "\t", ";", "'", "x\ry", "\"q\"", "\"a,b\"", "\"\"", "\"a\"\"b\"", "a\"b", "\r"};
	static const char *const ends[] = {"\n", "\n", "\n", "\r\n", "", "\r\r\n"};
	unsigned plain = chance(3);

	for (unsigned n = chance(6), i = 0; i <= n; i++) {
		if (i)
			buf_byte(b, ',');
		add(b, pick(cells, plain ? 8 : sizeof cells / sizeof *cells));
	}
	add(b, PICK(ends));
}

static void make_object(struct buf *b)
{
	static const char *const keys[] = {"\"a\"", "\"b\"", "\"项目\"", "\"\"", "\"long key here\"", "\"k1\"", "\"k2\"", "\"k3\"", "\"e\\u0041\""};
	static const char *const values[] = {
		"1", "0", "-0.50", "123456789012345678901234567890", "\"\"", "\"文本\"", "\"eight by\"", "\"nine byte\"", "true", "false", "null", "[]",
		"[\"x\"]", "[ \"x\" , \"甲乙丙丁\" ]", "\"a\\nb\"", "1e3", "01", "+1", ".5", "1.", "-", "\"tab\tin\"", "[1]", "{}", "nul", "tru", "\"open", "\"\\ud800\"",
		"\"12345678\\\"\"", "[\"a\",]", "\"\x7f\"",
	};
	static const char *const blanks[] = {"", "", "", "", "", " ", "\t", "\r"};
	bool plain = chance(4);

	add(b, PICK(blanks));
	buf_byte(b, '{');
	for (unsigned n = chance(5), i = 0; i < n; i++) {
		if (i)
			buf_byte(b, ',');
		add(b, PICK(blanks));
		add(b, plain ? keys[(i + (unsigned)(state >> 60)) % 8] : PICK(keys));
		add(b, PICK(blanks));
		buf_byte(b, ':');
		add(b, PICK(blanks));
		add(b, pick(values, plain ? 14 : sizeof values / sizeof *values));
		add(b, PICK(blanks));
	}
	buf_byte(b, '}');
	add(b, PICK(blanks));
}

/* One ASCII byte of the line becomes another one, or goes. */
static void damage(struct buf *b)
{
	static const char bytes[] = "{}[]\",:\\ 01e.-tn\r\n;";
	size_t at = b->n ? chance((unsigned)b->n) : 0;

	if (b->n == 0 || (signed char)b->p[at] < 0)
		return;
	if (chance(2)) {
		b->p[at] = bytes[chance(sizeof bytes - 1)];
	} else {
		memmove(b->p + at, b->p + at + 1, b->n - at - 1);
		b->n--;
	}
}

static bool same_str(struct str a, struct str b)
{
	return str_eq(a, b) && !a.p == !b.p;
}

/* -1: not plain; 1: read alike; 0: not alike. */
static int check_row(struct str line)
{
	struct cells plain = {NULL, 0, 0}, full = {NULL, 0, 0};

	/* The reader hands out lines: an LF stands at the end alone. */
	if ((line.n > 1 && memchr(line.p, '\n', line.n - 1)) || !plain_row(line, ',', &run, &plain))
		return -1;
	struct csv_reader *c = csv_reader_open(',');
	bool same = csv_reader_line(c, &run, line, &full) == CSV_GOT_ROW && full.n == plain.n;

	for (size_t i = 0; same && i < full.n; i++)
		same = same_str(full.cell[i], plain.cell[i]);
	csv_reader_close(c);
	return same;
}

/* 1: the marks of a text are found alike in both ways. */
static int check_marks(struct str line)
{
	static const char tricky[] = ",,\r\n,;\n";
	struct buf text = {NULL, 0, 0};
	size_t lf = 0;

	buf_room(&text, 1);
	for (unsigned n = chance(6); n > 0; n--) {
		buf_add(&text, line);
		buf_add(&text, str_sub(STR(tricky), chance(4), chance(9)));
	}
	struct str all = buf_str(&text);
	uint32_t *fast = ARENA_ARRAY(&run, uint32_t, all.n + 1), *slow = ARENA_ARRAY(&run, uint32_t, all.n + 1);
	size_t n = marks_find(all, ',', fast);
	bool same = n == marks_find_bytes(all, ',', slow) && memcmp(fast, slow, n * sizeof *fast) == 0;

	for (size_t i = 0; i < n; i++)
		lf += all.p[fast[i]] == '\n';
	same = same && lf == marks_count(all, '\n');
	buf_free(&text);
	return same;
}

/* Text of characters of all lengths with a byte put in here and there. */
static void make_bytes(struct buf *b)
{
	static const char *const pieces[] = {"a", "eight by", "sixteen bytes ..", "\u00e9", "\u4e2d", "\u4e2d\u6587\u5b57\u7b26", "\uffff", "\ud7ff", "\ue000",
	                                     "\U00010000", "\U0010ffff"};
	static const unsigned char odd[] = {0, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF};

	for (unsigned n = chance(60); n > 0; n--)
		add(b, PICK(pieces));
	for (unsigned n = chance(3); n > 0 && b->n; n--)
		b->p[chance((unsigned)b->n)] = (char)odd[chance(sizeof odd)];
}

/* 1: what is good of a text is found alike in both ways. */
static int check_utf8(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t good = utf8_good(s, i);

		if (good != utf8_good_chars(s, i))
			return 0;
		i = good;
	}
	return 1;
}

static bool same_value(const struct value *a, const struct value *b)
{
	bool same = a->kind == b->kind && a->b == b->b && str_eq(a->s, b->s) && a->n == b->n;

	for (size_t i = 0; same && i < a->n; i++)
		same = str_eq(a->items[i], b->items[i]);
	return same;
}

static int check_object(struct str line)
{
	struct record plain, full;
	const char *reason;

	if (!plain_object(line, &run, &plain))
		return -1;
	bool same = jsonl_parse(line, &run, &full, &reason) && plain.n == full.n;

	for (size_t i = 0; same && i < full.n; i++)
		same = str_eq(plain.fields[i].name, full.fields[i].name) && same_value(&plain.fields[i].v, &full.fields[i].v);
	return same;
}

static bool fuzz(const char *what, long n, void (*make)(struct buf *), int (*check)(struct str))
{
	struct buf line = {NULL, 0, 0};
	long plain = 0;

	for (long i = 0; i < n; i++) {
		struct arena_mark mark = arena_mark(&run);

		buf_clear(&line);
		make(&line);
		if (chance(4) == 0)
			damage(&line);
		/* In memory of its own length, so that a look beyond its end shows under a sanitizer. */
		char *exact = malloc(line.n + (line.n == 0));

		if (!exact)
			return false;
		if (line.n)
			memcpy(exact, line.p, line.n);
		int got = check((struct str){exact, line.n});

		free(exact);
		if (got == 0) {
			printf("%s is read otherwise: %.*s\n", what, (int)line.n, line.p);
			return false;
		}
		plain += got > 0;
		arena_release(&run, mark);
	}
	if (plain < n / 5)
		printf("only %ld of %ld lines of %s were plain\n", plain, n, what);
	buf_free(&line);
	return plain >= n / 5;
}

int main(int argc, char **argv)
{
	if (argc != 4 || strcmp(argv[1], "fuzz") != 0) {
		fputs("usage: plain-test fuzz SEED N\n", stderr);
		return 2;
	}
	state = strtoull(argv[2], NULL, 10);
	long n = atol(argv[3]);
	bool ok = fuzz("CSV", n, make_row, check_row) && fuzz("marks", n / 4, make_row, check_marks) && fuzz("UTF-8", n, make_bytes, check_utf8) && fuzz("JSON", n, make_object, check_object);

	return ok ? 0 : 1;
}
