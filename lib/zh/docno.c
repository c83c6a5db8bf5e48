/* Knows the form of a document number, and where the agency's code begins in running text. */
#include "zh/docno.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/table.h"
#include "zh/phrases.h"

enum word_kind { OPEN, CLOSE, CLOSE_LIKE, ORDINAL, MARK, FOLLOWS, STOP, WEAK, START, STANDARD_OPEN, STANDARD_CLOSE, KINDS };

enum { MOST_CODE = 12, MOST_SERIAL = 6, SHORTEST = 12 /* bytes: a letter and a character, brackets, year, figure and mark */ };

static struct arena run;
static struct words {
	struct str *items;
	size_t n, cap;
	struct phrase_filter heads, tails; /* of their first and last characters: most places have none of them */
} words[KINDS];
static bool before_year[256]; /* the bytes that a year may stand behind: the last of what opens its bracket, and blanks */

static void add_word(struct words *w, struct str word)
{
	size_t len;

	if (!word.n)
		return;
	*ARENA_PUSH(&run, w->items, w->n, w->cap) = word;
	phrase_filter_add(&w->heads, str_char(word, 0, &len));
	phrase_filter_add(&w->tails, str_last_char(word));
}

void docno_load(void)
{
	static const char *const names[] = {"open", "close", "close-like", "ordinal", "mark", "follows", "stop", "weak", "start",
		"standard-open", "standard-close"};
	const struct table *t = table_get("docno");
	size_t word = table_column(t, "word"), kind = table_column(t, "kind");

	if (words[OPEN].n)
		return;
	for (size_t r = 0; r < t->rows; r++) {
		int k = 0;

		while (k < KINDS && !str_eq(table_cell(t, r, kind), str_of(names[k])))
			k++;
		if (k == KINDS)
			diag_die("docno.tsv: what is %.*s?", STR_ARGS(table_cell(t, r, kind)));
		add_word(&words[k], table_cell(t, r, word));
	}
	for (size_t i = 0; i < words[OPEN].n; i++)
		before_year[(unsigned char)words[OPEN].items[i].p[words[OPEN].items[i].n - 1]] = true;
	before_year[' '] = before_year['\n'] = before_year['\r'] = true;
}

/* Length of the longest word of that kind at the start of s, or at its end; 0 when there is none. */
static size_t word_at(struct str s, enum word_kind kind, bool end)
{
	size_t best = 0;

	if (s.n == 0 || !(end ? phrase_filter_has(&words[kind].tails, str_last_char(s)) : phrase_filter_passes(&words[kind].heads, s)))
		return 0;
	for (size_t i = 0; i < words[kind].n; i++) {
		struct str w = words[kind].items[i];

		if (w.n > best && (end ? str_ends(s, w) : str_starts(s, w)))
			best = w.n;
	}
	return best;
}

static size_t blanks_before(struct str s, size_t from, size_t at)
{
	while (at > from && (s.p[at - 1] == ' ' || s.p[at - 1] == '\n' || s.p[at - 1] == '\r'))
		at--;
	return at;
}

/* A digit, also one that a scanner turned into a letter. */
static int digit_of(char c, bool *mended)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	*mended = true;
	return c == 'O' || c == 'o' ? 0 : c == 'l' || c == 'I' ? 1 : -1;
}

/* Four digits that are a year; one may be a letter. */
static bool read_year(struct str s, size_t at, struct docno *d)
{
	int year = 0;

	if (at + 4 > s.n || (s.p[at] != '1' && s.p[at] != '2'))
		return false;
	for (size_t i = at; i < at + 4; i++) {
		int digit = digit_of(s.p[i], &d->repaired);

		if (digit < 0)
			return false;
		year = year * 10 + digit;
	}
	d->year = year;
	return year >= 1949 && year < 2100;
}

static bool read_open(struct str s, size_t from, size_t year_at, struct docno *d, size_t *open_at)
{
	size_t at = blanks_before(s, from, year_at), len = word_at(str_sub(s, 0, at), OPEN, true);

	if (len == 0 || len > at - from)
		return false;
	*open_at = at - len;
	d->repaired |= at != year_at || !str_eq(str_sub(s, *open_at, at), words[STANDARD_OPEN].items[0]);
	return true;
}

/* What stands between the year and 号. */
static bool read_serial(struct str s, size_t at, struct docno *d)
{
	size_t close = phrases_blanks(s, at), len = word_at(str_from(s, close), CLOSE, false);
	bool standard = len && close == at && str_eq(str_sub(s, close, close + len), words[STANDARD_CLOSE].items[0]);

	if (len == 0)
		len = word_at(str_from(s, close), CLOSE_LIKE, false);
	if (len == 0)
		return false;
	size_t i = phrases_blanks(s, close + len), digits = 0;

	standard &= i == close + len;
	len = word_at(str_from(s, i), ORDINAL, false);
	i = len ? phrases_blanks(s, i + len) : i;
	size_t from = i;
	bool mended = false;

	for (bool odd; i < s.n && digit_of(s.p[i], &odd) >= 0; i++)
		digits += s.p[i] <= '9' ? 1 : (mended = true, 0);
	size_t mark = phrases_blanks(s, i), mark_len = word_at(str_from(s, mark), MARK, false);

	if (digits == 0 || i - from > MOST_SERIAL || mark_len == 0)
		return false;
	d->serial = str_sub(s, from, i);
	d->end = mark + mark_len;
	d->repaired |= !standard || mended || mark != i;
	return word_at(str_from(s, d->end), FOLLOWS, false) == 0;
}

static bool is_code_char(uint32_t c)
{
	return phrases_is_han(c) || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* 和 and its like end the code only where more text stands before them: 和政发 is a code too. */
static bool ends_code(struct str left, size_t taken)
{
	size_t weak = word_at(left, WEAK, true), len;

	if (word_at(left, STOP, true))
		return true;
	if (weak == 0 || weak == left.n || taken < 2)
		return false;
	struct str rest = str_sub(left, 0, left.n - weak);
	size_t second = word_at(rest, WEAK, true), at = str_before(rest, rest.n);

	/* 与和政发: only the first of two such words is one. */
	if (second && taken < 3)
		return false;
	uint32_t c = str_char(left, at, &len);

	return is_code_char(c) || (c >= '0' && c <= '9') || word_at(rest, CLOSE, true);
}

/* A verb that runs into the code (扣除甘财社) is cut off where a code is known to begin. */
static size_t cut_before_start(struct str code)
{
	for (size_t i = 0; i < code.n;) {
		size_t len;

		if (word_at(str_from(code, i), START, false))
			return i;
		str_char(code, i, &len);
		i += len;
	}
	return 0;
}

/* The place before a line break inside the code; a plain blank ends it. */
static size_t before_break(struct str s, size_t from, size_t at)
{
	size_t start = blanks_before(s, from, at);

	return memchr(s.p + start, '\n', at - start) ? start : at;
}

/* Walks left from the bracket to where the agency's code begins. */
static bool read_code(struct str s, size_t from, size_t open_at, struct docno *d)
{
	size_t end = blanks_before(s, from, open_at), at = end, line_at = 0, taken = 0, len;

	while (at > from && !ends_code(str_sub(s, 0, at), taken)) {
		size_t joint = before_break(s, from, at), before = joint > from ? str_before(s, joint) : from;

		if (joint == from || before < from || !is_code_char(str_char(s, before, &len)))
			break;
		if (joint != at && taken >= 2 && !line_at)
			line_at = at;
		if (++taken > MOST_CODE && !line_at)
			return false;
		if (taken > MOST_CODE)
			break;
		at = before;
	}
	/* Over a line break only a code that is known to begin there goes on; else the number has a
	 * line of its own. */
	if (line_at && !word_at(str_from(s, at), START, false) && !cut_before_start(str_sub(s, at, end)))
		at = line_at;
	if (taken < 2 || !phrases_is_han(str_char(s, str_before(s, end), &len)))
		return false;
	d->at = at + cut_before_start(str_sub(s, at, end));
	d->code = str_sub(s, d->at, end);
	d->repaired |= end != open_at || memchr(d->code.p, '\n', d->code.n);
	return true;
}

static bool read_around(struct str s, size_t from, size_t year_at, struct docno *out)
{
	struct docno d = {.repaired = false};
	size_t open_at;

	if (!read_year(s, year_at, &d) || !read_open(s, from, year_at, &d, &open_at) || !read_serial(s, year_at + 4, &d) ||
	    !read_code(s, from, open_at, &d))
		return false;
	*out = d;
	return true;
}

static size_t next_of(struct str s, size_t from, char c)
{
	const char *at = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;

	return at ? (size_t)(at - s.p) : s.n;
}

bool docno_find(struct str s, size_t from, struct docno *out)
{
	size_t one, two, i;

	/* Most cells of tables are too short. */
	if (s.n < from + SHORTEST)
		return false;
	one = next_of(s, from, '1');
	two = next_of(s, from, '2');
	/* At the digits that a year begins with. */
	while ((i = one < two ? one : two) + 4 < s.n) {
		if (i > from && before_year[(unsigned char)s.p[i - 1]] && read_around(s, from, i, out))
			return true;
		if (i == one)
			one = next_of(s, i + 1, '1');
		else
			two = next_of(s, i + 1, '2');
	}
	return false;
}

void docno_print(const struct docno *d, struct buf *out)
{
	bool mended;

	for (size_t i = 0; i < d->code.n; i++)
		if (!memchr(" \r\n", d->code.p[i], 3))
			buf_byte(out, d->code.p[i]);
	buf_add(out, words[STANDARD_OPEN].items[0]);
	buf_printf(out, "%d", d->year);
	buf_add(out, words[STANDARD_CLOSE].items[0]);
	for (size_t i = 0; i < d->serial.n; i++)
		buf_byte(out, (char)('0' + digit_of(d->serial.p[i], &mended)));
	buf_add(out, words[MARK].items[0]);
}
